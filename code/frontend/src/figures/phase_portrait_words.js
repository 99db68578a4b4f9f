// What the phase portrait says; word for word `PhasePortrait.describe` in Python.

import { number, tuple } from "../maths/number.js";
import { magnitudes, orbit } from "../maths/orbits.js";
import { spectrum } from "../maths/plane_map.js";
import { eigenvalueWords } from "./plane_words.js";

/** @typedef {import("../maths/plane_map.js").Matrix} Matrix */
/** @typedef {import("../maths/plane_map.js").Spectrum} Spectrum */

/** Coordinates from here on are not written. */
const TOO_LARGE = 1e6;

/**
 * @param {import("./phase_portrait.js").State} state
 * @returns {import("../figure.js").Description}
 */
export function describePortrait({ matrix, x, steps }) {
  const end = orbit(matrix, x, steps)[steps];
  const far = Math.max(...end.map(Math.abs)) >= TOO_LARGE;
  return {
    rows: [
      ["Eigenvalues", eigenvalueWords(matrix)],
      ["|λ|", magnitudeWords(matrix)],
      ["Steps n", number(steps)],
      ["Aⁿ x", far ? `beyond ${number(TOO_LARGE)}` : tuple(end)],
    ],
    sentence: behaviour(matrix),
  };
}

/** What the picture is of. @param {Matrix} A */
export const portraitTitle = (A) => `Orbits of the map with rows ${A.map(tuple).join(" and ")}`;

/** @param {Matrix} A */
function magnitudeWords(A) {
  const [first, second] = magnitudes(A).map((size) => number(size));
  return first === second ? `${first} (both)` : `${first} and ${second}`;
}

/** @param {Matrix} A */
function behaviour(A) {
  const found = spectrum(A);
  const [first, second] = magnitudes(A);
  if (found.complex) return turning(found, first);
  if (first < 1) return "Stable: both eigenvalues are smaller than 1 in size, so that every orbit ends at the origin.";
  if (second > 1) {
    return "Unstable: both eigenvalues are larger than 1 in size, so that every orbit leaves, but that of the origin.";
  }
  if (first > 1 && second < 1) {
    return (
      "Saddle: orbits come in along the eigenline of the eigenvalue that is below 1 " +
      "in size, and leave along that of the other."
    );
  }
  const [one, other] = [found.mean + found.half, found.mean - found.half];
  const smaller = Math.abs(one) < Math.abs(other);
  if (first > 1) return `Unstable: ${kept(smaller ? one : other)}, and all other orbits leave.`;
  if (second < 1) {
    return `Both at once: ${kept(smaller ? other : one)}, and all other orbits end there.`;
  }
  if (found.half !== 0) return "A mirror, straight or oblique: two steps bring every point back.";
  if (found.everyLine) {
    return one > 0
      ? "The identity: every point stays where it is."
      : "A half turn: two steps bring every point back.";
  }
  return one > 0
    ? "A shear: the points of the eigenline stay, and all others drift along it, " +
        "as far with every step."
    : "A shear that turns everything over: the points of the eigenline come back " +
        "after two steps, and all others drift away.";
}

/** @param {Spectrum} spectrum @param {number} size */
function turning({ mean, half }, size) {
  const degrees = number((Math.atan2(half, mean) * 180) / Math.PI, 1);
  const turn = `λ turns by ${degrees}° with every step`;
  if (size < 1) {
    return `Spiral in: ${turn} and its size is below 1, so that every orbit ends at the origin.`;
  }
  if (size > 1) {
    return `Spiral out: ${turn} and its size is above 1, so that every orbit leaves, but that of the origin.`;
  }
  return `Centre: ${turn} and its size is 1, so that every orbit stays on an ellipse of its own.`;
}

/** @param {number} value */
const kept = (value) =>
  value > 0
    ? "the points of the eigenline with λ = 1 stay"
    : "the points of the eigenline with λ = −1 change sides";
