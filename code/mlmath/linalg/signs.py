"""One sign for each eigenvector and singular vector, the same on every machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from mlmath.validation import check_array

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray


def fix_signs(V: ArrayLike) -> NDArray:
    """Return `V` with columns flipped so that the largest entry of each is positive.

    If **v** is an eigenvector, so is −**v**, and which of them a library returns depends on
    the machine. The largest entry is that of largest magnitude; of several that agree to
    eight digits, the first, so that rounding does not choose.

    Parameters
    ----------
    V : array_like of shape (n, k) or (n,)
        Real columns, or a single column.

    Returns
    -------
    ndarray of the same shape
        Zero columns stay as they are.

    Used on the page *Calculating eigenvectors*
    (linear-algebra/eigenvectors/calculating-eigenvectors).

    Examples
    --------
    >>> fix_signs([[0, -1], [-3, 1]])
    array([[ 0,  1],
           [ 3, -1]])
    """
    V = check_array(V, "V")
    if V.ndim not in (1, 2):
        raise ValueError(f"V must hold columns (two-dimensional); found shape {V.shape}")
    if V.size == 0:
        return V
    magnitude = np.abs(V)
    first = np.argmax(magnitude >= (1 - 1e-8) * magnitude.max(axis=0), axis=0)
    largest = np.take_along_axis(V, first[np.newaxis], axis=0)
    return np.where(largest < 0, -V, V) + 0  # adding 0 turns −0 into 0
