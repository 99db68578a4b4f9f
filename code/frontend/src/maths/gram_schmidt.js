// The six steps of the Gram–Schmidt process in space; `mlmath.figures.gram_schmidt_steps` has the same.

import { along, CLOSE, dot, length, ORIGIN, scaled } from "./space.js";

/** @typedef {import("./space.js").Vector} Vector */

/**
 * @typedef {object} Step
 * @property {number} which  the vector that it works on: 0, 1 or 2
 * @property {number | null} on  the vector q that is subtracted; null if a length is set to 1
 * @property {Vector} before
 * @property {Vector | null} after  null where there is no direction
 * @property {number} amount  how many q are subtracted, or the length that is divided by
 */

export const STEPS = 6;

/** @param {readonly Vector[]} vectors @returns {Step[]} */
export function gramSchmidtSteps(vectors) {
  /** @type {Step[]} */
  const taken = [];
  /** @type {(Vector | null)[]} */
  const found = [];
  vectors.forEach((v, which) => {
    let rest = v;
    found.forEach((q, on) => {
      let amount = q ? dot(q, rest) : 0;
      if (Math.abs(amount) <= CLOSE * length(v)) amount = 0;
      let after = q ? along(rest, -amount, q) : rest;
      if (length(after) <= CLOSE * length(v)) after = ORIGIN;
      taken.push({ which, on, before: rest, after, amount });
      rest = after;
    });
    const size = length(rest);
    const unit = size ? scaled(1 / size, rest) : null;
    taken.push({ which, on: null, before: rest, after: unit, amount: size });
    found.push(unit);
  });
  return taken;
}

/** The vectors q that some steps have found; null for each that there is not. @param {readonly Step[]} taken */
export const directions = (taken) => taken.filter(({ on }) => on === null).map(({ after }) => after);
