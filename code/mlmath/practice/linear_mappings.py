"""Families on products of any shape, shadows, changes of basis and orthogonal matrices."""

from __future__ import annotations

from fractions import Fraction
from itertools import permutations, product

import numpy as np

from mlmath.practice.family import Family
from mlmath.practice.ingredients import (
    BASES,
    Matrix,
    Vector,
    added,
    aligned,
    apply,
    area,
    column,
    display,
    dot,
    dot_product,
    inverse,
    matrix,
    multiply,
    par,
    pick,
    plus_times,
    scaled,
    shuffled,
    telling,
    tex,
    times,
    transpose,
    two_different,
    vec,
    whole,
    whole_matrix,
)
from mlmath.practice.question import Choice, Entries, Number, Option, Question, Wrong


def small(rng: np.random.Generator, rows: int, columns: int) -> Matrix:
    """Return a matrix of small whole numbers, without a row or a column of zeros."""
    while True:
        A = whole_matrix(rng, -3, 3, rows, columns)
        if all(map(any, A)) and all(map(any, transpose(A))):
            return A


# Non-square matrix multiplication


@Family
def product_of_any_shape(rng: np.random.Generator) -> Question:
    """Multiply two matrices that are not square."""
    m, n, p = pick(rng, ((2, 3, 2), (1, 3, 2), (3, 2, 2), (2, 3, 1), (2, 1, 3), (2, 4, 2)))
    A, B = small(rng, m, n), small(rng, n, p)
    C = multiply(A, B)
    entries = [
        f"C_{{{i + 1}{k + 1}}} &= {dot_product(A[i], transpose(B)[k])} = {tex(C[i][k])}"
        for i in range(m)
        for k in range(p)
    ]
    wrong = [
        Wrong(
            multiply(A, tuple(reversed(B))),
            "The rows of the second matrix were taken from the bottom up: the first entry of a "
            "row meets the *first* entry of the column.",
        ),
        Wrong(
            tuple(tuple(-x for x in row) for row in C),
            "All signs are wrong. Work out one entry once more.",
        ),
        Wrong(
            tuple(tuple(a * sum(b) for b in transpose(B)) for a in map(sum, A)),
            "You added up the row and the column and multiplied the sums. Multiply entry by "
            "entry first, then add.",
        ),
        Wrong(
            tuple(
                tuple(dot(tuple(map(abs, a)), tuple(map(abs, b))) for b in transpose(B))
                for a in A
            ),
            "The minus signs got lost.",
        ),
    ]
    if m == p:
        wrong.insert(
            0,
            Wrong(
                transpose(C),
                "Rows and columns of the result are swapped: entry $i,k$ is row $i$ times column $k$.",
            ),
        )
    return Question(
        r"Work out $C = AB$ for" + aligned(rf"A &= {matrix(A)},", rf"B &= {matrix(B)} ."),
        telling(Entries(C, label="$AB =$"), *wrong),
        f"Row times column, for each of the ${m}\\times{p}$ entries:"
        + aligned(*entries)
        + f"So $AB = {matrix(C)}$.",
        otherwise="Entry $i,k$ is row $i$ of the first matrix times column $k$ of the second.",
        hint="How many rows does the result have, how many columns?",
        data={"A": A, "B": B},
    )


@Family
def shape_of_a_product(rng: np.random.Generator) -> Question:
    """Find the shape of a product of three matrices, one of them transposed."""
    m, n, p, q = (int(x) for x in rng.choice(range(2, 10), 4, replace=False))
    names = ["A", "B", "C"]
    shapes = [(m, n), (n, p), (p, q)]
    flipped = pick(rng, (0, 1, 2, None))
    factors = []
    for k, name in enumerate(names):
        if k == flipped:
            shapes[k] = shapes[k][::-1]
            factors.append(name + r"^{\mathsf T}")
        else:
            factors.append(name)
    told = ", ".join(
        rf"${x}$ is ${a}\times{b}$" for x, (a, b) in zip(names, shapes, strict=True)
    )
    formula = "".join(factors)
    return Question(
        f"{told}. What is the shape of ${formula}$? Give (rows, columns).",
        telling(
            Entries((m, q), label="(rows, columns) ="),
            Wrong((q, m), "Rows and columns are swapped."),
            Wrong(
                (shapes[0][0], shapes[2][1]),
                "You took the first number of the first matrix and the last of the last, but one "
                "of the factors is transposed: its numbers change places.",
            ),
            Wrong(
                (n, p), "These are the lengths that meet inside; they are summed and vanish."
            ),
            Wrong((m, p), "That is the shape of the first two factors together."),
            Wrong((n, q), "That is the shape of the last two factors together."),
        ),
        rf"The factors have the shapes ${m}\times{n}$, ${n}\times{p}$ and ${p}\times{q}$, in this "
        rf"order. Where two meet the lengths agree, ${n}$ and ${p}$, and vanish in the sum; ${m}$ "
        rf"rows and ${q}$ columns are left.",
        otherwise="Write the shapes below the factors and strike out the pairs that meet.",
        hint="Transposing exchanges the two numbers of a shape.",
        data={"shapes": shapes, "flipped": flipped},
    )


