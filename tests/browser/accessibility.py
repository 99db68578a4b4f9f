"""What axe finds in a page as it now stands.

Its rules are those that it applies by itself: WCAG at levels A and AA, and best practice. A
run by tag would add a rule of level AAA, contrast 7:1, so that one is left out there too.
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
  const { violations } = await axe.run(document, options);
  return violations.flatMap(({ id, impact, nodes }) =>
    nodes.map(({ html, any, all, none }) =>
      `${id} (${impact}): ${html.slice(0, 160)}: ${[...any, ...all, ...none][0]?.message}`));
}"""


def barriers(page: Page, rules: str = "all") -> list[str]:
    """Return what axe objects to, by all of its rules or by those with a tag.

    What is folded away or hidden it does not see.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    return page.evaluate(RUN, rules)
