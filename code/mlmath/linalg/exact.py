"""Exact arithmetic: Python's whole numbers and fractions in place of floats.

The entries of a matrix, as stored, are rational numbers. Formulas that subtract nearly equal
numbers, or that overflow on the way to a moderate result, are evaluated in whole numbers and
fractions and rounded once, at the end.
"""

from __future__ import annotations

from fractions import Fraction
from math import lcm
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray


def whole_numbers(array: NDArray) -> tuple[NDArray, int]:
    """Return Python integers and a denominator whose quotient is `array`, exactly.

    Examples
    --------
    >>> whole_numbers(np.array([0.5, 0.75]))
    (array([2, 3], dtype=object), 4)
    """
    ratios = [value.as_integer_ratio() for value in array.ravel().tolist()]
    denominator = lcm(*(below for _, below in ratios))
    whole = np.empty(array.size, dtype=object)
    whole[:] = [above * (denominator // below) for above, below in ratios]
    return whole.reshape(array.shape), denominator


def rounded(number: Fraction, name: str) -> float:
    """Return the nearest float, or say that there is none.

    Examples
    --------
    >>> rounded(Fraction(10) ** 400, "the determinant")
    Traceback (most recent call last):
    ...
    OverflowError: the determinant is beyond 1.8e308, the largest float
    """
    try:
        return float(number)
    except OverflowError:
        raise OverflowError(f"{name} is beyond 1.8e308, the largest float") from None


def integers(values: NDArray) -> NDArray:
    """Return Python integers as int64 where all of them fit, and as they are where not.

    Examples
    --------
    >>> integers(np.array([2, 3], dtype=object)).dtype
    dtype('int64')
    >>> integers(np.array([2, 10**30], dtype=object)).dtype
    dtype('O')
    """
    try:
        return values.astype(np.int64)
    except OverflowError:
        return values
