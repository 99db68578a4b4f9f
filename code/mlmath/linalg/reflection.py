"""The matrix of a mirror through the origin."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from mlmath.validation import check_vector

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray


def reflection(normal: ArrayLike) -> NDArray:
    """Return I − 2**nn**ᵀ/**n**ᵀ**n**, which reflects in the mirror of **n**.

    The mirror is everything perpendicular to the normal: a line in the plane, a plane in
    space. The length and the sign of the normal do not matter.

    Parameters
    ----------
    normal : array_like of shape (n,)
        A real vector that stands on the mirror at right angles; not zero.

    Returns
    -------
    ndarray of shape (n, n)
        Symmetric, orthogonal, its own inverse, with determinant −1.

    Raises
    ------
    ValueError
        If the normal is zero or has no entries: it would stand on no mirror.

    References
    ----------
    .. [1] A. S. Householder, "Unitary triangularization of a nonsymmetric matrix", *Journal
       of the ACM* 5, 1958.

    Derived on the page *Reflecting in a plane*
    (linear-algebra/linear-mappings/reflecting-in-a-plane).

    Examples
    --------
    >>> reflection([0, 0, 1])  # the mirror lies on the floor
    array([[ 1.,  0.,  0.],
           [ 0.,  1.,  0.],
           [ 0.,  0., -1.]])
    >>> reflection([1, -1])
    array([[0., 1.],
           [1., 0.]])
    """
    n = check_vector(normal, "normal").astype(float)
    if not n.any():
        raise ValueError("normal must not be zero; it has to stand on the mirror")
    n /= np.abs(n).max()  # first, so that the square of its length is a float
    return np.eye(n.size) - 2 * np.outer(n, n) / (n @ n) + 0  # −0 becomes 0
