// Two vectors of the plane: lengths, angle, projection, coordinates. `mlmath.figures.vector_maths`
// computes the same in Python.

/** @typedef {readonly [number, number]} Vector */
/** @typedef {"undefined" | "same" | "opposite" | "right" | "acute" | "obtuse"} AngleKind */

/** What is smaller than this, relative to the lengths, is zero. */
const CLOSE = 1e-9;

/** @param {Vector} u @param {Vector} v @returns {[number, number]} */
export const sum = ([a, b], [c, d]) => [a + c, b + d];

/** @param {number} k @param {Vector} v @returns {[number, number]} */
export const times = (k, [x, y]) => [k * x, k * y];

/** @param {Vector} u @param {Vector} v */
export const dot = ([a, b], [c, d]) => a * c + b * d;

/** @param {Vector} u @param {Vector} v */
export const cross = ([a, b], [c, d]) => a * d - b * c;

/** @param {Vector} v */
export const norm = ([x, y]) => Math.hypot(x, y);

/** @param {Vector} u @param {Vector} v */
export const areOrthogonal = (u, v) => Math.abs(dot(u, v)) <= CLOSE * norm(u) * norm(v);

/** Do they lie on one line? The zero vector lies on every line. @param {Vector} u @param {Vector} v */
export const areDependent = (u, v) => Math.abs(cross(u, v)) <= CLOSE * norm(u) * norm(v);

/** The angle between two vectors, in degrees. @param {Vector} u @param {Vector} v */
export const angle = (u, v) => (Math.atan2(Math.abs(cross(u, v)), dot(u, v)) * 180) / Math.PI;

/** @param {Vector} u @param {Vector} v @returns {AngleKind} */
export function angleKind(u, v) {
  if (norm(u) === 0 || norm(v) === 0) return "undefined";
  if (areDependent(u, v)) return dot(u, v) > 0 ? "same" : "opposite";
  if (areOrthogonal(u, v)) return "right";
  return dot(u, v) > 0 ? "acute" : "obtuse";
}

/** How many times u the projection of v onto u is; NaN for u = 0. @param {Vector} u @param {Vector} v */
export const share = (u, v) => (norm(u) === 0 ? NaN : dot(u, v) / dot(u, u));

/**
 * The coordinates of x in a basis; null if it is none.
 *
 * @param {readonly [Vector, Vector]} basis
 * @param {Vector} x
 * @returns {[number, number] | null}
 */
export function coordinates([first, second], x) {
  if (areDependent(first, second)) return null;
  const area = cross(first, second);
  return [cross(x, second) / area, cross(first, x) / area];
}
