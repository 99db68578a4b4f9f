"""Gram–Schmidt and QR against NumPy, SciPy and the defining properties, where it is hard too."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays
from mlmath.linalg import gram_schmidt, qr
from scipy.linalg import hilbert, subspace_angles

matrices = arrays(
    float,
    array_shapes(min_dims=2, max_dims=2, min_side=0, max_side=6),
    elements=st.integers(-5, 5).map(float),
)


def loss(Q):
    """How far QᵀQ is from I."""
    return np.abs(Q.T @ Q - np.eye(Q.shape[1])).max(initial=0)


@given(matrices)
def test_the_columns_are_orthonormal_and_span_the_same(V):
    Q = gram_schmidt(V)
    assert loss(Q) < 1e-14
    assert Q.shape == (len(V), np.linalg.matrix_rank(V) if V.size else 0)
    assert np.allclose(Q @ (Q.T @ V), V)


@given(matrices)
def test_qr_gives_the_matrix_back_and_r_is_a_staircase(A):
    Q, R = qr(A)
    assert np.allclose(Q @ R, A, atol=1e-13)
    first = [np.flatnonzero(row)[0] for row in R]
    assert first == sorted(set(first))
    assert all(row[j] > 0 for row, j in zip(R, first, strict=True))


@pytest.mark.parametrize("shape", [(1, 1), (4, 4), (7, 3), (30, 30)])
def test_qr_is_numpys_up_to_the_signs_of_rows(shape):
    A = np.random.default_rng(0).standard_normal(shape)
    Q, R = qr(A)
    Q_numpy, R_numpy = np.linalg.qr(A)
    signs = np.sign(np.diag(R_numpy))
    assert np.allclose(Q, Q_numpy * signs, atol=1e-12)
    assert np.allclose(R, R_numpy * signs[:, None], atol=1e-12)
    assert np.array_equal(R, np.triu(R))


def vandermonde(n):
    return np.vander(np.linspace(0, 1, n), increasing=True)


def lauchli(epsilon):
    return np.vstack([np.ones(3), epsilon * np.eye(3)])


HARD = {
    "hilbert 8": hilbert(8),
    "hilbert 20": hilbert(20),
    "vandermonde 15": vandermonde(15),
    "lauchli 1e-8": lauchli(1e-8),
    "lauchli 1e-11": lauchli(1e-11),
    "long columns": np.array([[1e300, 1e300], [1e300, -1e299]]),
    "short columns": np.array([[1e-310, 1e-300], [0, 1e-310]]) * [1, 1e-5],
    "scales": np.array([[1e200, 1e-200, 1.0], [1e200, -1e-200, 2], [0, 1e-200, 3]]),
    "nearly parallel": np.array([[1, 1, 1], [0, 1e-9, 0], [0, 0, 1e-10]]),
}


@pytest.mark.parametrize("V", HARD.values(), ids=HARD)
def test_nothing_of_orthogonality_is_lost_on_hard_input(V):
    Q, R = qr(V) if np.abs(V).max() <= 1e300 else (gram_schmidt(V), None)
    assert loss(Q) < 1e-14
    lengths = np.array([np.abs(v).max() for v in V.T])
    assert np.all(np.abs(Q @ R - V).max(axis=0) <= 3e-12 * lengths)


def test_independent_columns_are_all_kept_however_short():
    assert gram_schmidt(HARD["scales"]).shape == (3, 3)
    assert gram_schmidt(lauchli(1e-11)).shape == (4, 3)
    assert gram_schmidt(hilbert(8)).shape == (8, 8)


def test_what_counts_as_dependent_is_rtol_of_a_columns_own_length():
    V = np.array([[1, 1e6], [0, 1e-3]])  # a billionth of the second column is new
    assert gram_schmidt(V, rtol=1e-10).shape == (2, 2)
    assert gram_schmidt(V, rtol=1e-8).shape == (2, 1)


def test_dependent_and_zero_columns_are_passed_over():
    V = np.array([[0, 1, 2, 1], [0, 1, 2, 0], [0, 0, 0, 0]])
    Q, R = qr(V)
    assert Q.shape == (3, 2) and np.allclose(Q @ R, V)
    assert np.array_equal(R != 0, [[0, 1, 1, 1], [0, 0, 0, 1]])
    assert np.max(subspace_angles(Q, np.eye(3)[:, :2])) < 1e-14
    assert gram_schmidt(np.zeros((3, 2))).shape == (3, 0)


@pytest.mark.parametrize("shape", [(0, 0), (0, 3), (3, 0)])
def test_empty_matrices_have_empty_answers(shape):
    Q, R = qr(np.zeros(shape))
    assert Q.shape == (shape[0], 0) and R.shape == (0, shape[1])


def test_kahans_matrix_deceives_the_process_as_the_docstring_says():
    s, c, n = np.sin(1.2), np.cos(1.2), 90
    K = np.diag(s ** np.arange(n)) @ (np.eye(n) - c * np.triu(np.ones((n, n)), 1))
    assert np.linalg.svd(K, compute_uv=False)[-1] < 1e-14
    Q, R = qr(K)
    assert Q.shape == (n, n)
    assert np.min(np.diag(R) / np.linalg.norm(K, axis=0)) > 1e-3


def test_arguments_stay_as_they_are_and_integers_will_do():
    V = np.array([[3, 1], [4, 2]])
    qr(V)
    gram_schmidt(V)
    assert np.array_equal(V, [[3, 1], [4, 2]])
    assert np.allclose(gram_schmidt(V), [[0.6, -0.8], [0.8, 0.6]])


@pytest.mark.parametrize(
    ("V", "error", "text"),
    [
        ([1, 2], ValueError, "V must be a matrix"),
        ([[1, np.nan]], ValueError, "V must be finite"),
        ([[1j]], TypeError, "V must be real"),
    ],
)
def test_errors_say_what_is_wrong(V, error, text):
    with pytest.raises(error, match=text):
        gram_schmidt(V)


def test_rtol_is_a_fraction():
    with pytest.raises(ValueError, match="rtol must be between 0"):
        gram_schmidt([[1]], rtol=2)


def test_the_result_prints_the_same_everywhere():
    assert (
        repr(qr([[3, 1], [4, 2]])) == "QR(Q=[[0.6, -0.8], [0.8, 0.6]], R=[[5, 2.2], [0, 0.4]])"
    )
