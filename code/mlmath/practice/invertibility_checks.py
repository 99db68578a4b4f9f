"""Checks for the assignment on special matrices: which of them can be inverted."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise, permutations

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
from mlmath.practice.row_steps import (
    FLOOR,
    LARGEST_NUMBER,
    LAST_MISSED,
    NEXT_ONLY,
    ONCE,
    TINY,
    arrays,
    beginnings,
    casting_errors,
    distinct,
    exchanged,
    row_lost,
    swapped,
    whole_numbers,
)

TRUTH = "True or False is wanted: one answer for the whole matrix."


def judge_truth(
    right: Callable[[np.ndarray], bool], hint: str
) -> Callable[..., Problem | None]:
    """Return a judge that says in words whether True or False was expected."""

    def judge(answer: np.ndarray, A: np.ndarray) -> Problem | None:
        if answer == right(A):
            return None
        came = bool(answer) if answer in (0, 1) else f"{answer:g}"
        return Problem(f"expected {right(A)}, got {came}", "wrong", hint)

    return judge


def blind(right: Callable[[np.ndarray], bool], always: str) -> list[Mistake]:
    """Return the mistakes of a function that says one thing only, or the opposite."""
    return [
        Mistake(
            "reversed",
            lambda A: not right(A),
            "It says yes where it should say no, and no where it should say yes.",
        ),
        Mistake("always", lambda A: True, always),
        Mistake("never", lambda A: False, "It always says no."),
    ]


# begins

SQUARES = [
    [[0, 3, 1], [2, 0, -5], [0, 0, 4]],
    [[0, 0, 0], [0, -1, 6], [7, 1, 0]],
    [[-2, 0, 0], [0, 0, 0], [0, 0, -3]],
]


def rows_to_begin() -> list[tuple]:
    """Return matrices with rows that begin in many places, small ones first."""
    rng = np.random.default_rng(1858)
    listed = [[[2]], [[0]], [[2, 1], [0, 3]], [[0, 1], [2, 0]], [[0, -1], [0, 0]]]
    random = [
        rng.integers(-3, 4, shape) * (rng.random(shape) < 0.5)
        for shape in ((2, 3), (3, 2), (4, 4), (3, 5), (5, 4))
    ]
    return arrays([*listed, *SQUARES, *random])


def last_entry(A: np.ndarray) -> np.ndarray:
    """Return the column of the last entry of each row that is not zero."""
    n = A.shape[1]
    return np.array([n - 1 - k if k < n else n for k in beginnings(A[:, ::-1])])


def at_zero_rows(A: np.ndarray, places: np.ndarray) -> np.ndarray:
    """Return the places, and the number of columns for rows of zeros."""
    return np.where(A.any(axis=1), places, A.shape[1])


def first_entries(A: np.ndarray) -> np.ndarray:
    """Return the first entry that is not zero of each row, instead of its place."""
    rows = np.arange(len(A))
    return at_zero_rows(A, A[rows, np.argmax(A != 0, axis=1)])


LARGEST = (
    "This is where the *largest* entry of each row stands. The first that is not 0 is wanted: "
    "`row != 0` is True there."
)

BEGINS = Check(
    "begins",
    rows_to_begin,
    lambda A: np.array(beginnings(A)),
    shown_call("begins", "A"),
    lambda: arrays(SQUARES),
    "begins passes: right on {count} matrices of 1 to 5 rows.",
    mistakes=[
        Mistake(
            "zero-rows",
            lambda A: np.argmax(A != 0, axis=1),
            "It says that a row of zeros begins in column 0. Such a row never begins: give it the "
            "number of columns.",
        ),
        Mistake(
            "columns",
            lambda A: np.array(beginnings(A.T)),
            "These are the beginnings of the columns. `for row in A` goes through the rows, A[0] "
            "is the first row.",
        ),
        Mistake(
            "last-entry",
            last_entry,
            "This is where each row *ends*. Does the loop go on after it has found an entry?",
        ),
        Mistake(
            "all-zeros-counted",
            lambda A: (A == 0).sum(axis=1),
            "You count all zeros of a row. Only those before its first other entry matter.",
        ),
        Mistake(
            "positive-only",
            lambda A: np.array(beginnings(A * (A > 0))),
            "Negative entries are passed over. A row begins with the first that is not 0.",
        ),
        Mistake(
            "counted-from-1",
            lambda A: np.array(beginnings(A)) + 1,
            "You count the columns from 1. Here they are counted from 0.",
        ),
        Mistake(
            "entries",
            first_entries,
            "These are the first entries themselves. In which *columns* do they stand?",
        ),
        *(
            Mistake("largest", result, LARGEST)
            for result in (
                lambda A: np.argmax(A, axis=1),
                lambda A: np.argmax(np.abs(A), axis=1),
                lambda A: at_zero_rows(A, np.argmax(A, axis=1)),
                lambda A: at_zero_rows(A, np.argmax(np.abs(A), axis=1)),
            )
        ),
        Mistake(
            "first-zero",
            lambda A: np.argmax(A == 0, axis=1),
            "This is where the first zero of each row stands. The first entry that is *not* 0 is "
            "wanted.",
        ),
    ],
    patterns=[
        Pattern(
            "zero-rows",
            lambda A: not A.any(axis=1).all(),
            "It goes wrong only where a row is all zeros. Give it the number of columns.",
        ),
        Pattern(
            "not-square",
            lambda A: A.shape[0] != A.shape[1],
            "It goes wrong only where there are not as many rows as columns. A.shape[0] is the "
            "number of rows, A.shape[1] that of columns.",
        ),
    ],
    errors={"IndexError": "A row may be all zeros, and then no entry is found in it."},
    not_finite="Give a row of zeros the number of columns, A.shape[1].",
    shape="One whole number for each row, rows of zeros included.",
    otherwise="Take the first row: which of its entries is the first that is not 0, and in which "
    "column does it stand, counted from 0?",
    lists=True,
)


# is_echelon


def is_echelon(A: np.ndarray) -> bool:
    """Whether each row begins further right than the one above, zero rows last."""
    starts, n = beginnings(A), A.shape[1]
    return all(a < b or b == n for a, b in pairwise(starts))


STAIRS = [
    [[2, 1], [0, 3]],
    [[0, 1], [2, 0]],
    [[1, 2], [3, 4]],
    [[0, 1], [0, 2]],
    [[0, 0], [0, 1]],
    [[0, 1], [0, 0]],
    [[0, 0], [0, 0]],
    [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
    [[1, 2, 3], [0, 0, 4], [0, 0, 0]],
    [[1, 2, 3], [0, 0, 4], [0, 0, 5]],
    [[1, 2, 3], [0, 0, 0], [0, 0, 0]],
    [[1, 2, 3], [0, 0, 0], [0, 0, 5]],
    [[1, 2, 3], [0, 4, 5], [0, 6, 0]],
    [[0, 1, 2], [3, 4, 5], [0, 0, 6]],
    [[0, 0, 1], [0, 1, 0], [1, 0, 0]],
    [[1, 0, 0], [2, 3, 0], [4, 5, 6]],
    [[1, 2, 3, 4], [0, 0, 5, 6], [0, 0, 0, 7], [0, 0, 0, 0]],
]


def stairs() -> list[tuple]:
    """Return matrices, some in echelon form and some nearly, small ones first."""
    more = [
        [[1, 2, 3], [0, 0, 4]],
        [[0, 2, 1], [0, 0, 3]],
        [[0, 2, 1], [0, 3, 3]],
        [[5], [0], [0]],
        [[0], [5], [0]],
    ]
    return arrays([[[3]], [[0]], *STAIRS, *more])


def steps(A: np.ndarray) -> list[tuple[int, int]]:
    """Return the beginnings of neighbouring rows."""
    starts = beginnings(A)
    return list(pairwise(starts))


ECHELON = Check(
    "is_echelon",
    stairs,
    lambda A: np.array(is_echelon(A)),
    shown_call("is_echelon", "A"),
    lambda: arrays(STAIRS),
    "is_echelon passes: right on {count} matrices.",
    judge_truth(is_echelon, "In which columns do the rows begin? Print begins(A)."),
    mistakes=[
        *blind(is_echelon, always="It always says yes."),
        Mistake(
            "triangular",
            lambda A: not np.tril(A, -1).any(),
            "Zeros below the diagonal are not enough: in (0 1; 0 2) both rows begin in the same "
            "column. Compare where the rows begin.",
        ),
        Mistake(
            "not-strictly",
            lambda A: all(a <= b for a, b in steps(A)),
            "Two rows may not begin in the same column: *further* right.",
        ),
        Mistake(
            "zero-rows",
            lambda A: all(a < b for a, b in steps(A)),
            "Several rows of zeros may stand below each other at the bottom. Your test is too "
            "strict for them.",
        ),
        Mistake(
            "zero-rows-anywhere",
            lambda A: is_echelon(A[A.any(axis=1)]) if A.any() else True,
            "Rows of zeros have been passed over, wherever they stand. They belong at the bottom.",
        ),
        Mistake(
            "first-two-rows",
            lambda A: is_echelon(A[:2]),
            "Only the first two rows are compared. Does the function return inside the loop?",
        ),
        Mistake(
            "last-two-rows",
            lambda A: is_echelon(A[-2:]),
            "Only the last two rows decide. Once two rows are wrong, no others can mend it.",
        ),
        Mistake(
            "last-pair-missed",
            lambda A: is_echelon(A[:-1]),
            "The last two rows are not compared. range(n) ends before n, and n rows make n - 1 "
            "pairs.",
        ),
        Mistake(
            "first-column",
            lambda A: is_echelon(A) and bool(A[0, 0]),
            "The first row need not begin in column 0: (0 1; 0 0) is an echelon form.",
        ),
        Mistake(
            "diagonal",
            lambda A: beginnings(A) == list(range(len(A))),
            "Rows that begin in the columns 0, 1, 2, ... are one echelon form of many: columns may be "
            "skipped, and rows of zeros may stand at the bottom.",
        ),
        Mistake(
            "by-one",
            lambda A: all(b in (a + 1, A.shape[1]) for a, b in steps(A)),
            "A row may begin several columns further right than the one above.",
        ),
        Mistake(
            "ones",
            lambda A: is_echelon(A) and all(row[row != 0][0] == 1 for row in A[A.any(axis=1)]),
            "The first entries of the rows need not be 1.",
        ),
    ],
    patterns=[
        Pattern(
            "zero-rows",
            lambda A: not A.any(axis=1).all(),
            "It goes wrong only where a row is all zeros.",
        )
    ],
    errors={"IndexError": "The last row has none below it: there is one pair fewer than rows."},
    shape=TRUTH,
)


# peel


def rest(A: np.ndarray, factor: Callable | None = None) -> np.ndarray:
    """Return what is left below and to the right of the first entry when it has cleared."""
    factor = factor or (lambda below, pivot: below / pivot)
    A = A.astype(float)
    return A[1:, 1:] - np.outer(factor(A[1:, 0], A[0, 0]), A[0, 1:])


def peel(A: np.ndarray, factor: Callable | None = None) -> np.ndarray:
    """Return it after the largest entry of the first column has been brought up."""
    return rest(swapped(A, 0, 0), factor)


def to_peel() -> list[tuple]:
    """Return square matrices whose first column is not zero, small ones first."""
    rng = np.random.default_rng(1850)
    listed = [
        [[3]],
        [[2, 1], [0, 3]],
        [[2, 1], [1, 3]],
        [[0, 1], [2, 5]],
        [[1, 3], [2, 4]],
        [[1, 3], [-2, 4]],
        [[4, 2, 1], [2, 3, 5], [1, 1, 1]],
        [[0, 2, 1], [1, 1, 1], [2, 0, 3]],
    ]
    random = [distinct(rng, n, n) for n in (2, 3, 3, 4, 4, 5)]
    whole = [(np.array([[2, 1], [1, 3]]),), (np.array([[4, 2, 1], [3, 3, 5], [1, 1, 1]]),)]
    return [*arrays([*listed, *random]), *whole]


def peel_samples() -> list[tuple]:
    """Return matrices on which each mistake shows."""
    return arrays(
        [
            [[1, 9, 8, 3], [4, 2, 7, 1], [2, 3, 6, 4], [-5, -6, 9, 2]],
            [[2, 5, 7, 1], [3, 8, -4, 2], [1, 1, 6, 9], [-4, 3, 2, 2]],
        ]
    )


def judge_peel(array: np.ndarray, A: np.ndarray) -> Problem | None:
    """Say whether the rows are right, in whatever order."""
    expected = peel(A)
    for order in permutations(range(len(expected))):
        if np.allclose(array[list(order)], expected, rtol=0, atol=1e-9):
            return None
    return Problem(
        difference(expected, array),
        "wrong",
        "Print A when the largest of the first column has been brought up, and when the rows below "
        "have been cleared.",
    )


def multiple_only(A: np.ndarray) -> np.ndarray:
    """Return what is to be subtracted."""
    return swapped(A, 0, 0)[1:, 1:] - peel(A)


def pivot_left_in_place(A: np.ndarray) -> np.ndarray:
    """Clear with the right row where it stands, and drop the first."""
    p = int(np.argmax(np.abs(A[:, 0])))
    factors = A[:, 0] / A[p, 0] * (np.arange(len(A)) != p)
    return (A - np.outer(factors, A[p]))[1:, 1:]


def outer_turned(A: np.ndarray) -> np.ndarray:
    """Let the factors run along the rows."""
    A = swapped(A, 0, 0)
    return A[1:, 1:] - np.outer(A[0, 1:], A[1:, 0] / A[0, 0])


def only_rows(A: np.ndarray, rows: slice) -> np.ndarray:
    """Subtract in some rows only."""
    result = swapped(A, 0, 0)[1:, 1:]
    result[rows] = peel(A)[rows]
    return result


PEEL = Check(
    "peel",
    to_peel,
    peel,
    shown_call("peel", "A"),
    peel_samples,
    "peel passes: right on {count} matrices of 1 to 5 rows.",
    judge_peel,
    mistakes=[
        Mistake(
            "no-exchange",
            rest,
            "It takes the first row as it stands. Its first entry may be zero, or tiny: bring the "
            "largest of the first column up.",
        ),
        Mistake(
            "no-absolute-value",
            lambda A: rest(exchanged(A, 0, int(np.argmax(A[:, 0])))),
            LARGEST_NUMBER,
        ),
        Mistake(
            "row-lost",
            lambda A: rest(row_lost(A, 0, 0)),
            "One row is there twice, and one is lost. A[i] is not a copy but the row itself; "
            "A[[i, k]] = A[[k, i]] exchanges.",
        ),
        Mistake(
            "not-subtracted",
            lambda A: swapped(A, 0, 0)[1:, 1:],
            "First row and column are gone, but nothing has been subtracted from the others.",
        ),
        Mistake(
            "wrong-sign",
            lambda A: peel(A, lambda below, pivot: -below / pivot),
            "The sign is wrong: the multiple of the pivot's row is taken away, so that a zero "
            "appears below the pivot.",
        ),
        Mistake(
            "upside-down",
            lambda A: peel(A, lambda below, pivot: pivot / below),
            "The factor is upside down. How many times does the pivot go into the entry below it?",
        ),
        Mistake(
            "not-divided",
            lambda A: peel(A, lambda below, pivot: below),
            "You subtract the entry times the pivot's row. Divide the entry by the pivot.",
        ),
        Mistake(
            "without-factor",
            lambda A: peel(A, lambda below, pivot: np.ones(len(below))),
            ONCE,
        ),
        Mistake(
            "columns",
            lambda A: peel(A.T).T,
            "The largest entry of the first *row* has been taken. A[:, 0] is the first column.",
        ),
        Mistake(
            "multiple-only",
            multiple_only,
            "This is what is to be taken away. What is left of the rows?",
        ),
        Mistake(
            "pivot-left-in-place",
            pivot_left_in_place,
            "The pivot's row is put aside. It still stands in its old place, and another row has "
            "been dropped: exchange it with the first.",
        ),
        Mistake(
            "outer-turned",
            outer_turned,
            "The factors belong to the rows: in np.outer(factors, row) they come first.",
        ),
        Mistake(
            "next-row-only",
            lambda A: only_rows(A, slice(1)),
            NEXT_ONLY,
        ),
        Mistake(
            "last-row-missed",
            lambda A: only_rows(A, slice(-1)),
            LAST_MISSED,
        ),
        Mistake(
            "whole-division",
            lambda A: peel(A, lambda below, pivot: below // pivot),
            FLOOR,
        ),
        Mistake(
            "multiplied-up",
            lambda A: A[np.argmax(np.abs(A[:, 0])), 0] * peel(A),
            "These rows have been multiplied by the pivot. Each stays once, minus a multiple of the "
            "pivot's row.",
        ),
        Mistake(
            "dropped-only",
            lambda A: A[1:, 1:],
            "First row and column are gone, but nothing has been subtracted from the others.",
        ),
    ],
    patterns=[whole_numbers("A")],
    errors={
        **casting_errors("A"),
        "IndexError": "np.argmax(A) counts through the whole matrix. The largest of the first "
        "column is wanted, A[:, 0].",
    },
    shape="First row and first column are dropped: of n rows and columns n - 1 are left, of one "
    "none, A[1:, 1:].",
    not_finite="Something was divided by zero. The largest entry of the first column is not zero: "
    "was it brought up before dividing?",
)


# can_be_inverted


def loop(
    A: np.ndarray, step: Callable, zero: Callable[[np.ndarray], bool], last: int = 1
) -> bool:
    """Return whether no column is zero when a matrix is peeled down to `last` rows."""
    A = A.astype(float)
    while len(A) >= last:
        if zero(A):
            return False
        A = step(A)
    return True


def below(limit: float) -> Callable[[np.ndarray], bool]:
    """Return a test whether a first column is zero, up to a limit."""
    return lambda A: bool(np.abs(A[:, 0]).max() <= limit)


def can_be_inverted(A: np.ndarray) -> bool:
    """Whether each column has a pivot."""
    return linalg.rank(A, rtol=TINY) == len(A)


def never_exchanges(A: np.ndarray) -> bool:
    """Say no whenever the number in the pivot's place is zero."""
    return loop(A, rest, lambda B: bool(abs(B[0, 0]) <= TINY * np.abs(A).max()))


