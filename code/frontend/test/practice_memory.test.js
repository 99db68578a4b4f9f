// What a reader has done survives whatever the browser, another tab or the author does.
import assert from "node:assert/strict";
import test from "node:test";
import { KEY, openMemory, readEntries, writeEntries } from "../src/practice/memory.js";

/** A browser's storage with room for so many characters. */
function storage(room = 10_000) {
  /** @type {Record<string, string>} */
  const kept = {};
  return /** @type {Storage & {kept: typeof kept}} */ (
    /** @type {unknown} */ ({
      kept,
      getItem: (/** @type {string} */ key) => kept[key] ?? null,
      removeItem: (/** @type {string} */ key) => delete kept[key],
      setItem(/** @type {string} */ key, /** @type {string} */ text) {
        if (text.length > room) throw new DOMException("full", "QuotaExceededError");
        kept[key] = text;
      },
    })
  );
}
test("an entry is there when the page is opened again", () => {
  const browser = storage();
  openMemory(() => browser).note("trace@1", { done: true, answer: "5" });
  assert.deepEqual(openMemory(() => browser).all(), {
    "trace@1": { done: true, answer: "5" },
  });
});

test("two tabs do not forget each other's answers", () => {
  const browser = storage();
  const [one, other] = [openMemory(() => browser), openMemory(() => browser)];
  one.note("a@1", { done: true });
  other.note("b@1", { done: true });
  assert.deepEqual(Object.keys(one.all()), ["a@1", "b@1"]);
});

test("a question that changed loses its entry, and only its own", () => {
  const browser = storage();
  const memory = openMemory(() => browser);
  memory.note("a@1", { done: true });
  memory.note("ab@1", { done: true });
  memory.note("a@2", { done: false });
  assert.deepEqual(memory.all(), { "ab@1": { done: true }, "a@2": { done: false } });
});

for (const [name, text] of [
  ["no JSON", "{"],
  ["no object", "7"],
  ["null", "null"],
  ["another format", '{"format":2,"questions":{"a@1":{"done":true}}}'],
  ["no questions", '{"format":1,"questions":null}'],
]) {
  test(`what is damaged is started afresh: ${name}`, () => {
    const browser = storage();
    browser.kept[KEY] = text;
    const memory = openMemory(() => browser);
    assert.deepEqual(memory.all(), {});
    memory.note("a@1", { done: true });
    assert.deepEqual(memory.all(), { "a@1": { done: true } });
  });
}

test("damaged entries are left out, the others kept", () => {
  const text = JSON.stringify({
    format: 1,
    questions: {
      "a@1": { done: true },
      "b@1": 7,
      "c@1": null,
      "d@1": { done: "yes" },
      "e@1": { done: true, variant: -1 },
      e: { done: true },
    },
  });
  assert.deepEqual(readEntries(text), { "a@1": { done: true } });
});

const full = storage(20);
/** @type {[string, () => Storage][]} */
const unwilling = [
  ["full", () => full],
  [
    "blocked",
    () => {
      throw new DOMException("blocked", "SecurityError");
    },
  ],
];
for (const [name, open] of unwilling) {
  test(`where the storage is ${name}, the page remembers and complains once`, () => {
    const memory = openMemory(open);
    assert.equal(memory.complaint(), false);
    memory.note("a@1", { done: true });
    memory.note("b@1", { done: true });
    assert.deepEqual(Object.keys(memory.all()), ["a@1", "b@1"]);
    assert.deepEqual([memory.complaint(), memory.complaint()], [true, false]);
  });
}

test("importing adds and never takes away", () => {
  const browser = storage();
  const memory = openMemory(() => browser);
  memory.note("a@1", { done: true, answer: "5" });
  memory.note("b@1", { done: false, answer: "6" });
  memory.merge({
    "a@1": { done: false, answer: "7" },
    "b@1": { done: true, answer: "8" },
    "c@1": { done: true },
  });
  assert.deepEqual(memory.all(), {
    "a@1": { done: true, answer: "5" },
    "b@1": { done: true, answer: "8" },
    "c@1": { done: true },
  });
});

test("erasing leaves nothing behind", () => {
  const browser = storage();
  const memory = openMemory(() => browser);
  memory.note("a@1", { done: true });
  memory.erase();
  assert.deepEqual([memory.all(), browser.kept], [{}, {}]);
});

test("what is exported can be imported", () => {
  const entries = { "a@1": { done: true, answer: ["1", ""], variant: 3 } };
  assert.deepEqual(readEntries(writeEntries(entries)), entries);
});

test("a file cannot bring in what is no id", () => {
  const text = '{"format":1,"questions":{"__proto__":{"done":true},"<b>@1":{"done":true}}}';
  assert.deepEqual(readEntries(text), {});
});
