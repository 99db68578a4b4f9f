// Arrows, lines and places for labels, in the units of the picture; no page.
// `mlmath.figures.plane_shapes` draws the same in Python.

import { round } from "../display/svg.js";
import { SIDE } from "./plane.js";

/** @typedef {import("./plane.js").Point} Point */

/** Arrows are cut at this distance from the edge. */
const MARGIN = 16;
const HEAD = { length: 14, width: 6 };
export const LABEL_HEIGHT = 20;
/** Half a handle, and the room a label leaves around it. */
export const RING = 15;
const FAN = [0, 40, -40, 80, -80, 120, -120, 180];
/** @type {Point} */
const CENTRE = [SIDE / 2, SIDE / 2];

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
  const length = Math.hypot(dx, dy);
  const within = Math.min(room(start[0], dx), room(start[1], dy));
  const onward = within >= 0 && end.some((value) => value < 1 || value > SIDE - 1);
  const shown = onward ? length * within : length;
  const [ux, uy] = length > 1e-9 ? [dx / length, dy / length] : [0, 0];
  const size = Math.min(1, shown / HEAD.length);
  /** @param {number} along @param {number} across @returns {Point} */
  const at = (along, across) => [
    start[0] + along * ux - across * uy,
    start[1] + along * uy + across * ux,
  ];
  const back = HEAD.length * size;
  const wide = HEAD.width * size;
  /** @param {number} tip @returns {Point[]} */
  const angle = (tip) => [at(tip - back / 2, wide), at(tip, 0), at(tip - back / 2, -wide)];
  const tip = at(shown, 0);
  return {
    tip,
    onward,
    shaft: path([[start, at(onward ? shown : shown - back, 0)]]),
    head: onward
      ? path([angle(shown), angle(shown - back / 2)])
      : `${path([[at(shown - back, wide), tip, at(shown - back, -wide)]])}Z`,
  };
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
 * Places for a label around the tip of an arrow: ahead of it first, then to the sides.
 *
 * @param {Point} tip
 * @param {number} gap
 * @param {number} width
 * @param {Point} [start]
 * @returns {Point[]}
 */
export function around([x, y], gap, width, start = CENTRE) {
  const [dx, dy] = [x - start[0], y - start[1]];
  const ahead = Math.hypot(dx, dy) < 1e-6 ? -Math.PI / 4 : Math.atan2(dy, dx);
  return FAN.map((degrees) => {
    const angle = ahead + (degrees * Math.PI) / 180;
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    const out = gap + (Math.abs(cos) * width) / 2 + (Math.abs(sin) * LABEL_HEIGHT) / 2;
    return [x + out * cos, y + out * sin];
  });
}

/**
 * Places for the label of a line through the origin: near its two ends, on either side.
 *
 * @param {Point} direction
 * @param {number} width
 * @returns {Point[]}
 */
export function alongside([x, y], width) {
  const length = Math.hypot(x, y);
  const [ux, uy] = [x / length, -y / length];
  const off = 6 + (Math.abs(uy) * width) / 2 + (Math.abs(ux) * LABEL_HEIGHT) / 2;
  const room = [SIDE / 2 - width / 2 - 5, SIDE / 2 - LABEL_HEIGHT / 2 - 5];
  return [1, -1].flatMap((end) =>
    [1, -1].map((side) => {
      const [ox, oy] = [side * off * uy, -side * off * ux];
      // As far out as the frame lets the label go.
      const out = Math.min(
        ...[[ux, ox, room[0]], [uy, oy, room[1]]]
          .filter(([u]) => Math.abs(u) > 1e-9)
          .map(([u, o, most]) => (most - o * Math.sign(u) * end) / Math.abs(u)),
      );
      return /** @type {Point} */ ([SIDE / 2 + end * out * ux + ox, SIDE / 2 + end * out * uy + oy]);
    }),
  );
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

/** @param {readonly Point[]} corners @returns {string} what a polygon takes */
export const points = (corners) => corners.map((corner) => corner.map(round).join(" ")).join(" ");

/** @param {readonly (readonly Point[])[]} lines */
export const path = (lines) =>
  lines.map((line) => `M${line.map((point) => point.map(round).join(" ")).join("L")}`).join("");
