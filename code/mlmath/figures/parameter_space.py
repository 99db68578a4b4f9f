"""Parameter space: a histogram with a bell curve, and the map of all bell curves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

import numpy as np
import traitlets

from mlmath.data import galton_heights
from mlmath.figures.base import Figure
from mlmath.figures.markup import button, checkbox, element, number_field, svg
from mlmath.figures.misfit_map import (
    HEIGHT,
    WIDTH,
    Panels,
    landscape,
    parameter_background,
    parameter_scene,
)
from mlmath.figures.shape_list import draw
from mlmath.figures.wording import Description, number, numbers
from mlmath.probability import gaussian, misfit

AS_GOOD = 1.01
"""Up to so many times the least misfit, nobody sees a difference."""

FLAT = 1e-7
"""Slopes of the misfit up to here are none."""


class ParameterSpace(Figure):
    """A histogram with a bell curve above the map of its misfit over (μ, σ).

    The reader moves the peak of the curve (σ makes it low) or the point on the map; both are one
    thing. Without a histogram, it is that of Galton's heights (`mlmath.data.galton_heights`).

    Parameters
    ----------
    edges : sequence of float
        The borders of the bars, all equally far apart.
    counts : sequence of float
        How many observations are in each bar.
    total : float
        How many observations there are in all, if some are in no bar.
    mu, sigma : float
        Where the curve is at first.
    best : bool
        Whether the best fit is shown at first. It also shows when the reader has found it.
    quantity, unit : str
        What was measured, and in what.

    Examples
    --------
    >>> figure = ParameterSpace(mu=66, sigma=4)
    >>> figure
    ParameterSpace(mu=66.0, sigma=4.0, best=False)
    >>> figure.describe().rows[2:]
    (('Misfit', '0.02817'), ('Least misfit', 'hidden'))
    >>> figure.describe().sentence
    'The misfit falls with a larger μ and a smaller σ.'
    """

    kind: ClassVar[str] = "parameter-space"

    mu = traitlets.Float(66.0).tag(sync=True, state=True)
    sigma = traitlets.Float(4.0).tag(sync=True, state=True)
    best = traitlets.Bool(False).tag(sync=True, state=True)
    edges = traitlets.Any(()).tag(sync=True, option=True)
    counts = traitlets.Any(()).tag(sync=True, option=True)
    total = traitlets.Float(1.0).tag(sync=True, option=True)
    quantity = traitlets.Unicode("height").tag(sync=True, option=True)
    unit = traitlets.Unicode("inches").tag(sync=True, option=True)
    landscape = traitlets.Any(None).tag(sync=True, option=True)

    def __init__(
        self,
        edges: Sequence[float] | None = None,
        counts: Sequence[float] | None = None,
        total: float | None = None,
        mu: float = 66,
        sigma: float = 4,
        **settings: Any,
    ):
        if edges is None or counts is None:
            table = galton_heights()
            edges, counts = table.children_edges, table.counts.sum(axis=0)[1:-1]
            total = float(table.counts.sum())
        edges, counts = _checked(edges, counts)
        total = float(sum(counts) if total is None else total)
        if not total >= sum(counts) > 0:
            raise traitlets.TraitError(
                f"total must be at least {sum(counts)}, the sum of counts; found {total}"
            )
        # What follows from the histogram is not for others to set.
        settings["landscape"] = landscape(edges, densities(edges, counts, total))
        super().__init__(
            edges=edges, counts=counts, total=total, mu=mu, sigma=sigma, **settings
        )

    @traitlets.validate("mu", "sigma")
    def _check_parameter(self, proposal: Mapping) -> float:
        name, value = proposal["trait"].name, proposal["value"]
        low, high = self.landscape[name]
        if not low <= value <= high:
            raise traitlets.TraitError(
                f"{name} must be from {low:g} to {high:g}; found {value:g}"
            )
        return value

    def svg(self) -> str:
        """Return the static picture of the present state."""
        panels = Panels.of(self.options())
        shapes = [
            *parameter_background(self.options(), panels),
            *parameter_scene(self.state(), self.options(), panels, self.told()),
        ]
        return svg(*draw(shapes), width=WIDTH, height=HEIGHT, label=self._title())

    def controls(self) -> str:
        """Return the fields for μ and σ, and the switch of the best fit."""
        fields = []
        for name, letter, spoken in (("mu", "μ", "mu"), ("sigma", "σ", "sigma")):
            low, high = self.landscape[name]
            fields.append(element("span", f"<i>{letter}</i> =", class_="mlf-symbol"))
            fields.append(
                number_field(
                    name, spoken, getattr(self, name), limits=(low, high), role="mlf-input"
                )
            )
        shown = checkbox("best", "Show the best fit", self.best)
        return element("div", *fields, class_="mlf-parameters") + shown

    def buttons(self) -> str:
        """Return the button that walks."""
        return button("downhill", "Step downhill")

    def describe(self) -> Description:
        """Return in words what the figure shows now."""
        x, density = self._points()
        now = misfit(self.mu, self.sigma, x, density)
        told = self.told()
        mu, sigma, least = self.landscape["best"]
        rows = (
            ("μ", f"{number(self.mu)} {self.unit}"),
            ("σ", f"{number(self.sigma)} {self.unit}"),
            ("Misfit", number(now, 5)),
            (
                "Least misfit",
                f"{number(least, 5)} at {numbers((mu, sigma))}" if told else "hidden",
            ),
        )
        if now <= AS_GOOD * least:
            return Description(rows, "The misfit is as small as it gets: this is the best fit.")
        ways = " and ".join(self._ways_down(x, density))
        falls = f"falls with {ways}." if ways else "hardly changes with a small step."
        if told:
            times = f"The misfit is {number(now / least, 2)} times the least."
            return Description(rows, f"{times} It {falls}")
        return Description(rows, f"The misfit {falls}")

    def told(self) -> bool:
        """Return whether the best fit is shown: on request, or found."""
        *_, least = self.landscape["best"]
        return self.best or misfit(self.mu, self.sigma, *self._points()) <= AS_GOOD * least

    def _points(self) -> tuple[np.ndarray, np.ndarray]:
        edges = np.array(self.edges, dtype=float)
        return (edges[1:] + edges[:-1]) / 2, densities(self.edges, self.counts, self.total)

    def _ways_down(self, x: np.ndarray, density: np.ndarray) -> list[str]:
        """Say which changes of μ and σ lower the misfit: those against its slopes."""
        z = (x - self.mu) / self.sigma
        g = gaussian(x, self.mu, self.sigma)
        slopes = (
            float(np.sum(2 * (g - density) * g * z) / self.sigma),
            float(np.sum(2 * (g - density) * g * (z**2 - 1)) / self.sigma),
        )
        return [
            f"a {'larger' if slope < 0 else 'smaller'} {letter}"
            for slope, letter in zip(slopes, "μσ", strict=True)
            if abs(slope) > FLAT
        ]

    def _title(self) -> str:
        return (
            f"Histogram of {self.quantity} in {self.unit} with a bell curve, "
            "above a contour map of its misfit over μ and σ"
        )


def densities(edges: Sequence[float], counts: Sequence[float], total: float) -> np.ndarray:
    """Return the heights of the bars, so that their areas are shares of the total."""
    return np.array(counts, dtype=float) / (total * np.diff(np.array(edges, dtype=float)))


def _checked(
    edges: Sequence[float], counts: Sequence[float]
) -> tuple[tuple[float, ...], tuple[float, ...]]:
    edges = np.round(np.array(edges, dtype=float), 9)
    counts = np.array(counts, dtype=float)
    if edges.ndim != 1 or counts.shape != (edges.size - 1,) or counts.size < 3:
        raise traitlets.TraitError(
            "counts must have at least 3 entries, and edges one more; "
            f"found {counts.size} and {edges.size}"
        )
    widths = np.diff(edges)
    if not (widths > 0).all() or not np.allclose(widths, widths[0]):
        raise traitlets.TraitError("edges must increase by equal steps")
    if not (counts >= 0).all() or np.isinf(counts).any():
        raise traitlets.TraitError("counts must be finite and not negative")
    return tuple(edges.tolist()), tuple(counts.tolist())
