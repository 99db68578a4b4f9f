"""Numbers and descriptions in words, the same as the live figures write them.

The JavaScript twin of `number` is `code/frontend/src/maths/number.js`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Description(NamedTuple):
    """What a figure shows, in words.

    Parameters
    ----------
    rows : tuple of (label, text) pairs
        The readout beside the picture.
    sentence : str
        What is worth noticing now.
    """

    rows: tuple[tuple[str, str], ...]
    sentence: str


def number(value: float, places: int = 3) -> str:
    """Write a number with at most three decimals, no trailing zeros and a real minus sign.

    Ties are rounded away from zero; the small nudge rounds them so even where the last bit
    of a computation fell short, so that two programs that compute differently write the same.

    Examples
    --------
    >>> number(2.0), number(-0.5), number(1 / 3), number(-0.0001), number(0.0625)
    ('2', '−0.5', '0.333', '0', '0.063')
    """
    text = f"{abs(value) + 1e-9:.{places}f}"
    if places:
        text = text.rstrip("0").rstrip(".")
    return f"−{text}" if value < 0 and text != "0" else text


def numbers(values: Iterable[float]) -> str:
    """Write a vector: ``(2, −1)``.

    Examples
    --------
    >>> numbers([2, -1.5])
    '(2, −1.5)'
    """
    return f"({', '.join(number(value) for value in values)})"


def coefficient(value: float) -> str:
    """Write a number before a vector; 1 is not written, and of −1 only the sign.

    Examples
    --------
    >>> coefficient(2), coefficient(1), coefficient(-1)
    ('2 ', '', '−')
    """
    text = number(value)
    return {"1": "", "−1": "−"}.get(text, f"{text} ")


def joined(value: float) -> str:
    """Write a number before a vector that is added to another.

    Examples
    --------
    >>> joined(2), joined(-1)
    (' + 2 ', ' − ')
    """
    return f" − {coefficient(-value)}" if value < 0 else f" + {coefficient(value)}"


def combination(a: float, b: float) -> list[str]:
    """Return the combination a u + b v, in the pieces of its name.

    Examples
    --------
    >>> "".join(combination(2, -1))
    '2 u − v'
    """
    return [coefficient(a), "u", joined(b), "v"]
