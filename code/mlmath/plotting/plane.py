"""The plane: a square piece around the origin, with its axes and its unit grid."""

from __future__ import annotations

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from mlmath.plotting.palette import line_style
from mlmath.validation import check_integer, check_number

WIDTH = 4.8


def plane(limit: float = 3) -> tuple[Figure, Axes]:
    """Return a picture of the plane, both axes from −`limit` to `limit`.

    Used on the page *Eigenvectors by eye* (linear-algebra/eigenvectors/eigenvectors-by-eye).

    Examples
    --------
    >>> fig, ax = plane(limit=2)
    >>> ax.get_xlim()
    (np.float64(-2.0), np.float64(2.0))
    >>> plt.close(fig)
    """
    fig, axes = planes(1, limit=limit)
    return fig, axes[0]


def planes(n: int, *, limit: float = 3) -> tuple[Figure, np.ndarray]:
    """Return a picture of `n` planes, at most three in a row, and their axes in a flat array.

    Used on the page *Eigenvectors by eye* (linear-algebra/eigenvectors/eigenvectors-by-eye).

    Examples
    --------
    >>> fig, axes = planes(6, limit=2)
    >>> axes.shape
    (6,)
    >>> plt.close(fig)
    """
    n = check_integer(n, "n", minimum=1)
    limit = check_number(limit, "limit", minimum=1e-6)
    columns = 2 if n in (2, 4) else min(n, 3)
    rows = -(-n // columns)
    height = WIDTH / columns * rows + (0.25 * rows if columns > 1 else 0)  # room for titles
    fig, grid = plt.subplots(rows, columns, figsize=(WIDTH, height), squeeze=False)
    for ax in grid.flat[n:]:
        ax.remove()
    for ax in grid.flat[:n]:
        draw_axes(ax, limit)
        if columns > 2:  # too small for numbers
            ax.tick_params(labelbottom=False, labelleft=False)
    return fig, grid.flat[:n]


def draw_axes(ax: Axes, limit: float) -> None:
    """Draw the axes through the origin and the grid of the unit, with numbers at the edge."""
    ax.set(xlim=(-limit, limit), ylim=(-limit, limit), aspect="equal")
    locator = MaxNLocator(nbins=10, steps=[1, 2, 5, 10], integer=limit >= 1)
    ticks = [t for t in locator.tick_values(-limit, limit) if abs(t) <= limit]
    ax.set(xticks=ticks, yticks=ticks)
    ax.tick_params(length=0)
    ax.spines[:].set_visible(False)
    ax.grid(linewidth=0.8)
    ax.axhline(0, linewidth=1, zorder=1, **line_style("ink"))
    ax.axvline(0, linewidth=1, zorder=1, **line_style("ink"))
