// Three vectors in space: what they span, and when the third leaves the plane of the others.

import { matrix } from "../fields.js";
import { SPACE_KEYS } from "../interaction/space_handle.js";
import { buildSpace, isView, viewField } from "../interaction/space_stage.js";
import { tips } from "../interaction/tips.js";
import { vectorsScene } from "../view/vectors_scene.js";
import { describeVectors, vectorsTitle } from "./three_vectors_words.js";

/**
 * @typedef {object} State
 * @property {readonly number[]} view
 * @property {number[][]} vectors
 *
 * @typedef {{limit: number}} Options
 */

/** @type {import("../interaction/space_stage.js").SpacePicture<State, Options>} */
export const picture = {
  scene: ({ vectors }, camera) => vectorsScene(vectors, camera),
  title: ({ vectors }) => vectorsTitle(vectors),
  points: () => tips,
};

/** @type {import("../figure.js").Kind<State, Options>} */
export const threeVectors = {
  name: "three-vectors",
  keys: SPACE_KEYS,
  fields: ({ limit }) => ({
    view: viewField,
    vectors: matrix({ rows: 3, columns: 3, min: -limit, max: limit }),
  }),
  agrees: isView,
  describe: ({ vectors }) => describeVectors(vectors),
  build: buildSpace(picture),
};
