"""A solid and its shadow: what a 2×3 matrix does to space."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, NamedTuple

import traitlets

from mlmath.figures.entries import matrix_of, vector_of
from mlmath.figures.markup import element, number_field
from mlmath.figures.shape_list import Shape
from mlmath.figures.space import (
    AXES,
    CLOSE,
    ORIGIN,
    Camera,
    Vector,
    along,
    are_parallel,
    cross,
    dot,
    length,
    line_in_box,
)
from mlmath.figures.space_figure import ORDINALS, SpaceFigure, enough, flat
from mlmath.figures.space_scene import SpaceScene
from mlmath.figures.wording import Description, number, numbers

COLUMNS = ("first", "second", "third")
ROLES = ("first-basis", "second-basis", "input")
IMAGES = ("only the origin", "a line", "the whole plane")
SQUARE = ((0, 0, 0), (1, 0, 0), (0, 1, 0), (1, 1, 0))
HALF = 0.6  # how high the walls of the house are

SOLIDS = {
    "cube": (
        (*SQUARE, (0, 0, 1), (1, 0, 1), (0, 1, 1), (1, 1, 1)),
        ((0, 2, 3, 1), (4, 5, 7, 6), (0, 1, 5, 4), (2, 6, 7, 3), (0, 4, 6, 2), (1, 3, 7, 5)),
    ),
    "house": (
        (
            *SQUARE,
            *((x, y, HALF) for x, y, _ in SQUARE),
            (0.5, 0, 1),
            (0.5, 1, 1),
        ),
        (
            (0, 2, 3, 1),
            (0, 1, 5, 8, 4),
            (2, 6, 9, 7, 3),
            (0, 4, 6, 2),
            (1, 3, 7, 5),
            (4, 8, 9, 6),
            (5, 7, 9, 8),
        ),
    ),
    "pyramid": (
        (*SQUARE, (0.5, 0.5, 1)),
        ((0, 2, 3, 1), (0, 1, 4), (1, 3, 4), (3, 2, 4), (2, 0, 4)),
    ),
    "tetrahedron": ((ORIGIN, *AXES), ((0, 2, 1), (0, 1, 3), (0, 3, 2), (1, 2, 3))),
}
"""Corners and faces of convex solids; from outside, faces go round counter-clockwise."""


class Solid(NamedTuple):
    """A convex solid: what it is called, its corners, its faces."""

    name: str
    corners: Sequence[Vector]
    faces: Sequence[Sequence[int]]


class Shadow(SpaceFigure):
    """A solid in space, and the image of it on the floor under a 2×3 matrix.

    Parameters
    ----------
    matrix : (2, 3) array_like, optional
        Where the three basis vectors land on the floor, one per column.
    direction : (3,) array_like, optional
        Instead of a matrix: the direction towards the light, which is then far away. It must
        not be level. The first two basis vectors stay where they are.
    solid : {"cube", "house", "pyramid", "tetrahedron"}
        What casts the shadow.
    move : tuple of "first", "second", "third"
        The columns that the reader may move; without it all, with a light the third.
    limit : float
        How far the axes go, and the largest entry; large enough for the matrix if not given.
    view : (azimuth, elevation)
        Where the scene is seen from, in degrees.

    Examples
    --------
    >>> figure = Shadow(direction=(1, -1, 2), solid="house")
    >>> figure
    Shadow(view=(30, 35), matrix=((1, 0, -0.5), (0, 1, 0.5)))
    >>> dict(figure.describe().rows)["Goes to 0"]
    'all multiples of (0.5, −0.5, 1)'
    """

    kind: ClassVar[str] = "shadow"

    matrix = traitlets.Any(((1, 0, -0.5), (0, 1, 0.5))).tag(sync=True, state=True)
    solid = traitlets.Any("cube").tag(sync=True, option=True)
    move = traitlets.Any(COLUMNS).tag(sync=True, option=True)

    def __init__(
        self,
        matrix: Any = None,
        direction: Any = None,
        solid: Any = "cube",
        move: Sequence[str] | None = None,
        limit: float | None = None,
        **settings: Any,
    ):
        if matrix is not None and direction is not None:
            raise traitlets.TraitError("give a matrix or a direction, not both")
        if matrix is None:
            move = ("third",) if move is None else move
            matrix = shadow_matrix((1, -1, 2) if direction is None else direction)
        move = COLUMNS if move is None else move
        limit = enough(*flat(matrix)) if limit is None else limit
        super().__init__(limit=limit, matrix=matrix, solid=solid, move=move, **settings)

    @traitlets.default("view")
    def _first_view(self) -> tuple[int, int]:
        return 30, 35

    @traitlets.validate("matrix")
    def _check_matrix(self, proposal: Mapping) -> tuple:
        return matrix_of(proposal["value"], "matrix", self.limit, shape=(2, 3))

    @traitlets.validate("solid")
    def _check_solid(self, proposal: Mapping) -> Solid:
        value = proposal["value"]
        if isinstance(value, str) and value in SOLIDS:
            return Solid(value, *SOLIDS[value])
        if not isinstance(value, str) and len(value) == 3:  # as the page has it
            return Solid(*value)
        raise traitlets.TraitError(f"solid must be one of {', '.join(SOLIDS)}; found {value!r}")

    @traitlets.validate("move")
    def _check_move(self, proposal: Mapping) -> tuple[str, ...]:
        move = tuple(proposal["value"])
        if not move or not set(move) <= set(COLUMNS):
            raise traitlets.TraitError(f"move must name some of {COLUMNS}; found {move!r}")
        return move

    def scene(self) -> list[Shape]:
        """Return the shapes of the picture."""
        return shadow_scene(self.matrix, self.solid, self.move, self.camera())

    def title(self) -> str:
        """Return what the picture is of."""
        columns = map(numbers, zip(*self.matrix, strict=True))
        return "A {} and its shadow by the matrix with columns {}, {} and {}".format(
            self.solid.name, *columns
        )

    def controls(self) -> str:
        """Return the sliders of the view and the fields of the matrix."""
        rows = ("first row", "second row")
        fields = (
            number_field(
                f"matrix.{i}.{j}",
                f"{row}, {ORDINALS[j]} entry",
                self.matrix[i][j],
                limits=(-self.limit, self.limit),
                role=f"mlf-{ROLES[j]}",
            )
            for i, row in enumerate(rows)
            for j in range(3)
        )
        bracket = element("div", *fields, class_="mlf-bracket mlf-shadow-matrix")
        name = element("span", "<i>A</i> =", class_="mlf-symbol")
        return self.view_controls() + element("div", name, bracket, class_="mlf-equation")

    def describe(self) -> Description:
        """Return in words what the figure shows now."""
        rank, lost = kernel(self.matrix)
        direction = numbers(lost) if lost else ""
        gone = ("all of space", "a plane", f"all multiples of {direction}")[rank]
        area = number(shadow_area(self.matrix, self.solid))
        rows = (
            ("Rank", str(rank)),
            ("Image", IMAGES[rank]),
            ("Goes to 0", gone),
            ("Shadow", f"of area {area}"),
        )
        sentences = (
            "Everything falls on the origin.",
            (
                "All shadows lie on one line: the columns are multiples of one another, "
                "and a whole plane of vectors goes to 0."
            ),
            (
                "Three dimensions become two: all points on a line in the direction "
                f"{direction} have the same shadow."
            ),
        )
        return Description(rows, sentences[rank])


def shadow_matrix(direction: Any) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Return the 2×3 matrix of the shadow on the floor in the light from a direction.

    Examples
    --------
    >>> shadow_matrix((1, 0, 2))
    ((1, 0, -0.5), (0, 1, 0.0))
    """
    x, y, z = vector_of(direction, "direction", 1e6, size=3)
    if z == 0:
        raise traitlets.TraitError(
            f"direction must not be level, or no shadow falls on the floor; found {(x, y, z)}"
        )
    return (1, 0, -x / z + 0.0), (0, 1, -y / z + 0.0)


