// Where a line is held: two of its points. A line that is dragged by one of them turns about
// the other. The points belong to the reader's hand, not to the line: no link carries them.

/** @typedef {readonly [number, number]} Point */
/** @typedef {readonly [a: number, b: number, c: number]} Line  a x + b y = c */
/** @typedef {[Point, Point]} Grips */

/** Two grips keep at least this distance. */
const APART = 0.2;

/**
 * Do these points still hold the line?
 *
 * @param {Line} line
 * @param {Grips} grips
 */
export const hold = ([a, b, c], grips) =>
  grips.every(([x, y]) => Math.abs(a * x + b * y - c) < 0.005 * (Math.abs(a) + Math.abs(b)));

/**
 * Two good points to hold a line by: with whole or half coordinates where there are such.
 *
 * @param {Line} line
 * @param {readonly [Point, Point]} ends  what can be seen of the line
 * @param {readonly [number, number]} at  about where, from 0 to 1 along the line
 * @param {Point | null} [busy]  where something else is to be seen
 * @returns {Grips}
 */
export function newGrips([a, b, c], ends, at, busy = null) {
  const [[x0, y0], [x1, y1]] = ends;
  const length = Math.hypot(x1 - x0, y1 - y0);
  /** @type {{t: number, point: Point}[]} */
  const tidy = [];
  const limit = Math.ceil(2 * Math.max(...ends.flat().map(Math.abs)));
  for (let k = -limit; k <= limit; k++) {
    const crossings = [[k / 2, (c - (a * k) / 2) / b], [(c - (b * k) / 2) / a, k / 2]];
    for (const [x, y] of crossings.map((v) => v.map((w) => Math.round(2 * w) / 2))) {
      if (!(Math.abs(a * x + b * y - c) <= 1e-9 * (Math.abs(a) + Math.abs(b)))) continue;
      const t = ((x - x0) * (x1 - x0) + (y - y0) * (y1 - y0)) / length ** 2;
      const free = !busy || Math.hypot(x - busy[0], y - busy[1]) > 0.08 * length;
      if (t > 0.05 && t < 0.95 && free) tidy.push({ t, point: [x, y] });
    }
  }
  const [p, q] = at.map((wanted) =>
    tidy.reduce(
      (best, one) => (Math.abs(one.t - wanted) < Math.abs(best.t - wanted) ? one : best),
      { t: Infinity, point: /** @type {Point} */ ([0, 0]) },
    ),
  );
  if (Math.abs(p.t - q.t) > 0.15 && Math.abs(p.t - q.t) * length > 2 * APART) return [p.point, q.point];
  const [one, other] = at.map((t) => /** @type {Point} */ ([x0 + t * (x1 - x0), y0 + t * (y1 - y0)]));
  return [one, other];
}

/**
 * How many times (dy, -dx) the coefficients (a, b) are, where (dx, dy) leads from grip to grip.
 *
 * @param {Line} line
 * @param {Grips} grips
 * @param {number} [before]  the answer before the coefficients were rounded, if there was one
 */
export function scaleOf([a, b], grips, before = NaN) {
  const [dx, dy] = between(grips);
  const scale = (a * dy - b * dx) / (dx * dx + dy * dy);
  return Math.abs(before - scale) <= 1e-3 * Math.abs(scale) ? before : scale;
}

/**
 * The line through two grips; null if they (nearly) meet.
 *
 * @param {Grips} to
 * @param {number} scale  as of `scaleOf`
 * @param {number} largest  no number may be larger
 * @returns {[number, number, number] | null}
 */
export function throughGrips(to, scale, largest) {
  const [ex, ey] = between(to);
  if (Math.hypot(ex, ey) < APART) return null;
  /** @type {[number, number, number]} */
  let line = [scale * ey, -scale * ex, scale * (ey * to[1][0] - ex * to[1][1])];
  const most = Math.max(...line.map(Math.abs));
  if (most > largest) line = /** @type {typeof line} */ (line.map((v) => (v * largest) / most));
  return rounded(line);
}

/** @param {Grips} grips */
const between = ([[x0, y0], [x1, y1]]) => [x1 - x0, y1 - y0];

/** Five digits that count. @param {[number, number, number]} line @returns {[number, number, number]} */
function rounded(line) {
  const size = Math.max(Math.abs(line[0]), Math.abs(line[1]));
  const places = Math.min(12, Math.max(0, 4 - Math.floor(Math.log10(size))));
  const [a, b, c] = line.map((v) => Number(v.toFixed(places)) || 0);
  return [a, b, c];
}
