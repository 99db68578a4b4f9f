// A square part of the plane in a square of the picture: coordinates, grid, lines.
// `mlmath.figures.frame` has the same.

import { number } from "../maths/number.js";
import { path } from "./shape_list.js";

/** @typedef {import("./shape_list.js").Point} Point */
/** @typedef {import("./shape_list.js").Shape} Shape */
/** @typedef {readonly [a: number, b: number, c: number]} Line  a x + b y = c */

export const SIDE = 400;
const STEPS = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50];
/** Numbers to each side of the middle, in a picture of the full size: with decimals, without. */
const MOST_NUMBERS = { decimal: 5.5, whole: 7 };

/**
 * The plane around `centre`, `limit` to each side, drawn `side` wide from `corner` on.
 *
 * @param {Point} centre
 * @param {number} limit
 * @param {number} [side]
 * @param {Point} [corner]
 * @param {boolean} [whole]  grid lines are at all whole numbers, and at no others
 */
export function frame(centre, limit, side = SIDE, corner = [0, 0], whole = false) {
  const unit = side / (2 * limit);
  const middle = [corner[0] + side / 2, corner[1] + side / 2];
  return {
    centre,
    limit,
    side,
    corner,
    whole,
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

/** The square from -limit to limit in both directions. @param {number} limit */
export const plane = (limit) => frame([0, 0], limit, SIDE, [0, 0], true);

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
  const step = frame.whole ? 1 : stepOf(frame);
  const xs = marks(frame, 0, step).map((k) => frame.toPicture([k, 0])[0]);
  const ys = marks(frame, 1, step).map((k) => frame.toPicture([0, k])[1]);
  /** @type {Point[][]} */
  const axes = [];
  if (left <= ox && ox <= right) axes.push([[ox, top], [ox, bottom]]);
  if (top <= oy && oy <= bottom) axes.push([[left, oy], [right, oy]]);
  const grid =
    path(...xs.map((x) => /** @type {Point[]} */ ([[x, top], [x, bottom]]))) +
    path(...ys.map((y) => /** @type {Point[]} */ ([[left, y], [right, y]])));
  return [
    ["path", "mlf-grid", { d: grid }],
    ["path", "mlf-axes", { d: path(...axes) }],
    ...axisNumbers(frame),
  ];
}

/** The numbers on the axes. @param {Frame} frame @returns {Shape[]} */
function axisNumbers(frame) {
  const [left, top] = frame.corner;
  const [right, bottom] = [left + frame.side, top + frame.side];
  const [ox, oy] = frame.toPicture([0, 0]);
  const step = stepOf(frame);
  const down = Math.min(Math.max(oy + 15, top + 15), bottom - 5);
  const across = Math.min(Math.max(ox - 5, left + 20), right - 5);
  /** @param {0 | 1} axis */
  const written = (axis) => marks(frame, axis, step).filter((k) => k !== 0);
  return [
    ...written(0).map((k) => /** @type {Shape} */ (
      ["text", "mlf-tick", { x: frame.toPicture([k, 0])[0], y: down }, number(k)]
    )),
    ...written(1).map((k) => /** @type {Shape} */ (
      ["text", "mlf-tick mlf-tick-up", { x: across, y: frame.toPicture([0, k])[1] + 4 }, number(k)]
    )),
  ];
}

/**
 * What the numbers on the axes cover.
 *
 * @param {Frame} frame
 * @returns {import("../maths/labels.js").Box[]}
 */
export const numberBoxes = (frame) =>
  axisNumbers(frame).map(([, classes, { x, y }, text = ""]) => {
    const width = 7 * text.length;
    const right = Number(x) + (classes.endsWith("up") ? 0 : width / 2);
    return [right - width, Number(y) - 9, right, Number(y)];
  });

/** From number to number on the axes. @param {Frame} frame */
function stepOf({ limit, side, whole }) {
  const [steps, most] = whole
    ? [STEPS.filter((step) => step >= 1), MOST_NUMBERS.whole]
    : [STEPS, MOST_NUMBERS.decimal];
  return steps.find((step) => limit / step <= (most * side) / SIDE) ?? 50;
}

/**
 * The multiples of a step that are well inside.
 *
 * @param {Frame} frame
 * @param {0 | 1} axis
 * @param {number} step
 */
function marks({ centre, limit }, axis, step) {
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
