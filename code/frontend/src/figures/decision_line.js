// The decision line: a perceptron with two inputs, and the points that it has to tell apart.

import { shapeDisplay } from "../display/shape_list.js";
import { add, set } from "../display/svg.js";
import { scalar, vector } from "../fields.js";
import { handles } from "../interaction/handle.js";
import { number, tuple } from "../maths/number.js";
import { learn, mistakes } from "../maths/perceptron.js";
import { anchor, decisionScene, weightScale } from "../view/decision_scene.js";
import { background, frame } from "../view/frame.js";
import { decisionTitle, describeDecision } from "./decision_words.js";

/** @typedef {import("../view/shape_list.js").Point} Point */

/**
 * @typedef {object} State
 * @property {number[]} targets  0 or 1 for each point
 * @property {Point} weights
 * @property {number} bias
 *
 * @typedef {object} Options
 * @property {Point[]} points
 * @property {boolean} gates  may the reader choose a gate?
 * @property {Point} centre  of the picture
 * @property {number} limit  how far the picture reaches from there
 *
 * @typedef {import("../figure.js").Stage<State, Options>} Stage
 */

const RANGE = { min: -100, max: 100 };

/** What each gate answers at the four corners. @type {Record<string, number[]>} */
const GATES = { AND: [0, 0, 0, 1], OR: [0, 1, 1, 1], XOR: [0, 1, 1, 0], NAND: [1, 1, 1, 0] };

/** @type {import("../figure.js").Kind<State, Options>} */
export const decisionLine = {
  name: "decision-line",
  keys: "Arrow keys move it by 0.1; with Shift, by 1.",
  fields: ({ points }) => {
    const classes = vector({ size: points.length, min: 0, max: 1 });
    return {
      targets: {
        ...classes,
        /** @returns {value is number[]} */
        check: (value) => classes.check(value) && value.every(Number.isInteger),
      },
      weights: vector({ size: 2, ...RANGE }),
      bias: scalar(RANGE),
    };
  },
  describe: describeDecision,
  build,
  actions: {
    gate({ change }, wanted) {
      if (GATES[wanted]) change({ targets: GATES[wanted] });
    },
    step,
  },
};

/** One step of the perceptron rule, at the first point that gets the wrong answer. @param {Stage} stage */
function step({ state, options, change, say }) {
  const { targets, weights, bias } = state();
  const [first] = mistakes(options.points, targets, weights, bias);
  if (first === undefined) return say("No mistakes: the perceptron rule changes nothing.");
  const point = options.points[first];
  const next = learn(weights, bias, point, targets[first]);
  if (Math.max(...next.weights.map(Math.abs), Math.abs(next.bias)) > RANGE.max) {
    return say(`Weights here go from ${number(RANGE.min)} to ${RANGE.max}: no further step.`);
  }
  change(next);
  const way = targets[first] ? "added to" : "subtracted from";
  say(`${tuple(point)} should be ${targets[first]}: ${tuple(point)} is ${way} w, 1 ${way} b.`);
}

/**
 * @param {Stage} stage
 * @returns {(state: State) => void}
 */
function build({ root, svg, options, state, change, keysId }) {
  const view = frame(options.centre, options.limit);
  const scale = weightScale(view);
  shapeDisplay(svg)(background(view));
  const draw = shapeDisplay(svg);
  const hands = handles(svg, { describedBy: keysId });
  const top = add(svg, "g");

  // Where the line is held belongs to the reader's hand: no link carries it.
  /** @type {Point | null} */
  let foot = null;
  /** @param {Point} weights @param {number} bias */
  const isOnLine = ([a, b], bias) =>
    foot !== null && Math.abs(a * foot[0] + b * foot[1] + bias) < 0.01 * (Math.abs(a) + Math.abs(b));
  /** @param {Point} weights @param {Point} through */
  const put = ([a, b], through) => {
    foot = through;
    const bias = bounded(rounded(-a * through[0] - b * through[1], 1e3));
    change({ weights: [a, b], bias });
  };
  /** @param {Point} at @returns {Point} */
  const seen = (at) => view.nearest([rounded(at[0], 1e6), rounded(at[1], 1e6)]);

  const line = hands.add(top, {
    label: "point of the line",
    role: "output",
    ...RANGE,
    value: () => foot ?? view.centre,
    dragTo: (at) => {
      const [x, y] = seen(view.toPlane(at));
      put(state().weights, [rounded(x, 100), rounded(y, 100)]);
    },
    stepBy: ([dx, dy]) => foot && put(state().weights, seen([foot[0] + dx, foot[1] + dy])),
  });
  const normal = hands.add(top, {
    label: "weight vector",
    role: "output",
    ...RANGE,
    value: () => state().weights,
    dragTo: (at) => {
      if (!foot) return;
      const [x, y] = view.nearest(view.toPlane(at));
      put([rounded((x - foot[0]) / scale, 10), rounded((y - foot[1]) / scale, 10)], foot);
    },
    stepBy: ([dx, dy]) => {
      const [a, b] = state().weights;
      if (foot) put([bounded(rounded(a + dx, 1e6)), bounded(rounded(b + dy, 1e6))], foot);
    },
  });

  const list = root.querySelector("select");
  return (now) => {
    const { weights, bias, targets } = now;
    const isLine = weights[0] !== 0 || weights[1] !== 0;
    if (isLine ? !isOnLine(weights, bias) : !foot) foot = anchor(weights, bias, view);
    draw(decisionScene(now, options.points, view, foot));
    set(svg, { "aria-label": decisionTitle(options.points, targets) });
    const at = foot ?? view.centre;
    const tip = view.nearest([at[0] + scale * weights[0], at[1] + scale * weights[1]]);
    line.place(view.toPicture(at), tuple(at));
    normal.place(view.toPicture(tip), tuple(weights));
    for (const { element } of [line, normal]) set(element, { visibility: foot ? null : "hidden" });
    const gate = Object.keys(GATES).find((name) => String(GATES[name]) === String(targets)) ?? "";
    if (list && list.value !== gate) list.value = gate;
  };
}

/** @param {number} value @param {number} to */
const rounded = (value, to) => Math.round(value * to) / to || 0;

/** @param {number} value */
const bounded = (value) => Math.min(RANGE.max, Math.max(RANGE.min, value));
