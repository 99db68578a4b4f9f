"""The figures of space: what they show is right, they turn, and what can be moved moves."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from mlmath.figures import GramSchmidtSteps, MirrorPlane, Shadow, ThreePlanes, ThreeVectors
from playwright.sync_api import Browser

from .bench import agrees, on_bench, show
from .live_figure import LiveFigure, centre

RANDOM = np.random.default_rng(12)


def some(count: int, *shape: int) -> list[list]:
    """Return arrays of numbers with one decimal that a figure of space accepts."""
    return (RANDOM.integers(-30, 31, (count, *shape)) / 10).tolist()


VECTORS = [
    [[0, 0, 0]] * 3,
    [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
    [[1, 0, 1], [0, 2, 1], [1, 2, 2]],
    [[1, 2, 3], [-1, -2, -3], [2, 0, 0]],
    [[1, 2, 3], [2, 2, 3], [0, 0, 0]],
    [[0, 0, 0], [1, 1, 0], [0, 1, 1]],
    [[1, 1, 0], [2, 2, 0], [-3, -3, 0]],
    *some(15, 3, 3),
]
MATRICES = [
    [[0, 0, 0], [0, 0, 0]],
    [[1, 2, 3], [2, 3, 3]],
    [[1, 2, -3], [0.5, 1, -1.5]],
    [[0, 0, 0], [1, -2, 3]],
    [[0, 1, 0], [0, 0, 1]],
    *some(15, 2, 3),
]
SYSTEMS = [
    ([[0, 0, 0]] * 3, [0, 0, 0]),
    ([[0, 0, 0]] * 3, [0, 1, 0]),
    ([[1, 0, 1], [0, 1, 1], [1, 1, 2]], [0, 0, 1]),
    ([[1, 0, 1], [0, 1, 1], [1, 1, 2]], [1, 1, 2]),
    ([[1, 1, 1], [1, 1, 1], [1, -1, 0]], [0, 1, 0]),
    ([[1, 1, 1], [2, 2, 2], [-1, -1, -1]], [1, 2, -1]),
    ([[1, 2, 3], [4, 5, 6], [7, 8, 9]], [1, 2, 4]),
    ([[1, 0, 0], [0, 1, 0], [0, 0, 1]], [50, 2, 1]),
    *([rows[:3], rows[3]] for rows in some(13, 4, 3)),
]
MIRRORS = [
    ([0, 0, 0], [1, 2, 3]),
    ([1, 1, 1], [0, 0, 0]),
    ([0, 0, 1], [1, 2, 0]),
    ([1, 1, 1], [-2, -2, -2]),
    ([1, -1, 0], [1, 2, 3]),
    *some(15, 2, 3),
]
STATES = {
    "three-vectors": [{"vectors": vectors} for vectors in VECTORS],
    "gram-schmidt-steps": [
        {"vectors": vectors, "step": step}
        for i, vectors in enumerate(VECTORS)
        for step in (range(1, 7) if i in (2, 5) else [6 - i % 3])
    ],
    "three-planes": [{"matrix": matrix, "b": b} for matrix, b in SYSTEMS],
    "mirror-plane": [{"normal": n, "x": x} for n, x in MIRRORS],
    "shadow": [{"matrix": matrix} for matrix in MATRICES],
}
FIGURES = [
    ThreeVectors(limit=3),
    GramSchmidtSteps(limit=3),
    Shadow([[1, -0.5, 0.5], [0.2, 1, -1]], solid="house", limit=3),
    ThreePlanes(),
    MirrorPlane(limit=3),
]


@pytest.fixture(scope="module", params=FIGURES, ids=lambda figure: figure.kind)
def opened(request, browser: Browser, tmp_path_factory) -> Iterator[LiveFigure]:
    """Show a figure of space."""
    with on_bench(browser, tmp_path_factory.mktemp("bench"), request.param) as figure:
        yield figure


@pytest.fixture
def figure(opened: LiveFigure) -> LiveFigure:
    """Return the figure as the page shows it first."""
    opened.start_again()
    return opened


def written(value: object) -> str:
    """Write a part of a state as a link has it."""
    return ",".join(map(str, np.ravel(np.array(value, dtype=object)).tolist()))


def test_the_readout_says_what_python_computes(figure: LiveFigure):
    states = STATES[figure.place.kind]
    assert len(states) >= 20
    for state in states:
        show(figure, **{name: written(value) for name, value in state.items()})


def test_the_mouse_turns_the_scene_and_moves_nothing(figure: LiveFigure):
    box = figure.picture.bounding_box()
    start = figure.state()
    figure.drag((box["x"] + 20, box["y"] + 20), (60, 20))
    turned = figure.state()
    assert turned["view"] == [start["view"][0] - 30, start["view"][1] + 10]
    assert {**turned, "view": start["view"]} == start
    agrees(figure)


def test_keys_turn_the_scene(figure: LiveFigure):
    azimuth, elevation = figure.state()["view"]
    for name, key in (("Turn", "ArrowLeft"), ("Tilt", "ArrowRight")):
        figure.root.get_by_label(name).focus()
        figure.key(key)
    assert figure.state()["view"] == [azimuth - 1, elevation + 1]
    figure.root.get_by_label("Tilt").focus()
    figure.key("End")
    assert figure.state()["view"][1] == 90


def test_keys_move_every_point_in_three_directions_and_back(figure: LiveFigure):
    start = figure.state()
    pairs = [("ArrowUp", "ArrowDown"), ("ArrowLeft", "ArrowRight"), ("PageUp", "PageDown")]
    for handle in figure.handles().all():
        handle.focus()
        for there, back in pairs:
            place = centre(handle)
            figure.key(there)
            assert centre(handle) != pytest.approx(place, abs=0.01), there
            agrees(figure)
            figure.key(back)
            assert figure.state() == start


def test_the_mouse_moves_what_it_holds(figure: LiveFigure):
    for handle in figure.handles().all():
        figure.start_again()
        x, y = centre(handle)
        dx, dy = figure.inwards(handle)
        figure.drag((x, y), (dx, dy))
        assert centre(handle) == pytest.approx((x + dx, y + dy), abs=8)
        agrees(figure)


def test_a_link_from_below_the_floor_is_damaged(figure: LiveFigure):
    start = figure.words()
    figure.follow("#bench?view=20,-100")
    assert "damaged" in figure.note()
    assert figure.words() == start


def test_the_steps_go_to_the_end_and_back(browser: Browser, tmp_path):
    with on_bench(browser, tmp_path, GramSchmidtSteps()) as figure:
        for step in (1, 2, 3, 4, 5, 6, 6):
            figure.press("Next step")
            assert figure.state()["step"] == step
            agrees(figure)
        assert figure.note() == "This was the last step."
        for step in (5, 4, 3, 2, 1, 0, 0):
            figure.press("Back")
            assert figure.state()["step"] == step
        assert figure.note() == "No step has been taken yet."


@pytest.mark.parametrize("axis", range(3))
def test_a_plane_across_an_axis_follows_its_point(browser: Browser, tmp_path, axis: int):
    matrix = np.roll(np.eye(3), axis, axis=1).astype(int).tolist()
    with on_bench(browser, tmp_path, ThreePlanes(matrix, [1, 1, 1])) as figure:
        for i, handle in enumerate(figure.handles().all()):
            figure.start_again()
            figure.drag(centre(handle), figure.inwards(handle))
            assert figure.state()["b"][i] != 1
            handle.focus()
            before = figure.state()["b"][i]
            figure.key("ArrowUp")
            figure.key("ArrowRight")
            assert figure.state()["b"][i] != before
            agrees(figure)
            figure.key("ArrowLeft")
            figure.key("ArrowDown")
            assert figure.state()["b"][i] == before
