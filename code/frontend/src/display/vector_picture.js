// A picture of vectors: its parts are made once, in their order, and drawn again and again.

import { arrowDisplay } from "./arrow.js";
import { add, moveTo, set, write } from "./svg.js";

/**
 * A part of a picture: its name, its colour's role, and how it looks (a path's or a note's class,
 * the styles of the pieces of an arrow's name).
 *
 * @typedef {["path" | "note", name: string, role: string, look: string]
 *   | ["arrow", name: string, role: string, styles: string[]]} Part
 *
 * @typedef {import("../view/sketch.js").Drawing} Drawing
 */

/**
 * @param {Element} parent
 * @param {readonly Part[]} parts
 * @returns {(drawing: Drawing) => void} draws it
 */
export function vectorPicture(parent, parts) {
  const draws = parts.map(([kind, name, role, look]) => displays[kind](parent, name, role, look));
  return (drawing) => draws.forEach((draw) => draw(drawing));
}

/** @type {Record<string, (parent: Element, name: string, role: string, look: any) => (drawing: Drawing) => void>} */
const displays = {
  path(parent, name, role, look) {
    const line = add(parent, "path", { class: `${look} mlf-${role}` });
    return ({ paths }) => set(line, { d: paths[name] ?? "" });
  },
  note(parent, name, role, look) {
    const text = add(parent, "text", { class: `mlf-label ${look} mlf-${role}` });
    return ({ notes }) => {
      write(text, notes[name]?.text ?? "");
      if (notes[name]) moveTo(text, notes[name].label[0], notes[name].label[1] + 6);
    };
  },
  arrow(parent, name, role, styles) {
    const draw = arrowDisplay(parent, role, styles.map((/** @type {string} */ style) => [style, ""]));
    return ({ arrows }) => draw(arrows[name]);
  },
};
