import assert from "node:assert/strict";
import { test } from "node:test";

import { hold, newGrips, scaleOf, throughGrips } from "../src/maths/line_grips.js";
import { chord, frame } from "../src/view/frame.js";

const view = frame([0, 0], 5);
/** @type {[number, number, number][]} */
const LINES = [
  [2, 1, 4], [1, -1, -1], [0, 1, 3], [1, 0, -2], [0.3, 0.7, 1.1], [50, -49, 37], [0.001, 0.002, 0.003],
  [-3, 2, 0], [1, 1, 9.7], [1 / 3, 1 / 7, 1],
];

for (const line of LINES) {
  test(`the line ${line} can be taken hold of, and comes back`, () => {
    const ends = chord(line, view);
    assert.ok(ends);
    const grips = newGrips(line, ends, [0.2, 0.8]);
    assert.ok(hold(line, grips));
    assert.ok(grips.every(view.shows));
    assert.ok(Math.hypot(grips[0][0] - grips[1][0], grips[0][1] - grips[1][1]) > 0.2);
    /** @type {import("../src/maths/line_grips.js").Grips} */
    const away = [[grips[0][0] + 0.1, grips[0][1] + 0.1], grips[1]];
    const moved = throughGrips(away, scaleOf(line, grips), 100);
    assert.ok(moved && hold(moved, away), "the moved line passes through both grips");
    const scale = scaleOf(moved, away, scaleOf(line, grips));
    throughGrips(grips, scale, 100)?.forEach((value, i) => {
      assert.ok(Math.abs(value - line[i]) <= 1e-4 * Math.max(...line.map(Math.abs)));
    });
  });
}

test("grips are on whole or half numbers where the line passes through such", () => {
  const grips = newGrips([2, 1, 4], /** @type {any} */ (chord([2, 1, 4], view)), [0.2, 0.8]);
  for (const value of grips.flat()) assert.equal(2 * value, Math.round(2 * value));
});

test("grips stay away from what is busy", () => {
  const grips = newGrips([1, -1, -1], /** @type {any} */ (chord([1, -1, -1], view)), [0.2, 0.8], [1, 2]);
  for (const [x, y] of grips) assert.ok(Math.hypot(x - 1, y - 2) > 0.5);
});

test("grips that meet hold no line", () => {
  assert.equal(throughGrips([[0, 1], [0, 0.9]], 1, 100), null);
});

test("no coefficient grows beyond the largest", () => {
  const line = throughGrips([[5, 5], [-5, -5]], 45, 100);
  assert.ok(line && Math.max(...line.map(Math.abs)) <= 100);
});
