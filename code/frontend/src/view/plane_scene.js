// What the picture of a map of the plane looks like: shapes in the units of the picture, no page.
// `mlmath.figures.plane_scene` draws the static picture by the same rules.

import { round } from "../display/svg.js";
import { placeLabels } from "../maths/labels.js";
import { number, tuple } from "../maths/number.js";
import { apply, determinant, spectrum } from "../maths/plane_map.js";
import { plane, SIDE } from "./plane.js";

/** @typedef {import("./plane.js").Point} Point */
/** @typedef {import("../maths/plane_map.js").Matrix} Matrix */

/**
 * @typedef {object} Arrow
 * @property {Name} name
 * @property {boolean} moves  the reader can take hold of its tip
 * @property {Point} tip  where it ends in the picture
 * @property {boolean} onward  it goes on outside the picture
 * @property {string} shaft  path
 * @property {string} head  path: filled, or two open angles where the arrow goes on
 * @property {Point} label  centre of its label
 * @property {string} away  its coordinates, where the picture does not show them
 *
 * @typedef {object} Eigenlabel
 * @property {string} text
 * @property {Point} label
 *
 * @typedef {object} Scene
 * @property {[string, string]} grid  the images of the horizontal and of the vertical lines
 * @property {string} square  the image of the unit square
 * @property {boolean} flipped  the map turns the plane over
 * @property {string} eigenlines  path
 * @property {boolean} everyLine
 * @property {Eigenlabel[]} eigenlabels
 * @property {Arrow[]} arrows
 */

/** Arrows are cut at this distance from the edge. */
const MARGIN = 16;
const HEAD = { length: 14, width: 6 };
const LABEL_HEIGHT = 20;
/** Half a handle, and the room a label leaves around it. */
const RING = 15;
const FAN = [0, 40, -40, 80, -80, 120, -120, 180];

/** How wide the names on the arrows are. */
const WIDTHS = { first: 32, second: 32, x: 12, image: 26 };

/** @typedef {keyof typeof WIDTHS} Name */

/**
 * @param {{matrix: Matrix, x: readonly [number, number], eigenlines: boolean}} state
 * @param {{limit: number, move: readonly string[]}} options
 * @returns {Scene}
 */
export function planeScene({ matrix, x, eigenlines }, { limit, move }) {
  const view = plane(limit);
  /** @param {Point} v */
  const image = (v) => view.toPicture(apply(matrix, v));
  const reach = Math.ceil(2 * limit);
  const whole = Array.from({ length: 2 * reach + 1 }, (_, i) => i - reach);
  const { complex, mean, half, directions, everyLine } = spectrum(matrix);

  const arrows = [
    arrow("first", move.includes("columns"), apply(matrix, [1, 0]), view),
    arrow("second", move.includes("columns"), apply(matrix, [0, 1]), view),
    arrow("image", false, apply(matrix, x), view),
    arrow("x", move.includes("x"), x, view),
  ];
  const shown = eigenlines && !complex;
  const eigenvalues = directions.length === 2 ? [mean + half, mean - half] : [mean];
  const lines = shown && !everyLine ? directions.map(through) : [];
  const texts = shown ? directions.map((_, i) => `λ = ${number(eigenvalues[i])}`) : [];

  const centres = placeLabels(
    [
      ...arrows.map((one) => {
        const width = WIDTHS[one.name] + 8.5 * one.away.length;
        const gap = one.moves ? RING : 5;
        return { width, height: LABEL_HEIGHT, places: around(one.tip, gap, width) };
      }),
      ...texts.map((text, i) => {
        const width = 9 * text.length;
        return { width, height: LABEL_HEIGHT, places: alongside(directions[i], width) };
      }),
    ],
    {
      side: SIDE,
      segments: [
        ...lines,
        ...arrows.map(({ tip }) => /** @type {[Point, Point]} */ ([view.toPicture([0, 0]), tip])),
      ],
      discs: arrows.map(({ tip, moves }) => ({ centre: tip, radius: moves ? RING - 1 : 4 })),
    },
  );

  return {
    grid: [
      path(whole.map((k) => [image([-reach, k]), image([reach, k])])),
      path(whole.map((k) => [image([k, -reach]), image([k, reach])])),
    ],
    square: points([image([0, 0]), image([1, 0]), image([1, 1]), image([0, 1])]),
    flipped: determinant(matrix) < 0,
    eigenlines: path(shown && everyLine ? star().map(through) : lines),
    everyLine,
    eigenlabels: texts.map((text, i) => ({ text, label: centres[arrows.length + i] })),
    arrows: arrows.map((one, i) => ({ ...one, label: centres[i] })),
  };
}

