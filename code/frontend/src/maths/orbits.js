// Orbits of a map of the plane, and the sizes of its eigenvalues. `mlmath.figures.orbits` computes
// the same.

import { largestEntry, spectrum } from "./plane_map.js";

/** @typedef {import("./plane_map.js").Matrix} Matrix */
/** @typedef {readonly [number, number]} Point */

/** A |λ| this near to 1 (relative to the entries, if they are large) is 1. */
const CLOSE = 1e-6;

/**
 * x, Ax, …, Aⁿx.
 *
 * @param {Matrix} A
 * @param {Point} x
 * @param {number} steps
 */
export function orbit([[a, b], [c, d]], x, steps) {
  /** @type {Point[]} */
  const points = [x];
  for (let n = 0; n < steps; n++) {
    const [u, v] = points[n];
    points.push([a * u + b * v, c * u + d * v]);
  }
  return points;
}

/**
 * |λ₁| ≥ |λ₂|; those that are 1 but for rounding are 1.
 *
 * @param {Matrix} A
 * @returns {[number, number]}
 */
export function magnitudes(A) {
  const { complex, mean, half } = spectrum(A);
  const near = CLOSE * Math.max(1, largestEntry(A));
  const both = complex
    ? [Math.hypot(mean, half), Math.hypot(mean, half)]
    : [Math.abs(mean + half), Math.abs(mean - half)];
  const [first, second] = both.map((size) => (Math.abs(size - 1) <= near ? 1 : size));
  return [Math.max(first, second), Math.min(first, second)];
}