PATTERNS = {
    "A_{ij}B_{kj}": ("row {i} of $A$ and row {k} of $B$", lambda A, B, i, k: dot(A[i], B[k])),
    "A_{ji}B_{jk}": (
        "column {i} of $A$ and column {k} of $B$",
        lambda A, B, i, k: dot(transpose(A)[i], transpose(B)[k]),
    ),
    "A_{ij}B_{ij}": (
        "all entries of $A$ with those of $B$",
        lambda A, B, i, k: sum(map(dot, A, B)),
    ),
}


@Family
def read_the_indices(rng: np.random.Generator) -> Question:
    """Work out one entry of a product that is written with indices."""
    pattern = pick(rng, PATTERNS)
    A, B = small(rng, 2, 3), small(rng, 2, 3)
    last = 2 if pattern == "A_{ij}B_{kj}" else 3
    i, k = int(rng.integers(last)), int(rng.integers(last))
    words, rule = PATTERNS[pattern]
    value = rule(A, B, i, k)
    scalar = pattern == "A_{ij}B_{ij}"
    where = "" if scalar else f" for $i = {i + 1}$ and $k = {k + 1}$"
    free = "no index is free, so it is one number" if scalar else "$i$ and $k$ are free"
    pairs = {
        "A_{ij}B_{kj}": lambda: list(zip(A[i], B[k], strict=True)),
        "A_{ji}B_{jk}": lambda: [(A[j][i], B[j][k]) for j in range(2)],
        "A_{ij}B_{ij}": lambda: [(A[r][c], B[r][c]) for r in range(2) for c in range(3)],
    }[pattern]()
    written = dot_product(*zip(*pairs, strict=True))
    others = [
        Wrong(
            PATTERNS[other][1](A, B, i, k),
            f"That is ${other}$: look again which index is repeated, and where it stands.",
        )
        for other in PATTERNS
        if other != pattern and max(i, k) < 2  # there is no third row
    ]
    if scalar:
        others = [Wrong(dot(A[0], B[0]), "$i$ is repeated, too: go on with the second row.")]
    return Question(
        rf"With the summation convention, what is ${pattern}${where}, where"
        + aligned(rf"A &= {matrix(A)},", rf"B &= {matrix(B)} ?"),
        telling(
            Number(value),
            Wrong(rule(B, A, i, k), r"$A$ and $B$ have changed places: $i$ belongs to $A$."),
            *others,
            Wrong(-value, "The sign is wrong."),
            Wrong(
                sum(a for a, _ in pairs) * sum(b for _, b in pairs), "Multiply first, then add."
            ),
            Wrong(pairs[0][0] * pairs[0][1], "That is the first term of the sum only."),
        ),
        f"The repeated index is summed, {free}: it is the dot product of "
        f"{words.format(i=i + 1, k=k + 1)}," + display(f"{written} = {tex(value)} ."),
        otherwise="Which index occurs twice? It runs through all its values.",
        hint="Write the sum out, term by term.",
        data={"pattern": pattern, "A": A, "B": B, "i": i, "k": k},
    )


# A projection with a non-square matrix


def light(rng: np.random.Generator) -> Vector:
    """Return a slanting direction of light that goes down and makes halves and thirds at most."""
    down = pick(rng, (-1, -2, -3, -4))
    while True:
        s = (int(rng.integers(-4, 5)), int(rng.integers(-4, 5)), down)
        if s[0] and s[1] and s[0] != s[1]:
            return s


