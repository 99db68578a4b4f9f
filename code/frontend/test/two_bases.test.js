import assert from "node:assert/strict";
import { test } from "node:test";
import { combine, mapInBasis, stretched } from "../src/maths/two_bases.js";
import { coordinates } from "../src/maths/vectors.js";

test("coordinates lead back to the vector", () => {
  /** @type {[[number, number], [number, number]]} */
  const basis = [[1, 2], [-0.3, 0.7]];
  assert.deepEqual(combine(basis, [0.1, 0.2]), [0.04, 0.34]);
  const [p, q] = coordinates(basis, [0.04, 0.34]) ?? [NaN, NaN];
  assert.ok(Math.abs(p - 0.1) < 1e-9 && Math.abs(q - 0.2) < 1e-9);
});

test("vectors on one line are no basis", () => {
  assert.equal(mapInBasis([[1, 2], [3, 4]], [[1, 2], [-0.5, -1]]), null);
  assert.equal(mapInBasis([[1, 2], [3, 4]], [[0, 0], [1, 1]]), null);
});

test("a column with nothing off the diagonal is an eigenvector's", () => {
  assert.deepEqual(stretched([[3, 1], [0, 2]]), [true, false]);
  assert.deepEqual(stretched([[3, 1e-9], [0.5, 2]]), [false, true]);
});
