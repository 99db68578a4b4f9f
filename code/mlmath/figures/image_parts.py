"""A picture taken apart into the components σᵢ uᵢ vᵢᵀ, shipped, and put together again.

The JavaScript twins are `code/frontend/src/maths/image_parts.js`, which puts together, and
`code/frontend/src/view/components_scene.js`, which draws the chart.
"""

from __future__ import annotations

import math
import struct
import zlib
from base64 import b64decode, b64encode
from collections.abc import Mapping
from typing import Any, NamedTuple

import numpy as np

from mlmath.figures.labels import Point
from mlmath.figures.shape_list import Shape, path
from mlmath.figures.wording import number

WIDTH = 400
LEFT, RIGHT = 52, 390
CHART = 78
"""How high the chart is."""

Picture = Mapping[str, Any]


def take_apart(image: np.ndarray) -> dict[str, Any]:
    """Return the components of a picture, as they are shipped.

    Each singular vector becomes whole numbers, the largest of them ±127; a component is
    `scales[i]` times the outer product of two such vectors.
    """
    left, values, right = np.linalg.svd(image, full_matrices=False)
    left = left.T
    signs = np.sign(np.take_along_axis(left, np.abs(left).argmax(axis=1)[:, None], axis=1))
    quantised, sizes = [], []
    for vectors in (left * signs, right * signs):
        size = np.abs(vectors).max(axis=1, keepdims=True)
        quantised.append(np.round(vectors / size * 127).astype(np.int8))
        sizes.append(size[:, 0] / 127)
    scales = values * sizes[0] * sizes[1]
    return {
        "rows": image.shape[0],
        "columns": image.shape[1],
        "values": [_short(value) for value in values],
        "scales": [_short(scale) for scale in scales],
        "left": b64encode(quantised[0].tobytes()).decode(),
        "right": b64encode(quantised[1].tobytes()).decode(),
    }


def _short(value: float) -> float:
    """Keep seven digits: more would depend on the machine."""
    return float(f"{value:.7g}")


def grey_levels(picture: Picture, k: int, rest: bool) -> np.ndarray:
    """Return the sum of the first k components, or what they leave out, as bytes."""
    left, right = (
        np.frombuffer(b64decode(picture[name]), np.int8).reshape(-1, picture[size])
        for name, size in (("left", "rows"), ("right", "columns"))
    )
    parts = slice(k, None) if rest else slice(k)
    scales = np.array(picture["scales"])[parts]
    levels = (left[parts].T * scales) @ right[parts].astype(float) + 0.5 * rest
    return np.floor(255 * np.clip(levels, 0, 1) + 0.5).astype(np.uint8)


def png(levels: np.ndarray) -> str:
    """Write grey levels as an address with a PNG in it, in steps of 8 to keep it small."""
    rows, columns = levels.shape
    coarse = np.minimum(levels // 8 * 8 + 4, 255).astype(np.uint8)
    lines = np.zeros((rows, columns + 1), np.uint8)  # each begins with its filter: 2, "up"
    lines[:, 0] = 2
    lines[:, 1:] = np.diff(coarse, axis=0, prepend=np.zeros((1, columns), np.uint8))
    head = struct.pack(">IIBBBBB", columns, rows, 8, 0, 0, 0, 0)
    chunks = [(b"IHDR", head), (b"IDAT", zlib.compress(lines.tobytes(), 9)), (b"IEND", b"")]
    data = b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        for name, body in chunks
    )
    return f"data:image/png;base64,{b64encode(data).decode()}"


def image_height(picture: Picture) -> int:
    """Return how high the picture is drawn."""
    return math.floor(WIDTH * picture["rows"] / picture["columns"] + 0.5)


class Chart(NamedTuple):
    """Where component i and the share of the first singular value are in the picture."""

    count: int
    top: float
    decades: int

    @classmethod
    def of(cls, picture: Picture) -> Chart:
        """Return the chart of a picture."""
        values = picture["values"]
        lowest = min(value for value in values if value > 0) / values[0]
        decades = min(4, max(1, math.ceil(-math.log10(lowest))))
        return cls(len(values), image_height(picture) + 34, decades)

    @property
    def height(self) -> float:
        """How high picture and chart are together."""
        return self.top + CHART + 24

    def point(self, i: float, share: float) -> Point:
        """Return where component i is, with this share of the first singular value."""
        level = min(self.decades, -math.log10(max(share, 1e-9)))
        across = (i - 1) / (self.count - 1)
        return (LEFT + (RIGHT - LEFT) * across, self.top + CHART * level / self.decades)


def chart_background(picture: Picture, chart: Chart) -> list[Shape]:
    """Return the axes of the chart and all singular values."""
    bottom = chart.top + CHART
    levels = [chart.top + CHART * i / chart.decades for i in range(chart.decades + 1)]
    grid = [[(LEFT, y), (RIGHT, y)] for y in levels]
    shapes = [Shape("path", "mlf-grid", {"d": path(*grid)})]
    for i, y in enumerate(levels):
        place = {"x": LEFT - 6, "y": y + 4}
        shapes.append(Shape("text", "mlf-tick mlf-tick-up", place, number(10.0**-i, 4)))
    step = next(
        k * 10**p for p in range(6) for k in (1, 2, 5) if chart.count / (k * 10**p) <= 8
    )
    marks = (i for i in range(step, chart.count + 1, step) if i > 1 and i - 1 >= step / 2)
    for i in (1, *marks):
        place = {"x": chart.point(i, 1)[0], "y": bottom + 16}
        shapes.append(Shape("text", "mlf-tick", place, number(i)))
    text = "singular values, as parts of the largest"
    place = {"x": (LEFT + RIGHT) / 2, "y": chart.top - 10}
    shapes.append(Shape("text", "mlf-tick", place, text))
    line = [chart.point(i, value) for i, value in enumerate(_shares(picture), 1)]
    shapes.append(Shape("path", "mlf-line mlf-thin mlf-residual", {"d": path(line)}))
    return shapes


def chart_scene(k: int, picture: Picture, chart: Chart) -> list[Shape]:
    """Return the singular values that are kept, and where they end."""
    kept = [chart.point(i, value) for i, value in enumerate(_shares(picture)[:k], 1)]
    x, y = kept[-1]
    ground = [(LEFT, chart.top + CHART), *kept, (x, chart.top + CHART)]
    return [
        Shape("path", "mlf-area mlf-output", {"d": path(ground) + "Z"}),
        Shape("path", "mlf-line mlf-output", {"d": path(kept)}),
        Shape("circle", "mlf-dot mlf-input", {"cx": x, "cy": y, "r": 6}),
    ]


def _shares(picture: Picture) -> list[float]:
    values = picture["values"]
    return [value / values[0] for value in values]
