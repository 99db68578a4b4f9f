"""Image components: what they show is right, and every way to change them works."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from mlmath.figures import ImageComponents
from mlmath.figures.image_parts import grey_levels
from playwright.sync_api import Browser

from .bench import agrees, on_bench, show
from .live_figure import LiveFigure

STATES = [(k, rest) for k in (1, 2, 3, 7, 10, 20, 40, 66, 67, 100, 111, 112) for rest in (0, 1)]
PIXELS = """(canvas) => {
    const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    return [...data].filter((_, i) => i % 4 === 0);
}"""


@pytest.fixture(scope="module")
def opened(browser: Browser, tmp_path_factory) -> Iterator[LiveFigure]:
    """Show a photograph."""
    with on_bench(browser, tmp_path_factory.mktemp("bench"), ImageComponents()) as figure:
        yield figure


@pytest.fixture
def figure(opened: LiveFigure) -> LiveFigure:
    """Return the figure as the page shows it first."""
    opened.start_again()
    return opened


def draws_its_state(figure: LiveFigure) -> None:
    """Compare the picture on the canvas with that of Python."""
    twin = figure.place.twin(**figure.state())
    shown = np.array(figure.root.locator("canvas").evaluate(PIXELS))
    wanted = grey_levels(twin.picture, twin.k, twin.rest).ravel()
    assert np.abs(shown - wanted).max() <= 1


def test_the_readout_and_the_picture_are_what_python_computes(figure: LiveFigure):
    for i, (k, rest) in enumerate(STATES):
        show(figure, k=f"{k}/112", rest=rest)
        if i % 5 == 0:
            draws_its_state(figure)


def test_components_come_and_go_one_by_one(figure: LiveFigure):
    for button, k in (("One more", 11), ("One more", 12), ("One less", 11)):
        figure.press(button)
        assert figure.state()["k"] == k
        agrees(figure)
    figure.root.get_by_label("Components k", exact=True).focus()
    for key, k in (("End", 112), ("ArrowRight", 112), ("Home", 1), ("ArrowUp", 2)):
        figure.key(key)
        assert figure.state()["k"] == k
        agrees(figure)
    draws_its_state(figure)
    figure.press("One less")
    figure.press("One less")
    assert figure.state()["k"] == 1


def test_the_controls_change_the_picture(figure: LiveFigure):
    figure.root.get_by_label("Components k", exact=True).fill("30")
    figure.root.get_by_label("Show what is left out").check()
    figure.settle()
    assert figure.state() == {"k": 30, "rest": True}
    agrees(figure)
    draws_its_state(figure)


def test_the_picture_lies_where_the_static_one_lay(figure: LiveFigure):
    canvas = figure.root.locator("canvas").bounding_box()
    svg = figure.picture.bounding_box()
    assert [canvas["x"], canvas["y"], canvas["width"]] == pytest.approx(
        [svg["x"], svg["y"], svg["width"]], abs=0.5
    )
    assert canvas["height"] / canvas["width"] == pytest.approx(112 / 168, abs=0.01)