def apply(matrix: Sequence[Vector], v: Vector) -> tuple[float, float, float]:
    """Return where a point lands on the floor.

    Examples
    --------
    >>> apply(((1, 0, 2), (0, 1, 3)), (1, 1, 1))
    (3, 4, 0)
    """
    return dot(matrix[0], v), dot(matrix[1], v), 0


def kernel(matrix: Sequence[Vector]) -> tuple[int, Vector | None]:
    """Return the rank, and for rank 2 the direction that goes to 0, largest entry 1.

    Examples
    --------
    >>> kernel(((1, 0, 2), (0, 1, 4)))
    (2, (-0.5, -1.0, 0.25))
    >>> kernel(((1, 2, 3), (2, 4, 6)))
    (1, None)
    """
    first, second = matrix
    if are_parallel(first, second):
        return (1 if any(first) or any(second) else 0), None
    lost = cross(first, second)
    largest = max(map(abs, lost))
    lost = along(ORIGIN, 1 / largest, lost)
    upwards = next(part for part in reversed(lost) if abs(part) > CLOSE)
    return 2, lost if upwards > 0 else along(ORIGIN, -1, lost)


def shadow_area(matrix: Sequence[Vector], solid: Solid) -> float:
    """Return the area of a shadow: half of what the shadows of all faces have together.

    Examples
    --------
    >>> shadow_area(((1, 0, 0), (0, 1, 0)), Solid("cube", *SOLIDS["cube"]))
    1.0
    """
    total = 0.0
    for face in solid.faces:
        corners = [apply(matrix, solid.corners[i]) for i in face]
        twice = 0.0
        for (x, y, _), (next_x, next_y, _) in zip(
            corners, corners[1:] + corners[:1], strict=True
        ):
            twice += x * next_y - y * next_x
        total += abs(twice)
    return total / 4


