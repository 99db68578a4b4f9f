"""Families on eigenvectors by inspection and on the characteristic polynomial."""

from __future__ import annotations

from math import cos, pi, sin

import numpy as np

from mlmath.practice.family import Family
from mlmath.practice.ingredients import (
    BASES,
    DIRECTIONS,
    LAMBDA,
    Matrix,
    Vector,
    added,
    aligned,
    apply,
    area,
    column,
    combination,
    determinant,
    display,
    dot_product,
    eigen_matrix,
    lines_choice,
    matrix,
    par,
    pick,
    plus_times,
    polynomial,
    scaled,
    shuffled,
    signed,
    telling,
    tex,
    times,
    trace,
    turned,
    vec,
    whole,
)
from mlmath.practice.question import (
    Choice,
    Entries,
    Matching,
    Number,
    Option,
    Pair,
    Question,
    Wrong,
)

SMALL = (-3, -2, -1, 1, 2, 3, 4, 5)
"""Eigenvalues that make small matrices."""


# Selecting eigenvectors by inspection


@Family
def which_vectors(rng: np.random.Generator) -> Question:
    """Tell which of four vectors are eigenvectors of a matrix."""
    A, (first, second), (p, q) = eigen_matrix(rng, (*SMALL, 0))
    right = {scaled(pick(rng, (-2, -1, 2, 3)), p): first}
    if rng.random() < 0.6:
        right[scaled(pick(rng, (-1, 1, 2)), q)] = second
    decoys = [added(p, q), p[::-1], q[::-1], (1, 0), added(p, (1, 0)), (1, 1), (1, -1), (0, 1)]
    wrong: list[Vector] = []
    for x in decoys:
        turns = area(x, apply(A, x)) != 0
        if turns and all(area(x, other) for other in (*right, *wrong)):
            wrong.append(x)
    wrong = wrong[: 4 - len(right)]

    def option(x: Vector) -> Option:
        y = apply(A, x)
        if x in right:
            factor = right[x]
            text = rf"$A{vec(x)} = {vec(y)} = {par(factor)}\,{vec(x)}$."
            if factor == 0:
                text += r" The eigenvalue may be zero; only the vector may not."
            return Option(f"${vec(x)}$", text, right=True)
        text = rf"$A{vec(x)} = {vec(y)}$, which is no multiple of ${vec(x)}$: it has turned."
        if x == added(p, q):
            text += (
                rf" This is ${vec(p)} + {vec(q)}$, the sum of two eigenvectors with different "
                r"eigenvalues; each part is stretched by another factor."
            )
        elif x in (p[::-1], q[::-1]):
            text += rf" With its entries swapped, ${vec(x[::-1])}$, it would be one."
        return Option(f"${vec(x)}$", text)

    options = shuffled(rng, [option(x) for x in (*right, *wrong)])
    steps = "\n".join(f"- {item.feedback}" for item in options)
    return Question(
        f"Multiply, compare, and mark every eigenvector of{display(f'A = {matrix(A)} .')}",
        Choice(options, several=True),
        "Multiply each vector by $A$ and see whether one factor does for both entries.\n\n"
        + steps,
        hint="By which factor has the first entry changed? And the second?",
        data={"A": A, "vectors": [item.text for item in options]},
    )


