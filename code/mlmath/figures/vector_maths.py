"""Two vectors of the plane: lengths, angle, projection, coordinates.

Numbers one by one, as `code/frontend/src/maths/vectors.js` has them; the tests compare both with
NumPy.
"""

from __future__ import annotations

import math

Vector = tuple[float, float]

CLOSE = 1e-9
"""What is smaller than this, relative to the lengths, is zero."""


def add(u: Vector, v: Vector) -> Vector:
    """Return u + v."""
    return (u[0] + v[0], u[1] + v[1])


def times(k: float, v: Vector) -> Vector:
    """Return k v."""
    return (k * v[0], k * v[1])


def dot(u: Vector, v: Vector) -> float:
    """Return the dot product."""
    return u[0] * v[0] + u[1] * v[1]


def cross(u: Vector, v: Vector) -> float:
    """Return the area of the parallelogram, positive if v is anticlockwise of u."""
    return u[0] * v[1] - u[1] * v[0]


def norm(v: Vector) -> float:
    """Return the length."""
    return math.hypot(*v)


def are_orthogonal(u: Vector, v: Vector) -> bool:
    """Return whether the vectors are orthogonal, as far as anybody can tell."""
    return abs(dot(u, v)) <= CLOSE * norm(u) * norm(v)


def are_dependent(u: Vector, v: Vector) -> bool:
    """Return whether the vectors lie on one line; the zero vector lies on every line."""
    return abs(cross(u, v)) <= CLOSE * norm(u) * norm(v)


def angle(u: Vector, v: Vector) -> float:
    """Return the angle between two vectors, in degrees."""
    return math.degrees(math.atan2(abs(cross(u, v)), dot(u, v)))


def angle_kind(u: Vector, v: Vector) -> str:
    """Return what kind of angle it is.

    Examples
    --------
    >>> angle_kind((2, 1), (-1, 2)), angle_kind((2, 1), (-2, -1)), angle_kind((0, 0), (1, 0))
    ('right', 'opposite', 'undefined')
    """
    if norm(u) == 0 or norm(v) == 0:
        return "undefined"
    if are_dependent(u, v):
        return "same" if dot(u, v) > 0 else "opposite"
    if are_orthogonal(u, v):
        return "right"
    return "acute" if dot(u, v) > 0 else "obtuse"


def share(u: Vector, v: Vector) -> float:
    """Return how many times u the projection of v onto u is; NaN for u = 0."""
    return math.nan if norm(u) == 0 else dot(u, v) / dot(u, u)


def coordinates(basis: tuple[Vector, Vector], x: Vector) -> Vector | None:
    """Return the coordinates of x in a basis; None if it is none.

    Examples
    --------
    >>> coordinates(((2, 0), (1, 1)), (3, 1))
    (1.0, 1.0)
    """
    first, second = basis
    if are_dependent(first, second):
        return None
    area = cross(first, second)
    return (cross(x, second) / area, cross(first, x) / area)
