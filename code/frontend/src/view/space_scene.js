// The picture of things in space: what is farther away is drawn first.
// `mlmath.figures.space_scene` draws the same.

import { placeLabels } from "../maths/labels.js";
import { along, AXES, dot, ORIGIN, scaled } from "../maths/space.js";
import { SIDE } from "./frame.js";
import { arrow, around, label, RING } from "./shapes.js";
import { path } from "./shape_list.js";

/** @typedef {import("../maths/space.js").Vector} Vector */
/** @typedef {import("./camera.js").Camera} Camera */
/** @typedef {import("./shape_list.js").Point} Point */
/** @typedef {import("./shape_list.js").Shape} Shape */

const STEPS = [1, 2, 5, 10, 20];
const MOST_LINES = 6;
/** How wide a letter of a label is, about. */
const LETTER = 9;

/**
 * Collects what is in space; `shapes` returns the picture, labels placed.
 *
 * @param {Camera} camera
 */
export function spaceScene(camera) {
  /** @type {{depth: number, shapes: Shape[]}[]} */
  const behind = [];
  /** @type {Shape[]} */
  const sheets = [];
  /** @type {{depth: number, shapes: Shape[]}[]} */
  const before = [];
  /** @type {[Vector, number] | null} */
  let last = null;
  /** @type {import("../maths/labels.js").Label[]} */
  const labels = [];
  /** @type {[string, string][]} */
  const texts = [];
  /** @type {[Point, Point][]} */
  const segments = [];
  /** @type {{centre: Point, radius: number}[]} */
  const discs = [];
  const { toPicture, toward } = camera;

  /** @param {Vector} middle @param {...Shape} shapes */
  const put = (middle, ...shapes) => {
    const isBehind = last && dot(last[0], middle) - last[1] < -1e-6;
    const depth = Math.floor(dot(toward, middle) * 1e6 + 0.5);
    (isBehind ? behind : before).push({ depth, shapes });
  };
  return {
    put,
    /**
     * The plane normal · p = offset; what is added later is before or behind it.
     *
     * @param {readonly Vector[]} corners
     * @param {Vector} normal
     * @param {number} offset
     * @param {string} classes
     */
    sheet(corners, normal, offset, classes) {
      if (!corners.length) return;
      last = dot(normal, toward) < 0 ? [scaled(-1, normal), -offset] : [normal, offset];
      sheets.push(["path", classes, { d: `${path(corners.map(toPicture))}Z` }]);
    },
    /** Lines that belong together. @param {string} classes @param {...(readonly Vector[])} lines */
    lines(classes, ...lines) {
      const ends = lines.flat();
      if (!ends.length) return;
      const middle = ends.reduce((sum, end) => along(sum, 1 / ends.length, end), ORIGIN);
      put(middle, ["path", classes, { d: path(...lines.map((line) => line.map(toPicture))) }]);
    },
    /** @param {Vector} tip @param {string} role @param {string} [look] @param {Vector} [tail] */
    arrow(tip, role, look = "", tail = ORIGIN) {
      const [start, end] = [toPicture(tail), toPicture(tip)];
      const [[name, classes, coordinates], head] = arrow(start, end, role);
      segments.push([start, end]);
      const shaft = /** @type {Shape} */ ([name, look ? `${classes} ${look}` : classes, coordinates]);
      put(along(scaled(0.5, tail), 0.5, tip), shaft, head);
    },
    /** The vertical line from a point to the floor. @param {Vector} tip @param {string} role */
    plumb(tip, role) {
      const foot = [tip[0], tip[1], 0];
      const [cx, cy] = toPicture(foot);
      put(
        along(scaled(0.5, tip), 0.5, foot),
        ["path", `mlf-plumb mlf-${role}`, { d: path([toPicture(tip), [cx, cy]]) }],
        ["circle", `mlf-head mlf-${role}`, { cx, cy, r: 2 }],
      );
    },
    /** @param {Vector} at @param {string} classes @param {number} radius */
    dot(at, classes, radius) {
      const centre = toPicture(at);
      put(at, ["circle", classes, { cx: centre[0], cy: centre[1], r: radius }]);
      discs.push({ centre, radius: radius + 1 });
    },
    /**
     * Label the tip of an arrow from `tail`; it leaves room for the handle of what moves.
     *
     * @param {string} text
     * @param {Vector} at
     * @param {string} classes
     * @param {{moves?: boolean, tail?: Vector}} [more]
     */
    name(text, at, classes, { moves = false, tail = ORIGIN } = {}) {
      const [[sx, sy], [x, y]] = [toPicture(tail), toPicture(at)];
      if (moves) discs.push({ centre: [x, y], radius: RING - 1 });
      labels.push(around([x, y], [x - sx, y - sy], moves ? RING : 6, LETTER * text.length));
      texts.push([text, classes]);
    },
    /** Label a sheet near one of its corners. @param {string} text @param {readonly Vector[]} corners @param {string} classes */
    nameAt(text, corners, classes) {
      if (!corners.length) return;
      const middle = corners.reduce((sum, end) => along(sum, 1 / corners.length, end), ORIGIN);
      const places = corners.map((corner) => toPicture(along(scaled(0.16, middle), 0.84, corner)));
      labels.push({ width: LETTER * text.length, height: 20, places });
      texts.push([text, classes]);
    },
    /** @returns {Shape[]} */
    shapes() {
      const centres = placeLabels(labels, { side: SIDE, segments, discs });
      return [
        ...floor(camera),
        ...inOrder(behind),
        ...sheets,
        ...inOrder(before),
        ...texts.map(([text, classes], i) => label(text, centres[i], classes)),
      ];
    },
  };
}

/** @param {{depth: number, shapes: Shape[]}[]} placed */
const inOrder = (placed) => placed.sort((a, b) => a.depth - b.depth).flatMap(({ shapes }) => shapes);

/**
 * The grid of the floor, the axes and their names.
 *
 * @param {Camera} camera
 * @returns {Shape[]}
 */
function floor({ limit, toPicture }) {
  const step = STEPS.find((step) => limit / step <= MOST_LINES) ?? 50;
  const most = Math.floor(limit / step + 1e-9);
  const marks = Array.from({ length: 2 * most + 1 }, (_, i) => step * (i - most));
  /** @type {Vector[][]} */
  const grid = [
    ...marks.map((k) => [[k, -limit, 0], [k, limit, 0]]),
    ...marks.map((k) => [[-limit, k, 0], [limit, k, 0]]),
    [[0, 0, -limit], ORIGIN],
  ];
  const ends = AXES.map((axis) => scaled(limit, axis));
  /** @param {readonly (readonly Vector[])[]} lines */
  const seen = (lines) => path(...lines.map((line) => line.map(toPicture)));
  return [
    ["path", "mlf-grid", { d: seen(grid) }],
    ["path", "mlf-axes", { d: seen(ends.map((end) => [ORIGIN, end])) }],
    ...ends.map((end, i) => {
      const [x, y] = toPicture(scaled(1.07, end));
      return /** @type {Shape} */ (["text", "mlf-tick", { x, y: y + 4 }, `x${"₁₂₃"[i]}`]);
    }),
  ];
}
