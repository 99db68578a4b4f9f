"""A mirror in space, in both halves: what it accepts, says and draws."""

from __future__ import annotations

import random
from xml.etree import ElementTree

import numpy as np
import pytest
import traitlets
from mlmath.figures import MirrorPlane
from mlmath.figures.mirror_plane import reflect
from mlmath.linalg import reflection
from space_states import VIEWS

SPECIAL = [
    ([0, 0, 0], [1, 2, 3]),
    ([0, 0, 0], [0, 0, 0]),
    ([1, 1, 1], [0, 0, 0]),
    ([0, 0, 1], [1, 2, 0]),
    ([0, 0, 1], [0, 0, -2]),
    ([1, 2, 2], [-0.5, -1, -1]),
    ([0.1, 0.2, 0.3], [0.3, 0, -0.1]),
    ([1, -1, 0], [1, 2, 3]),
    ([0.001, 0, 0], [1, 2, 3]),
    ([3, 3, 3], [-3, 3, -3]),
    ([10, -10, 5], [1, 0, 0]),
]


def figures() -> list[MirrorPlane]:
    rng = random.Random(9)
    pairs = list(SPECIAL)
    for places in (0, 1, 3):
        for _ in range(80):
            entries = [round(rng.uniform(-3, 3), places) for _ in range(6)]
            pairs.append((entries[:3], entries[3:]))
    return [MirrorPlane(*pair, view=VIEWS[i % len(VIEWS)]) for i, pair in enumerate(pairs)]


@pytest.mark.parametrize(
    ("argument", "value", "message"),
    [
        ("normal", (1, 2), r"normal must be .*length 3; found shape \(2,\)"),
        ("x", (1, np.inf, 0), "x must be finite"),
        ("limit", 1, "must have entries from -1"),
    ],
)
def test_bad_arguments_are_refused_by_name(argument, value, message):
    with pytest.raises(traitlets.TraitError, match=message):
        MirrorPlane(**{argument: value})


def test_the_image_is_that_of_the_package():
    for figure in figures():
        rows = dict(figure.describe().rows)
        if not any(figure.normal):
            assert set(rows.values()) == {"no mirror"}
            continue
        T = reflection(figure.normal)
        assert reflect(figure.x, figure.normal) == pytest.approx(T @ figure.x, abs=1e-9)
        for j, label in enumerate(("T e₁", "T e₂", "T e₃")):
            shown = [float(part) for part in rows[label].replace("−", "-")[1:-1].split(",")]
            assert shown == pytest.approx(T[:, j], abs=6e-4)
        assert rows["Determinant"] == "−1"
        before, after = rows["Lengths"].split(", ")
        assert before.removeprefix("x ") == after.removeprefix("T x ")


@pytest.mark.parametrize(
    ("pair", "words"),
    [
        (SPECIAL[0], "it sets no mirror"),
        (SPECIAL[2], "lies in every mirror"),
        (SPECIAL[3], "x lies in the mirror"),
        (SPECIAL[5], "x is perpendicular to the mirror"),
        (SPECIAL[6], "x lies in the mirror"),
        (SPECIAL[7], "the mirror halves it"),
    ],
)
def test_the_special_cases_in_words(pair, words):
    assert words in MirrorPlane(*pair).describe().sentence


def test_the_static_picture_is_sound():
    for figure in figures()[: len(SPECIAL)]:
        ElementTree.fromstring(figure.svg())


def test_javascript_says_and_draws_the_same(twins_in_space):
    twins_in_space(figures(), "mirror_plane", "mirrorPlane")
