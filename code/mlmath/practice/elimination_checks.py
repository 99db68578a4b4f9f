"""Checks for the assignment on elimination, from the first exchange to the last unknown."""

from __future__ import annotations

from collections.abc import Callable

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

CARRY = (
    "The right-hand side stays behind. A row of M is a whole equation, and what is done to its "
    "left side is done to its last number too."
)


def halfway(rng: np.random.Generator, m: int, n: int) -> tuple[np.ndarray, int, int]:
    """Return a matrix in the midst of elimination, and where its next pivot belongs."""
    row = int(rng.integers(m - 1))
    column = int(rng.integers(row, n - 1))
    M = distinct(rng, m, n)
    M[row:, :column] = 0
    return M, row, column


# swap_to_pivot


def swap_inputs() -> list[tuple]:
    """Return matrices and where the pivot belongs, small ones first.

    In none of them is there a choice: the largest entry is larger than all others.
    """
    rng = np.random.default_rng(1809)
    fixed = [
        ([[0, 1, 3], [2, 1, 5]], 0, 0),
        ([[3, 1, 4], [1, 2, 5]], 0, 0),
        ([[1, 1, 2], [-4, 1, 3]], 0, 0),
        ([[1, 7, 2, 3], [0, 2, 1, 1], [0, -5, 1, 2]], 1, 1),
        ([[1, 2, 3, 4], [0, 0, 1, 5], [0, 0, -6, 7]], 1, 2),
        ([[1, 2, 3], [0, 0, 4], [0, 6, 5]], 1, 1),
        ([[1, -5, 2, 3], [0, 2, 1, 1], [0, 5, 1, 2]], 1, 1),
        ([[1, 2, 3], [2, 1, 4], [3, 5, 1], [-4, 1, 1]], 0, 0),
    ]
    random = [halfway(rng, m, m + 1) for m in (2, 3, 3, 4, 4, 5, 5, 5)]
    return [*((np.array(M, dtype=float), i, j) for M, i, j in fixed), *random]


def swap_samples() -> list[tuple]:
    """Return matrices on which each mistake shows."""
    return [
        (np.array([[1.0, 9, 8, 3], [0, 2, 7, 1], [0, -5, 6, 4], [0, 3, 9, 2]]), 1, 1),
        (np.array([[5.0, 9, 8, 3], [1, 2, 7, 1], [6, 3, 6, 4], [-7, -5, 9, 2]]), 0, 0),
        (np.array([[1.0, 9, 8, 3], [0, 0, 7, 1], [0, 3, 6, 4], [0, -5, 9, 2]]), 1, 1),
        (np.array([[-8.0, 1, 2, 3], [3, 5, 1, 4], [2, 6, 9, 7], [4, 1, 3, 1]]), 0, 0),
    ]


def columns_exchanged(M: np.ndarray, row: int, column: int) -> np.ndarray:
    """Bring the largest entry of the row, not of the column, to its place."""
    result = M.copy()
    largest = column + np.argmax(np.abs(M[row, column:-1]))
    result[:, [column, largest]] = result[:, [largest, column]]
    return result


def shifted(M: np.ndarray, row: int, column: int) -> np.ndarray:
    """Bring the largest up and let the rows between move down."""
    largest = row + int(np.argmax(np.abs(M[row:, column])))
    return np.insert(np.delete(M, largest, axis=0), row, M[largest], axis=0)


def in_order(M: np.ndarray, row: int, column: int) -> np.ndarray:
    """Put all the rows in the order of their entries in the column."""
    order = np.argsort(-np.abs(M[row:, column]), kind="stable")
    return np.vstack([M[:row], M[row:][order]])


def column_swapped(M: np.ndarray, row: int, column: int) -> np.ndarray:
    """Exchange two entries instead of two rows."""
    result = M.astype(float)
    result[:, column] = swapped(M, row, column)[:, column]
    return result


def pivot_one(M: np.ndarray, row: int, column: int) -> np.ndarray:
    """Return M with the row divided by its pivot."""
    result = M.astype(float)
    result[row] = result[row] / result[row, column]
    return result


OTHER_ROWS = "Two rows change places; all others stay where they are."


def left_side_swapped(M: np.ndarray, row: int, column: int) -> np.ndarray:
    """Exchange the left sides only."""
    return np.column_stack([swapped(M, row, column)[:, :-1], M[:, -1]])


