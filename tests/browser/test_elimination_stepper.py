"""The elimination stepper: what it shows is right, and every way to change it works."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from mlmath.figures import EliminationStepper
from playwright.sync_api import Browser

from .bench import agrees, on_bench, show
from .live_figure import LiveFigure

START = [[0, 2, 1, 7], ["1/2", 1, "-0.5", 1], [3, -1, 2, 7]]

STATES = [
    ("0,0,0,0_0,0,0,0_0,0,0,0", "", 0),
    ("0,0,0,1_0,0,0,0_0,0,0,0", "", 0),
    ("1,2,3,1_4,5,6,2_7,8,9,3", "add.2.1.-4_add.3.1.-7_add.3.2.-2", 0),
    ("1,2,3,1_4,5,6,2_7,8,9,4", "add.2.1.-4_add.3.1.-7_add.3.2.-2", 1),
    ("1,1,1,6_2,2,-1,3_3,-1,2,7", "swap.1.3_scale.1.1/3", 1),
    ("1,1,1,6_2,2,-1,3_3,-1,2,7", "add.1.2.5_add.1.2.-5", 0),
    ("999999/999998,1/999999,3,1_1/999997,2,2,2_1,1,1,1", "add.3.2.-1", 0),
    ("0.5,1,0,1_-1.25,4,4,4_1/3,2/6,3/9,1", "scale.2.-4/5", 0),
]


@pytest.fixture(scope="module")
def opened(browser: Browser, tmp_path_factory) -> Iterator[LiveFigure]:
    """Show an elimination."""
    with on_bench(
        browser, tmp_path_factory.mktemp("bench"), EliminationStepper(START)
    ) as figure:
        yield figure


@pytest.fixture
def figure(opened: LiveFigure) -> LiveFigure:
    """Return the figure as the page shows it first."""
    opened.start_again()
    return opened


def test_every_step_there_and_back_is_what_python_computes(figure: LiveFigure):
    for pivoting in (False, True):
        figure.start_again()
        figure.root.get_by_role("checkbox").set_checked(pivoting)
        twin = EliminationStepper(START, pivoting=pivoting)
        seen = []
        while twin.next_operation:
            seen.append(figure.words())
            twin.operations = [*twin.operations, twin.next_operation]
            figure.press("Next step")
            agrees(figure)
            assert figure.state()["operations"] == [list(one) for one in twin.operations]
        assert len(seen) > 5
        figure.press("Next step")
        assert "nothing is left to do" in figure.note()
        for words in reversed(seen):
            figure.press("Back")
            assert figure.words() == words
        figure.press("Back")
        assert figure.note() == "This is the start."


def test_the_readout_says_what_python_computes(figure: LiveFigure):
    for matrix, operations, pivoting in STATES:
        show(figure, matrix=matrix, operations=operations, pivoting=pivoting)


@pytest.mark.parametrize(
    "link",
    [
        "matrix=1,2",
        "matrix=1,2,3,4_1,2,3,4_1,2,3,1234567",
        "operations=swap.1.1",
        "operations=swap.1.4",
        "operations=scale.1.0",
        "operations=scale.1.999999_scale.1.999999_scale.1.999999",
        "operations=" + "_".join(["scale.1.-1"] * 61),
    ],
)
def test_a_link_that_makes_no_sense_is_refused(figure: LiveFigure, link: str):
    figure.follow(f"#bench?{link}")
    assert "damaged" in figure.note()
    agrees(figure)


def test_the_reader_chooses_operations(figure: LiveFigure):
    swap = figure.root.locator(".mlf-operation").nth(2)
    swap.get_by_role("combobox").nth(1).select_option("2")
    figure.press("Swap")
    add = figure.root.locator(".mlf-operation").nth(0)
    add.get_by_label("row to change").select_option("3")
    add.get_by_label("factor").fill("−6")
    add.get_by_label("row to add").select_option("1")
    figure.press("Add")
    assert figure.sentence() == "Row 3 − 6 × row 1: the entry below the pivot becomes 0."
    factor = figure.root.locator(".mlf-operation").nth(1).get_by_label("factor")
    factor.fill("0,5")
    factor.press("Enter")
    figure.settle()
    assert figure.state()["operations"] == [
        ["swap", 1, 2],
        ["add", 3, 1, "-6"],
        ["scale", 1, "1/2"],
    ]
    agrees(figure)


def test_operations_that_make_no_sense_are_explained(figure: LiveFigure):
    start = figure.state()
    scale = figure.root.locator(".mlf-operation").nth(1).get_by_label("factor")
    for text, note in (("0", "must not"), ("two", "not a number"), ("", "missing")):
        scale.fill(text)
        figure.press("Scale")
        assert note in figure.note()
    figure.root.get_by_label("other row").select_option("1")
    figure.press("Swap")
    assert "different rows" in figure.note()
    assert figure.state() == start


def test_numbers_that_grow_too_long_stop_kindly(figure: LiveFigure):
    scale = figure.root.locator(".mlf-operation").nth(1).get_by_label("factor")
    scale.fill("999983/999979")
    for _ in range(3):
        figure.press("Scale")
    assert "too long to read" in figure.note()
    assert len(figure.state()["operations"]) == 1
    agrees(figure)


def test_own_numbers_start_anew(figure: LiveFigure):
    figure.press("Next step")
    field = figure.root.get_by_label("start, row 2, column 1")
    field.fill(" 7 / −14")
    field.press("Enter")
    assert "not a number" in figure.note()
    field.fill("−7/14")
    field.press("Enter")
    figure.settle()
    assert figure.state()["matrix"][1][0] == "-1/2"
    assert figure.state()["operations"] == []
    assert field.input_value() == "−1/2"
    agrees(figure)
    field.fill("1234567")
    field.press("Enter")
    assert "at most 6 digits" in figure.note()
    field.press("Escape")
    assert field.input_value() == "−1/2"
