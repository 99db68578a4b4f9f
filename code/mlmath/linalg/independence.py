"""Which vectors of a list say something that the earlier ones do not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from mlmath.validation import check_matrix, check_number

if TYPE_CHECKING:
    from numpy.typing import ArrayLike


def new_directions(vectors: ArrayLike, *, rtol: float = 1e-10) -> list[int]:
    """Return the indices of the vectors that lie outside the span of those before them.

    From each vector its projections on the directions found so far are taken away. What is
    left, if it is more than rounding, is a new direction. The vectors so chosen are a basis of
    the span of all; all are independent if all are chosen.

    Parameters
    ----------
    vectors : array_like of shape (k, n)
        Real vectors, one in each row.
    rtol : float
        The smallest length, as a fraction of the vector's own, that counts as something left.
        Vectors that are independent by less are reported as dependent.

    Returns
    -------
    list of int
        In ascending order, from 0. Their number is the dimension of the span.

    References
    ----------
    .. [1] G. H. Golub and C. F. Van Loan, *Matrix Computations*, 4th edition, Johns Hopkins
       University Press, 2013, section 5.2.

    Derived on the page *Basis and independence*
    (linear-algebra/length-angle-and-basis/basis-and-independence).

    Examples
    --------
    The third is the sum of the first two:

    >>> new_directions([(1, 0, 2), (0, 1, 1), (1, 1, 3), (0, 0, 1)])
    [0, 1, 3]
    """
    vectors = check_matrix(vectors, "vectors").astype(float)
    rtol = check_number(rtol, "rtol", minimum=0, maximum=1)
    chosen, directions = [], np.empty((0, vectors.shape[1]))
    for index, v in enumerate(vectors):
        v = v / (np.abs(v).max(initial=0) or 1)
        rest = v
        for _ in range(2):  # the second time takes away what rounding left of the first
            rest = rest - directions.T @ (directions @ rest)
        length = np.linalg.norm(rest)
        if length > rtol * np.linalg.norm(v):
            chosen.append(index)
            directions = np.vstack([directions, rest / length])
    return chosen
