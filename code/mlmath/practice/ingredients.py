r"""What the families are made of: matrices with whole eigenvalues, and sums written out.

Vectors and matrices are tuples of Python integers or fractions, so that nothing is rounded.

>>> matrix_of(3, 2, ((2, 1), (1, 1)))
((4, -2), (1, 1))
>>> dot_product((4, -2), (2, 1))
'4\\cdot2 + (-2)\\cdot1'
>>> polynomial(-5, 6), polynomial(0, -1), polynomial(1, 0)
('\\lambda^2 - 5\\lambda + 6', '\\lambda^2 - 1', '\\lambda^2 + \\lambda')
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from itertools import product
from math import gcd
from typing import TypeVar

import numpy as np

from mlmath.practice.question import (
    Choice,
    Entries,
    Number,
    Option,
    Wrong,
    tex_entries,
    tex_number,
)

Vector = tuple[int, ...]
Matrix = tuple[tuple[int, ...], ...]
Item = TypeVar("Item")
Marked = TypeVar("Marked", Number, Entries)

LAMBDA = r"\lambda"
tex = tex_number
matrix = tex_entries
column = tex_entries


# Choosing


def pick(rng: np.random.Generator, items: Iterable[Item]) -> Item:
    """Return one of the items."""
    items = list(items)
    return items[int(rng.integers(len(items)))]


def shuffled(rng: np.random.Generator, items: Iterable[Item]) -> tuple[Item, ...]:
    """Return the items in another order."""
    items = list(items)
    return tuple(items[i] for i in rng.permutation(len(items)))


def two_different(rng: np.random.Generator, items: Iterable[Item]) -> tuple[Item, Item]:
    """Return two items that are not the same."""
    first, second, *_ = shuffled(rng, items)
    return first, second


def whole(rng: np.random.Generator, least: int, most: int, size: int) -> Vector:
    """Return whole numbers from least to most."""
    return tuple(int(x) for x in rng.integers(least, most + 1, size))


def whole_matrix(
    rng: np.random.Generator, least: int, most: int, rows: int, columns: int
) -> Matrix:
    """Return a matrix of whole numbers from least to most."""
    return tuple(whole(rng, least, most, columns) for _ in range(rows))


def telling(answer: Marked, *wrong: Wrong) -> Marked:
    """Return the answer with those wrong ones that differ from it and from each other.

    Of two misconceptions that lead to the same wrong answer, the first is named.
    """
    kept: list[Wrong] = []
    for candidate in wrong:
        others = [answer.value, *(one.value for one in kept)]
        if not any(
            answer.same(candidate.value, x) or answer.same(x, candidate.value) for x in others
        ):
            kept.append(candidate)
    return replace(answer, wrong=tuple(kept))


def lines_choice(right: str, feedback: dict[str, str]) -> Choice:
    """Return the choice of how many eigenlines there are: none, one, two or every line."""
    texts = {"none": "none", "one": "exactly one", "two": "exactly two", "every": "every line"}
    return Choice(tuple(Option(texts[key], feedback[key], key == right) for key in texts))


def solutions_choice(kind: str, factor: int, right: Sequence[int]) -> tuple[Choice, str]:
    """Return the choice of how many solutions two equations have, and the reason.

    The kind is "one", "none" or "many". The second equation is `factor` times the first, but for
    the coefficient of y if there is one solution, and for the right side if there is none.
    """
    k = tex(factor)
    reason = {
        "one": "The left sides are no multiples of each other: the lines cross once.",
        "none": f"The second left side is ${k}$ times the first, the right side is not: the lines "
        "are parallel.",
        "many": f"The second left side is ${k}$ times the first, and so is the right side: one line "
        "twice.",
    }[kind]
    feedback = {
        "one": {
            "none": f"Only parallel lines never meet. Here the factor ${k}$ fits $x$ but not $y$, so "
            "the lines have different slopes.",
            "many": f"The factor ${k}$ fits $x$ and the right side, but not $y$: the second equation "
            "is no multiple of the first.",
        },
        "none": {
            "one": "As many equations as unknowns do not promise a solution. The second left side is "
            f"${k}$ times the first: the lines are parallel.",
            "many": "The left sides fit, the right sides do not: "
            f"${k}\\cdot{par(right[0])}$ is not ${tex(right[1])}$. The lines are parallel, not the "
            "same.",
        },
        "many": {
            "one": f"The second equation is ${k}$ times the first. It says nothing new, and one "
            "equation does not fix two unknowns.",
            "none": f"The lines are parallel, but not apart: the factor ${k}$ fits the right side "
            "too, so every point of the line is a solution.",
        },
    }[kind]
    texts = {"one": "exactly one", "none": "none", "many": "infinitely many"}
    options = (Option(texts[key], feedback.get(key, reason), key == kind) for key in texts)
    return Choice(tuple(options)), reason


# Vectors and matrices


def apply(A: Matrix, x: Sequence) -> tuple:
    """Return A x."""
    return tuple(sum(a * b for a, b in zip(row, x, strict=True)) for row in A)


def multiply(A: Matrix, B: Matrix) -> Matrix:
    """Return A B."""
    return tuple(tuple(apply(transpose(B), row)) for row in A)


def transpose(A: Matrix) -> Matrix:
    """Return the transpose of A."""
    return tuple(zip(*A, strict=True))


def scaled(factor: int, x: Sequence) -> tuple:
    """Return a multiple of x."""
    return tuple(factor * entry for entry in x)


def added(x: Sequence, y: Sequence) -> tuple:
    """Return x + y."""
    return tuple(a + b for a, b in zip(x, y, strict=True))


def dot(x: Sequence, y: Sequence) -> int:
    """Return the dot product of x and y."""
    return sum(a * b for a, b in zip(x, y, strict=True))


def turned(x: Sequence) -> tuple:
    """Return x after a quarter turn."""
    return (-x[1], x[0])


def area(x: Sequence, y: Sequence) -> int:
    """Return the signed area that two vectors of the plane span: 0 on one line."""
    return x[0] * y[1] - x[1] * y[0]


def trace(A: Matrix) -> int:
    """Return the sum of the diagonal."""
    return sum(A[i][i] for i in range(len(A)))


def determinant(A: Matrix) -> int:
    """Return the determinant of two rows."""
    return area(*A)


def adjugate(A: Matrix) -> Matrix:
    """Return what the inverse of a 2×2 matrix is, times its determinant."""
    (a, b), (c, d) = A
    return ((d, -b), (-c, a))


def inverse(A: Matrix) -> Matrix:
    """Return the inverse of a whole 2×2 matrix with determinant 1 or -1."""
    return tuple(scaled(determinant(A), row) for row in adjugate(A))


BASES: tuple[tuple[Vector, Vector], ...] = tuple(
    ((a, c), (b, d))
    for a, b, c, d in product(range(-3, 4), repeat=4)
    if abs(a * d - b * c) == 1 and (a, c) > (0, 0) and (b, d) > (0, 0) and 0 not in (a, c)
)
"""Pairs of vectors in whole numbers that span a unit of area: their inverse is whole too."""


def matrix_of(first: int, second: int, basis: tuple[Vector, Vector]) -> Matrix:
    """Return the matrix with these eigenvalues on the vectors of a basis in `BASES`."""
    (a, c), (b, d) = basis
    D = a * d - b * c  # 1 or -1, its own inverse
    return (
        (D * (first * a * d - second * b * c), D * (second - first) * a * b),
        (D * (first - second) * c * d, D * (second * a * d - first * b * c)),
    )


def eigen_matrix(
    rng: np.random.Generator, eigenvalues: Iterable[int], *, largest: int = 12
) -> tuple[Matrix, tuple[int, int], tuple[Vector, Vector]]:
    """Return a matrix with two different eigenvalues of these, the values and the vectors.

    No entry is above `largest`, and the matrix is not diagonal.
    """
    first, second = two_different(rng, eigenvalues)
    basis = pick(rng, fitting_bases(first, second, largest))
    return matrix_of(first, second, basis), (first, second), basis


@cache
def fitting_bases(first: int, second: int, largest: int) -> list[tuple[Vector, Vector]]:
    """Return the bases for which the matrix with these eigenvalues has no larger entry."""
    return [
        basis
        for basis in BASES
        if max(abs(x) for row in matrix_of(first, second, basis) for x in row) <= largest
    ]


DIRECTIONS: tuple[Vector, ...] = tuple(
    (p, q)
    for p, q in product(range(1, 5), range(-4, 5))
    if q and p != abs(q) and gcd(p, q) == 1
)
"""Directions off the axes and off the diagonals, in small whole numbers."""


# Writing


def vec(x: Sequence) -> str:
    """Return a vector as running text has it."""
    return f"({', '.join(map(tex, x))})"


def par(x: int) -> str:
    """Return a number, in brackets if it has a sign."""
    return f"({tex(x)})" if x < 0 else tex(x)


def signed(x: int) -> str:
    """Return a number as a further term of a sum."""
    return f"- {tex(-x)}" if x < 0 else f"+ {tex(x)}"


def times(factor: int, what: str) -> str:
    """Return a multiple of something in TeX."""
    if factor in (1, -1):
        return what if factor == 1 else f"-{what}"
    return f"{tex(factor)}{what}"


def plus_times(factor: int, what: str) -> str:
    """Return a multiple of something as a further term of a sum."""
    return f"- {times(-factor, what)}" if factor < 0 else f"+ {times(factor, what)}"


def combination(factors: Sequence, names: Iterable[str] = "xyz") -> str:
    """Return a sum of multiples in TeX, without those that are zero."""
    (factor, name), *others = [term for term in zip(factors, names, strict=False) if term[0]]
    return " ".join([times(factor, name), *(plus_times(*term) for term in others)])


def equation(factors: Sequence, right: int, names: Iterable[str] = "xyz") -> str:
    """Return a linear equation in TeX, aligned at its sign of equality."""
    return f"{combination(factors, names)} &= {tex(right)}"


def dot_product(row: Sequence, x: Sequence) -> str:
    """Return a row times a vector, written out."""
    return " + ".join(f"{par(a)}\\cdot{par(b)}" for a, b in zip(row, x, strict=True))


def product_steps(A: Matrix, x: Sequence) -> str:
    """Return A x = …, written out entry by entry."""
    rows = "\\\\".join(dot_product(row, x) for row in A)
    written = f"\\begin{{pmatrix}}{rows}\\end{{pmatrix}}"
    return f"{matrix(A)}{column(x)} = {written} = {column(apply(A, x))}"


def polynomial(p: int, q: int) -> str:
    r"""Return λ² + pλ + q."""
    middle = " " + plus_times(p, LAMBDA) if p else ""
    return rf"\lambda^2{middle}" + (f" {signed(q)}" if q else "")


def display(formula: str) -> str:
    """Return a formula on lines of its own."""
    return f"\n\n$$\n{formula}\n$$\n\n"


def aligned(*lines: str) -> str:
    """Return formulas under each other, aligned at their &."""
    return display("\\begin{aligned}\n" + " \\\\\n".join(lines) + "\n\\end{aligned}")
