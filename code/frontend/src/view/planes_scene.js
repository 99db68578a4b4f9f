// The picture of three planes; `mlmath.figures.three_planes` draws the same.

import { tuple } from "../maths/number.js";
import { lineInBox, planeInBox } from "../maths/space.js";
import { arranged, solve } from "../maths/three_planes.js";
import { spaceScene } from "./space_scene.js";

/** @typedef {import("../maths/space.js").Vector} Vector */

export const ROLES = ["first-basis", "second-basis", "output"];
const LOOKS = ["", " mlf-dashed", " mlf-dotted"];

/**
 * @param {readonly Vector[]} matrix
 * @param {readonly number[]} b
 * @param {import("./camera.js").Camera} camera
 */
export function planesScene(matrix, b, camera) {
  const scene = spaceScene(camera);
  const { limit, toward } = camera;
  const { rank, consistent, point, directions } = solve(matrix, b);
  if (consistent && rank === 3) {
    if (Math.max(...point.map(Math.abs)) <= limit) {
      scene.dot(point, "mlf-dot mlf-input", 6);
      scene.name(tuple(point), point, "mlf-input");
    }
  } else if (consistent && rank === 2) {
    const line = lineInBox(directions[0], limit, point);
    if (line.length) scene.lines("mlf-line mlf-input", line);
  }
  const shown = matrix
    .map((normal, index) => {
      const corners = planeInBox(normal, b[index], limit);
      return { index, normal, offset: b[index], corners };
    })
    .filter(({ corners }) => corners.length);
  for (const [i, piece] of arranged(shown, [], toward)) {
    scene.sheet(piece, matrix[i], b[i], `mlf-sheet mlf-${ROLES[i]}${LOOKS[i]}`);
  }
  for (const { index, corners } of shown) {
    scene.nameAt(`plane ${index + 1}`, corners, `mlf-small mlf-${ROLES[index]}`);
  }
  return scene.shapes();
}
