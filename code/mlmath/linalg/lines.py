"""The line that lies closest to a cloud of points in the plane."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from mlmath.validation import check_matrix

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray


def closest_line(points: ArrayLike) -> tuple[NDArray, NDArray]:
    """Return a point and the direction of the line closest to points of the plane.

    Closest means that the squared distances, measured at right angles to the line, have the
    smallest sum. Unlike in a regression, neither coordinate is explained by the other.

    Parameters
    ----------
    points : array_like of shape (N, 2)
        Real, one point in each row. Both coordinates should be in the same unit: another unit
        for one of them gives another line.

    Returns
    -------
    center : ndarray of shape (2,)
        The mean of the points, which lies on the line.
    direction : ndarray of shape (2,)
        The unit vector (cos φ, sin φ) along the line, −90° < φ ≤ 90°.

    Raises
    ------
    ValueError
        If the points spread equally in all directions, so that no line is the closest. The
        test allows for rounding, 1e-12 of the spread.

    References
    ----------
    .. [1] K. Pearson, "On lines and planes of closest fit to systems of points in space",
       *Philosophical Magazine* 2, 1901, pages 559-572.

    Derived on the page *Applications of changing basis*
    (linear-algebra/length-angle-and-basis/applications-of-changing-basis).

    Examples
    --------
    >>> center, direction = closest_line([(0, 0), (2, 1), (4, 2)])
    >>> print(center, direction.round(4))
    [2. 1.] [0.8944 0.4472]
    """
    points = check_matrix(points, "points").astype(float)
    if points.shape[1] != 2 or len(points) < 2:
        raise ValueError(f"points must have shape (N, 2), N > 1; found {points.shape}")
    center = points.mean(axis=0)
    largest = np.abs(points - center).max() or 1.0
    x, y = (points - center).T / largest
    p, q = (x @ x - y @ y) / 2, x @ y
    if np.hypot(p, q) <= 1e-12 * (x @ x + y @ y):
        raise ValueError("points must spread more in one direction than across it")
    phi = np.arctan2(q, p) / 2
    return center, np.array([np.cos(phi), np.sin(phi)])
