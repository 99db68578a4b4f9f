// Two maps of the plane, one after the other.

import { apply, largestEntry } from "./plane_map.js";

/** @typedef {import("./plane_map.js").Matrix} Matrix */

/** Products that differ by less, relative to the entries, are equal. */
const CLOSE = 1e-9;

/**
 * The product A B: first B, then A.
 *
 * @param {Matrix} A
 * @param {Matrix} B
 * @returns {[[number, number], [number, number]]}
 */
export const times = ([[a, b], [c, d]], [[p, q], [r, s]]) => [
  [a * p + b * r, a * q + b * s],
  [c * p + d * r, c * q + d * s],
];

/**
 * Do the two orders do the same: to the whole plane, at least to x, or not?
 *
 * @param {Matrix} A
 * @param {Matrix} B
 * @param {readonly [number, number]} x
 * @returns {"always" | "here" | "no"}
 */
export function commute(A, B, x) {
  const [AB, BA] = [times(A, B), times(B, A)];
  const difference = AB.map((row, i) => row.map((entry, j) => entry - BA[i][j]));
  const near = CLOSE * largestEntry(A) * largestEntry(B);
  if (largestEntry(difference) <= near) return "always";
  const apart = Math.max(...apply(difference, x).map(Math.abs));
  return apart <= near * Math.max(...x.map(Math.abs)) ? "here" : "no";
}
