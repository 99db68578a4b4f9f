"""Families on matrices as maps, inverses, elimination, rank and determinants."""

from __future__ import annotations

from fractions import Fraction

import numpy as np

from mlmath.practice.family import Family
from mlmath.practice.ingredients import (
    Matrix,
    added,
    adjugate,
    aligned,
    apply,
    area,
    column,
    determinant,
    display,
    dot_product,
    equation,
    inverse,
    matrix,
    multiply,
    par,
    pick,
    plus_times,
    product_steps,
    scaled,
    shuffled,
    signed,
    solutions_choice,
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

MAPS: dict[str, Matrix] = {
    "a quarter turn to the left": ((0, -1), (1, 0)),
    "a quarter turn to the right": ((0, 1), (-1, 0)),
    "the mirror in the horizontal axis": ((1, 0), (0, -1)),
    "the mirror in the vertical axis": ((-1, 0), (0, 1)),
    "the mirror in the line $y = x$": ((0, 1), (1, 0)),
    "the shear $(x, y)\\mapsto(x + y, y)$": ((1, 1), (0, 1)),
    "the shear $(x, y)\\mapsto(x + 2y, y)$": ((1, 2), (0, 1)),
    "the shear $(x, y)\\mapsto(x, y - x)$": ((1, 0), (-1, 1)),
    "the stretch $(x, y)\\mapsto(3x, y)$": ((3, 0), (0, 1)),
    "the stretch $(x, y)\\mapsto(x, 2y)$": ((1, 0), (0, 2)),
}

E1, E2 = r"\mathbf e_1", r"\mathbf e_2"
SMALL = (-4, -3, -2, -1, 1, 2, 3, 4)
RIGHT = "Size and sign of the determinant say it all."


def divided(A: Matrix, by: int) -> Matrix:
    """Return a matrix divided by a whole number, exactly."""
    return tuple(tuple(Fraction(x, by) for x in row) for row in A)


# Using matrices to make transformations


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
            Wrong(
                added(scaled(x[0], u), scaled(-x[1], v)),
                rf"The sign of the second part: its factor is ${tex(x[1])}$.",
            ),
        ),
        rf"By columns: $A\mathbf x = {times(x[0], column(u))} {plus_times(x[1], column(v))} = "
        rf"{column(answer)}$, that is ${vec(answer)}$.",
        otherwise=rf"Take ${tex(x[0])}$ times the first image and ${tex(x[1])}$ times the second.",
        hint=rf"$\mathbf x = {times(x[0], E1)} {plus_times(x[1], E2)}$.",
        data={"u": u, "v": v, "x": x},
    )


@Family
def first_then(rng: np.random.Generator) -> Question:
    """Write the matrix of two maps of the plane, one after the other."""
    while True:
        first, second = two_different(rng, MAPS)
        A, B = MAPS[first], MAPS[second]
        value = multiply(B, A)
        if value != multiply(A, B):
            break
    total = tuple(added(x, y) for x, y in zip(A, B, strict=True))
    return Question(
        f"First comes {first}, then {second}. Which matrix does both?",
        telling(
            Entries(value),
            Wrong(
                multiply(A, B), "The other order: the map that acts first stands on the right."
            ),
            Wrong(total, "You added the matrices. One map after another is a product."),
            Wrong(transpose(value), "The images of the basis vectors are columns, not rows."),
            Wrong(A, "That is the first map alone."),
            Wrong(B, "That is the second map alone."),
        ),
        rf"The first map has the matrix ${matrix(A)}$, the second ${matrix(B)}$. The one that acts "
        f"first stands next to the vector:{display(f'{matrix(B)}{matrix(A)} = {matrix(value)} .')}",
        otherwise=r"Follow $(1, 0)$ through both maps: it gives the first column. Then $(0, 1)$.",
        hint="Where does $(1, 0)$ go in the first map, and where does the second take that?",
        data={"maps": (first, second)},
    )


