"""The grid of a basis: two families of parallel lines, as far as the picture goes.

The JavaScript twin is `code/frontend/src/view/basis_grid.js`.
"""

from __future__ import annotations

from mlmath.figures.frame import Frame
from mlmath.figures.shape_list import path
from mlmath.figures.vector_maths import Vector, add, are_dependent, cross, dot, norm, times

MOST = 40
"""A finer grid than this would be a grey area."""


def basis_grid(basis: tuple[Vector, Vector], view: Frame) -> tuple[str, str]:
    """Return the lines along each vector of the basis as paths; none if it is no basis."""
    first, second = basis
    if are_dependent(first, second):
        return ("", "")
    return (_parallels(first, second, view), _parallels(second, first, view))


def _parallels(along: Vector, step: Vector, view: Frame) -> str:
    """Return lines along one vector, a step of the other apart."""
    reach = 1.5 * view.limit
    half = times(reach / norm(along), along)
    apart = abs(cross(along, step)) / norm(along)
    most = min(MOST, int(reach / apart))
    lines = []
    for k in range(-most, most + 1):
        point = times(k, step)
        # The point of the line that is nearest to the origin.
        foot = add(point, times(-dot(point, along) / dot(along, along), along))
        lines.append([view.to_picture(add(foot, times(sign, half))) for sign in (-1, 1)])
    return path(*lines)
