"""Eigenvalues of 2×2 matrices against mpmath, to the last digit, in every case there is."""

from fractions import Fraction

import mpmath
import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from mlmath.linalg import eigen_2x2

integers = st.integers(-9, 9)
entries = st.builds(
    lambda mantissa, exponent: mantissa * 10.0**exponent,
    st.floats(-10, 10, allow_subnormal=False),
    st.integers(-200, 200),
)
ordinary = st.floats(-10, 10, allow_subnormal=False)


def matrices(elements):
    return st.tuples(*[elements] * 4).map(lambda e: [[e[0], e[1]], [e[2], e[3]]])


def is_nearly_defective(A):
    """Whether the discriminant is small against the numbers that it is the difference of."""
    (a, b), (c, d) = [[Fraction(x) for x in row] for row in A]
    return abs((a - d) ** 2 + 4 * b * c) <= Fraction(1, 10**14) * (
        (abs(a) + abs(d)) ** 2 + 4 * abs(b * c)
    )


def by_mpmath(A):
    """Return the two eigenvalues to 30 digits, whatever cancels on the way."""
    with mpmath.workdps(1700):  # the range of the entries, twice, as products are formed
        (a, b), (c, d) = [[mpmath.mpf(x) for x in row] for row in A]
        root = mpmath.sqrt((a - d) ** 2 + 4 * b * c)
        return (a + d + root) / 2, (a + d - root) / 2


def distance_apart(A):
    """Return the distance of the two eigenvalues, relative to the largest entry."""
    first, second = by_mpmath(A)
    return float(abs(first - second) / max(abs(x) for row in A for x in row))


@given(matrices(entries) | matrices(ordinary) | matrices(integers))
def test_the_error_is_a_rounding_error_of_the_largest_entry(A):
    size = np.abs(A).max()
    assume(size > 0)
    apart = distance_apart(A)
    allowed = min(8 * 2**-53 * (1 + 1 / apart) if apart else 1, 4 * 2**-26.5)
    for value, exact in zip(eigen_2x2(A).eigenvalues, by_mpmath(A), strict=True):
        assert float(abs(mpmath.mpmathify(value) - exact) / size) <= allowed


@pytest.mark.parametrize(
    ("A", "eigenvalues"),
    [
        ([[2.0**27, 1], [1, 2.0**-27]], [2.0**27 + 2.0**-27, 0]),  # determinant 0
        ([[1e200, 0], [0, 1e-200]], [1e200, 1e-200]),
        ([[1e-200, 2e-200], [2e-200, 1e-200]], [3e-200, -1e-200]),
        ([[1e300, 1e300], [1e300, 1e300]], [2e300, 0]),
    ],
)
def test_nothing_overflows_or_underflows(A, eigenvalues):
    found = eigen_2x2(A).eigenvalues
    np.testing.assert_allclose(found, eigenvalues, rtol=1e-14, atol=1e-15 * np.abs(A).max())


def test_entries_too_large_for_their_sum_to_be_a_float_are_refused():
    with pytest.raises(
        ValueError, match=r"A must have no entry above 1e\+300; found 1.5e\+308"
    ):
        eigen_2x2([[1.5e308, 0], [0, 1]])


@given(matrices(ordinary) | matrices(integers))
def test_each_column_is_stretched_by_its_eigenvalue(A):
    eigenvalues, V = eigen_2x2(A)
    values = eigenvalues[: V.shape[1]]
    if V.shape[1]:
        assume(not is_nearly_defective(A) or np.array_equal(values, values.astype(int)))
    residual = np.array(A, dtype=float) @ V - values * V
    assert np.abs(residual).max(initial=0) <= 1e-14 * np.abs(A).max()
    np.testing.assert_allclose(np.hypot(*V), 1, rtol=1e-15)


@given(matrices(entries))
def test_columns_of_badly_scaled_matrices_are_still_unit_eigenvectors(A):
    assume(not is_nearly_defective(A))
    (a, b), (c, d) = [[mpmath.mpf(x) for x in row] for row in A]
    eigenvalues, V = eigen_2x2(A)
    size = max(map(abs, (a, b, c, d)))
    for value, (x, y) in zip(eigenvalues, V.T, strict=False):
        assert np.hypot(x, y) == pytest.approx(1, rel=1e-15)
        assert abs(a * x + b * y - value * x) <= 1e-15 * 4 * size
        assert abs(c * x + d * y - value * y) <= 1e-15 * 4 * size


