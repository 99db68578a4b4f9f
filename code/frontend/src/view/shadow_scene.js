// The picture of a solid and its shadow; `mlmath.figures.shadow` draws the same.

import { kernel, land } from "../maths/shadow.js";
import { along, AXES, CLOSE, cross, dot, length, lineInBox } from "../maths/space.js";
import { spaceScene } from "./space_scene.js";
import { ROLES } from "./vectors_scene.js";

/** @typedef {import("../maths/space.js").Vector} Vector */

export const COLUMNS = ["first", "second", "third"];

/**
 * @param {readonly Vector[]} matrix
 * @param {import("../maths/shadow.js").Solid} solid
 * @param {readonly string[]} move
 * @param {import("./camera.js").Camera} camera
 */
export function shadowScene(matrix, [, corners, faces], move, camera) {
  const scene = spaceScene(camera);
  for (const face of faces) {
    const images = face.map((i) => land(matrix, corners[i]));
    scene.sheet(images, AXES[2], 0, "mlf-sheet mlf-output");
  }
  const { lost } = kernel(matrix);
  const line = lost ? lineInBox(lost, camera.limit) : [];
  if (line.length) scene.lines("mlf-line mlf-thin mlf-dashed mlf-projection", line);
  for (const corner of corners) {
    scene.lines("mlf-plumb mlf-residual", [corner, land(matrix, corner)]);
  }
  for (const face of faces) {
    const [a, b, c] = face.map((i) => corners[i]);
    const normal = cross(along(b, -1, a), along(c, -1, b));
    const look = dot(normal, camera.toward) > CLOSE ? "sheet" : "plumb";
    scene.lines(`mlf-${look} mlf-data`, [...face, face[0]].map((i) => corners[i]));
  }
  AXES.forEach((axis, i) => {
    const image = land(matrix, axis);
    const role = ROLES[i];
    scene.arrow(image, role);
    scene.name(`Ae${"₁₂₃"[i]}`, image, `mlf-${role}`, { moves: move.includes(COLUMNS[i]) });
    if (length(along(image, -1, axis)) > CLOSE) {
      scene.arrow(axis, role, "mlf-thin mlf-dashed");
      scene.name(`e${"₁₂₃"[i]}`, axis, `mlf-bold mlf-${role}`);
    }
  });
  if (line.length) {
    scene.name("to 0", line[1][2] > 0 ? line[1] : line[0], "mlf-small mlf-projection");
  }
  return scene.shapes();
}