def first_rows(A: np.ndarray) -> bool:
    """Say no when a first row is zero, and divide by zero where only the column is."""
    limit = TINY * np.abs(A).max()
    with np.errstate(invalid="ignore"):
        return loop(A, peel, lambda B: bool(np.abs(B[0]).max() <= limit))


def small_pivot(A: np.ndarray) -> bool:
    """Whether a matrix that can be inverted looks singular if a thousandth counts as zero."""
    limit = 1e-3 * np.abs(A).max()
    return can_be_inverted(A) and not loop(A, peel, below(limit))


def leaves_specks(A: np.ndarray) -> bool:
    """Whether a singular matrix looks regular if only 0 counts as zero."""
    return not can_be_inverted(A) and loop(A, peel, below(0))


def is_small(A: np.ndarray) -> bool:
    """Whether a matrix that can be inverted has tiny entries only."""
    return can_be_inverted(A) and bool(np.abs(A).max() < 0.01)


LISTED = [
    [[2]],
    [[0]],
    [[-3]],
    [[1, 2], [3, 4]],
    [[0, 1], [1, 0]],
    [[1, 2], [2, 4]],
    [[1, 1], [1, 1]],
    [[0, 1], [0, 2]],
    [[0, 0], [1, 2]],
    [[1, 2, 3], [2, 4, 5], [1, 1, 1]],
    [[1, 2, 3], [0, 0, 4], [0, 0, 5]],
    [[1, 2, 3], [0, 4, 5], [0, 0, 6]],
    [[0, 0, 1], [1, 0, 0], [0, 1, 0]],
    [[1, 0, 1], [0, 1, 1], [1, 1, 2]],
    [[1, 2, 3], [1, 2, 3], [4, 5, 7]],
    [[1, 2, 3], [4, 5, 6], [7, 8, 9]],
    [[16, 3, 2, 13], [5, 10, 11, 8], [9, 6, 7, 12], [4, 15, 14, 1]],
    [[2, -1, 0, -1], [-1, 2, -1, 0], [0, -1, 2, -1], [-1, 0, -1, 2]],
    [[0.1, 0.3], [0.3, 0.9]],
    [[1, 2], [2, 4.000001]],
    [[-1, -2], [-2, -4]],
    [[2e-12, 1e-12], [1e-12, 3e-12]],
    [[2e-12, 1e-12], [4e-12, 2e-12]],
    [[1e-4, 0, 0], [0, 1e-4, 0], [0, 0, 1e-4]],
    [[2e-3, 1e-3, 0], [1e-3, 2e-3, 1e-3], [0, 1e-3, 2e-3]],
]


