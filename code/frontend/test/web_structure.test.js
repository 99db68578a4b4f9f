import assert from "node:assert/strict";
import { test } from "node:test";

import { danglingPages, parts, traps, unlinkedPages } from "../src/maths/web_structure.js";

/** @typedef {import("../src/maths/pagerank.js").Web} Web */

/** @type {Web} Two parts; 3 and 4 hold what reaches them, 5 links nowhere. */
const web = { nPages: 6, links: [[0, 1], [1, 0], [2, 3], [2, 5], [3, 4], [4, 3]] };

test("pages that link nowhere, and pages that no other links to", () => {
  assert.deepEqual(danglingPages(web), [5]);
  assert.deepEqual(unlinkedPages(web), [2]);
});

test("a link to itself is a link, but it is not from another page", () => {
  /** @type {Web} */
  const loop = { nPages: 2, links: [[0, 0]] };
  assert.deepEqual(danglingPages(loop), [1]);
  assert.deepEqual(unlinkedPages(loop), [0, 1]);
});

test("the direction of links does not matter for the parts", () => {
  assert.deepEqual(parts(web), [[0, 1], [2, 3, 4, 5]]);
});

test("a trap is entered and not left; a part on its own and a page without links are none", () => {
  assert.deepEqual(traps(web), [[3, 4]]);
  assert.deepEqual(traps({ nPages: 2, links: [[0, 1], [1, 1]] }), [[1]]);
});
