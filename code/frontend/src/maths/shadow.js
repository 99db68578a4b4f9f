// What a 2×3 matrix does to space; `mlmath.figures.shadow` computes the same.

import { areParallel, CLOSE, cross, dot, isZero, scaled } from "./space.js";

/** @typedef {import("./space.js").Vector} Vector */
/** @typedef {readonly [name: string, corners: Vector[], faces: number[][]]} Solid */

/** Where a point lands on the floor. @param {readonly Vector[]} matrix @param {Vector} v @returns {Vector} */
export const land = (matrix, v) => [dot(matrix[0], v), dot(matrix[1], v), 0];

/**
 * The rank, and for rank 2 the direction that goes to 0, largest entry 1.
 *
 * @param {readonly Vector[]} matrix
 * @returns {{rank: number, lost: Vector | null}}
 */
export function kernel([first, second]) {
  if (areParallel(first, second)) {
    return { rank: isZero(first) && isZero(second) ? 0 : 1, lost: null };
  }
  const normal = cross(first, second);
  const lost = scaled(1 / Math.max(...normal.map(Math.abs)), normal);
  const upwards = lost.findLast((part) => Math.abs(part) > CLOSE) ?? 1;
  return { rank: 2, lost: upwards > 0 ? lost : scaled(-1, lost) };
}

/**
 * The area of a shadow: half of what the shadows of all faces have together.
 *
 * @param {readonly Vector[]} matrix
 * @param {Solid} solid
 */
export function shadowArea(matrix, [, corners, faces]) {
  let total = 0;
  for (const face of faces) {
    let twice = 0;
    face.forEach((corner, i) => {
      const [x, y] = land(matrix, corners[corner]);
      const [nextX, nextY] = land(matrix, corners[face[(i + 1) % face.length]]);
      twice += x * nextY - y * nextX;
    });
    total += Math.abs(twice);
  }
  return total / 4;
}
