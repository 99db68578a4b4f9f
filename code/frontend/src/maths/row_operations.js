// Row operations on matrices of exact fractions. `mlmath.figures.row_operations` has the same.
// Rows and columns are counted from 0 here; operations as the reader sees them count rows from 1.

import {
  equal, fits, larger, magnitude, negative, ONE, product, quotient, read, sum, words, write,
} from "./fraction.js";

/** @typedef {import("./fraction.js").Fraction} Fraction */
/** @typedef {Fraction[][]} Matrix */
/**
 * `["swap", 1, 2]`, `["scale", 2, "1/3"]` or `["add", 2, 1, "-3"]`: row 2 − 3 × row 1.
 *
 * @typedef {["swap", number, number] | ["scale", number, string] | ["add", number, number, string]} Operation
 */

/**
 * Where an elimination stands.
 *
 * @typedef {object} Progress
 * @property {[row: number, column: number][]} pivots  below which all is zero
 * @property {[row: number, column: number] | null} current  the pivot in use; null in echelon form
 * @property {Operation | null} next  what to do next; null in reduced row echelon form
 */

export const LARGEST_TYPED = 10n ** 6n - 1n;
/** No numerator and no denominator may be larger: such numbers cannot be read any more. */
const LARGEST = 10n ** 12n - 1n;

/** @param {string} text */
const given = (text) => /** @type {Fraction} */ (read(text));

/** @param {readonly (readonly string[])[]} rows @returns {Matrix} */
export const fractions = (rows) => rows.map((row) => row.map(given));

/**
 * The matrix after a row operation; null if a number has become too long to be read.
 *
 * @param {Matrix} matrix
 * @param {Operation} operation
 * @returns {Matrix | null}
 */
export function after(matrix, operation) {
  const changed = [...matrix];
  const i = operation[1] - 1;
  if (operation[0] === "swap") {
    const j = operation[2] - 1;
    [changed[i], changed[j]] = [changed[j], changed[i]];
  } else if (operation[0] === "scale") {
    const factor = given(operation[2]);
    changed[i] = matrix[i].map((entry) => product(factor, entry));
  } else {
    const factor = given(operation[3]);
    const other = matrix[operation[2] - 1];
    changed[i] = matrix[i].map((entry, k) => sum(entry, product(factor, other[k])));
  }
  return changed.flat().every((entry) => fits(entry, LARGEST)) ? changed : null;
}

/**
 * The matrix at the start and after each operation; null if a number becomes too long.
 *
 * @param {Matrix} start
 * @param {readonly Operation[]} operations
 * @returns {Matrix[] | null}
 */
export function history(start, operations) {
  const matrices = [start];
  for (const operation of operations) {
    const next = after(matrices[matrices.length - 1], operation);
    if (!next) return null;
    matrices.push(next);
  }
  return matrices;
}

/**
 * The column of the first entry that is not 0, among the coefficients; -1 if there is none.
 *
 * @param {readonly Fraction[]} row
 * @param {number} nUnknowns
 */
export const leading = (row, nUnknowns) => row.slice(0, nUnknowns).findIndex(([above]) => above);

/**
 * The pivots so far and what to do next. First everything below the pivots becomes 0, column by
 * column; then, from the last pivot to the first, each becomes 1 and everything above it 0.
 *
 * @param {Matrix} matrix
 * @param {number} nUnknowns
 * @param {boolean} pivoting
 * @returns {Progress}
 */
export function progress(matrix, nUnknowns, pivoting) {
  /** @type {Progress["pivots"]} */
  const pivots = [];
  for (let column = 0; column < nUnknowns; column++) {
    const top = pivots.length;
    const candidates = matrix.map((_, i) => i).filter((i) => i >= top && matrix[i][column][0]);
    if (!candidates.length) continue;
    const chosen = pivoting
      ? candidates.reduce((best, i) => (larger(matrix[i][column], matrix[best][column]) ? i : best))
      : candidates[0];
    if (chosen !== top) return { pivots, current: [chosen, column], next: ["swap", top + 1, chosen + 1] };
    const below = candidates.find((i) => i > top);
    if (below !== undefined) {
      const factor = negative(quotient(matrix[below][column], matrix[top][column]));
      return { pivots, current: [top, column], next: ["add", below + 1, top + 1, write(factor)] };
    }
    pivots.push([top, column]);
  }
  for (const [row, column] of pivots.toReversed()) {
    const pivot = matrix[row][column];
    if (!equal(pivot, ONE)) {
      return { pivots, current: null, next: ["scale", row + 1, write(quotient(ONE, pivot))] };
    }
    for (let i = row - 1; i >= 0; i--) {
      if (!matrix[i][column][0]) continue;
      return { pivots, current: null, next: ["add", i + 1, row + 1, write(negative(matrix[i][column]))] };
    }
  }
  return { pivots, current: null, next: null };
}

/**
 * Does each row begin further to the right than the one above it?
 *
 * @param {Matrix} matrix
 * @param {number} nUnknowns
 */
export function isEchelon(matrix, nUnknowns) {
  const leads = matrix.map((row) => leading(row, nUnknowns));
  return leads.every((below, i) => i === 0 || below < 0 || (leads[i - 1] >= 0 && leads[i - 1] < below));
}

/** What a row operation does, in words. @param {Operation} operation */
export function operationWords(operation) {
  const [kind, i] = operation;
  if (kind === "swap") return `Rows ${i} and ${operation[2]} change places`;
  const factor = given(kind === "scale" ? operation[2] : operation[3]);
  const isNegative = factor[0] < 0n;
  if (kind === "scale") return `Row ${i} × ${isNegative ? `(${words(factor)})` : words(factor)}`;
  const times = equal(magnitude(factor), ONE) ? "" : `${words(magnitude(factor))} × `;
  return `Row ${i} ${isNegative ? "−" : "+"} ${times}row ${operation[2]}`;
}

/**
 * What a row operation is good for, or what it spoils; "" where there is no more to say.
 *
 * @param {Matrix} before
 * @param {Operation} operation
 * @param {Matrix} now
 * @param {number} nUnknowns
 */
export function effectWords(before, operation, now, nUnknowns) {
  const i = operation[1] - 1;
  if (operation[0] === "scale") {
    const column = leading(now[i], nUnknowns);
    const good = column >= 0 && equal(now[i][column], ONE) && !equal(before[i][column], ONE);
    return good ? ": its first entry becomes 1" : "";
  }
  const j = operation[2] - 1;
  if (operation[0] === "swap") {
    const [top, bottom] = [Math.min(i, j), Math.max(i, j)];
    const leads = [top, bottom].map((k) => leading(before[k], nUnknowns)).filter((lead) => lead >= 0);
    if (!leads.length) return "";
    const column = Math.min(...leads);
    if (!before[top][column][0]) return ": an entry that is not 0 comes up";
    return larger(before[bottom][column], before[top][column]) ? ": the larger entry comes up" : "";
  }
  const column = leading(before[j], nUnknowns);
  if (column < 0 || !before[i][column][0] === !now[i][column][0]) return "";
  const where = i > j ? "below" : "above";
  if (now[i][column][0]) return `: the 0 ${where} the pivot is lost`;
  const text = `: the entry ${where} the pivot becomes 0`;
  if (now[i].every(([above]) => !above)) return `${text}, and with it the whole row`;
  if (leading(now[i], nUnknowns) < 0) return `${text}, and with it all coefficients of the row`;
  return text;
}
