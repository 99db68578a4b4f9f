// What the two panels show: one map, drawn in two systems of coordinates.
// `mlmath.figures.two_bases_scene` draws the static picture by the same rules.

import { apply } from "../maths/plane_map.js";
import { mapInBasis } from "../maths/two_bases.js";
import { coordinates, sum } from "../maths/vectors.js";
import { basisGrid } from "./basis_grid.js";
import { plane } from "./frame.js";
import { path } from "./shape_list.js";
import { drawing } from "./sketch.js";

/** @typedef {import("../maths/vectors.js").Vector} Vector */
/** @typedef {import("../maths/plane_map.js").Matrix} Matrix */
/** @typedef {import("../figures/two_bases.js").State} State */

/** Where the panels are, from the top of the picture, and what stands over them. */
export const PANELS = [
  { top: 26, title: "In the standard basis" },
  { top: 462, title: "In the basis b₁, b₂" },
];
export const HEIGHT = 862;

/** @type {[Vector, Vector]} */
const STANDARD = [[1, 0], [0, 1]];

/**
 * @param {State} state
 * @param {{limit: number}} options
 * @returns {(import("./sketch.js").Drawing | null)[]} nothing in the second panel if the basis is none
 */
export function twoBasesScene({ matrix, basis, x }, { limit }) {
  const M = mapInBasis(matrix, basis);
  const inBasis = coordinates(basis, x);
  return [
    panel(limit, matrix, basis, x, true),
    M && inBasis && panel(limit, M, STANDARD, inBasis, false),
  ];
}

/**
 * @param {number} limit
 * @param {Matrix} matrix
 * @param {readonly [Vector, Vector]} basis
 * @param {Vector} x
 * @param {boolean} moves  can the basis be moved?
 */
function panel(limit, matrix, basis, x, moves) {
  const view = plane(limit);
  const [first, second] = basis;
  const grid = basisGrid(basis, view);
  /** @param {Vector} u @param {Vector} v */
  const cell = (u, v) => `${path([view.toPicture([0, 0]), ...[u, sum(u, v), v].map(view.toPicture)])}Z`;
  return drawing(
    {
      paths: {
        first: grid[0],
        second: grid[1],
        cell: cell(first, second),
        image: cell(apply(matrix, first), apply(matrix, second)),
      },
      arrows: {
        b1: { to: first, label: ["b", "1"], moves },
        b2: { to: second, label: ["b", "2"], moves },
        image: { to: apply(matrix, x), label: ["A ", "x"] },
        x: { to: x, label: ["x"], moves: true },
      },
    },
    view,
  );
}
