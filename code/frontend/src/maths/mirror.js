// Reflection in a plane through the origin; `mlmath.figures.mirror_plane` computes the same.

import { along, CLOSE, dot, length } from "./space.js";

/** @typedef {import("./space.js").Vector} Vector */

/** The mirror image; the normal must not be zero. @param {Vector} x @param {Vector} normal */
export const reflect = (x, normal) =>
  along(x, (-2 * dot(normal, x)) / dot(normal, normal), normal);

/** Perpendicular to the normal, but for rounding. @param {Vector} x @param {Vector} normal */
export const liesInMirror = (x, normal) =>
  Math.abs(dot(normal, x)) <= CLOSE * length(normal) * length(x);
