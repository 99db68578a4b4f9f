// A formula too wide for its box scrolls, and the keyboard must be able to reach it. The theme
// sees to those that are in the page from the start; these come later.

const watch = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    if (target.scrollWidth > target.clientWidth) /** @type {HTMLElement} */ (target).tabIndex = 0;
    else target.removeAttribute("tabindex");
  }
});

/** @param {Element} root */
export function watchBoxes(root) {
  for (const box of root.querySelectorAll(".scroll-box")) watch.observe(box);
}
