// What three vectors in space say; word for word `ThreeVectors.describe` in Python.

import { combination } from "../maths/combination.js";
import { number, tuple } from "../maths/number.js";
import {
  along, areParallel, cross, determinant, dot, isZero, length, project, rank, spanBasis,
} from "../maths/space.js";
import { NAMES } from "../view/vectors_scene.js";

/** @typedef {import("../maths/space.js").Vector} Vector */

const SPANS = ["only the origin", "a line", "a plane", "all of space"];
const BESIDES = ["the origin", "the line of v₁ and v₂", "the plane of v₁ and v₂"];

/** @param {readonly Vector[]} vectors */
export const vectorsTitle = ([u, v, w]) =>
  `The vectors ${tuple(u)}, ${tuple(v)} and ${tuple(w)} in space`;

/**
 * @param {readonly Vector[]} vectors
 * @returns {import("../figure.js").Description}
 */
export function describeVectors(vectors) {
  const [u, v, w] = vectors;
  const basis = spanBasis(u, v);
  const beside = along(w, -1, project(w, basis));
  const found = rank(u, v, w);
  const distance = found > basis.length ? number(length(beside)) : "0";
  const volume = found === 3 ? number(determinant(u, v, w)) : "0";
  return {
    rows: [
      ["Determinant", found === 3 && volume === "0" ? "almost 0" : volume],
      ["Rank", String(found)],
      ["Span", SPANS[found]],
      ["Distance", `${distance} from v₃ to ${BESIDES[basis.length]}`],
    ],
    sentence: sentence(vectors, found),
  };
}

/** @param {readonly Vector[]} vectors @param {number} found */
function sentence(vectors, found) {
  const [u, v, w] = vectors;
  if (found === 3) {
    return (
      "v₃ leaves the plane of v₁ and v₂: the three vectors are independent, a basis of space."
    );
  }
  const nothing = vectors.findIndex(isZero);
  if (nothing >= 0) return `${NAMES[nothing]} is the zero vector: no set with it is independent.`;
  if (found === 1) {
    return "All three vectors lie on one line: each is a multiple of any other.";
  }
  if (areParallel(u, v)) {
    const times = dot(u, v) / dot(u, u);
    return (
      `v₁ and v₂ lie on one line, v₂ = ${combination([times], ["v₁"])}: ` +
      "the three vectors are dependent, wherever v₃ points."
    );
  }
  const parts = combination(coordinatesInPlane(u, v, w), NAMES.slice(0, 2));
  return `v₃ lies in the plane of v₁ and v₂: v₃ = ${parts}. The three vectors are dependent.`;
}

/** a and b for which a u + b v is nearest to w. @param {Vector} u @param {Vector} v @param {Vector} w */
function coordinatesInPlane(u, v, w) {
  const normal = cross(u, v);
  const below = dot(normal, normal);
  return [dot(cross(w, v), normal) / below, dot(cross(u, w), normal) / below];
}
