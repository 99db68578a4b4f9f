"""The composition in Python, and its live half: what they accept, say and draw."""

from __future__ import annotations

import random
from xml.etree import ElementTree

import numpy as np
import pytest
import traitlets
from mlmath.figures import Composition
from mlmath.figures.composition import PRESETS
from mlmath.figures.composition_scene import composition_scene, panels
from mlmath.figures.frame import Frame, background, cut, cut_polygon

ZERO = [[0, 0], [0, 0]]
SPECIAL = [
    (ZERO, ZERO, (1, 1)),
    (ZERO, [[1, 2], [3, 4]], (1, 1)),
    ([[1, 2], [2, 4]], [[4, -2], [-2, 1]], (1, 1)),  # BA = 0 = AB
    ([[0, 1], [0, 0]], [[0, 0], [1, 0]], (0, 1)),
    ([[0.1, 0.3], [0.2, 0.7]], [[0.3, 0.9], [0.6, 2.1]], (3, -2)),  # B = 3 A, rounded
    ([[1, 1], [0, 1]], [[1, -3], [0, 1]], (0, 0)),
    ([[1, 1], [0, 1]], [[1, 0], [0, 2]], (1, 0)),  # the same for this x alone
    ([[10, -10], [10, 10]], [[-10, 10], [10, 10]], (10, -9.5)),
    ([[1e-3, 0], [0, 2e-3]], [[0, 1e-3], [1e-3, 0]], (0.001, 1)),
    ([[1, 0], [0, 1]], [[7, -3], [2, 2.5]], (2.5, -2.5)),
]


def states() -> list[tuple]:
    rng = random.Random(8)
    found = [*SPECIAL, *((a, b, (1, -1)) for a in PRESETS.values() for b in PRESETS.values())]
    for scale, places in ((3, 1), (1, 1), (10, 3), (0.2, 2)):
        for _ in range(50):
            a, b, c, d, e, f, g, h, x, y = (
                round(rng.uniform(-scale, scale), places) for _ in range(10)
            )
            found.append(([[a, b], [c, d]], [[e, f], [g, h]], (x, y)))
    return found


@pytest.mark.parametrize(
    ("argument", "value", "message"),
    [
        ("first", [[1, 2, 3], [4, 5, 6]], r"first must be .*\(2, 2\); found shape \(2, 3\)"),
        ("second", [[1, 11], [0, 1]], "second must have entries from -10 to 10"),
        ("x", [1, 2, 3], r"x must be .*length 2; found shape \(3,\)"),
        ("presets", {"mine": [[1, 1]]}, r"presets\['mine'\] must be"),
        ("limit", 0, "limit must be from 1 to 100"),
    ],
)
def test_bad_arguments_are_refused_by_name(argument, value, message):
    with pytest.raises(traitlets.TraitError, match=message):
        Composition(**{argument: value})


def test_maps_that_commute_are_recognised():
    for first, second, x in states():
        A, B = np.array(first, float), np.array(second, float)
        sentence = Composition(first, second, x).describe().sentence
        same = np.allclose(A @ B, B @ A, rtol=0, atol=1e-9 * np.abs(A).max() * np.abs(B).max())
        assert sentence.startswith("A and B commute") == same
        if not same:
            here = np.allclose(A @ B @ x, B @ A @ x)
            assert ("this x" in sentence) == here


def test_what_is_cut_off_lies_outside():
    frame = Frame((1, -1), 2, 100, (50, 20))
    assert cut((-1, -1), (3, -1), frame) == [(50, 70), (150, 70)]
    assert cut((-9, -1), (9, -1), frame) == [(50, 70), (150, 70)]
    assert cut((-9, 5), (9, 5), frame) is None
    assert cut((1, 1), (1, 1), frame) is None
    square = cut_polygon([(-9, -9), (9, -9), (9, 9), (-9, 9)], frame)
    assert sorted(square) == [(50, 20), (50, 120), (150, 20), (150, 120)]
    assert cut_polygon([(8, 8), (9, 8), (9, 9)], frame) == []


def test_the_static_picture_is_sound():
    for state in SPECIAL:
        ElementTree.fromstring(Composition(*state).svg())
    for shape in ElementTree.fromstring(Composition().svg()):
        assert shape.get("stroke") or shape.get("fill"), "colours without the style sheet"


@pytest.mark.parametrize("options", [{}, {"limit": 4}], ids=str)
def test_javascript_says_and_draws_the_same(in_javascript, same_shapes, options):
    some = states()[:: 3 if options else 1]
    figures = [Composition(*state, **options) for state in some]
    living = in_javascript(
        """
        import { compositionTitle, describeComposition } from "./src/figures/composition_words.js";
        import { background } from "./src/view/frame.js";
        import { compositionScene, panels } from "./src/view/composition_scene.js";
        """,
        "{said: describeComposition(input[0]), title: compositionTitle(input[0]),"
        " drawn: [...panels(input[1]).flatMap(background), ...compositionScene(...input)]}",
        [[figure.state(), figure.limit] for figure in figures],
    )
    for figure, live in zip(figures, living, strict=True):
        said = figure.describe()
        assert [tuple(row) for row in live["said"]["rows"]] == list(said.rows), figure
        assert live["said"]["sentence"] == said.sentence, figure
        assert f'aria-label="{live["title"]}"' in figure.svg()
        parts = [np.array(part, float) for part in (figure.first, figure.second, figure.x)]
        still = [shape for frame in panels(figure.limit) for shape in background(frame)]
        still += composition_scene(*parts, figure.limit)
        assert same_shapes(still, live["drawn"]) == "", figure