def shadow_matrix(s: Vector, sign: int = -1) -> Matrix:
    """Return the matrix that casts shadows on the floor along s."""
    return ((1, 0, sign * Fraction(s[0], s[2])), (0, 1, sign * Fraction(s[1], s[2])))


@Family
def shadow_on_the_floor(rng: np.random.Generator) -> Question:
    """Find the shadow of a point on the floor."""
    s = light(rng)
    height = -s[2] * pick(rng, (1, 2, 3))
    r = (int(rng.integers(-5, 6)), int(rng.integers(-5, 6)), height)
    steps = Fraction(-height, s[2])
    value = (r[0] + steps * s[0], r[1] + steps * s[1])
    return Question(
        rf"Light falls along $\mathbf s = {vec(s)}$. Where on the floor, the plane $z = 0$, is the "
        rf"shadow of the point ${vec(r)}$? Give its first two coordinates.",
        telling(
            Entries(value, label="shadow ="),
            Wrong(r[:2], "That is the place straight below the point. This light slants."),
            Wrong(
                (r[0] - steps * s[0], r[1] - steps * s[1]),
                r"You went against the light: from the point *along* $\mathbf s$, downwards.",
            ),
            Wrong(
                (r[0] + s[0], r[1] + s[1]),
                r"You went one step of $\mathbf s$. Go on until the height is $0$.",
            ),
            Wrong(
                (r[0] + height * s[0], r[1] + height * s[1]),
                rf"You took ${height}$ steps, but each step goes down by ${-s[2]}$.",
            ),
            Wrong((value[1], value[0]), "The two coordinates are swapped."),
        ),
        rf"Go $t$ steps along the light, $({tex(r[0])} {plus_times(s[0], 't')},\; "
        rf"{tex(r[1])} {plus_times(s[1], 't')},\; {height} {plus_times(s[2], 't')})$. The height is $0$ "
        rf"for $t = {tex(steps)}$, and then the point is at ${vec((*value, 0))}$.",
        otherwise=r"How many steps of $\mathbf s$ lead from the height of the point to the floor?",
        hint="First find out how far to go; the third coordinate decides.",
        data={"light": s, "point": r},
    )


@Family
def matrix_of_the_shadow(rng: np.random.Generator) -> Question:
    """Write the matrix that casts shadows on the floor."""
    s = light(rng)
    P = shadow_matrix(s)
    other = (s[1], s[0], s[2])
    return Question(
        rf"Light falls along $\mathbf s = {vec(s)}$ on the floor $z = 0$. Which $2\times3$ matrix $P$ "
        rf"takes a point to the first two coordinates of its shadow?",
        telling(
            Entries(P, label="$P =$"),
            Wrong(
                shadow_matrix(s, 1),
                r"The sign of the last column: your matrix does not take $\mathbf s$ itself to "
                r"$\mathbf 0$.",
            ),
            Wrong(((1, 0, 0), (0, 1, 0)), "That is light straight from above."),
            Wrong(
                ((1, 0, s[0]), (0, 1, s[1])),
                r"The steps along the light have to be scaled: $\mathbf s$ goes down by "
                rf"${-s[2]}$, and from $\mathbf e_3$ it is $1$ down to the floor.",
            ),
            Wrong(shadow_matrix(other), "The two entries of the last column are swapped."),
            Wrong(
                ((1, 0, -s[0]), (0, 1, -s[1])),
                rf"Divide the last column by the height that $\mathbf s$ loses, ${-s[2]}$, and check "
                r"$P\mathbf s = \mathbf 0$.",
            ),
        ),
        r"The columns are the shadows of the basis vectors. $\mathbf e_1$ and $\mathbf e_2$ lie on the "
        rf"floor and stay, with entries $1$ and $0$. From $\mathbf e_3 = (0,0,1)$ the light comes to "
        rf"$\mathbf e_3 {plus_times(Fraction(-1, s[2]), vec(s))} = {vec((P[0][2], P[1][2], 0))}$. So"
        + display(f"P = {matrix(P)} ."),
        otherwise=r"Check: $P\mathbf e_1$ and $P\mathbf e_2$ stay, and $P\mathbf s = \mathbf 0$.",
        hint="Column $j$ is the shadow of $\\mathbf e_j$.",
        data={"light": s},
    )


