// Linear maps of the plane: everything the plane explorer computes, and nothing it draws.
// `mlmath.linalg` computes the same things on its own; the tests compare the two.

/** @typedef {readonly [number, number]} Vector */
/** @typedef {readonly (readonly number[])[]} Matrix  two rows of two numbers */

/**
 * @param {Matrix} A
 * @param {Vector} x
 * @returns {[number, number]}
 */
export const apply = ([[a, b], [c, d]], [x, y]) => [a * x + b * y, c * x + d * y];

/** @param {Matrix} A */
export const determinant = ([[a, b], [c, d]]) => a * d - b * c;

/** @param {Matrix} A */
export const trace = ([[a], [, d]]) => a + d;
