"""Families on fitting, simultaneous equations and operations with vectors."""

from __future__ import annotations

from fractions import Fraction

import numpy as np

from mlmath.practice.family import Family
from mlmath.practice.ingredients import (
    BASES,
    added,
    aligned,
    apply,
    column,
    display,
    equation,
    par,
    pick,
    plus_times,
    scaled,
    shuffled,
    signed,
    solutions_choice,
    telling,
    tex,
    times,
    two_different,
    vec,
    whole,
)
from mlmath.practice.question import Choice, Entries, Number, Option, Question, Wrong

U, V = r"\mathbf u", r"\mathbf v"


def difference(x: tuple, y: tuple) -> tuple:
    """Return x - y."""
    return added(x, scaled(-1, y))


# Exploring parameter space


@Family
def misfit_by_hand(rng: np.random.Generator) -> Question:
    """Add up the squares of what three bars and a curve disagree by."""
    while True:
        bars = whole(rng, 2, 9, 3)
        residuals = whole(rng, -3, 3, 3)
        curve = added(bars, residuals)
        if min(curve) >= 0 and np.count_nonzero(residuals) >= 2 and len(set(residuals)) > 1:
            break
    value = sum(r * r for r in residuals)
    terms = " + ".join(f"({tex(c)} - {tex(b)})^2" for b, c in zip(bars, curve, strict=True))
    squares = " + ".join(tex(r * r) for r in residuals)
    return Question(
        rf"Three bars have the heights ${vec(bars)}$. Over their middles a curve has the heights "
        rf"${vec(curve)}$. What is the misfit, the sum of the squared differences?",
        telling(
            Number(value, label="misfit ="),
            Wrong(
                sum(map(abs, residuals)),
                "You added the differences without their signs. Square each before you add.",
            ),
            Wrong(
                sum(residuals),
                "You added the differences as they are: too much here and too little there "
                "cancel, and a bad curve looks good. Squares cannot cancel.",
            ),
            Wrong(
                sum(residuals) ** 2,
                "You squared the sum. Square each difference, then add.",
            ),
            Wrong(
                sum(c * c - b * b for b, c in zip(bars, curve, strict=True)),
                "You squared the heights and took the differences. First the difference, then "
                "the square.",
            ),
        ),
        f"Bar by bar:{aligned(f'&{terms}', f'&= {squares} = {value} .')}",
        otherwise="Take the difference over each bar, square it, and add the three squares.",
        hint="How far is the curve from the first bar?",
        data={"bars": bars, "curve": curve},
    )


@Family
def best_of_three(rng: np.random.Generator) -> Question:
    """Choose the parameters whose curve disagrees least."""
    while True:
        bars = whole(rng, 3, 8, 3)
        cancelling = pick(rng, ((3, -3, 0), (-3, 0, 3), (2, 1, -3), (-2, 4, -2)))
        near = pick(rng, ((1, 1, 1), (1, -1, 1), (0, 1, -1), (-1, 0, -1), (2, 0, 0)))
        one_bar = pick(rng, ((0, 0, 3), (4, 0, 0), (0, -3, 0)))
        curves = [added(bars, r) for r in (near, cancelling, one_bar)]
        if min(map(min, curves)) >= 0:
            break
    q = pick(rng, (2, 3, 4))
    guesses = [(p, q) for p in shuffled(rng, (10, 12, 14))]
    misfits = [sum(r * r for r in rs) for rs in (near, cancelling, one_bar)]
    said = (
        f"Its misfit is {misfits[0]}, the smallest.",
        f"Too much and too little cancel, but their squares add up to {misfits[1]}.",
        f"It meets two bars and misses the other by so much that the misfit is {misfits[2]}.",
    )
    rows = list(zip(guesses, curves, said, (True, False, False), strict=True))
    listed = "; ".join(
        f"${vec(guess)}$ gives ${vec(curve)}$" for guess, curve, *_ in sorted(rows)
    )
    options = tuple(
        Option(f"${vec(guess)}$", feedback, right) for guess, _, feedback, right in sorted(rows)
    )
    sums = "; ".join(
        f"${vec(guess)}$: $" + " + ".join(f"{par(r)}^2" for r in difference(curve, bars)) + "$"
        for guess, curve, *_ in sorted(rows)
    )
    return Question(
        f"Three bars have the heights ${vec(bars)}$. Three guesses at the parameters $(p, q)$ give "
        f"curves with these heights over them: {listed}. Which guess has the smallest misfit?",
        Choice(options),
        f"The misfits are {sums}. The smallest is {misfits[0]}.",
        hint="Square the differences before you add them.",
        data={"bars": bars, "curves": {guess: curve for guess, curve, *_ in rows}},
    )


