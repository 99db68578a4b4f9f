"""Elimination against NumPy, SciPy, SymPy and exact fractions, where it is hard too."""

from fractions import Fraction

import numpy as np
import pytest
import sympy
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays
from mlmath.linalg import (
    back_substitute,
    determinant,
    inverse,
    null_space,
    rank,
    reduced_row_echelon,
    row_echelon,
    solve,
)
from numpy.linalg import LinAlgError
from scipy.linalg import hilbert, subspace_angles
from scipy.linalg import null_space as scipy_null_space

whole = st.integers(-6, 6)
matrices = arrays(
    int, array_shapes(min_dims=2, max_dims=2, min_side=0, max_side=6), elements=whole
)
squares = st.integers(0, 5).flatmap(lambda n: arrays(int, (n, n), elements=whole))


def sympy_matrix(A):
    return sympy.Matrix(*A.shape, [int(x) for x in A.ravel()])


@given(matrices)
def test_an_echelon_form_is_a_staircase_with_the_same_row_space(A):
    U, pivots, _ = row_echelon(A)
    first = [np.flatnonzero(row)[0] for row in U if row.any()]
    assert tuple(first) == pivots == tuple(sorted(set(pivots)))
    assert not U[len(pivots) :].any()
    if A.size:  # the rows of U add nothing to those of A
        assert np.linalg.matrix_rank(np.vstack([A, U]), tol=1e-9) == len(pivots)


@given(matrices)
def test_the_reduced_form_rank_and_null_space_are_those_of_exact_arithmetic(A):
    exact, exact_pivots = sympy_matrix(A).rref()
    R, pivots = reduced_row_echelon(A)
    assert pivots == tuple(exact_pivots)
    assert np.allclose(R, np.array(exact.tolist(), dtype=float).reshape(A.shape), atol=1e-9)
    assert rank(A) == len(exact_pivots)
    N = null_space(A)
    assert N.shape == (A.shape[1], A.shape[1] - rank(A))
    assert np.allclose(A @ N, 0, atol=1e-8 * np.abs(N).max(initial=1))


@given(squares)
def test_determinant_and_inverse_are_those_of_exact_arithmetic(A):
    exact = int(sympy_matrix(A).det())
    assert determinant(A) == pytest.approx(exact, rel=1e-9, abs=1e-9)
    if exact:
        assert np.allclose(inverse(A) @ A, np.eye(len(A)), atol=1e-7)
    else:
        with pytest.raises(LinAlgError, match=r"A is singular.*no inverse"):
            inverse(A)


@given(squares, st.data())
def test_a_system_is_solved_or_told_why_not(A, data):
    b = data.draw(arrays(int, len(A), elements=whole))
    left = sympy_matrix(A).rank()
    both = sympy_matrix(np.column_stack([A, b])).rank()
    if left == len(A):
        x = solve(A, b)
        assert np.allclose(A @ x, b, atol=1e-9 * max(1, np.abs(x).max(initial=0)))
    else:
        reason = "is no solution" if both > left else "are infinitely many solutions"
        with pytest.raises(LinAlgError, match=f"A is singular.*There {reason}"):
            solve(A, b)


def exact_solution(A, b):
    """Solve in fractions, by Gauss and Jordan, the matrix as stored."""
    rows = [[Fraction(float(v)) for v in (*row, y)] for row, y in zip(A, b, strict=True)]
    for j in range(len(rows)):
        p = next(i for i in range(j, len(rows)) if rows[i][j])
        rows[j], rows[p] = rows[p], rows[j]
        rows[j] = [v / rows[j][j] for v in rows[j]]
        for i in range(len(rows)):
            if i != j and rows[i][j]:
                factor = rows[i][j]
                rows[i] = [v - factor * w for v, w in zip(rows[i], rows[j], strict=True)]
    return np.array([float(row[-1]) for row in rows])


def wilkinson(n):
    """Return the matrix whose last column doubles at every step of elimination."""
    A = np.eye(n) - np.tril(np.ones((n, n)), -1)
    A[:, -1] = 1
    return A


