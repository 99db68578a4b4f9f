"""The picture of a composition: the letter F and a vector, sent through both maps.

The JavaScript twin is `code/frontend/src/view/composition_scene.js`.
"""

from __future__ import annotations

import numpy as np

from mlmath.figures.frame import Frame, cut, cut_polygon, number_boxes
from mlmath.figures.labels import Obstacles, Point, place_labels
from mlmath.figures.shape_list import Shape, path
from mlmath.figures.shapes import around, arrow, label, tidy
from mlmath.figures.wording import numbers

WIDTH = 400
PANEL = 196
TOP = 26
HEIGHT = TOP + PANEL

LETTER_F = (
    (0.0, 0.0),
    (0.3, 0.0),
    (0.3, 0.4),
    (0.7, 0.4),
    (0.7, 0.65),
    (0.3, 0.65),
    (0.3, 0.75),
    (1.0, 0.75),
    (1.0, 1.0),
    (0.0, 1.0),
)
"""A shape that fills the unit square and shows turns and mirrors."""


def panels(limit: float) -> tuple[Frame, Frame]:
    """Return the two parts of the picture."""
    left = Frame((0, 0), limit, PANEL, (0, TOP))
    return left, Frame((0, 0), limit, PANEL, (WIDTH - PANEL, TOP))


def composition_scene(A: np.ndarray, B: np.ndarray, x: np.ndarray, limit: float) -> list[Shape]:
    """Return the shapes of both orders."""
    left, right = panels(limit)
    return [
        *_panel(left, A, B, x, "BA", "BA: first A, then B", "first-basis"),
        *_panel(right, B, A, x, "AB", "AB: first B, then A", "second-basis"),
    ]


def _panel(
    frame: Frame,
    one: np.ndarray,
    two: np.ndarray,
    x: np.ndarray,
    name: str,
    title: str,
    role: str,
) -> list[Shape]:
    both = two @ one
    shapes = [
        Shape("path", "mlf-line mlf-residual mlf-dotted", _letter(np.eye(2), frame)),
        Shape("path", f"mlf-line mlf-{role} mlf-thin mlf-dashed", _letter(one, frame)),
        Shape("path", "mlf-area mlf-output", _letter(both, frame)),
        Shape("path", "mlf-line mlf-output mlf-thin", _letter(both, frame)),
    ]
    origin, end = frame.to_picture((0, 0)), both @ x
    labels, texts, discs = [], [], []
    for v, what, colour, gap in ((end, f"{name}x", "output", 5), (x, "x", "input", 15)):
        inside = np.abs(v).max() <= frame.limit
        cut_off = cut((0.0, 0.0), v, frame)
        tip = cut_off[1] if cut_off else origin
        if inside:
            shapes += arrow(origin, tip, colour)
        else:
            shapes.append(Shape("path", f"mlf-shaft mlf-{colour}", {"d": path([origin, tip])}))
            shapes.append(Shape("path", f"mlf-head mlf-{colour}", {"d": ""}))
            what += f" {numbers(v)}"
        local = tidy((tip[0] - frame.corner[0], tip[1] - frame.corner[1]))
        ahead = (tip[0] - origin[0], tip[1] - origin[1])
        labels.append(around(local, ahead, gap, 10 * len(what)))
        discs.append((local, gap - 2))
        texts.append((what, f"mlf-{colour}"))
    numbers_there = number_boxes(Frame(frame.centre, frame.limit, frame.side))
    centres = place_labels(labels, Obstacles(frame.side, [], discs, numbers_there))
    for (what, colour), (cx, cy) in zip(texts, centres, strict=True):
        place = (cx + frame.corner[0], cy + frame.corner[1])
        shapes.append(label(what, place, colour))
    heading = (frame.corner[0] + frame.side / 2, TOP / 2 - 1)
    shapes.append(label(title, heading, "mlf-panel-title mlf-ink"))
    return shapes


def _letter(M: np.ndarray, frame: Frame) -> dict[str, str]:
    """Return the image of the letter, as much of it as can be seen."""
    corners: list[Point] = cut_polygon([tuple(M @ corner) for corner in LETTER_F], frame)
    return {"d": path(corners) + "Z" if corners else ""}
