// Mouse and finger on a little web: a page is dragged, a link is drawn from the knob of the
// selected page, a link is chosen by a press on it.

import { nearestArrow, nearestPage, TOUCH } from "../view/web_scene.js";
import { pointer } from "./pointer.js";

/** @typedef {import("../view/web_scene.js").Point} Point */

/** How near to a link a mouse must come. */
const NEAR = 9;

/**
 * @typedef {object} Answers
 * @property {() => import("../display/web_picture.js").Laid} laid  where things lie now
 * @property {() => number} selected
 * @property {(page: number) => void} select
 * @property {(page: number, to: Point) => void} move  to this place in the picture
 * @property {(pull: {at: Point, target: number} | null) => void} pull  a link is being drawn
 * @property {(from: number, to: number) => void} link  a link was drawn
 * @property {(link: number) => void} choose  a link, or -1 for none
 */

/**
 * @param {SVGSVGElement} svg
 * @param {Answers} answers
 */
export function webPointer(svg, { laid, selected, select, move, pull, link, choose }) {
  /**
   * @typedef {object} Held
   * @property {number} id  of the pointer
   * @property {number} page  that is dragged, or from which a link is drawn
   * @property {Point | null} grip  from the pointer to the centre; null while a link is drawn
   * @property {number} target  where that link would end, or -1
   */
  /** @type {Held | null} */
  let held = null;

  /** @param {Point} at @returns {Omit<Held, "id"> | null} */
  const takeHold = (at) => {
    const { pages, knob } = laid();
    const page = nearestPage(pages, at);
    const toKnob = Math.hypot(knob[0] - at[0], knob[1] - at[1]);
    const centre = pages[page]?.centre;
    if (toKnob <= TOUCH && (!centre || toKnob < Math.hypot(centre[0] - at[0], centre[1] - at[1]))) {
      return { page: selected(), grip: null, target: -1 };
    }
    return centre ? { page, grip: [centre[0] - at[0], centre[1] - at[1]], target: -1 } : null;
  };

  svg.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || held || isBadge(event)) return;
    const grasp = takeHold(pointer(svg, event));
    if (!grasp) return;
    event.preventDefault();
    held = { ...grasp, id: event.pointerId };
    if (held.grip) select(held.page);
    svg.setPointerCapture(event.pointerId);
    svg.classList.add("mlf-dragging");
  });
  svg.addEventListener("pointermove", (event) => {
    if (held?.id !== event.pointerId) return;
    const at = pointer(svg, event);
    if (held.grip) {
      move(held.page, [at[0] + held.grip[0], at[1] + held.grip[1]]);
    } else {
      const target = nearestPage(laid().pages, at);
      held.target = target === held.page ? -1 : target;
      pull({ at, target: held.target });
    }
  });
  /** @param {PointerEvent} event */
  const letGo = (event) => {
    if (held?.id !== event.pointerId) return;
    const { page, grip, target } = held;
    held = null;
    svg.classList.remove("mlf-dragging");
    if (grip) return;
    pull(null);
    if (event.type === "pointerup" && target >= 0) link(page, target);
  };
  svg.addEventListener("pointerup", letGo);
  svg.addEventListener("pointercancel", letGo);

  // A finger on a page must not scroll; `touch-action` alone does not hold it back inside SVG.
  svg.addEventListener("touchstart", (event) => {
    if (held) event.preventDefault();
  });

  svg.addEventListener("click", (event) => {
    if (isBadge(event)) return;
    const at = pointer(svg, event);
    if (takeHold(at)) return;
    const byMouse = event instanceof PointerEvent && event.pointerType === "mouse";
    choose(nearestArrow(laid().arrows, at, byMouse ? NEAR : TOUCH));
  });
}

/** @param {Event} event */
function isBadge(event) {
  return event.target instanceof Element && event.target.closest(".mlf-web-badge") !== null;
}
