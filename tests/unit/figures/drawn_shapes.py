"""Shapes that Python and JavaScript draw, compared."""

from __future__ import annotations

import re
from typing import Any

NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


def same(one: Any, other: Any, close: float = 0.02) -> bool:
    """Compare texts, paths, numbers and what holds them; numbers may differ by rounding."""
    if isinstance(one, dict):
        return one.keys() == other.keys() and all(
            same(one[key], other[key], close) for key in one
        )
    if isinstance(one, (list, tuple)):
        return len(one) == len(other) and all(
            same(a, b, close) for a, b in zip(one, other, strict=True)
        )
    if isinstance(one, str):
        return NUMBER.sub("#", one) == NUMBER.sub("#", other) and all(
            abs(float(a) - float(b)) <= close
            for a, b in zip(NUMBER.findall(one), NUMBER.findall(other), strict=True)
        )
    if isinstance(one, bool):
        return one == other
    return abs(one - other) <= close


def drawn(drawing: Any) -> dict:
    """Return a Python drawing as JavaScript has it."""
    return {
        "paths": dict(drawing.paths),
        "arrows": {
            name: {
                **arrow.shape._asdict(),
                "label": arrow.label,
                "texts": arrow.texts,
                "away": arrow.away,
            }
            for name, arrow in drawing.arrows.items()
        },
        "notes": {
            name: {"text": text, "label": at} for name, (text, at) in drawing.notes.items()
        },
    }
