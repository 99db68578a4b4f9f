"""Reflection in a plane of space that is not upright."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any, ClassVar

import traitlets

from mlmath.figures.shape_list import Shape
from mlmath.figures.space import (
    AXES,
    CLOSE,
    ORIGIN,
    Camera,
    Vector,
    along,
    are_parallel,
    determinant,
    dot,
    length,
    plane_in_box,
)
from mlmath.figures.space_figure import VIEW, SpaceFigure, enough, flat
from mlmath.figures.space_scene import SpaceScene
from mlmath.figures.wording import Description, number, numbers


class MirrorPlane(SpaceFigure):
    """A mirror through the origin, set by its normal, and a vector with its mirror image.

    Parameters
    ----------
    normal : (3,) array_like
        A vector perpendicular to the mirror; its length does not matter.
    x : (3,) array_like
        The vector that is reflected.
    limit : float
        How far the axes go, and the largest entry; large enough for both if not given.
    view : (azimuth, elevation)
        Where the scene is seen from, in degrees; if not given, neither along the normal nor
        along the mirror.

    Examples
    --------
    >>> figure = MirrorPlane(normal=(0, 0, 1), x=(1, 2, 3))
    >>> dict(figure.describe().rows)["T x"]
    '(1, 2, −3)'
    """

    kind: ClassVar[str] = "mirror-plane"

    normal = traitlets.Any((1, -0.5, 1)).tag(sync=True, state=True)
    x = traitlets.Any((1, 1, 1.5)).tag(sync=True, state=True)

    def __init__(
        self,
        normal: Any = (1, -0.5, 1),
        x: Any = (1, 1, 1.5),
        limit: float | None = None,
        **settings: Any,
    ):
        limit = enough(*flat(normal), *flat(x)) if limit is None else limit
        settings.setdefault("view", _from_aside(flat(normal)))
        super().__init__(limit=limit, normal=normal, x=x, **settings)

    @traitlets.validate("normal")
    def _check_normal(self, proposal: Mapping) -> tuple:
        return self.vector(proposal["value"], "normal")

    @traitlets.validate("x")
    def _check_x(self, proposal: Mapping) -> tuple:
        return self.vector(proposal["value"], "x")

    def scene(self) -> list[Shape]:
        """Return the shapes of the picture."""
        return mirror_scene(self.normal, self.x, self.camera())

    def title(self) -> str:
        """Return what the picture is of."""
        return f"The mirror across {numbers(self.normal)} and the vector {numbers(self.x)}"

    def controls(self) -> str:
        """Return the sliders of the view and the fields of both vectors."""
        return (
            self.view_controls()
            + self.vector_row("normal", "n", self.normal, "eigen")
            + self.vector_row("x", "x", self.x, "input")
        )

    def describe(self) -> Description:
        """Return in words what the figure shows now."""
        n, x = self.normal, self.x
        if not any(n):
            labels = ("T x", "Distance", "Lengths", "T e₁", "T e₂", "T e₃", "Determinant")
            return Description(
                tuple((label, "no mirror") for label in labels),
                "The zero vector is perpendicular to everything: it sets no mirror.",
            )
        image = reflect(x, n)
        columns = [reflect(axis, n) for axis in AXES]
        rows = (
            ("T x", numbers(image)),
            ("Distance", f"{number(abs(dot(n, x)) / length(n))} from x to the mirror"),
            ("Lengths", f"x {number(length(x))}, T x {number(length(image))}"),
            *((f"T e{i}", numbers(e)) for i, e in zip("₁₂₃", columns, strict=True)),
            ("Determinant", number(determinant(*columns))),
        )
        return Description(rows, _sentence(n, x))


def _from_aside(normal: list[float]) -> tuple[int, int]:
    if len(normal) != 3 or not any(normal[:2]):
        return VIEW
    azimuth = 5 * round(math.degrees(math.atan2(normal[1], normal[0])) / 5) + 70
    return (azimuth + 180) % 360 - 180, VIEW[1]


def reflect(x: Vector, normal: Vector) -> tuple[float, float, float]:
    """Return the mirror image of x; the normal must not be zero.

    Examples
    --------
    >>> reflect((1, 2, 3), (0, 0, 2))
    (1.0, 2.0, -3.0)
    """
    return along(x, -2 * dot(normal, x) / dot(normal, normal), normal)


def lies_in_mirror(x: Vector, normal: Vector) -> bool:
    """Return whether x is perpendicular to the normal, but for rounding."""
    return abs(dot(normal, x)) <= CLOSE * length(normal) * length(x)


def _sentence(n: Vector, x: Vector) -> str:
    if not any(x):
        return "The zero vector lies in every mirror through the origin and stays where it is."
    if lies_in_mirror(x, n):
        return "x lies in the mirror: it stays where it is, T x = x."
    if are_parallel(x, n):
        return "x is perpendicular to the mirror: it is turned round, T x = −x."
    return (
        "The way from x to T x crosses the mirror at a right angle, and the mirror halves it. "
        "Lengths stay; a right hand becomes a left one."
    )


def mirror_scene(normal: Vector, x: Vector, camera: Camera) -> list[Shape]:
    """Return the mirror, the vector, its image and the way between them."""
    scene = SpaceScene(camera)
    if any(normal):
        mirror = plane_in_box(normal, 0, camera.limit)
        scene.sheet(mirror, normal, 0, "mlf-sheet mlf-data")
        image = reflect(x, normal)
        foot = along(along(ORIGIN, 0.5, x), 0.5, image)
        if not lies_in_mirror(x, normal):
            scene.lines("mlf-line mlf-thin mlf-dotted mlf-residual", [x, foot])
            scene.lines("mlf-line mlf-thin mlf-dotted mlf-residual", [foot, image])
            _right_angle(scene, x, foot)
        scene.arrow(image, "output")
        scene.name("Tx", image, "mlf-output")
    scene.arrow(normal, "eigen", "mlf-thin mlf-dashed")
    scene.name("n", normal, "mlf-bold mlf-eigen", moves=True)
    scene.plumb(x, "input")
    scene.arrow(x, "input")
    scene.name("x", x, "mlf-bold mlf-input", moves=True)
    return scene.shapes()


def _right_angle(scene: SpaceScene, x: Vector, foot: Vector) -> None:
    up = along(x, -1, foot)
    side = 0.06 * scene.camera.limit
    if length(up) <= 2 * side or length(foot) <= 2 * side:
        return
    up = along(ORIGIN, side / length(up), up)
    corner = along(foot, -side / length(foot), foot)
    scene.lines(
        "mlf-line mlf-thin mlf-residual",
        [corner, along(corner, 1, up), along(foot, 1, up)],
    )
