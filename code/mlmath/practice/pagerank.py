"""Families on what follows from eigenvalues: iteration, symmetric matrices, and PageRank."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from itertools import permutations
from math import lcm

import numpy as np

from mlmath.practice.family import Family
from mlmath.practice.ingredients import (
    DIRECTIONS,
    LAMBDA,
    Matrix,
    Vector,
    aligned,
    apply,
    column,
    display,
    dot_product,
    matrix,
    par,
    pick,
    plus_times,
    shuffled,
    signed,
    telling,
    tex,
    times,
    transpose,
    turned,
    vec,
)
from mlmath.practice.question import Entries, Number, Question, Wrong

Links = dict[int, tuple[int, ...]]
PAGES = "ABCD"
NUMBERS = {3: "three", 4: "four"}
V = r"\mathbf v"


@Family
def related_matrix(rng: np.random.Generator) -> Question:
    """Find the eigenvalue of a matrix made from another."""
    value = pick(rng, (-4, -3, -2, 2, 3, 4, 5))
    k = pick(rng, (2, 3, 4))
    shift = pick(rng, (-5, -3, -2, -1, 1, 2, 3, 5))
    inverse = Fraction(1, value)
    # in TeX, a function of the eigenvalue, the step, wrong answers
    kinds: list[tuple[str, Callable, str, list[Wrong]]] = [
        (
            f"A^{k}",
            lambda x: x**k,
            rf"A^{k}\mathbf v = \lambda^{k}\mathbf v = {par(value)}^{k}\,\mathbf v",
            [
                Wrong(k * value, f"That belongs to ${k}A$. Here $A$ is applied ${k}$ times."),
                Wrong(-(value**k), "The sign is wrong: multiply it out."),
                Wrong(value ** (k + 1), "That is one application of $A$ too many."),
            ],
        ),
        (
            f"A {plus_times(shift, 'I')}",
            lambda x: x + shift,
            (
                rf"(A {plus_times(shift, 'I')})\mathbf v = A\mathbf v {plus_times(shift, V)} = "
                rf"({tex(value)} {signed(shift)})\,\mathbf v"
            ),
            [
                Wrong(value - shift, "The sign of the shift is wrong."),
                Wrong(value * shift, "Adding a multiple of $I$ adds to the eigenvalue."),
            ],
        ),
        (
            "A^{-1}",
            lambda x: 1 / x,
            rf"\mathbf v = A^{{-1}}A\mathbf v = {par(value)}A^{{-1}}\mathbf v",
            [
                Wrong(-value, "The inverse divides; it does not change the sign."),
                Wrong(-inverse, "The sign stays the same."),
            ],
        ),
        (
            f"A^2 {plus_times(shift, 'A')}",
            lambda x: x * x + shift * x,
            (
                rf"(A^2 {plus_times(shift, 'A')})\mathbf v = \lambda^2\mathbf v "
                rf"{plus_times(shift, LAMBDA + V)} = "
                rf"({par(value)}^2 {signed(shift)}\cdot{par(value)})\,\mathbf v"
            ),
            [
                Wrong(value * value - shift * value, "The sign of the second term is wrong."),
                Wrong(
                    value * value + shift,
                    rf"The second term is ${times(shift, 'A')}$, not a number.",
                ),
                Wrong(value * value, "The second term is missing."),
            ],
        ),
        (
            rf"{k}A^{{-1}}",
            lambda x: Fraction(k, x),
            (
                rf"\mathbf v = A^{{-1}}A\mathbf v = {par(value)}A^{{-1}}\mathbf v, \qquad "
                rf"{k}A^{{-1}}\mathbf v = {k}\cdot{par(inverse)}\,\mathbf v"
            ),
            [
                Wrong(k * value, f"That belongs to ${k}A$; the inverse divides."),
                Wrong(inverse, f"The factor ${k}$ is missing."),
                Wrong(inverse / k, f"That belongs to $({k}A)^{{-1}}$."),
            ],
        ),
    ]
    written, function, step, wrong = pick(rng, kinds)
    result = function(Fraction(value))
    return Question(
        rf"$\mathbf v$ is an eigenvector of the invertible matrix $A$ with eigenvalue "
        rf"${tex(value)}$. With which eigenvalue is it an eigenvector of ${written}$?",
        telling(
            Number(result, label=r"$\lambda =$"),
            *wrong,
            Wrong(value, r"That is the eigenvalue of $A$ itself."),
        ),
        r"$A\mathbf v = \lambda\mathbf v$ with $\lambda = "
        + f"{tex(value)}$, so"
        + display(step)
        + rf"and the eigenvalue is ${tex(result)}$.",
        otherwise=r"Apply the matrix to $\mathbf v$, one factor after the other.",
        hint=r"Replace each $A\mathbf v$ by $\lambda\mathbf v$.",
        data={"value": value, "kind": written, "k": k, "shift": shift},
    )


@Family
def error_factor(rng: np.random.Generator) -> Question:
    """Find the factor by which the error of power iteration shrinks."""
    while True:
        sizes = rng.choice(range(1, 13), size=3, replace=False)
        values = [int(x) * pick(rng, (1, -1, 1)) for x in sizes]
        by_size = sorted(values, key=abs, reverse=True)
        if 0.1 < abs(by_size[1] / by_size[0]) < 0.95:
            break
    factor = Fraction(abs(by_size[1]), abs(by_size[0]))
    first, second, third = by_size
    low_to_high = sorted(values)
    sizes = [rf"\lvert{tex(x)}\rvert = {tex(abs(x))}" for x in by_size]
    return Question(
        rf"A matrix has the eigenvalues ${tex(values[0])}$, ${tex(values[1])}$ and "
        rf"${tex(values[2])}$. By which factor does the error of power iteration shrink in each "
        "step, in the long run?",
        telling(
            Number(factor),
            Wrong(
                1 / factor,
                "That is above $1$, so the error would grow. Divide the smaller by the larger.",
            ),
            Wrong(
                Fraction(abs(third), abs(first)),
                "That is the fastest part of the error. The slowest one is seen in the long run: "
                r"$|\lambda_2/\lambda_1|$.",
            ),
            Wrong(
                Fraction(abs(low_to_high[1]), abs(low_to_high[2])),
                "You ordered the eigenvalues with their signs. Their *size* decides.",
            ),
            Wrong(-factor, "A factor by which a size shrinks is positive."),
            Wrong(
                factor**2,
                "The error of the *vector* shrinks once by the ratio, not twice.",
            ),
            Wrong(Fraction(1, abs(first)), "Compare with the second largest, not with $1$."),
        ),
        rf"By size: ${', '.join(sizes)}$. The parts along "
        rf"the other two eigenvectors are multiplied, in size, by $\tfrac{{{abs(second)}}}{{{abs(first)}}}$ and "
        rf"$\tfrac{{{abs(third)}}}{{{abs(first)}}}$ relative to the first one. The slower of the two "
        rf"remains: the factor is ${tex(factor)}$.",
        otherwise=r"It is $|\lambda_2/\lambda_1|$, with the eigenvalues ordered by size.",
        hint="Order the eigenvalues by size, without their signs.",
        data={"eigenvalues": values},
    )


@Family
def perpendicular_partner(rng: np.random.Generator) -> Question:
    """Find a second eigenvector of a symmetric matrix."""
    while True:
        p = pick(rng, [x for x in DIRECTIONS if max(map(abs, x)) <= 3])
        q = turned(p)
        length = p[0] ** 2 + p[1] ** 2
        second = pick(rng, range(-6, 7))
        first = second + length * pick(rng, (-1, 1))
        # first · pp^T/|p|² + second · qq^T/|p|²
        A = tuple(
            tuple((first * p[i] * p[j] + second * q[i] * q[j]) // length for j in range(2))
            for i in range(2)
        )
        if max(abs(x) for row in A for x in row) <= 12:
            break
    return Question(
        rf"${vec(p)}$ is an eigenvector of{display(f'A = {matrix(A)}')}"
        rf"with eigenvalue ${tex(first)}$. Give an eigenvector with another eigenvalue.",
        telling(
            Entries(q, up_to_scale=True),
            Wrong(p, rf"That one belongs to ${tex(first)}$ again."),
            Wrong(
                p[::-1],
                "Swapping the entries does not turn a vector by a right angle; one of them must "
                "change its sign as well.",
            ),
            Wrong(
                (p[0], -p[1]),
                rf"Its dot product with ${vec(p)}$ is not zero: the two are not perpendicular.",
            ),
            Wrong(A[0], "That is the first row of $A$: multiply it by $A$ and see."),
        ),
        "$A$ is symmetric, so eigenvectors of different eigenvalues are perpendicular, and in the "
        rf"plane there is only one such line: ${dot_product(p, q)} = 0$. Check:"
        + display(rf"A{column(q)} = {column(apply(A, q))} = {par(second)}\cdot{column(q)} ."),
        otherwise="Look at the matrix: what do you know of the eigenvectors of such a one?",
        hint="The matrix is symmetric.",
        data={"A": A, "first": first},
    )


def say_links(links: Links) -> str:
    """Return the links of a web in words."""
    parts = []
    for page, targets in links.items():
        names = [PAGES[target] for target in targets]
        listed = " and ".join([", ".join(names[:-1]), names[-1]] if names[1:] else names)
        parts.append(f"{PAGES[page]} links to {listed or 'nobody'}")
    return "; ".join(parts)


def link_columns(links: Links) -> Matrix:
    """Return the link matrix, in fractions."""
    n = len(links)
    columns = [
        [Fraction(int(i in targets), max(len(targets), 1)) for i in range(n)]
        for targets in links.values()
    ]
    return tuple(zip(*columns, strict=True))


def some_links(rng: np.random.Generator, n: int) -> Links:
    """Return links such that each page has one and no page links to itself."""
    return {
        page: tuple(
            sorted(shuffled(rng, [x for x in range(n) if x != page])[: int(rng.integers(1, n))])
        )
        for page in range(n)
    }


@Family
def write_link_matrix(rng: np.random.Generator) -> Question:
    """Write down the link matrix of three pages."""
    while True:
        links = some_links(rng, 3)
        if rng.random() < 0.3:
            links[int(rng.integers(3))] = ()
        L = link_columns(links)
        if {1, 2} <= set(map(len, links.values())) and transpose(L) != L:
            break
    ones = tuple(tuple(int(x > 0) for x in row) for row in L)
    by_row = tuple(tuple(Fraction(x, max(sum(row), 1)) for x in row) for row in ones)
    steps = []
    for page, targets in links.items():
        if targets:
            names = " and ".join(PAGES[x] for x in targets)
            votes = "one link" if len(targets) == 1 else f"{len(targets)} links"
            steps.append(
                f"- Column {PAGES[page]}: {votes}, so ${tex(Fraction(1, len(targets)))}$ in the "
                f"{'row' if len(targets) == 1 else 'rows'} of {names}."
            )
        else:
            steps.append(f"- Column {PAGES[page]}: no link, so the column is zero.")
    return Question(
        f"A web of three pages: {say_links(links)}. Write down its link matrix $L$, with the pages "
        "in alphabetical order.",
        telling(
            Entries(L, label="$L =$"),
            Wrong(
                transpose(L),
                "Rows and columns are swapped: *column* $j$ says how page $j$ spreads its vote.",
            ),
            Wrong(
                ones,
                "Each page has one vote in all: divide the column by the number of its links.",
            ),
            Wrong(
                transpose(ones),
                "Rows and columns are swapped, and each page has one vote in all.",
            ),
            Wrong(
                by_row,
                "Here the *rows* add up to $1$. A page shares out its own vote, so it is the "
                "columns that do.",
            ),
            Wrong(
                transpose(by_row),
                "Rows and columns are swapped, and the votes are shared out the wrong way.",
            ),
        ),
        "Column by column, each page shares out one vote:\n\n"
        + "\n".join(steps)
        + display(f"L = {matrix(L)} ."),
        otherwise="Go column by column: to whom does A give its vote, and how much to each?",
        hint="Column A has a number in the row of each page that A links to.",
        data={"links": links},
    )


@Family
def ranks_by_hand(rng: np.random.Generator) -> Question:
    """Find the ranks of three pages without damping."""
    n = pick(rng, (3, 4, 4))
    while True:
        links = some_links(rng, n)
        if max(map(len, links.values())) <= 2 and settles(links):
            whole, ranks = exact_ranks(link_columns(links))
            if sum(whole) <= 25:
                break
    L = link_columns(links)
    unknowns = ", ".join(f"r_{page}" for page in PAGES[:n])
    back = reversed_links(links)
    incoming = tuple(sum(x > 0 for x in row) for row in L)
    shares = tuple(sum(row) for row in L)
    outgoing = tuple(len(targets) for targets in links.values())

    def share_out(weights: tuple) -> tuple:
        return tuple(Fraction(x) / sum(weights) for x in weights)

    steps = []
    for page, row in enumerate(L):
        terms = [
            (rf"{tex(x)}\," if x != 1 else "") + f"r_{PAGES[j]}" for j, x in enumerate(row) if x
        ]
        numbers = " + ".join(
            (rf"{tex(x)}\cdot" if x != 1 else "") + tex(whole[j])
            for j, x in enumerate(row)
            if x
        )
        steps.append(
            f"r_{PAGES[page]} &= {' + '.join(terms)} &&\\text{{check: }} {numbers} = "
            f"{tex(whole[page])}"
        )
    return Question(
        f"A web of {NUMBERS[n]} pages: {say_links(links)}. Find the ranks $({unknowns})$ without "
        "damping, adding up to $1$.",
        telling(
            Entries(ranks, label=f"$({unknowns}) =$"),
            Wrong(
                whole,
                "The right proportions. Divide by their sum, so that they add up to $1$.",
            ),
            Wrong(
                share_out(incoming),
                "You counted the links to each page. A link counts as much as its page is worth.",
            ),
            Wrong(
                share_out(shares),
                "That is one click from equal ranks. Click until nothing changes.",
            ),
            Wrong(
                share_out(outgoing),
                "Those are shares of the links *from* each page. The votes it *receives* count.",
            ),
            Wrong(
                (Fraction(1, n),) * n,
                r"Equal ranks are an eigenvector of $L^{\mathsf T}$. Multiply them by $L$.",
            ),
            Wrong(
                exact_ranks(link_columns(back))[1] if settles(back) else (0,) * n,
                "A page receives from those that link *to* it, not from those it links to."
                if settles(back)
                else "Ranks add up to $1$.",
            ),
        ),
        "Each page receives its share of the rank of every page that links to it. With whole "
        f"numbers, $({', '.join(map(tex, whole))})$ fulfils all equations:"
        + aligned(*steps)
        + rf"Their sum is ${tex(sum(whole))}$, so the ranks are ${vec(ranks)}$.",
        otherwise="Put your ranks into the equations: each page receives its share of every "
        "page that links to it.",
        hint="Write one equation for each page. Give one page a convenient number and find the "
        "others from it.",
        data={"links": links},
    )


def reversed_links(links: Links) -> Links:
    """Return the web in which every link goes the other way."""
    return {
        page: tuple(source for source, targets in links.items() if page in targets)
        for page in links
    }


def settles(links: Links) -> bool:
    """Whether the ranks are unique, all positive and not all equal."""
    if not all(links.values()):
        return False
    L = np.array(link_columns(links), dtype=float)
    far = np.linalg.matrix_power(L, 64)
    ranks = far[:, 0]
    return bool(
        np.allclose(far, ranks[:, None], atol=1e-9)
        and ranks.min() > 0.01
        and np.ptp(ranks) > 0.01
    )


def exact_ranks(L: Matrix) -> tuple[Vector, tuple[Fraction, ...]]:
    """Return the ranks without damping, as small whole numbers and adding up to 1."""
    n = len(L)
    # (L − I) r = 0, the last equation replaced by: the ranks add up to 1
    rows = [[x - (i == j) for j, x in enumerate(row)] + [0] for i, row in enumerate(L)]
    rows[-1] = [1] * (n + 1)
    for k in range(n):
        pivot = next(i for i in range(k, n) if rows[i][k])
        rows[k], rows[pivot] = rows[pivot], rows[k]
        rows[k] = [Fraction(x) / rows[k][k] for x in rows[k]]
        for i in range(n):
            if i != k:
                rows[i] = [x - rows[i][k] * y for x, y in zip(rows[i], rows[k], strict=True)]
    ranks = tuple(row[-1] for row in rows)
    common = lcm(*(rank.denominator for rank in ranks))
    return tuple(int(rank * common) for rank in ranks), ranks


@Family
def damped_click(rng: np.random.Generator) -> Question:
    """Find a page's probability after one damped click."""
    d = pick(rng, (Fraction(1, 2), Fraction(3, 5), Fraction(4, 5), Fraction(9, 10)))
    n = 4
    while True:
        links = {page: targets[:2] for page, targets in some_links(rng, n).items()}
        dangling = pick(rng, (None, None, 0, 1, 2, 3))
        if dangling is not None:
            links[dangling] = ()
        page = int(rng.integers(n))
        sources = [j for j, targets in links.items() if page in targets]
        if len(sources) in (1, 2) and dangling not in sources:
            break
    r = pick(
        rng,
        [
            tuple(Fraction(x, 10) for x in order)
            for numbers in ((1, 2, 3, 4), (1, 1, 4, 4), (2, 2, 2, 4), (1, 1, 2, 6))
            for order in set(permutations(numbers))
        ],
    )
    by_links = sum((r[j] / len(links[j]) for j in sources), Fraction(0))
    spread = r[dangling] / n if dangling is not None else Fraction(0)
    value = d * (by_links + spread) + (1 - d) / n
    whole_votes = sum((r[j] for j in sources), Fraction(0))
    name = PAGES[page]
    wrong = [
        Wrong(
            d * (by_links + spread), "The jumps are missing: $(1 - d)/n$ reaches every page."
        ),
        Wrong(by_links + spread, "That is a click without damping."),
        Wrong(
            d * (by_links + spread) + (1 - d),
            f"The jumps are shared out among all ${n}$ pages: $(1 - d)/n$.",
        ),
        Wrong(
            (1 - d) * (by_links + spread) + d / n,
            "Damping and jump are swapped: the surfer *follows a link* with probability $d$.",
        ),
        Wrong(
            d * (whole_votes + spread) + (1 - d) / n,
            "A page shares its vote among all pages that it links to.",
        ),
        Wrong(by_links + spread + (1 - d) / n, "The votes must be multiplied by $d$."),
    ]
    if dangling is not None:
        wrong.insert(
            0,
            Wrong(
                d * by_links + (1 - d) / n,
                f"{PAGES[dangling]} links to nobody: a surfer there jumps, to each page with "
                f"probability ${tex(Fraction(1, n))}$.",
            ),
        )
    terms = [
        decimal(r[j])
        if len(links[j]) == 1
        else rf"\tfrac{{1}}{{{len(links[j])}}}\cdot{decimal(r[j])}"
        for j in sources
    ]
    if dangling is not None:
        terms.append(rf"\tfrac{{1}}{{{n}}}\cdot{decimal(r[dangling])}")
    probabilities = ", ".join(map(decimal, r))
    reasons = " and ".join(f"from {PAGES[j]}" for j in sources)
    from_dangling = "" if dangling is None else " and from the page without links"
    extra = f", and a share of dangling {PAGES[dangling]}" if dangling is not None else ""
    return Question(
        f"A web of four pages: {say_links(links)}. A surfer is on them with the probabilities "
        rf"$(r_A, r_B, r_C, r_D) = ({probabilities})$ and clicks once, with damping $d = {decimal(d)}$. "
        f"What is the probability of finding the surfer on {name} afterwards?",
        telling(Number(value, written=decimal(value)), *wrong),
        f"{name} receives votes {reasons}{extra}; these count $d$ times. Every page receives the "
        "jumps, $(1 - d)/n$:"
        + aligned(
            rf"r_{name} &\leftarrow {decimal(d)}\left({' + '.join(terms)}\right) "
            rf"+ \tfrac{{1}}{{{n}}}\cdot{decimal(1 - d)}",
            rf"&= {decimal(d)}\cdot{decimal(by_links + spread)} + {decimal((1 - d) / n)} = {decimal(value)} .",
        ),
        otherwise=f"Who links to {name}, and among how many links do they divide their vote? What "
        "comes by jumping?",
        hint=rf"$d$ times what comes by links{from_dangling}, plus $(1 - d)/{n}$.",
        data={"links": links, "r": r, "damping": d, "page": page},
    )


def decimal(x: Fraction) -> str:
    """Return a fraction whose decimals end."""
    return f"{float(x):.10g}"
