// Vectors, planes and boxes in space. `mlmath.figures.space` computes the same, step by step.

/** @typedef {readonly number[]} Vector  three numbers */

/** Quotients this small are zero. */
export const CLOSE = 1e-9;

/** @type {readonly Vector[]} */
export const AXES = [[1, 0, 0], [0, 1, 0], [0, 0, 1]];
/** @type {Vector} */
export const ORIGIN = [0, 0, 0];

/** @param {Vector} u @param {Vector} v */
export const dot = (u, v) => u[0] * v[0] + u[1] * v[1] + u[2] * v[2];

/** @param {Vector} u @param {Vector} v @returns {Vector} */
export const cross = (u, v) => [
  u[1] * v[2] - u[2] * v[1],
  u[2] * v[0] - u[0] * v[2],
  u[0] * v[1] - u[1] * v[0],
];

/** @param {Vector} v */
export const length = (v) => Math.sqrt(dot(v, v));

/** start + times · step. @param {Vector} start @param {number} times @param {Vector} step @returns {Vector} */
export const along = (start, times, step) => start.map((part, i) => part + times * step[i]);

/** @param {number} times @param {Vector} v */
export const scaled = (times, v) => along(ORIGIN, times, v);

/** @param {Vector} v */
export const isZero = (v) => v.every((part) => part === 0);

/** @param {Vector} u @param {Vector} v @param {Vector} w */
export const determinant = (u, v, w) => dot(cross(u, v), w);

/** On one line through the origin, but for rounding. @param {Vector} u @param {Vector} v */
export const areParallel = (u, v) => length(cross(u, v)) <= CLOSE * length(u) * length(v);

/** How many dimensions three vectors span, but for rounding. @param {Vector} u @param {Vector} v @param {Vector} w */
export function rank(u, v, w) {
  if (Math.abs(determinant(u, v, w)) > CLOSE * length(u) * length(v) * length(w)) return 3;
  if (!(areParallel(u, v) && areParallel(u, w) && areParallel(v, w))) return 2;
  return [u, v, w].every(isZero) ? 0 : 1;
}

/** Orthonormal vectors that span what two vectors span. @param {Vector} u @param {Vector} v @returns {Vector[]} */
export function spanBasis(u, v) {
  const [longer, shorter] = length(u) >= length(v) ? [u, v] : [v, u];
  if (length(longer) === 0) return [];
  const first = scaled(1 / length(longer), longer);
  if (areParallel(u, v)) return [first];
  const rest = along(shorter, -dot(first, shorter), first);
  return [first, scaled(1 / length(rest), rest)];
}

/** The projection on what orthonormal vectors span. @param {Vector} v @param {readonly Vector[]} basis */
export const project = (v, basis) =>
  basis.reduce((shadow, one) => along(shadow, dot(one, v), one), ORIGIN);

/**
 * The part of a convex polygon where normal · p ≤ most.
 *
 * @param {readonly Vector[]} corners
 * @param {Vector} normal
 * @param {number} most
 */
export function clip(corners, normal, most) {
  /** @type {Vector[]} */
  const kept = [];
  corners.forEach((here, i) => {
    const after = corners[(i + 1) % corners.length];
    const [a, b] = [dot(normal, here) - most, dot(normal, after) - most];
    if (a <= CLOSE) kept.push(here);
    if (a > CLOSE !== b > CLOSE) kept.push(along(here, a / (a - b), along(after, -1, here)));
  });
  return kept;
}

/**
 * The part of the plane normal · p = offset in the cube from -limit to limit.
 *
 * @param {Vector} normal
 * @param {number} offset
 * @param {number} limit
 * @returns {Vector[]} its corners
 */
export function planeInBox(normal, offset, limit) {
  const size = length(normal);
  if (size === 0) return [];
  const unit = scaled(1 / size, normal);
  const sizes = unit.map(Math.abs);
  const level = cross(unit, AXES[sizes.indexOf(Math.min(...sizes))]);
  const side = scaled((4 * limit) / length(level), level);
  const other = cross(unit, side);
  const foot = scaled(offset / size, unit);
  let corners = [[1, 1], [-1, 1], [-1, -1], [1, -1]].map(([a, b]) =>
    along(along(foot, a, side), b, other),
  );
  for (const axis of AXES) corners = clip(clip(corners, axis, limit), scaled(-1, axis), limit);
  return corners.length > 2 ? corners : [];
}

/**
 * The two ends of the line in this direction in the cube, or nothing.
 *
 * @param {Vector} direction
 * @param {number} limit
 * @param {Vector} [through]
 * @returns {Vector[]}
 */
export function lineInBox(direction, limit, through = ORIGIN) {
  let [enter, leave] = [-Infinity, Infinity];
  for (const [i, step] of direction.entries()) {
    if (Math.abs(step) <= CLOSE * length(direction)) {
      if (Math.abs(through[i]) > limit + CLOSE) return [];
      continue;
    }
    const [one, other] = [(-limit - through[i]) / step, (limit - through[i]) / step];
    enter = Math.max(enter, Math.min(one, other));
    leave = Math.min(leave, Math.max(one, other));
  }
  if (!Number.isFinite(enter) || enter >= leave) return [];
  return [along(through, enter, direction), along(through, leave, direction)];
}
