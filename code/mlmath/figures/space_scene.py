"""The picture of things in space: what is farther away is drawn first.

The JavaScript twin is `code/frontend/src/view/space_scene.js`.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from mlmath.figures.labels import Label, Obstacles, Point, place_labels
from mlmath.figures.shape_list import Shape, path
from mlmath.figures.shapes import RING, around, arrow, label
from mlmath.figures.space import AXES, ORIGIN, SIDE, Camera, Vector, along, dot

STEPS = (1, 2, 5, 10, 20)
MOST_LINES = 6
LETTER = 9  # how wide a letter of a label is, about
BEHIND, SHEET, BEFORE = -1, 0, 1


class SpaceScene:
    """Collects what is in space; `shapes` returns the picture, labels placed."""

    def __init__(self, camera: Camera):
        self.camera = camera
        self._placed: list[tuple[int, int, list[Shape]]] = []
        self._sheet: tuple[Vector, float] | None = None
        self._labels: list[Label] = []
        self._texts: list[tuple[str, str]] = []
        self._segments: list[tuple[Point, Point]] = []
        self._discs: list[tuple[Point, float]] = []

    def see(self, *points: Vector) -> list[Point]:
        """Return where points are in the picture."""
        return [self.camera.to_picture(point) for point in points]

    def sheet(
        self, corners: Sequence[Vector], normal: Vector, offset: float, classes: str
    ) -> None:
        """Add the plane normal · p = offset; what is added later is before or behind it."""
        if not corners:
            return
        if dot(normal, self.camera.toward) < 0:
            normal, offset = along(ORIGIN, -1, normal), -offset
        self._sheet = normal, offset
        d = path(self.see(*corners)) + "Z"
        self._placed.append((SHEET, 0, [Shape("path", classes, {"d": d})]))

    def put(self, middle: Vector, *shapes: Shape) -> None:
        """Add shapes at the distance of a point."""
        layer = BEFORE
        if self._sheet and dot(self._sheet[0], middle) - self._sheet[1] < -1e-6:
            layer = BEHIND
        depth = math.floor(dot(self.camera.toward, middle) * 1e6 + 0.5)
        self._placed.append((layer, depth, list(shapes)))

    def lines(self, classes: str, *lines: Sequence[Vector]) -> None:
        """Add lines that belong together."""
        ends = [point for line in lines for point in line]
        if not ends:
            return
        middle = ORIGIN
        for point in ends:
            middle = along(middle, 1 / len(ends), point)
        self.put(middle, Shape("path", classes, {"d": path(*(self.see(*e) for e in lines))}))

    def arrow(self, tip: Vector, role: str, look: str = "", tail: Vector = ORIGIN) -> None:
        """Add an arrow; `look` gives its shaft more classes."""
        start, end = self.see(tail, tip)
        shaft, head = arrow(start, end, role)
        if look:
            shaft = shaft._replace(classes=f"{shaft.classes} {look}")
        self._segments.append((start, end))
        self.put(along(along(ORIGIN, 0.5, tail), 0.5, tip), shaft, head)

    def plumb(self, tip: Vector, role: str) -> None:
        """Add the vertical line from a point to the floor."""
        foot = (tip[0], tip[1], 0)
        x, y = self.camera.to_picture(foot)
        self.put(
            along(along(ORIGIN, 0.5, tip), 0.5, foot),
            Shape("path", f"mlf-plumb mlf-{role}", {"d": path(self.see(tip, foot))}),
            Shape("circle", f"mlf-head mlf-{role}", {"cx": x, "cy": y, "r": 2}),
        )

    def dot(self, at: Vector, classes: str, radius: float) -> None:
        """Add a disc."""
        x, y = self.camera.to_picture(at)
        self.put(at, Shape("circle", classes, {"cx": x, "cy": y, "r": radius}))
        self._discs.append(((x, y), radius + 1))

    def name(
        self, text: str, at: Vector, classes: str, *, moves: bool = False, tail: Vector = ORIGIN
    ) -> None:
        """Label the tip of an arrow from `tail`; it leaves room for the handle of what moves."""
        (sx, sy), (x, y) = self.see(tail, at)
        if moves:
            self._discs.append(((x, y), RING - 1))
        gap = RING if moves else 6
        self._labels.append(around((x, y), (x - sx, y - sy), gap, LETTER * len(text)))
        self._texts.append((text, classes))

    def name_at(self, text: str, corners: Sequence[Vector], classes: str) -> None:
        """Label a sheet near one of its corners."""
        if not corners:
            return
        middle = ORIGIN
        for corner in corners:
            middle = along(middle, 1 / len(corners), corner)
        places = self.see(
            *(along(along(ORIGIN, 0.16, middle), 0.84, corner) for corner in corners)
        )
        self._labels.append(Label(LETTER * len(text), 20, places))
        self._texts.append((text, classes))

    def shapes(self) -> list[Shape]:
        """Return the picture."""
        placed = [one for one in self._placed if one[0] == BEHIND]
        before = [one for one in self._placed if one[0] == BEFORE]
        sheets = [one for one in self._placed if one[0] == SHEET]
        drawn = [
            shape
            for layer in (placed, sheets, before)
            for _, _, shapes in sorted(layer, key=lambda one: one[1])
            for shape in shapes
        ]
        centres = place_labels(self._labels, Obstacles(SIDE, self._segments, self._discs))
        texts = [
            label(text, centre, classes)
            for (text, classes), centre in zip(self._texts, centres, strict=True)
        ]
        return [*floor(self.camera), *drawn, *texts]


def floor(camera: Camera) -> list[Shape]:
    """Return the grid of the floor, the axes and their names."""
    limit = camera.limit
    step = next((step for step in STEPS if limit / step <= MOST_LINES), 50)
    most = math.floor(limit / step + 1e-9)
    marks = [step * k for k in range(-most, most + 1)]
    grid = [[(k, -limit, 0), (k, limit, 0)] for k in marks]
    grid += [[(-limit, k, 0), (limit, k, 0)] for k in marks]
    grid.append([(0, 0, -limit), (0, 0, 0)])
    ends = [along(ORIGIN, limit, axis) for axis in AXES]
    names = [
        Shape("text", "mlf-tick", {"x": x, "y": y + 4}, f"x{'₁₂₃'[i]}")
        for i, (x, y) in enumerate(camera.to_picture(along(ORIGIN, 1.07, end)) for end in ends)
    ]

    def seen(lines: list) -> str:
        return path(*([camera.to_picture(point) for point in line] for line in lines))

    return [
        Shape("path", "mlf-grid", {"d": seen(grid)}),
        Shape("path", "mlf-axes", {"d": seen([[ORIGIN, end] for end in ends])}),
        *names,
    ]
