// Where to write the labels of a picture so that they cover nothing: each has a few places to
// choose from, and takes the one with the least harm. The same in `mlmath.figures.labels`.

/** @typedef {readonly [number, number]} Point */

/**
 * @typedef {object} Label
 * @property {number} width
 * @property {number} height
 * @property {readonly Point[]} places  possible centres, best first; the frame may push them inwards
 *
 * @typedef {object} Obstacles
 * @property {number} side  the picture goes from 0 to here, in both directions
 * @property {readonly (readonly [Point, Point])[]} segments
 * @property {readonly {centre: Point, radius: number}[]} discs
 * @property {readonly Box[]} [numbers]  what the numbers on the axes cover
 */

/** @typedef {readonly [left: number, top: number, right: number, bottom: number]} Box */

/** What it costs to cover something, and to be a place further down the list. */
const COST = { label: 100, disc: 30, number: 20, segment: 10, place: 1 };

/** The room between a label and the edge of the picture. */
const EDGE = 3;

/**
 * @param {readonly Label[]} labels
 * @param {Obstacles} obstacles
 * @returns {Point[]} their centres
 */
export function placeLabels(labels, { side, segments, discs, numbers = [] }) {
  /** @type {Box[]} */
  const taken = [];
  /** What it costs to be there. @param {Box} box */
  const harm = (box) => {
    let cost = 0;
    for (const other of taken) if (overlap(box, other)) cost += COST.label;
    for (const other of numbers) if (overlap(box, other)) cost += COST.number;
    for (const disc of discs) if (touches(box, disc)) cost += COST.disc;
    for (const segment of segments) if (crosses(box, segment)) cost += COST.segment;
    return cost;
  };
  return labels.map(({ width, height, places }) => {
    let least = Infinity;
    /** @type {Point} */
    let centre = [0, 0];
    /** @type {Box} */
    let taking = [0, 0, 0, 0];
    // No place further down the list can do better than its number.
    for (let i = 0; i < places.length && COST.place * i < least; i++) {
      const x = within(places[i][0], width / 2 + EDGE, side - width / 2 - EDGE);
      const y = within(places[i][1], height / 2 + EDGE, side - height / 2 - EDGE);
      /** @type {Box} */
      const box = [x - width / 2, y - height / 2, x + width / 2, y + height / 2];
      const cost = COST.place * i + harm(box);
      if (cost < least) [least, centre, taking] = [cost, [x, y], box];
    }
    taken.push(taking);
    return centre;
  });
}

/** @param {number} value @param {number} least @param {number} most */
const within = (value, least, most) => Math.min(most, Math.max(least, value));

/** @param {Box} a @param {Box} b */
const overlap = (a, b) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];

/** @param {Box} box @param {{centre: Point, radius: number}} disc */
function touches([left, top, right, bottom], { centre: [x, y], radius }) {
  const dx = Math.max(left - x, 0, x - right);
  const dy = Math.max(top - y, 0, y - bottom);
  return dx * dx + dy * dy < radius * radius;
}

/** @param {Box} box @param {readonly [Point, Point]} segment */
function crosses(box, [from, to]) {
  let enter = 0;
  let leave = 1;
  for (let axis = 0; axis < 2; axis++) {
    const [low, high] = [box[axis], box[axis + 2]];
    const along = to[axis] - from[axis];
    if (along === 0) {
      if (from[axis] < low || from[axis] > high) return false;
      continue;
    }
    const a = (low - from[axis]) / along;
    const b = (high - from[axis]) / along;
    enter = Math.max(enter, Math.min(a, b));
    leave = Math.min(leave, Math.max(a, b));
    if (enter >= leave) return false;
  }
  return true;
}
