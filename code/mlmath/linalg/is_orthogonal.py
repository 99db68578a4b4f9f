"""Whether a matrix keeps lengths."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from mlmath.validation import check_matrix, check_number

if TYPE_CHECKING:
    from numpy.typing import ArrayLike


def is_orthogonal(Q: ArrayLike, *, atol: float = 1e-10) -> bool:
    """Return whether QᵀQ = I, up to an error of `atol` in each entry.

    Parameters
    ----------
    Q : array_like of shape (n, n)
        Real square matrix. (For complex matrices the notion is another one, *unitary*.)
    atol : float
        Between 0 and 1. A product of n terms is rounded, so 0 is rarely what you want.

    Returns
    -------
    bool
        The empty matrix is orthogonal: it has no column that could fail.

    Raises
    ------
    ValueError
        If Q is not square, or has an entry that is not finite.

    Derived on the page *Orthogonal matrices*
    (linear-algebra/linear-mappings/orthogonal-matrices).

    Examples
    --------
    >>> is_orthogonal([[0.6, -0.8], [0.8, 0.6]])
    True
    >>> is_orthogonal([[1, 1], [1, -1]])  # perpendicular columns, but of length √2
    False
    """
    Q = check_matrix(Q, "Q", square=True).astype(float)
    atol = check_number(atol, "atol", minimum=0, maximum=1)
    if np.abs(Q).max(initial=0) > 2:  # too long; its square might overflow
        return False
    return bool(np.abs(Q.T @ Q - np.eye(len(Q))).max(initial=0) <= atol)
