// The picture of a decision line: points of two classes, the line, its normal vector.
// `mlmath.figures.decision_scene` draws the same.

import { placeLabels } from "../maths/labels.js";
import { mistakes } from "../maths/perceptron.js";
import { chord, cut, numberBoxes } from "./frame.js";
import { path } from "./shape_list.js";
import { around, arrow, label, tidy } from "./shapes.js";

/** @typedef {import("./shape_list.js").Point} Point */
/** @typedef {import("./shape_list.js").Shape} Shape */
/** @typedef {import("./frame.js").Frame} Frame */

/** A weight vector of this length reaches from the middle of the picture to its edge. */
const LONGEST = 3;

/** How long a weight of 1 is drawn, in units of the plane. @param {Frame} frame */
export const weightScale = ({ limit }) => limit / LONGEST;

/**
 * Where on the line the weight vector is drawn; null if no line can be seen.
 *
 * @param {Point} weights
 * @param {number} bias
 * @param {Frame} frame
 * @returns {Point | null}
 */
export function anchor([a, b], bias, frame) {
  const [cx, cy] = frame.centre;
  if (a === 0 && b === 0) return frame.centre;
  const ends = chord([a, b, -bias], frame);
  if (!ends) return null;
  const off = (a * cx + b * cy + bias) / (a * a + b * b);
  const foot = [-off * a, -off * b];
  if (Math.max(Math.abs(foot[0]), Math.abs(foot[1])) <= 0.8 * frame.limit) {
    return [cx + foot[0], cy + foot[1]];
  }
  return [(ends[0][0] + ends[1][0]) / 2, (ends[0][1] + ends[1][1]) / 2];
}

/**
 * @param {{targets: readonly number[], weights: Point, bias: number}} state
 * @param {readonly Point[]} points
 * @param {Frame} frame
 * @param {Point | null} foot  where the weight vector starts
 * @returns {Shape[]}
 */
export function decisionScene({ targets, weights, bias }, points, frame, foot) {
  const ends = chord([weights[0], weights[1], -bias], frame);
  const seen = ends?.map(frame.toPicture) ?? [];
  const side = positiveSide(weights, bias, frame);
  /** @type {Shape[]} */
  const shapes = [
    ["path", "mlf-area mlf-output", { d: side.length ? `${path(side)}Z` : "" }],
    ["path", "mlf-line mlf-output", { d: ends ? path(seen) : "" }],
  ];
  /** @type {import("../maths/labels.js").Label[]} */
  const labels = [];
  /** @type {[string, string][]} */
  const texts = [];
  /** @type {{centre: Point, radius: number}[]} */
  const discs = [];
  if (foot && (weights[0] || weights[1])) {
    const scale = weightScale(frame);
    const at = frame.toPicture(foot);
    const tip = /** @type {Point} */ ([foot[0] + scale * weights[0], foot[1] + scale * weights[1]]);
    const [start, end] = cut(foot, tip, frame) ?? [at, at];
    shapes.push(...arrow(start, end, "output"));
    labels.push(around(tidy(end), [end[0] - start[0], end[1] - start[1]], 15, 14));
    texts.push(["w", "mlf-output mlf-bold"]);
    discs.push({ centre: tidy(end), radius: 13 }, { centre: tidy(start), radius: 13 });
  }
  const wrong = mistakes(points, targets, weights, bias);
  points.forEach((point, i) => {
    const [cx, cy] = tidy(frame.toPicture(point));
    const isWrong = wrong.includes(i);
    if (isWrong) shapes.push(["circle", "mlf-line mlf-eigen", { cx, cy, r: 16 }]);
    const classes = targets[i] ? "mlf-dot mlf-ink" : "mlf-hollow mlf-ink";
    shapes.push(["circle", classes, { cx, cy, r: 8 }]);
    labels.push(around([cx, cy], [1, -1], isWrong ? 18 : 10, 10));
    texts.push([String(targets[i]), "mlf-ink"]);
    discs.push({ centre: [cx, cy], radius: 8 });
  });
  /** @type {[Point, Point][]} */
  const segments = ends ? [[tidy(seen[0]), tidy(seen[1])]] : [];
  const numbers = numberBoxes(frame);
  const centres = placeLabels(labels, { side: frame.side, segments, discs, numbers });
  texts.forEach(([text, classes], i) => shapes.push(label(text, centres[i], classes)));
  return shapes;
}

/**
 * The part of the picture where the answer is 1, corner by corner.
 *
 * @param {Point} weights
 * @param {number} bias
 * @param {Frame} frame
 */
function positiveSide([a, b], bias, { centre: [cx, cy], limit, toPicture }) {
  const corners = [[-1, -1], [1, -1], [1, 1], [-1, 1]].map(
    ([across, up]) => /** @type {Point} */ ([cx + across * limit, cy + up * limit]),
  );
  const values = corners.map(([x, y]) => a * x + b * y + bias);
  /** @type {Point[]} */
  const found = [];
  corners.forEach((corner, i) => {
    const before = corners[(i + 3) % 4];
    const [was, value] = [values[(i + 3) % 4], values[i]];
    if (was > 0 !== value > 0) {
      const t = was / (was - value);
      found.push([before[0] + t * (corner[0] - before[0]), before[1] + t * (corner[1] - before[1])]);
    }
    if (value > 0) found.push(corner);
  });
  return found.map(toPicture);
}
