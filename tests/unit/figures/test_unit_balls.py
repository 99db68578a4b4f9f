"""The unit balls in Python, and their live half: what they accept, say and draw."""

from __future__ import annotations

import random
from xml.etree import ElementTree

import numpy as np
import pytest
import traitlets
from mlmath.figures import UnitBalls
from mlmath.figures.ball_scene import ball_scene, balls_title
from mlmath.figures.frame import Frame, background

SPECIAL = [
    *[(0, 0), (1, 0), (0, -1), (-2, 0), (0, 0.5), (1, 1), (-1, 1), (0.5, 0.5), (-0.5, -0.5)],
    *[(0.6, 0.8), (-0.8, 0.6), (0.7, -0.7), (0.71, 0.71), (1, 0.2), (1.001, 0.2), (0.3, 0.7)],
    *[
        (0.3, 0.70001),
        (2 / 3, 1 / 3),
        (100, -100),
        (100, 1),
        (1e-6, 0),
        (1e-6, 1e-6),
        (1.2, 0.5),
    ],
]


def points() -> list[tuple[float, float]]:
    rng = random.Random(2)
    found = list(SPECIAL)
    for scale, places in ((1, 1), (1.2, 2), (2, 3), (100, 1)):
        for _ in range(70):
            found.append(tuple(round(rng.uniform(-scale, scale), places) for _ in range(2)))
    return found


@pytest.mark.parametrize(
    ("argument", "value", "message"),
    [
        ("x", [1, 101], "x must have entries from -100 to 100"),
        ("x", [1, 2, 3], r"x must be .*length 2; found shape \(3,\)"),
        ("limit", 1, "limit must be from 1.2 to 10; found 1"),
    ],
)
def test_bad_arguments_are_refused_by_name(argument, value, message):
    with pytest.raises(traitlets.TraitError, match=message):
        UnitBalls(**{argument: value})


def test_the_norms_are_those_of_numpy():
    for x in points():
        rows = dict(UnitBalls(x).describe().rows)
        for name, order in (("L1 norm", 1), ("L2 norm", 2), ("Max norm", np.inf)):
            shown = float(rows[name].replace("both: ", "= ").rpartition("= ")[2])
            assert shown == pytest.approx(np.linalg.norm(x, order), abs=5.01e-4), x


def test_it_says_in_which_balls_x_is():
    for x in points():
        inside = [np.linalg.norm(x, order) <= 1 + 1e-9 for order in (1, 2, np.inf)]
        said = UnitBalls(x).describe().sentence
        if not any(x):
            assert "zero vector" in said
        elif not all(x):
            assert ("in all" in said) == all(inside) and ("in no ball" in said) == (
                not any(inside)
            )
        else:
            starts = {
                "x is in the diamond": [True, True, True],
                "x is in the disc": [False, True, True],
                "x is in the square": [False, False, True],
                "x is in none": [False, False, False],
            }
            assert [balls for start, balls in starts.items() if said.startswith(start)] == [
                inside
            ]
        assert ("twice" in said) == (x[0] != 0 and abs(x[0]) == abs(x[1])), x


def test_the_static_picture_is_sound():
    for shape in ElementTree.fromstring(UnitBalls(through=True).svg()):
        assert shape.get("stroke") or shape.get("fill"), "colours without the style sheet"
    assert balls_title() in UnitBalls().svg()


@pytest.mark.parametrize("options", [{}, {"limit": 1.5, "through": True}], ids=str)
def test_javascript_says_and_draws_the_same(in_javascript, same_shapes, options):
    figures = [UnitBalls(x, **options) for x in points()]
    living = in_javascript(
        """
        import { unitBalls } from "./src/figures/unit_balls.js";
        import { ballScene } from "./src/view/ball_scene.js";
        import { background, frame } from "./src/view/frame.js";
        const view = (options) => frame([0, 0], options.limit);
        """,
        "{said: unitBalls.describe(...input), drawn: [...background(view(input[1])),"
        " ...ballScene(input[0], view(input[1]))]}",
        [[figure.state(), figure.options()] for figure in figures],
    )
    for figure, live in zip(figures, living, strict=True):
        said = figure.describe()
        assert [tuple(row) for row in live["said"]["rows"]] == list(said.rows), figure
        assert live["said"]["sentence"] == said.sentence, figure
        frame = Frame((0, 0), figure.limit)
        still = [*background(frame), *ball_scene(figure.x, figure.through, frame)]
        assert same_shapes(still, live["drawn"]) == "", figure