@Family
def direction_of_the_light(rng: np.random.Generator) -> Question:
    """Find the direction that a 2×3 matrix takes to zero."""
    while True:
        A = small(rng, 2, 3)
        (a, b, c), (d, e, f) = A
        z = (b * f - c * e, c * d - a * f, a * e - b * d)
        if all(z) and max(map(abs, z)) <= 12:
            break
    return Question(
        r"Along which direction does the light fall whose shadows are $P\mathbf x$ with"
        + display(f"P = {matrix(A)} ?")
        + r"Give a vector $\mathbf z \neq \mathbf 0$ with $P\mathbf z = \mathbf 0$, any multiple will do.",
        telling(
            Entries(z, up_to_scale=True, label=r"$\mathbf z =$"),
            Wrong(A[0], r"That is the first row of $P$. Its product with itself is not $0$."),
            Wrong(A[1], r"That is the second row of $P$. Its product with itself is not $0$."),
            Wrong(
                (z[0], -z[1], z[2]),
                "The sign of the middle entry is wrong. Put your vector into both equations.",
            ),
            Wrong(
                added(*A),
                r"The sum of the rows lies in their plane; the light is perpendicular to both rows.",
            ),
        ),
        rf"Two equations for three unknowns: $\mathbf z$ has to be perpendicular to both rows. Their "
        rf"cross product is such a vector, $\mathbf z = {vec(z)}$. Check: ${dot_product(A[0], z)} = 0$ and "
        rf"${dot_product(A[1], z)} = 0$.",
        otherwise=r"Put your vector into both rows: each dot product has to be $0$.",
        hint="It is perpendicular to both rows: solve two equations, or take their cross product.",
        data={"P": A},
    )


# Changing basis


def columns_text(p: Vector, q: Vector) -> str:
    """Return how a basis is told."""
    return rf"$\mathbf b_1 = {vec(p)}$ and $\mathbf b_2 = {vec(q)}$"


def basis(rng: np.random.Generator) -> tuple[Vector, Vector]:
    """Return a basis of whole numbers with a whole inverse that is no mirror image of itself."""
    while True:
        p, q = pick(rng, BASES)
        B = transpose((p, q))
        if inverse(B) != B:
            return p, q


@Family
def back_to_the_standard_basis(rng: np.random.Generator) -> Question:
    """Find the place that has given coordinates in another basis."""
    p, q = pick(rng, BASES)
    c = two_different(rng, (-4, -3, -2, 2, 3, 4, 5))
    B = transpose((p, q))
    x = apply(B, c)
    return Question(
        rf"In the basis {columns_text(p, q)} a vector has the coordinates ${vec(c)}$. What are its "
        "coordinates in the standard basis?",
        telling(
            Entries(x, label=r"$\mathbf x =$"),
            Wrong(
                apply(inverse(B), c),
                r"That is $B^{-1}\mathbf c$, the other direction. The coordinates say how many of each "
                "basis vector to take.",
            ),
            Wrong(
                apply(transpose(B), c),
                r"The basis vectors are the *columns* of $B$; you used them as rows.",
            ),
            Wrong(apply(B, c[::-1]), "The first coordinate belongs to the first basis vector."),
            Wrong(added(p, q), "You took one of each; the coordinates say how many."),
        ),
        rf"Take ${tex(c[0])}$ of the first and ${tex(c[1])}$ of the second:"
        + display(rf"{times(c[0], vec(p))} {plus_times(c[1], vec(q))} = {vec(x)} ."),
        otherwise="How many of the first vector, how many of the second? Add them up.",
        hint=r"$\mathbf x = B\mathbf c$, with the basis vectors as the columns of $B$.",
        data={"basis": (p, q), "c": c},
    )


