import { number } from "./number.js";

/**
 * A linear combination in words: `2v₁ − v₂`. `mlmath.figures.space_figure` writes the same.
 *
 * @param {readonly number[]} parts
 * @param {readonly string[]} names
 */
export function combination(parts, names) {
  let text = "";
  parts.forEach((value, i) => {
    const size = number(Math.abs(value));
    if (size === "0") return;
    const minus = text ? " − " : "−";
    const plus = text ? " + " : "";
    text += `${value < 0 ? minus : plus}${size === "1" ? "" : size}${names[i]}`;
  });
  return text || "0";
}
