// What the shape of a web says about its ranks, before any is computed.

import { outDegrees } from "./pagerank.js";

/** @typedef {import("./pagerank.js").Link} Link */
/** @typedef {import("./pagerank.js").Web} Web */

/**
 * Pages that link nowhere.
 *
 * @param {Web} web
 */
export function danglingPages(web) {
  const degrees = outDegrees(web);
  return pages(web).filter((page) => degrees[page] === 0);
}

/**
 * Pages that no other page links to.
 *
 * @param {Web} web
 */
export function unlinkedPages(web) {
  const linked = new Set(web.links.filter(([from, to]) => from !== to).map(([, to]) => to));
  return pages(web).filter((page) => !linked.has(page));
}

/**
 * The separate parts of the web: between two parts there is no link in either direction.
 *
 * @param {Web} web
 * @returns {number[][]} ordered by the first page of each
 */
export function parts(web) {
  /** @type {Link[]} */
  const back = web.links.map(([from, to]) => [to, from]);
  const reached = reachable({ nPages: web.nPages, links: [...web.links, ...back] });
  return pages(web)
    .filter((page) => Math.min(...reached[page]) === page)
    .map((page) => inOrder(reached[page]));
}

/**
 * Sets of pages that links lead into and none leads out of.
 *
 * @param {Web} web
 * @returns {number[][]} ordered by the first page of each
 */
export function traps(web) {
  const reached = reachable(web);
  const degrees = outDegrees(web);
  return pages(web)
    .filter((page) => {
      const inside = reached[page];
      const closed = [...inside].every((other) => reached[other].has(page));
      const entered = web.links.some(([from, to]) => !inside.has(from) && inside.has(to));
      return degrees[page] > 0 && Math.min(...inside) === page && closed && entered;
    })
    .map((page) => inOrder(reached[page]));
}

/**
 * For each page, itself and the pages that a walk along links can reach from it.
 *
 * @param {Web} web
 * @returns {Set<number>[]}
 */
function reachable(web) {
  return pages(web).map((page) => {
    const reached = new Set([page]);
    for (const from of reached) {
      for (const [source, target] of web.links) if (source === from) reached.add(target);
    }
    return reached;
  });
}

/** @param {Web} web */
function pages({ nPages }) {
  return Array.from({ length: nPages }, (_, page) => page);
}

/** @param {Set<number>} set */
function inOrder(set) {
  return [...set].sort((a, b) => a - b);
}
