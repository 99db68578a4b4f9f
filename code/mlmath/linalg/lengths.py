"""The length of a vector, in three ways and more."""

from __future__ import annotations

from math import ldexp
from typing import TYPE_CHECKING

import numpy as np

from mlmath.validation import check_vector

if TYPE_CHECKING:
    from numpy.typing import ArrayLike


def norm(v: ArrayLike, p: float = 2) -> float:
    """Return the p-norm of a vector: (|v₁|ᵖ + … + |vₙ|ᵖ) to the power 1/p.

    Parameters
    ----------
    v : array_like of shape (n,)
        Real vector; without entries its norm is 0.
    p : float
        From 1 to infinity: 1 adds up the sizes of the entries, 2 is the length, ``np.inf`` the
        largest size. Below 1 the triangle inequality fails.

    Returns
    -------
    float
        The entries are divided by a power of 2 first, which rounds nothing, and for `p` above
        2 by the largest of them, so that their powers stay in the range of floats.

    Raises
    ------
    ValueError
        If `p` is below 1 or not a number.
    OverflowError
        If the norm is beyond 1.8e308, the largest float.

    Derived on the page *Length and dot product*
    (linear-algebra/length-angle-and-basis/length-and-dot-product).

    Examples
    --------
    >>> norm([3, -4]), norm([3, -4], 1), norm([3, -4], np.inf)
    (5.0, 7.0, 4.0)
    >>> print(f"{norm([3e200, 4e200]):.4g}")
    5e+200
    """
    sizes = np.abs(check_vector(v, "v").astype(float))
    if not p >= 1:
        raise ValueError(f"p must be at least 1; found {p}")
    largest = sizes.max(initial=0)
    if largest == 0 or p == np.inf:
        return float(largest)
    exponent = int(np.frexp(largest)[1])
    sizes = np.ldexp(sizes, -exponent)
    top = sizes.max() if p > 2 else 1.0
    return ldexp(top * ((sizes / top) ** p).sum() ** (1 / p), exponent)
