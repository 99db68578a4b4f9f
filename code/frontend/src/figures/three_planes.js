// Three equations in three unknowns, as three planes in space.

import { matrix, vector } from "../fields.js";
import { SPACE_KEYS } from "../interaction/space_handle.js";
import { buildSpace, isView, viewField } from "../interaction/space_stage.js";
import { areParallel, AXES, dot, length, planeInBox } from "../maths/space.js";
import { gripOf } from "../maths/three_planes.js";
import { planesScene, ROLES } from "../view/planes_scene.js";
import { describePlanes, planesTitle } from "./three_planes_words.js";

/** @typedef {import("../maths/space.js").Vector} Vector */

/**
 * @typedef {object} State
 * @property {readonly number[]} view
 * @property {number[][]} matrix
 * @property {number[]} b
 *
 * @typedef {{limit: number}} Options
 */

const RANGE = { min: -100, max: 100 };

/** @type {import("../interaction/space_stage.js").SpacePicture<State, Options>} */
export const picture = {
  scene: ({ matrix, b }, camera) => planesScene(matrix, b, camera),
  title: ({ matrix, b }) => planesTitle(matrix, b),
  points({ limit }) {
    /** @type {(Vector | null)[]} */
    const held = [null, null, null];
    return ROLES.map((role, i) => grip(role, i, limit, held));
  },
};

/** @type {import("../figure.js").Kind<State, Options>} */
export const threePlanes = {
  name: "three-planes",
  keys: SPACE_KEYS.replace("this point", "this point and its plane"),
  fields: () => ({
    view: viewField,
    matrix: matrix({ rows: 3, columns: 3, ...RANGE }),
    b: vector({ size: 3, ...RANGE }),
  }),
  agrees: isView,
  describe: ({ matrix, b }, { limit }) => describePlanes(matrix, b, limit),
  build: buildSpace(picture),
};

/**
 * A point of a plane; where it goes the plane follows, without turning.
 *
 * @param {string} role
 * @param {number} i
 * @param {number} limit
 * @param {(Vector | null)[]} held  these points, of all planes
 * @returns {import("../interaction/space_handle.js").SpacePoint<State>}
 */
function grip(role, i, limit, held) {
  /** @param {State} state */
  const read = ({ matrix, b }) => {
    const normal = matrix[i];
    const corners = planeInBox(normal, b[i], limit);
    const now = held[i];
    const off = now ? Math.abs(dot(normal, now) - b[i]) : Infinity;
    if (!corners.length) held[i] = null;
    else if (off > 1e-5 * (1 + length(normal))) {
      held[i] = gripOf(corners, held.flatMap((one, j) => (one && j !== i ? [one] : [])));
    }
    return held[i];
  };
  return {
    label: `point of plane ${i + 1}`,
    role,
    relative: true,
    read,
    write(state, to) {
      const from = read(state);
      if (!from) return null;
      const { matrix, b } = state;
      const step = dot(matrix[i], to) - dot(matrix[i], from);
      const next = Math.round((b[i] + step) * 1e6) / 1e6 || 0;
      if (Math.abs(next) > RANGE.max) return null;
      held[i] = to;
      return { b: b.with(i, next) };
    },
    still: ({ matrix }, facing, away) => {
      if (!areParallel(matrix[i], AXES[facing])) return facing;
      return facing === 2 ? away : 2;
    },
  };
}