def squares() -> list[tuple]:
    """Return square matrices, small ones first, then random ones and whole numbers."""
    rng = np.random.default_rng(1855)
    random = [distinct(rng, n, n) for n in (3, 4, 5)]
    flat = [rng.integers(-3, 4, (n, 2)) @ rng.integers(-3, 4, (2, n)) for n in (3, 4, 5)]
    whole = [(np.array([[2, 1], [1, 1]]),), (np.array([[3, 2, 1], [2, 2, 1], [1, 1, 1]]),)]
    return [*arrays([*LISTED, *random, *flat]), *whole]


INVERTED = Check(
    "can_be_inverted",
    squares,
    lambda A: np.array(can_be_inverted(A)),
    shown_call("can_be_inverted", "A"),
    lambda: arrays(LISTED),
    "can_be_inverted passes: right on {count} matrices of 1 to 5 rows.",
    judge_truth(can_be_inverted, "Print A each time when it has been peeled."),
    mistakes=[
        *blind(can_be_inverted, always="It never finds a singular matrix."),
        Mistake(
            "no-exchange",
            never_exchanges,
            "It says no as soon as the number in the pivot's place is zero. Another row may have "
            "one that is not: look at the whole column.",
        ),
        Mistake(
            "diagonal",
            lambda A: bool(np.diag(A).all()),
            "It looks at the diagonal only. That is right for triangular matrices; others have to "
            "be peeled first.",
        ),
        Mistake(
            "zero-rows",
            lambda A: bool(A.any(axis=0).all() and A.any(axis=1).all()),
            "It looks for rows and columns of zeros in A itself. They may turn up only after "
            "peeling.",
        ),
        Mistake(
            "first-column",
            lambda A: bool(A[:, 0].any()),
            "Only the first column is looked at. Does the function return inside the loop?",
        ),
        Mistake(
            "last-entry",
            lambda A: loop(A, peel, below(TINY * np.abs(A).max()), last=2),
            "The last entry, when one row is left, is not looked at. It may be zero too; the loop "
            "ends only when nothing is left.",
        ),
        Mistake(
            "no-zero-entry",
            lambda A: bool(A.all()),
            "A zero somewhere in the matrix does not matter. The identity has many.",
        ),
        Mistake(
            "determinant",
            lambda A: bool(abs(np.linalg.det(A)) > TINY),
            "A small determinant does not mean singular: that of a matrix of small entries is "
            "smaller still. Compare pivots with the entries of A.",
        ),
        Mistake(
            "no-absolute-value",
            lambda A: loop(A, peel, lambda B: bool(B[:, 0].max() <= TINY * np.abs(A).max())),
            "A column of negative entries is not zero: take absolute values, then the largest.",
        ),
        Mistake(
            "any-zero",
            lambda A: loop(
                A, peel, lambda B: bool(np.abs(B[:, 0]).min() <= TINY * np.abs(A).max())
            ),
            "One zero in the first column does not matter. Look at its largest entry.",
        ),
        Mistake(
            "first-row",
            first_rows,
            "You look at the first row. A[:, 0] is the first column.",
        ),
        Mistake(
            "echelon",
            is_echelon,
            "That A is an echelon form is neither needed nor enough. Peel it.",
        ),
        Mistake(
            "triangular",
            lambda A: beginnings(A) == list(range(len(A))),
            "That is right for echelon forms; others have to be peeled first.",
        ),
        Mistake(
            "absolute-limit",
            lambda A: loop(A, peel, below(TINY)),
            "A matrix of small entries is taken for singular. Multiply your limit by the largest "
            "entry of A.",
        ),
    ],
    patterns=[
        Pattern(
            "zero",
            lambda A: not A.any(),
            "It goes wrong only where A is zero, and so is your limit: *at most* the limit, <=.",
        ),
        Pattern(
            "all-negative",
            lambda A: bool(A.max() < 0),
            "It goes wrong only where all entries are negative. The limit wants np.abs(A).max(), "
            "not A.max().",
        ),
        Pattern(
            "small-pivot",
            small_pivot,
            "It goes wrong only where a pivot is small, but no speck: it has been taken for zero. "
            "The limit is 1e-10 times the largest entry of A.",
        ),
        Pattern(
            "specks",
            leaves_specks,
            "It goes wrong only where rounding leaves a speck in place of zero. Compare with 1e-10 "
            "times the largest entry of the A you were given, not of what is left of it.",
        ),
        Pattern(
            "small",
            is_small,
            "It goes wrong only where all entries are small. Multiply your limit by the largest "
            "entry of A.",
        ),
        whole_numbers("A"),
    ],
    errors={
        "ValueError": "When A is peeled to the end nothing is left, and nothing has no largest "
        "entry: `while len(A)` stops in time.",
        "IndexError": "When A is peeled to the end nothing is left: `while len(A)` stops in time.",
    },
    endless="A becomes smaller only if the result of peel gets its name: A = peel(A).",
    shape=TRUTH,
)


