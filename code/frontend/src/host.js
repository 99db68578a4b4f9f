// A page of the book: wakes each figure when it comes near the screen.

import { wake } from "./figure.js";
import { kinds } from "./figures/kinds.js";

/** @param {HTMLElement} root */
function wakeOne(root) {
  if ("awake" in root.dataset) return;
  try {
    const data = JSON.parse(root.dataset.figure ?? "{}");
    const figure = wake(root, kinds[data.kind], data, {
      links: true,
      changed: () => root.dispatchEvent(new Event("figure-change", { bubbles: true })),
    });
    // A question about the figure reads its state here, and brings back an old answer.
    Object.assign(root, { figure });
    root.dispatchEvent(new Event("figure-awake"));
  } catch (error) {
    reportError(error); // and go on with the other figures
  }
}

const watch = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      watch.unobserve(target);
      wakeOne(/** @type {HTMLElement} */ (target));
    }
  },
  { rootMargin: "300px" },
);

/** The figure that the address names must not wait for the reader to scroll to it. */
function wakeLinked() {
  const [name] = location.hash.slice(1).split("?");
  for (const root of figures) {
    if (encodeURIComponent(root.dataset.name ?? "") === name) wakeOne(root);
  }
}

/** @type {NodeListOf<HTMLElement>} */
const figures = document.querySelectorAll(".mlf[data-figure]");
figures.forEach((root) => watch.observe(root));
wakeLinked();
addEventListener("hashchange", wakeLinked);
