"""Checks for the assignment on Gram–Schmidt: straighten and gram_schmidt."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import numpy as np

from mlmath import linalg
from mlmath.practice.checking import (
    SECONDS,
    Check,
    Mistake,
    Passed,
    Pattern,
    Problem,
    difference,
    shown_call,
)
from mlmath.practice.row_steps import TINY, casting_errors, whole_numbers

COLUMNS = (
    "The vectors are the *columns*. `for q in Q` goes through the rows; `for q in Q.T` goes "
    "through the columns."
)


def unit(v: np.ndarray) -> np.ndarray:
    """Return v rescaled to length 1; zero stays."""
    return v / (np.linalg.norm(v) or 1)


# straighten


def straighten(v: np.ndarray, Q: np.ndarray) -> np.ndarray:
    """Return v minus its projections on the columns of Q."""
    return v - Q @ (Q.T @ v)


def orthonormal(n: int, k: int, seed: int) -> np.ndarray:
    """Return k orthonormal columns of n entries."""
    V = np.random.default_rng(seed).integers(-3, 4, (n, 3 * k + 3)).astype(float)
    return linalg.gram_schmidt(V)[:, :k]


def straighten_inputs() -> list[tuple]:
    """Return vectors with columns to straighten them against, few and short first."""
    rng = np.random.default_rng(1883)
    simple = [
        (np.array([3.0, 4.0]), np.array([[1.0], [0.0]])),
        (np.array([5.0, 0.0]), np.array([[0.6], [0.8]])),
        (np.array([1.0, 2.0, 3.0]), np.eye(3)[:, :2]),
    ]
    more = [
        (rng.integers(-5, 6, n).astype(float), orthonormal(n, k, 10 * n + k))
        for n in (2, 3, 4, 5)
        for k in range(n + 1)
    ]
    inside = [(Q @ rng.integers(1, 4, 2), Q) for Q in (orthonormal(4, 2, s) for s in range(3))]
    whole = [(np.array([1, 2, 3]), np.array([[0.6, 0], [0.8, 0], [0, 1]]))]
    return [*simple, *more, *inside, *whole]


def straighten_samples() -> list[tuple]:
    """Return inputs on which each mistake shows."""
    rng = np.random.default_rng(1907)
    return [
        (rng.integers(1, 6, 4) * sign, orthonormal(4, k, k))
        for k, sign in ((2, 1.0), (3, -1.0))
    ]


NUMBERS = (
    "You subtract the dot products, which are numbers, from every entry. A projection is a vector: "
    "the number times q."
)


def all_numbers(v: np.ndarray, Q: np.ndarray) -> np.ndarray:
    """Subtract the sum of the dot products from every entry."""
    return v - (Q.T @ v).sum()


def each_number(v: np.ndarray, Q: np.ndarray) -> np.ndarray:
    """Subtract one dot product after the other from every entry."""
    for q in Q.T:
        v = v - q @ v
    return v


def unit_or_not(v: np.ndarray, Q: np.ndarray) -> np.ndarray:
    """Divide by the length of v, as if it were that of q, one after the other."""
    for q in Q.T:
        v = v - (q @ v) / (v @ v) * q
    return v


def multiples_of_v(v: np.ndarray, Q: np.ndarray) -> np.ndarray:
    """Subtract a multiple of v itself, one after the other."""
    for q in Q.T:
        v = v - (q @ v) * v
    return v


def entry_by_entry(v: np.ndarray, Q: np.ndarray, squared: bool) -> np.ndarray:
    """Multiply v and q entry by entry instead of taking their dot product."""
    for q in Q.T:
        v = v - q * v * (q if squared else 1)
    return v


def lengths_only(v: np.ndarray, Q: np.ndarray) -> np.ndarray:
    """Take the dot products without their signs."""
    for q in Q.T:
        v = v - abs(q @ v) * q
    return v


STRAIGHTEN = Check(
    "straighten",
    straighten_inputs,
    straighten,
    shown_call("straighten", "v", "Q", digits=4),
    straighten_samples,
    "straighten passes: right on {count} vectors of 2 to 5 entries.",
    mistakes=[
        Mistake(
            "projection",
            lambda v, Q: Q @ (Q.T @ v),
            "This is the sum of the projections. What is *left* when they are taken away?",
        ),
        Mistake(
            "added",
            lambda v, Q: v + Q @ (Q.T @ v),
            "The projections are added. They are to be taken away.",
        ),
        Mistake(
            "last-only",
            lambda v, Q: v - (Q[:, -1] @ v) * Q[:, -1],
            "Only the last projection is gone. Does each round of the loop begin with v again, "
            "instead of what the round before has left?",
        ),
        Mistake(
            "first-only",
            lambda v, Q: v - (Q[:, 0] @ v) * Q[:, 0],
            "Only the first projection is gone. Does the function return inside the loop?",
        ),
        *(
            Mistake("numbers-subtracted", result, NUMBERS)
            for result in (all_numbers, each_number)
        ),
        Mistake(
            "no-dot-product",
            lambda v, Q: v - Q.sum(axis=1),
            "You subtract each q once. How often it fits into v, the dot product tells.",
        ),
        Mistake(
            "normalised",
            lambda v, Q: unit(straighten(v, Q)),
            "The direction is right, but it has been rescaled to length 1. That is for later: "
            "here its length still tells whether anything is left.",
        ),
        Mistake(
            "multiple-of-v",
            multiples_of_v,
            "You subtract a multiple of v. A projection on q is a multiple of q.",
        ),
        *(
            Mistake(
                "entry-by-entry",
                partial(entry_by_entry, squared=squared),
                "`q * v` multiplies entry by entry. The dot product, one number, is `q @ v`.",
            )
            for squared in (False, True)
        ),
        Mistake(
            "absolute-value",
            lengths_only,
            "A shadow may point against q. Then its dot product is negative, and so it is to be.",
        ),
        Mistake(
            "divided",
            unit_or_not,
            "Something has been divided by the squared length of v. Each q has length 1, so nothing "
            "is to be divided.",
        ),
        Mistake(
            "turned-round",
            lambda v, Q: Q @ (Q.T @ v) - v,
            "The right length, but it points the other way: it is v minus the projections.",
        ),
        Mistake(
            "twice",
            lambda v, Q: v - 2 * Q @ (Q.T @ v),
            "Each projection has been taken away twice. That is a reflection.",
        ),
        Mistake(
            "first-missed",
            lambda v, Q: straighten(v, Q[:, 1:]),
            "The first column of Q is passed over. Columns are counted from 0.",
        ),
        Mistake(
            "last-missed",
            lambda v, Q: straighten(v, Q[:, :-1]),
            "The last column of Q is passed over. range(k) ends before k.",
        ),
    ],
    patterns=[
        whole_numbers("v"),
        Pattern(
            "no-columns",
            lambda v, Q: Q.shape[1] == 0,
            "It goes wrong only where Q has no column yet. Then nothing is to be subtracted.",
        ),
    ],
    errors={
        "ValueError": COLUMNS,
        "IndexError": "Q has Q.shape[1] columns, perhaps none; len(Q) is the number of its rows. "
        + COLUMNS,
        **casting_errors("v"),
    },
    otherwise="What should be left is perpendicular to each q: print Q.T @ w.",
    shape="What is left of v is a vector with as many entries as v. " + COLUMNS,
)


# gram_schmidt


def matrices() -> list[tuple]:
    """Return columns to straighten, few and short first; some depend on those before them."""
    rng = np.random.default_rng(1883)
    fixed = [
        [[2]],
        [[3, 1], [4, 2]],
        [[1, 2], [2, 4]],
        [[0, 1], [0, 1]],
        [[1, 1, 0], [1, 0, 1], [0, 1, 1]],
        [[1, 1, 2], [1, 0, 1], [0, 1, 1]],
        [[0.1, 0.3], [0.2, 0.6], [0.3, 0.9]],  # rounding leaves a speck of the second
        [[1, 2, 3, 4], [0, 0, 1, 5]],
        [[3e-12, 1e-12], [4e-12, 2e-12]],
        [[1, 1], [0, 2**-23]],
    ]
    random = [rng.integers(-4, 5, shape) for shape in ((3, 2), (3, 3), (4, 3), (4, 4), (5, 3))]
    dependent = [A @ rng.integers(-2, 3, (A.shape[1], 4)) for A in random[:3]]
    whole = (np.array([[3, 1], [4, 2]]),)
    return [*((np.array(A, dtype=float),) for A in (*fixed, *random, *dependent)), whole]


def judge_columns(Q: np.ndarray, V: np.ndarray) -> Problem | None:
    """Say what is wrong with orthonormal columns: lengths, angles, or what they span."""
    expected = linalg.gram_schmidt(V, rtol=TINY)
    if np.allclose(Q, expected, rtol=0, atol=1e-9):
        return None
    text = difference(expected, Q)
    lengths = np.linalg.norm(Q, axis=0)
    for j, length in enumerate(lengths):
        if abs(length - 1) > 1e-6:
            hint = "What is left of a column, w, is divided by its length, np.linalg.norm(w)."
            return Problem(f"{text}\nColumn {j} has length {length:.4g}.", "wrong", hint)
    for j in range(Q.shape[1]):
        for i in range(j):
            if abs(Q[:, i] @ Q[:, j]) > 1e-6:
                hint = (
                    f"Is column {j} straightened against *all* those that were found before it?"
                )
                return Problem(
                    f"{text}\nThe dot product of columns {i} and {j} is "
                    f"{Q[:, i] @ Q[:, j]:.4g}, not 0.",
                    "wrong",
                    hint,
                )
    hint = (
        "Column by column, from the first: what is added is what straightening leaves of it, "
        "rescaled."
    )
    return Problem(f"{text}\nThese are orthonormal, but others.", "wrong", hint)


def signs(samples: list[tuple[tuple, np.ndarray | None]]) -> tuple[str, str] | None:
    """Say so if only signs of columns are wrong."""
    for (V,), Q in samples:
        right = linalg.gram_schmidt(V)
        if Q is None or Q.shape != right.shape:
            return None
        if not np.allclose(np.abs((Q * right).sum(axis=0)), 1, atol=1e-9):
            return None
    return (
        "signs",
        (
            "Some columns point the other way. What is left of a column, divided by its length, "
            "keeps its direction."
        ),
    )


def samples() -> list[tuple]:
    """Return independent columns on which each mistake shows."""
    return [
        (np.array([[1.0, 1, 2], [2, 0, 1], [2, 1, 3]]),),
        (np.array([[2.0, 1, 1], [1, 3, 0], [0, 1, 4]]),),
    ]


def one_by_one(V: np.ndarray, against: Callable) -> np.ndarray:
    """Straighten each column against what a rule chooses of those before it."""
    result: list[np.ndarray] = []
    for j, v in enumerate(V.T):
        result.append(unit(straighten(v, against(V, result, j))))
    return np.transpose(result)


def stacked(vectors: list[np.ndarray], n: int) -> np.ndarray:
    """Return vectors as columns, none of them too."""
    return np.reshape(vectors, (len(vectors), n)).T


def lengths_kept(V: np.ndarray) -> np.ndarray:
    """Return what is left of each column, not rescaled."""
    Q, R = linalg.qr(V)
    return Q * np.diag(R)


def not_yet_unit(V: np.ndarray) -> np.ndarray:
    """Project on vectors whose length is not 1, with the formula for unit vectors."""
    result: list[np.ndarray] = []
    for v in V.T:
        result.append(straighten(v, stacked(result, len(V))))
    return np.transpose([unit(w) for w in result])


def not_yet_unit_in_turn(V: np.ndarray) -> np.ndarray:
    """Do so one projection after the other."""
    result: list[np.ndarray] = []
    for v in V.T:
        for w in result:
            v = v - (w @ v) * w
        result.append(v)
    return np.transpose([unit(w) for w in result])


def never_unit(V: np.ndarray) -> np.ndarray:
    """Straighten against vectors whose length is not 1, and leave them so."""
    result: list[np.ndarray] = []
    for v in V.T:
        result.append(straighten(v, stacked(result, len(V))))
    return np.transpose(result)


def never_unit_in_turn(V: np.ndarray) -> np.ndarray:
    """Do so one projection after the other."""
    result: list[np.ndarray] = []
    for v in V.T:
        for w in result:
            v = v - (w @ v) * w
        result.append(v)
    return np.transpose(result)


def divided_by(V: np.ndarray, length: Callable[[np.ndarray, np.ndarray], float]) -> np.ndarray:
    """Divide what is left of each column by something, and go on with that."""
    result: list[np.ndarray] = []
    for v in V.T:
        w = v
        for q in result:
            w = w - (q @ w) * q
        result.append(w / length(w, v))
    return np.transpose(result)


NOT_UNIT = "The columns of the result should have length 1: divide what is left by its length."
LATE = (
    "The projection is worked out with vectors whose length is not 1 yet. Rescale each as soon as "
    "it is straight, before the next."
)


GRAM_SCHMIDT = Check(
    "gram_schmidt",
    matrices,
    partial(linalg.gram_schmidt, rtol=TINY),
    shown_call("gram_schmidt", "V", digits=4),
    samples,
    "gram_schmidt passes: right on {count} sets of 1 to 4 vectors.",
    judge_columns,
    mistakes=[
        Mistake(
            "not-normalised",
            lengths_kept,
            "The columns are perpendicular, but not of length 1.",
        ),
        Mistake(
            "normalised-only",
            lambda V: V / np.linalg.norm(V, axis=0),
            "The columns have length 1, but they still lean on each other.",
        ),
        *(
            Mistake(
                "rows",
                result,
                "You have straightened the rows of V. The vectors are its columns, V.T goes through "
                "them.",
            )
            for result in (
                lambda V: linalg.gram_schmidt(V.T).T,
                lambda V: linalg.gram_schmidt(V.T),
            )
        ),
        Mistake(
            "transposed",
            lambda V: linalg.gram_schmidt(V).T,
            "The right vectors, but as rows. They should be the columns of the result.",
        ),
        *(
            Mistake("normalised-late", result, LATE)
            for result in (not_yet_unit, not_yet_unit_in_turn)
        ),
        Mistake(
            "against-the-first",
            lambda V: one_by_one(V, lambda V, found, j: stacked(found[:1], len(V))),
            "Each column is straightened against the first only. The third has two before it.",
        ),
        Mistake(
            "against-the-last",
            lambda V: one_by_one(V, lambda V, found, j: stacked(found[-1:], len(V))),
            "Each column is straightened against the one before it only. The third has two before "
            "it.",
        ),
        Mistake(
            "against-the-leaning",
            lambda V: one_by_one(
                V, lambda V, found, j: V[:, :j] / np.linalg.norm(V[:, :j], axis=0)
            ),
            "Each column is straightened against the columns of V before it, which still lean. Use "
            "those that you have straightened.",
        ),
        Mistake(
            "backwards",
            lambda V: linalg.gram_schmidt(V[:, ::-1])[:, ::-1],
            "You began with the last column. The first keeps its direction.",
        ),
        Mistake(
            "new-in-front",
            lambda V: linalg.gram_schmidt(V)[:, ::-1],
            "The right vectors, but the new one has been put in front each time. It belongs at the "
            "end.",
        ),
        *(
            Mistake("not-normalised", result, NOT_UNIT)
            for result in (never_unit, never_unit_in_turn)
        ),
        Mistake(
            "divided-by-the-old-length",
            lambda V: divided_by(V, lambda w, v: np.linalg.norm(v)),
            "You divide by the length that the column had. What is left is shorter: divide by the "
            "length of that.",
        ),
        Mistake(
            "divided-by-the-square",
            lambda V: divided_by(V, lambda w, v: w @ w),
            "You divided by the squared length, w @ w. Its root is missing.",
        ),
    ],
    diagnose=signs,
    patterns=[
        whole_numbers("V"),
        Pattern(
            "dependent",
            lambda V: linalg.gram_schmidt(V).shape != V.shape,
            "It goes wrong only where a column depends on those before it. Then nothing is left "
            "of it but rounding, and it is passed over.",
        ),
    ],
    errors={
        "ValueError": "Print the shapes in that line. " + COLUMNS,
        **casting_errors("V"),
    },
    shape="One column for each column of V that brings a new direction. If nothing is left of a "
    "column, it is passed over, and the next is tried; and rounding leaves a speck, so compare its length with 1e-10 "
    "times the length it had, not with 0.",
    not_finite="Nothing was left of a column, and you divided by its length, 0. Such columns are "
    "passed over, the first as well. Is 0 > 0 asked, or 0 >= 0?",
)


def check_straighten(function: Callable, *, seconds: float = SECONDS) -> Passed:
    """Check a function ``straighten(v, Q)``.

    It is to return v minus its projections on the columns of Q, which are orthonormal; there
    may be none.

    Parameters and errors are those of a call of a `Check`.

    Used on the page *Assignment: Gram–Schmidt*
    (linear-algebra/linear-mappings/assignment-gram-schmidt).

    Examples
    --------
    >>> check_straighten(lambda v, Q: v - Q @ (Q.T @ v))
    straighten passes: right on 25 vectors of 2 to 5 entries.
    """
    return STRAIGHTEN(function, seconds=seconds)


def check_gram_schmidt(function: Callable, *, seconds: float = SECONDS) -> Passed:
    """Check a function ``gram_schmidt(V)``.

    It is to return orthonormal columns that span the same as those of V; a column that depends
    on those before it, up to 1e-10 of its length, is passed over.

    Parameters and errors are those of a call of a `Check`.

    Used on the page *Assignment: Gram–Schmidt*
    (linear-algebra/linear-mappings/assignment-gram-schmidt).

    Examples
    --------
    >>> check_gram_schmidt(linalg.gram_schmidt)
    gram_schmidt passes: right on 19 sets of 1 to 4 vectors.
    """
    return GRAM_SCHMIDT(function, seconds=seconds)
