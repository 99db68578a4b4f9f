// Two bases: one map of the plane in the standard basis and in another.

import { shapeDisplay } from "../display/shape_list.js";
import { add, set, write } from "../display/svg.js";
import { vectorPicture } from "../display/vector_picture.js";
import { matrix, vector } from "../fields.js";
import { handles } from "../interaction/handle.js";
import { RANGE, vectorHandle } from "../interaction/vector_handle.js";
import { tuple } from "../maths/number.js";
import { spectrum } from "../maths/plane_map.js";
import { combine, tidied } from "../maths/two_bases.js";
import { coordinates, sum } from "../maths/vectors.js";
import { background, plane, SIDE } from "../view/frame.js";
import { PANELS, twoBasesScene } from "../view/two_bases_scene.js";
import { describeTwoBases, TITLE } from "./two_bases_words.js";

/** @typedef {import("../view/shape_list.js").Point} Point */

/**
 * @typedef {object} State
 * @property {number[][]} matrix
 * @property {[Point, Point]} basis
 * @property {Point} x
 *
 * @typedef {object} Options
 * @property {boolean} eigen  does the figure speak of eigenvectors?
 * @property {number} limit  each panel goes from -limit to limit
 */

/** What each panel is made of, the lowest first. @type {import("../display/vector_picture.js").Part[]} */
const PARTS = [
  ["path", "first", "first-basis", "mlf-image-grid"],
  ["path", "second", "second-basis", "mlf-image-grid"],
  ["path", "cell", "data", "mlf-area"],
  ["path", "image", "output", "mlf-line mlf-thin mlf-area"],
  ["arrow", "b1", "first-basis", ["vector", "index"]],
  ["arrow", "b2", "second-basis", ["vector", "index"]],
  ["arrow", "image", "output", ["map", "vector"]],
  ["arrow", "x", "input", ["vector"]],
];

const square = matrix({ rows: 2, columns: 2, ...RANGE });

/** @type {import("../figure.js").Kind<State, Options>} */
export const twoBases = {
  name: "two-bases",
  keys: "Arrow keys move it by 0.1; with Shift, by 1.",
  fields: () => ({ matrix: square, basis: square, x: vector({ size: 2, ...RANGE }) }),
  describe: describeTwoBases,
  build,
  actions: {
    basis({ change, state, say }, wanted) {
      if (wanted === "standard") return change({ basis: [[1, 0], [0, 1]] });
      const { directions, everyLine, complex } = spectrum(state().matrix);
      if (directions.length === 2) return change({ basis: [directions[0], directions[1]] });
      if (everyLine) say("Every vector is an eigenvector of A: any basis will do.");
      else if (complex) say("A has no eigenline, so there is no basis of eigenvectors.");
      else say("A has one eigenline only, so there is no basis of eigenvectors.");
    },
  },
};

/**
 * @param {import("../figure.js").Stage<State, Options>} stage
 * @returns {(state: State) => void}
 */
function build({ svg, options, state, change, keysId }) {
  const panels = PANELS.map((panel) => panelDisplay(svg, panel, options.limit));
  const hands = handles(svg, { describedBy: keysId });
  const [above, below] = panels.map(({ view }) => view);
  const basisHands = [0, 1].map((j) =>
    vectorHandle(hands, svg, above, {
      label: `${j ? "second" : "first"} basis vector`,
      role: j ? "second-basis" : "first-basis",
      value: () => state().basis[j],
      put: (b) => change({ basis: j ? [state().basis[0], b] : [b, state().basis[1]] }),
    }),
  );
  const inBasis = () => coordinates(state().basis, state().x) ?? [0, 0];
  /** @param {Point} x */
  const changeX = (x) => {
    if (x.every((value) => Math.abs(value) <= RANGE.max)) change({ x });
  };
  const xHands = [
    vectorHandle(hands, svg, above, {
      label: "vector x",
      role: "input",
      value: () => state().x,
      put: (x) => change({ x }),
    }),
    vectorHandle(hands, svg, below, {
      label: "coordinates of x in the basis",
      role: "input",
      value: inBasis,
      put: (at) => changeX(combine(state().basis, at)),
      // From x, not from its rounded coordinates: a step back leads back.
      stepBy: (step) => changeX(tidied(sum(state().x, combine(state().basis, step)))),
    }),
  ];
  set(svg, { "aria-label": TITLE });
  return (now) => {
    const scenes = twoBasesScene(now, options);
    panels.forEach(({ draw }, i) => draw(scenes[i]));
    basisHands.forEach(({ place }, j) => {
      const arrow = scenes[0]?.arrows[j ? "b2" : "b1"];
      if (arrow) place(lowered(arrow.tip, PANELS[0].top), tuple(now.basis[j]));
    });
    xHands.forEach(({ element, place }, i) => {
      const arrow = scenes[i]?.arrows.x;
      set(element, { visibility: arrow ? null : "hidden" });
      const values = i ? inBasis() : now.x;
      place(arrow ? lowered(arrow.tip, PANELS[i].top) : [-99, -99], tuple(values));
    });
  };
}

/**
 * One of the two planes: its nodes, and where it lies in the picture.
 *
 * @param {SVGSVGElement} parent
 * @param {typeof PANELS[number]} panel
 * @param {number} limit
 */
function panelDisplay(parent, { top, title }, limit) {
  const view = plane(limit);
  add(parent, "text", { class: "mlf-tick mlf-panel-title", x: SIDE / 2, y: top - 9 }, title);
  const inner = add(parent, "svg", { y: top, width: SIDE, height: SIDE });
  shapeDisplay(inner)(background(view));
  const draw = vectorPicture(inner, PARTS);
  const missing = add(inner, "text", { class: "mlf-label", x: SIDE / 2, y: SIDE / 3 });
  return {
    /** @param {import("../view/sketch.js").Drawing | null} scene */
    draw(scene) {
      draw(scene ?? { paths: {}, arrows: {}, notes: {} });
      write(missing, scene ? "" : "no basis");
    },
    view: {
      ...view,
      /** @param {Point} point */
      toPlane: ([x, y]) => view.toPlane([x, y - top]),
    },
  };
}

/** @param {Point} point @param {number} by @returns {Point} */
const lowered = ([x, y], by) => [x, y + by];
