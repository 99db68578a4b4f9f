"""Families on coordinates in a basis, on independence and dimension."""

from __future__ import annotations

from fractions import Fraction

import numpy as np

from mlmath.practice.family import Family
from mlmath.practice.ingredients import (
    BASES,
    DIRECTIONS,
    Vector,
    added,
    aligned,
    area,
    combination,
    dot,
    dot_product,
    equation,
    pick,
    scaled,
    shuffled,
    telling,
    tex,
    times,
    turned,
    two_different,
    vec,
    whole,
)
from mlmath.practice.question import Choice, Entries, Number, Option, Question, Wrong

TRIPLES: tuple[tuple[Vector, Vector, Vector], ...] = (
    ((1, 1, 1), (1, -1, 0), (1, 1, -2)),
    ((1, 2, 2), (2, 1, -2), (2, -2, 1)),
    ((1, 0, 1), (1, 0, -1), (0, 1, 0)),
    ((1, 1, 0), (1, -1, 1), (1, -1, -2)),
    ((0, 2, 1), (0, -1, 2), (3, 0, 0)),
    ((2, 1, 0), (-1, 2, 1), (1, -2, 5)),
)
"""Three vectors in space at right angles to each other."""

C = ("c_1", "c_2")


def combined(factors: tuple, vectors: tuple) -> tuple:
    """Return the linear combination."""
    total = scaled(factors[0], vectors[0])
    for factor, vector in zip(factors[1:], vectors[1:], strict=True):
        total = added(total, scaled(factor, vector))
    return total


def written(factors: tuple, vectors: tuple) -> str:
    """Return the linear combination in TeX, without the terms that are zero."""
    found = combination(factors, [rf"\,{vec(x)}" for x in vectors])
    for sign in ("- ", "+ ", "-"):  # no factor is written, and no space after it
        found = found.replace(rf"{sign}\,", sign)
    return found.removeprefix(r"\,")


def without_second(b1: Vector, b2: Vector, x: Vector) -> str:
    """Return how the equations for the coordinates of x are solved; b1 and b2 span 1 or -1."""
    first, second = abs(b2[1]), abs(b2[0])
    sign = -1 if b2[0] * b2[1] > 0 else 1
    some = ["the" if factor == 1 else f"${factor}$ times the" for factor in (first, second)]
    verb, preposition = ("Subtract", "from") if sign < 0 else ("Add", "to")
    left, right = (first * a + sign * second * b for a, b in (b1, x))
    solved = "" if left == 1 else f", so $c_1 = {left * right}$"
    return (
        f"{verb} {some[1]} second {preposition} {some[0]} first: $c_2$ drops out, "
        f"and ${times(left, C[0])} = {right}${solved}."
    )


# Changing basis


@Family
def orthogonal_pair(rng: np.random.Generator) -> Question:
    """Find the coordinates in an orthogonal basis of the plane."""
    b1 = pick(rng, [p for p in DIRECTIONS if dot(p, p) <= 25])
    b2 = scaled(pick(rng, (-1, 1)), turned(b1))
    while True:
        x = whole(rng, -7, 7, 2)
        first, second = dot(b1, x), dot(b2, x)
        if 0 not in (*x, first, second) and abs(first) != abs(second):
            break
    size = dot(b1, b1)
    c = (Fraction(first, size), Fraction(second, size))
    return Question(
        rf"What are the coordinates of $\mathbf x = {vec(x)}$ in the basis "
        rf"$\mathbf b_1 = {vec(b1)}$, $\mathbf b_2 = {vec(b2)}$?",
        telling(
            Entries(c),
            Wrong(
                (first, second),
                r"These are the dot products. Divide each by $\langle\mathbf b_i,\mathbf b_i\rangle$.",
            ),
            Wrong(
                (first / size**0.5, second / size**0.5),
                "These are the scalar projections, lengths. Coordinates count copies of the basis "
                "vectors: divide by the length once more.",
            ),
            Wrong(c[::-1], "The two are swapped."),
            Wrong(x, "These are the entries, the coordinates in the standard basis."),
            Wrong(
                combined(x, (b1, b2)),
                r"You went the other way: that is the vector *with* the coordinates "
                rf"${vec(x)}$ in the new basis.",
            ),
        ),
        rf"${dot_product(b1, b2)} = 0$, so the basis is orthogonal and projections will do:"
        + aligned(
            rf"c_1 &= \frac{{{dot_product(b1, x)}}}{{{size}}} = {tex(c[0])}",
            rf"c_2 &= \frac{{{dot_product(b2, x)}}}{{{size}}} = {tex(c[1])}",
        ),
        otherwise=r"Put your numbers into $c_1\mathbf b_1 + c_2\mathbf b_2$ and compare with "
        r"$\mathbf x$.",
        hint="Is the basis orthogonal? Then each coordinate is found alone.",
        data={"x": x, "basis": (b1, b2)},
    )


