"""The checks of the assignment on special matrices: right ones pass, wrong ones hear why."""

from __future__ import annotations

import numpy as np
from assignments import Assignment
from mlmath.practice import invertibility_checks

RIGHT = {
    "begins": [
        "return [next((j for j, x in enumerate(row) if x != 0), len(row)) for row in A]",
        "return np.where(A.any(axis=1), np.argmax(A != 0, axis=1), A.shape[1])",
    ],
    "is_echelon": [
        """
        starts = begins(A)
        for above, below in zip(starts, starts[1:]):
            if below <= above and below < A.shape[1]:
                return False
        return True
        """,
        """
        starts, n = begins(A), A.shape[1]
        full = [s for s in starts if s < n]
        return list(starts[:len(full)]) == full == sorted(set(full))
        """,
    ],
    "peel": [
        """
        p = np.argmax(np.abs(A[:, 0]))
        A = A.astype(float)
        A[[0, p]] = A[[p, 0]]
        return A[1:, 1:] - np.outer(A[1:, 0] / A[0, 0], A[0, 1:])
        """,
        """
        p = np.argmax(np.abs(A[:, 0]))
        others = np.delete(A, p, axis=0)
        return others[:, 1:] - np.outer(others[:, 0], A[p, 1:]) / A[p, 0]
        """,
    ],
    "can_be_inverted": [
        """
        limit = 1e-10 * np.abs(A).max()
        while len(A):
            if np.abs(A[:, 0]).max() <= limit:
                return False
            A = peel(A)
        return True
        """,
        "return np.linalg.matrix_rank(A, tol=1e-10 * np.abs(A).max()) == len(A)",
        """
        def go(B):
            if len(B) == 0:
                return True
            return bool(abs(B[:, 0]).max() > limit and go(peel(B)))
        limit = 1e-10 * np.abs(A).max()
        return go(A)
        """,
    ],
}


def peeled(largest: str, then: str) -> str:
    """Return a body that brings a row up, and then something."""
    return f"p = {largest}\nA = A.astype(float)\nA[[0, p]] = A[[p, 0]]\nreturn {then}"


def peeled_rows(rows: str) -> str:
    """Return a body that clears some rows only."""
    clear = f"for i in {rows}:\n    A[i] -= A[i, 0] / A[0, 0] * A[0]"
    return peeled(LARGEST, "A[1:, 1:]").replace("return", f"{clear}\nreturn")


PAIRS = "all(a < b or b == A.shape[1] for a, b in zip(begins(A), begins(A)[1:]))"
LARGEST = "np.argmax(np.abs(A[:, 0]))"
REST = "A[1:, 1:] - np.outer(A[1:, 0] / A[0, 0], A[0, 1:])"
LOOP = RIGHT["can_be_inverted"][0]

