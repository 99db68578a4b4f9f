// Where space is seen from: no perspective, parallel lines stay parallel.
// `mlmath.figures.space` has the same camera.

import { dot } from "../maths/space.js";
import { SIDE } from "./frame.js";

/** @typedef {import("../maths/space.js").Vector} Vector */
/** @typedef {import("./shape_list.js").Point} Point */

/**
 * @param {readonly number[]} view  azimuth and elevation of the viewer, in degrees
 * @param {number} limit  the cube from -limit to limit has room in the picture
 */
export function camera([azimuth, elevation], limit) {
  const [sin, cos] = sincos(azimuth);
  const [rise, level] = sincos(elevation);
  const right = [-sin, cos, 0];
  const up = [-rise * cos, -rise * sin, level];
  const unit = SIDE / (2.8 * limit);
  return {
    limit,
    unit,
    right,
    up,
    toward: [level * cos, level * sin, rise],
    /** @param {Vector} p @returns {Point} */
    toPicture: (p) => [SIDE / 2 + unit * dot(right, p), SIDE / 2 - unit * dot(up, p)],
  };
}

/** @typedef {ReturnType<typeof camera>} Camera */

/** @param {number} degrees */
const sincos = (degrees) => {
  const angle = (degrees * Math.PI) / 180;
  return [Math.sin(angle), Math.cos(angle)];
};
