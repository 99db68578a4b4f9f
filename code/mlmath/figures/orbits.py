"""Orbits of a map of the plane: computed, drawn, and what becomes of them in words.

The JavaScript twins are `code/frontend/src/maths/orbits.js`, `src/view/portrait_scene.js` and
`src/figures/phase_portrait_words.js`.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from mlmath.figures.frame import Frame, chord, number_boxes
from mlmath.figures.labels import Obstacles, Point, place_labels
from mlmath.figures.plane_map import Spectrum, spectrum
from mlmath.figures.shape_list import Shape, path
from mlmath.figures.shapes import around, beside, label
from mlmath.figures.wording import number, numbers

Matrix = Sequence[Sequence[float]]

CLOSE = 1e-6
"""A |λ| this near to 1 (relative to the entries, if they are large) is 1."""

REACH = 20
"""Orbits are drawn until they are this many times as far away as the edge."""


def orbit(A: Matrix, x: Sequence[float], steps: int) -> list[Point]:
    """Return x, Ax, …, Aⁿx.

    Written out, so that the live figure gets the same digits.

    Examples
    --------
    >>> orbit(((0, -1), (1, 0)), (2, 1), 2)
    [(2, 1), (-1, 2), (-2, -1)]
    """
    (a, b), (c, d) = A
    points = [(x[0], x[1])]
    for _ in range(steps):
        u, v = points[-1]
        points.append((a * u + b * v, c * u + d * v))
    return points


def magnitudes(A: Matrix) -> tuple[float, float]:
    """Return |λ₁| ≥ |λ₂|; those that are 1 but for rounding are 1."""
    found = _spectrum(A)
    near = CLOSE * max(1.0, max(abs(entry) for row in A for entry in row))
    sizes = [abs(value) for value in found.eigenvalues]
    first, second = sorted((1.0 if abs(s - 1) <= near else s for s in sizes), reverse=True)
    return first, second


def _spectrum(A: Matrix) -> Spectrum:
    return spectrum(np.array(A, dtype=float))


def magnitude_words(A: Matrix) -> str:
    """Write both |λ|."""
    first, second = map(number, magnitudes(A))
    return f"{first} (both)" if first == second else f"{first} and {second}"


def behaviour(A: Matrix) -> str:
    """Say what becomes of the orbits.

    Examples
    --------
    >>> behaviour(((0.5, 0), (0, 0.2)))
    'Stable: both eigenvalues are smaller than 1 in size, so that every orbit ends at the origin.'
    """
    found = _spectrum(A)
    first, second = magnitudes(A)
    if found.eigenvalues[0].imag:
        return _turning(found, first)
    if first < 1:
        return (
            "Stable: both eigenvalues are smaller than 1 in size, "
            "so that every orbit ends at the origin."
        )
    if second > 1:
        return (
            "Unstable: both eigenvalues are larger than 1 in size, so that every orbit leaves, "
            "but that of the origin."
        )
    if first > 1 > second:
        return (
            "Saddle: orbits come in along the eigenline of the eigenvalue that is below 1 "
            "in size, and leave along that of the other."
        )
    one, other = (value.real for value in found.eigenvalues)
    if first > 1:
        fixed = one if abs(one) < abs(other) else other
        return f"Unstable: {_kept(fixed)}, and all other orbits leave."
    if second < 1:
        fixed = one if abs(one) > abs(other) else other
        return f"Both at once: {_kept(fixed)}, and all other orbits end there."
    if not found.double:
        return "A mirror, straight or oblique: two steps bring every point back."
    if found.every_line:
        if one > 0:
            return "The identity: every point stays where it is."
        return "A half turn: two steps bring every point back."
    if one > 0:
        return (
            "A shear: the points of the eigenline stay, and all others drift along it, "
            "as far with every step."
        )
    return (
        "A shear that turns everything over: the points of the eigenline come back "
        "after two steps, and all others drift away."
    )


def _turning(found: Spectrum, size: float) -> str:
    value = found.eigenvalues[0]
    degrees = number(math.degrees(math.atan2(abs(value.imag), value.real)), 1)
    turn = f"λ turns by {degrees}° with every step"
    if size < 1:
        return f"Spiral in: {turn} and its size is below 1, so that every orbit ends at the origin."
    if size > 1:
        return (
            f"Spiral out: {turn} and its size is above 1, so that every orbit leaves, "
            "but that of the origin."
        )
    return (
        f"Centre: {turn} and its size is 1, so that every orbit stays on an ellipse of its own."
    )


def _kept(value: float) -> str:
    if value > 0:
        return "the points of the eigenline with λ = 1 stay"
    return "the points of the eigenline with λ = −1 change sides"


def portrait_title(A: Matrix) -> str:
    """Return what the picture is of."""
    return f"Orbits of the map with rows {numbers(A[0])} and {numbers(A[1])}"


def portrait_scene(
    A: Matrix,
    x: Sequence[float],
    steps: int,
    starts: Sequence[Sequence[float]],
    frame: Frame,
    eigenlines: bool,
) -> list[Shape]:
    """Return the eigenlines, the orbits of `starts` and that of `x`, with labels."""
    shapes, labels, texts, segments = [], [], [], []
    found = _spectrum(A)
    lines = found.directions if eigenlines else []
    for direction, value in zip(lines, found.eigenvalues, strict=False):
        ends = chord((direction[1], -direction[0], 0), frame)
        shown = (frame.to_picture(ends[0]), frame.to_picture(ends[1]))
        shapes.append(
            Shape("path", "mlf-line mlf-thin mlf-dashed mlf-eigen", {"d": path(shown)})
        )
        segments.append(shown)
        text = f"λ = {number(value.real)}"
        labels.append(beside(shown, 9 * len(text)))
        texts.append((text, "mlf-small mlf-eigen"))
    others = [_drawn(orbit(A, start, steps), frame) for start in starts]
    shapes.append(
        Shape("path", "mlf-line mlf-thin mlf-residual mlf-orbit", {"d": path(*others)})
    )
    dots = [[point, point] for points in others for point in points[1:]]
    shapes.append(Shape("path", "mlf-points mlf-residual", {"d": path(*dots)}))
    for start in starts:
        cx, cy = frame.to_picture(start)
        shapes.append(
            Shape("circle", "mlf-hollow mlf-thin mlf-residual", {"cx": cx, "cy": cy, "r": 4})
        )
    own = _drawn(orbit(A, x, steps), frame)
    shapes.append(Shape("path", "mlf-line mlf-output", {"d": path(own)}))
    shapes.append(
        Shape(
            "path",
            "mlf-points mlf-points-large mlf-output",
            {"d": path(*([point, point] for point in own[1:]))},
        )
    )
    at = frame.to_picture(x)
    shapes.append(Shape("circle", "mlf-dot mlf-input", {"cx": at[0], "cy": at[1], "r": 6}))
    discs = [(at, 8), *((point, 5) for point in own[1:])]
    labels.insert(0, around(at, (at[0] - frame.side / 2, at[1] - frame.side / 2), 10, 12))
    texts.insert(0, ("x", "mlf-bold mlf-input"))
    obstacles = Obstacles(frame.side, segments, discs, number_boxes(frame))
    centres = place_labels(labels, obstacles)
    for (text, role), centre in zip(texts, centres, strict=True):
        shapes.append(label(text, centre, role))
    return shapes


def _drawn(points: list[Point], frame: Frame) -> list[Point]:
    """Return the part of an orbit that is drawn, in the picture."""
    shown = []
    for point in points:
        shown.append(frame.to_picture(point))
        if max(map(abs, point)) > REACH * frame.limit:
            break
    return shown
