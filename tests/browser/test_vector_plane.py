"""The vector plane and the two bases: what they show is right, and every way to change them works."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import numpy as np
import pytest
from mlmath.figures import TwoBases, VectorPlane
from playwright.sync_api import Browser

from .live_figure import LiveFigure, centre
from .visit import DESKTOP

SHOWS = ("sum", "angle", "projection", "basis")
SPECIAL = [(0, 0), (2, 1), (-2, -1), (4, 2), (-1, 2), (100, -99.5)]
RANDOM = np.random.default_rng(2026).integers(-40, 41, (16, 6)) / 10
SYMMETRIC = ((2, 1), (1, 2))


@pytest.fixture(scope="module")
def opened(browser: Browser) -> Iterator[dict[str, LiveFigure]]:
    """Open one page with a figure of each sort."""
    figures = [*(VectorPlane(show) for show in SHOWS), TwoBases(SYMMETRIC, eigen=True)]
    with browser.new_context(**DESKTOP) as context:
        yield dict(zip((*SHOWS, "two bases"), LiveFigure.alone(context, *figures), strict=True))


@pytest.fixture
def figures(opened: dict[str, LiveFigure]) -> dict[str, LiveFigure]:
    """Return the figures as the page shows them first."""
    for figure in opened.values():
        figure.start_again()
    return opened


def check(figure: LiveFigure, **state: object) -> None:
    """Show a state and compare all that is said with Python."""
    figure.show(**state)
    said = figure.place.twin(**state).describe()
    assert figure.words() == (dict(said.rows), said.sentence), state


@pytest.mark.parametrize("show", SHOWS)
def test_the_readout_of_vectors_says_what_python_computes(figures, show: str):
    pairs = [
        *itertools.product(SPECIAL[:4], SPECIAL),
        *(((a, b), (c, d)) for a, b, c, d, *_ in RANDOM.tolist()),
    ]
    for (u, v), (*_, a, b) in zip(pairs, itertools.cycle(RANDOM.tolist())):
        extra = {"v": v}
        if show == "sum":
            extra |= {"a": a, "b": b}
        elif show == "basis":
            extra = {"basis": (u, v), "u": (a, b)}
        check(figures[show], **{"u": u, **extra})


def test_the_readout_of_two_bases_says_what_python_computes(figures):
    squares = [(u, v) for u, v in itertools.product(SPECIAL[:4], SPECIAL[1:4])]
    for basis, (a, b, c, d, *x) in zip(squares, RANDOM.tolist(), strict=False):
        check(figures["two bases"], matrix=((a, b), (c, d)), basis=basis, x=x)
        check(figures["two bases"], matrix=basis, basis=((a, b), (c, d)), x=x)


def test_two_kinds_live_on_one_page(figures):
    page = figures["sum"].page
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map(({ id }) => id)")
    assert len(ids) == len(set(ids))
    for figure in figures.values():
        said = figure.place.twin().describe()
        assert figure.words() == (dict(said.rows), said.sentence)


def test_buttons_sliders_and_fields_make_a_combination(figures):
    figure = figures["sum"]
    figure.show(u=[3, 1], v=[1, 2])
    figure.press("u − v")
    assert figure.readout()["u − v"].startswith("(2, −1)")
    figure.root.get_by_role("slider", name="a, the factor of u").press("ArrowRight")
    field = figure.root.get_by_role("textbox", name="b", exact=True)
    field.fill("1/2")
    field.press("Enter")
    figure.settle()
    assert figure.readout()["1.1 u + 0.5 v"].startswith("(3.8, 2.1)")
    figure.press("u + v")
    assert figure.readout()["u + v"].startswith("(4, 3)")


def test_every_handle_follows_the_arrow_keys(figures):
    for figure in figures.values():
        for handle in figure.handles().all():
            figure.start_again()
            x, y = centre(handle)
            handle.press("Shift+ArrowLeft")
            handle.press("ArrowUp")
            figure.settle()
            assert centre(handle)[0] < x and centre(handle)[1] < y


def test_a_dragged_vector_can_become_orthogonal(figures):
    figure = figures["angle"]
    figure.start_again()
    figure.show(u=[2, 1], v=[-1, 2.5])
    unit = figure.picture.bounding_box()["width"] / 10
    figure.drag(centre(figure.root.get_by_role("slider", name="vector v")), (0, 0.52 * unit))
    assert figure.state()["v"] == [-1, 2]
    assert figure.readout()["θ"] == "90° (right)"


def test_projections_can_be_shown_and_hidden(figures):
    figure = figures["basis"]
    figure.show(u=[3, 1], basis=[[1, 0], [1, 1]])
    box = figure.root.get_by_role("checkbox")
    wrong = figure.picture.locator(".mlf-arrow.mlf-projection")
    assert not wrong.is_visible()
    box.check()
    figure.settle()
    assert wrong.is_visible()
    assert figure.picture.locator(".mlf-dotted").get_attribute("d")
    figure.show(basis=[[1, 1], [1, -1]])
    assert not wrong.is_visible(), "in an orthogonal basis the projections are right"


def test_x_moves_in_either_picture(figures):
    figure = figures["two bases"]
    figure.start_again()
    figure.show(x=[2, 1], basis=[[1, 1], [1, -1]])
    inside = figure.root.get_by_role("slider", name="coordinates of x in the basis")
    assert inside.get_attribute("aria-valuetext") == "(1.5, 0.5)"
    inside.press("Shift+ArrowUp")
    figure.settle()
    assert figure.state()["x"] == [3, 0]
    unit = figure.picture.bounding_box()["width"] / 8
    figure.drag(centre(inside), (-0.5 * unit, -0.5 * unit))
    assert figure.readout()["x in the basis"] == "(1, 2)"
    assert figure.state()["x"] == [3, -1]


def test_eigenvectors_can_be_taken_as_the_basis_where_there_are_two(figures):
    figure = figures["two bases"]
    figure.press("Eigenvectors")
    assert figure.readout()["B⁻¹AB"] == "rows (3, 0) and (0, 1)"
    figure.press("Standard basis")
    assert figure.readout()["B⁻¹AB"] == "rows (2, 1) and (1, 2)"
    for matrix, words in {
        ((1, 1), (0, 1)): "one eigenline only",
        ((0, -1), (1, 0)): "no eigenline",
        ((2, 0), (0, 2)): "any basis will do",
    }.items():
        figure.show(matrix=matrix)
        figure.press("Eigenvectors")
        assert words in figure.note()
        assert figure.state()["basis"] == [[1, 0], [0, 1]]


def test_without_a_basis_the_second_picture_is_empty(figures):
    figure = figures["two bases"]
    inside = figure.root.get_by_role("slider", name="coordinates of x in the basis")
    assert inside.is_visible()
    figure.show(basis=[[1, 2], [2, 4]])
    assert figure.readout()["B⁻¹AB"] == "none"
    assert not inside.is_visible()
    assert figure.picture.get_by_text("no basis").is_visible()
