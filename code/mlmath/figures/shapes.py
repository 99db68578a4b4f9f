"""Arrows, lines and places for labels in a picture of the plane.

The JavaScript twins are `code/frontend/src/view/shapes.js` and, for arrows with names,
`code/frontend/src/display/arrow.js`.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import NamedTuple

from mlmath.figures.frame import SIDE
from mlmath.figures.labels import Label, Point
from mlmath.figures.markup import element
from mlmath.figures.shape_list import Shape, path
from mlmath.plotting.palette import PALETTE

CENTRE = SIDE / 2
MARGIN = 16  # arrows that leave the picture are cut at this distance from its edge
HEAD_LENGTH, HEAD_WIDTH = 14, 6
LABEL_HEIGHT = 20
RING = 15  # half a handle, and the room a label leaves around it
NEAR = 5  # the room a label leaves around a tip that nobody moves
FAN = (0, 45, -45, 90, -90, 135, -135, 180)
ALONG = (0.06, 0.94, 0.15, 0.85, 0.3, 0.7)  # where on a line its label may be

Run = tuple[str, str]
"""A piece of a label: its style ("vector", "map", "index" or "") and its text."""


class ArrowShape(NamedTuple):
    """An arrow that ends at `tip`; `onward` if it goes on outside the picture."""

    tip: Point
    onward: bool
    shaft: str
    head: str


def arrow_shape(start: Point, end: Point) -> ArrowShape:
    """Return an arrow from one place in the picture to another, cut where it leaves it."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    within = min(_room(start[0], dx), _room(start[1], dy))
    if within < 0 or all(1 <= value <= SIDE - 1 for value in end):
        return ArrowShape(end, False, *_whole(start, end))
    length = math.hypot(dx, dy)
    shown = length * within
    size = min(1.0, shown / HEAD_LENGTH)
    back, wide = HEAD_LENGTH * size / 2, HEAD_WIDTH * size

    def at(along: float, across: float) -> Point:
        return (
            start[0] + (along * dx - across * dy) / length,
            start[1] + (along * dy + across * dx) / length,
        )

    def angle(tip: float) -> list[Point]:
        return [at(tip - back, wide), at(tip, 0), at(tip - back, -wide)]

    tip = at(shown, 0)
    return ArrowShape(tip, True, path([start, tip]), path(angle(shown), angle(shown - back)))


def _whole(start: Point, end: Point) -> tuple[str, str]:
    """Return the shaft and the head of an arrow that is not cut."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = math.sqrt(dx * dx + dy * dy)
    ux, uy = (dx / length, dy / length) if length > 1e-9 else (0.0, 0.0)
    size = min(1, length / HEAD_LENGTH)
    back, wide = HEAD_LENGTH * size, HEAD_WIDTH * size
    base = (end[0] - back * ux, end[1] - back * uy)
    sides = [(base[0] - way * wide * uy, base[1] + way * wide * ux) for way in (1, -1)]
    return path([start, base]), path([sides[0], end, sides[1]]) + "Z"


def arrow(start: Point, end: Point, role: str) -> list[Shape]:
    """Return an arrow between two places of the picture, as shapes."""
    shaft, head = _whole(start, end)
    return [
        Shape("path", f"mlf-shaft mlf-{role}", {"d": shaft}),
        Shape("path", f"mlf-head mlf-{role}", {"d": head}),
    ]


def _room(start: float, step: float) -> float:
    """Return what part of a step keeps its distance from the edge."""
    if step == 0:
        return math.inf
    return ((SIDE - MARGIN if step > 0 else MARGIN) - start) / step


def arrow_svg(arrow: ArrowShape, role: str, centre: Point, label: Iterable[Run]) -> str:
    """Write an arrow and its label."""
    colour = PALETTE[role]["light"]
    line = {"stroke": colour, "stroke_width": 3, "fill": "none"}
    shaft = element("path", class_="mlf-shaft", d=arrow.shaft, **line)
    if arrow.onward:
        head = element("path", class_="mlf-onward", d=arrow.head, **line)
    else:
        head = element("path", class_="mlf-head", d=arrow.head, fill=colour)
    name = text("".join(_runs(label)), centre, role)
    return element("g", shaft, head, name, class_=f"mlf-arrow mlf-{role.replace('_', '-')}")


LOOKS = {
    "vector": {"font_weight": "bold"},
    "map": {"font_style": "italic"},
    "index": {"dy": 4, "font_size": 12},
}


def _runs(label: Iterable[Run]) -> Iterable[str]:
    lowered = False
    for style, words in label:
        if not words:
            continue
        raised = {"dy": -4} if lowered else {}
        lowered = style == "index"
        class_ = f"mlf-{style}" if style else None
        yield element("tspan", words, class_=class_, **{**raised, **LOOKS.get(style, {})})


def shape(name: str, classes: str, role: str, **attributes) -> str:
    """Write an outline in the colour of a role."""
    return element(
        name,
        class_=f"{classes} mlf-{role.replace('_', '-')}",
        fill="none",
        stroke=PALETTE[role]["light"],
        **attributes,
    )


def text(content: str, centre: Point, role: str) -> str:
    """Write a label."""
    return element(
        "text",
        content,
        class_=f"mlf-label mlf-{role.replace('_', '-')}",
        x=centre[0],
        y=centre[1] + 6,
        fill=PALETTE[role]["light"],
        font_size=18,
        font_family="serif",
        text_anchor="middle",
    )


def through(direction: Point) -> tuple[Point, Point]:
    """Return the two ends of the line through the origin, at the edges of the picture."""
    x, y = direction
    out = CENTRE / max(abs(x), abs(y))
    return (CENTRE - out * x, CENTRE + out * y), (CENTRE + out * x, CENTRE - out * y)


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


def room_at(tip: Point, held: Iterable[Point]) -> float:
    """Return the room between a tip and its label: more where one of the handles is.

    `held` are the tips that can be moved.
    """
    near = any(math.hypot(x - tip[0], y - tip[1]) < RING - 1 for x, y in held)
    return RING if near else NEAR


def tidy(place: Point) -> Point:
    """Return a place without the last bits, so that both halves choose alike between two."""
    x, y = (math.floor(value * 1e6 + 0.5) / 1e6 for value in place)
    return (x, y)


def label(text: str, centre: Point, classes: str) -> Shape:
    """Return a text that `place_labels` has placed."""
    return Shape("text", f"mlf-label {classes}", {"x": centre[0], "y": centre[1] + 6}, text)
