// The page marks answers exactly as Python does: both are held to one table.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import test from "node:test";
import { mark } from "../src/practice/marking.js";

const table = JSON.parse(
  await readFile(new URL("../../../tests/unit/practice/marking.json", import.meta.url), "utf8"),
);

for (const { name, answer, otherwise, cases } of table) {
  for (const [given, verdict, feedback] of cases) {
    test(`${name}: ${JSON.stringify(given)}`, () => {
      const result = mark({ ...answer, otherwise }, given);
      assert.deepEqual([result.verdict, result.said.join("\n\n")], [verdict, feedback]);
    });
  }
}
