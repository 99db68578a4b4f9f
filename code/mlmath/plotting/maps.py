"""What a linear map does to the plane: the grid and the unit square after it."""

from __future__ import annotations

import numpy as np
from matplotlib.axes import Axes
from numpy.typing import ArrayLike

from mlmath.plotting.palette import PALETTE
from mlmath.validation import check_matrix

MOST_LINES = 40
"""On each side of the origin: a map that shrinks the plane a lot shows a piece of its grid."""


def grid(ax: Axes, A: ArrayLike) -> None:
    """Draw the unit grid after the map `A`.

    The lines along A**e**₁ have the colour of the first basis vector, those along A**e**₂
    that of the second.

    Used on the page *Eigenvectors by eye* (linear-algebra/eigenvectors/eigenvectors-by-eye).
    """
    A = check_matrix(A, shape=(2, 2)).astype(float)
    reach = lines_needed(ax, A)
    numbers = np.arange(-reach, reach + 1)
    for role, along, across in (("first_basis", 0, 1), ("second_basis", 1, 0)):
        ends = np.empty((2, numbers.size, 3))  # from one end to the other, then lift the pen
        ends[along] = [-reach, reach, np.nan]
        ends[across] = numbers[:, None]
        image = np.einsum("ij,jkl->ikl", A, ends).reshape(2, -1)
        ax.plot(*image, color=PALETTE[role]["light"], linewidth=1, alpha=0.5, zorder=1.2)


def lines_needed(ax: Axes, A: np.ndarray) -> int:
    """Return how far the grid must go, on each side, for its image to fill the axes."""
    limit = max(map(abs, (*ax.get_xlim(), *ax.get_ylim())))
    stretch = np.linalg.svd(A, compute_uv=False)
    smallest = stretch[1] if stretch[1] > 1e-9 * stretch[0] else stretch[0]
    if smallest == 0:
        return 1
    return int(min(np.ceil(np.sqrt(2) * limit / smallest), MOST_LINES))


def unit_square(ax: Axes, A: ArrayLike) -> None:
    """Draw the image of the unit square under the map `A`; its edge is dashed if A flips it.

    Used on the page *Eigenvectors by eye* (linear-algebra/eigenvectors/eigenvectors-by-eye).
    """
    A = check_matrix(A, shape=(2, 2)).astype(float)
    corners = A @ np.array([[0, 1, 1, 0], [0, 0, 1, 1]])
    flipped = A[0, 0] * A[1, 1] < A[0, 1] * A[1, 0]
    color = PALETTE["data"]["light"]
    ax.fill(*corners, color=color, alpha=0.16, linewidth=0, zorder=1.3)
    ax.fill(
        *corners,
        fill=False,
        edgecolor=color,
        linewidth=1.5,
        linestyle="dashed" if flipped else "solid",
        zorder=1.3,
    )
