"""Parameter space: what it shows is right, and every way to change it works."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from mlmath.figures import ParameterSpace
from playwright.sync_api import Browser

from .bench import agrees, on_bench, show
from .live_figure import LiveFigure, centre

RNG = np.random.default_rng(12)
POINTS = [
    *[(60.7, 0.3), (74.7, 6), (60.7, 6), (74.7, 0.3), (68.1796, 2.5414), (68.2, 2.5)],
    *zip(RNG.uniform(61, 74, 18).round(2), RNG.uniform(0.3, 6, 18).round(2), strict=True),
]


@pytest.fixture(scope="module")
def opened(browser: Browser, tmp_path_factory) -> Iterator[LiveFigure]:
    """Show Galton's heights."""
    with on_bench(browser, tmp_path_factory.mktemp("bench"), ParameterSpace()) as figure:
        yield figure


@pytest.fixture
def figure(opened: LiveFigure) -> LiveFigure:
    """Return the figure as the page shows it first."""
    opened.start_again()
    return opened


def test_the_readout_says_what_python_computes(figure: LiveFigure):
    for i, (mu, sigma) in enumerate(POINTS):
        show(figure, mu=mu, sigma=sigma, best=i % 2)


@pytest.mark.parametrize(("which", "up"), [(0, -0.1), (1, 0.1)], ids=["peak", "point"])
def test_the_peak_and_the_point_are_one_thing(figure: LiveFigure, which: int, up: float):
    handle, start = figure.handles().nth(which), figure.state()
    figure.drag(centre(handle), (-30, 15))
    now = figure.state()
    assert now["mu"] < start["mu"] and (now["sigma"] - start["sigma"]) * up < 0
    agrees(figure)
    handle.focus()
    for key, mu, sigma in (("ArrowRight", 0.1, 0), ("ArrowUp", 0.1, up), ("ArrowDown", 0.1, 0)):
        figure.key(key)
        moved = {"mu": now["mu"] + mu, "sigma": now["sigma"] + sigma, "best": False}
        assert figure.state() == pytest.approx(moved)
        agrees(figure)


def test_walking_downhill_ends_at_the_best_fit(figure: LiveFigure):
    for _ in range(60):
        figure.press("Step downhill")
        if figure.note():
            break
        agrees(figure)
    assert figure.note() == "No step of 0.1 lowers the misfit."
    assert figure.state() == pytest.approx({"mu": 68.2, "sigma": 2.5, "best": False})


def test_the_best_fit_is_hidden_until_it_is_asked_for(figure: LiveFigure):
    cross = figure.picture.locator("path.mlf-eigen")
    assert figure.readout()["Least misfit"] == "hidden" and not cross.get_attribute("d")
    figure.root.get_by_label("Show the best fit").check()
    figure.settle()
    assert figure.readout()["Least misfit"] == "0.00345 at (68.18, 2.541)"
    assert cross.get_attribute("d")
    agrees(figure)


def test_a_peak_above_the_panel_keeps_its_width_while_it_is_moved_along_the_edge(
    figure: LiveFigure,
):
    show(figure, mu=66, sigma=0.5)
    figure.drag(centre(figure.handles().first), (40, 0))
    assert figure.state()["sigma"] == 0.5 and figure.state()["mu"] > 66


def test_numbers_can_be_typed_and_those_outside_are_refused(figure: LiveFigure):
    field = figure.root.get_by_label("sigma", exact=True)
    for text, value in (("2.5", 2.5), ("7", 2.5)):
        field.fill(text)
        field.press("Enter")
        figure.settle()
        assert figure.state()["sigma"] == value
    assert "0.3 to 6" in figure.note()
