// A square part of the plane in a square of the picture: coordinates, grid, lines, arrows.
// `mlmath.figures.frame` has the same.

import { number } from "../maths/number.js";
import { path } from "./shape_list.js";

/** @typedef {import("./shape_list.js").Point} Point */
/** @typedef {import("./shape_list.js").Shape} Shape */
/** @typedef {import("../maths/labels.js").Label} Label */
/** @typedef {readonly [a: number, b: number, c: number]} Line  a x + b y = c */

export const SIDE = 400;
const HEAD = { length: 14, width: 6 };
const LABEL_HEIGHT = 20;
const STEPS = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50];
/** Grid lines to each side of the middle, in a picture of the full size. */
const MOST_LINES = 6;
const FAN = [0, 45, -45, 90, -90, 135, -135, 180];
/** Where on a line its label may be. */
const ALONG = [0.06, 0.94, 0.3, 0.7];

/**
 * The plane around `centre`, `limit` to each side, drawn `side` wide from `corner` on.
 *
 * @param {Point} centre
 * @param {number} limit
 * @param {number} [side]
 * @param {Point} [corner]
 */
export function frame(centre, limit, side = SIDE, corner = [0, 0]) {
  const unit = side / (2 * limit);
  const middle = [corner[0] + side / 2, corner[1] + side / 2];
  return {
    centre,
    limit,
    side,
    corner,
    unit,
    /** @param {Point} v @returns {Point} */
    toPicture: ([x, y]) => [
      corner[0] + side / 2 + unit * (x - centre[0]),
      corner[1] + side / 2 - unit * (y - centre[1]),
    ],
    /** @param {Point} at @returns {Point} */
    toPlane: ([px, py]) => [
      centre[0] + (px - middle[0]) / unit,
      centre[1] - (py - middle[1]) / unit,
    ],
    /** The nearest point that can be seen. @param {Point} v @returns {Point} */
    nearest: ([x, y]) => [within(x, centre[0], limit), within(y, centre[1], limit)],
    /** @param {Point} v */
    shows: ([x, y]) => Math.max(Math.abs(x - centre[0]), Math.abs(y - centre[1])) <= limit,
  };
}

/** @typedef {ReturnType<typeof frame>} Frame */

/** @param {number} value @param {number} middle @param {number} most */
const within = (value, middle, most) => Math.min(middle + most, Math.max(middle - most, value));

/**
 * The grid, the axes and their numbers.
 *
 * @param {Frame} frame
 * @returns {Shape[]}
 */
export function background(frame) {
  const [left, top] = frame.corner;
  const [right, bottom] = [left + frame.side, top + frame.side];
  const [ox, oy] = frame.toPicture([0, 0]);
  const xs = marks(frame, 0).map((k) => [k, frame.toPicture([k, 0])[0]]);
  const ys = marks(frame, 1).map((k) => [k, frame.toPicture([0, k])[1]]);
  /** @type {Point[][]} */
  const axes = [];
  if (left <= ox && ox <= right) axes.push([[ox, top], [ox, bottom]]);
  if (top <= oy && oy <= bottom) axes.push([[left, oy], [right, oy]]);
  const grid =
    path(...xs.map(([, x]) => /** @type {Point[]} */ ([[x, top], [x, bottom]]))) +
    path(...ys.map(([, y]) => /** @type {Point[]} */ ([[left, y], [right, y]])));
  const down = Math.min(Math.max(oy + 15, top + 15), bottom - 5);
  const across = Math.min(Math.max(ox - 5, left + 20), right - 5);
  return [
    ["path", "mlf-grid", { d: grid }],
    ["path", "mlf-axes", { d: path(...axes) }],
    ...xs
      .filter(([k]) => k)
      .map(([k, x]) => /** @type {Shape} */ (["text", "mlf-tick", { x, y: down }, number(k)])),
    ...ys
      .filter(([k]) => k)
      .map(([k, y]) => /** @type {Shape} */ (
        ["text", "mlf-tick mlf-tick-up", { x: across, y: y + 4 }, number(k)]
      )),
  ];
}

/** The round numbers of an axis that are well inside. @param {Frame} frame @param {0 | 1} axis */
function marks({ centre, limit, side }, axis) {
  const step = STEPS.find((step) => limit / step <= (MOST_LINES * side) / SIDE) ?? 50;
  const low = Math.floor((centre[axis] - limit) / step + 1e-9) + 1;
  const high = Math.ceil((centre[axis] + limit) / step - 1e-9) - 1;
  return Array.from({ length: Math.max(0, high - low + 1) }, (_, i) => step * (low + i));
}

/**
 * Where a line enters and leaves the frame, in the plane; null if it does not.
 *
 * @param {Line} line
 * @param {Frame} frame
 * @returns {[Point, Point] | null}
 */
