"""Families on diagonalisation, powers of matrices and what they are good for."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

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
    combination,
    display,
    eigen_matrix,
    equation,
    inverse,
    matrix,
    matrix_of,
    multiply,
    par,
    pick,
    scaled,
    shuffled,
    telling,
    tex,
    transpose,
    two_different,
    vec,
)
from mlmath.practice.question import Choice, Entries, Number, Option, Question, Wrong

C = ("c_1", "c_2")


def diagonal(first: int, second: int) -> Matrix:
    """Return a 2×2 diagonal matrix."""
    return ((first, 0), (0, second))


def power(A: Matrix, k: int) -> Matrix:
    """Return A to the k."""
    return A if k == 1 else multiply(A, power(A, k - 1))


@Family
def eigenbasis_coordinates(rng: np.random.Generator) -> Question:
    """Find the coordinates of a vector in a basis of eigenvectors."""
    p, q = pick(rng, BASES)
    c1, c2 = two_different(rng, (-3, -2, -1, 1, 2, 3, 4))
    x = added(scaled(c1, p), scaled(c2, q))
    P = transpose((p, q))
    D = area(p, q)
    return Question(
        rf"A matrix has the eigenvectors $\mathbf v_1 = {vec(p)}$ and $\mathbf v_2 = {vec(q)}$. "
        rf"Write $\mathbf x = {vec(x)}$ as $c_1\mathbf v_1 + c_2\mathbf v_2$ and give $(c_1, c_2)$.",
        telling(
            Entries((c1, c2), label="$(c_1, c_2) =$"),
            Wrong((c2, c1), r"The two are swapped: $c_1$ belongs to $\mathbf v_1$."),
            Wrong(x, "These are the coordinates in the standard basis, not in the eigenbasis."),
            Wrong(
                apply(P, x),
                r"You multiplied by $P$, which leads from eigenbasis coordinates to the standard "
                r"basis. This is the way back: $P^{-1}\mathbf x$.",
            ),
            Wrong(
                apply(transpose(P), x),
                r"Dot products with $\mathbf v_1$ and $\mathbf v_2$ give the coordinates only if "
                "the two are perpendicular and of length $1$.",
            ),
            Wrong((-c1, -c2), "Both signs are wrong: put your numbers in and see."),
            Wrong((c1, -c2), "The sign of $c_2$ is wrong: put your numbers in and see."),
            Wrong((-c1, c2), "The sign of $c_1$ is wrong: put your numbers in and see."),
        ),
        "Two equations, one for each entry:"
        + aligned(
            equation((p[0], q[0]), x[0], C),
            equation((p[1], q[1]), x[1], C),
        )
        + rf"With $P$ for the matrix whose columns are $\mathbf v_1$ and $\mathbf v_2$, and "
        rf"$\det P = {par(p[0])}\cdot{par(q[1])} - {par(q[0])}\cdot{par(p[1])} = {D}$:"
        + display(
            rf"P^{{-1}}\mathbf x = {matrix(inverse(P))}{column(x)} = {column((c1, c2))} ."
        )
        + rf"Check: ${combination((c1, c2), (vec(p), vec(q)))} = {vec(x)}$.",
        otherwise=r"Put your numbers into $c_1\mathbf v_1 + c_2\mathbf v_2$ and compare with "
        r"$\mathbf x$, entry by entry.",
        hint="Each entry of the vectors gives one equation for $c_1$ and $c_2$.",
        data={"basis": (p, q), "x": x},
    )


@Family
def many_steps(rng: np.random.Generator) -> Question:
    """Apply a matrix many times by way of its eigenvectors."""
    while True:
        k = pick(rng, (3, 4, 5, 6))
        p, q = pick(rng, BASES)
        first, second = two_different(rng, (-2, -1, 0, 1, 2, 3) if k < 5 else (-2, -1, 0, 1, 2))
        c1, c2 = pick(rng, (-2, -1, 1, 2, 3)), pick(rng, (-2, -1, 1, 2, 3))
        if first**k != second**k:
            break
    x = added(scaled(c1, p), scaled(c2, q))

    def result(f: int, s: int) -> Vector:
        return added(scaled(c1 * f, p), scaled(c2 * s, q))

    value = result(first**k, second**k)
    return Question(
        rf"$A$ has the eigenvectors $\mathbf v_1 = {vec(p)}$ with eigenvalue ${tex(first)}$ and "
        rf"$\mathbf v_2 = {vec(q)}$ with eigenvalue ${tex(second)}$. "
        rf"Find $A^{k}\mathbf x$ for $\mathbf x = {combination((c1, c2), (vec(p), vec(q)))} = {vec(x)}$.",
        telling(
            Entries(value, label=rf"$A^{k}\mathbf x =$"),
            Wrong(
                result(k * first, k * second),
                f"You multiplied the eigenvalues by ${k}$. Each step multiplies once more, so "
                f"they are raised to the power ${k}$.",
            ),
            Wrong(
                scaled((first + second) ** k, x),
                "The eigenvalues cannot be pulled out together: each part keeps its own.",
            ),
            Wrong(
                added(scaled(first**k, p), scaled(second**k, q)),
                rf"The coordinates ${tex(c1)}$ and ${tex(c2)}$ got lost on the way.",
            ),
            Wrong(
                result(second**k, first**k),
                "The eigenvalues are swapped: each belongs to its own vector.",
            ),
            Wrong(result(first ** (k - 1), second ** (k - 1)), "One step is missing."),
            Wrong(result(first ** (k + 1), second ** (k + 1)), "That is one step too far."),
            Wrong(result(first, second), r"That is one step, $A\mathbf x$."),
            Wrong(
                tuple(entry**k for entry in x),
                rf"You raised the entries of $\mathbf x$ to the power ${k}$; a matrix mixes them.",
            ),
        ),
        "Each part is multiplied by its own eigenvalue, step after step:"
        + aligned(
            rf"A^{k}\mathbf x &= {tex(c1)}\cdot{par(first)}^{k}\,{vec(p)} "
            rf"{'-' if c2 < 0 else '+'} {tex(abs(c2))}\cdot{par(second)}^{k}\,{vec(q)}",
            rf"&= {vec(scaled(c1 * first**k, p))} + {vec(scaled(c2 * second**k, q))}",
            rf"&= {vec(value)} .",
        ),
        otherwise=rf"What has become of $\mathbf v_1$ after ${k}$ steps? Of $\mathbf v_2$?",
        hint=rf"$A^{k}\mathbf v_1 = \lambda_1^{k}\mathbf v_1$, and the same for $\mathbf v_2$.",
        data={"basis": (p, q), "eigenvalues": (first, second), "x": x, "k": k},
    )


@Family
def matrix_power(rng: np.random.Generator) -> Question:
    """Raise a matrix to a power by way of its diagonal form."""
    while True:
        A, (first, second), (p, q) = eigen_matrix(rng, (-2, -1, 1, 2, 3), largest=9)
        k = pick(rng, (3, 4, 5))
        value = power(A, k)
        P = transpose((p, q))
        entries = [abs(x) for row in value for x in row]
        # no matrix whose power is right by mistake, like that of a mirror
        plain = abs(first) == abs(second) or 0 in A[0] or 0 in A[1] or inverse(P) == P
        if max(entries) <= 400 and not plain:
            break
    D, Dk = diagonal(first, second), diagonal(first**k, second**k)
    return Question(
        r"$A = PDP^{-1}$ with"
        + aligned(
            rf"A &= {matrix(A)},",
            rf"P &= {matrix(P)},",
            rf"D &= {matrix(D)},",
            rf"P^{{-1}} &= {matrix(inverse(P))} .",
        )
        + rf"Find $A^{k}$.",
        telling(
            Entries(value, label=f"$A^{k} =$"),
            Wrong(
                tuple(tuple(x**k for x in row) for row in A),
                f"You raised each entry to the power ${k}$. That is right for diagonal matrices "
                "only.",
            ),
            Wrong(tuple(scaled(k, row) for row in A), f"That is ${k}A$, not $A^{k}$."),
            Wrong(
                multiply(multiply(inverse(P), Dk), P),
                "$P$ and $P^{-1}$ have changed places: first $P^{-1}$, into the eigenbasis, and "
                "at the end $P$, back.",
            ),
            Wrong(
                multiply(multiply(P, Dk), P),
                "You multiplied by $P$ twice; on the right stands $P^{-1}$.",
            ),
            Wrong(multiply(P, Dk), r"The last factor, $P^{-1}$, is missing."),
            Wrong(Dk, f"That is $D^{k}$, the power in the eigenbasis. Go back with $P$."),
            Wrong(
                multiply(multiply(P, diagonal(k * first, k * second)), inverse(P)),
                f"The eigenvalues are to be raised to the power ${k}$, not multiplied by it.",
            ),
            Wrong(power(A, k - 1), f"That is $A^{k - 1}$: one step is missing."),
            Wrong(power(A, k + 1), f"That is $A^{k + 1}$: one step too far."),
        ),
        rf"$A^{k} = (PDP^{{-1}})^{k} = PD^{k}P^{{-1}}$, because each $P^{{-1}}P$ inside is $I$."
        + aligned(
            rf"D^{k} &= {matrix(Dk)}",
            rf"PD^{k} &= {matrix(multiply(P, Dk))}",
            rf"PD^{k}P^{{-1}} &= {matrix(multiply(P, Dk))}{matrix(inverse(P))} = "
            rf"{matrix(value)} .",
        ),
        otherwise=rf"Check your matrix on an eigenvector: it has to multiply ${vec(p)}$ by "
        rf"${par(first)}^{k} = {tex(first**k)}$.",
        hint=r"Write out $(PDP^{-1})(PDP^{-1})$. What cancels?",
        data={"A": A, "k": k},
    )


@Family
def matrix_from_eigenvectors(rng: np.random.Generator) -> Question:
    """Find the matrix that has given eigenvectors and eigenvalues."""
    while True:
        A, (first, second), (p, q) = eigen_matrix(rng, (-3, -2, -1, 0, 1, 2, 3, 4), largest=9)
        P = transpose((p, q))
        if A[0][1] and A[1][0]:
            break
    D = diagonal(first, second)
    return Question(
        rf"Which matrix $A$ has the eigenvector ${vec(p)}$ with eigenvalue ${tex(first)}$ and the "
        rf"eigenvector ${vec(q)}$ with eigenvalue ${tex(second)}$?",
        telling(
            Entries(A, label="$A =$"),
            Wrong(
                multiply(multiply(inverse(P), D), P),
                "$P$ and $P^{-1}$ have changed places. $A$ first finds the coordinates in the "
                "eigenbasis, with $P^{-1}$, which therefore stands on the right.",
            ),
            Wrong(
                multiply(P, D),
                "That is $PD$, the *images* of the eigenvectors as columns. It remains to multiply "
                "by $P^{-1}$ from the right.",
            ),
            Wrong(D, "That matrix has these eigenvalues, but on the axes."),
            Wrong(
                matrix_of(second, first, (p, q)),
                "The eigenvalues are swapped: each belongs to its own vector.",
            ),
            Wrong(
                multiply(multiply(P, D), transpose(P)),
                r"$P^{\mathsf T}$ is $P^{-1}$ only if the eigenvectors are perpendicular and of "
                "length $1$.",
            ),
            Wrong(transpose(A), "Rows and columns are swapped: test your matrix on a vector."),
        ),
        "Put the eigenvectors into the columns of $P$ and the eigenvalues, in the same order, on "
        "the diagonal of $D$. Then $A = PDP^{-1}$:"
        + display(
            rf"A = {matrix(P)}{matrix(D)}{matrix(inverse(P))} "
            rf"= {matrix(multiply(P, D))}{matrix(inverse(P))} = {matrix(A)} ."
        )
        + rf"Check: $A{vec(p)} = {vec(apply(A, p))} = {par(first)}\,{vec(p)}$ and "
        rf"$A{vec(q)} = {vec(apply(A, q))} = {par(second)}\,{vec(q)}$.",
        otherwise=rf"Test your matrix: it has to send ${vec(p)}$ to ${vec(apply(A, p))}$ and "
        rf"${vec(q)}$ to ${vec(apply(A, q))}$.",
        hint="$AP = PD$, with the eigenvectors as the columns of $P$.",
        data={"eigenvalues": (first, second), "basis": (p, q)},
    )


@Family
def not_diagonalisable(rng: np.random.Generator) -> Question:
    """Find the matrix without a basis of eigenvectors among four."""
    value, k = pick(rng, (-3, -2, -1, 1, 2, 3)), pick(rng, (-2, -1, 1, 2))
    a, d = two_different(rng, (-3, -2, -1, 0, 1, 2, 3))
    b = pick(rng, (-3, -2, 2, 3))
    p, q = pick(rng, ((1, 0), (0, 1), (1, 1), (1, -1), (2, 1), (1, 2)))
    scale, off, diag = (
        pick(rng, (-2, -1, 3, 4)),
        pick(rng, (-3, -1, 1, 2)),
        pick(rng, range(1, 5)),
    )
    defective = ((value - k * p * q, k * p * p), (-k * q * q, value + k * p * q))
    matrices = (
        defective,
        ((a, b), (0, d)),
        ((scale, 0), (0, scale)),
        ((diag, off), (off, -diag)),
    )
    reasons = (
        (
            rf"Its discriminant is zero, so ${tex(value)}$ is its only eigenvalue, and it is no "
            rf"multiple of $I$: there is one eigenline, through ${vec((p, q))}$, and a second "
            "vector for a basis is missing."
        ),
        (
            rf"Triangular with two different eigenvalues, ${tex(a)}$ and ${tex(d)}$: two lines, "
            "and a vector of each makes a basis."
        ),
        (
            "Its eigenvalues are equal, but *every* vector is an eigenvector: it is diagonal "
            "already."
        ),
        "It is symmetric, and a symmetric matrix always has a basis of eigenvectors.",
    )
    texts = [f"${matrix(A)}$" for A in matrices]
    options = [
        Option(text, why, right=A is defective)
        for text, why, A in zip(texts, reasons, matrices, strict=True)
    ]
    return Question(
        "One of these matrices has no basis of eigenvectors. Which?",
        Choice(shuffled(rng, options)),
        "Two different eigenvalues give two eigenlines, and a symmetric matrix has a basis of "
        "eigenvectors whatever its eigenvalues. So look for *equal* eigenvalues in a matrix that "
        rf"is no multiple of $I$. That is ${matrix(defective)}$: the trace is ${tex(2 * value)}$, "
        rf"the determinant ${tex(value * value)}$ and the discriminant "
        rf"${par(2 * value)}^2 - 4\cdot{par(value * value)} = 0$. {reasons[0]}",
        hint="Equal eigenvalues are the only danger, and not always one.",
        data={"matrices": dict(zip(texts, matrices, strict=True))},
    )


@dataclass(frozen=True)
class Story:
    """Something that is in one of two states, step after step."""

    told: str
    asked: str
    one: str
    two: str


STORIES = (
    Story(
        "A sunny day is followed by a rainy one with probability {leave}, and a rainy day by a "
        "sunny one with probability {back}.",
        "Which share of all days is sunny",
        "sunny days",
        "rainy days",
    ),
    Story(
        "A bus that is on time today is late tomorrow with probability {leave}. If it is late "
        "today, it is on time tomorrow with probability {back}.",
        "On which share of all days is it on time",
        "days on time",
        "late days",
    ),
    Story(
        "Each week, {leave} of the readers of the *Herald* change to the *Echo*, and {back} of "
        "the readers of the *Echo* change to the *Herald*.",
        "Which share of the readers has the *Herald*",
        "the *Herald*",
        "the *Echo*",
    ),
    Story(
        "Each night, {leave} of the hire bicycles at the station are taken to the beach, and "
        "{back} of those at the beach are taken to the station.",
        "Which share of the bicycles is at the station",
        "the station",
        "the beach",
    ),
    Story(
        "A running machine breaks down during a shift with probability {leave}; a broken one is "
        "mended during a shift with probability {back}.",
        "During which share of all shifts is it running",
        "shifts when it runs",
        "shifts when it is broken",
    ),
)


@Family
def long_run_share(rng: np.random.Generator) -> Question:
    """Find the share of time in one of two states in the long run."""
    story = pick(rng, STORIES)
    leave, back = two_different(rng, (10, 20, 30, 40, 60, 70))
    p, q = Fraction(leave, 100), Fraction(back, 100)
    value = q / (p + q)
    told = story.told.format(leave=rf"${leave}\,\%$", back=rf"${back}\,\%$")
    return Question(
        f"{told} {story.asked} in the long run? Give a fraction or a decimal.",
        telling(
            Number(value),
            Wrong(1 - value, f"That is the share of the other state: {story.two}."),
            Wrong(
                Fraction(1, 2),
                "Half and half it would be if both states were left with the same probability.",
            ),
            Wrong(1 - p, "That is the probability that one step changes nothing."),
            Wrong(q, "That is the probability of one change. It applies to one state only."),
            Wrong(q / p, "That is the ratio of the shares. The shares must add up to $1$."),
            Wrong(float(100 * value), "In per cent, yes. As a share, divide by $100$."),
        ),
        f"Let $s$ be the share of {story.one} and $t$ that of {story.two}. One more step must "
        "not change them, so they make an eigenvector with eigenvalue $1$:"
        + display(
            matrix(((1 - p, q), (p, 1 - q)))
            + r"\begin{pmatrix} s\\t\end{pmatrix} = \begin{pmatrix} s\\t\end{pmatrix} ."
        )
        + rf"The first row says ${tex(q)}\,t = {tex(p)}\,s$: as many leave as come back. So "
        rf"$s : t = {value.numerator} : {value.denominator - value.numerator}$, and with "
        rf"$s + t = 1$" + display(rf"s = \frac{{{back}}}{{{leave} + {back}}} = {tex(value)} ."),
        otherwise="In the long run as many must change one way as the other.",
        hint="Which shares does one more step leave as they are?",
        data={"leave": leave, "back": back},
    )
