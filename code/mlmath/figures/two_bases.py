"""Two bases: one map of the plane in the standard basis and in another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

import numpy as np
import traitlets

from mlmath.figures.base import Figure
from mlmath.figures.brackets import LARGEST, PLACES, bracket, entry, equation, vector_entry
from mlmath.figures.entries import limit_of, matrix_of, vector_of
from mlmath.figures.frame import plane
from mlmath.figures.markup import button
from mlmath.figures.plane_map import spectrum
from mlmath.figures.two_bases_scene import STANDARD, two_bases_scene, two_bases_svg
from mlmath.figures.two_bases_words import TITLE, describe_two_bases
from mlmath.figures.wording import Description


class TwoBases(Figure):
    """One map of the plane in two pictures: standard coordinates, and those of a basis.

    A acts in the upper picture and B⁻¹AB, where the columns of B are the basis, in the lower;
    x can be moved in either, the basis in the upper.

    Parameters
    ----------
    matrix : (2, 2) array_like
        The matrix A, entries from -100 to 100.
    basis : (2, 2) array_like, optional
        The vectors b₁ and b₂ of the basis, one after the other. If not given, eigenvectors of A
        where `eigen` is true and there are two, otherwise the standard basis.
    x : (2,) array_like
        The vector, in standard coordinates.
    eigen : bool
        Whether the figure speaks of eigenvectors, and offers to take them as the basis.
    limit : float
        Each picture goes from -limit to limit, in both directions.

    Examples
    --------
    >>> figure = TwoBases([[2, 1], [1, 2]], basis=[(1, 1), (1, -1)], x=(3, 1), eigen=True)
    >>> figure
    TwoBases(matrix=((2, 1), (1, 2)), basis=((1, 1), (1, -1)), x=(3, 1))
    >>> dict(figure.describe().rows)["B⁻¹AB"]
    'rows (3, 0) and (0, 1)'
    """

    kind: ClassVar[str] = "two-bases"

    matrix = traitlets.Any(((2, 1), (1, 2))).tag(sync=True, state=True)
    basis = traitlets.Any(STANDARD).tag(sync=True, state=True)
    x = traitlets.Any((2, 1)).tag(sync=True, state=True)
    eigen = traitlets.Bool(False).tag(sync=True, option=True)
    limit = traitlets.Float(4.0).tag(sync=True, option=True)

    def __init__(
        self,
        matrix: Sequence[Sequence[float]] = ((2, 1), (1, 2)),
        basis: Sequence[Sequence[float]] | None = None,
        **settings: Any,
    ):
        if basis is None:
            basis = STANDARD
            if settings.get("eigen"):
                A = np.array(matrix_of(matrix, "matrix", LARGEST, shape=(2, 2)), dtype=float)
                directions = spectrum(A).directions
                basis = directions if len(directions) == 2 else STANDARD
        super().__init__(matrix=matrix, basis=basis, **settings)

    @traitlets.validate("matrix", "basis")
    def _check_matrix(self, proposal: Mapping) -> tuple:
        return matrix_of(proposal["value"], proposal["trait"].name, LARGEST, shape=(2, 2))

    @traitlets.validate("x")
    def _check_x(self, proposal: Mapping) -> tuple:
        return vector_of(proposal["value"], "x", LARGEST, size=2)

    @traitlets.validate("limit")
    def _check_limit(self, proposal: Mapping) -> float:
        return limit_of(proposal["value"], 0.5, LARGEST)

    def svg(self) -> str:
        """Return the static picture of the present state."""
        view = plane(self.limit)
        scene = two_bases_scene(self.matrix, self.basis, self.x, view)
        return two_bases_svg(scene, view, TITLE)

    def controls(self) -> str:
        """Return A, B and x, typed in brackets."""
        matrix = [
            entry(f"matrix.{i}.{j}", _place("A", i, j), self.matrix[i][j], "output")
            for i in (0, 1)
            for j in (0, 1)
        ]
        basis = [
            entry(f"basis.{j}.{i}", _place("B", i, j), self.basis[j][i], f"{PLACES[j]}-basis")
            for i in (0, 1)
            for j in (0, 1)
        ]
        return equation(
            bracket("<i>A</i>", matrix, matrix=True),
            bracket("<i>B</i>", basis, matrix=True),
            vector_entry("<b>x</b>", "x", "x", self.x, "input"),
        )

    def buttons(self) -> str:
        """Return the bases worth trying."""
        standard = button("basis", "Standard basis", "standard")
        return standard + (button("basis", "Eigenvectors", "eigen") if self.eigen else "")

    def describe(self) -> Description:
        """Return in words what the figure shows now."""
        return describe_two_bases(self.matrix, self.basis, self.x, self.eigen)


def _place(name: str, i: int, j: int) -> str:
    return f"{name}, {PLACES[j]} column, {PLACES[i]} entry"
