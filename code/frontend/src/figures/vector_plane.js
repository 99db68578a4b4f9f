// The vector plane: one or two vectors, and what is done with them.

import { set } from "../display/svg.js";
import { shapeDisplay } from "../display/shape_list.js";
import { vectorPicture } from "../display/vector_picture.js";
import { flag, matrix, scalar, vector } from "../fields.js";
import { handles } from "../interaction/handle.js";
import { RANGE, vectorHandle } from "../interaction/vector_handle.js";
import { tuple } from "../maths/number.js";
import { background, plane } from "../view/frame.js";
import { vectorScene } from "../view/vector_scene.js";
import { descriptions, vectorTitle } from "./vector_plane_words.js";

/** @typedef {import("../view/shape_list.js").Point} Point */
/** @typedef {import("../display/vector_picture.js").Part} Part */

/**
 * @typedef {object} State  what a figure does not show is not in it
 * @property {Point} u  or x, where a basis is shown
 * @property {Point} v
 * @property {number} a
 * @property {number} b
 * @property {[Point, Point]} basis
 * @property {boolean} projections  onto the basis: are they shown?
 *
 * @typedef {object} Options
 * @property {"sum" | "angle" | "projection" | "basis"} show
 * @property {number} limit  the plane goes from -limit to limit
 */

const point = vector({ size: 2, ...RANGE });
const factor = scalar({ min: -5, max: 5 });

const FIELDS = {
  sum: { u: point, v: point, a: factor, b: factor },
  angle: { u: point, v: point },
  projection: { u: point, v: point },
  basis: { u: point, basis: matrix({ rows: 2, columns: 2, ...RANGE }), projections: flag },
};

/** @type {Part[]} */
const BOTH = [
  ["arrow", "u", "first-basis", ["vector"]],
  ["arrow", "v", "second-basis", ["vector"]],
];

/** What each picture is made of, the lowest first. @type {Record<string, Part[]>} */
const PARTS = {
  sum: [
    ["path", "sides", "residual", "mlf-line mlf-thin mlf-dashed"],
    ...BOTH,
    ["arrow", "first", "first-basis", ["", "vector"]],
    ["arrow", "second", "second-basis", ["", "vector"]],
    ["arrow", "sum", "output", ["", "vector", "", "vector"]],
  ],
  angle: [["path", "arc", "ink", "mlf-line mlf-thin"], ...BOTH, ["note", "theta", "ink", "mlf-map"]],
  projection: [
    ["path", "line", "projection", "mlf-line mlf-thin mlf-dashed"],
    ["path", "corner", "ink", "mlf-line mlf-thin"],
    ["arrow", "p", "projection", ["vector"]],
    ...BOTH,
    ["arrow", "r", "residual", ["vector"]],
  ],
  basis: [
    ["path", "first", "first-basis", "mlf-image-grid"],
    ["path", "second", "second-basis", "mlf-image-grid"],
    ["path", "steps", "input", "mlf-line mlf-thin mlf-dashed"],
    ["path", "feet", "projection", "mlf-line mlf-dotted"],
    ["arrow", "b1", "first-basis", ["vector", "index"]],
    ["arrow", "b2", "second-basis", ["vector", "index"]],
    ["arrow", "p", "projection", ["vector"]],
    ["arrow", "x", "input", ["vector"]],
  ],
};

/**
 * What can be moved: the arrow, what it is called, its colour, and where it is in the state.
 *
 * @type {Record<string, ["u" | "v" | 0 | 1, arrow: string, label: string, role: string][]>}
 */
const MOVES = {
  sum: [["u", "u", "vector u", "first-basis"], ["v", "v", "vector v", "second-basis"]],
  basis: [
    [0, "b1", "first basis vector", "first-basis"],
    [1, "b2", "second basis vector", "second-basis"],
    ["u", "x", "vector x", "input"],
  ],
};
MOVES.angle = MOVES.projection = MOVES.sum;

/** @type {import("../figure.js").Kind<State, Options>} */
export const vectorPlane = {
  name: "vector-plane",
  keys: "Arrow keys move it by 0.1; with Shift, by 1.",
  fields: ({ show }) => FIELDS[show],
  describe: (state, { show }) => descriptions[show](state),
  build,
  actions: {
    combine({ change }, value) {
      const [a, b] = value.split(" ").map(Number);
      change({ a, b });
    },
  },
};

/**
 * @param {import("../figure.js").Stage<State, Options>} stage
 * @returns {(state: State) => void}
 */
function build({ svg, options, state, change, keysId }) {
  const view = plane(options.limit);
  shapeDisplay(svg)(background(view));
  const draw = vectorPicture(svg, PARTS[options.show]);
  const hands = handles(svg, { describedBy: keysId });
  const placed = MOVES[options.show].map(([part, arrow, label, role]) => {
    const value = () => at(state(), part);
    /** @param {Point} v */
    const put = (v) => change(moved(state(), part, v));
    return { part, arrow, handle: vectorHandle(hands, svg, view, { label, role, value, put }) };
  });
  set(svg, { "aria-label": vectorTitle(options.show) });
  return (now) => {
    const scene = vectorScene(now, options);
    draw(scene);
    for (const { part, arrow, handle } of placed) {
      handle.place(scene.arrows[arrow].tip, tuple(at(now, part)));
    }
  };
}

/** @param {State} state @param {"u" | "v" | 0 | 1} part @param {Point} v @returns {Partial<State>} */
function moved({ basis }, part, v) {
  if (typeof part === "string") return { [part]: v };
  return { basis: part === 0 ? [v, basis[1]] : [basis[0], v] };
}

/** @param {State} state @param {"u" | "v" | 0 | 1} part */
const at = (state, part) => (typeof part === "string" ? state[part] : state.basis[part]);
