"""Families on lengths, dot products, angles and projections."""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from itertools import product
from math import isqrt

import numpy as np

from mlmath.practice.family import Family
from mlmath.practice.ingredients import (
    Vector,
    added,
    aligned,
    area,
    dot,
    dot_product,
    par,
    pick,
    scaled,
    telling,
    tex,
    times,
    vec,
    whole,
)
from mlmath.practice.question import Entries, Number, Question, Wrong

U, V = r"\mathbf u", r"\mathbf v"
NORMS = r"(\lVert\mathbf v\rVert_1,\; \lVert\mathbf v\rVert,\; \lVert\mathbf v\rVert_\infty)"


@cache
def whole_lengths(n: int) -> list[Vector]:
    """Return the vectors of n entries, none zero, from -9 to 9, whose length is whole."""
    return [
        x
        for x in product(range(-9, 10), repeat=n)
        if 0 not in x and length(x) ** 2 == dot(x, x) and length(x) <= 11
    ]


def length(x: Vector) -> int:
    """Return the length of x, rounded down."""
    return isqrt(dot(x, x))


def squares(x: Vector) -> str:
    """Return the length of x, written out."""
    return rf"\sqrt{{{' + '.join(str(entry**2) for entry in x)}}} = {length(x)}"


# Dot product of vectors


@Family
def three_norms(rng: np.random.Generator) -> Question:
    """Give the 1-norm, the length and the max norm of a vector."""
    v = pick(rng, [x for x in whole_lengths(3) if min(x) < 0])
    one, two, largest = sum(map(abs, v)), length(v), max(map(abs, v))
    sizes = " + ".join(str(abs(x)) for x in v)
    return Question(
        rf"$\mathbf v = {vec(v)}$. Give its 1-norm, its length and its max norm, "
        rf"${NORMS}$.",
        telling(
            Entries((one, two, largest)),
            Wrong(
                (sum(v), two, largest),
                "The 1-norm adds up the *sizes* of the entries, without their signs.",
            ),
            Wrong(
                (one, two**2, largest),
                "The length is the square root of the sum of squares. The root is missing.",
            ),
            Wrong(
                (one, two, max(v)), "The max norm is the largest *size*; signs do not count."
            ),
            Wrong((two, one, largest), "The first two are swapped."),
            Wrong((largest, two, one), "The first and the last are swapped."),
        ),
        "Without the signs, add up; square, add up, take the root; take the largest:"
        + aligned(
            rf"\lVert\mathbf v\rVert_1 &= {sizes} = {one}",
            rf"\lVert\mathbf v\rVert &= {squares(v)}",
            rf"\lVert\mathbf v\rVert_\infty &= {largest}",
        ),
        otherwise="Signs matter in none of the three. The first is the largest, the last the smallest.",
        hint="Begin with the sizes of the three entries.",
        data={"v": v},
    )


@Family
def missing_entry(rng: np.random.Generator) -> Question:
    """Find the entry that makes two vectors orthogonal."""
    while True:
        a, b, c, p, q = whole(rng, -6, 6, 5)
        rest = b * p + c * q
        if 0 not in (a, b, c, p, q) and abs(a) > 1 and rest and rest % a == 0:
            break
    t = -rest // a
    return Question(
        rf"For which $t$ are $(t, {p}, {q})$ and ${vec((a, b, c))}$ orthogonal?",
        telling(
            Number(t, label="$t =$"),
            Wrong(-t, "The sign: the three products must add up to zero."),
            Wrong(-rest, rf"Divide by the factor of $t$, which is ${a}$."),
            Wrong(rest, "Divide by the factor of $t$, and mind the sign."),
            Wrong(0, "Orthogonal means that the sum of the products is zero, not the entry."),
        ),
        "The dot product must be zero:"
        + aligned(
            rf"{times(a, 't')} + {dot_product((p, q), (b, c))} &= 0",
            rf"{times(a, 't')} &= {-rest}",
            rf"t &= {t}",
        ),
        otherwise="Write down the dot product with $t$ in it, and set it to zero.",
        hint="Work out the two products without $t$ first.",
        data={"known": (p, q), "other": (a, b, c)},
    )