@Family
def from_two_images(rng: np.random.Generator) -> Question:
    """Find where a linear map takes a combination of two vectors with known images."""
    while True:
        u, v = whole_matrix(rng, -3, 4, 2, 2)
        image_u, image_v = whole_matrix(rng, -4, 5, 2, 2)
        a, b = pick(rng, (2, 3)), pick(rng, (-2, -1, 1, 2))
        if abs(area(u, v)) > 1 and image_u != image_v and any(image_u) and any(image_v):
            break
    x = added(scaled(a, u), scaled(b, v))
    value = added(scaled(a, image_u), scaled(b, image_v))
    return Question(
        rf"A linear map takes ${vec(u)}$ to ${vec(image_u)}$ and ${vec(v)}$ to ${vec(image_v)}$. "
        rf"Where does it take ${vec(x)} = {a}\,{vec(u)} {signed(b)}\,{vec(v)}$?",
        telling(
            Entries(value),
            Wrong(
                added(image_u, image_v),
                "You added the images. Each belongs with its own factor.",
            ),
            Wrong(
                added(scaled(a, image_u), scaled(-b, image_v)),
                rf"The factor of the second image is ${tex(b)}$.",
            ),
            Wrong(
                added(scaled(b, image_u), scaled(a, image_v)),
                "The factors are exchanged.",
            ),
            Wrong(
                apply(transpose((image_u, image_v)), x),
                r"The images are the columns of the matrix only if the two vectors are $(1,0)$ and "
                r"$(0,1)$. These are others.",
            ),
        ),
        "A linear map keeps sums and multiples:"
        + display(rf"{a}{column(image_u)} {signed(b)}{column(image_v)} = {column(value)} ."),
        otherwise="Put the same factors in front of the two images and add.",
        hint="The map does not care which vectors you know. What does linear mean?",
        data={"u": u, "v": v, "images": (image_u, image_v), "x": x},
    )


@Family
def rotation_from_one_column(rng: np.random.Generator) -> Question:
    """Complete the matrix of a rotation or of a mirror from its first column."""
    a, b, c = pick(
        rng, ((3, 4, 5), (4, 3, 5), (5, 12, 13), (12, 5, 13), (8, 15, 17), (15, 8, 17))
    )
    a, b = a * pick(rng, (-1, 1)), b * pick(rng, (-1, 1))
    turn = pick(rng, (True, False))
    rotation, mirror = ((a, -b), (b, a)), ((a, b), (b, -a))
    value, other = (rotation, mirror) if turn else (mirror, rotation)
    name, instead = ("rotation", "mirror") if turn else ("mirror", "rotation")
    first = rf"\tfrac1{{{c}}}{vec((a, b))}"
    sense = "a quarter turn to the left" if turn else "a quarter turn to the right"
    return Question(
        rf"A {name}, written as $\tfrac1{{{c}}}M$ with whole numbers in $M$, takes $(1, 0)$ to "
        rf"${first}$. What is $M$?",
        telling(
            Entries(value, label="$M =$"),
            Wrong(
                other,
                f"That is the {instead} with this first column: the second column has the other "
                "sign.",
            ),
            Wrong(
                transpose(value),
                "The image of $(1, 0)$ is the first column, not the first row.",
            ),
            Wrong(
                ((a, b), (b, a)),
                "The two columns do not stand at a right angle.",
            ),
            Wrong(
                ((a, -a), (b, b)),
                "That is the first column with one sign changed. For a right angle its entries "
                "must change places as well.",
            ),
        ),
        rf"The second column has the same length as the first and stands at a right angle to it. For a "
        rf"{name} it is the first after {sense}, so $M = {matrix(value)}$. Its columns have the dot "
        rf"product ${dot_product(transpose(value)[0], transpose(value)[1])} = 0$.",
        otherwise="The first column is given. The second stands at a right angle to it.",
        hint=f"Where does a {name} take $(0, 1)$, if $(1, 0)$ goes there?",
        data={"column": (a, b, c), "turn": turn},
    )


# Solving linear equations using the inverse matrix


def invertible(rng: np.random.Generator, determinants: tuple[int, ...]) -> Matrix:
    """Return a 2×2 matrix with one of these determinants, no entry 0, not its own inverse."""
    while True:
        A = whole_matrix(rng, -4, 6, 2, 2)
        if (
            determinant(A) in determinants
            and all(x for row in A for x in row)
            and len({abs(x) for row in A for x in row}) > 2
        ):
            return A


@Family
def inverse_of_2x2(rng: np.random.Generator) -> Question:
    """Invert a 2×2 matrix."""
    A = invertible(rng, (-5, -4, -2, -1, 1, 2, 4, 5))
    (a, b), (c, d) = A
    D = determinant(A)
    value = divided(adjugate(A), D)
    return Question(
        f"What is the inverse of ${matrix(A)}$?",
        telling(
            Entries(value),
            Wrong(adjugate(A), "That is the inverse times the determinant: divide by it."),
            Wrong(
                divided(adjugate(A), -D),
                f"The determinant has the other sign: it is ${tex(D)}$.",
            ),
            Wrong(
                divided(((d, b), (c, a)), D), "The two entries off the diagonal change sign."
            ),
            Wrong(
                divided(((a, -b), (-c, d)), D), "The two entries on the diagonal change places."
            ),
            Wrong(
                divided(((d, -c), (-b, a)), D),
                "You transposed on the way: the entries off the diagonal keep their places.",
            ),
            Wrong(
                tuple(tuple(Fraction(1, x) for x in row) for row in A),
                "You inverted every entry. Multiply the two matrices and see.",
            ),
        ),
        rf"The determinant is ${par(a)}\cdot{par(d)} - {par(b)}\cdot{par(c)} = {tex(D)}$. Exchange the "
        rf"entries on the diagonal, change the signs of the others, divide: "
        rf"$\frac{{1}}{{{tex(D)}}}{matrix(adjugate(A))} = {matrix(value)}$.",
        otherwise="Multiply your matrix by the given one: the product must be $I$.",
        hint="Begin with the determinant.",
        data={"A": A},
    )


