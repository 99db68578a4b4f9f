// Draws a list of shapes (view/shape_list.js) and keeps the elements: from one redraw to the next
// only what changed is written.

import { add, moveTo, set, write } from "./svg.js";

/** @typedef {import("../view/shape_list.js").Shape} Shape */

/**
 * @param {Element} parent
 * @returns {(shapes: readonly Shape[]) => void}
 */
export function shapeDisplay(parent) {
  const group = add(parent, "g");
  /** @type {Map<string, SVGElement[]>} */
  const made = new Map(); // by name: a circle that comes or goes leaves the texts alone
  return (shapes) => {
    /** @type {Record<string, number>} */
    const used = {};
    /** @type {SVGElement | null} */
    let before = null;
    for (const [name, classes, coordinates, text = ""] of shapes) {
      const alike = made.get(name) ?? [];
      made.set(name, alike);
      const nth = (used[name] = (used[name] ?? -1) + 1);
      const element = (alike[nth] ??= add(group, name));
      /** @type {ChildNode | null} */
      const place = before ? before.nextSibling : group.firstChild;
      if (place !== element) group.insertBefore(element, place);
      before = element;
      if (name === "text") {
        set(element, { class: classes });
        moveTo(element, Number(coordinates.x), Number(coordinates.y));
        write(element, text);
      } else {
        set(element, { class: classes, ...coordinates });
      }
    }
    for (const [name, alike] of made) {
      for (const element of alike.splice((used[name] ?? -1) + 1)) element.remove();
    }
  };
}
