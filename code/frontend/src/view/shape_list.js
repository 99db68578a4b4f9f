// The shapes of a picture as data. `mlmath.figures.shape_list` has the same; the tests compare.

import { round } from "../display/svg.js";

/** @typedef {readonly [number, number]} Point */
/**
 * @typedef {readonly [
 *   name: "path" | "text" | "circle" | "rect",
 *   classes: string,
 *   coordinates: Record<string, number | string>,
 *   text?: string,
 * ]} Shape
 */

/**
 * Polygonal lines as path data.
 *
 * @param {readonly (readonly Point[])[]} lines
 */
export const path = (...lines) =>
  lines.map((line) => `M${line.map((point) => point.map(round).join(" ")).join("L")}`).join("");
