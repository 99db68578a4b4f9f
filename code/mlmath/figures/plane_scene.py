"""The static picture of a map of the plane.

The JavaScript twin is `code/frontend/src/view/plane_scene.js`: the same shapes at the same
places, so that nothing jumps when a figure wakes.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np

from mlmath.figures.labels import Label, Obstacles, Point, place_labels
from mlmath.figures.markup import coordinate, element, svg
from mlmath.figures.plane_map import Spectrum
from mlmath.figures.wording import number, numbers
from mlmath.plotting.palette import PALETTE

SIDE = 400
CENTRE = SIDE / 2
MARGIN = 16  # arrows that leave the picture are cut at this distance from its edge
HEAD_LENGTH, HEAD_WIDTH = 14, 6
LABEL_HEIGHT = 20
RING = 15  # half a handle, and the room a label leaves around it
FAN = (0, 40, -40, 80, -80, 120, -120, 180)
WIDTHS = {"first": 32, "second": 32, "x": 12, "image": 26}
ROLES = {"first": "first_basis", "second": "second_basis", "x": "input", "image": "output"}


class Arrow(NamedTuple):
    """A vector as an arrow, ending at `tip`; `onward` if it goes on outside the picture."""

    name: str
    moves: bool
    tip: Point
    onward: bool
    shaft: str
    head: str
    away: str


class Scene(NamedTuple):
    """All shapes of the picture, as path data and places."""

    grid: tuple[str, str]
    square: str
    flipped: bool
    eigenlines: str
    every_line: bool
    eigenlabels: list[tuple[str, Point]]
    arrows: list[tuple[Arrow, Point]]


class View:
    """The plane from -limit to limit, and the picture of it."""

    def __init__(self, limit: float):
        self.limit = limit
        self.unit = SIDE / (2 * limit)

    def to_picture(self, v: Sequence[float]) -> Point:
        """Return where `v` is in the picture."""
        return (CENTRE + self.unit * float(v[0]), CENTRE - self.unit * float(v[1]))


def plane_scene(
    A: np.ndarray, x: np.ndarray, spectrum: Spectrum | None, view: View, move: Sequence[str]
) -> Scene:
    """Compute the shapes; `spectrum` is None where no eigenlines are to be seen."""
    reach = math.ceil(2 * view.limit)
    whole = range(-reach, reach + 1)

    def image(*v: float) -> Point:
        return view.to_picture(A @ v)

    columns = "columns" in move
    arrows = [
        _arrow("first", columns, A[:, 0], view),
        _arrow("second", columns, A[:, 1], view),
        _arrow("image", False, A @ x, view),
        _arrow("x", "x" in move, x, view),
    ]
    directions = spectrum.directions if spectrum else []
    texts = (
        [f"λ = {number(value.real)}" for value in spectrum.eigenvalues] if directions else []
    )
    texts = texts[: len(directions)]
    lines = [_through(direction) for direction in directions]

    labels = []
    for arrow in arrows:
        width = WIDTHS[arrow.name] + 8.5 * len(arrow.away)
        places = _around(arrow.tip, RING if arrow.moves else 5, width)
        labels.append(Label(width, LABEL_HEIGHT, places))
    for text, direction in zip(texts, directions, strict=True):
        width = 9 * len(text)
        labels.append(Label(width, LABEL_HEIGHT, _alongside(direction, width)))
    centres = place_labels(
        labels,
        Obstacles(
            side=SIDE,
            segments=lines + [(view.to_picture((0, 0)), arrow.tip) for arrow in arrows],
            discs=[(arrow.tip, RING - 1 if arrow.moves else 4) for arrow in arrows],
        ),
    )
    if every_line := bool(spectrum and spectrum.every_line):
        turns = (i * math.pi / 12 for i in range(12))
        lines = [_through((math.cos(turn), math.sin(turn))) for turn in turns]
    return Scene(
        grid=(
            _path((image(-reach, k), image(reach, k)) for k in whole),
            _path((image(k, -reach), image(k, reach)) for k in whole),
        ),
        square=" ".join(map(_pair, (image(0, 0), image(1, 0), image(1, 1), image(0, 1)))),
        flipped=bool(A[0, 0] * A[1, 1] - A[0, 1] * A[1, 0] < 0),
        eigenlines=_path(lines),
        every_line=every_line,
        eigenlabels=list(zip(texts, centres[len(arrows) :], strict=True)),
        arrows=list(zip(arrows, centres, strict=False)),
    )


def plane_svg(scene: Scene, view: View, label: str) -> str:
    """Write the picture."""
    return svg(
        *_background(view),
        _shape("path", "mlf-image-grid", "first_basis", d=scene.grid[0], opacity=0.5),
        _shape("path", "mlf-image-grid", "second_basis", d=scene.grid[1], opacity=0.5),
        element(
            "polygon",
            class_="mlf-square mlf-flipped" if scene.flipped else "mlf-square",
            points=scene.square,
            fill=PALETTE["data"]["light"],
            fill_opacity=0.16,
            stroke=PALETTE["data"]["light"],
            stroke_dasharray="3 3" if scene.flipped else None,
        ),
        _shape(
            "path",
            "mlf-eigenline mlf-faint" if scene.every_line else "mlf-eigenline",
            "eigen",
            d=scene.eigenlines,
            stroke_width=1 if scene.every_line else 2,
            stroke_dasharray="8 5",
        )
        if scene.eigenlines
        else "",
        *(_draw_arrow(arrow, centre) for arrow, centre in scene.arrows),
        *(_text(text, centre, "eigen") for text, centre in scene.eigenlabels),
        width=SIDE,
        height=SIDE,
        label=label,
    )


def _background(view: View) -> Iterable[str]:
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
    for k in whole:
        if k == 0:
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


def _shape(name: str, classes: str, role: str, **attributes) -> str:
    return element(
        name,
        class_=f"{classes} mlf-{role.replace('_', '-')}",
        fill="none",
        stroke=PALETTE[role]["light"],
        **attributes,
    )


def _draw_arrow(arrow: Arrow, centre: Point) -> str:
    role = ROLES[arrow.name]
    colour = PALETTE[role]["light"]
    shaft = element(
        "path", class_="mlf-shaft", d=arrow.shaft, stroke=colour, stroke_width=3, fill="none"
    )
    if arrow.onward:
        head = element(
            "path",
            class_="mlf-onward",
            d=arrow.head,
            stroke=colour,
            stroke_width=3,
            fill="none",
        )
    else:
        head = element("path", class_="mlf-head", d=arrow.head, fill=colour)
    name = element("tspan", "x", class_="mlf-vector", font_weight="bold")
    if arrow.name in ("first", "second"):
        index = "1" if arrow.name == "first" else "2"
        name = element("tspan", "e", class_="mlf-vector", font_weight="bold")
        name += element("tspan", index, class_="mlf-index", dy=4, font_size=12)
    if arrow.name != "x":
        name = element("tspan", "A ", class_="mlf-map", font_style="italic") + name
    if arrow.away:
        raised = -4 if arrow.name in ("first", "second") else None
        name += element("tspan", arrow.away, dy=raised)
    label = _text(name, centre, role)
    return element("g", shaft, head, label, class_=f"mlf-arrow mlf-{role.replace('_', '-')}")


def _text(content: str, centre: Point, role: str) -> str:
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


def _arrow(name: str, moves: bool, v: np.ndarray, view: View) -> Arrow:
    px, py = view.to_picture(v)
    dx, dy = px - CENTRE, py - CENTRE
    length = math.hypot(dx, dy)
    outmost = max(abs(dx), abs(dy))
    onward = outmost > CENTRE - 1
    shown = length * (CENTRE - MARGIN) / outmost if onward else length
    ux, uy = (dx / length, dy / length) if length > 1e-9 else (0.0, 0.0)
    size = min(1.0, shown / HEAD_LENGTH)
    back, wide = HEAD_LENGTH * size, HEAD_WIDTH * size

    def at(along: float, across: float) -> Point:
        return (CENTRE + along * ux - across * uy, CENTRE + along * uy + across * ux)

    def angle(tip: float) -> list[Point]:
        return [at(tip - back / 2, wide), at(tip, 0), at(tip - back / 2, -wide)]

    tip = at(shown, 0)
    base = tip if onward else at(shown - back, 0)
    head = (
        _path([angle(shown), angle(shown - back / 2)])
        if onward
        else _path([[at(shown - back, wide), tip, at(shown - back, -wide)]]) + "Z"
    )
    return Arrow(
        name=name,
        moves=moves,
        tip=tip,
        onward=onward,
        shaft=_path([[(CENTRE, CENTRE), base]]),
        head=head,
        away=f" {numbers(v)}" if onward else "",
    )


def _around(tip: Point, gap: float, width: float) -> list[Point]:
    """Return places for a label around the tip of an arrow: ahead first, then to the sides."""
    dx, dy = tip[0] - CENTRE, tip[1] - CENTRE
    ahead = -math.pi / 4 if math.hypot(dx, dy) < 1e-6 else math.atan2(dy, dx)
    places = []
    for degrees in FAN:
        angle = ahead + degrees * math.pi / 180
        cos, sin = math.cos(angle), math.sin(angle)
        out = gap + abs(cos) * width / 2 + abs(sin) * LABEL_HEIGHT / 2
        places.append((tip[0] + out * cos, tip[1] + out * sin))
    return places


def _alongside(direction: Point, width: float) -> list[Point]:
    """Return places for the label of an eigenline: near its ends, on either side."""
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


def _through(direction: Point) -> tuple[Point, Point]:
    """Return the two ends of the line through the origin, at the edges of the picture."""
    x, y = direction
    out = CENTRE / max(abs(x), abs(y))
    return (CENTRE - out * x, CENTRE + out * y), (CENTRE + out * x, CENTRE - out * y)


def _pair(point: Point) -> str:
    return " ".join(map(coordinate, point))


def _path(lines: Iterable[Iterable[Point]]) -> str:
    return "".join("M" + "L".join(map(_pair, line)) for line in lines)
