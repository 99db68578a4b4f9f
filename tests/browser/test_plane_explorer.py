"""The plane explorer: what it shows is right, and every way to change it works."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import pytest
from mlmath.figures import PlaneExplorer
from playwright.sync_api import Browser

from .live_figure import COPYING, LiveFigure, centre, figures
from .visit import DESKTOP

PRECISION = 5.1e-4  # three decimals are shown


class State(NamedTuple):
    """A matrix and a vector, and what is special about them."""

    name: str
    matrix: tuple[tuple[float, float], tuple[float, float]]
    x: tuple[float, float] = (1, 0.5)


STATES = [
    State("identity", ((1, 0), (0, 1))),
    State("zero matrix", ((0, 0), (0, 0))),
    State("inversion", ((-1, 0), (0, -1)), (1, 2)),
    State("multiple of the identity", ((2.5, 0), (0, 2.5)), (-1, 2)),
    State("scaling", ((2, 0), (0, 0.5)), (0, 1)),
    State("negative eigenvalues", ((-3, -2), (-1, -4)), (1, 1)),
    State("mirror", ((0, 1), (1, 0)), (1, -1)),
    State("tilted mirror", ((-0.6, 0.8), (0.8, 0.6)), (1, 2)),
    State("projection", ((0.5, 0.5), (0.5, 0.5)), (1, -1)),
    State("one row of zeros", ((0, 0), (3, -2)), (2, 3)),
    State("rank one, large", ((100, 50), (20, 10)), (-1, 2)),
    State("shear, defective", ((1, 1), (0, 1)), (1, 0)),
    State("defective, not triangular", ((3, 1), (-1, 1)), (1, -1)),
    State("nilpotent", ((0, 1), (0, 0)), (0, 1)),
    State("defective, of thirds", ((0.333, 0.25), (0, 0.333)), (1, 0.001)),
    State("quarter turn", ((0, -1), (1, 0))),
    State("turn without a nice angle", ((0.8, -0.6), (0.6, 0.8)), (-2, 0.3)),
    State("spiral outwards", ((1, -2), (3, 1)), (0.5, -0.5)),
    State("spiral inwards, turned over twice", ((-0.5, 0.3), (-0.4, -0.5))),
    State("hardly complex", ((1, 1), (-0.000001, 1)), (1, 0)),
    State("nearly equal eigenvalues", ((1, 1), (0.000001, 1)), (1, 0)),
    State("equal as far as anybody can tell", ((1, 1), (1e-13, 1)), (1, 0)),
    State("equal but for rounding", ((0.3, 0), (0, 0.30000000000000004))),
    State("nearly the identity", ((1.0001, 0), (0, 0.9999)), (1, 1)),
    State("largest entries", ((100, -100), (100, 100)), (100, -100)),
    State("large beside small", ((100, 0.001), (0.001, -100)), (0.001, 100)),
    State("tiny entries", ((0.001, 0), (0, 0.002)), (1, 1)),
    State("determinant half way between two roundings", ((0.25, 0), (0, 0.25)), (1, 0.0625)),
    State("x is zero", ((2, 1), (1, 2)), (0, 0)),
    State("x almost an eigenvector", ((2, 0), (0, 1)), (1, 0.0001)),
    State("x turned by almost half a circle", ((-1, 0.0001), (0, -1)), (1, 1)),
]
"""Every kind of 2×2 matrix, and the borders between the kinds."""

RANDOM = np.random.default_rng(2026).integers(-30, 31, (30, 6)) / 10

PLACE = next(
    (
        place
        for place in figures(PlaneExplorer.kind)
        if len(place.options["move"]) == 2
        and place.options["eigen"]
        and place.options["presets"]
    ),
    None,
)


@pytest.fixture(scope="module")
def opened(browser: Browser, address: str) -> Iterator[LiveFigure]:
    """Open a page with a plane explorer that lets everything be changed."""
    with browser.new_context(**DESKTOP, permissions=COPYING) as context:
        yield LiveFigure.open(context, address, PLACE)


@pytest.fixture
def figure(opened: LiveFigure) -> LiveFigure:
    """Return the figure as the page shows it first."""
    opened.start_again()
    return opened


def link(matrix: object, x: object, eigenlines: bool) -> str:
    """Write a link by hand, as a teacher might."""
    entries = ",".join(map(str, np.ravel(matrix).tolist()))
    vector = ",".join(map(str, np.ravel(x).tolist()))
    return f"#{PLACE.name}?matrix={entries}&x={vector}&eigenlines={int(eigenlines)}"


def numbers(text: str) -> list[float]:
    """Read the numbers of a text."""
    return [float(found) for found in re.findall(r"-?\d+(?:\.\d+)?", text.replace("−", "-"))]


def eigenvalues(text: str) -> list[complex]:
    """Read the row of the eigenvalues: "3 and 1", "2 (twice)", "1 ± 2.5i", "±i"."""
    if "i" not in text.replace("twice", ""):
        found = numbers(text)
        return found * 2 if "twice" in text else found
    mean, _, imaginary = text.partition("±")
    real = numbers(mean)[0] if mean.strip() else 0.0
    beta = (numbers(imaginary) or [1.0])[0]
    return [complex(real, beta), complex(real, -beta)]


def check_against_numpy(readout: dict[str, str], A: np.ndarray, x: np.ndarray) -> None:
    """Compare the numbers of a readout with numpy's."""
    assert numbers(readout["x"]) == pytest.approx(x, abs=PRECISION)
    assert numbers(readout["A x"]) == pytest.approx(A @ x, abs=PRECISION)
    assert numbers(readout["Determinant"])[0] == pytest.approx(np.linalg.det(A), abs=PRECISION)
    assert numbers(readout["Trace"])[0] == pytest.approx(np.trace(A), abs=PRECISION)
    shown = np.sort_complex(eigenvalues(readout["Eigenvalues"]))
    exact = np.sort_complex(np.linalg.eigvals(A).astype(complex))
    # What is nearly double is a square root of a rounding error apart in NumPy.
    close = PRECISION + np.sqrt(np.finfo(float).eps) * np.abs(A).max()
    # Sorting may exchange a pair whose real parts differ by rounding only.
    assert min(np.abs(shown - exact).max(), np.abs(shown - exact[::-1]).max()) < close
    if readout["Eigenlines"] == "every line":
        assert A == pytest.approx(A[0, 0] * np.eye(2), abs=1e-6)
        return
    lines = np.reshape(numbers(readout["Eigenlines"]), (-1, 2))
    assert (len(lines) == 0) == bool(np.iscomplex(shown).any())
    for line in lines:
        image = A @ line
        across = abs(line[0] * image[1] - line[1] * image[0])
        assert across <= 4 * PRECISION * max(np.abs(A).max(), 1e-3)


