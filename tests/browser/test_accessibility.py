"""The look for barriers finds them, those around a formula too."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from .accessibility import barriers

FORMULA = '<span class="katex-html" aria-hidden="true"><b>x</b></span>'
FAULTS = {
    "color-contrast": '<p style="color: #aaa">Too faint to read.</p>',
    "button-name": "<button></button>",
    "image-alt": '<img src="data:,">',
    "scrollable-region-focusable": '<p class="wide">'
    + FORMULA.replace("x", 200 * "x")
    + "</p>",
    "a formula that axe must see": FORMULA.replace("<b>", '<b style="color: red">'),
}


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    with browser.new_context() as context:
        yield context.new_page()


def show(page: Page, body: str) -> None:
    page.set_content(
        '<!DOCTYPE html><html lang="en"><title>Page</title><style>.wide { width: 9em; overflow: '
        f"auto }}</style><main><h1>Page</h1><p>A formula: {FORMULA}</p>{body}</main></html>"
    )


def test_a_sound_page_has_none_and_keeps_its_formulas(page: Page):
    show(page, "<p>All is well.</p>")
    before = page.content()
    assert barriers(page) == []
    assert page.content() == before


@pytest.mark.parametrize("rule", FAULTS)
def test_each_is_named(page: Page, rule: str):
    show(page, FAULTS[rule])
    found = barriers(page)
    assert len(found) == 1, found
    assert found[0].startswith(rule)
