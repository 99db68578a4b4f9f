"""Gaussian elimination: echelon forms, and what can be read off them."""

from __future__ import annotations

from math import frexp, ldexp
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from mlmath.linalg.readable import readable
from mlmath.validation import check_array, check_matrix, check_number

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray


class RowEchelon(NamedTuple):
    """What `row_echelon` returns; it unpacks into its three fields.

    Attributes
    ----------
    U : ndarray of shape (m, n)
        The echelon form: each row begins further right than the one above it.
    pivots : tuple of int
        The columns, counted from 0, in which the rows that are not zero begin.
    swaps : int
        How many times two rows were exchanged.
    """

    U: NDArray
    pivots: tuple[int, ...]
    swaps: int

    def __repr__(self) -> str:
        """Return the fields, rounded."""
        return f"RowEchelon(U={readable(self.U)}, pivots={self.pivots}, swaps={self.swaps})"


class ReducedRowEchelon(NamedTuple):
    """What `reduced_row_echelon` returns; it unpacks into its two fields.

    Attributes
    ----------
    R : ndarray of shape (m, n)
        The reduced echelon form: every pivot is 1 and alone in its column.
    pivots : tuple of int
        The columns of the pivots, counted from 0.
    """

    R: NDArray
    pivots: tuple[int, ...]

    def __repr__(self) -> str:
        """Return the fields, rounded."""
        return f"ReducedRowEchelon(R={readable(self.R)}, pivots={self.pivots})"


def row_echelon(A: ArrayLike, *, rtol: float | None = None) -> RowEchelon:
    """Return an echelon form of A, by elimination with partial pivoting.

    In each column the largest entry that is left becomes the pivot, so that no factor is
    above 1. An entry that should vanish seldom does when one computes with floats. It counts
    as zero if it is at most `rtol` times its size: the largest of the numbers that went into
    it, where those that went into a factor count as often as the pivot is smaller than they.
    So it does not matter in which units a row or a column is measured.

    Parameters
    ----------
    A : array_like of shape (m, n)
        Real matrix; entries up to 1e300.
    rtol : float, optional
        What counts as zero: 8 max(m, n) times 2.2e-16 if not given.

    Returns
    -------
    RowEchelon
        `U`, `pivots` and `swaps`.

    Notes
    -----
    Which pivots are zero is a decision about size. Singular values decide it more reliably:
    there are matrices, such as Kahan's, that are very near to a singular one without having
    a small pivot.

    References
    ----------
    .. [1] L. N. Trefethen and D. Bau, *Numerical Linear Algebra*, SIAM, 1997, lectures 20–22.

    Derived on the page *Gaussian elimination*
    (linear-algebra/matrices-and-systems/gaussian-elimination).

    Examples
    --------
    >>> row_echelon([[2, 1, 5], [1, 3, 10]])
    RowEchelon(U=[[2, 1, 5], [0, 2.5, 7.5]], pivots=(0, 1), swaps=0)
    """
    U = check_matrix(A, largest=1e300).astype(float)
    rtol = tolerance(rtol, U.shape)
    size = np.abs(U)  # rounding may have changed an entry by about 1e-16 times its size
    pivots: list[int] = []
    swaps = row = 0
    for column in range(U.shape[1]):
        if row == len(U):
            break
        left = U[row:, column]
        left[np.abs(left) <= rtol * size[row:, column]] = 0
        largest = row + np.argmax(np.abs(left))
        if U[largest, column] == 0:
            continue
        if largest != row:
            U[[row, largest]] = U[[largest, row]]
            size[[row, largest]] = size[[largest, row]]
            swaps += 1
        subtract_multiples(U, size, row, column)
        pivots.append(column)
        row += 1
    return RowEchelon(U, tuple(pivots), swaps)


def subtract_multiples(U: NDArray, size: NDArray, row: int, column: int) -> None:
    """Make zeros below a pivot, in place, and keep book of how sure each entry is.

    The error of an entry is that of the rows subtracted from each other, or of the factor.
    """
    below = np.s_[row + 1 :, column:]
    pivot, pivot_size = U[row, column:], size[row, column:]
    factors = U[row + 1 :, column, np.newaxis] / pivot[0]
    with np.errstate(over="ignore", invalid="ignore"):
        doubts = size[row + 1 :, column, np.newaxis] / abs(pivot[0])
        brought = np.fmax(np.abs(factors) * pivot_size, doubts * np.abs(pivot))
    size[below] = np.fmax(size[below], brought)
    U[below] -= factors * pivot
    U[row + 1 :, column] = 0


