"""One style for every picture: quiet, transparent, the same bytes on every machine."""

import sys
from io import StringIO

import matplotlib as mpl
from cycler import cycler

from mlmath.plotting.palette import PALETTE


def use_style():
    """Draw pictures in the style of the book, and show them as SVG in notebooks."""
    ink, grid = PALETTE["ink"]["light"], PALETTE["grid"]["light"]
    mpl.rcParams.update(
        {
            "figure.figsize": (4.8, 3.6),
            "figure.facecolor": "none",
            "figure.constrained_layout.use": True,
            "axes.facecolor": "none",
            "axes.edgecolor": ink,
            "axes.labelcolor": ink,
            "axes.titlecolor": ink,
            "axes.prop_cycle": cycler(
                color=[
                    PALETTE[role]["light"]
                    for role in (
                        "data",
                        "first_basis",
                        "second_basis",
                        "input",
                        "output",
                        "eigen",
                    )
                ]
            ),
            "axes.spines.top": False,
            "axes.spines.right": False,
            "text.color": ink,
            "xtick.color": ink,
            "ytick.color": ink,
            "grid.color": grid,
            "font.size": 11,
            "savefig.facecolor": "none",
            "savefig.transparent": True,
            "svg.fonttype": "path",
            "svg.hashsalt": "mlmath",
        }
    )
    show_as_svg()


def to_svg(fig):
    """Return the figure as an SVG whose colours follow light and dark mode."""
    buffer = StringIO()
    fig.savefig(buffer, format="svg", metadata={"Date": None})
    svg = buffer.getvalue()
    rules = "".join(
        f'[style*="{p}: {role["light"]}"]{{{p}:{role["dark"]}!important}}'
        for role in PALETTE.values()
        for p in ("fill", "stroke")
        if f"{p}: {role['light']}" in svg
    )
    style = f"<style>@media (prefers-color-scheme: dark){{{rules}}}</style>\n</svg>"
    return svg.replace("</svg>", style)


def show_as_svg():
    """Make IPython show Matplotlib figures by `to_svg`; outside IPython, do nothing."""
    if "IPython" not in sys.modules or (shell := sys.modules["IPython"].get_ipython()) is None:
        return
    mpl.get_backend()  # choosing the backend registers its own formats; ours must come after
    formatters = shell.display_formatter.formatters
    for formatter in formatters.values():
        formatter.pop(mpl.figure.Figure, None)
    formatters["image/svg+xml"].for_type(mpl.figure.Figure, to_svg)
