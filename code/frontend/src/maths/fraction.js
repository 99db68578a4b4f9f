// Exact fractions of whole numbers of any length, in lowest terms, with a positive denominator.

import { number } from "./number.js";

/** @typedef {readonly [above: bigint, below: bigint]} Fraction */

/** @type {Fraction} */
export const ZERO = [0n, 1n];
/** @type {Fraction} */
export const ONE = [1n, 1n];

/** Fractions with more characters than this are rounded where they are shown. */
const LONGEST = 14;

/** @param {bigint} value */
const size = (value) => (value < 0n ? -value : value);

/** @param {bigint} above @param {bigint} below  not 0 @returns {Fraction} */
export function ratio(above, below) {
  let [a, b] = [size(above), size(below)];
  while (b) [a, b] = [b, a % b];
  const sign = below < 0n ? -1n : 1n;
  return [(sign * above) / a, (sign * below) / a];
}

/** @param {Fraction} x @param {Fraction} y */
export const sum = ([a, b], [c, d]) => ratio(a * d + c * b, b * d);

/** @param {Fraction} x @param {Fraction} y */
export const product = ([a, b], [c, d]) => ratio(a * c, b * d);

/** @param {Fraction} x @param {Fraction} y  not 0 */
export const quotient = ([a, b], [c, d]) => ratio(a * d, b * c);

/** @param {Fraction} x @returns {Fraction} */
export const negative = ([a, b]) => [-a, b];

/** @param {Fraction} x @returns {Fraction} */
export const magnitude = ([a, b]) => [size(a), b];

/** @param {Fraction} x @param {Fraction} y */
export const larger = (x, y) => size(x[0]) * y[1] > size(y[0]) * x[1];

/** @param {Fraction} x @param {Fraction} y */
export const equal = (x, y) => x[0] === y[0] && x[1] === y[1];

/** Is a fraction short enough? @param {Fraction} x @param {bigint} largest */
export const fits = ([a, b], largest) => size(a) <= largest && b <= largest;

/** As a state and a link have it: `-1/2`. @param {Fraction} x */
export const write = ([a, b]) => (b === 1n ? String(a) : `${a}/${b}`);

const DECIMAL = "(?:[0-9]{1,24}(?:\\.[0-9]{0,12})?|\\.[0-9]{1,12})";
const FRACTION = new RegExp(`^([+-]?${DECIMAL})(?:/(${DECIMAL}))?$`);

/**
 * Read a fraction as people type it: `1/3`, `−0,5`; null for anything else.
 *
 * @param {string} text
 * @returns {Fraction | null}
 */
export function read(text) {
  const plain = text.replace(/\s/g, "").replace(/[−–]/g, "-").replaceAll(",", ".");
  const match = FRACTION.exec(plain);
  if (!match) return null;
  const below = match[2] === undefined ? ONE : decimal(match[2]);
  return below[0] ? quotient(decimal(match[1]), below) : null;
}

/** @param {string} text */
function decimal(text) {
  const [whole, digits = ""] = text.replace("+", "").split(".");
  return ratio(BigInt(`${whole}${digits}`), 10n ** BigInt(digits.length));
}

/** A fraction as the reader sees it, rounded if it is too long. @param {Fraction} x */
export function words(x) {
  const text = write(x).replace("-", "−");
  return text.length <= LONGEST ? text : roundedWords(x);
}

/** About what a fraction is, in few characters: `≈14.29`, `≈1.43e8`. @param {Fraction} x */
export function roundedWords([a, b]) {
  let value = Number(a) / Number(b);
  const places = [0, 1, 2, 3].find((k) => Math.abs(value) < 10 ** (k + 1));
  if (value === 0 || (Math.abs(value) >= 0.01 && places !== undefined)) {
    return `≈${number(value, 3 - (places ?? 3))}`;
  }
  let exponent = 0;
  for (; Math.abs(value) >= 10; exponent++) value /= 10;
  for (; Math.abs(value) < 1; exponent--) value *= 10;
  return `≈${number(value, 2)}e${exponent}`.replace("-", "−");
}
