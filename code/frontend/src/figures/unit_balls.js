// Unit balls: three ways to say how long a vector is.

import { shapeDisplay } from "../display/shape_list.js";
import { add, set } from "../display/svg.js";
import { flag, vector } from "../fields.js";
import { handles } from "../interaction/handle.js";
import { number, tuple } from "../maths/number.js";
import { ballScene } from "../view/ball_scene.js";
import { background, frame } from "../view/frame.js";

/**
 * @typedef {object} State
 * @property {[number, number]} x
 * @property {boolean} through  are the balls through x shown?
 *
 * @typedef {object} Options
 * @property {number} limit  the plane goes from -limit to limit
 */

const RANGE = { min: -100, max: 100 };
/** What differs by less, relative to the length, is the same. */
const CLOSE = 1e-9;

/** @type {import("../figure.js").Kind<State, Options>} */
export const unitBalls = {
  name: "unit-balls",
  keys: "Arrow keys move it by 0.1; with Shift, by 1.",
  fields: () => ({ x: vector({ size: 2, ...RANGE }), through: flag }),
  describe: ({ x }) => {
    const [first, second] = x.map(Math.abs);
    const [one, two, most] = [first + second, Math.hypot(first, second), Math.max(first, second)];
    return {
      rows: [
        ["x", tuple(x)],
        ["L1 norm", `${number(first)} + ${number(second)} = ${number(one)}`],
        ["L2 norm", `√(${number(first ** 2)} + ${number(second ** 2)}) = ${number(two)}`],
        ["Max norm", `the larger of both: ${number(most)}`],
      ],
      sentence: sentence(one, two, most),
    };
  },
  build,
};

/** @param {number} one @param {number} two @param {number} most */
function sentence(one, two, most) {
  if (most === 0) return "x is the zero vector, the only one whose norms are 0.";
  if (one - most <= CLOSE * one) {
    const balls = most <= 1 + CLOSE ? "in all of the balls" : "in no ball";
    return `On an axis the three norms agree: x is ${balls}.`;
  }
  const end =
    2 * most - one <= CLOSE * one
      ? " L1 is twice the max norm, which is the most it can be in the plane."
      : "";
  if (one <= 1 + CLOSE) return `x is in the diamond, and so in the disc and in the square.${end}`;
  if (two <= 1 + CLOSE) {
    return (
      "x is in the disc and in the square, but not in the diamond: " +
      `its L1 norm is above 1.${end}`
    );
  }
  if (most <= 1 + CLOSE) {
    return (
      "x is in the square, but neither in the disc nor in the diamond: " +
      `only its max norm is not above 1.${end}`
    );
  }
  return `x is in none of the unit balls: even its max norm is above 1.${end}`;
}

/**
 * @param {import("../figure.js").Stage<State, Options>} stage
 * @returns {(state: State) => void}
 */
function build({ svg, options, state, change, keysId }) {
  const view = frame([0, 0], options.limit);
  shapeDisplay(svg)(background(view));
  const draw = shapeDisplay(svg);
  set(svg, {
    "aria-label":
      "Three unit balls around the origin, each inside the next: " +
      "a diamond (L1), a disc (L2), a square (max), and a vector x",
  });
  const handle = handles(svg, { describedBy: keysId }).add(add(svg, "g"), {
    label: "vector x",
    role: "input",
    ...RANGE,
    value: () => state().x,
    dragTo: (at) => {
      const [x, y] = view.nearest(view.toPlane(at));
      change({ x: [moved(x, 20), moved(y, 20)] });
    },
    stepBy: ([dx, dy]) => {
      const [x, y] = state().x;
      change({ x: [moved(x + dx, 1e6), moved(y + dy, 1e6)] });
    },
  });
  return (now) => {
    draw(ballScene(now, view));
    handle.place(view.toPicture(view.nearest(now.x)), tuple(now.x));
  };
}

/** @param {number} value @param {number} to */
const moved = (value, to) =>
  Math.min(RANGE.max, Math.max(RANGE.min, Math.round(value * to) / to || 0));
