"""The little web: what it shows is right, and every way to change it works."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import networkx as nx
import numpy as np
import pytest
from bs4 import BeautifulSoup
from mlmath.figures import LittleWeb
from mlmath.figures.little_web_words import page_name
from mlmath.linalg import pagerank
from playwright.sync_api import Browser, Locator, expect

from .live_figure import COPYING, LiveFigure, centre, figures
from .visit import DESKTOP, PHONE

PRECISION = 5.1e-4  # three decimals are shown

Links = tuple[tuple[int, int], ...]
TRIANGLE = ((0, 1), (1, 2), (2, 0))
TWO_PARTS = ((0, 1), (1, 0), (2, 3), (3, 4), (4, 2))
FULL = tuple((i, j) for i in range(8) for j in range(8) if i != j)


class State(NamedTuple):
    """A web, and what is special about it."""

    name: str
    links: Links
    n_pages: int
    damping: float = 0.85
    n_steps: int = 60
    labels: str = "ABCDEFGH"

    def web(self) -> LittleWeb:
        """Return the figure in Python."""
        labels = self.labels[: self.n_pages]
        return LittleWeb(self.links, self.n_pages, self.damping, self.n_steps, labels=labels)


STATES = [
    State("a page with no links", ((0, 1), (1, 2)), 3),
    State("a page nobody links to", ((0, 1), (1, 0), (2, 0)), 3),
    State("a page apart", TRIANGLE, 4),
    State("two separate parts", TWO_PARTS, 5),
    State("two separate parts, links only", TWO_PARTS, 5, damping=1),
    State("no links at all", (), 4),
    State("no links at all, links only", (), 4, damping=1),
    State("a single page", (), 1),
    State("a single page that links to itself", ((0, 0),), 1, damping=1),
    State("only links to themselves", ((0, 0), (1, 1), (2, 2)), 3),
    State("damping 0", TRIANGLE, 3, damping=0),
    State("damping 1, a ring", TRIANGLE, 3, damping=1),
    State("damping 1, a trap", ((0, 1), (1, 2), (2, 1)), 3, damping=1, n_steps=400),
    State("damping 1, round for ever", ((0, 1), (1, 0), (2, 0)), 3, damping=1, n_steps=31),
    State(
        "two rings, of three and of five",
        ((0, 1), (1, 2), (2, 0), (3, 4), (4, 5), (5, 6), (6, 7), (7, 3)),
        8,
        damping=1,
        n_steps=45,
    ),
    State("a trap of one page", ((0, 1), (1, 1), (2, 0)), 3),
    State("everything links to everything", FULL, 8),
    State("all link to one that links nowhere", ((0, 3), (1, 3), (2, 3)), 4, damping=0.5),
    State("at the start", ((0, 1), (0, 2), (1, 2), (2, 0)), 3, n_steps=0),
    State("after one step", ((0, 1), (0, 2), (1, 2), (2, 0)), 3, n_steps=1),
    State("after two steps", ((0, 1), (0, 2), (1, 2), (2, 0)), 3, n_steps=2),
    State("hardly settled", ((0, 1), (0, 2), (1, 2), (2, 0)), 3, n_steps=18),
    State("slow", ((0, 1), (1, 2), (2, 3), (3, 0), (3, 1)), 4, damping=0.99, n_steps=500),
    State("a chain", tuple((i, i + 1) for i in range(7)), 8, damping=0.7),
    State("a star", ((0, 1), (0, 2), (0, 3), (1, 0), (2, 0), (3, 0)), 4, damping=0.123),
    State("named by digits", ((0, 1), (1, 0)), 2, labels="79"),
    State(
        "the book's own", ((0, 1), (0, 2), (1, 3), (2, 0), (2, 1), (2, 3), (3, 2)), 4, 1, 200
    ),
]
"""Webs of every shape, and the ones that PageRank was invented for."""

PLACE = next(iter(figures(LittleWeb.kind)), None)


@pytest.fixture(scope="module")
def opened(browser: Browser, address: str) -> Iterator[LiveFigure]:
    """Open a page with a little web."""
    with browser.new_context(**DESKTOP, permissions=COPYING) as context:
        yield LiveFigure.open(context, address, PLACE)


@pytest.fixture
def figure(opened: LiveFigure) -> LiveFigure:
    """Return the figure as the page shows it first."""
    opened.start_again()
    return opened


def link(web: LittleWeb) -> str:
    """Write a link by hand, as a teacher might."""
    links = ",".join(f"{source}{target}" for source, target in web.links)
    places = ",".join(map(str, np.ravel(web.positions).tolist()))
    return (
        f"#{PLACE.name}?labels={','.join(web.labels)}&positions={places}&links={links}"
        f"&damping={web.damping}&n_steps={web.n_steps}"
    )


def show(figure: LiveFigure, links: Links, n_pages: int, **more: Any) -> None:
    """Show a web by its link."""
    figure.follow(link(LittleWeb(links, n_pages, **more)))


def links(figure: LiveFigure) -> set[str]:
    """Return the links of the web on the page: {"AB", "BC"}."""
    names = figure.handles().evaluate_all("(all) => all.map((page) => page.ariaLabel)")
    found = set()
    for name in names:
        page, targets = re.fullmatch(
            r"Page (\w+), rank [\d.]+, links (?:to )?(.*)", name
        ).groups()
        for target in re.findall(r"\b[A-Z]\b|itself", targets):
            found.add(page + (page if target == "itself" else target))
    return found


def table(html: str) -> list[list[str]]:
    """Return the words of a table."""
    rows = BeautifulSoup(html, "html.parser").select(".mlf-web-table tr")
    return [[cell.get_text() for cell in row.find_all(["td", "th"])] for row in rows]


def exact_ranks(state: State) -> np.ndarray:
    """Return the ranks after the steps, straight from the definition."""
    n = state.n_pages
    S = np.full((n, n), 1 / n)
    for page in range(n):
        targets = [target for source, target in state.links if source == page]
        if targets:
            S[:, page] = 0
            S[targets, page] = 1 / len(targets)
    G = state.damping * S + (1 - state.damping) / n
    return np.linalg.matrix_power(G, state.n_steps) @ np.full(n, 1 / n)


def networkx_ranks(state: State) -> np.ndarray:
    """Return the ranks that NetworkX finds."""
    graph = nx.DiGraph()
    graph.add_nodes_from(range(state.n_pages))
    graph.add_edges_from(state.links)
    ranks = nx.pagerank(graph, alpha=state.damping, tol=1e-12, max_iter=10_000)
    return np.array([ranks[page] for page in range(state.n_pages)])


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.name)
def test_the_readout_says_what_python_computes(figure: LiveFigure, state: State):
    web = state.web()
    figure.follow(link(web))
    assert figure.note() == ""
    said = web.describe()
    assert figure.readout() == dict(said.rows)
    assert figure.sentence() == said.sentence
    live = table(figure.root.inner_html())
    assert live == table(web.controls())
    ranks = web.standing().ranks
    spoken = figure.handles().evaluate_all("(all) => all.map((page) => page.ariaLabel)")
    assert spoken == [page_name(web.labels, web.links, ranks, i) for i in range(state.n_pages)]

    shown = [float(row[-1]) for row in live[1:]]
    assert shown == pytest.approx(exact_ranks(state), abs=PRECISION)
    if web.standing().settled and state.damping < 1:
        assert shown == pytest.approx(networkx_ranks(state), abs=PRECISION)
        found = pagerank(
            np.reshape(state.links, (-1, 2)), damping=state.damping, n_pages=len(shown)
        )
        assert shown == pytest.approx(found.ranks, abs=PRECISION)


def test_the_largest_circle_has_the_largest_rank(figure: LiveFigure):
    show(figure, ((0, 1), (2, 1), (1, 0)), 3, n_steps=50)
    discs = figure.picture.locator(".mlf-web-disc:visible")
    areas = [
        float(radius) ** 2
        for radius in discs.evaluate_all("(all) => all.map((d) => d.r.baseVal.value)")
    ]
    ranks = LittleWeb(((0, 1), (2, 1), (1, 0)), 3, n_steps=50).standing().ranks
    assert np.argsort(areas).tolist() == np.argsort(ranks).tolist()


def knob(figure: LiveFigure) -> Locator:
    """Return the little arrow from which links are drawn."""
    return figure.picture.locator(".mlf-web-page[aria-hidden] .mlf-web-knob")


def page(figure: LiveFigure, name: str) -> Locator:
    """Return a page of the web."""
    return figure.picture.get_by_role("button", name=re.compile(f"^Page {name},"))


def way(start: Locator, end: Locator) -> tuple[float, float]:
    """Return how far it is on the screen from one thing to another."""
    (x, y), (to_x, to_y) = centre(start), centre(end)
    return to_x - x, to_y - y


@pytest.mark.parametrize("by", ["mouse", "finger"])
def test_a_link_is_drawn_from_page_to_page_and_pressed_away(
    by: str, browser: Browser, address: str
):
    device = PHONE if by == "finger" else DESKTOP
    with browser.new_context(**device, permissions=COPYING) as context:
        figure = LiveFigure.open(context, address, PLACE)
        show(figure, ((0, 1),), 3)
        pull = figure.touch if by == "finger" else figure.drag
        press = Locator.tap if by == "finger" else Locator.click
        press(page(figure, "C"))
        figure.settle()
        pull(centre(knob(figure)), way(knob(figure), page(figure, "A")))
        assert links(figure) == {"AB", "CA"}
        # In the middle of the arrow from A to B there is nothing but the arrow.
        (x, y), (dx, dy) = centre(page(figure, "A")), way(page(figure, "A"), page(figure, "B"))
        middle = (x + dx / 2, y + dy / 2)
        (figure.page.touchscreen.tap if by == "finger" else figure.page.mouse.click)(*middle)
        figure.settle()
        press(figure.picture.get_by_role("button", name="Remove the link from A to B"))
        figure.settle()
        assert links(figure) == {"CA"}


def test_letters_link_pages_and_take_links_away(figure: LiveFigure):
    show(figure, ((0, 1),), 3)
    page(figure, "B").focus()
    figure.key("c")
    figure.key("b")
    assert links(figure) == {"AB", "BC", "BB"}
    figure.key("b")
    assert links(figure) == {"AB", "BC"}
    expect(
        figure.root.get_by_role("status").filter(has_text="Page B no longer links to itself.")
    ).to_have_count(1)


def test_enter_leads_to_the_buttons_for_links(figure: LiveFigure):
    show(figure, ((0, 1),), 3)
    page(figure, "C").focus()
    figure.key("Enter")
    group = figure.root.get_by_role("group", name="Page C links to")
    expect(group.get_by_role("button", name="A")).to_be_focused()
    figure.key("Space")
    assert links(figure) == {"AB", "CA"}
    expect(group.get_by_role("button", name="A")).to_have_attribute("aria-pressed", "true")


def test_pages_come_and_go(figure: LiveFigure):
    show(figure, ((0, 1), (1, 2), (2, 0)), 3)
    figure.press("Add page")
    assert figure.handles().count() == 4
    figure.press("Remove page D")
    page(figure, "B").focus()
    figure.key("Delete")
    assert links(figure) == {"CA"}
    expect(page(figure, "C")).to_be_focused()
    figure.press("Add page")
    expect(page(figure, "B")).to_be_visible()


def test_there_are_never_more_pages_than_fit_and_never_none(figure: LiveFigure):
    show(figure, (), 8)
    figure.press("Add page")
    assert figure.handles().count() == 8
    assert "8 pages" in figure.note()
    show(figure, (), 1)
    figure.press("Remove page A")
    assert figure.handles().count() == 1
    assert figure.note()


def test_damping_is_set_by_a_slider_or_typed(figure: LiveFigure):
    show(figure, ((0, 1), (1, 0), (2, 0)), 3, n_steps=50)
    slider = figure.root.get_by_role("slider", name="Damping")
    slider.fill("0.4")
    figure.settle()
    assert "damping=0.4" in figure.link()
    field = figure.root.get_by_role("textbox", name="Damping")
    assert field.input_value() == "0.4"
    field.fill("1.2")
    field.press("Enter")
    assert figure.note()
    field.fill("0.3")
    field.press("Enter")
    figure.settle()
    assert slider.input_value() == "0.3"
    said = LittleWeb(((0, 1), (1, 0), (2, 0)), 3, damping=0.3, n_steps=50).describe()
    assert figure.sentence() == said.sentence


def test_steps_are_counted_and_taken_back(figure: LiveFigure):
    show(figure, TRIANGLE, 4)
    figure.press("Step")
    figure.press("Step")
    assert figure.readout()["Steps"] == "2"
    figure.press("Restart")
    assert figure.readout()["Steps"] == "0"


def test_a_run_goes_on_until_the_ranks_have_settled(figure: LiveFigure):
    show(figure, ((0, 1), (1, 0), (2, 0)), 3, damping=0.1)
    figure.press("Run")
    expect(figure.button("Stop")).to_be_visible()
    expect(figure.root.locator(".mlf-sentence")).to_contain_text("have settled", timeout=10_000)
    expect(figure.button("Run")).to_be_visible()


def test_a_run_can_be_stopped(figure: LiveFigure):
    show(figure, TRIANGLE, 4, damping=1)
    figure.press("Run")
    figure.press("Stop")
    steps = figure.readout()["Steps"]
    figure.press("Step")
    assert int(figure.readout()["Steps"]) == int(steps) + 1


def test_reduced_motion_shows_the_end_at_once(browser: Browser, address: str):
    with browser.new_context(**DESKTOP, reduced_motion="reduce") as context:
        figure = LiveFigure.open(context, address, PLACE)
        show(figure, ((0, 1), (1, 0), (2, 0)), 3, damping=0.85)
        figure.press("Run")
        assert "have settled" in figure.sentence()
        expect(figure.button("Run")).to_be_visible()
