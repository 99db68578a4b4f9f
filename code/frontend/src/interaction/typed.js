// The form controls of a figure, bound to its state by `data-path` ("matrix.0.1", "eigenlines").
// Python writes the controls into the page, so that they take their room before they wake.

import { number, parseNumber } from "../maths/number.js";

/**
 * @typedef {Record<string, any>} State
 */

/**
 * @param {State} state
 * @param {string[]} path
 */
const get = (state, path) => path.reduce((part, key) => part?.[key], /** @type {any} */ (state));

/**
 * A copy of the state in which the value at `path` is another.
 *
 * @param {any} part
 * @param {string[]} path
 * @param {unknown} value
 * @returns {any}
 */
export function replaceAt(part, [key, ...rest], value) {
  const copy = Array.isArray(part) ? [...part] : { ...part };
  copy[key] = rest.length ? replaceAt(part[key], rest, value) : value;
  return copy;
}

/**
 * @param {HTMLElement} root
 * @param {{state: () => State, change: (patch: State) => void, say: (text: string) => void}} stage
 * @returns {(state: State) => void} shows a state in the controls
 */
export function bindControls(root, { state, change, say }) {
  /** @type {((state: State) => void)[]} */
  const show = [];
  for (const input of root.querySelectorAll("input[data-path]")) {
    if (!(input instanceof HTMLInputElement)) continue;
    const path = (input.dataset.path ?? "").split(".");
    /** @param {unknown} value */
    const put = (value) => {
      const next = replaceAt(state(), path, value);
      change({ [path[0]]: next[path[0]] });
    };
    if (input.type === "checkbox") {
      input.addEventListener("change", () => put(input.checked));
      show.push((now) => (input.checked = Boolean(get(now, path))));
    } else if (input.type === "range") {
      input.addEventListener("input", () => put(Number(input.value)));
      show.push((now) => (input.value = String(get(now, path))));
    } else {
      show.push(bindNumber(input, path, { state, put, say }));
    }
  }
  return (now) => show.forEach((one) => one(now));
}

/** Numbers with more characters than this are written smaller. */
const LONG = 5;

/**
 * A field for one number. What cannot be read leaves the figure as it was, and says why.
 *
 * @param {HTMLInputElement} input
 * @param {string[]} path
 * @param {{state: () => State, put: (value: number) => void, say: (text: string) => void}} stage
 */
function bindNumber(input, path, { state, put, say }) {
  const min = Number(input.dataset.min ?? -Infinity);
  const max = Number(input.dataset.max ?? Infinity);
  const step = Number(input.dataset.step ?? 0.1);
  const current = () => Number(get(state(), path));
  let editing = false;

  const restore = () => {
    editing = false;
    input.removeAttribute("aria-invalid");
    show(number(current()));
  };
  /** @param {string} text */
  const show = (text) => {
    if (input.value !== text) input.value = text;
    input.classList.toggle("mlf-long", text.length > LONG);
  };
  /** @param {string} problem */
  const refuse = (problem) => {
    input.setAttribute("aria-invalid", "true");
    say(`${problem}; ${input.ariaLabel} stays ${number(current())}.`);
  };
  const commit = () => {
    const text = input.value.trim();
    const value = parseNumber(text);
    if (text === number(current())) restore();
    else if (!text) refuse("A number is missing");
    else if (Number.isNaN(value)) refuse(`“${text}” is not a number`);
    else if (value < min || value > max) {
      refuse(`Numbers here go from ${number(min)} to ${number(max)}`);
    } else {
      put(value);
      restore();
    }
  };
  input.addEventListener("input", () => {
    editing = true;
    input.removeAttribute("aria-invalid");
  });
  input.addEventListener("change", commit);
  input.addEventListener("blur", restore);
  input.addEventListener("focus", () => input.select());
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter") {
      event.preventDefault();
      commit();
    } else if (event.key === "Escape") {
      restore();
    } else if (event.key === "ArrowUp" || event.key === "ArrowDown") {
      event.preventDefault();
      const by = (event.shiftKey ? 10 : 1) * (event.key === "ArrowUp" ? 1 : -1);
      const next = (Math.round(current() / step) + by) * step;
      put(Math.min(max, Math.max(min, Number(next.toFixed(6)))));
      restore();
    }
  });

  /** @param {State} now */
  return (now) => {
    if (!editing) show(number(get(now, path)));
  };
}