SWAP = Check(
    "swap_to_pivot",
    swap_inputs,
    swapped,
    shown_call("swap_to_pivot", "M"),
    swap_samples,
    "swap_to_pivot passes: right on {count} matrices of 2 to 5 rows.",
    mistakes=[
        Mistake(
            "no-absolute-value",
            lambda M, i, j: exchanged(M, i, i + int(np.argmax(M[i:, j]))),
            LARGEST_NUMBER,
        ),
        Mistake(
            "from-the-top",
            lambda M, i, j: exchanged(M, i, int(np.argmax(np.abs(M[:, j])))),
            "It looks at all rows. Those above `row` are finished and must stay where they are.",
        ),
        Mistake(
            "counted-from-row",
            lambda M, i, j: exchanged(M, i, int(np.argmax(np.abs(M[i:, j])))),
            "np.argmax(M[row:, ...]) counts from `row`, not from the top. How is the number of the "
            "row in M obtained from it?",
        ),
        Mistake(
            "row-lost",
            row_lost,
            "One row is there twice, and one is lost. M[i] is not a copy but the row itself, so "
            "`M[i], M[k] = M[k], M[i]` overwrites one before it is read. M[[i, k]] = M[[k, i]] "
            "works.",
        ),
        Mistake(
            "first-not-zero",
            lambda M, i, j: exchanged(M, i, i + int(np.argmax(M[i:, j] != 0))),
            "It takes the first entry that is not zero. It may be tiny; take the largest.",
        ),
        Mistake(
            "only-if-zero",
            lambda M, i, j: M if M[i, j] else swapped(M, i, j),
            "It exchanges rows only if it must. A pivot that is not zero may still be tiny: take "
            "the largest, always.",
        ),
        Mistake(
            "smallest",
            lambda M, i, j: exchanged(M, i, i + int(np.argmin(np.abs(M[i:, j])))),
            "It takes the smallest entry. The largest is wanted.",
        ),
        Mistake("right-hand-side", left_side_swapped, CARRY),
        Mistake(
            "columns",
            columns_exchanged,
            "It exchanges columns, which belong to the unknowns. Rows are equations, and these may "
            "change places: M[i] is a row, M[:, j] a column.",
        ),
        Mistake(
            "never",
            lambda M, i, j: M,
            "Nothing is exchanged. Does the function return what it has made?",
        ),
        Mistake(
            "last-row-missed",
            lambda M, i, j: exchanged(M, i, i + int(np.argmax(np.abs(M[i:-1, j])))),
            "The last row is not looked at. range(a, b) ends before b, and M[a:b] too.",
        ),
        Mistake(
            "below-only",
            lambda M, i, j: exchanged(M, i, i + 1 + int(np.argmax(np.abs(M[i + 1 :, j])))),
            "It looks only below `row`. The row itself may hold the largest, and then nothing is "
            "exchanged.",
        ),
        Mistake(
            "whole-rows",
            lambda M, i, j: exchanged(M, i, i + int(np.argmax(np.abs(M[i:]).max(axis=1)))),
            "It looks at whole rows. Only their entries in `column` can become the pivot.",
        ),
        Mistake("shifted", shifted, OTHER_ROWS),
        Mistake("in-order", in_order, OTHER_ROWS),
        Mistake(
            "column-only",
            column_swapped,
            "Two entries have changed places, and the rest of their rows has not. A row of M is a "
            "whole equation: M[i], not M[i, column].",
        ),
        Mistake(
            "divided",
            lambda M, i, j: pivot_one(swapped(M, i, j), i, j),
            "The rows have changed places, and one of them has been divided by its pivot. That is "
            "not asked for here.",
        ),
    ],
    patterns=[
        Pattern(
            "other-column",
            lambda M, i, j: i != j,
            "It goes wrong only where `row` and `column` differ. Look for the pivot in M[row:, "
            "column].",
        ),
        Pattern(
            "not-the-first",
            lambda M, i, j: i > 0,
            "It goes wrong only where `row` is not 0. np.argmax(M[row:, ...]) counts from `row`, "
            "and the rows above are finished.",
        ),
    ],
    errors={
        "IndexError": "np.argmax(M[row:, column]) counts from `row`. And M[i, j] is the entry in "
        "row i, column j."
    },
    shape="The same rows come out as go in, in another order.",
    otherwise="Which of the entries in `column`, from `row` down, is the largest? That row and "
    "`row` change places, and nothing else happens.",
)


# clear_below


def cleared(M: np.ndarray, row: int, column: int) -> np.ndarray:
    """Return M with zeros below the pivot."""
    return combined(M, row, column, range(row + 1, len(M)), lambda entry, pivot: entry / pivot)


def combined(
    M: np.ndarray, row: int, column: int, rows: range, factor: Callable[[float, float], float]
) -> np.ndarray:
    """Return M with a multiple of the pivot's row taken away from some rows."""
    result = M.astype(float)
    for i in rows:
        result[i] -= factor(M[i, column], M[row, column]) * M[row]
    return result


def clear_inputs() -> list[tuple]:
    """Return matrices with a pivot, small ones first, then such as hold whole numbers."""
    rng = np.random.default_rng(1810)
    fixed = [
        ([[2, 1, 5], [1, 3, 10]], 0, 0),
        ([[2, 1, 7], [-3, 1, 2]], 0, 0),
        ([[4, 1, 2], [0, 3, 1]], 0, 0),
        ([[2, 1, 1, 3], [0, 1, 2, 1], [4, 1, 1, 5]], 0, 0),
        ([[2, 1, 1, 7], [4, 3, 1, 15], [2, 3, 5, 21]], 0, 0),
        ([[2, 1, 1, 7], [0, 1, -1, 1], [0, 2, 4, 14]], 1, 1),
        ([[1, 2, 3, 4], [0, 0, 2, 5], [0, 0, 3, 7]], 1, 2),
    ]
    random = [halfway(rng, m, m + 1) for m in (3, 3, 4, 4, 5, 5)]
    whole = [([[2, 1, 5], [1, 3, 10]], 0, 0), ([[4, 2, 2], [3, 2, 1], [1, 1, 1]], 0, 0)]
    return [
        *((np.array(M, dtype=float), i, j) for M, i, j in fixed),
        *random,
        *((np.array(M), i, j) for M, i, j in whole),
    ]


def clear_samples() -> list[tuple]:
    """Return matrices on which each mistake shows."""
    return [
        (np.array([[3.0, 5, 1, 2], [0, 2, 7, 1], [0, 3, 6, 4], [0, -5, 9, 2]]), 1, 1),
        (np.array([[3.0, 5, 1, 2], [1, 2, 7, 1], [2, 3, 6, 4], [4, -5, 9, 2]]), 0, 0),
    ]


