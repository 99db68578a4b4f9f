"""The composition: what it shows is right, and every way to change it works."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from mlmath.figures import Composition
from mlmath.figures.composition import PRESETS
from playwright.sync_api import Browser

from .bench import agrees, on_bench, show
from .live_figure import LiveFigure, centre

SPECIAL = [
    (0, 0, 0, 0, 0, 0, 0, 0, 1, 1),
    (1, 2, 2, 4, 4, -2, -2, 1, 1, 1),
    (0, 1, 0, 0, 0, 0, 1, 0, 0, 1),
    (1, 1, 0, 1, 1, -3, 0, 1, 0, 0),
    (1, 1, 0, 1, 1, 0, 0, 2, 1, 0),
    (10, -10, 10, 10, -10, 10, 10, 10, 10, -9.5),
]
RANDOM = (np.random.default_rng(9).integers(-30, 31, (15, 10)) / 10).tolist()


@pytest.fixture(scope="module")
def opened(browser: Browser, tmp_path_factory) -> Iterator[LiveFigure]:
    """Show a composition."""
    with on_bench(browser, tmp_path_factory.mktemp("bench"), Composition()) as figure:
        yield figure


@pytest.fixture
def figure(opened: LiveFigure) -> LiveFigure:
    """Return the figure as the page shows it first."""
    opened.start_again()
    return opened


def test_the_readout_says_what_python_computes(figure: LiveFigure):
    for numbers in [*SPECIAL, *RANDOM]:
        first, second, x = (",".join(map(str, part)) for part in np.split(numbers, [4, 8]))
        show(figure, first=first, second=second, x=x)


def test_x_moves_in_both_pictures_at_once(figure: LiveFigure):
    left, right = figure.handles().all()
    for held, other in ((left, right), (right, left)):
        figure.start_again()
        (x, y), (u, v) = centre(held), centre(other)
        figure.drag((x, y), (-30, -25))
        assert centre(held) == pytest.approx((x - 30, y - 25), abs=5)
        moved = centre(held)
        assert centre(other) == pytest.approx((u + moved[0] - x, v + moved[1] - y), abs=0.5)
        agrees(figure)
        held.focus()
        figure.key("ArrowUp")
        assert centre(other)[1] < v + moved[1] - y
        agrees(figure)


def test_both_maps_can_be_chosen_and_typed(figure: LiveFigure):
    for letter, name in (("A", "first"), ("B", "second")):
        for preset, matrix in PRESETS.items():
            figure.root.get_by_label(f"Try for {letter}").select_option(preset)
            figure.settle()
            assert figure.state()[name] == [list(row) for row in matrix]
            agrees(figure)
        field = figure.root.get_by_label(f"{letter}, row 2, column 1")
        field.fill("-3/4")
        field.press("Enter")
        figure.settle()
        assert figure.state()[name][1][0] == -0.75
        assert figure.root.get_by_label(f"Try for {letter}").input_value() == ""
        agrees(figure)
