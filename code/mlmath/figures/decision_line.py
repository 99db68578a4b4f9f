"""The decision line: a perceptron with two inputs, and the points that it has to tell apart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

import traitlets

from mlmath.figures.base import Figure
from mlmath.figures.decision_scene import decision_scene
from mlmath.figures.entries import matrix_of, vector_of
from mlmath.figures.frame import Frame, background
from mlmath.figures.markup import button, choice, element, number_field, svg
from mlmath.figures.perceptron_rule import mistakes, most_right
from mlmath.figures.shape_list import draw
from mlmath.figures.wording import Description, number, numbers

LARGEST = 100
MOST_POINTS = 40
MOST_NAMED = 3  # mistakes that the sentence names

CORNERS = ((0, 0), (0, 1), (1, 0), (1, 1))

GATES = {
    "AND": (0, 0, 0, 1),
    "OR": (0, 1, 1, 1),
    "XOR": (0, 1, 1, 0),
    "NAND": (1, 1, 1, 0),
}
"""What each gate answers at the four corners."""


class DecisionLine(Figure):
    """A perceptron's line w·x + b = 0 among points of two classes, 0 and 1.

    The perceptron answers 1 where w·x + b is greater than 0, otherwise 0.

    Parameters
    ----------
    points : (N, 2) array_like
        Where the points are; at most 40. By default the corners of the unit square, the four
        possible inputs of a gate.
    targets : (N,) sequence of 0 and 1
        The class of each point.
    weights : (2,) array_like
        The weight vector w, entries from -100 to 100.
    bias : float
        The bias b.
    gates : bool
        Whether the reader may choose among AND, OR, XOR and NAND; only for the corners.

    Examples
    --------
    >>> figure = DecisionLine(targets=[0, 0, 0, 1], weights=[1, 1], bias=-1.5)
    >>> figure.describe().sentence
    'All 4 points are on the right side: the line separates the two classes.'
    >>> figure.targets = [0, 1, 1, 0]
    >>> dict(figure.describe().rows)["Best line"]
    '3 of 4 right'
    """

    kind: ClassVar[str] = "decision-line"

    targets = traitlets.Any(GATES["AND"]).tag(sync=True, state=True)
    weights = traitlets.Any((1, 1)).tag(sync=True, state=True)
    bias = traitlets.Float(-0.5).tag(sync=True, state=True)
    points = traitlets.Any(CORNERS).tag(sync=True, option=True)
    gates = traitlets.Bool(True).tag(sync=True, option=True)
    centre = traitlets.Any((0.5, 0.5)).tag(sync=True, option=True)
    limit = traitlets.Float(1.25).tag(sync=True, option=True)

    def __init__(
        self,
        points: Sequence[Sequence[float]] = CORNERS,
        targets: Sequence[int] | None = None,
        weights: Sequence[float] = (1, 1),
        bias: float = -0.5,
        gates: bool = True,
        **widget: Any,
    ):
        # Traits are validated in no order of theirs: what others hang on is made good first.
        points = _points(points)
        if targets is None:
            targets = GATES["AND"] if points == CORNERS else (0,) * len(points)
        widget["centre"], widget["limit"] = _frame(points)
        super().__init__(
            points=points,
            targets=targets,
            weights=weights,
            bias=bias,
            gates=gates and points == CORNERS,
            **widget,
        )

    @traitlets.validate("targets")
    def _check_targets(self, proposal: Mapping) -> tuple[int, ...]:
        targets = vector_of(proposal["value"], "targets", 1, size=len(self.points))
        if not set(targets) <= {0, 1}:
            raise traitlets.TraitError(f"targets must be 0 or 1 each; found {targets}")
        return targets

    @traitlets.validate("weights")
    def _check_weights(self, proposal: Mapping) -> tuple:
        return vector_of(proposal["value"], "weights", LARGEST, size=2)

    @traitlets.validate("bias")
    def _check_bias(self, proposal: Mapping) -> float:
        (bias,) = vector_of([proposal["value"]], "bias", LARGEST)
        return bias

    def svg(self) -> str:
        """Return the static picture of the present state."""
        frame = Frame(tuple(self.centre), self.limit)
        scene = decision_scene(self.points, self.targets, self.weights, self.bias, frame)
        return svg(
            *draw([*background(frame), *scene]),
            width=frame.side,
            height=frame.side,
            label=decision_title(self.points, self.targets),
        )

    def controls(self) -> str:
        """Return the weights and the bias, typed, the gates, and the perceptron's step."""
        limits = (-LARGEST, LARGEST)
        fields = [
            number_field(
                f"weights.{i}", f"w{'₁₂'[i]}", self.weights[i], limits=limits, role="mlf-output"
            )
            for i in (0, 1)
        ]
        bias = number_field("bias", "b", self.bias, limits=limits, role="mlf-output")
        equation = element(
            "div",
            element("span", "<b>w</b> =", class_="mlf-symbol"),
            element("div", *fields, class_="mlf-bracket mlf-matrix"),
            element("span", "<i>b</i> =", class_="mlf-symbol"),
            element("div", bias, class_="mlf-bracket"),
            class_="mlf-equation",
        )
        row = [button("step", "Perceptron step")]
        if self.gates:
            chosen = next((name for name, t in GATES.items() if t == self.targets), "")
            row.append(choice("gate", "Choose a gate", tuple(GATES), chosen))
        return equation + element("div", *row, class_="mlf-row")

    def describe(self) -> Description:
        """Return in words what the figure shows now."""
        wrong = mistakes(self.points, self.targets, self.weights, self.bias)
        n_points = len(self.points)
        best = most_right(self.points, self.targets)
        rows = (
            ("Line", _line_words(self.weights, self.bias)),
            ("Now", f"{n_points - len(wrong)} of {n_points} right"),
            ("Best line", f"{best} of {n_points} right"),
        )
        text = "" if any(self.weights) else _no_line_words(self.bias)
        return Description(rows, (text + self._verdict(wrong, best)).strip())

    def _verdict(self, wrong: list[int], best: int) -> str:
        n_points = len(self.points)
        if not wrong:
            if len(set(self.targets)) == 1 or not any(self.weights):
                return f"All {n_points} points get the right answer."
            return (
                f"All {n_points} points are on the right side: "
                "the line separates the two classes."
            )
        if len(wrong) > MOST_NAMED:
            text = f"{len(wrong)} points are on the wrong side."
        else:
            named = [f"{numbers(self.points[i])} should be {self.targets[i]}" for i in wrong]
            text = f"Wrong: {', '.join(named)}."
        if n_points - len(wrong) == best:
            return f"{text} No line does better."
        return text