@Family
def orthogonal_triple(rng: np.random.Generator) -> Question:
    """Find the coordinates in an orthogonal basis of space."""
    basis = tuple(scaled(pick(rng, (1, 1, -1)), b) for b in shuffled(rng, pick(rng, TRIPLES)))
    while True:
        c = whole(rng, -3, 3, 3)
        x = combined(c, basis)
        if np.count_nonzero(c) >= 2 and len(set(c)) == 3 and x != c:
            break
    dots = tuple(dot(b, x) for b in basis)
    names = ", ".join(rf"$\mathbf b_{i} = {vec(b)}$" for i, b in enumerate(basis, 1))
    lines = [
        rf"c_{i} &= \frac{{{dot_product(b, x)}}}{{{dot(b, b)}}} = \frac{{{dots[i - 1]}}}{{{dot(b, b)}}} = {ci}"
        for i, (b, ci) in enumerate(zip(basis, c, strict=True), 1)
    ]
    return Question(
        rf"Write $\mathbf x = {vec(x)}$ in the basis {names}: give its three coordinates.",
        telling(
            Entries(c),
            Wrong(
                dots,
                r"These are the dot products. Divide each by $\langle\mathbf b_i,\mathbf b_i\rangle$.",
            ),
            Wrong(scaled(-1, c), "All signs are wrong."),
            Wrong(c[::-1], "The order is reversed."),
            Wrong(x, "These are the entries, the coordinates in the standard basis."),
            Wrong(
                tuple(d / dot(b, b) ** 0.5 for d, b in zip(dots, basis, strict=True)),
                "These are the scalar projections. Divide by the length once more.",
            ),
        ),
        "The three are orthogonal to each other, so each coordinate is a projection:"
        + aligned(*lines)
        + rf"Check: ${written(c, basis)} = {vec(x)}$.",
        otherwise=r"Add up $c_1\mathbf b_1 + c_2\mathbf b_2 + c_3\mathbf b_3$ and compare.",
        hint="Take the dot product of the vector with one basis vector at a time.",
        data={"x": x, "basis": basis},
    )


@Family
def skew_basis(rng: np.random.Generator) -> Question:
    """Find the coordinates in a basis of the plane that is not orthogonal."""
    basis = pick(rng, [pair for pair in BASES if dot(*pair) and 0 not in pair[1]])
    b1, b2 = basis
    while True:
        c = two_different(rng, (-3, -2, -1, 1, 2, 3))
        x = combined(c, basis)
        if x != c and 0 not in x:
            break
    shadows = tuple(Fraction(dot(b, x), dot(b, b)) for b in basis)
    return Question(
        rf"What are the coordinates of $\mathbf x = {vec(x)}$ in the basis "
        rf"$\mathbf b_1 = {vec(b1)}$, $\mathbf b_2 = {vec(b2)}$?",
        telling(
            Entries(c),
            Wrong(
                shadows,
                rf"These are projections. But ${dot_product(b1, b2)} = {dot(b1, b2)}$: the basis is "
                "not orthogonal, and projections do not add up to the vector.",
            ),
            Wrong(c[::-1], "The two are swapped."),
            Wrong(x, "These are the entries, the coordinates in the standard basis."),
            Wrong(scaled(-1, c), "Both signs are wrong."),
            Wrong(
                (dot(b1, x), dot(b2, x)),
                "These are dot products. In a basis that is not orthogonal they are no coordinates.",
            ),
        ),
        rf"The basis is not orthogonal (${dot_product(b1, b2)} = {dot(b1, b2)}$), so solve one "
        "equation for each entry:"
        + aligned(
            equation((b1[0], b2[0]), x[0], C),
            equation((b1[1], b2[1]), x[1], C),
        )
        + without_second(b1, b2, x)
        + rf" Then $c_2 = {c[1]}$. Check: ${written(c, basis)} = {vec(x)}$.",
        otherwise=r"Put your numbers into $c_1\mathbf b_1 + c_2\mathbf b_2$ and compare with "
        r"$\mathbf x$.",
        hint="Is the basis orthogonal? If not, write down two equations.",
        data={"x": x, "basis": basis},
    )


