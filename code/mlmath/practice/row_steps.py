"""What the checks on elimination share: matrices to try, steps on rows, and words on both."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from mlmath.practice.checking import Pattern

TINY = 1e-10
"""What counts as zero, beside the largest entry."""

LARGEST_NUMBER = (
    "It takes the largest number, but -5 is a larger pivot than 3: take absolute values."
)
NEXT_ONLY = "Only the next row has been cleared. Does the function return inside the loop?"
LAST_MISSED = "The last row has not been cleared. range(a, b) ends before b."
FLOOR = "`//` cuts the quotient off to a whole number. `/` divides."
ONCE = "You subtract the pivot's row once. How many times does the pivot go into the entry?"


# Matrices to try


def arrays(listed: Iterable) -> list[tuple]:
    """Return matrices of floats as arguments."""
    return [(np.array(A, dtype=float),) for A in listed]


def distinct(rng: np.random.Generator, m: int, n: int) -> np.ndarray:
    """Return whole numbers, no two of the same absolute value, none zero."""
    return (rng.permutation(m * n) + 1.0).reshape(m, n) * rng.choice([-1, 1], (m, n))


# Steps


def exchanged(M: np.ndarray, row: int, other: int) -> np.ndarray:
    """Return M with two rows exchanged."""
    result = M.astype(float)
    result[[row, other]] = result[[other, row]]
    return result


def swapped(M: np.ndarray, row: int, column: int) -> np.ndarray:
    """Return M with the largest entry of the column, from the row down, brought up."""
    return exchanged(M, row, row + int(np.argmax(np.abs(M[row:, column]))))


def row_lost(M: np.ndarray, row: int, column: int) -> np.ndarray:
    """Exchange two rows as if they were copies, which in NumPy they are not."""
    result = M.copy()
    largest = row + np.argmax(np.abs(M[row:, column]))
    result[row], result[largest] = result[largest], result[row]
    return result


def beginnings(M: np.ndarray) -> list[int]:
    """Return the column in which each row begins; for zero rows, the number of columns."""
    return [int(np.argmax(row != 0)) if row.any() else len(row) for row in M]


# Arrays of whole numbers


def is_whole(M: np.ndarray, *_: int) -> bool:
    """Whether an array holds whole numbers."""
    return M.dtype.kind == "i"


def cut_off(name: str) -> str:
    """Return a hint to whoever writes fractions into an array of this name."""
    return (
        "It goes wrong only where the array holds whole numbers (dtype int). What is written into "
        f"such an array is cut off to a whole number: {name}.astype(float) makes a copy that can "
        "hold 1/2."
    )


def whole_numbers(name: str) -> Pattern:
    """Return the pattern of failing only where the array of this name holds whole numbers."""
    return Pattern("whole-numbers", is_whole, cut_off(name))


def casting_errors(name: str) -> dict[str, str]:
    """Return the hint for NumPy's refusal to cut off, under each of its names."""
    names = ("UFuncOutputCastingError", "_UFuncOutputCastingError", "UFuncTypeError")
    return dict.fromkeys(names, cut_off(name))
