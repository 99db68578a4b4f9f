// A picture put together from its components. `mlmath.figures.image_parts` takes it apart, and
// puts it together in the same way.

/**
 * @typedef {object} Picture
 * @property {number} rows
 * @property {number} columns
 * @property {number[]} values  the singular values
 * @property {number[]} scales  by which the outer products of `left` and `right` are multiplied
 * @property {string} left  whole numbers from -127 to 127, a byte each, in Base64
 * @property {string} right
 */

/** @param {string} text */
const bytes = (text) => Int8Array.from(atob(text), (letter) => letter.charCodeAt(0));

/**
 * Remembers the sum of the components of a picture; the next one differs by a few of them.
 *
 * @param {Picture} picture
 * @returns {(k: number, rest: boolean) => Uint8ClampedArray} grey levels
 */
export function composer({ rows, columns, scales, left, right }) {
  const [us, vs] = [bytes(left), bytes(right)];
  const sum = new Float64Array(rows * columns);
  let count = 0;
  /** @param {number} i @param {1 | -1} sign @param {Float64Array} to */
  const put = (i, sign, to) => {
    for (let row = 0; row < rows; row++) {
      const factor = sign * scales[i] * us[i * rows + row];
      const [start, from] = [row * columns, i * columns];
      for (let column = 0; column < columns; column++) {
        to[start + column] += factor * vs[from + column];
      }
    }
  };
  /** @type {Float64Array | null} */
  let whole = null;
  const all = () => {
    if (!whole) {
      whole = new Float64Array(rows * columns);
      for (let i = 0; i < scales.length; i++) put(i, 1, whole);
    }
    return whole;
  };
  return (k, rest) => {
    while (count < k) put(count++, 1, sum);
    while (count > k) put(--count, -1, sum);
    const levels = new Uint8ClampedArray(sum.length);
    const full = rest ? all() : sum;
    for (let i = 0; i < sum.length; i++) {
      const level = rest ? full[i] - sum[i] + 0.5 : sum[i];
      levels[i] = Math.floor(255 * Math.min(1, Math.max(0, level)) + 0.5);
    }
    return levels;
  };
}
