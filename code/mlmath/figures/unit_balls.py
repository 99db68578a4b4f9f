"""Unit balls: three ways to say how long a vector is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

import traitlets

from mlmath.figures.ball_scene import ball_scene, balls_title
from mlmath.figures.base import Figure
from mlmath.figures.brackets import LARGEST, equation, vector_entry
from mlmath.figures.entries import limit_of, vector_of
from mlmath.figures.frame import Frame, background
from mlmath.figures.markup import checkbox, svg
from mlmath.figures.shape_list import draw
from mlmath.figures.wording import Description, number, numbers
from mlmath.linalg import norm

CLOSE = 1e-9
"""What differs by less, relative to the length, is the same."""


class UnitBalls(Figure):
    """The unit balls of the L1, the L2 and the max norm, and the norms of a vector x.

    Parameters
    ----------
    x : (2,) array_like
        The vector that the reader moves, entries from -100 to 100.
    through : bool
        Whether the balls around the origin on whose border x lies are shown at first.
    limit : float
        The picture shows the plane from -limit to limit, in both directions.

    Examples
    --------
    >>> figure = UnitBalls(x=[0.6, 0.8])
    >>> figure
    UnitBalls(x=(0.6, 0.8), through=False)
    >>> figure.describe().rows[1]
    ('L1 norm', '0.6 + 0.8 = 1.4')
    >>> figure.describe().sentence
    'x is in the disc and in the square, but not in the diamond: its L1 norm is above 1.'
    """

    kind: ClassVar[str] = "unit-balls"

    x = traitlets.Any((1.2, 0.5)).tag(sync=True, state=True)
    through = traitlets.Bool(False).tag(sync=True, state=True)
    limit = traitlets.Float(2.0).tag(sync=True, option=True)

    def __init__(self, x: Any = (1.2, 0.5), through: bool = False, **settings: Any):
        super().__init__(x=x, through=through, **settings)

    @traitlets.validate("x")
    def _check_x(self, proposal: Mapping) -> tuple:
        return vector_of(proposal["value"], "x", LARGEST, size=2)

    @traitlets.validate("limit")
    def _check_limit(self, proposal: Mapping) -> float:
        return limit_of(proposal["value"], 1.2, 10)

    def svg(self) -> str:
        """Return the static picture of the present state."""
        frame = Frame((0, 0), self.limit)
        shapes = [*background(frame), *ball_scene(self.x, self.through, frame)]
        return svg(*draw(shapes), width=frame.side, height=frame.side, label=balls_title())

    def controls(self) -> str:
        """Return the vector, typed, and the switch to the balls through it."""
        typed = equation(vector_entry("<b>x</b>", "x", "x", self.x, "input"))
        return typed + checkbox("through", "Show the balls through x", self.through)

    def describe(self) -> Description:
        """Return in words what the figure shows now."""
        first, second = (abs(value) for value in self.x)
        one, two, most = (norm(self.x, ord) for ord in (1, 2, float("inf")))
        rows = (
            ("x", numbers(self.x)),
            ("L1 norm", f"{number(first)} + {number(second)} = {number(one)}"),
            ("L2 norm", f"√({number(first**2)} + {number(second**2)}) = {number(two)}"),
            ("Max norm", f"the larger of both: {number(most)}"),
        )
        return Description(rows, _sentence(one, two, most))


def _sentence(one: float, two: float, most: float) -> str:
    if most == 0:
        return "x is the zero vector, the only one whose norms are 0."
    if one - most <= CLOSE * one:
        where = "On an axis the three norms agree"
        return f"{where}: x is {'in all of the balls' if most <= 1 + CLOSE else 'in no ball'}."
    corner = " L1 is twice the max norm, which is the most it can be in the plane."
    end = corner if 2 * most - one <= CLOSE * one else ""
    if one <= 1 + CLOSE:
        return f"x is in the diamond, and so in the disc and in the square.{end}"
    if two <= 1 + CLOSE:
        return (
            "x is in the disc and in the square, but not in the diamond: "
            f"its L1 norm is above 1.{end}"
        )
    if most <= 1 + CLOSE:
        return (
            "x is in the square, but neither in the disc nor in the diamond: "
            f"only its max norm is not above 1.{end}"
        )
    return f"x is in none of the unit balls: even its max norm is above 1.{end}"
