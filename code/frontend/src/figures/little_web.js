// The little web: a few pages, their links, and their ranks after some steps of PageRank.

import { webPicture } from "../display/web_picture.js";
import { webTable, webToggles } from "../display/web_panel.js";
import { write } from "../display/svg.js";
import { webKeys } from "../interaction/web_keys.js";
import { webPointer } from "../interaction/web_pointer.js";
import { webRun } from "../interaction/web_run.js";
import { isAtRest, linkMatrix, MAX_STEPS, ranksAfter, stepsUntilRest } from "../maths/pagerank.js";
import { toPlane } from "../view/web_scene.js";
import * as web from "./little_web_state.js";
import { describeWeb, pageName, topPages } from "./little_web_words.js";

/** @typedef {import("./little_web_state.js").State} State */
/** @typedef {import("../maths/pagerank.js").Link} Link */
/** @typedef {import("../view/web_scene.js").Point} Point */

/** @type {import("../figure.js").Kind<State, {}>} */
export const littleWeb = {
  name: "little-web",
  keys:
    "Arrow keys move the page; with Shift, farther. The letter of a page links to it or takes " +
    "the link away. Enter goes to the links. Delete removes the page.",
  fields: () => web.fields,
  agrees: web.agrees,
  describe: (state) => describeWeb(state, standing(state)),
  build,
};

/** @param {State} state */
const shape = ({ labels, links }) => ({ nPages: labels.length, links });

/** @param {State} state */
const standing = (state) => ranksAfter(shape(state), state.damping, state.n_steps);

/**
 * @param {import("../figure.js").Stage<State, {}>} stage
 * @returns {(state: State) => void}
 */
