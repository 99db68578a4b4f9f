// A page of the book: wakes each figure of a kind when it comes near the screen.

import { wake } from "./figure.js";

/**
 * Look after the figures of one kind; each kind comes to a page with a script of its own.
 *
 * @param {import("./figure.js").Kind<any, any>} kind
 */
export function host(kind) {
  /** @type {NodeListOf<HTMLElement>} */
  const figures = document.querySelectorAll(`.mlf-${kind.name}[data-figure]`);

  const watch = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        watch.unobserve(target);
        wakeOne(/** @type {HTMLElement} */ (target), kind);
      }
    },
    { rootMargin: "300px" },
  );
  figures.forEach((root) => watch.observe(root));

  /** The figure that the address names must not wait for the reader to scroll to it. */
  function wakeLinked() {
    const [name] = location.hash.slice(1).split("?");
    for (const root of figures) {
      if (encodeURIComponent(root.dataset.name ?? "") === name) wakeOne(root, kind);
    }
  }
  wakeLinked();
  addEventListener("hashchange", wakeLinked);
}

/**
 * @param {HTMLElement} root
 * @param {import("./figure.js").Kind<any, any>} kind
 */
function wakeOne(root, kind) {
  if ("awake" in root.dataset) return;
  try {
    const data = JSON.parse(root.dataset.figure ?? "{}");
    const figure = wake(root, kind, data, {
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
