"""The picture of a decision line: points of two classes, the line, its normal vector.

The JavaScript twin is `code/frontend/src/view/decision_scene.js`.
"""

from __future__ import annotations

from collections.abc import Sequence

from mlmath.figures.frame import Frame, chord, cut, number_boxes
from mlmath.figures.labels import Label, Obstacles, Point, place_labels
from mlmath.figures.perceptron_rule import mistakes
from mlmath.figures.shape_list import Shape, path
from mlmath.figures.shapes import around, arrow, label, tidy

LONGEST = 3
"""A weight vector of this length reaches from the middle of the picture to its edge."""


def anchor(weights: Sequence[float], bias: float, frame: Frame) -> Point | None:
    """Return where on the line the weight vector is drawn; None if no line can be seen."""
    a, b = weights
    cx, cy = frame.centre
    if a == 0 and b == 0:
        return frame.centre
    ends = chord((a, b, -bias), frame)
    if not ends:
        return None
    off = (a * cx + b * cy + bias) / (a * a + b * b)
    foot = (-off * a, -off * b)
    if max(abs(foot[0]), abs(foot[1])) <= 0.8 * frame.limit:
        return (cx + foot[0], cy + foot[1])
    return ((ends[0][0] + ends[1][0]) / 2, (ends[0][1] + ends[1][1]) / 2)


def decision_scene(
    points: Sequence[Point],
    targets: Sequence[int],
    weights: Sequence[float],
    bias: float,
    frame: Frame,
) -> list[Shape]:
    """Return the shapes of the picture."""
    ends = chord((*weights, -bias), frame)
    seen = [frame.to_picture(end) for end in ends] if ends else []
    side = positive_side(weights, bias, frame)
    shapes = [
        Shape("path", "mlf-area mlf-output", {"d": path(side) + "Z" if side else ""}),
        Shape("path", "mlf-line mlf-output", {"d": path(seen) if seen else ""}),
    ]
    labels: list[Label] = []
    texts: list[tuple[str, str]] = []
    discs = []
    foot = anchor(weights, bias, frame)
    if foot and any(weights):
        scale = frame.limit / LONGEST
        tip = (foot[0] + scale * weights[0], foot[1] + scale * weights[1])
        shown = cut(foot, tip, frame) or [frame.to_picture(foot)] * 2
        shapes += arrow(shown[0], shown[1], "output")
        ahead = (shown[1][0] - shown[0][0], shown[1][1] - shown[0][1])
        labels.append(around(tidy(shown[1]), ahead, 15, 14))
        texts.append(("w", "mlf-output mlf-bold"))
        discs += [(tidy(shown[1]), 13), (tidy(shown[0]), 13)]
    wrong = mistakes(points, targets, weights, bias)
    for i, (point, target) in enumerate(zip(points, targets, strict=True)):
        x, y = tidy(frame.to_picture(point))
        if i in wrong:
            shapes.append(Shape("circle", "mlf-line mlf-eigen", {"cx": x, "cy": y, "r": 16}))
        classes = "mlf-dot mlf-ink" if target else "mlf-hollow mlf-ink"
        shapes.append(Shape("circle", classes, {"cx": x, "cy": y, "r": 8}))
        labels.append(around((x, y), (1, -1), 18 if i in wrong else 10, 10))
        texts.append((str(target), "mlf-ink"))
        discs.append(((x, y), 8))
    segments = [(tidy(seen[0]), tidy(seen[1]))] if seen else []
    obstacles = Obstacles(frame.side, segments, discs, number_boxes(frame))
    centres = place_labels(labels, obstacles)
    for (text, classes), centre in zip(texts, centres, strict=True):
        shapes.append(label(text, centre, classes))
    return shapes


def positive_side(weights: Sequence[float], bias: float, frame: Frame) -> list[Point]:
    """Return the part of the picture where the answer is 1, corner by corner."""
    (cx, cy), limit = frame.centre, frame.limit
    corners = [
        (cx + across * limit, cy + up * limit)
        for across, up in ((-1, -1), (1, -1), (1, 1), (-1, 1))
    ]
    values = [weights[0] * x + weights[1] * y + bias for x, y in corners]
    found = []
    for i, (corner, value) in enumerate(zip(corners, values, strict=True)):
        before, was = corners[i - 1], values[i - 1]
        if (was > 0) != (value > 0):
            t = was / (was - value)
            found.append(
                (
                    before[0] + t * (corner[0] - before[0]),
                    before[1] + t * (corner[1] - before[1]),
                )
            )
        if value > 0:
            found.append(corner)
    return [frame.to_picture(corner) for corner in found]
