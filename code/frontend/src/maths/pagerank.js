// PageRank of a little web, one step of the power iteration at a time. `mlmath.linalg.pagerank`
// does the same for webs of any size.

/**
 * @typedef {readonly [from: number, to: number]} Link
 *
 * @typedef {object} Web
 * @property {number} nPages
 * @property {readonly Link[]} links  without repetitions; a page may link to itself
 */

/** The iteration has settled when a step changes the ranks by less than this in total. */
export const TOLERANCE = 1e-6;

/** No run goes beyond this many steps. */
export const MAX_STEPS = 500;

/** Two distributions are the same if they differ by less than rounding can explain. */
const ROUNDING = 1e-12;

/** No web of eight pages goes round in a longer circle (cycles of 3 and 5 pages). */
const LONGEST_CYCLE = 15;

/**
 * How many pages each page links to.
 *
 * @param {Web} web
 */
export function outDegrees({ nPages, links }) {
  const degrees = new Array(nPages).fill(0);
  for (const [source] of links) degrees[source] += 1;
  return degrees;
}

/**
 * The link matrix: column j spreads the vote of page j over the pages it links to; the
 * column of a page that links nowhere is zero.
 *
 * @param {Web} web
 * @returns {number[][]} rows
 */
export function linkMatrix(web) {
  const degrees = outDegrees(web);
  const rows = Array.from({ length: web.nPages }, () => new Array(web.nPages).fill(0));
  for (const [source, target] of web.links) rows[target][source] = 1 / degrees[source];
  return rows;
}

/**
 * Every page has the same rank.
 *
 * @param {number} nPages
 * @returns {number[]}
 */
export function uniformRanks(nPages) {
  return new Array(nPages).fill(1 / nPages);
}

/**
 * One step: each page passes its rank along its links, a page that links nowhere passes its
 * rank to all pages equally; the share `damping` of all this is kept and the rest is spread
 * equally.
 *
 * @param {Web} web
 * @param {number[]} ranks
 * @param {number} damping
 * @returns {number[]}
 */
export function powerStep(web, ranks, damping) {
  const { nPages, links } = web;
  const degrees = outDegrees(web);
  const votes = new Array(nPages).fill(0);
  let dangling = 0;
  for (let page = 0; page < nPages; page++) if (degrees[page] === 0) dangling += ranks[page];
  for (const [source, target] of links) votes[target] += ranks[source] / degrees[source];
  return votes.map((vote) => damping * (vote + dangling / nPages) + (1 - damping) / nPages);
}

/**
 * The sum of the absolute changes from one distribution to another.
 *
 * @param {number[]} before
 * @param {number[]} after
 */
export function totalChange(before, after) {
  let sum = 0;
  for (let page = 0; page < after.length; page++) sum += Math.abs(after[page] - before[page]);
  return sum;
}

/**
 * The distributions of the power iteration from equal ranks, without end; each time the
 * latest ones, the last of them last.
 *
 * @param {Web} web
 * @param {number} damping
 * @returns {Generator<number[][], never>}
 */
function* powerIteration(web, damping) {
  const latest = [uniformRanks(web.nPages)];
  for (;;) {
    yield latest;
    latest.push(powerStep(web, latest[latest.length - 1], damping));
    if (latest.length > LONGEST_CYCLE + 1) latest.shift();
  }
}

/**
 * Where the iteration stands after some steps.
 *
 * @typedef {object} Standing
 * @property {number[]} ranks
 * @property {number | null} residual  the change made by the last step; null before the first
 * @property {boolean} settled  the residual is below the tolerance
 * @property {number} cycle  the ranks repeat after this many steps without settling, or 0
 */

/**
 * @param {number[][]} latest
 * @returns {Standing}
 */
function standing(latest) {
  const ranks = latest[latest.length - 1];
  if (latest.length === 1) return { ranks, residual: null, settled: false, cycle: 0 };
  const residual = totalChange(latest[latest.length - 2], ranks);
  const settled = residual < TOLERANCE;
  return { ranks, residual, settled, cycle: settled ? 0 : cycleLength(latest) };
}

/**
 * After how many steps the last of these distributions was there before; 0 if it was not.
 *
 * @param {number[][]} latest
 */
function cycleLength(latest) {
  const last = latest.length - 1;
  for (let length = 2; length <= last; length++) {
    if (totalChange(latest[last - length], latest[last]) < ROUNDING) return length;
  }
  return 0;
}

/**
 * @param {Web} web
 * @param {number} damping
 * @param {number} nSteps
 */
export function ranksAfter(web, damping, nSteps) {
  const iteration = powerIteration(web, damping);
  let latest = iteration.next().value;
  for (let step = 0; step < nSteps; step++) latest = iteration.next().value;
  return standing(latest);
}

/**
 * Whether a run ends here: settled, going round in a circle, or at the limit.
 *
 * @param {Standing} standing
 * @param {number} nSteps
 */
export function isAtRest({ settled, cycle }, nSteps) {
  return settled || cycle > 0 || nSteps >= MAX_STEPS;
}

/**
 * The number of steps at which a run ends.
 *
 * @param {Web} web
 * @param {number} damping
 */
export function stepsUntilRest(web, damping) {
  let nSteps = 0;
  for (const latest of powerIteration(web, damping)) {
    if (isAtRest(standing(latest), nSteps)) break;
    nSteps += 1;
  }
  return nSteps;
}