@Family
def narrower_bell(rng: np.random.Generator) -> Question:
    """Say how the peak of a bell curve follows its width."""
    k = pick(rng, (2, 3, 4, 5))
    wider = pick(rng, (True, False))
    height = pick(rng, (2, 3, 4, 6)) * (k if wider else 1)
    sigma = pick(rng, (2, 3, 4)) * (1 if wider else k)
    value = height // k if wider else height * k
    other = height * k if wider else height / k
    verb = "grows to" if wider else "shrinks to"
    new = sigma * k if wider else sigma // k
    return Question(
        rf"A multiple of the bell curve with $\sigma = {sigma}$ has its peak at height ${height}$. "
        rf"Now $\sigma$ "
        rf"{verb} ${new}$, and $\mu$ stays. The area under the curve stays the "
        "same. How high is the peak?",
        telling(
            Number(value, label="height ="),
            Wrong(
                other,
                "The other way round: the same area over a wider base is lower, not higher.",
            ),
            Wrong(
                height,
                r"The height would stay if the curve were only stretched sideways, but then its "
                r"area would change. The factor $\frac{1}{\sigma\sqrt{2\pi}}$ keeps the area.",
            ),
            Wrong(
                height / k**2 if wider else height * k**2,
                r"The peak is a multiple of $\frac{1}{\sigma\sqrt{2\pi}}$: it has $\sigma$ in it once, not "
                "squared.",
            ),
        ),
        r"At $x = \mu$ the exponential is $1$, so the peak is proportional to $\frac1\sigma$. "
        rf"As $\sigma$ is {'multiplied' if wider else 'divided'} by ${k}$, the peak is "
        rf"{'divided' if wider else 'multiplied'} by ${k}$: ${value}$.",
        otherwise=r"Compare $\frac{1}{\sigma\sqrt{2\pi}}$ before and after.",
        hint=r"What is left of the formula at $x = \mu$?",
        data={"sigma": sigma, "new": new, "height": height},
    )


@Family
def step_of_a_fit(rng: np.random.Generator) -> Question:
    """Find where a walk in parameter space arrives."""
    while True:
        start = (pick(rng, range(150, 181)), pick(rng, range(5, 15)))
        first, second = whole(rng, -6, 6, 2), whole(rng, -3, 3, 2)
        arrival = added(added(start, first), second)
        if 0 not in (*first, *second) and start[1] + first[1] > 1 and arrival[1] > 1:
            break
    return Question(
        rf"A fit starts at $(\mu,\sigma) = {vec(start)}$ and takes two steps: first ${vec(first)}$, "
        rf"then half of ${vec(scaled(2, second))}$. At which $(\mu,\sigma)$ does it arrive?",
        telling(
            Entries(arrival, label=r"$(\mu,\sigma) =$"),
            Wrong(
                added(added(start, first), scaled(2, second)),
                "Only half of the second step is taken.",
            ),
            Wrong(
                added(first, second), "These are the two steps alone. Where did the fit start?"
            ),
            Wrong(added(start, first), "That is where it stands after the first step."),
            Wrong(
                difference(difference(start, first), second),
                "You took the steps away. A step is added to where you stand.",
            ),
        ),
        "Steps are vectors and are added entry by entry:"
        + aligned(
            f"&{column(start)} + {column(first)} + {column(second)}", f"&= {column(arrival)} ."
        )
        + f"It arrives at ${vec(arrival)}$.",
        otherwise="Add the first step and half of the second to the start, entry by entry.",
        hint="What is half of the second vector?",
        data={"start": start, "first": first, "second": scaled(2, second)},
    )