@Family
def lines_kept(rng: np.random.Generator) -> Question:
    """Tell from its description how many eigenlines a map has."""
    p, q = pick(rng, DIRECTIONS)
    a, b = pick(rng, (2, 3, 4, 5)), pick(rng, (-1, -2, -3, 6))
    degrees = pick(rng, (30, 45, 60, 72, 90, 120, 135, 150, 210, 240, 270, 300))
    length = p * p + q * q
    mirror = np.array([[p * p - q * q, 2 * p * q], [2 * p * q, q * q - p * p]]) / length
    angle = degrees * pi / 180
    rotation = np.array([[cos(angle), -sin(angle)], [sin(angle), cos(angle)]])
    every_vector = {
        "none": "Some line does stay: take any vector and look where it goes.",
        "one": "More than one line stays: take any vector and look where it goes.",
        "two": "More than two lines stay: take any vector and look where it goes.",
        "every": "Every vector stays on its line.",
    }
    two_lines = {
        "none": "Two lines stay, at right angles to each other.",
        "one": "There is a second line, across the first.",
        "two": "Two lines at right angles to each other, and no other.",
        "every": "Take a vector between the two special directions: it tilts.",
    }
    # words, matrix, how many lines, feedback, solution
    kinds = [
        (
            rf"rotates the plane by ${degrees}°$ about the origin",
            rotation,
            "none",
            {
                "none": rf"Each line is turned by ${degrees}°$, onto another line.",
                "one": "The point at the origin stays, but a line through it is turned.",
                "two": "The lines are turned, all by the same angle.",
                "every": "Only a turn by $180°$ or $360°$ puts each line onto itself.",
            },
            (
                rf"A rotation by ${degrees}°$ turns every line by that angle, and a line comes back "
                "to itself only after $180°$. No line stays."
            ),
        ),
        (
            (
                r"rotates the plane by $180°$ about the origin and then stretches it by "
                rf"${a}$ in every direction"
            ),
            -a * np.eye(2),
            "every",
            every_vector,
            (
                rf"Half a turn takes each $\mathbf x$ to $-\mathbf x$, and stretching makes "
                rf"$-{a}\mathbf x$ of it. Every line stays, with eigenvalue $-{a}$."
            ),
        ),
        (
            f"stretches the plane by ${a}$ in every direction",
            a * np.eye(2),
            "every",
            every_vector,
            rf"Each $\mathbf x$ becomes ${a}\mathbf x$: every line stays, with eigenvalue ${a}$.",
        ),
        (
            f"multiplies first coordinates by ${a}$ and second coordinates by ${b}$",
            np.diag([a, b]),
            "two",
            two_lines | {"every": rf"$(1, 1)$ becomes $({a}, {b})$: it has turned."},
            (
                rf"The two axes stay, with eigenvalues ${a}$ and ${b}$. A vector off the axes has its "
                "two coordinates multiplied by different factors, and turns."
            ),
        ),
        (
            f"shears the plane along the horizontal axis, so that $(0, 1)$ goes to $({b}, 1)$",
            np.array([[1, b], [0, 1]]),
            "one",
            {
                "none": "The vectors on the horizontal axis do not move at all.",
                "one": "The horizontal axis; everything off it slides sideways.",
                "two": "Which other? Every vector off the horizontal axis slides sideways.",
                "every": rf"$(0, 1)$ becomes $({b}, 1)$: it has turned.",
            },
            (
                rf"A vector $(x, y)$ becomes $(x {plus_times(b, 'y')}, y)$. If $y = 0$ nothing changes. "
                "If $y \\ne 0$ the second coordinate stays and the first does not, so it turns."
            ),
        ),
        (
            (
                f"shears the plane along the vertical axis, so that $(1, 0)$ goes to $(1, {a})$, and "
                "then turns every vector back to front"
            ),
            np.array([[-1, 0], [-a, -1]]),
            "one",
            {
                "none": "The vectors on the vertical axis stay on it: they are turned back to "
                "front.",
                "one": "The vertical axis, with eigenvalue $-1$.",
                "two": "Which other? Every vector off the vertical axis slides along it.",
                "every": rf"$(1, 0)$ becomes $(-1, -{a})$: it has turned.",
            },
            (
                r"The shear leaves the vertical axis alone and turns every other line. Turning back to "
                r"front, $-I$, changes no line. So the vertical axis stays, with eigenvalue $-1$."
            ),
        ),
        (
            f"reflects the plane in the line through the origin and $({p}, {q})$",
            mirror,
            "two",
            two_lines,
            (
                rf"A vector in the mirror, like $({p}, {q})$, stays: $\lambda = 1$. One at right angles "
                rf"to it, like ${vec(turned((p, q)))}$, is turned back: $\lambda = -1$. All others land "
                "on the other side of the mirror, on another line."
            ),
        ),
        (
            (
                "sends every vector to the point nearest to it on the line through the origin and "
                f"$({p}, {q})$"
            ),
            (mirror + np.eye(2)) / 2,
            "two",
            two_lines,
            (
                rf"A vector on that line, like $({p}, {q})$, stays: $\lambda = 1$. One at right angles "
                rf"to it, like ${vec(turned((p, q)))}$, goes to zero: $\lambda = 0$, an eigenvalue like "
                "any other. All others end on the line without having been there."
            ),
        ),
    ]
    words, A, right, feedback, solution = pick(rng, kinds)
    return Question(
        f"A map {words}. How many lines through the origin does it carry into themselves?",
        lines_choice(right, feedback),
        solution,
        hint="Picture a few vectors and where they go. Which come back to their line?",
        data={"A": A.tolist()},
    )


