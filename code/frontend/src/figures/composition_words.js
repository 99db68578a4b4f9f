// What the composition says; word for word `Composition.describe` in Python.

import { commute, times } from "../maths/composition.js";
import { number, tuple } from "../maths/number.js";
import { apply, determinant } from "../maths/plane_map.js";

/** @typedef {import("../maths/plane_map.js").Matrix} Matrix */

/**
 * @param {{first: Matrix, second: Matrix, x: readonly [number, number]}} state
 * @returns {import("../figure.js").Description}
 */
export function describeComposition({ first: A, second: B, x }) {
  const [BA, AB] = [times(B, A), times(A, B)];
  const [a, b, both] = [A, B, BA].map((M) => number(determinant(M)));
  const differ = "The order matters: B A and A B are different maps";
  return {
    rows: [
      ["B A", matrixWords(BA)],
      ["A B", matrixWords(AB)],
      ["B A x", tuple(apply(BA, x))],
      ["A B x", tuple(apply(AB, x))],
      ["Determinants", `A: ${a}; B: ${b}; products: ${both}`],
    ],
    sentence: {
      always: "A and B commute: B A and A B are the same map.",
      here: `${differ}, though they send this x to the same place.`,
      no: `${differ}.`,
    }[commute(A, B, x)],
  };
}

/**
 * What the picture is of.
 *
 * @param {{first: Matrix, second: Matrix}} state
 */
export const compositionTitle = ({ first, second }) =>
  `The letter F sent through A, ${matrixWords(first)}, and B, ${matrixWords(second)}: ` +
  "on the left first A, then B; on the right first B, then A";

/** @param {Matrix} M */
const matrixWords = (M) => `rows ${M.map(tuple).join(", ")}`;
