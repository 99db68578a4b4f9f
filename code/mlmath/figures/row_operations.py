"""Row operations on matrices of exact fractions: what the elimination stepper computes.

The JavaScript twin is `code/frontend/src/maths/row_operations.js`. Rows and columns are
counted from 0 here; operations as the reader sees them count rows from 1.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from mlmath.figures.wording import number

LARGEST_TYPED = 10**6 - 1
LARGEST = 10**12 - 1
"""No numerator and no denominator may be larger: such numbers cannot be read any more."""

LONGEST = 14
"""Fractions with more characters than this are rounded where they are shown."""

Matrix = list[list[Fraction]]
Operation = tuple[str | int, ...]
"""``("swap", 1, 2)``, ``("scale", 2, "1/3")`` or ``("add", 2, 1, "-3")``: row 2 − 3 × row 1."""

_DECIMAL = r"(?:[0-9]{1,24}(?:\.[0-9]{0,12})?|\.[0-9]{1,12})"
_FRACTION = re.compile(rf"([+-]?{_DECIMAL})(?:/({_DECIMAL}))?")


class TooLong(ValueError):
    """A number has become too long to be read."""


class Stage(NamedTuple):
    """Where an elimination stands.

    Parameters
    ----------
    pivots : list of (row, column)
        Pivots below which all is zero.
    current : (row, column) or None
        The pivot in use; None in row echelon form.
    next : Operation or None
        What to do next; None in reduced row echelon form.
    """

    pivots: list[tuple[int, int]]
    current: tuple[int, int] | None
    next: Operation | None


def fraction(text: str) -> Fraction | None:
    """Read a fraction as people type it; None for anything else.

    Examples
    --------
    >>> fraction("−0,5"), fraction("2/6"), fraction("1/0"), fraction("one")
    (Fraction(-1, 2), Fraction(1, 3), None, None)
    """
    plain = re.sub(r"\s", "", text).replace("−", "-").replace("–", "-").replace(",", ".")
    match = _FRACTION.fullmatch(plain)
    if not match:
        return None
    below = Fraction(match[2]) if match[2] else Fraction(1)
    return Fraction(match[1]) / below if below else None


def fits(value: Fraction, largest: int) -> bool:
    """Return whether a fraction is short enough."""
    return abs(value.numerator) <= largest and value.denominator <= largest


def after(matrix: Matrix, operation: Operation) -> Matrix:
    """Return the matrix after a row operation.

    Examples
    --------
    >>> A = [[Fraction(1), Fraction(2)], [Fraction(3), Fraction(4)]]
    >>> [[str(entry) for entry in row] for row in after(A, ("add", 2, 1, "-3"))]
    [['1', '2'], ['0', '-2']]
    """
    kind, i, *rest = operation
    changed = [list(row) for row in matrix]
    if kind == "swap":
        j = rest[0]
        changed[i - 1], changed[j - 1] = changed[j - 1], changed[i - 1]
    elif kind == "scale":
        changed[i - 1] = [Fraction(rest[0]) * entry for entry in matrix[i - 1]]
    else:
        j, factor = rest
        changed[i - 1] = [
            entry + Fraction(factor) * other
            for entry, other in zip(matrix[i - 1], matrix[j - 1], strict=True)
        ]
    for row in changed:
        for entry in row:
            if not fits(entry, LARGEST):
                raise TooLong(f"a number of more than {len(str(LARGEST))} digits")
    return changed


def leading(row: Sequence[Fraction], n_unknowns: int) -> int | None:
    """Return the column of the first entry that is not 0, among the coefficients."""
    return next((j for j, entry in enumerate(row[:n_unknowns]) if entry), None)


def stage(matrix: Matrix, n_unknowns: int, pivoting: bool) -> Stage:
    """Return the pivots so far and what to do next.

    First everything below the pivots becomes 0, column by column; then, from the last pivot
    to the first, each pivot becomes 1 and everything above it 0.
    """
    pivots: list[tuple[int, int]] = []
    n_rows = len(matrix)
    for column in range(n_unknowns):
        top = len(pivots)
        candidates = [i for i in range(top, n_rows) if matrix[i][column]]
        if not candidates:
            continue
        chosen = candidates[0]
        if pivoting:
            chosen = max(candidates, key=lambda i: abs(matrix[i][column]))
        if chosen != top:
            return Stage(pivots, (chosen, column), ("swap", top + 1, chosen + 1))
        below = [i for i in candidates if i > top]
        if below:
            factor = -matrix[below[0]][column] / matrix[top][column]
            return Stage(pivots, (top, column), ("add", below[0] + 1, top + 1, str(factor)))
        pivots.append((top, column))
    for row, column in reversed(pivots):
        pivot = matrix[row][column]
        if pivot != 1:
            return Stage(pivots, None, ("scale", row + 1, str(1 / pivot)))
        for i in range(row - 1, -1, -1):
            if matrix[i][column]:
                factor = -matrix[i][column]
                return Stage(pivots, None, ("add", i + 1, row + 1, str(factor)))
    return Stage(pivots, None, None)


def is_echelon(matrix: Matrix, n_unknowns: int) -> bool:
    """Return whether each row begins further to the right than the one above it."""
    leads = [leading(row, n_unknowns) for row in matrix]
    return all(
        below is None or (above is not None and above < below)
        for above, below in itertools.pairwise(leads)
    )


def fraction_words(value: Fraction) -> str:
    """Write a fraction, rounded if it is too long to be read.

    Examples
    --------
    >>> fraction_words(Fraction(-1, 3)), fraction_words(Fraction(10**12, 10**12 - 1))
    ('−1/3', '≈1')
    """
    text = str(value).replace("-", "−")
    return text if len(text) <= LONGEST else rounded_words(value)


def rounded_words(value: Fraction) -> str:
    """Write about what a fraction is, in few characters.

    Examples
    --------
    >>> rounded_words(Fraction(-100, 7)), rounded_words(Fraction(10**9, 7))
    ('≈−14.29', '≈1.43e8')
    """
    size = float(value.numerator) / float(value.denominator)
    places = next((3 - k for k in range(4) if abs(size) < 10 ** (k + 1)), None)
    if size == 0 or (abs(size) >= 0.01 and places is not None):
        return f"≈{number(size, places or 0)}"
    exponent = 0
    while abs(size) >= 10:
        size, exponent = size / 10, exponent + 1
    while abs(size) < 1:
        size, exponent = size * 10, exponent - 1
    return f"≈{number(size, 2)}e{exponent}".replace("-", "−")


def operation_words(operation: Operation) -> str:
    """Say what a row operation does.

    Examples
    --------
    >>> operation_words(("add", 2, 1, "-3")), operation_words(("scale", 2, "-1/3"))
    ('Row 2 − 3 × row 1', 'Row 2 × (−1/3)')
    >>> operation_words(("swap", 1, 3))
    'Rows 1 and 3 change places'
    """
    kind, i, *rest = operation
    if kind == "swap":
        return f"Rows {i} and {rest[0]} change places"
    factor = Fraction(rest[-1])
    if kind == "scale":
        text = fraction_words(factor)
        return f"Row {i} × ({text})" if factor < 0 else f"Row {i} × {text}"
    times = "" if abs(factor) == 1 else f"{fraction_words(abs(factor))} × "
    return f"Row {i} {'−' if factor < 0 else '+'} {times}row {rest[0]}"


def effect_words(before: Matrix, operation: Operation, n_unknowns: int) -> str:
    """Say what a row operation is good for, or what it spoils; "" where there is no more."""
    kind, row, *rest = operation
    i = row - 1
    new = after(before, operation)
    if kind == "scale":
        column = leading(new[i], n_unknowns)
        good = column is not None and new[i][column] == 1 != before[i][column]
        return ": its first entry becomes 1" if good else ""
    j = rest[0] - 1
    if kind == "swap":
        top, bottom = min(i, j), max(i, j)
        leads = [leading(before[k], n_unknowns) for k in (top, bottom)]
        column = min((lead for lead in leads if lead is not None), default=None)
        if column is None:
            return ""
        if not before[top][column]:
            return ": an entry that is not 0 comes up"
        larger = abs(before[bottom][column]) > abs(before[top][column])
        return ": the larger entry comes up" if larger else ""
    column = leading(before[j], n_unknowns)
    if column is None or bool(before[i][column]) == bool(new[i][column]):
        return ""
    where = "below" if i > j else "above"
    if new[i][column]:
        return f": the 0 {where} the pivot is lost"
    text = f": the entry {where} the pivot becomes 0"
    if not any(new[i]):
        return f"{text}, and with it the whole row"
    if leading(new[i], n_unknowns) is None:
        return f"{text}, and with it all coefficients of the row"
    return text
