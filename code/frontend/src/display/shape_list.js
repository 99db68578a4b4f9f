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
  /** @type {SVGElement[]} */
  const made = [];
  return (shapes) => {
    shapes.forEach(([name, classes, coordinates, text = ""], i) => {
      let element = made[i];
      if (element?.localName !== name) {
        const fresh = add(group, name);
        if (element) element.replaceWith(fresh);
        made[i] = element = fresh;
      }
      if (name === "text") {
        set(element, { class: classes });
        moveTo(element, Number(coordinates.x), Number(coordinates.y));
        write(element, text);
      } else {
        set(element, { class: classes, ...coordinates });
      }
    });
    for (const element of made.splice(shapes.length)) element.remove();
  };
}
