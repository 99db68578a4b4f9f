// Fields for exact fractions. What cannot be read leaves the figure as it was, and says why.

import { fits, read, words, write } from "../maths/fraction.js";

/** Texts with more characters than this are written smaller. */
const LONG = 5;

/**
 * @param {HTMLInputElement} input
 * @param {object} place
 * @param {() => string} place.current  as the state has it
 * @param {(value: string) => void} place.put
 * @param {(text: string) => void} place.say
 * @param {bigint} place.largest  numerator and denominator
 * @returns {() => void} shows the present value
 */
export function bindFraction(input, { current, put, say, largest }) {
  let editing = false;
  const shown = () => current().replace("-", "−");
  const restore = () => {
    editing = false;
    input.removeAttribute("aria-invalid");
    show();
  };
  const show = () => {
    if (editing) return;
    if (input.value !== shown()) input.value = shown();
    input.classList.toggle("mlf-long", shown().length > LONG);
  };
  const commit = () => {
    const text = input.value.trim();
    const value = read(text);
    if (value && fits(value, largest)) {
      if (write(value) !== current()) put(write(value));
      restore();
      return;
    }
    input.setAttribute("aria-invalid", "true");
    const digits = String(largest).length;
    let problem = `“${text}” is not a number`;
    if (!text) problem = "A number is missing";
    else if (value) problem = `${words(value)} is too long: at most ${digits} digits, above and below`;
    say(`${problem}; ${input.ariaLabel} stays ${shown()}.`);
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
    }
  });
  return show;
}
