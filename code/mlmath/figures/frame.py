"""A square part of the plane in a square of the picture: coordinates, grid, lines, arrows.

The JavaScript twin is `code/frontend/src/view/frame.js`.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from mlmath.figures.labels import Label, Point
from mlmath.figures.shape_list import Shape, path
from mlmath.figures.wording import number

SIDE = 400
HEAD_LENGTH, HEAD_WIDTH = 14, 6
LABEL_HEIGHT = 20
MOST_LINES = 6  # grid lines to each side of the middle, in a picture of the full size
FAN = (0, 45, -45, 90, -90, 135, -135, 180)
ALONG = (0.06, 0.94, 0.3, 0.7)  # where on a line its label may be

Line = tuple[float, float, float]
"""The line a x + b y = c as (a, b, c)."""


class Frame(NamedTuple):
    """The plane around `centre`, `limit` to each side, drawn `side` wide from `corner` on."""

    centre: Point
    limit: float
    side: float = SIDE
    corner: Point = (0, 0)

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


def background(frame: Frame) -> list[Shape]:
    """Return the grid, the axes and their numbers."""
    left, top = frame.corner
    right, bottom = left + frame.side, top + frame.side
    ox, oy = frame.to_picture((0, 0))
    columns, rows = _marks(frame, 0), _marks(frame, 1)
    xs = [(k, frame.to_picture((k, 0))[0]) for k in columns]
    ys = [(k, frame.to_picture((0, k))[1]) for k in rows]
    shapes = [
        Shape(
            "path",
            "mlf-grid",
            {
                "d": path(*([(x, top), (x, bottom)] for _, x in xs))
                + path(*([(left, y), (right, y)] for _, y in ys))
            },
        ),
        Shape(
            "path",
            "mlf-axes",
            {
                "d": path(
                    *([[(ox, top), (ox, bottom)]] if left <= ox <= right else []),
                    *([[(left, oy), (right, oy)]] if top <= oy <= bottom else []),
                )
            },
        ),
    ]
    down = min(max(oy + 15, top + 15), bottom - 5)
    across = min(max(ox - 5, left + 20), right - 5)
    for k, x in xs:
        if k:
            shapes.append(Shape("text", "mlf-tick", {"x": x, "y": down}, number(k)))
    for k, y in ys:
        if k:
            shapes.append(
                Shape("text", "mlf-tick mlf-tick-up", {"x": across, "y": y + 4}, number(k))
            )
    return shapes


def _marks(frame: Frame, axis: int) -> list[float]:
    """Return the round numbers of an axis that are well inside the picture."""
    step = 1
    for step in (0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50):
        if frame.limit / step <= MOST_LINES * frame.side / SIDE:
            break
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


def beside(ends: tuple[Point, Point], width: float) -> Label:
    """Return a label for a line between two places of the picture: near it, on either side."""
    (x0, y0), (x1, y1) = ends
    size = math.hypot(x1 - x0, y1 - y0)
    ux, uy = (x1 - x0) / size, (y1 - y0) / size
    off = 6 + abs(uy) * width / 2 + abs(ux) * LABEL_HEIGHT / 2
    places = [
        (x0 + t * (x1 - x0) + way * off * uy, y0 + t * (y1 - y0) - way * off * ux)
        for t in ALONG
        for way in (1, -1)
    ]
    return Label(width, LABEL_HEIGHT, list(map(tidy, places)))


def around(tip: Point, ahead: Point, gap: float, width: float) -> Label:
    """Return a label around a place of the picture: in the direction `ahead` if possible."""
    first = math.atan2(ahead[1], ahead[0]) if math.hypot(*ahead) > 1e-6 else -math.pi / 4
    places = []
    for degrees in FAN:
        angle = first + degrees * math.pi / 180
        cos, sin = math.cos(angle), math.sin(angle)
        out = gap + abs(cos) * width / 2 + abs(sin) * LABEL_HEIGHT / 2
        places.append((tip[0] + out * cos, tip[1] + out * sin))
    return Label(width, LABEL_HEIGHT, list(map(tidy, places)))


def tidy(place: Point) -> Point:
    """Return a place without the last bits, so that both halves choose alike between two."""
    x, y = (math.floor(value * 1e6 + 0.5) / 1e6 for value in place)
    return (x, y)


def arrow(start: Point, end: Point, role: str) -> list[Shape]:
    """Return an arrow between two places of the picture."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = math.sqrt(dx * dx + dy * dy)
    ux, uy = (dx / length, dy / length) if length > 1e-9 else (0.0, 0.0)
    size = min(1.0, length / HEAD_LENGTH)
    back, wide = HEAD_LENGTH * size, HEAD_WIDTH * size
    base = (end[0] - back * ux, end[1] - back * uy)
    sides = [(base[0] - way * wide * uy, base[1] + way * wide * ux) for way in (1, -1)]
    return [
        Shape("path", f"mlf-shaft mlf-{role}", {"d": path([start, base])}),
        Shape("path", f"mlf-head mlf-{role}", {"d": path([sides[0], end, sides[1]]) + "Z"}),
    ]


def label(text: str, centre: Point, classes: str) -> Shape:
    """Return a text that `place_labels` has placed."""
    return Shape("text", f"mlf-label {classes}", {"x": centre[0], "y": centre[1] + 6}, text)


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