@Family
def cosine_of_angle(rng: np.random.Generator) -> Question:
    """Find the cosine of the angle between two vectors of whole length."""
    while True:
        u, v = pick(rng, whole_lengths(3)), pick(rng, whole_lengths(3))
        d, m, n = dot(u, v), length(u), length(v)
        if d and m != n and abs(d) < m * n:
            break
    cosine = Fraction(d, m * n)
    return Question(
        rf"What is the cosine of the angle between $\mathbf u = {vec(u)}$ and "
        rf"$\mathbf v = {vec(v)}$?",
        telling(
            Number(cosine, label=r"$\cos\theta =$"),
            Wrong(d, "That is the dot product. Divide it by both lengths."),
            Wrong(Fraction(d, m), rf"You divided by $\lVert\mathbf u\rVert = {m}$ only."),
            Wrong(Fraction(d, n), rf"You divided by $\lVert\mathbf v\rVert = {n}$ only."),
            Wrong(
                Fraction(d, (m * n) ** 2),
                "You divided by the squares of the lengths. Take the roots first.",
            ),
            Wrong(-cosine, "The sign is wrong: it is the sign of the dot product."),
        ),
        "The dot product over the lengths:"
        + aligned(
            rf"\langle\mathbf u,\mathbf v\rangle &= {dot_product(u, v)} = {d}",
            rf"\lVert\mathbf u\rVert &= {squares(u)}",
            rf"\lVert\mathbf v\rVert &= {squares(v)}",
        )
        + rf"$\cos\theta = {par(d)}/({m}\cdot{n}) = {tex(cosine)}$.",
        otherwise="Work out the dot product and the two lengths, and check each.",
        hint="Three numbers are needed: one dot product and two lengths.",
        data={"u": u, "v": v},
    )


@Family
def how_far_along(rng: np.random.Generator) -> Question:
    """Find the scalar projection of one vector onto another of whole length."""
    n = pick(rng, (2, 3))
    u = pick(rng, [x for x in whole_lengths(n) if length(x) > 1])
    while True:
        v = whole(rng, -5, 5, n)
        d = dot(u, v)
        if d and area(u[:2], v[:2]):
            break
    m = length(u)
    value = Fraction(d, m)
    return Question(
        rf"What is the scalar projection of $\mathbf v = {vec(v)}$ onto $\mathbf u = {vec(u)}$?",
        telling(
            Number(value),
            Wrong(
                -value, r"The sign is wrong: it is that of $\langle\mathbf u,\mathbf v\rangle$."
            ),
            Wrong(d, r"That is the dot product. Divide it by the length of $\mathbf u$."),
            Wrong(
                Fraction(d, m * m),
                r"That is the factor of $\mathbf u$ in the vector projection. Here divide by "
                r"the length once.",
            ),
            Wrong(
                d / dot(v, v) ** 0.5,
                r"You divided by the length of $\mathbf v$. That is the projection of $\mathbf u$ "
                r"onto $\mathbf v$.",
            ),
        ),
        "The dot product over the length of the vector that is projected *onto*:"
        + aligned(
            rf"\langle\mathbf u,\mathbf v\rangle &= {dot_product(u, v)} = {d}",
            rf"\lVert\mathbf u\rVert &= {squares(u)}",
        )
        + rf"The scalar projection is ${tex(value)}$"
        + (r": $\mathbf v$ points partly against $\mathbf u$." if d < 0 else "."),
        otherwise=r"Check the dot product and the length of $\mathbf u$.",
        hint=r"Which of the two lengths is needed?",
        data={"u": u, "v": v},
    )


@Family
def shadow_of_a_vector(rng: np.random.Generator) -> Question:
    """Find the vector projection of one vector of the plane onto another."""
    u = pick(rng, [(1, 2), (2, 1), (1, -2), (3, 1), (1, 3), (-1, 3), (2, -1), (3, -1), (1, 1)])
    while True:
        v = whole(rng, -6, 6, 2)
        d = dot(u, v)
        if d and area(u, v) and abs(Fraction(d, dot(u, u))) != 1:
            break
    c = Fraction(d, dot(u, u))
    p = tuple(c * x for x in u)
    rest = tuple(a - b for a, b in zip(v, p, strict=True))
    other = Fraction(d, dot(v, v))
    return Question(
        rf"What is the vector projection of $\mathbf v = {vec(v)}$ onto $\mathbf u = {vec(u)}$?",
        telling(
            Entries(p),
            Wrong(
                tuple(other * x for x in v),
                r"That lies on the line of $\mathbf v$: you projected $\mathbf u$ onto $\mathbf v$.",
            ),
            Wrong(rest, r"That is the residual, what is left of $\mathbf v$. Subtract it."),
            Wrong(
                scaled(d, u),
                r"The division is missing: divide by $\langle\mathbf u,\mathbf u\rangle$.",
            ),
            Wrong(
                tuple(d / dot(u, u) ** 0.5 * x for x in u),
                r"You divided by the length of $\mathbf u$ once. Divide by its square.",
            ),
            Wrong(tuple(-x for x in p), "The sign is wrong."),
        ),
        aligned(
            rf"\langle\mathbf u,\mathbf v\rangle &= {dot_product(u, v)} = {d}",
            rf"\langle\mathbf u,\mathbf u\rangle &= {dot_product(u, u)} = {dot(u, u)}",
        ).lstrip()
        + rf"The projection is $\mathbf p = {par(c) if c.denominator == 1 else tex(c)}\,{vec(u)} = "
        rf"{vec(p)}$. Check: what is left, $\mathbf v-\mathbf p = {vec(rest)}$, is orthogonal to "
        r"$\mathbf u$.",
        otherwise=r"Your vector should be a multiple of $\mathbf u$, and $\mathbf v$ minus it "
        r"orthogonal to $\mathbf u$. Which of the two fails?",
        hint=r"Which multiple of $\mathbf u$ is it? Two dot products tell.",
        data={"u": u, "v": v},
    )


