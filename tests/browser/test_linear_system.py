"""The linear system: what it shows is right, and every way to change it works."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from mlmath.figures import LinearSystem
from playwright.sync_api import Browser

from .bench import agrees, on_bench, show
from .live_figure import LiveFigure, centre

SPECIAL = [
    (1, 1, 1, 1, 1, 2),
    (1, 2, 2, 4, 3, 6),
    (0.1, 0.3, 0.2, 0.6, 0.3, 0.6),
    (0, 0, 1, 2, 0, 3),
    (0, 0, 1, 2, 5, 3),
    (1, 2, 0, 0, 3, -1),
    (0, 0, 0, 0, 0, 0),
    (0, 0, 0, 0, 0, 1),
    (1, 0, 0, 1, 2, -3),
    (1, 0, 1, 0, 2, -3),
    (1, 1, 1, 1.001, 1, 2),
    (100, -100, 99, 100, 100, -100),
    (0, 1, 0, 1, 20, 20),
]
RANDOM = (np.random.default_rng(7).integers(-40, 41, (17, 6)) / 10).tolist()


@pytest.fixture(scope="module")
def opened(browser: Browser, tmp_path_factory) -> Iterator[LiveFigure]:
    """Show a linear system."""
    with on_bench(browser, tmp_path_factory.mktemp("bench"), LinearSystem()) as figure:
        yield figure


@pytest.fixture
def figure(opened: LiveFigure) -> LiveFigure:
    """Return the figure as the page shows it first."""
    opened.start_again()
    return opened


def test_the_readout_says_what_python_computes(figure: LiveFigure):
    for *entries, e, f in [*SPECIAL, *RANDOM]:
        show(figure, matrix=",".join(map(str, entries)), b=f"{e},{f}")


def test_a_dragged_point_stays_on_its_line_and_the_line_turns_about_the_other(
    figure: LiveFigure,
):
    first, second = figure.handles().all()[:2]
    resting = centre(second)
    figure.drag(centre(first), (30, 20))
    agrees(figure)
    assert centre(second) == pytest.approx(resting, abs=0.5)
    for handle in (first, second):
        text = handle.get_attribute("aria-valuetext").replace("−", "-").strip("()")
        x, y = map(float, text.split(","))
        a, b = figure.state()["matrix"][0]
        assert a * x + b * y == pytest.approx(figure.state()["b"][0], abs=0.01)


def test_keys_move_every_point_there_and_back(figure: LiveFigure):
    start = figure.state()
    assert figure.handles().count() == 4
    for handle in figure.handles().all():
        handle.focus()
        for there, back in (("ArrowUp", "ArrowDown"), ("Shift+ArrowLeft", "Shift+ArrowRight")):
            figure.key(there)
            assert figure.state() != start
            agrees(figure)
            figure.key(back)
            assert figure.state() == start


def test_an_equation_without_a_line_has_no_handles(figure: LiveFigure):
    show(figure, matrix="0,0,1,2", b="0,3")
    assert figure.handles().count() == 2


def test_a_system_can_be_typed_and_chosen(figure: LiveFigure):
    field = figure.root.get_by_label("second equation, coefficient of x₁")
    field.fill("1/4")
    field.press("Enter")
    figure.settle()
    assert figure.state()["matrix"][1][0] == 0.25
    agrees(figure)
    for name, (matrix, b) in LinearSystem().presets:
        figure.root.get_by_role("combobox").select_option(name)
        figure.settle()
        assert figure.state() == {"matrix": [list(row) for row in matrix], "b": list(b)}
        agrees(figure)
