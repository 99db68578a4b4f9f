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
