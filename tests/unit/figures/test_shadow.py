"""A solid and its shadow, in both halves: what they accept, say and draw."""

from __future__ import annotations

import random
import re
from xml.etree import ElementTree

import numpy as np
import pytest
import traitlets
from mlmath.figures import Shadow
from mlmath.figures.shadow import SOLIDS, shadow_matrix
from scipy.spatial import ConvexHull
from space_states import VIEWS

SPECIAL = [
    [[0, 0, 0], [0, 0, 0]],
    [[1, 0, 0], [0, 1, 0]],
    [[1, 2, 3], [2, 4, 6]],
    [[0, 0, 0], [1, -2, 3]],
    [[0.1, 0.2, 0.3], [0.3, 0.6, 0.9]],
    [[0, 1, 0], [0, 0, 1]],
    [[0, 0, 1], [1, 0, 0]],
    [[1, 1, 1], [1, 1, 1.5]],
    [[1, 0, 1], [0, 1, 1]],
    [[-1, 0, 0], [0, 1, 0]],
]


def figures() -> list[Shadow]:
    rng = random.Random(3)
    matrices = list(SPECIAL)
    for places in (0, 1, 3):
        matrices += [
            [[round(rng.uniform(-3, 3), places) for _ in range(3)] for _ in range(2)]
            for _ in range(80)
        ]
    solids = list(SOLIDS)
    moves = [("first", "second", "third"), ("third",)]
    return [
        Shadow(matrix, view=VIEWS[i % 8], solid=solids[i % 4], move=moves[i % 2])
        for i, matrix in enumerate(matrices)
    ]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"matrix": [[1, 2], [3, 4]]}, r"matrix must be .*\(2, 3\); found shape \(2, 2\)"),
        ({"direction": (1, 1, 0)}, "direction must not be level"),
        ({"direction": (1, 1)}, r"direction must be .*length 3; found shape \(2,\)"),
        ({"matrix": [[1, 0, 0], [0, 1, 0]], "direction": (0, 0, 1)}, "not both"),
        ({"solid": "sphere"}, "solid must be one of cube, house, pyramid, tetrahedron"),
        ({"move": ("fourth",)}, "move must name some of"),
    ],
)
def test_bad_arguments_are_refused_by_name(arguments, message):
    with pytest.raises(traitlets.TraitError, match=message):
        Shadow(**arguments)


def test_light_leaves_no_shadow_of_its_own_direction():
    rng = np.random.default_rng(1)
    for direction in rng.uniform(0.5, 2, (20, 3)):
        assert np.array(shadow_matrix(direction)) @ direction == pytest.approx(
            [0, 0], abs=1e-12
        )
    assert Shadow(direction=(0, 1, 2)).move == ("third",)
    assert len(Shadow([[1, 0, 0], [0, 1, 0]]).move) == 3


def test_the_numbers_are_those_of_numpy():
    for figure in figures():
        A = np.array(figure.matrix, float)
        rows = dict(figure.describe().rows)
        rank = np.linalg.matrix_rank(A)
        assert int(rows["Rank"]) == rank
        if rank == 2:
            lost = [
                float(part)
                for part in re.findall(r"-?[\d.]+", rows["Goes to 0"].replace("−", "-"))
            ]
            assert A @ lost == pytest.approx([0, 0], abs=0.01)
            image = np.array(figure.solid.corners) @ A.T
            area = ConvexHull(image, qhull_options="QJ").volume
            assert float(rows["Shadow"].split()[-1]) == pytest.approx(area, abs=2e-3)
        else:
            assert rows["Shadow"] == "of area 0"


@pytest.mark.parametrize("name", SOLIDS)
def test_the_faces_of_a_solid_are_seen_from_outside(name: str):
    corners, faces = SOLIDS[name]
    corners = np.array(corners, float)
    middle = corners.mean(axis=0)
    for face in faces:
        a, b, c = corners[list(face[:3])]
        normal = np.cross(b - a, c - b)
        assert normal @ (a - middle) > 0
        assert corners[list(face)] @ normal == pytest.approx(a @ normal)


def test_the_static_picture_is_sound():
    for figure in figures()[:20]:
        ElementTree.fromstring(figure.svg())


def test_javascript_says_and_draws_the_same(twins_in_space):
    twins_in_space(figures(), "shadow", "shadow")