@Family
def match_maps(rng: np.random.Generator) -> Question:
    """Match matrices with their eigenlines."""
    a, b = (int(x) for x in rng.choice([2, 3, 4, 5, 6], size=2, replace=False))
    k = pick(rng, (-3, -2, 2, 3))
    # matrix, name of its lines, feedback
    kinds = [
        (((a, 0), (0, b)), "axes", "A diagonal matrix stretches along the axes."),
        (
            ((a, b), (b, a)),
            "diagonals",
            rf"$(1, 1)$ and $(1, -1)$ are multiplied by ${a + b}$ and ${a - b}$.",
        ),
        (((a, k), (0, a)), "horizontal", "Off the horizontal axis this one shears."),
        (((a, 0), (k, a)), "vertical", "Off the vertical axis this one shears."),
        (((a, -b), (b, a)), "none", "This one turns and stretches: no line stays."),
        (((-b, 0), (0, -b)), "every", f"This one multiplies every vector by $-{b}$."),
    ]
    texts = {
        "axes": "both axes, and no other line",
        "diagonals": "the lines through $(1, 1)$ and $(1, -1)$, and no other",
        "horizontal": "the horizontal axis only",
        "vertical": "the vertical axis only",
        "none": "no line",
        "every": "every line",
    }
    chosen = shuffled(rng, kinds)[:4]
    pairs = tuple(Pair(f"${matrix(A)}$", texts[lines], why) for A, lines, why in chosen)
    steps = "\n".join(f"- {pair.left}: {pair.right}. {pair.feedback}" for pair in pairs)
    return Question(
        "Which eigenlines belong to which matrix?",
        Matching(pairs),
        "Look at the columns first: they say where $(1, 0)$ and $(0, 1)$ go.\n\n" + steps,
        otherwise="Multiply $(1, 0)$, $(0, 1)$ and $(1, 1)$ by the matrix and look who turns.",
        hint="The columns are the images of $(1, 0)$ and $(0, 1)$. Do these two stay on the axes?",
        data={"pairs": {texts[lines]: A for A, lines, _ in chosen}},
    )


@Family
def mirror_and_shadow(rng: np.random.Generator) -> Question:
    """Read an eigenvector of a mirror or a projection off its description."""
    p = pick(rng, DIRECTIONS)
    across = turned(p)
    words, other, what = pick(
        rng,
        [
            ("reflects the plane in", -1, "is turned back to front"),
            ("projects the plane at right angles onto", 0, "is squashed to zero"),
        ],
    )
    value = pick(rng, (1, other))
    asked, rest = (p, across) if value == 1 else (across, p)
    along = rf"A vector along the line keeps its place, so ${vec(p)}$ has the eigenvalue $1$."
    crossing = rf"A vector at right angles to the line {what}: it has the eigenvalue ${other}$."
    return Question(
        f"A map {words} the line through the origin and ${vec(p)}$. Give an eigenvector with the "
        f"eigenvalue ${value}$.",
        telling(
            Entries(asked, up_to_scale=True),
            Wrong(rest, crossing if value == 1 else along),
            Wrong(
                asked[::-1],
                "The entries are swapped."
                if value == 1
                else "Changing one sign does not turn a vector by a right angle; its entries must "
                "be swapped as well.",
            ),
            Wrong(
                (asked[0], -asked[1]),
                "One sign is wrong."
                if value == 1
                else "Swapping the entries does not turn a vector by a right angle; one of them "
                "must change its sign as well.",
            ),
            Wrong((1, 0), "The horizontal axis is not special here: it leaves its place."),
            Wrong((0, 1), "The vertical axis is not special here: it leaves its place."),
        ),
        f"{along} {crossing}\n\nAt right angles to ${vec(p)}$ stands ${vec(across)}$, because "
        rf"${dot_product(p, across)} = 0$. So ${vec(asked)}$ has the eigenvalue ${value}$, and so "
        "have its multiples.",
        otherwise="Which vectors does the map leave alone, and which does it "
        + ("turn back?" if other == -1 else "squash?"),
        hint="What does the map do to a vector along the line? To one at right angles to it?",
        data={"direction": p, "map": "mirror" if other == -1 else "projection", "value": value},
    )


