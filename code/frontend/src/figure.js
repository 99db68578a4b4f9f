// Brings one figure to life. The page and the notebook both call `wake`; everything that all
// kinds of figures share is here: one state, one redraw per frame, the readout, Reset, links.

import { write } from "./display/svg.js";
import { bindControls } from "./interaction/typed.js";
import { readLink, writeLink } from "./link.js";

/** @typedef {import("./link.js").State} State */
/** @typedef {import("./link.js").Fields} Fields */

/**
 * What a figure shows, in words: the same rows and the same sentence as `describe()` in Python.
 *
 * @typedef {object} Description
 * @property {[label: string, text: string][]} rows
 * @property {string} sentence
 */

/**
 * What a kind of figure is given to work with.
 *
 * @template {State} S
 * @template {State} O
 * @typedef {object} Stage
 * @property {HTMLElement} root
 * @property {SVGSVGElement} svg  empty, with the viewBox of the static picture
 * @property {O} options  fixed by the author
 * @property {() => S} state  what is shown now; never change it in place
 * @property {(patch: Partial<S>) => void} change  show this instead, from the next frame on
 * @property {(text: string) => void} say  a note that is shown and spoken until the reader goes on
 * @property {string} keysId  the id of the hint about keys, for aria-describedby
 * @property {MediaQueryList} calm  matches while the reader wants reduced motion
 */

/**
 * A kind of figure.
 *
 * @template {State} S
 * @template {State} O
 * @typedef {object} Kind
 * @property {string} name  as in Python: "plane-explorer"
 * @property {(options: O) => Fields} fields  what the reader may change, in the order of links
 * @property {(state: S, options: O) => boolean} [agrees]  do the parts of the state fit together?
 * @property {string} keys  which keys move it, spoken with each handle
 * @property {(state: S, options: O) => Description} describe
 * @property {(stage: Stage<S, O>) => (state: S) => void} build  make the nodes; returns the redraw
 * @property {Record<string, (stage: Stage<S, O>, value: string) => void>} [actions]  of its buttons
 *   and lists: `<button data-action="step">`, `<select data-action="preset">`
 */

/**
 * @typedef {object} Data
 * @property {string} kind
 * @property {State} options
 * @property {State} state
 */

/**
 * @typedef {object} Host
 * @property {boolean} links  whether an address can carry the state
 * @property {(state: State) => void} [changed]  told after each redraw
 */

/** How long a figure is quiet before it speaks its sentence. */
const PAUSE = 700;

let count = 0;

/**
 * @param {HTMLElement} root  the element that Python wrote
 * @param {Kind<any, any>} kind
 * @param {Data} data
 * @param {Host} host
 */
