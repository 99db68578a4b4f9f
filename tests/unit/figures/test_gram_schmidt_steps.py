"""The Gram–Schmidt stepper, in both halves: its steps, what it says and draws."""

from __future__ import annotations

import numpy as np
import pytest
import traitlets
from mlmath.figures import GramSchmidtSteps
from mlmath.figures.gram_schmidt_steps import directions, steps
from mlmath.linalg import gram_schmidt
from space_states import SPECIAL, VIEWS, states


def figures() -> list[GramSchmidtSteps]:
    return [
        GramSchmidtSteps(vectors, view=VIEWS[i % len(VIEWS)], step=step)
        for i, vectors in enumerate(states())
        for step in (range(7) if i < len(SPECIAL) else [i % 7])
    ]


@pytest.mark.parametrize("step", [-1, 7])
def test_there_are_six_steps(step):
    with pytest.raises(traitlets.TraitError, match="step must be from 0 to 6"):
        GramSchmidtSteps(step=step)


def test_the_steps_end_where_the_package_ends():
    for vectors in states():
        found = [q for q in directions(steps(vectors)) if q]
        Q = gram_schmidt(np.array(vectors, float).T, rtol=1e-9)
        assert np.reshape(found, (-1, 3)) == pytest.approx(Q.T, abs=1e-6)
        assert np.array(found) @ np.array(found).T == pytest.approx(
            np.eye(len(found)), abs=1e-6
        )


def test_each_subtraction_leaves_a_right_angle():
    for vectors in states():
        taken = steps(vectors)
        for count, step in enumerate(taken):
            q = directions(taken[:count])[step.on] if step.on is not None else None
            if q:
                assert abs(np.dot(step.after, q)) < 1e-8
                difference = np.subtract(step.before, step.after)
                assert difference == pytest.approx(step.amount * np.array(q), abs=1e-8)


@pytest.mark.parametrize(
    ("vectors", "step", "words"),
    [
        ([[0, 0, 0], [1, 0, 0], [0, 1, 0]], 1, "there is no q₁"),
        (
            [[0, 0, 0], [1, 0, 0], [0, 1, 0]],
            2,
            "There is no q₁: nothing is subtracted from v₂.",
        ),
        ([[1, 0, 0], [2, 0, 0], [0, 1, 0]], 2, "which is 2q₁: nothing is left."),
        ([[1, 0, 0], [2, 0, 0], [0, 1, 0]], 3, "Nothing is left of v₂"),
        ([[1, 0, 0], [0, 1, 0], [0, 1, 1]], 2, "v₂ is perpendicular to q₁ already"),
        ([[1, 1, 0], [1, 0, 1], [2, 1, 1]], 5, "nothing is left."),
        (
            [[1, 1, 0], [1, 0, 1], [2, 1, 1]],
            6,
            "q₁ and q₂ are an orthonormal basis of the plane",
        ),
        ([[1, 1, 0], [2, 2, 0], [0, 0, 0]], 6, "q₁ is an orthonormal basis of the line"),
        ([[0, 0, 0]] * 3, 6, "All three vectors are zero."),
        ([[2, 0, 0], [1, 1, 0], [0, 1, 1]], 6, "are an orthonormal basis of space."),
    ],
)
def test_the_special_cases_in_words(vectors, step, words):
    assert words in GramSchmidtSteps(vectors, step=step).describe().sentence


def test_javascript_says_and_draws_the_same(twins_in_space):
    twins_in_space(figures(), "gram_schmidt_steps", "gramSchmidt")
