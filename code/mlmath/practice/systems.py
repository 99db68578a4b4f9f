"""Families on columns, triangular systems, the number of solutions, determinants."""

from __future__ import annotations

from fractions import Fraction

import numpy as np

from mlmath.practice.family import Family
from mlmath.practice.ingredients import (
    added,
    aligned,
    apply,
    column,
    determinant,
    display,
    matrix,
    par,
    pick,
    plus_times,
    scaled,
    signed,
    telling,
    tex,
    times,
    transpose,
    two_different,
    vec,
)
from mlmath.practice.question import Choice, Entries, Number, Option, Question, Wrong

E1, E2 = r"\mathbf e_1", r"\mathbf e_2"
SMALL = (-4, -3, -2, -1, 1, 2, 3, 4)


@Family
def image_from_columns(rng: np.random.Generator) -> Question:
    """Find the image of a vector when those of the basis vectors are known."""
    u, v = (pick(rng, SMALL), pick(rng, SMALL)), (pick(rng, SMALL), pick(rng, SMALL))
    x = two_different(rng, SMALL)
    A = transpose((u, v))
    answer = apply(A, x)
    return Question(
        rf"A linear map takes $\mathbf e_1$ to ${vec(u)}$ and $\mathbf e_2$ to ${vec(v)}$. Where does "
        rf"it take $\mathbf x = {vec(x)}$?",
        telling(
            Entries(answer, label=r"$A\mathbf x =$"),
            Wrong(
                apply((u, v), x),
                "You wrote the images as rows. They are the columns of the matrix.",
            ),
            Wrong(
                (u[0] * x[0], v[1] * x[1]),
                "You used only the diagonal. Each entry of the vector multiplies a *whole* column.",
            ),
            Wrong(apply(A, x[::-1]), "The two entries of the vector are swapped."),
            Wrong(added(u, v), "That is where $(1, 1)$ goes."),
            Wrong(added(scaled(x[0], u), scaled(-x[1], v)), "The sign of the second part."),
        ),
        rf"By columns: $A\mathbf x = {times(x[0], column(u))} {plus_times(x[1], column(v))} = "
        rf"{column(answer)}$, that is ${vec(answer)}$.",
        otherwise=rf"Take ${tex(x[0])}$ times the first image and ${tex(x[1])}$ times the second.",
        hint=rf"$\mathbf x = {times(x[0], E1)} {plus_times(x[1], E2)}$.",
        data={"u": u, "v": v, "x": x},
    )


@Family
def back_substitution(rng: np.random.Generator) -> Question:
    """Solve a triangular system with three unknowns."""
    a, b, c = pick(rng, SMALL), pick(rng, SMALL), pick(rng, SMALL)
    p, q, r = pick(rng, (2, 3, -1, 1)), pick(rng, (2, 3, -1, 1)), pick(rng, (2, 3, 4, 5))
    x3 = pick(rng, (-3, -2, -1, 2, 3))
    x2, x1 = pick(rng, (-3, -2, 1, 2, 3)), pick(rng, (-3, -2, -1, 1, 2, 4))
    U = ((p, a, b), (0, q, c), (0, 0, r))
    x = (x1, x2, x3)
    y = apply(U, x)
    bottom = rf"x_3 &= \tfrac{{{tex(y[2])}}}{{{r}}} = {tex(x3)}"
    rest2, rest1 = y[1] - c * x3, y[0] - a * x2 - b * x3
    return Question(
        rf"Elimination has led to $U\mathbf x = \mathbf b$ with $U = {matrix(U)}$ and "
        rf"$\mathbf b = {vec(y)}$. Solve it.",
        telling(
            Entries(x, label=r"$\mathbf x =$"),
            Wrong(
                x[::-1], r"The order: $x_1$ comes first in the answer, though it is found last."
            ),
            Wrong(
                (x1, x2, y[2]),
                rf"The last row says ${times(r, 'x_3')} = {tex(y[2])}$: divide by ${r}$.",
            ),
            Wrong(
                (Fraction(y[0], p), Fraction(y[1], q), x3),
                r"You divided each right-hand side by the diagonal and left the other unknowns out.",
            ),
            Wrong(
                (
                    Fraction(y[0] - a * Fraction(y[1] + c * x3, q) - b * x3, p),
                    Fraction(y[1] + c * x3, q),
                    x3,
                ),
                rf"A sign in the second row: ${times(q, 'x_2')} = {tex(y[1])} - {par(c)}\cdot{par(x3)}$.",
            ),
            Wrong(
                (Fraction(y[0] + a * x2 + b * x3, p), x2, x3),
                r"The signs in the first row: what stands beside $x_1$ is *subtracted* from the "
                "right-hand side.",
            ),
        ),
        "From the last row up:"
        + aligned(
            bottom,
            rf"{times(q, 'x_2')} &= {tex(y[1])} - {par(c)}\cdot{par(x3)} = {tex(rest2)}, "
            rf"\quad x_2 = {tex(x2)}",
            rf"{times(p, 'x_1')} &= {tex(y[0])} - {par(a)}\cdot{par(x2)} - {par(b)}\cdot{par(x3)} = "
            rf"{tex(rest1)}, \quad x_1 = {tex(x1)}",
        ),
        otherwise="Put your answer into the rows, from the last one up. Which is the first to fail?",
        hint="Begin with the last row. It has only one unknown.",
        data={"U": U, "b": y},
    )


