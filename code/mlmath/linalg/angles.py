"""The angle between two vectors."""

from __future__ import annotations

from math import hypot
from typing import TYPE_CHECKING

import numpy as np

from mlmath.validation import check_vector

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray


def angle(u: ArrayLike, v: ArrayLike) -> float:
    """Return the angle between two vectors, in radians, from 0 to π.

    The arc cosine of ⟨u, v⟩ / (‖u‖ ‖v‖) loses half the digits of small angles. With both
    vectors rescaled to length 1, their difference is 2 sin(θ/2) long and their sum
    2 cos(θ/2); from these two the angle comes to nearly full accuracy, whatever it is.

    Parameters
    ----------
    u, v : array_like of shape (n,)
        Real vectors, not zero.

    Returns
    -------
    float
        The angle; ``np.rad2deg`` turns it into degrees.

    Raises
    ------
    ValueError
        If one of the vectors is zero, which makes an angle with nothing.

    References
    ----------
    .. [1] W. Kahan, *How Futile are Mindless Assessments of Roundoff in Floating-Point
       Computation?*, University of California, Berkeley, 2006, section 12.

    Derived on the page *Angle* (linear-algebra/length-angle-and-basis/angle).

    Examples
    --------
    >>> print(f"{np.rad2deg(angle([1, 0], [1, 1])):.6f} degrees")
    45.000000 degrees
    >>> angle([1, 0], [1, 1e-12])
    1e-12
    """
    u = unit(check_vector(u, "u"), "u")
    v = unit(check_vector(v, "v", size=len(u)), "v")
    return float(2 * np.arctan2(hypot(*(u - v)), hypot(*(u + v))))


def unit(v: NDArray, name: str) -> NDArray:
    """Return the vector rescaled to length 1."""
    largest = np.abs(v).max(initial=0)
    if largest == 0:
        raise ValueError(f"{name} must not be zero")
    v = v / largest  # first, so that the length of very long and short vectors is a float
    return v / hypot(*v)