def decision_title(points: Sequence[Sequence[float]], targets: Sequence[int]) -> str:
    """Return what the picture is of."""
    ones = sum(targets)
    return (
        f"{len(points)} points, {ones} of class 1 and {len(points) - ones} of class 0, "
        "and the line of a perceptron; on its shaded side the answer is 1"
    )


def _points(value: Any) -> tuple[tuple[float, ...], ...]:
    points = matrix_of(value, "points", LARGEST)
    if not 1 <= len(points) <= MOST_POINTS or len(points[0]) != 2:
        raise traitlets.TraitError(
            f"points must be 1 to {MOST_POINTS} pairs of numbers; "
            f"found {len(points)} of length {len(points[0]) if points else 0}"
        )
    return points


def _frame(points: Sequence[Sequence[float]]) -> tuple[tuple[float, float], float]:
    """Return the middle of the picture, and how far it reaches from there."""
    lows, highs = map(min, zip(*points, strict=True)), map(max, zip(*points, strict=True))
    spans = list(zip(lows, highs, strict=True))
    half = max((high - low) / 2 for low, high in spans)
    (left, right), (bottom, top) = spans
    return ((left + right) / 2, (bottom + top) / 2), 1.5 * half + 0.5


def _line_words(weights: Sequence[float], bias: float) -> str:
    text = ""
    for value, name in zip((*weights, bias), ("x₁", "x₂", ""), strict=True):
        if value == 0:
            continue
        size = number(abs(value))
        sign = ("−" if value < 0 else "") if not text else (" − " if value < 0 else " + ")
        text += f"{sign}{'' if size == '1' and name else size}{name}"
    return f"{text} = 0" if any(weights) else "none, w is zero"


def _no_line_words(bias: float) -> str:
    return f"With w = 0 there is no line: every answer is {1 if bias > 0 else 0}. "
