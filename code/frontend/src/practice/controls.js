// The form controls of a question: what they hold, as `Question.mark` takes it, and back again.

/** @typedef {import("./marking.js").Key} Key */

/**
 * @typedef {object} Controls
 * @property {HTMLElement[]} fields  in the order in which marking counts them
 * @property {() => unknown} read
 * @property {(answer: unknown) => boolean} show  an answer that was marked before; false if it
 *   does not fit
 */

/**
 * @param {HTMLElement} root  one variant of a question
 * @param {Key} key
 * @returns {Controls}
 */
export function controls(root, key) {
  if (key.kind === "figure") return figure(/** @type {HTMLElement} */ (root.querySelector(".mlf")));
  const selector = key.kind === "matching" ? "select" : ".mlq-answer input";
  /** @type {HTMLInputElement[]} */
  const fields = [...root.querySelectorAll(/** @type {"input"} */ (selector))];
  if (key.kind.startsWith("choice")) return choices(fields);
  const rows = Array.isArray(key.value?.[0]) ? key.value.length : 0;
  return texts(fields, key.kind, rows);
}

/** @param {HTMLInputElement[]} fields @returns {Controls} */
const choices = (fields) => ({
  fields,
  read: () => fields.filter((field) => field.checked).map((field) => field.value).join(""),
  show(answer) {
    if (typeof answer !== "string" || !/^[a-z]+$/.test(answer)) return false;
    for (const field of fields) field.checked = answer.includes(field.value);
    return true;
  },
});

/**
 * @param {HTMLInputElement[]} fields  or selects
 * @param {string} kind
 * @param {number} rows  of a matrix
 * @returns {Controls}
 */
const texts = (fields, kind, rows) => ({
  fields,
  read() {
    const values = fields.map((field) => field.value);
    if (kind === "number") return values[0];
    if (kind === "matching") return values.map((letter) => letter || "-").join("");
    if (!rows) return values;
    const columns = values.length / rows;
    return Array.from({ length: rows }, (_, i) => values.slice(i * columns, (i + 1) * columns));
  },
  show(answer) {
    const values = kind === "matching" ? [...String(answer)] : [answer].flat(2);
    if (values.length !== fields.length) return false;
    fields.forEach((field, i) => (field.value = String(values[i])));
    return true;
  },
});

/**
 * An interactive figure has its state at hand once it is awake, which may be later.
 *
 * @param {HTMLElement & {figure?: {state: () => unknown, show: (state: any) => void}}} root
 * @returns {Controls}
 */
const figure = (root) => ({
  fields: [root],
  read: () => root.figure?.state() ?? JSON.parse(root.dataset.figure ?? "{}").state,
  show(answer) {
    if (root.figure) root.figure.show(answer);
    else root.addEventListener("figure-awake", () => root.figure?.show(answer), { once: true });
    return true;
  },
});
