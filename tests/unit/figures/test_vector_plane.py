"""The vector plane in Python: what it accepts, says and draws; and its living half."""

from __future__ import annotations

import itertools
import math
import random
import re
from xml.etree import ElementTree

import numpy as np
import pytest
import traitlets
from drawn_shapes import drawn, same
from hypothesis import assume, given
from hypothesis import strategies as st
from mlmath.figures import VectorPlane
from mlmath.figures.frame import plane
from mlmath.figures.sketch import drawing
from mlmath.figures.vector_maths import angle, angle_kind, coordinates, share, times
from mlmath.figures.vector_plane import SKETCHES

SHOWS = ("sum", "angle", "projection", "basis")
ENTRIES = st.integers(-1000, 1000).map(lambda tenths: tenths / 10)
VECTORS = st.tuples(ENTRIES, ENTRIES)


def said(show, **state):
    return dict(VectorPlane(show, **state).describe().rows)


def sentence(show, **state):
    return VectorPlane(show, **state).describe().sentence


def test_a_figure_has_only_the_state_that_it_shows():
    assert repr(VectorPlane("sum", u=(2, 1), v=np.array([0.5, -1]))) == (
        "VectorPlane(u=(2, 1), v=(0.5, -1), a=1.0, b=1.0)"
    )
    assert list(VectorPlane("angle").state()) == ["u", "v"]
    assert list(VectorPlane("basis").state()) == ["u", "basis", "projections"]


@pytest.mark.parametrize(
    ("argument", "value", "message"),
    [
        ("show", "product", "show"),
        ("u", [1, 2, 3], r"u must be .*length 2; found shape \(3,\)"),
        ("v", [np.inf, 0], "v must be finite"),
        ("v", [101, 0], "v must have entries from -100 to 100"),
        ("a", 6, "a must be from -5 to 5; found 6"),
        ("b", math.nan, "b must be from -5 to 5"),
        ("basis", [[1, 2]], r"basis must be .*\(2, 2\)"),
        ("limit", 0, "limit must be from 0.5 to 100"),
    ],
)
def test_bad_arguments_are_refused_by_name(argument, value, message):
    with pytest.raises(traitlets.TraitError, match=message):
        VectorPlane(**{argument: value})


@pytest.mark.parametrize(
    ("a", "b", "name", "total", "entries"),
    [
        (1, 1, "u + v", "(3, 4), length 5", "2 + 1 = 3. Second entry: −1 + 5 = 4."),
        (1, -1, "u − v", "(1, −6), length 6.083", "2 − 1 = 1. Second entry: −1 − 5 = −6."),
        (2, 0.5, "2 u + 0.5 v", "(4.5, 0.5), length 4.528", "2 × 2 + 0.5 × 1 = 4.5."),
        (-1, 0, "−u + 0 v", "(−2, 1), length 2.236", "−2 + 0 × 1 = −2."),
        (
            -1,
            -2,
            "−u − 2 v",
            "(−4, −9), length 9.849",
            "Second entry: −(−1) − 2 × 5 = −9.",
        ),
    ],
)
def test_a_combination_in_words(a, b, name, total, entries):
    state = {"u": (2, -1), "v": (1, 5), "a": a, "b": b}
    assert said("sum", **state)[name] == total
    assert entries in sentence("sum", **state)


@pytest.mark.parametrize(
    ("u", "v", "theta", "words"),
    [
        ((1, 0), (1, 1), "45° (acute)", "positive"),
        ((2, 1), (-1, 2), "90° (right)", "orthogonal"),
        ((1, 0), (-1, 1), "135° (obtuse)", "negative"),
        ((0.1, 0.2), (0.3, 0.6), "0° (same direction)", "u · v = ‖u‖ ‖v‖"),
        ((0.1, 0.2), (-0.3, -0.6), "180° (opposite)", "u · v = −‖u‖ ‖v‖"),
        ((0, 0), (1, 1), "undefined", "u is the zero vector"),
        ((1, 1), (0, 0), "undefined", "v is the zero vector"),
        ((0, 0), (0, 0), "undefined", "u and v are zero vectors"),
        ((1, 0), (1000 / 10, 0.01), "less than 0.1° (acute)", "acute"),
        ((100, 0.01), (0, 1), "almost 90° (acute)", "acute"),
        ((100, -0.01), (0, 1), "hardly more than 90° (obtuse)", "obtuse"),
        ((100, 0.01), (-1, 0), "almost 180° (obtuse)", "obtuse"),
    ],
)
def test_an_angle_in_words(u, v, theta, words):
    assert said("angle", u=u, v=v)["θ"] == theta
    assert words in sentence("angle", u=u, v=v)


