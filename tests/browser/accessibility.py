"""What axe finds in a page as it now stands.

Its rules are those that it applies by itself: WCAG at levels A and AA, and best practice.

What is drawn of a formula is hidden from screen readers and takes the colour of the text around
it. It is half of a page, so axe meets empty boxes in its place and only that colour is compared.
"""

from __future__ import annotations

from importlib.resources import files

from playwright.sync_api import Page

AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
RUN = """async () => {
  const formulas = [...document.querySelectorAll(".katex-html")].map((box) => {
    const { width, height } = box.getBoundingClientRect();
    return { box, width, height, drawn: [...box.childNodes] };
  });
  for (const { box, width, height } of formulas) {
    box.replaceChildren();
    Object.assign(box.style, { display: "inline-block", width: `${width}px`, height: `${height}px` });
  }
  const { violations } = await axe.run({ resultTypes: ["violations"], preload: false });
  for (const { box, drawn } of formulas) {
    box.removeAttribute("style");
    box.replaceChildren(...drawn);
  }
  return violations.flatMap(({ id, impact, nodes }) =>
    nodes.map(({ html, any, all, none }) =>
      `${id} (${impact}): ${html.slice(0, 160)}: ${[...any, ...all, ...none][0]?.message}`));
}"""
COLOURED_FORMULAS = """() => {
  const colour = (node) => getComputedStyle(node).color;
  const formulas = [...document.querySelectorAll(".katex-html")];
  return formulas.filter((formula) =>
    formula.ariaHidden !== "true" || formula.querySelector("[tabindex], a, button") ||
    [...formula.querySelectorAll("*")].some((node) => colour(node) !== colour(formula.parentElement))
  ).map((formula) => `a formula that axe must see: ${formula.textContent}`);
}"""


def barriers(page: Page) -> list[str]:
    """Return what axe objects to. What is folded away or hidden it does not see."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    return page.evaluate(RUN) + page.evaluate(COLOURED_FORMULAS)
