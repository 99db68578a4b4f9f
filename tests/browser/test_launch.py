"""The menu that runs and mends a page, with all of its entries, as a reader meets it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect
from tiny_book import build_book
from web_server import serve

from .accessibility import barriers
from .visit import Mode

PAGE = "part/page"
FILLER = "\n\n".join(["A paragraph."] * 40)
PAGES = {
    "index.md": "# Mathematics for Machine Learning",
    f"{PAGE}.md": f"# A page\n\n## One\n\n{FILLER}\n\n## Two\n\n{FILLER}\n\n## Three\n\n{FILLER}",
}
ENTRIES = [
    "Binder",
    "Google Colab",
    "This browser",
    "Download the notebook",
    "Edit this page",
    "Report a mistake",
]


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of a small book that is built to be published."""
    folder = tmp_path_factory.mktemp("published")
    notebook = folder / "notebooks" / f"{PAGE}.ipynb"
    notebook.parent.mkdir(parents=True)
    notebook.write_text("{}")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GITHUB_REPOSITORY", "ada/maths-book")
        patch.setenv("BOOK_ADDRESS", "https://ada.github.io/maths-book/")
        book = build_book(folder / "book", PAGES, html_title="Mathematics for Machine Learning")
    assert book.returncode == 0, book.log
    with serve(book.site) as address:
        yield address


@pytest.fixture(params=["phone-light", "phone-dark", "desktop-light"])
def page(request: pytest.FixtureRequest, browser: Browser, published: str) -> Iterator[Page]:
    device, colours = request.param.split("-")
    with Mode(device, colours).context(browser) as context:
        page = context.new_page()
        page.goto(f"{published}/{PAGE}.html")
        yield page


def test_the_keyboard_opens_the_menu_reaches_each_entry_and_closes_it(page: Page):
    button = page.get_by_role("button", name="Run or improve this page")
    button.focus()
    page.keyboard.press("Enter")
    menu = page.locator("#page-menu")
    expect(menu).to_be_visible()
    for name in ENTRIES:
        page.keyboard.press("Tab")
        expect(page.locator(":focus")).to_have_text(re.compile(f"^{name}"))
    page.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    expect(button).to_be_focused()


def test_the_open_menu_fits_and_stands_in_nobodys_way(page: Page):
    page.get_by_role("button", name="Run or improve this page").click()
    expect(page.locator("#page-menu")).to_be_visible()
    assert barriers(page) == []
    box = page.locator("#page-menu").bounding_box()
    width = page.evaluate("innerWidth")
    assert box["x"] >= 0 and box["x"] + box["width"] <= width
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator("#page-menu").evaluate("(menu) => menu.scrollWidth <= menu.clientWidth")


def test_the_bar_has_room_for_the_button_beside_the_title(page: Page):
    bar = page.locator(".top-bar").bounding_box()
    title = page.locator(".book-title").bounding_box()
    assert title["height"] <= bar["height"], "the title runs out of the bar"
    right = 0
    for part in page.locator(".top-bar button:visible, .book-title").all():
        box = part.bounding_box()
        assert box["x"] >= right - 0.5, "parts of the bar overlap"
        right = box["x"] + box["width"]
    assert right <= bar["width"]


def test_a_mistake_is_reported_where_the_reader_is(page: Page):
    page.locator("#two").evaluate("(section) => section.scrollIntoView()")
    expect(page.locator("#page-nav [aria-current]")).to_have_attribute("href", "#two")
    # By the mouse itself: Playwright's own click scrolls the page.
    box = page.get_by_role("button", name="Run or improve this page").bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    link = page.get_by_role("link", name="Report a mistake")
    expect(link).to_have_attribute("href", re.compile("section="))
    asked = parse_qs(urlsplit(link.get_attribute("href")).query)
    assert (asked["page"], asked["section"]) == ([PAGE], ["#two"])


def test_the_menu_needs_no_script(browser: Browser, published: str):
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{published}/{PAGE}.html")
        page.get_by_role("button", name="Run or improve this page").click()
        for name in ENTRIES:
            expect(page.get_by_role("link", name=name)).to_be_visible()
        with page.expect_download() as download:
            page.get_by_role("link", name="Download the notebook").click()
        assert download.value.suggested_filename == "page.ipynb"
