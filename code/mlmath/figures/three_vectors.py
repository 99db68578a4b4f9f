"""Three vectors in space: what they span, and when the third leaves the plane of the others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

import traitlets

from mlmath.figures.shape_list import Shape
from mlmath.figures.space import (
    Camera,
    Vector,
    along,
    are_parallel,
    cross,
    determinant,
    dot,
    length,
    line_in_box,
    plane_in_box,
    project,
    rank,
    span_basis,
)
from mlmath.figures.space_figure import SpaceFigure, combination, enough, flat
from mlmath.figures.space_scene import SpaceScene
from mlmath.figures.wording import Description, number, numbers

NAMES = ("v₁", "v₂", "v₃")
ROLES = ("first-basis", "second-basis", "input")
SPANS = ("only the origin", "a line", "a plane", "all of space")
BESIDES = ("the origin", "the line of v₁ and v₂", "the plane of v₁ and v₂")


class ThreeVectors(SpaceFigure):
    """Three vectors of space that the reader moves, and what they span.

    Parameters
    ----------
    vectors : (3, 3) array_like
        The vectors, one per row.
    limit : float
        How far the axes go, and the largest entry; large enough for the vectors if not given.
    view : (azimuth, elevation)
        Where the scene is seen from, in degrees.

    Examples
    --------
    >>> figure = ThreeVectors(vectors=((1, 0, 1), (0, 2, 1), (1, 2, 2)))
    >>> figure.describe().sentence
    'v₃ lies in the plane of v₁ and v₂: v₃ = v₁ + v₂. The three vectors are dependent.'
    >>> dict(figure.describe().rows)["Span"]
    'a plane'
    """

    kind: ClassVar[str] = "three-vectors"

    vectors = traitlets.Any(((1.5, 0, 0.5), (0, 1.5, 0), (0.5, 1, 1.5))).tag(
        sync=True, state=True
    )

    def __init__(
        self,
        vectors: Any = ((1.5, 0, 0.5), (0, 1.5, 0), (0.5, 1, 1.5)),
        limit: float | None = None,
        **settings: Any,
    ):
        limit = enough(*flat(vectors)) if limit is None else limit
        super().__init__(limit=limit, vectors=vectors, **settings)

    @traitlets.validate("vectors")
    def _check_vectors(self, proposal: Mapping) -> tuple:
        return self.entries(proposal["value"], "vectors")

    def scene(self) -> list[Shape]:
        """Return the shapes of the picture."""
        return vectors_scene(self.vectors, self.camera())

    def title(self) -> str:
        """Return what the picture is of."""
        return vectors_title(self.vectors)

    def controls(self) -> str:
        """Return the sliders of the view and the fields of the vectors."""
        rows = (
            self.vector_row(f"vectors.{i}", NAMES[i], v, ROLES[i])
            for i, v in enumerate(self.vectors)
        )
        return self.view_controls() + "".join(rows)

    def describe(self) -> Description:
        """Return in words what the figure shows now."""
        return describe_vectors(self.vectors)


def vectors_title(vectors: Sequence[Vector]) -> str:
    """Return what a picture of three vectors is of."""
    return "The vectors {}, {} and {} in space".format(*map(numbers, vectors))


def describe_vectors(vectors: Sequence[Vector]) -> Description:
    """Return in words what three vectors span."""
    u, v, w = vectors
    basis = span_basis(u, v)
    beside = along(w, -1, project(w, basis))
    found = rank(u, v, w)
    distance = number(length(beside)) if found > len(basis) else "0"
    volume = number(determinant(u, v, w)) if found == 3 else "0"
    rows = (
        ("Determinant", "almost 0" if found == 3 and volume == "0" else volume),
        ("Rank", str(found)),
        ("Span", SPANS[found]),
        ("Distance", f"{distance} from v₃ to {BESIDES[len(basis)]}"),
    )
    return Description(rows, _sentence(vectors, found))


def _sentence(vectors: Sequence[Vector], found: int) -> str:
    u, v, w = vectors
    if found == 3:
        return (
            "v₃ leaves the plane of v₁ and v₂: the three vectors are independent, "
            "a basis of space."
        )
    for name, vector in zip(NAMES, vectors, strict=True):
        if not any(vector):
            return f"{name} is the zero vector: no set with it is independent."
    if found == 1:
        return "All three vectors lie on one line: each is a multiple of any other."
    if are_parallel(u, v):
        times = dot(u, v) / dot(u, u)
        return (
            f"v₁ and v₂ lie on one line, v₂ = {combination([times], ['v₁'])}: "
            "the three vectors are dependent, wherever v₃ points."
        )
    a, b = coordinates_in_plane(u, v, w)
    return (
        f"v₃ lies in the plane of v₁ and v₂: v₃ = {combination((a, b), NAMES[:2])}. "
        "The three vectors are dependent."
    )


def coordinates_in_plane(u: Vector, v: Vector, w: Vector) -> tuple[float, float]:
    """Return a and b for which a u + b v is nearest to w.

    Examples
    --------
    >>> coordinates_in_plane((1, 0, 0), (1, 1, 0), (3, 2, 0))
    (1.0, 2.0)
    """
    normal = cross(u, v)
    below = dot(normal, normal)
    return dot(cross(w, v), normal) / below, dot(cross(u, w), normal) / below


def vectors_scene(vectors: Sequence[Vector], camera: Camera) -> list[Shape]:
    """Return the three vectors, the plane of the first two and the box over all three."""
    u, v, w = vectors
    scene = SpaceScene(camera)
    basis = span_basis(u, v)
    found = rank(u, v, w)
    if len(basis) == 2:
        normal = cross(u, v)
        sheet = plane_in_box(normal, 0, camera.limit)
        scene.sheet(sheet, normal, 0, "mlf-sheet mlf-data")
    elif len(basis) == 1:
        line = line_in_box(basis[0], camera.limit)
        scene.lines("mlf-line mlf-thin mlf-dashed mlf-data", line)
    if found == 3:
        scene.lines("mlf-image-grid mlf-data", *box_edges(u, v, w))
    foot = project(w, basis)
    if found > len(basis):
        scene.lines("mlf-line mlf-thin mlf-dotted mlf-residual", [w, foot])
        scene.dot(foot, "mlf-head mlf-residual", 3)
    for vector, role, name in zip(vectors, ROLES, NAMES, strict=True):
        scene.plumb(vector, role)
        scene.arrow(vector, role)
        scene.name(name, vector, f"mlf-bold mlf-{role}", moves=True)
    return scene.shapes()


def box_edges(u: Vector, v: Vector, w: Vector) -> list[list[Vector]]:
    """Return the edges of the box over three vectors, but for those from the origin."""
    edges = []
    for one, other, third in ((u, v, w), (v, w, u), (w, u, v)):
        start = along(one, 1, other)
        edges += [[one, start], [other, start], [start, along(start, 1, third)]]
    return edges
