"""Arrows, lines and places for labels in a picture of the plane.

The JavaScript twins are `code/frontend/src/view/shapes.js` and, for what is written into the
page, `code/frontend/src/display`.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from mlmath.figures.labels import Point
from mlmath.figures.markup import coordinate, element
from mlmath.figures.wording import number
from mlmath.plotting.palette import PALETTE

SIDE = 400
CENTRE = SIDE / 2
MARGIN = 16  # arrows that leave the picture are cut at this distance from its edge
HEAD_LENGTH, HEAD_WIDTH = 14, 6
LABEL_HEIGHT = 20
RING = 15  # half a handle, and the room a label leaves around it
STEPS = (1, 2, 5, 10, 20, 50)
MOST_NUMBERS = 7  # to each side of the middle, before they run into each other on a phone
FAN = (0, 40, -40, 80, -80, 120, -120, 180)

Run = tuple[str, str]
"""A piece of a label: its style ("vector", "map", "index" or "") and its text."""


class View:
    """The plane from -limit to limit, and the picture of it."""

    def __init__(self, limit: float):
        self.limit = limit
        self.unit = SIDE / (2 * limit)

    def to_picture(self, v: Sequence[float]) -> Point:
        """Return where `v` is in the picture."""
        return (CENTRE + self.unit * float(v[0]), CENTRE - self.unit * float(v[1]))


class ArrowShape(NamedTuple):
    """An arrow that ends at `tip`; `onward` if it goes on outside the picture."""

    tip: Point
    onward: bool
    shaft: str
    head: str


def arrow_shape(start: Point, end: Point) -> ArrowShape:
    """Return an arrow from one place in the picture to another, cut where it leaves it."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = math.hypot(dx, dy)
    within = min(_room(start[0], dx), _room(start[1], dy))
    onward = within >= 0 and any(not 1 <= value <= SIDE - 1 for value in end)
    shown = length * within if onward else length
    ux, uy = (dx / length, dy / length) if length > 1e-9 else (0.0, 0.0)
    size = min(1.0, shown / HEAD_LENGTH)
    back, wide = HEAD_LENGTH * size, HEAD_WIDTH * size

    def at(along: float, across: float) -> Point:
        return (start[0] + along * ux - across * uy, start[1] + along * uy + across * ux)

    def angle(tip: float) -> list[Point]:
        return [at(tip - back / 2, wide), at(tip, 0), at(tip - back / 2, -wide)]

    tip = at(shown, 0)
    base = tip if onward else at(shown - back, 0)
    head = (
        path([angle(shown), angle(shown - back / 2)])
        if onward
        else path([[at(shown - back, wide), tip, at(shown - back, -wide)]]) + "Z"
    )
    return ArrowShape(tip, onward, path([[start, base]]), head)


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


def background(view: View) -> Iterable[str]:
    """Write the plane before anything happens to it: grid, axes, numbers."""
    most = math.ceil(view.limit) - 1
    whole = range(-most, most + 1)
    at = [tuple(map(coordinate, view.to_picture((k, k)))) for k in whole]
    side, middle = coordinate(SIDE), coordinate(CENTRE)
    yield element(
        "path",
        class_="mlf-grid",
        d="".join(f"M{x} 0V{side}M0 {y}H{side}" for x, y in at),
        stroke=PALETTE["grid"]["light"],
    )
    yield element(
        "path",
        class_="mlf-axes",
        d=f"M{middle} 0V{side}M0 {middle}H{side}",
        stroke=PALETTE["residual"]["light"],
    )
    tick = {"fill": PALETTE["residual"]["light"], "font_size": 12}
    every = next(step for step in STEPS if view.limit / step <= MOST_NUMBERS)
    for k in whole:
        if k == 0 or k % every:
            continue
        x, y = view.to_picture((k, k))
        yield element(
            "text",
            number(k),
            class_="mlf-tick",
            x=x,
            y=CENTRE + 15,
            text_anchor="middle",
            **tick,
        )
        yield element(
            "text",
            number(k),
            class_="mlf-tick mlf-tick-up",
            x=CENTRE - 5,
            y=y + 4,
            text_anchor="end",
            **tick,
        )


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


def around(
    tip: Point, gap: float, width: float, start: Point = (CENTRE, CENTRE)
) -> list[Point]:
    """Return places for a label around the tip of an arrow: ahead first, then to the sides."""
    dx, dy = tip[0] - start[0], tip[1] - start[1]
    ahead = -math.pi / 4 if math.hypot(dx, dy) < 1e-6 else math.atan2(dy, dx)
    places = []
    for degrees in FAN:
        angle = ahead + degrees * math.pi / 180
        cos, sin = math.cos(angle), math.sin(angle)
        out = gap + abs(cos) * width / 2 + abs(sin) * LABEL_HEIGHT / 2
        places.append((tip[0] + out * cos, tip[1] + out * sin))
    return places


def alongside(direction: Point, width: float) -> list[Point]:
    """Return places for the label of a line through the origin: near its ends, on either side."""
    length = math.hypot(*direction)
    ux, uy = direction[0] / length, -direction[1] / length
    off = 6 + abs(uy) * width / 2 + abs(ux) * LABEL_HEIGHT / 2
    room = (CENTRE - width / 2 - 5, CENTRE - LABEL_HEIGHT / 2 - 5)
    places = []
    for end in (1, -1):
        for side in (1, -1):
            ox, oy = side * off * uy, -side * off * ux
            # As far out as the frame lets the label go.
            out = min(
                (most - o * math.copysign(1, u) * end) / abs(u)
                for u, o, most in ((ux, ox, room[0]), (uy, oy, room[1]))
                if abs(u) > 1e-9
            )
            places.append((CENTRE + end * out * ux + ox, CENTRE + end * out * uy + oy))
    return places


def through(direction: Point) -> tuple[Point, Point]:
    """Return the two ends of the line through the origin, at the edges of the picture."""
    x, y = direction
    out = CENTRE / max(abs(x), abs(y))
    return (CENTRE - out * x, CENTRE + out * y), (CENTRE + out * x, CENTRE - out * y)


def pair(point: Point) -> str:
    """Write a point as paths have it."""
    return " ".join(map(coordinate, point))


def path(lines: Iterable[Iterable[Point]]) -> str:
    """Write lines through points."""
    return "".join("M" + "L".join(map(pair, line)) for line in lines)
