// What a reader takes hold of in a little web besides its pages.

import { add, round, set } from "./svg.js";
import { pair, pointOn, TOUCH, translate } from "../view/web_scene.js";

/** @typedef {import("../view/web_scene.js").Point} Point */
/** @typedef {import("../view/web_scene.js").Circle} Circle */
/** @typedef {import("../view/web_scene.js").Arrow} Arrow */

/**
 * The badge on the middle of an arrow that removes its link.
 *
 * @param {Element} parent
 */
export function linkBadge(parent) {
  const group = add(parent, "g", {
    class: "mlf-web-badge",
    role: "button",
    tabindex: 0,
    display: "none",
  });
  add(group, "circle", { class: "mlf-reach", r: TOUCH });
  add(group, "circle", { class: "mlf-ring", r: 13 });
  add(group, "circle", { class: "mlf-web-knob", r: 9 });
  add(group, "path", { class: "mlf-web-glyph", d: "M-3.5 -3.5L3.5 3.5M-3.5 3.5L3.5 -3.5" });
  return {
    group,
    /**
     * @param {Arrow | null} arrow
     * @param {string} name
     */
    draw(arrow, name) {
      const at = arrow && pointOn(arrow, 0.5);
      set(group, {
        display: at ? null : "none",
        transform: at && translate(at),
        "aria-label": name,
      });
    },
  };
}

/**
 * The knob beside the selected page, from which a link is drawn, and the line that is drawn.
 * Keys have other ways: the knob is for pointers only.
 *
 * @param {Element} parent
 */
export function linkKnob(parent) {
  const line = add(parent, "path", { class: "mlf-web-line" });
  const group = add(parent, "g", { class: "mlf-web-page", "aria-hidden": "true" });
  add(group, "circle", { class: "mlf-reach", r: TOUCH });
  add(group, "circle", { class: "mlf-web-knob", r: 9 });
  const glyph = add(group, "path", { class: "mlf-web-glyph", d: "M-4.5 0H4M0.5 -3.5L4 0L0.5 3.5" });
  return {
    /**
     * @param {Circle} page
     * @param {Point} at
     */
    draw({ centre, radius }, at) {
      const [dx, dy] = [at[0] - centre[0], at[1] - centre[1]];
      const share = radius / Math.hypot(dx, dy);
      const rim = /** @type {Point} */ ([centre[0] + share * dx, centre[1] + share * dy]);
      set(line, { d: `M${pair(rim)}L${pair(at)}` });
      set(group, { transform: translate(at) });
      set(glyph, { transform: `rotate(${round((Math.atan2(dy, dx) * 180) / Math.PI)})` });
    },
  };
}
