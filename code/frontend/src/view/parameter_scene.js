// The picture of parameter space: the histogram with its curve, and the map of the misfit.
// `mlmath.figures.misfit_map` makes the same, and the contours.

import { gaussian, points } from "../maths/bell_curve.js";
import { number } from "../maths/number.js";
import { path } from "./shape_list.js";

/** @typedef {import("./shape_list.js").Point} Point */
/** @typedef {import("./shape_list.js").Shape} Shape */
/** @typedef {import("../figures/parameter_space.js").Options} Options */

const [LEFT, RIGHT] = [32, 392];
const [CURVE_TOP, CURVE_BOTTOM] = [16, 190];
const [MAP_TOP, MAP_BOTTOM] = [232, 412];
const MOST_TICKS = 8;
const CURVE_POINTS = 81;
/** So many σ to each side of its peak, a bell curve is on the axis. */
const REACH = 4;

/**
 * Where μ (or a measured value), a density and σ are in the picture.
 *
 * @param {Options["landscape"]} landscape
 */
export function panels({ mu, sigma, top }) {
  const [low, high] = mu;
  const [thin, wide] = sigma;
  /** @param {number} value */
  const across = (value) => LEFT + ((RIGHT - LEFT) * (value - low)) / (high - low);
  /** @param {number} density */
  const up = (density) => CURVE_BOTTOM - ((CURVE_BOTTOM - CURVE_TOP) * density) / top;
  return {
    mu,
    sigma,
    top,
    across,
    up,
    /** The same, at the upper edge for what is above it. @param {number} density */
    seen: (density) => Math.max(CURVE_TOP, up(density)),
    /** @param {number} mu @param {number} sigma @returns {Point} */
    point: (mu, sigma) => [
      across(mu),
      MAP_BOTTOM - (MAP_BOTTOM - MAP_TOP) * ((sigma - thin) / (wide - thin)),
    ],
    /** The measured value (or μ) there. @param {number} x */
    valueAt: (x) => low + ((high - low) * (x - LEFT)) / (RIGHT - LEFT),
    /** The density there above the axis. @param {number} y */
    densityAt: (y) => (top * (CURVE_BOTTOM - y)) / (CURVE_BOTTOM - CURVE_TOP),
    /** The σ there on the map. @param {number} y */
    sigmaAt: (y) => thin + ((wide - thin) * (MAP_BOTTOM - y)) / (MAP_BOTTOM - MAP_TOP),
  };
}

/** @typedef {ReturnType<typeof panels>} Panels */

/**
 * What does not move: axes, bars, contours.
 *
 * @param {Options} options
 * @param {Panels} panels
 * @returns {Shape[]}
 */
export function parameterBackground(options, { mu, sigma, across, up, point }) {
  const { edges, landscape } = options;
  const corners = [[CURVE_TOP, CURVE_BOTTOM], [MAP_TOP, MAP_BOTTOM]].map(
    ([top, bottom]) =>
      /** @type {Point[]} */ (
        [[LEFT, top], [RIGHT, top], [RIGHT, bottom], [LEFT, bottom], [LEFT, top]]
      ),
  );
  /** @type {Point[][]} */
  const bars = points(options).map(({ density }, i) => {
    const [x0, x1, top] = [across(edges[i]), across(edges[i + 1]), up(density)];
    return [[x0, CURVE_BOTTOM], [x0, top], [x1, top], [x1, CURVE_BOTTOM]];
  });
  const named = `${options.quantity} (${options.unit})`;
  return [
    ["path", "mlf-grid", { d: path(...corners) }],
    ["path", "mlf-area mlf-data", { d: path(...bars) }],
    ["path", "mlf-contour mlf-data", { d: path(...bars) }],
    ...landscape.contours.map(([d]) => /** @type {Shape} */ (
      ["path", "mlf-contour mlf-residual", { d }]
    )),
    ...landscape.contours
      .filter(([, x]) => x)
      .map(([, x, y, text]) => /** @type {Shape} */ (
        ["text", "mlf-label mlf-level mlf-residual", { x, y: y + 4 }, text]
      )),
    ...[CURVE_BOTTOM, MAP_BOTTOM].flatMap((bottom) =>
      marks(mu, MOST_TICKS).map((mark) => /** @type {Shape} */ (
        ["text", "mlf-tick", { x: across(mark), y: bottom + 15 }, number(mark)]
      )),
    ),
    ...marks(sigma, 4).map((mark) => /** @type {Shape} */ (
      ["text", "mlf-tick mlf-tick-up", { x: LEFT - 5, y: point(0, mark)[1] + 4 }, number(mark)]
    )),
    ["text", "mlf-tick", { x: (LEFT + RIGHT) / 2, y: CURVE_BOTTOM + 31 }, named],
    ["text", "mlf-label mlf-ink", { x: 14, y: MAP_TOP + 18 }, "σ"],
    ["text", "mlf-label mlf-ink", { x: RIGHT, y: MAP_BOTTOM + 24 }, "μ"],
  ];
}

