// The grid of a basis: two families of parallel lines, as far as the picture goes.

import { areDependent, cross, dot, norm, sum, times } from "../maths/vectors.js";
import { path } from "./shape_list.js";

/** @typedef {import("../maths/vectors.js").Vector} Vector */

/** A finer grid than this would be a grey area. */
const MOST = 40;

/**
 * The lines in the direction of each vector of the basis; none if it is no basis.
 *
 * @param {readonly [Vector, Vector]} basis
 * @param {import("./frame.js").Frame} view
 * @returns {[string, string]} paths
 */
export function basisGrid([first, second], view) {
  if (areDependent(first, second)) return ["", ""];
  return [parallels(first, second, view), parallels(second, first, view)];
}

/**
 * Lines along one vector, a step of the other apart.
 *
 * @param {Vector} along
 * @param {Vector} step
 * @param {import("./frame.js").Frame} view
 */
function parallels(along, step, view) {
  const reach = 1.5 * view.limit;
  const half = times(reach / norm(along), along);
  const apart = Math.abs(cross(along, step)) / norm(along);
  const most = Math.min(MOST, Math.floor(reach / apart));
  const lines = Array.from({ length: 2 * most + 1 }, (_, i) => {
    const point = times(i - most, step);
    // The point of the line that is nearest to the origin.
    const foot = sum(point, times(-dot(point, along) / dot(along, along), along));
    return [sum(foot, times(-1, half)), sum(foot, half)].map(view.toPicture);
  });
  return path(...lines);
}
