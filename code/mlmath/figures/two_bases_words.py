"""What the picture of two bases says; word for word `two_bases_words.js`."""

from __future__ import annotations

from mlmath.figures.two_bases_maths import Rows, apply, map_in_basis, stretched
from mlmath.figures.vector_maths import Vector, coordinates
from mlmath.figures.wording import Description, number, numbers

TITLE = "One map of the plane, in the standard basis and in the basis b₁, b₂"


def describe_two_bases(A: Rows, basis: Rows, x: Vector, eigen: bool) -> Description:
    """Say what x, A x and A are in both bases."""
    image = apply(A, x)
    M = map_in_basis(A, basis)
    found = ["none"] * 3
    if M is not None:
        found = [numbers(coordinates(basis, v) or ()) for v in (x, image)]
        found.append(f"rows {' and '.join(map(numbers, M))}")
    names = ("x in the basis", "A x in the basis", "B⁻¹AB")
    rows = (
        ("x", numbers(x)),
        ("A x", numbers(image)),
        *zip(names, found, strict=True),
    )
    if M is None:
        words = "b₁ and b₂ lie on one line: they are no basis, and B has no inverse."
    else:
        words = _sentence(M, basis, eigen)
    return Description(rows, words)


def _sentence(M: Rows, basis: Rows, eigen: bool) -> str:
    first, second = stretched(M)
    values = [number(M[0][0]), number(M[1][1])]
    if first and second and eigen:
        return (
            "B⁻¹AB is diagonal: b₁ and b₂ are eigenvectors of A, "
            f"with eigenvalues {' and '.join(values)}."
        )
    if basis == ((1, 0), (0, 1)):
        return "The basis is the standard one: both pictures are the same, and B⁻¹AB is A."
    if first and second:
        return (
            "B⁻¹AB is diagonal: in this basis the map multiplies "
            f"the first coordinate by {values[0]} and the second by {values[1]}."
        )
    if eigen and (first or second):
        name, place, other = ("b₁", "first", "b₂") if first else ("b₂", "second", "b₁")
        column = numbers(row[0 if first else 1] for row in M)
        return (
            f"{name} is an eigenvector of A: the {place} column of B⁻¹AB is {column}. "
            f"{other} is none."
        )
    return (
        "Both pictures show one map: A takes x to A x, "
        "and B⁻¹AB takes the coordinates of x to those of A x."
    )