def column_only(M: np.ndarray, row: int, column: int) -> np.ndarray:
    """Write zeros below the pivot and leave the rest."""
    result = M.astype(float)
    result[row + 1 :, column] = 0
    return result


def entries_left(M: np.ndarray, row: int, column: int) -> np.ndarray:
    """Clear the rest of the rows and leave what stands below the pivot."""
    result = cleared(M, row, column)
    result[:, column] = M[:, column]
    return result


def multiplied_up(M: np.ndarray, row: int, column: int) -> np.ndarray:
    """Multiply each row by the pivot instead of dividing."""
    result = M.astype(float)
    for i in range(row + 1, len(M)):
        result[i] = M[row, column] * M[i] - M[i, column] * M[row]
    return result


def turned_round(M: np.ndarray, row: int, column: int) -> np.ndarray:
    """Take each row away from the multiple of the pivot's row."""
    result = cleared(M, row, column)
    result[row + 1 :] *= -1
    return result


def left_side_cleared(M: np.ndarray, row: int, column: int) -> np.ndarray:
    """Subtract left sides only."""
    return np.column_stack([cleared(M, row, column)[:, :-1], M[:, -1]])


def columns_cleared(M: np.ndarray, row: int, column: int) -> np.ndarray:
    """Make zeros to the right of the pivot, by columns."""
    result = M.astype(float)
    for j in range(column + 1, M.shape[1]):
        result[:, j] -= M[row, j] / M[row, column] * M[:, column]
    return result


OTHERS = (
    "Only the rows *below* the pivot are to change; the pivot's own row and those above it stay. "
    "Where does range begin?"
)

