"""What the vector plane says; word for word `vector_plane_words.js`."""

from __future__ import annotations

import math

from mlmath.figures.vector_maths import (
    Vector,
    add,
    angle,
    angle_kind,
    are_dependent,
    are_orthogonal,
    coordinates,
    dot,
    norm,
    share,
    times,
)
from mlmath.figures.wording import (
    Description,
    coefficient,
    combination,
    joined,
    number,
    numbers,
)

TITLES = {
    "sum": "Two vectors u and v and their combination",
    "angle": "Two vectors u and v and the angle between them",
    "projection": "The projection of a vector v onto a vector u",
    "basis": "A vector x and the grid of a basis b₁, b₂",
}


def describe_sum(u: Vector, v: Vector, a: float, b: float) -> Description:
    """Say what a u + b v is, and how its entries come about."""
    rows = (
        ("u", _with_length(u)),
        ("v", _with_length(v)),
        ("".join(combination(a, b)), _with_length(add(times(a, u), times(b, v)))),
    )
    first, second = _sum_words(a, u[0], b, v[0]), _sum_words(a, u[1], b, v[1])
    return Description(rows, f"First entry: {first}. Second entry: {second}.")


def describe_angle(u: Vector, v: Vector) -> Description:
    """Say what the angle between u and v is."""
    kind = angle_kind(u, v)
    cosine, size = "undefined", "undefined"
    if kind != "undefined":
        cosine = number(dot(u, v) / (norm(u) * norm(v)))
        size = f"{_degrees(u, v, kind)}° ({ANGLES[kind]})"
    rows = (
        ("u · v", number(dot(u, v))),
        ("‖u‖", number(norm(u))),
        ("‖v‖", number(norm(v))),
        ("cos θ", cosine),
        ("θ", size),
    )
    return Description(rows, _angle_sentence(u, v, kind))


def describe_projection(u: Vector, v: Vector) -> Description:
    """Say what the projection of v onto u is, and what is left."""
    part = share(u, v)
    shadow = times(part, u)
    rest = add(v, times(-1, shadow))
    found = ["undefined"] * 4
    if not math.isnan(part):
        found = [number(dot(u, v) / norm(u)), numbers(shadow), numbers(rest)]
        found.append(number(dot(u, rest)))
    names = ("Scalar projection", "Vector projection p", "Residual r = v − p", "u · r")
    rows = (("u · v", number(dot(u, v))), *zip(names, found, strict=True))
    return Description(rows, _projection_sentence(u, v, part))


def describe_basis(x: Vector, basis: tuple[Vector, Vector]) -> Description:
    """Say what the coordinates of x are, and whether projections find them."""
    first, second = basis
    in_basis = coordinates(basis, x)
    product = number(dot(first, second))
    if in_basis:
        right = "orthogonal" if are_orthogonal(first, second) else "not orthogonal"
        product = f"{product} ({right})"
    shares = ", ".join(_share_words(b, x) for b in basis)
    rows = (
        ("x", numbers(x)),
        ("Coordinates", numbers(in_basis) if in_basis else "none"),
        ("b₁ · b₂", product),
        ("By projection", f"({shares})"),
    )
    return Description(rows, _basis_sentence(x, basis, in_basis))


def _with_length(v: Vector) -> str:
    return f"{numbers(v)}, length {number(norm(v))}"


def _sum_words(a: float, p: float, b: float, q: float) -> str:
    first = number(p) if a == 1 else _product(a, p)
    sign = "−" if b < 0 else "+"
    return f"{first} {sign} {_product(abs(b), q)} = {number(a * p + b * q)}"


def _product(factor: float, value: float) -> str:
    text = number(value)
    if text.startswith("−"):
        text = f"({text})"
    if factor == 1:
        return text
    return f"−{text}" if factor == -1 else f"{number(factor)} × {text}"


ANGLES = {
    "same": "same direction",
    "acute": "acute",
    "right": "right",
    "obtuse": "obtuse",
    "opposite": "opposite",
}


def _degrees(u: Vector, v: Vector, kind: str) -> str:
    text = number(angle(u, v), 1)
    special = {
        ("acute", "0"): "less than 0.1",
        ("acute", "90"): "almost 90",
        ("obtuse", "90"): "hardly more than 90",
        ("obtuse", "180"): "almost 180",
    }
    return special.get((kind, text), text)


SENTENCES = {
    "same": "u and v point in the same direction: u · v = ‖u‖ ‖v‖, the most it can be.",
    "opposite": (
        "u and v point in opposite directions: u · v = −‖u‖ ‖v‖, the least it can be."
    ),
    "right": "u and v are orthogonal: u · v = 0, whatever their lengths.",
    "acute": "The angle is acute, so u · v is positive: v goes more along u than against it.",
    "obtuse": (
        "The angle is obtuse, so u · v is negative: v goes more against u than along it."
    ),
}


def _angle_sentence(u: Vector, v: Vector, kind: str) -> str:
    if kind != "undefined":
        return SENTENCES[kind]
    if norm(u) > 0 or norm(v) > 0:
        name = "v" if norm(u) > 0 else "u"
        return f"{name} is the zero vector: it has no direction, so there is no angle."
    return "u and v are zero vectors: they have no direction, so there is no angle."


def _projection_sentence(u: Vector, v: Vector, part: float) -> str:
    if norm(u) == 0:
        return "u is the zero vector: it has no direction to project onto."
    if norm(v) == 0:
        return "v is the zero vector: so are its projection and what is left."
    if are_orthogonal(u, v):
        return "v is orthogonal to u: its projection is the zero vector, and all of v is left."
    if are_dependent(u, v):
        return "v lies on the line of u: it is its own projection, and nothing is left."
    way = ", against the direction of u" if part < 0 else ""
    return (
        f"p is {number(part)} times u{way}. "
        "What is left of v is orthogonal to u: no point of the line is nearer to v than p."
    )


def _share_words(b: Vector, x: Vector) -> str:
    part = share(b, x)
    return "undefined" if math.isnan(part) else number(part)


def _basis_sentence(x: Vector, basis: tuple[Vector, Vector], in_basis: Vector | None) -> str:
    if in_basis is None:
        return _dependent_sentence(x, *basis)
    if norm(x) == 0:
        return "x is the zero vector: its coordinates are (0, 0) in every basis."
    p, q = in_basis
    made = f"x = {coefficient(p)}b₁{joined(q)}b₂."
    if are_orthogonal(*basis):
        return f"{made} The basis is orthogonal, so the projections give the same coordinates."
    wrong = add(*(times(share(b, x), b) for b in basis))
    return (
        f"{made} The basis is not orthogonal: "
        f"the projections add up to p = {numbers(wrong)}, which is not x."
    )


def _dependent_sentence(x: Vector, first: Vector, second: Vector) -> str:
    longer = first if norm(first) >= norm(second) else second
    if norm(longer) == 0:
        return "b₁ and b₂ are zero vectors: they are no basis."
    reached = (
        "they make x in infinitely many ways."
        if are_dependent(longer, x)
        else "no combination of them is x."
    )
    return f"b₁ and b₂ lie on one line, so they are no basis: {reached}"
