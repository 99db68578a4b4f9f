// The plane explorer: a 2×2 matrix acts on the plane.

import { flag, matrix, vector } from "../fields.js";
import { number, tuple } from "../maths/number.js";
import { apply, determinant } from "../maths/plane_map.js";
import { add } from "../display/svg.js";
import { handles } from "../interaction/handle.js";
import { plane } from "../view/plane.js";

/**
 * @typedef {object} State
 * @property {number[][]} matrix
 * @property {[number, number]} x
 * @property {boolean} eigenlines
 *
 * @typedef {object} Options
 * @property {number} limit
 */

/** @type {import("../figure.js").Kind<State, Options>} */
export const planeExplorer = {
  name: "plane-explorer",
  keys: "Arrow keys move it by 0.1, with Shift by 1.",
  fields: () => ({
    matrix: matrix({ rows: 2, columns: 2, min: -100, max: 100 }),
    x: vector({ size: 2, min: -100, max: 100 }),
    eigenlines: flag,
  }),
  describe({ matrix, x }) {
    return {
      rows: [["Determinant", number(determinant(matrix))]],
      sentence: `A sends ${tuple(x)} to ${tuple(apply(matrix, x))}.`,
    };
  },
  build({ svg, options, state, change, keysId }) {
    const view = plane(options.limit);
    const group = add(svg, "g");
    const hands = handles(svg, { describedBy: keysId });
    const probe = hands.add(group, {
      label: "vector x",
      role: "input",
      value: () => state().x,
      dragTo: (at) => change({ x: /** @type {[number, number]} */ (view.toPlane(at)) }),
      stepBy: ([dx, dy]) => change({ x: [state().x[0] + dx, state().x[1] + dy] }),
    });
    return ({ x }) => probe.place(view.toPicture(x), tuple(x));
  },
};
