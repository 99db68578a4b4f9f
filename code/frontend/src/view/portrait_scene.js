// The picture of a phase portrait: eigenlines, orbits, labels.

import { placeLabels } from "../maths/labels.js";
import { number } from "../maths/number.js";
import { orbit } from "../maths/orbits.js";
import { spectrum } from "../maths/plane_map.js";
import { chord, numberBoxes } from "./frame.js";
import { path } from "./shape_list.js";
import { around, beside, label } from "./shapes.js";

/** @typedef {import("./shape_list.js").Point} Point */
/** @typedef {import("./shape_list.js").Shape} Shape */
/** @typedef {import("./frame.js").Frame} Frame */

/** Orbits are drawn until they are this many times as far away as the edge. */
const REACH = 20;

/**
 * @param {import("../figures/phase_portrait.js").State} state
 * @param {readonly Point[]} starts
 * @param {Frame} frame
 * @returns {Shape[]}
 */
export function portraitScene({ matrix, x, steps, eigenlines }, starts, frame) {
  /** @type {Shape[]} */
  const shapes = [];
  /** @type {import("../maths/labels.js").Label[]} */
  const labels = [];
  /** @type {[string, string][]} */
  const texts = [];
  /** @type {[Point, Point][]} */
  const segments = [];
  const { complex, mean, half, directions } = spectrum(matrix);
  if (eigenlines && !complex) {
    directions.forEach(([dx, dy], i) => {
      const [from, to] = /** @type {[Point, Point]} */ (chord([dy, -dx, 0], frame));
      /** @type {[Point, Point]} */
      const shown = [frame.toPicture(from), frame.toPicture(to)];
      shapes.push(["path", "mlf-line mlf-thin mlf-dashed mlf-eigen", { d: path(shown) }]);
      segments.push(shown);
      const text = `λ = ${number(mean + (i ? -half : half))}`;
      labels.push(beside(shown, 9 * text.length));
      texts.push([text, "mlf-small mlf-eigen"]);
    });
  }
  const others = starts.map((start) => drawn(orbit(matrix, start, steps), frame));
  shapes.push(["path", "mlf-line mlf-thin mlf-residual mlf-orbit", { d: path(...others) }]);
  const dots = others.flatMap((points) => points.slice(1).map((point) => [point, point]));
  shapes.push(["path", "mlf-points mlf-residual", { d: path(...dots) }]);
  for (const start of starts) {
    const [cx, cy] = frame.toPicture(start);
    shapes.push(["circle", "mlf-hollow mlf-thin mlf-residual", { cx, cy, r: 4 }]);
  }
  const own = drawn(orbit(matrix, x, steps), frame);
  const later = own.slice(1);
  shapes.push(["path", "mlf-line mlf-output", { d: path(own) }]);
  shapes.push([
    "path",
    "mlf-points mlf-points-large mlf-output",
    { d: path(...later.map((point) => [point, point])) },
  ]);
  const at = frame.toPicture(x);
  shapes.push(["circle", "mlf-dot mlf-input", { cx: at[0], cy: at[1], r: 6 }]);
  const discs = [
    { centre: at, radius: 8 },
    ...later.map((centre) => ({ centre, radius: 5 })),
  ];
  labels.unshift(around(at, [at[0] - frame.side / 2, at[1] - frame.side / 2], 10, 12));
  texts.unshift(["x", "mlf-bold mlf-input"]);
  const numbers = numberBoxes(frame);
  const centres = placeLabels(labels, { side: frame.side, segments, discs, numbers });
  texts.forEach(([text, role], i) => shapes.push(label(text, centres[i], role)));
  return shapes;
}

/**
 * The part of an orbit that is drawn, in the picture.
 *
 * @param {readonly Point[]} points
 * @param {Frame} frame
 */
function drawn(points, frame) {
  const out = points.findIndex((point) => Math.max(...point.map(Math.abs)) > REACH * frame.limit);
  return points.slice(0, out < 0 ? points.length : out + 1).map(frame.toPicture);
}
