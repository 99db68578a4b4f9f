import assert from "node:assert/strict";
import { test } from "node:test";
import { coefficient, combination, joined } from "../src/maths/number.js";
import { angle, angleKind, areDependent, coordinates, share } from "../src/maths/vectors.js";

test("kinds of angles, also where rounding blurs them", () => {
  assert.equal(angleKind([0.1, 0.3], [0.2, 0.6]), "same");
  assert.equal(angleKind([0.1, 0.3], [-0.2, -0.6]), "opposite");
  assert.equal(angleKind([0.1, 0.3], [-0.9, 0.3]), "right");
  assert.equal(angleKind([1, 0], [1, 1e-6]), "acute");
  assert.equal(angleKind([0, 0], [1, 1]), "undefined");
  assert.equal(angle([1, 0], [-1, 1]), 135);
});

test("nothing is projected onto the zero vector", () => {
  assert.ok(Number.isNaN(share([0, 0], [1, 2])));
  assert.equal(share([2, 0], [1, 5]), 0.5);
});

test("coordinates exist in a basis only", () => {
  assert.deepEqual(coordinates([[2, 0], [1, 1]], [3, 1]), [1, 1]);
  assert.equal(coordinates([[0.1, 0.3], [0.2, 0.6]], [1, 1]), null);
  assert.ok(areDependent([0, 0], [3, 4]));
});

test("a combination is written as people write it", () => {
  assert.equal(combination(2, -1).join(""), "2 u − v");
  assert.equal(combination(-1, 0.5).join(""), "−u + 0.5 v");
  assert.equal(coefficient(0.9999999999), "");
  assert.equal(joined(-2.5), " − 2.5 ");
});
