import assert from "node:assert/strict";
import { test } from "node:test";

import {
  isAtRest,
  linkMatrix,
  MAX_STEPS,
  powerStep,
  ranksAfter,
  stepsUntilRest,
  totalChange,
  uniformRanks,
} from "../src/maths/pagerank.js";

/** @typedef {import("../src/maths/pagerank.js").Web} Web */

/** @type {Web} */
const book = { nPages: 4, links: [[0, 1], [0, 2], [1, 3], [2, 0], [2, 1], [2, 3], [3, 2]] };

/** Every web of three pages: each of the nine links is there or not. */
const websOfThree = Array.from({ length: 512 }, (_, mask) => ({
  nPages: 3,
  links: Array.from({ length: 9 }, (_, i) => i)
    .filter((i) => mask & (1 << i))
    .map((i) => /** @type {[number, number]} */ ([Math.floor(i / 3), i % 3])),
}));

/**
 * @param {number[]} found
 * @param {number[]} wanted
 */
const close = (found, wanted) => assert.ok(totalChange(found, wanted) < 1e-12, `${found} is not ${wanted}`);

test("a page shares its vote equally among the pages it links to", () => {
  assert.deepEqual(linkMatrix(book), [
    [0, 0, 1 / 3, 0],
    [1 / 2, 0, 1 / 3, 0],
    [1 / 2, 0, 0, 1],
    [0, 1, 1 / 3, 0],
  ]);
});

test("a page without links has a zero column, a page that links to itself keeps its vote", () => {
  assert.deepEqual(linkMatrix({ nPages: 2, links: [[1, 1]] }), [[0, 0], [0, 1]]);
});

test("without damping a step is the product with the link matrix", () => {
  const ranks = [0.1, 0.2, 0.3, 0.4];
  close(powerStep(book, ranks, 1), [0.1, 0.15, 0.45, 0.3]);
});

test("the vote of a page without links goes to all pages equally", () => {
  close(powerStep({ nPages: 2, links: [[0, 1]] }, [0.5, 0.5], 1), [0.25, 0.75]);
});

test("damping 0 forgets the links", () => {
  close(powerStep(book, [1, 0, 0, 0], 0), uniformRanks(4));
});

test("in every web of three pages the ranks stay positive and add up to 1", () => {
  for (const web of websOfThree) {
    const { ranks } = ranksAfter(web, 0.85, 20);
    assert.ok(Math.abs(ranks.reduce((a, b) => a + b) - 1) < 1e-12);
    assert.ok(ranks.every((rank) => rank >= 0.05 - 1e-12));
  }
});

test("in every web of three pages a run with damping 0.85 ends where a step changes nothing", () => {
  for (const web of websOfThree) {
    const nSteps = stepsUntilRest(web, 0.85);
    const { ranks, settled } = ranksAfter(web, 0.85, nSteps);
    assert.ok(settled && nSteps <= 86);
    assert.ok(totalChange(ranks, powerStep(web, ranks, 0.85)) < 1e-6);
  }
});

test("before the first step there is no residual", () => {
  assert.deepEqual(ranksAfter(book, 0.85, 0), {
    ranks: [0.25, 0.25, 0.25, 0.25],
    residual: null,
    settled: false,
    cycle: 0,
  });
});

test("without damping a web may go round in a circle, whose length is told", () => {
  const pair = ranksAfter({ nPages: 3, links: [[0, 1], [1, 0], [2, 0]] }, 1, 7);
  assert.equal(pair.cycle, 2);
  assert.ok(Math.abs(/** @type {number} */ (pair.residual) - 2 / 3) < 1e-12);
  /** @type {Web} */
  const threeAndFive = {
    nPages: 8,
    links: [[0, 1], [1, 2], [2, 0], [2, 3], [3, 4], [4, 5], [5, 6], [6, 7], [7, 3]],
  };
  assert.equal(ranksAfter(threeAndFive, 1, 200).cycle, 5);
});

test("no web of three pages is left running: it settles or goes round in a circle", () => {
  for (const web of websOfThree) {
    const nSteps = stepsUntilRest(web, 1);
    assert.ok(nSteps < MAX_STEPS);
    assert.ok(isAtRest(ranksAfter(web, 1, nSteps), nSteps));
    assert.ok(!isAtRest(ranksAfter(web, 1, nSteps - 1), nSteps - 1));
  }
});

test("a run that neither settles nor repeats ends at the limit", () => {
  // A circle that is damped very little.
  /** @type {Web} */
  const slow = { nPages: 3, links: [[0, 1], [1, 0], [2, 0]] };
  assert.equal(stepsUntilRest(slow, 0.99), MAX_STEPS);
});
