"""The shapes of a static picture, as data.

The JavaScript twins are `code/frontend/src/display/shape_list.js`, which draws such data, and
`code/frontend/src/view/shape_list.js`, which makes it: a kind of figure computes the same list of
shapes in both halves, and the tests compare the lists.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from mlmath.figures.labels import Point
from mlmath.figures.markup import Attribute, coordinate, element
from mlmath.plotting.palette import PALETTE

GROUND = "#ffffff"

# How a class of shapes is painted where no style sheet is; "c" stands for the role's colour.
PAINT: dict[str, dict[str, Attribute]] = {
    "mlf-grid": {"fill": "none", "stroke": "grid"},
    "mlf-axes": {"fill": "none", "stroke": "residual"},
    "mlf-tick": {"fill": "residual", "font_size": 12, "text_anchor": "middle"},
    "mlf-tick-up": {"text_anchor": "end"},
    "mlf-image-grid": {"fill": "none", "stroke": "c", "opacity": 0.5},
    "mlf-line": {"fill": "none", "stroke": "c", "stroke_width": 2.5},
    "mlf-thin": {"stroke_width": 1.5},
    "mlf-dashed": {"stroke_dasharray": "8 5"},
    "mlf-dotted": {"stroke_width": 2, "stroke_dasharray": "2 4"},
    "mlf-panel-title": {"fill": "ink", "font_size": 15},
    "mlf-points": {
        "fill": "none",
        "stroke": "c",
        "stroke_width": 5,
        "stroke_linecap": "round",
    },
    "mlf-points-large": {"stroke_width": 9},
    "mlf-plumb": {"fill": "none", "stroke": "c", "stroke_dasharray": "2 3"},
    "mlf-sheet": {"fill": "c", "fill_opacity": 0.2, "stroke": "c"},
    "mlf-gap": {"stroke_width": 5},
    "mlf-contour": {"fill": "none", "stroke": "c"},
    "mlf-area": {"fill": "c", "fill_opacity": 0.14},
    "mlf-dot": {"fill": "c", "stroke": "ground", "stroke_width": 1.5},
    "mlf-hollow": {"fill": "ground", "stroke": "c", "stroke_width": 2.5},
    "mlf-head": {"fill": "c"},
    "mlf-onward": {"fill": "none", "stroke": "c", "stroke_width": 3},
    "mlf-shaft": {"fill": "none", "stroke": "c", "stroke_width": 3},
    "mlf-label": {
        "fill": "c",
        "font_size": 18,
        "font_family": "serif",
        "text_anchor": "middle",
    },
    "mlf-small": {"font_size": 14},
    "mlf-level": {"font_size": 12},
    "mlf-tiny": {"font_size": 11},
    "mlf-bold": {"font_weight": "bold"},
}


class Shape(NamedTuple):
    """One element of a picture: its name, its classes, its coordinates, its text."""

    name: str
    classes: str
    coordinates: dict[str, float | str]
    text: str = ""


def draw(shapes: Iterable[Shape]) -> list[str]:
    """Write shapes as SVG.

    Examples
    --------
    >>> draw([Shape("circle", "mlf-head mlf-eigen", {"cx": 1, "cy": 2, "r": 0.5})])
    ['<circle class="mlf-head mlf-eigen" cx="1" cy="2" r="0.5" fill="#8d2259"/>']
    """
    return [
        element(
            name,
            *([text] if text else []),
            class_=classes,
            **coordinates,
            **_paint(classes),
        )
        for name, classes, coordinates, text in shapes
    ]


def _paint(classes: str) -> dict[str, Attribute]:
    names = classes.split()
    roles = (name.removeprefix("mlf-").replace("-", "_") for name in names)
    colour = next((role for role in roles if role in PALETTE and role != "grid"), "data")
    painted: dict[str, Attribute] = {}
    for name in names:
        for attribute, value in PAINT.get(name, {}).items():
            role = colour if value == "c" else value
            if role == "ground":
                painted[attribute] = GROUND
            elif role in PALETTE:
                painted[attribute] = PALETTE[role]["light"]
            else:
                painted[attribute] = value
    return painted


def path(*lines: Sequence[Point]) -> str:
    """Write polygonal lines as path data.

    Examples
    --------
    >>> path([(0, 0), (1, 2.5)], [(3, 3), (4, 4)])
    'M0 0L1 2.5M3 3L4 4'
    """
    return "".join("M" + "L".join(map(_pair, line)) for line in lines)


def _pair(point: Point) -> str:
    return " ".join(map(coordinate, point))