# Characteristic polynomials, eigenvalues and eigenvectors


@Family
def characteristic_coefficients(rng: np.random.Generator) -> Question:
    """Write down the characteristic polynomial of a 2×2 matrix."""
    while True:
        a, b, c, d = whole(rng, -5, 5, 4)
        if 0 not in (a, b, c, d, a + d, a * d - b * c):
            break
    t, D = a + d, a * d - b * c
    return Question(
        rf"The characteristic polynomial of{display(f'A = {matrix(((a, b), (c, d)))}')}"
        rf"is $p(\lambda) = \det(\lambda I - A) = \lambda^2 + r\lambda + s$. Give $(r, s)$.",
        telling(
            Entries((-t, D), label="$(r, s) =$"),
            Wrong(
                (t, D),
                r"The sign of $r$: the trace comes with a minus, $\lambda^2 - (\operatorname{tr}A)"
                r"\lambda + \det A$.",
            ),
            Wrong(
                (-t, a * d + b * c),
                r"The determinant is $ad - bc$, with a minus.",
            ),
            Wrong(
                (t, a * d + b * c),
                r"The trace comes with a minus, and so does $bc$ in the determinant $ad - bc$.",
            ),
            Wrong((-t, -D), "The sign of $s$: the determinant comes as it is."),
            Wrong((D, -t), "The two are swapped: $r$ goes with $\\lambda$."),
            Wrong((-t, a * d), "You left $bc$ out of the determinant."),
        ),
        aligned(
            r"p(\lambda) &= \det\begin{pmatrix}"
            rf"\lambda {signed(-a)} & {tex(-b)}\\{tex(-c)} & \lambda {signed(-d)}\end{{pmatrix}}",
            rf"&= (\lambda {signed(-a)})(\lambda {signed(-d)}) - {par(-b)}\cdot{par(-c)}",
            rf"&= \lambda^2 {plus_times(-t, LAMBDA)} {signed(a * d)} {signed(-b * c)}",
            rf"&= {polynomial(-t, D)} .",
        )
        + rf"In short: $r$ is minus the trace, $-({tex(a)} {signed(d)}) = {tex(-t)}$, and $s$ is "
        rf"the determinant, ${par(a)}\cdot{par(d)} - {par(b)}\cdot{par(c)} = {tex(D)}$.",
        otherwise=r"Multiply out $(\lambda - a)(\lambda - d) - bc$: what stands before $\lambda$, and "
        "what stands alone?",
        hint="Which numbers of the matrix are the sum and the product of the eigenvalues?",
        data={"A": ((a, b), (c, d))},
    )


@Family
def eigenvalues_from_trace(rng: np.random.Generator) -> Question:
    """Find two whole eigenvalues from trace and determinant."""
    while True:
        A, values, _ = eigen_matrix(rng, range(-6, 8), largest=14)
        if A[0][1] and A[1][0]:
            break
    low, high = sorted(values)
    (a, _), (_, d) = A
    t, D = trace(A), determinant(A)
    return Question(
        f"Find the eigenvalues of{display(f'A = {matrix(A)} ,')}the smaller one first.",
        telling(
            Entries((low, high), label=r"$(\lambda_1, \lambda_2) =$"),
            Wrong((high, low), "These are the two. The smaller one was to come first."),
            Wrong(
                (-high, -low),
                rf"Both signs are wrong: the sum of the eigenvalues is the trace, ${tex(t)}$. The "
                r"zeros of $(\lambda + 2)(\lambda + 3)$ are $-2$ and $-3$, not $2$ and $3$.",
            ),
            Wrong(
                tuple(sorted((a, d))),
                "These are the diagonal entries. They are the eigenvalues only if an entry beside "
                "the diagonal is zero.",
            ),
            Wrong(
                tuple(sorted((t, D))),
                "These are trace and determinant: the *sum* and the *product* of the eigenvalues.",
            ),
            Wrong(
                tuple(sorted((2 * low, 2 * high))),
                "Twice too much: the quadratic formula ends with a division by $2$.",
            ),
        ),
        rf"The trace is ${tex(a)} {signed(d)} = {tex(t)}$ and the determinant is "
        rf"${par(a)}\cdot{par(d)} - {par(A[0][1])}\cdot{par(A[1][0])} = {tex(D)}$, so"
        + display(rf"p(\lambda) = {polynomial(-t, D)} .")
        + rf"Which two numbers have the sum ${tex(t)}$ and the product ${tex(D)}$? These are "
        rf"${tex(low)}$ and ${tex(high)}$: "
        rf"$p(\lambda) = {factor(low)}{factor(high)}$.",
        otherwise=rf"Check: the two must add up to the trace, ${tex(t)}$, and multiply to the "
        rf"determinant, ${tex(D)}$.",
        hint="Two numbers whose sum is the trace and whose product is the determinant.",
        data={"A": A},
    )


