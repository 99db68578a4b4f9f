// The tip of a vector of the plane, to be moved.

import { settle, tenths } from "../maths/plane_map.js";

/** @typedef {import("../view/shape_list.js").Point} Point */

/** The least and the greatest coordinate. */
export const RANGE = { min: -100, max: 100 };

/**
 * A handle that stays in the picture when it is dragged, on multiples of 0.1.
 *
 * @param {ReturnType<typeof import("./handle.js").handles>} hands
 * @param {Element} parent
 * @param {import("../view/frame.js").Frame} view
 * @param {object} vector
 * @param {string} vector.label
 * @param {string} vector.role
 * @param {() => Point} vector.value
 * @param {(v: [number, number]) => void} vector.put
 * @param {(v: [number, number]) => [number, number]} [vector.settle]  where a dragged vector comes to rest
 * @param {(step: Point) => void} [vector.stepBy]  if a step is more than to add it
 */
export const vectorHandle = (hands, parent, view, vector) => {
  const { label, role, value, put, settle = toTenths } = vector;
  return hands.add(parent, {
    label,
    role,
    ...RANGE,
    value,
    dragTo(at) {
      const [x, y] = view.toPlane(at);
      put(settle([within(x, view.limit), within(y, view.limit)]));
    },
    stepBy:
      vector.stepBy ??
      ((step) => {
        const [x, y] = value();
        put([stepped(x, step[0]), stepped(y, step[1])]);
      }),
  });
};

/** @param {[number, number]} v */
const toTenths = (v) => settle(v, []);

/** @param {number} value @param {number} most */
const within = (value, most) => Math.min(most, Math.max(-most, value));

/** @param {number} value @param {number} step */
const stepped = (value, step) => (step ? within(tenths(value + step), RANGE.max) : value);
