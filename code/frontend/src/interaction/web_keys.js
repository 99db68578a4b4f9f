// Keys on a little web: on a page, and on the badge that removes a link.

/** @typedef {import("../view/web_scene.js").Point} Point */

/** @type {Record<string, Point>} */
const ARROWS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };
const STEP = 0.1;
const LONG_STEP = 0.5;

/**
 * @typedef {object} Answers
 * @property {(step: Point) => void} move  the selected page, by this much in the plane
 * @property {() => void} remove  the selected page
 * @property {() => void} enter  go to the links of the selected page
 * @property {(key: string) => boolean} letter  link to the page with this label; is there one?
 * @property {() => void} unlink  remove the chosen link
 * @property {() => void} leave  leave the chosen link as it is
 */

/**
 * @param {SVGSVGElement} svg
 * @param {Element} badge
 * @param {Answers} answers
 */
export function webKeys(svg, badge, { move, remove, enter, letter, unlink, leave }) {
  svg.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const answered = event.target === badge ? onBadge(event.key) : onPage(event);
    if (answered) event.preventDefault();
  });

  /** @param {string} key */
  const onBadge = (key) => {
    if (key === "Escape") leave();
    else if (isRemoval(key) || isPress(key)) unlink();
    else return false;
    return true;
  };
  /** @param {KeyboardEvent} event */
  const onPage = ({ key, shiftKey }) => {
    const arrow = ARROWS[key];
    const by = shiftKey ? LONG_STEP : STEP;
    if (arrow) move([by * arrow[0], by * arrow[1]]);
    else if (isRemoval(key)) remove();
    else if (isPress(key)) enter();
    else return letter(key);
    return true;
  };
}

/** @param {string} key */
const isRemoval = (key) => key === "Delete" || key === "Backspace";

/** @param {string} key */
const isPress = (key) => key === "Enter" || key === " ";
