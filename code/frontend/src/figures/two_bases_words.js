// What the picture of two bases says; word for word `mlmath.figures.two_bases_words` in Python.

import { number, tuple } from "../maths/number.js";
import { apply } from "../maths/plane_map.js";
import { mapInBasis, stretched } from "../maths/two_bases.js";
import { coordinates } from "../maths/vectors.js";

/** @typedef {import("./two_bases.js").State} State */
/** @typedef {import("../maths/plane_map.js").Matrix} Matrix */

/** What the picture is of. */
export const TITLE = "One map of the plane, in the standard basis and in the basis b₁, b₂";

/**
 * @param {State} state
 * @param {{eigen: boolean}} options
 * @returns {import("../figure.js").Description}
 */
export function describeTwoBases({ matrix, basis, x }, { eigen }) {
  const image = apply(matrix, x);
  const M = mapInBasis(matrix, basis);
  /** @param {import("../maths/vectors.js").Vector} v */
  const inBasis = (v) => tuple(coordinates(basis, v) ?? []);
  return {
    rows: [
      ["x", tuple(x)],
      ["A x", tuple(image)],
      ["x in the basis", M ? inBasis(x) : "none"],
      ["A x in the basis", M ? inBasis(image) : "none"],
      ["B⁻¹AB", M ? `rows ${M.map(tuple).join(" and ")}` : "none"],
    ],
    sentence: M ? sentence(M, basis, eigen) : NO_BASIS,
  };
}

const NO_BASIS = "b₁ and b₂ lie on one line: they are no basis, and B has no inverse.";

/** @param {Matrix} M @param {Matrix} basis @param {boolean} eigen */
function sentence(M, basis, eigen) {
  const [first, second] = stretched(M);
  const values = [number(M[0][0]), number(M[1][1])];
  if (first && second && eigen) {
    return (
      "B⁻¹AB is diagonal: b₁ and b₂ are eigenvectors of A, " +
      `with eigenvalues ${values.join(" and ")}.`
    );
  }
  if (String(basis) === "1,0,0,1") {
    return "The basis is the standard one: both pictures are the same, and B⁻¹AB is A.";
  }
  if (first && second) {
    return (
      "B⁻¹AB is diagonal: in this basis the map multiplies " +
      `the first coordinate by ${values[0]} and the second by ${values[1]}.`
    );
  }
  if (eigen && (first || second)) {
    const [name, place, other] = first ? ["b₁", "first", "b₂"] : ["b₂", "second", "b₁"];
    const column = tuple(first ? [M[0][0], M[1][0]] : [M[0][1], M[1][1]]);
    return `${name} is an eigenvector of A: the ${place} column of B⁻¹AB is ${column}. ${other} is none.`;
  }
  return (
    "Both pictures show one map: A takes x to A x, " +
    "and B⁻¹AB takes the coordinates of x to those of A x."
  );
}
