// How much of each page is answered, and what a reader can do with what is remembered.

import { readEntries, writeEntries } from "./memory.js";

/** @typedef {import("./memory.js").Memory} Memory */

/**
 * Fill in the lists of pages; Python has written which questions each page has.
 *
 * @param {Memory} memory
 */
export function showProgress(memory) {
  const entries = memory.all();
  for (const row of document.querySelectorAll("[data-questions]")) {
    if (!(row instanceof HTMLElement)) continue;
    const questions = (row.dataset.questions ?? "").split(" ");
    const answered = questions.filter((name) => entries[name]?.done).length;
    const [count, bar] = row.querySelectorAll(".mlp-count, .mlp-bar");
    count.textContent = `${answered} of ${questions.length} answered`;
    /** @type {HTMLElement} */ (bar).style.setProperty("--share", String(answered / questions.length));
    row.toggleAttribute("data-all", answered === questions.length);
  }
}

/**
 * Export, import, erase.
 *
 * @param {HTMLElement} root
 * @param {Memory} memory
 * @param {() => void} changed
 */
export function wakeTools(root, memory, changed) {
  const status = /** @type {HTMLElement} */ (root.querySelector("[role=status]"));
  const file = /** @type {HTMLInputElement} */ (root.querySelector("input[type=file]"));
  const sure = /** @type {HTMLElement} */ (root.querySelector(".mlp-sure"));
  const erase = /** @type {HTMLElement} */ (root.querySelector("[data-do=erase]"));
  /** @param {string} text */
  const say = (text) => (status.textContent = text);
  /** @param {boolean} asking  whether the reader is sure */
  const ask = (asking) => {
    sure.hidden = !asking;
    (asking ? /** @type {HTMLElement} */ (sure.querySelector("[data-do=keep]")) : erase).focus();
  };
  /** @param {number} count */
  const questions = (count) => (count === 1 ? "1 question" : `${count} questions`);
  const kept = () =>
    memory.complaint() ? " This browser keeps nothing, though: it lasts until you leave the page." : "";

  /** @type {Record<string, () => void>} */
  const actions = {
    export() {
      const entries = memory.all();
      const link = document.createElement("a");
      link.href = URL.createObjectURL(
        new Blob([writeEntries(entries)], { type: "application/json" }),
      );
      link.download = "progress.json";
      link.click();
      URL.revokeObjectURL(link.href);
      say(`Exported: ${questions(Object.keys(entries).length)}.`);
    },
    import: () => file.click(),
    erase: () => ask(true),
    keep: () => ask(false),
    really() {
      memory.erase();
      ask(false);
      say("Erased. Nothing is remembered any more.");
      changed();
    },
  };
  root.addEventListener("click", ({ target }) => {
    const button = /** @type {Element} */ (target).closest("button");
    actions[button?.dataset.do ?? ""]?.();
  });
  file.addEventListener("change", async () => {
    const [chosen] = file.files ?? [];
    if (!chosen) return;
    const entries = readEntries(await chosen.text());
    file.value = "";
    if (!entries) {
      say(`“${chosen.name}” was not exported from this book. Nothing has changed.`);
      return;
    }
    memory.merge(entries);
    say(`Imported: ${questions(Object.keys(entries).length)}.${kept()}`);
    changed();
  });
  for (const button of root.querySelectorAll("button")) button.disabled = false;
}
