"""One style for every picture: quiet, transparent, readable on a phone."""

from __future__ import annotations

import matplotlib as mpl
from cycler import cycler

from mlmath.plotting.palette import PALETTE
from mlmath.plotting.svg import SVG_SETTINGS, show_as_svg

CURVES = ("first_basis", "second_basis", "input", "output", "data")


def use_style() -> None:
    """Draw in the style of the book from here on, and show pictures as SVG in notebooks.

    Used on every page with a picture.

    Examples
    --------
    >>> use_style()
    >>> import matplotlib
    >>> matplotlib.rcParams["font.size"]
    11.0
    """
    ink, grid = PALETTE["ink"]["light"], PALETTE["grid"]["light"]
    mpl.rcParams.update(
        {
            "figure.figsize": (4.8, 3.6),  # 461 pixels; on a 360-pixel screen 11 pt are 8 pt
            "figure.constrained_layout.use": True,
            # White on screen and left out by `to_svg`: where it is transparent from the start,
            # Jupyter puts a white sheet behind the picture, in dark mode too.
            "figure.facecolor": "white",
            "axes.facecolor": "none",
            "axes.edgecolor": ink,
            "axes.labelcolor": ink,
            "axes.titlecolor": ink,
            "axes.titlesize": 11,
            "axes.prop_cycle": cycler(color=[PALETTE[role]["light"] for role in CURVES]),
            "axes.spines.top": False,
            "axes.spines.right": False,
            "axes.axisbelow": True,
            "font.size": 11,
            "mathtext.fontset": "cm",  # as the formulas of the page
            "grid.color": grid,
            "legend.frameon": False,
            "lines.linewidth": 2,
            "text.color": ink,
            "xtick.color": ink,
            "ytick.color": ink,
            "xtick.labelsize": 10,
            "ytick.labelsize": 10,
            **SVG_SETTINGS,
        }
    )
    show_as_svg()
