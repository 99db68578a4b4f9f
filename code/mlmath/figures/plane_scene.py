"""The static picture of a map of the plane.

The JavaScript twin is `code/frontend/src/view/plane_scene.js`: the same shapes at the same
places, so that nothing jumps when a figure wakes.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from mlmath.figures.frame import SIDE, Frame, background, number_boxes
from mlmath.figures.labels import Obstacles, Point, place_labels
from mlmath.figures.markup import element, svg
from mlmath.figures.plane_map import Spectrum
from mlmath.figures.shape_list import draw, path
from mlmath.figures.shapes import (
    RING,
    ArrowShape,
    around,
    arrow_shape,
    arrow_svg,
    beside,
    room_at,
    shape,
    text,
    through,
)
from mlmath.figures.wording import number, numbers
from mlmath.plotting.palette import PALETTE

WIDTHS = {"first": 32, "second": 32, "x": 12, "image": 26}
ROLES = {"first": "first_basis", "second": "second_basis", "x": "input", "image": "output"}


class Arrow(NamedTuple):
    """A vector as an arrow; `away` are its coordinates, where the picture hides them."""

    name: str
    moves: bool
    shape: ArrowShape
    away: str

    @property
    def tip(self) -> Point:
        """Where it ends in the picture."""
        return self.shape.tip


class Scene(NamedTuple):
    """All shapes of the picture, as path data and places."""

    grid: tuple[str, str]
    square: str
    flipped: bool
    eigenlines: str
    every_line: bool
    eigenlabels: list[tuple[str, Point]]
    arrows: list[tuple[Arrow, Point]]


def plane_scene(
    A: np.ndarray, x: np.ndarray, spectrum: Spectrum | None, view: Frame, move: Sequence[str]
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
    lines = [through(direction) for direction in directions]

    square = [image(0, 0), image(1, 0), image(1, 1), image(0, 1)]
    origin = square[0]
    held = [arrow.tip for arrow in arrows if arrow.moves]
    labels = []
    for arrow in arrows:
        width = WIDTHS[arrow.name] + 8.5 * len(arrow.away)
        ahead = (arrow.tip[0] - origin[0], arrow.tip[1] - origin[1])
        labels.append(around(arrow.tip, ahead, room_at(arrow.tip, held), width))
    for words, direction in zip(texts, directions, strict=True):
        labels.append(beside(through(direction), 9 * len(words)))
    centres = place_labels(
        labels,
        Obstacles(
            side=SIDE,
            segments=[
                *lines,
                *((origin, arrow.tip) for arrow in arrows),
                (square[1], square[2]),
                (square[2], square[3]),
            ],
            discs=[(arrow.tip, RING - 1 if arrow.moves else 4) for arrow in arrows],
            numbers=number_boxes(view),
        ),
    )
    if every_line := bool(spectrum and spectrum.every_line):
        turns = (i * math.pi / 12 for i in range(12))
        lines = [through((math.cos(turn), math.sin(turn))) for turn in turns]
    return Scene(
        grid=(
            path(*((image(-reach, k), image(reach, k)) for k in whole)),
            path(*((image(k, -reach), image(k, reach)) for k in whole)),
        ),
        square=path(square) + "Z",
        flipped=bool(A[0, 0] * A[1, 1] - A[0, 1] * A[1, 0] < 0),
        eigenlines=path(*lines),
        every_line=every_line,
        eigenlabels=list(zip(texts, centres[len(arrows) :], strict=True)),
        arrows=list(zip(arrows, centres, strict=False)),
    )


def plane_svg(scene: Scene, view: Frame, label: str) -> str:
    """Write the picture."""
    return svg(
        *draw(background(view)),
        shape("path", "mlf-image-grid", "first_basis", d=scene.grid[0], opacity=0.5),
        shape("path", "mlf-image-grid", "second_basis", d=scene.grid[1], opacity=0.5),
        element(
            "path",
            class_="mlf-square mlf-flipped" if scene.flipped else "mlf-square",
            d=scene.square,
            fill=PALETTE["data"]["light"],
            fill_opacity=0.16,
            stroke=PALETTE["data"]["light"],
            stroke_dasharray="3 3" if scene.flipped else None,
        ),
        shape(
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
        *(text(words, centre, "eigen") for words, centre in scene.eigenlabels),
        width=SIDE,
        height=SIDE,
        label=label,
    )


def _arrow(name: str, moves: bool, v: np.ndarray, view: Frame) -> Arrow:
    shape = arrow_shape(view.to_picture((0, 0)), view.to_picture(v))
    return Arrow(name, moves, shape, f" {numbers(v)}" if shape.onward else "")


def _draw_arrow(arrow: Arrow, centre: Point) -> str:
    name = [("vector", "x")]
    if arrow.name in ("first", "second"):
        name = [("vector", "e"), ("index", "1" if arrow.name == "first" else "2")]
    if arrow.name != "x":
        name.insert(0, ("map", "A "))
    return arrow_svg(arrow.shape, ROLES[arrow.name], centre, [*name, ("", arrow.away)])
