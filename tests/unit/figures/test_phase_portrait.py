"""The phase portrait in Python, and its live half: what they accept, say and draw."""

from __future__ import annotations

import random
from xml.etree import ElementTree

import numpy as np
import pytest
import traitlets
from mlmath.figures import PhasePortrait
from mlmath.figures.frame import Frame, background
from mlmath.figures.orbits import behaviour, magnitudes, orbit, portrait_scene
from mlmath.figures.phase_portrait import PRESETS
from mlmath.linalg import iterate

SPECIAL = [
    *PRESETS.values(),
    ((1, 0), (0, 1)),
    ((-1, 0), (0, -1)),
    ((0, 0), (0, 0)),
    ((0, 1), (1, 0)),  # mirror
    ((1, 3), (0, -1)),  # oblique mirror
    ((-1, 1), (0, -1)),
    ((-1, 0), (0, 0.5)),
    ((0.5, 0), (0, -1)),
    ((1, 0), (0, 2)),
    ((-1, 0), (0, -2)),
    ((2, 0), (0, 2)),
    ((0, 1), (0, 0)),
    ((0.5, 1), (0, 0.5)),
    ((2, 1), (0, 2)),
    ((0.5, 0.5), (0.5, 0.5)),  # projection
    ((0, 2), (0.5, 0)),
    ((0, -2), (0.5, 0)),
    ((0, -1), (1, 0)),
    ((0.3, 0), (0, 0.30000000000000004)),
    ((1, 1), (1e-13, 1)),
    ((100, -100), (100, 100)),
    ((100, 0.001), (0.001, -100)),
    ((0.001, 0), (0, 0.002)),
    ((0.9, 0.2), (0.1, 0.8)),
]


def states() -> list[dict]:
    rng = random.Random(11)
    found = [
        {"matrix": A, "x": (2, -1), "steps": steps, "eigenlines": bool(steps)}
        for A in SPECIAL
        for steps in (0, 1, 40)
    ]
    for scale, places in ((1.2, 1), (3, 2), (1, 3), (100, 0)):
        for _ in range(60):
            a, b, c, d, x, y = (round(rng.uniform(-scale, scale), places) for _ in range(6))
            steps = rng.randint(0, 40)
            found.append({"matrix": ((a, b), (c, d)), "x": (x, y), "steps": steps})
    return found


@pytest.mark.parametrize(
    ("argument", "value", "message"),
    [
        ("matrix", [[1, 2, 3], [4, 5, 6]], r"matrix must be .*\(2, 2\); found shape \(2, 3\)"),
        ("x", [1, 101], "x must have entries from -100 to 100"),
        ("steps", 41, "steps must be from 0 to 40; found 41"),
        ("steps", -1, "steps must be from 0 to 40"),
        ("starts", [(1, 2), (1,)], r"starts\[1\] must be a vector of length 2"),
        ("starts", [(1, 2)] * 25, "starts must be 24 points at most; found 25"),
        ("presets", {"mine": [[1, 1]]}, r"presets\['mine'\] must be"),
        ("limit", 0, "limit must be from 0.5 to 100"),
    ],
)
def test_bad_arguments_are_refused_by_name(argument, value, message):
    with pytest.raises(traitlets.TraitError, match=message):
        PhasePortrait(**{argument: value})


def test_orbits_are_those_of_the_package():
    for state in states():
        A, x, n = state["matrix"], state["x"], state["steps"]
        assert np.allclose(
            orbit(A, x, n), iterate(np.array(A, float), x, n), rtol=1e-9, atol=1e-9
        )


def test_sizes_of_eigenvalues_are_those_of_numpy():
    for state in states():
        sizes = sorted(np.abs(np.linalg.eigvals(np.array(state["matrix"], float))))
        scale = 1 + np.abs(state["matrix"]).max()
        assert np.allclose(sizes[::-1], magnitudes(state["matrix"]), atol=2e-6 * scale)


