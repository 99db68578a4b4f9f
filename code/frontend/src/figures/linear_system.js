// The linear system: two equations in two unknowns, as two lines in the plane.

import { shapeDisplay } from "../display/shape_list.js";
import { add, set } from "../display/svg.js";
import { matrix, vector } from "../fields.js";
import { handles } from "../interaction/handle.js";
import { hold, newGrips, scaleOf, throughGrips } from "../maths/line_grips.js";
import { solutions } from "../maths/linear_system.js";
import { tuple } from "../maths/number.js";
import { background, chord, frame } from "../view/frame.js";
import { ROLES, systemScene } from "../view/system_scene.js";
import { describeSystem, systemTitle } from "./linear_system_words.js";

/** @typedef {import("../maths/linear_system.js").Line} Line */
/** @typedef {import("../maths/linear_system.js").Lines} Lines */
/** @typedef {import("../maths/line_grips.js").Grips} Grips */

/**
 * @typedef {object} State
 * @property {number[][]} matrix
 * @property {number[]} b
 *
 * @typedef {object} Options
 * @property {[string, [number[][], number[]]][]} presets
 * @property {number} limit  the plane goes from -limit to limit
 */

const RANGE = { min: -100, max: 100 };
/** About where along each line its handles are, so that those of one line twice differ. */
const PLACES = /** @type {const} */ ([[0.2, 0.8], [0.3, 0.7]]);

/** @type {import("../figure.js").Kind<State, Options>} */
export const linearSystem = {
  name: "linear-system",
  keys: "Arrow keys move this point of the line by 0.1; with Shift, by 1.",
  fields: () => ({
    matrix: matrix({ rows: 2, columns: 2, ...RANGE }),
    b: vector({ size: 2, ...RANGE }),
  }),
  describe: (state, options) => describeSystem(linesOf(state), options),
  build,
  actions: {
    preset({ change, options }, wanted) {
      const preset = options.presets.find(([name]) => name === wanted);
      if (preset) change({ matrix: preset[1][0], b: preset[1][1] });
    },
  },
};

/** @param {State} state @returns {Lines} */
export const linesOf = ({ matrix: [[a, b], [d, e]], b: [c, f] }) => [[a, b, c], [d, e, f]];

/**
 * @param {import("../figure.js").Stage<State, Options>} stage
 * @returns {(state: State) => void}
 */
function build({ root, svg, options, state, change, keysId }) {
  const view = frame([0, 0], options.limit);
  shapeDisplay(svg)(background(view));
  const draw = shapeDisplay(svg);
  const hands = handles(svg, { describedBy: keysId });
  const top = add(svg, "g");

  /** @type {(Grips | null)[]} */
  const grips = [null, null];
  const scales = [NaN, NaN];
  /** @param {number} i @param {number} which @param {readonly [number, number]} to */
  const move = (i, which, to) => {
    const from = grips[i];
    if (!from) return;
    const line = linesOf(state())[i];
    const next = /** @type {Grips} */ (from.with(which, view.nearest(to)));
    scales[i] = scaleOf(line, from, scales[i]);
    const moved = throughGrips(next, scales[i], RANGE.max);
    if (!moved) return;
    grips[i] = next;
    const [a, b, c] = moved;
    change({ matrix: state().matrix.with(i, [a, b]), b: state().b.with(i, c) });
  };
  const placed = ROLES.map((role, i) =>
    [0, 1].map((which) => {
      const value = () => grips[i]?.[which] ?? /** @type {const} */ ([0, 0]);
      return hands.add(top, {
        label: `${which ? "second" : "first"} point of line ${i + 1}`,
        role,
        min: -options.limit,
        max: options.limit,
        value,
        dragTo: (at) => move(i, which, rounded(view.toPlane(at), 10)),
        stepBy: ([dx, dy]) => {
          const [x, y] = value();
          move(i, which, rounded([x + dx, y + dy], 1e6));
        },
      });
    }),
  );

  const list = root.querySelector("select");
  return (now) => {
    const lines = linesOf(now);
    draw(systemScene(lines, view));
    set(svg, { "aria-label": systemTitle(lines) });
    lines.forEach((line, i) => {
      const held = grips[i];
      const ends = chord(line, view);
      if (!held || !hold(line, held)) {
        grips[i] = ends && newGrips(line, ends, PLACES[i], solutions(lines).point);
      }
      placed[i].forEach(({ element, place }, which) => {
        const at = grips[i]?.[which];
        set(element, { visibility: at ? null : "hidden" });
        place(at ? view.toPicture(at) : [-99, -99], at ? tuple(at) : "");
      });
    });
    const preset = presetName(now, options.presets);
    if (list && list.value !== preset) list.value = preset;
  };
}

/** @param {State} state @param {Options["presets"]} presets */
const presetName = ({ matrix, b }, presets) =>
  presets.find(([, system]) => String(system) === String([matrix, b]))?.[0] ?? "";

/** @param {readonly [number, number]} point @param {number} to @returns {[number, number]} */
const rounded = ([x, y], to) => [Math.round(x * to) / to || 0, Math.round(y * to) / to || 0];