export function wake(root, kind, data, host) {
  const { options } = data;
  const fields = kind.fields(options);
  const name = root.dataset.name ?? "";
  const start = { ...data.state };
  /** @type {State} */
  let state = start;

  /** @param {string} part */
  const part = (part) => /** @type {HTMLElement} */ (root.querySelector(`.mlf-${part}`));
  const svg = /** @type {SVGSVGElement} */ (root.querySelector("svg"));
  const note = part("note");
  const spoken = part("spoken");
  const showReadout = readout(part("readout"), part("sentence"));

  /** @param {State} candidate */
  const allowed = (candidate) =>
    Object.entries(fields).every(([name, field]) => field.check(candidate[name])) &&
    (kind.agrees?.(candidate, options) ?? true);

  let frame = 0;
  let timer = 0;
  let told = start;
  /** @param {State} patch */
  const change = (patch) => {
    state = { ...state, ...patch };
    write(note, "");
    frame ||= requestAnimationFrame(redraw);
  };
  const redraw = () => {
    frame = 0;
    draw(state);
    showControls(state);
    const description = kind.describe(state, options);
    showReadout(description);
    clearTimeout(timer);
    timer = window.setTimeout(() => write(spoken, description.sentence), PAUSE);
    if (told !== state) host.changed?.((told = state));
  };
  /** @param {string} text */
  const say = (text) => write(note, text);

  const keys = document.createElement("p");
  keys.className = "mlf-hidden";
  keys.id = `mlf-keys-${kind.name}-${++count}`;
  keys.textContent = kind.keys;
  root.append(keys);

  const still = [...svg.childNodes];
  svg.replaceChildren();
  const stage = {
    root,
    svg,
    options,
    state: () => state,
    change,
    say,
    keysId: keys.id,
    calm: matchMedia("(prefers-reduced-motion: reduce)"),
  };
  /** @type {(state: State) => void} */
  let draw;
  try {
    draw = kind.build(stage);
    draw(state);
  } catch (error) {
    svg.replaceChildren(...still); // better a still picture than none
    throw error;
  }
  svg.setAttribute("role", "group");
  const showControls = bindControls(root, stage);

  // A note stays until the reader goes on.
  for (const event of ["pointerdown", "keydown"]) {
    root.addEventListener(event, () => write(note, ""), { capture: true });
  }
  root.addEventListener("click", (event) => {
    const button = /** @type {Element} */ (event.target).closest("button[data-action]");
    if (!(button instanceof HTMLButtonElement)) return;
    const action = button.dataset.action ?? "";
    if (action === "reset") change(start);
    else if (action === "copy") copyLink(root, writeLink(name, fields, state), say);
    else kind.actions?.[action]?.(stage, button.value);
  });
  root.addEventListener("change", ({ target }) => {
    if (!(target instanceof HTMLSelectElement)) return;
    kind.actions?.[target.dataset.action ?? ""]?.(stage, target.value);
  });

  const followLink = () => {
    const found = readLink(location.hash, name, fields);
    if (found === null) return;
    const next = { ...start, ...found };
    const good = found && allowed(next);
    change(good ? next : start);
    if (!good) say("This link is damaged. The figure shows its start instead.");
    root.scrollIntoView();
  };
  if (host.links) {
    followLink();
    addEventListener("hashchange", followLink);
  } else {
    root.querySelector('[data-action="copy"]')?.remove();
  }

  for (const set of root.querySelectorAll("fieldset")) set.disabled = false;
  root.dataset.awake = "";
  cancelAnimationFrame(frame);
  redraw();
  clearTimeout(timer); // what was on the page already need not be spoken

  return {
    state: () => state,
    /**
     * Show a state that comes from elsewhere (Python); what is not allowed is left alone.
     *
     * @param {State} next
     */
    show(next) {
      if (JSON.stringify(next) === JSON.stringify(state) || !allowed(next)) return;
      change(next);
      told = state;
    },
    sleep() {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
      removeEventListener("hashchange", followLink);
    },
  };
}

/**
 * @param {HTMLElement} list
 * @param {HTMLElement} sentence
 * @returns {(description: Description) => void}
 */
function readout(list, sentence) {
  return (description) => {
    description.rows.forEach(([label, text], i) => {
      let row = list.children[i];
      if (!row) {
        row = document.createElement("div");
        row.append(document.createElement("dt"), document.createElement("dd"));
        list.append(row);
      }
      write(row.children[0], label);
      write(row.children[1], text);
    });
    while (list.children.length > description.rows.length) list.lastElementChild?.remove();
    write(sentence, description.sentence);
  };
}

/**
 * Put the figure's link on the clipboard; where that is not possible, show it to be copied.
 *
 * @param {HTMLElement} root
 * @param {string} hash
 * @param {(text: string) => void} say
 */
async function copyLink(root, hash, say) {
  const link = location.href.split("#")[0] + hash;
  try {
    await navigator.clipboard.writeText(link);
    say("Link copied. It opens this page with the figure as it is now.");
  } catch {
    let field = root.querySelector("input.mlf-link");
    if (!(field instanceof HTMLInputElement)) {
      field = document.createElement("input");
      field.className = "mlf-link";
      field.setAttribute("aria-label", "Link to the figure as it is now");
      /** @type {HTMLInputElement} */ (field).readOnly = true;
      root.querySelector(".mlf-tools")?.append(field);
    }
    const input = /** @type {HTMLInputElement} */ (field);
    input.value = link;
    input.focus();
    input.select();
    say("Copy the link from the field: the browser does not let the page do it.");
  }
}
