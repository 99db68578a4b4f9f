"""What every interactive figure of the book does, whatever its kind."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext

from .live_figure import COPYING, KINDS, LiveFigure, Place, centre, figures
from .visit import DESKTOP, PHONE, wait_until

ALL = figures()
ONE_OF_EACH = list({place.kind: place for place in reversed(ALL)}.values())[::-1]
"""The first figure of each kind, on which everything is tried."""

DAMAGE = {
    "cut short": lambda link: link[: link.index("=") + 2],
    "emptied": lambda link: changed_values(link, ""),
    "no numbers": lambda link: changed_values(link, "NaN,1e999,-,%00"),
    "markup": lambda link: changed_values(link, "<img src=x>"),
    "wrongly encoded": lambda link: changed_values(link, "%E0%A4%A"),
}


def changed_values(link: str, value: str) -> str:
    """Give every part of a link the same value."""
    return "&".join(f"{part.partition('=')[0]}={value}" for part in link.split("&"))


@pytest.fixture(scope="module")
def desk(browser: Browser) -> Iterator[BrowserContext]:
    """Open a window on a desk."""
    with browser.new_context(**DESKTOP, permissions=COPYING) as context:
        yield context


@pytest.fixture(scope="module", params=ONE_OF_EACH, ids=str)
def on_desk(
    request: pytest.FixtureRequest, desk: BrowserContext, address: str
) -> Iterator[LiveFigure]:
    """Open the page of a figure on a desk, once for all tests."""
    figure = LiveFigure.open(desk, address, request.param)
    yield figure
    figure.page.close()


@pytest.fixture(scope="module", params=ONE_OF_EACH, ids=str)
def on_phone(
    request: pytest.FixtureRequest, browser: Browser, address: str
) -> Iterator[LiveFigure]:
    """Open the page of a figure on a phone, once for all tests."""
    with browser.new_context(**PHONE, permissions=COPYING) as context:
        yield LiveFigure.open(context, address, request.param)


@pytest.fixture
def figure(on_desk: LiveFigure) -> LiveFigure:
    """Return a figure as the page shows it first."""
    on_desk.start_again()
    return on_desk


@pytest.fixture
def phone_figure(on_phone: LiveFigure) -> LiveFigure:
    """Return a figure on a phone as the page shows it first."""
    on_phone.start_again()
    return on_phone


def test_the_book_has_a_figure_of_every_kind(site: Path):
    assert {place.kind for place in ALL} == set(KINDS)


@pytest.mark.parametrize("page", sorted({place.page for place in ALL}))
def test_every_figure_says_what_python_says_and_moves_by_key(
    desk: BrowserContext, address: str, page: str
):
    opened = desk.new_page()
    opened.goto(f"{address}/{page}.html")
    for place in (place for place in ALL if place.page == page):
        figure = LiveFigure(opened, place)
        said = place.twin().describe()
        assert figure.words() == (dict(said.rows), said.sentence), place
        for handle in figure.handles().all():
            states = [figure.state()]
            for key in ("ArrowRight", "ArrowUp"):  # a point of a line may move along its line
                handle.press(key)
                states.append(figure.state())
            assert states.count(states[0]) < len(states), handle
    opened.close()


def test_waking_changes_no_word(on_desk: LiveFigure):
    said = on_desk.place.twin().describe()
    assert on_desk.words() == (dict(said.rows), said.sentence)
    assert on_desk.note() == ""
    assert on_desk.spoken() == "", "what is on the page already is not read out by itself"


def test_the_mouse_moves_what_it_holds(figure: LiveFigure):
    start = figure.link()
    for handle in figure.handles().all():
        figure.start_again()
        x, y = centre(handle)
        dx, dy = figure.inwards(handle)
        figure.drag((x, y), (dx, dy))
        assert centre(handle) == pytest.approx((x + dx, y + dy), abs=12)
        assert figure.link() != start
        figure.press("Reset")
        assert figure.link() == start


def test_a_finger_moves_what_it_holds_and_not_the_page(phone_figure: LiveFigure):
    figure = phone_figure
    start = figure.link()
    for handle in figure.handles().all():
        figure.start_again()
        scrolled = figure.page.evaluate("scrollY")
        x, y = centre(handle)
        dx, dy = figure.inwards(handle)
        figure.touch((x, y), (dx, dy))
        assert figure.page.evaluate("scrollY") == scrolled
        assert centre(handle) == pytest.approx((x + dx, y + dy), abs=12)
        assert figure.link() != start


def test_a_finger_beside_the_handles_scrolls_the_page(phone_figure: LiveFigure):
    figure = phone_figure
    start = figure.link()
    figure.start_again()
    scrolled = figure.page.evaluate("scrollY")
    box = figure.picture.bounding_box()
    figure.touch((box["x"] + 8, box["y"] + box["height"] - 8), (0, -120))
    assert figure.page.evaluate("scrollY") > scrolled
    assert figure.link() == start


def test_arrow_keys_move_what_has_the_focus(figure: LiveFigure):
    start = figure.link()
    for handle in figure.handles().all():
        handle.focus()
        x, y = centre(handle)
        figure.key("ArrowRight")
        assert centre(handle)[0] > x
        assert figure.link() != start
        handle.focus()
        figure.key("ArrowUp")
        assert centre(handle)[1] < y
        figure.key("ArrowLeft")
        figure.key("ArrowDown")
        assert figure.link() == start


def test_everything_to_move_or_press_is_reached_by_the_tab_key(figure: LiveFigure):
    wanted = figure.root.locator(":is(input, select, button, svg [tabindex]):visible")
    figure.root.evaluate("(root) => { root.tabIndex = -1; root.focus(); }")
    for element in wanted.all():
        figure.page.keyboard.press("Tab")
        assert element.evaluate("(element) => element === document.activeElement"), element


def test_a_figure_speaks_when_it_has_come_to_rest(figure: LiveFigure):
    figure.move_something()
    wait_until(
        figure.page,
        """(root) => root.querySelector("[aria-live]").textContent
             === root.querySelector(".mlf-sentence").textContent""",
        figure.root.element_handle(),
    )
    assert figure.spoken()


def test_a_copied_link_brings_the_state_back(figure: LiveFigure, address: str):
    figure.move_something()
    link = figure.link()
    elsewhere = LiveFigure.open(figure.page.context, address, figure.place, link)
    assert elsewhere.words() == figure.words()
    assert elsewhere.link() == link
    for other in ALL:
        if other.page == figure.place.page and other.name != figure.place.name:
            said = other.twin().describe()
            beside = LiveFigure(elsewhere.page, other)
            assert beside.words() == (dict(said.rows), said.sentence), "not this figure's link"
    elsewhere.press("Reset")
    said = figure.place.twin().describe()
    assert elsewhere.words() == (dict(said.rows), said.sentence), "Reset is the page's state"
    elsewhere.page.close()


@pytest.mark.parametrize("how", DAMAGE)
def test_a_damaged_link_shows_the_start_and_says_so(figure: LiveFigure, how: str):
    errors = []
    figure.page.on("pageerror", lambda error: errors.append(str(error)))
    start = figure.words()
    figure.move_something()
    figure.follow(DAMAGE[how](figure.link()))
    assert figure.words() == start
    assert "damaged" in figure.note()
    assert errors == []


def test_a_book_in_a_folder_has_links_too(desk: BrowserContext, site: Path):
    place: Place = ALL[0]
    figure = LiveFigure.open(desk, site.as_uri(), place)
    figure.move_something()
    elsewhere = LiveFigure.open(desk, site.as_uri(), place, figure.link())
    assert elsewhere.words() == figure.words()