CLEAR = Check(
    "clear_below",
    clear_inputs,
    cleared,
    shown_call("clear_below", "M"),
    clear_samples,
    "clear_below passes: right on {count} matrices of 2 to 5 rows.",
    mistakes=[
        Mistake(
            "wrong-sign",
            lambda M, i, j: combined(M, i, j, range(i + 1, len(M)), lambda e, p: -e / p),
            "The entries below the pivot have doubled instead of vanishing: the sign is wrong. "
            "Subtract entry / pivot times the pivot's row.",
        ),
        Mistake("right-hand-side", left_side_cleared, CARRY),
        Mistake(
            "upside-down",
            lambda M, i, j: combined(
                M, i, j, range(i + 1, len(M)), lambda e, p: p / e if e else 0
            ),
            "The factor is upside down. How many times does the pivot go into the entry?",
        ),
        Mistake(
            "not-divided",
            lambda M, i, j: combined(M, i, j, range(i + 1, len(M)), lambda e, p: e),
            "You subtract the entry times the pivot's row. That makes a zero only if the pivot is "
            "1; divide by the pivot.",
        ),
        Mistake(
            "without-factor",
            lambda M, i, j: combined(M, i, j, range(i + 1, len(M)), lambda e, p: 1),
            ONCE,
        ),
        Mistake(
            "column-only",
            column_only,
            "There are zeros below the pivot, but the rest of these rows is as it was, so the "
            "equations are others. Were the zeros only written? Or is the factor worked out anew "
            "for each entry? Once the first is zero, so is the factor.",
        ),
        Mistake(
            "next-row-only",
            lambda M, i, j: combined(M, i, j, range(i + 1, i + 2), lambda e, p: e / p),
            NEXT_ONLY,
        ),
        Mistake(
            "own-row",
            lambda M, i, j: combined(M, i, j, range(i, len(M)), lambda e, p: e / p),
            OTHERS,
        ),
        Mistake(
            "above-too",
            lambda M, i, j: combined(
                M, i, j, [k for k in range(len(M)) if k != i], lambda e, p: e / p
            ),
            OTHERS,
        ),
        Mistake(
            "columns",
            columns_cleared,
            "The zeros stand to the right of the pivot: columns have been subtracted. Rows are the "
            "equations. M[i] is a row, M[:, j] a column.",
        ),
        Mistake(
            "last-row-missed",
            lambda M, i, j: combined(M, i, j, range(i + 1, len(M) - 1), lambda e, p: e / p),
            LAST_MISSED,
        ),
        Mistake(
            "whole-division",
            lambda M, i, j: combined(M, i, j, range(i + 1, len(M)), lambda e, p: e // p),
            FLOOR,
        ),
        Mistake(
            "absolute-value",
            lambda M, i, j: combined(M, i, j, range(i + 1, len(M)), lambda e, p: abs(e / p)),
            "The factor has lost its sign. The largest is chosen by absolute value; here the "
            "numbers count as they are.",
        ),
        Mistake(
            "entries-left",
            entries_left,
            "The rest of each row is right, but what stood below the pivot still stands there. "
            "The *whole* row changes, the entry in `column` too.",
        ),
        Mistake(
            "multiplied-up",
            multiplied_up,
            "The zeros are there, but these rows have been multiplied by the pivot. Each row below "
            "stays once, minus a multiple of the pivot's row.",
        ),
        Mistake(
            "turned-round",
            turned_round,
            "The rows below have the wrong sign: it is the row minus the multiple of the pivot's "
            "row, and not the other way round.",
        ),
        Mistake(
            "divided",
            lambda M, i, j: pivot_one(cleared(M, i, j), i, j),
            "The rows below are right, but the pivot's own row has been divided by the pivot. It "
            "is to stay as it is.",
        ),
    ],
    patterns=[
        whole_numbers("M"),
        Pattern(
            "zero-entry",
            lambda M, i, j: bool((M[i + 1 :, j] == 0).any()),
            "It goes wrong only where an entry below the pivot is zero already. Nothing is to be "
            "done in that row, but there may be more below: `break` ends the loop.",
        ),
        Pattern(
            "other-column",
            lambda M, i, j: i != j,
            "It goes wrong only where `row` and `column` differ. The pivot is M[row, column].",
        ),
        Pattern(
            "not-the-first",
            lambda M, i, j: i > 0,
            "It goes wrong only where `row` is not 0. " + OTHERS,
        ),
    ],
    errors={
        **casting_errors("M"),
        "IndexError": "M[i, j] is the entry in row i, column j. The rows below the pivot have the "
        "numbers row + 1 to len(M) - 1.",
    },
    otherwise="Take the first row that came out wrong. How many times does the pivot go into the "
    "entry below it?",
    shape="As many rows and columns come out as go in.",
    not_finite="Something was divided by zero. Is the divisor M[row, column]? That is not zero, "
    "unless its row has been taken from itself: where does range begin? The entries below it may "
    "be zero: do not divide by those.",
)


# echelon


def without_specks(M: np.ndarray, size: float) -> np.ndarray:
    """Return M with what is tiny beside a size made zero."""
    return np.where(np.abs(M) <= 2 * TINY * size, 0.0, M)


def echelon_inputs() -> list[tuple]:
    """Return tables of systems with one solution, none, and many, small ones first."""
    rng = np.random.default_rng(1811)
    fixed = [
        [[2, 4]],
        [[0, 4]],
        [[2, 1, 5], [1, 3, 10]],
        [[0, 1, 3], [2, 1, 5]],
        [[1, 2, 5], [2, 4, 10]],
        [[1, 2, 5], [2, 4, 11]],
        [[0, 2, 5], [0, 4, 10]],
        [[0, 0, 0], [0, 0, 0]],
        [[3e-9, 1.1, 1.3], [0.7, 1.7, 2.3]],
        [[1, 2], [3, 4], [5, 6]],
        [[2, 1, 1, 7], [4, 3, 1, 15], [2, 3, 5, 21]],
        [[1, 2, 3, 4], [2, 4, 5, 6], [1, 1, 1, 1]],
        [[1, 2, 3, 4], [2, 4, 7, 9], [1, 2, 5, 8]],
        [[0.1, 0.3, 1, 1], [0.3, 0.9, 1, 2], [0.7, 2.1, 5, 3]],
        [[1, 2, 3, 4, 5], [2, 4, 6, 9, 1]],
        [[-1, -2, -5], [-2, -4, -11], [-1, -2, -7]],
        [[2e-12, 1e-12, 5e-12], [1e-12, 3e-12, 1e-11]],
        [[1, 1, 1, 2], [1, 1 + 2**-28, 2, 3], [1, 1 + 2**-27, 4, 5]],
    ]
    random = [rng.integers(-4, 5, (m, m + 1)) for m in (2, 3, 3, 4, 4, 5)]
    dependent = [rng.integers(-2, 3, (m, 2)) @ rng.integers(-2, 3, (2, m + 1)) for m in (3, 4)]
    whole = [np.array([[2, 1, 5], [1, 3, 10]]), np.array([[2, 1, 2], [3, 2, 1], [1, 4, 1]])]
    return [*arrays([*fixed, *random, *dependent]), *((M,) for M in whole)]


def judge_echelon(E: np.ndarray, M: np.ndarray) -> Problem | None:
    """Say what is wrong with an echelon form: first its steps, then its solutions."""
    expected = linalg.row_echelon(M, rtol=TINY).U
    clean = without_specks(E, np.abs(M).max())
    starts = beginnings(clean)
    for i in range(1, len(starts)):
        if starts[i] <= starts[i - 1] and starts[i] < M.shape[1]:
            where = (
                "is a row of zeros, and below it stands one that is none"
                if starts[i - 1] == M.shape[1]
                else f"begins in column {starts[i - 1]}, and row {i} does not begin further right"
            )
            text = difference_of_forms(expected, E) + f"\nRow {i - 1} {where}."
            return Problem(text, "wrong", STEPS)
    reduced = linalg.reduced_row_echelon(M, rtol=TINY).R
    large = np.abs(clean).max() > 1e100
    if large or not np.allclose(
        linalg.reduced_row_echelon(clean, rtol=TINY).R, reduced, rtol=0, atol=1e-9
    ):
        text = difference_of_forms(expected, E)
        return Problem(
            text + "\nThese are steps, but not with the same solutions.",
            "wrong",
            "Which step is not a row operation? Print M after each.",
        )
    return None


def difference_of_forms(expected: np.ndarray, came: np.ndarray) -> str:
    """Return two echelon forms, and that others are right as well."""
    return difference(expected, came).replace("expected", "expected, for example", 1)


STEPS = (
    "After a pivot go on in the next row and the next column; where a column has no pivot, in the "
    "same row and the next column. Print M after each step."
)


def echelon_samples() -> list[tuple]:
    """Return tables on which each mistake shows."""
    return arrays(
        [
            [[4, 1, 2, 3], [2, 5, 1, 1], [1, 2, 6, 4]],
            [[5, 2, 1, 1], [1, 7, 3, 2], [3, 1, 4, 8]],
        ]
    )


def left_side_only(M: np.ndarray) -> np.ndarray:
    """Eliminate in the left side only."""
    return np.column_stack([linalg.row_echelon(M[:, :-1]).U, M[:, -1]])


def no_pivot_below(M: np.ndarray) -> bool:
    """Whether the column of some pivot reads zero at first, when elimination gets there."""
    U = M.astype(float)
    for k in range(min(U.shape)):
        if abs(U[k, k]) <= TINY * np.abs(M).max():
            return True
        U = cleared(U, k, k)
    return False


def only_negative(M: np.ndarray) -> bool:
    """Whether some pivot is negative, and so are all it was chosen from."""
    U = M.astype(float)
    for row, column in enumerate(linalg.row_echelon(M, rtol=TINY).pivots):
        if U[row:, column].max() <= TINY * np.abs(M).max():
            return True
        U = cleared(swapped(U, row, column), row, column)
    return False


def small_pivot(M: np.ndarray) -> bool:
    """Whether some pivot is much smaller than the largest entry, but more than a speck."""
    U, pivots = linalg.row_echelon(M, rtol=TINY)[:2]
    largest = np.abs(M).max()
    return any(abs(U[i, j]) < 1e-2 * largest for i, j in enumerate(pivots))


def is_small(M: np.ndarray) -> bool:
    """Whether a matrix that is not zero has tiny entries only."""
    return bool(0 < np.abs(M).max() < 1e-6)


def has_gap(M: np.ndarray) -> bool:
    """Whether a column without a pivot stands before one with a pivot."""
    pivots = linalg.row_echelon(M, rtol=TINY).pivots
    return pivots != tuple(range(len(pivots)))


ECHELON = Check(
    "echelon",
    echelon_inputs,
    lambda M: linalg.row_echelon(M, rtol=TINY).U,
    shown_call("echelon", "M"),
    echelon_samples,
    "echelon passes: right on {count} tables of 1 to 5 rows.",
    judge_echelon,
    mistakes=[
        Mistake("right-hand-side", left_side_only, CARRY),
        Mistake(
            "first-column-only",
            lambda M: cleared(M, 0, 0),
            "Only the first column has been cleared. Does the function return inside the loop?",
        ),
        Mistake(
            "columns",
            lambda M: linalg.row_echelon(M.T).U.T,
            "The zeros stand in the upper right: columns have been combined. Rows are the "
            "equations.",
        ),
        Mistake(
            "nothing",
            lambda M: M,
            "M comes back as it was. `clear_below` returns a new matrix: give it a name, "
            "M = clear_below(...).",
        ),
    ],
    patterns=[
        Pattern(
            "tiny-pivot",
            lambda M: 0 < abs(M[0, 0]) < 1e-6 * np.abs(M).max(),
            "It goes wrong only where the pivot is tiny: it is used although a larger one stands "
            "below, and the other equation drowns in its multiple. Bring the largest up, always.",
        ),
        Pattern(
            "small",
            is_small,
            "It goes wrong only where all entries are small. Multiply your limit by the largest "
            "entry of M.",
        ),
        Pattern(
            "small-pivot",
            small_pivot,
            "It goes wrong only where a pivot is small, but no speck: it has been taken for zero. "
            "The limit is 1e-10 times the largest entry of M.",
        ),
        Pattern(
            "specks",
            lambda M: bool((M != np.round(M)).any()),
            "It goes wrong only where rounding leaves a speck instead of zero: it has been taken "
            "for a pivot. Compare with 1e-10 times the largest entry of M, not with 0.",
        ),
        Pattern(
            "gap",
            has_gap,
            "It goes wrong only where a column has no pivot. Then go on to the next column, but "
            "stay in the same row.",
        ),
        Pattern(
            "zero-pivot",
            no_pivot_below,
            "It goes wrong only where the number in the pivot's place is zero. Exchange rows "
            "first.",
        ),
        Pattern(
            "negative",
            only_negative,
            "It goes wrong only where all entries that could become the pivot are negative. Take "
            "absolute values, then the largest.",
        ),
        Pattern(
            "last-column",
            lambda M: M.shape[1] - 1 in linalg.row_echelon(M, rtol=TINY).pivots,
            "It goes wrong only where the last column has a pivot. That column is treated like "
            "all the others.",
        ),
        whole_numbers("M"),
    ],
    errors={
        **casting_errors("M"),
        "IndexError": "There may be more columns than rows, or more rows than columns. Stop when "
        "either has come to an end.",
        "ValueError": "M[row:, column] is empty once all rows have a pivot. Then it is time to "
        "stop.",
        "ZeroDivisionError": "A pivot was zero. Use swap_to_pivot before clear_below.",
    },
    endless="In each round the column must move on by one, whether it has a pivot or not.",
    shape="As many rows and columns come out as go in.",
    not_finite="A pivot was zero, and dividing by it gives inf or nan. Use swap_to_pivot before "
    "clear_below; and if the whole column is zero from `row` down, it has no pivot. Is your limit "
    "positive, np.abs(M).max() and not M.max()?",
)


# freedom


def pivots_of(E: np.ndarray) -> int:
    """Return the number of rows whose left side is not zero."""
    return int(without_specks(E, np.abs(E).max())[:, :-1].any(axis=1).sum())


def contradicts(E: np.ndarray) -> bool:
    """Whether a row says 0 = something else."""
    clean = without_specks(E, np.abs(E).max())
    return bool(((~clean[:, :-1].any(axis=1)) & (clean[:, -1] != 0)).any())


def freedom(E: np.ndarray) -> np.ndarray:
    """Return the number of free unknowns, or −1."""
    return np.array(-1 if contradicts(E) else E.shape[1] - 1 - pivots_of(E))


def forms() -> list[tuple]:
    """Return echelon forms, small ones first, the last ones with specks."""
    return arrays(
        [
            [[2, 4]],
            [[0, 4]],
            [[0, 0]],
            [[2, 1, 5], [0, 3, 6]],
            [[1, 2, 5], [0, 0, 0]],
            [[1, 2, 5], [0, 0, 1]],
            [[1, 2, 5], [0, 0, -1]],
            [[0, 2, 5], [0, 0, 0]],
            [[-2, -1, 5], [0, -3, 6]],
            [[1, 2, 3]],
            [[3, 4], [0, 0], [0, 0]],
            [[3, 4], [0, 1], [0, 0]],
            [[2, 1, 1, 7], [0, 1, -1, 1], [0, 0, 6, 12]],
            [[1, 2, 0, 4], [0, 3, 1, 5], [0, 0, 0, 0]],
            [[1, 2, 0, 4], [0, 0, 1, 5], [0, 0, 0, 0]],
            [[1, 2, 0, 4], [0, 0, 1, 0], [0, 0, 0, -2]],
            [[1, 2, 0, 4], [0, 0, 0, 1], [0, 0, 0, 0]],
            [[1, 2, 0, 4], [0, 0, 0, 0], [0, 0, 0, 0]],
            [[0, 1, 2, 3, 4], [0, 0, 0, 5, 6]],
            [[1, 1, 1, 1, 4], [0, 0, 1, 2, 0], [0, 0, 0, 1, 2], [0, 0, 0, 0, 0]],
            [[0.3, 0.6, 0.9], [0, 2e-17, 1e-16]],
            [[0.3, 0.6, 0.9], [0, 0, 1e-16]],
            [[3, 6, 9], [0, 5e-16, 1]],
            [[2e-12, 1e-12, 5e-12], [0, 3e-12, 6e-12]],
        ]
    )


def form_samples() -> list[tuple]:
    """Return echelon forms on which each mistake shows."""
    return [form for form in forms() if not has_specks(*form)]


def has_specks(E: np.ndarray) -> bool:
    """Whether an entry is not zero, but tiny beside the largest."""
    return bool(((E != 0) & (np.abs(E) < TINY * np.abs(E).max())).any())


FREEDOM = Check(
    "freedom",
    forms,
    freedom,
    shown_call("freedom", "E"),
    form_samples,
    "freedom passes: right on {count} echelon forms of 1 to 4 rows.",
    mistakes=[
        Mistake(
            "always-one-solution",
            lambda E: 0,
            "It never finds a singular system. How many rows begin with a pivot, and how many "
            "unknowns are there?",
        ),
        Mistake(
            "contradiction-missed",
            lambda E: E.shape[1] - 1 - pivots_of(E),
            "It does not see contradictions. A row whose left side is zero and whose last number is "
            "not says 0 = 1.",
        ),
        Mistake(
            "contradiction-as-pivot",
            lambda E: E.shape[1] - 1 - E.any(axis=1).sum(),
            "It counts the rows that are not zero, and takes a row such as (0 0 | 1) for one with "
            "a pivot. It says 0 = 1, a contradiction.",
        ),
        Mistake(
            "zero-row-as-contradiction",
            lambda E: -1 if not E[:, :-1].any(axis=1).all() else E.shape[1] - 1 - pivots_of(E),
            "A row of zeros says 0 = 0, which is true. Only 0 = something else is a contradiction.",
        ),
        Mistake(
            "pivots",
            lambda E: -1 if contradicts(E) else pivots_of(E),
            "This is the number of pivots. How many unknowns have none?",
        ),
        Mistake(
            "rows",
            lambda E: -1 if contradicts(E) else len(E) - pivots_of(E),
            "You count the rows without a pivot. It is the unknowns that are free, and there may be "
            "more or fewer of them than rows.",
        ),
        Mistake(
            "last-column-counted",
            lambda E: -1 if contradicts(E) else E.shape[1] - pivots_of(E),
            "You count the last column as an unknown. It is the right-hand side.",
        ),
        Mistake(
            "yes-or-no",
            lambda E: -1 if contradicts(E) else int(freedom(E) > 0),
            "Each unknown whose column has no pivot is free: count them, there may be several.",
        ),
        Mistake(
            "last-row-only",
            lambda E: -1 if contradicts(E[-1:]) else E.shape[1] - 1 - pivots_of(E),
            "Only the last row is asked whether it is a contradiction. Rows of zeros may stand "
            "below the one that is.",
        ),
        *(
            Mistake(
                "every-row",
                result,
                "You subtract the number of rows. A row without a pivot, such as 0 = 0, fixes no "
                "unknown.",
            )
            for result in (
                lambda E: E.shape[1] - 1 - len(E),
                lambda E: -1 if contradicts(E) else E.shape[1] - 1 - len(E),
            )
        ),
    ],
    patterns=[
        Pattern(
            "small",
            is_small,
            "It goes wrong only where all entries are small. Multiply your limit by the largest "
            "entry of E.",
        ),
        Pattern(
            "specks",
            has_specks,
            "It goes wrong only where rounding has left a speck in place of zero. Compare with "
            "1e-10 times the largest entry of E.",
        ),
        Pattern(
            "negative",
            lambda E: bool((E < 0).any()),
            "It goes wrong only where an entry is negative. Compare absolute values.",
        ),
        Pattern(
            "not-square",
            lambda E: E.shape[1] != len(E) + 1,
            "It goes wrong only where there are not as many equations as unknowns.",
        ),
        Pattern(
            "gap",
            has_gap,
            "It goes wrong only where a column without a pivot comes before one with a pivot. The "
            "pivots need not stand on the diagonal.",
        ),
    ],
    errors={
        "IndexError": "There may be more rows than unknowns, or fewer. A loop over the rows, "
        "`for row in E`, cannot miss."
    },
    shape="One whole number is wanted.",
    otherwise="Go through the rows: does each have a pivot? Is one a contradiction? And how many "
    "unknowns are there?",
)


# back_substitute


def substituted(E: np.ndarray) -> np.ndarray:
    """Return the solution, from the last row up."""
    return linalg.back_substitute(E[:, :-1], E[:, -1])


def triangles() -> list[tuple]:
    """Return tables with a pivot in each row, small ones first, then of whole numbers."""
    rng = np.random.default_rng(1812)
    fixed = [
        [[2, 4]],
        [[2, 0, 4], [0, 5, 15]],
        [[2, 1, 5], [0, 5, 15]],
        [[2, 1, 1, 7], [0, 1, -1, 1], [0, 0, 6, 12]],
    ]
    random = [np.triu(distinct(rng, n, n + 1)) for n in (2, 3, 4, 4, 5, 6)]
    whole = [
        np.array([[2, 1, 5], [0, 2, 3]]),
        np.array([[4, 1, 1, 2], [0, 2, 1, 2], [0, 0, 3, 1]]),
    ]
    return [*arrays([*fixed, *random]), *((E,) for E in whole)]


def triangle_samples() -> list[tuple]:
    """Return tables on which each mistake shows."""
    return arrays(
        [
            [[2, 1, 3, 5], [0, 4, 7, 1], [0, 0, 5, 8]],
            [[3, 2, 1, 4], [0, 5, 2, 7], [0, 0, 2, 3]],
        ]
    )


def not_divided(E: np.ndarray) -> np.ndarray:
    """Leave out the division by the pivot."""
    x = np.zeros(len(E))
    for i in reversed(range(len(E))):
        x[i] = E[i, -1] - E[i, i + 1 : -1] @ x[i + 1 :]
    return x


def divided_early(E: np.ndarray) -> np.ndarray:
    """Divide the right-hand side only."""
    x = np.zeros(len(E))
    for i in reversed(range(len(E))):
        x[i] = E[i, -1] / E[i, i] - E[i, i + 1 : -1] @ x[i + 1 :]
    return x


def added(E: np.ndarray) -> np.ndarray:
    """Add what the known unknowns contribute."""
    x = np.zeros(len(E))
    for i in reversed(range(len(E))):
        x[i] = (E[i, -1] + E[i, i + 1 : -1] @ x[i + 1 :]) / E[i, i]
    return x


def next_only(E: np.ndarray) -> np.ndarray:
    """Subtract the next unknown only."""
    x = np.append(np.zeros(len(E)), 0.0)
    for i in reversed(range(len(E))):
        x[i] = (E[i, -1] - (E[i, i + 1] * x[i + 1] if i + 1 < len(E) else 0)) / E[i, i]
    return x[:-1]


def first_missed(E: np.ndarray) -> np.ndarray:
    """Leave out the first unknown."""
    return substituted(E) * (np.arange(len(E)) > 0)


def last_not_divided(E: np.ndarray) -> np.ndarray:
    """Take the last right-hand side for the last unknown."""
    E = E.astype(float)
    E[-1, -2] = 1
    return substituted(E)


def overwritten(E: np.ndarray) -> np.ndarray:
    """Work each unknown out anew for each that it depends on, the last for none."""
    n = len(E)
    x = np.zeros(n)
    for i in reversed(range(n)):
        for j in range(i + 1, n):
            x[i] = (E[i, -1] - E[i, j] * x[j]) / E[i, i]
    return x


def divided_often(E: np.ndarray) -> np.ndarray:
    """Divide after each subtraction."""
    n = len(E)
    x = E[:, -1].astype(float)
    for i in reversed(range(n)):
        for j in range(i + 1, n):
            x[i] = (x[i] - E[i, j] * x[j]) / E[i, i]
    return x


def carried_over(E: np.ndarray) -> np.ndarray:
    """Let the sum of one row begin where that of the row below ended."""
    x, known = np.zeros(len(E)), 0.0
    for i in reversed(range(len(E))):
        known += E[i, i + 1 : -1] @ x[i + 1 :]
        x[i] = (E[i, -1] - known) / E[i, i]
    return x


def whole_division(E: np.ndarray) -> np.ndarray:
    """Divide and cut off."""
    x = np.zeros(len(E))
    for i in reversed(range(len(E))):
        x[i] = (E[i, -1] - E[i, i + 1 : -1] @ x[i + 1 :]) // E[i, i]
    return x


INNER = (
    "In a loop over the other unknowns only the sum is built up. Subtract and divide once, after "
    "that loop; the last unknown has no others, and is divided all the same."
)

BACK = Check(
    "back_substitute",
    triangles,
    substituted,
    shown_call("back_substitute", "E"),
    triangle_samples,
    "back_substitute passes: right on {count} systems of 1 to 6 unknowns.",
    mistakes=[
        Mistake(
            "from-the-top",
            lambda E: E[:, -1] / np.diag(E),
            "Each unknown is found as if the others were 0. Begin with the *last* row, which has "
            "one unknown, and go up: reversed(range(n)). What is known already is subtracted; it "
            "stands in the same row, E[i, ...].",
        ),
        Mistake(
            "not-divided",
            not_divided,
            "The division by the pivot is missing: 2x = 4 does not say x = 4.",
        ),
        Mistake(
            "divided-early",
            divided_early,
            "Only the right-hand side is divided by the pivot. First subtract what is known, then "
            "divide the whole; brackets are missing.",
        ),
        Mistake(
            "wrong-sign",
            added,
            "What is known goes to the other side of the equation, so it is subtracted.",
        ),
        Mistake(
            "next-only",
            next_only,
            "Only the next unknown is subtracted. A row may hold all those after it.",
        ),
        Mistake(
            "reversed",
            lambda E: substituted(E)[::-1],
            "The right numbers, last unknown first. The first belongs in front.",
        ),
        Mistake(
            "first-missed",
            first_missed,
            "The first unknown has been left at 0. range(n - 1, 0, -1) ends before 0; "
            "reversed(range(n)) does not.",
        ),
        Mistake(
            "last-not-divided",
            last_not_divided,
            "The last right-hand side has been taken for the last unknown: 2x = 4 does not say "
            "x = 4.",
        ),
        Mistake("overwritten", overwritten, INNER),
        Mistake("divided-often", divided_often, INNER),
        Mistake(
            "carried-over",
            carried_over,
            "The sum goes on from one row to the next. In each row it begins at 0.",
        ),
        Mistake("whole-division", whole_division, FLOOR),
    ],
    patterns=[whole_numbers("np.zeros(n) or E")],
    errors={
        **casting_errors("E"),
        "IndexError": "E has one column more than rows: the last, E[:, -1], is the right-hand "
        "side. The unknowns have the numbers 0 to n - 1.",
        "ValueError": "Print the shapes. Of n unknowns, those after the i-th are x[i + 1:], and "
        "their numbers in row i are E[i, i + 1:n], without the right-hand side.",
    },
    endless="Does the number of the row move towards 0 in each round, and does the loop end there?",
    otherwise="Put your numbers into the equations, the last first. Which is the first that does "
    "not hold?",
    shape="One number for each unknown: an array of n numbers, with a single index.",
    not_finite="Something was divided by zero. The pivots E[i, i] are not zero; were they the "
    "divisors?",
)


def check_swap_to_pivot(function: Callable, *, seconds: float = SECONDS) -> Passed:
    """Check a function ``swap_to_pivot(M, row, column)``.

    It is to return M with two rows exchanged, so that of the entries in the column, from the
    row down, the one of largest absolute value stands in the row.

    Parameters and errors are those of a call of a `Check`.

    Used on the page *Assignment: Gaussian elimination*
    (linear-algebra/matrices-and-systems/assignment-gaussian-elimination).

    Examples
    --------
    >>> check_swap_to_pivot(swapped)
    swap_to_pivot passes: right on 16 matrices of 2 to 5 rows.
    """
    return SWAP(function, seconds=seconds)


def check_clear_below(function: Callable, *, seconds: float = SECONDS) -> Passed:
    """Check a function ``clear_below(M, row, column)``.

    It is to return M with zeros below the pivot M[row, column], which is not zero: multiples of
    the pivot's row are taken away from the rows below.

    Parameters and errors are those of a call of a `Check`.

    Used on the page *Assignment: Gaussian elimination*
    (linear-algebra/matrices-and-systems/assignment-gaussian-elimination).
    """
    return CLEAR(function, seconds=seconds)


def check_echelon(function: Callable, *, seconds: float = SECONDS) -> Passed:
    """Check a function ``echelon(M)``.

    It is to return an echelon form of M, whatever its shape; any one is right that row
    operations reach. What is at most 1e-10 times the largest entry of M counts as zero.

    Parameters and errors are those of a call of a `Check`.

    Used on the page *Assignment: Gaussian elimination*
    (linear-algebra/matrices-and-systems/assignment-gaussian-elimination).

    Examples
    --------
    >>> check_echelon(lambda M: linalg.row_echelon(M).U)
    echelon passes: right on 28 tables of 1 to 5 rows.
    """
    return ECHELON(function, seconds=seconds)


def check_freedom(function: Callable, *, seconds: float = SECONDS) -> Passed:
    """Check a function ``freedom(E)``.

    E is an echelon form of a system, with the right-hand side as its last column. The function
    is to return how many unknowns are free, or −1 if there is no solution.

    Parameters and errors are those of a call of a `Check`.

    Used on the page *Assignment: Gaussian elimination*
    (linear-algebra/matrices-and-systems/assignment-gaussian-elimination).
    """
    return FREEDOM(function, seconds=seconds)


def check_back_substitute(function: Callable, *, seconds: float = SECONDS) -> Passed:
    """Check a function ``back_substitute(E)``.

    E holds n equations for n unknowns in echelon form, with a pivot in each row, and the
    right-hand side as its last column. The function is to return the solution.

    Parameters and errors are those of a call of a `Check`.

    Used on the page *Assignment: Gaussian elimination*
    (linear-algebra/matrices-and-systems/assignment-gaussian-elimination).
    """
    return BACK(function, seconds=seconds)
