"""The picture of the unit balls.

The JavaScript twin is `code/frontend/src/view/ball_scene.js`.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from mlmath.figures.frame import Frame, number_boxes
from mlmath.figures.labels import Obstacles, Point, place_labels
from mlmath.figures.shape_list import Shape, path
from mlmath.figures.shapes import around, arrow, label

ROUND = 72
"""Corners of a circle."""

NAMES = (("L1", -0.3), ("L2", -0.82), ("max", -1.12))
"""The names of the balls, and where they stand below the diagonal, to the left."""

STYLES = ("mlf-dashed", "", "mlf-dotted")


def ball_scene(x: Sequence[float], through: bool, frame: Frame) -> list[Shape]:
    """Return the unit balls, those through x if wanted, the arrow and the way along the grid."""
    shapes = [
        Shape("path", f"mlf-line mlf-data {style}".strip(), {"d": path(ball) + "Z"})
        for style, ball in zip(STYLES, _balls((1, 1, 1), frame), strict=True)
    ]
    for name, at in NAMES:
        place = frame.to_picture((at, at))
        shapes.append(label(name, place, "mlf-small mlf-data"))
    sizes = (abs(x[0]) + abs(x[1]), math.hypot(*x), max(abs(x[0]), abs(x[1])))
    if through:
        shapes += [
            Shape(
                "path", f"mlf-line mlf-thin mlf-input {style}".strip(), {"d": path(ball) + "Z"}
            )
            for style, ball in zip(STYLES, _balls(sizes, frame), strict=True)
        ]
    origin, corner, tip = map(frame.to_picture, ((0, 0), (x[0], 0), x))
    shapes.append(Shape("path", "mlf-line mlf-residual", {"d": path([origin, corner, tip])}))
    shapes += arrow(origin, tip, "input")
    ahead = (tip[0] - origin[0], tip[1] - origin[1])
    obstacles = Obstacles(frame.side, [], [], number_boxes(frame))
    (centre,) = place_labels([around(tip, ahead, 15, 12)], obstacles)
    shapes.append(label("x", centre, "mlf-bold mlf-input"))
    return shapes


def balls_title() -> str:
    """Return what the picture is of."""
    return (
        "Three unit balls around the origin, each inside the next: "
        "a diamond (L1), a disc (L2), a square (max), and a vector x"
    )


def _balls(sizes: Sequence[float], frame: Frame) -> list[list[Point]]:
    one, two, most = sizes
    turns = (2 * math.pi * i / ROUND for i in range(ROUND))
    balls = (
        [(one, 0), (0, one), (-one, 0), (0, -one)],
        [(two * math.cos(turn), two * math.sin(turn)) for turn in turns],
        [(most, most), (-most, most), (-most, -most), (most, -most)],
    )
    return [[frame.to_picture(point) for point in ball] for ball in balls]
