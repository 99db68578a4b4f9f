// The elimination stepper: one row operation at a time, in exact fractions.

import { shapeDisplay } from "../display/shape_list.js";
import { set } from "../display/svg.js";
import { flag } from "../fields.js";
import { replaceAt } from "../interaction/typed.js";
import { bindFraction } from "../interaction/typed_fraction.js";
import { fits, read, write } from "../maths/fraction.js";
import { after, fractions, history, LARGEST_TYPED, progress } from "../maths/row_operations.js";
import { eliminationScene } from "../view/elimination_scene.js";
import { describeElimination, matrixWords } from "./elimination_words.js";

/** @typedef {import("../maths/row_operations.js").Matrix} Matrix */
/** @typedef {import("../maths/row_operations.js").Operation} Operation */

/**
 * @typedef {object} State
 * @property {string[][]} matrix  at the start: "2", "-1/3"
 * @property {Operation[]} operations  done since
 * @property {boolean} pivoting  does Next step take the largest entry as pivot?
 *
 * @typedef {object} Options
 * @property {number} augmented  columns to the right of the bar
 * @property {[number, number]} size  of the whole matrix
 *
 * @typedef {import("../figure.js").Stage<State, Options>} Stage
 */

const MOST_STEPS = 60;
const TOO_LONG =
  "This step would need numbers of more than 12 digits, too long to read. Go back, or start with shorter numbers.";

/** Is this a fraction as `write` writes it? @param {unknown} text */
function isFraction(text) {
  const value = typeof text === "string" ? read(text) : null;
  return value !== null && write(value) === text;
}

/**
 * The matrix at the start, row by row: `2,1/3_0,-1`.
 *
 * @param {[number, number]} size
 * @returns {import("../fields.js").Field<string[][]>}
 */
const startField = ([nRows, nColumns]) => ({
  /** @returns {value is string[][]} */
  check: (value) =>
    Array.isArray(value) &&
    value.length === nRows &&
    value.every(
      (row) =>
        Array.isArray(row) &&
        row.length === nColumns &&
        row.every((entry) => isFraction(entry) && fits(/** @type {any} */ (read(entry)), LARGEST_TYPED)),
    ),
  write: (value) => value.map((row) => row.join(",")).join("_"),
  read: (text) => text.split("_").map((row) => row.split(",").map(normal)),
});

/** Links may be written by hand. @param {string} text */
function normal(text) {
  const value = read(text);
  return value ? write(value) : "";
}

/**
 * The operations: `swap.1.2_scale.2.1/3_add.2.1.-3`.
 *
 * @type {import("../fields.js").Field<Operation[]>}
 */
const operationsField = {
  /** @returns {value is Operation[]} */
  check: (value) => Array.isArray(value) && value.length <= MOST_STEPS && value.every(isOperation),
  write: (value) => value.map((operation) => operation.join(".")).join("_"),
  read: (text) =>
    text === ""
      ? []
      : text.split("_").map((one) => {
          const [kind, ...rest] = one.split(".");
          const rows = kind === "scale" ? 1 : 2;
          return [kind, ...rest.map((part, i) => (i < rows ? Number(part) : normal(part)))];
        }),
};

/** @param {unknown} value */
function isOperation(value) {
  if (!Array.isArray(value)) return false;
  const [kind, ...rest] = value;
  const [rows, factors] = { swap: [2, 0], scale: [1, 1], add: [2, 1] }[String(kind)] ?? [0, 0];
  if (!rows || rest.length !== rows + factors) return false;
  const [i, j] = rest;
  return (
    rest.slice(0, rows).every((row) => Number.isInteger(row) && row >= 1) &&
    (rows === 1 || i !== j) &&
    rest.slice(rows).every((factor) => isFraction(factor) && factor !== "0")
  );
}