# Solving simultaneous equations


@Family
def two_unknowns(rng: np.random.Generator) -> Question:
    """Solve two equations with two unknowns."""
    while True:
        A = (whole(rng, 1, 5, 2), whole(rng, -4, 5, 2))
        x = whole(rng, -4, 6, 2)
        D = A[0][0] * A[1][1] - A[0][1] * A[1][0]
        if D and 0 not in A[1] and x[0] != x[1] and all(x):
            break
    b = apply(A, x)
    (a11, a12), (_, a22) = A
    behind = Fraction(b[0] - b[1], D)
    return Question(
        f"Solve{aligned(*(equation(row, value) for row, value in zip(A, b, strict=True)))}"
        "and give $(x, y)$.",
        telling(
            Entries(x, label="$(x, y) =$"),
            Wrong((x[1], x[0]), "The two are swapped."),
            Wrong(
                (behind, (b[0] - a11 * behind) / a12),
                "Whoever multiplies an equation multiplies its right side too.",
            ),
            Wrong((-x[0], -x[1]), "Both signs are wrong: put your numbers in and see."),
            Wrong((-x[0], x[1]), "The sign of $x$ is wrong: put your numbers in and see."),
            Wrong((x[0], -x[1]), "The sign of $y$ is wrong: put your numbers in and see."),
            Wrong(b, "These are the right-hand sides."),
        ),
        f"${tex(a22)}$ times the first equation minus ${par(a12)}$ times the second has no $y$: "
        f"${times(D, 'x')} = {par(a22)}\\cdot{par(b[0])} - {par(a12)}\\cdot{par(b[1])} = "
        f"{tex(D * x[0])}$, so $x = {tex(x[0])}$. The first equation then says "
        f"${times(a12, 'y')} = {tex(b[0])} - {par(a11)}\\cdot{par(x[0])} = {tex(a12 * x[1])}$, so "
        f"$y = {tex(x[1])}$.",
        otherwise="Put your numbers into both equations: at least one does not hold.",
        hint="Multiply each equation so that $y$ has the same factor in both; then subtract.",
        data={"A": A, "b": b},
    )


@Family
def three_unknowns(rng: np.random.Generator) -> Question:
    """Solve three equations, one of which is short."""
    while True:
        x = whole(rng, -3, 5, 3)
        a, b, c = (pick(rng, (1, 2, 3)) for _ in range(3))
        if all(x) and len(set(x)) == 3 and a != b:
            break
    A = ((1, 1, 1), (a, b, 0), (0, 0, c))
    right = apply(A, x)
    shown = shuffled(rng, tuple(zip(A, right, strict=True)))
    rest = right[0] - x[2]
    without = Fraction(right[1] - b * right[0], a - b)
    return Question(
        f"Solve{aligned(*(equation(row, value) for row, value in shown))}and give $(x, y, z)$.",
        telling(
            Entries(x, label="$(x, y, z) =$"),
            Wrong((x[1], x[0], x[2]), "$x$ and $y$ are swapped."),
            Wrong((x[2], x[1], x[0]), "$x$ and $z$ are swapped."),
            Wrong(
                (without, right[0] - without, x[2]),
                f"In ${equation((1, 1, 1), right[0]).replace('&', '')}$ you left $z$ out.",
            ),
            Wrong(
                tuple(-one for one in x), "All signs are wrong: put your numbers in and see."
            ),
            Wrong(right, "These are right-hand sides, not unknowns."),
        ),
        f"The equation with one unknown gives $z = {tex(x[2])}$. With it, $x + y = {tex(rest)}$, so "
        f"$y = {tex(rest)} - x$. Put that into ${times(a, 'x')} {plus_times(b, 'y')} = "
        f"{tex(right[1])}$: ${times(a - b, 'x')} = {tex(right[1])} - {par(b)}\\cdot{par(rest)} = "
        f"{tex((a - b) * x[0])}$, so $x = {tex(x[0])}$ and $y = {tex(x[1])}$.",
        otherwise="Put your numbers into all three equations: at least one does not hold.",
        hint="One of the equations has a single unknown in it.",
        data={"shown": shown},
    )


