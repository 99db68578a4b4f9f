"""What must hold on every page: on a desk, on a phone in the dark, and opened from a folder."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

import pytest

from .accessibility import barriers
from .visit import ASLEEP, Visit

LARGEST_SHIFT = 0.02

RAW_TEX = r"""() => {
  const found = [];
  const raw = (text) => /\$[^$]*\$|\\[([]|\\[a-zA-Z]{3,}/.test(text);
  const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (words.nextNode()) {
    const { parentElement: parent, data } = words.currentNode;
    if (!parent.closest("pre, code, script, style, annotation") && raw(data))
      found.push(data.trim());
  }
  for (const node of document.querySelectorAll("[alt], [aria-label], [title], [content]"))
    for (const name of ["alt", "aria-label", "title", "content"])
      if (raw(node.getAttribute(name) ?? "")) found.push(`${name}="${node.getAttribute(name)}"`);
  for (const node of document.querySelectorAll(".katex-error")) found.push(node.outerHTML);
  return found;
}"""

CUT_OFF = """() => {
  const scrolls = (node) => node && node !== document.documentElement
    && (/auto|scroll/.test(getComputedStyle(node).overflowX) || scrolls(node.parentElement));
  return [...document.querySelectorAll("main *:not(svg, svg *)")]
    .filter((node) => node.checkVisibility({ visibilityProperty: true }))
    .filter((node) => node.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
    .filter((node) => !scrolls(node) && !node.closest(".katex-mathml, .mlf-hidden"))
    .map((node) => node.outerHTML.slice(0, 120));
}"""


def none(problems: list[str]) -> None:
    """Fail with the list of the problems if there are any."""
    if problems:
        pytest.fail("\n".join(map(str, problems)))


def test_nothing_jumps_while_a_page_is_read(visit: Visit):
    assert sum(value for value, _ in visit.shifts) <= LARGEST_SHIFT, visit.shifts
    assert abs(visit.grown) <= 1, "the page has changed its height since it arrived"


def test_a_page_fits_its_screen(visit: Visit):
    none(visit.page.evaluate(CUT_OFF))
    width = visit.page.evaluate("document.documentElement.scrollWidth")
    assert width <= visit.page.viewport_size["width"], "the page scrolls sideways"


def test_every_figure_wakes_and_every_picture_arrives(visit: Visit):
    none(visit.page.locator(ASLEEP).evaluate_all("(all) => all.map((one) => one.dataset.name)"))
    broken = "(all) => all.filter((one) => !one.naturalWidth).map((one) => one.currentSrc)"
    none(visit.page.locator("main img").evaluate_all(broken))


def test_no_reader_meets_tex(visit: Visit):
    none(visit.page.evaluate(RAW_TEX))


@pytest.mark.served
def test_a_page_can_be_read_by_everyone(visit: Visit):
    none(barriers(visit.page))


def test_a_page_asks_no_other_host(visit: Visit, site: Path):
    home = urlsplit(visit.page.url)
    inside = site.as_uri() if home.scheme == "file" else f"{home.scheme}://{home.netloc}/"
    none([url for url in visit.requests if not url.startswith((inside, "data:"))])


def test_all_that_a_page_asks_for_is_there(visit: Visit):
    none(visit.failures)


def test_the_console_stays_empty(visit: Visit):
    none(visit.complaints)
