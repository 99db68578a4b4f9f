// What a little web shows, in words; `mlmath.figures.little_web_words` says the same.

import { number } from "../maths/number.js";
import { MAX_STEPS, TOLERANCE } from "../maths/pagerank.js";
import { danglingPages, parts, traps, unlinkedPages } from "../maths/web_structure.js";

/** @typedef {import("./little_web_state.js").State} State */
/** @typedef {import("../maths/pagerank.js").Standing} Standing */

/**
 * @param {State} state
 * @param {Standing} standing
 * @returns {import("../figure.js").Description}
 */
export function describeWeb({ labels, links, n_steps }, standing) {
  const sentences = [
    leader(labels, standing.ranks, n_steps),
    rest(standing, n_steps),
    ...(labels.length > 1 ? structure(labels, links) : []),
  ];
  return {
    rows: [
      ["Steps", String(n_steps)],
      ["Residual", residual(standing.residual)],
    ],
    sentence: sentences.filter(Boolean).join(" "),
  };
}

/**
 * The pages with most rank, as far as the printed digits tell; none if all are equal.
 *
 * @param {number[]} ranks
 */
export function topPages(ranks) {
  const most = number(Math.max(...ranks));
  const top = ranks.flatMap((rank, page) => (number(rank) === most ? [page] : []));
  return ranks.length > 1 && top.length === ranks.length ? [] : top;
}

/**
 * A page as it is spoken: its rank and its links.
 *
 * @param {State} state
 * @param {number[]} ranks
 * @param {number} page
 */
export function pageName({ labels, links }, ranks, page) {
  const targets = links.filter(([from]) => from === page).map(([, to]) => (to === page ? "itself" : labels[to]));
  const linked = targets.length ? `links to ${list(targets)}` : "links nowhere";
  return `Page ${labels[page]}, rank ${number(ranks[page])}, ${linked}`;
}

/** @param {number | null} value */
function residual(value) {
  if (value === null) return "none yet";
  if (value < TOLERANCE) return "below 0.000001 (last change)";
  return `${number(value, 6)} (last change)`;
}

/**
 * @param {string[]} labels
 * @param {number[]} ranks
 * @param {number} nSteps
 */
function leader(labels, ranks, nSteps) {
  const when = nSteps === 0 ? "At the start" : `After ${nSteps} ${nSteps === 1 ? "step" : "steps"}`;
  const most = number(Math.max(...ranks));
  const top = topPages(ranks).map((page) => labels[page]);
  if (labels.length === 1) return `${when} the only page has all the rank, 1.`;
  if (top.length === 0) return `${when} every page has rank ${most}.`;
  if (top.length === 1) return `${when} page ${top[0]} has most rank, ${most}.`;
  return `${when} pages ${list(top)} have most rank, ${most} each.`;
}

/**
 * @param {Standing} standing
 * @param {number} nSteps
 */
function rest({ settled, cycle }, nSteps) {
  if (settled) return "The ranks have settled.";
  if (cycle > 0) return `The ranks repeat every ${cycle} steps and never settle.`;
  return nSteps >= MAX_STEPS ? "The ranks have not settled; the run ends here." : "";
}

/**
 * @param {string[]} labels
 * @param {readonly import("../maths/pagerank.js").Link[]} links
 */
function structure(labels, links) {
  const web = { nPages: labels.length, links };
  /** @param {number[]} pages */
  const named = (pages) => pages.map((page) => labels[page]);
  if (links.length === 0) return ["No page links anywhere: each vote is shared by all."];
  const nowhere = dangling(named(danglingPages(web)));
  if (links.every(([from, to]) => from === to)) return ["No page links to another.", nowhere];
  const separate = parts(web);
  return [
    nowhere,
    unlinked(named(unlinkedPages(web))),
    separate.length > 1
      ? `There are ${separate.length} separate parts: ${separate.map((part) => list(named(part))).join("; ")}.`
      : "",
    ...traps(web).map((pages) => trap(named(pages))),
  ];
}

/** @param {string[]} names */
function dangling(names) {
  if (names.length === 0) return "";
  if (names.length === 1) return `Page ${names[0]} links nowhere: its vote is shared by all.`;
  return `Pages ${list(names)} link nowhere: their votes are shared by all.`;
}

/** @param {string[]} names */
function unlinked(names) {
  return names.length === 0 ? "" : `No other page links to ${list(names, "or")}.`;
}

/** @param {string[]} names */
function trap(names) {
  if (names.length === 1) return `Page ${names[0]} is a trap: links lead in, none leads out.`;
  return `Pages ${list(names)} are a trap: links lead in, none leads out.`;
}

/**
 * A list in words: "A, B and C".
 *
 * @param {string[]} names
 * @param {string} [last]
 */
export function list(names, last = "and") {
  if (names.length === 1) return names[0];
  return `${names.slice(0, -1).join(", ")} ${last} ${names[names.length - 1]}`;
}
