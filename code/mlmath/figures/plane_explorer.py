"""The plane explorer: a 2×2 matrix acts on the plane."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from html import escape
from typing import ClassVar

import numpy as np
import traitlets

from mlmath.figures.base import Figure
from mlmath.figures.brackets import LARGEST, PLACES, bracket, entry, equation
from mlmath.figures.entries import limit_of, matrix_of, presets_of, vector_of
from mlmath.figures.frame import plane
from mlmath.figures.markup import checkbox, choice, element
from mlmath.figures.plane_map import effect, eigenvalue_words, spectrum
from mlmath.figures.plane_scene import plane_scene, plane_svg
from mlmath.figures.wording import Description, number, numbers

PRESETS = {
    "identity": ((1, 0), (0, 1)),
    "scaling": ((2, 0), (0, 0.5)),
    "shear": ((1, 1), (0, 1)),
    "rotation": ((0.8, -0.6), (0.6, 0.8)),
    "mirror": ((0, 1), (1, 0)),
    "projection": ((0.5, 0.5), (0.5, 0.5)),
    "inversion": ((-1, 0), (0, -1)),
}
"""Maps to begin with. The rotation has whole tenths; mirror and projection share a line."""


class PlaneExplorer(Figure):
    """A 2×2 matrix that acts on the plane: its grid, the unit square and a vector x.

    Parameters
    ----------
    matrix : (2, 2) array_like
        The matrix A, entries from -100 to 100.
    x : (2,) array_like
        The vector whose image A x is shown.
    eigenlines : bool
        Whether the eigenlines are shown at first.
    move : tuple of {"columns", "x"}
        What the reader can move: the images of the basis vectors, the vector x.
    eigen : bool
        Whether the figure speaks of eigenvalues, eigenlines and the trace at all. Without them
        it gives the determinant only of a matrix that can be moved.
    reveal : bool
        False hides the eigenvalues until the reader shows the eigenlines.
    presets : bool or mapping from names to (2, 2) array_like
        Maps to choose from: a usual set, none, or these.
    limit : float
        The picture shows the plane from -limit to limit, in both directions.

    Examples
    --------
    >>> figure = PlaneExplorer(matrix=[[2, 1], [1, 2]], x=[1, 1])
    >>> figure
    PlaneExplorer(matrix=((2, 1), (1, 2)), x=(1, 1), eigenlines=False)
    >>> figure.describe().sentence
    'A x is 3 times x: x is an eigenvector with eigenvalue 3.'
    """

    kind: ClassVar[str] = "plane-explorer"

    matrix = traitlets.Any(((1, 0), (0, 1))).tag(sync=True, state=True)
    x = traitlets.Any((1, 1)).tag(sync=True, state=True)
    eigenlines = traitlets.Bool(False).tag(sync=True, state=True)
    move = traitlets.Any(("columns", "x")).tag(sync=True, option=True)
    eigen = traitlets.Bool(True).tag(sync=True, option=True)
    reveal = traitlets.Bool(True).tag(sync=True, option=True)
    presets = traitlets.Any(tuple(PRESETS.items())).tag(sync=True, option=True)
    limit = traitlets.Float(3.0).tag(sync=True, option=True)

    @traitlets.validate("matrix")
    def _check_matrix(self, proposal: Mapping) -> tuple:
        return matrix_of(proposal["value"], "matrix", LARGEST, shape=(2, 2))

    @traitlets.validate("x")
    def _check_x(self, proposal: Mapping) -> tuple:
        return vector_of(proposal["value"], "x", LARGEST, size=2)

    @traitlets.validate("move")
    def _check_move(self, proposal: Mapping) -> tuple:
        move = proposal["value"]
        if isinstance(move, str) or not set(move) <= {"columns", "x"}:
            raise traitlets.TraitError(
                f'move must be a tuple of "columns" and "x"; found {move!r}'
            )
        return tuple(name for name in ("columns", "x") if name in move)

    @traitlets.validate("presets")
    def _check_presets(self, proposal: Mapping) -> tuple:
        read = partial(matrix_of, largest=LARGEST, shape=(2, 2))
        return presets_of(proposal["value"], PRESETS, read)

    @traitlets.validate("limit")
    def _check_limit(self, proposal: Mapping) -> float:
        return limit_of(proposal["value"], 0.5, LARGEST)

    def svg(self) -> str:
        """Return the static picture of the present state."""
        A, x = self._arrays()
        view = plane(self.limit)
        found = spectrum(A)
        lines = self.eigenlines and (found.directions or found.every_line)
        scene = plane_scene(A, x, found if lines else None, view, self.move)
        rows = " and ".join(numbers(row) for row in self.matrix)
        return plane_svg(scene, view, f"The plane and its image under A, with rows {rows}")

    def controls(self) -> str:
        """Return the matrix and the vector, typed in brackets, and the eigenlines' switch."""
        matrix = [
            self._entry(
                f"matrix.{i}.{j}",
                f"{PLACES[j]} column, {PLACES[i]} entry",
                self.matrix[i][j],
                "columns",
                f"{PLACES[j]}-basis",
            )
            for i in (0, 1)
            for j in (0, 1)
        ]
        vector = [
            self._entry(f"x.{i}", f"{PLACES[i]} entry of x", self.x[i], "x", "input")
            for i in (0, 1)
        ]
        typed = equation(bracket("<i>A</i>", matrix, matrix=True), bracket("<b>x</b>", vector))
        row = []
        if self.eigen:
            row.append(checkbox("eigenlines", "Show eigenlines", self.eigenlines))
        if self.presets:
            names = [name for name, _ in self.presets]
            row.append(choice("preset", "Try a map", names, self._preset()))
        return typed + (element("div", *row, class_="mlf-row") if row else "")

    def describe(self) -> Description:
        """Return in words what the figure shows now."""
        A, x = self._arrays()
        told = self.eigen and (self.reveal or self.eigenlines)
        rows = [("x", numbers(x)), ("A x", numbers(A @ x))]
        if self.eigen or "columns" in self.move:
            rows.append(("Determinant", _determinant_words(A)))
        if self.eigen:
            rows.append(("Trace", number(A[0, 0] + A[1, 1])))
            rows.append(("Eigenvalues", eigenvalue_words(A) if told else "hidden"))
            rows.append(("Eigenlines", _eigenline_words(A) if told else "hidden"))
        return Description(tuple(rows), _effect_words(A, x, told))

    def _arrays(self) -> tuple[np.ndarray, np.ndarray]:
        return np.array(self.matrix, dtype=float), np.array(self.x, dtype=float)

    def _preset(self) -> str:
        return next((name for name, matrix in self.presets if matrix == self.matrix), "")

    def _entry(self, path: str, label: str, value: float, part: str, role: str) -> str:
        if part not in self.move:
            return element("span", escape(number(value)), class_=f"mlf-{role}")
        return entry(path, label, value, role)


