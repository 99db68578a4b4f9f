// The picture of a little web: circles, arrows, numbers. Nodes are made once and used again.

import { add, set, write } from "./svg.js";
import { number } from "../maths/number.js";
import { arrows, circles, knobPlace, numberPlaces, pair, TOUCH, translate } from "../view/web_scene.js";
import { linkBadge, linkKnob } from "./web_tools.js";

/** @typedef {import("../view/web_scene.js").Point} Point */
/** @typedef {import("../view/web_scene.js").Circle} Circle */
/** @typedef {import("../view/web_scene.js").Arrow} Arrow */
/** @typedef {import("../maths/pagerank.js").Link} Link */

/** From the middle of a line of text down to its baseline. */
const BASELINE = 5;

/**
 * What the picture shows.
 *
 * @typedef {object} Scene
 * @property {string[]} labels
 * @property {Point[]} positions
 * @property {readonly Link[]} links
 * @property {number[]} ranks
 * @property {number[]} top  the pages with most rank
 * @property {string[]} names  of the pages, spoken
 * @property {number} selected  the page whose links can be changed
 * @property {Link | null} chosen  the link that can be removed
 * @property {{at: Point, target: number} | null} pulled  where the knob is while a link is drawn
 *   from it, and the page at which that link would end, or -1
 */

/**
 * @typedef {object} Laid  where things lie that can be taken hold of
 * @property {Circle[]} pages
 * @property {(Arrow | null)[]} arrows
 * @property {Point} knob
 */

/**
 * @param {SVGSVGElement} svg
 * @param {string} keysId
 */
export function webPicture(svg, keysId) {
  const lower = add(svg, "g");
  const badge = linkBadge(svg);
  const upper = add(svg, "g");
  const knob = linkKnob(svg);
  const linkNode = pool(() => makeLink(lower));
  const pageNode = pool(() => makePage(upper, keysId));

  return {
    badge: badge.group,
    /** @param {number} page */
    page: (page) => pageNode(page).group,

    /**
     * @param {Scene} scene
     * @returns {Laid}
     */
    draw(scene) {
      const { labels, links, chosen, selected } = scene;
      const pages = circles(scene.positions, scene.ranks);
      const shown = arrows(pages, links);
      const numbers = numberPlaces(pages, shown);
      const chosenAt = links.findIndex((link) => link[0] === chosen?.[0] && link[1] === chosen?.[1]);
      shown.forEach((arrow, link) => drawLink(linkNode(link), arrow, link === chosenAt));
      linkNode.hideFrom(shown.length);
      pages.forEach((circle, page) => drawPage(pageNode(page), circle, numbers[page], scene, page));
      pageNode.hideFrom(pages.length);
      const [from, to] = chosenAt < 0 ? [0, 0] : links[chosenAt];
      badge.draw(shown[chosenAt] ?? null, `Remove the link from ${labels[from]} to ${labels[to]}`);
      const knobAt = scene.pulled?.at ?? knobPlace(pages, shown, numbers, selected);
      knob.draw(pages[selected], knobAt);
      return { pages, arrows: shown, knob: knobAt };
    },
  };
}

/**
 * Nodes that are made when first needed and hidden when not.
 *
 * @template {{group: SVGGElement}} N
 * @param {() => N} make
 */
function pool(make) {
  /** @type {N[]} */
  const nodes = [];
  /** @param {number} index */
  const get = (index) => {
    while (nodes.length <= index) nodes.push(make());
    set(nodes[index].group, { display: null });
    return nodes[index];
  };
  /** @param {number} count */
  get.hideFrom = (count) => {
    for (const { group } of nodes.slice(count)) set(group, { display: "none" });
  };
  return get;
}

/** @param {Element} parent */
function makeLink(parent) {
  const group = add(parent, "g");
  return {
    group,
    shaft: add(group, "path", { class: "mlf-web-shaft" }),
    head: add(group, "polygon", { class: "mlf-web-head" }),
  };
}

/**
 * @param {ReturnType<typeof makeLink>} node
 * @param {Arrow | null} arrow
 * @param {boolean} chosen
 */
function drawLink({ group, shaft, head }, arrow, chosen) {
  set(group, { class: `mlf-web-link mlf-${chosen ? "ink mlf-web-chosen" : "residual"}` });
  set(shaft, { d: arrow && path(arrow.shaft) });
  set(head, { points: arrow && arrow.head.map(pair).join(" ") });
}

/**
 * @param {Element} parent
 * @param {string} keysId
 */
function makePage(parent, keysId) {
  const group = add(parent, "g", {
    role: "button",
    tabindex: 0,
    "aria-roledescription": "page",
    "aria-describedby": keysId,
  });
  return {
    group,
    reach: add(group, "circle", { class: "mlf-reach" }),
    ring: add(group, "circle", { class: "mlf-ring" }),
    disc: add(group, "circle", { class: "mlf-web-disc" }),
    crown: add(group, "circle", { class: "mlf-web-crown" }),
    label: add(group, "text", { class: "mlf-web-label", y: BASELINE }),
    rank: add(group, "text", { class: "mlf-web-rank" }),
  };
}

/**
 * @param {ReturnType<typeof makePage>} node
 * @param {Circle} circle
 * @param {Point} place  the centre of the number
 * @param {Scene} scene
 * @param {number} page
 */
function drawPage(node, { centre: [cx, cy], radius }, place, scene, page) {
  const top = scene.top.includes(page);
  set(node.group, {
    class: `mlf-web-page mlf-${top ? "eigen" : "data"}${page === scene.pulled?.target ? " mlf-web-target" : ""}`,
    transform: translate([cx, cy]),
    "aria-label": scene.names[page],
    "aria-current": page === scene.selected ? "true" : null,
  });
  set(node.reach, { r: Math.max(TOUCH, radius) });
  set(node.ring, { r: radius + 4 });
  set(node.disc, { r: radius });
  set(node.crown, { r: Math.max(0, radius - 3), display: top ? null : "none" });
  write(node.label, scene.labels[page]);
  set(node.rank, { transform: translate([place[0] - cx, place[1] - cy + BASELINE]) });
  write(node.rank, number(scene.ranks[page]));
}

/** @param {Arrow["shaft"]} shaft */
const path = ([start, ...rest]) => `M${pair(start)}C${rest.map(pair).join(" ")}`;
