"""What can be asked of an interactive figure: conditions on its state, by name.

Each takes the state and arguments that JSON can hold. The page's script knows the same
conditions; a table of cases in the tests holds the two together.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import hypot
from typing import Any

State = Mapping[str, Any]


def x_is_eigenvector(
    state: State, eigenvalue: float | None = None, tolerance: float = 0.02
) -> bool:
    """Whether Ax lies on the line of x ≠ 0, within an angle of about `tolerance` radians.

    With `eigenvalue`, whether it is also that multiple of x. Where Ax is zero, or nearly so
    beside A, x is an eigenvector with eigenvalue 0.
    """
    (a, b), (c, d) = state["matrix"]
    x, y = state["x"]
    length = hypot(x, y)
    if length < tolerance:
        return False
    x, y = x / length, y / length
    u, v = a * x + b * y, c * x + d * y
    size = max(hypot(a, c), hypot(b, d), 1e-9)
    if abs(x * v - y * u) > tolerance * max(hypot(u, v), tolerance * size):
        return hypot(u, v) <= tolerance * size and eigenvalue in (None, 0)
    return eigenvalue is None or abs(u * x + v * y - eigenvalue) <= tolerance * size


def x_is_zero(state: State, tolerance: float = 0.02) -> bool:
    """Whether x is the zero vector."""
    return hypot(*state["x"]) < tolerance


def eigenline_count(state: State, count: int, tolerance: float = 1e-6) -> bool:
    """Whether the matrix has this many eigenlines: 0, 1 or 2; -1 stands for every line."""
    (a, b), (c, d) = state["matrix"]
    size = max(abs(a), abs(b), abs(c), abs(d), 1e-9)
    discriminant = (a - d) ** 2 + 4 * b * c
    if max(abs(b), abs(c), abs(a - d)) <= tolerance * size:
        return count == -1
    if abs(discriminant) <= tolerance * size**2:
        return count == 1
    return count == (2 if discriminant > 0 else 0)


def eigenvalues_are(state: State, values: list[float], tolerance: float = 0.02) -> bool:
    """Whether the matrix has these two real eigenvalues, in any order."""
    (a, b), (c, d) = state["matrix"]
    first, second = values
    return (
        abs(a + d - first - second) <= tolerance
        and abs(a * d - b * c - first * second) <= tolerance
    )


def stretches(
    state: State, vectors: list[list[float]], values: list[float], tolerance: float = 0.02
) -> bool:
    """Whether each of these vectors is an eigenvector, with the eigenvalue at its place."""
    (a, b), (c, d) = state["matrix"]
    return all(
        hypot((a - value) * x + b * y, c * x + (d - value) * y) <= tolerance * hypot(x, y)
        for (x, y), value in zip(vectors, values, strict=True)
    )


CONDITIONS: dict[str, Callable[..., bool]] = {
    "x_is_eigenvector": x_is_eigenvector,
    "x_is_zero": x_is_zero,
    "eigenline_count": eigenline_count,
    "eigenvalues_are": eigenvalues_are,
    "stretches": stretches,
}