@pytest.mark.parametrize(
    ("u", "v", "scalar", "p", "r", "words"),
    [
        ((2, 1), (1, 3), "2.236", "(2, 1)", "(−1, 2)", "p is 1 times u."),
        ((2, 1), (-1, -3), "−2.236", "(−2, −1)", "(1, −2)", "against the direction of u"),
        ((2, 0), (0, 3), "0", "(0, 0)", "(0, 3)", "orthogonal to u"),
        ((0.1, 0.3), (0.2, 0.6), "0.632", "(0.2, 0.6)", "(0, 0)", "its own projection"),
        ((2, 1), (0, 0), "0", "(0, 0)", "(0, 0)", "v is the zero vector"),
        ((0, 0), (2, 1), "undefined", "undefined", "undefined", "u is the zero vector"),
    ],
)
def test_a_projection_in_words(u, v, scalar, p, r, words):
    rows = said("projection", u=u, v=v)
    assert rows["Scalar projection"] == scalar
    assert (rows["Vector projection p"], rows["Residual r = v − p"]) == (p, r)
    assert rows["u · r"] == ("undefined" if scalar == "undefined" else "0")
    assert words in sentence("projection", u=u, v=v)


@pytest.mark.parametrize(
    ("x", "basis", "coordinates", "projections", "words"),
    [
        (
            (3, 1),
            ((1, 1), (1, -1)),
            "(2, 1)",
            "(2, 1)",
            "x = 2 b₁ + b₂. The basis is orthogonal",
        ),
        ((3, 1), ((1, 0), (1, 1)), "(2, 1)", "(3, 2)", "p = (5, 2), which is not x"),
        ((-1, -2), ((1, 0), (0, 2)), "(−1, −1)", "(−1, −1)", "x = −b₁ − b₂."),
        ((0, 0), ((1, 0), (1, 1)), "(0, 0)", "(0, 0)", "in every basis"),
        ((3, 1), ((1, 2), (2, 4)), "none", "(1, 0.5)", "no combination of them is x"),
        ((2, 4), ((1, 2), (2, 4)), "none", "(2, 1)", "in infinitely many ways"),
        ((2, 4), ((0, 0), (2, 4)), "none", "(undefined, 1)", "in infinitely many ways"),
        ((2, 4), ((0, 0), (0, 0)), "none", "(undefined, undefined)", "zero vectors"),
    ],
)
def test_coordinates_in_words(x, basis, coordinates, projections, words):
    rows = said("basis", u=x, basis=basis)
    assert (rows["Coordinates"], rows["By projection"]) == (coordinates, projections)
    assert words in sentence("basis", u=x, basis=basis)


@given(VECTORS, VECTORS)
def test_angles_and_projections_are_numpys(u, v):
    assume(any(u) and any(v))
    cosine = np.dot(u, v) / np.linalg.norm(u) / np.linalg.norm(v)
    assert math.cos(math.radians(angle(u, v))) == pytest.approx(cosine, abs=1e-12)
    p = np.outer(u, u) @ v / np.dot(u, u)
    assert times(share(u, v), u) == pytest.approx(p, abs=1e-9)
    if angle_kind(u, v) == "right":
        assert np.dot(u, v) == pytest.approx(0, abs=1e-6)


@given(st.tuples(VECTORS, VECTORS), VECTORS)
def test_coordinates_are_numpys(basis, x):
    found = coordinates(basis, x)
    if found is None:
        assert np.linalg.matrix_rank(np.array(basis), tol=1e-6) < 2
    else:
        assert found == pytest.approx(
            np.linalg.solve(np.transpose(basis), x), rel=1e-6, abs=1e-9
        )


