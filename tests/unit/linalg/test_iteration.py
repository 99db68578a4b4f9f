"""Iterating a map against the powers of its matrix."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from mlmath.linalg import iterate


@given(st.integers(1, 4), st.integers(0, 12), st.integers(0, 10**6))
def test_row_k_is_the_kth_power_applied_to_the_start(d, n, seed):
    rng = np.random.default_rng(seed)
    A, x = rng.integers(-3, 4, (d, d)), rng.integers(-3, 4, d)
    points = iterate(A, x, n)
    assert points.shape == (n + 1, d)
    for k, point in enumerate(points):
        assert (point == np.linalg.matrix_power(A, k) @ x).all()


def test_integers_never_wrap_round():
    assert (
        iterate([[0, 1], [1, 1]], [0, 1], 200)[-1, 0]
        == 280571172992510140037611932413038677189525
    )


def test_floats_and_complex_numbers_stay_what_they_are():
    assert iterate([[0.5]], [1], 2).tolist() == [[1], [0.5], [0.25]]
    np.testing.assert_allclose(iterate([[1j]], [1], 4)[:, 0], [1, 1j, -1, -1j, 1])


def test_floats_that_grow_without_bound_are_an_error_and_not_infinity():
    with pytest.raises(OverflowError, match=r"A\^4 x is beyond 1.8e308, the largest float"):
        iterate([[1e100]], [1], 9)


def test_the_start_alone_and_the_empty_space():
    assert iterate([[2]], [5], 0).tolist() == [[5]]
    assert iterate(np.empty((0, 0)), np.empty(0), 3).shape == (4, 0)


def test_the_result_does_not_share_memory_with_the_start():
    x = np.array([1.0, 0])
    iterate(np.eye(2), x, 1)[0, 0] = 9
    assert x[0] == 1


def test_bad_arguments_are_named():
    with pytest.raises(ValueError, match="n must be at least 0; found -1"):
        iterate([[1]], [1], -1)
    with pytest.raises(TypeError, match="n must be an integer; found 2"):
        iterate([[1]], [1], 2.0)
    with pytest.raises(ValueError, match=r"x must be a vector of length 2; found shape \(3,\)"):
        iterate(np.eye(2), [1, 2, 3], 1)
