// Judges an answer: right, wrong, or nothing that could be marked. The same as `Question.mark`
// in `mlmath.practice`; a table of cases holds the two together.

import messages from "../../../mlmath/practice/messages.json" with { type: "json" };
import { conditions } from "./conditions.js";
import { Unreadable, readNumber } from "./expression.js";

/**
 * What is said to an answer: a message, or the place of a text that is typeset in the page.
 * Marking hands it on unread.
 *
 * @typedef {string | number} Said
 *
 * @typedef {object} Key  what is right, by kind, as `mlmath.practice` has it
 * @property {string} kind
 * @property {any} [value]
 * @property {number} [tolerance]
 * @property {boolean} [up_to_scale]
 * @property {{value: any, feedback: Said}[]} [wrong]
 * @property {{right: boolean, feedback: Said}[]} [options]
 * @property {{right: string, feedback: Said}[]} [pairs]
 * @property {string[]} [choices]
 * @property {string} [condition]
 * @property {Record<string, any>} [arguments]
 * @property {Said} otherwise  what is said to a wrong answer that nobody predicted
 *
 * @typedef {object} Result
 * @property {"right" | "wrong" | "untried"} verdict
 * @property {Said[]} said  never empty
 * @property {number} [place]  the field that could not be read, counted from 0
 */

/** An answer within this multiple of the tolerance is not right but close. */
const NEARLY = 20;
const LETTERS = "abcdefghijklmnopqrstuvwxyz";

/** @type {Result} */
const RIGHT = { verdict: "right", said: [messages.right] };

/**
 * @param {Said[]} said
 * @returns {Result}
 */
function wrong(said) {
  const spoken = said.filter((text) => text !== "");
  return { verdict: "wrong", said: spoken.length ? spoken : [messages.wrong] };
}

/**
 * @param {string} message
 * @param {number} [place]
 * @returns {Result}
 */
const untried = (message, place) => ({ verdict: "untried", said: [message], place });

/**
 * @param {string} message
 * @param {Record<string, string | number>} details
 */
const fill = (message, details) =>
  message.replace(/\{(\w+)\}/g, (_, name) => String(details[name]));

/** @type {Record<string, (key: any, answer: any) => Result>} */
const kinds = { number, vector: entries, matrix: entries, choice, choices: choice, matching, figure };

/**
 * @param {Key} key
 * @param {unknown} answer  what the reader gave, in the form that `Question.mark` takes
 */
export const mark = (key, answer) => kinds[key.kind](key, answer);

/**
 * @param {number} one
 * @param {number} other
 * @param {number} tolerance
 */
const isClose = (one, other, tolerance) =>
  Math.abs(one - other) <= tolerance * Math.max(1, Math.abs(other));

/**
 * Whether a number looks like the value badly rounded. A whole value is not rounded.
 *
 * @param {number} given
 * @param {number} value
 * @param {number} tolerance
 */
const isNearly = (given, value, tolerance) =>
  !isClose(Math.round(value), value, tolerance) && isClose(given, value, NEARLY * tolerance);

/**
 * @param {string} text
 * @returns {{value: number} | {problem: string}}
 */
function read(text) {
  try {
    return { value: readNumber(text) };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { problem: /** @type {Record<string, string>} */ (messages)[error.reason] };
  }
}

/** @param {Key} key @param {string} answer */
function number({ value, wrong: predicted = [], tolerance = 0, otherwise }, answer) {
  const given = read(answer);
  if ("problem" in given) return untried(given.problem, 0);
  if (isClose(given.value, value, tolerance)) return RIGHT;
  const betrayed = predicted.find((one) => isClose(given.value, one.value, tolerance));
  if (betrayed) return wrong([betrayed.feedback]);
  if (isNearly(given.value, value, tolerance)) return wrong([messages.nearly]);
  return wrong([otherwise]);
}

/**
 * How the place of an entry is called.
 *
 * @param {number} place  counted row by row, from 0
 * @param {any} value
 */
