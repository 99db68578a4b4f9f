// Where the circles, arrows and numbers of a little web lie, in the units of its picture.
// `mlmath.figures.little_web_scene` draws the static picture by the same rules.

import { round } from "../display/svg.js";

/**
 * @typedef {readonly [number, number]} Point
 * @typedef {import("../maths/pagerank.js").Link} Link
 *
 * @typedef {object} Circle
 * @property {Point} centre
 * @property {number} radius
 *
 * @typedef {object} Arrow
 * @property {readonly [Point, Point, Point, Point]} shaft  a cubic Bézier curve
 * @property {readonly [Point, Point, Point]} head  a triangle, the tip first
 */

export const WIDTH = 400;
export const HEIGHT = 320;

/** Picture units for one unit of the plane in which pages have their positions. */
const UNIT = 120;

/** How far from the middle a page may lie, so that circle and number stay in the picture. */
export const REACH = /** @type {Point} */ ([1.45, 1.1]);

/** The area of a circle is proportional to the rank; a page with rank 1 has this radius. */
const LARGEST = 58;

/** No circle is smaller than its letter. */
const SMALLEST = 12;

/** Radius of the area that answers a finger: 44 px on a 360 px screen. */
export const TOUCH = 27;

const HEAD_LENGTH = 10;
const HEAD_WIDTH = 9;

/** Between the tip of an arrow and the rim of the circle. */
const TIP_GAP = 2;

/** How far aside the middle of an arrow lies, as a share of its length; the first that keeps clear. */
const BENDS = [0, 0.12, -0.12, 0.24, -0.24, 0.36, -0.36];

/** Opposite arrows both bend to their own left, so that they never meet. */
const BENDS_OF_PAIR = [0.12, 0.24, 0.36];

/** What an arrow keeps from the edge of the picture and from the rim of a page that it passes. */
const CLEARANCE = 5;

/** Of a page's link to itself: half its width at the rim and farther out, and how far it reaches. */
const LOOP_WIDTH = 9;
const LOOP_SWELL = 20;
const LOOP_REACH = 40;
const LOOP_BOX = /** @type {Point} */ ([12, 12]);

/** Half the width and height of the box that the number of a page fills. */
const NUMBER_BOX = /** @type {Point} */ ([19, 8]);
const NUMBER_GAP = 3;

/** The knob from which a link is drawn: half its box, and how far from the page it is. */
const KNOB_BOX = /** @type {Point} */ ([11, 11]);
const KNOB_GAP = 17;
const KNOB_LEAST = 40;

/** Where it may be: all around, ahead first. */
const KNOB_SIDES = Array.from({ length: 16 }, (_, i) => turn([1, 0], (i * Math.PI) / 8));

/** More room than this is not better. */
const ROOM_ENOUGH = 3;

const SLANT = Math.SQRT1_2;

/** Sides of a circle on which something may be put: the first that has room enough. */
const SIDES = /** @type {Point[]} */ ([
  [0, 1],
  [0, -1],
  [1, 0],
  [-1, 0],
  [SLANT, SLANT],
  [-SLANT, SLANT],
  [SLANT, -SLANT],
  [-SLANT, -SLANT],
]);

/** Where along a shaft its distance from other things is measured. */
const SAMPLES = Array.from({ length: 17 }, (_, i) => i / 16);

/**
 * @param {Point} position
 * @returns {Point}
 */
export function toPicture([x, y]) {
  return [WIDTH / 2 + UNIT * x, HEIGHT / 2 - UNIT * y];
}

/**
 * @param {Point} point
 * @returns {Point}
 */
export function toPlane([x, y]) {
  return [(x - WIDTH / 2) / UNIT, (HEIGHT / 2 - y) / UNIT];
}

/**
 * @param {readonly Point[]} positions
 * @param {readonly number[]} ranks
 * @returns {Circle[]}
 */
export function circles(positions, ranks) {
  return positions.map((position, page) => ({
    centre: toPicture(position),
    radius: Math.max(SMALLEST, LARGEST * Math.sqrt(ranks[page])),
  }));
}

/**
 * One arrow for each link, from rim to rim; null where circles leave no room for it.
 *
 * @param {Circle[]} pages
 * @param {readonly Link[]} links
 * @returns {(Arrow | null)[]}
 */
export function arrows(pages, links) {
  const present = new Set(links.map(([from, to]) => from * pages.length + to));
  const between = links.map(([from, to]) => {
    if (from === to) return null;
    const opposite = present.has(to * pages.length + from);
    const others = pages.filter((_, page) => page !== from && page !== to);
    const choices = (opposite ? BENDS_OF_PAIR : BENDS)
      .map((bend) => arrow(pages[from], pages[to], bend))
      .filter((choice) => choice !== null);
    return choices.find((choice) => keepsClear(choice, others)) ?? choices[0] ?? null;
  });
  const shafts = pointsOf(between);
  return links.map(([from, to], link) => {
    if (from !== to) return between[link];
    const page = pages[from];
    return loop(page, freestSide(page, (side) => beside(page, LOOP_BOX, side), LOOP_BOX, pages, shafts));
  });
}

