"""Vectors and lines in the plane."""

from __future__ import annotations

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import FancyArrowPatch
from numpy.typing import ArrayLike

from mlmath.plotting.palette import line_style
from mlmath.validation import check_vector

HEAD = 9.0
"""Length of an arrow's head, in points."""


def vector(
    ax: Axes,
    v: ArrayLike,
    role: str = "input",
    label: str | None = None,
    start: ArrayLike = (0, 0),
) -> None:
    """Draw the vector `v` as an arrow from `start`, in the colour and dash of its role.

    The zero vector is a dot. The label stands beyond the tip.

    Used on the page *Eigenvectors by eye* (linear-algebra/eigenvectors/eigenvectors-by-eye).
    """
    v = check_vector(v, "v", size=2).astype(float)
    start = check_vector(start, "start", size=2).astype(float)
    tip, style = start + v, line_style(role)
    on_paper = ax.transData.transform(tip) - ax.transData.transform(start)
    length = np.hypot(*on_paper)
    if length == 0:
        ax.plot(*start, "o", color=style["color"], markersize=5)
    else:
        head = min(HEAD, length)
        # Two patches, because the dash of the shaft would break the head up as well.
        shaft = {"arrowstyle": "-", "shrinkB": 0.9 * head, "linewidth": 2, **style}
        point = {
            "arrowstyle": f"-|>,head_length={head},head_width={head / 2.5}",
            "linewidth": 0,
        }
        for parts in (
            shaft,
            {**point, "color": style["color"], "mutation_scale": 1, "shrinkB": 0},
        ):
            ax.add_patch(
                FancyArrowPatch(start, tip, shrinkA=0, capstyle="butt", zorder=2.5, **parts)
            )
    if label:
        beyond = on_paper / (length or 1)
        write(ax, label, tip, 4 * beyond, style["color"])


def eigenline(ax: Axes, v: ArrayLike, label: str | None = None) -> None:
    """Draw the line through the origin along `v`, dashed; the label stands at its right end.

    Used on the page *Eigenvectors by eye* (linear-algebra/eigenvectors/eigenvectors-by-eye).
    """
    v = check_vector(v, "v", size=2).astype(float)
    if not v.any():
        raise ValueError("v must not be zero, which lies on no line in particular")
    x, y = v / np.abs(v).max() * (-1 if (v[0], v[1]) < (0, 0) else 1)  # to the right, or up
    style = line_style("eigen")
    ax.axline((0, 0), (x, y), linewidth=1.6, zorder=1.5, **style)
    if label:
        reach = min(
            ax.get_xlim()[1] / x if x else np.inf, ax.get_ylim()[1] / abs(y) if y else np.inf
        )
        # To the left of the end, above a line that rises and below one that falls.
        write(
            ax,
            label,
            0.9 * reach * np.array([x, y]),
            (-3, 3 if x and y >= 0 else -3),
            style["color"],
        )


def write(ax: Axes, label: str, where: ArrayLike, offset: ArrayLike, color: str) -> None:
    """Write a label on that side of a point to which the offset, in points, goes."""
    right, up = np.sign(np.round(offset)).astype(int)
    ax.annotate(
        label,
        where,
        xytext=offset,
        textcoords="offset points",
        color=color,
        ha=("center", "left", "right")[right],
        va=("center", "bottom", "top")[up],
    )
