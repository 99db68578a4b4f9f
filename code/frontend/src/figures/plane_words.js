// What the plane explorer says; word for word `PlaneExplorer.describe` in Python.

import { number, tuple } from "../maths/number.js";
import { apply, determinant, effect, largestEntry, spectrum, trace } from "../maths/plane_map.js";

/** @typedef {import("./plane_explorer.js").State} State */
/** @typedef {import("./plane_explorer.js").Options} Options */

/**
 * @param {State} state
 * @param {Options} options
 * @returns {import("../figure.js").Description}
 */
export function describePlane({ matrix, x, eigenlines }, { eigen, reveal, move }) {
  const told = eigen && (reveal || eigenlines);
  /** @type {[string, string][]} */
  const rows = [
    ["x", tuple(x)],
    ["A x", tuple(apply(matrix, x))],
  ];
  if (eigen || move.includes("columns")) rows.push(["Determinant", determinantWords(matrix)]);
  if (eigen) {
    rows.push(["Trace", number(trace(matrix))]);
    rows.push(["Eigenvalues", told ? eigenvalueWords(matrix) : "hidden"]);
    rows.push(["Eigenlines", told ? eigenlineWords(matrix) : "hidden"]);
  }
  return { rows, sentence: effectWords(matrix, x, told) };
}

/** @typedef {import("../maths/plane_map.js").Matrix} Matrix */

/**
 * What the picture is of.
 *
 * @param {Matrix} A
 */
export const planeTitle = (A) =>
  `The plane and its image under A, with rows ${A.map(tuple).join(" and ")}`;

/** @param {Matrix} A */
function determinantWords(A) {
  const value = determinant(A);
  if (Math.abs(value) <= 1e-9 * largestEntry(A) ** 2) return "0 (flattened)";
  return value < 0 ? `${number(value)} (turned over)` : number(value);
}

/** @param {Matrix} A */
export function eigenvalueWords(A) {
  const { complex, mean, half } = spectrum(A);
  if (complex) {
    const imaginary = number(half) === "1" ? "i" : `${number(half)}i`;
    return number(mean) === "0" ? `±${imaginary}` : `${number(mean)} ± ${imaginary}`;
  }
  if (half === 0) return `${number(mean)} (twice)`;
  return `${number(mean + half)} and ${number(mean - half)}`;
}

/** @param {Matrix} A */
function eigenlineWords(A) {
  const { directions, everyLine } = spectrum(A);
  if (everyLine) return "every line";
  return directions.map(tuple).join(" and ") || "none";
}

/**
 * @param {Matrix} A
 * @param {readonly [number, number]} x
 * @param {boolean} told
 */
function effectWords(A, x, told) {
  const found = effect(A, x);
  if (found === null) return "x is the zero vector; every linear map leaves it where it is.";
  if ("times" in found) {
    const times = number(found.times);
    const end = told ? `x is an eigenvector with eigenvalue ${times}` : "they lie on one line";
    return `A x is ${times} times x: ${end}.`;
  }
  const degrees = number(Math.abs(found.angle), 1);
  const turned = { 0: "less than 0.1", 180: "almost 180" }[degrees] ?? degrees;
  const way = found.angle > 0 ? "anticlockwise" : "clockwise";
  const stretch = number(found.stretch);
  const length = stretch === "1" ? "just as long" : `${stretch} times as long`;
  return `A x points ${turned}° ${way} of x and is ${length}.`;
}