def shadow_scene(
    matrix: Sequence[Vector], solid: Solid, move: Sequence[str], camera: Camera
) -> list[Shape]:
    """Return the solid, its shadow, the columns of the matrix and what goes to 0."""
    scene = SpaceScene(camera)
    for face in solid.faces:
        corners = [apply(matrix, solid.corners[i]) for i in face]
        scene.sheet(corners, AXES[2], 0, "mlf-sheet mlf-output")
    _, lost = kernel(matrix)
    line = line_in_box(lost, camera.limit) if lost else []
    scene.lines("mlf-line mlf-thin mlf-dashed mlf-projection", line)
    for corner in solid.corners:
        scene.lines("mlf-plumb mlf-residual", [corner, apply(matrix, corner)])
    for face in solid.faces:
        corners = [solid.corners[i] for i in face]
        normal = cross(along(corners[1], -1, corners[0]), along(corners[2], -1, corners[1]))
        look = "sheet" if dot(normal, camera.toward) > CLOSE else "plumb"
        scene.lines(f"mlf-{look} mlf-data", [*corners, corners[0]])
    for axis, role, column, i in zip(AXES, ROLES, COLUMNS, "₁₂₃", strict=True):
        image = apply(matrix, axis)
        moves = column in move
        scene.arrow(image, role)
        scene.name(f"Ae{i}", image, f"mlf-{role}", moves=moves)
        if length(along(image, -1, axis)) > CLOSE:
            scene.arrow(axis, role, "mlf-thin mlf-dashed")
            scene.name(f"e{i}", axis, f"mlf-bold mlf-{role}")
    if line:
        scene.name("to 0", line[1] if line[1][2] > 0 else line[0], "mlf-small mlf-projection")
    return scene.shapes()