@Family
def solve_by_inverse(rng: np.random.Generator) -> Question:
    """Solve a system whose inverse is given."""
    while True:
        A = invertible(rng, (-1, 1))
        x = whole(rng, -4, 5, 2)
        if all(x) and x[0] != x[1]:
            break
    b = apply(A, x)
    undone = inverse(A)
    return Question(
        rf"The inverse of $A$ is $A^{{-1}} = {matrix(undone)}$. Solve $A\mathbf x = {vec(b)}$.",
        telling(
            Entries(x, label=r"$\mathbf x =$"),
            Wrong(
                apply(A, b),
                r"You multiplied by $A$. From $A\mathbf x = \mathbf b$ follows "
                r"$\mathbf x = A^{-1}\mathbf b$.",
            ),
            Wrong(
                apply(transpose(undone), b),
                "You used the columns of the inverse where its rows belong.",
            ),
            Wrong((x[1], x[0]), "The two entries are exchanged."),
            Wrong(scaled(-1, x), "Both signs are wrong."),
        ),
        rf"$\mathbf x = A^{{-1}}\mathbf b$:{display(product_steps(undone, b) + ' .')}",
        otherwise=r"Multiply the inverse by the right-hand side, row by row.",
        hint=r"Multiply both sides of $A\mathbf x = \mathbf b$ by $A^{-1}$, from the left.",
        data={"inverse": undone, "b": b},
    )


@Family
def undo_two_maps(rng: np.random.Generator) -> Question:
    """Undo a product of two matrices with known inverses."""
    while True:
        A, B = invertible(rng, (-1, 1)), invertible(rng, (-1, 1))
        inverse_A, inverse_B = inverse(A), inverse(B)
        value = multiply(inverse_B, inverse_A)
        largest = max(abs(e) for row in (*inverse_A, *inverse_B) for e in row)
        if value != multiply(inverse_A, inverse_B) and largest < 7:
            break
    sums = tuple(added(x, y) for x, y in zip(inverse_A, inverse_B, strict=True))
    return Question(
        rf"$A^{{-1}} = {matrix(inverse_A)}$ and $B^{{-1}} = {matrix(inverse_B)}$. What is "
        r"$(AB)^{-1}$?",
        telling(
            Entries(value),
            Wrong(
                multiply(inverse_A, inverse_B),
                "That undoes them in the order in which they were done. What came last must be "
                "undone first.",
            ),
            Wrong(sums, "You added. The inverse of a product is a product."),
            Wrong(multiply(A, B), "That is $AB$ itself."),
            Wrong(
                multiply(B, A),
                "That is $BA$: the factors have changed places but are not undone.",
            ),
        ),
        r"$AB$ is first $B$, then $A$. To undo it, undo $A$ first and $B$ last: "
        r"$(AB)^{-1} = B^{-1}A^{-1}$."
        + display(f"{matrix(inverse_B)}{matrix(inverse_A)} = {matrix(value)} ."),
        otherwise=r"It is a product of the two inverses. In which order?",
        hint="Socks first, then shoes. And in the evening?",
        data={"inverse_A": inverse_A, "inverse_B": inverse_B},
    )


