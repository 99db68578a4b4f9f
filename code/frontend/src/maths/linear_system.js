// Two linear equations in two unknowns. `mlmath.figures.linear_system` computes the same.

/** @typedef {readonly [a: number, b: number, c: number]} Line  a x₁ + b x₂ = c */
/** @typedef {readonly [Line, Line]} Lines */

/** Determinants this small, relative to the entries, are zero. */
const CLOSE = 1e-9;

/** @param {Lines} lines */
export const determinant = ([[a, b], [d, e]]) => a * e - b * d;

/** @param {Lines} lines */
export const isSingular = (lines) =>
  Math.abs(determinant(lines)) <= CLOSE * largest(lines[0]) * largest(lines[1]);

/** The larger coefficient of an equation. @param {Line} line */
const largest = ([a, b]) => Math.max(Math.abs(a), Math.abs(b));

/**
 * How many points satisfy both equations, by Cramer's rule, and the point if there is one.
 *
 * @param {Lines} lines
 * @returns {{count: "one" | "none" | "infinitely many", point: [number, number] | null}}
 */
export function solutions(lines) {
  const [[a, b, c], [d, e, f]] = lines;
  if (!isSingular(lines)) {
    const below = determinant(lines);
    return { count: "one", point: [(c * e - b * f) / below, (a * f - c * d) / below] };
  }
  const [first, second] = lines.map(largest);
  const impossible = (first === 0 && c !== 0) || (second === 0 && f !== 0);
  const near = CLOSE * (first * Math.abs(f) + second * Math.abs(c));
  const same = Math.abs(a * f - c * d) <= near && Math.abs(b * f - c * e) <= near;
  return { count: same && !impossible ? "infinitely many" : "none", point: null };
}
