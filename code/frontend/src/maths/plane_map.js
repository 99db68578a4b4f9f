// Linear maps of the plane: everything the plane explorer computes, and nothing it draws.
// `mlmath.linalg` computes the same things on its own; the tests compare the two.

/** @typedef {readonly [number, number]} Vector */
/** @typedef {readonly (readonly number[])[]} Matrix  two rows of two numbers */

/**
 * Eigenvalues closer together than this, relative to the entries, are one: the square root in
 * the quadratic formula turns an error of 1e-16 into one of 1e-8.
 */
const CLOSE = 1e-6;

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

/** @param {Matrix} A */
export const largestEntry = (A) => Math.max(...A.flat().map(Math.abs));

/**
 * Eigenvalues of a map, and the lines that it keeps.
 *
 * @typedef {object} Spectrum
 * @property {boolean} complex  a conjugate pair, `mean` ± `half`·i; otherwise `mean` ± `half`
 * @property {number} mean
 * @property {number} half  0 for a double eigenvalue
 * @property {Vector[]} directions  of the eigenlines, larger eigenvalue first
 * @property {boolean} everyLine  a multiple of the identity keeps every line
 */

/**
 * @param {Matrix} A
 * @returns {Spectrum}
 */
export function spectrum(A) {
  const [[a, b], [c, d]] = A;
  const mean = (a + d) / 2;
  const square = ((a - d) / 2) ** 2 + b * c;
  const root = Math.sqrt(Math.abs(square));
  const small = CLOSE * largestEntry(A);
  if (root > small) {
    if (square < 0) return { complex: true, mean, half: root, directions: [], everyLine: false };
    const directions = [mean + root, mean - root].map((value) => kernel(A, value));
    return { complex: false, mean, half: root, directions, everyLine: false };
  }
  const everyLine = largestEntry([[a - mean, b], [c, d - mean]]) <= small;
  const directions = everyLine ? [] : [kernel(A, mean)];
  return { complex: false, mean, half: 0, directions, everyLine };
}

/**
 * The direction that A − value·I sends to zero, its larger coordinate made 1.
 *
 * @param {Matrix} A
 * @param {number} value
 * @returns {Vector}
 */
function kernel([[a, b], [c, d]], value) {
  /** @type {Vector[]} */
  const rows = [[b, value - a], [value - d, c]];
  const [x, y] = Math.hypot(...rows[0]) >= Math.hypot(...rows[1]) ? rows[0] : rows[1];
  const leading = Math.abs(x) >= Math.abs(y) * (1 - 1e-9) ? x : y;
  return [x / leading, y / leading];
}

/**
 * What A does to x: `times` if A x is a multiple of x, otherwise by which angle it turns x
 * (degrees, anticlockwise positive) and how many times as long A x is.
 *
 * @param {Matrix} A
 * @param {Vector} x
 * @returns {{times: number} | {angle: number, stretch: number} | null}  null for x = 0
 */
export function effect(A, x) {
  const length = Math.hypot(...x);
  if (length === 0) return null;
  const [u, v] = apply(A, x);
  const across = x[0] * v - x[1] * u;
  const along = x[0] * u + x[1] * v;
  const reach = Math.hypot(u, v);
  const vanishes = reach <= 1e-9 * largestEntry(A) * length;
  if (vanishes || Math.abs(across) <= CLOSE * reach * length) {
    return { times: vanishes ? 0 : along / (length * length) };
  }
  return { angle: (Math.atan2(across, along) * 180) / Math.PI, stretch: reach / length };
}

/** The widest angle (degrees) at which a dragged vector is drawn to an eigenline. */
const PULL = 3;

/**
 * Where a dragged vector comes to rest: on multiples of 0.1, or exactly on an eigenline less
 * than 3° away, its larger coordinate a multiple of 0.1. Most eigenlines miss the multiples
 * of 0.1, so without the pull nobody could find them by hand. Two eigenlines that are close
 * to each other pull less, so that the vectors between them can still be reached.
 *
 * @param {Vector} x
 * @param {readonly Vector[]} directions
 * @returns {[number, number]}
 */
export function settle(x, directions) {
  const between = directions.length === 2 ? angleBetween(directions[0], directions[1]) : 90;
  const pull = Math.min(PULL, between / 4);
  for (const line of directions) {
    if (Math.hypot(...x) < 0.25 || angleBetween(x, line) > pull) continue;
    const leading = Math.abs(line[0]) === 1 ? 0 : 1;
    const length = tenths(x[leading] / line[leading]);
    return [length * line[0] || 0, length * line[1] || 0];
  }
  return [tenths(x[0]), tenths(x[1])];
}

/** @param {number} value */
export const tenths = (value) => Math.round(value * 10) / 10 || 0;

/**
 * The angle between two lines through the origin, in degrees.
 *
 * @param {Vector} u
 * @param {Vector} v
 */
function angleBetween(u, v) {
  const across = Math.abs(u[0] * v[1] - u[1] * v[0]);
  const along = Math.abs(u[0] * v[0] + u[1] * v[1]);
  return (Math.atan2(across, along) * 180) / Math.PI;
}
