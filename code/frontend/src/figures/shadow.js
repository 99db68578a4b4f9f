// A solid and its shadow: what a 2×3 matrix does to space.

import { matrix } from "../fields.js";
import { buildSpace, isView, viewField } from "../interaction/space_stage.js";
import { number, tuple } from "../maths/number.js";
import { kernel, shadowArea } from "../maths/shadow.js";
import { COLUMNS, shadowScene } from "../view/shadow_scene.js";
import { ROLES } from "../view/vectors_scene.js";

/** @typedef {import("../maths/shadow.js").Solid} Solid */

/**
 * @typedef {object} State
 * @property {readonly number[]} view
 * @property {number[][]} matrix
 *
 * @typedef {object} Options
 * @property {number} limit
 * @property {Solid} solid
 * @property {string[]} move  the columns that the reader may move
 */

const IMAGES = ["only the origin", "a line", "the whole plane"];

/** @type {import("../interaction/space_stage.js").SpacePicture<State, Options>} */
export const picture = {
  scene: ({ matrix }, camera, { solid, move }) => shadowScene(matrix, solid, move, camera),
  title: ({ matrix: [first, second] }, { solid: [name] }) => {
    const [a, b, c] = first.map((entry, j) => tuple([entry, second[j]]));
    return `A ${name} and its shadow by the matrix with columns ${a}, ${b} and ${c}`;
  },
  points: ({ move }) =>
    ROLES.map((role, j) => ({
      label: `shadow of e${"₁₂₃"[j]}`,
      role,
      level: true,
      read: (/** @type {State} */ { matrix: [first, second] }) => [first[j], second[j], 0],
      write: (/** @type {State} */ { matrix }, /** @type {readonly number[]} */ v) => ({
        matrix: matrix.map((row, i) => row.with(j, v[i])),
      }),
    })).filter((_, j) => move.includes(COLUMNS[j])),
};

/** @type {import("../figure.js").Kind<State, Options>} */
export const shadow = {
  name: "shadow",
  keys: "Arrow keys move this point on the floor along the axes by 0.1; with Shift, by 1.",
  fields: ({ limit }) => ({
    view: viewField,
    matrix: matrix({ rows: 2, columns: 3, min: -limit, max: limit }),
  }),
  agrees: isView,
  /** Word for word `Shadow.describe` in Python. */
  describe({ matrix }, { solid }) {
    const { rank, lost } = kernel(matrix);
    const direction = lost ? tuple(lost) : "";
    return {
      rows: [
        ["Rank", String(rank)],
        ["Image", IMAGES[rank]],
        ["Goes to 0", ["all of space", "a plane", `all multiples of ${direction}`][rank]],
        ["Shadow", `of area ${number(shadowArea(matrix, solid))}`],
      ],
      sentence: [
        "Everything falls on the origin.",
        "All shadows lie on one line: the columns are multiples of one another, " +
          "and a whole plane of vectors goes to 0.",
        "Three dimensions become two: all points on a line in the direction " +
          `${direction} have the same shadow.`,
      ][rank],
    };
  },
  build: buildSpace(picture),
};
