"""Diagonalising against NumPy's eigenvalues, SymPy, and its own equation A = P D P⁻¹."""

import numpy as np
import pytest
import sympy
from hypothesis import given
from hypothesis import strategies as st
from mlmath.linalg import diagonalise
from scipy.linalg import hilbert


@given(st.integers(1, 6), st.integers(0, 10**6))
def test_the_product_is_the_matrix_and_the_order_goes_down(n, seed):
    A = np.random.default_rng(seed).standard_normal((n, n))
    P, D = diagonalise(A)
    np.testing.assert_allclose(P @ D @ np.linalg.inv(P), A, atol=1e-6 * np.linalg.cond(P))
    assert np.count_nonzero(D - np.diag(np.diag(D))) == 0
    sizes = np.abs(np.diag(D))
    assert (np.diff(sizes) <= 1e-9 * sizes.max()).all()
    np.testing.assert_allclose(np.linalg.norm(P, axis=0), 1)


@given(st.integers(1, 6), st.integers(0, 10**6))
def test_symmetric_matrices_have_an_orthogonal_basis_even_where_eigenvalues_repeat(n, seed):
    rng = np.random.default_rng(seed)
    Q, _ = np.linalg.qr(rng.standard_normal((n, n)))
    A = Q @ np.diag(rng.integers(-2, 3, n).astype(float)) @ Q.T
    A = (A + A.T) / 2
    P, D = diagonalise(A)
    np.testing.assert_allclose(P.T @ P, np.eye(n), atol=1e-12)
    np.testing.assert_allclose(P @ D @ P.T, A, atol=1e-12)


@given(st.lists(st.integers(-3, 3), min_size=4, max_size=4))
def test_whole_matrices_are_refused_exactly_when_sympy_says_they_are_defective(entries):
    A = np.reshape(entries, (2, 2))
    if sympy.Matrix(A.tolist()).is_diagonalizable():
        P, D = diagonalise(A)
        np.testing.assert_allclose(A @ P, P @ D, atol=1e-12)
    else:
        with pytest.raises(ValueError, match="A must have a basis of eigenvectors"):
            diagonalise(A)


@pytest.mark.parametrize("n", [2, 3, 4])
def test_a_hidden_jordan_block_is_refused(n):
    rng = np.random.default_rng(n)
    B = rng.standard_normal((n, n))
    A = B @ (np.eye(n) + np.eye(n, k=1)) @ np.linalg.inv(B)
    with pytest.raises(ValueError, match="condition number above 1e"):
        diagonalise(A)


def test_complex_eigenvalues_give_complex_matrices_with_a_fixed_direction():
    P, D = diagonalise([[0, -1], [1, 0]])
    np.testing.assert_allclose(np.diag(D), [1j, -1j])
    np.testing.assert_allclose(P[0], [1 / np.sqrt(2)] * 2)
    np.testing.assert_allclose(P @ D @ np.linalg.inv(P), [[0, -1], [1, 0]], atol=1e-15)


def test_repeated_eigenvalues_alone_are_no_obstacle():
    P, D = diagonalise([[2, 0, 1], [0, 2, 0], [0, 0, 3]])
    assert np.diag(D).tolist() == [3, 2, 2]
    np.testing.assert_allclose(P @ D @ np.linalg.inv(P), [[2, 0, 1], [0, 2, 0], [0, 0, 3]])


@pytest.mark.parametrize("scale", [1e-200, 1, 1e200])
def test_scale_does_not_matter(scale):
    P, D = diagonalise(scale * np.array([[4.0, -2], [1, 1]]))
    np.testing.assert_allclose(np.diag(D), [3 * scale, 2 * scale])
    np.testing.assert_allclose(P / P[1], [[2, 1], [1, 1]])


def test_a_nearly_singular_matrix_is_diagonalised_and_a_zero_matrix_too():
    H = hilbert(8)
    P, D = diagonalise(H)
    np.testing.assert_allclose(P @ D @ P.T, H, atol=1e-14)
    assert not diagonalise(np.zeros((3, 3))).D.any()
    assert diagonalise([[7]]).D == [[7]]
    assert diagonalise(np.empty((0, 0))).P.shape == (0, 0)


def test_the_argument_stays_and_bad_ones_are_named():
    A = np.array([[2.0, 1], [0, 1]])
    diagonalise(A)
    assert A.tolist() == [[2, 1], [0, 1]]
    with pytest.raises(ValueError, match=r"A must be a square matrix; found shape \(2, 3\)"):
        diagonalise(np.ones((2, 3)))
    with pytest.raises(TypeError, match="A must be real; found complex numbers"):
        diagonalise([[1j]])


def test_it_prints_rounded():
    assert repr(diagonalise([[3, 0], [0, 2]])) == (
        "Diagonalisation(P=[[1, 0], [0, 1]], D=[[3, 0], [0, 2]])"
    )
