"""Orthogonal matrices are recognised, and nothing else is."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from mlmath.linalg import is_orthogonal
from scipy.stats import ortho_group

seeds = st.integers(0, 10**6)


@given(seeds, st.integers(2, 8))
def test_random_orthogonal_matrices_are(seed, n):
    Q = ortho_group.rvs(n, random_state=seed)
    assert is_orthogonal(Q) and is_orthogonal(Q.T) and is_orthogonal(Q @ Q)


@given(seeds, st.integers(2, 8), st.sampled_from([1e-3, -0.1, 1e-8]))
def test_one_entry_changed_is_enough(seed, n, by):
    Q = ortho_group.rvs(n, random_state=seed)
    row, column = seed % n, seed // n % n
    Q[row, column] += by
    lost = np.abs(Q.T @ Q - np.eye(n)).max()
    assert is_orthogonal(Q, atol=lost / 2) is False
    assert is_orthogonal(Q, atol=min(2 * lost, 1)) is True


@pytest.mark.parametrize(
    ("Q", "answer"),
    [
        (np.eye(3), True),
        (np.eye(3, dtype=int)[[2, 0, 1]], True),
        ([[-1]], True),
        ([[1 + 1e-9]], False),
        ([[1, 1], [1, -1]], False),
        ([[1, 1], [0, 0]], False),
        (np.zeros((2, 2)), False),
        ([[1e200, 0], [0, 1]], False),
        (np.empty((0, 0)), True),
        ([[True, False], [False, True]], True),
    ],
)
def test_special_matrices(Q, answer):
    assert is_orthogonal(Q) is answer


def test_wrong_arguments_are_named():
    with pytest.raises(ValueError, match="Q must be a square matrix"):
        is_orthogonal(np.eye(3)[:, :2])
    with pytest.raises(TypeError, match="Q must be real"):
        is_orthogonal([[1j]])
    with pytest.raises(ValueError, match="atol"):
        is_orthogonal(np.eye(2), atol=-1)
