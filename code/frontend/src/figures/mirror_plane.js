// Reflection in a plane of space that is not upright.

import { vector } from "../fields.js";
import { SPACE_KEYS } from "../interaction/space_handle.js";
import { buildSpace, isView, viewField } from "../interaction/space_stage.js";
import { liesInMirror, reflect } from "../maths/mirror.js";
import { number, tuple } from "../maths/number.js";
import { areParallel, AXES, determinant, dot, isZero, length } from "../maths/space.js";
import { mirrorScene } from "../view/mirror_scene.js";

/** @typedef {import("../maths/space.js").Vector} Vector */

/**
 * @typedef {object} State
 * @property {readonly number[]} view
 * @property {Vector} normal
 * @property {Vector} x
 *
 * @typedef {{limit: number}} Options
 */

/** @type {import("../interaction/space_stage.js").SpacePicture<State, Options>} */
export const picture = {
  scene: ({ normal, x }, camera) => mirrorScene(normal, x, camera),
  title: ({ normal, x }) => `The mirror across ${tuple(normal)} and the vector ${tuple(x)}`,
  points: () => [
    {
      label: "normal n of the mirror",
      role: "eigen",
      read: ({ normal }) => normal,
      write: (_, normal) => ({ normal }),
    },
    { label: "vector x", role: "input", read: ({ x }) => x, write: (_, x) => ({ x }) },
  ],
};

/** @type {import("../figure.js").Kind<State, Options>} */
export const mirrorPlane = {
  name: "mirror-plane",
  keys: SPACE_KEYS,
  fields: ({ limit }) => ({
    view: viewField,
    normal: vector({ size: 3, min: -limit, max: limit }),
    x: vector({ size: 3, min: -limit, max: limit }),
  }),
  agrees: isView,
  describe,
  build: buildSpace(picture),
};

/**
 * Word for word `MirrorPlane.describe` in Python.
 *
 * @param {State} state
 * @returns {import("../figure.js").Description}
 */
function describe({ normal, x }) {
  if (isZero(normal)) {
    const labels = ["T x", "Distance", "Lengths", "T e₁", "T e₂", "T e₃", "Determinant"];
    return {
      rows: labels.map((label) => [label, "no mirror"]),
      sentence: "The zero vector is perpendicular to everything: it sets no mirror.",
    };
  }
  const image = reflect(x, normal);
  const [a, b, c] = AXES.map((axis) => reflect(axis, normal));
  const distance = number(Math.abs(dot(normal, x)) / length(normal));
  return {
    rows: [
      ["T x", tuple(image)],
      ["Distance", `${distance} from x to the mirror`],
      ["Lengths", `x ${number(length(x))}, T x ${number(length(image))}`],
      ["T e₁", tuple(a)],
      ["T e₂", tuple(b)],
      ["T e₃", tuple(c)],
      ["Determinant", number(determinant(a, b, c))],
    ],
    sentence: sentence(normal, x),
  };
}

/** @param {Vector} normal @param {Vector} x */
function sentence(normal, x) {
  if (isZero(x)) {
    return "The zero vector lies in every mirror through the origin and stays where it is.";
  }
  if (liesInMirror(x, normal)) return "x lies in the mirror: it stays where it is, T x = x.";
  if (areParallel(x, normal)) {
    return "x is perpendicular to the mirror: it is turned round, T x = −x.";
  }
  return (
    "The way from x to T x crosses the mirror at a right angle, and the mirror halves it. " +
    "Lengths stay; a right hand becomes a left one."
  );
}