random = np.random.default_rng(0)
HARD = {
    "a tiny pivot": np.array([[1e-20, 1.0], [1.0, 1.0]]),
    "an equation in tiny units": np.array([[1.0, 1e20], [1.0, 1.0]]),
    "rows of all sizes": np.ldexp(
        random.standard_normal((6, 6)), [[-900], [3], [0], [9], [800], [-300]]
    ),
    "columns of all sizes": np.ldexp(random.standard_normal((5, 5)), [-400, 3, 0, 90, 300]),
    "hilbert 6": hilbert(6),
    "hilbert 9": hilbert(9),
    "vandermonde": np.vander(np.linspace(0, 1, 9), increasing=True),
    "growing pivots": wilkinson(30),
    "diagonal": np.diag([1e-300, 1.0, 1e300]),
    "one by one": np.array([[1e-295]]),
}


@pytest.mark.parametrize("A", HARD.values(), ids=HARD)
def test_hard_systems_are_solved_as_well_as_their_condition_allows(A):
    b = A @ np.ldexp(1.0, -np.frexp(np.abs(A).max(axis=0))[1])
    exact = exact_solution(A, b)
    scaled = np.ldexp(A, -np.frexp(np.abs(A).max(axis=1))[1][:, None])
    scaled = np.ldexp(scaled, -np.frexp(np.abs(scaled).max(axis=0))[1])
    x = solve(A, b)
    worst = np.max(np.abs(x - exact) / np.abs(exact))
    assert worst <= 1e-13 * max(1, len(A) * np.linalg.cond(scaled) / 100)


def test_numpy_is_ruined_by_the_equation_in_tiny_units():
    A = HARD["an equation in tiny units"]
    assert np.allclose(solve(A, A @ [1, 1]), [1, 1])
    assert abs(np.linalg.solve(A, A @ [1, 1])[0] - 1) > 0.5


@pytest.mark.parametrize("shape", [(1, 1), (5, 5), (40, 40), (200, 200)])
def test_random_systems_agree_with_numpy(shape):
    A = random.standard_normal(shape)
    b = random.standard_normal((len(A), 3))
    limit = 1e-14 * len(A) * np.linalg.cond(A)
    assert np.allclose(solve(A, b), np.linalg.solve(A, b), rtol=limit, atol=limit)
    assert np.allclose(solve(A, b[:, 0]), np.linalg.solve(A, b[:, 0]), rtol=limit, atol=limit)
    assert np.allclose(inverse(A), np.linalg.inv(A), rtol=limit, atol=limit)
    sign, size = np.linalg.slogdet(A)
    assert np.sign(determinant(A)) == sign
    assert np.log(abs(determinant(A))) == pytest.approx(size)


@pytest.mark.parametrize("shape", [(4, 7), (7, 4), (30, 30), (100, 60)])
@pytest.mark.parametrize("r", [0, 1, 3])
def test_the_rank_of_a_product_is_found_in_spite_of_rounding(shape, r):
    m, n = shape
    for seed in range(5 if m == 100 else 20):
        rng = np.random.default_rng(seed)
        A = rng.standard_normal((m, r)) @ rng.standard_normal((r, n))
        assert rank(A) == r == np.linalg.matrix_rank(A)
        if r:
            assert np.max(subspace_angles(null_space(A), scipy_null_space(A))) < 1e-10


def test_the_size_of_a_row_or_a_column_does_not_matter():
    A = np.array([[1, 2, 3], [4, 5, 6], [7, 8, 9.0]])
    for D in (np.diag([1, 1e-12, 1e30]), np.diag([1e-200, 1, 1e90])):
        assert rank(D @ A) == rank(A @ D) == 2
        assert rank(D @ (A + np.eye(3)) @ D) == 3


def test_rtol_decides():
    A = np.array([[1, 1], [1, 1 + 1e-6]])
    assert rank(A) == 2 and rank(A, rtol=1e-5) == 1
    assert determinant(A, rtol=1e-5) == 0
    with pytest.raises(LinAlgError, match="singular"):
        solve(A, [1, 2], rtol=1e-5)
    assert rank(hilbert(20)) < 20 and rank(hilbert(20), rtol=0) == 20
    with pytest.raises(ValueError, match="rtol must be between 0"):
        rank(A, rtol=2)


