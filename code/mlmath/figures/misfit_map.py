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
CURVE_TOP, CURVE_BOTTOM = 16, 190
MAP_TOP, MAP_BOTTOM = 232, 412
GRID = (113, 115)
MOST_TICKS = 8
CURVE_POINTS = 81
REACH = 4
"""So many σ to each side of its peak, a bell curve is on the axis."""
NARROWEST = 0.3
"""The least σ, in bars: there a curve sees one bar at a time."""
HIGHEST = 3
"""Contours go up to so many times the misfit of a curve that meets no bar."""
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

    def seen(self, density: float) -> float:
        """Return the same, at the upper edge for what is above it."""
        return max(CURVE_TOP, self.up(density))

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
    sigma = (round(NARROWEST * width, 9), round(span / 2, 9))
    panels = Panels(mu, sigma, round(2 * max(density), 9))
    x = (np.array(edges[1:]) + np.array(edges[:-1])) / 2
    heights = np.array(density)
    return {
        "mu": list(mu),
        "sigma": list(sigma),
        "top": panels.top,
        **_best_and_contours(x, heights, panels),
    }


def _best_and_contours(x: np.ndarray, density: np.ndarray, panels: Panels) -> dict[str, list]:
    mus, sigmas = np.linspace(*panels.mu, GRID[0]), np.linspace(*panels.sigma, GRID[1])
    z = (x - mus[:, None]) / sigmas[:, None, None]
    curves = np.exp(-(z**2) / 2) / (sigmas[:, None, None] * np.sqrt(2 * np.pi))
    heights = np.sum((curves - density) ** 2, axis=-1)
    row, column = np.unravel_index(heights.argmin(), heights.shape)
    return {
        "best": _best((mus[column], sigmas[row]), x, density, panels),
        "contours": _contours(mus, sigmas, heights, HIGHEST * np.sum(density**2), panels),
    }


def _best(
    start: Sequence[float], x: np.ndarray, density: np.ndarray, panels: Panels
) -> list[float]:
    """Return μ, σ and the misfit of the best fit within the map, to four decimals."""
    from scipy.optimize import minimize  # slow to import, and only needed here

    found = minimize(
        lambda point: misfit(*point, x, density),
        start,
        method="Nelder-Mead",
        bounds=(panels.mu, panels.sigma),
        options={"xatol": 1e-8, "fatol": 1e-16},
    )
    mu, sigma = (round(float(value), 4) for value in found.x)
    return [mu, sigma, misfit(mu, sigma, x, density)]


def _contours(
    mus: np.ndarray, sigmas: np.ndarray, heights: np.ndarray, highest: float, panels: Panels
) -> list[list]:
    """Return for each contour its path, and the place and the text of its number."""
    from contourpy import contour_generator

    generator = contour_generator(mus, sigmas, heights)
    found = []
    for i, level in enumerate(_levels(float(heights.min()), float(highest))):
        lines = [
            thinned([panels.point(*point) for point in line.tolist()])
            for line in generator.lines(level)
        ]
        lines = [line for line in lines if len(line) > 3]
        if not lines:
            continue
        # Numbers stand where the longest line is furthest to the left or to the right.
        line = max(lines, key=len)
        inner = [
            (x, y)
            for x, y in line
            if LEFT + 16 < x < RIGHT - 16 and MAP_TOP + 12 < y < MAP_BOTTOM - 12
        ]
        place = [0.0, 0.0]
        if inner and i and i % 2 == 0:  # the first one has no room
            place = list((min if i % 4 else max)(inner))
        found.append([path(*lines), *(round(c, 2) for c in place), f"{level:g}"])
    return found