function build({ root, svg, state, change, say, keysId, calm }) {
  /** @param {string} selector */
  const find = (selector) => /** @type {HTMLElement} */ (root.querySelector(selector));
  svg.setAttribute("aria-label", "Pages and links"); // each page says the rest itself
  const picture = webPicture(svg, keysId);
  const table = webTable(/** @type {HTMLTableElement} */ (find(".mlf-web-table")));
  const toggles = webToggles(find(".mlf-web-targets"));
  const told = document.createElement("p");
  told.className = "mlf-hidden";
  told.setAttribute("role", "status");
  root.append(told);

  // What belongs to the reader's hand and not to the web: no link carries it.
  let selected = 0;
  /** @type {Link | null} */
  let chosen = null;
  /** @type {{at: Point, target: number} | null} */
  let pulled = null;
  /** @type {Element & HTMLOrSVGElement | null} */
  let toFocus = null;
  const refresh = () => change({});

  /** @param {number} page */
  const select = (page) => {
    if (page !== selected) refresh();
    selected = page;
  };
  /** @param {number} page */
  const goTo = (page) => {
    select(page);
    toFocus = picture.page(page);
    refresh();
  };
  /** @param {Link | null} link */
  const choose = (link) => {
    if (link === chosen) return;
    chosen = link;
    toFocus = link && picture.badge;
    refresh();
  };

  /** @param {Link} link */
  const toggle = ([from, to]) => {
    const { labels, links } = state();
    const verb = web.has(links, [from, to]) ? "no longer links" : "now links";
    change(web.toggleLink(state(), [from, to]));
    write(told, `Page ${labels[from]} ${verb} to ${from === to ? "itself" : labels[to]}.`);
  };
  const add = () => {
    if (state().labels.length === web.MAX_PAGES) {
      return say(`${web.MAX_PAGES} pages are the most that fit.`);
    }
    selected = state().labels.length;
    change(web.addPage(state()));
    write(told, `Page ${state().labels[selected]} is new.`);
  };
  const remove = () => {
    const { labels } = state();
    if (labels.length === 1) return say("The last page stays.");
    chosen = null;
    change(web.removePage(state(), selected));
    write(told, `Page ${labels[selected]} is gone.`);
    selected = Math.min(selected, labels.length - 2);
  };

  const isFinished = () => isAtRest(standing(state()), state().n_steps);
  const run = webRun({
    step() {
      if (!isFinished()) change({ n_steps: state().n_steps + 1 });
      return !isFinished();
    },
    changed: () => write(find('[data-action="run"]'), run.isRunning() ? "Stop" : "Run"),
  });

  /** @type {Record<string, (value: number) => void>} */
  const actions = {
    step() {
      run.stop();
      if (state().n_steps < MAX_STEPS) change({ n_steps: state().n_steps + 1 });
      else say(`${MAX_STEPS} steps are the most that this figure takes.`);
    },
    run() {
      if (run.isRunning()) run.stop();
      else if (isFinished()) say("There is nothing more to see: restart, or change the web.");
      else if (calm.matches) change({ n_steps: stepsUntilRest(shape(state()), state().damping) });
      else run.start();
    },
    restart() {
      run.stop();
      change({ n_steps: 0 });
    },
    reset: run.stop,
    add,
    remove,
    toggle: (target) => toggle([selected, target]),
  };
  root.addEventListener("click", ({ target }) => {
    const button = /** @type {Element} */ (target).closest("button[data-action]");
    if (!(button instanceof HTMLButtonElement)) return;
    actions[button.dataset.action ?? ""]?.(Number(button.value));
  });

  /** @type {import("../display/web_picture.js").Laid} */
  let laid;
  webPointer(svg, {
    laid: () => laid,
    selected: () => selected,
    select: goTo,
    move: (page, to) => change(web.movePage(state(), page, toPlane(to))),
    pull(pull) {
      pulled = pull;
      refresh();
    },
    link(from, to) {
      const { labels, links } = state();
      if (!web.has(links, [from, to])) toggle([from, to]);
      else say(`Page ${labels[from]} links to ${labels[to]} already.`);
    },
    choose: (link) => choose(state().links[link] ?? null),
  });

  const unlink = () => {
    if (!chosen) return;
    const link = chosen;
    chosen = null;
    goTo(link[0]);
    toggle(link);
  };
  webKeys(svg, picture.badge, {
    move([dx, dy]) {
      const [x, y] = state().positions[selected];
      change(web.movePage(state(), selected, [x + dx, y + dy]));
    },
    remove() {
      remove();
      if (selected < state().labels.length) toFocus = picture.page(selected);
    },
    enter: () => find(".mlf-web-targets button").focus(),
    letter(key) {
      const target = state().labels.findIndex((label) => label.toLowerCase() === key.toLowerCase());
      if (target >= 0) toggle([selected, target]);
      return target >= 0;
    },
    unlink,
    leave: () => chosen && goTo(chosen[0]),
  });
  picture.badge.addEventListener("click", unlink);
  picture.badge.addEventListener("blur", () => choose(null));
  // Not on the SVG itself: Chromium would make it a stop of the Tab key.
  root.addEventListener("focusin", ({ target }) => {
    const page = state().labels.findIndex((_, page) => picture.page(page) === target);
    if (page >= 0) select(page);
  });

  /** @param {State} now */
  const showPanel = (now) => {
    const { labels, links } = now;
    const { ranks } = standing(now);
    const top = topPages(ranks);
    table(labels, linkMatrix(shape(now)), ranks, top, selected);
    toggles(labels, selected, (page) => web.has(links, [selected, page]));
    write(find(".mlf-web-edited"), `Page ${labels[selected]} links to`);
    write(find('[data-action="remove"]'), `Remove page ${labels[selected]}`);
    return { ranks, top, names: labels.map((_, page) => pageName(now, ranks, page)) };
  };

  /** @type {unknown[]} */
  let shown = [];
  /** @type {ReturnType<typeof showPanel>} */
  let facts;
  return (now) => {
    selected = Math.min(selected, now.labels.length - 1);
    if (now.n_steps === 0 && run.isRunning()) run.stop();
    // All but the places of the pages: while a page is dragged, only the picture changes.
    const wanted = [now.labels, now.links, now.damping, now.n_steps, selected];
    if (wanted.some((part, i) => part !== shown[i])) facts = showPanel(now);
    shown = wanted;
    laid = picture.draw({ ...now, ...facts, selected, chosen, pulled });
    const focused = toFocus;
    toFocus = null;
    focused?.focus({ preventScroll: true });
  };
}
