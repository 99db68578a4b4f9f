"""The composition of two maps, in both orders side by side."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any, ClassVar

import numpy as np
import traitlets

from mlmath.figures.base import Figure
from mlmath.figures.composition_scene import HEIGHT, WIDTH, composition_scene, panels
from mlmath.figures.entries import limit_of, matrix_of, presets_of, vector_of
from mlmath.figures.frame import background
from mlmath.figures.markup import choice, element, number_field, svg
from mlmath.figures.plane_explorer import PRESETS as MAPS
from mlmath.figures.shape_list import draw
from mlmath.figures.wording import Description, number, numbers

LARGEST = 10
"""The largest entry, in absolute value."""

CLOSE = 1e-9
"""Products that differ by less, relative to the entries, are equal."""

PRESETS = {
    **MAPS,
    "quarter turn": ((0, -1), (1, 0)),
    "mirror in the axis": ((1, 0), (0, -1)),
    "enlargement": ((1.5, 0), (0, 1.5)),
}
"""Maps to begin with."""

MATRICES = (("A", "first", "first-basis"), ("B", "second", "second-basis"))


class Composition(Figure):
    """Two maps of the plane, one after the other: first A then B, beside first B then A.

    Parameters
    ----------
    first : (2, 2) array_like
        The matrix A, entries from -10 to 10.
    second : (2, 2) array_like
        The matrix B.
    x : (2,) array_like
        A vector that is sent through both.
    presets : bool or mapping from names to (2, 2) array_like
        Maps to choose from, for A and for B: a usual set, none, or these.
    limit : float
        Each picture shows the plane from -limit to limit, in both directions.

    Examples
    --------
    >>> figure = Composition(first=[[1, 1], [0, 1]], second=[[0, -1], [1, 0]])
    >>> figure.describe().rows[:2]
    (('B A', 'rows (0, −1), (1, 1)'), ('A B', 'rows (1, −1), (1, 0)'))
    >>> figure.describe().sentence
    'The order matters: B A and A B are different maps.'
    """

    kind: ClassVar[str] = "composition"

    first = traitlets.Any(((1, 1), (0, 1))).tag(sync=True, state=True)
    second = traitlets.Any(((0, -1), (1, 0))).tag(sync=True, state=True)
    x = traitlets.Any((1, -1)).tag(sync=True, state=True)
    presets = traitlets.Any(True).tag(sync=True, option=True)
    limit = traitlets.Float(2.5).tag(sync=True, option=True)

    def __init__(
        self,
        first: Any = ((1, 1), (0, 1)),
        second: Any = ((0, -1), (1, 0)),
        x: Any = (1, -1),
        presets: Any = True,
        **settings: Any,
    ):
        super().__init__(first=first, second=second, x=x, presets=presets, **settings)

    @traitlets.validate("first", "second")
    def _check_matrix(self, proposal: Mapping) -> tuple:
        return matrix_of(proposal["value"], proposal["trait"].name, LARGEST, shape=(2, 2))

    @traitlets.validate("x")
    def _check_x(self, proposal: Mapping) -> tuple:
        return vector_of(proposal["value"], "x", LARGEST, size=2)

    @traitlets.validate("presets")
    def _check_presets(self, proposal: Mapping) -> tuple:
        read = partial(matrix_of, largest=LARGEST, shape=(2, 2))
        return presets_of(proposal["value"], PRESETS, read)

    @traitlets.validate("limit")
    def _check_limit(self, proposal: Mapping) -> float:
        return limit_of(proposal["value"], 1, 10 * LARGEST)

    def svg(self) -> str:
        """Return the static picture of the present state."""
        A, B, x = self._arrays()
        left, right = panels(self.limit)
        shapes = [*background(left), *background(right)]
        shapes += composition_scene(A, B, x, self.limit)
        return svg(*draw(shapes), width=WIDTH, height=HEIGHT, label=composition_title(A, B))

    def controls(self) -> str:
        """Return both matrices and x with fields for their numbers, and the presets."""
        limits = (-LARGEST, LARGEST)
        blocks = []
        for letter, name, role in MATRICES:
            entries = getattr(self, name)
            fields = [
                number_field(
                    f"{name}.{i}.{j}",
                    f"{letter}, row {i + 1}, column {j + 1}",
                    entries[i][j],
                    limits=limits,
                    role=f"mlf-{role}",
                )
                for i in (0, 1)
                for j in (0, 1)
            ]
            parts = [
                element("span", f"<i>{letter}</i> =", class_="mlf-symbol"),
                element("div", *fields, class_="mlf-bracket mlf-matrix"),
            ]
            if self.presets:
                chosen = next((key for key, matrix in self.presets if matrix == entries), "")
                names = [key for key, _ in self.presets]
                parts.append(choice(name, f"Try for {letter}", names, chosen))
            blocks.append(element("div", *parts, class_="mlf-equation"))
        fields = [
            number_field(
                f"x.{i}",
                f"{('first', 'second')[i]} entry of x",
                self.x[i],
                limits=limits,
                role="mlf-input",
            )
            for i in (0, 1)
        ]
        vector = element(
            "div",
            element("span", "<b>x</b> =", class_="mlf-symbol"),
            element("div", *fields, class_="mlf-bracket mlf-matrix"),
            class_="mlf-equation",
        )
        return "".join(blocks) + vector

    def describe(self) -> Description:
        """Return in words what the figure shows now."""
        A, B, x = self._arrays()
        BA, AB = B @ A, A @ B
        dets = [number(M[0, 0] * M[1, 1] - M[0, 1] * M[1, 0]) for M in (A, B, BA)]
        rows = (
            ("B A", _matrix_words(BA)),
            ("A B", _matrix_words(AB)),
            ("B A x", numbers(BA @ x)),
            ("A B x", numbers(AB @ x)),
            ("Determinants", f"A: {dets[0]}; B: {dets[1]}; products: {dets[2]}"),
        )
        near = CLOSE * np.abs(A).max() * np.abs(B).max()
        if np.abs(AB - BA).max() <= near:
            sentence = "A and B commute: B A and A B are the same map."
        elif np.abs((AB - BA) @ x).max() <= near * np.abs(x).max():
            sentence = (
                "The order matters: B A and A B are different maps, "
                "though they send this x to the same place."
            )
        else:
            sentence = "The order matters: B A and A B are different maps."
        return Description(rows, sentence)

    def _arrays(self) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        first, second, x = (
            np.array(part, dtype=float) for part in (self.first, self.second, self.x)
        )
        return first, second, x


def composition_title(A: np.ndarray, B: np.ndarray) -> str:
    """Return what the picture is of."""
    return (
        f"The letter F sent through A, {_matrix_words(A)}, and B, {_matrix_words(B)}: "
        "on the left first A, then B; on the right first B, then A"
    )


def _matrix_words(M: np.ndarray) -> str:
    return f"rows {numbers(M[0])}, {numbers(M[1])}"