@Family
def translator(rng: np.random.Generator) -> Question:
    """Write the matrix that translates standard coordinates into those of another basis."""
    p, q = basis(rng)
    B = transpose((p, q))
    value = inverse(B)
    D = area(p, q)
    return Question(
        rf"Which matrix takes the standard coordinates of a vector to its coordinates in the basis "
        rf"{columns_text(p, q)}?",
        telling(
            Entries(value),
            Wrong(
                B,
                r"That is $B$, whose columns are the new basis vectors: it leads from *new* "
                "coordinates to standard ones.",
            ),
            Wrong(transpose(B), "The transpose is the inverse only for an orthonormal basis."),
            Wrong(
                tuple(scaled(-1, row) for row in value),
                r"All signs are wrong: what is the determinant of $B$?",
            ),
            Wrong(transpose(value), "Rows and columns are swapped."),
            Wrong(
                ((B[1][1], B[0][1]), (B[1][0], B[0][0])),
                "The diagonal is right up to the determinant; the other two entries change sign.",
            ),
        ),
        rf"$B = {matrix(B)}$ leads from new coordinates to standard ones; wanted is the way back, "
        rf"$B^{{-1}}$. With $\det B = {D}$:"
        + display(f"B^{{-1}} = {matrix(value)} .")
        + rf"Check: it takes ${vec(p)}$ to $(1, 0)$ and ${vec(q)}$ to $(0, 1)$.",
        otherwise=rf"It has to take ${vec(p)}$ to $(1, 0)$ and ${vec(q)}$ to $(0, 1)$.",
        hint=r"Which of $B$ and $B^{-1}$ leads from old to new?",
        data={"basis": (p, q)},
    )


MAPS = {
    "the quarter turn to the left": ((0, -1), (1, 0)),
    "the mirror in the horizontal axis": ((1, 0), (0, -1)),
    "the mirror in the vertical axis": ((-1, 0), (0, 1)),
    "the mirror in the line through $(1, 1)$": ((0, 1), (1, 0)),
    "the stretch of the horizontal axis by $2$": ((2, 0), (0, 1)),
    "the stretch of the vertical axis by $3$": ((1, 0), (0, 3)),
    "the shear that moves $(0, 1)$ to $(1, 1)$": ((1, 1), (0, 1)),
}


@Family
def map_in_another_basis(rng: np.random.Generator) -> Question:
    """Find the matrix of a well-known map in another basis."""
    while True:
        p, q = basis(rng)
        name = pick(rng, MAPS)
        R, B = MAPS[name], transpose((p, q))
        value = multiply(multiply(inverse(B), R), B)
        if value != R and max(abs(x) for row in value for x in row) <= 30:
            break
    RB = multiply(R, B)
    return Question(
        rf"Which matrix does {name} have in the basis {columns_text(p, q)}?",
        telling(
            Entries(value),
            Wrong(
                multiply(multiply(B, R), inverse(B)),
                r"You took $BRB^{-1}$. The vector comes in new coordinates, so $B$ acts first and "
                "stands on the right.",
            ),
            Wrong(R, "That is its matrix in the standard basis."),
            Wrong(
                RB, r"The last step is missing: translate back into the new basis, by $B^{-1}$."
            ),
            Wrong(
                multiply(inverse(B), R),
                r"The first step is missing: translate into the standard basis, by $B$ on the right.",
            ),
            Wrong(
                multiply(multiply(transpose(B), R), B),
                r"$B^{\mathsf T}$ is $B^{-1}$ only for an orthonormal basis.",
            ),
            Wrong(transpose(value), "Rows and columns are swapped."),
        ),
        r"Translate, act, translate back, $B^{-1}RB$ with"
        + aligned(
            rf"R &= {matrix(R)}, \quad B = {matrix(B)}",
            rf"RB &= {matrix(RB)}",
            rf"B^{{-1}}RB &= {matrix(inverse(B))}{matrix(RB)} = {matrix(value)} .",
        ),
        otherwise="Trace and determinant have to be those of the map in the standard basis. Check them.",
        hint="Column $1$ holds the new coordinates of what becomes of the first basis vector.",
        data={"basis": (p, q), "map": name},
    )


# Orthogonal matrices

THIRDS = ((1, 2, 2), (2, 1, -2), (2, -2, 1))
SEVENTHS = ((2, 3, 6), (3, -6, 2), (6, 2, -3))
ORTHOGONAL = tuple(
    (size, Q)
    for size, M in ((3, THIRDS), (7, SEVENTHS))
    for order in permutations(range(3))
    for signs in product((1, -1), repeat=3)
    if (Q := tuple(scaled(sign, M[i]) for sign, i in zip(signs, order, strict=True)))
    != transpose(Q)
)
"""Pairs of a number and a whole matrix which, divided by it, is orthogonal and not symmetric."""


