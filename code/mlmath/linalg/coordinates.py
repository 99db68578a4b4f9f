"""Coordinates in an orthogonal basis, by projection."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from mlmath.linalg.angles import unit
from mlmath.validation import check_matrix, check_vector

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray


def orthogonal_coordinates(x: ArrayLike, basis: ArrayLike, *, rtol: float = 1e-10) -> NDArray:
    """Return the coordinates of x in a basis of vectors at right angles to each other.

    Parameters
    ----------
    x : array_like of shape (n,)
        Real vector.
    basis : array_like of shape (n, n)
        The basis vectors, one in each row. They may have any length but 0.
    rtol : float
        At right angles means that the cosine between two of them is at most this.

    Returns
    -------
    ndarray of shape (n,)
        The numbers c with x = c₁b₁ + … + cₙbₙ: ⟨bᵢ, x⟩ / ⟨bᵢ, bᵢ⟩, one at a time.

    Raises
    ------
    ValueError
        If two basis vectors are not at right angles: then projections do not add up to x.

    Derived on the page *Changing basis*
    (linear-algebra/length-angle-and-basis/changing-basis).

    Examples
    --------
    >>> orthogonal_coordinates([3, 4], basis=[(2, 1), (-2, 4)])
    array([2. , 0.5])
    """
    B = check_matrix(basis, "basis", square=True).astype(float)
    x = check_vector(x, size=len(B))
    U = np.array([unit(b, "each basis vector") for b in B]).reshape(B.shape)
    cosines = np.abs(U @ U.T - np.eye(len(B)))
    if cosines.max(initial=0) > rtol:
        i, j = sorted(np.unravel_index(cosines.argmax(), B.shape))
        raise ValueError(
            f"basis must be orthogonal; vectors {i + 1} and {j + 1} make an angle of "
            f"{np.rad2deg(np.arccos(U[i] @ U[j])):.4g} degrees"
        )
    return np.array([u @ x / (u @ b) for u, b in zip(U, B, strict=True)])