# Vector operations assessment


@Family
def distance_to_a_line(rng: np.random.Generator) -> Question:
    """Find the distance of a point from a line through the origin."""
    u = pick(rng, [x for x in whole_lengths(2) if x[0] > 0])
    while True:
        v = whole(rng, -7, 7, 2)
        d, side = dot(u, v), area(u, v)
        if d and side and abs(d) != abs(side):
            break
    m = length(u)
    distance = Fraction(abs(side), m)
    normal = (-u[1], u[0])
    return Question(
        rf"How far is the point ${vec(v)}$ from the line through the origin and ${vec(u)}$?",
        telling(
            Number(distance),
            Wrong(
                Fraction(abs(d), m),
                "That is how far the point lies *along* the line. Ask for the residual.",
            ),
            Wrong(abs(side), rf"Divide by the length of ${vec(u)}$."),
            Wrong(-distance, "A distance is not negative."),
            Wrong(
                dot(v, v) ** 0.5,
                "That is the distance from the origin. The nearest point of the line is another.",
            ),
            Wrong(
                sum((a - b) ** 2 for a, b in zip(u, v, strict=True)) ** 0.5,
                rf"That is the distance from the point ${vec(u)}$ itself.",
            ),
        ),
        rf"${vec(normal)}$ is orthogonal to the line. The distance is the size of the scalar "
        rf"projection onto it:"
        + aligned(
            rf"\langle{vec(normal)},{vec(v)}\rangle &= {dot_product(normal, v)} = {side}",
            rf"\lVert{vec(normal)}\rVert &= {squares(normal)}",
        )
        + rf"The distance is ${tex(distance)}$.",
        otherwise="Project the point onto the line and measure what is left.",
        hint=rf"Swap the entries of ${vec(u)}$ and change one sign: that vector is orthogonal.",
        data={"u": u, "v": v},
    )


@Family
def third_side(rng: np.random.Generator) -> Question:
    """Find the length of a sum or difference from lengths and dot product."""
    sign = pick(rng, (-1, 1))
    while True:
        a, b, c = whole(rng, 2, 12, 3)
        twice = sign * (c * c - a * a - b * b)
        if twice % 2 == 0 and twice and abs(twice) < 2 * a * b and c not in (a + b, abs(a - b)):
            break
    d = twice // 2
    word = "+" if sign > 0 else "-"
    other = (a * a + b * b - sign * twice) ** 0.5
    return Question(
        rf"$\lVert\mathbf u\rVert = {a}$, $\lVert\mathbf v\rVert = {b}$ and "
        rf"$\langle\mathbf u,\mathbf v\rangle = {d}$. What is $\lVert\mathbf u {word} \mathbf v\rVert$?",
        telling(
            Number(c),
            Wrong(c * c, "That is the square of the length. Take the root."),
            Wrong(
                a + sign * b,
                "Lengths do not add or subtract like that, unless the vectors lie on one line.",
            ),
            Wrong(
                (a * a + b * b) ** 0.5,
                "That is Pythagoras, for orthogonal vectors. The dot product is not zero.",
            ),
            Wrong(other, "The sign of the middle term is wrong."),
            Wrong(
                (a * a + b * b + sign * d) ** 0.5,
                "The dot product comes twice: both middle terms are the same.",
            ),
        ),
        "By the laws of the dot product,"
        + aligned(
            rf"\lVert\mathbf u {word} \mathbf v\rVert^2 &= \lVert\mathbf u\rVert^2 {word} "
            r"2\langle\mathbf u,\mathbf v\rangle + \lVert\mathbf v\rVert^2",
            rf"&= {a * a} {word} 2\cdot{par(d)} + {b * b} = {c * c}",
        )
        + rf"The root is ${c}$.",
        otherwise=rf"Expand $\langle\mathbf u {word} \mathbf v,\; \mathbf u {word} \mathbf v\rangle$.",
        hint="Work with the square of the length.",
        data={"a": a, "b": b, "dot": d, "sign": sign},
    )


