"""The best approximation of a matrix by one of low rank."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from mlmath.linalg.readable import readable
from mlmath.linalg.signs import fix_signs
from mlmath.validation import check_integer, check_matrix

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray


class LowRank(NamedTuple):
    """What `low_rank` returns; it unpacks into its three fields.

    Attributes
    ----------
    U : ndarray of shape (m, k)
        Orthonormal columns, the left singular vectors.
    singular_values : ndarray of shape (k,)
        The largest ones, not negative, the largest first.
    V : ndarray of shape (n, k)
        Orthonormal columns, the right singular vectors.
    """

    U: NDArray
    singular_values: NDArray
    V: NDArray

    @property
    def matrix(self) -> NDArray:
        """The approximation U diag(singular_values) Vᵀ, of shape (m, n)."""
        return (self.U * self.singular_values) @ self.V.T

    @property
    def n_numbers(self) -> int:
        """How many numbers are stored: k (m + n + 1)."""
        return sum(part.size for part in self)

    def __repr__(self) -> str:
        """Return the shapes and the singular values, rounded."""
        shape = (len(self.U), len(self.V))
        return f"LowRank(shape={shape}, singular_values={readable(self.singular_values)})"


def low_rank(A: ArrayLike, k: int) -> LowRank:
    """Return the matrix of rank at most `k` that is nearest to `A`, in `k` pieces.

    Parameters
    ----------
    A : array_like of shape (m, n)
        Real matrix of any shape.
    k : int
        How many singular values to keep, from 0; more than min(m, n) are no more.

    Returns
    -------
    LowRank
        `U`, `singular_values` and `V`; the approximation is its `matrix`. It is nearest in
        the Frobenius norm, and the only nearest one if the last value kept is larger than
        the first one left out. The largest entry of each column of `U` is positive.

    References
    ----------
    .. [1] C. Eckart and G. Young, "The approximation of one matrix by another of lower rank",
       *Psychometrika* 1, 1936.

    Derived on the page *Pictures of low rank* (linear-algebra/eigenvectors/low-rank-images).

    Examples
    --------
    >>> best = low_rank([[1, 1, 0], [1, 1, 0], [0, 0, 1]], 1)
    >>> best
    LowRank(shape=(3, 3), singular_values=[2])
    >>> np.abs(best.matrix.round(4))
    array([[1., 1., 0.],
           [1., 1., 0.],
           [0., 0., 0.]])
    """
    A = check_matrix(A, largest=1e150).astype(float)
    k = check_integer(k, "k", minimum=0)
    if A.size == 0:
        return LowRank(np.empty((len(A), 0)), np.empty(0), np.empty((A.shape[1], 0)))
    U, singular_values, Vt = np.linalg.svd(A, full_matrices=False)
    fixed = fix_signs(U)
    V = Vt.T * np.where((fixed * U).sum(axis=0) < 0, -1, 1)
    return LowRank(fixed[:, :k], singular_values[:k], V[:, :k])
