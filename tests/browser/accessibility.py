"""What axe finds in a page as it now stands.

Its rules are those that it applies by itself: WCAG at levels A and AA, and best practice. A
run by tag would add a rule of level AAA, contrast 7:1, so that one is left out there too.

What is drawn of a formula is hidden from screen readers and takes the colour of the text around
it. It is half of a page, so axe is spared it and only that colour is compared.
"""

from __future__ import annotations

from importlib.resources import files

from playwright.sync_api import Page

AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
RUN = """async (rules) => {
  const options = { resultTypes: ["violations"], preload: false };
  if (rules !== "all") {
    options.runOnly = { type: "tag", values: [rules] };
    options.rules = { "color-contrast-enhanced": { enabled: false } };
  }
  const { violations } = await axe.run({ exclude: [[".katex-html"]] }, options);
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


def barriers(page: Page, rules: str = "all") -> list[str]:
    """Return what axe objects to, by all of its rules or by those with a tag.

    What is folded away or hidden it does not see.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    return page.evaluate(RUN, rules) + page.evaluate(COLOURED_FORMULAS)
