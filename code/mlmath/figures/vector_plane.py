"""The vector plane: one or two vectors, and what is done with them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

import traitlets

from mlmath.figures.base import Figure
from mlmath.figures.brackets import LARGEST, equation, vector_entry
from mlmath.figures.entries import limit_of, matrix_of, vector_of
from mlmath.figures.frame import SIDE, background, plane
from mlmath.figures.markup import button, checkbox, element, number_field, slider, svg
from mlmath.figures.shape_list import draw
from mlmath.figures.sketch import drawing
from mlmath.figures.vector_plane_scene import (
    PARTS,
    angle_sketch,
    basis_sketch,
    projection_sketch,
    sum_sketch,
)
from mlmath.figures.vector_plane_words import (
    TITLES,
    describe_angle,
    describe_basis,
    describe_projection,
    describe_sum,
)
from mlmath.figures.wording import Description

LARGEST_FACTOR = 5
"""The largest a and b, in absolute value."""

STATES = {
    "sum": ("u", "v", "a", "b"),
    "angle": ("u", "v"),
    "projection": ("u", "v"),
    "basis": ("u", "basis", "projections"),
}
"""What a figure can show, and which parts of the state it has then."""

SKETCHES = {
    "sum": sum_sketch,
    "angle": angle_sketch,
    "projection": projection_sketch,
    "basis": basis_sketch,
}

DESCRIPTIONS = {
    "sum": describe_sum,
    "angle": describe_angle,
    "projection": describe_projection,
    "basis": lambda u, basis, projections: describe_basis(u, basis),
}


class VectorPlane(Figure):
    """One or two vectors of the plane, to be moved, and what is done with them.

    Parameters
    ----------
    show : {"sum", "angle", "projection", "basis"}
        The combination a u + b v, tip to tail; the angle between u and v and their dot product;
        the projection of v onto u and what is left of v; or the vector x = u in the grid of a
        basis.
    u : (2,) array_like
        The first vector, or x where a basis is shown; entries from -100 to 100.
    v : (2,) array_like
        The second vector, the one that is projected.
    a, b : float
        The factors of u and v in their combination, from -5 to 5.
    basis : (2, 2) array_like
        The vectors b₁ and b₂ of the basis, one after the other.
    projections : bool
        Whether the projections of x onto b₁ and b₂ are shown at first.
    limit : float
        The picture shows the plane from -limit to limit, in both directions.

    Examples
    --------
    >>> figure = VectorPlane("projection", u=(2, 1), v=(1, 3))
    >>> figure
    VectorPlane(u=(2, 1), v=(1, 3))
    >>> dict(figure.describe().rows)["Vector projection p"]
    '(2, 1)'
    >>> VectorPlane("basis", u=(3, 1), basis=((1, 1), (1, -1))).describe().sentence
    'x = 2 b₁ + b₂. The basis is orthogonal, so the projections give the same coordinates.'
    """

    kind: ClassVar[str] = "vector-plane"

    u = traitlets.Any((3, 1)).tag(sync=True, state=True)
    v = traitlets.Any((1, 2)).tag(sync=True, state=True)
    a = traitlets.Float(1).tag(sync=True, state=True)
    b = traitlets.Float(1).tag(sync=True, state=True)
    basis = traitlets.Any(((2, 1), (-1, 1))).tag(sync=True, state=True)
    projections = traitlets.Bool(False).tag(sync=True, state=True)
    show = traitlets.Enum(tuple(STATES)).tag(sync=True, option=True)
    limit = traitlets.Float(5.0).tag(sync=True, option=True)

    def __init__(self, show: str = "sum", **settings: Any):
        super().__init__(show=show, **settings)

    @traitlets.validate("u", "v")
    def _check_vector(self, proposal: Mapping) -> tuple:
        return vector_of(proposal["value"], proposal["trait"].name, LARGEST, size=2)

    @traitlets.validate("a", "b")
    def _check_factor(self, proposal: Mapping) -> float:
        name, value = proposal["trait"].name, proposal["value"]
        if not -LARGEST_FACTOR <= value <= LARGEST_FACTOR:
            raise traitlets.TraitError(
                f"{name} must be from -{LARGEST_FACTOR} to {LARGEST_FACTOR}; found {value!r}"
            )
        return value

    @traitlets.validate("basis")
    def _check_basis(self, proposal: Mapping) -> tuple:
        return matrix_of(proposal["value"], "basis", LARGEST, shape=(2, 2))

    @traitlets.validate("limit")
    def _check_limit(self, proposal: Mapping) -> float:
        return limit_of(proposal["value"], 0.5, LARGEST)

    def state(self) -> dict[str, Any]:
        """Return what the reader can change; what is not shown is not in it."""
        state = super().state()
        return {name: state[name] for name in STATES[self.show]}

    def svg(self) -> str:
        """Return the static picture of the present state."""
        view = plane(self.limit)
        scene = drawing(SKETCHES[self.show](view, *self._shown()), view)
        parts = [*draw(background(view)), *(part.svg(scene) for part in PARTS[self.show])]
        return svg(*parts, width=SIDE, height=SIDE, label=TITLES[self.show])

    def controls(self) -> str:
        """Return the vectors, typed in brackets, and what else can be set."""
        if self.show == "basis":
            vectors = [
                vector_entry(
                    "<b>b</b><sub>1</sub>", "basis.0", "b₁", self.basis[0], "first-basis"
                ),
                vector_entry(
                    "<b>b</b><sub>2</sub>", "basis.1", "b₂", self.basis[1], "second-basis"
                ),
                vector_entry("<b>x</b>", "u", "x", self.u, "input"),
            ]
            box = checkbox(
                "projections", "Show the projections onto the basis", self.projections
            )
            return equation(*vectors) + element("div", box, class_="mlf-row")
        vectors = [
            vector_entry("<b>u</b>", "u", "u", self.u, "first-basis"),
            vector_entry("<b>v</b>", "v", "v", self.v, "second-basis"),
        ]
        if self.show != "sum":
            return equation(*vectors)
        return equation(*vectors) + self._factor("a", "u") + self._factor("b", "v")

    def buttons(self) -> str:
        """Return the two commonest combinations."""
        if self.show != "sum":
            return ""
        return button("combine", "u + v", "1 1") + button("combine", "u − v", "1 -1")

    def describe(self) -> Description:
        """Return in words what the figure shows now."""
        return DESCRIPTIONS[self.show](*self._shown())

    def _shown(self) -> list[Any]:
        """Return the parts of the state that the figure has, in their order."""
        return [getattr(self, name) for name in STATES[self.show]]

    def _factor(self, name: str, vector: str) -> str:
        value, limits = getattr(self, name), (-LARGEST_FACTOR, LARGEST_FACTOR)
        bar = slider(name, f"{name}, the factor of {vector}", value, limits=limits, step=0.1)
        field = number_field(name, name, value, limits=limits)
        return element("div", bar, field, class_="mlf-factor")
