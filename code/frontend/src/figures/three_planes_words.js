// What three planes say; word for word `ThreePlanes.describe` in Python.

import { combination } from "../maths/combination.js";
import { number, tuple } from "../maths/number.js";
import { areParallel, determinant, isZero } from "../maths/space.js";
import { solve } from "../maths/three_planes.js";

/** @typedef {import("../maths/space.js").Vector} Vector */

/** @param {Vector} row @param {number} right */
const equation = (row, right) => `${combination(row, ["x₁", "x₂", "x₃"])} = ${number(right)}`;

/** @param {readonly Vector[]} matrix @param {readonly number[]} b */
export function planesTitle(matrix, b) {
  const [one, two, three] = matrix.map((row, i) => equation(row, b[i]));
  return `The planes ${one}, ${two} and ${three}`;
}

/**
 * @param {readonly Vector[]} matrix
 * @param {readonly number[]} b
 * @param {number} limit
 * @returns {import("../figure.js").Description}
 */
export function describePlanes(matrix, b, limit) {
  const found = solve(matrix, b);
  const { rank, consistent } = found;
  const volume = rank === 3 ? number(determinant(matrix[0], matrix[1], matrix[2])) : "0";
  return {
    rows: [
      ...matrix.map((row, i) => /** @type {[string, string]} */ (
        [`Equation ${i + 1}`, equation(row, b[i])]
      )),
      ["Determinant", rank === 3 && volume === "0" ? "almost 0" : volume],
      ["Rank", `${rank} of A, ${rank + (consistent ? 0 : 1)} with b`],
      ["Solutions", solutions(found)],
    ],
    sentence: sentence(matrix, b, found, limit),
  };
}

/** @param {ReturnType<typeof solve>} found */
function solutions({ rank, consistent, point, directions }) {
  if (!consistent) return "none";
  if (rank === 3) return `one: ${tuple(point)}`;
  if (rank === 2) {
    const start = point.some((value) => number(value) !== "0") ? `${tuple(point)} + ` : "";
    return `a line: ${start}t ${tuple(directions[0])}`;
  }
  return rank === 1 ? "a plane" : "all of space";
}

/**
 * @param {readonly Vector[]} matrix
 * @param {readonly number[]} b
 * @param {ReturnType<typeof solve>} found
 * @param {number} limit
 */
function sentence(matrix, b, { rank, consistent, point }, limit) {
  if (consistent) {
    if (rank === 3) {
      const text =
        `The three planes meet in one point, ${tuple(point)}: ` +
        "the system has exactly one solution.";
      const outside = Math.max(...point.map(Math.abs)) > limit;
      return outside ? `${text} It lies outside the picture.` : text;
    }
    return [
      "All equations say 0 = 0: every point of space is a solution.",
      "All solutions form one plane: what else is said is said twice.",
      "The planes share a line: each of its points is a solution.",
    ][rank];
  }
  const broken = matrix.findIndex((row, i) => isZero(row) && b[i] !== 0);
  if (broken >= 0) {
    return (
      `Equation ${broken + 1} says ${equation(matrix[broken], b[broken])}, ` +
      "which no point satisfies: the system has no solution."
    );
  }
  const pair = [[0, 1], [0, 2], [1, 2]].find(
    ([i, j]) =>
      areParallel(matrix[i], matrix[j]) && !solve([matrix[i], matrix[j]], [b[i], b[j]]).consistent,
  );
  if (pair) {
    const [i, j] = pair;
    return (
      `Planes ${i + 1} and ${j + 1} are parallel and never meet: the system has no solution.`
    );
  }
  return (
    "Any two planes meet in a line, but the three lines are parallel, the edges of a prism: " +
    "the system has no solution."
  );
}