def states(show: str) -> list[dict]:
    """Return states of all kinds: zero, parallel, orthogonal, outside the picture, random."""
    special = [
        (0, 0),
        (1, 0),
        (2, 1),
        (-2, -1),
        (4, 2),
        (-1, 2),
        (0, 3.5),
        (100, -99.5),
        (0.1, 0),
    ]
    rng = random.Random(5)

    def anything(scale: float) -> tuple[float, float]:
        return (round(rng.uniform(-scale, scale), 1), round(rng.uniform(-scale, scale), 1))

    pairs = [*itertools.product(special, repeat=2)]
    pairs += [
        (anything(scale), anything(scale)) for scale in (1, 5, 5, 12, 100) for _ in range(12)
    ]
    if show == "basis":
        third = [(2, 1), (0, 0), (-3.5, 4), (30, 1)]
        return [
            {"u": x, "basis": pair, "projections": shown}
            for pair in pairs
            for x, shown in zip([rng.choice(third), anything(5)], (False, True), strict=True)
        ]
    if show == "sum":
        factors = [(1, 1), (1, -1), (2, 0.5), (0, 1), (1, 0), (-1, -1.5), (0, 0)]
        return [
            {"u": u, "v": v, "a": a, "b": b}
            for u, v in pairs
            for a, b in (rng.choice(factors), rng.choice(factors))
        ]
    return [{"u": u, "v": v} for u, v in pairs]


@pytest.mark.parametrize("limit", [5, 2.5])
@pytest.mark.parametrize("show", SHOWS)
def test_javascript_says_and_draws_the_same(in_javascript, show, limit):
    some = states(show)[:: 1 if limit == 5 else 3]
    figures = [VectorPlane(show, limit=limit, **state) for state in some]
    living = in_javascript(
        """
        import { vectorPlane } from "./src/figures/vector_plane.js";
        import { vectorTitle } from "./src/figures/vector_plane_words.js";
        import { vectorScene } from "./src/view/vector_scene.js";
        """,
        "{said: vectorPlane.describe(...input), drawn: vectorScene(...input),"
        " title: vectorTitle(input[1].show)}",
        [[figure.state(), figure.options()] for figure in figures],
    )
    for figure, live in zip(figures, living, strict=True):
        words = figure.describe()
        assert [tuple(row) for row in live["said"]["rows"]] == list(words.rows), figure
        assert live["said"]["sentence"] == words.sentence, figure
        assert f'aria-label="{live["title"]}"' in figure.svg()
        view = plane(limit)
        still = drawn(drawing(SKETCHES[show](view, *figure.state().values()), view))
        assert same(live["drawn"], still), figure


@pytest.mark.parametrize("show", SHOWS)
def test_the_static_picture_is_sound_and_shows_colours_without_the_style_sheet(show):
    for state in states(show)[::9]:
        for shape in ElementTree.fromstring(VectorPlane(show, **state).svg()).iter():
            if shape.tag.endswith(("}path", "}text")):
                assert shape.get("stroke") or shape.get("fill"), ElementTree.tostring(shape)


@pytest.mark.parametrize("show", SHOWS)
def test_labels_stay_in_the_picture(show):
    view = plane(5)
    for state in states(show)[::3]:
        scene = drawing(
            SKETCHES[show](view, *VectorPlane(show, **state).state().values()), view
        )
        for arrow in scene.arrows.values():
            assert 0 <= min(arrow.label) and max(arrow.label) <= 400


@pytest.mark.parametrize(("show", "paths"), [
    ("sum", ["u.0", "u.1", "v.0", "v.1", "a", "a", "b", "b"]),
    ("angle", ["u.0", "u.1", "v.0", "v.1"]),
    ("projection", ["u.0", "u.1", "v.0", "v.1"]),
    ("basis", ["basis.0.0", "basis.0.1", "basis.1.0", "basis.1.1", "u.0", "u.1", "projections"]),
])  # fmt: skip
def test_all_of_the_state_can_be_typed(show, paths):
    assert re.findall(r'data-path="([\w.]+)"', VectorPlane(show).controls()) == paths
