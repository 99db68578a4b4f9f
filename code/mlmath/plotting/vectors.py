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
    style, tip = line_style(role), start + v
    # Directions on the paper, since the two axes may have different units.
    across = ax.transData.transform(tip) - ax.transData.transform(start)
    length = np.hypot(*across)
    if length == 0:
        ax.plot(*start, "o", color=style["color"], markersize=5)
    else:
        neck = ax.transData.inverted().transform(
            ax.transData.transform(tip) - across / length * min(length, HEAD) * 0.9
        )
        ax.plot(*np.transpose([start, neck]), linewidth=2, solid_capstyle="butt", **style)
        ax.add_patch(
            FancyArrowPatch(
                neck,
                tip,
                arrowstyle=f"-|>,head_length={HEAD},head_width={HEAD / 2.5}",
                mutation_scale=1,
                shrinkA=0,
                shrinkB=0,
                linewidth=0,
                color=style["color"],
                zorder=2.5,
            )
        )
    if label:
        outwards = across / (length or 1)
        ax.annotate(
            label,
            tip,
            xytext=10 * outwards,
            textcoords="offset points",
            color=style["color"],
            ha="center",
            va="center",
        )


def eigenline(ax: Axes, v: ArrayLike, label: str | None = None) -> None:
    """Draw the line through the origin along `v`, dashed; the label stands at its end.

    Used on the page *Eigenvectors by eye* (linear-algebra/eigenvectors/eigenvectors-by-eye).
    """
    v = check_vector(v, "v", size=2).astype(float)
    if not v.any():
        raise ValueError("v must not be zero, which lies on no line in particular")
    v /= np.hypot(*(v / np.abs(v).max())) * np.abs(v).max()
    style = line_style("eigen")
    ax.axline((0, 0), tuple(v), linewidth=1.6, zorder=1.5, **style)
    if label:
        reach = min(
            limit / abs(part)
            for limit, part in zip((ax.get_xlim()[1], ax.get_ylim()[1]), v, strict=True)
            if part
        )
        ax.annotate(
            label,
            0.88 * reach * v,
            xytext=(-9 * v[1], 9 * v[0]),
            textcoords="offset points",
            color=style["color"],
            ha="center",
            va="center",
        )
