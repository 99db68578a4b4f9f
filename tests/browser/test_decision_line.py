"""The decision line: what it shows is right, and every way to change it works."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from mlmath.figures import DecisionLine
from mlmath.figures.decision_line import GATES
from playwright.sync_api import Browser

from .bench import agrees, on_bench, show
from .live_figure import LiveFigure, centre

LINES = [
    (0, 0, 0),
    (0, 0, 1),
    (1, 1, -1),
    (1, 1, 40),
    (-100, 100, 100),
    (0.001, 0.002, 0.001),
]
RANDOM = (np.random.default_rng(12).integers(-30, 31, (16, 3)) / 10).tolist()


@pytest.fixture(scope="module")
def opened(browser: Browser, tmp_path_factory) -> Iterator[LiveFigure]:
    """Show a decision line."""
    with on_bench(browser, tmp_path_factory.mktemp("bench"), DecisionLine()) as figure:
        yield figure


@pytest.fixture
def figure(opened: LiveFigure) -> LiveFigure:
    """Return the figure as the page shows it first."""
    opened.start_again()
    return opened


def test_the_readout_says_what_python_computes(figure: LiveFigure):
    gates = list(GATES.values())
    for i, (a, b, bias) in enumerate([*LINES, *RANDOM]):
        show(figure, targets=",".join(map(str, gates[i % 4])), weights=f"{a},{b}", bias=bias)


def test_the_line_is_shifted_by_its_point_and_turned_by_its_weights(figure: LiveFigure):
    point, weights = figure.handles().all()
    figure.drag(centre(point), (40, 30))
    agrees(figure)
    assert figure.state()["weights"] == [1, 1]
    assert figure.state()["bias"] < -0.5
    resting = centre(point)
    figure.drag(centre(weights), (-50, 30))
    agrees(figure)
    assert centre(point) == pytest.approx(resting, abs=0.5)
    assert figure.state()["weights"] != [1, 1]


def test_weights_of_zero_are_no_trap(figure: LiveFigure):
    show(figure, weights="0,0", bias=0)
    assert "no line" in figure.sentence()
    figure.handles().last.focus()
    figure.key("ArrowRight")
    assert figure.state()["weights"] == [0.1, 0]
    agrees(figure)
    figure.key("ArrowLeft")
    assert figure.state()["weights"] == [0, 0]
    figure.drag(centre(figure.handles().last), (40, 30))
    assert figure.state()["weights"] != [0, 0]
    agrees(figure)


def test_a_line_out_of_sight_has_no_handles(figure: LiveFigure):
    show(figure, weights="1,1", bias=40)
    assert figure.handles().count() == 0


def test_the_perceptron_rule_finds_every_gate_but_xor(figure: LiveFigure):
    for gate in GATES:
        figure.root.get_by_role("combobox").select_option(gate)
        for _ in range(30):
            figure.press("Perceptron step")
            agrees(figure)
            if "No mistakes" in figure.note():
                break
        assert ("No mistakes" in figure.note()) == (gate != "XOR")
        assert figure.root.get_by_role("combobox").input_value() == gate


def test_numbers_can_be_typed(figure: LiveFigure):
    for label, text in (("w₁", "-1/2"), ("w₂", "0,25"), ("b", "−1.5")):
        field = figure.root.get_by_label(label, exact=True)
        field.fill(text)
        field.press("Enter")
    figure.settle()
    assert figure.state()["weights"] == [-0.5, 0.25]
    assert figure.state()["bias"] == -1.5
    agrees(figure)


@pytest.mark.parametrize("link", ["targets=0,0,0.5,1", "targets=0,1", "bias=101", "weights=1"])
def test_a_link_that_makes_no_sense_is_refused(figure: LiveFigure, link: str):
    figure.follow(f"#bench?{link}")
    assert "damaged" in figure.note()
