// The parts of a figure's state: how each is checked, and how it is written in a link.
// The same rules hold for a link, for Python and for what is typed: nothing unchecked gets in.

/**
 * @template T
 * @typedef {object} Field
 * @property {(value: unknown) => value is T} check
 * @property {(value: T) => string} write
 * @property {(text: string) => unknown} read  what `check` then judges
 */

/**
 * @param {number} min
 * @param {number} max
 * @returns {(value: unknown) => value is number}
 */
const between = (min, max) =>
  /** @returns {value is number} */
  (value) => typeof value === "number" && value >= min && value <= max;

/** @param {string} text */
const plainNumber = (text) => (/^-?\d+(\.\d+)?(e-?\d+)?$/.test(text) ? Number(text) : NaN);

/**
 * A number from `min` to `max`.
 *
 * @param {{min: number, max: number}} range
 * @returns {Field<number>}
 */
export const scalar = ({ min, max }) => ({
  check: between(min, max),
  write: String,
  read: plainNumber,
});

/**
 * A whole number from `min` to `max`.
 *
 * @param {{min: number, max: number}} range
 * @returns {Field<number>}
 */
export const integer = ({ min, max }) => {
  const fits = between(min, max);
  return {
    /** @returns {value is number} */
    check: (value) => Number.isInteger(value) && fits(value),
    write: String,
    read: plainNumber,
  };
};

/**
 * A vector of `size` numbers, each from `min` to `max`.
 *
 * @param {{size: number, min: number, max: number}} shape
 * @returns {Field<number[]>}
 */
export const vector = ({ size, min, max }) => {
  const fits = between(min, max);
  return {
    /** @returns {value is number[]} */
    check: (value) => Array.isArray(value) && value.length === size && value.every(fits),
    write: (value) => value.join(","),
    read: (text) => text.split(",").map(plainNumber),
  };
};

/**
 * A matrix, row by row, each entry from `min` to `max`.
 *
 * @param {{rows: number, columns: number, min: number, max: number}} shape
 * @returns {Field<number[][]>}
 */
export const matrix = ({ rows, columns, min, max }) => {
  const row = vector({ size: columns, min, max });
  return {
    /** @returns {value is number[][]} */
    check: (value) => Array.isArray(value) && value.length === rows && value.every(row.check),
    write: (value) => value.flat().join(","),
    read: (text) => {
      const entries = text.split(",").map(plainNumber);
      if (entries.length !== rows * columns) return undefined;
      return Array.from({ length: rows }, (_, i) => entries.slice(i * columns, (i + 1) * columns));
    },
  };
};

/**
 * Yes or no.
 *
 * @type {Field<boolean>}
 */
export const flag = {
  /** @returns {value is boolean} */
  check: (value) => typeof value === "boolean",
  write: (value) => (value ? "1" : "0"),
  read: (text) => ({ 0: false, 1: true })[text],
};