def factor(zero: int) -> str:
    """Return the factor of a polynomial that has this zero."""
    return rf"(\lambda {signed(-zero)})" if zero else LAMBDA


@Family
def eigenvector_of_eigenvalue(rng: np.random.Generator) -> Question:
    """Find an eigenvector for a given eigenvalue."""
    while True:
        A, (value, other), (p, q) = eigen_matrix(rng, (*SMALL, 0, 6), largest=10)
        (a, b), (c, d) = A
        if b and c and p != (1, 1):
            break
    M = ((a - value, b), (c, d - value))
    row = M[0] if any(M[0]) else M[1]
    return Question(
        rf"${tex(value)}$ is an eigenvalue of{display(f'A = {matrix(A)} .')}"
        "Give an eigenvector that belongs to it.",
        telling(
            Entries(p, up_to_scale=True),
            Wrong(
                q,
                rf"An eigenvector, but with the eigenvalue ${tex(other)}$: you may have taken the "
                "wrong one.",
            ),
            Wrong(
                row,
                rf"That is a row of ${shifted(value)}$. The eigenvector has to be *perpendicular* "
                r"to the rows: swap the entries and change one sign.",
            ),
            Wrong(
                (row[1], row[0]),
                rf"Nearly: from the row ${vec(row)}$ of ${shifted(value)}$ swap the entries *and* "
                "change one sign.",
            ),
            Wrong((p[1], p[0]), "The entries are swapped: multiply by $A$ and see."),
            Wrong(
                (p[0], -p[1]),
                "One sign is wrong: multiply by $A$ and see.",
            ),
        ),
        rf"Take ${tex(value)}$ away from each entry of the diagonal:"
        + display(rf"{shifted(value)} = {matrix(M)} .")
        + rf"The row ${vec(row)}$ says ${combination(row)} = 0$, which ${vec((-row[1], row[0]))}$ "
        rf"fulfils; a simpler multiple is ${vec(p)}$. Check:"
        + display(rf"A{column(p)} = {column(apply(A, p))} = {par(value)}\cdot{column(p)} ."),
        otherwise=rf"Multiply your vector by $A$: it has to come out multiplied by ${tex(value)}$.",
        hint=rf"What does the first row of ${shifted(value)}$ say about $x$ and $y$?",
        data={"A": A, "value": value},
    )


def shifted(value: int) -> str:
    """Return A − λI in TeX, with a number for λ."""
    return f"A {plus_times(-value, 'I')}" if value else "A"