@Family
def number_of_solutions(rng: np.random.Generator) -> Question:
    """Tell one, none and infinitely many solutions apart by looking."""
    while True:
        row = whole(rng, -4, 5, 2)
        value = pick(rng, range(-5, 9))
        factor = pick(rng, (-2, 2, 3))
        if all(row) and value and row[0] != row[1]:
            break
    kind = pick(rng, ("one", "none", "many"))
    second, other = scaled(factor, row), factor * value
    if kind == "one":
        second = (second[0], second[1] + pick(rng, (-1, 1)))
    if kind == "none":
        other += pick(rng, (-3, -1, 1, 2))
    choice, reason = solutions_choice(kind, factor, (value, other))
    return Question(
        f"Two equations:{aligned(equation(row, value), equation(second, other))}"
        "How many pairs $(x, y)$ satisfy both?",
        choice,
        f"Compare the two equations, left sides first. {reason}",
        hint="Is one left side a multiple of the other? And the right sides?",
        data={"A": (row, second), "b": (value, other)},
    )


# Doing some vector operations


@Family
def combine(rng: np.random.Generator) -> Question:
    """Work out a linear combination."""
    size = pick(rng, (2, 3))
    while True:
        u, v = whole(rng, -5, 6, size), whole(rng, -5, 6, size)
        a, b = pick(rng, (2, 3, 4)), pick(rng, (-4, -3, -2, -1))
        value = added(scaled(a, u), scaled(b, v))
        if any(u) and any(v) and u != v and min(v) < 0:
            break
    written = f"{times(a, U)} {plus_times(b, V)}"
    return Question(
        rf"For $\mathbf u = {vec(u)}$ and $\mathbf v = {vec(v)}$, what is ${written}$?",
        telling(
            Entries(value, label=f"${written} =$"),
            Wrong(
                added(scaled(a, u), scaled(-b, v)),
                rf"You added. The factor of $\mathbf v$ is ${tex(b)}$.",
            ),
            Wrong(
                tuple(a * x - abs(b * y) for x, y in zip(u, v, strict=True)),
                "Minus a negative entry adds.",
            ),
            Wrong(difference(u, v), "Scale the vectors before you subtract."),
            Wrong(
                (value[0], *difference(u, v)[1:]),
                "The factors belong to every entry, not to the first alone.",
            ),
        ),
        f"Entry by entry:{display(f'{a}{column(u)} {plus_times(b, column(v))} = {column(value)} .')}",
        otherwise="Scale both vectors, entry by entry, and then add.",
        hint="Write down the two scaled vectors first.",
        data={"u": u, "v": v, "a": a, "b": b},
    )


