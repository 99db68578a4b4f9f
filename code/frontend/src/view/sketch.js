// From what a picture of vectors shows, in the plane, to what is drawn, in the picture.
// `mlmath.figures.sketch` does the same in Python.

import { placeLabels } from "../maths/labels.js";
import { norm } from "../maths/vectors.js";
import { tuple } from "../maths/number.js";
import { numberBoxes, SIDE } from "./frame.js";
import { around, arrowShape, RING, roomAt } from "./shapes.js";

/** @typedef {import("./shape_list.js").Point} Point */

/**
 * What a picture shows, by the names of its parts.
 *
 * @typedef {object} SketchArrow
 * @property {Point} to
 * @property {Point} [from]  the origin, if not said
 * @property {string[]} [label]  the pieces of its name; none if it has no name
 * @property {boolean} [moves]  the reader can take hold of its tip
 * @property {boolean} [beside]  its name stands beside its middle, not at its tip
 *
 * @typedef {object} Sketch
 * @property {Record<string, string>} paths
 * @property {Record<string, SketchArrow>} arrows
 * @property {Record<string, {text: string, at: Point}>} [notes]  short texts, at a place in the picture
 *
 * @typedef {import("./shapes.js").ArrowShape & {label: Point, texts: string[], away: string}} Arrow
 *
 * @typedef {object} Drawing
 * @property {Record<string, string>} paths
 * @property {Record<string, Arrow>} arrows
 * @property {Record<string, {text: string, label: Point}>} notes
 */

/** @type {Point} */
const ZERO = [0, 0];

/**
 * @param {Sketch} sketch
 * @param {import("./frame.js").Frame} view
 * @returns {Drawing}
 */
export function drawing({ paths, arrows, notes = {} }, view) {
  const origin = view.toPicture([0, 0]);
  const shapes = Object.entries(arrows).map(([name, arrow]) => {
    const { from = ZERO, to, label = [], moves } = arrow;
    const start = view.toPicture(from);
    const shape = arrowShape(start, view.toPicture(to));
    const [at, ahead] = anchor(start, shape.tip, arrow.beside);
    const seen = at.every((value) => value >= 0 && value <= SIDE);
    const texts = seen ? label : label.map(() => "");
    const away = texts.length && shape.onward && norm(from) === 0 ? ` ${tuple(to)}` : "";
    const width = 10 * texts.join("").length + 8.5 * away.length;
    return { name, start, shape, texts, away, moves, width, at, ahead };
  });
  const named = shapes.filter(({ width }) => width > 0);
  const written = Object.entries(notes);
  const held = shapes.filter(({ moves }) => moves).map(({ shape }) => shape.tip);
  const centres = placeLabels(
    [
      ...named.map(({ at, ahead, width }) => around(at, ahead, roomAt(at, held), width)),
      ...written.map(([, { text, at }]) =>
        around(at, [at[0] - origin[0], at[1] - origin[1]], 0, 10 * text.length),
      ),
    ],
    {
      side: SIDE,
      segments: shapes.map(({ start, shape }) => /** @type {[Point, Point]} */ ([start, shape.tip])),
      discs: shapes.map(({ shape, moves }) => ({ centre: shape.tip, radius: moves ? RING - 1 : 4 })),
      numbers: numberBoxes(view),
    },
  );
  return {
    paths,
    arrows: Object.fromEntries(
      shapes.map((one) => {
        const label = centres[named.indexOf(one)] ?? origin;
        return [one.name, { ...one.shape, label, texts: one.texts, away: one.away }];
      }),
    ),
    notes: Object.fromEntries(
      written.map(([name, { text }], i) => [name, { text, label: centres[named.length + i] }]),
    ),
  };
}

/**
 * Where the name of an arrow stands, and in which direction from there if possible.
 *
 * @param {Point} start
 * @param {Point} tip
 * @param {boolean} [beside]
 * @returns {[Point, Point]}
 */
function anchor(start, tip, beside) {
  const [dx, dy] = [tip[0] - start[0], tip[1] - start[1]];
  if (!beside) return [tip, [dx, dy]];
  return [[start[0] + dx / 2, start[1] + dy / 2], [-dy, dx]];
}