/** Round numbers well inside. @param {readonly number[]} range @param {number} most */
function marks([low, high], most) {
  let step = NaN;
  for (let power = -6; power < 7 && !((high - low) / step <= most); power++) {
    step = [1, 2, 5].map((k) => k * 10 ** power).find((k) => (high - low) / k <= most) ?? NaN;
  }
  const first = Math.ceil(low / step + 0.2);
  const last = Math.floor(high / step - 0.2);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, k) => step * (first + k));
}

/**
 * What moves: the curve, its distances from the bars, and the point on the map. With `told`, a
 * cross stands at the best fit.
 *
 * @param {{mu: number, sigma: number}} state
 * @param {Options} options
 * @param {Panels} panels
 * @param {boolean} told
 * @returns {Shape[]}
 */
export function parameterScene({ mu, sigma }, options, panels, told) {
  const { across, up, seen } = panels;
  const gaps = points(options).map(({ middle, density }) => {
    const x = across(middle);
    return /** @type {Point[]} */ ([[x, up(density)], [x, seen(gaussian(middle, mu, sigma))]]);
  });
  const [x, y] = panels.point(options.landscape.best[0], options.landscape.best[1]);
  const cross = told ? path([[x - 5, y], [x + 5, y]], [[x, y - 5], [x, y + 5]]) : "";
  const { point, peak, bend } = places({ mu, sigma }, panels);
  return [
    ["path", "mlf-line mlf-gap mlf-residual", { d: path(...gaps) }],
    ["path", "mlf-line mlf-output", { d: path(...bell(mu, sigma, panels)) }],
    ["path", "mlf-line mlf-thin mlf-eigen", { d: cross }],
    [
      "path",
      "mlf-line mlf-thin mlf-dotted mlf-input",
      { d: path([peak, point], [[point[0], bend[1]], bend]) },
    ],
    ["circle", "mlf-dot mlf-input", { cx: peak[0], cy: peak[1], r: 5 }],
    ["circle", "mlf-dot mlf-input", { cx: point[0], cy: point[1], r: 6 }],
  ];
}

/**
 * The curve, in two lines if its peak is above the panel.
 *
 * @param {number} mu
 * @param {number} sigma
 * @param {Panels} panels
 * @returns {Point[][]}
 */
function bell(mu, sigma, { mu: [low, high], top, across, seen }) {
  const peak = gaussian(mu, mu, sigma);
  const cut = sigma * Math.sqrt(2 * Math.log(Math.max(1, peak / top)));
  const ways = Array.from(
    { length: CURVE_POINTS },
    (_, i) => REACH * ((2 * i) / (CURVE_POINTS - 1) - 1),
  );
  const xs = [low, ...ways.map((t) => mu + sigma * t), high];
  const sides =
    cut > 0
      ? [
          [...xs.filter((x) => x < mu - cut), mu - cut],
          [mu + cut, ...xs.filter((x) => x > mu + cut)],
        ]
      : [xs];
  return sides
    .map((side) =>
      side
        .filter((x) => low <= x && x <= high)
        .map((x) => /** @type {Point} */ ([across(x), seen(gaussian(x, mu, sigma))])),
    )
    .filter((line) => line.length > 1);
}

/**
 * Where the point on the map is, the peak of the curve, and the end of its width: at μ + σ, or at
 * μ − σ if the former is outside.
 *
 * @param {{mu: number, sigma: number}} state
 * @param {Panels} panels
 * @returns {{point: Point, peak: Point, bend: Point}}
 */
export function places({ mu, sigma }, { mu: [, high], across, seen, point }) {
  const side = mu + sigma <= high ? 1 : -1;
  const bend = seen(gaussian(mu + sigma, mu, sigma));
  return {
    point: point(mu, sigma),
    peak: [across(mu), seen(gaussian(mu, mu, sigma))],
    bend: [across(mu + side * sigma), bend],
  };
}
