// The picture of an elimination: the matrix between brackets, its pivots, the last step.
// `mlmath.figures.elimination_scene` draws the same.

import { roundedWords } from "../maths/fraction.js";
import { operationWords } from "../maths/row_operations.js";
import { path } from "./shape_list.js";

/** @typedef {import("./shape_list.js").Point} Point */
/** @typedef {import("./shape_list.js").Shape} Shape */
/** @typedef {import("../maths/row_operations.js").Operation} Operation */

const WIDTH = 400;
const ROW = 52;
const TOP = 12;
const FOOT = 34;
/** Room for the names of the rows, on the left. */
const LABELS = 34;
/** Of a column. */
const WIDEST = 72;
const BRACKET = 6;

/**
 * The shapes in layers, one for each entry and four more, so that a step redraws what it changes.
 *
 * @param {import("../maths/row_operations.js").Matrix} matrix
 * @param {readonly Operation[]} operations
 * @param {import("../maths/row_operations.js").Progress} now
 * @param {number} augmented
 * @returns {Shape[][]}
 */
export function eliminationScene(matrix, operations, { pivots, current }, augmented) {
  const nColumns = matrix[0].length;
  const wide = Math.min(WIDEST, (WIDTH - LABELS - 3 * BRACKET) / nColumns);
  const left = (WIDTH + LABELS - nColumns * wide) / 2;
  const [right, bottom] = [left + nColumns * wide, TOP + ROW * matrix.length];
  /** @param {number} row @param {number} column @returns {Point} */
  const middle = (row, column) => [left + (column + 0.5) * wide, TOP + (row + 0.5) * ROW];

  /** @type {Shape[]} */
  const ground = changed(operations).map((row) => [
    "rect",
    "mlf-area mlf-input",
    { x: left, y: TOP + ROW * row + 3, width: right - left, height: ROW - 6 },
  ]);
  const size = Math.min(wide, ROW) - 8;
  /** @type {Shape[]} */
  const marks = (current ? [...pivots, current] : pivots).map((place) => {
    const [x, y] = middle(...place);
    return [
      "rect",
      `mlf-line mlf-first-basis${place === current ? "" : " mlf-thin"}`,
      { x: x - size / 2, y: y - size / 2, width: size, height: size, rx: 6 },
    ];
  });
  /** @param {number} at @param {number} out @returns {Point[]} */
  const bracket = (at, out) => [[at, TOP], [at + out, TOP], [at + out, bottom], [at, bottom]];
  const brackets = path(bracket(left, -BRACKET), bracket(right, BRACKET));
  /** @type {Shape[]} */
  const lines = [["path", "mlf-line mlf-ink mlf-thin", { d: brackets }]];
  if (augmented) {
    const bar = right - augmented * wide;
    const line = path([[bar, TOP + 4], [bar, bottom - 4]]);
    lines.push(["path", "mlf-line mlf-residual mlf-thin", { d: line }]);
  }
  const entries = matrix.flatMap((values, row) => {
    const name = /** @type {Point} */ ([left - BRACKET - 17, middle(row, 0)[1]]);
    return [
      [text(`R${row + 1}`, name, "mlf-residual mlf-small")],
      ...values.map((value, column) => entry(value, middle(row, column), wide)),
    ];
  });
  const last = operations[operations.length - 1];
  const foot = /** @type {Point} */ ([WIDTH / 2, bottom + FOOT / 2 + 2]);
  return [ground, marks, lines, ...entries, last ? [text(operationWords(last), foot, "mlf-input")] : []];
}

/** The rows that the last operation has changed. @param {readonly Operation[]} operations */
function changed(operations) {
  const last = operations[operations.length - 1];
  if (!last) return [];
  return last[0] === "swap" ? [last[1] - 1, last[2] - 1] : [last[1] - 1];
}

/**
 * @param {import("../maths/fraction.js").Fraction} value
 * @param {Point} centre
 * @param {number} wide
 * @returns {Shape[]}
 */
function entry(value, centre, wide) {
  const [x, y] = centre;
  const above = String(value[0]).replace("-", "");
  const below = String(value[1]);
  const sign = value[0] < 0n ? "−" : "";
  const isWhole = value[1] === 1n;
  if (isWhole && 8 * (above.length + sign.length) <= wide) {
    const small = 10 * above.length <= wide ? "" : " mlf-small";
    return [text(sign + above, centre, `mlf-ink${small}`)];
  }
  const size = 4 * Math.max(above.length, below.length); // half the width of the fraction
  if (isWhole || 2 * size + (sign ? 11 : 0) > wide - 4) {
    return [text(roundedWords(value), centre, "mlf-ink mlf-tiny")];
  }
  const middle = x + (sign ? 5 : 0);
  const line = path([[middle - size - 1, y], [middle + size + 1, y]]);
  /** @type {Shape[]} */
  const minus = sign ? [text(sign, [middle - size - 8, y], "mlf-ink mlf-small")] : [];
  return [
    ...minus,
    text(above, [middle, y - 10], "mlf-ink mlf-small"),
    ["path", "mlf-line mlf-ink mlf-thin", { d: line }],
    text(below, [middle, y + 10], "mlf-ink mlf-small"),
  ];
}

/** @param {string} text @param {Point} centre @param {string} classes @returns {Shape} */
function text(text, [x, y], classes) {
  const down = /small|tiny/.test(classes) ? 5 : 6;
  return ["text", `mlf-label ${classes}`, { x, y: y + down }, text];
}
