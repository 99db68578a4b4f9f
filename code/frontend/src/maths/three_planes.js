// Three linear equations in three unknowns; `mlmath.figures.three_planes` computes the same.

import { along, clip, CLOSE, dot, length, scaled } from "./space.js";

/** @typedef {import("./space.js").Vector} Vector */
/** @typedef {{index: number, normal: Vector, offset: number, corners: readonly Vector[]}} Plane */

/**
 * The solutions, by elimination with the largest entry as pivot: if the system is consistent,
 * the point and what the directions lead to from there.
 *
 * @param {readonly Vector[]} matrix
 * @param {readonly number[]} b
 */
export function solve(matrix, b) {
  let consistent = true;
  /** @type {Vector[]} */
  const rows = [];
  matrix.forEach((row, i) => {
    const size = Math.max(...row.map(Math.abs));
    if (size > 0) rows.push([...row.map((entry) => entry / size), b[i] / size]);
    else if (b[i] !== 0) consistent = false;
  });
  const largest = Math.max(0, ...rows.map((row) => Math.abs(row[3])));
  let free = [0, 1, 2];
  /** @type {number[]} */
  const pivots = [];
  while (pivots.length < rows.length) {
    const done = pivots.length;
    let [best, row, column] = [CLOSE, -1, -1];
    for (let i = done; i < rows.length; i++) {
      for (const j of free) {
        if (Math.abs(rows[i][j]) > best) [best, row, column] = [Math.abs(rows[i][j]), i, j];
      }
    }
    if (column < 0) break;
    [rows[done], rows[row]] = [rows[row], rows[done]];
    rows.forEach((other, i) => {
      if (i === done) return;
      const times = other[column] / rows[done][column];
      rows[i] = other.map((x, k) => x - times * rows[done][k]);
    });
    free = free.filter((j) => j !== column);
    pivots.push(column);
  }
  if (rows.slice(pivots.length).some((row) => Math.abs(row[3]) > CLOSE * (1 + largest))) {
    consistent = false;
  }
  const point = [0, 0, 0];
  pivots.forEach((column, i) => (point[column] = rows[i][3] / rows[i][column]));
  const directions = free.map((j) => {
    const direction = [0, 0, 0];
    direction[j] = 1;
    pivots.forEach((column, i) => (direction[column] = -rows[i][j] / rows[i][column]));
    return direction;
  });
  return { rank: pivots.length, consistent, point, directions };
}

/**
 * The pieces into which planes cut each other, what is behind first.
 *
 * @param {readonly Plane[]} planes
 * @param {readonly [Vector, number][]} halves
 * @param {Vector} toward
 * @returns {[number, readonly Vector[]][]}
 */
export function arranged([plane, ...rest], halves, toward) {
  if (!plane) return [];
  const piece = halves.reduce(
    (left, [half, most]) => (left.length ? clip(left, half, most) : left),
    plane.corners,
  );
  /** @type {[Vector, number]} */
  const ahead = [plane.normal, plane.offset];
  /** @type {[Vector, number]} */
  const away = [scaled(-1, plane.normal), -plane.offset];
  const [back, front] = dot(plane.normal, toward) < 0 ? [away, ahead] : [ahead, away];
  return [
    ...arranged(rest, [...halves, back], toward),
    .../** @type {[number, readonly Vector[]][]} */ (piece.length > 2 ? [[plane.index, piece]] : []),
    ...arranged(rest, [...halves, front], toward),
  ];
}

/**
 * A point of a plane to hold it by: between its middle and a corner, far from other such points.
 *
 * @param {readonly Vector[]} corners
 * @param {readonly Vector[]} others
 */
export function gripOf(corners, others) {
  const middle = corners.reduce((sum, corner) => along(sum, 1 / corners.length, corner), [0, 0, 0]);
  const places = corners.map((corner) => along(scaled(0.5, middle), 0.5, corner));
  const room = places.map((place) =>
    Math.min(9, ...others.map((other) => length(along(other, -1, place)))),
  );
  return places[room.indexOf(Math.max(...room))];
}
