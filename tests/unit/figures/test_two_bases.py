"""Two bases in Python: what is accepted, said and drawn; and the living half."""

from __future__ import annotations

import random
import re
from xml.etree import ElementTree

import numpy as np
import pytest
import traitlets
from drawn_shapes import drawn, same
from hypothesis import given
from hypothesis import strategies as st
from mlmath.figures import TwoBases
from mlmath.figures.frame import plane
from mlmath.figures.two_bases_maths import map_in_basis
from mlmath.figures.two_bases_scene import two_bases_scene

ENTRIES = st.integers(-1000, 1000).map(lambda tenths: tenths / 10)
SQUARES = st.tuples(st.tuples(ENTRIES, ENTRIES), st.tuples(ENTRIES, ENTRIES))
SYMMETRIC = ((2, 1), (1, 2))
SHEAR = ((1, 1), (0, 1))


def said(matrix, basis, x=(2, 1), **options):
    return dict(TwoBases(matrix, basis, x=x, **options).describe().rows)


def sentence(matrix, basis, **options):
    return TwoBases(matrix, basis, **options).describe().sentence


def test_without_a_basis_the_figure_takes_one():
    assert TwoBases(SYMMETRIC).basis == ((1, 0), (0, 1))
    assert TwoBases(SYMMETRIC, eigen=True).basis == ((1, 1), (1, -1))
    for matrix in (SHEAR, ((0, -1), (1, 0)), ((2, 0), (0, 2))):
        assert TwoBases(matrix, eigen=True).basis == ((1, 0), (0, 1)), "no two eigenlines"


@pytest.mark.parametrize(
    ("argument", "value", "message"),
    [
        ("matrix", [[1, 2]], r"matrix must be .*\(2, 2\)"),
        ("basis", [[1, 2, 3]], r"basis must be .*\(2, 2\)"),
        ("basis", [[1, 0], [0, 101]], "basis must have entries from -100 to 100"),
        ("x", [np.nan, 0], "x must be finite"),
        ("limit", 0, "limit must be from 0.5 to 100"),
    ],
)
def test_bad_arguments_are_refused_by_name(argument, value, message):
    with pytest.raises(traitlets.TraitError, match=message):
        TwoBases(**{argument: value})


def test_the_same_arrow_in_other_numbers():
    rows = said(SYMMETRIC, ((1, 1), (1, -1)), (3, 1))
    assert (rows["x"], rows["A x"]) == ("(3, 1)", "(7, 5)")
    assert (rows["x in the basis"], rows["A x in the basis"]) == ("(2, 1)", "(6, 1)")
    assert rows["B⁻¹AB"] == "rows (3, 0) and (0, 1)"
    assert said(SYMMETRIC, ((1, 2), (-2, -4)))["B⁻¹AB"] == "none"


@pytest.mark.parametrize(
    ("matrix", "basis", "eigen", "words"),
    [
        (SYMMETRIC, ((1, 1), (1, -1)), True, "eigenvectors of A, with eigenvalues 3 and 1."),
        (SYMMETRIC, ((1, 1), (1, -1)), False, "the first coordinate by 3 and the second by 1."),
        (SYMMETRIC, ((1, 0), (0, 1)), True, "The basis is the standard one"),
        (((2, 0), (0, 3)), ((1, 0), (0, 1)), True, "with eigenvalues 2 and 3."),
        (SHEAR, ((2, 0), (1, 1)), True, "b₁ is an eigenvector of A: the first column of B⁻¹AB"),
        (SHEAR, ((1, 1), (2, 0)), True, "is (0, 1). b₁ is none."),
        (SHEAR, ((1, 1), (2, 0)), False, "Both pictures show one map"),
        (SHEAR, ((0, 0), (1, 0)), True, "no basis"),
    ],
)
def test_the_basis_in_words(matrix, basis, eigen, words):
    assert words in sentence(matrix, basis, eigen=eigen)


def test_before_eigenvectors_have_a_name_the_figure_does_not_mention_them():
    figure = TwoBases(SYMMETRIC, ((1, 1), (1, -1)))
    assert "igen" not in f"{figure.svg()}{figure.controls()}{figure.buttons()}"
    assert "igen" not in str(figure.describe())


