// The bell curve and its misfit. `mlmath.probability` computes the same.

/** @param {number} x @param {number} mu @param {number} sigma */
export const gaussian = (x, mu, sigma) =>
  Math.exp(-(((x - mu) / sigma) ** 2) / 2) / (sigma * Math.sqrt(2 * Math.PI));

/** The σ of the bell curve with a peak of this height. @param {number} height */
export const widthOfPeak = (height) => 1 / (height * Math.sqrt(2 * Math.PI));

/**
 * The middles and the heights of the bars of a histogram.
 *
 * @typedef {object} Bars
 * @property {number[]} edges
 * @property {number[]} counts
 * @property {number} total
 */

/** @param {Bars} bars @returns {{middle: number, density: number}[]} */
export const points = ({ edges, counts, total }) =>
  counts.map((count, i) => ({
    middle: (edges[i] + edges[i + 1]) / 2,
    density: count / (total * (edges[i + 1] - edges[i])),
  }));

/** @param {number} mu @param {number} sigma @param {Bars} bars */
export const misfit = (mu, sigma, bars) =>
  points(bars).reduce(
    (sum, { middle, density }) => sum + (gaussian(middle, mu, sigma) - density) ** 2,
    0,
  );

/**
 * How fast the misfit rises with μ and with σ.
 *
 * @param {number} mu
 * @param {number} sigma
 * @param {Bars} bars
 */
export function slopes(mu, sigma, bars) {
  let [first, second] = [0, 0];
  for (const { middle, density } of points(bars)) {
    const z = (middle - mu) / sigma;
    const g = gaussian(middle, mu, sigma);
    first += 2 * (g - density) * g * z;
    second += 2 * (g - density) * g * (z * z - 1);
  }
  return [first / sigma, second / sigma];
}
