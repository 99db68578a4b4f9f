// What the linear system says; word for word `LinearSystem.describe` in Python.

import { number, tuple } from "../maths/number.js";
import { determinant, isSingular, solutions } from "../maths/linear_system.js";

/** @typedef {import("../maths/linear_system.js").Line} Line */
/** @typedef {import("../maths/linear_system.js").Lines} Lines */

/**
 * @param {Lines} lines
 * @param {{limit: number}} options
 * @returns {import("../figure.js").Description}
 */
export function describeSystem(lines, { limit }) {
  const { count, point } = solutions(lines);
  return {
    rows: [
      ["Equation 1", equation(lines[0])],
      ["Equation 2", equation(lines[1])],
      ["Determinant", determinantWords(lines)],
      ["Solutions", point ? `${count}: ${tuple(point)}` : count],
    ],
    sentence: sentence(lines, limit),
  };
}

/**
 * What the picture is of.
 *
 * @param {Lines} lines
 */
export const systemTitle = ([first, second]) =>
  `The lines ${equation(first)} and ${equation(second)}`;

/**
 * `2x₁ − x₂ = 4`
 *
 * @param {Line} line
 */
export function equation([a, b, c]) {
  let text = "";
  for (const [value, name] of /** @type {const} */ ([[a, "x₁"], [b, "x₂"]])) {
    if (value === 0) continue;
    const size = number(Math.abs(value));
    const minus = text ? " − " : "−";
    const plus = text ? " + " : "";
    text += `${value < 0 ? minus : plus}${size === "1" ? "" : size}${name}`;
  }
  return `${text || "0"} = ${number(c)}`;
}

/** @param {Lines} lines */
function determinantWords(lines) {
  if (isSingular(lines)) return "0";
  const text = number(determinant(lines));
  return text === "0" ? "almost 0" : text;
}

/** @param {Lines} lines @param {number} limit */
function sentence(lines, limit) {
  const { count, point } = solutions(lines);
  if (point) {
    const text = `The lines meet in one point, ${tuple(point)}: the system has exactly one solution.`;
    const outside = Math.max(...point.map(Math.abs)) > limit;
    return outside ? `${text} It lies outside the picture.` : text;
  }
  const empty = lines.map(([a, b]) => a === 0 && b === 0);
  const broken = lines.findIndex(([, , c], i) => empty[i] && c !== 0);
  if (broken >= 0) {
    return (
      `Equation ${broken + 1} says ${equation(lines[broken])}, ` +
      "which no point satisfies: the system has no solution."
    );
  }
  if (empty[0] && empty[1]) {
    return "Both equations say 0 = 0: every point of the plane is a solution.";
  }
  if (empty[0] || empty[1]) {
    const one = empty.indexOf(true) + 1;
    return (
      `Equation ${one} says 0 = 0, which every point satisfies: ` +
      `the solutions are the points of line ${3 - one}.`
    );
  }
  if (count === "none") {
    return "The lines are parallel and never meet: the system has no solution.";
  }
  return "Both equations describe one and the same line: each of its points is a solution.";
}