/**
 * @param {Name} name
 * @param {boolean} moves
 * @param {Point} v
 * @param {import("./plane.js").Plane} view
 */
function arrow(name, moves, v, view) {
  const centre = SIDE / 2;
  const [px, py] = view.toPicture(v);
  const [dx, dy] = [px - centre, py - centre];
  const length = Math.hypot(dx, dy);
  const outmost = Math.max(Math.abs(dx), Math.abs(dy));
  const onward = outmost > centre - 1;
  const shown = onward ? (length * (centre - MARGIN)) / outmost : length;
  const [ux, uy] = length > 1e-9 ? [dx / length, dy / length] : [0, 0];
  const size = Math.min(1, shown / HEAD.length);
  /** @param {number} along @param {number} across @returns {Point} */
  const at = (along, across) => [
    centre + along * ux - across * uy,
    centre + along * uy + across * ux,
  ];
  const back = HEAD.length * size;
  const wide = HEAD.width * size;
  /** @param {number} tip @returns {Point[]} */
  const angle = (tip) => [at(tip - back / 2, wide), at(tip, 0), at(tip - back / 2, -wide)];
  const tip = at(shown, 0);
  return {
    name,
    moves,
    tip,
    onward,
    shaft: path([[[centre, centre], at(onward ? shown : shown - back, 0)]]),
    head: onward
      ? path([angle(shown), angle(shown - back / 2)])
      : `${path([[at(shown - back, wide), tip, at(shown - back, -wide)]])}Z`,
    away: onward ? ` ${tuple(v)}` : "",
  };
}

/**
 * Places for a label around the tip of an arrow: ahead of it first, then to the sides.
 *
 * @param {Point} tip
 * @param {number} gap
 * @param {number} width
 * @returns {Point[]}
 */
function around([x, y], gap, width) {
  const [dx, dy] = [x - SIDE / 2, y - SIDE / 2];
  const ahead = Math.hypot(dx, dy) < 1e-6 ? -Math.PI / 4 : Math.atan2(dy, dx);
  return FAN.map((degrees) => {
    const angle = ahead + (degrees * Math.PI) / 180;
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    const out = gap + (Math.abs(cos) * width) / 2 + (Math.abs(sin) * LABEL_HEIGHT) / 2;
    return [x + out * cos, y + out * sin];
  });
}

/**
 * Places for the label of an eigenline: near its two ends, on either side.
 *
 * @param {Point} direction
 * @param {number} width
 * @returns {Point[]}
 */
function alongside([x, y], width) {
  const length = Math.hypot(x, y);
  const [ux, uy] = [x / length, -y / length];
  const off = 6 + (Math.abs(uy) * width) / 2 + (Math.abs(ux) * LABEL_HEIGHT) / 2;
  const room = [SIDE / 2 - width / 2 - 5, SIDE / 2 - LABEL_HEIGHT / 2 - 5];
  return [1, -1].flatMap((end) =>
    [1, -1].map((side) => {
      const [ox, oy] = [side * off * uy, -side * off * ux];
      // As far out as the frame lets the label go.
      const out = Math.min(
        ...[[ux, ox, room[0]], [uy, oy, room[1]]]
          .filter(([u]) => Math.abs(u) > 1e-9)
          .map(([u, o, most]) => (most - o * Math.sign(u) * end) / Math.abs(u)),
      );
      return /** @type {Point} */ ([SIDE / 2 + end * out * ux + ox, SIDE / 2 + end * out * uy + oy]);
    }),
  );
}

/** Lines all around, for a map that keeps every line. @returns {Point[]} */
const star = () =>
  Array.from({ length: 12 }, (_, i) => [Math.cos((i * Math.PI) / 12), Math.sin((i * Math.PI) / 12)]);

/**
 * The line through the origin in this direction, from edge to edge.
 *
 * @param {Point} direction
 * @returns {[Point, Point]}
 */
function through([x, y]) {
  const out = SIDE / 2 / Math.max(Math.abs(x), Math.abs(y));
  const centre = SIDE / 2;
  return [
    [centre - out * x, centre + out * y],
    [centre + out * x, centre - out * y],
  ];
}

/** @param {readonly Point[]} corners */
const points = (corners) => corners.map((corner) => corner.map(round).join(" ")).join(" ");

/** @param {readonly (readonly Point[])[]} lines */
const path = (lines) =>
  lines.map((line) => `M${line.map((point) => point.map(round).join(" ")).join("L")}`).join("");