def test_kahans_matrix_deceives_the_rank_as_the_docstring_says():
    s, c, n = np.sin(1.2), np.cos(1.2), 90
    K = np.diag(s ** np.arange(n)) @ (np.eye(n) - c * np.triu(np.ones((n, n)), 1))
    assert rank(K) == n and np.linalg.svd(K, compute_uv=False)[-1] < 1e-14


def test_determinants_beyond_the_range_on_the_way_but_not_at_the_end():
    assert determinant(np.diag([1e200, 1e200, 1e-200, 1e-200])) == pytest.approx(1)
    assert determinant(np.diag([1e-200] * 4 + [1e200] * 4)) == pytest.approx(1)
    assert determinant(np.diag([1e-200] * 4)) == 0
    with pytest.raises(OverflowError, match="the determinant is beyond"):
        determinant(np.diag([1e200] * 2))


def test_solutions_beyond_the_range_are_refused():
    with pytest.raises(OverflowError, match="the solution is beyond"):
        solve([[1e-200]], [1e200])
    with pytest.raises(OverflowError, match="the solution is beyond"):
        back_substitute([[1e-200]], [1e200])
    with pytest.raises(OverflowError, match="the reduced form is beyond"):
        reduced_row_echelon([[1e-200, 1e200]])


def test_empty_matrices():
    assert determinant(np.zeros((0, 0))) == 1
    assert solve(np.zeros((0, 0)), np.zeros(0)).shape == (0,)
    assert inverse(np.zeros((0, 0))).shape == (0, 0)
    assert rank(np.zeros((0, 3))) == rank(np.zeros((3, 0))) == 0
    assert np.array_equal(null_space(np.zeros((0, 3))), np.eye(3))
    assert np.array_equal(null_space(np.zeros((2, 3))), np.eye(3))


def test_zeros_have_no_minus():
    assert not np.signbit(reduced_row_echelon([[-2, 0], [0, -3]]).R).any()
    assert not np.signbit(null_space([[1, 0]])).any()
    assert not np.signbit(inverse([[2, 0], [0, 4]])).any()


def test_arguments_stay_as_they_are():
    A, b = np.array([[0.0, 2], [1, 3]]), np.array([2.0, 5])
    for function in (row_echelon, reduced_row_echelon, rank, null_space, inverse, determinant):
        function(A)
    solve(A, b)
    back_substitute([[1, 2], [0, 3]], b)
    assert np.array_equal(A, [[0, 2], [1, 3]]) and np.array_equal(b, [2, 5])


def test_back_substitution_agrees_and_refuses_what_it_cannot_use():
    U = np.triu(random.standard_normal((6, 6))) + 3 * np.eye(6)
    b = random.standard_normal((6, 2))
    assert np.allclose(back_substitute(U, b), np.linalg.solve(U, b))
    with pytest.raises(
        ValueError, match="U must be upper triangular; found 3 in row 1, column 0"
    ):
        back_substitute([[1, 2], [3, 4]], [1, 1])
    with pytest.raises(LinAlgError, match="the diagonal entry of row 1 is 0"):
        back_substitute([[1, 2], [0, 0]], [1, 1])


@pytest.mark.parametrize(
    ("A", "b", "error", "text"),
    [
        ([[1, 2]], [1], ValueError, "A must be a square matrix"),
        ([[1, np.inf], [0, 1]], [1, 1], ValueError, "A must be finite"),
        ([[1j]], [1], TypeError, "A must be real"),
        ([[1, 2], [3, 4]], [1, 2, 3], ValueError, r"b must have shape \(2,\) or \(2, k\)"),
        ([[1]], 1, ValueError, "b must have shape"),
        ([[1]], [1j], TypeError, "b must be real"),
    ],
)
def test_errors_say_what_is_wrong(A, b, error, text):
    with pytest.raises(error, match=text):
        solve(A, b)


def test_results_print_the_same_everywhere():
    assert repr(row_echelon([[1, 3], [2, 1]])) == (
        "RowEchelon(U=[[2, 1], [0, 2.5]], pivots=(0, 1), swaps=1)"
    )
    assert repr(reduced_row_echelon([[3, 6]])) == ("ReducedRowEchelon(R=[[1, 2]], pivots=(0,))")
