"""The linear system in Python, and its live half: what they accept, say and draw."""

from __future__ import annotations

import random
from xml.etree import ElementTree

import numpy as np
import pytest
import traitlets
from mlmath.figures import LinearSystem
from mlmath.figures.frame import Frame, background
from mlmath.figures.linear_system import PRESETS, equation, solutions, system_scene

SPECIAL = [
    ([[1, 1], [1, 1]], [1, 2]),  # parallel
    ([[1, 2], [2, 4]], [3, 6]),  # one line twice
    ([[0.1, 0.3], [0.2, 0.6]], [0.3, 0.6]),  # one line twice, but for rounding
    ([[1, 2], [-3, -6]], [0, 0]),  # one line twice, through the origin
    ([[0, 0], [1, 2]], [0, 3]),
    ([[1, 2], [0, 0]], [3, 0]),
    ([[0, 0], [1, 2]], [5, 3]),
    ([[1, 2], [0, 0]], [3, -1]),
    ([[0, 0], [0, 0]], [0, 0]),
    ([[0, 0], [0, 0]], [0, 1]),
    ([[0, 0], [0, 0]], [2, 1]),
    ([[1, 0], [0, 1]], [2, -3]),
    ([[1, 0], [1, 0]], [2, -3]),
    ([[0, 1], [0, 1]], [20, 20]),  # outside the picture
    ([[1, 1], [1, 1.001]], [1, 2]),  # meets far outside
    ([[100, -100], [99, 100]], [100, -100]),
    ([[1e-3, 0], [0, 1e-3]], [1e-3, 2e-3]),
    ([[1e-5, 1], [1, 1e5 / 1000]], [1, 1]),
    ([[1, 3], [3, 9.0000001]], [1, 3]),
    ([[1, 1], [1, -1]], [10, 0]),  # meets in a corner
    ([[1, 1], [1, -1]], [5.0, 5.0]),
    ([[1, 1], [1, -1]], [1 / 3, 1 / 7]),
    *[(matrix, b) for matrix, b in PRESETS.values()],
]


def states() -> list[tuple[list, list]]:
    rng = random.Random(4)
    found = list(SPECIAL)
    for scale, places in ((5, 0), (3, 1), (100, 3), (0.2, 2)):
        for _ in range(75):
            a, b, c, d, e, f = (round(rng.uniform(-scale, scale), places) for _ in range(6))
            found.append(([[a, b], [c, d]], [e, f]))
    return found


@pytest.mark.parametrize(
    ("argument", "value", "message"),
    [
        ("matrix", [[1, 2, 3], [4, 5, 6]], r"matrix must be .*\(2, 2\); found shape \(2, 3\)"),
        ("matrix", [[1, np.nan], [0, 1]], "matrix must be finite"),
        ("b", [1, 101], "b must have entries from -100 to 100"),
        ("b", [1, 2, 3], r"b must be .*length 2; found shape \(3,\)"),
        ("presets", {"mine": ([[1, 1]], [1, 2])}, r"presets\['mine'\] must be"),
        ("limit", 0, "limit must be from 1 to 100"),
    ],
)
def test_bad_arguments_are_refused_by_name(argument, value, message):
    with pytest.raises(traitlets.TraitError, match=message):
        LinearSystem(**{argument: value})


def test_the_number_of_solutions_is_that_of_the_ranks():
    for matrix, b in states():
        A, c = np.array(matrix, float), np.array(b, float)
        if 0 < abs(np.linalg.det(A)) < 1e-6:
            continue  # ranks of such are a matter of tolerance
        lines = tuple((*row, right) for row, right in zip(A.tolist(), b, strict=True))
        found = solutions(lines)
        rank = np.linalg.matrix_rank(A)
        wider = np.linalg.matrix_rank(np.column_stack([A, c]))
        assert found.count == (
            "none" if wider > rank else "one" if rank == 2 else "infinitely many"
        )
        if found.point:
            assert np.allclose(found.point, np.linalg.solve(A, c), rtol=1e-6)


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ((1, 1, 0), "x₁ + x₂ = 0"),
        ((-1, -1, -2), "−x₁ − x₂ = −2"),
        ((0, -2.5, 1), "−2.5x₂ = 1"),
        ((0, 0, 0), "0 = 0"),
        ((1 / 3, 0, 1), "0.333x₁ = 1"),
    ],
)
def test_equations_in_words(line, text):
    assert equation(line) == text


@pytest.mark.parametrize(
    ("system", "sentence"),
    [
        (SPECIAL[0], "The lines are parallel and never meet: the system has no solution."),
        (
            SPECIAL[1],
            "Both equations describe one and the same line: each of its points is a solution.",
        ),
        (
            SPECIAL[4],
            (
                "Equation 1 says 0 = 0, which every point satisfies: "
                "the solutions are the points of line 2."
            ),
        ),
        (
            SPECIAL[7],
            "Equation 2 says 0 = −1, which no point satisfies: the system has no solution.",
        ),
        (SPECIAL[8], "Both equations say 0 = 0: every point of the plane is a solution."),
        (
            SPECIAL[14],
            (
                "The lines meet in one point, (−999, 1000): the system has exactly one solution. "
                "It lies outside the picture."
            ),
        ),
    ],
)
def test_the_special_cases_in_words(system, sentence):
    assert LinearSystem(*system).describe().sentence == sentence


def test_the_static_picture_is_sound():
    for matrix, b in SPECIAL:
        ElementTree.fromstring(LinearSystem(matrix, b).svg())
    for shape in ElementTree.fromstring(LinearSystem().svg()):
        assert shape.get("stroke") or shape.get("fill"), "colours without the style sheet"


@pytest.mark.parametrize("options", [{}, {"limit": 2.5}], ids=str)
def test_javascript_says_and_draws_the_same(in_javascript, same_shapes, options):
    some = states()[:: 3 if options else 1]
    figures = [LinearSystem(*system, **options) for system in some]
    living = in_javascript(
        """
        import { linearSystem, linesOf } from "./src/figures/linear_system.js";
        import { systemTitle } from "./src/figures/linear_system_words.js";
        import { background, frame } from "./src/view/frame.js";
        import { systemScene } from "./src/view/system_scene.js";
        const view = (options) => frame([0, 0], options.limit);
        """,
        "{said: linearSystem.describe(...input), title: systemTitle(linesOf(input[0])),"
        " drawn: [...background(view(input[1])),"
        " ...systemScene(linesOf(input[0]), view(input[1]))]}",
        [[figure.state(), figure.options()] for figure in figures],
    )
    for figure, live in zip(figures, living, strict=True):
        said = figure.describe()
        assert [tuple(row) for row in live["said"]["rows"]] == list(said.rows), figure
        assert live["said"]["sentence"] == said.sentence, figure
        assert f'aria-label="{live["title"]}"' in figure.svg()
        frame = Frame((0, 0), figure.limit)
        still = [*background(frame), *system_scene(figure.lines(), frame)]
        assert same_shapes(still, live["drawn"]) == "", figure
