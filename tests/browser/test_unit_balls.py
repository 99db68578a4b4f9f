"""The unit balls: what they show is right, and every way to change them works."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from mlmath.figures import UnitBalls
from playwright.sync_api import Browser

from .bench import agrees, on_bench, show, vector_moves
from .live_figure import LiveFigure

POINTS = [
    *[(0, 0), (1, 0), (0, -2), (1, 1), (0.5, -0.5), (0.6, 0.8), (0.7, -0.7), (1, 0.2)],
    *[(100, -100), (0.3, 0.7), (0.001, 0.002)],
    *(np.random.default_rng(4).integers(-150, 151, (14, 2)) / 100).tolist(),
]


@pytest.fixture(scope="module")
def opened(browser: Browser, tmp_path_factory) -> Iterator[LiveFigure]:
    """Show the unit balls."""
    with on_bench(browser, tmp_path_factory.mktemp("bench"), UnitBalls()) as figure:
        yield figure


@pytest.fixture
def figure(opened: LiveFigure) -> LiveFigure:
    """Return the figure as the page shows it first."""
    opened.start_again()
    return opened


def test_the_readout_says_what_python_computes(figure: LiveFigure):
    for i, (x, y) in enumerate(POINTS):
        show(figure, x=f"{x},{y}", through=i % 2)


def test_x_is_dragged_and_moved_by_keys(figure: LiveFigure):
    vector_moves(figure)


def test_x_is_typed_and_the_balls_through_it_are_shown(figure: LiveFigure):
    shapes = figure.picture.locator("path").count()
    figure.root.get_by_label("Show the balls through x").check()
    field = figure.root.get_by_label("first entry of x")
    field.fill("−3/4")
    field.press("Enter")
    figure.settle()
    assert figure.state() == {"x": [-0.75, 0.5], "through": True}
    assert figure.picture.locator("path").count() == shapes + 3
    agrees(figure)
