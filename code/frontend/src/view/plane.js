// The plane and the picture of it: x to the right, y up, the origin in the middle.

/** The side of every square picture, in the units of its viewBox. */
export const SIDE = 400;

/** @typedef {readonly [number, number]} Point */

/**
 * The square from -limit to limit in both directions, drawn `SIDE` units wide.
 *
 * @param {number} limit
 */
export function plane(limit) {
  const unit = SIDE / (2 * limit);
  return {
    limit,
    unit,
    /** @param {Point} point @returns {Point} */
    toPicture: ([x, y]) => [SIDE / 2 + unit * x, SIDE / 2 - unit * y],
    /** @param {Point} point @returns {Point} */
    toPlane: ([px, py]) => [(px - SIDE / 2) / unit, (SIDE / 2 - py) / unit],
  };
}

/** @typedef {ReturnType<typeof plane>} Plane */

/**
 * Where a pointer is, in the units of the picture's viewBox.
 *
 * @param {SVGSVGElement} svg
 * @param {{clientX: number, clientY: number}} event
 * @returns {Point}
 */
export function pointer(svg, event) {
  const box = svg.getBoundingClientRect();
  const scale = svg.viewBox.baseVal.width / box.width;
  return [(event.clientX - box.left) * scale, (event.clientY - box.top) * scale];
}
