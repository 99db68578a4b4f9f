// The composition of two maps, in both orders side by side.

import { shapeDisplay } from "../display/shape_list.js";
import { add, set } from "../display/svg.js";
import { matrix, vector } from "../fields.js";
import { handles } from "../interaction/handle.js";
import { tuple } from "../maths/number.js";
import { compositionScene, panels } from "../view/composition_scene.js";
import { background } from "../view/frame.js";
import { compositionTitle, describeComposition } from "./composition_words.js";

/** @typedef {import("../view/shape_list.js").Point} Point */
/** @typedef {import("../maths/plane_map.js").Matrix} Matrix */

/**
 * @typedef {object} State
 * @property {Matrix} first
 * @property {Matrix} second
 * @property {Point} x
 *
 * @typedef {object} Options
 * @property {[string, number[][]][]} presets
 * @property {number} limit  each picture goes from -limit to limit
 *
 * @typedef {import("../figure.js").Stage<State, Options>} Stage
 */

const RANGE = { min: -10, max: 10 };
const NAMES = /** @type {const} */ (["first", "second"]);

/** @type {import("../figure.js").Kind<State, Options>} */
export const composition = {
  name: "composition",
  keys: "Arrow keys move it by 0.1; with Shift, by 1.",
  fields: () => ({
    first: matrix({ rows: 2, columns: 2, ...RANGE }),
    second: matrix({ rows: 2, columns: 2, ...RANGE }),
    x: vector({ size: 2, ...RANGE }),
  }),
  describe: describeComposition,
  build,
  actions: {
    first: (stage, wanted) => choose(stage, "first", wanted),
    second: (stage, wanted) => choose(stage, "second", wanted),
  },
};

/** @param {Stage} stage @param {"first" | "second"} which @param {string} wanted */
function choose({ change, options }, which, wanted) {
  const preset = options.presets.find(([name]) => name === wanted);
  if (preset) change({ [which]: preset[1] });
}

/**
 * @param {Stage} stage
 * @returns {(state: State) => void}
 */
function build({ root, svg, options, state, change, keysId }) {
  const views = panels(options.limit);
  shapeDisplay(svg)(views.flatMap(background));
  const draw = shapeDisplay(svg);
  const hands = handles(svg, { describedBy: keysId });
  const top = add(svg, "g");
  const most = Math.min(RANGE.max, options.limit);
  /** @param {Point} point @param {number} limit @returns {Point} */
  const settled = ([x, y], limit) => [tenths(x, limit), tenths(y, limit)];
  const placed = views.map((view, i) =>
    hands.add(top, {
      label: `vector x, on the ${i ? "right" : "left"}`,
      role: "input",
      ...RANGE,
      value: () => state().x,
      dragTo: (at) => change({ x: settled(view.toPlane(at), most) }),
      stepBy: ([dx, dy]) => {
        const [x, y] = state().x;
        change({ x: settled([x + dx, y + dy], RANGE.max) });
      },
    }),
  );
  const lists = NAMES.map((name) => root.querySelector(`select[data-action="${name}"]`));
  return (now) => {
    draw(compositionScene(now, options.limit));
    set(svg, { "aria-label": compositionTitle(now) });
    views.forEach((view, i) => {
      const away = Math.max(1, ...now.x.map((v) => Math.abs(v) / options.limit));
      placed[i].place(view.toPicture([now.x[0] / away, now.x[1] / away]), tuple(now.x));
    });
    NAMES.forEach((name, i) => {
      const list = lists[i];
      const preset = presetName(now[name], options.presets);
      if (list instanceof HTMLSelectElement && list.value !== preset) list.value = preset;
    });
  };
}

/** @param {Matrix} matrix @param {Options["presets"]} presets */
const presetName = (matrix, presets) =>
  presets.find(([, other]) => String(other) === String(matrix))?.[0] ?? "";

/** @param {number} value @param {number} most */
const tenths = (value, most) => Math.min(most, Math.max(-most, Math.round(value * 10) / 10)) || 0;
