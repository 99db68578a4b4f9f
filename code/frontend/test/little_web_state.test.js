import assert from "node:assert/strict";
import { test } from "node:test";

import {
  addPage,
  agrees,
  fields,
  MAX_PAGES,
  movePage,
  removePage,
  toggleLink,
} from "../src/figures/little_web_state.js";
import { readLink, writeLink } from "../src/link.js";

/** @typedef {import("../src/figures/little_web_state.js").State} State */

/** @type {State} */
const web = {
  labels: ["A", "B", "C"],
  positions: [[-1, 0.5], [1, 0.5], [0, -0.85]],
  links: [[0, 1], [1, 2], [2, 0], [2, 2]],
  damping: 0.85,
  n_steps: 7,
};

/** @param {State} state */
const isGood = (state) =>
  Object.entries(fields).every(([name, field]) => field.check(state[/** @type {keyof State} */ (name)])) &&
  agrees(state);

test("a link brings the same web back", () => {
  const hash = writeLink("fig-web", fields, web);
  assert.equal(
    hash,
    "#fig-web?labels=A,B,C&positions=-1,0.5,1,0.5,0,-0.85&links=01,12,20,22&damping=0.85&n_steps=7",
  );
  assert.deepEqual(readLink(hash, "fig-web", fields), web);
});

test("a web without links comes back, and so do letters that are not English", () => {
  const state = { ...web, links: [], labels: ["é1", "Ω", "ж"] };
  assert.deepEqual(readLink(writeLink("w", fields, state), "w", fields), state);
});

for (const [part, why] of [
  ["labels=A,A,B", "two pages with one name"],
  ["labels=", "a page without a name"],
  ["labels=A,B,<i>", "a name that is none"],
  ["labels=A,B,C,D,E,F,G,H,I", "nine pages"],
  ["positions=0,0,9,9,0,1", "a page outside the picture"],
  ["positions=0,0,1", "half a position"],
  ["positions=0,0,x,1", "a position that is no number"],
  ["links=01,01", "a link twice"],
  ["links=12,01", "links out of order"],
  ["links=0", "half a link"],
  ["links=0a", "a link to nobody"],
  ["damping=1.5", "damping above 1"],
  ["n_steps=1e9", "more steps than the figure takes"],
  ["n_steps=0.5", "half a step"],
]) {
  test(`a link with ${why} is refused`, () => {
    assert.equal(readLink(`#w?${part}`, "w", fields), undefined);
  });
}

test("parts that do not fit together are refused", () => {
  assert.ok(agrees(web));
  assert.ok(!agrees({ ...web, links: [[0, 3]] }));
  assert.ok(!agrees({ ...web, positions: [[0, 0]] }));
});

test("a link is added in its place and taken away again", () => {
  const more = { ...web, ...toggleLink(web, [1, 0]) };
  assert.deepEqual(more.links, [[0, 1], [1, 0], [1, 2], [2, 0], [2, 2]]);
  assert.deepEqual(toggleLink(more, [1, 0]), { links: web.links });
});

test("a page that goes takes its links along, and the others keep their names and links", () => {
  const less = { ...web, ...removePage(web, 1) };
  assert.deepEqual(less.labels, ["A", "C"]);
  assert.deepEqual(less.links, [[1, 0], [1, 1]]);
  assert.ok(isGood(less));
});

test("pages can be added until the web is full, each apart from the others", () => {
  let state = { ...web, ...removePage(web, 0) };
  while (state.labels.length < MAX_PAGES) state = { ...state, ...addPage(state) };
  assert.ok(isGood(state));
  assert.deepEqual(state.labels, ["B", "C", "A", "D", "E", "F", "G", "H"]);
  state.positions.forEach((one, i) => {
    for (const other of state.positions.slice(0, i)) {
      assert.ok(Math.hypot(one[0] - other[0], one[1] - other[1]) > 0.45);
    }
  });
});

test("a page cannot be moved out of the picture", () => {
  const moved = { ...web, ...movePage(web, 0, [17, -1.0499]) };
  assert.deepEqual(moved.positions[0], [1.45, -1.05]);
  assert.ok(isGood(moved));
});

test("no change alters the state that it starts from", () => {
  const before = structuredClone(web);
  toggleLink(web, [0, 0]);
  addPage(web);
  removePage(web, 2);
  movePage(web, 1, [0, 0]);
  assert.deepEqual(web, before);
});