@Family
def between_bases(rng: np.random.Generator) -> Question:
    """Turn coordinates in one basis into coordinates in another."""
    b = pick(rng, BASES)
    d1 = pick(rng, [(1, 1), (1, 2), (2, 1), (1, -1), (1, -2), (2, -1), (1, 3), (3, 1)])
    d = (d1, turned(d1))
    while True:
        c = two_different(rng, (-3, -2, -1, 1, 2, 3))
        x = combined(c, b)
        new = tuple(Fraction(dot(di, x), dot(d1, d1)) for di in d)
        if 0 not in new and new != c and new != x:
            break
    dots = tuple(dot(di, x) for di in d)
    return Question(
        rf"In the basis $\mathbf b_1 = {vec(b[0])}$, $\mathbf b_2 = {vec(b[1])}$ a vector has the "
        rf"coordinates ${vec(c)}$. What are its coordinates in the basis $\mathbf d_1 = {vec(d[0])}$, "
        rf"$\mathbf d_2 = {vec(d[1])}$?",
        telling(
            Entries(new),
            Wrong(x, "That is the vector itself. Now find its coordinates in the other basis."),
            Wrong(
                tuple(Fraction(dot(di, c), dot(d1, d1)) for di in d),
                rf"You took ${vec(c)}$ for the vector. These are its coordinates; first add up "
                r"$c_1\mathbf b_1 + c_2\mathbf b_2$.",
            ),
            Wrong(
                dots,
                r"These are the dot products. Divide by $\langle\mathbf d_i,\mathbf d_i\rangle$.",
            ),
            Wrong(c, "Another basis, other coordinates."),
            Wrong(new[::-1], "The two are swapped."),
        ),
        rf"The vector is ${written(c, b)} = {vec(x)}$. The second basis is orthogonal:"
        + aligned(
            rf"\frac{{{dot_product(d[0], x)}}}{{{dot(d1, d1)}}} &= {tex(new[0])}",
            rf"\frac{{{dot_product(d[1], x)}}}{{{dot(d1, d1)}}} &= {tex(new[1])}",
        ),
        otherwise="The way from one basis to another leads through the vector itself.",
        hint="Which vector is it? No projection is needed for that.",
        data={"coordinates": c, "from": b, "to": d},
    )


# Linear dependency of a set of vectors


def two_in_space(rng: np.random.Generator) -> tuple[Vector, Vector]:
    """Return two vectors in space on different lines, in every pair of entries."""
    while True:
        u, v = (whole(rng, -3, 3, 3) for _ in range(2))
        minors = [area((u[i], u[j]), (v[i], v[j])) for i, j in ((0, 1), (0, 2), (1, 2))]
        if all(minors) and u != v:
            return u, v


