"""What the pictures of the vector plane show.

The JavaScript twin is `code/frontend/src/view/vector_scene.js`.
"""

from __future__ import annotations

import math

from mlmath.figures.basis_grid import basis_grid
from mlmath.figures.frame import Frame
from mlmath.figures.labels import Point
from mlmath.figures.shape_list import path
from mlmath.figures.shapes import CENTRE, through
from mlmath.figures.sketch import Arrow, ArrowPart, Note, NotePart, Part, PathPart, Sketch
from mlmath.figures.vector_maths import (
    Vector,
    add,
    angle,
    angle_kind,
    are_dependent,
    are_orthogonal,
    coordinates,
    cross,
    norm,
    share,
    times,
)
from mlmath.figures.wording import coefficient, combination

ARC, CORNER = 44, 14  # in the units of the picture: the arc of an angle, a right one's mark

TRACE, DASHED, DOTTED = (
    "mlf-line mlf-thin",
    "mlf-line mlf-thin mlf-dashed",
    "mlf-line mlf-dotted",
)
BOTH = (ArrowPart("u", "first_basis"), ArrowPart("v", "second_basis"))
PARTS: dict[str, tuple[Part, ...]] = {
    "sum": (
        PathPart("sides", "residual", DASHED),
        *BOTH,
        ArrowPart("first", "first_basis", ("", "vector")),
        ArrowPart("second", "second_basis", ("", "vector")),
        ArrowPart("sum", "output", ("", "vector", "", "vector")),
    ),
    "angle": (PathPart("arc", "ink", TRACE), *BOTH, NotePart("theta", "ink", "map")),
    "projection": (
        PathPart("line", "projection", DASHED),
        PathPart("corner", "ink", TRACE),
        ArrowPart("p", "projection"),
        *BOTH,
        ArrowPart("r", "residual"),
    ),
    "basis": (
        PathPart("first", "first_basis", "mlf-image-grid"),
        PathPart("second", "second_basis", "mlf-image-grid"),
        PathPart("steps", "input", DASHED),
        PathPart("feet", "projection", DOTTED),
        ArrowPart("b1", "first_basis", ("vector", "index")),
        ArrowPart("b2", "second_basis", ("vector", "index")),
        ArrowPart("p", "projection"),
        ArrowPart("x", "input"),
    ),
}
"""What each picture is made of, the lowest first."""


def sum_sketch(view: Frame, u: Vector, v: Vector, a: float, b: float) -> Sketch:
    """Draw a u + b v tip to tail, and the way round by b v."""
    first, second = times(a, u), times(b, v)
    end = add(first, second)
    arrows = {"u": Arrow(u, ["u"], moves=True), "v": Arrow(v, ["v"], moves=True)}
    if a != 1 and norm(first) > 0:
        arrows["first"] = Arrow(first, [coefficient(a), "u"])
    if norm(second) > 0 and (norm(first) > 0 or b != 1):
        arrows["second"] = Arrow(end, [coefficient(b), "v"], start=first, beside=True)
    arrows["sum"] = Arrow(end, combination(a, b))
    sides = path([view.to_picture(place) for place in ((0, 0), second, end)])
    return Sketch({"sides": sides}, arrows)


def angle_sketch(view: Frame, u: Vector, v: Vector) -> Sketch:
    """Draw two vectors and the angle between them."""
    arrows = {"u": Arrow(u, ["u"], moves=True), "v": Arrow(v, ["v"], moves=True)}
    kind = angle_kind(u, v)
    if kind in ("undefined", "same"):
        return Sketch({"arc": ""}, arrows)
    radius = min(ARC, 0.7 * view.unit * min(norm(u), norm(v)))
    start = math.atan2(u[1], u[0])
    opening = math.radians(math.copysign(angle(u, v), -1 if cross(u, v) < 0 else 1))

    def at(part: float, far: float) -> Point:
        turn = start + part * opening
        return (CENTRE + far * math.cos(turn), CENTRE - far * math.sin(turn))

    if kind == "right":
        half = 0.5 * radius
        places = [at(0, half), at(0.5, math.sqrt(0.5) * radius), at(1, half)]
    else:
        places = [at(i / 24, radius) for i in range(25)]
    return Sketch({"arc": path(places)}, arrows, {"theta": Note("θ", at(0.5, radius + 4))})


def projection_sketch(view: Frame, u: Vector, v: Vector) -> Sketch:
    """Draw the projection of v onto u, and what is left of v."""
    arrows = {"u": Arrow(u, ["u"], moves=True), "v": Arrow(v, ["v"], moves=True)}
    part = share(u, v)
    if math.isnan(part):
        return Sketch({"line": "", "corner": ""}, arrows)
    shadow = times(part, u)
    corner = ""
    if not are_dependent(u, v):
        corner = _corner(*map(view.to_picture, (shadow, u, v)))
        arrows["r"] = Arrow(v, ["r"], start=shadow, beside=True)
    arrows["p"] = Arrow(shadow, [] if are_orthogonal(u, v) else ["p"])
    return Sketch({"line": path(through(u)), "corner": corner}, arrows)


def _corner(foot: Point, u: Point, v: Point) -> str:
    """Mark the right angle at a foot, on the side of the origin or, if it is there, of u."""
    centre = (CENTRE, CENTRE)
    along = _step(foot, centre if math.dist(foot, centre) > 1e-6 else u)
    up = _step(foot, v)
    return path([add(foot, along), add(foot, add(along, up)), add(foot, up)])


def _step(start: Point, to: Point) -> Point:
    dx, dy = to[0] - start[0], to[1] - start[1]
    size = min(CORNER, 0.5 * math.hypot(dx, dy)) / math.hypot(dx, dy)
    return (size * dx, size * dy)


def basis_sketch(
    view: Frame, x: Vector, basis: tuple[Vector, Vector], projections: bool
) -> Sketch:
    """Draw x in the grid of a basis, and if wanted its projections onto the basis."""
    first, second = basis
    in_basis = coordinates(basis, x)
    feet = [times(share(b, x), b) for b in basis if norm(b) > 0]

    def lines_to_x(places: list[Vector]) -> str:
        return path(*([view.to_picture(place), view.to_picture(x)] for place in places))

    steps = [times(c, b) for c, b in zip(in_basis, basis, strict=True)] if in_basis else []
    arrows = {
        "b1": Arrow(first, ["b", "1"], moves=True),
        "b2": Arrow(second, ["b", "2"], moves=True),
    }
    if projections and in_basis and not are_orthogonal(first, second):
        arrows["p"] = Arrow(add(*feet), ["p"])
    arrows["x"] = Arrow(x, ["x"], moves=True)
    grid = basis_grid(basis, view)
    paths = {
        "first": grid[0],
        "second": grid[1],
        "steps": lines_to_x(steps),
        "feet": lines_to_x(feet if projections else []),
    }
    return Sketch(paths, arrows)
