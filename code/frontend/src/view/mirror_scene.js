// The picture of a mirror; `mlmath.figures.mirror_plane` draws the same.

import { liesInMirror, reflect } from "../maths/mirror.js";
import { along, isZero, length, planeInBox, scaled } from "../maths/space.js";
import { spaceScene } from "./space_scene.js";

/** @typedef {import("../maths/space.js").Vector} Vector */

const DOTTED = "mlf-line mlf-thin mlf-dotted mlf-residual";

/**
 * @param {Vector} normal
 * @param {Vector} x
 * @param {import("./camera.js").Camera} camera
 */
export function mirrorScene(normal, x, camera) {
  const scene = spaceScene(camera);
  if (!isZero(normal)) {
    scene.sheet(planeInBox(normal, 0, camera.limit), normal, 0, "mlf-sheet mlf-data");
    const image = reflect(x, normal);
    const foot = along(scaled(0.5, x), 0.5, image);
    if (!liesInMirror(x, normal)) {
      scene.lines(DOTTED, [x, foot]);
      scene.lines(DOTTED, [foot, image]);
      rightAngle(scene, x, foot, 0.06 * camera.limit);
    }
    scene.arrow(image, "output");
    scene.name("Tx", image, "mlf-output");
  }
  scene.arrow(normal, "eigen", "mlf-thin mlf-dashed");
  scene.name("n", normal, "mlf-bold mlf-eigen", { moves: true });
  scene.plumb(x, "input");
  scene.arrow(x, "input");
  scene.name("x", x, "mlf-bold mlf-input", { moves: true });
  return scene.shapes();
}

/**
 * @param {ReturnType<typeof spaceScene>} scene
 * @param {Vector} x
 * @param {Vector} foot
 * @param {number} side
 */
function rightAngle(scene, x, foot, side) {
  const way = along(x, -1, foot);
  if (length(way) <= 2 * side || length(foot) <= 2 * side) return;
  const up = scaled(side / length(way), way);
  const corner = along(foot, -side / length(foot), foot);
  scene.lines("mlf-line mlf-thin mlf-residual", [corner, along(corner, 1, up), along(foot, 1, up)]);
}