WRONG = [
    ("begins", "zero-rows", "number of columns", "return np.argmax(A != 0, axis=1)"),
    (
        "begins",
        "columns",
        "through the rows",
        "return [next((j for j, x in enumerate(c) if x != 0), len(c)) for c in A.T]",
    ),
    (
        "begins",
        "last-entry",
        "*ends*",
        """
        starts = [A.shape[1]] * len(A)
        for i, row in enumerate(A):
            for j, x in enumerate(row):
                if x != 0:
                    starts[i] = j
        return starts
        """,
    ),
    ("begins", "all-zeros-counted", "all zeros", "return (A == 0).sum(axis=1)"),
    (
        "begins",
        "positive-only",
        "Negative",
        "return [next((j for j, x in enumerate(row) if x > 0), len(row)) for row in A]",
    ),
    (
        "begins",
        "counted-from-1",
        "from 0",
        "return [next((j for j, x in enumerate(row) if x != 0), len(row)) + 1 for row in A]",
    ),
    ("begins", "error-IndexError", "all zeros", "return [np.flatnonzero(r)[0] for r in A]"),
    ("begins", "returns-nothing", "return", "print(A)"),
    ("is_echelon", "triangular", "not enough", "return np.array_equal(A, np.triu(A))"),
    (
        "is_echelon",
        "not-strictly",
        "further",
        "s = begins(A)\nreturn all(a <= b for a, b in zip(s, s[1:]))",
    ),
    (
        "is_echelon",
        "zero-rows",
        "at the bottom",
        "s = begins(A)\nreturn all(a < b for a, b in zip(s, s[1:]))",
    ),
    (
        "is_echelon",
        "zero-rows-anywhere",
        "at the bottom",
        (
            "s = [x for x in begins(A) if x < A.shape[1]]\n"
            "return all(a < b for a, b in zip(s, s[1:]))"
        ),
    ),
    (
        "is_echelon",
        "first-two-rows",
        "inside the loop",
        "s = begins(A)\nfor a, b in zip(s, s[1:]):\n    return a < b or b == A.shape[1]\nreturn True",
    ),
    (
        "is_echelon",
        "last-two-rows",
        "can mend it",
        """
        s, answer = begins(A), True
        for a, b in zip(s, s[1:]):
            answer = a < b or b == A.shape[1]
        return answer
        """,
    ),
    (
        "is_echelon",
        "error-IndexError",
        "none below it",
        "s = begins(A)\nreturn all(s[i] < s[i + 1] for i in range(len(s)))",
    ),
    ("is_echelon", "shape", "one answer", "return A == np.triu(A)"),
    ("peel", "not-finite", "brought up", f"A = A.astype(float)\nreturn {REST}"),
    (
        "peel",
        "no-exchange",
        "or tiny",
        f"A = A.astype(float)\nif A[0, 0] == 0:\n    A = A[np.argsort(-abs(A[:, 0]))]\nreturn {REST}",
    ),
    ("peel", "no-absolute-value", "absolute", peeled("np.argmax(A[:, 0])", REST)),
    (
        "peel",
        "row-lost",
        "there twice",
        f"p = {LARGEST}\nA = A.astype(float)\nA[0], A[p] = A[p], A[0]\nreturn {REST}",
    ),
    ("peel", "not-subtracted", "nothing has been", peeled(LARGEST, "A[1:, 1:]")),
    ("peel", "wrong-sign", "taken away", peeled(LARGEST, REST.replace("-", "+"))),
    (
        "peel",
        "upside-down",
        "upside down",
        peeled(
            LARGEST,
            REST.replace("A[1:, 0] / A[0, 0]", "A[0, 0] / (A[1:, 0] + (A[1:, 0] == 0))"),
        ),
    ),
    ("peel", "not-divided", "Divide", peeled(LARGEST, REST.replace(" / A[0, 0]", ""))),
    ("peel", "without-factor", "How many times", peeled(LARGEST, "A[1:, 1:] - A[0, 1:]")),
    (
        "peel",
        "columns",
        "first *row*",
        """
        p = np.argmax(np.abs(A[0]))
        A = A.astype(float)
        A[:, [0, p]] = A[:, [p, 0]]
        return A[1:, 1:] - np.outer(A[1:, 0] / A[0, 0], A[0, 1:])
        """,
    ),
    (
        "peel",
        "whole-numbers",
        "A.astype(float)",
        (
            f"p = {LARGEST}\nA = A.copy()\nA[[0, p]] = A[[p, 0]]\n"
            "for i in range(1, len(A)):\n    A[i] = A[i] - A[i, 0] / A[0, 0] * A[0]\n"
            "return A[1:, 1:]"
        ),
    ),
    (
        "peel",
        "error-UFuncTypeError",
        "A.astype(float)",
        (
            f"p = {LARGEST}\nA = A.copy()\nA[[0, p]] = A[[p, 0]]\n"
            "for i in range(1, len(A)):\n    A[i] -= A[i, 0] / A[0, 0] * A[0]\n"
            "return A[1:, 1:]"
        ),
    ),
    (
        "peel",
        "changes-argument",
        "work on a copy",
        f"p = {LARGEST}\nA[[0, p]] = A[[p, 0]]\nreturn {REST}",
    ),
    ("peel", "shape", "dropped", peeled(LARGEST, "A")),
    ("can_be_inverted", "always", "singular", "return True"),
    ("can_be_inverted", "diagonal", "triangular", "return bool(np.diag(A).all())"),
    (
        "can_be_inverted",
        "zero-rows",
        "after peeling",
        "return bool(A.any(axis=0).all() and A.any(axis=1).all())",
    ),
    (
        "can_be_inverted",
        "no-exchange",
        "whole column",
        LOOP.replace("np.abs(A[:, 0]).max()", "abs(A[0, 0])"),
    ),
    (
        "can_be_inverted",
        "first-column",
        "inside the loop",
        "while len(A):\n    return np.abs(A[:, 0]).max() > 0",
    ),
    (
        "can_be_inverted",
        "last-entry",
        "when one row is left",
        LOOP.replace("while len(A):", "while len(A) > 1:"),
    ),
    ("can_be_inverted", "no-zero-entry", "identity", "return bool(A.all())"),
    (
        "can_be_inverted",
        "determinant",
        "smaller still",
        "return abs(np.linalg.det(A)) > 1e-10",
    ),
    (
        "can_be_inverted",
        "absolute-limit",
        "largest entry",
        LOOP.replace("1e-10 * np.abs(A).max()", "1e-10"),
    ),
    (
        "can_be_inverted",
        "specks",
        "speck",
        LOOP.replace("1e-10 * np.abs(A).max()", "0"),
    ),
    (
        "can_be_inverted",
        "specks",
        "you were given",
        """
        while len(A):
            if np.abs(A[:, 0]).max() <= 1e-10 * np.abs(A).max():
                return False
            A = peel(A)
        return True
        """,
    ),
    (
        "can_be_inverted",
        "reversed",
        "yes where",
        LOOP.replace("True", "0").replace("False", "1"),
    ),
    ("can_be_inverted", "endless", "A = peel(A)", LOOP.replace("A = peel(A)", "peel(A)")),
    (
        "can_be_inverted",
        "error-IndexError",
        "stops in time",
        "while True:\n    if not A[:, 0].any():\n        return False\n    A = peel(A)".replace(
            "A[:, 0]", "A[0]"
        ),
    ),
    (
        "can_be_inverted",
        "whole-numbers",
        "cut off",
        LOOP.replace("A = peel(A)", "A = peel(A).astype(A.dtype)"),
    ),
    (
        "begins",
        "entries",
        "*columns*",
        "return [next((x for x in row if x != 0), len(row)) for row in A]",
    ),
    (
        "begins",
        "largest",
        "The first that is not 0",
        "return [np.argmax(row) if row.any() else len(row) for row in A]",
    ),
    ("begins", "largest", "The first that is not 0", "return np.argmax(abs(A), axis=1)"),
    ("begins", "first-zero", "*not* 0", "return [np.argmin(row != 0) for row in A]"),
    (
        "begins",
        "not-finite",
        "number of columns",
        "return [next((j for j, x in enumerate(r) if x != 0), np.inf) for r in A]",
    ),
    (
        "is_echelon",
        "last-pair-missed",
        "not compared",
        """
        s = begins(A)
        for i in range(len(s) - 2):
            if s[i + 1] <= s[i] and s[i + 1] < A.shape[1]:
                return False
        return True
        """,
    ),
    ("is_echelon", "first-column", "need not", f"return begins(A)[0] == 0 and ({PAIRS})"),
    (
        "is_echelon",
        "diagonal",
        "one echelon form of many",
        "return begins(A) == list(range(len(A)))",
    ),
    (
        "is_echelon",
        "by-one",
        "several columns",
        f"s = begins(A)\nreturn {PAIRS.replace('a < b', 'b == a + 1')}",
    ),
    (
        "is_echelon",
        "ones",
        "need not be 1",
        f"return ({PAIRS}) and all(r[k] == 1 for r, k in zip(A, begins(A)) if k < len(r))",
    ),
    ("is_echelon", "wrong", "Print begins", "return begins(A)[0] < begins(A)[-1]"),
    ("peel", "multiple-only", "What is left", peeled(LARGEST, REST.split(" - ")[1])),
    (
        "peel",
        "pivot-left-in-place",
        "another row",
        f"""
        p = {LARGEST}
        A = A.astype(float)
        for i in range(len(A)):
            if i != p:
                A[i] -= A[i, 0] / A[p, 0] * A[p]
        return A[1:, 1:]
        """,
    ),
    (
        "peel",
        "outer-turned",
        "come first",
        peeled(LARGEST, "A[1:, 1:] - np.outer(A[0, 1:], A[1:, 0] / A[0, 0])"),
    ),
    ("peel", "next-row-only", "inside the loop", peeled_rows("range(1, min(2, len(A)))")),
    ("peel", "last-row-missed", "ends before", peeled_rows("range(1, len(A) - 1)")),
    ("peel", "whole-division", "cuts", peeled(LARGEST, REST.replace("/", "//"))),
    (
        "peel",
        "multiplied-up",
        "multiplied by the pivot",
        peeled(LARGEST, "A[0, 0] * A[1:, 1:] - np.outer(A[1:, 0], A[0, 1:])"),
    ),
    ("peel", "dropped-only", "nothing has been", "return A[1:, 1:]"),
    ("peel", "error-IndexError", "first column", peeled("np.argmax(np.abs(A))", REST)),
    (
        "can_be_inverted",
        "no-absolute-value",
        "negative",
        LOOP.replace("np.abs(A[:, 0])", "A[:, 0]"),
    ),
    (
        "can_be_inverted",
        "all-negative",
        "np.abs(A).max()",
        LOOP.replace("1e-10 * np.abs(A)", "1e-10 * A"),
    ),
    (
        "can_be_inverted",
        "any-zero",
        "its largest",
        LOOP.replace("np.abs(A[:, 0]).max()", "np.abs(A[:, 0]).min()"),
    ),
    (
        "can_be_inverted",
        "first-row",
        "first column",
        LOOP.replace("A[:, 0]", "A[0]"),
    ),
    ("can_be_inverted", "zero", "*at most*", LOOP.replace("<=", "<")),
    ("can_be_inverted", "small-pivot", "no speck", LOOP.replace("1e-10", "1e-3")),
    ("can_be_inverted", "echelon", "Peel it", f"return {PAIRS}"),
    (
        "can_be_inverted",
        "triangular",
        "peeled first",
        "return begins(A) == list(range(len(A)))",
    ),
]


ASSIGNMENT = Assignment(
    dict.fromkeys(RIGHT, "A"),
    RIGHT,
    WRONG,
    modules=[invertibility_checks],
    given=["begins", "peel"],
)


def test_the_right_answers_agree_with_singular_values():
    for (A,) in invertibility_checks.squares():
        s = np.linalg.svd(A.astype(float), compute_uv=False)
        assert invertibility_checks.can_be_inverted(A) == bool(s[-1] > 1e-8 * s[0])


def test_the_smallest_failing_input_is_shown_with_the_answer_in_words():
    error = ASSIGNMENT.explained("can_be_inverted", "return True")
    assert "A = np.array([[0.0]])" in str(error) and "expected False, got True" in str(error)