@Family
def solve_by_transposing(rng: np.random.Generator) -> Question:
    """Solve a system with an orthogonal matrix."""
    size, M = pick(rng, ORTHOGONAL)
    while True:
        x = whole(rng, -3, 3, 3)
        if all(x) and len(set(x)) == 3:
            break
    b = tuple(Fraction(n, size) for n in apply(M, x))
    scaled_b = apply(M, x)
    return Question(
        rf"The matrix $Q = \frac1{{{size}}}{matrix(M)}$ is orthogonal. Solve "
        rf"$Q\mathbf x = \frac1{{{size}}}{vec(scaled_b)}$.",
        telling(
            Entries(x, label=r"$\mathbf x =$"),
            Wrong(
                tuple(Fraction(n, size) for n in apply(M, b)),
                r"You multiplied by $Q$ once more. The inverse is $Q^{\mathsf T}$: columns as rows.",
            ),
            Wrong(scaled(size, x), rf"A factor $\frac1{{{size}}}$ got lost."),
            Wrong(scaled(size * size, x), rf"Both factors $\frac1{{{size}}}$ got lost."),
            Wrong(scaled(-1, x), "All signs are wrong."),
            Wrong(scaled_b, "That is the right side without its factor."),
        ),
        rf"$Q^{{-1}} = Q^{{\mathsf T}}$, so $\mathbf x = \frac1{{{size * size}}}{matrix(transpose(M))}{column(scaled_b)} = "
        rf"\frac1{{{size * size}}}{column(scaled(size * size, x))} = {column(x)}$, that is, ${vec(x)}$.",
        otherwise=r"Multiply both sides by $Q^{\mathsf T}$.",
        hint="Nothing has to be eliminated: which matrix is the inverse?",
        data={"M": M, "size": size, "right": scaled_b},
    )


@Family
def straighten_the_second(rng: np.random.Generator) -> Question:
    """Make the second vector perpendicular to the first, as Gram–Schmidt does."""
    while True:
        v = whole(rng, -2, 2, 3)
        w = whole(rng, -4, 4, 3)
        length = dot(v, v)
        if length < 2 or sum(map(bool, v)) < 2:
            continue
        k = pick(rng, (-3, -2, 2, 3))
        x = added(w, scaled(k, v))
        if dot(v, w) == 0 and any(w) and max(map(abs, x)) <= 12:
            break
    q, shadow = dot(v, x), scaled(k, v)
    return Question(
        rf"Gram–Schmidt begins with $\mathbf v_1 = {vec(v)}$ and $\mathbf v_2 = {vec(x)}$. What is left of "
        r"$\mathbf v_2$ when its projection on $\mathbf v_1$ has been subtracted, before it is rescaled?",
        telling(
            Entries(w, label=r"$\mathbf w_2 =$"),
            Wrong(shadow, "That is the projection itself. It is to be subtracted."),
            Wrong(added(x, shadow), "You added the projection."),
            Wrong(
                added(x, scaled(-q, v)),
                r"You subtracted $\langle\mathbf v_1,\mathbf v_2\rangle\mathbf v_1$ without dividing by "
                r"$\langle\mathbf v_1,\mathbf v_1\rangle$.",
            ),
            Wrong(
                added(x, scaled(-1, v)), r"You subtracted $\mathbf v_1$; how often does it fit?"
            ),
            Wrong(scaled(-1, w), "The sign: subtract the projection from the vector."),
        ),
        rf"$\langle\mathbf v_1,\mathbf v_2\rangle = {dot_product(v, x)} = {tex(q)}$ and "
        rf"$\langle\mathbf v_1,\mathbf v_1\rangle = {length}$, so the projection is "
        rf"$\frac{{{tex(q)}}}{{{length}}}\mathbf v_1 = {vec(shadow)}$, and"
        + display(rf"\mathbf w_2 = {vec(x)} - {vec(shadow)} = {vec(w)} .")
        + rf"Check: ${dot_product(v, w)} = 0$.",
        otherwise=r"Is your vector perpendicular to $\mathbf v_1$? Work out the dot product.",
        hint=r"Divide $\langle\mathbf v_1,\mathbf v_2\rangle$ by $\langle\mathbf v_1,\mathbf v_1\rangle$.",
        data={"v": v, "x": x},
    )