@given(matrices(integers))
def test_trace_is_the_sum_and_determinant_the_product(A):
    first, second = eigen_2x2(A).eigenvalues
    assert first + second == pytest.approx(np.trace(A), abs=1e-14)
    assert first * second == pytest.approx(A[0][0] * A[1][1] - A[0][1] * A[1][0], abs=1e-13)


@given(matrices(integers))
def test_the_number_of_columns_is_the_number_of_eigenlines(A):
    (a, b), (c, d) = A
    discriminant = (a - d) ** 2 + 4 * b * c
    eigenvalues, V = eigen_2x2(A)
    if discriminant < 0:
        assert V.shape == (2, 0)
        assert eigenvalues[0] == eigenvalues[1].conjugate()
        assert eigenvalues[0].imag > 0
    elif discriminant > 0:
        assert V.shape == (2, 2)
        assert eigenvalues[0] > eigenvalues[1]
        assert abs(np.linalg.det(V)) > 1e-3  # two lines, not one line twice
    elif b == c == 0:
        np.testing.assert_array_equal(V, np.eye(2))
    else:
        assert V.shape == (2, 1)
        assert eigenvalues[0] == eigenvalues[1] == (a + d) / 2


@given(st.tuples(ordinary, ordinary, ordinary))
def test_a_symmetric_matrix_always_has_two_perpendicular_eigenlines(entries):
    a, b, d = entries
    V = eigen_2x2([[a, b], [b, d]]).eigenvectors
    np.testing.assert_allclose(V.T @ V, np.eye(2), atol=1e-15)


@given(matrices(ordinary))
def test_agrees_with_lapack(A):
    size = np.abs(A).max()
    assume(size > 0)
    assume(distance_apart(A) > 1e-3)  # closer than that, both of them lose digits
    found = np.sort_complex(eigen_2x2(A).eigenvalues)
    expected = np.sort_complex(np.linalg.eigvals(A))
    np.testing.assert_allclose(found, expected, rtol=0, atol=1e-12 * size)


@pytest.mark.parametrize(
    "A",
    [[[1 + 2e-16, 0], [0, 1]], [[1.0, 1e-17], [1e-17, 1.0]], [[1, 1e-200], [1e-200, 1]]],
)
def test_rounding_never_takes_an_eigenline_from_a_symmetric_matrix(A):
    assert eigen_2x2(A).eigenvectors.shape == (2, 2)


def test_a_nearly_defective_matrix_has_two_lines_close_together():
    eigenvalues, V = eigen_2x2([[1, 1], [1e-20, 1]])
    np.testing.assert_allclose(eigenvalues - 1, [1e-10, -1e-10], rtol=1e-6)
    np.testing.assert_allclose(V, [[1, 1], [1e-10, -1e-10]], rtol=1e-15)


def test_zero_and_multiples_of_the_identity_keep_every_line():
    for factor in (0, -3, 0.1):
        eigenvalues, V = eigen_2x2(factor * np.eye(2))
        assert eigenvalues.tolist() == [factor, factor]
        np.testing.assert_array_equal(V, np.eye(2))


def test_other_shapes_and_complex_entries_are_refused():
    with pytest.raises(
        ValueError, match=r"A must be a matrix of shape \(2, 2\); found shape \(3, 3\)"
    ):
        eigen_2x2(np.eye(3))
    with pytest.raises(TypeError, match="A must be real"):
        eigen_2x2([[1j, 0], [0, 1]])


def test_the_result_unpacks_and_prints_briefly():
    result = eigen_2x2([[1, 2], [3, 4]])
    eigenvalues, eigenvectors = result
    assert eigenvalues is result.eigenvalues
    assert eigenvectors is result.eigenvectors
    assert repr(result) == (
        "Eigen2x2(eigenvalues=[5.372, -0.3723], "
        "eigenvectors=[[0.416, 0.8246], [0.9094, -0.5658]])"
    )
