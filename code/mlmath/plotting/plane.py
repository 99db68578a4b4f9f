"""The plane: axes through the origin, vectors, eigenlines, grids."""

import matplotlib.pyplot as plt
import numpy as np

from mlmath.plotting.palette import PALETTE
from mlmath.validation import check_matrix, check_vector


def plane(limit=3):
    """Return a figure with one plane: axes through the origin, from −limit to limit."""
    fig, axes = planes(1, limit=limit)
    return fig, axes[0]


def planes(n, *, limit=3):
    """Return a figure with `n` planes side by side."""
    fig, axes = plt.subplots(1, n, figsize=(4.8, 4.8 / n), squeeze=False)
    for ax in axes[0]:
        ax.set(xlim=(-limit, limit), ylim=(-limit, limit), aspect="equal")
        ax.spines[["left", "bottom"]].set_position("zero")
        ticks = [t for t in range(-int(limit), int(limit) + 1) if t]
        ax.set_xticks(ticks)
        ax.set_yticks(ticks)
        ax.tick_params(labelsize=9)
        ax.grid(True, linewidth=0.6)
        ax.set_axisbelow(True)
    return fig, axes[0]


def vector(ax, v, role="input", label=None, start=(0, 0)):
    """Draw the vector `v` as an arrow from `start` in the colour of its role."""
    v = check_vector(v, "v", size=2).astype(float)
    start = check_vector(start, "start", size=2).astype(float)
    tip = start + v
    ax.annotate(
        "",
        xy=tip,
        xytext=start,
        arrowprops={
            "arrowstyle": "-|>,head_width=0.25,head_length=0.5",
            "color": PALETTE[role]["light"],
            "linewidth": 2,
            "shrinkA": 0,
            "shrinkB": 0,
        },
    )
    if label:
        ax.annotate(
            label,
            tip,
            xytext=6 * np.sign(v),
            textcoords="offset points",
            color=PALETTE[role]["light"],
            ha="center",
            va="center",
        )


def eigenline(ax, v, label=None):
    """Draw the line through the origin along `v`."""
    v = check_vector(v, "v", size=2).astype(float)
    ax.axline(
        (0, 0), tuple(v), color=PALETTE["eigen"]["light"], linestyle="dashed", linewidth=1.4
    )


def grid(ax, A):
    """Draw the unit grid after the map `A`."""
    A = check_matrix(A, shape=(2, 2)).astype(float)
    reach = np.arange(-10, 11)
    for t in reach:
        for line in (np.array([[t, t], [-10, 10]]), np.array([[-10, 10], [t, t]])):
            ax.plot(
                *(A @ line), color=PALETTE["data"]["light"], linewidth=0.6, alpha=0.6, zorder=1
            )


def unit_square(ax, A):
    """Draw the image of the unit square under the map `A`."""
    A = check_matrix(A, shape=(2, 2)).astype(float)
    corners = A @ np.array([[0, 1, 1, 0], [0, 0, 1, 1]])
    ax.fill(*corners, color=PALETTE["data"]["light"], alpha=0.15, zorder=1)
