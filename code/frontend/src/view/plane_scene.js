// What the picture of a map of the plane looks like: shapes in the units of the picture, no page.
// `mlmath.figures.plane_scene` draws the static picture by the same rules.

import { placeLabels } from "../maths/labels.js";
import { number, tuple } from "../maths/number.js";
import { apply, determinant, spectrum } from "../maths/plane_map.js";
import { numberBoxes, plane, SIDE } from "./frame.js";
import { path } from "./shape_list.js";
import { around, arrowShape, beside, RING, roomAt, through } from "./shapes.js";

/** @typedef {import("./shape_list.js").Point} Point */
/** @typedef {import("../maths/plane_map.js").Matrix} Matrix */

/**
 * @typedef {object} Arrow
 * @property {Name} name
 * @property {boolean} moves  the reader can take hold of its tip
 * @property {Point} tip  where it ends in the picture
 * @property {boolean} onward  it goes on outside the picture
 * @property {string} shaft  path
 * @property {string} head  path: filled, or two open angles where the arrow goes on
 * @property {Point} label  centre of its label
 * @property {string} away  its coordinates, where the picture does not show them
 *
 * @typedef {object} Eigenlabel
 * @property {string} text
 * @property {Point} label
 *
 * @typedef {object} Scene
 * @property {[string, string]} grid  the images of the horizontal and of the vertical lines
 * @property {string} square  path: the image of the unit square
 * @property {boolean} flipped  the map turns the plane over
 * @property {string} eigenlines  path
 * @property {boolean} everyLine
 * @property {Eigenlabel[]} eigenlabels
 * @property {Arrow[]} arrows
 */

/** How wide the names on the arrows are. */
const WIDTHS = { first: 32, second: 32, x: 12, image: 26 };

/** @typedef {keyof typeof WIDTHS} Name */

/**
 * @param {{matrix: Matrix, x: readonly [number, number], eigenlines: boolean}} state
 * @param {{limit: number, move: readonly string[]}} options
 * @returns {Scene}
 */
export function planeScene({ matrix, x, eigenlines }, { limit, move }) {
  const view = plane(limit);
  /** @param {Point} v */
  const image = (v) => view.toPicture(apply(matrix, v));
  const reach = Math.ceil(2 * limit);
  const whole = Array.from({ length: 2 * reach + 1 }, (_, i) => i - reach);
  const { complex, mean, half, directions, everyLine } = spectrum(matrix);

  const arrows = [
    arrow("first", move.includes("columns"), apply(matrix, [1, 0]), view),
    arrow("second", move.includes("columns"), apply(matrix, [0, 1]), view),
    arrow("image", false, apply(matrix, x), view),
    arrow("x", move.includes("x"), x, view),
  ];
  const shown = eigenlines && !complex;
  const eigenvalues = directions.length === 2 ? [mean + half, mean - half] : [mean];
  const lines = shown && !everyLine ? directions.map(through) : [];
  const texts = shown ? directions.map((_, i) => `λ = ${number(eigenvalues[i])}`) : [];
  const square = [[0, 0], [1, 0], [1, 1], [0, 1]].map(([a, b]) => image([a, b]));
  const origin = square[0];
  const held = arrows.filter(({ moves }) => moves).map(({ tip }) => tip);

  const centres = placeLabels(
    [
      ...arrows.map((one) => {
        const width = WIDTHS[one.name] + 8.5 * one.away.length;
        const ahead = /** @type {Point} */ ([one.tip[0] - origin[0], one.tip[1] - origin[1]]);
        return around(one.tip, ahead, roomAt(one.tip, held), width);
      }),
      ...texts.map((text, i) => beside(through(directions[i]), 9 * text.length)),
    ],
    {
      side: SIDE,
      segments: [
        ...lines,
        ...arrows.map(({ tip }) => /** @type {[Point, Point]} */ ([origin, tip])),
        [square[1], square[2]],
        [square[2], square[3]],
      ],
      discs: arrows.map(({ tip, moves }) => ({ centre: tip, radius: moves ? RING - 1 : 4 })),
      numbers: numberBoxes(view),
    },
  );

  return {
    grid: [
      path(...whole.map((k) => [image([-reach, k]), image([reach, k])])),
      path(...whole.map((k) => [image([k, -reach]), image([k, reach])])),
    ],
    square: `${path(square)}Z`,
    flipped: determinant(matrix) < 0,
    eigenlines: path(...(shown && everyLine ? star().map(through) : lines)),
    everyLine,
    eigenlabels: texts.map((text, i) => ({ text, label: centres[arrows.length + i] })),
    arrows: arrows.map((one, i) => ({ ...one, label: centres[i] })),
  };
}

/**
 * @param {Name} name
 * @param {boolean} moves
 * @param {Point} v
 * @param {import("./frame.js").Frame} view
 */
function arrow(name, moves, v, view) {
  const shape = arrowShape(view.toPicture([0, 0]), view.toPicture(v));
  return { name, moves, ...shape, away: shape.onward ? ` ${tuple(v)}` : "" };
}

/** Lines all around, for a map that keeps every line. @returns {Point[]} */
const star = () =>
  Array.from({ length: 12 }, (_, i) => [Math.cos((i * Math.PI) / 12), Math.sin((i * Math.PI) / 12)]);
