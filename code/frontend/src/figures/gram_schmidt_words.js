// What the Gram–Schmidt stepper says; word for word `GramSchmidtSteps.describe` in Python.

import { combination } from "../maths/combination.js";
import { directions, gramSchmidtSteps, STEPS } from "../maths/gram_schmidt.js";
import { number, tuple } from "../maths/number.js";
import { dot, isZero } from "../maths/space.js";
import { NAMES } from "../view/vectors_scene.js";
import { Q_NAMES, W_NAMES } from "../view/steps_scene.js";

/** @typedef {import("../maths/space.js").Vector} Vector */
/** @typedef {import("../maths/gram_schmidt.js").Step} Step */

const SPANNED = ["", "line", "plane"];
const LATER = "not yet";

/**
 * @param {readonly Vector[]} vectors
 * @param {number} step
 * @returns {import("../figure.js").Description}
 */
export function describeSteps(vectors, step) {
  const taken = gramSchmidtSteps(vectors).slice(0, step);
  const found = directions(taken);
  /** @param {number} which */
  const left = (which) => {
    const one = taken.findLast((one) => one.which === which && one.on !== null);
    return one?.after ? tuple(one.after) : LATER;
  };
  /** @param {number} i */
  const q = (i) => {
    if (i >= found.length) return LATER;
    const one = found[i];
    return one ? tuple(one) : "none";
  };
  const products = [[0, 1], [0, 2], [1, 2]].flatMap(([i, j]) => {
    const [a, b] = [found[i], found[j]];
    return a && b ? [`${Q_NAMES[i]}·${Q_NAMES[j]} = ${number(dot(a, b))}`] : [];
  });
  return {
    rows: [
      ["Step", `${step} of ${STEPS}`],
      ["q₁", q(0)],
      ["w₂", left(1)],
      ["q₂", q(1)],
      ["w₃", left(2)],
      ["q₃", q(2)],
      ["Dot products", products.join(", ") || LATER],
    ],
    sentence: taken.length
      ? sentence(taken[step - 1], found) + (step === STEPS ? outcome(found) : "")
      : "No step has been taken. Each vector will lose its shadows on those before it; " +
        "then its length is set to 1.",
  };
}

/** @param {Step} step @param {readonly (Vector | null)[]} found */
function sentence({ which, on, before, after, amount }, found) {
  const [v, w, q] = [NAMES[which], W_NAMES[which], Q_NAMES[which]];
  if (on === null) {
    const name = which ? w : v;
    if (after) return `Divide ${name} by its length ${number(amount)}: ${q} = ${tuple(after)}.`;
    if (!which) return "v₁ is the zero vector. It has no direction: there is no q₁.";
    return `Nothing is left of ${v}: it brings no new direction, and there is no ${q}.`;
  }
  const p = Q_NAMES[on];
  const name = on ? w : v;
  if (!found[on]) return `There is no ${p}: nothing is subtracted from ${name}.`;
  if (amount === 0) {
    if (isZero(before)) return `There is nothing left of ${v} to subtract from.`;
    return `${name} is perpendicular to ${p} already: its shadow on ${p} is zero.`;
  }
  const text = `Subtract from ${name} its shadow on ${p}, which is ${multiple(amount, p)}: `;
  if (!after || isZero(after)) return `${text}nothing is left.`;
  const all = Q_NAMES.slice(0, on + 1).filter((_, i) => found[i]);
  return `${text}${w} = ${tuple(after)} is perpendicular to ${all.join(" and ")}.`;
}

/** @param {number} amount @param {string} name */
const multiple = (amount, name) =>
  number(amount) === "0" ? `0${name}` : combination([amount], [name]);

/** @param {readonly (Vector | null)[]} found */
function outcome(found) {
  const names = Q_NAMES.filter((_, i) => found[i]);
  if (names.length === 3) return " q₁, q₂ and q₃ are an orthonormal basis of space.";
  if (names.length === 0) return " All three vectors are zero.";
  const verb = names.length > 1 ? "are" : "is";
  return (
    ` ${names.join(" and ")} ${verb} an orthonormal basis ` +
    `of the ${SPANNED[names.length]} that the three vectors span.`
  );
}
