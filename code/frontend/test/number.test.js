import assert from "node:assert/strict";
import { test } from "node:test";
import { number, parseNumber, tuple } from "../src/maths/number.js";

test("a number has at most three decimals and no trailing zeros", () => {
  assert.equal(number(2), "2");
  assert.equal(number(100), "100");
  assert.equal(number(0.5), "0.5");
  assert.equal(number(1 / 3), "0.333");
  assert.equal(number(26.565, 1), "26.6");
});

test("a negative number has a minus sign, and zero has none", () => {
  assert.equal(number(-1.5), "−1.5");
  assert.equal(number(-0.0004), "0");
  assert.equal(number(-0), "0");
});

test("a tie is rounded away from zero, also where rounding errors put it just below", () => {
  assert.equal(number(0.0625), "0.063");
  assert.equal(number(-0.0625), "−0.063");
  assert.equal(number(0.0625 - 1e-15), "0.063");
});

test("a vector keeps the decimals of all its entries", () => {
  assert.equal(tuple([1.25, -0.125, 1.0625]), "(1.25, −0.125, 1.063)");
});

test("numbers are read as people type them", () => {
  for (const [text, value] of /** @type {[string, number][]} */ ([
    [" 1.5 ", 1.5],
    ["+2", 2],
    ["−2", -2],
    ["–2", -2],
    ["0,5", 0.5],
    [".5", 0.5],
    ["5.", 5],
    ["1/4", 0.25],
    ["-1 / 4", -0.25],
    ["1e2", 100],
  ])) {
    assert.equal(parseNumber(text), value, text);
  }
});

test("what is not a number is not read as one", () => {
  for (const text of ["", " ", "abc", "1e999", "1/0", "1,000,000", "0x10", "NaN", "--1", "1 2", "Infinity"]) {
    assert.ok(Number.isNaN(parseNumber(text)), text);
  }
});

test("what a figure writes it can read again", () => {
  for (const value of [0, -0.125, 99.999, -100, 0.001]) {
    assert.equal(parseNumber(number(value)), value);
  }
});
