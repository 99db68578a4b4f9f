// The state of a little web: its parts, as they are checked and written in a link, and the
// changes that a reader can make.

import { scalar, integer } from "../fields.js";
import { MAX_STEPS } from "../maths/pagerank.js";
import { REACH } from "../view/web_scene.js";

/** @typedef {import("../maths/pagerank.js").Link} Link */
/** @typedef {import("../view/web_scene.js").Point} Point */

/**
 * @typedef {object} State
 * @property {string[]} labels  one for each page
 * @property {Point[]} positions  of the pages, in the plane
 * @property {Link[]} links  in order, without repetitions
 * @property {number} damping
 * @property {number} n_steps
 */

export const MAX_PAGES = 8;

const LABEL = /^[\p{L}\p{N}]{1,2}$/u;

/**
 * A list of 1 to 8 different names.
 *
 * @type {import("../fields.js").Field<string[]>}
 */
const labels = {
  /** @returns {value is string[]} */
  check: (value) =>
    Array.isArray(value) &&
    value.length >= 1 &&
    value.length <= MAX_PAGES &&
    value.every((label) => typeof label === "string" && LABEL.test(label)) &&
    new Set(value).size === value.length,
  write: (value) => value.join(","),
  read: (text) => text.split(","),
};

/** @type {import("../fields.js").Field<Point[]>} */
const positions = {
  /** @returns {value is Point[]} */
  check: (value) =>
    Array.isArray(value) &&
    value.every(
      (point) =>
        Array.isArray(point) &&
        point.length === 2 &&
        point.every((x, axis) => typeof x === "number" && Math.abs(x) <= REACH[axis]),
    ),
  write: (value) => value.flat().join(","),
  read: (text) => {
    const numbers = text.split(",").map(Number);
    return numbers.flatMap((x, i) => (i % 2 ? [] : [[x, numbers[i + 1]]]));
  },
};

/**
 * Pairs of pages, each written as two digits: `01,12,20`.
 *
 * @type {import("../fields.js").Field<Link[]>}
 */
const links = {
  /** @returns {value is Link[]} */
  check: (value) =>
    Array.isArray(value) &&
    value.every(
      (link) => Array.isArray(link) && link.length === 2 && link.every((page) => Number.isInteger(page)),
    ) &&
    value.every((link, i) => i === 0 || inOrder(value[i - 1], link) < 0),
  write: (value) => value.map((link) => link.join("")).join(","),
  read: (text) => (text === "" ? [] : text.split(",").map((pair) => [...pair].map(Number))),
};

export const fields = {
  labels,
  positions,
  links,
  damping: scalar({ min: 0, max: 1 }),
  n_steps: integer({ min: 0, max: MAX_STEPS }),
};

/**
 * Do the parts fit together?
 *
 * @param {State} state
 */
export function agrees({ labels, positions, links }) {
  return (
    positions.length === labels.length &&
    links.flat().every((page) => page >= 0 && page < labels.length)
  );
}

/**
 * @param {Link} a
 * @param {Link} b
 */
const inOrder = (a, b) => a[0] - b[0] || a[1] - b[1];

/**
 * @param {readonly Link[]} links
 * @param {Link} link
 */
export const has = (links, [from, to]) => links.some(([a, b]) => a === from && b === to);

/**
 * Add a link, or remove it if it is there.
 *
 * @param {State} state
 * @param {Link} link
 * @returns {Partial<State>}
 */
export function toggleLink({ links }, [from, to]) {
  if (!has(links, [from, to])) return { links: [...links, /** @type {Link} */ ([from, to])].sort(inOrder) };
  return { links: links.filter(([a, b]) => a !== from || b !== to) };
}

/**
 * Put a page somewhere else, as near as it can be.
 *
 * @param {State} state
 * @param {number} page
 * @param {Point} position
 * @returns {Partial<State>}
 */
export function movePage({ positions }, page, position) {
  return { positions: positions.map((old, other) => (other === page ? inReach(position) : old)) };
}

/**
 * Add a page where most room is, with the first letter that is free.
 *
 * @param {State} state
 * @returns {Partial<State>}
 */
export function addPage({ labels, positions }) {
  return { labels: [...labels, freeLabel(labels)], positions: [...positions, freePlace(positions)] };
}

/**
 * Remove a page and its links.
 *
 * @param {State} state
 * @param {number} page
 * @returns {Partial<State>}
 */
export function removePage({ labels, positions, links }, page) {
  /** @param {number} other */
  const renumbered = (other) => (other > page ? other - 1 : other);
  return {
    labels: labels.filter((_, other) => other !== page),
    positions: positions.filter((_, other) => other !== page),
    links: links
      .filter((link) => !link.includes(page))
      .map(([from, to]) => /** @type {Link} */ ([renumbered(from), renumbered(to)])),
  };
}

/** @param {string[]} labels  fewer than `MAX_PAGES` */
function freeLabel(labels) {
  return /** @type {string} */ ([..."ABCDEFGH"].find((letter) => !labels.includes(letter)));
}

/**
 * Of the places on a coarse grid the one that is farthest from all pages, the middle first.
 *
 * @param {readonly Point[]} positions
 * @returns {Point}
 */
function freePlace(positions) {
  /** @type {Point} */
  let best = [0, 0];
  let farthest = -1;
  for (const x of [0, 0.35, -0.35, 0.7, -0.7, 1.05, -1.05]) {
    for (const y of [0, 0.35, -0.35, 0.7, -0.7]) {
      const distance = Math.min(...positions.map(([px, py]) => Math.hypot(px - x, py - y)));
      if (distance > farthest + 1e-9) [best, farthest] = [[x, y], distance];
    }
  }
  return best;
}

/**
 * The nearest place where a page may be; with two decimals, so that links stay short.
 *
 * @param {Point} point
 * @returns {Point}
 */
function inReach([x, y]) {
  /**
   * @param {number} value
   * @param {number} reach
   */
  const clamp = (value, reach) => Math.round(100 * Math.min(reach, Math.max(-reach, value))) / 100;
  return [clamp(x, REACH[0]), clamp(y, REACH[1])];
}
