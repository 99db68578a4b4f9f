"""Low-rank approximation against the singular values that SciPy finds."""

import numpy as np
import pytest
import scipy.linalg
from hypothesis import given
from hypothesis import strategies as st
from mlmath.linalg import low_rank


def matrices(m, n, seed):
    return np.random.default_rng(seed).standard_normal((m, n))


@given(st.integers(1, 7), st.integers(1, 7), st.integers(0, 8), st.integers(0, 10**6))
def test_the_error_is_made_of_the_values_left_out(m, n, k, seed):
    A = matrices(m, n, seed)
    left_out = scipy.linalg.svdvals(A)[k:]
    best = low_rank(A, k)
    np.testing.assert_allclose(
        np.linalg.norm(A - best.matrix), np.sqrt((left_out**2).sum()), atol=1e-12
    )
    assert np.linalg.matrix_rank(best.matrix) == min(k, m, n)


@given(st.integers(2, 6), st.integers(2, 6), st.integers(1, 3), st.integers(0, 10**6))
def test_no_other_matrix_of_that_rank_is_nearer(m, n, k, seed):
    A = matrices(m, n, seed)
    error = np.linalg.norm(A - low_rank(A, k).matrix)
    other = matrices(m, k, seed + 1) @ matrices(k, n, seed + 2)
    assert error <= np.linalg.norm(A - other) + 1e-12


@given(st.integers(1, 6), st.integers(1, 6), st.integers(0, 10**6))
def test_the_pieces_are_orthonormal_and_have_a_fixed_sign(m, n, seed):
    U, values, V = low_rank(matrices(m, n, seed), 3)
    k = min(m, n, 3)
    assert U.shape == (m, k)
    assert V.shape == (n, k)
    np.testing.assert_allclose(U.T @ U, np.eye(k), atol=1e-12)
    np.testing.assert_allclose(V.T @ V, np.eye(k), atol=1e-12)
    assert (np.diff(values) <= 0).all()
    largest = np.take_along_axis(U, np.abs(U).argmax(axis=0)[None], axis=0)
    assert (largest > 0).all()


@pytest.mark.parametrize("scale", [1e-140, 1, 1e140])
def test_a_matrix_of_rank_one_needs_one_piece_at_every_scale(scale):
    A = scale * np.outer([1, 2, 3.0], [4, 5.0])
    best = low_rank(A, 1)
    np.testing.assert_allclose(best.matrix, A, rtol=1e-13)
    assert best.n_numbers == 1 * (3 + 2 + 1)


def test_hard_matrices_and_the_ends_of_the_range():
    H = scipy.linalg.hilbert(12)
    np.testing.assert_allclose(low_rank(H, 12).matrix, H, atol=1e-14)
    assert np.abs(low_rank(H, 5).matrix - H).max() < 1e-4
    Vandermonde = np.vander(np.arange(6.0))
    np.testing.assert_allclose(low_rank(Vandermonde, 6).matrix, Vandermonde, atol=1e-10)
    assert not low_rank(H, 0).matrix.any()
    assert not low_rank(np.zeros((3, 2)), 2).matrix.any()
    assert low_rank([[-5]], 1).matrix == [[-5]]
    assert low_rank(np.empty((0, 4)), 2).matrix.shape == (0, 4)


def test_bad_arguments_are_named_and_good_ones_stay():
    A = np.eye(2)
    low_rank(A, 1)
    assert A.tolist() == [[1, 0], [0, 1]]
    with pytest.raises(ValueError, match="k must be at least 0; found -1"):
        low_rank(A, -1)
    with pytest.raises(TypeError, match=r"k must be an integer; found 1\.5"):
        low_rank(A, 1.5)
    with pytest.raises(ValueError, match="A must be a matrix"):
        low_rank([1, 2], 1)
    with pytest.raises(TypeError, match="A must be real"):
        low_rank([[1j]], 1)


def test_it_prints_rounded():
    assert repr(low_rank(np.diag([3, 2, 1]), 2)) == (
        "LowRank(shape=(3, 3), singular_values=[3, 2])"
    )
