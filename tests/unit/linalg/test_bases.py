"""Coordinates by projection, and which vectors are independent."""

import numpy as np
import pytest
import sympy
from hypothesis import given
from hypothesis import strategies as st
from mlmath.linalg import new_directions, orthogonal_coordinates
from scipy.linalg import hilbert

whole_rows = st.integers(1, 4).flatmap(
    lambda n: st.lists(
        st.lists(st.integers(-3, 3), min_size=n, max_size=n), min_size=1, max_size=6
    )
)


@given(st.integers(1, 7), st.integers(0, 10**6))
def test_the_coordinates_are_those_of_the_linear_system(n, seed):
    rng = np.random.default_rng(seed)
    Q, _ = np.linalg.qr(rng.standard_normal((n, n)))
    basis = 10.0 ** rng.uniform(-3, 3, (n, 1)) * Q
    x = rng.standard_normal(n)
    c = orthogonal_coordinates(x, basis)
    np.testing.assert_allclose(c, np.linalg.solve(basis.T, x), rtol=1e-8, atol=1e-9)
    np.testing.assert_allclose(c @ basis, x, atol=1e-12)


def test_integers_and_a_number():
    assert orthogonal_coordinates([3, 4], [(2, 1), (-2, 4)]).tolist() == pytest.approx([2, 0.5])
    assert orthogonal_coordinates([6], [[-3]]).tolist() == [-2]
    assert orthogonal_coordinates([], np.empty((0, 0))).tolist() == []


def test_a_basis_that_is_not_orthogonal_is_refused_with_its_angle():
    with pytest.raises(ValueError) as caught:
        orthogonal_coordinates([1, 2], [(1, 0), (1, 1)])
    assert str(caught.value) == (
        "basis must be orthogonal; vectors 1 and 2 make an angle of 45 degrees"
    )


@pytest.mark.parametrize(
    ("x", "basis", "message"),
    [
        ([1, 2], [(1, 0), (0, 0)], "each basis vector must not be zero"),
        ([1, 2], [(1, 0)], "basis must be a square matrix; found shape (1, 2)"),
        ([1, 2, 3], np.eye(2), "x must be a vector of length 2; found shape (3,)"),
    ],
)
def test_bad_arguments_are_named(x, basis, message):
    with pytest.raises(ValueError) as caught:
        orthogonal_coordinates(x, basis)
    assert str(caught.value) == message


@given(whole_rows)
def test_whole_vectors_as_in_exact_arithmetic(rows):
    # The pivot columns of the transpose are the vectors outside the span of those before them.
    _, pivots = sympy.Matrix(rows).T.rref()
    assert new_directions(rows) == list(pivots)


@given(st.integers(1, 8), st.integers(1, 8), st.integers(1, 8), st.integers(0, 10**6))
def test_their_number_is_the_rank(k, n, rank, seed):
    rng = np.random.default_rng(seed)
    rows = rng.standard_normal((k, rank)) @ rng.standard_normal((rank, n))
    assert len(new_directions(rows)) == np.linalg.matrix_rank(rows, rtol=1e-9)


def test_the_lengths_of_the_vectors_do_not_matter():
    rows = np.array([(1, 0, 2), (0, 1, 1), (1, 1, 3), (0, 0, 1)])
    lengths = np.array([[1e-200], [1e200], [3], [5e-300]])
    assert new_directions(rows * lengths) == [0, 1, 3]


def test_zero_vectors_and_no_vectors_add_nothing():
    assert new_directions([(0, 0), (0, 2), (0, 0)]) == [1]
    assert new_directions(np.empty((0, 3))) == []
    assert new_directions(np.empty((3, 0))) == []
    assert new_directions([[4]]) == [0]


def test_nearly_dependent_vectors_are_told_apart_as_far_as_asked():
    near = [(1, 0), (1, 1e-6)]
    assert new_directions(near) == [0, 1]
    assert new_directions(near, rtol=1e-5) == [0]
    # Independent in exact arithmetic, but not in floats:
    assert sympy.Matrix(12, 12, lambda i, j: sympy.Rational(1, i + j + 1)).rank() == 12
    assert len(new_directions(hilbert(12))) < 12
    powers = np.vander(np.arange(1, 9), increasing=True)
    assert new_directions(powers) == list(range(8))


def test_arguments_are_checked_and_left_alone():
    rows = np.array([[1.0, 2], [2, 4]])
    assert new_directions(rows) == [0]
    assert rows.tolist() == [[1, 2], [2, 4]]
    with pytest.raises(ValueError, match="vectors must be a matrix"):
        new_directions([1, 2])
    with pytest.raises(ValueError, match="rtol must be between 0 and 1; found 2"):
        new_directions(rows, rtol=2)
