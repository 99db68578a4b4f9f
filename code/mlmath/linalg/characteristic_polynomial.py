"""The characteristic polynomial, by the recursion of Faddeev and LeVerrier."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np

from mlmath.linalg.exact import integers, rounded, whole_numbers
from mlmath.validation import check_matrix

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray


def characteristic_polynomial(A: ArrayLike) -> NDArray:
    """Return the coefficients of p(λ) = det(λI − A), highest power first.

    The recursion divides without remainder, so it runs in whole numbers and makes no rounding
    error. It takes about n⁴ multiplications for n rows.

    Parameters
    ----------
    A : array_like of shape (n, n)
        Real square matrix.

    Returns
    -------
    ndarray of shape (n + 1,)
        1, −trace, …, (−1)ⁿ det. For integers exact: int64, or Python integers (dtype object)
        if one of them needs more than 64 bits. For floats each coefficient is the float
        nearest to that of the matrix as stored.

    Raises
    ------
    OverflowError
        If a coefficient of a matrix of floats is too large for a float.

    References
    ----------
    .. [1] D. K. Faddeev and V. N. Faddeeva, *Computational Methods of Linear Algebra*,
       W. H. Freeman, 1963, section 47.

    Derived on the page *Calculating eigenvectors*
    (linear-algebra/eigenvectors/calculating-eigenvectors).

    Examples
    --------
    >>> characteristic_polynomial([[4, -2], [1, 1]])  # λ² − 5λ + 6
    array([ 1, -5,  6])
    """
    A = check_matrix(A, square=True)
    whole, denominator = whole_numbers(A)  # A = whole / denominator
    n = len(A)
    identity = np.array([[int(i == j) for j in range(n)] for i in range(n)], dtype=object)
    coefficients, M = [1], identity
    for k in range(1, n + 1):
        M = whole @ M
        coefficients.append(-sum(M.diagonal()) // k)
        M = M + coefficients[k] * identity
    if A.dtype.kind == "i":
        return integers(np.array(coefficients, dtype=object))
    scaled = [Fraction(c, denominator**k) for k, c in enumerate(coefficients)]
    return np.array([rounded(c, f"the coefficient of λ^{n - k}") for k, c in enumerate(scaled)])
