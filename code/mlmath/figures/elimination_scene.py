"""The picture of an elimination: the matrix between brackets, its pivots, the last step.

The JavaScript twin is `code/frontend/src/view/elimination_scene.js`.
"""

from __future__ import annotations

from fractions import Fraction

from mlmath.figures.labels import Point
from mlmath.figures.row_operations import (
    Matrix,
    Operation,
    Stage,
    operation_words,
    rounded_words,
)
from mlmath.figures.shape_list import Shape, path

WIDTH = 400
ROW = 52
TOP = 12
FOOT = 34
LABELS = 34  # room for the names of the rows, on the left
WIDEST = 72  # of a column
BRACKET = 6


def picture_height(n_rows: int) -> float:
    """Return the height of the picture of a matrix."""
    return TOP + ROW * n_rows + FOOT


def elimination_scene(
    matrix: Matrix, operations: tuple[Operation, ...], now: Stage, augmented: int
) -> list[Shape]:
    """Return the shapes of the picture."""
    n_rows, n_columns = len(matrix), len(matrix[0])
    wide = min(WIDEST, (WIDTH - LABELS - 3 * BRACKET) / n_columns)
    left = (WIDTH + LABELS - n_columns * wide) / 2
    right, bottom = left + n_columns * wide, TOP + ROW * n_rows

    def middle(row: int, column: int) -> Point:
        return (left + (column + 0.5) * wide, TOP + (row + 0.5) * ROW)

    shapes = []
    for row in _changed(operations):
        where = {"x": left, "y": TOP + ROW * row + 3, "width": right - left, "height": ROW - 6}
        shapes.append(Shape("rect", "mlf-area mlf-input", where))
    for row, column in [*now.pivots, *([now.current] if now.current else [])]:
        x, y = middle(row, column)
        size = min(wide, ROW) - 8
        where = {"x": x - size / 2, "y": y - size / 2, "width": size, "height": size, "rx": 6}
        classes = "mlf-line mlf-first-basis"
        if (row, column) != now.current:
            classes += " mlf-thin"
        shapes.append(Shape("rect", classes, where))
    shapes.append(
        Shape(
            "path",
            "mlf-line mlf-ink mlf-thin",
            {
                "d": path(
                    [
                        (left, TOP),
                        (left - BRACKET, TOP),
                        (left - BRACKET, bottom),
                        (left, bottom),
                    ],
                    [
                        (right, TOP),
                        (right + BRACKET, TOP),
                        (right + BRACKET, bottom),
                        (right, bottom),
                    ],
                )
            },
        )
    )
    if augmented:
        bar = right - augmented * wide
        line = path([(bar, TOP + 4), (bar, bottom - 4)])
        shapes.append(Shape("path", "mlf-line mlf-residual mlf-thin", {"d": line}))
    for row, entries in enumerate(matrix):
        y = middle(row, 0)[1]
        shapes.append(_text(f"R{row + 1}", (left - BRACKET - 17, y), "mlf-residual mlf-small"))
        for column, entry in enumerate(entries):
            shapes += _entry(entry, middle(row, column), wide)
    if operations:
        last = (WIDTH / 2, bottom + FOOT / 2 + 2)
        shapes.append(_text(operation_words(operations[-1]), last, "mlf-input"))
    return shapes


def _changed(operations: tuple[Operation, ...]) -> list[int]:
    """Return the rows that the last operation has changed."""
    if not operations:
        return []
    kind, i, *rest = operations[-1]
    return [i - 1, rest[0] - 1] if kind == "swap" else [i - 1]


def _entry(value: Fraction, centre: Point, wide: float) -> list[Shape]:
    x, y = centre
    above, below = str(abs(value.numerator)), str(value.denominator)
    sign = "−" if value < 0 else ""
    if value.denominator == 1 and 8 * (len(above) + len(sign)) <= wide:
        small = "" if 10 * len(above) <= wide else " mlf-small"
        return [_text(sign + above, centre, f"mlf-ink{small}")]
    size = 4 * max(len(above), len(below))  # half the width of the fraction
    if value.denominator == 1 or 2 * size + (11 if sign else 0) > wide - 4:
        return [_text(rounded_words(value), centre, "mlf-ink mlf-tiny")]
    middle = x + (5 if sign else 0)
    line = path([(middle - size - 1, y), (middle + size + 1, y)])
    return [
        *([_text(sign, (middle - size - 8, y), "mlf-ink mlf-small")] if sign else []),
        _text(above, (middle, y - 10), "mlf-ink mlf-small"),
        Shape("path", "mlf-line mlf-ink mlf-thin", {"d": line}),
        _text(below, (middle, y + 10), "mlf-ink mlf-small"),
    ]


def _text(text: str, centre: Point, classes: str) -> Shape:
    down = 5 if "small" in classes or "tiny" in classes else 6
    return Shape("text", f"mlf-label {classes}", {"x": centre[0], "y": centre[1] + down}, text)
