"""A map of the plane in another basis.

Numbers one by one, as `code/frontend/src/maths/two_bases.js` has them; the tests compare both with
NumPy.
"""

from __future__ import annotations

from mlmath.figures.vector_maths import Vector, coordinates, dot

Rows = tuple[Vector, Vector]

CLOSE = 1e-6
"""What is smaller than this, relative to the entries, is zero."""


def apply(A: Rows, x: Vector) -> Vector:
    """Return A x."""
    return (dot(A[0], x), dot(A[1], x))


def map_in_basis(A: Rows, basis: Rows) -> Rows | None:
    """Return B⁻¹AB, where the columns of B are the basis; None if it is no basis.

    Examples
    --------
    >>> map_in_basis(((2, 1), (1, 2)), ((1, 1), (1, -1)))
    ((3.0, -0.0), (-0.0, 1.0))
    """
    first, second = (coordinates(basis, apply(A, b)) for b in basis)
    if first is None or second is None:
        return None
    return ((first[0], second[0]), (first[1], second[1]))


def stretched(M: Rows) -> tuple[bool, bool]:
    """Return which vectors of the basis the map only stretches.

    They are the columns of B⁻¹AB with nothing off the diagonal.
    """
    small = CLOSE * max(abs(value) for row in M for value in row)
    return abs(M[1][0]) <= small, abs(M[0][1]) <= small
