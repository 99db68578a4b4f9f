import assert from "node:assert/strict";
import { test } from "node:test";

import {
  arrows,
  circles,
  HEIGHT,
  knobPlace,
  nearestArrow,
  nearestPage,
  numberPlaces,
  pointOn,
  toPicture,
  toPlane,
  WIDTH,
} from "../src/view/web_scene.js";

/** @typedef {import("../src/view/web_scene.js").Point} Point */

/**
 * @param {Point} a
 * @param {Point} b
 */
const distance = (a, b) => Math.hypot(a[0] - b[0], a[1] - b[1]);

/** @type {Point[]} */
const square = [[-0.8, 0.6], [0.8, 0.6], [0.8, -0.6], [-0.8, -0.6]];
const quarter = [0.25, 0.25, 0.25, 0.25];

test("a place in the plane and its place in the picture are one", () => {
  assert.deepEqual(toPicture([0, 0]), [WIDTH / 2, HEIGHT / 2]);
  assert.ok(distance(toPlane(toPicture([0.3, -0.7])), [0.3, -0.7]) < 1e-12);
});

test("twice the rank is twice the area", () => {
  const [small, large] = circles([[0, 0], [1, 0]], [0.2, 0.4]);
  assert.ok(Math.abs(large.radius ** 2 / small.radius ** 2 - 2) < 1e-12);
});

test("a page without rank can still be seen and pressed", () => {
  const [page] = circles([[0, 0]], [0]);
  assert.ok(page.radius > 10);
  assert.equal(nearestPage([page], [WIDTH / 2 + 25, HEIGHT / 2]), 0);
  assert.equal(nearestPage([page], [WIDTH / 2 + 30, HEIGHT / 2]), -1);
});

test("an arrow goes from rim to rim", () => {
  const pages = circles(square, quarter);
  for (const [from, to] of /** @type {[number, number][]} */ ([[0, 1], [2, 0], [3, 1]])) {
    const [arrow] = arrows(pages, [[from, to]]);
    assert.ok(arrow);
    assert.ok(Math.abs(distance(arrow.shaft[0], pages[from].centre) - pages[from].radius) < 1e-9);
    assert.ok(Math.abs(distance(arrow.head[0], pages[to].centre) - pages[to].radius - 2) < 1e-9);
  }
});

test("opposite arrows keep apart", () => {
  const [there, back] = arrows(circles(square, quarter), [[0, 2], [2, 0]]);
  assert.ok(there && back);
  assert.ok(distance(pointOn(there, 0.5), pointOn(back, 0.5)) > 20);
});

test("an arrow goes around a page that is in its way", () => {
  const pages = circles([[-1, 0], [0, 0], [1, 0]], [0.3, 0.3, 0.3]);
  const [arrow] = arrows(pages, [[0, 2]]);
  assert.ok(arrow);
  for (let t = 0; t <= 1; t += 0.01) {
    assert.ok(distance(pointOn(arrow, t), pages[1].centre) > pages[1].radius);
  }
});

test("circles that overlap, or lie on one another, have no arrow between them", () => {
  const pages = circles([[0, 0], [0.1, 0], [0, 0]], [0.3, 0.3, 0.4]);
  assert.deepEqual(arrows(pages, [[0, 1], [0, 2], [1, 0]]), [null, null, null]);
  assert.equal(numberPlaces(pages, [null]).flat().every(Number.isFinite), true);
});

test("a page's link to itself leaves its circle and comes back", () => {
  const pages = circles(square, quarter);
  const [arrow] = arrows(pages, [[0, 0]]);
  assert.ok(arrow);
  assert.ok(Math.abs(distance(arrow.head[0], pages[0].centre) - pages[0].radius - 2) < 1e-9);
  assert.ok(distance(pointOn(arrow, 0.5), pages[0].centre) > pages[0].radius + 20);
});

test("a number stands beside its circle, in the picture, off the arrows", () => {
  const pages = circles([[0, 1.1], [0, -1.1], [1.4, 0], [-1.4, 0]], quarter);
  const links = arrows(pages, [[0, 1], [2, 3], [3, 0]]);
  numberPlaces(pages, links).forEach(([x, y], page) => {
    assert.ok(x > 15 && x < WIDTH - 15 && y > 5 && y < HEIGHT - 5);
    assert.ok(distance([x, y], pages[page].centre) > pages[page].radius);
    assert.equal(nearestArrow(links, [x, y], 8), -1);
  });
});

test("the knob of a page is nearer to a finger on it than the page is", () => {
  const pages = circles(square, [0.01, 0.4, 0.4, 0.19]);
  const links = arrows(pages, [[0, 1], [1, 2], [2, 0]]);
  const numbers = numberPlaces(pages, links);
  for (const page of [0, 1, 2, 3]) {
    const knob = knobPlace(pages, links, numbers, page);
    assert.ok(distance(knob, pages[page].centre) >= Math.max(40, pages[page].radius + 17) - 1e-9);
    assert.ok(knob.every(Number.isFinite));
  }
});

test("a press takes the nearest link within reach", () => {
  const links = arrows(circles(square, quarter), [[0, 1], [3, 2]]);
  const [x, y] = toPicture([0, 0.5]);
  assert.equal(nearestArrow(links, [x, y], 27), 0);
  assert.equal(nearestArrow(links, toPicture([0, 0]), 27), -1);
  assert.equal(nearestArrow([], [x, y], 27), -1);
});