/**
 * @param {Circle} from
 * @param {Circle} to
 * @param {number} bend
 * @returns {Arrow | null}
 */
function arrow(from, to, bend) {
  const [dx, dy] = [to.centre[0] - from.centre[0], to.centre[1] - from.centre[1]];
  if (length(dx, dy) < from.radius + to.radius + TIP_GAP + HEAD_LENGTH) return null;
  /** @type {Point} */
  const aim = [
    (from.centre[0] + to.centre[0]) / 2 + 2 * bend * dy,
    (from.centre[1] + to.centre[1]) / 2 - 2 * bend * dx,
  ];
  const start = step(from.centre, directionTo(from.centre, aim), from.radius);
  const back = directionTo(to.centre, aim);
  const end = step(to.centre, back, to.radius + TIP_GAP + HEAD_LENGTH);
  return { shaft: [start, mix(start, aim, 2 / 3), mix(end, aim, 2 / 3), end], head: head(end, back) };
}

/**
 * A page's link to itself, on one side of its circle.
 *
 * @param {Circle} page
 * @param {Point} side
 * @returns {Arrow}
 */
function loop({ centre, radius }, side) {
  const angle = LOOP_WIDTH / radius;
  const across = turn(side, Math.PI / 2);
  const [out, back] = [turn(side, -angle), turn(side, angle)];
  const far = step(centre, side, radius + LOOP_REACH);
  const end = step(centre, back, radius + TIP_GAP + HEAD_LENGTH);
  return {
    shaft: [
      step(centre, out, radius),
      step(far, across, -LOOP_SWELL),
      step(far, across, LOOP_SWELL),
      end,
    ],
    head: head(end, back),
  };
}

/**
 * The triangle whose base is at the end of a shaft.
 *
 * @param {Point} end
 * @param {Point} back  the direction from the tip to the base, of length 1
 * @returns {Arrow["head"]}
 */
function head(end, back) {
  const across = turn(back, Math.PI / 2);
  return [
    step(end, back, -HEAD_LENGTH),
    step(end, across, HEAD_WIDTH / 2),
    step(end, across, -HEAD_WIDTH / 2),
  ];
}

/**
 * Where each page's number is centred: below its circle, or on another side if arrows or
 * circles are in the way.
 *
 * @param {Circle[]} pages
 * @param {(Arrow | null)[]} links
 * @returns {Point[]}
 */
export function numberPlaces(pages, links) {
  const shafts = pointsOf(links);
  return pages.map((page) => {
    /** @param {Point} side */
    const place = (side) => beside(page, NUMBER_BOX, side);
    return place(freestSide(page, place, NUMBER_BOX, pages, shafts));
  });
}

/**
 * Where the knob of a page is, out of the way of arrows and numbers.
 *
 * @param {Circle[]} pages
 * @param {(Arrow | null)[]} links
 * @param {Point[]} numbers
 * @param {number} page
 * @returns {Point}
 */
export function knobPlace(pages, links, numbers, page) {
  const { centre, radius } = pages[page];
  const distance = Math.max(KNOB_LEAST, radius + KNOB_GAP);
  const inTheWay = [...pointsOf(links), ...numbers.flatMap(corners)];
  let best = centre;
  let most = -Infinity;
  for (const side of KNOB_SIDES) {
    const place = step(centre, side, distance);
    const onTheWay = step(centre, side, (radius + distance) / 2);
    const room = Math.min(
      ROOM_ENOUGH,
      roomAround(place, KNOB_BOX, pages[page], pages, inTheWay),
      roomAround(onTheWay, [3, 3], pages[page], pages, inTheWay),
    );
    if (room > most + 1e-9) [best, most] = [place, room];
  }
  return best;
}

/**
 * Points on the edge of a number's box.
 *
 * @param {Point} centre
 * @returns {Point[]}
 */
function corners([x, y]) {
  const [width, height] = NUMBER_BOX;
  return [-1, 0, 1].flatMap((across) => [-1, 0, 1].map((down) => [x + across * width, y + down * height]));
}

/**
 * The point of a shaft at t, from 0 (its start) to 1 (the base of the head).
 *
 * @param {Arrow} arrow
 * @param {number} t
 * @returns {Point}
 */
export function pointOn({ shaft: [a, b, c, d] }, t) {
  const s = 1 - t;
  const [wa, wb, wc, wd] = [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t];
  return [
    wa * a[0] + wb * b[0] + wc * c[0] + wd * d[0],
    wa * a[1] + wb * b[1] + wc * c[1] + wd * d[1],
  ];
}

