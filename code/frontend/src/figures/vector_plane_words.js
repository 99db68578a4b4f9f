// What the vector plane says; word for word `mlmath.figures.vector_plane_words` in Python.

import { coefficient, combination, joined, number, tuple } from "../maths/number.js";
import * as vectors from "../maths/vectors.js";

const { angle, angleKind, areDependent, areOrthogonal, coordinates, dot, norm, share, sum, times } = vectors;

/** @typedef {import("./vector_plane.js").State} State */
/** @typedef {import("../maths/vectors.js").Vector} Vector */
/** @typedef {import("../figure.js").Description} Description */

/** @type {Record<string, (state: State) => Description>} */
export const descriptions = {
  sum: ({ u, v, a, b }) => ({
    rows: [
      ["u", withLength(u)],
      ["v", withLength(v)],
      [combination(a, b).join(""), withLength(sum(times(a, u), times(b, v)))],
    ],
    sentence:
      `First entry: ${sumWords(a, u[0], b, v[0])}. ` +
      `Second entry: ${sumWords(a, u[1], b, v[1])}.`,
  }),

  angle: ({ u, v }) => {
    const kind = angleKind(u, v);
    const known = kind !== "undefined";
    return {
      rows: [
        ["u · v", number(dot(u, v))],
        ["‖u‖", number(norm(u))],
        ["‖v‖", number(norm(v))],
        ["cos θ", known ? number(dot(u, v) / (norm(u) * norm(v))) : "undefined"],
        ["θ", known ? `${degrees(u, v, kind)}° (${ANGLES[kind]})` : "undefined"],
      ],
      sentence: angleSentence(u, v, kind),
    };
  },

  projection: ({ u, v }) => {
    const part = share(u, v);
    const known = !Number.isNaN(part);
    const shadow = times(part, u);
    const rest = sum(v, times(-1, shadow));
    return {
      rows: [
        ["u · v", number(dot(u, v))],
        ["Scalar projection", known ? number(dot(u, v) / norm(u)) : "undefined"],
        ["Vector projection p", known ? tuple(shadow) : "undefined"],
        ["Residual r = v − p", known ? tuple(rest) : "undefined"],
        ["u · r", known ? number(dot(u, rest)) : "undefined"],
      ],
      sentence: projectionSentence(u, v, part),
    };
  },

  basis: ({ u, basis }) => {
    const [first, second] = basis;
    const inBasis = coordinates(basis, u);
    const right = areOrthogonal(first, second) ? "orthogonal" : "not orthogonal";
    return {
      rows: [
        ["x", tuple(u)],
        ["Coordinates", inBasis ? tuple(inBasis) : "none"],
        ["b₁ · b₂", inBasis ? `${number(dot(first, second))} (${right})` : number(dot(first, second))],
        ["By projection", `(${basis.map((b) => shareWords(b, u)).join(", ")})`],
      ],
      sentence: basisSentence(u, basis, inBasis),
    };
  },
};

/** @type {Record<string, string>} */
const TITLES = {
  sum: "Two vectors u and v and their combination",
  angle: "Two vectors u and v and the angle between them",
  projection: "The projection of a vector v onto a vector u",
  basis: "A vector x and the grid of a basis b₁, b₂",
};

/** What the picture is of. @param {string} show */
export const vectorTitle = (show) => TITLES[show];

/** @param {Vector} v */
const withLength = (v) => `${tuple(v)}, length ${number(norm(v))}`;

/** @param {number} a @param {number} p @param {number} b @param {number} q */
function sumWords(a, p, b, q) {
  const first = a === 1 ? number(p) : product(a, p);
  return `${first} ${b < 0 ? "−" : "+"} ${product(Math.abs(b), q)} = ${number(a * p + b * q)}`;
}

/** @param {number} factor @param {number} value */
function product(factor, value) {
  const text = number(value).startsWith("−") ? `(${number(value)})` : number(value);
  if (factor === 1) return text;
  return factor === -1 ? `−${text}` : `${number(factor)} × ${text}`;
}