@Family
def how_many_solutions(rng: np.random.Generator) -> Question:
    """Tell whether a system of two equations has one solution, none, or infinitely many."""
    row = two_different(rng, SMALL)
    k, right = pick(rng, (-3, -2, 2, 3)), pick(rng, SMALL)
    kind = pick(rng, ("one", "none", "many"))
    other, other_right = scaled(k, row), k * right
    if kind == "none":
        other_right += pick(rng, (-2, -1, 1, 2))
    elif kind == "one":
        other = (other[0], -other[1])
    A, b = (row, other), (right, other_right)
    D = determinant(A)
    equations = [
        rf"{times(r[0], 'x')} {plus_times(r[1], 'y')} &= {tex(y)}"
        for r, y in zip(A, b, strict=True)
    ]
    parallel = rf"The second left side is ${tex(k)}$ times the first"
    reasons = {
        "one": rf"The rows are no multiples of each other ($ad - bc = {tex(D)}$): the lines cross once.",
        "none": f"{parallel}, the right side is not: parallel lines.",
        "many": f"{parallel}, and so is the right side: one line twice.",
    }
    texts = {"one": "exactly one", "none": "none", "many": "infinitely many"}
    return Question(
        "A system of two equations:" + aligned(*equations) + "How many solutions has it?",
        Choice(
            tuple(
                Option(texts[key], reasons[kind], key == kind)
                for key in ("one", "none", "many")
            )
        ),
        f"{reasons[kind]} Compare the left sides first: only if they are multiples of each other do "
        "the right sides decide.",
        hint="Is one left side a multiple of the other?",
        data={"A": A, "b": b},
    )


@Family
def determinant_of_three_rows(rng: np.random.Generator) -> Question:
    """Calculate a determinant with three rows."""
    while True:
        A = tuple(tuple(int(v) for v in row) for row in rng.integers(-3, 4, (3, 3)))
        (a, b, c), (d, e, f), (g, h, i) = A
        minors = (e * i - f * h, d * i - f * g, d * h - e * g)
        D = a * minors[0] - b * minors[1] + c * minors[2]
        if D and a and b and c and minors[1] and a * e * i != D:
            break
    signless = a * minors[0] + b * minors[1] + c * minors[2]
    return Question(
        rf"Calculate the determinant of{display(f'A = {matrix(A)} .')}".rstrip(),
        telling(
            Number(D, label=r"$\det A =$"),
            Wrong(signless, "The sign in the middle: the signs alternate, plus, minus, plus."),
            Wrong(-D, "The sign of the whole: have you exchanged two rows on the way?"),
            Wrong(
                a * e * i, "The product of the diagonal is right for triangular matrices only."
            ),
            Wrong(a + e + i, "That is the trace, the sum of the diagonal."),
            Wrong(0, "That would mean a column without a pivot. Every column has one."),
        ),
        "Along the first row:"
        + aligned(
            rf"\det A &= {par(a)}\cdot{par(minors[0])} - {par(b)}\cdot{par(minors[1])} + "
            rf"{par(c)}\cdot{par(minors[2])}",
            rf"&= {tex(a * minors[0])} {signed(-b * minors[1])} {signed(c * minors[2])} = {tex(D)} .",
        ),
        otherwise="Go along the first row: entry times the determinant of what is left without its row "
        "and column, with the signs plus, minus, plus. Or eliminate.",
        hint="Each entry of the first row meets a determinant with two rows.",
        data={"A": A},
    )