/**
 * The arrow nearest to a point, unless it is farther than `most`: its index, or -1.
 *
 * @param {(Arrow | null)[]} links
 * @param {Point} point
 * @param {number} most
 */
export function nearestArrow(links, [x, y], most) {
  const distances = links.map((link) =>
    Math.min(...pointsOf([link]).map(([px, py]) => length(px - x, py - y))),
  );
  const least = Math.min(...distances);
  return least <= most ? distances.indexOf(least) : -1;
}

/**
 * The circle nearest to a point, unless the point is outside its touch area: its index, or -1.
 *
 * @param {Circle[]} pages
 * @param {Point} point
 */
export function nearestPage(pages, [x, y]) {
  let nearest = -1;
  let least = Infinity;
  pages.forEach(({ centre, radius }, page) => {
    const distance = length(centre[0] - x, centre[1] - y);
    if (distance <= Math.max(TOUCH, radius) && distance < least) [nearest, least] = [page, distance];
  });
  return nearest;
}

/** @param {Point} point */
export const pair = ([x, y]) => `${round(x)} ${round(y)}`;

/** @param {Point} point */
export const translate = (point) => `translate(${pair(point)})`;

/**
 * The side of a circle on which a box has most room.
 *
 * @param {Circle} page
 * @param {(side: Point) => Point} place  the centre of the box on a side
 * @param {Point} box  half its width and height
 * @param {Circle[]} pages
 * @param {Point[]} shafts
 * @returns {Point}
 */
function freestSide(page, place, box, pages, shafts) {
  let best = SIDES[0];
  let most = -Infinity;
  for (const side of SIDES) {
    const room = Math.min(ROOM_ENOUGH, roomAround(place(side), box, page, pages, shafts, most));
    if (room > most + 1e-9) [best, most] = [side, room];
    if (most === ROOM_ENOUGH) break;
  }
  return best;
}

/**
 * @param {Circle} page
 * @param {Point} box
 * @param {Point} side
 * @returns {Point}
 */
function beside({ centre, radius }, [width, height], side) {
  const depth = width * Math.abs(side[0]) + height * Math.abs(side[1]);
  return step(centre, side, radius + NUMBER_GAP + depth);
}

/**
 * The gap between a box beside `page` and the nearest other thing; negative over an edge of
 * the picture or over another circle. Once it is not above `least`, nobody asks how far below.
 *
 * @param {Point} place
 * @param {Point} box
 * @param {Circle} page
 * @param {Circle[]} pages
 * @param {Point[]} shafts
 * @param {number} [least]
 */
function roomAround([x, y], [width, height], page, pages, shafts, least = -Infinity) {
  /** @param {Point} point */
  const gap = ([px, py]) =>
    length(Math.max(Math.abs(px - x) - width, 0), Math.max(Math.abs(py - y) - height, 0));
  let room = Math.min(x - width, WIDTH - x - width, y - height, HEIGHT - y - height);
  for (const other of pages) {
    if (other !== page) room = Math.min(room, gap(other.centre) - other.radius);
  }
  for (const point of shafts) {
    if (room <= least) break;
    room = Math.min(room, gap(point));
  }
  return room;
}

/**
 * @param {Arrow} arrow
 * @param {Circle[]} others
 */
function keepsClear(arrow, others) {
  const points = pointsOf([arrow]);
  return (
    points.every(([x, y]) => Math.min(x, WIDTH - x, y, HEIGHT - y) > CLEARANCE) &&
    others.every(({ centre, radius }) =>
      points.every(([x, y]) => length(x - centre[0], y - centre[1]) > radius + CLEARANCE),
    )
  );
}

/**
 * @param {(Arrow | null)[]} links
 * @returns {Point[]}
 */
function pointsOf(links) {
  return links.flatMap((link) =>
    link ? [...SAMPLES.map((t) => pointOn(link, t)), link.head[0]] : [],
  );
}

/**
 * `Math.hypot` guards against overflow that cannot happen here, and is slow.
 *
 * @param {number} x
 * @param {number} y
 */
function length(x, y) {
  return Math.sqrt(x * x + y * y);
}

/**
 * @param {Point} from
 * @param {Point} direction
 * @param {number} by
 * @returns {Point}
 */
function step(from, direction, by) {
  return [from[0] + by * direction[0], from[1] + by * direction[1]];
}

/**
 * @param {Point} from
 * @param {Point} to
 * @returns {Point}
 */
function directionTo(from, to) {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const size = length(dx, dy);
  return [dx / size, dy / size];
}

/**
 * @param {Point} a
 * @param {Point} b
 * @param {number} t
 * @returns {Point}
 */
function mix(a, b, t) {
  return [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])];
}

/**
 * @param {Point} direction
 * @param {number} angle
 * @returns {Point}
 */
function turn([x, y], angle) {
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  return [c * x - s * y, s * x + c * y];
}
