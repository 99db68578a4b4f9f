// Numbers as the reader sees and types them. `mlmath.figures.wording` writes them the same way.

/**
 * A number as the book writes it: at most three decimals (or `places`), no trailing zeros, a real minus sign,
 * no minus zero. The 1e-9 rounds a tie away from zero even where the last bit of a
 * computation fell just below it, so that two programs that compute differently agree.
 *
 * @param {number} value
 * @param {number} [places]
 */
export function number(value, places = 3) {
  const text = String(Number((Math.abs(value) + 1e-9).toFixed(places)));
  return value < 0 && text !== "0" ? `−${text}` : text;
}

/**
 * @param {readonly number[]} values
 */
export const tuple = (values) => `(${values.map((value) => number(value)).join(", ")})`;

/**
 * A number before a vector: "2 ", "−0.5 "; 1 is not written, and of −1 only the sign.
 *
 * @param {number} value
 */
export function coefficient(value) {
  const text = number(value);
  if (text === "1") return "";
  return text === "−1" ? "−" : `${text} `;
}

/**
 * A number before a vector that is added to another: " + 2 ", " − ".
 *
 * @param {number} value
 */
export const joined = (value) =>
  value < 0 ? ` − ${coefficient(-value)}` : ` + ${coefficient(value)}`;

/**
 * The combination a u + b v, in the pieces of its name.
 *
 * @param {number} a
 * @param {number} b
 */
export const combination = (a, b) => [coefficient(a), "u", joined(b), "v"];

/**
 * Read a number as people type it: `0,5`, `−2`, `1/3` and ` 1.5 ` are all good.
 * Anything else is NaN.
 *
 * @param {string} text
 * @returns {number}
 */
export function parseNumber(text) {
  const plain = text.trim().replace(/[−–]/g, "-").replace(",", ".");
  const match = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)(?:\s*\/\s*(\d+\.?\d*|\.\d+))?$/i.exec(plain);
  if (!match) return NaN;
  const value = Number(match[1]) / (match[2] === undefined ? 1 : Number(match[2]));
  return Number.isFinite(value) ? value : NaN;
}