@Family
def dependent_for_t(rng: np.random.Generator) -> Question:
    """Find the entry that makes three vectors dependent."""
    u, v = two_in_space(rng)
    while True:
        a, b = two_different(rng, (-3, -2, -1, 1, 2, 3))
        w = combined((a, b), (u, v))
        place = int(rng.integers(3))
        if w[place] and len({*w}) > 1:
            break
    t = w[place]
    i, j = (k for k in range(3) if k != place)
    shown = [tex(entry) for entry in w]
    shown[place] = "t"
    return Question(
        rf"For which $t$ are ${vec(u)}$, ${vec(v)}$ and $({', '.join(shown)})$ linearly dependent?",
        telling(
            Number(t, label="$t =$"),
            Wrong(-t, "The sign is wrong: put your two factors into that entry again."),
            Wrong(
                a * u[place] - b * v[place],
                rf"The factor of ${vec(v)}$ is ${b}$; mind its sign.",
            ),
            Wrong(
                b * u[place] + a * v[place],
                "You swapped the two factors.",
            ),
            Wrong(u[place] + v[place], "That adds the two entries with factors $1$ and $1$."),
            Wrong(0, "A zero entry alone makes nothing dependent."),
        ),
        "The first two lie on different lines, so the third must be a combination of them, with "
        "factors $a$ and $b$. The two entries without $t$ say"
        + aligned(
            equation((u[i], v[i]), w[i], "ab"),
            equation((u[j], v[j]), w[j], "ab"),
        )
        + rf"Hence $a = {a}$ and $b = {b}$, and the entry in question is "
        rf"$t = {dot_product((a, b), (u[place], v[place]))} = {t}$.",
        otherwise="Write the third as a combination of the first two, by the entries without $t$.",
        hint="Two entries of the third are known. They fix the combination.",
        data={"u": u, "v": v, "w": w, "place": place},
    )


@Family
def write_the_third(rng: np.random.Generator) -> Question:
    """Write a vector as a combination of two others."""
    a, b = two_different(rng, (-4, -3, -2, -1, 1, 2, 3, 4))
    u, v = two_in_space(rng)
    w = combined((a, b), (u, v))
    return Question(
        rf"The vectors $\mathbf u = {vec(u)}$, $\mathbf v = {vec(v)}$ and $\mathbf w = {vec(w)}$ are "
        r"dependent. Give $(a, b)$ with $\mathbf w = a\,\mathbf u + b\,\mathbf v$.",
        telling(
            Entries((a, b), label="$(a, b) =$"),
            Wrong((b, a), r"The two are swapped: $a$ belongs to $\mathbf u$."),
            Wrong(
                (-a, -b),
                r"These make $a\,\mathbf u + b\,\mathbf v + \mathbf w$ zero. Bring $\mathbf w$ to the "
                "other side.",
            ),
            Wrong((a, -b), r"The sign of $b$ is wrong."),
            Wrong((-a, b), r"The sign of $a$ is wrong."),
            Wrong(
                (Fraction(dot(u, w), dot(u, u)), Fraction(dot(v, w), dot(v, v))),
                r"These are projections, and $\mathbf u$ and $\mathbf v$ are not orthogonal.",
            ),
        ),
        "One equation for each entry:"
        + aligned(*(equation((p, q), r, "ab") for p, q, r in zip(u, v, w, strict=True)))
        + rf"The first two are solved by $a = {a}$ and $b = {b}$, and the third then holds as well: "
        rf"${written((a, b), (u, v))} = {vec(w)}$.",
        otherwise="Put your two numbers into all three entries. Which one fails?",
        hint="Three equations for two unknowns: two of them are enough, the third is the check.",
        data={"u": u, "v": v, "w": w},
    )