@Family
def against_the_current(rng: np.random.Generator) -> Question:
    """Find the velocity through the water that gives the velocity over ground."""
    while True:
        ground = whole(rng, -9, 9, 2)
        current = whole(rng, -4, 4, 2)
        if 0 not in (*ground, *current) and ground not in (current, scaled(2, current)):
            break
    steer = added(ground, scaled(-1, current))
    hours = pick(rng, (2, 3))
    total = scaled(hours, steer)
    return Question(
        rf"A boat is to move over ground with the velocity ${vec(ground)}$, in kilometres per hour "
        rf"to the east and to the north. The water itself moves with the velocity ${vec(current)}$. "
        rf"What is the boat's displacement *through the water* in ${hours}$ hours, in kilometres?",
        telling(
            Entries(total),
            Wrong(
                scaled(hours, added(ground, current)),
                "You added the current. Over ground = through the water + current, so subtract it.",
            ),
            Wrong(steer, rf"That is the velocity. The boat travels for ${hours}$ hours."),
            Wrong(
                scaled(-hours, steer),
                "The sign: the current is subtracted from the velocity over ground.",
            ),
            Wrong(
                scaled(hours, ground),
                "That is the displacement over ground; the current is missing.",
            ),
            Wrong(
                added(scaled(hours, ground), scaled(-1, current)),
                rf"The current flows for ${hours}$ hours as well.",
            ),
        ),
        r"The velocity through the water plus that of the current is the velocity over ground. So "
        rf"through the water the boat moves with ${vec(ground)} - {vec(current)} = {vec(steer)}$ "
        rf"kilometres per hour. In ${hours}$ hours that makes ${vec(total)}$.",
        otherwise="Which two velocities add up to which third? Write that down first.",
        hint="Over ground = through the water + current.",
        data={"ground": ground, "current": current, "hours": hours},
    )


@Family
def nearest_multiple(rng: np.random.Generator) -> Question:
    """Find the multiple of one vector that is nearest to another: a slope through the origin."""
    while True:
        x = whole(rng, 1, 4, 3)
        y = whole(rng, -2, 11, 3)
        d, size = dot(x, y), dot(x, x)
        ratios = {Fraction(b, a) for a, b in zip(x, y, strict=True)}
        if d > 0 and len(ratios) == 3 and len(set(x)) > 1 and size <= 25:
            break
    c = Fraction(d, size)
    points = ", ".join(f"${vec(pair)}$" for pair in zip(x, y, strict=True))
    return Question(
        rf"Three measurements: {points}. Which slope $c$ makes the line $y = cx$ fit best, so that "
        rf"the sum of the squared vertical misses is as small as possible?",
        telling(
            Number(c, label="$c =$"),
            Wrong(d, r"That is $\langle\mathbf x,\mathbf y\rangle$. Divide it."),
            Wrong(
                Fraction(sum(y), sum(x)),
                "That goes through the mean of the points. Least squares weighs each point by its "
                "$x$.",
            ),
            Wrong(
                sum(ratios) / 3,
                "That is the mean of the three slopes. Least squares weighs points with a large $x$ "
                "more.",
            ),
            Wrong(
                d / size**0.5,
                r"That is a scalar projection. Divide by $\langle\mathbf x,\mathbf x\rangle$.",
            ),
            Wrong(
                Fraction(d, dot(y, y)),
                r"You projected $\mathbf x$ onto $\mathbf y$: that gives $x$ as a multiple of $y$.",
            ),
        ),
        rf"With $\mathbf x = {vec(x)}$ and $\mathbf y = {vec(y)}$ the sum of squares is "
        r"$\lVert\mathbf y - c\,\mathbf x\rVert^2$, and the nearest multiple of $\mathbf x$ is the "
        "projection:"
        + aligned(
            rf"\langle\mathbf x,\mathbf y\rangle &= {dot_product(x, y)} = {d}",
            rf"\langle\mathbf x,\mathbf x\rangle &= {dot_product(x, x)} = {size}",
        )
        + rf"So $c = {tex(c)}$.",
        otherwise="Collect all $x$ in one vector and all $y$ in another, and project.",
        hint="Which vector is projected onto which?",
        data={"x": x, "y": y},
    )
