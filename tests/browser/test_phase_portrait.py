"""The phase portrait: what it shows is right, and every way to change it works."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from mlmath.figures import PhasePortrait
from mlmath.figures.phase_portrait import PRESETS
from playwright.sync_api import Browser

from .bench import agrees, on_bench, show, vector_moves
from .live_figure import LiveFigure

RANDOM = (np.random.default_rng(8).integers(-15, 16, (14, 6)) / 10).tolist()
SPECIAL = [
    (0, 0, 0, 0, 1, 1),
    (1, 0, 0, 1, 1, 1),
    (-1, 0, 0, -1, 1, 1),
    (100, -100, 100, 100, 100, 100),
    (1, 3, 0, -1, 0.5, 1),
    (0.001, 0, 0, 0.002, 1, 1),
]


@pytest.fixture(scope="module")
def opened(browser: Browser, tmp_path_factory) -> Iterator[LiveFigure]:
    """Show a phase portrait."""
    with on_bench(browser, tmp_path_factory.mktemp("bench"), PhasePortrait()) as figure:
        yield figure


@pytest.fixture
def figure(opened: LiveFigure) -> LiveFigure:
    """Return the figure as the page shows it first."""
    opened.start_again()
    return opened


def test_the_readout_says_what_python_computes(figure: LiveFigure):
    for i, (*entries, x, y) in enumerate([*SPECIAL, *RANDOM]):
        show(figure, matrix=",".join(map(str, entries)), x=f"{x},{y}", steps=2 * i)


def test_the_presets_can_be_chosen(figure: LiveFigure):
    for name, matrix in PRESETS.items():
        figure.root.get_by_role("combobox").select_option(name)
        figure.settle()
        assert figure.state()["matrix"] == [list(row) for row in matrix]
        agrees(figure)


def test_x_is_dragged_and_moved_by_keys(figure: LiveFigure):
    vector_moves(figure)


def test_a_step_is_one_step_until_there_are_enough(figure: LiveFigure):
    figure.press("One step")
    assert figure.state()["steps"] == 13
    agrees(figure)
    show(figure, steps=40)
    figure.press("One step")
    assert figure.state()["steps"] == 40
    assert "40 steps" in figure.note()


def test_a_typed_matrix_is_shown(figure: LiveFigure):
    field = figure.root.get_by_label("second column, first entry")
    field.fill("1/4")
    field.press("Enter")
    figure.settle()
    assert figure.state()["matrix"][0][1] == 0.25
    agrees(figure)
