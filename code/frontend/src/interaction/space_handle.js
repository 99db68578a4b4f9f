// Points of space that the reader moves. A pointer moves one in the plane of two axes that faces
// the viewer most (or in the plane that is given); keys move it along the axes.

import { set } from "../display/svg.js";
import { tuple } from "../maths/number.js";
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
 * @property {boolean} [relative]  steps are rounded, not places
 * @property {(state: S, facing: number, away: number) => number} [still]  along which axis a
 *   pointer does not move it, if not along the one that faces the viewer
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
    const axes = () => {
      const { right, toward } = camera();
      const flat = Math.abs(right[0]) > Math.abs(right[1]) ? 0 : 1;
      const sizes = toward.map(Math.abs);
      const facing = sizes.indexOf(Math.max(...sizes));
      const still = point.still?.(state(), facing, 1 - flat) ?? facing;
      return { flat, away: 1 - flat, still: point.level ? 2 : still };
    };
    /** @param {number} axis @param {number} by */
    const step = (axis, by) => {
      const { right, toward } = camera();
      const to = [...value()];
      const sign = [Math.sign(right[axis]), -(Math.sign(toward[axis]) || 1)];
      to[axis] += by * (axis === 2 ? 1 : sign[axis === axes().flat ? 0 : 1]);
      move(point.relative ? to : to.map(rounded(1e6)));
    };
    return hands.add(parent, {
      label: point.label,
      role: point.role,
      min: -limit,
      max: limit,
      value: () => [value()[0], 0],
      dragTo(at) {
        const view = camera();
        const { still } = axes();
        if (Math.abs(view.toward[still]) < 0.1) return;
        const [i, j] = [0, 1, 2].filter((axis) => axis !== still);
        const [x, y] = view.toPicture(value());
        const [dx, dy] = [(at[0] - x) / view.unit, (y - at[1]) / view.unit];
        // What step along the axes i and j goes dx to the right and dy up in the picture?
        const { right, up } = view;
        const below = right[i] * up[j] - right[j] * up[i];
        const by = [(dx * up[j] - dy * right[j]) / below, (dy * right[i] - dx * up[i]) / below];
        const to = [...value()];
        const tenth = rounded(10);
        [i, j].forEach((axis, k) => {
          to[axis] = point.relative ? to[axis] + tenth(by[k]) : tenth(to[axis] + by[k]);
        });
        move(to);
      },
      stepBy([dx, dy]) {
        const { flat, away, still } = axes();
        if (dx) step(flat, dx);
        if (dy) step(still === 2 ? away : 2, dy);
      },
      stepAway: (by) => step(axes().still === 2 && !point.level ? 2 : axes().away, by),
    });
  });
  return (now) =>
    points.forEach(({ read }, i) => {
      const at = read(now);
      set(placed[i].element, { visibility: at ? null : "hidden" });
      placed[i].place(at ? camera().toPicture(at) : [-99, -99], at ? tuple(at) : "");
    });
}

/** @param {number} to @returns {(value: number) => number} */
const rounded = (to) => (value) => Math.round(value * to) / to || 0;

/** @param {number} limit @returns {(value: number) => number} */
const within = (limit) => (value) => Math.min(limit, Math.max(-limit, value));
