// An arrow from the origin, with its name at the tip.

import { add, moveTo, set, write } from "./svg.js";

/**
 * @param {Element} parent
 * @param {string} role  the palette's name for its colour
 * @param {[map: string, vector: string, index?: string]} name  such as A **e** 1
 * @returns {(arrow: import("../view/plane_scene.js").Arrow) => void} draws it
 */
export function arrowDisplay(parent, role, [map, vector, index]) {
  const group = add(parent, "g", { class: `mlf-arrow mlf-${role}` });
  const shaft = add(group, "path", { class: "mlf-shaft" });
  const head = add(group, "path");
  const label = add(group, "text", { class: "mlf-label" });
  if (map) add(label, "tspan", { class: "mlf-map" }, map);
  add(label, "tspan", { class: "mlf-vector" }, vector);
  if (index) add(label, "tspan", { class: "mlf-index", dy: 4 }, index);
  const away = add(label, "tspan", { dy: index ? -4 : null });
  return (arrow) => {
    set(shaft, { d: arrow.shaft });
    set(head, { d: arrow.head, class: arrow.onward ? "mlf-onward" : "mlf-head" });
    moveTo(label, arrow.label[0], arrow.label[1] + 6);
    write(away, arrow.away);
  };
}