/** @type {import("../figure.js").Kind<State, Options>} */
export const eliminationStepper = {
  name: "elimination-stepper",
  keys: "",
  fields: ({ size }) => ({
    matrix: startField(size),
    operations: operationsField,
    pivoting: flag,
  }),
  agrees: ({ matrix, operations }) =>
    operations.every(([kind, ...rest]) =>
      rest.slice(0, kind === "scale" ? 1 : 2).every((row) => Number(row) <= matrix.length),
    ) && history(fractions(matrix), operations) !== null,
  describe: (state, { augmented }) => {
    const { matrices, now } = standing(state, augmented);
    return describeElimination(matrices, state.operations, now, augmented);
  },
  build,
  actions: {
    next(stage) {
      const { next } = standing(stage.state(), stage.options.augmented).now;
      if (next) perform(stage, next);
      else stage.say("The matrix is in reduced row echelon form: nothing is left to do.");
    },
    back({ state, change, say }) {
      if (state().operations.length) change({ operations: state().operations.slice(0, -1) });
      else say("This is the start.");
    },
    add: (stage) => choose(stage, "add"),
    scale: (stage) => choose(stage, "scale"),
    swap: (stage) => choose(stage, "swap"),
  },
};

/**
 * @param {State} state
 * @param {number} augmented
 */
export function standing({ matrix, operations, pivoting }, augmented) {
  const matrices = /** @type {Matrix[]} */ (history(fractions(matrix), operations));
  const last = matrices[matrices.length - 1];
  return { matrices, now: progress(last, last[0].length - augmented, pivoting) };
}

/** @param {Stage} stage @param {Operation} operation */
function perform({ state, options, change, say }, operation) {
  const { operations } = state();
  const { matrices } = standing(state(), options.augmented);
  if (operations.length === MOST_STEPS) {
    say(`${MOST_STEPS} steps are the most that this figure takes.`);
  } else if (!after(matrices[matrices.length - 1], operation)) {
    say(TOO_LONG);
  } else {
    change({ operations: [...operations, operation] });
  }
}

/** Do the operation that the reader has put together. @param {Stage} stage @param {"add" | "scale" | "swap"} kind */
function choose(stage, kind) {
  const line = stage.root.querySelector(`.mlf-operation:has([data-action="${kind}"])`);
  if (!line) return;
  const [i, j] = [...line.querySelectorAll("select")].map((list) => Number(list.value));
  if (kind !== "scale" && i === j) return stage.say("Choose two different rows.");
  if (kind === "swap") return perform(stage, ["swap", i, j]);
  const input = /** @type {HTMLInputElement} */ (line.querySelector("input"));
  const text = input.value.trim();
  const factor = read(text);
  if (!factor) {
    input.setAttribute("aria-invalid", "true");
    return stage.say(text ? `“${text}” is not a number.` : "A factor is missing.");
  }
  if (!factor[0]) {
    return stage.say(
      kind === "scale"
        ? "A row must not be multiplied by 0: its equation would be lost."
        : "0 times a row changes nothing.",
    );
  }
  perform(stage, kind === "scale" ? [kind, i, write(factor)] : [kind, i, j, write(factor)]);
}

/**
 * @param {Stage} stage
 * @returns {(state: State) => void}
 */
function build(stage) {
  const { root, svg, options, state, change, say } = stage;
  /** @type {ReturnType<typeof shapeDisplay>[]} */
  const layers = [];
  /** @type {(() => void)[]} */
  const fields = [];
  for (const input of root.querySelectorAll("input[data-entry]")) {
    if (!(input instanceof HTMLInputElement)) continue;
    const path = (input.dataset.entry ?? "").split(".");
    const [i, j] = path.map(Number);
    fields.push(
      bindFraction(input, {
        current: () => state().matrix[i]?.[j] ?? "0",
        put: (value) => change({ matrix: replaceAt(state().matrix, path, value), operations: [] }),
        say,
        largest: LARGEST_TYPED,
      }),
    );
  }
  for (const input of root.querySelectorAll(".mlf-operation input")) {
    input.addEventListener("input", () => input.removeAttribute("aria-invalid"));
    input.addEventListener("keydown", (event) => {
      if (/** @type {KeyboardEvent} */ (event).key !== "Enter") return;
      event.preventDefault();
      input.closest(".mlf-operation")?.querySelector("button")?.click();
    });
  }
  return (now) => {
    const { matrices, now: place } = standing(now, options.augmented);
    const matrix = matrices[matrices.length - 1];
    const scene = eliminationScene(matrix, now.operations, place, options.augmented);
    scene.forEach((shapes, i) => (layers[i] ??= shapeDisplay(svg))(shapes));
    set(svg, { "aria-label": matrixWords(matrix, options.augmented) });
    fields.forEach((show) => show());
  };
}
