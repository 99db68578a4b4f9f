// Points of space that the reader moves. A pointer moves one in the plane of two axes that faces
// the viewer most (or in the plane that is given); keys move it along the axes.

import { set } from "../display/svg.js";
import { tuple } from "../maths/number.js";
import { along, AXES, dot } from "../maths/space.js";
import { handles } from "./handle.js";

/** @typedef {import("../maths/space.js").Vector} Vector */
/** @typedef {import("../view/camera.js").Camera} Camera */

/**
 * @template S
 * @typedef {object} SpacePoint
 * @property {string} label  what it is: "tip of v₁"
 * @property {string} role
 * @property {(state: S) => Vector | null} read  null while there is no such point
 * @property {(state: S, v: Vector) => Partial<S> | null} write  the change that moves it, if allowed
 * @property {boolean} [level]  it stays in its horizontal plane
 */

export const SPACE_KEYS =
  "Arrow keys move this point left and right, up and down along the axes by 0.1, " +
  "Page Up and Page Down away from you and towards you; with Shift, by 1.";

/**
 * @template {Record<string, any>} S
 * @param {{svg: SVGSVGElement, keysId: string, state: () => S, change: (patch: Partial<S>) => void}} stage
 * @param {Element} parent
 * @param {readonly SpacePoint<S>[]} points
 * @param {number} limit
 * @param {() => Camera} camera
 * @returns {(state: S) => void} puts the handles where they belong
 */
export function spaceHandles({ svg, keysId, state, change }, parent, points, limit, camera) {
  const hands = handles(svg, { describedBy: keysId });
  const placed = points.map((point) => {
    const value = () => point.read(state()) ?? [0, 0, 0];
    /** @param {Vector} to */
    const move = (to) => {
      if (to.some((part) => Math.abs(part) > limit + 1e-9)) to = to.map(within(limit));
      const patch = point.write(state(), to);
      if (patch) change(patch);
    };
    /** @param {number} across @param {number} up @param {number} away */
    const step = (across, up, away) => {
      const { right, toward } = camera();
      const flat = Math.abs(right[0]) > Math.abs(right[1]) ? 0 : 1;
      const by = [0, 0, 0];
      by[flat] = across * Math.sign(right[flat]);
      by[1 - flat] = -away * Math.sign(toward[1 - flat] || 1);
      by[2] = up;
      move(along(value(), 1, by).map(rounded(1e6)));
    };
    return hands.add(parent, {
      label: point.label,
      role: point.role,
      min: -limit,
      max: limit,
      value: () => [value()[0], 0],
      dragTo(at) {
        const view = camera();
        const still = point.level ? 2 : facing(view.toward);
        if (Math.abs(view.toward[still]) < 0.1) return;
        const [i, j] = [0, 1, 2].filter((axis) => axis !== still);
        const [x, y] = view.toPicture(value());
        const [dx, dy] = [(at[0] - x) / view.unit, (y - at[1]) / view.unit];
        // What step along the axes i and j goes dx to the right and dy up in the picture?
        const { right, up } = view;
        const below = right[i] * up[j] - right[j] * up[i];
        const to = [...value()];
        to[i] = rounded(10)(to[i] + (dx * up[j] - dy * right[j]) / below);
        to[j] = rounded(10)(to[j] + (dy * right[i] - dx * up[i]) / below);
        move(to);
      },
      stepBy: ([dx, dy]) => (point.level ? step(dx, 0, dy) : step(dx, dy, 0)),
      stepAway: (by) => step(0, 0, by),
    });
  });
  return (now) =>
    points.forEach(({ read }, i) => {
      const at = read(now);
      set(placed[i].element, { visibility: at ? null : "hidden" });
      placed[i].place(at ? camera().toPicture(at) : [-99, -99], at ? tuple(at) : "");
    });
}

/** The axis that points most towards the viewer. @param {Vector} toward */
const facing = (toward) => {
  const sizes = AXES.map((axis) => Math.abs(dot(axis, toward)));
  return sizes.indexOf(Math.max(...sizes));
};

/** @param {number} to @returns {(value: number) => number} */
const rounded = (to) => (value) => Math.round(value * to) / to || 0;

/** @param {number} limit @returns {(value: number) => number} */
const within = (limit) => (value) => Math.min(limit, Math.max(-limit, value));
