// What all figures of space do: draw, turn, and let points be moved.

import { shapeDisplay } from "../display/shape_list.js";
import { add, set } from "../display/svg.js";
import { vector } from "../fields.js";
import { camera } from "../view/camera.js";
import { spaceHandles } from "./space_handle.js";
import { turning } from "./turn.js";

/** @typedef {import("../maths/space.js").Vector} Vector */
/** @typedef {{view: readonly number[]}} Seen */
/** @typedef {{limit: number}} Limited */

/** The field of the view; its elevation is from 0 to 90 if `isView`. */
export const viewField = vector({ size: 2, min: -180, max: 180 });

/** @param {Seen} state */
export const isView = ({ view }) => view[1] >= 0 && view[1] <= 90;

/**
 * @template {Seen & Record<string, any>} S
 * @template {Limited & Record<string, any>} O
 * @typedef {object} SpacePicture
 * @property {(state: S, camera: import("../view/camera.js").Camera, options: O) => import("../view/shape_list.js").Shape[]} scene
 * @property {(state: S, options: O) => string} title  what it is of
 * @property {(options: O, stage: import("../figure.js").Stage<S, O>) => readonly import("./space_handle.js").SpacePoint<S>[]} points  to move
 * @property {(stage: import("../figure.js").Stage<S, O>, state: S) => void} [after]  each redraw
 */

/**
 * @template {Seen & Record<string, any>} S
 * @template {Limited & Record<string, any>} O
 * @param {SpacePicture<S, O>} picture
 * @returns {(stage: import("../figure.js").Stage<S, O>) => (state: S) => void}
 */
export const buildSpace = ({ scene, title, points, after }) => (stage) => {
  const { svg, options, state, change } = stage;
  const draw = shapeDisplay(svg);
  const eye = () => camera(state().view, options.limit);
  const place = spaceHandles(stage, add(svg, "g"), points(options, stage), options.limit, eye);
  turning(svg, () => state().view, (view) => change(/** @type {any} */ ({ view })));
  return (now) => {
    draw(scene(now, eye(), options));
    set(svg, { "aria-label": title(now, options) });
    place(now);
    after?.(stage, now);
  };
};
