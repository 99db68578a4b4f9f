"""What the plane explorer tells about a 2×2 matrix, computed by `mlmath.linalg`.

The JavaScript twin, which computes the same on its own, is
`code/frontend/src/maths/plane_map.js`.
"""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from mlmath.figures.labels import Point
from mlmath.figures.wording import number
from mlmath.linalg import eigen_2x2

CLOSE = 1e-6
"""Eigenvalues closer together than this, relative to the entries, are one.

The square root in the quadratic formula turns an error of 1e-16 into one of 1e-8.
"""


class Spectrum(NamedTuple):
    """Eigenvalues of a map of the plane, and the lines that it keeps."""

    eigenvalues: tuple[complex, complex]
    directions: list[Point]
    every_line: bool

    @property
    def double(self) -> bool:
        """Whether the two eigenvalues are one."""
        return self.eigenvalues[0] == self.eigenvalues[1]


def spectrum(A: np.ndarray) -> Spectrum:
    """Return the spectrum of `A`, its directions scaled so that the larger coordinate is 1."""
    eigenvalues, vectors = eigen_2x2(A)
    small = CLOSE * np.abs(A).max()
    if abs(eigenvalues[0] - eigenvalues[1]) / 2 > small:
        pair = (complex(eigenvalues[0]), complex(eigenvalues[1]))
        return Spectrum(pair, [_scaled(v) for v in vectors.T], every_line=False)
    mean = (A[0, 0] + A[1, 1]) / 2
    rest = A - mean * np.eye(2)
    every_line = bool(np.abs(rest).max() <= small)
    if every_line:
        directions = []
    elif vectors.shape[1]:
        directions = [_scaled(vectors[:, 0])]
    else:  # a pair that is complex only by rounding
        column = rest[:, np.argmax(np.linalg.norm(rest, axis=0))]
        directions = [_scaled(column)]
    return Spectrum((complex(mean), complex(mean)), directions, every_line)


def eigenvalue_words(A: np.ndarray) -> str:
    """Write the eigenvalues.

    Examples
    --------
    >>> eigenvalue_words(np.array([[0, -1], [1, 0]]))
    '±i'
    >>> eigenvalue_words(np.array([[1, 1], [0, 1]]))
    '1 (twice)'
    """
    found = spectrum(A)
    first, second = found.eigenvalues
    if first.imag:
        size = number(abs(first.imag))
        imaginary = "i" if size == "1" else f"{size}i"
        mean = number(first.real)
        return f"±{imaginary}" if mean == "0" else f"{mean} ± {imaginary}"
    if found.double:
        return f"{number(first.real)} (twice)"
    return f"{number(first.real)} and {number(second.real)}"


def _scaled(v: np.ndarray) -> Point:
    x, y = map(float, v)
    leading = x if abs(x) >= abs(y) * (1 - 1e-9) else y
    return (x / leading, y / leading)


class Effect(NamedTuple):
    """What a map does to x.

    Parameters
    ----------
    times : float or None
        A x is this many times x; None if it is no multiple.
    angle : float
        Otherwise, how far A x is turned from x, in degrees, anticlockwise positive.
    stretch : float
        And how many times as long it is.
    """

    times: float | None
    angle: float = 0.0
    stretch: float = 0.0


def effect(A: np.ndarray, x: np.ndarray) -> Effect | None:
    """Return what `A` does to `x`; None for the zero vector."""
    length = float(np.hypot(*x))
    if length == 0:
        return None
    image = A @ x
    across = float(x[0] * image[1] - x[1] * image[0])
    along = float(x @ image)
    reach = float(np.hypot(*image))
    if reach <= 1e-9 * np.abs(A).max() * length:
        return Effect(times=0.0)
    if abs(across) <= CLOSE * reach * length:
        return Effect(times=along / length**2)
    return Effect(None, math.degrees(math.atan2(across, along)), reach / length)
