"""Space, seen from a direction that the reader turns: points, planes and their picture.

The JavaScript twins are `code/frontend/src/maths/space.js` (vectors, planes) and
`code/frontend/src/view/camera.js`.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from mlmath.figures.labels import Point

Vector = Sequence[float]

SIDE = 400
CLOSE = 1e-9
"""Quotients this small are zero."""

AXES = ((1, 0, 0), (0, 1, 0), (0, 0, 1))
ORIGIN = (0, 0, 0)


def dot(u: Vector, v: Vector) -> float:
    """Return the dot product.

    Examples
    --------
    >>> dot((1, 2, 3), (1, 0, -1))
    -2
    """
    return u[0] * v[0] + u[1] * v[1] + u[2] * v[2]


def cross(u: Vector, v: Vector) -> tuple[float, float, float]:
    """Return the vector perpendicular to both, as long as their parallelogram is large.

    Examples
    --------
    >>> cross((1, 0, 0), (0, 1, 0))
    (0, 0, 1)
    """
    return (
        u[1] * v[2] - u[2] * v[1],
        u[2] * v[0] - u[0] * v[2],
        u[0] * v[1] - u[1] * v[0],
    )


def length(v: Vector) -> float:
    """Return the length of a vector."""
    return math.sqrt(dot(v, v))


def along(start: Vector, times: float, step: Vector) -> tuple[float, float, float]:
    """Return start + times · step.

    Examples
    --------
    >>> along((1, 1, 1), 2, (0, 1, 0))
    (1, 3, 1)
    """
    return (
        start[0] + times * step[0],
        start[1] + times * step[1],
        start[2] + times * step[2],
    )


def determinant(u: Vector, v: Vector, w: Vector) -> float:
    """Return the determinant of the matrix with these columns (or rows).

    Examples
    --------
    >>> determinant((2, 0, 0), (0, 3, 0), (1, 1, 1))
    6
    """
    return dot(cross(u, v), w)


def are_parallel(u: Vector, v: Vector) -> bool:
    """Return whether two vectors lie on one line through the origin, but for rounding.

    Examples
    --------
    >>> are_parallel((1, 2, 3), (-2, -4, -6)), are_parallel((1, 0, 0), (1, 0.1, 0))
    (True, False)
    """
    return length(cross(u, v)) <= CLOSE * length(u) * length(v)


def rank(u: Vector, v: Vector, w: Vector) -> int:
    """Return how many dimensions three vectors span, but for rounding.

    Examples
    --------
    >>> rank((1, 0, 0), (0, 1, 0), (1, 1, 0)), rank((1, 1, 1), (2, 2, 2), (0, 0, 0))
    (2, 1)
    """
    if abs(determinant(u, v, w)) > CLOSE * length(u) * length(v) * length(w):
        return 3
    if not (are_parallel(u, v) and are_parallel(u, w) and are_parallel(v, w)):
        return 2
    return 1 if any(map(any, (u, v, w))) else 0


def span_basis(u: Vector, v: Vector) -> list[tuple[float, float, float]]:
    """Return orthonormal vectors that span what two vectors span.

    Examples
    --------
    >>> span_basis((3, 0, 0), (1, 2, 0))
    [(1.0, 0.0, 0.0), (0.0, 1.0, 0.0)]
    >>> span_basis((0, 0, 0), (0, 0, -2))
    [(0.0, 0.0, -1.0)]
    """
    longer, shorter = (u, v) if length(u) >= length(v) else (v, u)
    if length(longer) == 0:
        return []
    first = along(ORIGIN, 1 / length(longer), longer)
    if are_parallel(u, v):
        return [first]
    rest = along(shorter, -dot(first, shorter), first)
    return [first, along(ORIGIN, 1 / length(rest), rest)]


def project(v: Vector, basis: Sequence[Vector]) -> tuple[float, float, float]:
    """Return the projection of a vector on what orthonormal vectors span."""
    shadow = (0.0, 0.0, 0.0)
    for one in basis:
        shadow = along(shadow, dot(one, v), one)
    return shadow


Polygon = list[tuple[float, float, float]]


def clip(corners: Polygon, normal: Vector, most: float) -> Polygon:
    """Return the part of a convex polygon where normal · p ≤ most."""
    kept = []
    for here, after in zip(corners, corners[1:] + corners[:1], strict=True):
        a, b = dot(normal, here) - most, dot(normal, after) - most
        if a <= CLOSE:
            kept.append(here)
        if (a > CLOSE) != (b > CLOSE):
            kept.append(along(here, a / (a - b), along(after, -1, here)))
    return kept


def plane_in_box(normal: Vector, offset: float, limit: float) -> Polygon:
    """Return the part of the plane normal · p = offset in the cube from -limit to limit.

    Empty if the normal is zero or the plane passes by the cube.

    Examples
    --------
    >>> len(plane_in_box((0, 0, 1), 0, 2)), len(plane_in_box((1, 1, 1), 0, 2))
    (4, 6)
    >>> plane_in_box((0, 0, 1), 5, 2)
    []
    """
    size = length(normal)
    if size == 0:
        return []
    unit = along(ORIGIN, 1 / size, normal)
    sizes = [abs(part) for part in unit]
    side = cross(unit, AXES[sizes.index(min(sizes))])
    side = along(ORIGIN, 4 * limit / length(side), side)
    other = cross(unit, side)
    foot = along(ORIGIN, offset / size, unit)
    corners = [
        along(along(foot, a, side), b, other) for a, b in ((1, 1), (-1, 1), (-1, -1), (1, -1))
    ]
    for axis in AXES:
        corners = clip(corners, axis, limit)
        corners = clip(corners, along(ORIGIN, -1, axis), limit)
    return corners if len(corners) > 2 else []


def line_in_box(direction: Vector, limit: float, through: Vector = ORIGIN) -> Polygon:
    """Return the two ends of the line in this direction in the cube, or nothing.

    Examples
    --------
    >>> line_in_box((0, 0, 1), 2)
    [(0.0, 0.0, -2.0), (0.0, 0.0, 2.0)]
    """
    enter, leave = -math.inf, math.inf
    for start, step in zip(through, direction, strict=True):
        if abs(step) <= CLOSE * length(direction):
            if abs(start) > limit + CLOSE:
                return []
            continue
        one, other = (-limit - start) / step, (limit - start) / step
        enter, leave = max(enter, min(one, other)), min(leave, max(one, other))
    if not math.isfinite(enter) or enter >= leave:
        return []
    return [along(through, enter, direction), along(through, leave, direction)]


class Camera:
    """Where space is seen from, without perspective: parallel lines stay parallel.

    Parameters
    ----------
    view : (azimuth, elevation)
        The direction towards the viewer in degrees, counted as Matplotlib counts.
    limit : float
        The cube from -limit to limit has room in the picture.

    Examples
    --------
    >>> seen = Camera((0, 0), 4).to_picture((9, 2, 3))  # from the end of the first axis
    >>> [round(part) for part in seen]
    [271, 93]
    """

    def __init__(self, view: Vector, limit: float):
        azimuth, elevation = math.radians(view[0]), math.radians(view[1])
        cos, sin = math.cos(azimuth), math.sin(azimuth)
        level, rise = math.cos(elevation), math.sin(elevation)
        self.limit = limit
        self.unit = SIDE / (2.8 * limit)
        self.right = (-sin, cos, 0.0)
        self.up = (-rise * cos, -rise * sin, level)
        self.toward = (level * cos, level * sin, rise)

    def to_picture(self, p: Vector) -> Point:
        """Return where a point of space is in the picture."""
        return (
            SIDE / 2 + self.unit * dot(self.right, p),
            SIDE / 2 - self.unit * dot(self.up, p),
        )