@Family
def other_eigenvalue(rng: np.random.Generator) -> Question:
    """Find the last eigenvalue from the trace or the determinant."""
    size = pick(rng, (2, 2, 3))
    known = [pick(rng, (-4, -3, -2, 2, 3, 5)) for _ in range(size - 1)]
    value = pick(rng, (-5, -4, -3, -2, 1, 2, 3, 4, 6, 7))
    total, product = sum(known) + value, int(np.prod(known)) * value
    known_sum, known_product = sum(known), int(np.prod(known))
    if size == 2:
        given = f"One of its eigenvalues is ${known[0]}$. What is the other?"
    else:
        two = f"are ${known[0]}$ and ${known[1]}$"
        if known[0] == known[1]:
            two = f"are equal to ${known[0]}$"
        given = f"Two of its three eigenvalues {two}. What is the third?"
    if pick(rng, (True, False)):
        what, number = "trace", total
        wrong = [
            Wrong(
                total + known_sum,
                "The trace is the sum of *all* eigenvalues: take the known away, do not add.",
            ),
            Wrong(known_sum - total, "The sign: trace minus what is known, not the reverse."),
            Wrong(total / known_product, "You divided. The trace is the *sum* of eigenvalues."),
            Wrong(total, "That is the trace, the sum of all the eigenvalues."),
        ]
        step = (
            rf"The trace is the sum of the eigenvalues: "
            rf"$\lambda = {tex(total)} {' '.join(signed(-x) for x in known)} = {tex(value)}$."
        )
    else:
        what, number = "determinant", product
        wrong = [
            Wrong(
                product - known_sum,
                "You subtracted. The determinant is the *product* of the eigenvalues.",
            ),
            Wrong(
                product * known_product,
                "The determinant is the product of *all* eigenvalues: divide by the known.",
            ),
            Wrong(-value, "The sign: what must you multiply by to get the determinant?"),
            Wrong(product, "That is the determinant, the product of all the eigenvalues."),
        ]
        divisor = r"\cdot".join(map(par, known))
        step = (
            "The determinant is the product of the eigenvalues: "
            rf"$\lambda = \dfrac{{{tex(product)}}}{{{divisor}}} = {tex(value)}$."
        )
    if size == 3:
        wrong.append(
            Wrong(
                number - known[0] if what == "trace" else number / known[0],
                "There are three eigenvalues, and you have used only two of them.",
            )
        )
    return Question(
        rf"A ${size}\times{size}$ matrix has the {what} ${tex(number)}$. {given}",
        telling(Number(value, label=r"$\lambda =$"), *wrong),
        step,
        otherwise="The trace is the sum of the eigenvalues, the determinant their product.",
        hint=f"How does the {what} follow from the eigenvalues?",
        data={"size": size, "known": known, "what": what, "number": number},
    )


@Family
def count_eigenlines(rng: np.random.Generator) -> Question:
    """Tell from the entries whether there are no, one, two or all eigenlines."""
    kind = pick(rng, ("none", "none", "one", "one", "two", "two", "every"))
    value = pick(rng, (-3, -2, -1, 1, 2, 3))
    if kind == "two":
        A, _, _ = eigen_matrix(rng, SMALL, largest=9)
    elif kind == "one":
        directions = [x for x in DIRECTIONS if max(map(abs, x)) <= 3]
        (p, q), k = pick(rng, (*directions, (1, 1), (1, -1))), pick(rng, (1, -1))
        A = ((value - k * p * q, k * p * p), (-k * q * q, value + k * p * q))
    elif kind == "none":
        A = complex_matrix(rng, value, pick(rng, (1, 2)))
    else:
        A = ((value, 0), (0, value))
    (a, b), (c, d) = A
    t, D = trace(A), determinant(A)
    Delta = t * t - 4 * D
    written = rf"$\Delta = {par(t)}^2 - 4\cdot{par(D)} = {tex(Delta)}$"
    feedback = {
        "none": {
            "two": rf"{written} is positive: two different real eigenvalues, each with a line.",
            "one": rf"{written}: there is a real eigenvalue, and it has an eigenvector.",
            "every": "Any vector stays on its line: the matrix is a multiple of $I$.",
        },
        "one": {
            "two": rf"{written} is positive: two different eigenvalues, two lines.",
            "none": rf"{written} is negative: no real eigenvalue.",
            "every": rf"{written} allows one line or all. Here the matrix is a multiple of $I$.",
        },
        "two": {
            "one": rf"{written}: the two eigenvalues are equal. A second line would make every "
            "line one, and the matrix a multiple of $I$.",
            "none": rf"{written} is negative: no real eigenvalue, no line.",
            "every": "More than two: the matrix is a multiple of $I$.",
        },
        "every": {
            "none": r"Only a multiple of $I$ keeps every line; $\Delta < 0$ leaves no line at all.",
            "one": "Only a multiple of $I$ keeps every line. Equal eigenvalues are not enough.",
            "two": "Only a multiple of $I$ keeps every line, and this is none.",
        },
    }
    reasons = {
        "none": rf"{written} is negative: the eigenvalues are complex.",
        "one": rf"{written}, and the matrix is no multiple of $I$: it is defective.",
        "two": rf"{written} is positive: two different real eigenvalues.",
        "every": "The matrix is a multiple of $I$.",
    }
    texts = {key: by_kind.get(kind, reasons[kind]) for key, by_kind in feedback.items()}
    texts[kind] = reasons[kind]
    return Question(
        f"How many eigenlines has{display(f'A = {matrix(A)} ?')}",
        lines_choice(kind, texts),
        rf"The trace is ${tex(a)} {signed(d)} = {tex(t)}$, the determinant "
        rf"${par(a)}\cdot{par(d)} - {par(b)}\cdot{par(c)} = {tex(D)}$, and the discriminant"
        + display(
            rf"\Delta = (\operatorname{{tr}}A)^2 - 4\det A = {par(t)}^2 - 4\cdot{par(D)} = "
            f"{tex(Delta)} ."
        )
        + {
            "two": "It is positive: two different real eigenvalues, and each has one line.",
            "none": "It is negative: the eigenvalues are not real, and no line stays.",
            "one": rf"It is zero: one eigenvalue, ${tex(value)}$, twice. ${shifted(value)}$ is not "
            "zero, so only one line goes to zero under it.",
            "every": rf"It is zero, and $A = {times(value, 'I')}$: every line stays.",
        }[kind],
        hint="The sign of the discriminant decides, and if it is zero, one more look.",
        data={"A": A},
    )


