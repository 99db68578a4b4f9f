"""Where to write the labels of a picture so that they cover nothing.

The JavaScript twin is `code/frontend/src/maths/labels.js`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

Point = tuple[float, float]
Box = tuple[float, float, float, float]

# What it costs to cover something; each place further down the list costs 1.
LABEL, DISC, NUMBER, SEGMENT = 100, 30, 20, 10
EDGE = 3  # the room between a label and the edge of the picture


class Label(NamedTuple):
    """A label and the centres it may have, best first; the frame may push them inwards."""

    width: float
    height: float
    places: list[Point]


class Obstacles(NamedTuple):
    """What labels should not cover in a square picture from 0 to `side`.

    `numbers` is what the numbers on the axes cover.
    """

    side: float
    segments: list[tuple[Point, Point]]
    discs: list[tuple[Point, float]]
    numbers: Sequence[Box] = ()


def place_labels(labels: list[Label], obstacles: Obstacles) -> list[Point]:
    """Give each label in turn the place where it does the least harm."""
    taken: list[Box] = []
    centres = []
    for width, height, places in labels:
        inside = [
            (_within(x, width, obstacles.side), _within(y, height, obstacles.side))
            for x, y in places
        ]
        boxes = [
            (x - width / 2, y - height / 2, x + width / 2, y + height / 2) for x, y in inside
        ]
        costs = [i + _cost(box, taken, obstacles) for i, box in enumerate(boxes)]
        best = costs.index(min(costs))
        taken.append(boxes[best])
        centres.append(inside[best])
    return centres


def _cost(box: Box, taken: list[Box], obstacles: Obstacles) -> int:
    return (
        LABEL * sum(_overlap(box, other) for other in taken)
        + NUMBER * sum(_overlap(box, other) for other in obstacles.numbers)
        + DISC * sum(_touches(box, centre, radius) for centre, radius in obstacles.discs)
        + SEGMENT * sum(_crosses(box, start, end) for start, end in obstacles.segments)
    )


def _within(value: float, size: float, side: float) -> float:
    return min(side - size / 2 - EDGE, max(size / 2 + EDGE, value))


def _overlap(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _touches(box: Box, centre: Point, radius: float) -> bool:
    dx = max(box[0] - centre[0], 0, centre[0] - box[2])
    dy = max(box[1] - centre[1], 0, centre[1] - box[3])
    return dx * dx + dy * dy < radius * radius


def _crosses(box: Box, start: Point, end: Point) -> bool:
    enter, leave = 0.0, 1.0
    for axis in (0, 1):
        low, high = box[axis], box[axis + 2]
        along = end[axis] - start[axis]
        if along == 0:
            if not low <= start[axis] <= high:
                return False
            continue
        a, b = (low - start[axis]) / along, (high - start[axis]) / along
        enter, leave = max(enter, min(a, b)), min(leave, max(a, b))
    return enter < leave
