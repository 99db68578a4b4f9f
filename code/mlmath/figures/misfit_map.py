"""The picture of parameter space: the histogram with its curve, and the map of the misfit.

The JavaScript twin is `code/frontend/src/view/parameter_scene.js`; the contours and the best fit
are computed here only, and shipped.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np

from mlmath.figures.labels import Point
from mlmath.figures.shape_list import Shape, path
from mlmath.figures.wording import number
from mlmath.probability import gaussian, misfit

WIDTH, HEIGHT = 400, 440
LEFT, RIGHT = 32, 392
CURVE_TOP, CURVE_BOTTOM = 10, 190
MAP_TOP, MAP_BOTTOM = 232, 412
GRID = 57
MOST_TICKS = 8
CURVE_POINTS = 121
LEVELS = (1, 1.5, 2, 3, 5, 7)
"""Contours are at these numbers, times powers of ten; every second one has its number."""


class Panels(NamedTuple):
    """Where μ (or a measured value), a density and σ are in the picture."""

    mu: tuple[float, float]
    sigma: tuple[float, float]
    top: float

    @classmethod
    def of(cls, options: Mapping[str, Any]) -> Panels:
        """Return the panels of a figure."""
        found = options["landscape"]
        return cls(tuple(found["mu"]), tuple(found["sigma"]), found["top"])

    def across(self, mu: float) -> float:
        """Return how far to the right."""
        low, high = self.mu
        return LEFT + (RIGHT - LEFT) * (mu - low) / (high - low)

    def up(self, density: float) -> float:
        """Return how far down a density is in the upper panel."""
        return CURVE_BOTTOM - (CURVE_BOTTOM - CURVE_TOP) * density / self.top

    def point(self, mu: float, sigma: float) -> Point:
        """Return where a point of parameter space is on the map."""
        low, high = self.sigma
        share = (sigma - low) / (high - low)
        return (self.across(mu), MAP_BOTTOM - (MAP_BOTTOM - MAP_TOP) * share)


def landscape(edges: Sequence[float], density: np.ndarray) -> dict[str, Any]:
    """Return the limits of parameter space, its contours and the best fit."""
    return _landscape(tuple(edges), tuple(density.tolist()))


@lru_cache(maxsize=8)
def _landscape(edges: tuple[float, ...], density: tuple[float, ...]) -> dict[str, Any]:
    width, span = edges[1] - edges[0], edges[-1] - edges[0]
    mu = (round(edges[0] - width, 9), round(edges[-1] + width, 9))
    sigma = (round(span / 10, 9), round(span / 2, 9))
    peak = float(gaussian(0, 0, sigma[0]))
    panels = Panels(mu, sigma, round(1.04 * max(peak, *density), 9))
    x = (np.array(edges[1:]) + np.array(edges[:-1])) / 2
    heights = np.array(density)
    return {
        "mu": list(mu),
        "sigma": list(sigma),
        "top": panels.top,
        "best": _best(x, heights, panels),
        "contours": _contours(x, heights, panels),
    }


def _best(x: np.ndarray, density: np.ndarray, panels: Panels) -> list[float]:
    """Return μ, σ and the misfit of the best fit within the map, to four decimals."""
    from scipy.optimize import minimize  # slow to import, and only needed here

    mean = float(np.average(x, weights=density))
    spread = math.sqrt(float(np.average((x - mean) ** 2, weights=density)))
    start = (mean, min(max(spread, panels.sigma[0]), panels.sigma[1]))
    found = minimize(
        lambda point: misfit(*point, x, density),
        start,
        method="Nelder-Mead",
        bounds=(panels.mu, panels.sigma),
        options={"xatol": 1e-8, "fatol": 1e-16},
    )
    mu, sigma = (round(float(value), 4) for value in found.x)
    return [mu, sigma, misfit(mu, sigma, x, density)]


def _contours(x: np.ndarray, density: np.ndarray, panels: Panels) -> list[list]:
    """Return for each contour its path, and the place and the text of its number."""
    from contourpy import contour_generator

    mus, sigmas = np.linspace(*panels.mu, GRID), np.linspace(*panels.sigma, GRID)
    z = (x - mus[:, None]) / sigmas[:, None, None]
    curves = np.exp(-(z**2) / 2) / (sigmas[:, None, None] * np.sqrt(2 * np.pi))
    heights = np.sum((curves - density) ** 2, axis=-1)
    generator = contour_generator(mus, sigmas, heights)
    found = []
    for i, level in enumerate(_levels(heights.min(), heights.max())):
        lines = [
            [panels.point(*point) for point in line.tolist()] for line in generator.lines(level)
        ]
        lines = [line for line in lines if len(line) > 3]
        if not lines:
            continue
        # Numbers stand where the longest line is furthest to the left or to the right.
        line = max(lines, key=len)
        inner = [p for p in line if MAP_TOP + 12 < p[1] < MAP_BOTTOM - 12]
        place = [0.0, 0.0]
        if inner and i and i % 2 == 0:  # the first one has no room
            place = list((min if i % 4 else max)(inner))
        found.append([path(*lines), *(round(c, 2) for c in place), f"{level:g}"])
    return found


def _levels(low: float, high: float) -> list[float]:
    powers = range(math.floor(math.log10(max(low, high / 1e4))), math.ceil(math.log10(high)))
    every = [round(number * 10.0**power, 12) for power in powers for number in LEVELS]
    return [level for level in every if low < level < high]


def parameter_background(options: Mapping[str, Any], panels: Panels) -> list[Shape]:
    """Return what does not move: axes, bars, contours, the best fit."""
    corners = [
        [(LEFT, top), (RIGHT, top), (RIGHT, bottom), (LEFT, bottom), (LEFT, top)]
        for top, bottom in ((CURVE_TOP, CURVE_BOTTOM), (MAP_TOP, MAP_BOTTOM))
    ]
    shapes = [Shape("path", "mlf-grid", {"d": path(*corners)})]
    edges, counts, total = options["edges"], options["counts"], options["total"]
    bars = []
    for left, right, count in zip(edges, edges[1:], counts, strict=False):
        x0, x1 = panels.across(left), panels.across(right)
        top = panels.up(count / (total * (right - left)))
        bars.append([(x0, CURVE_BOTTOM), (x0, top), (x1, top), (x1, CURVE_BOTTOM)])
    shapes.append(Shape("path", "mlf-area mlf-data", {"d": path(*bars)}))
    shapes.append(Shape("path", "mlf-contour mlf-data", {"d": path(*bars)}))
    for drawn, *_ in options["landscape"]["contours"]:
        shapes.append(Shape("path", "mlf-contour mlf-residual", {"d": drawn}))
    for _, x, y, text in options["landscape"]["contours"]:
        if x:
            shapes.append(
                Shape("text", "mlf-label mlf-level mlf-residual", {"x": x, "y": y + 4}, text)
            )
    marks = _marks(*panels.mu, MOST_TICKS)
    for bottom in (CURVE_BOTTOM, MAP_BOTTOM):
        for mark in marks:
            place = {"x": panels.across(mark), "y": bottom + 15}
            shapes.append(Shape("text", "mlf-tick", place, number(mark)))
    for mark in _marks(*panels.sigma, 4):
        place = {"x": LEFT - 5, "y": panels.point(0, mark)[1] + 4}
        shapes.append(Shape("text", "mlf-tick mlf-tick-up", place, number(mark)))
    named = f"{options['quantity']} ({options['unit']})"
    shapes.append(
        Shape("text", "mlf-tick", {"x": (LEFT + RIGHT) / 2, "y": CURVE_BOTTOM + 31}, named)
    )
    x, y = panels.point(*options["landscape"]["best"][:2])
    shapes.append(
        Shape(
            "path",
            "mlf-line mlf-thin mlf-eigen",
            {"d": path([(x - 5, y), (x + 5, y)], [(x, y - 5), (x, y + 5)])},
        )
    )
    shapes.append(Shape("text", "mlf-label mlf-ink", {"x": 14, "y": MAP_TOP + 18}, "σ"))
    shapes.append(Shape("text", "mlf-label mlf-ink", {"x": RIGHT, "y": MAP_BOTTOM + 24}, "μ"))
    return shapes


def _marks(low: float, high: float, most: int) -> list[float]:
    """Return round numbers well inside."""
    steps = [number * 10.0**power for power in range(-6, 7) for number in (1, 2, 5)]
    step = next(step for step in steps if (high - low) / step <= most)
    first, last = math.ceil(low / step + 0.2), math.floor(high / step - 0.2)
    return [round(step * k, 9) for k in range(first, last + 1)]


def parameter_scene(
    state: Mapping[str, float], options: Mapping[str, Any], panels: Panels
) -> list[Shape]:
    """Return what moves: the curve, its distances from the bars, and the point on the map."""
    mu, sigma = state["mu"], state["sigma"]
    low, high = panels.mu
    steps = (low + (high - low) * i / (CURVE_POINTS - 1) for i in range(CURVE_POINTS))
    curve = [(panels.across(x), panels.up(_curve(x, mu, sigma))) for x in steps]
    edges, counts, total = options["edges"], options["counts"], options["total"]
    gaps = []
    for left, right, count in zip(edges, edges[1:], counts, strict=False):
        middle = (left + right) / 2
        across = panels.across(middle)
        bar = panels.up(count / (total * (right - left)))
        gaps.append([(across, bar), (across, panels.up(_curve(middle, mu, sigma)))])
    point = panels.point(mu, sigma)
    peak = (point[0], panels.up(_curve(mu, mu, sigma)))
    side = width_side(mu, sigma, panels)
    bend = panels.up(_curve(mu + sigma, mu, sigma))
    return [
        Shape("path", "mlf-line mlf-gap mlf-residual", {"d": path(*gaps)}),
        Shape("path", "mlf-line mlf-output", {"d": path(curve)}),
        Shape(
            "path",
            "mlf-line mlf-thin mlf-dotted mlf-input",
            {"d": path([peak, point], [(point[0], bend), (panels.across(side), bend)])},
        ),
        Shape("circle", "mlf-dot mlf-input", {"cx": peak[0], "cy": peak[1], "r": 5}),
        Shape("circle", "mlf-dot mlf-input", {"cx": point[0], "cy": point[1], "r": 6}),
    ]


def width_side(mu: float, sigma: float, panels: Panels) -> float:
    """Return where the width is shown: at μ + σ, or at μ − σ if the former is outside."""
    return mu + sigma if mu + sigma <= panels.mu[1] else mu - sigma


def _curve(x: float, mu: float, sigma: float) -> float:
    return float(gaussian(x, mu, sigma))