@Family
def size_of_the_span(rng: np.random.Generator) -> Question:
    """Find the dimension of the span of four vectors in space."""
    dimension = pick(rng, (1, 2, 2, 3))
    u, v = two_in_space(rng)
    factors = two_different(rng, (-2, -1, 1, 2))
    both = combined(factors, (u, v))
    relation = f"${vec(both)} = {written(factors, (u, v))}$"
    k, m = pick(rng, (-2, -1, 2)), 3
    if dimension == 1:
        vectors = [u, scaled(k, u), scaled(m, u), (0, 0, 0)]
        why = rf"All are multiples of ${vec(u)}$, and that is not zero. A line has the dimension $1$."
    elif dimension == 2:
        vectors = [u, v, both, scaled(k, u)]
        why = (
            rf"{relation} and ${vec(scaled(k, u))} = {written((k,), (u,))}$ add nothing to ${vec(u)}$ "
            rf"and ${vec(v)}$, which lie on different lines. A plane has the dimension $2$."
        )
    else:
        outside = added(both, pick(rng, [(1, 0, 0), (0, 1, 0), (0, 0, 1)]))
        vectors = [u, v, both, outside]
        why = (
            rf"${vec(u)}$ and ${vec(v)}$ lie on different lines, and {relation} adds nothing. "
            rf"${vec(outside)}$ differs from it in one entry only; two entries already fix the factors, "
            "so it lies outside the plane. Space has the dimension $3$."
        )
    shown = ", ".join(f"${vec(x)}$" for x in shuffled(rng, vectors))
    return Question(
        f"What is the dimension of the span of {shown}?",
        telling(
            Number(dimension),
            Wrong(
                4,
                "Four vectors with three entries are always dependent: the span lies in space.",
            ),
            Wrong(
                3,
                "Each vector has three entries, but they do not fill space: look for vectors that "
                "are combinations of others.",
            ),
            Wrong(
                2,
                "Look for multiples of one vector first: there are more of them than you think."
                if dimension == 1
                else "One of them lies outside the plane of the others.",
            ),
            Wrong(1, "They do not all lie on one line."),
            Wrong(0, "Only the zero vector alone spans a space of dimension $0$."),
        ),
        why,
        otherwise="Begin with one vector and ask of each further one whether it is a combination of "
        "those you have kept.",
        hint="Which of them are multiples of others? Which are sums of multiples?",
        data={"vectors": vectors},
    )


@Family
def which_are_independent(rng: np.random.Generator) -> Question:
    """Tell which lists of vectors are linearly independent."""
    p, q = pick(rng, BASES)
    k = pick(rng, (-3, -2, 2, 3))
    a, b = two_different(rng, (-2, -1, 1, 2))
    u, v = two_in_space(rng)
    plane = combined((a, b), (p, q))
    steps = ((pick(rng, (1, 2)), k, a), (0, pick(rng, (1, -1)), b), (0, 0, pick(rng, (2, 3))))
    # vectors, whether independent, why
    kinds = [
        ((u, scaled(k, u)), False, rf"The second is ${k}$ times the first."),
        ((u, v), True, "Two vectors that do not lie on one line are independent."),
        (
            (p, q, plane),
            False,
            (
                rf"Three vectors of the plane are never independent: ${vec(plane)} = "
                rf"{written((a, b), (p, q))}$."
            ),
        ),
        (
            (u, v, combined((a, b), (u, v))),
            False,
            (
                rf"No two lie on one line, and yet ${vec(combined((a, b), (u, v)))} = "
                rf"{written((a, b), (u, v))}$."
            ),
        ),
        (
            steps,
            True,
            (
                "Each vector begins with one zero more. In a combination that gives zero, the first entry "
                "forces the first factor to be zero, then the second entry the second, then the third."
            ),
        ),
        (
            (v, (0, 0, 0)),
            False,
            r"A list with the zero vector in it is dependent: $1\cdot\mathbf 0 = \mathbf 0$.",
        ),
        ((u,), True, "A single vector other than zero is independent."),
    ]
    independent = shuffled(rng, [kind for kind in kinds if kind[1]])
    dependent = shuffled(rng, [kind for kind in kinds if not kind[1]])
    right = pick(rng, (1, 2))
    chosen = shuffled(rng, [*independent[:right], *dependent[: 4 - right]])
    options = tuple(
        Option(", ".join(f"${vec(x)}$" for x in vectors), why, free)
        for vectors, free, why in chosen
    )
    return Question(
        "Which of these lists of vectors are linearly independent?",
        Choice(options, several=True),
        "Look for a multiple, a sum, a zero vector, or too many vectors for their entries.\n\n"
        + "\n".join(f"- {option.text}: {option.feedback}" for option in options),
        hint="How many vectors fit into the space they live in?",
        data={"lists": [kind[0] for kind in chosen]},
    )
