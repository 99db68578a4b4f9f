import assert from "node:assert/strict";
import { test } from "node:test";
import { placeLabels } from "../src/maths/labels.js";

const nothing = { side: 400, segments: [], discs: [] };
const label = { width: 30, height: 20 };
/** @typedef {import("../src/maths/labels.js").Point} Point */
/** @type {Point[]} */
const places = [[200, 200], [300, 200]];

test("a label takes its best place where nothing is in the way", () => {
  assert.deepEqual(placeLabels([{ ...label, places }], nothing), [[200, 200]]);
});

test("two labels never take the same place", () => {
  const both = placeLabels([{ ...label, places }, { ...label, places }], nothing);
  assert.deepEqual(both, [[200, 200], [300, 200]]);
});

test("a label leaves room for a handle and for an arrow", () => {
  const discs = [{ centre: /** @type {Point} */ ([210, 205]), radius: 14 }];
  assert.deepEqual(placeLabels([{ ...label, places }], { ...nothing, discs }), [[300, 200]]);
  /** @type {[Point, Point][]} */
  const segments = [[[200, 100], [200, 300]]];
  assert.deepEqual(placeLabels([{ ...label, places }], { ...nothing, segments }), [[300, 200]]);
});

test("a label at the edge is pushed into the picture", () => {
  const [[x, y]] = placeLabels([{ ...label, places: [[399, -5]] }], nothing);
  assert.ok(x + 15 <= 400 && y - 10 >= 0);
});
