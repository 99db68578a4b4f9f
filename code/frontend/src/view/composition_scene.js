// The picture of a composition: the letter F and a vector, sent through both maps.
// `mlmath.figures.composition_scene` draws the same.

import { placeLabels } from "../maths/labels.js";
import { tuple } from "../maths/number.js";
import { apply } from "../maths/plane_map.js";
import { times } from "../maths/composition.js";
import { cut, cutPolygon, frame, numberBoxes } from "./frame.js";
import { path } from "./shape_list.js";
import { around, arrow, label, tidy } from "./shapes.js";

/** @typedef {import("./shape_list.js").Point} Point */
/** @typedef {import("./shape_list.js").Shape} Shape */
/** @typedef {import("./frame.js").Frame} Frame */
/** @typedef {import("../maths/plane_map.js").Matrix} Matrix */

const WIDTH = 400;
const PANEL = 196;
const TOP = 26;
/** @type {Matrix} */
const IDENTITY = [[1, 0], [0, 1]];
/** A shape that fills the unit square and shows turns and mirrors. @type {Point[]} */
const LETTER_F = [
  [0, 0], [0.3, 0], [0.3, 0.4], [0.7, 0.4], [0.7, 0.65], [0.3, 0.65], [0.3, 0.75], [1, 0.75], [1, 1], [0, 1],
];

/**
 * The two parts of the picture.
 *
 * @param {number} limit
 * @returns {[Frame, Frame]}
 */
export const panels = (limit) => [
  frame([0, 0], limit, PANEL, [0, TOP]),
  frame([0, 0], limit, PANEL, [WIDTH - PANEL, TOP]),
];

/**
 * @param {{first: Matrix, second: Matrix, x: Point}} state
 * @param {number} limit
 * @returns {Shape[]}
 */
export function compositionScene({ first, second, x }, limit) {
  const [left, right] = panels(limit);
  return [
    ...panel(left, first, second, x, "BA", "BA: first A, then B", "first-basis"),
    ...panel(right, second, first, x, "AB", "AB: first B, then A", "second-basis"),
  ];
}

/**
 * @param {Frame} view
 * @param {Matrix} one
 * @param {Matrix} two
 * @param {Point} x
 * @param {string} name
 * @param {string} title
 * @param {string} role
 */
function panel(view, one, two, x, name, title, role) {
  const both = times(two, one);
  const [corner, origin] = [view.corner, view.toPicture([0, 0])];
  const end = apply(both, x);
  /** @type {Shape[]} */
  const shapes = [
    ["path", "mlf-line mlf-residual mlf-dotted", { d: letter(IDENTITY, view) }],
    ["path", `mlf-line mlf-${role} mlf-thin mlf-dashed`, { d: letter(one, view) }],
    ["path", "mlf-area mlf-output", { d: letter(both, view) }],
    ["path", "mlf-line mlf-output mlf-thin", { d: letter(both, view) }],
  ];
  /** @type {import("../maths/labels.js").Label[]} */
  const labels = [];
  /** @type {{centre: Point, radius: number}[]} */
  const discs = [];
  /** @type {[string, string][]} */
  const texts = [];
  for (const [v, called, colour, gap] of /** @type {const} */ ([
    [end, `${name}x`, "output", 5],
    [x, "x", "input", 15],
  ])) {
    const tip = cut([0, 0], v, view)?.[1] ?? origin;
    if (view.shows(v)) {
      shapes.push(...arrow(origin, tip, colour));
    } else {
      shapes.push(["path", `mlf-shaft mlf-${colour}`, { d: path([origin, tip]) }]);
      shapes.push(["path", `mlf-head mlf-${colour}`, { d: "" }]); // as many shapes as before
    }
    const text = view.shows(v) ? called : `${called} ${tuple(v)}`;
    const local = tidy([tip[0] - corner[0], tip[1] - corner[1]]);
    labels.push(around(local, [tip[0] - origin[0], tip[1] - origin[1]], gap, 10 * text.length));
    discs.push({ centre: local, radius: gap - 2 });
    texts.push([text, `mlf-${colour}`]);
  }
  const numbers = numberBoxes(frame(view.centre, view.limit, view.side));
  const centres = placeLabels(labels, { side: view.side, segments: [], discs, numbers });
  texts.forEach(([text, colour], i) => {
    shapes.push(label(text, [centres[i][0] + corner[0], centres[i][1] + corner[1]], colour));
  });
  shapes.push(label(title, [corner[0] + view.side / 2, TOP / 2 - 1], "mlf-panel-title mlf-ink"));
  return shapes;
}

/** The image of the letter, as much of it as can be seen. @param {Matrix} M @param {Frame} view */
function letter(M, view) {
  const corners = cutPolygon(LETTER_F.map((corner) => apply(M, corner)), view);
  return corners.length ? `${path(corners)}Z` : "";
}
