// One question on the page: check, say what came of it, remember, offer another one. Python has
// written everything that is said, typeset; here it is only brought forward.

import { controls } from "./controls.js";
import { mark } from "./marking.js";
import { watchBoxes } from "./stops.js";

/** @typedef {import("./marking.js").Said} Said */
/** @typedef {import("./marking.js").Result} Result */
/** @typedef {import("./marking.js").Key} Key */
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
  const result = /** @type {HTMLElement} */ (form.querySelector(".mlq-result"));
  const variants = readVariants(form);
  const remembered = memory.all()[name];
  let done = remembered?.done ?? false;
  let index = 0;
  let asked = variants.make(0);

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
    showVerdict(verdict);
    result.replaceChildren(...spoken(verdict, said, asked.texts));
    watchBoxes(result);
    if (verdict !== "untried") form.dataset.tried = "";
    else if (place !== undefined) {
      const field = asked.fields[place];
      field.setAttribute("aria-invalid", "true");
      field.setAttribute("aria-describedby", result.id);
    }
  };
  /** @param {number} wanted */
  const ask = (wanted) => {
    const next = variants.make(wanted);
    asked.solution.replaceWith(next.solution);
    asked.root.replaceWith(next.root);
    watchBoxes(form);
    [index, asked] = [wanted, next];
    form.reset();
    showVerdict("");
    delete form.dataset.tried;
    asked.solution.open = false;
  };
  const showDone = () => form.toggleAttribute("data-done", done);
  const remember = (/** @type {object} */ more) => {
    memory.note(name, { done, ...(index && { variant: index }), ...more });
    changed();
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const answer = asked.read();
    const found = mark(asked.key, answer);
    showResult(found);
    if (found.verdict === "untried") {
      asked.fields[found.place ?? 0].focus();
      return;
    }
    done ||= found.verdict === "right";
    showDone();
    remember({ answer });
    if (memory.complaint()) result.append(paragraph(UNKEPT, "mlq-note"));
  });
  // An answer that is being changed has not been checked.
  form.addEventListener("input", () => showVerdict(""));
  form.addEventListener("figure-change", () => showVerdict(""));

  form.querySelector("[data-do=another]")?.addEventListener("click", () => {
    ask((index + 1) % variants.count);
    result.append(paragraph(`Variant ${index + 1} of ${variants.count}.`, "mlq-note"));
    remember({});
  });

  showDone();
  if (remembered?.variant) ask(Math.min(remembered.variant, variants.count - 1));
  if (remembered && "answer" in remembered) {
    try {
      const { answer } = remembered;
      const found = mark(asked.key, answer);
      if (found.verdict !== "untried" && asked.show(answer)) showResult(found);
    } catch {
      form.reset(); // an answer from a damaged file
    }
  }
  form.dataset.awake = "";
  for (const button of form.querySelectorAll("button")) button.disabled = false;
}

/**
 * The ways to ask a question. The first is in the page; those of a family wait as data, in
 * which a part that occurs more than once is written once.
 *
 * @param {HTMLFormElement} form
 */
function readVariants(form) {
  const first = /** @type {HTMLElement} */ (form.querySelector(".mlq-variant"));
  const original = live(first, JSON.parse(first.dataset.key ?? ""), form);
  const script = form.querySelector("script");
  /** @type {{keys: Key[], parts: string[], variants: string[]}} */
  let packed;
  /** @param {number} index */
  const other = (index) => {
    packed ??= JSON.parse(script?.text ?? "");
    /** @param {string} text @returns {string} */
    const unpack = (text) =>
      text.replace(/\ue000(\d+)\ue000/g, (_, part) => unpack(packed.parts[part]));
    const root = document.createElement("div");
    root.className = first.className;
    root.innerHTML = unpack(packed.variants[index]);
    return live(root, packed.keys[index], root);
  };
  return {
    count: Number(form.dataset.variants),
    /** @param {number} index */
    make: (index) => (index ? other(index - 1) : original),
  };
}

/**
 * @param {HTMLElement} root
 * @param {Key} key
 * @param {HTMLElement} around  where the solution is
 */
function live(root, key, around) {
  const said = /** @type {HTMLTemplateElement} */ (root.querySelector(".mlq-said"));
  return {
    root,
    key,
    texts: [...said.content.children],
    solution: /** @type {HTMLDetailsElement} */ (around.querySelector(".mlq-solution")),
    ...controls(root, key),
  };
}

/**
 * What is said to an answer: the verdict and the first words in one paragraph.
 *
 * @param {"right" | "wrong" | "untried"} verdict
 * @param {Said[]} said
 * @param {Element[]} texts  those that are typeset
 */
function spoken(verdict, said, texts) {
  const [sign, word] = VERDICTS[verdict];
  const parts = said
    .filter((one) => one !== word)
    .flatMap((one) =>
      typeof one === "number"
        ? [.../** @type {Element} */ (texts[one].cloneNode(true)).childNodes]
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