export function chord([a, b, c], { centre: [cx, cy], limit }) {
  const square = a * a + b * b;
  if (square === 0) return null;
  const off = (c - a * cx - b * cy) / square;
  const foot = [off * a, off * b];
  const size = Math.sqrt(square);
  const along = [b / size, -a / size];
  let [enter, leave] = [-Infinity, Infinity];
  for (const axis of [0, 1]) {
    if (Math.abs(along[axis]) < 1e-12) {
      if (Math.abs(foot[axis]) > limit) return null;
      continue;
    }
    const one = (-limit - foot[axis]) / along[axis];
    const other = (limit - foot[axis]) / along[axis];
    enter = Math.max(enter, Math.min(one, other));
    leave = Math.min(leave, Math.max(one, other));
  }
  if (enter >= leave) return null;
  /** @param {number} t @returns {Point} */
  const at = (t) => [cx + foot[0] + t * along[0], cy + foot[1] + t * along[1]];
  return [at(enter), at(leave)];
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
 * A place without the last bits, so that both halves choose alike between two.
 *
 * @param {Point} place
 * @returns {Point}
 */
export const tidy = ([x, y]) => [Math.round(x * 1e6) / 1e6, Math.round(y * 1e6) / 1e6];

/**
 * An arrow between two places of the picture.
 *
 * @param {Point} start
 * @param {Point} end
 * @param {string} role
 * @returns {Shape[]}
 */
export function arrow(start, end, role) {
  const [dx, dy] = [end[0] - start[0], end[1] - start[1]];
  const length = Math.sqrt(dx * dx + dy * dy);
  const [ux, uy] = length > 1e-9 ? [dx / length, dy / length] : [0, 0];
  const size = Math.min(1, length / HEAD.length);
  const [back, wide] = [HEAD.length * size, HEAD.width * size];
  /** @type {Point} */
  const base = [end[0] - back * ux, end[1] - back * uy];
  /** @param {1 | -1} way @returns {Point} */
  const corner = (way) => [base[0] - way * wide * uy, base[1] + way * wide * ux];
  return [
    ["path", `mlf-shaft mlf-${role}`, { d: path([start, base]) }],
    ["path", `mlf-head mlf-${role}`, { d: `${path([corner(1), end, corner(-1)])}Z` }],
  ];
}

/**
 * A text that `placeLabels` has placed.
 *
 * @param {string} text
 * @param {Point} centre
 * @param {string} classes
 * @returns {Shape}
 */
export const label = (text, [x, y], classes) => ["text", `mlf-label ${classes}`, { x, y: y + 6 }, text];

/**
 * The part of a segment of the plane that can be seen, in the picture; null if there is none.
 *
 * @param {Point} start
 * @param {Point} end
 * @param {Frame} frame
 * @returns {[Point, Point] | null}
 */
export function cut(start, end, { centre, limit, toPicture }) {
  let [enter, leave] = [0, 1];
  for (const axis of [0, 1]) {
    const [low, high] = [centre[axis] - limit, centre[axis] + limit];
    const step = end[axis] - start[axis];
    if (Math.abs(step) < 1e-12) {
      if (start[axis] < low || start[axis] > high) return null;
      continue;
    }
    const [one, other] = [(low - start[axis]) / step, (high - start[axis]) / step];
    enter = Math.max(enter, Math.min(one, other));
    leave = Math.min(leave, Math.max(one, other));
  }
  const [dx, dy] = [end[0] - start[0], end[1] - start[1]];
  if (enter >= leave || Math.max(Math.abs(dx), Math.abs(dy)) < 1e-12) return null;
  /** @param {number} t */
  const at = (t) => toPicture([start[0] + t * dx, start[1] + t * dy]);
  return [at(enter), at(leave)];
}

/**
 * The part of a polygon that can be seen, in the picture, side by side cut off.
 *
 * @param {readonly Point[]} corners
 * @param {Frame} frame
 * @returns {Point[]}
 */
export function cutPolygon(corners, { centre, limit, toPicture }) {
  let polygon = [...corners];
  for (const axis of [0, 1]) {
    for (const way of [1, -1]) {
      const most = way * centre[axis] + limit;
      /** @type {Point[]} */
      const kept = [];
      polygon.forEach((corner, i) => {
        const before = polygon.at(i - 1) ?? corner;
        const [out, was] = [way * corner[axis] - most, way * before[axis] - most];
        if (out * was < 0) {
          const t = was / (was - out);
          kept.push([before[0] + t * (corner[0] - before[0]), before[1] + t * (corner[1] - before[1])]);
        }
        if (out <= 0) kept.push(corner);
      });
      if (!kept.length) return [];
      polygon = kept;
    }
  }
  return polygon.map(toPicture);
}
