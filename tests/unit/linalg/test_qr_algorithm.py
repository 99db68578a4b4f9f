"""The QR algorithm against LAPACK, and where it cannot follow."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from mlmath.linalg import ConvergenceError, eigen_2x2, qr_algorithm


def assert_same_spectrum(found, expected, atol):
    """Compare two sets of eigenvalues, in whatever order they come."""
    left = list(expected)
    for value in found:
        nearest = int(np.argmin(np.abs(np.array(left) - value)))
        assert abs(left.pop(nearest) - value) <= atol
    assert not left


@given(st.integers(1, 6), st.integers(0, 10**6))
def test_symmetric_matrices_agree_with_lapack(n, seed):
    rng = np.random.default_rng(seed)
    Q, _ = np.linalg.qr(rng.standard_normal((n, n)))
    A = Q * (rng.permutation(n) + 1.0) @ Q.T
    A = (A + A.T) / 2
    assert_same_spectrum(qr_algorithm(A).eigenvalues, np.linalg.eigvalsh(A), 1e-12 * n)


def test_random_matrices_agree_with_lapack_as_the_docstring_says():
    steps = []
    for seed in range(100):
        A = np.random.default_rng(seed).standard_normal((5, 5))
        result = qr_algorithm(A)
        steps.append(result.n_iter)
        assert_same_spectrum(result.eigenvalues, np.linalg.eigvals(A), 1e-11)
    assert np.median(steps) == pytest.approx(158, abs=2)
    assert max(steps) == pytest.approx(3179, abs=50)


@given(st.integers(2, 4), st.integers(0, 10**6))
def test_the_trace_is_the_sum_of_the_eigenvalues(n, seed):
    A = np.random.default_rng(seed).integers(-5, 6, (n, n))
    try:
        result = qr_algorithm(A)
    except ConvergenceError as error:
        result = error.result  # the trace is kept all the way
    assert result.eigenvalues.sum() == pytest.approx(np.trace(A), abs=1e-9)


def test_eigenvalues_come_in_the_order_of_their_magnitude():
    A = np.random.default_rng(1).standard_normal((6, 6))
    A = A @ A.T
    np.testing.assert_allclose(qr_algorithm(A).eigenvalues, np.linalg.eigvalsh(A)[::-1])


@pytest.mark.parametrize("n", [1, 2, 3])
def test_complex_pairs_are_read_off_the_blocks_that_remain(n):
    angles = np.arange(1, n + 1)
    A = np.zeros((2 * n + 1, 2 * n + 1))
    A[-1, -1] = 9
    for i, angle in enumerate(angles):
        c, s = (i + 2) * np.cos(angle), (i + 2) * np.sin(angle)
        A[2 * i : 2 * i + 2, 2 * i : 2 * i + 2] = [[c, -s], [s, c]]
    mix = np.random.default_rng(n).standard_normal(A.shape)
    result = qr_algorithm(mix @ A @ np.linalg.inv(mix))
    expected = [
        *((angles + 1) * np.exp(1j * angles)),
        *((angles + 1) * np.exp(-1j * angles)),
        9,
    ]
    assert_same_spectrum(result.eigenvalues, expected, 1e-8)


@pytest.mark.parametrize(
    "A",
    [
        [[0, -1], [1, 0]],  # a complex pair
        [[0, 1], [1, 0]],  # 1 and −1
        [[3, 1], [-1, 1]],  # 2 twice, defective
        [[1, 1], [1e-10, 1]],  # nearly defective
    ],
)
def test_a_block_that_no_step_can_part_is_left_to_the_formula(A):
    result = qr_algorithm(A)
    np.testing.assert_allclose(result.eigenvalues, eigen_2x2(A).eigenvalues, atol=1e-12)
    assert result.n_iter == 0


def test_a_block_that_can_be_parted_is_iterated_on():
    result = qr_algorithm([[2, 1], [1, 2]])
    assert result.n_iter > 10
    np.testing.assert_allclose(result.eigenvalues, [3, 1], rtol=1e-14)


def test_three_eigenvalues_of_one_magnitude_are_an_error_and_not_an_answer():
    cycle = np.roll(np.eye(3), 1, axis=0)  # its eigenvalues are the cube roots of 1
    with pytest.raises(ConvergenceError) as caught:
        qr_algorithm(cycle, max_iter=50)
    assert str(caught.value) == (
        "qr_algorithm did not converge: residual 1 after 50 iterations, wanted at most 1e-12"
    )
    assert caught.value.result.eigenvalues.shape == (3,)


@pytest.mark.parametrize("factor", [1e200, 1e-200, 1e290])
def test_the_unit_of_the_entries_does_not_matter(factor):
    A = np.random.default_rng(0).standard_normal((4, 4))
    result = qr_algorithm(factor * A)
    np.testing.assert_allclose(
        result.eigenvalues / factor, qr_algorithm(A).eigenvalues, rtol=1e-10
    )


def test_zero_empty_and_triangular_matrices_need_no_step():
    assert qr_algorithm(np.zeros((3, 3))).eigenvalues.tolist() == [0, 0, 0]
    assert qr_algorithm(np.empty((0, 0))).eigenvalues.shape == (0,)
    triangular = qr_algorithm([[1, 5], [0, 3]])
    assert (triangular.eigenvalues.tolist(), triangular.n_iter) == ([1, 3], 0)


def test_the_argument_is_not_changed():
    A = np.array([[2.0, 1], [1, 2]])
    qr_algorithm(A)
    assert A.tolist() == [[2, 1], [1, 2]]


def test_bad_arguments_are_named():
    with pytest.raises(ValueError, match=r"A must be a square matrix; found shape \(2, 3\)"):
        qr_algorithm(np.ones((2, 3)))
    with pytest.raises(TypeError, match="A must be real; found complex numbers"):
        qr_algorithm([[1j]])
    with pytest.raises(ValueError, match="A must be finite; found nan"):
        qr_algorithm([[np.nan]])
