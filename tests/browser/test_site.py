"""What the site offers around its pages: search, colours, lists of pages, print."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from .accessibility import barriers
from .visit import Mode, Visit

CHAPTER = "chapters/linear-algebra/eigenvectors/eigenvectors-by-eye"


@pytest.fixture(params=["served", "folder"])
def start(request: pytest.FixtureRequest, site: Path) -> str:
    """Return where the book begins: on a server or in a folder."""
    return request.getfixturevalue("address") if request.param == "served" else site.as_uri()


@pytest.fixture
def page(browser: Browser, start: str) -> Page:
    """Return a chapter, open in the light on a desk."""
    with browser.new_context(color_scheme="light") as context:
        page = context.new_page()
        page.goto(f"{start}/{CHAPTER}.html")
        yield page


@pytest.mark.parametrize("how", ["by key", "by button"])
def test_a_word_finds_the_page_that_explains_it(page: Page, how: str):
    if how == "by key":
        page.keyboard.press("Control+k")
    else:
        page.get_by_role("button", name="Search").click()
    page.keyboard.type("damping")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"search\.html\?q=damping"))
    hit = page.locator("#search-results").get_by_role("link", name=re.compile("PageRank"))
    expect(hit.first).to_be_visible()
    hit.first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("PageRank")


def test_the_search_page_is_sound(browser: Browser, start: str):
    for device, colours in (("desktop", "light"), ("phone", "dark")):
        with Mode(device, colours).context(browser) as context:
            visit = Visit(context.new_page())
            visit.listen()
            visit.page.goto(f"{start}/search.html?q=eigenvalue")
            expect(visit.page.locator("#search-results li").first).to_be_visible()
            assert visit.failures + visit.complaints == []
            assert barriers(visit.page) == []


def test_what_is_not_in_the_book_is_not_found(page: Page, start: str):
    page.goto(f"{start}/search.html?q=xylophone")
    expect(page.locator("#search-results")).to_contain_text("did not match any documents")


def ground(page: Page) -> str:
    return page.evaluate("getComputedStyle(document.body).backgroundColor")


def test_colours_chosen_by_hand_stay(page: Page, start: str):
    button = page.get_by_role("button", name=re.compile("^Colours"))
    light = ground(page)
    button.click()
    expect(button).to_have_accessible_name("Colours: dark")
    dark = ground(page)
    assert dark != light
    page.reload()
    assert ground(page) == dark
    page.goto(f"{start}/index.html")
    assert ground(page) == dark
    expect(button).to_have_accessible_name("Colours: dark")
    button.click()
    expect(button).to_have_accessible_name("Colours: light")
    page.emulate_media(color_scheme="dark")
    assert ground(page) == light
    button.click()
    assert ground(page) == dark, "the system's colours were asked for, and the system is dark"


def test_nothing_runs_that_the_book_did_not_bring(page: Page):
    """A script that got into the text, or one from elsewhere, is refused by the browser."""
    refused = page.evaluate(
        """async () => {
          const refused = [];
          document.addEventListener("securitypolicyviolation",
            (event) => refused.push(event.effectiveDirective));
          const script = document.createElement("script");
          script.textContent = "window.intruder = true";
          const picture = new Image();
          picture.src = "https://elsewhere.invalid/picture.png";
          document.querySelector("main").append(script, picture);
          await new Promise((done) => picture.onerror = done);
          return [...refused, "intruder" in window];
        }"""
    )
    assert refused == ["script-src-elem", "img-src", False]


@pytest.mark.parametrize("button", ["Pages of the book", "On this page", "Search"])
def test_a_sheet_opens_over_a_phone_page_and_closes_again(
    browser: Browser, start: str, button: str
):
    with Mode("phone").context(browser) as context:
        page = context.new_page()
        page.goto(f"{start}/how-to-use-this-book.html")
        page.get_by_role("button", name=button).tap()
        sheet = page.locator(":popover-open")
        expect(sheet).to_be_visible()
        assert barriers(page) == []
        page.keyboard.press("Escape")
        expect(sheet).to_have_count(0)


def test_the_first_key_offers_to_skip_to_the_text(page: Page):
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    expect(skip).to_have_text("Skip to the text")
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


def test_paper_shows_what_is_folded_and_nothing_to_click(page: Page):
    page.emulate_media(media="print")
    hidden = page.locator("main details:not([hidden] *, [hidden]) *").evaluate_all(
        """(all) => all.filter((node) => node.innerText?.trim() && !node.checkVisibility())
          .filter((node) => !node.closest(".katex-mathml, button"))
          .map((node) => node.outerHTML.slice(0, 100))"""
    )
    assert hidden == []
    for button in page.get_by_role("button").all():
        expect(button).not_to_be_visible()
