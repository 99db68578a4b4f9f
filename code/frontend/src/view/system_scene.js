// The picture of a 2×2 system: two lines, the solution and their labels.

import { placeLabels } from "../maths/labels.js";
import { solutions } from "../maths/linear_system.js";
import { tuple } from "../maths/number.js";
import { chord, numberBoxes } from "./frame.js";
import { path } from "./shape_list.js";
import { around, beside, label } from "./shapes.js";

/** @typedef {import("./shape_list.js").Point} Point */
/** @typedef {import("./shape_list.js").Shape} Shape */

export const ROLES = /** @type {const} */ (["first-basis", "second-basis"]);

/**
 * @param {import("../maths/linear_system.js").Lines} lines
 * @param {import("./frame.js").Frame} frame
 * @returns {Shape[]}
 */
export function systemScene(lines, frame) {
  /** @type {Shape[]} */
  const shapes = [];
  /** @type {import("../maths/labels.js").Label[]} */
  const labels = [];
  /** @type {[string, string][]} */
  const texts = [];
  /** @type {[Point, Point][]} */
  const segments = [];
  lines.forEach((line, i) => {
    const found = chord(line, frame);
    const dash = i ? " mlf-dashed" : "";
    /** @type {[Point, Point] | null} */
    const ends = found && [frame.toPicture(found[0]), frame.toPicture(found[1])];
    shapes.push(["path", `mlf-line mlf-${ROLES[i]}${dash}`, { d: ends ? path(ends) : "" }]);
    if (!ends) return;
    segments.push(ends);
    labels.push(beside(ends, 52));
    texts.push([`line ${i + 1}`, `mlf-${ROLES[i]}`]);
  });
  const { point } = solutions(lines);
  /** @type {{centre: Point, radius: number}[]} */
  const discs = [];
  if (point && frame.shows(point)) {
    const [x, y] = frame.toPicture(point);
    const text = tuple(point);
    discs.push({ centre: [x, y], radius: 7 });
    labels.push(around([x, y], [1, 0], 10, 9 * text.length));
    texts.push([text, "mlf-input"]);
    shapes.push(["circle", "mlf-dot mlf-input", { cx: x, cy: y, r: 6 }]);
  }
  const numbers = numberBoxes(frame);
  const centres = placeLabels(labels, { side: frame.side, segments, discs, numbers });
  texts.forEach(([text, role], i) => shapes.push(label(text, centres[i], role)));
  return shapes;
}
