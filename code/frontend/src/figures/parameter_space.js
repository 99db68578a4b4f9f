// Parameter space: a histogram with a bell curve, and the map of all bell curves.

import { shapeDisplay } from "../display/shape_list.js";
import { add, set } from "../display/svg.js";
import { flag, scalar } from "../fields.js";
import { handles } from "../interaction/handle.js";
import { misfit, slopes, widthOfPeak } from "../maths/bell_curve.js";
import { number, tuple } from "../maths/number.js";
import { panels, parameterBackground, parameterScene, places } from "../view/parameter_scene.js";

/**
 * @typedef {object} State
 * @property {number} mu
 * @property {number} sigma
 * @property {boolean} best  is the best fit shown before it is found?
 *
 * @typedef {object} Options
 * @property {number[]} edges
 * @property {number[]} counts
 * @property {number} total
 * @property {string} quantity
 * @property {string} unit
 * @property {{
 *   mu: [number, number],
 *   sigma: [number, number],
 *   top: number,
 *   best: [number, number, number],
 *   contours: [string, number, number, string][],
 * }} landscape  limits, best fit, contours with their numbers
 */

/** Up to so many times the least misfit, nobody sees a difference. */
const AS_GOOD = 1.01;
/** Slopes of the misfit up to here are none. */
const FLAT = 1e-7;
/** A step downhill. */
const STEP = 0.1;

/** @type {import("../figure.js").Kind<State, Options>} */
export const parameterSpace = {
  name: "parameter-space",
  keys: "Arrow keys move it by 0.1; with Shift, by 1.",
  fields: ({ landscape: { mu, sigma } }) => ({
    mu: scalar({ min: mu[0], max: mu[1] }),
    sigma: scalar({ min: sigma[0], max: sigma[1] }),
    best: flag,
  }),
  describe,
  build,
  actions: {
    downhill({ state, options, change, say }) {
      const { mu, sigma } = state();
      const { landscape } = options;
      const neighbours = [[STEP, 0], [-STEP, 0], [0, STEP], [0, -STEP]]
        .map(([dx, dy]) => ({
          mu: within(tidy(mu + dx), landscape.mu),
          sigma: within(tidy(sigma + dy), landscape.sigma),
        }))
        .map((to) => ({ to, height: misfit(to.mu, to.sigma, options) }))
        .sort((a, b) => a.height - b.height);
      if (neighbours[0].height < misfit(mu, sigma, options)) change(neighbours[0].to);
      else say(`No step of ${STEP} lowers the misfit.`);
    },
  },
};

/**
 * @param {State} state
 * @param {Options} options
 * @returns {import("../figure.js").Description}
 */
function describe({ mu, sigma, best }, options) {
  const now = misfit(mu, sigma, options);
  const told = isTold({ mu, sigma, best }, options);
  const [bestMu, bestSigma, least] = options.landscape.best;
  /** @type {[string, string][]} */
  const rows = [
    ["μ", `${number(mu)} ${options.unit}`],
    ["σ", `${number(sigma)} ${options.unit}`],
    ["Misfit", number(now, 5)],
    ["Least misfit", told ? `${number(least, 5)} at ${tuple([bestMu, bestSigma])}` : "hidden"],
  ];
  if (now <= AS_GOOD * least) {
    return { rows, sentence: "The misfit is as small as it gets: this is the best fit." };
  }
  const ways = slopes(mu, sigma, options)
    .map((slope, i) =>
      Math.abs(slope) > FLAT ? `a ${slope < 0 ? "larger" : "smaller"} ${"μσ"[i]}` : "",
    )
    .filter(Boolean)
    .join(" and ");
  const falls = ways ? `falls with ${ways}.` : "hardly changes with a small step.";
  const times = `The misfit is ${number(now / least, 2)} times the least.`;
  return { rows, sentence: told ? `${times} It ${falls}` : `The misfit ${falls}` };
}

/**
 * Is the best fit shown: on request, or found?
 *
 * @param {State} state
 * @param {Options} options
 */
export const isTold = ({ mu, sigma, best }, options) =>
  best || misfit(mu, sigma, options) <= AS_GOOD * options.landscape.best[2];

/**
 * @param {import("../figure.js").Stage<State, Options>} stage
 * @returns {(state: State) => void}
 */
function build({ svg, options, state, change, keysId }) {
  const { landscape } = options;
  const view = panels(landscape);
  shapeDisplay(svg)(parameterBackground(options, view));
  const draw = shapeDisplay(svg);
  set(svg, {
    "aria-label":
      `Histogram of ${options.quantity} in ${options.unit} with a bell curve, ` +
      "above a contour map of its misfit over μ and σ",
  });
  const hands = handles(svg, { describedBy: keysId });
  const top = add(svg, "g");
  /** @param {number} mu @param {number} sigma @param {number} to */
  const move = (mu, sigma, to) =>
    change({
      mu: within(Math.round(mu * to) / to, landscape.mu),
      sigma: within(Math.round(sigma * to) / to, landscape.sigma),
    });
  const [min, max] = landscape.mu;
  // A peak above the panel stays there while it is moved along the upper edge.
  /** @param {number} y @param {number} sigma */
  const widthAt = (y, sigma) => {
    const there = widthOfPeak(Math.max(1e-9, view.densityAt(y)));
    return there <= widthOfPeak(landscape.top) ? Math.min(there, sigma) : there;
  };
  const peak = hands.add(top, {
    label: "peak of the curve",
    role: "input",
    min,
    max,
    value: () => [state().mu, state().sigma],
    dragTo: ([x, y]) => move(view.valueAt(x), widthAt(y, state().sigma), 10),
    stepBy: ([dx, dy]) => move(state().mu + dx, state().sigma - dy, 1e6), // up is narrow
  });
  const point = hands.add(top, {
    label: "point of parameter space",
    role: "input",
    min,
    max,
    value: () => [state().mu, state().sigma],
    dragTo: ([x, y]) => move(view.valueAt(x), view.sigmaAt(y), 10),
    stepBy: ([dx, dy]) => move(state().mu + dx, state().sigma + dy, 1e6),
  });
  return (now) => {
    draw(parameterScene(now, options, view, isTold(now, options)));
    const at = places(now, view);
    const text = `μ = ${number(now.mu)}, σ = ${number(now.sigma)}`;
    peak.place(at.peak, text);
    point.place(at.point, text);
  };
}

/** @param {number} value @param {readonly [number, number]} limits */
const within = (value, [low, high]) => Math.min(high, Math.max(low, value));

/** @param {number} value */
const tidy = (value) => Math.round(value * 1e6) / 1e6;
