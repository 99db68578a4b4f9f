"""Readers without JavaScript lose the movement and nothing else."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser

from .visit import DESKTOP, PHONE

# Text that is there but cannot be seen. What is only spoken, what only a script can answer and
# the marks that appear beside headings under the mouse do not count.
UNSEEN = """() => {
  const unseen = [];
  for (const fold of document.querySelectorAll("details")) fold.open = true;
  const words = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  while (words.nextNode()) {
    const { parentElement: parent, data } = words.currentNode;
    if (!data.trim() || parent.closest("script, style, .spoken, .mlf-hidden, .katex-mathml, .term-definition")) continue;
    if (parent.closest(".headerlink") || (parent.closest("fieldset") && !parent.closest("table"))) continue;
    const { width, height } = parent.getBoundingClientRect();
    if (!parent.checkVisibility({ opacityProperty: true, visibilityProperty: true }) ||
      !width || !height) unseen.push(data.trim());
  }
  return unseen;
}"""

FIGURES = """() => [...document.querySelectorAll(".mlf[data-figure]")].map((figure) => ({
  name: figure.dataset.name,
  shapes: figure.querySelectorAll("svg *").length,
  width: figure.querySelector("svg").getBoundingClientRect().width,
  label: figure.querySelector("svg").getAttribute("aria-label"),
  readout: figure.querySelector(".mlf-readout").innerText.trim(),
  sentence: figure.querySelector(".mlf-sentence").innerText.trim(),
  usable: figure.querySelectorAll(":is(input, button, select):enabled").length,
}))"""


def test_text_mathematics_and_figures_are_there(name: str, browser: Browser, site: Path):
    with browser.new_context(**PHONE, java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{site.as_uri()}/{name}.html")
        assert page.locator("h1").is_visible()
        assert page.locator(".math:not(:has(.katex-html))").count() == 0
        for device in (PHONE, DESKTOP):
            page.set_viewport_size(device["viewport"])
            assert page.evaluate(UNSEEN) == []
            for figure in page.evaluate(FIGURES):
                check(figure)


def check(figure: dict) -> None:
    """See that a figure shows and says what it can without scripts, and offers no more."""
    assert figure["shapes"] > 5, f"{figure['name']} has no static picture"
    assert figure["width"] > 200, f"{figure['name']} is too small to see"
    assert figure["label"], f"{figure['name']} says nothing to those who cannot see it"
    assert figure["readout"], f"{figure['name']} has no readout"
    assert figure["sentence"], f"{figure['name']} does not say what it shows"
    assert not figure["usable"], f"{figure['name']} offers controls that do nothing"
