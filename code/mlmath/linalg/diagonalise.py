"""A matrix in the basis of its own eigenvectors."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from mlmath.linalg.readable import readable
from mlmath.linalg.signs import fix_signs
from mlmath.validation import check_matrix

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

LARGEST_CONDITION = 1e7
"""Rounding parts the eigenvectors of a defective matrix by about 1e-8, never by much more."""


class Diagonalisation(NamedTuple):
    """What `diagonalise` returns; it unpacks into its two fields.

    Attributes
    ----------
    P : ndarray of shape (n, n)
        Unit eigenvectors, one in each column.
    D : ndarray of shape (n, n)
        The eigenvalues on the diagonal, in the order of the columns of P; zero elsewhere.
    """

    P: NDArray
    D: NDArray

    def __repr__(self) -> str:
        """Return both matrices, rounded."""
        return f"Diagonalisation(P={readable(self.P)}, D={readable(self.D)})"


def diagonalise(A: ArrayLike) -> Diagonalisation:
    """Return P and D with A = P D P⁻¹: eigenvectors in columns, eigenvalues on a diagonal.

    Parameters
    ----------
    A : array_like of shape (n, n)
        Real square matrix.

    Returns
    -------
    Diagonalisation
        `P` and `D`, the eigenvalue of largest magnitude first; of equal magnitudes the one
        with the larger real part, then the larger imaginary part. Both are real if all
        eigenvalues are, otherwise complex. If A is symmetric, P is orthogonal. The largest
        entry of each column is real and positive.

    Raises
    ------
    ValueError
        If A has no basis of eigenvectors, or is so near to such a matrix that the condition
        number of P is above 1e7: half of the digits would be lost in P⁻¹.

    References
    ----------
    .. [1] G. H. Golub and C. F. Van Loan, *Matrix Computations*, 4th edition, Johns Hopkins
       University Press, 2013, section 7.1.

    Derived on the page *Diagonalisation* (linear-algebra/eigenvectors/diagonalisation).

    Examples
    --------
    >>> P, D = diagonalise([[4, -2], [1, 1]])
    >>> D
    array([[3., 0.],
           [0., 2.]])
    >>> P / P[1]
    array([[2., 1.],
           [1., 1.]])
    """
    A = check_matrix(A, square=True, largest=1e300).astype(float)
    symmetric = np.array_equal(A, A.T)
    eigenvalues, P = np.linalg.eigh(A) if symmetric else np.linalg.eig(A)
    condition = np.linalg.cond(P) if A.size else 1.0
    if not condition <= LARGEST_CONDITION:
        raise ValueError(
            "A must have a basis of eigenvectors; found eigenvectors so nearly dependent that "
            f"their matrix has a condition number above {LARGEST_CONDITION:.0e}"
        )
    order = from_the_largest(eigenvalues)
    return Diagonalisation(one_direction(P[:, order]), np.diag(eigenvalues[order]))


def from_the_largest(eigenvalues: NDArray) -> NDArray:
    """Return the order by magnitude, real part and imaginary part, whatever the rounding."""
    scale = np.abs(eigenvalues).max(initial=0) or 1
    keys = np.round(eigenvalues / scale, 10)
    return np.lexsort((-keys.imag, -keys.real, -np.round(np.abs(eigenvalues / scale), 10)))


def one_direction(P: NDArray) -> NDArray:
    """Return the columns multiplied so that the largest entry of each is real and positive."""
    if P.dtype.kind != "c":
        return fix_signs(P)
    magnitude = np.abs(P)
    first = np.argmax(magnitude >= (1 - 1e-8) * magnitude.max(axis=0), axis=0)
    largest = np.take_along_axis(P, first[np.newaxis], axis=0)
    return P * (largest.conj() / np.abs(largest))