@Family
def when_singular(rng: np.random.Generator) -> Question:
    """Find the entry for which a matrix has no inverse."""
    while True:
        a, c = whole(rng, -4, 5, 2)
        b, k = whole(rng, -6, 6, 2)
        if a and c and b and k and b * c == a * k and a != c:
            break
    return Question(
        rf"A matrix has the rows ${vec((a, b))}$ and $({tex(c)}, t)$. For which $t$ has it no inverse?",
        telling(
            Number(k, label="$t =$"),
            Wrong(-k, "The sign: the determinant is the difference of the two products."),
            Wrong(0, f"At $t = 0$ the determinant is ${tex(-b * c)}$, which is not $0$."),
            Wrong(Fraction(a * b, c), "You paired the entries of a row with each other."),
            Wrong(Fraction(a * c, b), "You paired the entries of a column with each other."),
        ),
        rf"The determinant ${times(a, 't')} - {par(b)}\cdot{par(c)}$ is $0$ for $t = {tex(k)}$. Then the second row "
        f"is ${tex(Fraction(c, a))}$ times the first.",
        otherwise="Put your $t$ in and compute the determinant: it must be $0$.",
        hint="When is one row a multiple of the other?",
        data={"a": a, "b": b, "c": c},
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


# Systems, rank, determinants


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
    choice, reason = solutions_choice(kind, k, b)
    return Question(
        "A system of two equations:"
        + aligned(*map(equation, A, b))
        + "How many solutions has it?",
        choice,
        f"{reason} Compare the left sides first: only if they are multiples of each other, and "
        f"$ad - bc$ is $0$, do the right sides decide. Here $ad - bc = {tex(determinant(A))}$.",
        hint="Is one left side a multiple of the other?",
        data={"A": A, "b": b},
    )


@Family
def one_row_operation(rng: np.random.Generator) -> Question:
    """Do one step of elimination."""
    while True:
        first, second = whole_matrix(rng, -4, 5, 2, 4)
        p, m = first[0], pick(rng, (-3, -2, 2, 3))
        if p and all(first) and all(second[1:]):
            break
    second = (m * p, *second[1:])
    value = added(second, scaled(-m, first))
    return Question(
        rf"Two rows of an augmented matrix $[A\mid\mathbf b]$ are ${matrix((first, second))}$. A "
        "multiple of the first row is subtracted from the second, so that the second begins with "
        "$0$. What is the new second row?",
        telling(
            Entries((value,)),
            Wrong(
                (added(second, scaled(m, first)),),
                "You added the multiple; then the first entry doubles.",
            ),
            Wrong(
                (added(second, scaled(-1, first)),),
                f"The first row must be multiplied first, by ${tex(m)}$.",
            ),
            Wrong(
                ((0, *second[1:]),),
                "The whole row changes, not its first entry alone.",
            ),
            Wrong(
                ((*value[:3], second[3]),),
                "The right-hand side takes part in every step.",
            ),
            Wrong(
                (scaled(-1, value),), "That is the multiple of the first row minus the second."
            ),
        ),
        rf"${tex(m * p)} = {tex(m)}\cdot{par(p)}$, so the factor is ${tex(m)}$. Entry by entry: "
        + ", ".join(
            rf"${tex(s)} - {par(m)}\cdot{par(f)} = {tex(v)}$"
            for f, s, v in zip(first, second, value, strict=True)
        )
        + f". The new row is ${matrix((value,))}$.",
        otherwise="Find the factor from the first entries, then use it on every entry.",
        hint="By which factor do the first entries differ?",
        data={"first": first, "second": second},
    )


@Family
def rank_of_a_matrix(rng: np.random.Generator) -> Question:
    """Count the independent rows of a 3×3 matrix."""
    r = pick(rng, (1, 2, 2, 3))
    while True:
        u, v, w = whole_matrix(rng, -2, 3, 3, 3)
        if r == 1:
            factors = shuffled(rng, (1, pick(rng, (2, -1)), pick(rng, (-2, 3))))
            rows = tuple(scaled(f, u) for f in factors)
        elif r == 2:
            a, b = pick(rng, (1, 2, -1)), pick(rng, (1, -1, 2))
            w = added(scaled(a, u), scaled(b, v))
            rows = shuffled(rng, (u, v, w))
        else:
            rows = (u, v, w)
        largest = max(abs(x) for row in rows for x in row)
        if all(map(any, rows)) and largest < 8 and np.linalg.matrix_rank(np.array(rows)) == r:
            break
    if r == 1:
        why = "every row is a multiple of every other"
    elif r == 2:
        sum_of_two = f"{times(a, vec(u))} {plus_times(b, vec(v))}"
        why = f"${vec(w)} = {sum_of_two}$, and the last two are no multiples of each other"
    else:
        why = f"the determinant is ${tex(determinant_3x3(rows))}$, not $0$"
    return Question(
        f"What is the rank of ${matrix(rows)}$?",
        telling(
            Number(r, label="rank ="),
            Wrong(
                3,
                "No row is zero, but that is not the question: can one row be made from the others?",
            ),
            Wrong(
                2, "Eliminate: " + ("one more row vanishes." if r == 1 else "no row vanishes.")
            ),
            Wrong(
                1,
                "Rank 1 would mean that all rows are multiples of one row.",
            ),
            Wrong(0, "Only the zero matrix has rank 0."),
        ),
        f"The rank is {r}, because {why}. Elimination leaves {r} "
        f"{'row' if r == 1 else 'rows'} that {'is' if r == 1 else 'are'} not zero.",
        otherwise="The rank is the number of rows that elimination leaves, from 0 to 3.",
        hint="Is a row a combination of the others?",
        data={"rows": rows},
    )


def determinant_3x3(A: Matrix) -> int:
    """Return the determinant of a 3×3 matrix, along its first row."""
    (a, b, c), (d, e, f), (g, h, i) = A
    return a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g)


