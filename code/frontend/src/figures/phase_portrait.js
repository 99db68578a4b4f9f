// The phase portrait: where a matrix sends points, step after step.

import { shapeDisplay } from "../display/shape_list.js";
import { add, set } from "../display/svg.js";
import { flag, integer, matrix, vector } from "../fields.js";
import { handles } from "../interaction/handle.js";
import { tuple } from "../maths/number.js";
import { settle, spectrum } from "../maths/plane_map.js";
import { background, frame } from "../view/frame.js";
import { portraitScene } from "../view/portrait_scene.js";
import { describePortrait, portraitTitle } from "./phase_portrait_words.js";

/**
 * @typedef {object} State
 * @property {number[][]} matrix
 * @property {[number, number]} x
 * @property {number} steps
 * @property {boolean} eigenlines  are they shown?
 *
 * @typedef {object} Options
 * @property {[number, number][]} starts  of the other orbits
 * @property {[string, number[][]][]} presets
 * @property {number} limit  the plane goes from -limit to limit
 */

const RANGE = { min: -100, max: 100 };
const MOST_STEPS = 40;

/** @type {import("../figure.js").Kind<State, Options>} */
export const phasePortrait = {
  name: "phase-portrait",
  keys: "Arrow keys move it by 0.1; with Shift, by 1.",
  fields: () => ({
    matrix: matrix({ rows: 2, columns: 2, ...RANGE }),
    x: vector({ size: 2, ...RANGE }),
    steps: integer({ min: 0, max: MOST_STEPS }),
    eigenlines: flag,
  }),
  describe: describePortrait,
  build,
  actions: {
    preset({ change, options }, wanted) {
      const preset = options.presets.find(([name]) => name === wanted);
      if (preset) change({ matrix: preset[1] });
    },
    step({ change, state, say }) {
      const { steps } = state();
      if (steps < MOST_STEPS) change({ steps: steps + 1 });
      else say(`More than ${MOST_STEPS} steps are not shown.`);
    },
  },
};

/**
 * @param {import("../figure.js").Stage<State, Options>} stage
 * @returns {(state: State) => void}
 */
function build({ root, svg, options, state, change, keysId }) {
  const view = frame([0, 0], options.limit);
  shapeDisplay(svg)(background(view));
  const draw = shapeDisplay(svg);
  const handle = handles(svg, { describedBy: keysId }).add(add(svg, "g"), {
    label: "starting point x",
    role: "input",
    ...RANGE,
    value: () => state().x,
    dragTo: (at) =>
      change({ x: settle(view.nearest(view.toPlane(at)), spectrum(state().matrix).directions) }),
    stepBy: ([dx, dy]) => change({ x: [stepped(state().x[0], dx), stepped(state().x[1], dy)] }),
  });
  const list = root.querySelector("select");
  return (now) => {
    draw(portraitScene(now, options.starts, view));
    set(svg, { "aria-label": portraitTitle(now.matrix) });
    handle.place(view.toPicture(view.nearest(now.x)), tuple(now.x));
    const preset = presetName(now.matrix, options.presets);
    if (list && list.value !== preset) list.value = preset;
  };
}

/** @param {number} value @param {number} by */
const stepped = (value, by) =>
  Math.min(RANGE.max, Math.max(RANGE.min, Math.round((value + by) * 1e6) / 1e6 || 0));

/** @param {number[][]} matrix @param {Options["presets"]} presets */
const presetName = (matrix, presets) =>
  presets.find(([, preset]) => String(preset) === String(matrix))?.[0] ?? "";
