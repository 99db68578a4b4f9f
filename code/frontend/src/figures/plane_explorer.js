// The plane explorer: a 2×2 matrix acts on the plane.

import { add, moveTo, set, write } from "../display/svg.js";
import { arrowDisplay } from "../display/arrow.js";
import { shapeDisplay } from "../display/shape_list.js";
import { flag, matrix, vector } from "../fields.js";
import { handles } from "../interaction/handle.js";
import { RANGE, vectorHandle } from "../interaction/vector_handle.js";
import { tuple } from "../maths/number.js";
import { apply, settle, spectrum } from "../maths/plane_map.js";
import { background, plane } from "../view/frame.js";
import { planeScene } from "../view/plane_scene.js";
import { describePlane, planeTitle } from "./plane_words.js";

/** @typedef {import("../view/shape_list.js").Point} Point */

/**
 * @typedef {object} State
 * @property {number[][]} matrix
 * @property {[number, number]} x
 * @property {boolean} eigenlines  are they shown?
 *
 * @typedef {object} Options
 * @property {string[]} move  what the reader moves: "columns", "x"
 * @property {boolean} eigen  does the figure speak of eigenvalues at all?
 * @property {boolean} reveal  does it give them before the eigenlines are shown?
 * @property {[string, number[][]][]} presets
 * @property {number} limit  the plane goes from -limit to limit
 */

/** @type {import("../figure.js").Kind<State, Options>} */
export const planeExplorer = {
  name: "plane-explorer",
  keys: "Arrow keys move it by 0.1; with Shift, by 1.",
  fields: ({ move, eigen }) => ({
    ...(move.includes("columns") && { matrix: matrix({ rows: 2, columns: 2, ...RANGE }) }),
    ...(move.includes("x") && { x: vector({ size: 2, ...RANGE }) }),
    ...(eigen && { eigenlines: flag }),
  }),
  describe: describePlane,
  build,
  actions: {
    preset({ change, options }, wanted) {
      const preset = options.presets.find(([name]) => name === wanted);
      if (preset) change({ matrix: preset[1] });
    },
  },
};

/**
 * @param {import("../figure.js").Stage<State, Options>} stage
 * @returns {(state: State) => void}
 */
function build({ root, svg, options, state, change, keysId }) {
  const view = plane(options.limit);
  shapeDisplay(svg)(background(view));
  const gridLines = ["first-basis", "second-basis"].map((role) =>
    add(svg, "path", { class: `mlf-image-grid mlf-${role}` }),
  );
  const square = add(svg, "path", { class: "mlf-square" });
  const eigenlines = add(svg, "path", { class: "mlf-eigenline mlf-eigen" });
  const arrows = {
    first: arrowDisplay(svg, "first-basis", [["map", "A "], ["vector", "e"], ["index", "1"]]),
    second: arrowDisplay(svg, "second-basis", [["map", "A "], ["vector", "e"], ["index", "2"]]),
    image: arrowDisplay(svg, "output", [["map", "A "], ["vector", "x"]]),
    x: arrowDisplay(svg, "input", [["vector", "x"]]),
  };
  const eigenlabels = [0, 1].map(() => add(svg, "text", { class: "mlf-label mlf-eigen" }));

  const hands = handles(svg, { describedBy: keysId });
  const top = add(svg, "g");
  /** @param {0 | 1} j @param {Point} to */
  const moveColumn = (j, to) =>
    change({ matrix: state().matrix.map((row, i) => row.with(j, to[i])) });
  /** @param {0 | 1} j @returns {Point} */
  const column = (j) => apply(state().matrix, j ? [0, 1] : [1, 0]);

  /** @type {Record<string, import("../interaction/handle.js").Placed>} */
  const placed = {};
  if (options.move.includes("columns")) {
    for (const [j, name, role] of /** @type {const} */ ([
      [0, "first", "first-basis"],
      [1, "second", "second-basis"],
    ])) {
      placed[name] = vectorHandle(hands, top, view, {
        label: `image of the ${name} basis vector`,
        role,
        value: () => column(j),
        put: (v) => moveColumn(j, v),
      });
    }
  }
  if (options.move.includes("x")) {
    placed.x = vectorHandle(hands, top, view, {
      label: "vector x",
      role: "input",
      value: () => state().x,
      put: (x) => change({ x }),
      settle: (x) => settle(x, spectrum(state().matrix).directions),
    });
  }

  const list = root.querySelector("select");
  return (now) => {
    const scene = planeScene(now, options);
    set(svg, { "aria-label": planeTitle(now.matrix) });
    gridLines.forEach((lines, i) => set(lines, { d: scene.grid[i] }));
    set(square, {
      d: scene.square,
      class: `mlf-square${scene.flipped ? " mlf-flipped" : ""}`,
    });
    set(eigenlines, {
      d: scene.eigenlines,
      class: `mlf-eigenline mlf-eigen${scene.everyLine ? " mlf-faint" : ""}`,
    });
    eigenlabels.forEach((label, i) => {
      const shown = scene.eigenlabels[i];
      write(label, shown?.text ?? "");
      if (shown) moveTo(label, shown.label[0], shown.label[1] + 6);
    });
    for (const one of scene.arrows) {
      arrows[one.name](one);
      placed[one.name]?.place(one.tip, tuple(value(now, one.name)));
    }
    const preset = presetName(now.matrix, options.presets);
    if (list && list.value !== preset) list.value = preset;
  };
}

/** @param {State} state @param {string} name @returns {Point} */
function value({ matrix, x }, name) {
  if (name === "x") return x;
  return apply(matrix, name === "first" ? [1, 0] : [0, 1]);
}

/**
 * The name of a map among the presets; "" for any other.
 *
 * @param {number[][]} matrix
 * @param {Options["presets"]} presets
 */
const presetName = (matrix, presets) =>
  presets.find(([, other]) => String(other) === String(matrix))?.[0] ?? "";