def complex_matrix(rng: np.random.Generator, alpha: int, beta: int) -> Matrix:
    """Return a whole matrix with the eigenvalues α ± iβ."""
    while True:
        (a, c), (b, d) = pick(rng, BASES)
        D = a * d - b * c
        # the quarter turn (0 −1; 1 0), seen from the basis (a, c), (b, d)
        quarter = (
            (D * (a * c + b * d), -D * (a * a + b * b)),
            (D * (c * c + d * d), -D * (a * c + b * d)),
        )
        A = tuple(
            tuple(alpha * (i == j) + beta * quarter[i][j] for j in range(2)) for i in range(2)
        )
        if max(abs(x) for row in A for x in row) <= 12:
            return A


@Family
def complex_pair(rng: np.random.Generator) -> Question:
    """Find the complex eigenvalues of a matrix without eigenlines."""
    alpha, beta = pick(rng, (-3, -2, -1, 1, 2, 3, 4)), pick(rng, (1, 2, 3))
    A = complex_matrix(rng, alpha, beta)
    (a, b), (c, d) = A
    t, D = trace(A), determinant(A)
    return Question(
        rf"The eigenvalues of{display(f'A = {matrix(A)}')}"
        r"are $\alpha \pm i\beta$ with $\beta > 0$. Give $(\alpha, \beta)$.",
        telling(
            Entries((alpha, beta), label=r"$(\alpha, \beta) =$"),
            Wrong(
                (2 * alpha, 2 * beta),
                "Twice too much: the quadratic formula ends with a division by $2$.",
            ),
            Wrong(
                (alpha, 2 * beta),
                "The division by $2$ in the quadratic formula is for the root as well.",
            ),
            Wrong((2 * alpha, beta), "The real part is *half* the trace."),
            Wrong((alpha, beta**2), "You forgot the square root."),
            Wrong((alpha, 4 * beta**2), r"That is $-\Delta$: take its root, and half of that."),
            Wrong((-alpha, beta), "The sign of the real part: it is half the trace."),
            Wrong((alpha, -beta), r"The pair is right; $\beta$ was to be positive."),
            Wrong((beta, alpha), "Real and imaginary part are swapped."),
        ),
        rf"The trace is ${tex(a)} {signed(d)} = {tex(t)}$ and the determinant is "
        rf"${par(a)}\cdot{par(d)} - {par(b)}\cdot{par(c)} = {tex(D)}$, so"
        + display(
            rf"\lambda = \frac{{{tex(t)} \pm \sqrt{{{par(t)}^2 - 4\cdot{par(D)}}}}}{{2}} "
            rf"= \frac{{{tex(t)} \pm \sqrt{{{tex(t * t - 4 * D)}}}}}{{2}} "
            rf"= \frac{{{tex(t)} \pm {tex(2 * beta)}i}}{{2}} "
            rf"= {tex(alpha)} \pm {times(beta, 'i')} ."
        ),
        otherwise=rf"Twice the real part is the trace, ${tex(t)}$, and $\alpha^2 + \beta^2$ is the "
        rf"determinant, ${tex(D)}$.",
        hint=r"The sum of $\alpha + i\beta$ and $\alpha - i\beta$ is the trace. Their product?",
        data={"A": A},
    )
