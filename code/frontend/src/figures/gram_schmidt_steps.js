// The Gram–Schmidt process in space, one step at a time.

import { integer, matrix } from "../fields.js";
import { SPACE_KEYS } from "../interaction/space_handle.js";
import { buildSpace, isView, viewField } from "../interaction/space_stage.js";
import { tips } from "../interaction/tips.js";
import { STEPS } from "../maths/gram_schmidt.js";
import { stepsScene } from "../view/steps_scene.js";
import { describeSteps } from "./gram_schmidt_words.js";
import { vectorsTitle } from "./three_vectors_words.js";

/**
 * @typedef {object} State
 * @property {readonly number[]} view
 * @property {number[][]} vectors
 * @property {number} step  how many have been taken
 *
 * @typedef {{limit: number}} Options
 */

/** @type {import("../interaction/space_stage.js").SpacePicture<State, Options>} */
export const picture = {
  scene: ({ vectors, step }, camera) => stepsScene(vectors, step, camera),
  title: ({ vectors, step }) => `${vectorsTitle(vectors)} after ${step} of ${STEPS} steps`,
  points: () => tips,
};

/** @type {import("../figure.js").Kind<State, Options>} */
export const gramSchmidt = {
  name: "gram-schmidt-steps",
  keys: SPACE_KEYS,
  fields: ({ limit }) => ({
    view: viewField,
    vectors: matrix({ rows: 3, columns: 3, min: -limit, max: limit }),
    step: integer({ min: 0, max: STEPS }),
  }),
  agrees: isView,
  describe: ({ vectors, step }) => describeSteps(vectors, step),
  build: buildSpace(picture),
  actions: {
    next({ state, change, say }) {
      if (state().step < STEPS) change({ step: state().step + 1 });
      else say("This was the last step.");
    },
    back({ state, change, say }) {
      if (state().step > 0) change({ step: state().step - 1 });
      else say("No step has been taken yet.");
    },
  },
};
