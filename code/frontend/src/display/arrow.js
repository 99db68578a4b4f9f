// An arrow with its name at the tip.

import { add, moveTo, set, write } from "./svg.js";

/**
 * A piece of a name: its style ("vector", "map", "index" or "") and its text.
 *
 * @typedef {readonly [style: string, text: string]} Run
 *
 * @typedef {object} Drawn
 * @property {string} shaft
 * @property {string} head
 * @property {boolean} onward  it goes on outside the picture
 * @property {import("../view/shape_list.js").Point} label  centre of its name
 * @property {readonly string[]} [texts]  the pieces of its name, where they change
 * @property {string} [away]  what follows the name
 */

/**
 * @param {Element} parent
 * @param {string} role  the palette's name for its colour
 * @param {readonly Run[]} name  such as A **e** 1
 * @returns {(arrow: Drawn | undefined) => void} draws it, or hides it
 */
export function arrowDisplay(parent, role, name) {
  const group = add(parent, "g", { class: `mlf-arrow mlf-${role}` });
  const shaft = add(group, "path", { class: "mlf-shaft" });
  const head = add(group, "path");
  const label = add(group, "text", { class: "mlf-label" });
  /** @type {readonly Run[]} */
  const runs = [...name, ["", ""]];
  const spans = runs.map(([style, text], i) => {
    const dy = style === "index" ? 4 : runs[i - 1]?.[0] === "index" ? -4 : null;
    return add(label, "tspan", { class: style ? `mlf-${style}` : null, dy }, text);
  });
  return (arrow) => {
    set(group, { display: arrow ? null : "none" });
    if (!arrow) return;
    set(shaft, { d: arrow.shaft });
    set(head, { d: arrow.head, class: arrow.onward ? "mlf-onward" : "mlf-head" });
    moveTo(label, arrow.label[0], arrow.label[1] + 6);
    arrow.texts?.forEach((text, i) => write(spans[i], text));
    write(spans[name.length], arrow.away ?? "");
  };
}
