"""The Gram–Schmidt process in space, one step at a time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, NamedTuple

import traitlets

from mlmath.figures.markup import button, element
from mlmath.figures.shape_list import Shape
from mlmath.figures.space import (
    CLOSE,
    ORIGIN,
    Camera,
    Vector,
    along,
    cross,
    dot,
    length,
    plane_in_box,
)
from mlmath.figures.space_figure import SpaceFigure, combination, enough, flat
from mlmath.figures.space_scene import SpaceScene
from mlmath.figures.three_vectors import NAMES, ROLES, vectors_title
from mlmath.figures.wording import Description, number, numbers

STEPS = 6
Q_NAMES = ("q₁", "q₂", "q₃")
W_NAMES = ("w₁", "w₂", "w₃")
SPANNED = ("", "line", "plane")


class Step(NamedTuple):
    """One step: what it works on, what it subtracts or divides by, and what comes out.

    Parameters
    ----------
    which : int
        The vector that it works on: 0, 1 or 2.
    on : int or None
        The vector q whose direction is subtracted; None if a length is set to 1.
    before, after : vectors
        What it finds and what it leaves; `after` is None where there is no direction.
    amount : float
        How many q are subtracted, or the length that is divided by.
    """

    which: int
    on: int | None
    before: Vector
    after: Vector | None
    amount: float


class GramSchmidtSteps(SpaceFigure):
    """A stepper: three vectors of space become orthonormal, one step after the other.

    Parameters
    ----------
    vectors : (3, 3) array_like
        The vectors, one per row.
    step : int
        How many of the six steps have been taken.
    limit : float
        How far the axes go, and the largest entry; large enough for the vectors if not given.
    view : (azimuth, elevation)
        Where the scene is seen from, in degrees.

    Examples
    --------
    >>> figure = GramSchmidtSteps(vectors=((0, 2, 0), (1, 1, 0), (0, 1, 3)), step=2)
    >>> figure.describe().sentence
    'Subtract from v₂ its shadow on q₁, which is q₁: w₂ = (1, 0, 0) is perpendicular to q₁.'
    """

    kind: ClassVar[str] = "gram-schmidt-steps"

    vectors = traitlets.Any(((1, 1, 0), (1, 0, 1), (0, 1, 1))).tag(sync=True, state=True)
    step = traitlets.Int(0).tag(sync=True, state=True)

    def __init__(
        self,
        vectors: Any = ((1, 1, 0), (1, 0, 1), (0, 1, 1)),
        limit: float | None = None,
        **settings: Any,
    ):
        limit = enough(*flat(vectors)) if limit is None else limit
        super().__init__(limit=limit, vectors=vectors, **settings)

    @traitlets.default("view")
    def _first_view(self) -> tuple[int, int]:
        return 60, 25

    @traitlets.validate("vectors")
    def _check_vectors(self, proposal: Mapping) -> tuple:
        return self.entries(proposal["value"], "vectors")

    @traitlets.validate("step")
    def _check_step(self, proposal: Mapping) -> int:
        if not 0 <= proposal["value"] <= STEPS:
            raise traitlets.TraitError(
                f"step must be from 0 to {STEPS}; found {proposal['value']}"
            )
        return proposal["value"]

    def scene(self) -> list[Shape]:
        """Return the shapes of the picture."""
        return steps_scene(self.vectors, self.step, self.camera())

    def title(self) -> str:
        """Return what the picture is of."""
        return f"{vectors_title(self.vectors)} after {self.step} of {STEPS} steps"

    def controls(self) -> str:
        """Return the buttons of the steps, the view and the fields of the vectors."""
        steps = element(
            "div", button("next", "Next step"), button("back", "Back"), class_="mlf-row"
        )
        rows = (
            self.vector_row(f"vectors.{i}", NAMES[i], v, ROLES[i])
            for i, v in enumerate(self.vectors)
        )
        return steps + self.view_controls() + "".join(rows)

    def describe(self) -> Description:
        """Return in words what the figure shows now."""
        taken = steps(self.vectors)[: self.step]
        found = directions(taken)
        left: dict[int, str] = {
            one.which: numbers(one.after) for one in taken if _subtracts(one)
        }
        known = [q for q in found if q]
        products = [
            f"{Q_NAMES[i]}·{Q_NAMES[j]} = {number(dot(found[i], found[j]))}"
            for i, j in ((0, 1), (0, 2), (1, 2))
            if j < len(found) and found[i] and found[j]
        ]

        def q(i: int) -> str:
            return "not yet" if i >= len(found) else numbers(found[i]) if found[i] else "none"

        rows = (
            ("Step", f"{self.step} of {STEPS}"),
            ("q₁", q(0)),
            ("w₂", left.get(1, "not yet")),
            ("q₂", q(1)),
            ("w₃", left.get(2, "not yet")),
            ("q₃", q(2)),
            ("Dot products", ", ".join(products) or "not yet"),
        )
        if not taken:
            return Description(
                rows,
                "No step has been taken. Each vector will lose its shadows on those before it; "
                "then its length is set to 1.",
            )
        text = _sentence(taken[-1], found)
        if self.step == STEPS:
            text += _outcome(found, len(known))
        return Description(rows, text)


def _subtracts(step: Step) -> bool:
    return step.on is not None


def steps(vectors: Sequence[Vector]) -> list[Step]:
    """Return the six steps of the process.

    Examples
    --------
    >>> first = steps(((2, 0, 0), (1, 1, 0), (0, 0, 1)))[0]
    >>> first.amount, first.after
    (2.0, (1.0, 0.0, 0.0))
    """
    taken: list[Step] = []
    found: list[Vector | None] = []
    for which, v in enumerate(vectors):
        rest: Vector = v
        for on, q in enumerate(found):
            amount = dot(q, rest) if q else 0.0
            if abs(amount) <= CLOSE * length(v):
                amount = 0.0
            after = along(rest, -amount, q) if q else rest
            if length(after) <= CLOSE * length(v):
                after = ORIGIN
            taken.append(Step(which, on, rest, after, amount))
            rest = after
        size = length(rest)
        unit = along(ORIGIN, 1 / size, rest) if size else None
        taken.append(Step(which, None, rest, unit, size))
        found.append(unit)
    return taken


def directions(taken: Sequence[Step]) -> list[Vector | None]:
    """Return the vectors q that some steps have found; None for each that there is not."""
    return [one.after for one in taken if not _subtracts(one)]


def _sentence(step: Step, found: Sequence[Vector | None]) -> str:
    which, on, before, after, amount = step
    v, w, q = NAMES[which], W_NAMES[which], Q_NAMES[which]
    if on is None:
        name = w if which else v
        if after:
            return f"Divide {name} by its length {number(amount)}: {q} = {numbers(after)}."
        if not which:
            return "v₁ is the zero vector. It has no direction: there is no q₁."
        return f"Nothing is left of {v}: it brings no new direction, and there is no {q}."
    p = Q_NAMES[on]
    name = w if on else v
    if not found[on]:
        return f"There is no {p}: nothing is subtracted from {name}."
    if amount == 0:
        if not any(before):
            return f"There is nothing left of {v} to subtract from."
        return f"{name} is perpendicular to {p} already: its shadow on {p} is zero."
    text = f"Subtract from {name} its shadow on {p}, which is {_multiple(amount, p)}: "
    if not any(after):
        return f"{text}nothing is left."
    all_found = [Q_NAMES[i] for i in range(on + 1) if found[i]]
    return f"{text}{w} = {numbers(after)} is perpendicular to {' and '.join(all_found)}."


def _multiple(amount: float, name: str) -> str:
    return f"0{name}" if number(amount) == "0" else combination([amount], [name])


def _outcome(found: Sequence[Vector | None], count: int) -> str:
    names = [name for name, q in zip(Q_NAMES, found, strict=True) if q]
    if count == 3:
        return " q₁, q₂ and q₃ are an orthonormal basis of space."
    if count == 0:
        return " All three vectors are zero."
    verb = "are" if count > 1 else "is"
    return (
        f" {' and '.join(names)} {verb} an orthonormal basis "
        f"of the {SPANNED[count]} that the three vectors span."
    )


def steps_scene(vectors: Sequence[Vector], step: int, camera: Camera) -> list[Shape]:
    """Return the vectors, what the steps have made of them, and what the last step did."""
    scene = SpaceScene(camera)
    taken = steps(vectors)[:step]
    found = directions(taken)
    last = taken[-1] if taken else None
    if last and last.which == 2 and found[0] and found[1]:
        normal = cross(found[0], found[1])
        sheet = plane_in_box(normal, 0, camera.limit)
        scene.sheet(sheet, normal, 0, "mlf-sheet mlf-data")
    for i, (vector, role, name) in enumerate(zip(vectors, ROLES, NAMES, strict=True)):
        past = last is not None and i <= last.which
        scene.plumb(vector, role)
        scene.arrow(vector, role, "mlf-thin mlf-dashed" if past else "")
        scene.name(name, vector, f"mlf-bold mlf-{role}", moves=True)
    for q, role, name in zip(found, ROLES, Q_NAMES, strict=False):
        if q:
            scene.arrow(q, role)
            scene.name(name, q, f"mlf-bold mlf-{role}")
    if last and last.on is not None:
        _subtraction(scene, last, found[last.on])
    return scene.shapes()


def _subtraction(scene: SpaceScene, step: Step, q: Vector | None) -> None:
    which, on, before, after, amount = step
    role = ROLES[which]
    if on:
        scene.arrow(before, role, "mlf-thin mlf-dotted")
    if any(after):
        scene.arrow(after, role)
        scene.name(W_NAMES[which], after, f"mlf-bold mlf-{role}")
    if not q or amount == 0:
        return
    shadow = along(ORIGIN, amount, q)
    scene.arrow(shadow, "projection")
    scene.lines("mlf-line mlf-thin mlf-dotted mlf-residual", [before, shadow])
    side = 0.06 * scene.camera.limit
    if length(after) > 2 * side and abs(amount) > 2 * side:
        back = along(ORIGIN, -side if amount > 0 else side, q)
        up = along(ORIGIN, side / length(after), after)
        corner = along(shadow, 1, back)
        scene.lines(
            "mlf-line mlf-thin mlf-residual",
            [corner, along(corner, 1, up), along(shadow, 1, up)],
        )
