// What the elimination stepper says; word for word `mlmath.figures.elimination_words`.

import { equal, ONE, words, ZERO } from "../maths/fraction.js";
import { effectWords, isEchelon, leading, operationWords } from "../maths/row_operations.js";

/** @typedef {import("../maths/row_operations.js").Matrix} Matrix */
/** @typedef {import("../maths/row_operations.js").Operation} Operation */
/** @typedef {import("../maths/row_operations.js").Progress} Progress */

const SUBSCRIPTS = "₁₂₃₄₅₆₇₈";

/**
 * @param {Matrix[]} matrices  at the start and after each operation
 * @param {readonly Operation[]} operations
 * @param {Progress} now
 * @param {number} augmented
 * @returns {import("../figure.js").Description}
 */
export function describeElimination(matrices, operations, now, augmented) {
  const matrix = matrices[matrices.length - 1];
  const nUnknowns = matrix[0].length - augmented;
  const echelon = isEchelon(matrix, nUnknowns);
  let form = "not yet in row echelon form";
  if (echelon) form = now.next ? "row echelon form" : "reduced row echelon form";
  /** @type {[string, string][]} */
  const rows = [
    ["Steps", String(operations.length)],
    ["Form", form],
    ["Pivots", echelon ? pivotWords(now) : "not settled yet"],
  ];
  if (augmented === 1) rows.push(["Solutions", solutionWords(matrix, now, echelon)]);
  let last = "Press Next step, or choose a row operation.";
  const done = operations[operations.length - 1];
  if (done) {
    const effect = effectWords(matrices[matrices.length - 2], done, matrix, nUnknowns);
    last = `${operationWords(done)}${effect}.`;
  }
  return { rows, sentence: `${last} ${verdict(matrices, now, echelon, augmented)}`.trim() };
}

/**
 * What the picture shows.
 *
 * @param {Matrix} matrix
 * @param {number} augmented
 */
export function matrixWords(matrix, augmented) {
  const rows = matrix.map((row) => {
    const texts = row.map(words);
    const cut = row.length - augmented;
    const right = texts.slice(cut).join(", ");
    return `(${texts.slice(0, cut).join(", ")}${right ? ` | ${right}` : ""})`;
  });
  return `The matrix with rows ${rows.join(" and ")}`;
}

/**
 * The first row that reads 0 = something else, or -1.
 *
 * @param {Matrix} matrix
 * @param {number} augmented
 */
function contradiction(matrix, augmented) {
  if (augmented !== 1) return -1;
  return matrix.findIndex((row) => leading(row, row.length - 1) < 0 && row[row.length - 1][0]);
}

/** @param {Progress} now */
function pivotWords({ pivots }) {
  if (!pivots.length) return "none";
  const columns = pivots.map(([, column]) => String(column + 1));
  return `${columns.length}, in ${columns.length === 1 ? "column" : "columns"} ${listed(columns)}`;
}

/** @param {Matrix} matrix @param {Progress} now @param {boolean} echelon */
function solutionWords(matrix, { pivots, next }, echelon) {
  if (contradiction(matrix, 1) >= 0) return "none";
  if (!echelon) return "not settled yet";
  if (pivots.length < matrix[0].length - 1) return "infinitely many";
  if (next) return "one";
  return `one: (${pivots.map(([row]) => words(matrix[row][pivots.length])).join(", ")})`;
}

/** @param {Matrix[]} matrices @param {Progress} now @param {boolean} echelon @param {number} augmented */
function verdict(matrices, { pivots, next }, echelon, augmented) {
  const matrix = matrices[matrices.length - 1];
  const nUnknowns = matrix[0].length - augmented;
  const broken = contradiction(matrix, augmented);
  if (broken >= 0) {
    return `Row ${broken + 1} reads 0 = ${words(matrix[broken][nUnknowns])}: the system has no solution.`;
  }
  if (!echelon) return "";
  if (next) return "The matrix is in row echelon form.";
  if (augmented === 1) {
    const taken = pivots.map(([, column]) => column);
    if (pivots.length < nUnknowns) {
      const free = Array.from({ length: nUnknowns }, (_, j) => j)
        .filter((j) => !taken.includes(j))
        .map((j) => `x${SUBSCRIPTS[j]}`);
      return `Infinitely many solutions: ${listed(free)} ${free.length === 1 ? "is" : "are"} free.`;
    }
    const values = pivots.map(
      ([row, column]) => `x${SUBSCRIPTS[column]} = ${words(matrix[row][nUnknowns])}`,
    );
    return `The solution: ${listed(values)}.`;
  }
  if (augmented === nUnknowns && nUnknowns === matrix.length && isIdentityRight(matrices[0], augmented)) {
    return pivots.length === nUnknowns
      ? "The block on the right is the inverse matrix."
      : "The block on the left has a row of zeros: there is no inverse matrix.";
  }
  return "The matrix is in reduced row echelon form.";
}

/** @param {Matrix} matrix @param {number} augmented */
const isIdentityRight = (matrix, augmented) =>
  matrix.every((row, i) =>
    row.slice(row.length - augmented).every((entry, j) => equal(entry, i === j ? ONE : ZERO)),
  );

/** @param {string[]} parts */
const listed = (parts) =>
  parts.length === 1 ? parts[0] : `${parts.slice(0, -1).join(", ")} and ${parts[parts.length - 1]}`;
