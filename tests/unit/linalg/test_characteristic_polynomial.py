"""The characteristic polynomial against SymPy, NumPy and the theorem of Cayley and Hamilton."""

from fractions import Fraction

import numpy as np
import pytest
import sympy
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from mlmath.linalg import characteristic_polynomial


def square(elements, largest, dtype=np.int64, smallest=1):
    sizes = st.integers(smallest, largest)
    return sizes.flatmap(lambda n: arrays(dtype, (n, n), elements=elements))


def by_sympy(A):
    """Return the exact coefficients for the entries as stored."""
    exact = [[sympy.Rational(*entry.as_integer_ratio()) for entry in row] for row in A.tolist()]
    polynomial = sympy.Matrix(exact).charpoly()
    return [Fraction(int(c.p), int(c.q)) for c in polynomial.all_coeffs()]


@given(square(st.integers(-9, 9), 5))
def test_integers_give_the_exact_coefficients(A):
    p = characteristic_polynomial(A)
    assert p.dtype == np.int64
    assert p.tolist() == by_sympy(A)


@given(square(st.integers(-(2**62), 2**62), 4, smallest=2))
def test_coefficients_beyond_64_bits_are_python_integers_and_not_wrapped(A):
    p = characteristic_polynomial(A)
    assert p.tolist() == by_sympy(A)
    assert all(type(c) is int for c in p.tolist())


floats = st.floats(-1e100, 1e100, allow_subnormal=False)


@given(square(floats | st.floats(-2, 2), 3, np.float64))
def test_floats_give_the_nearest_floats(A):
    assert characteristic_polynomial(A).tolist() == [float(c) for c in by_sympy(A)]


@given(square(st.integers(-9, 9), 5))
def test_a_matrix_satisfies_its_own_polynomial(A):
    value = np.zeros_like(A)
    for coefficient in characteristic_polynomial(A):
        value = value @ A + coefficient * np.eye(len(A), dtype=int)
    assert not value.any()


def test_agrees_with_numpy_where_numpy_is_accurate():
    A = np.random.default_rng(0).standard_normal((6, 6))
    np.testing.assert_allclose(characteristic_polynomial(A), np.poly(A), rtol=1e-12)


def test_entries_of_very_different_size_do_not_cancel():
    # In floating point the recursion gives 0.5 for the determinant of this matrix.
    p = characteristic_polynomial(np.diag([1e200, 1e-200]))
    assert p.tolist() == [1, -1e200, 1]


def test_a_coefficient_too_large_for_a_float_is_named():
    with pytest.raises(OverflowError, match=r"the coefficient of λ\^0 is beyond 1.8e308"):
        characteristic_polynomial(np.diag([1e200, 1e200]))


def test_an_empty_matrix_has_the_polynomial_1_and_a_number_has_x_minus_itself():
    assert characteristic_polynomial(np.empty((0, 0))).tolist() == [1]
    assert characteristic_polynomial([[7]]).tolist() == [1, -7]


def test_what_is_no_real_square_matrix_is_refused():
    with pytest.raises(ValueError, match=r"A must be a square matrix; found shape \(2, 3\)"):
        characteristic_polynomial(np.ones((2, 3)))
    with pytest.raises(TypeError, match="A must be real; found complex numbers"):
        characteristic_polynomial([[1j]])