def back_substitute(U: ArrayLike, b: ArrayLike) -> NDArray:
    """Return the solution of U**x** = **b** for an upper triangular U, from the last row up.

    Parameters
    ----------
    U : array_like of shape (n, n)
        Real upper triangular matrix, no zero on the diagonal.
    b : array_like of shape (n,) or (n, k)
        A right-hand side, or k of them as columns.

    Returns
    -------
    ndarray of the shape of b
        The solution, or the solutions as columns.

    Raises
    ------
    ValueError
        If an entry below the diagonal is not zero, or `b` does not fit.
    LinAlgError
        If an entry on the diagonal is zero.
    OverflowError
        If an entry of the solution is too large for a float.

    Derived on the page *Gaussian elimination*
    (linear-algebra/matrices-and-systems/gaussian-elimination).

    Examples
    --------
    >>> back_substitute([[2, 1], [0, 5]], [5, 15])
    array([1., 3.])
    """
    U = check_matrix(U, "U", square=True).astype(float)
    b = check_right_side(b, len(U))
    if np.tril(U, -1).any():
        i, j = np.argwhere(np.tril(U, -1))[0]
        raise ValueError(
            f"U must be upper triangular; found {U[i, j]:g} in row {i}, column {j}"
        )
    if not U.diagonal().all():
        raise np.linalg.LinAlgError(
            f"U is singular: the diagonal entry of row {np.argmin(np.abs(U.diagonal()))} is 0"
        )
    x = np.zeros_like(b)
    with np.errstate(over="ignore", invalid="ignore"):
        for i in reversed(range(len(U))):
            x[i] = (b[i] - U[i, i + 1 :] @ x[i + 1 :]) / U[i, i]
    return check_finite(x, "the solution")


def solve(A: ArrayLike, b: ArrayLike, *, rtol: float | None = None) -> NDArray:
    """Return the solution of A**x** = **b**, by elimination on [A | **b**].

    First each equation is multiplied by a power of two that brings the largest entry of its
    row of A near 1, which makes no rounding error: otherwise an equation written in very small
    units could supply a pivot that ruins the others.

    Parameters
    ----------
    A : array_like of shape (n, n)
        Real square matrix.
    b : array_like of shape (n,) or (n, k)
        A right-hand side, or k of them as columns.
    rtol : float, optional
        As in `row_echelon`: what counts as zero.

    Returns
    -------
    ndarray of the shape of b
        The solution, or the solutions as columns. Its relative error is, as a rule, at most
        the condition number of A (after the scaling) times a few times 1e-16.

    Raises
    ------
    LinAlgError
        If A is singular, or cannot be told from a singular matrix; the error says whether there
        is no solution, or infinitely many.
    OverflowError
        If an entry of the solution is too large for a float, or one of `b` is above 1e300
        times the largest entry in its row of A.

    Derived on the page *Gaussian elimination*
    (linear-algebra/matrices-and-systems/gaussian-elimination).

    Examples
    --------
    >>> solve([[2, 1], [1, 3]], [5, 10])
    array([1., 3.])
    >>> solve([[1, 2], [2, 4]], [1, 3])
    Traceback (most recent call last):
    ...
    numpy.linalg.LinAlgError: A is singular: column 1 has no pivot. There is no solution
    """
    A = check_matrix(A, square=True).astype(float)
    b = check_right_side(b, len(A))
    n = len(A)
    exponents = np.frexp(np.abs(A).max(axis=1, initial=0))[1][:, np.newaxis]
    with np.errstate(over="ignore"):
        rows = np.ldexp(np.column_stack([A, b]), -exponents)
    if np.abs(rows).max(initial=0) > 1e300:
        raise OverflowError("the solution is beyond 1e300, or b is so large beside a row of A")
    U, pivots, _ = row_echelon(rows, rtol=rtol)
    if pivots[:n] != tuple(range(n)):
        missing = min(set(range(n)) - set(pivots))
        none = any(column >= n for column in pivots)
        raise np.linalg.LinAlgError(
            f"A is singular: column {missing} has no pivot. There "
            + ("is no solution" if none else "are infinitely many solutions")
        )
    return back_substitute(U[:, :n], U[:, n:]).reshape(b.shape)


def reduced_row_echelon(A: ArrayLike, *, rtol: float | None = None) -> ReducedRowEchelon:
    """Return the reduced echelon form of A.

    After `row_echelon`, from the last pivot to the first: divide the row by its pivot and
    subtract multiples of it from the rows above.

    Parameters
    ----------
    A : array_like of shape (m, n)
        Real matrix; entries up to 1e300.
    rtol : float, optional
        As in `row_echelon`: what counts as zero.

    Returns
    -------
    ReducedRowEchelon
        `R` and `pivots`.

    Raises
    ------
    OverflowError
        If an entry of the form is too large for a float.

    Derived on the page *Rank* (linear-algebra/matrices-and-systems/rank).

    Examples
    --------
    >>> reduced_row_echelon([[1, 2, 3], [2, 4, 7]])
    ReducedRowEchelon(R=[[1, 2, 0], [0, 0, 1]], pivots=(0, 2))
    """
    R, pivots, _ = row_echelon(A, rtol=rtol)
    with np.errstate(over="ignore", invalid="ignore"):
        for row, column in reversed(list(enumerate(pivots))):
            R[row] /= R[row, column]
            R[:row] -= R[:row, column, np.newaxis] * R[row]
            R[:row, column] = 0
    return ReducedRowEchelon(check_finite(R, "the reduced form") + 0.0, pivots)  # no -0.


