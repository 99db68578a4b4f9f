// A perceptron with two inputs. `mlmath.figures.perceptron_rule` computes the same.

/** @typedef {readonly [number, number]} Point */

/** Points as close to the line as this lie on it. */
const CLOSE = 1e-9;

/**
 * 1 on the positive side of the line; 0 on the line and on its other side.
 *
 * @param {Point} weights
 * @param {number} bias
 * @param {Point} point
 */
export const answer = ([a, b], bias, [x, y]) => (a * x + b * y + bias > CLOSE ? 1 : 0);

/**
 * Which points get the wrong answer?
 *
 * @param {readonly Point[]} points
 * @param {readonly number[]} targets
 * @param {Point} weights
 * @param {number} bias
 */
export const mistakes = (points, targets, weights, bias) =>
  points.map((_, i) => i).filter((i) => answer(weights, bias, points[i]) !== targets[i]);

/**
 * The perceptron rule at one point: the weights and the bias move by its error.
 *
 * @param {Point} weights
 * @param {number} bias
 * @param {Point} point
 * @param {number} target
 * @returns {{weights: [number, number], bias: number}}
 */
export function learn(weights, bias, point, target) {
  const error = target - answer(weights, bias, point);
  return {
    weights: [tidy(weights[0] + error * point[0]), tidy(weights[1] + error * point[1])],
    bias: tidy(bias + error),
  };
}

/** @param {number} value */
const tidy = (value) => Math.round(value * 1e6) / 1e6 || 0;

/**
 * How many points the best line gets right. Every way to part the points by a line is reached
 * from a line through two of them, tilted a little about a place between two points on it, or
 * shifted.
 *
 * @param {readonly Point[]} points
 * @param {readonly number[]} targets
 */
export function mostRight(points, targets) {
  const ones = targets.filter((target) => target === 1).length;
  let best = Math.max(ones, targets.length - ones);
  points.forEach(([px, py], i) => {
    for (const [qx, qy] of points.slice(i + 1)) {
      const [dx, dy] = [qx - px, qy - py];
      if (dx === 0 && dy === 0) continue;
      const sides = [0, 0]; // right answers if the left side, or the right side, means 1
      /** @type {[number, number][]} */
      const onLine = [];
      points.forEach(([x, y], k) => {
        const across = dx * (y - py) - dy * (x - px);
        if (Math.abs(across) <= CLOSE) onLine.push([dx * (x - px) + dy * (y - py), targets[k]]);
        else sides[Number(across > 0 !== (targets[k] === 1))] += 1;
      });
      best = Math.max(best, Math.max(...sides) + mostSplit(onLine));
    }
  });
  return best;
}

/**
 * How many points of a line are right if it is parted at the best place.
 *
 * @param {[along: number, target: number][]} onLine
 */
function mostSplit(onLine) {
  let most = 0;
  for (const cut of [...onLine.map(([along]) => along), Infinity]) {
    const right = onLine.filter(([along, target]) => along < cut === (target === 1)).length;
    most = Math.max(most, right, onLine.length - right);
  }
  return most;
}