/** @type {Record<string, string>} */
const ANGLES = {
  same: "same direction",
  acute: "acute",
  right: "right",
  obtuse: "obtuse",
  opposite: "opposite",
};

/**
 * @param {Vector} u
 * @param {Vector} v
 * @param {string} kind
 */
function degrees(u, v, kind) {
  const text = number(angle(u, v), 1);
  if (kind === "acute" && text === "0") return "less than 0.1";
  if (kind === "acute" && text === "90") return "almost 90";
  if (kind === "obtuse" && text === "90") return "hardly more than 90";
  if (kind === "obtuse" && text === "180") return "almost 180";
  return text;
}

/**
 * @param {Vector} u
 * @param {Vector} v
 * @param {string} kind
 */
function angleSentence(u, v, kind) {
  if (kind === "undefined") return `${zeroWords(u, v)}, so there is no angle.`;
  return {
    same: "u and v point in the same direction: u · v = ‖u‖ ‖v‖, the most it can be.",
    opposite: "u and v point in opposite directions: u · v = −‖u‖ ‖v‖, the least it can be.",
    right: "u and v are orthogonal: u · v = 0, whatever their lengths.",
    acute: "The angle is acute, so u · v is positive: v goes more along u than against it.",
    obtuse: "The angle is obtuse, so u · v is negative: v goes more against u than along it.",
  }[kind] ?? "";
}

/** @param {Vector} u @param {Vector} v */
function zeroWords(u, v) {
  if (norm(u) > 0) return "v is the zero vector: it has no direction";
  if (norm(v) > 0) return "u is the zero vector: it has no direction";
  return "u and v are zero vectors: they have no direction";
}

/**
 * @param {Vector} u
 * @param {Vector} v
 * @param {number} part
 */
function projectionSentence(u, v, part) {
  if (norm(u) === 0) return "u is the zero vector: it has no direction to project onto.";
  if (norm(v) === 0) return "v is the zero vector: so are its projection and what is left.";
  if (areOrthogonal(u, v)) {
    return "v is orthogonal to u: its projection is the zero vector, and all of v is left.";
  }
  if (areDependent(u, v)) {
    return "v lies on the line of u: it is its own projection, and nothing is left.";
  }
  const way = part < 0 ? ", against the direction of u" : "";
  return (
    `p is ${number(part)} times u${way}. ` +
    "What is left of v is orthogonal to u: no point of the line is nearer to v than p."
  );
}

/** @param {Vector} b @param {Vector} x */
function shareWords(b, x) {
  const part = share(b, x);
  return Number.isNaN(part) ? "undefined" : number(part);
}

/**
 * @param {Vector} x
 * @param {readonly [Vector, Vector]} basis
 * @param {[number, number] | null} inBasis
 */
function basisSentence(x, [first, second], inBasis) {
  if (!inBasis) return dependentSentence(x, first, second);
  if (norm(x) === 0) return "x is the zero vector: its coordinates are (0, 0) in every basis.";
  const [p, q] = inBasis;
  const made = `x = ${coefficient(p)}b₁${joined(q)}b₂.`;
  if (areOrthogonal(first, second)) {
    return `${made} The basis is orthogonal, so the projections give the same coordinates.`;
  }
  const wrong = sum(times(share(first, x), first), times(share(second, x), second));
  return (
    `${made} The basis is not orthogonal: ` +
    `the projections add up to p = ${tuple(wrong)}, which is not x.`
  );
}

/** @param {Vector} x @param {Vector} first @param {Vector} second */
function dependentSentence(x, first, second) {
  const longer = norm(first) >= norm(second) ? first : second;
  if (norm(longer) === 0) return "b₁ and b₂ are zero vectors: they are no basis.";
  const reached = areDependent(longer, x)
    ? "they make x in infinitely many ways."
    : "no combination of them is x.";
  return `b₁ and b₂ lie on one line, so they are no basis: ${reached}`;
}
