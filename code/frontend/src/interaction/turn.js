// A mouse on empty ground turns the scene. A finger there scrolls the page: for fingers and keys
// there are sliders.

/** Degrees per pixel. */
const SPEED = 0.5;

/**
 * @param {SVGSVGElement} svg  whose handles listen already
 * @param {() => readonly number[]} view
 * @param {(view: number[]) => void} turn
 */
export function turning(svg, view, turn) {
  /** @type {{id: number, x: number, y: number, view: readonly number[]} | null} */
  let held = null;
  svg.classList.add("mlf-turns");
  svg.addEventListener("pointerdown", (event) => {
    if (event.defaultPrevented || event.button !== 0 || event.pointerType === "touch") return;
    event.preventDefault();
    held = { id: event.pointerId, x: event.clientX, y: event.clientY, view: view() };
    svg.setPointerCapture(event.pointerId);
    svg.classList.add("mlf-dragging");
  });
  svg.addEventListener("pointermove", (event) => {
    if (held?.id !== event.pointerId) return;
    const azimuth = Math.round(held.view[0] - SPEED * (event.clientX - held.x));
    const elevation = Math.round(held.view[1] + SPEED * (event.clientY - held.y));
    turn([((azimuth + 540) % 360 + 360) % 360 - 180, Math.min(90, Math.max(0, elevation))]);
  });
  /** @param {PointerEvent} event */
  const letGo = (event) => {
    if (held?.id !== event.pointerId) return;
    held = null;
    svg.classList.remove("mlf-dragging");
  };
  svg.addEventListener("pointerup", letGo);
  svg.addEventListener("pointercancel", letGo);
}