@pytest.mark.parametrize(("name", "word"), [
    ("stable", "Stable"), ("unstable", "Unstable"), ("saddle", "Saddle"),
    ("spiral in", "Spiral in"), ("spiral out", "Spiral out"), ("rotation", "Centre"),
    ("centre", "Centre"), ("shear", "A shear"), ("line of fixed points", "Both at once"),
])  # fmt: skip
def test_the_presets_are_what_they_are_called(name, word):
    assert behaviour(PRESETS[name]).startswith(word)


def test_what_is_said_of_the_orbits_happens():
    rng = np.random.default_rng(5)
    for state in states():
        A = np.array(state["matrix"], float)
        sizes = np.abs(np.linalg.eigvals(A))
        if np.abs(sizes - 1).min() < 0.05:
            continue
        said = behaviour(state["matrix"])
        end = np.linalg.matrix_power(A, 400) @ rng.normal(size=2) if sizes.max() < 5 else None
        if said.startswith(("Stable", "Spiral in")):
            assert np.abs(end).max() < 1e-3
        else:
            assert said.startswith(("Unstable", "Saddle", "Spiral out"))
            assert end is None or np.abs(end).max() > 10


def test_a_saddle_is_told_by_the_sizes_and_not_by_the_order_of_its_eigenvalues():
    A = ((-2, 0), (0, 0.5))
    assert np.abs(orbit(A, (0, 1), 20)[-1]).max() < 1e-5, "0.5 is the larger eigenvalue"
    said = behaviour(A)
    assert "come in along the eigenline of the eigenvalue that is below 1 in size" in said


def test_a_centre_keeps_every_orbit_on_an_ellipse():
    points = np.array(orbit(PRESETS["centre"], (2, -1), 40))
    u, v = points.T
    design = np.column_stack([u * u, u * v, v * v])
    form, *_ = np.linalg.lstsq(design, np.ones(41))
    assert np.allclose(design @ form, 1)
    assert 4 * form[0] * form[2] > form[1] ** 2


def test_the_static_picture_is_sound():
    for A in SPECIAL:
        ElementTree.fromstring(PhasePortrait(A).svg())
    for shape in ElementTree.fromstring(PhasePortrait().svg()):
        assert shape.get("stroke") or shape.get("fill"), "colours without the style sheet"


@pytest.mark.parametrize("options", [{}, {"limit": 1.5, "starts": [(1, 1), (3, 0)]}], ids=str)
def test_javascript_says_and_draws_the_same(in_javascript, same_shapes, options):
    some = states()[:: 3 if options else 1]
    figures = [PhasePortrait(**state, **options) for state in some]
    living = in_javascript(
        """
        import { phasePortrait } from "./src/figures/phase_portrait.js";
        import { portraitTitle } from "./src/figures/phase_portrait_words.js";
        import { background, frame } from "./src/view/frame.js";
        import { portraitScene } from "./src/view/portrait_scene.js";
        const view = (options) => frame([0, 0], options.limit);
        """,
        "{said: phasePortrait.describe(...input), title: portraitTitle(input[0].matrix),"
        " drawn: [...background(view(input[1])),"
        " ...portraitScene(input[0], input[1].starts, view(input[1]))]}",
        [[figure.state(), figure.options()] for figure in figures],
    )
    for figure, live in zip(figures, living, strict=True):
        said = figure.describe()
        assert [tuple(row) for row in live["said"]["rows"]] == list(said.rows), figure
        assert live["said"]["sentence"] == said.sentence, figure
        assert f'aria-label="{live["title"]}"' in figure.svg()
        frame = Frame((0, 0), figure.limit)
        scene = portrait_scene(
            figure.matrix, figure.x, figure.steps, figure.starts, frame, figure.eigenlines
        )
        assert same_shapes([*background(frame), *scene], live["drawn"]) == "", figure
