// What the decision line says; word for word `DecisionLine.describe` in Python.

import { number, tuple } from "../maths/number.js";
import { mistakes, mostRight } from "../maths/perceptron.js";

/** @typedef {import("./decision_line.js").State} State */
/** @typedef {readonly (readonly [number, number])[]} Points */

/** Mistakes that the sentence names. */
const MOST_NAMED = 3;

/** @type {{points: Points, targets: readonly number[], best: number} | undefined} */
let known;

/** The best line of the last call is remembered: dragging does not change it. @param {Points} points @param {readonly number[]} targets */
function bestLine(points, targets) {
  if (known?.points !== points || known.targets !== targets) {
    known = { points, targets, best: mostRight(points, targets) };
  }
  return known.best;
}

/**
 * @param {State} state
 * @param {{points: Points}} options
 * @returns {import("../figure.js").Description}
 */
export function describeDecision({ targets, weights, bias }, { points }) {
  const wrong = mistakes(points, targets, weights, bias);
  const best = bestLine(points, targets);
  const isLine = weights[0] !== 0 || weights[1] !== 0;
  const none = `With w = 0 there is no line: every answer is ${bias > 0 ? 1 : 0}. `;
  return {
    rows: [
      ["Line", isLine ? lineWords(weights, bias) : "none, w is zero"],
      ["Now", `${points.length - wrong.length} of ${points.length} right`],
      ["Best line", `${best} of ${points.length} right`],
    ],
    sentence: (isLine ? "" : none) + verdict(points, targets, wrong, best, isLine),
  };
}

/** @param {Points} points @param {readonly number[]} targets @param {number[]} wrong @param {number} best @param {boolean} isLine */
function verdict(points, targets, wrong, best, isLine) {
  const all = `All ${points.length} points`;
  if (!wrong.length) {
    return new Set(targets).size === 1 || !isLine
      ? `${all} get the right answer.`
      : `${all} are on the right side: the line separates the two classes.`;
  }
  const named = wrong.map((i) => `${tuple(points[i])} should be ${targets[i]}`);
  const text =
    wrong.length > MOST_NAMED
      ? `${wrong.length} points are on the wrong side.`
      : `Wrong: ${named.join(", ")}.`;
  return points.length - wrong.length === best ? `${text} No line does better.` : text;
}

/**
 * What the picture is of.
 *
 * @param {Points} points
 * @param {readonly number[]} targets
 */
export function decisionTitle(points, targets) {
  const ones = targets.filter((target) => target).length;
  return (
    `${points.length} points, ${ones} of class 1 and ${points.length - ones} of class 0, ` +
    "and the line of a perceptron; on its shaded side the answer is 1"
  );
}

/** @param {readonly [number, number]} weights @param {number} bias */
function lineWords([a, b], bias) {
  let text = "";
  for (const [value, name] of /** @type {const} */ ([[a, "x₁"], [b, "x₂"], [bias, ""]])) {
    if (value === 0) continue;
    const size = number(Math.abs(value));
    const minus = text ? " − " : "−";
    const plus = text ? " + " : "";
    text += `${value < 0 ? minus : plus}${size === "1" && name ? "" : size}${name}`;
  }
  return `${text} = 0`;
}
