import assert from "node:assert/strict";
import { test } from "node:test";

import { gaussian, misfit, slopes, widthOfPeak } from "../src/maths/bell_curve.js";

const bars = { edges: [0, 1, 2, 3], counts: [2, 5, 1], total: 8 };

test("the height of the peak tells the width", () => {
  for (const sigma of [0.3, 1, 4]) {
    assert.ok(Math.abs(widthOfPeak(gaussian(7, 7, sigma)) - sigma) < 1e-12);
  }
});

test("the slopes are those of the misfit", () => {
  const [mu, sigma, step] = [1.2, 0.9, 1e-6];
  const [first, second] = slopes(mu, sigma, bars);
  /** @param {number} dx @param {number} dy */
  const rise = (dx, dy) =>
    (misfit(mu + dx, sigma + dy, bars) - misfit(mu - dx, sigma - dy, bars)) / (2 * step);
  assert.ok(Math.abs(first - rise(step, 0)) < 1e-8);
  assert.ok(Math.abs(second - rise(0, step)) < 1e-8);
});
