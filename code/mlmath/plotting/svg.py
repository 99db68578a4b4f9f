"""Pictures as SVG: small, the same bytes on every machine, in light and dark mode."""

from __future__ import annotations

import re
import sys
from io import StringIO

import matplotlib as mpl
from matplotlib.figure import Figure

from mlmath.plotting.palette import PALETTE

# Glyphs are drawn as paths. As text, a picture in an <img> could not use the fonts of the page
# and would look different on every machine; mathematics would fall apart.
SVG_SETTINGS = {"svg.fonttype": "path", "svg.hashsalt": "mlmath", "savefig.bbox": "standard"}


def to_svg(fig: Figure) -> str:
    """Return the figure as SVG on a transparent ground, whose colours follow the dark mode.

    In an ``<img>``, `prefers-color-scheme` is the CSS `color-scheme` of the element around
    it, so the picture follows the switch of the page, and not only the operating system.

    Examples
    --------
    >>> import matplotlib.pyplot as plt
    >>> fig, ax = plt.subplots()
    >>> "@media (prefers-color-scheme: dark)" in to_svg(fig)
    True
    >>> plt.close(fig)
    """
    buffer = StringIO()
    unwanted = dict.fromkeys(["Creator", "Date", "Format", "Type"])
    with mpl.rc_context(SVG_SETTINGS):
        fig.savefig(buffer, format="svg", facecolor="none", metadata=unwanted)
    svg = buffer.getvalue()
    svg = svg[svg.index("<svg") :]
    svg = re.sub(r"\s*<!--.*?-->", "", svg, flags=re.DOTALL)
    svg = re.sub(r'( (?:d|x|y)="|translate\()[^")]*', hundredths, svg)
    return svg.replace("</svg>", f"<style>{dark_mode(svg)}</style>\n</svg>")


def hundredths(coordinates: re.Match[str]) -> str:
    """Return the coordinates in a match rounded to a hundredth of a point."""
    return re.sub(
        r"\d*\.\d+",
        lambda number: f"{float(number[0]):.2f}".rstrip("0").rstrip("."),
        coordinates[0],
    )


def dark_mode(svg: str) -> str:
    """Return the rules that put the dark colours in the place of the light ones."""
    rules = [
        f'[style*="{attribute}: {role["light"]}"]{{{attribute}:{role["dark"]}!important}}'
        for role in PALETTE.values()
        for attribute in ("fill", "stroke")
        if f"{attribute}: {role['light']}" in svg
    ]
    return f"@media (prefers-color-scheme: dark){{{''.join(rules)}}}"


def show_as_svg() -> None:
    """Make notebooks show figures by `to_svg`; outside IPython, do nothing."""
    shell = sys.modules["IPython"].get_ipython() if "IPython" in sys.modules else None
    if shell is None:
        return
    # Loading the backend registers its own formats, now or at the first figure; ours comes last.
    from matplotlib_inline.backend_inline import set_matplotlib_formats

    set_matplotlib_formats("svg")
    shell.display_formatter.formatters["image/svg+xml"].for_type(Figure, to_svg)
