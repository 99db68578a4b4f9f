"""Three planes, in both halves: what they accept, say and draw."""

from __future__ import annotations

import itertools
import random
from xml.etree import ElementTree

import numpy as np
import pytest
import traitlets
from mlmath.figures import ThreePlanes
from mlmath.figures.space import Camera
from mlmath.figures.three_planes import arranged, plane_in_box, solve
from space_states import VIEWS

PRISM = ([[1, 0, 1], [0, 1, 1], [1, 1, 2]], [0, 0, 1])
BOOK = ([[1, 0, 1], [0, 1, 1], [1, 1, 2]], [1, 1, 2])
SPECIAL = [
    ([[0, 0, 0]] * 3, [0, 0, 0]),
    ([[0, 0, 0]] * 3, [0, 1, 0]),
    ([[1, 0, 0], [0, 1, 0], [0, 0, 1]], [1, 2, -1]),
    PRISM,
    BOOK,
    ([[1, 1, 1], [1, 1, 1], [1, -1, 0]], [0, 1, 0]),
    ([[1, 1, 1], [2, 2, 2], [-1, -1, -1]], [1, 2, -1]),
    ([[1, 1, 1], [2, 2, 2], [1, 1, 1]], [1, 2, 0]),
    ([[1, 1, 1], [0, 0, 0], [1, -1, 0]], [1, 0, 0]),
    ([[1, 1, 1], [0, 0, 0], [1, -1, 0]], [1, 3, 0]),
    ([[1, 1, 1], [0, 0, 0], [0, 0, 0]], [1, 0, 0]),
    ([[0.1, 0.2, 0.3], [0.2, 0.4, 0.6], [0.3, 0.6, 0.9]], [0.1, 0.2, 0.3]),
    ([[1, 2, 3], [4, 5, 6], [7, 8, 9]], [1, 2, 3]),
    ([[1, 2, 3], [4, 5, 6], [7, 8, 9]], [1, 2, 4]),
    ([[100, 1, 0], [0, 100, 1], [1, 0, 100]], [100, -100, 50]),
    ([[1, 1, 0], [1, 1.001, 0], [0, 0, 1]], [1, 2, 0]),
    ([[0, 0, 1], [0, 0, 1], [0, 0, 1]], [1, -1, 0]),
    ([[0, 1, 0], [0, 2, 0], [1, 0, 0]], [1, 2, 1]),
    ([[1, 1, 0], [1, -1, 0], [1, 0, 0]], [0, 0, 0]),
]


def systems() -> list[tuple[list, list]]:
    rng = random.Random(6)
    found = list(SPECIAL)
    for scale, places in ((2, 0), (3, 1), (1, 0), (100, 2)):
        for _ in range(60):
            entries = [round(rng.uniform(-scale, scale), places) for _ in range(12)]
            found.append(([entries[:3], entries[3:6], entries[6:9]], entries[9:]))
    return found


def figures() -> list[ThreePlanes]:
    return [
        ThreePlanes(*system, view=VIEWS[i % len(VIEWS)]) for i, system in enumerate(systems())
    ]


@pytest.mark.parametrize(
    ("argument", "value", "message"),
    [
        ("matrix", [[1, 2], [3, 4]], r"matrix must be .*\(3, 3\); found shape \(2, 2\)"),
        ("matrix", [[1, np.nan, 0], [0, 1, 0], [0, 0, 1]], "matrix must be finite"),
        ("b", [1, 101, 0], "b must have entries from -100 to 100"),
        ("limit", 0, "limit must be from 1 to 100"),
    ],
)
def test_bad_arguments_are_refused_by_name(argument, value, message):
    with pytest.raises(traitlets.TraitError, match=message):
        ThreePlanes(**{argument: value})


def test_the_solutions_are_those_of_numpy():
    for matrix, b in systems():
        A, c = np.array(matrix, float), np.array(b, float)
        found = solve(matrix, b)
        rank = np.linalg.matrix_rank(A)
        assert found.rank == rank
        assert found.consistent == (np.linalg.matrix_rank(np.column_stack([A, c])) == rank)
        assert len(found.directions) == 3 - rank
        if found.consistent:
            assert A @ found.point == pytest.approx(c, abs=1e-6)
            for direction in found.directions:
                assert A @ direction == pytest.approx(np.zeros(3), abs=1e-6)


@pytest.mark.parametrize(
    ("system", "words"),
    [
        (SPECIAL[0], "every point of space is a solution"),
        (SPECIAL[1], "Equation 2 says 0 = 1, which no point satisfies"),
        (SPECIAL[2], "meet in one point, (1, 2, −1)"),
        (PRISM, "the edges of a prism"),
        (BOOK, "The planes share a line"),
        (SPECIAL[5], "Planes 1 and 2 are parallel and never meet"),
        (SPECIAL[6], "All solutions form one plane"),
        (SPECIAL[7], "Planes 1 and 3 are parallel and never meet"),
        (SPECIAL[15], "It lies outside the picture."),
    ],
)
def test_the_special_cases_in_words(system, words):
    assert words in ThreePlanes(*system).describe().sentence


def test_the_pieces_of_the_planes_make_up_the_planes():
    def area(corners: list) -> float:
        first, *rest = np.array(corners)
        return sum(
            np.linalg.norm(np.cross(a - first, b - first)) / 2
            for a, b in itertools.pairwise(rest)
        )

    for matrix, b in systems()[len(SPECIAL) :][:60]:
        planes = [(i, matrix[i], b[i], plane_in_box(matrix[i], b[i], 3)) for i in range(3)]
        planes = [plane for plane in planes if plane[3]]
        normals = [np.array(plane[1]) for plane in planes]
        if any(np.allclose(np.cross(m, n), 0) for m in normals for n in normals if m is not n):
            continue
        pieces = arranged(planes, [], Camera((30, 25), 3))
        for i, _, _, corners in planes:
            found = sum(area(piece) for which, piece in pieces if which == i)
            assert found == pytest.approx(area(corners), rel=1e-6)


def test_the_static_picture_is_sound():
    for figure in figures()[: len(SPECIAL)]:
        ElementTree.fromstring(figure.svg())


def test_javascript_says_and_draws_the_same(twins_in_space):
    twins_in_space(figures(), "three_planes", "threePlanes")
