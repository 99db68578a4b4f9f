"""An orthonormal basis from any vectors, one after the other, and the QR factorisation."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from mlmath.linalg.readable import readable
from mlmath.validation import check_matrix, check_number

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray


class QR(NamedTuple):
    """What `qr` returns; it unpacks into its two fields.

    Attributes
    ----------
    Q : ndarray of shape (m, r)
        Orthonormal columns.
    R : ndarray of shape (r, n)
        Zero below the staircase; upper triangular if the columns of A are independent.
    """

    Q: NDArray
    R: NDArray

    def __repr__(self) -> str:
        """Return both fields, rounded."""
        return f"QR(Q={readable(self.Q)}, R={readable(self.R)})"


def gram_schmidt(V: ArrayLike, *, rtol: float = 1e-12) -> NDArray:
    """Return an orthonormal basis of what the columns of V span.

    The modified process: each projection is subtracted from what is left, not from the
    column it began with. Each column is swept twice, because after one sweep a column that
    has nearly vanished still leans on those before it by about 10⁻¹⁶ divided by the fraction
    that is left. With the second sweep QᵀQ = I to a few units of rounding, for Hilbert
    matrices too.

    Parameters
    ----------
    V : array_like of shape (n, k)
        Real columns, in order; any number, of any lengths.
    rtol : float
        A column of which at most the fraction `rtol` of its length is left counts as
        dependent on those before it, and is passed over.

    Returns
    -------
    ndarray of shape (n, r)
        One column for each column of V that brought a new direction; r ≤ n. The first j
        columns that were kept and the first j of the result span the same.

    Notes
    -----
    Which columns count as new is a decision about size, made column by column. Singular
    values decide it more reliably: a triangular matrix of Kahan's with 90 rows has a
    singular value below 10⁻¹⁴, yet more than a thousandth is left of each of its columns, and
    90 directions are found.

    References
    ----------
    .. [1] Å. Björck, "Solving linear least squares problems by Gram–Schmidt
       orthogonalization", *BIT* 7, 1967.
    .. [2] L. Giraud, J. Langou, M. Rozložník and J. van den Eshof, "Rounding error analysis of
       the classical Gram–Schmidt orthogonalization process", *Numerische Mathematik* 101,
       2005.

    Derived on the page *Gram–Schmidt* (linear-algebra/linear-mappings/gram-schmidt).

    Examples
    --------
    >>> gram_schmidt([[3, 1], [4, 2]])
    array([[ 0.6, -0.8],
           [ 0.8,  0.6]])
    >>> gram_schmidt([[1, 2], [2, 4]]).shape  # the second column is twice the first
    (2, 1)
    """
    return straighten(V, "V", rtol)[0]


def qr(A: ArrayLike, *, rtol: float = 1e-12) -> QR:
    """Return Q with orthonormal columns and R with A = QR, by Gram–Schmidt.

    NumPy and LAPACK get there by reflections, at the same accuracy and much faster. There
    the diagonal of R may be negative, and dependent columns leave a zero on it; here it is
    positive, and dependent columns leave no row.

    Parameters
    ----------
    A : array_like of shape (m, n)
        Real matrix, of any rank, with entries up to 1e300.
    rtol : float
        As in `gram_schmidt`: what counts as dependent.

    Returns
    -------
    QR
        `Q`, of shape (m, r), and `R`, of shape (r, n), where r is the number of columns that
        bring a new direction. ‖**a** − Q**r**‖ ≤ about `rtol` ‖**a**‖ for each column.

    Derived on the page *Gram–Schmidt* (linear-algebra/linear-mappings/gram-schmidt).

    Examples
    --------
    >>> Q, R = qr([[3, 1], [4, 2]])
    >>> R
    array([[5. , 2.2],
           [0. , 0.4]])
    >>> qr([[1, 2], [2, 4]])
    QR(Q=[[0.4472], [0.8944]], R=[[2.236, 4.472]])
    """
    A = check_matrix(A, largest=1e300).astype(float)
    Q, kept = straighten(A, "A", rtol)
    R = Q.T @ A
    R[np.arange(A.shape[1]) < np.array(kept, dtype=int)[:, np.newaxis]] = 0
    return QR(Q, R)


def straighten(V: ArrayLike, name: str, rtol: float) -> tuple[NDArray, list[int]]:
    """Return orthonormal columns, and the number of the column of V that brought each."""
    V = check_matrix(V, name).astype(float)
    rtol = check_number(rtol, "rtol", minimum=0, maximum=1)
    basis, kept = [], []
    for j, v in enumerate(V.T):
        rest = unit(v)
        for q in basis + basis:  # twice
            rest = rest - (q @ rest) * q
        if len(basis) < len(V) and np.linalg.norm(rest) > rtol:
            basis.append(unit(rest))
            kept.append(j)
    return np.reshape(basis, (len(basis), len(V))).T, kept


def unit(v: NDArray) -> NDArray:
    """Return v rescaled to length 1; the zero vector stays as it is."""
    if not v.any():
        return v
    v = v / np.abs(v).max()  # first, so that the squares of very long and short v are floats
    return v / np.linalg.norm(v)
