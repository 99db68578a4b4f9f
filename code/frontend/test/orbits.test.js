import assert from "node:assert/strict";
import { test } from "node:test";

import { magnitudes, orbit } from "../src/maths/orbits.js";

test("a quarter turn is back after four steps", () => {
  const points = orbit([[0, -1], [1, 0]], [2, 1], 4);
  assert.deepEqual(points, [[2, 1], [-1, 2], [-2, -1], [1, -2], [2, 1]]);
});

test("no step leaves the start alone", () => {
  assert.deepEqual(orbit([[5, 5], [5, 5]], [1, 2], 0), [[1, 2]]);
});

test("what is 1 but for rounding is 1", () => {
  assert.deepEqual(magnitudes([[0.8, -0.6], [0.6, 0.8]]), [1, 1]);
  assert.deepEqual(magnitudes([[0.8, 0.3], [0.2, 0.7]])[0], 1);
  assert.deepEqual(magnitudes([[2, 0], [0, -3]]), [3, 2]);
});
