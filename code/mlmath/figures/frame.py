"""A square part of the plane in a square of the picture: coordinates, grid, lines.

The JavaScript twin is `code/frontend/src/view/frame.js`.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from mlmath.figures.labels import Box, Point
from mlmath.figures.shape_list import Shape, path
from mlmath.figures.wording import number

SIDE = 400
WHOLE_STEPS = (1, 2, 5, 10, 20, 50)
STEPS = (0.1, 0.2, 0.5, *WHOLE_STEPS)
MOST_DECIMAL, MOST_WHOLE = 5.5, 7
"""Numbers to each side of the middle, in a picture of the full size."""


Line = tuple[float, float, float]
"""The line a x + b y = c as (a, b, c)."""


class Frame(NamedTuple):
    """The plane around `centre`, `limit` to each side, drawn `side` wide from `corner` on.

    With `whole`, grid lines are at all whole numbers, and at no others.
    """

    centre: Point
    limit: float
    side: float = SIDE
    corner: Point = (0, 0)
    whole: bool = False

    @property
    def unit(self) -> float:
        """How long 1 is in the picture."""
        return self.side / (2 * self.limit)

    def to_picture(self, v: Sequence[float]) -> Point:
        """Return where a point of the plane is in the picture."""
        middle = self.side / 2
        return (
            self.corner[0] + middle + self.unit * (float(v[0]) - self.centre[0]),
            self.corner[1] + middle - self.unit * (float(v[1]) - self.centre[1]),
        )


def plane(limit: float) -> Frame:
    """Return the square from -limit to limit in both directions."""
    return Frame((0, 0), limit, whole=True)


def background(frame: Frame) -> list[Shape]:
    """Return the grid, the axes and their numbers."""
    left, top = frame.corner
    right, bottom = left + frame.side, top + frame.side
    ox, oy = frame.to_picture((0, 0))
    step = 1 if frame.whole else _step(frame)
    xs = [frame.to_picture((k, 0))[0] for k in _marks(frame, 0, step)]
    ys = [frame.to_picture((0, k))[1] for k in _marks(frame, 1, step)]
    grid = [[(x, top), (x, bottom)] for x in xs] + [[(left, y), (right, y)] for y in ys]
    axes = [
        *([[(ox, top), (ox, bottom)]] if left <= ox <= right else []),
        *([[(left, oy), (right, oy)]] if top <= oy <= bottom else []),
    ]
    return [
        Shape("path", "mlf-grid", {"d": path(*grid)}),
        Shape("path", "mlf-axes", {"d": path(*axes)}),
        *_axis_numbers(frame),
    ]


def _axis_numbers(frame: Frame) -> list[Shape]:
    """Return the numbers on the axes."""
    left, top = frame.corner
    right, bottom = left + frame.side, top + frame.side
    ox, oy = frame.to_picture((0, 0))
    step = _step(frame)
    down = min(max(oy + 15, top + 15), bottom - 5)
    across = min(max(ox - 5, left + 20), right - 5)
    shapes = []
    for k in filter(None, _marks(frame, 0, step)):
        place = {"x": frame.to_picture((k, 0))[0], "y": down}
        shapes.append(Shape("text", "mlf-tick", place, number(k)))
    for k in filter(None, _marks(frame, 1, step)):
        place = {"x": across, "y": frame.to_picture((0, k))[1] + 4}
        shapes.append(Shape("text", "mlf-tick mlf-tick-up", place, number(k)))
    return shapes


def number_boxes(frame: Frame) -> list[Box]:
    """Return what the numbers on the axes cover."""
    boxes = []
    for _, classes, place, text in _axis_numbers(frame):
        width = 7 * len(text)
        right = place["x"] + (0 if classes.endswith("up") else width / 2)
        boxes.append((right - width, place["y"] - 9, right, place["y"]))
    return boxes


def _step(frame: Frame) -> float:
    """Return how far it is from number to number on the axes."""
    steps, most = (WHOLE_STEPS, MOST_WHOLE) if frame.whole else (STEPS, MOST_DECIMAL)
    fitting = (step for step in steps if frame.limit / step <= most * frame.side / SIDE)
    return next(fitting, steps[-1])


def _marks(frame: Frame, axis: int, step: float) -> list[float]:
    """Return the multiples of a step that are well inside the picture."""
    low = math.floor((frame.centre[axis] - frame.limit) / step + 1e-9) + 1
    high = math.ceil((frame.centre[axis] + frame.limit) / step - 1e-9) - 1
    return [step * k for k in range(low, high + 1)]


def chord(line: Line, frame: Frame) -> tuple[Point, Point] | None:
    """Return where the line enters and leaves the frame (in the plane), or None."""
    a, b, c = line
    square = a * a + b * b
    if square == 0:
        return None
    cx, cy = frame.centre
    off = (c - a * cx - b * cy) / square
    foot = (off * a, off * b)
    size = math.sqrt(square)
    along = (b / size, -a / size)
    enter, leave = -math.inf, math.inf
    for start, step in zip(foot, along, strict=True):
        if abs(step) < 1e-12:
            if abs(start) > frame.limit:
                return None
            continue
        one, other = (-frame.limit - start) / step, (frame.limit - start) / step
        enter, leave = max(enter, min(one, other)), min(leave, max(one, other))
    if enter >= leave:
        return None
    return tuple(
        (cx + foot[0] + t * along[0], cy + foot[1] + t * along[1]) for t in (enter, leave)
    )


def is_inside(v: Sequence[float], frame: Frame) -> bool:
    """Return whether a point of the plane can be seen."""
    return bool(np.abs(np.subtract(v, frame.centre)).max() <= frame.limit)


def cut(start: Sequence[float], end: Sequence[float], frame: Frame) -> list[Point] | None:
    """Return the part of a segment of the plane that can be seen, in the picture; or None.

    A segment of no length is None too.
    """
    enter, leave = 0.0, 1.0
    for axis in (0, 1):
        low, high = frame.centre[axis] - frame.limit, frame.centre[axis] + frame.limit
        step = end[axis] - start[axis]
        if abs(step) < 1e-12:
            if not low <= start[axis] <= high:
                return None
            continue
        one, other = (low - start[axis]) / step, (high - start[axis]) / step
        enter, leave = max(enter, min(one, other)), min(leave, max(one, other))
    if enter >= leave or max(abs(end[0] - start[0]), abs(end[1] - start[1])) < 1e-12:
        return None
    return [
        frame.to_picture([start[axis] + t * (end[axis] - start[axis]) for axis in (0, 1)])
        for t in (enter, leave)
    ]


def cut_polygon(corners: Sequence[Sequence[float]], frame: Frame) -> list[Point]:
    """Return the part of a polygon that can be seen, in the picture, side by side cut off."""
    polygon = [(float(x), float(y)) for x, y in corners]
    for axis in (0, 1):
        for way in (1, -1):
            most = way * frame.centre[axis] + frame.limit
            kept: list[Point] = []
            for before, corner in zip([polygon[-1], *polygon], polygon, strict=False):
                out, was = way * corner[axis] - most, way * before[axis] - most
                if out * was < 0:
                    t = was / (was - out)
                    kept.append(
                        (
                            before[0] + t * (corner[0] - before[0]),
                            before[1] + t * (corner[1] - before[1]),
                        )
                    )
                if out <= 0:
                    kept.append(corner)
            if not kept:
                return []
            polygon = kept
    return [frame.to_picture(corner) for corner in polygon]
