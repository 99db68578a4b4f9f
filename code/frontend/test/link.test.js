import assert from "node:assert/strict";
import { test } from "node:test";
import { flag, integer, matrix, scalar, vector } from "../src/fields.js";
import { readLink, writeLink } from "../src/link.js";

const fields = {
  matrix: matrix({ rows: 2, columns: 2, min: -100, max: 100 }),
  x: vector({ size: 2, min: -100, max: 100 }),
  eigenlines: flag,
  damping: scalar({ min: 0, max: 1 }),
  pages: integer({ min: 1, max: 8 }),
};
const state = {
  matrix: [[1, -0.5], [1 / 3, 1e-7]],
  x: [0.1, -100],
  eigenlines: true,
  damping: 0.85,
  pages: 4,
};

test("a link brings back the state it was made from, to the last digit", () => {
  assert.deepEqual(readLink(writeLink("fig-shear", fields, state), "fig-shear", fields), state);
});

test("a link reads like a formula", () => {
  const hash = writeLink("fig-shear", { matrix: fields.matrix, x: fields.x }, { matrix: [[1, 1], [0, 1]], x: [1, 0] });
  assert.equal(hash, "#fig-shear?matrix=1,1,0,1&x=1,0");
});

test("a link to another figure, or to a plain place of the page, is left alone", () => {
  assert.equal(readLink("#fig-turn?x=1,0", "fig-shear", fields), null);
  assert.equal(readLink("#fig-shear", "fig-shear", fields), null);
  assert.equal(readLink("", "fig-shear", fields), null);
});

test("what a link does not say is left open", () => {
  assert.deepEqual(readLink("#fig-shear?x=1,0&other=3", "fig-shear", fields), { x: [1, 0] });
});

test("a damaged link is refused whole", () => {
  for (const damage of [
    "matrix=1,1,0",
    "matrix=1,1,0,1,5",
    "x=1,",
    "x=1,abc",
    "x=1e999,0",
    "x=101,0",
    "x=NaN,0",
    "x=Infinity,0",
    "x=0x10,1",
    "x=",
    "x=%FF",
    "eigenlines=maybe",
    "eigenlines=constructor",
    "damping=1.5",
    "pages=2.5",
    "pages=9",
    "x=1,0&pages=",
  ]) {
    assert.equal(readLink(`#fig-shear?${damage}`, "fig-shear", fields), undefined, damage);
  }
});

test("values of another type, as a program could send them, are refused", () => {
  assert.ok(!fields.matrix.check([[1, 2], [3, "4"]]));
  assert.ok(!fields.matrix.check([[1, 2]]));
  assert.ok(!fields.x.check("1,0"));
  assert.ok(!fields.x.check([1, NaN]));
  assert.ok(!fields.eigenlines.check(1));
});