@Family
def determinant_of_three_rows(rng: np.random.Generator) -> Question:
    """Calculate a determinant with three rows."""
    while True:
        A = whole_matrix(rng, -3, 3, 3, 3)
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
            Wrong(
                a + e + i,
                "You added up the diagonal. A determinant is made of products, each with one entry of "
                "every row.",
            ),
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


@Family
def determinant_of_a_product(rng: np.random.Generator) -> Question:
    """Use the rules for determinants of products, inverses and multiples."""
    n = pick(rng, (2, 3))
    det_A, det_B = pick(rng, (-6, -4, -3, 3, 4, 6)), pick(rng, (-2, -1, 2, 3))
    c = pick(rng, (2, 3))
    value = Fraction(c**n * det_A, det_B)
    return Question(
        rf"$A$ and $B$ have ${n}$ rows and ${n}$ columns, $\det A = {tex(det_A)}$ and "
        rf"$\det B = {tex(det_B)}$. What is $\det({c}AB^{{-1}})$?",
        telling(
            Number(value, label="determinant ="),
            Wrong(
                Fraction(c * det_A, det_B),
                rf"The factor ${c}$ is in each of the ${n}$ columns, so it comes out ${n}$ times.",
            ),
            Wrong(
                c**n * det_A * det_B,
                r"The inverse divides: $\det(B^{-1}) = \frac{1}{\det B}$.",
            ),
            Wrong(Fraction(det_A, det_B), f"The factor ${c}$ is missing."),
            Wrong(
                c**n * (det_A - det_B),
                "Determinants are multiplied and divided, never subtracted.",
            ),
            *(
                [Wrong(-value, "The sign: are two of the factors negative, or one?")]
                if min(det_A, det_B) < 0
                else []
            ),
        ),
        rf"${c}^{n}\cdot{par(det_A)}\cdot\frac{{1}}{{{tex(det_B)}}} = {tex(value)}$: the factor ${c}$ comes out "
        "of each column, the determinant of a product is the product of the determinants, and an inverse "
        "divides.",
        otherwise="Take it apart: the factor, the product, the inverse.",
        hint=rf"By what is an area or a volume multiplied when everything is ${c}$ times as long?",
        data={"n": n, "c": c, "dets": (det_A, det_B)},
    )


@Family
def sense_of_an_area(rng: np.random.Generator) -> Question:
    """Say what a determinant says of a moved figure."""
    while True:
        A = whole_matrix(rng, -3, 5, 2, 2)
        D = determinant(A)
        total = abs(A[0][0] * A[1][1] + A[0][1] * A[1][0])
        if 1 < abs(D) < 15 and total not in (0, abs(D), abs(D) + 1):
            break
    size = pick(rng, (2, 3, 4, 5))
    value = size * abs(D)
    turned = D < 0
    options = {
        (value, turned): RIGHT,
        (
            value,
            not turned,
        ): f"The determinant is ${tex(D)}$, and its sign says whether the figure is "
        "turned over.",
        (
            value + size,
            turned,
        ): f"It becomes ${abs(D)}$ times as large; the old area is not added.",
        (
            size * total,
            turned,
        ): "The determinant is the difference of the two products, not their sum.",
    }
    texts = {True: "and it is turned over", False: "and it is not turned over"}
    return Question(
        rf"A leaf has the area ${size}$. It is mapped by ${matrix(A)}$. What becomes of it?",
        Choice(
            tuple(
                Option(f"Its area is ${amount}$, {texts[over]}.", said, said == RIGHT)
                for (amount, over), said in shuffled(rng, options.items())
            )
        ),
        rf"The determinant is ${par(A[0][0])}\cdot{par(A[1][1])} - {par(A[0][1])}\cdot{par(A[1][0])} = {tex(D)}$. "
        rf"The area becomes ${size}\cdot{abs(D)} = {value}$; the sign is "
        + (
            "negative, so the leaf is turned over."
            if turned
            else "positive, so it is not turned over."
        ),
        hint="The determinant tells two things: by its size and by its sign.",
        data={"A": A, "size": size},
    )
