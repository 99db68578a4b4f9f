// A map of the plane in another basis. `mlmath.figures.two_bases_maths` computes the same in Python.

import { apply, largestEntry } from "./plane_map.js";
import { coordinates, sum, times } from "./vectors.js";

/** @typedef {import("./vectors.js").Vector} Vector */
/** @typedef {import("./plane_map.js").Matrix} Matrix */

/** What is smaller than this, relative to the entries, is zero. */
const CLOSE = 1e-6;

/**
 * B⁻¹AB, where the columns of B are the basis; null if it is no basis.
 *
 * @param {Matrix} A
 * @param {readonly [Vector, Vector]} basis
 * @returns {[[number, number], [number, number]] | null}
 */
export function mapInBasis(A, basis) {
  const [first, second] = basis.map((b) => coordinates(basis, apply(A, b)));
  return first && second && [[first[0], second[0]], [first[1], second[1]]];
}

/**
 * Which vectors of the basis the map only stretches: the columns of B⁻¹AB with nothing off the
 * diagonal.
 *
 * @param {Matrix} M
 * @returns {[boolean, boolean]}
 */
export function stretched(M) {
  const small = CLOSE * largestEntry(M);
  return [Math.abs(M[1][0]) <= small, Math.abs(M[0][1]) <= small];
}

/**
 * The vector with these coordinates.
 *
 * @param {readonly [Vector, Vector]} basis
 * @param {Vector} at
 */
export const combine = ([first, second], [p, q]) => tidied(sum(times(p, first), times(q, second)));

/**
 * Without the last digits, which only a computer sees.
 *
 * @param {Vector} v
 * @returns {[number, number]}
 */
export const tidied = ([x, y]) => [Math.round(x * 1e9) / 1e9 || 0, Math.round(y * 1e9) / 1e9 || 0];