def check(figure: LiveFigure, matrix: tuple, x: tuple, eigenlines: bool) -> None:
    """Show a state by its link and compare all that is said with Python and with NumPy."""
    figure.follow(link(matrix, x, eigenlines))
    assert figure.note() == ""
    said = PLACE.twin(matrix=matrix, x=x, eigenlines=eigenlines).describe()
    assert figure.readout() == dict(said.rows)
    assert figure.sentence() == said.sentence
    check_against_numpy(figure.readout(), np.array(matrix, float), np.array(x, float))


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.name)
def test_the_readout_says_what_python_computes(figure: LiveFigure, state: State):
    for eigenlines in (False, True):
        check(figure, state.matrix, state.x, eigenlines)


def test_the_readout_says_what_python_computes_in_random_states(figure: LiveFigure):
    for a, b, c, d, x, y in RANDOM.tolist():
        check(figure, ((a, b), (c, d)), (x, y), eigenlines=True)


def test_an_entry_can_be_typed(figure: LiveFigure):
    for j, entry in enumerate(["2", "-1.5", "1/4", "−0,5"]):
        field = figure.root.locator(".mlf-controls input.mlf-number").nth(j)
        field.fill(entry)
        field.press("Enter")
    figure.settle()
    assert figure.link().startswith(f"#{PLACE.name}?matrix=2,-1.5,0.25,-0.5&")


