"""The palette of the book: one meaning per colour, in pictures and in interactive figures."""

from __future__ import annotations

import json
from importlib.resources import files

PALETTE: dict[str, dict[str, str]] = json.loads(
    files("mlmath.plotting").joinpath("palette.json").read_text("utf-8")
)
"""Role → its colour in ``light`` and ``dark`` mode, its ``dash`` and its ``meaning``.

Pictures are drawn in the light colours; `to_svg` adds the dark ones.
"""


def line_style(role: str) -> dict[str, str]:
    """Return the colour and the dash of a role, as Matplotlib's drawing functions take them.

    Examples
    --------
    >>> line_style("residual")["linestyle"]
    'dotted'
    >>> line_style("red")
    Traceback (most recent call last):
    ...
    ValueError: role must be one of first_basis, second_basis, input, output, eigen, \
projection, residual, data, ink, grid; found 'red'
    """
    if role not in PALETTE:
        raise ValueError(f"role must be one of {', '.join(PALETTE)}; found {role!r}")
    return {"color": PALETTE[role]["light"], "linestyle": PALETTE[role]["dash"]}
