import assert from "node:assert/strict";
import { test } from "node:test";
import { apply, effect, settle, spectrum } from "../src/maths/plane_map.js";

/** @typedef {import("../src/maths/plane_map.js").Matrix} Matrix */

/** @param {readonly number[]} found @param {readonly number[]} wanted */
const close = (found, wanted) =>
  found.forEach((value, i) => assert.ok(Math.abs(value - wanted[i]) < 1e-9, `${found} ≠ ${wanted}`));

test("the columns of a matrix are the images of the basis vectors", () => {
  assert.deepEqual(apply([[1, 2], [3, 4]], [1, 0]), [1, 3]);
  assert.deepEqual(apply([[1, 2], [3, 4]], [0, 1]), [2, 4]);
});

test("eigenvalues and directions solve A v = λ v, whatever real matrix it is", () => {
  const steps = [-2, -0.7, 0, 0.1, 1, 3];
  for (const a of steps) for (const b of steps) for (const c of steps) for (const d of steps) {
    /** @type {Matrix} */
    const A = [[a, b], [c, d]];
    const { complex, mean, half, directions, everyLine } = spectrum(A);
    if (complex) {
      close([mean * mean + half * half, 2 * mean], [a * d - b * c, a + d]);
      assert.equal(directions.length, 0);
      continue;
    }
    const values = directions.length === 2 ? [mean + half, mean - half] : [mean];
    directions.forEach((v, i) => close(apply(A, v), v.map((entry) => values[i] * entry)));
    assert.equal(everyLine, b === 0 && c === 0 && a === d, String(A));
  }
});

test("a double eigenvalue is recognised through rounding errors", () => {
  const { half, directions } = spectrum([[0.3, 0.1], [-0.1, 0.1]]);
  assert.equal(half, 0);
  assert.equal(directions.length, 1);
  close(directions[0], [1, -1]);
});

test("a direction has the larger coordinate 1, also where rounding makes both almost equal", () => {
  for (const v of spectrum([[0.1, 0.7], [0.7, 0.1]]).directions) assert.equal(v[0], 1);
});

test("the zero vector goes nowhere; a vector of the kernel goes to 0 times itself", () => {
  assert.equal(effect([[1, 2], [3, 4]], [0, 0]), null);
  assert.deepEqual(effect([[0.5, 0.5], [0.5, 0.5]], [0.3, -0.3]), { times: 0 });
  assert.deepEqual(effect([[0, 0], [0, 0]], [1, 2]), { times: 0 });
});

test("a rotation turns by its angle and keeps lengths", () => {
  const found = effect([[0, -1], [1, 0]], [3, 1]);
  assert.ok(found && "angle" in found);
  close([found.angle, found.stretch], [90, 1]);
});

test("every eigenline can be hit by dragging along a circle", () => {
  const A = /** @type {Matrix} */ ([[1, 1], [1, 0]]); // golden ratio: no eigenvector in tenths
  const { directions } = spectrum(A);
  /** @type {Set<string>} */
  const hit = new Set();
  for (let degrees = 0; degrees < 180; degrees += 1) {
    const angle = (degrees * Math.PI) / 180;
    const x = settle([1.5 * Math.cos(angle), 1.5 * Math.sin(angle)], directions);
    const found = effect(A, x);
    if (found && "times" in found) hit.add(found.times.toFixed(3));
  }
  assert.deepEqual([...hit].sort(), ["-0.618", "1.618"]);
});

test("between two close eigenlines there is room for vectors that are on neither", () => {
  const A = /** @type {Matrix} */ ([[1, 0.1], [0, 1.002]]);
  const { directions } = spectrum(A);
  const angle = Math.atan2(directions[0][1], directions[0][0]) / 2;
  const found = effect(A, settle([50 * Math.cos(angle), 50 * Math.sin(angle)], directions));
  assert.ok(found && "angle" in found);
});

test("away from eigenlines a dragged vector rests on multiples of 0.1", () => {
  assert.deepEqual(settle([1.234, -0.04], [[0, 1]]), [1.2, 0]);
});
