"""What the figures of space have in common: where they are seen from, and how that is set."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

import traitlets

from mlmath.figures.base import Figure
from mlmath.figures.entries import matrix_of, vector_of
from mlmath.figures.markup import element, number_field, slider, svg
from mlmath.figures.shape_list import Shape, draw
from mlmath.figures.space import SIDE, Camera
from mlmath.figures.wording import number

VIEW = (30, 25)
SUBSCRIPTS = "₁₂₃"
ORDINALS = ("first", "second", "third")


class SpaceFigure(Figure):
    """A figure of space: `scene` draws it, `title` says what it is of."""

    view = traitlets.Any(VIEW).tag(sync=True, state=True)
    limit = traitlets.Float(3.0).tag(sync=True, option=True)

    @traitlets.validate("view")
    def _check_view(self, proposal: Mapping) -> tuple:
        azimuth, elevation = vector_of(proposal["value"], "view", 180, size=2)
        if not 0 <= elevation <= 90:
            raise traitlets.TraitError(
                f"view must have an elevation from 0 to 90; found {elevation}"
            )
        return azimuth, elevation

    @traitlets.validate("limit")
    def _check_limit(self, proposal: Mapping) -> float:
        return _within_reason(proposal["value"])

    def entries(self, value: Any, name: str) -> tuple[tuple[float, ...], ...]:
        """Return three vectors, checked; traits are checked in no particular order."""
        return matrix_of(value, name, _within_reason(self.limit), shape=(3, 3))

    def vector(self, value: Any, name: str) -> tuple[float, ...]:
        """Return a vector of space, checked."""
        return vector_of(value, name, _within_reason(self.limit), size=3)

    def camera(self) -> Camera:
        """Return where the scene is seen from."""
        return Camera(self.view, self.limit)

    def scene(self) -> list[Shape]:
        """Return the shapes of the picture."""
        raise NotImplementedError

    def title(self) -> str:
        """Return what the picture is of."""
        raise NotImplementedError

    def svg(self) -> str:
        """Return the static picture of the present state."""
        return svg(*draw(self.scene()), width=SIDE, height=SIDE, label=self.title())

    def view_controls(self) -> str:
        """Return the sliders that turn the scene."""
        azimuth, elevation = self.view
        return element(
            "div",
            slider("view.0", "Turn", azimuth, limits=(-180, 180), step=1),
            slider("view.1", "Tilt", elevation, limits=(0, 90), step=1),
            class_="mlf-space-view",
        )

    def vector_row(self, path: str, symbol: str, v: Sequence[float], role: str) -> str:
        """Return a vector's name and the fields for its entries."""
        fields = (
            number_field(
                f"{path}.{i}",
                f"{ORDINALS[i]} entry of {symbol}",
                entry,
                limits=(-self.limit, self.limit),
                role=f"mlf-{role}",
            )
            for i, entry in enumerate(v)
        )
        name = element("span", element("b", symbol), " =", class_=f"mlf-symbol mlf-{role}")
        return element("div", name, *fields, class_="mlf-space-row")


def _within_reason(limit: float) -> float:
    if not 1 <= limit <= 100:
        raise traitlets.TraitError(f"limit must be from 1 to 100; found {limit}")
    return limit


def enough(*entries: float) -> float:
    """Return a limit for these entries: a whole number that leaves room to move.

    Examples
    --------
    >>> enough(1, -1), enough(1, -2), enough(0.5, -4.2)
    (2.0, 3.0, 5.0)
    """
    largest = max(map(abs, entries), default=0)
    return float(max(2, min(math.floor(largest) + 1, 100)))


def flat(value: Any) -> list[float]:
    """Return the numbers of nested lists; none if something else is among them."""
    try:
        if not hasattr(value, "__len__"):
            return [float(value)] if math.isfinite(value) else []
        return [number for part in value for number in flat(part)]
    except TypeError:
        return []


def combination(parts: Sequence[float], names: Sequence[str]) -> str:
    """Write a linear combination.

    Examples
    --------
    >>> combination((2, -1), ("v₁", "v₂")), combination((0, 0.5), ("v₁", "v₂"))
    ('2v₁ − v₂', '0.5v₂')
    """
    text = ""
    for value, name in zip(parts, names, strict=True):
        size = number(abs(value))
        if size == "0":
            continue
        sign = ("−" if value < 0 else "") if not text else (" − " if value < 0 else " + ")
        text += f"{sign}{'' if size == '1' else size}{name}"
    return text or "0"