export function placeName(place, value) {
  if (!Array.isArray(value[0])) return `${place + 1}`;
  const columns = value[0].length;
  return `in row ${Math.floor(place / columns) + 1}, column ${(place % columns) + 1}`;
}

/** @param {Key} key @param {any} answer */
function entries({ value, wrong: predicted = [], tolerance = 0, up_to_scale = false, otherwise }, answer) {
  /** @type {string[]} */
  const texts = answer.flat();
  if (texts.every((text) => !text.trim())) return untried(messages.empty, 0);
  /** @type {number[]} */
  const given = [];
  for (const [place, text] of texts.entries()) {
    const entry = read(text);
    if ("problem" in entry) {
      const details = { place: placeName(place, value), message: entry.problem };
      return untried(fill(messages.entry, details), place);
    }
    given.push(entry.value);
  }
  if (up_to_scale && !given.some(Boolean)) return wrong([messages.zero]);
  const same = up_to_scale ? sameDirection : sameEntries;
  if (same(given, value.flat(), tolerance)) return RIGHT;
  const betrayed = predicted.find((one) => same(given, one.value.flat(), tolerance));
  if (betrayed) return wrong([betrayed.feedback]);
  if (up_to_scale) return wrong([otherwise]);
  /** @type {number[]} */
  const wanted = value.flat();
  const close = wanted.filter((one, i) => isClose(given[i], one, tolerance)).length;
  const near = wanted.filter(
    (one, i) => isClose(given[i], one, tolerance) || isNearly(given[i], one, tolerance),
  ).length;
  if (near === wanted.length) return wrong([messages.nearly]);
  if (!close) return wrong([otherwise]);
  return wrong([fill(messages.entries, { right: close, count: wanted.length }), otherwise]);
}

/**
 * @param {number[]} given
 * @param {number[]} wanted
 * @param {number} tolerance
 */
const sameEntries = (given, wanted, tolerance) =>
  given.every((entry, i) => isClose(entry, wanted[i], tolerance));

/**
 * @param {number[]} given
 * @param {number[]} wanted
 * @param {number} tolerance
 */
function sameDirection(given, wanted, tolerance) {
  const [a, b] = [direction(given), direction(wanted)];
  return [1, -1].some((sign) => a.every((entry, i) => Math.abs(entry - sign * b[i]) <= tolerance));
}

/**
 * A multiple whose largest entry has magnitude 1; zero stays as it is.
 *
 * @param {number[]} given
 */
function direction(given) {
  const size = Math.max(...given.map(Math.abs));
  return size ? given.map((entry) => entry / size) : given;
}

/** @param {Required<Key>} key @param {string} answer @returns {Result} */
function choice({ options, otherwise }, answer) {
  if (!answer) return untried(messages.empty);
  const chosen = options.filter((_, i) => answer.includes(LETTERS[i]));
  const mistakes = chosen.filter((option) => !option.right);
  if (mistakes.length) return wrong(mistakes.map((option) => option.feedback));
  if (chosen.length < options.filter((option) => option.right).length) {
    return wrong([messages.missing, otherwise]);
  }
  return { verdict: "right", said: chosen.map((option) => option.feedback) };
}

/** @param {Required<Key>} key @param {string} answer */
function matching({ pairs, choices, otherwise }, answer) {
  const open = [...answer].indexOf("-");
  if (open >= 0) return untried(messages.empty, open);
  const missed = pairs.filter((pair, i) => choices[LETTERS.indexOf(answer[i])] !== pair.right);
  if (!missed.length) return RIGHT;
  const score = { right: pairs.length - missed.length, count: pairs.length };
  return wrong([fill(messages.pairs, score), ...missed.map((pair) => pair.feedback), otherwise]);
}

/** @param {Required<Key>} key @param {Record<string, any>} state */
function figure({ condition, arguments: given, wrong: predicted, otherwise }, state) {
  if (conditions[condition](state, given)) return RIGHT;
  const betrayed = predicted.find(({ value: [name, details] }) => conditions[name](state, details));
  return wrong([betrayed ? betrayed.feedback : otherwise]);
}
