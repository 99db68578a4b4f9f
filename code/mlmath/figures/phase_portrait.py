"""The phase portrait: where a matrix sends points, step after step."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any, ClassVar

import numpy as np
import traitlets

from mlmath.figures.base import Figure
from mlmath.figures.brackets import LARGEST, PLACES, bracket, entry, equation, vector_entry
from mlmath.figures.entries import limit_of, matrix_of, presets_of, vector_of
from mlmath.figures.frame import Frame, background
from mlmath.figures.markup import button, checkbox, choice, element, slider, svg
from mlmath.figures.orbits import (
    behaviour,
    magnitude_words,
    orbit,
    portrait_scene,
    portrait_title,
)
from mlmath.figures.plane_map import eigenvalue_words
from mlmath.figures.shape_list import draw
from mlmath.figures.wording import Description, number, numbers

MOST_STEPS = 40
TOO_LARGE = 1e6
"""Coordinates from here on are not written."""

PRESETS = {
    "stable": ((0.8, 0.1), (0.1, 0.8)),
    "unstable": ((1.2, 0.1), (0.1, 1.2)),
    "saddle": ((1, 0.4), (0.4, 1)),
    "spiral in": ((0.8, -0.4), (0.4, 0.8)),
    "spiral out": ((1, -0.3), (0.3, 1)),
    "rotation": ((0.8, -0.6), (0.6, 0.8)),
    "centre": ((1, -0.5), (0.5, 0.75)),
    "shear": ((1, 0.2), (0, 1)),
    "line of fixed points": ((0.8, 0.3), (0.2, 0.7)),
}
"""Every kind of behaviour once."""

STARTS = (
    *((2.6, 1.4), (-1.4, 2.6), (-2.6, -1.4), (1.4, -2.6)),
    *((0.6, -0.2), (0.2, 0.6), (-0.6, 0.2), (-0.2, -0.6)),
)
"""Starting points near the edge, for maps that shrink, and near the middle."""


class PhasePortrait(Figure):
    """The orbits x, Ax, A²x, … of the reader's vector x and of some other starting points.

    Parameters
    ----------
    matrix : (2, 2) array_like
        The matrix A, entries from -100 to 100.
    x : (2,) array_like
        The starting point that the reader moves.
    steps : int
        How many steps are shown, from 0 to 40.
    eigenlines : bool
        Whether the eigenlines are shown at first (if they are real).
    starts : sequence of (2,) array_like
        The other starting points, 24 at most.
    presets : bool or mapping from names to (2, 2) array_like
        Maps to choose from: a usual set, none, or these.
    limit : float
        The picture shows the plane from -limit to limit, in both directions.

    Examples
    --------
    >>> figure = PhasePortrait(matrix=[[1, 0.4], [0.4, 1]], x=[1, -1], steps=10)
    >>> figure
    PhasePortrait(matrix=((1, 0.4), (0.4, 1)), x=(1, -1), steps=10, eigenlines=True)
    >>> figure.describe().rows[1]
    ('|λ|', '1.4 and 0.6')
    >>> figure.describe().sentence[:15]
    'Saddle: orbits '
    """

    kind: ClassVar[str] = "phase-portrait"

    matrix = traitlets.Any(PRESETS["stable"]).tag(sync=True, state=True)
    x = traitlets.Any((2, -1)).tag(sync=True, state=True)
    steps = traitlets.Int(12).tag(sync=True, state=True)
    eigenlines = traitlets.Bool(True).tag(sync=True, state=True)
    starts = traitlets.Any(STARTS).tag(sync=True, option=True)
    presets = traitlets.Any(tuple(PRESETS.items())).tag(sync=True, option=True)
    limit = traitlets.Float(3.0).tag(sync=True, option=True)

    def __init__(
        self,
        matrix: Any = PRESETS["stable"],
        x: Any = (2, -1),
        steps: int = 12,
        presets: Any = True,
        **settings: Any,
    ):
        super().__init__(matrix=matrix, x=x, steps=steps, presets=presets, **settings)

    @traitlets.validate("matrix")
    def _check_matrix(self, proposal: Mapping) -> tuple:
        return matrix_of(proposal["value"], "matrix", LARGEST, shape=(2, 2))

    @traitlets.validate("x")
    def _check_x(self, proposal: Mapping) -> tuple:
        return vector_of(proposal["value"], "x", LARGEST, size=2)

    @traitlets.validate("steps")
    def _check_steps(self, proposal: Mapping) -> int:
        if not 0 <= proposal["value"] <= MOST_STEPS:
            raise traitlets.TraitError(
                f"steps must be from 0 to {MOST_STEPS}; found {proposal['value']}"
            )
        return proposal["value"]

    @traitlets.validate("starts")
    def _check_starts(self, proposal: Mapping) -> tuple:
        starts = tuple(
            vector_of(start, f"starts[{i}]", LARGEST, size=2)
            for i, start in enumerate(proposal["value"])
        )
        if len(starts) > 24:
            raise traitlets.TraitError(f"starts must be 24 points at most; found {len(starts)}")
        return starts

    @traitlets.validate("presets")
    def _check_presets(self, proposal: Mapping) -> tuple:
        read = partial(matrix_of, largest=LARGEST, shape=(2, 2))
        return presets_of(proposal["value"], PRESETS, read)

    @traitlets.validate("limit")
    def _check_limit(self, proposal: Mapping) -> float:
        return limit_of(proposal["value"], 0.5, LARGEST)

    def svg(self) -> str:
        """Return the static picture of the present state."""
        frame = Frame((0, 0), self.limit)
        scene = portrait_scene(
            self.matrix, self.x, self.steps, self.starts, frame, self.eigenlines
        )
        return svg(
            *draw([*background(frame), *scene]),
            width=frame.side,
            height=frame.side,
            label=portrait_title(self.matrix),
        )

    def controls(self) -> str:
        """Return the matrix and x, typed in brackets, the steps, the eigenlines, the presets."""
        matrix = [
            entry(
                f"matrix.{i}.{j}",
                f"{PLACES[j]} column, {PLACES[i]} entry",
                self.matrix[i][j],
                f"{PLACES[j]}-basis",
            )
            for i in (0, 1)
            for j in (0, 1)
        ]
        typed = equation(
            bracket("<i>A</i>", matrix, matrix=True),
            vector_entry("<b>x</b>", "x", "x", self.x, "input"),
        )
        row = [checkbox("eigenlines", "Show eigenlines", self.eigenlines)]
        if self.presets:
            names = [name for name, _ in self.presets]
            chosen = next((name for name, A in self.presets if A == self.matrix), "")
            row.append(choice("preset", "Try a map", names, chosen))
        steps = slider("steps", "Steps", self.steps, limits=(0, MOST_STEPS), step=1)
        return typed + steps + element("div", *row, class_="mlf-row")

    def buttons(self) -> str:
        """Return the button that takes a step."""
        return button("step", "One step")

    def describe(self) -> Description:
        """Return in words what the figure shows now."""
        end = orbit(self.matrix, self.x, self.steps)[-1]
        far = max(map(abs, end)) >= TOO_LARGE
        rows = (
            ("Eigenvalues", eigenvalue_words(np.array(self.matrix, dtype=float))),
            ("|λ|", magnitude_words(self.matrix)),
            ("Steps n", number(self.steps)),
            ("Aⁿ x", f"beyond {number(TOO_LARGE)}" if far else numbers(end)),
        )
        return Description(rows, behaviour(self.matrix))
