"""The linear system: two equations in two unknowns, as two lines in the plane."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, NamedTuple

import traitlets

from mlmath.figures.base import Figure
from mlmath.figures.entries import limit_of, matrix_of, presets_of, vector_of
from mlmath.figures.frame import Frame, Line, background, chord, number_boxes
from mlmath.figures.labels import Obstacles, Point, place_labels
from mlmath.figures.markup import choice, element, number_field, svg
from mlmath.figures.shape_list import Shape, draw, path
from mlmath.figures.shapes import around, beside, label
from mlmath.figures.wording import Description, number, numbers

LARGEST = 100
"""The largest entry, in absolute value."""

CLOSE = 1e-9
"""Determinants this small, relative to the entries, are zero."""

PRESETS = {
    "one solution": (((2, 1), (1, -1)), (4, -1)),
    "no solution": (((1, 2), (1, 2)), (4, -2)),
    "one line twice": (((1, 2), (2, 4)), (2, 4)),
    "right angle": (((1, 3), (3, -1)), (5, 5)),
    "almost parallel": (((1, 2), (1, 2.1)), (2, 2.2)),
}
"""Systems to begin with."""

NAMES = ("first", "second")
ROLES = ("first-basis", "second-basis")


class Solutions(NamedTuple):
    """The solutions of a 2×2 system: how many, and the point if there is one."""

    count: str
    point: Point | None = None


class LinearSystem(Figure):
    """Two linear equations in two unknowns, drawn as two lines that the reader moves.

    Parameters
    ----------
    matrix : (2, 2) array_like
        The coefficients, one equation per row, from -100 to 100.
    b : (2,) array_like
        The right-hand sides.
    presets : bool or mapping from names to pairs (matrix, b)
        Systems to choose from: a usual set, none, or these.
    limit : float
        The picture shows the plane from -limit to limit, in both directions.

    Examples
    --------
    >>> figure = LinearSystem(matrix=[[2, 1], [1, -1]], b=[4, -1])
    >>> figure
    LinearSystem(matrix=((2, 1), (1, -1)), b=(4, -1))
    >>> figure.describe().sentence
    'The lines meet in one point, (1, 2): the system has exactly one solution.'
    """

    kind: ClassVar[str] = "linear-system"

    matrix = traitlets.Any(((2, 1), (1, -1))).tag(sync=True, state=True)
    b = traitlets.Any((4, -1)).tag(sync=True, state=True)
    presets = traitlets.Any(True).tag(sync=True, option=True)
    limit = traitlets.Float(5.0).tag(sync=True, option=True)

    def __init__(
        self, matrix: Any = ((2, 1), (1, -1)), b: Any = (4, -1), presets: Any = True, **settings
    ):
        super().__init__(matrix=matrix, b=b, presets=presets, **settings)

    @traitlets.validate("matrix")
    def _check_matrix(self, proposal: Mapping) -> tuple:
        return matrix_of(proposal["value"], "matrix", LARGEST, shape=(2, 2))

    @traitlets.validate("b")
    def _check_b(self, proposal: Mapping) -> tuple:
        return vector_of(proposal["value"], "b", LARGEST, size=2)

    @traitlets.validate("presets")
    def _check_presets(self, proposal: Mapping) -> tuple:
        return presets_of(proposal["value"], PRESETS, _system)

    @traitlets.validate("limit")
    def _check_limit(self, proposal: Mapping) -> float:
        return limit_of(proposal["value"], 1, LARGEST)

    def lines(self) -> tuple[Line, Line]:
        """Return both equations a x₁ + b x₂ = c as triples (a, b, c)."""
        first, second = ((*row, c) for row, c in zip(self.matrix, self.b, strict=True))
        return first, second

    def svg(self) -> str:
        """Return the static picture of the present state."""
        frame = Frame((0, 0), self.limit)
        shapes = [*background(frame), *system_scene(self.lines(), frame)]
        return svg(
            *draw(shapes), width=frame.side, height=frame.side, label=system_title(self.lines())
        )

    def controls(self) -> str:
        """Return the two equations with fields for their numbers, and the presets."""
        equations = []
        for i, (name, role) in enumerate(zip(NAMES, ROLES, strict=True)):
            field = {"limits": (-LARGEST, LARGEST), "role": f"mlf-{role}"}
            parts = []
            for j, unknown in enumerate(("x₁ +", "x₂ =")):
                spoken = f"{name} equation, coefficient of x{'₁₂'[j]}"
                parts.append(
                    number_field(f"matrix.{i}.{j}", spoken, self.matrix[i][j], **field)
                )
                parts.append(element("span", unknown, class_="mlf-symbol"))
            parts.append(
                number_field(f"b.{i}", f"{name} equation, right-hand side", self.b[i], **field)
            )
            equations.append(element("div", *parts, class_="mlf-system-equation"))
        if not self.presets:
            return "".join(equations)
        names = [name for name, _ in self.presets]
        chosen = next(
            (name for name, system in self.presets if system == (self.matrix, self.b)), ""
        )
        presets = choice("preset", "Try a system", names, chosen)
        return "".join(equations) + element("div", presets, class_="mlf-row")

    def describe(self) -> Description:
        """Return in words what the figure shows now."""
        lines = self.lines()
        found = solutions(lines)
        point = f": {numbers(found.point)}" if found.point else ""
        rows = (
            ("Equation 1", equation(lines[0])),
            ("Equation 2", equation(lines[1])),
            ("Determinant", _determinant_words(lines)),
            ("Solutions", found.count + point),
        )
        return Description(rows, _sentence(lines, found, self.limit))


def solutions(lines: tuple[Line, Line]) -> Solutions:
    """Return how many points satisfy both equations, by Cramer's rule.

    Examples
    --------
    >>> solutions(((2, 1, 4), (1, -1, -1)))
    Solutions(count='one', point=(1.0, 2.0))
    >>> solutions(((1, 2, 4), (2, 4, 8)))
    Solutions(count='infinitely many', point=None)
    """
    (a, b, c), (d, e, f) = lines
    if not is_singular(lines):
        determinant = a * e - b * d
        return Solutions("one", ((c * e - b * f) / determinant, (a * f - c * d) / determinant))
    first, second = max(abs(a), abs(b)), max(abs(d), abs(e))
    if (first == 0 and c != 0) or (second == 0 and f != 0):
        return Solutions("none")
    near = CLOSE * (first * abs(f) + second * abs(c))
    same = abs(a * f - c * d) <= near and abs(b * f - c * e) <= near
    return Solutions("infinitely many" if same else "none")


def is_singular(lines: tuple[Line, Line]) -> bool:
    """Return whether the determinant is zero, but for rounding."""
    (a, b, _), (d, e, _) = lines
    return abs(a * e - b * d) <= CLOSE * max(abs(a), abs(b)) * max(abs(d), abs(e))


def equation(line: Line) -> str:
    """Write an equation.

    Examples
    --------
    >>> equation((2, -1, 4)), equation((-1, 0, 0.5)), equation((0, 0, 3))
    ('2x₁ − x₂ = 4', '−x₁ = 0.5', '0 = 3')
    """
    text = ""
    for value, name in zip(line, ("x₁", "x₂"), strict=False):
        if value == 0:
            continue
        size = number(abs(value))
        sign = ("−" if value < 0 else "") if not text else (" − " if value < 0 else " + ")
        text += f"{sign}{'' if size == '1' else size}{name}"
    return f"{text or '0'} = {number(line[2])}"


def system_title(lines: tuple[Line, Line]) -> str:
    """Return what the picture is of."""
    return f"The lines {equation(lines[0])} and {equation(lines[1])}"


def system_scene(lines: tuple[Line, Line], frame: Frame) -> list[Shape]:
    """Return both lines, the solution and their labels."""
    shapes, labels, texts, segments = [], [], [], []
    for i, line in enumerate(lines):
        found = chord(line, frame)
        ends = tuple(map(frame.to_picture, found)) if found else None
        dash = " mlf-dashed" if i else ""
        shapes.append(
            Shape(
                "path",
                f"mlf-line mlf-{ROLES[i]}{dash}",
                {"d": path(ends) if ends else ""},
            )
        )
        if ends:
            segments.append(ends)
            labels.append(beside(ends, 52))
            texts.append((f"line {i + 1}", f"mlf-{ROLES[i]}"))
    point = solutions(lines).point
    discs = []
    if point and max(map(abs, point)) <= frame.limit:
        x, y = frame.to_picture(point)
        text = numbers(point)
        discs.append(((x, y), 7))
        labels.append(around((x, y), (1, 0), 10, 9 * len(text)))
        texts.append((text, "mlf-input"))
        shapes.append(Shape("circle", "mlf-dot mlf-input", {"cx": x, "cy": y, "r": 6}))
    obstacles = Obstacles(frame.side, segments, discs, number_boxes(frame))
    centres = place_labels(labels, obstacles)
    for (text, role), centre in zip(texts, centres, strict=True):
        shapes.append(label(text, centre, role))
    return shapes


def _determinant_words(lines: tuple[Line, Line]) -> str:
    if is_singular(lines):
        return "0"
    (a, b, _), (d, e, _) = lines
    text = number(a * e - b * d)
    return "almost 0" if text == "0" else text


def _sentence(lines: tuple[Line, Line], found: Solutions, limit: float) -> str:
    if found.point:
        text = (
            f"The lines meet in one point, {numbers(found.point)}: "
            "the system has exactly one solution."
        )
        outside = max(map(abs, found.point)) > limit
        return f"{text} It lies outside the picture." if outside else text
    empty = [a == 0 and b == 0 for a, b, _ in lines]
    for i, (_, _, c) in enumerate(lines):
        if empty[i] and c != 0:
            return (
                f"Equation {i + 1} says {equation(lines[i])}, "
                "which no point satisfies: the system has no solution."
            )
    if all(empty):
        return "Both equations say 0 = 0: every point of the plane is a solution."
    if any(empty):
        one = empty.index(True) + 1
        return (
            f"Equation {one} says 0 = 0, which every point satisfies: "
            f"the solutions are the points of line {3 - one}."
        )
    if found.count == "none":
        return "The lines are parallel and never meet: the system has no solution."
    return "Both equations describe one and the same line: each of its points is a solution."


def _system(value: tuple[Any, Any], name: str) -> tuple[tuple, tuple]:
    matrix, b = value
    return (
        matrix_of(matrix, name, LARGEST, shape=(2, 2)),
        vector_of(b, name, LARGEST, size=2),
    )