def rank(A: ArrayLike, *, rtol: float | None = None) -> int:
    """Return the rank of A: the number of pivots.

    Parameters
    ----------
    A : array_like of shape (m, n)
        Real matrix; entries up to 1e300.
    rtol : float, optional
        As in `row_echelon`, where there is also a warning: what counts as zero.

    Derived on the page *Rank* (linear-algebra/matrices-and-systems/rank).

    Examples
    --------
    >>> rank([[1, 2, 3], [4, 5, 6], [7, 8, 9]])
    2
    """
    return len(row_echelon(A, rtol=rtol).pivots)


def null_space(A: ArrayLike, *, rtol: float | None = None) -> NDArray:
    """Return a basis of the solutions of A**x** = **0**.

    One column for each free variable: that variable is 1, the other free ones are 0, and the
    pivot variables follow from the reduced echelon form. The columns are independent, not
    perpendicular; SciPy's function of this name returns an orthonormal basis.

    Parameters
    ----------
    A : array_like of shape (m, n)
        Real matrix; entries up to 1e300.
    rtol : float, optional
        As in `row_echelon`: what counts as zero.

    Returns
    -------
    ndarray of shape (n, n − rank)
        The basis, as columns; none if only **0** solves the system.

    Derived on the page *Rank* (linear-algebra/matrices-and-systems/rank).

    Examples
    --------
    >>> null_space([[1, 2, 3], [2, 4, 7]])
    array([[-2.],
           [ 1.],
           [ 0.]])
    """
    R, pivots = reduced_row_echelon(A, rtol=rtol)
    n = R.shape[1]
    free = [column for column in range(n) if column not in pivots]
    basis = np.zeros((n, len(free)))
    basis[free, range(len(free))] = 1
    basis[list(pivots)] = 0.0 - R[: len(pivots), free]
    return basis


def inverse(A: ArrayLike, *, rtol: float | None = None) -> NDArray:
    """Return the inverse of A, by elimination on [A | I].

    To solve A**x** = **b**, `solve` is faster and more accurate than `inverse(A) @ b`.

    Parameters
    ----------
    A : array_like of shape (n, n)
        Real square matrix.
    rtol : float, optional
        As in `row_echelon`: what counts as zero.

    Raises
    ------
    LinAlgError
        If A is singular, or cannot be told from a singular matrix.
    OverflowError
        If an entry of the inverse is too large for a float.

    Derived on the page *The inverse matrix*
    (linear-algebra/matrices-and-systems/inverse-matrix).

    Examples
    --------
    >>> inverse([[2, 1], [1, 1]])
    array([[ 1., -1.],
           [-1.,  2.]])
    """
    A = check_matrix(A, square=True)
    try:
        return solve(A, np.eye(len(A)), rtol=rtol) + 0.0
    except np.linalg.LinAlgError as error:
        reason = str(error).split(".")[0]
        raise np.linalg.LinAlgError(f"{reason}, so it has no inverse") from None


def determinant(A: ArrayLike, *, rtol: float | None = None) -> float:
    """Return the determinant of A: the product of its pivots, with a minus for each swap.

    The product is kept as a fraction and a power of two, so that it overflows, or becomes 0,
    only if the determinant does.

    Parameters
    ----------
    A : array_like of shape (n, n)
        Real square matrix; entries up to 1e300.
    rtol : float, optional
        As in `row_echelon`: what counts as zero. With ``rtol=0`` the determinant of a nearly
        singular matrix is a small number that consists of rounding errors, and its sign too;
        otherwise it is 0.

    Raises
    ------
    OverflowError
        If the determinant is too large for a float.

    Derived on the page *Determinants* (linear-algebra/matrices-and-systems/determinants).

    Examples
    --------
    >>> determinant([[2, 1], [1, 3]])
    5.0
    >>> determinant([[1, 2], [2, 4]])
    0.0
    """
    A = check_matrix(A, square=True)
    U, pivots, swaps = row_echelon(A, rtol=rtol)
    if len(pivots) < len(U):
        return 0.0
    product, exponent = float((-1) ** swaps), 0
    for pivot in U.diagonal().tolist():
        product, shift = frexp(product * frexp(pivot)[0])
        exponent += shift + frexp(pivot)[1]
    try:
        return ldexp(product, exponent)
    except OverflowError:
        raise OverflowError("the determinant is beyond 1.8e308, the largest float") from None


def tolerance(rtol: float | None, shape: tuple[int, ...]) -> float:
    """Return what counts as zero: `rtol` or, if it is None, what suits the shape."""
    if rtol is None:
        return 8 * max(shape) * float(np.finfo(float).eps)
    return check_number(rtol, "rtol", minimum=0, maximum=1)


def check_right_side(b: ArrayLike, n: int) -> NDArray:
    """Return `b` as a new array of floats: a vector of length n, or n rows."""
    b = check_array(b, "b").astype(float)
    if b.ndim not in (1, 2) or len(b) != n:
        raise ValueError(f"b must have shape ({n},) or ({n}, k); found shape {b.shape}")
    return b


def check_finite(result: NDArray, name: str) -> NDArray:
    """Return a result, or say that it is too large for floats."""
    if not np.isfinite(result).all():
        raise OverflowError(f"{name} is beyond 1.8e308, the largest float")
    return result
