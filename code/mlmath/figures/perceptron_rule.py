"""A perceptron with two inputs: what it answers, how it learns, and what no line can do.

The JavaScript twin is `code/frontend/src/maths/perceptron.js`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from mlmath.figures.labels import Point

CLOSE = 1e-9
"""Points as close to the line as this lie on it."""


def answer(weights: Sequence[float], bias: float, point: Sequence[float]) -> int:
    """Return 1 on the positive side of the line; 0 on the line and on its other side.

    Examples
    --------
    >>> answer((1, 1), -1.5, (1, 1)), answer((1, 1), -1.5, (1, 0.5))
    (1, 0)
    """
    return int(weights[0] * point[0] + weights[1] * point[1] + bias > CLOSE)


def mistakes(
    points: Sequence[Sequence[float]],
    targets: Sequence[int],
    weights: Sequence[float],
    bias: float,
) -> list[int]:
    """Return which points get the wrong answer."""
    return [
        i
        for i, (point, target) in enumerate(zip(points, targets, strict=True))
        if answer(weights, bias, point) != target
    ]


@lru_cache(maxsize=64)
def most_right(points: tuple[Point, ...], targets: tuple[int, ...]) -> int:
    """Return how many points the best line gets right.

    Every way to part the points by a line is reached from a line through two of them, tilted
    a little about a place between two points on it, or shifted.

    Examples
    --------
    >>> corners = ((0, 0), (0, 1), (1, 0), (1, 1))
    >>> most_right(corners, (0, 0, 0, 1)), most_right(corners, (0, 1, 1, 0))
    (4, 3)
    """
    best = max(targets.count(0), targets.count(1))
    for i, (px, py) in enumerate(points):
        for qx, qy in points[i + 1 :]:
            dx, dy = qx - px, qy - py
            if dx == 0 and dy == 0:
                continue
            sides = [0, 0]  # right answers if the left side, or the right side, means 1
            on_line = []
            for (x, y), target in zip(points, targets, strict=True):
                across = dx * (y - py) - dy * (x - px)
                if abs(across) <= CLOSE:
                    on_line.append((dx * (x - px) + dy * (y - py), target))
                else:
                    sides[int((across > 0) != (target == 1))] += 1
            best = max(best, max(sides) + _most_split(on_line))
    return best


def _most_split(on_line: list[tuple[float, int]]) -> int:
    """Return how many points of a line are right if it is parted at the best place."""
    most = 0
    for cut in [*(along for along, _ in on_line), float("inf")]:
        right = sum((along < cut) == (target == 1) for along, target in on_line)
        most = max(most, right, len(on_line) - right)
    return most
