"""What axe finds, all of its rules included, in a page as it now stands."""

from __future__ import annotations

from importlib.resources import files

from playwright.sync_api import Page

AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
RUN = """async (rules) => {
  const options = { resultTypes: ["violations"], preload: false };
  if (rules !== "all") options.runOnly = { type: "tag", values: [rules] };
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
