// The chart below a picture of components: its singular values. `mlmath.figures.image_parts` makes
// the same.

import { number } from "../maths/number.js";
import { path } from "./shape_list.js";

/** @typedef {import("./shape_list.js").Point} Point */
/** @typedef {import("./shape_list.js").Shape} Shape */
/** @typedef {import("../maths/image_parts.js").Picture} Picture */

const WIDTH = 400;
const [LEFT, RIGHT] = [52, 390];
const CHART = 78;

/**
 * Where component i and the share of the first singular value are in the picture.
 *
 * @param {Picture} picture
 */
export function chart({ rows, columns, values }) {
  const count = values.length;
  const top = Math.floor((WIDTH * rows) / columns + 0.5) + 34;
  const lowest = Math.min(...values.filter((value) => value > 0)) / values[0];
  const decades = Math.min(4, Math.max(1, Math.ceil(-Math.log10(lowest))));
  return {
    count,
    top,
    decades,
    /** @param {number} i @param {number} share @returns {Point} */
    point: (i, share) => [
      LEFT + ((RIGHT - LEFT) * (i - 1)) / (count - 1),
      top + (CHART * Math.min(decades, -Math.log10(Math.max(share, 1e-9)))) / decades,
    ],
  };
}

/** @typedef {ReturnType<typeof chart>} Chart */

/**
 * The axes of the chart and all singular values.
 *
 * @param {Picture} picture
 * @param {Chart} chart
 * @returns {Shape[]}
 */
export function chartBackground({ values }, { count, top, decades, point }) {
  const levels = Array.from({ length: decades + 1 }, (_, i) => top + (CHART * i) / decades);
  const step =
    [0, 1, 2, 3, 4, 5]
      .flatMap((power) => [1, 2, 5].map((k) => k * 10 ** power))
      .find((step) => count / step <= 8) ?? count;
  const marks = Array.from({ length: Math.floor(count / step) }, (_, i) => step * (i + 1));
  const line = values.map((value, i) => point(i + 1, value / values[0]));
  return [
    [
      "path",
      "mlf-grid",
      { d: path(...levels.map((y) => /** @type {Point[]} */ ([[LEFT, y], [RIGHT, y]]))) },
    ],
    ...levels.map((y, i) => /** @type {Shape} */ (
      ["text", "mlf-tick mlf-tick-up", { x: LEFT - 6, y: y + 4 }, number(10 ** -i, 4)]
    )),
    ...[1, ...marks]
      .filter((i, at) => at === 0 || (i > 1 && i - 1 >= step / 2))
      .map((i) => /** @type {Shape} */ (
        ["text", "mlf-tick", { x: point(i, 1)[0], y: top + CHART + 16 }, number(i)]
      )),
    [
      "text",
      "mlf-tick",
      { x: (LEFT + RIGHT) / 2, y: top - 10 },
      "singular values, as parts of the largest",
    ],
    ["path", "mlf-line mlf-thin mlf-residual", { d: path(line) }],
  ];
}

/**
 * The singular values that are kept, and where they end.
 *
 * @param {number} k
 * @param {Picture} picture
 * @param {Chart} chart
 * @returns {Shape[]}
 */
export function chartScene(k, { values }, { top, point }) {
  const kept = values.slice(0, k).map((value, i) => point(i + 1, value / values[0]));
  const [cx, cy] = kept[k - 1];
  const ground = /** @type {Point[]} */ ([[LEFT, top + CHART], ...kept, [cx, top + CHART]]);
  return [
    ["path", "mlf-area mlf-output", { d: `${path(ground)}Z` }],
    ["path", "mlf-line mlf-output", { d: path(kept) }],
    ["circle", "mlf-dot mlf-input", { cx, cy, r: 6 }],
  ];
}
