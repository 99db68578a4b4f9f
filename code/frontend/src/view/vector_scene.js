// What the pictures of the vector plane show. `mlmath.figures.vector_plane_scene` draws the static
// pictures by the same rules.

import { coefficient, combination } from "../maths/number.js";
import {
  angle,
  angleKind,
  areDependent,
  areOrthogonal,
  coordinates,
  cross,
  norm,
  share,
  sum,
  times,
} from "../maths/vectors.js";
import { basisGrid } from "./basis_grid.js";
import { plane, SIDE } from "./frame.js";
import { path } from "./shape_list.js";
import { through } from "./shapes.js";
import { drawing } from "./sketch.js";

/** @typedef {import("./shape_list.js").Point} Point */
/** @typedef {import("./frame.js").Frame} Frame */
/** @typedef {import("../figures/vector_plane.js").State} State */
/** @typedef {import("./sketch.js").Sketch} Sketch */

/** Sizes in the units of the picture: the arc of an angle, the mark of a right one. */
const ARC = 44;
const CORNER = 14;

/**
 * @param {State} state
 * @param {{show: string, limit: number}} options
 */
export function vectorScene(state, { show, limit }) {
  const view = plane(limit);
  return drawing(sketches[show](state, view), view);
}

/** @type {Record<string, (state: State, view: Frame) => Sketch>} */
const sketches = { sum: sumSketch, angle: angleSketch, projection: projectionSketch, basis: basisSketch };

/** @param {State} state @param {Frame} view @returns {Sketch} */
function sumSketch({ u, v, a, b }, view) {
  const first = times(a, u);
  const second = times(b, v);
  const end = sum(first, second);
  const copied = norm(second) > 0 && (norm(first) > 0 || b !== 1);
  return {
    paths: {
      sides: path([view.toPicture([0, 0]), view.toPicture(second), view.toPicture(end)]),
    },
    arrows: {
      u: { to: u, label: ["u"], moves: true },
      v: { to: v, label: ["v"], moves: true },
      ...(a !== 1 && norm(first) > 0 && { first: { to: first, label: [coefficient(a), "u"] } }),
      ...(copied && { second: { from: first, to: end, label: [coefficient(b), "v"], beside: true } }),
      sum: { to: end, label: combination(a, b) },
    },
  };
}

/** @param {State} state @param {Frame} view @returns {Sketch} */
function angleSketch({ u, v }, view) {
  const kind = angleKind(u, v);
  const radius = Math.min(ARC, 0.7 * view.unit * Math.min(norm(u), norm(v)));
  const turned = !["undefined", "same"].includes(kind);
  const way = cross(u, v) < 0 ? -1 : 1;
  const start = Math.atan2(u[1], u[0]);
  const opening = (way * angle(u, v) * Math.PI) / 180;
  /** A place around the origin. @param {number} part @param {number} far @returns {Point} */
  const at = (part, far) => {
    const turn = start + part * opening;
    return [SIDE / 2 + far * Math.cos(turn), SIDE / 2 - far * Math.sin(turn)];
  };
  /** @param {number} part */
  const onArc = (part) => at(part, radius);
  const places =
    kind === "right"
      ? [at(0, 0.5 * radius), at(0.5, Math.SQRT1_2 * radius), at(1, 0.5 * radius)]
      : Array.from({ length: 25 }, (_, i) => onArc(i / 24));
  return {
    paths: { arc: turned ? path(places) : "" },
    arrows: {
      u: { to: u, label: ["u"], moves: true },
      v: { to: v, label: ["v"], moves: true },
    },
    notes: turned ? { theta: { text: "θ", at: at(0.5, radius + 4) } } : {},
  };
}

/** @param {State} state @param {Frame} view @returns {Sketch} */
function projectionSketch({ u, v }, view) {
  const part = share(u, v);
  const arrows = {
    u: { to: u, label: ["u"], moves: true },
    v: { to: v, label: ["v"], moves: true },
  };
  if (Number.isNaN(part)) return { paths: { line: "", corner: "" }, arrows };
  const shadow = times(part, u);
  const apart = !areDependent(u, v);
  return {
    paths: {
      line: path(through(u)),
      corner: apart ? corner(view.toPicture(shadow), view.toPicture(u), view.toPicture(v)) : "",
    },
    arrows: {
      ...arrows,
      ...(apart && { r: { from: shadow, to: v, label: ["r"], beside: true } }),
      p: { to: shadow, label: areOrthogonal(u, v) ? [] : ["p"] },
    },
  };
}

/**
 * The mark of the right angle at a foot, on the side of the origin (or of u, if the foot is there).
 *
 * @param {Point} foot
 * @param {Point} u
 * @param {Point} v
 */
function corner(foot, u, v) {
  const centre = SIDE / 2;
  /** @param {Point} to @returns {Point} a step from the foot towards a place */
  const towards = ([x, y]) => {
    const [dx, dy] = [x - foot[0], y - foot[1]];
    const size = Math.min(CORNER, 0.5 * Math.hypot(dx, dy)) / Math.hypot(dx, dy);
    return [size * dx, size * dy];
  };
  const far = Math.hypot(foot[0] - centre, foot[1] - centre);
  const [a, b] = [towards(far > 1e-6 ? [centre, centre] : u), towards(v)];
  return path([sum(foot, a), sum(foot, sum(a, b)), sum(foot, b)]);
}

/** @param {State} state @param {Frame} view @returns {Sketch} */
function basisSketch({ u, basis, projections }, view) {
  const [first, second] = basis;
  const grid = basisGrid(basis, view);
  const inBasis = coordinates(basis, u);
  const feet = basis.map((b) => times(share(b, u), b)).filter(([x]) => !Number.isNaN(x));
  /** @param {readonly Point[]} places */
  const line = (...places) => places.map(view.toPicture);
  const steps = inBasis && [times(inBasis[0], first), times(inBasis[1], second)];
  const missed = projections && inBasis && !areOrthogonal(first, second);
  return {
    paths: {
      first: grid[0],
      second: grid[1],
      steps: steps ? path(...steps.map((step) => line(step, u))) : "",
      feet: projections ? path(...feet.map((foot) => line(foot, u))) : "",
    },
    arrows: {
      b1: { to: first, label: ["b", "1"], moves: true },
      b2: { to: second, label: ["b", "2"], moves: true },
      ...(missed && { p: { to: sum(feet[0], feet[1]), label: ["p"] } }),
      x: { to: u, label: ["x"], moves: true },
    },
  };
}
