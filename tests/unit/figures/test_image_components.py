"""Image components in Python, and their live half: what they accept, say and draw."""

from __future__ import annotations

import gzip
import io
from base64 import b64decode
from xml.etree import ElementTree

import numpy as np
import pytest
import traitlets
from mlmath.data import grey_photograph
from mlmath.figures import ImageComponents
from mlmath.figures.image_parts import Chart, chart_background, chart_scene, grey_levels, png
from mlmath.figures.markup import figure_html
from PIL import Image

RNG = np.random.default_rng(6)
IMAGES = {
    "photograph": None,
    "tall noise": RNG.random((40, 13)),
    "one component": np.outer(np.linspace(0.1, 1, 9), np.linspace(1, 0.2, 11)),
    "white": np.ones((3, 200)),
    "small": np.array([[1, 0], [0, 0.5]]),
    "half black": np.repeat([[0.0], [0.8], [0.8]], 30, axis=1),
}


@pytest.fixture(scope="module", params=IMAGES)
def image(request) -> np.ndarray:
    """Return a picture."""
    found = IMAGES[request.param]
    return grey_photograph() if found is None else found


def states(image: np.ndarray) -> list[ImageComponents]:
    first = ImageComponents(image, k=1)
    most = len(first.picture["values"])
    return [
        ImageComponents(picture=first.picture, k=k, rest=rest)
        for k in sorted({*range(1, most + 1, max(1, most // 12)), most})
        for rest in (False, True)
    ]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"image": [1, 2]}, r"image must be a matrix .*; found shape \(2,\)"),
        ({"image": np.ones((1, 5))}, "image must have at least 2 rows and columns"),
        ({"image": np.ones((200, 300))}, "at most 45000; found shape"),
        ({"image": [[0, 2], [1, 1]]}, "grey levels from 0 to 1, not all 0; found 0 to 2"),
        ({"image": np.zeros((4, 4))}, "not all 0"),
        ({"image": [[0.0, np.nan], [1, 1]]}, "image must be finite"),
        ({"k": 0}, "k must be from 1 to 112; found 0"),
        ({"k": 113}, "k must be from 1 to 112"),
    ],
)
def test_bad_arguments_are_refused_by_name(arguments, message):
    with pytest.raises(traitlets.TraitError, match=message):
        ImageComponents(**arguments)


def test_what_is_drawn_is_the_best_picture_of_rank_k(image):
    u, s, vt = np.linalg.svd(image, full_matrices=False)
    for figure in states(image):
        sum_of_k = (u[:, : figure.k] * s[: figure.k]) @ vt[: figure.k]
        exact = np.clip(image - sum_of_k + 0.5 if figure.rest else sum_of_k, 0, 1)
        off = grey_levels(figure.picture, figure.k, figure.rest) - 255 * exact
        assert np.sqrt(np.mean(off**2)) < 1
        assert np.abs(off).max() < 4


def test_what_is_said_is_measured(image):
    u, s, vt = np.linalg.svd(image, full_matrices=False)
    for figure in states(image):
        sum_of_k = (u[:, : figure.k] * s[: figure.k]) @ vt[: figure.k]
        error = np.linalg.norm(image - sum_of_k) / np.linalg.norm(image)
        said = dict(figure.describe().rows)
        assert float(said["Relative error"]) == pytest.approx(error, abs=6e-4)
        kept = float(said["Squares kept"].removesuffix(" %"))
        assert kept == pytest.approx(100 * (1 - error**2), abs=6e-3)
        stored = u[:, : figure.k].size + figure.k + vt[: figure.k].size
        assert said["Numbers stored"].startswith(f"{stored} of {image.size} (")


def test_a_page_pays_little_for_a_photograph():
    assert len(gzip.compress(figure_html(ImageComponents().content()).encode(), 9)) < 45_000


def test_the_static_picture_is_what_is_drawn():
    figure = ImageComponents(k=7)
    levels = grey_levels(figure.picture, 7, rest=False)
    data = b64decode(png(levels).partition(",")[2])
    decoded = np.asarray(Image.open(io.BytesIO(data)))
    assert decoded.shape == levels.shape
    assert np.abs(decoded.astype(int) - levels).max() <= 4
    ElementTree.fromstring(figure.svg())


def test_javascript_says_and_draws_the_same(in_javascript, same_shapes, image):
    figures = states(image)
    options = figures[0].options()
    living = in_javascript(
        f"""
        import {{ imageComponents }} from "./src/figures/image_components.js";
        import {{ composer }} from "./src/maths/image_parts.js";
        import {{ chart, chartBackground, chartScene }} from "./src/view/components_scene.js";
        const picture = {options["picture"]!r};
        const compose = composer(picture);
        const view = chart(picture);
        """,
        "{said: imageComponents.describe(input, {picture}),"
        " drawn: [...chartBackground(picture, view), ...chartScene(input.k, picture, view)],"
        " levels: Buffer.from(compose(input.k, input.rest)).toString('base64')}",
        [figure.state() for figure in figures],
    )
    for figure, live in zip(figures, living, strict=True):
        said = figure.describe()
        assert [tuple(row) for row in live["said"]["rows"]] == list(said.rows), figure
        assert live["said"]["sentence"] == said.sentence, figure
        chart = Chart.of(figure.picture)
        still = chart_background(figure.picture, chart)
        still += chart_scene(figure.k, figure.picture, chart)
        assert same_shapes(still, live["drawn"]) == "", figure
        levels = np.frombuffer(b64decode(live["levels"]), np.uint8)
        wanted = grey_levels(figure.picture, figure.k, figure.rest).ravel()
        assert np.abs(levels.astype(int) - wanted).max() <= 1, figure
