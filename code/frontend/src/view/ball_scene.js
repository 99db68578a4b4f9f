// The picture of the unit balls. `mlmath.figures.ball_scene` makes the same.

import { placeLabels } from "../maths/labels.js";
import { numberBoxes } from "./frame.js";
import { path } from "./shape_list.js";
import { around, arrow, label } from "./shapes.js";

/** @typedef {import("./shape_list.js").Point} Point */
/** @typedef {import("./shape_list.js").Shape} Shape */
/** @typedef {import("./frame.js").Frame} Frame */

/** Corners of a circle. */
const ROUND = 72;

/** The names of the balls, and where they stand below the diagonal, to the left. */
const NAMES = /** @type {const} */ ([["L1", -0.3], ["L2", -0.82], ["max", -1.12]]);
const STYLES = [" mlf-dashed", "", " mlf-dotted"];

/**
 * @param {import("../figures/unit_balls.js").State} state
 * @param {Frame} frame
 * @returns {Shape[]}
 */
export function ballScene({ x, through }, frame) {
  const [first, second] = x.map(Math.abs);
  const sizes = [first + second, Math.hypot(first, second), Math.max(first, second)];
  const origin = frame.toPicture([0, 0]);
  const tip = frame.toPicture(x);
  const name = around(tip, [tip[0] - origin[0], tip[1] - origin[1]], 15, 12);
  const [centre] = placeLabels([name], {
    side: frame.side,
    segments: [],
    discs: [],
    numbers: numberBoxes(frame),
  });
  return [
    ...outlines([1, 1, 1], "mlf-line mlf-data", frame),
    ...NAMES.map(([text, at]) => label(text, frame.toPicture([at, at]), "mlf-small mlf-data")),
    ...(through ? outlines(sizes, "mlf-line mlf-thin mlf-input", frame) : []),
    ["path", "mlf-line mlf-residual", { d: path([origin, frame.toPicture([x[0], 0]), tip]) }],
    ...arrow(origin, tip, "input"),
    label("x", centre, "mlf-bold mlf-input"),
  ];
}

/**
 * @param {readonly number[]} sizes
 * @param {string} classes
 * @param {Frame} frame
 * @returns {Shape[]}
 */
function outlines([one, two, most], classes, frame) {
  /** @type {Point[][]} */
  const balls = [
    [[one, 0], [0, one], [-one, 0], [0, -one]],
    Array.from({ length: ROUND }, (_, i) => {
      const turn = (2 * Math.PI * i) / ROUND;
      return [two * Math.cos(turn), two * Math.sin(turn)];
    }),
    [[most, most], [-most, most], [-most, -most], [most, -most]],
  ];
  return balls.map((ball, i) => [
    "path",
    classes + STYLES[i],
    { d: `${path(ball.map(frame.toPicture))}Z` },
  ]);
}
