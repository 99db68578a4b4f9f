"""Three vectors in space, in both halves: what they accept, say and draw."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import numpy as np
import pytest
import traitlets
from mlmath.figures import ThreeVectors
from mlmath.figures.space import rank
from space_states import SPECIAL, VIEWS, states


def figures() -> list[ThreeVectors]:
    return [
        ThreeVectors(vectors, view=VIEWS[i % len(VIEWS)]) for i, vectors in enumerate(states())
    ]


@pytest.mark.parametrize(
    ("argument", "value", "message"),
    [
        ("vectors", [[1, 2], [3, 4]], r"vectors must be .*\(3, 3\); found shape \(2, 2\)"),
        ("vectors", [[1, 2, np.nan], [0, 1, 0], [0, 0, 1]], "vectors must be finite"),
        ("view", (0, 91), "elevation from 0 to 90; found 91"),
        ("view", (500, 0), "view must have entries from -180 to 180"),
        ("limit", 0, "limit must be from 1 to 100"),
        ("limit", 1, "vectors must have entries from -1.0 to 1.0"),
    ],
)
def test_bad_arguments_are_refused_by_name(argument, value, message):
    with pytest.raises(traitlets.TraitError, match=message):
        ThreeVectors(**{argument: value})


def test_the_numbers_are_those_of_numpy():
    for figure in figures():
        V = np.array(figure.vectors, float)
        rows = dict(figure.describe().rows)
        assert int(rows["Rank"]) == np.linalg.matrix_rank(V) == rank(*figure.vectors)
        shown = rows["Determinant"].replace("almost 0", "0").replace("−", "-")
        assert float(shown) == pytest.approx(np.linalg.det(V), abs=6e-4)
        Q, s, _ = np.linalg.svd(V[:2].T, full_matrices=False)
        basis = Q[:, s > 1e-9]
        beside = V[2] - basis @ (basis.T @ V[2])
        distance = float(rows["Distance"].split()[0])
        assert distance == pytest.approx(np.linalg.norm(beside), abs=6e-4)


def test_a_dependent_third_vector_is_the_combination_that_is_named():
    said = ThreeVectors([[1, 0, 1], [0, 2, 1], [2, -2, 1]]).describe().sentence
    assert "v₃ = 2v₁ − v₂" in said
    for figure in figures():
        said = figure.describe().sentence
        found = re.search(r"v₃ = (.*?)v₁ ([+−]) (.*?)v₂\.", said)
        if found:
            one, sign, other = (text.replace("−", "-") for text in found.groups())
            a = float(one + "1" if one in ("", "-") else one)
            b = float(other or 1) * (1 if sign == "+" else -1)
            u, v, w = np.array(figure.vectors, float)
            assert a * u + b * v == pytest.approx(w, abs=0.01)


@pytest.mark.parametrize(
    ("vectors", "words"),
    [
        (SPECIAL[0], "v₁ is the zero vector"),
        (SPECIAL[4], "v₁ and v₂ lie on one line, v₂ = −v₁"),
        (SPECIAL[5], "All three vectors lie on one line"),
        (SPECIAL[9], "v₃ is the zero vector"),
    ],
)
def test_the_special_cases_in_words(vectors, words):
    assert words in ThreeVectors(vectors).describe().sentence


def test_the_static_picture_is_sound():
    for figure in figures()[: len(SPECIAL)]:
        ElementTree.fromstring(figure.svg())
    for shape in ElementTree.fromstring(ThreeVectors().svg()):
        assert shape.get("stroke") or shape.get("fill"), "colours without the style sheet"


def test_javascript_says_and_draws_the_same(twins_in_space):
    twins_in_space(figures(), "three_vectors", "threeVectors")