def check_begins(function: Callable, *, seconds: float = SECONDS) -> Passed:
    """Check a function ``begins(A)``.

    It is to return, for each row of A, the column of its first entry that is not zero, and the
    number of columns for a row of zeros.

    Parameters and errors are those of a call of a `Check`.

    Used on the page *Assignment: special matrices*
    (linear-algebra/matrices-and-systems/assignment-special-matrices).

    Examples
    --------
    >>> check_begins(beginnings)
    begins passes: right on 13 matrices of 1 to 5 rows.
    """
    return BEGINS(function, seconds=seconds)


def check_is_echelon(function: Callable, *, seconds: float = SECONDS) -> Passed:
    """Check a function ``is_echelon(A)``.

    It is to return whether A is in row echelon form.

    Parameters and errors are those of a call of a `Check`.

    Used on the page *Assignment: special matrices*
    (linear-algebra/matrices-and-systems/assignment-special-matrices).
    """
    return ECHELON(function, seconds=seconds)


def check_peel(function: Callable, *, seconds: float = SECONDS) -> Passed:
    """Check a function ``peel(A)``.

    A is square, and its first column is not zero. The function is to bring the largest entry of
    that column up, clear below it, and return what is left without first row and column; the
    rows may come in any order.

    Parameters and errors are those of a call of a `Check`.

    Used on the page *Assignment: special matrices*
    (linear-algebra/matrices-and-systems/assignment-special-matrices).
    """
    return PEEL(function, seconds=seconds)


def check_can_be_inverted(function: Callable, *, seconds: float = SECONDS) -> Passed:
    """Check a function ``can_be_inverted(A)``.

    It is to return whether the square matrix A has an inverse. What is at most 1e-10 times its
    largest entry counts as zero.

    Parameters and errors are those of a call of a `Check`.

    Used on the page *Assignment: special matrices*
    (linear-algebra/matrices-and-systems/assignment-special-matrices).
    """
    return INVERTED(function, seconds=seconds)