@Family
def missing_vector(rng: np.random.Generator) -> Question:
    """Solve an equation for a vector."""
    while True:
        u, x = whole(rng, -5, 6, 3), whole(rng, -4, 5, 3)
        k = pick(rng, (2, 3, 4))
        v = added(u, scaled(k, x))
        if any(u) and len(set(x)) > 1 and max(map(abs, v)) <= 20:
            break
    return Question(
        rf"Find $\mathbf x$ with ${vec(u)} + {k}\mathbf x = {vec(v)}$.",
        telling(
            Entries(x, label=r"$\mathbf x =$"),
            Wrong(difference(v, u), rf"That is ${k}\mathbf x$."),
            Wrong(scaled(-1, x), "You subtracted the right side from the left."),
            Wrong(
                scaled(k, difference(v, u)),
                rf"Divide by ${k}$, that is, scale by $\frac1{{{k}}}$.",
            ),
            Wrong(difference(v, scaled(k, u)), f"Take ${vec(u)}$ away first; then divide."),
        ),
        rf"Take ${vec(u)}$ away on both sides: ${k}\mathbf x = {vec(difference(v, u))}$. Scale by "
        rf"$\frac1{{{k}}}$: $\mathbf x = {vec(x)}$.",
        otherwise="Put your vector into the equation, entry by entry.",
        hint="Treat it like an equation for a number; the rules are the same.",
        data={"u": u, "v": v, "k": k},
    )


@Family
def part_of_the_way(rng: np.random.Generator) -> Question:
    """Find the point that lies a fraction of the way between two others."""
    while True:
        n = pick(rng, (3, 4, 5))
        m = pick(rng, range(1, n))
        step, p = whole(rng, -4, 4, 2), whole(rng, -5, 6, 2)
        q = added(p, scaled(n, step))
        if all(step) and (2 * m != n) and p != q:
            break
    value = added(p, scaled(m, step))
    fraction = rf"\tfrac{m}{n}"
    return Question(
        rf"You walk straight from $P = {vec(p)}$ to $Q = {vec(q)}$. Where are you after "
        f"${fraction}$ of the way?",
        telling(
            Entries(value),
            Wrong(
                scaled(m, step),
                "That is how far you have come. Add it to the point where you started.",
            ),
            Wrong(
                added(p, scaled(n - m, step)),
                "That is so much of the way from the other end.",
            ),
            Wrong(
                difference(p, scaled(m, step)),
                r"You walked away from $Q$: from $P$ to $Q$ is $Q - P$.",
            ),
            Wrong(added(p, scaled(n, step)), "That is $Q$, all of the way."),
        ),
        rf"From $P$ to $Q$ is $Q - P = {vec(scaled(n, step))}$. After ${fraction}$ of it you are at"
        + aligned(
            f"&{column(p)} + {fraction}{column(scaled(n, step))}",
            f"&= {column(p)} + {column(scaled(m, step))} = {column(value)} .",
        ),
        otherwise=rf"The point is $P + {fraction}(Q - P)$.",
        hint="Which vector leads all the way?",
        data={"p": p, "q": q, "share": (m, n)},
    )


@Family
def factors_of_a_combination(rng: np.random.Generator) -> Question:
    """Write a vector as a combination of two others."""
    u, v = pick(rng, BASES)
    a, b = two_different(rng, (-3, -2, -1, 1, 2, 3, 4))
    w = added(scaled(a, u), scaled(b, v))
    sums = aligned(
        *(equation((u[i], v[i]), w[i], "ab") if u[i] or v[i] else "0 &= 0" for i in (0, 1))
    )
    return Question(
        rf"Write ${vec(w)}$ as $a\,{vec(u)} + b\,{vec(v)}$. What is $(a, b)$?",
        telling(
            Entries((a, b), label="$(a, b) =$"),
            Wrong((b, a), "The two are swapped."),
            Wrong((-a, -b), "Both signs are wrong: put your numbers in and see."),
            Wrong((a, -b), "The sign of $b$ is wrong: put your numbers in and see."),
            Wrong((-a, b), "The sign of $a$ is wrong: put your numbers in and see."),
            Wrong(w, "That would be right with $(1, 0)$ and $(0, 1)$."),
        ),
        f"Each entry is one equation:{sums}They give $a = {tex(a)}$ and $b = {tex(b)}$; "
        f"check: ${par(a)}\\,{vec(u)} {signed(b)}\\,{vec(v)} = {vec(w)}$.",
        otherwise="Scale both vectors by your numbers, add, and compare.",
        hint="There is an equation for the first entries and one for the second.",
        data={"u": u, "v": v, "w": w},
    )
