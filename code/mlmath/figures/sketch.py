"""From what a picture of vectors shows, in the plane, to what is drawn, in the picture.

The JavaScript twins are `code/frontend/src/view/sketch.js`, which places, and
`code/frontend/src/display/vector_picture.js`, which writes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from mlmath.figures.frame import SIDE, Frame, number_boxes
from mlmath.figures.labels import Obstacles, Point, place_labels
from mlmath.figures.markup import element
from mlmath.figures.shape_list import Shape, draw
from mlmath.figures.shapes import (
    RING,
    ArrowShape,
    around,
    arrow_shape,
    arrow_svg,
    room_at,
    text,
)
from mlmath.figures.wording import numbers


class Arrow(NamedTuple):
    """An arrow of a sketch.

    Parameters
    ----------
    end, start : (float, float)
        Where it ends and starts, in the plane.
    label : sequence of str
        The pieces of its name.
    moves : bool
        Whether the reader can take hold of its tip.
    beside : bool
        Whether its name stands beside its middle, not at its tip.
    """

    end: Point
    label: Sequence[str] = ()
    start: Point = (0, 0)
    moves: bool = False
    beside: bool = False


class Note(NamedTuple):
    """A short text at a place in the picture."""

    text: str
    at: Point


class Sketch(NamedTuple):
    """What a picture shows, by the names of its parts."""

    paths: Mapping[str, str]
    arrows: Mapping[str, Arrow]
    notes: Mapping[str, Note] = {}


class DrawnArrow(NamedTuple):
    """An arrow in the picture, the pieces of its name and what follows it."""

    shape: ArrowShape
    label: Point
    texts: list[str]
    away: str


class Drawing(NamedTuple):
    """What is drawn, by the names of the parts."""

    paths: Mapping[str, str]
    arrows: Mapping[str, DrawnArrow]
    notes: Mapping[str, tuple[str, Point]]


def drawing(sketch: Sketch, view: Frame) -> Drawing:
    """Find the places of arrows and labels in the picture."""
    starts = {name: view.to_picture(arrow.start) for name, arrow in sketch.arrows.items()}
    shapes = {
        name: arrow_shape(starts[name], view.to_picture(arrow.end))
        for name, arrow in sketch.arrows.items()
    }
    anchors = {
        name: _anchor(starts[name], shapes[name].tip, arrow.beside)
        for name, arrow in sketch.arrows.items()
    }
    texts = {name: _texts(arrow, anchors[name][0]) for name, arrow in sketch.arrows.items()}
    away = {name: _away(arrow, shapes[name]) for name, arrow in sketch.arrows.items()}
    held = [shapes[name].tip for name, arrow in sketch.arrows.items() if arrow.moves]
    origin = view.to_picture((0, 0))
    labels = {}
    for name in sketch.arrows:
        if width := 10 * len("".join(texts[name])) + 8.5 * len(away[name]):
            at, ahead = anchors[name]
            labels[name] = around(at, ahead, room_at(at, held), width)
    for name, note in sketch.notes.items():
        ahead = (note.at[0] - origin[0], note.at[1] - origin[1])
        labels[f"note {name}"] = around(note.at, ahead, 0, 10 * len(note.text))
    discs = [
        (shapes[name].tip, RING - 1 if arrow.moves else 4)
        for name, arrow in sketch.arrows.items()
    ]
    segments = [(starts[name], shapes[name].tip) for name in shapes]
    obstacles = Obstacles(SIDE, segments, discs, number_boxes(view))
    placed = place_labels(list(labels.values()), obstacles)
    centres = dict(zip(labels, placed, strict=True))
    return Drawing(
        sketch.paths,
        {
            name: DrawnArrow(shapes[name], centres.get(name, origin), texts[name], away[name])
            for name in shapes
        },
        {name: (note.text, centres[f"note {name}"]) for name, note in sketch.notes.items()},
    )


def _anchor(start: Point, tip: Point, beside: bool) -> tuple[Point, Point]:
    """Return where the name of an arrow stands, and in which direction from there."""
    dx, dy = tip[0] - start[0], tip[1] - start[1]
    if not beside:
        return tip, (dx, dy)
    return (start[0] + dx / 2, start[1] + dy / 2), (-dy, dx)


def _texts(arrow: Arrow, at: Point) -> list[str]:
    """Return the pieces of the name, empty where its place is not to be seen."""
    seen = all(0 <= value <= SIDE for value in at)
    return list(arrow.label) if seen else ["" for _ in arrow.label]


def _away(arrow: Arrow, shape: ArrowShape) -> str:
    """Return the coordinates of a vector that leaves the picture."""
    shown = arrow.label and shape.onward and not any(arrow.start)
    return f" {numbers(arrow.end)}" if shown else ""


class PathPart(NamedTuple):
    """A line of a picture: its name, the role of its colour, its classes."""

    name: str
    role: str
    look: str

    def svg(self, drawing: Drawing) -> str:
        """Write the line."""
        if not (d := drawing.paths[self.name]):
            return ""
        classes = f"{self.look} mlf-{self.role.replace('_', '-')}"
        return "".join(draw([Shape("path", classes, {"d": d})]))


class NotePart(NamedTuple):
    """A short text of a picture."""

    name: str
    role: str
    style: str

    def svg(self, drawing: Drawing) -> str:
        """Write the text."""
        if self.name not in drawing.notes:
            return ""
        words, centre = drawing.notes[self.name]
        run = element("tspan", words, class_=f"mlf-{self.style}", font_style="italic")
        return text(run, centre, self.role)


class ArrowPart(NamedTuple):
    """An arrow of a picture, and the styles of the pieces of its name."""

    name: str
    role: str
    styles: Sequence[str] = ("vector",)

    def svg(self, drawing: Drawing) -> str:
        """Write the arrow and its name."""
        if self.name not in drawing.arrows:
            return ""
        arrow = drawing.arrows[self.name]
        runs = [*zip(self.styles, arrow.texts, strict=False), ("", arrow.away)]
        return arrow_svg(arrow.shape, self.role, arrow.label, runs)


Part = PathPart | NotePart | ArrowPart
