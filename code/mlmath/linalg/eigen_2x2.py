"""Eigenvalues and eigenvectors of a 2×2 matrix, from trace and determinant."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from mlmath.linalg.readable import readable
from mlmath.linalg.signs import fix_signs
from mlmath.validation import check_matrix

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray


class Eigen2x2(NamedTuple):
    """What `eigen_2x2` returns; it unpacks into its two fields.

    Attributes
    ----------
    eigenvalues : ndarray of shape (2,)
        Real with the larger first, or complex with the positive imaginary part first.
    eigenvectors : ndarray of shape (2, k)
        Unit columns, one for each eigenline: k is 2, 1 or 0.
    """

    eigenvalues: NDArray
    eigenvectors: NDArray

    def __repr__(self) -> str:
        """Return both fields, rounded."""
        values, vectors = readable(self.eigenvalues), readable(self.eigenvectors)
        return f"Eigen2x2(eigenvalues={values}, eigenvectors={vectors})"


def eigen_2x2(A: ArrayLike) -> Eigen2x2:
    """Return the eigenvalues and the real eigenvectors of a real 2×2 matrix.

    Parameters
    ----------
    A : array_like of shape (2, 2)
        Real matrix.

    Returns
    -------
    Eigen2x2
        `eigenvalues` λ₁ ≥ λ₂ if they are real, otherwise α + iβ and α − iβ with β > 0;
        `eigenvectors`, unit columns in the order of the eigenvalues: two, or one if A is
        defective, or none if the eigenvalues are complex. For a multiple of the identity,
        where every vector is one, the standard basis. Signs as in `fix_signs`.

    Notes
    -----
    With u = 1.1e-16, an error of rounding, and the largest entry 1, the eigenvalues are off by a
    few u where they lie apart, and by as much as √u where they meet, as LAPACK's are: the
    square root magnifies what was lost in Δ. A defective matrix whose entries were rounded
    may therefore come back with two eigenvalues that differ, or are complex, by about √u.

    References
    ----------
    .. [1] G. H. Golub and C. F. Van Loan, *Matrix Computations*, 4th edition, Johns Hopkins
       University Press, 2013, section 7.1.

    Derived on the page *Calculating eigenvectors*
    (linear-algebra/eigenvectors/calculating-eigenvectors).

    Examples
    --------
    >>> eigenvalues, V = eigen_2x2([[4, -2], [1, 1]])
    >>> eigenvalues
    array([3., 2.])
    >>> V / V[1]
    array([[2., 1.],
           [1., 1.]])
    >>> eigen_2x2([[0, -1], [1, 0]]).eigenvalues
    array([0.+1.j, 0.-1.j])
    """
    a, b, c, d = check_matrix(A, shape=(2, 2), largest=1e300).astype(float).ravel()
    middle, half = (a + d) / 2, (a - d) / 2
    if half == b == c == 0:
        return Eigen2x2(np.array([middle, middle]), np.eye(2))
    scale = 2.0 ** np.frexp(max(abs(half), abs(b), abs(c)))[1]
    half, b, c = half / scale, b / scale, c / scale  # squares stay in range, nothing is rounded
    discriminant = half**2 + b * c  # a quarter of Δ
    root = np.sqrt(abs(discriminant)) * np.array([1, -1])
    if discriminant < 0:
        return Eigen2x2(middle + 1j * (scale * root), np.empty((2, 0)))
    # a − λ = half − r and d − λ = −half − r; the longer of the two candidates is the sharper
    pairs = [((-b, half - r), (-half - r, -c)) for r in root[: 2 if discriminant else 1]]
    V = np.transpose([max(pair, key=np.linalg.norm) for pair in pairs])
    return Eigen2x2(middle + scale * root, fix_signs(V / np.hypot(*V)))
