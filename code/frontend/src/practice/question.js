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
const UNREACHED = "No other variant could be fetched. The one above is still there; try again later.";

/**
 * @param {HTMLFormElement} form
 * @param {Memory} memory
 * @param {() => void} changed  told when there is something new to remember
 */
export async function wakeQuestion(form, memory, changed) {
  const name = form.dataset.question ?? "";
  const result = /** @type {HTMLElement} */ (form.querySelector(".mlq-result"));
  const remembered = memory.all()[name];
  const first = firstVariant(form);
  const others = otherVariants(form);
  const count = Number(form.dataset.variants);
  let done = remembered?.done ?? false;
  let index = 0;
  let asked = first;

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
  const ask = async (wanted) => {
    const next = wanted ? await others(wanted - 1) : first;
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

  let wanted = 0; // clicks may come faster than the variants
  form.querySelector("[data-do=another]")?.addEventListener("click", async () => {
    wanted = (wanted + 1) % count;
    try {
      await ask(wanted);
    } catch {
      wanted = index;
      result.replaceChildren(paragraph(UNREACHED, "mlq-note"));
      return;
    }
    result.append(paragraph(`Variant ${index + 1} of ${count}.`, "mlq-note"));
    remember({});
  });

  showDone();
  try {
    if (remembered?.variant) await ask(Math.min(remembered.variant, count - 1));
    wanted = index;
    if (remembered && "answer" in remembered) {
      const { answer } = remembered;
      const found = mark(asked.key, answer);
      if (found.verdict !== "untried" && asked.show(answer)) showResult(found);
    }
  } catch {
    form.reset(); // an answer from a damaged file, or to a variant that does not come
  }
  form.dataset.awake = "";
  for (const button of form.querySelectorAll("button")) button.disabled = false;
}

/** @param {HTMLFormElement} form */
function firstVariant(form) {
  const root = /** @type {HTMLElement} */ (form.querySelector(".mlq-variant"));
  return live(root, JSON.parse(root.dataset.key ?? ""), form);
}

/**
 * The other ways to ask a question. They are in a file of their own, in which a part that
 * occurs more than once is written once; it comes when one of them is first asked for. The file
 * is a script, because a page opened from a folder may read no other.
 *
 * @param {HTMLFormElement} form
 */
function otherVariants(form) {
  /** @type {Promise<{keys: Key[], parts: string[], variants: string[]}> | undefined} */
  let file;
  return async (/** @type {number} */ index) => {
    file ??= load(form.dataset.others ?? "");
    file.catch(() => (file = undefined)); // to be asked for once more
    const { keys, parts, variants } = await file;
    /** @param {string} text @returns {string} */
    const unpack = (text) =>
      text.replace(/\ue000(\d+)\ue000/g, (_, part) => unpack(parts[part]));
    const root = document.createElement("div");
    root.className = "mlq-variant";
    root.innerHTML = unpack(variants[index]);
    return live(root, keys[index], root);
  };
}

/**
 * @param {string} address
 * @returns {Promise<any>}  what the script there hangs on its own element
 */
function load(address) {
  const script = document.createElement("script");
  script.src = address;
  const loaded = new Promise((resolve, reject) => {
    script.onload = () => resolve(Object(script).variants);
    script.onerror = reject;
  });
  document.head.append(script);
  return loaded.finally(() => script.remove());
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
