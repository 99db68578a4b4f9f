// A point of the picture that the reader moves: by mouse, by finger, by arrow keys.
//
// ARIA knows only sliders with one direction. A handle is therefore one `slider` whose
// `aria-valuetext` speaks both coordinates; `aria-valuenow` carries the first.

import { add, moveTo, set } from "../display/svg.js";
import { pointer } from "./pointer.js";

/** @typedef {import("../view/shape_list.js").Point} Point */

/**
 * @typedef {object} Handle
 * @property {string} label  what it is: "image of the first basis vector"
 * @property {string} role  the palette's name for its colour: "first-basis"
 * @property {number} [min]  least coordinate, spoken
 * @property {number} [max]  greatest coordinate, spoken
 * @property {() => Point} value  where it is, in the units of the figure
 * @property {(point: Point) => void} dragTo  moved by a pointer, to this place in the picture
 * @property {(step: Point) => void} stepBy  moved by a key, by this much in units of the figure
 * @property {(step: number) => void} [stepAway]  moved by Page Up and Page Down, in space
 * @property {() => void} [press]  Enter or Space, if that means something
 *
 * @typedef {object} Placed
 * @property {SVGGElement} element
 * @property {(at: Point, text: string) => void} place  where it is in the picture, and its spoken value
 */

/** Radius of the area that answers a finger: 44 px on a 360 px screen. */
const REACH = 29;

/** @type {Record<string, Point>} */
const ARROWS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };

/**
 * The handles of one picture. Where two areas overlap, the nearer handle takes the pointer.
 *
 * @param {SVGSVGElement} svg
 * @param {{describedBy?: string}} [options]
 */
export function handles(svg, { describedBy } = {}) {
  /** @type {{handle: Handle, at: Point, element: SVGGElement}[]} */
  const all = []; // the uppermost first, so that it wins a tie
  /** @type {{handle: Handle, id: number, grip: Point} | null} */
  let held = null;

  /** @param {Point} at */
  const nearest = (at) =>
    all
      .map((one) => ({ one, distance: Math.hypot(one.at[0] - at[0], one.at[1] - at[1]) }))
      .filter(({ distance }) => distance <= REACH)
      .sort((a, b) => a.distance - b.distance)[0]?.one;

  svg.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || held) return;
    const at = pointer(svg, event);
    const near = nearest(at);
    if (!near) return;
    event.preventDefault();
    const { handle, element } = near;
    // Where the pointer took hold stays under the pointer: no jump at the start of a drag.
    held = { handle, id: event.pointerId, grip: [near.at[0] - at[0], near.at[1] - at[1]] };
    element.focus({ preventScroll: true });
    svg.setPointerCapture(event.pointerId);
    svg.classList.add("mlf-dragging");
  });
  // A finger on a handle moves the handle, not the page. (CSS's touch-action is not enough:
  // browsers do not agree on what it means inside an SVG.)
  svg.addEventListener(
    "touchstart",
    (event) => {
      if (nearest(pointer(svg, event.touches[0]))) event.preventDefault();
    },
    { passive: false },
  );
  svg.addEventListener("pointermove", (event) => {
    if (held?.id !== event.pointerId) return;
    const [x, y] = pointer(svg, event);
    held.handle.dragTo([x + held.grip[0], y + held.grip[1]]);
  });
  /** @param {PointerEvent} event */
  const letGo = (event) => {
    if (held?.id !== event.pointerId) return;
    held = null;
    svg.classList.remove("mlf-dragging");
  };
  svg.addEventListener("pointerup", letGo);
  svg.addEventListener("pointercancel", letGo);

  return {
    /**
     * @param {Element} parent
     * @param {Handle} handle
     * @returns {Placed}
     */
    add(parent, handle) {
      const element = add(parent, "g", {
        class: `mlf-handle mlf-${handle.role}`,
        role: "slider",
        tabindex: 0,
        "aria-label": handle.label,
        "aria-roledescription": "point to move",
        "aria-valuemin": handle.min ?? null,
        "aria-valuemax": handle.max ?? null,
        "aria-describedby": describedBy ?? null,
      });
      add(element, "circle", { class: "mlf-reach", r: REACH });
      add(element, "circle", { class: "mlf-ring", r: 13 });
      const one = { handle, at: /** @type {Point} */ ([0, 0]), element };
      all.unshift(one);

      element.addEventListener("keydown", (event) => {
        if (event.altKey || event.ctrlKey || event.metaKey) return;
        const arrow = ARROWS[event.key];
        if (arrow) {
          const step = event.shiftKey ? 1 : 0.1;
          handle.stepBy([arrow[0] * step, arrow[1] * step]);
        } else if (event.key === "PageUp" || event.key === "PageDown") {
          const step = event.key === "PageUp" ? 1 : -1;
          if (handle.stepAway) handle.stepAway(event.shiftKey ? step : step / 10);
          else handle.stepBy([0, step]);
        } else if (handle.press && (event.key === "Enter" || event.key === " ")) {
          handle.press();
        } else return;
        event.preventDefault();
      });

      return {
        element,
        place(at, text) {
          one.at = at;
          moveTo(element, at[0], at[1]);
          set(element, {
            "aria-valuenow": Math.round(handle.value()[0] * 1000) / 1000,
            "aria-valuetext": text,
          });
        },
      };
    },
  };
}
