"""The bell curve, and how far it is from a histogram."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from mlmath.validation import check_array, check_number, check_vector

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray


def gaussian(x: ArrayLike, mu: float, sigma: float) -> NDArray:
    """Return the height of the bell curve with centre μ and width σ at each x.

    The curve is g(x; μ, σ) = exp(−(x − μ)²/(2σ²)) / (σ√(2π)). Its peak is at μ, it bends the
    other way at μ ± σ, and the area under it is 1.

    Parameters
    ----------
    x : array_like
        Real numbers, of any shape, in any unit of measurement.
    mu : float
        The centre, in the unit of `x`.
    sigma : float
        The width, in the unit of `x`; positive.

    Returns
    -------
    ndarray of the shape of `x`
        Densities: one divided by the unit of `x`. Far from the centre they underflow to 0.

    Raises
    ------
    TypeError
        If an argument is not a real number.
    ValueError
        If an argument is not finite, if σ is not positive, or is so small or so large that
        1/σ is no number that a computer has.

    References
    ----------
    .. [1] C. F. Gauss, *Theoria motus corporum coelestium*, 1809, art. 177.

    Derived on the page *A walk in parameter space*
    (linear-algebra/vectors-and-data/parameter-space).

    Examples
    --------
    >>> gaussian([66, 68, 70], mu=68, sigma=2).round(3)
    array([0.121, 0.199, 0.121])
    """
    x = check_array(x, "x").astype(float)
    mu = check_number(mu, "mu")
    sigma = check_number(sigma, "sigma")
    if not 1e-300 <= sigma <= 1e300:
        raise ValueError(f"sigma must be between 1e-300 and 1e+300; found {sigma}")
    with np.errstate(over="ignore"):  # infinitely many widths away, where the curve is 0
        z = (x / 2 - mu / 2) / sigma * 2
        return np.exp(-(z**2) / 2) / sigma / np.sqrt(2 * np.pi)


def misfit(mu: float, sigma: float, x: ArrayLike, density: ArrayLike) -> float:
    """Return how badly the bell curve fits a histogram: Σᵢ (g(xᵢ; μ, σ) − hᵢ)².

    The sum of the squares of the vertical distances between the curve and the tops of the
    bars, each measured in the middle of its bar. It is 0 only if the curve goes through all
    of these points.

    Parameters
    ----------
    mu, sigma : float
        The two parameters of `gaussian`: the point of parameter space that is judged.
    x : array_like of shape (n,)
        The middles of the bars.
    density : array_like of shape (n,)
        The heights of the bars, as densities: shares of all observations, divided by the
        width of the bar.

    Returns
    -------
    float
        In the square of the unit of the densities.

    Raises
    ------
    TypeError
        If an argument is not made of real numbers.
    ValueError
        If `x` and `density` differ in length, hold no numbers or such as are not finite, or
        if σ is not positive.

    Derived on the page *A walk in parameter space*
    (linear-algebra/vectors-and-data/parameter-space).

    Examples
    --------
    >>> x, density = [67, 68, 69], [0.3, 0.4, 0.3]
    >>> round(misfit(68, 1, x, density), 4)
    0.0067
    >>> misfit(70, 1, x, density) > misfit(68, 1, x, density)
    True
    """
    x = check_vector(x, "x")
    density = check_vector(density, "density", size=x.size)
    if x.size == 0:
        raise ValueError("x must not be empty; without bars there is nothing to fit")
    return float(np.sum((gaussian(x, mu, sigma) - density) ** 2))
