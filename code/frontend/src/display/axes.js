// The plane before anything happens to it: grid, axes, numbers.

import { SIDE } from "../view/plane.js";
import { number } from "../maths/number.js";
import { add } from "./svg.js";

const STEPS = [1, 2, 5, 10, 20, 50];
const MOST_NUMBERS = 7; // to each side of the middle, before they run into each other on a phone

/**
 * @param {Element} parent
 * @param {import("../view/plane.js").Plane} view
 */
export function planeBackground(parent, view) {
  const most = Math.ceil(view.limit) - 1;
  const whole = Array.from({ length: 2 * most + 1 }, (_, i) => i - most);
  const at = whole.map((k) => view.toPicture([k, k]));
  add(parent, "path", {
    class: "mlf-grid",
    d: at.map(([x, y]) => `M${x} 0V${SIDE}M0 ${y}H${SIDE}`).join(""),
  });
  add(parent, "path", { class: "mlf-axes", d: `M${SIDE / 2} 0V${SIDE}M0 ${SIDE / 2}H${SIDE}` });
  const every = STEPS.find((step) => view.limit / step <= MOST_NUMBERS) ?? view.limit;
  for (const k of whole.filter((k) => k !== 0 && k % every === 0)) {
    const [x, y] = view.toPicture([k, k]);
    add(parent, "text", { class: "mlf-tick", x, y: SIDE / 2 + 15 }, number(k));
    add(parent, "text", { class: "mlf-tick mlf-tick-up", x: SIDE / 2 - 5, y: y + 4 }, number(k));
  }
}
