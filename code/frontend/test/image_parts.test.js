import assert from "node:assert/strict";
import { test } from "node:test";

import { composer } from "../src/maths/image_parts.js";

/** @param {number[]} numbers */
const packed = (numbers) => Buffer.from(Int8Array.from(numbers)).toString("base64");

// Two components: 0.2 everywhere, and 0.4 more in the second column.
const picture = {
  rows: 2,
  columns: 2,
  values: [0.4, 0.4],
  scales: [0.2, 0.4],
  left: packed([1, 1, 1, 1]),
  right: packed([1, 1, 0, 1]),
};

test("components are added up, and taken away again", () => {
  const compose = composer(picture);
  const [one, two] = [[51, 51, 51, 51], [51, 153, 51, 153]];
  for (const [k, levels] of /** @type {const} */ ([[1, one], [2, two], [1, one], [2, two]])) {
    assert.deepEqual([...compose(k, false)], levels);
  }
});

test("what is left out is shown around grey", () => {
  const compose = composer(picture);
  assert.deepEqual([...compose(1, true)], [128, 230, 128, 230]);
  assert.deepEqual([...compose(2, true)], [128, 128, 128, 128]);
});