@pytest.mark.parametrize("entry", ["", "two", "1e9", "101", "1//2", "NaN", "1;2"])
def test_what_is_no_number_changes_nothing_and_is_explained(figure: LiveFigure, entry: str):
    before = figure.words()
    field = figure.root.get_by_label("first column, first entry")
    shown = field.input_value()
    field.fill(entry)
    field.press("Enter")
    figure.settle()
    assert figure.words() == before
    assert figure.note()
    assert field.get_attribute("aria-invalid") == "true"
    field.press("Escape")
    assert field.input_value() == shown
    assert field.get_attribute("aria-invalid") is None


def test_arrow_keys_in_a_field_count(figure: LiveFigure):
    field = figure.root.get_by_label("second entry of x")
    value = numbers(field.input_value())[0]
    field.focus()
    figure.key("ArrowUp")
    assert numbers(field.input_value())[0] == pytest.approx(value + 0.1)
    figure.key("Shift+ArrowDown")
    assert numbers(field.input_value())[0] == pytest.approx(value - 0.9)


def test_each_preset_is_the_map_of_its_name(figure: LiveFigure):
    choice = figure.root.get_by_role("combobox")
    for name, matrix in PLACE.options["presets"]:
        choice.select_option(name)
        figure.settle()
        said = PLACE.twin(matrix=matrix).describe()
        assert figure.words() == (dict(said.rows), said.sentence)
    handle = figure.handles().first
    handle.focus()
    figure.key("ArrowRight")
    assert choice.input_value() == "", "a map that was moved is no preset any more"


def test_eigenlines_can_be_shown_and_hidden(figure: LiveFigure):
    figure.follow(link(((2, 0), (0, 0.5)), (1, 1), eigenlines=False))
    line = figure.picture.locator(".mlf-eigenline")
    assert not line.get_attribute("d")
    box = figure.root.get_by_role("checkbox")
    box.check()
    figure.settle()
    assert line.get_attribute("d")
    box.press("Space")
    figure.settle()
    assert not line.get_attribute("d")


def test_x_settles_on_an_eigenline_that_it_is_dragged_near(figure: LiveFigure):
    figure.follow(link(((2, 1), (1, 2)), (2, 1.5), eigenlines=True))
    handle = figure.root.get_by_role("slider", name="vector x")
    unit = figure.picture.bounding_box()["width"] / (2 * PLACE.options["limit"])
    figure.drag(centre(handle), (-0.03 * unit, -0.44 * unit))
    assert "eigenvector with eigenvalue 3" in figure.sentence()


def test_a_handle_says_where_it_is(figure: LiveFigure):
    figure.follow(link(((1, -0.5), (0.25, 2)), (1, -2), eigenlines=False))
    values = {
        handle.get_attribute("aria-label"): handle.get_attribute("aria-valuetext")
        for handle in figure.handles().all()
    }
    assert values == {
        "image of the first basis vector": "(1, 0.25)",
        "image of the second basis vector": "(−0.5, 2)",
        "vector x": "(1, −2)",
    }


def test_hidden_eigenvalues_come_with_the_eigenlines(browser: Browser, address: str):
    place = next(
        (
            p
            for p in figures(PlaneExplorer.kind)
            if p.options["eigen"] and not p.options["reveal"]
        ),
        None,
    )
    assert place, "the book has a figure that lets its reader guess first"
    with browser.new_context(**DESKTOP) as context:
        figure = LiveFigure.open(context, address, place)
        assert figure.readout()["Eigenvalues"] == "hidden"
        figure.root.get_by_role("checkbox").check()
        figure.settle()
        assert figure.words()[0] == dict(place.twin(eigenlines=True).describe().rows)
