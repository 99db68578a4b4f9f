"""Parameter space in Python, and its live half: what they accept, say and draw."""

from __future__ import annotations

import random
import re
from xml.etree import ElementTree

import numpy as np
import pytest
import traitlets
from mlmath.data import galton_heights
from mlmath.figures import ParameterSpace
from mlmath.figures.misfit_map import Panels, parameter_background, parameter_scene
from mlmath.probability import misfit
from scipy.optimize import approx_fprime

OTHER = {
    "edges": [0, 0.5, 1, 1.5, 2, 2.5],
    "counts": [3, 0, 8, 6, 1],
    "total": 20,
    "mu": 0.5,
    "sigma": 0.5,
    "quantity": "delay",
    "unit": "s",
}


def figures(**options) -> list[ParameterSpace]:
    rng = random.Random(3)
    figure = ParameterSpace(**options)
    (low, high), (thin, wide) = figure.landscape["mu"], figure.landscape["sigma"]
    best = figure.landscape["best"]
    found = [(low, thin), (low, wide), (high, thin), (high, wide), best[:2]]
    found += [(best[0] + 0.01, best[1]), (best[0], best[1] - 0.02), (high - wide, wide)]
    for places in (1, 3, 9):
        for _ in range(60):
            found.append(
                (round(rng.uniform(low, high), places), round(rng.uniform(thin, wide), places))
            )
    inside = [(m, s) for m, s in found if low <= m <= high and thin <= s <= wide]
    return [
        ParameterSpace(**{**options, "mu": m, "sigma": s, "best": i % 3 == 0})
        for i, (m, s) in enumerate(inside)
    ]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"mu": 80}, "mu must be from 60.7 to 74.7; found 80"),
        ({"sigma": 0}, "sigma must be from 0.3 to 6; found 0"),
        ({"edges": [1, 2, 3, 4], "counts": [1, 2]}, "counts must have at least 3 entries"),
        ({"edges": [1, 2, 4, 5], "counts": [1, 2, 1]}, "edges must increase by equal steps"),
        ({"edges": [1, 2, 3, 4], "counts": [1, -2, 1]}, "counts must be finite and not neg"),
        ({"edges": [1, 2, 3, 4], "counts": [0, 0, 0]}, "total must be at least 0"),
        ({"edges": [1, 2, 3, 4], "counts": [1, 2, 1], "total": 3}, "total must be at least 4"),
    ],
)
def test_bad_arguments_are_refused_by_name(arguments, message):
    with pytest.raises(traitlets.TraitError, match=message):
        ParameterSpace(**arguments)


def test_the_histogram_is_galtons():
    x, density = ParameterSpace()._points()
    table = galton_heights()
    assert np.allclose(x, table.children)
    assert np.allclose(density, table.children_density)


@pytest.mark.parametrize("options", [{}, OTHER], ids=["galton", "other"])
def test_nothing_on_the_map_is_better_than_the_best(options):
    figure = ParameterSpace(**options)
    x, density = figure._points()
    *_, least = figure.landscape["best"]
    mus, sigmas = (np.linspace(*figure.landscape[name], 80) for name in ("mu", "sigma"))
    assert least <= min(misfit(m, s, x, density) for m in mus for s in sigmas) + 1e-9


def test_contours_are_where_the_misfit_is_what_they_say():
    figure = ParameterSpace()
    x, density = figure._points()
    (low, high), (thin, wide) = figure.landscape["mu"], figure.landscape["sigma"]
    for path, *_, level in figure.landscape["contours"]:
        for px, py in re.findall(r"([\d.]+) ([\d.]+)", path)[::7]:
            mu = low + (float(px) - 32) / 360 * (high - low)
            sigma = thin + (412 - float(py)) / 180 * (wide - thin)
            around = [
                misfit(mu + right, sigma + up, x, density)
                for right in np.array([-0.3, 0.3]) / 360 * (high - low)
                for up in np.array([-0.3, 0.3]) / 180 * (wide - thin)
            ]
            assert min(around) < float(level) * 1.01 and float(level) < max(around) * 1.01


def test_the_best_fit_is_told_on_request_or_when_it_is_found():
    for state, told in (
        ({"mu": 66}, False),
        ({"mu": 66, "best": True}, True),
        ({"mu": 68.2, "sigma": 2.5}, True),
        ({"mu": 68.2, "sigma": 2.7}, False),
    ):
        figure = ParameterSpace(**state)
        row = dict(figure.describe().rows)["Least misfit"]
        assert row == ("0.00345 at (68.18, 2.541)" if told else "hidden")
        assert ('mlf-eigen" d="M' in figure.svg()) == told
        assert ("times the least" in figure.describe().sentence) <= told


def test_curves_that_leave_the_panel_are_cut_at_its_edge():
    for mu, sigma in ((68, 0.3), (60.7, 0.3), (74.7, 0.5), (66, 1.1)):
        figure = ParameterSpace(mu=mu, sigma=sigma)
        for d in re.findall(r'd="(M[^"]+)"', figure.svg()):
            assert all(float(y) >= 16 for y in re.findall(r"[\d.]+ ([\d.]+)", d))


@pytest.mark.parametrize("options", [{}, OTHER], ids=["galton", "other"])
def test_the_ways_down_go_down(options):
    x, density = ParameterSpace(**options)._points()

    def height(point: np.ndarray) -> float:
        return misfit(*point, x, density)

    for figure in figures(**options):
        slopes = approx_fprime([figure.mu, figure.sigma], height, 1e-7)
        said = figure.describe().sentence
        for slope, letter in zip(slopes, "μσ", strict=True):
            if abs(slope) > 1e-4 and "best fit" not in said:
                assert f"a {'larger' if slope < 0 else 'smaller'} {letter}" in said, figure


def test_the_static_picture_is_sound():
    for options in ({}, OTHER):
        for shape in ElementTree.fromstring(ParameterSpace(**options).svg()):
            assert shape.get("stroke") or shape.get("fill"), "colours without the style sheet"


@pytest.mark.parametrize("options", [{}, OTHER], ids=["galton", "other"])
def test_javascript_says_and_draws_the_same(in_javascript, same_shapes, options):
    every = figures(**options)
    living = in_javascript(
        """
        import { isTold, parameterSpace } from "./src/figures/parameter_space.js";
        import { panels, parameterBackground, parameterScene } from "./src/view/parameter_scene.js";
        """,
        "{said: parameterSpace.describe(...input), drawn: [input[1]].flatMap((options) => ["
        " ...parameterBackground(options, panels(options.landscape)),"
        " ...parameterScene(input[0], options, panels(options.landscape), isTold(...input))])}",
        [[figure.state(), figure.options()] for figure in every],
    )
    panels = Panels.of(every[0].options())
    still = parameter_background(every[0].options(), panels)
    for figure, live in zip(every, living, strict=True):
        said = figure.describe()
        assert [tuple(row) for row in live["said"]["rows"]] == list(said.rows), figure
        assert live["said"]["sentence"] == said.sentence, figure
        scene = parameter_scene(figure.state(), figure.options(), panels, figure.told())
        assert same_shapes([*still, *scene], live["drawn"]) == "", figure