@given(SQUARES, SQUARES)
def test_the_map_in_the_basis_is_numpys(A, basis):
    found = map_in_basis(A, basis)
    if found is None:
        assert np.linalg.matrix_rank(np.array(basis), tol=1e-6) < 2
        return
    B = np.transpose(basis)
    expected = np.linalg.solve(B, np.array(A) @ B)
    scale = np.linalg.cond(B) * max(1.0, np.abs(expected).max())
    assert found == pytest.approx(expected, abs=1e-13 * scale)
    assert found[0][0] + found[1][1] == pytest.approx(np.trace(A), abs=1e-12 * scale)


def states() -> list[dict]:
    """Return states of all kinds: no basis, eigenvectors, small and large numbers."""
    squares = [
        ((0, 0), (0, 0)),
        ((1, 0), (0, 1)),
        SYMMETRIC,
        SHEAR,
        ((0, -1), (1, 0)),
        ((1, 2), (2, 4)),
        ((1, 1), (1, -1)),
        ((0.1, 0.3), (-0.2, 0.1)),
        ((100, -100), (99.5, 100)),
        ((1, 1), (1.1, 1)),
    ]
    xs = [(0, 0), (2, 1), (-3.5, 0.2), (100, -100)]
    rng = random.Random(7)
    chosen = [
        {"matrix": matrix, "basis": basis, "x": rng.choice(xs)}
        for matrix in squares
        for basis in squares
    ]
    for scale in (1, 3, 3, 10):
        for _ in range(25):
            a, b, c, d, e, f, g, h, p, q = (
                round(rng.uniform(-scale, scale), 1) for _ in range(10)
            )
            chosen.append({"matrix": ((a, b), (c, d)), "basis": ((e, f), (g, h)), "x": (p, q)})
    return chosen


@pytest.mark.parametrize("options", [{}, {"eigen": True, "limit": 2.5}], ids=str)
def test_javascript_says_and_draws_the_same(in_javascript, options):
    figures = [TwoBases(**state, **options) for state in states()]
    living = in_javascript(
        """
        import { twoBases } from "./src/figures/two_bases.js";
        import { TITLE } from "./src/figures/two_bases_words.js";
        import { HEIGHT, PANELS, twoBasesScene } from "./src/view/two_bases_scene.js";
        """,
        "{said: twoBases.describe(...input), drawn: twoBasesScene(...input),"
        " texts: [TITLE, ...PANELS.map(({ title }) => title)],"
        " sizes: [HEIGHT, ...PANELS.map(({ top }) => top)]}",
        [[figure.state(), figure.options()] for figure in figures],
    )
    assert len(living) == 200
    for figure, live in zip(figures, living, strict=True):
        words = figure.describe()
        assert [tuple(row) for row in live["said"]["rows"]] == list(words.rows), figure
        assert live["said"]["sentence"] == words.sentence, figure
        state = figure.state()
        scene = two_bases_scene(
            state["matrix"], state["basis"], state["x"], plane(figure.limit)
        )
        for shown, still in zip(live["drawn"], scene, strict=True):
            assert (shown is None) == (still is None), figure
            assert shown is None or same(shown, drawn(still)), figure
    picture = figures[0].svg()
    assert all(text in picture for text in living[0]["texts"])
    height, *tops = living[0]["sizes"]
    assert f'viewBox="0 0 400 {height}"' in picture
    assert re.findall(r'<svg y="(\d+)"', picture) == [str(top) for top in tops]


def test_the_static_picture_is_sound_and_shows_colours_without_the_style_sheet():
    for state in states()[::9]:
        for shape in ElementTree.fromstring(TwoBases(**state).svg()).iter():
            if shape.tag.endswith(("}path", "}text")):
                assert shape.get("stroke") or shape.get("fill"), ElementTree.tostring(shape)


def test_all_of_the_state_can_be_typed_and_b_has_the_basis_in_its_columns():
    controls = TwoBases(SYMMETRIC, ((1, 2), (3, 4))).controls()
    cells = re.findall(r'value="(\d)"[^>]*data-path="([\w.]+)"', controls)
    assert [path for _, path in cells] == [
        *("matrix.0.0", "matrix.0.1", "matrix.1.0", "matrix.1.1"),
        *("basis.0.0", "basis.1.0", "basis.0.1", "basis.1.1"),
        *("x.0", "x.1"),
    ]
    assert [value for value, _ in cells[4:8]] == ["1", "3", "2", "4"]
