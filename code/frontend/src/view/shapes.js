// Arrows, lines and places for labels, in the units of the picture; no page.
// `mlmath.figures.shapes` draws the same in Python.

import { SIDE } from "./frame.js";
import { path } from "./shape_list.js";

/** @typedef {import("./shape_list.js").Point} Point */
/** @typedef {import("./shape_list.js").Shape} Shape */
/** @typedef {import("../maths/labels.js").Label} Label */

/** Arrows are cut at this distance from the edge. */
const MARGIN = 16;
const HEAD = { length: 14, width: 6 };
const LABEL_HEIGHT = 20;
/** Half a handle, and the room a label leaves around it. */
export const RING = 15;
/** The room a label leaves around a tip that nobody moves. */
const NEAR = 5;
const FAN = [0, 45, -45, 90, -90, 135, -135, 180];
/** Where on a line its label may be. */
const ALONG = [0.06, 0.94, 0.15, 0.85, 0.3, 0.7];

/**
 * @typedef {object} ArrowShape
 * @property {Point} tip  where it ends in the picture
 * @property {boolean} onward  it goes on outside the picture
 * @property {string} shaft  path
 * @property {string} head  path: filled, or two open angles where the arrow goes on
 */

/**
 * An arrow from one place in the picture to another, cut where it leaves the picture.
 *
 * @param {Point} start
 * @param {Point} end
 * @returns {ArrowShape}
 */
export function arrowShape(start, end) {
  const [dx, dy] = [end[0] - start[0], end[1] - start[1]];
  const within = Math.min(room(start[0], dx), room(start[1], dy));
  const onward = within >= 0 && end.some((value) => value < 1 || value > SIDE - 1);
  if (!onward) return { tip: end, onward, ...whole(start, end) };
  const length = Math.hypot(dx, dy);
  const shown = length * within;
  const size = Math.min(1, shown / HEAD.length);
  /** @param {number} along @param {number} across @returns {Point} */
  const at = (along, across) => [
    start[0] + (along * dx - across * dy) / length,
    start[1] + (along * dy + across * dx) / length,
  ];
  const [back, wide] = [(HEAD.length * size) / 2, HEAD.width * size];
  /** @param {number} tip @returns {Point[]} */
  const angle = (tip) => [at(tip - back, wide), at(tip, 0), at(tip - back, -wide)];
  const tip = at(shown, 0);
  return { tip, onward, shaft: path([start, tip]), head: path(angle(shown), angle(shown - back)) };
}

/**
 * What part of a step keeps its distance from the edge; negative if the start does not.
 *
 * @param {number} from
 * @param {number} step
 */
const room = (from, step) =>
  step === 0 ? Infinity : ((step > 0 ? SIDE - MARGIN : MARGIN) - from) / step;

/**
 * The paths of an arrow that is not cut.
 *
 * @param {Point} start
 * @param {Point} end
 */
function whole(start, end) {
  const [dx, dy] = [end[0] - start[0], end[1] - start[1]];
  const length = Math.sqrt(dx * dx + dy * dy);
  const [ux, uy] = length > 1e-9 ? [dx / length, dy / length] : [0, 0];
  const size = Math.min(1, length / HEAD.length);
  const [back, wide] = [HEAD.length * size, HEAD.width * size];
  /** @type {Point} */
  const base = [end[0] - back * ux, end[1] - back * uy];
  /** @param {1 | -1} way @returns {Point} */
  const corner = (way) => [base[0] - way * wide * uy, base[1] + way * wide * ux];
  return { shaft: path([start, base]), head: `${path([corner(1), end, corner(-1)])}Z` };
}

/**
 * An arrow between two places of the picture, as shapes.
 *
 * @param {Point} start
 * @param {Point} end
 * @param {string} role
 * @returns {Shape[]}
 */
export function arrow(start, end, role) {
  const { shaft, head } = whole(start, end);
  return [
    ["path", `mlf-shaft mlf-${role}`, { d: shaft }],
    ["path", `mlf-head mlf-${role}`, { d: head }],
  ];
}

/**
 * The line through the origin in this direction, from edge to edge.
 *
 * @param {Point} direction
 * @returns {[Point, Point]}
 */
export function through([x, y]) {
  const out = SIDE / 2 / Math.max(Math.abs(x), Math.abs(y));
  const centre = SIDE / 2;
  return [
    [centre - out * x, centre + out * y],
    [centre + out * x, centre - out * y],
  ];
}

/**
 * A label for a line between two places of the picture: near it, on either side.
 *
 * @param {readonly [Point, Point]} ends
 * @param {number} width
 * @returns {Label}
 */
export function beside([[x0, y0], [x1, y1]], width) {
  const size = Math.hypot(x1 - x0, y1 - y0);
  const [ux, uy] = [(x1 - x0) / size, (y1 - y0) / size];
  const off = 6 + (Math.abs(uy) * width) / 2 + (Math.abs(ux) * LABEL_HEIGHT) / 2;
  const places = ALONG.flatMap((t) =>
    [1, -1].map((way) => /** @type {Point} */ ([
      x0 + t * (x1 - x0) + way * off * uy,
      y0 + t * (y1 - y0) - way * off * ux,
    ])),
  );
  return { width, height: LABEL_HEIGHT, places: places.map(tidy) };
}

/**
 * A label around a place of the picture: in the direction `ahead` if possible.
 *
 * @param {Point} tip
 * @param {Point} ahead
 * @param {number} gap
 * @param {number} width
 * @returns {Label}
 */
export function around([x, y], [dx, dy], gap, width) {
  const first = Math.hypot(dx, dy) > 1e-6 ? Math.atan2(dy, dx) : -Math.PI / 4;
  const places = FAN.map((degrees) => {
    const angle = first + (degrees * Math.PI) / 180;
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    const out = gap + (Math.abs(cos) * width) / 2 + (Math.abs(sin) * LABEL_HEIGHT) / 2;
    return /** @type {Point} */ ([x + out * cos, y + out * sin]);
  });
  return { width, height: LABEL_HEIGHT, places: places.map(tidy) };
}

/**
 * The room between a tip and its label: more where one of the handles is.
 *
 * @param {Point} tip
 * @param {readonly Point[]} held  the tips that can be moved
 */
export const roomAt = ([x, y], held) =>
  held.some((other) => Math.hypot(other[0] - x, other[1] - y) < RING - 1) ? RING : NEAR;

/**
 * A place without the last bits, so that both halves choose alike between two.
 *
 * @param {Point} place
 * @returns {Point}
 */
export const tidy = ([x, y]) => [Math.round(x * 1e6) / 1e6, Math.round(y * 1e6) / 1e6];

/**
 * A text that `placeLabels` has placed.
 *
 * @param {string} text
 * @param {Point} centre
 * @param {string} classes
 * @returns {Shape}
 */
export const label = (text, [x, y], classes) => ["text", `mlf-label ${classes}`, { x, y: y + 6 }, text];