def thinned(line: list[Point]) -> list[Point]:
    """Return a line without the points that are within a sixth of a unit of what remains."""
    (x0, y0), (x1, y1) = line[0], line[-1]
    length = math.hypot(x1 - x0, y1 - y0)
    if length > 0:
        away = [abs((x1 - x0) * (y - y0) - (y1 - y0) * (x - x0)) / length for x, y in line]
    else:
        away = [math.hypot(x - x0, y - y0) for x, y in line]
    far = max(range(len(line)), key=away.__getitem__)
    if away[far] < 1 / 6:
        return [line[0], line[-1]]
    return thinned(line[: far + 1])[:-1] + thinned(line[far:])


def _levels(low: float, high: float) -> list[float]:
    powers = range(math.floor(math.log10(max(low, high / 1e4))), math.ceil(math.log10(high)))
    every = [round(number * 10.0**power, 12) for power in powers for number in LEVELS]
    return [level for level in every if low < level < high]


def parameter_background(options: Mapping[str, Any], panels: Panels) -> list[Shape]:
    """Return what does not move: axes, bars, contours."""
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
    state: Mapping[str, float], options: Mapping[str, Any], panels: Panels, told: bool
) -> list[Shape]:
    """Return what moves: the curve, its distances from the bars, and the point on the map.

    With `told`, a cross stands at the best fit.
    """
    mu, sigma = state["mu"], state["sigma"]
    edges, counts, total = options["edges"], options["counts"], options["total"]
    gaps = []
    for left, right, count in zip(edges, edges[1:], counts, strict=False):
        middle = (left + right) / 2
        across = panels.across(middle)
        bar = panels.up(count / (total * (right - left)))
        gaps.append([(across, bar), (across, panels.seen(_curve(middle, mu, sigma)))])
    x, y = panels.point(*options["landscape"]["best"][:2])
    cross = path([(x - 5, y), (x + 5, y)], [(x, y - 5), (x, y + 5)]) if told else ""
    point = panels.point(mu, sigma)
    peak = (point[0], panels.seen(_curve(mu, mu, sigma)))
    side = width_side(mu, sigma, panels)
    bend = panels.seen(_curve(mu + sigma, mu, sigma))
    return [
        Shape("path", "mlf-line mlf-gap mlf-residual", {"d": path(*gaps)}),
        Shape("path", "mlf-line mlf-output", {"d": path(*_bell(mu, sigma, panels))}),
        Shape("path", "mlf-line mlf-thin mlf-eigen", {"d": cross}),
        Shape(
            "path",
            "mlf-line mlf-thin mlf-dotted mlf-input",
            {"d": path([peak, point], [(point[0], bend), (panels.across(side), bend)])},
        ),
        Shape("circle", "mlf-dot mlf-input", {"cx": peak[0], "cy": peak[1], "r": 5}),
        Shape("circle", "mlf-dot mlf-input", {"cx": point[0], "cy": point[1], "r": 6}),
    ]


def _bell(mu: float, sigma: float, panels: Panels) -> list[list[Point]]:
    """Return the curve, in two lines if its peak is above the panel."""
    low, high = panels.mu
    peak = _curve(mu, mu, sigma)
    cut = sigma * math.sqrt(2 * math.log(max(1.0, peak / panels.top)))
    ways = (REACH * (2 * i / (CURVE_POINTS - 1) - 1) for i in range(CURVE_POINTS))
    xs = [low, *(mu + sigma * t for t in ways), high]
    sides = [xs]
    if cut > 0:
        sides = [
            [*(x for x in xs if x < mu - cut), mu - cut],
            [mu + cut, *(x for x in xs if x > mu + cut)],
        ]
    lines = [
        [
            (panels.across(x), panels.seen(_curve(x, mu, sigma)))
            for x in side
            if low <= x <= high
        ]
        for side in sides
    ]
    return [line for line in lines if len(line) > 1]


def width_side(mu: float, sigma: float, panels: Panels) -> float:
    """Return where the width is shown: at μ + σ, or at μ − σ if the former is outside."""
    return mu + sigma if mu + sigma <= panels.mu[1] else mu - sigma


def _curve(x: float, mu: float, sigma: float) -> float:
    return float(gaussian(x, mu, sigma))
