"""Vectors and matrices of the plane between brackets, to be typed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from mlmath.figures.markup import element, number_field

LARGEST = 100
"""The largest entry, in absolute value."""

PLACES = ("first", "second")


def equation(*terms: str) -> str:
    """Write what can be typed, in one line if there is room."""
    return element("div", *terms, class_="mlf-equation")


def bracket(symbol: str, cells: Iterable[str], *, matrix: bool = False) -> str:
    """Write cells between brackets after the symbol that they stand for, never apart from it."""
    classes = "mlf-bracket mlf-matrix" if matrix else "mlf-bracket"
    return element(
        "div",
        element("span", f"{symbol} =", class_="mlf-symbol"),
        element("div", *cells, class_=classes),
        class_="mlf-term",
    )


def entry(path: str, label: str, value: float, role: str) -> str:
    """Write the field of one entry."""
    limits = (-LARGEST, LARGEST)
    return number_field(path, label, value, limits=limits, role=f"mlf-{role}")


def vector_entry(symbol: str, path: str, name: str, values: Sequence[float], role: str) -> str:
    """Write a vector, to be typed."""
    cells = (
        entry(f"{path}.{i}", f"{PLACES[i]} entry of {name}", value, role)
        for i, value in enumerate(values)
    )
    return bracket(symbol, cells)
