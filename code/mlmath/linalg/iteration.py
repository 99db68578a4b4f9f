"""A map applied again and again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from mlmath.linalg.exact import integers
from mlmath.validation import check_integer, check_matrix, check_vector

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray


def iterate(A: ArrayLike, x: ArrayLike, n: int) -> NDArray:
    """Return x, Ax, A²x, …, Aⁿx, one in each row.

    Parameters
    ----------
    A : array_like of shape (d, d)
        Real or complex square matrix.
    x : array_like of shape (d,)
        Where to start.
    n : int
        How often to apply A.

    Returns
    -------
    ndarray of shape (n + 1, d)
        If `A` and `x` are integers, exact: int64, or Python integers (dtype object) if one of
        them needs more than 64 bits.

    Raises
    ------
    OverflowError
        If the floats become too large.

    Used on the page *Calculating eigenvectors*
    (linear-algebra/eigenvectors/calculating-eigenvectors).

    Examples
    --------
    The numbers of Fibonacci:

    >>> iterate([[0, 1], [1, 1]], [0, 1], 9)[:, 0]
    array([ 0,  1,  1,  2,  3,  5,  8, 13, 21, 34])
    """
    A = check_matrix(A, square=True, allow_complex=True)
    x = check_vector(x, size=len(A), allow_complex=True)
    n = check_integer(n, "n", minimum=0)
    whole = A.dtype.kind == x.dtype.kind == "i"
    if whole:
        A, x = A.astype(object), x.astype(object)  # Python's integers do not overflow
    points = [x]
    for k in range(1, n + 1):
        with np.errstate(over="ignore", invalid="ignore"):
            points.append(A @ points[-1])
        if not whole and not np.isfinite(points[-1]).all():
            raise OverflowError(f"A^{k} x is beyond 1.8e308, the largest float")
    return integers(np.array(points)) if whole else np.array(points)
