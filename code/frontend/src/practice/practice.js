// A page with questions, or with an account of what has been answered.

import { openMemory } from "./memory.js";
import { showProgress, wakeTools } from "./progress.js";
import { wakeQuestion } from "./question.js";

const memory = openMemory(() => localStorage);
const refresh = () => showProgress(memory);

for (const form of document.querySelectorAll("form.mlq")) {
  wakeQuestion(/** @type {HTMLFormElement} */ (form), memory, refresh);
}
for (const tools of document.querySelectorAll(".mlp-tools")) {
  wakeTools(/** @type {HTMLElement} */ (tools), memory, refresh);
}
refresh();
// Another tab, or the way back to a page that the browser has kept.
addEventListener("storage", refresh);
addEventListener("pageshow", refresh);
