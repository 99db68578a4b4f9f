"""A reader who has forgotten a term sees what it means without leaving the page."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from .accessibility import barriers
from .visit import Mode

PAGE = "chapters/linear-algebra/eigenvectors/pagerank.html"


def a_term(page: Page) -> tuple[Locator, Locator]:
    """Return a link to a term in sight, and its definition."""
    link = page.locator("article a[aria-describedby^=definition-]").first
    link.scroll_into_view_if_needed()
    return link, page.locator(f"[id='{link.get_attribute('aria-describedby')}']")


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_the_mouse_shows_a_definition_and_may_rest_on_it(
    browser: Browser, address: str, colours: str
):
    with Mode("desktop", colours).context(browser) as context:
        page = context.new_page()
        page.goto(f"{address}/{PAGE}")
        link, definition = a_term(page)
        expect(definition).to_be_hidden()
        link.hover()
        expect(definition).to_be_visible()
        assert barriers(page) == []
        definition.hover()
        page.mouse.move(0, 0)
        expect(definition).to_be_hidden()


def test_the_focus_shows_a_definition_and_escape_hides_it(browser: Browser, site):
    with Mode("desktop").context(browser) as context:
        page = context.new_page()
        page.goto(f"{site.as_uri()}/{PAGE}")
        link, definition = a_term(page)
        link.evaluate("(link) => link.focus({ focusVisible: true })")
        expect(definition).to_be_visible()
        page.keyboard.press("Escape")
        expect(definition).to_be_hidden()
        expect(link).to_be_focused()


def test_the_first_tap_shows_a_definition_on_the_screen_and_the_second_follows_the_link(
    browser: Browser, address: str
):
    with Mode("phone").context(browser) as context:
        page = context.new_page()
        page.goto(f"{address}/{PAGE}")
        link, definition = a_term(page)
        link.tap()
        expect(definition).to_be_visible()
        box = definition.bounding_box()
        assert box["x"] >= 0 and box["x"] + box["width"] <= page.viewport_size["width"]
        page.touchscreen.tap(5, 400)
        expect(definition).to_be_hidden()
        link.tap()
        link.tap()
        page.wait_for_url("**/glossary.html#term-*")
