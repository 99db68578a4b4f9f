// The picture of three vectors: the plane of the first two, the box over all three.
// `mlmath.figures.three_vectors` draws the same.

import { along, cross, lineInBox, planeInBox, project, rank, spanBasis } from "../maths/space.js";
import { spaceScene } from "./space_scene.js";

/** @typedef {import("../maths/space.js").Vector} Vector */

export const NAMES = ["v₁", "v₂", "v₃"];
export const ROLES = ["first-basis", "second-basis", "input"];

/**
 * @param {readonly Vector[]} vectors
 * @param {import("./camera.js").Camera} camera
 */
export function vectorsScene(vectors, camera) {
  const [u, v, w] = vectors;
  const scene = spaceScene(camera);
  const basis = spanBasis(u, v);
  const found = rank(u, v, w);
  if (basis.length === 2) {
    const normal = cross(u, v);
    scene.sheet(planeInBox(normal, 0, camera.limit), normal, 0, "mlf-sheet mlf-data");
  } else if (basis.length === 1) {
    const line = lineInBox(basis[0], camera.limit);
    scene.lines("mlf-line mlf-thin mlf-dashed mlf-data", line);
  }
  if (found === 3) scene.lines("mlf-image-grid mlf-data", ...boxEdges(u, v, w));
  const foot = project(w, basis);
  if (found > basis.length) {
    scene.lines("mlf-line mlf-thin mlf-dotted mlf-residual", [w, foot]);
    scene.dot(foot, "mlf-head mlf-residual", 3);
  }
  vectors.forEach((vector, i) => {
    scene.plumb(vector, ROLES[i]);
    scene.arrow(vector, ROLES[i]);
    scene.name(NAMES[i], vector, `mlf-bold mlf-${ROLES[i]}`, { moves: true });
  });
  return scene.shapes();
}

/** The edges of the box, but for those from the origin. @param {Vector} u @param {Vector} v @param {Vector} w */
const boxEdges = (u, v, w) =>
  [[u, v, w], [v, w, u], [w, u, v]].flatMap(([one, other, third]) => {
    const start = along(one, 1, other);
    return [[one, start], [other, start], [start, along(start, 1, third)]];
  });
