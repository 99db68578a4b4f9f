// One question on the page: check, say what came of it, remember, offer another one. Python has
// written everything that is said, typeset; here it is only brought forward.

import { controls } from "./controls.js";
import { mark } from "./marking.js";

/** @typedef {import("./marking.js").Said} Said */
/** @typedef {import("./marking.js").Result} Result */
/** @typedef {import("./memory.js").Memory} Memory */

const VERDICTS = { right: ["✓", "Right."], wrong: ["✗", "Not right."], untried: ["", ""] };
const UNKEPT =
  "This browser does not let the page keep your answers: they last until you leave the page.";

/**
 * @param {HTMLFormElement} form
 * @param {Memory} memory
 * @param {() => void} changed  told when there is something new to remember
 */
export function wakeQuestion(form, memory, changed) {
  const name = form.dataset.question ?? "";
  const fieldset = /** @type {HTMLFieldSetElement} */ (form.firstElementChild);
  const result = /** @type {HTMLElement} */ (form.querySelector(".mlq-result"));
  const another = form.querySelector("[data-do=another]");
  const variants = [...form.querySelectorAll(".mlq-variant")].map(variant);
  const remembered = memory.all()[name];
  let done = remembered?.done ?? false;
  let shown = Math.min(remembered?.variant ?? 0, variants.length - 1);

  const showDone = () => form.toggleAttribute("data-done", done);
  /** @param {string} verdict  or nothing, before an answer is checked */
  const showVerdict = (verdict) => {
    form.dataset.verdict = verdict;
    if (!verdict) result.replaceChildren();
    for (const field of form.querySelectorAll("[aria-invalid]")) {
      field.removeAttribute("aria-invalid");
      field.removeAttribute("aria-describedby");
    }
  };
  /** @param {Result} found */
  const showResult = ({ verdict, said, place }) => {
    const { fields, text, fold } = variants[shown];
    showVerdict(verdict);
    result.replaceChildren(...spoken(verdict, said, text));
    if (verdict !== "untried") fold.hidden = false;
    else if (place !== undefined) {
      const field = fields[place];
      field.setAttribute("aria-invalid", "true");
      field.setAttribute("aria-describedby", result.id);
    }
  };

  /** @param {number} index */
  const show = (index) => {
    const { root, fold } = variants[index];
    variants[shown].fold.remove();
    variants[shown].root.replaceWith(root);
    shown = index;
    fieldset.append(fold);
    showVerdict("");
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const { key, otherwise, read, fields } = variants[shown];
    const answer = read();
    const found = mark(key, answer, otherwise);
    showResult(found);
    if (found.verdict === "untried") {
      fields[found.place ?? 0]?.focus();
      return;
    }
    done ||= found.verdict === "right";
    showDone();
    memory.note(name, { done, answer, ...(shown && { variant: shown }) });
    if (memory.complaint()) result.append(paragraph(UNKEPT, "mlq-note"));
    changed();
  });
  // An answer that is being changed has not been checked.
  form.addEventListener("input", () => showVerdict(""));
  form.addEventListener("figure-change", () => showVerdict(""));

  another?.addEventListener("click", () => {
    const next = (shown + 1) % variants.length;
    show(next);
    form.reset();
    variants[next].fold.hidden = true;
    /** @type {HTMLDetailsElement} */ (variants[next].fold).open = false;
    result.replaceChildren(paragraph(`Variant ${next + 1} of ${variants.length}.`, "mlq-note"));
    memory.note(name, { done, variant: next });
    changed();
  });

  show(shown);
  for (const { fold } of variants) fold.hidden = true;
  showDone();
  if (remembered && "answer" in remembered) {
    try {
      const { key, otherwise, show } = variants[shown];
      if (show(remembered.answer)) showResult(mark(key, remembered.answer, otherwise));
    } catch {
      form.reset(); // an answer from a damaged file
      showVerdict("");
    }
  }
  form.dataset.awake = "";
  for (const button of form.querySelectorAll("button")) button.disabled = false;
}

/**
 * A variant, made live: all but the first wait in templates.
 *
 * @param {Element} element
 */
function variant(element) {
  let root = /** @type {HTMLElement} */ (element);
  if (element instanceof HTMLTemplateElement) {
    root = document.createElement("div");
    root.className = element.className;
    Object.assign(root.dataset, element.dataset);
    root.append(element.content);
    element.remove();
  }
  const key = JSON.parse(root.dataset.key ?? "{}");
  return {
    root,
    key,
    otherwise: key.otherwise ?? "",
    text: [.../** @type {HTMLTemplateElement} */ (root.querySelector(".mlq-said")).content.children],
    fold: /** @type {HTMLElement} */ (root.querySelector(".mlq-solution")),
    ...controls(root, key),
  };
}

/**
 * What is said to an answer: the verdict and the first words in one paragraph.
 *
 * @param {"right" | "wrong" | "untried"} verdict
 * @param {Said[]} said
 * @param {Element[]} text  the typeset texts
 */
function spoken(verdict, said, text) {
  const [sign, word] = VERDICTS[verdict];
  const parts = said
    .filter((one) => one !== word)
    .flatMap((one) =>
      typeof one === "number"
        ? [.../** @type {Element} */ (text[one].cloneNode(true)).childNodes]
        : [paragraph(one)],
    );
  if (!word) return parts;
  const mark = document.createElement("span");
  mark.className = "mlq-sign";
  mark.ariaHidden = "true";
  mark.textContent = sign;
  const strong = document.createElement("strong");
  strong.append(mark, word);
  if (!(parts[0] instanceof HTMLParagraphElement)) parts.unshift(paragraph(""));
  /** @type {HTMLElement} */ (parts[0]).prepend(strong, " ");
  return parts;
}

/**
 * @param {string} text
 * @param {string} [classes]
 */
function paragraph(text, classes = "") {
  const element = document.createElement("p");
  element.textContent = text;
  element.className = classes;
  return element;
}
