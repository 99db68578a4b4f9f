// The picture of parameter space: the histogram with its curve, and the map of the misfit.
// `mlmath.figures.misfit_map` makes the same, and the contours.

import { gaussian, points } from "../maths/bell_curve.js";
import { number } from "../maths/number.js";
import { path } from "./shape_list.js";

/** @typedef {import("./shape_list.js").Point} Point */
/** @typedef {import("./shape_list.js").Shape} Shape */
/** @typedef {import("../figures/parameter_space.js").Options} Options */
/** @typedef {import("../figures/parameter_space.js").State} State */

const [LEFT, RIGHT] = [32, 392];
const [CURVE_TOP, CURVE_BOTTOM] = [10, 190];
const [MAP_TOP, MAP_BOTTOM] = [232, 412];
const MOST_TICKS = 8;
const CURVE_POINTS = 121;

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
  return {
    mu,
    sigma,
    across,
    /** @param {number} density */
    up: (density) => CURVE_BOTTOM - ((CURVE_BOTTOM - CURVE_TOP) * density) / top,
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
 * What does not move: axes, bars, contours, the best fit.
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
  const [x, y] = point(landscape.best[0], landscape.best[1]);
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
    [
      "path",
      "mlf-line mlf-thin mlf-eigen",
      { d: path([[x - 5, y], [x + 5, y]], [[x, y - 5], [x, y + 5]]) },
    ],
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
 * What moves: the curve, its distances from the bars, and the point on the map.
 *
 * @param {State} state
 * @param {Options} options
 * @param {Panels} panels
 * @returns {Shape[]}
 */
export function parameterScene({ mu, sigma }, options, panels) {
  const { across, up } = panels;
  const [low, high] = panels.mu;
  const curve = Array.from({ length: CURVE_POINTS }, (_, i) => {
    const x = low + ((high - low) * i) / (CURVE_POINTS - 1);
    return /** @type {Point} */ ([across(x), up(gaussian(x, mu, sigma))]);
  });
  const gaps = points(options).map(({ middle, density }) => {
    const x = across(middle);
    return /** @type {Point[]} */ ([[x, up(density)], [x, up(gaussian(middle, mu, sigma))]]);
  });
  const { point, peak, bend } = places({ mu, sigma }, panels);
  return [
    ["path", "mlf-line mlf-gap mlf-residual", { d: path(...gaps) }],
    ["path", "mlf-line mlf-output", { d: path(curve) }],
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
 * Where the point on the map is, the peak of the curve, and the end of its width: at μ + σ, or at
 * μ − σ if the former is outside.
 *
 * @param {State} state
 * @param {Panels} panels
 * @returns {{point: Point, peak: Point, bend: Point}}
 */
export function places({ mu, sigma }, { mu: [, high], across, up, point }) {
  const side = mu + sigma <= high ? 1 : -1;
  const bend = up(gaussian(mu + sigma, mu, sigma));
  return {
    point: point(mu, sigma),
    peak: [across(mu), up(gaussian(mu, mu, sigma))],
    bend: [across(mu + side * sigma), bend],
  };
}