@Family
def reflect_a_point(rng: np.random.Generator) -> Question:
    """Reflect a vector in the mirror that has a given normal."""
    while True:
        n = whole(rng, -2, 2, 3)
        x = whole(rng, -5, 5, 3)
        if sum(map(bool, n)) < 2 or not all(x):
            continue
        length, d = dot(n, n), dot(n, x)
        if d and 2 * d % length == 0:
            break
    k = 2 * d // length
    image = added(x, scaled(-k, n))
    half = tuple(Fraction(2 * a - k * b, 2) for a, b in zip(x, n, strict=True))
    return Question(
        rf"A mirror through the origin has the normal $\mathbf n = {vec(n)}$. Where does it show the point "
        rf"$\mathbf x = {vec(x)}$?",
        telling(
            Entries(image),
            Wrong(
                half,
                "That is the nearest point of the mirror. The image lies as far behind it.",
            ),
            Wrong(
                scaled(-1, image),
                "That keeps the normal and turns the mirror round. It should be the other way.",
            ),
            Wrong(added(x, scaled(k, n)), "You went away from the mirror: the sign."),
            Wrong(
                added(x, scaled(-2 * d, n)),
                r"You did not divide by $\mathbf n^{\mathsf T}\mathbf n$; this normal is not of length $1$.",
            ),
            Wrong(scaled(-1, x), "That is the inversion. Vectors in the mirror should stay."),
        ),
        rf"$\langle\mathbf n,\mathbf x\rangle = {dot_product(n, x)} = {tex(d)}$ and $\mathbf n^{{\mathsf T}}\mathbf n = {length}$. "
        r"Take the projection on the normal away twice:"
        + display(
            rf"\mathbf x - \frac{{2\cdot{par(d)}}}{{{length}}}\,\mathbf n = {vec(x)} - {par(k)}\,{vec(n)} = {vec(image)} ."
        ),
        otherwise=r"Half way between $\mathbf x$ and its image lies a point of the mirror; test yours.",
        hint=r"$\mathbf x - 2\frac{\langle\mathbf n,\mathbf x\rangle}{\mathbf n^{\mathsf T}\mathbf n}\mathbf n$.",
        data={"n": n, "x": x},
    )


@Family
def which_are_orthogonal(rng: np.random.Generator) -> Question:
    """Tell which of four matrices are orthogonal."""
    a, b, c = pick(
        rng, ((3, 4, 5), (5, 12, 13), (4, 3, 5), (12, 5, 13), (8, 15, 17), (15, 8, 17))
    )
    s, t = pick(rng, (1, -1)), pick(rng, (1, -1))
    k = pick(rng, (2, 3))
    right = {
        rf"\frac1{{{c}}}{matrix(((a, -s * b), (s * b, a)))}": "Columns of length $1$ at right angles: a rotation.",
        rf"\frac1{{{c}}}{matrix(((a, t * b), (t * b, -a)))}": "Columns of length $1$ at right angles: a reflection.",
        matrix(((0, s), (t, 0))): "Its columns are basis vectors up to sign and order.",
    }
    wrong = {
        matrix(
            ((a, -s * b), (s * b, a))
        ): rf"The columns are perpendicular but of length ${c}$.",
        rf"\frac1{{{c}}}{matrix(((a, s * b), (s * b, a)))}": "The columns have length $1$ but are not perpendicular.",
        matrix(
            ((k, 0), (0, Fraction(1, k)))
        ): rf"Its determinant is $1$, but it stretches one axis by ${k}$.",
        matrix(((1, s), (0, 1))): "A shear keeps areas, not lengths.",
    }
    first = shuffled(rng, right)[: pick(rng, (1, 2))]
    texts = shuffled(rng, (*first, *shuffled(rng, wrong)[: 4 - len(first)]))
    options = tuple(
        Option(f"${text}$", right.get(text) or wrong[text], text in right) for text in texts
    )
    return Question(
        "Which of these matrices are orthogonal?",
        Choice(options, several=True),
        "The columns have to be of length $1$ and perpendicular.\n\n"
        + "\n".join(f"- {option.text}: {option.feedback}" for option in options),
        hint="Two tests for each: the lengths of the columns, and their dot product.",
        data={},
    )
