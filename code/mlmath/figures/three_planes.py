"""Three equations in three unknowns, as three planes in space."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, NamedTuple

import traitlets

from mlmath.figures.entries import matrix_of, vector_of
from mlmath.figures.markup import element, number_field
from mlmath.figures.shape_list import Shape
from mlmath.figures.space import (
    CLOSE,
    ORIGIN,
    Camera,
    Polygon,
    Vector,
    along,
    are_parallel,
    clip,
    determinant,
    dot,
    line_in_box,
    plane_in_box,
)
from mlmath.figures.space_figure import ORDINALS, SpaceFigure, combination, enough, flat
from mlmath.figures.space_scene import SpaceScene
from mlmath.figures.wording import Description, number, numbers

LARGEST = 100
"""The largest entry, in absolute value."""

UNKNOWNS = ("x₁", "x₂", "x₃")
ROLES = ("first-basis", "second-basis", "output")
LOOKS = ("", " mlf-dashed", " mlf-dotted")


class Solutions(NamedTuple):
    """The solutions of a system: point + any combination of directions, if consistent."""

    rank: int
    consistent: bool
    point: Vector
    directions: list[Vector]


class ThreePlanes(SpaceFigure):
    """Three linear equations in three unknowns, drawn as planes that the reader moves.

    Parameters
    ----------
    matrix : (3, 3) array_like
        The coefficients, one equation per row, from -100 to 100.
    b : (3,) array_like
        The right-hand sides.
    limit : float
        How far the axes go; if not given, far enough for the solution, but at most 10.
    view : (azimuth, elevation)
        Where the scene is seen from, in degrees.

    Examples
    --------
    >>> figure = ThreePlanes(matrix=[[1, 1, 0], [0, 1, 1], [1, 0, 1]], b=[2, 2, 2])
    >>> figure.describe().sentence
    'The three planes meet in one point, (1, 1, 1): the system has exactly one solution.'
    """

    kind: ClassVar[str] = "three-planes"

    matrix = traitlets.Any(((1, 1, 1), (1, -1, 0), (0, 1, -2))).tag(sync=True, state=True)
    b = traitlets.Any((3, 0, -1)).tag(sync=True, state=True)

    def __init__(
        self,
        matrix: Any = ((1, 1, 1), (1, -1, 0), (0, 1, -2)),
        b: Any = (3, 0, -1),
        limit: float | None = None,
        **settings: Any,
    ):
        if limit is None:
            limit = _room(matrix, b)
        super().__init__(limit=limit, matrix=matrix, b=b, **settings)

    @traitlets.validate("matrix")
    def _check_matrix(self, proposal: Mapping) -> tuple:
        return matrix_of(proposal["value"], "matrix", LARGEST, shape=(3, 3))

    @traitlets.validate("b")
    def _check_b(self, proposal: Mapping) -> tuple:
        return vector_of(proposal["value"], "b", LARGEST, size=3)

    def scene(self) -> list[Shape]:
        """Return the shapes of the picture."""
        return planes_scene(self.matrix, self.b, self.camera())

    def title(self) -> str:
        """Return what the picture is of."""
        return "The planes {}, {} and {}".format(*map(equation, self.matrix, self.b))

    def controls(self) -> str:
        """Return the sliders of the view and the fields of the equations."""
        equations = []
        for i, (row, right) in enumerate(zip(self.matrix, self.b, strict=True)):
            name = f"{ORDINALS[i]} equation"
            look = {"limits": (-LARGEST, LARGEST), "role": f"mlf-{ROLES[i]}"}
            parts = []
            for j, entry in enumerate(row):
                spoken = f"{name}, coefficient of {UNKNOWNS[j]}"
                parts.append(number_field(f"matrix.{i}.{j}", spoken, entry, **look))
                sign = "=" if j == 2 else "+"
                parts.append(element("span", f"{UNKNOWNS[j]} {sign}", class_="mlf-symbol"))
            parts.append(number_field(f"b.{i}", f"{name}, right-hand side", right, **look))
            equations.append(element("div", *parts, class_="mlf-planes-equation"))
        return self.view_controls() + "".join(equations)

    def describe(self) -> Description:
        """Return in words what the figure shows now."""
        found = solve(self.matrix, self.b)
        volume = number(determinant(*self.matrix)) if found.rank == 3 else "0"
        wide = found.rank + (not found.consistent)
        rows = (
            *(
                (f"Equation {i + 1}", equation(row, right))
                for i, (row, right) in enumerate(zip(self.matrix, self.b, strict=True))
            ),
            ("Determinant", "almost 0" if found.rank == 3 and volume == "0" else volume),
            ("Rank", f"{found.rank} of A, {wide} with b"),
            ("Solutions", _solutions(found)),
        )
        return Description(rows, _sentence(self.matrix, self.b, found, self.limit))


def _room(matrix: Any, b: Any) -> float:
    if len(flat(matrix)) == 9 and len(flat(b)) == 3:
        found = solve([flat(row) for row in matrix], flat(b))
        if found.rank == 3 and max(map(abs, found.point)) < 10:
            return enough(*found.point)
    return 3.0


def equation(row: Vector, right: float) -> str:
    """Write an equation.

    Examples
    --------
    >>> equation((1, 0, -2), 3)
    'x₁ − 2x₃ = 3'
    """
    return f"{combination(row, UNKNOWNS)} = {number(right)}"


def solve(matrix: Sequence[Vector], b: Sequence[float]) -> Solutions:
    """Return the solutions, by elimination with the largest entry as pivot.

    Examples
    --------
    >>> solve([[2, 0, 0], [0, 4, 0], [0, 0, 0]], [2, 4, 0])
    Solutions(rank=2, consistent=True, point=(1.0, 1.0, 0), directions=[(0.0, 0.0, 1)])
    """
    consistent = True
    rows = []
    for row, right in zip(matrix, b, strict=True):
        size = max(map(abs, row))
        if size > 0:
            rows.append([*(entry / size for entry in row), right / size])
        elif right != 0:
            consistent = False
    largest = max((abs(row[3]) for row in rows), default=0)
    free = [0, 1, 2]
    pivots: list[int] = []
    while len(pivots) < len(rows):
        done = len(pivots)
        best, row, column = CLOSE, -1, -1
        for i in range(done, len(rows)):
            for j in free:
                if abs(rows[i][j]) > best:
                    best, row, column = abs(rows[i][j]), i, j
        if column < 0:
            break
        rows[done], rows[row] = rows[row], rows[done]
        for i, other in enumerate(rows):
            if i != done:
                times = other[column] / rows[done][column]
                rows[i] = [x - times * y for x, y in zip(other, rows[done], strict=True)]
        free.remove(column)
        pivots.append(column)
    if any(abs(row[3]) > CLOSE * (1 + largest) for row in rows[len(pivots) :]):
        consistent = False
    point: list[float] = [0, 0, 0]
    for i, column in enumerate(pivots):
        point[column] = rows[i][3] / rows[i][column]
    directions = []
    for j in free:
        direction: list[float] = [0, 0, 0]
        direction[j] = 1
        for i, column in enumerate(pivots):
            direction[column] = -rows[i][j] / rows[i][column] + 0.0
        directions.append(tuple(direction))
    return Solutions(len(pivots), consistent, tuple(point), directions)


def _solutions(found: Solutions) -> str:
    if not found.consistent:
        return "none"
    if found.rank == 3:
        return f"one: {numbers(found.point)}"
    if found.rank == 2:
        start = numbers(found.point) if any(map(_shows, found.point)) else ""
        return f"a line: {start}{' + ' if start else ''}t {numbers(found.directions[0])}"
    return "a plane" if found.rank == 1 else "all of space"


def _shows(value: float) -> bool:
    return number(value) != "0"


def _sentence(
    matrix: Sequence[Vector], b: Sequence[float], found: Solutions, limit: float
) -> str:
    if found.consistent:
        if found.rank == 3:
            text = (
                f"The three planes meet in one point, {numbers(found.point)}: "
                "the system has exactly one solution."
            )
            outside = max(map(abs, found.point)) > limit
            return f"{text} It lies outside the picture." if outside else text
        return (
            "All equations say 0 = 0: every point of space is a solution.",
            "All solutions form one plane: what else is said is said twice.",
            "The planes share a line: each of its points is a solution.",
        )[found.rank]
    for i, (row, right) in enumerate(zip(matrix, b, strict=True)):
        if not any(row) and right != 0:
            return (
                f"Equation {i + 1} says {equation(row, right)}, which no point satisfies: "
                "the system has no solution."
            )
    for i, j in ((0, 1), (0, 2), (1, 2)):
        one, other = (matrix[i], matrix[j]), (b[i], b[j])
        if are_parallel(*one) and not solve(one, other).consistent:
            return (
                f"Planes {i + 1} and {j + 1} are parallel and never meet: "
                "the system has no solution."
            )
    return (
        "Any two planes meet in a line, but the three lines are parallel, the edges of a prism: "
        "the system has no solution."
    )


def planes_scene(matrix: Sequence[Vector], b: Sequence[float], camera: Camera) -> list[Shape]:
    """Return the planes, cut where they meet, and what they share."""
    scene = SpaceScene(camera)
    found = solve(matrix, b)
    if found.consistent and found.rank == 3:
        if max(map(abs, found.point)) <= camera.limit:
            scene.dot(found.point, "mlf-dot mlf-input", 6)
            scene.name(numbers(found.point), found.point, "mlf-input")
    elif found.consistent and found.rank == 2:
        line = line_in_box(found.directions[0], camera.limit, found.point)
        scene.lines("mlf-line mlf-input", line)
    planes = [
        (i, row, right, plane_in_box(row, right, camera.limit))
        for i, (row, right) in enumerate(zip(matrix, b, strict=True))
    ]
    shown = [plane for plane in planes if plane[3]]
    for i, piece in arranged(shown, [], camera):
        scene.sheet(piece, matrix[i], b[i], f"mlf-sheet mlf-{ROLES[i]}{LOOKS[i]}")
    for i, _, _, corners in shown:
        scene.name_at(f"plane {i + 1}", corners, f"mlf-small mlf-{ROLES[i]}")
    return scene.shapes()


def arranged(
    planes: Sequence[tuple[int, Vector, float, Polygon]],
    halves: Sequence[tuple[Vector, float]],
    camera: Camera,
) -> list[tuple[int, Polygon]]:
    """Return the pieces into which planes cut each other, what is behind first."""
    if not planes:
        return []
    (i, normal, offset, piece), *rest = planes
    for half, most in halves:
        piece = clip(piece, half, most) if piece else []
    if dot(normal, camera.toward) < 0:
        normal, offset = along(ORIGIN, -1, normal), -offset
    front = along(ORIGIN, -1, normal), -offset
    return [
        *arranged(rest, [*halves, (normal, offset)], camera),
        *([(i, piece)] if len(piece) > 2 else []),
        *arranged(rest, [*halves, front], camera),
    ]
