"""A photograph as a matrix."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from mlmath.validation import check_integer

if TYPE_CHECKING:
    from numpy.typing import NDArray

NAMES = ("china", "flower")
GREY = np.array([0.299, 0.587, 0.114])
"""How much red, green and blue count for the eye (ITU-R BT.601)."""


def grey_photograph(name: str = "china", rows: int = 112) -> NDArray:
    """Return a photograph as a matrix of grey levels from 0 (black) to 1 (white).

    Two photographs come with scikit-learn, so that no network is needed: "china", a pavilion
    by a lake (by danielbuechele, on Flickr), and "flower". Both are licensed CC BY 2.0: name
    author and licence where you show them; scikit-learn's folder ``datasets/images`` says
    where they are from.

    Parameters
    ----------
    name : {"china", "flower"}
        Which photograph.
    rows : int
        How many rows the matrix has, from 1 to 427; the columns keep the shape of the picture.
        Each entry is the mean of the grey levels in its part of the photograph, which has
        427 × 640 pixels.

    Returns
    -------
    ndarray of shape (rows, round(rows · 640 / 427))

    Raises
    ------
    ValueError
        If there is no such photograph, or if it has fewer rows.

    Used on the page *Pictures of low rank* (linear-algebra/eigenvectors/low-rank-images).

    Examples
    --------
    >>> A = grey_photograph(rows=112)
    >>> A.shape
    (112, 168)
    >>> bool(0 <= A.min() < A.max() <= 1)
    True
    """
    from sklearn.datasets import load_sample_image  # slow to import, and only needed here

    if name not in NAMES:
        raise ValueError(f"name must be one of {NAMES}; found {name!r}")
    rows = check_integer(rows, "rows", minimum=1)
    grey = load_sample_image(f"{name}.jpg") @ GREY / 255
    height, width = grey.shape
    if rows > height:
        raise ValueError(f"rows must be at most {height}; found {rows}")
    columns = round(rows * width / height)
    return _means(rows, height) @ grey @ _means(columns, width).T


def _means(parts: int, size: int) -> NDArray:
    """Return the matrix that takes the means of `parts` equal stretches of `size` numbers."""
    edges = np.linspace(0, size, parts + 1)
    cells = np.arange(size)
    shared = np.minimum(edges[1:, None], cells + 1) - np.maximum(edges[:-1, None], cells)
    return np.clip(shared, 0, None) * parts / size