def _determinant_words(A: np.ndarray) -> str:
    value = float(A[0, 0] * A[1, 1] - A[0, 1] * A[1, 0])
    if abs(value) <= 1e-9 * np.abs(A).max() ** 2:
        return "0 (flattened)"
    return f"{number(value)} (turned over)" if value < 0 else number(value)


def _eigenline_words(A: np.ndarray) -> str:
    found = spectrum(A)
    if found.every_line:
        return "every line"
    return " and ".join(numbers(direction) for direction in found.directions) or "none"


def _effect_words(A: np.ndarray, x: np.ndarray, told: bool) -> str:
    found = effect(A, x)
    if found is None:
        return "x is the zero vector; every linear map leaves it where it is."
    if found.times is not None:
        times = number(found.times)
        end = f"x is an eigenvector with eigenvalue {times}" if told else "they lie on one line"
        return f"A x is {times} times x: {end}."
    degrees = number(abs(found.angle), 1)
    turned = {"0": "less than 0.1", "180": "almost 180"}.get(degrees, degrees)
    way = "anticlockwise" if found.angle > 0 else "clockwise"
    stretch = number(found.stretch)
    length = "just as long" if stretch == "1" else f"{stretch} times as long"
    return f"A x points {turned}° {way} of x and is {length}."
