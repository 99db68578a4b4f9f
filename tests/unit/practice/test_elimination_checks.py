"""The checks of the assignment on elimination: right ones pass, wrong ones hear why."""

from __future__ import annotations

import numpy as np
from assignments import Assignment
from mlmath.practice import elimination_checks

PARAMETERS = {
    "swap_to_pivot": "M, row, column",
    "clear_below": "M, row, column",
    "echelon": "M",
    "freedom": "E",
    "back_substitute": "E",
}
RIGHT = {
    "swap_to_pivot": [
        """
        p = row + np.argmax(np.abs(M[row:, column]))
        M = M.copy()
        M[[row, p]] = M[[p, row]]
        return M
        """,
        """
        rows = list(M)
        p = max(range(row, len(M)), key=lambda i: abs(M[i, column]))
        rows[row], rows[p] = rows[p], rows[row]
        return np.array(rows)
        """,
        """
        p = row
        for i in range(row, len(M)):
            if abs(M[i, column]) >= abs(M[p, column]):
                p = i
        M = M.copy()
        M[[row, p]] = M[[p, row]]
        return M
        """,
    ],
    "clear_below": [
        """
        M = M.astype(float)
        for i in range(row + 1, len(M)):
            M[i] -= M[i, column] / M[row, column] * M[row]
        return M
        """,
        """
        f = M[:, column] / M[row, column]
        f[:row + 1] = 0
        return M - np.outer(f, M[row])
        """,
    ],
    "echelon": [
        """
        limit = 1e-10 * np.abs(M).max()
        row = 0
        for column in range(M.shape[1]):
            if row < len(M) and np.abs(M[row:, column]).max() > limit:
                M = clear_below(swap_to_pivot(M, row, column), row, column)
                row += 1
        return M
        """,
        "import mlmath.linalg\nreturn mlmath.linalg.reduced_row_echelon(M).R",
        """
        M = M.astype(float)
        tiny = np.abs(M).max() * 1e-10
        r = c = 0
        while r < M.shape[0] and c < M.shape[1]:
            p = r + np.argmax(abs(M[r:, c]))
            if abs(M[p, c]) > tiny:
                M[[r, p]] = M[[p, r]]
                M[r] = M[r] / M[r, c]
                for i in range(r + 1, len(M)):
                    M[i] = M[i] - M[i, c] * M[r]
                r += 1
            c += 1
        return M
        """,
    ],
    "freedom": [
        """
        limit = 1e-10 * np.abs(E).max()
        pivots = 0
        for row in E:
            if np.abs(row[:-1]).max() > limit:
                pivots += 1
            elif abs(row[-1]) > limit:
                return -1
        return E.shape[1] - 1 - pivots
        """,
        """
        there = abs(E) > 1e-10 * abs(E).max()
        rank = there[:, :-1].any(axis=1).sum()
        return -1 if there.any(axis=1).sum() > rank else len(E[0]) - 1 - rank
        """,
    ],
    "back_substitute": [
        """
        n = len(E)
        x = np.zeros(n)
        for i in reversed(range(n)):
            x[i] = (E[i, n] - E[i, i + 1:n] @ x[i + 1:]) / E[i, i]
        return x
        """,
        "return np.linalg.solve(E[:, :-1], E[:, -1])",
        """
        from fractions import Fraction
        x = []
        for *row, right in E.tolist()[::-1]:
            known = sum(Fraction(a) * b for a, b in zip(row[len(row) - len(x):], x))
            x = [(Fraction(right) - known) / Fraction(row[len(row) - len(x) - 1]), *x]
        return np.array(x)
        """,
        """
        x = []
        for row in E[::-1]:
            k = len(x)
            known = sum(row[-2 - i] * x[-1 - i] for i in range(k))
            x.insert(0, 0)
            known = sum(row[len(E) - k + i] * x[1 + i] for i in range(k))
            x[0] = (row[-1] - known) / row[len(E) - 1 - k]
        return np.array(x)
        """,
    ],
}


def swap(largest: str, then: str = "M[[row, p]] = M[[p, row]]") -> str:
    """Return a body that exchanges rows."""
    return f"p = {largest}\nM = M.copy()\n{then}\nreturn M"


def clear(rows: str, then: str) -> str:
    """Return a body that does something to some rows."""
    return f"M = M.astype(float)\nfor i in {rows}:\n    {then}\nreturn M"


def stairs(
    limit: str, test: str = "np.abs(M[row:, column]).max()", columns: str = "M.shape[1]"
) -> str:
    """Return a body that goes down the staircase."""
    return f"""
        limit = {limit}
        row = 0
        for column in range({columns}):
            if row == len(M):
                break
            if {test} > limit:
                M = clear_below(swap_to_pivot(M, row, column), row, column)
                row += 1
        return M
        """


def ranks(limit: str, left: str = "np.abs(row[:-1]).max()", right: str = "abs(row[-1])") -> str:
    """Return a body that counts free unknowns."""
    return f"""
        limit = {limit}
        pivots = 0
        for row in E:
            if {left} > limit:
                pivots += 1
            elif {right} > limit:
                return -1
        return E.shape[1] - 1 - pivots
        """


def upwards(rows: str, known: str = "E[i, i + 1:n]", divided: str = "/") -> str:
    """Return a body that substitutes."""
    return f"""
        n = len(E)
        x = np.zeros(n)
        for i in {rows}:
            x[i] = (E[i, n] - {known} @ x[i + 1:]) {divided} E[i, i]
        return x
        """


BELOW = "range(row + 1, len(M))"
LARGEST = "row + np.argmax(np.abs(M[row:, column]))"

WRONG = [
    (
        "swap_to_pivot",
        "no-absolute-value",
        "absolute",
        swap("row + np.argmax(M[row:, column])"),
    ),
    ("swap_to_pivot", "from-the-top", "finished", swap("np.argmax(np.abs(M[:, column]))")),
    (
        "swap_to_pivot",
        "counted-from-row",
        "not from the top",
        swap("np.argmax(np.abs(M[row:, column]))"),
    ),
    (
        "swap_to_pivot",
        "row-lost",
        "there twice",
        swap(LARGEST, "M[row], M[p] = M[p], M[row]"),
    ),
    (
        "swap_to_pivot",
        "first-not-zero",
        "the largest",
        swap("row + np.flatnonzero(M[row:, column])[0] if M[row:, column].any() else row"),
    ),
    (
        "swap_to_pivot",
        "only-if-zero",
        "still be tiny",
        """
        M = M.copy()
        if M[row, column] == 0:
            p = row + np.argmax(np.abs(M[row:, column]))
            M[[row, p]] = M[[p, row]]
        return M
        """,
    ),
    ("swap_to_pivot", "smallest", "largest", swap("row + np.argmin(np.abs(M[row:, column]))")),
    (
        "swap_to_pivot",
        "right-hand-side",
        "whole equation",
        swap(LARGEST, "M[[row, p], :-1] = M[[p, row], :-1]"),
    ),
    (
        "swap_to_pivot",
        "columns",
        "may change places",
        """
        p = column + np.argmax(np.abs(M[row, column:-1]))
        M = M.copy()
        M[:, [column, p]] = M[:, [p, column]]
        return M
        """,
    ),
    ("swap_to_pivot", "never", "return what", "return M"),
    (
        "swap_to_pivot",
        "other-column",
        "differ",
        swap("row + np.argmax(np.abs(M[row:, row]))"),
    ),
    (
        "swap_to_pivot",
        "changes-argument",
        "work on a copy",
        f"p = {LARGEST}\nM[[row, p]] = M[[p, row]]\nreturn M",
    ),
    ("swap_to_pivot", "returns-nothing", "return", f"p = {LARGEST}\nprint(p)"),
    (
        "clear_below",
        "wrong-sign",
        "sign",
        clear(BELOW, "M[i] += M[i, column] / M[row, column] * M[row]"),
    ),
    (
        "clear_below",
        "right-hand-side",
        "whole equation",
        clear(BELOW, "M[i, :-1] -= M[i, column] / M[row, column] * M[row, :-1]"),
    ),
    (
        "clear_below",
        "not-divided",
        "divide by the pivot",
        clear(BELOW, "M[i] -= M[i, column] * M[row]"),
    ),
    (
        "clear_below",
        "not-finite",
        "range begin",
        clear("range(row, len(M))", "M[i] -= M[i, column] / M[row, column] * M[row]"),
    ),
    (
        "clear_below",
        "upside-down",
        "upside down",
        clear(BELOW, "M[i] -= M[row, column] / (M[i, column] or np.inf) * M[row]"),
    ),
    ("clear_below", "without-factor", "How many times", clear(BELOW, "M[i] -= M[row]")),
    ("clear_below", "column-only", "only written", clear(BELOW, "M[i, column] = 0")),
    (
        "clear_below",
        "column-only",
        "worked out anew",
        clear(
            BELOW,
            "for j in range(column, M.shape[1]):\n"
            "        M[i, j] -= M[i, column] / M[row, column] * M[row, j]",
        ),
    ),
    (
        "clear_below",
        "next-row-only",
        "inside the loop",
        clear(BELOW, "M[i] -= M[i, column] / M[row, column] * M[row]\n    return M"),
    ),
    (
        "clear_below",
        "own-row",
        "range begin",
        """
        M = M.astype(float)
        f = M[:, column] / M[row, column]
        f[:row] = 0
        M = M - np.outer(f, M[row])
        return M
        """,
    ),
    (
        "clear_below",
        "above-too",
        "range begin",
        clear("range(len(M))", "M[i] -= (i != row) * M[i, column] / M[row, column] * M[row]"),
    ),
    (
        "clear_below",
        "columns",
        "a column",
        """
        M = M.astype(float)
        for j in range(column + 1, M.shape[1]):
            M[:, j] -= M[row, j] / M[row, column] * M[:, column]
        return M
        """,
    ),
    (
        "clear_below",
        "whole-numbers",
        "astype(float)",
        """
        M = M.copy()
        for i in range(row + 1, len(M)):
            M[i] = M[i] - M[i, column] / M[row, column] * M[row]
        return M
        """,
    ),
    (
        "clear_below",
        "error-UFuncTypeError",
        "astype(float)",
        """
        M = M.copy()
        for i in range(row + 1, len(M)):
            M[i] -= M[i, column] / M[row, column] * M[row]
        return M
        """,
    ),
    (
        "clear_below",
        "other-column",
        "M[row, column]",
        clear(BELOW, "M[i] -= M[i, row] / M[row, row] * M[row] if M[row, row] else 0"),
    ),
    (
        "clear_below",
        "changes-argument",
        "work on a copy",
        """
        for i in range(row + 1, len(M)):
            M[i] -= M[i, column] / M[row, column] * M[row]
        return M
        """,
    ),
    (
        "clear_below",
        "endless",
        "ever end",
        "i = row + 1\nwhile i < len(M):\n    M = M + 0\nreturn M",
    ),
    (
        "echelon",
        "not-finite",
        "A pivot was zero",
        """
        M = M.astype(float)
        for k in range(min(len(M), M.shape[1] - 1)):
            M = clear_below(M, k, k)
        return M
        """,
    ),
    (
        "echelon",
        "tiny-pivot",
        "drowns",
        """
        limit = 1e-10 * np.abs(M).max()
        row = 0
        for column in range(M.shape[1]):
            for p in range(row, len(M)):
                if abs(M[p, column]) > limit:
                    M = M.copy()
                    M[[row, p]] = M[[p, row]]
                    M = clear_below(M, row, column)
                    row += 1
                    break
        return M
        """,
    ),
    (
        "echelon",
        "specks",
        "1e-10 times",
        """
        row = 0
        for column in range(M.shape[1]):
            if row < len(M) and M[row:, column].any():
                M = clear_below(swap_to_pivot(M, row, column), row, column)
                row += 1
        return M
        """,
    ),
    (
        "echelon",
        "gap",
        "stay in the same row",
        """
        for k in range(min(M.shape)):
            M = swap_to_pivot(M, k, k)
            if abs(M[k, k]) > 1e-10 * np.abs(M).max():
                M = clear_below(M, k, k)
        return M
        """,
    ),
    (
        "echelon",
        "endless",
        "column must move on",
        """
        row = column = 0
        while row < len(M) and column < M.shape[1]:
            if np.abs(M[row:, column]).max() > 1e-10 * np.abs(M).max():
                M = clear_below(swap_to_pivot(M, row, column), row, column)
                row += 1
                column += 1
        return M
        """,
    ),
    (
        "echelon",
        "right-hand-side",
        "whole equation",
        """
        import mlmath.linalg
        if M.shape[1] < 3:
            return mlmath.linalg.row_echelon(M).U
        return np.column_stack([mlmath.linalg.row_echelon(M[:, :-1]).U, M[:, -1]])
        """,
    ),
    ("echelon", "nothing", "give it a name", "clear_below(M + 1, 0, 0)\nreturn M"),
    (
        "echelon",
        "first-column-only",
        "inside the loop",
        """
        for k in range(len(M)):
            if np.abs(M[k:, k]).max() > 1e-10:
                return clear_below(swap_to_pivot(M, k, k), k, k)
        return M
        """,
    ),
    (
        "echelon",
        "columns",
        "Rows are the equations",
        "import mlmath.linalg\nreturn mlmath.linalg.row_echelon(M.T).U.T",
    ),
    (
        "echelon",
        "error-ValueError",
        "time to stop",
        """
        row = 0
        for column in range(M.shape[1]):
            if np.abs(M[row:, column]).max() > 1e-10 * np.abs(M).max():
                M = clear_below(swap_to_pivot(M, row, column), row, column)
                row += 1
        return M
        """,
    ),
    (
        "echelon",
        "error-IndexError",
        "more columns than rows",
        """
        for k in range(M.shape[1]):
            if M[k, k] == 0:
                M = swap_to_pivot(M, k, k)
            M = clear_below(M, k, k)
        return M
        """,
    ),
    (
        "echelon",
        "whole-numbers",
        "astype(float)",
        """
        import mlmath.linalg
        return mlmath.linalg.row_echelon(M, rtol=1e-10).U.astype(M.dtype)
        """,
    ),
    ("freedom", "always-one-solution", "singular", "return 0"),
    (
        "freedom",
        "contradiction-missed",
        "0 = 1",
        "return E.shape[1] - 1 - E[:, :-1].any(axis=1).sum()",
    ),
    (
        "freedom",
        "contradiction-as-pivot",
        "0 = 1",
        "return E.shape[1] - 1 - E.any(axis=1).sum()",
    ),
    (
        "freedom",
        "zero-row-as-contradiction",
        "which is true",
        """
        for row in E:
            if not row[:-1].any():
                return -1
        return E.shape[1] - 1 - len(E)
        """,
    ),
    (
        "freedom",
        "pivots",
        "have none",
        """
        left = E[:, :-1].any(axis=1)
        return -1 if E[~left, -1].any() else left.sum()
        """,
    ),
    (
        "freedom",
        "rows",
        "more or fewer",
        """
        left = E[:, :-1].any(axis=1)
        return -1 if E[~left, -1].any() else (~left).sum()
        """,
    ),
    (
        "freedom",
        "last-column-counted",
        "right-hand side",
        """
        left = E[:, :-1].any(axis=1)
        return -1 if E[~left, -1].any() else E.shape[1] - left.sum()
        """,
    ),
    (
        "freedom",
        "yes-or-no",
        "several",
        """
        left = E[:, :-1].any(axis=1)
        return -1 if E[~left, -1].any() else min(1, E.shape[1] - 1 - left.sum())
        """,
    ),
    (
        "freedom",
        "specks",
        "1e-10 times",
        """
        left = E[:, :-1].any(axis=1)
        return -1 if E[~left, -1].any() else E.shape[1] - 1 - left.sum()
        """,
    ),
    ("freedom", "not-numbers", "after `return`", "return 'none'"),
    (
        "back_substitute",
        "from-the-top",
        "*last* row",
        """
        n = len(E)
        x = np.zeros(n)
        for i in range(n):
            x[i] = (E[i, n] - E[i, i + 1:n] @ x[i + 1:]) / E[i, i]
        return x
        """,
    ),
    (
        "back_substitute",
        "not-divided",
        "2x = 4",
        """
        n = len(E)
        x = np.zeros(n)
        for i in reversed(range(n)):
            x[i] = E[i, n] - E[i, i + 1:n] @ x[i + 1:]
        return x
        """,
    ),
    (
        "back_substitute",
        "divided-early",
        "brackets",
        """
        n = len(E)
        x = np.zeros(n)
        for i in reversed(range(n)):
            x[i] = E[i, n] / E[i, i] - E[i, i + 1:n] @ x[i + 1:]
        return x
        """,
    ),
    (
        "back_substitute",
        "wrong-sign",
        "it is subtracted",
        """
        n = len(E)
        x = np.zeros(n)
        for i in reversed(range(n)):
            x[i] = (E[i, n] + E[i, i + 1:n] @ x[i + 1:]) / E[i, i]
        return x
        """,
    ),
    (
        "back_substitute",
        "next-only",
        "all those after it",
        """
        n = len(E)
        x = np.zeros(n + 1)
        for i in reversed(range(n)):
            x[i] = (E[i, n] - E[i, i + 1] * x[i + 1]) / E[i, i]
        return x[:n]
        """,
    ),
    (
        "back_substitute",
        "reversed",
        "belongs in front",
        "return np.linalg.solve(E[:, :-1], E[:, -1])[::-1]",
    ),
    (
        "back_substitute",
        "whole-numbers",
        "astype(float)",
        """
        n = len(E)
        x = E[:, n].copy()
        for i in reversed(range(n)):
            x[i] = (E[i, n] - E[i, i + 1:n] @ x[i + 1:]) / E[i, i]
        return x
        """,
    ),
    (
        "back_substitute",
        "changes-argument",
        "work on a copy",
        """
        n = len(E)
        x = E[:, n]
        for i in reversed(range(n)):
            x[i] = (E[i, n] - E[i, i + 1:n] @ x[i + 1:]) / E[i, i]
        return x
        """,
    ),
    (
        "back_substitute",
        "error-ValueError",
        "without the right-hand side",
        """
        n = len(E)
        x = np.zeros(n)
        for i in reversed(range(n)):
            x[i] = (E[i, n] - E[i, i + 1:] @ x[i + 1:]) / E[i, i]
        return x
        """,
    ),
    (
        "back_substitute",
        "endless",
        "towards 0",
        """
        i, x = len(E) - 1, np.zeros(len(E))
        while i >= 0:
            x[i] = E[i, -1] / E[i, i]
        return x
        """,
    ),
    (
        "back_substitute",
        "shape",
        "single index",
        "return np.linalg.solve(E[:, :-1], E[:, -1:])",
    ),
    (
        "swap_to_pivot",
        "last-row-missed",
        "ends before",
        swap("row + np.argmax(np.abs(M[row:-1, column]))"),
    ),
    (
        "swap_to_pivot",
        "below-only",
        "itself may hold",
        swap("row + 1 + np.argmax(np.abs(M[row + 1:, column]))"),
    ),
    (
        "swap_to_pivot",
        "whole-rows",
        "can become the pivot",
        swap("row + np.argmax(np.abs(M[row:]).max(axis=1))"),
    ),
    (
        "swap_to_pivot",
        "not-the-first",
        "finished",
        swap("np.flatnonzero(np.abs(M[:, column]) == np.abs(M[row:, column]).max())[0]"),
    ),
    (
        "swap_to_pivot",
        "shifted",
        "all others stay",
        """
        p = row + np.argmax(np.abs(M[row:, column]))
        return M[[*range(row), p, *(i for i in range(row, len(M)) if i != p)]]
        """,
    ),
    (
        "swap_to_pivot",
        "in-order",
        "all others stay",
        """
        below = sorted(M[row:], key=lambda r: -abs(r[column]))
        return np.array([*M[:row], *below])
        """,
    ),
    (
        "swap_to_pivot",
        "column-only",
        "whole equation",
        swap(LARGEST, "M[[row, p], column] = M[[p, row], column]"),
    ),
    (
        "swap_to_pivot",
        "divided",
        "not asked",
        "M = M.astype(float)\n"
        + swap(LARGEST, "M[[row, p]] = M[[p, row]]; M[row] /= M[row, column]"),
    ),
    (
        "swap_to_pivot",
        "not-an-array",
        "np.array(...)",
        """
        p = row + np.argmax(np.abs(M[row:, column]))
        M = M.tolist()
        M[row], M[p] = M[p], M[row]
        return M
        """,
    ),
    (
        "clear_below",
        "last-row-missed",
        "ends before",
        clear(
            "range(row + 1, len(M) - 1)",
            "M[i] -= M[i, column] / M[row, column] * M[row]",
        ),
    ),
    (
        "clear_below",
        "whole-division",
        "cuts",
        clear(BELOW, "M[i] -= M[i, column] // M[row, column] * M[row]"),
    ),
    (
        "clear_below",
        "absolute-value",
        "sign",
        clear(BELOW, "M[i] -= abs(M[i, column] / M[row, column]) * M[row]"),
    ),
    (
        "clear_below",
        "entries-left",
        "still stands",
        clear(
            BELOW,
            "M[i, column + 1:] -= M[i, column] / M[row, column] * M[row, column + 1:]",
        ),
    ),
    (
        "clear_below",
        "multiplied-up",
        "multiplied by the pivot",
        clear(BELOW, "M[i] = M[row, column] * M[i] - M[i, column] * M[row]"),
    ),
    (
        "clear_below",
        "turned-round",
        "other way round",
        clear(BELOW, "M[i] = M[i, column] / M[row, column] * M[row] - M[i]"),
    ),
    (
        "clear_below",
        "divided",
        "stay as it is",
        """
        M = M.astype(float)
        M[row] /= M[row, column]
        for i in range(row + 1, len(M)):
            M[i] -= M[i, column] * M[row]
        return M
        """,
    ),
    (
        "clear_below",
        "zero-entry",
        "`break`",
        """
        M = M.astype(float)
        for i in range(row + 1, len(M)):
            if M[i, column] == 0:
                break
            M[i] -= M[i, column] / M[row, column] * M[row]
        return M
        """,
    ),
    (
        "clear_below",
        "not-finite",
        "divisor M[row, column]",
        clear(BELOW, "M[i] -= M[i, column] / M[i - 1, column] * M[i - 1]"),
    ),
    ("echelon", "small", "Multiply your limit", stairs("1e-10")),
    ("echelon", "small-pivot", "no speck", stairs("1e-3 * np.abs(M).max()")),
    ("echelon", "not-finite", "not M.max()", stairs("1e-10 * M.max()")),
    (
        "echelon",
        "negative",
        "Take absolute values",
        stairs("1e-10 * np.abs(M).max()", test="M[row:, column].max()"),
    ),
    (
        "echelon",
        "last-column",
        "like all the others",
        stairs("1e-10 * np.abs(M).max()", columns="M.shape[1] - 1"),
    ),
    ("freedom", "small", "Multiply your limit", ranks("1e-10")),
    (
        "freedom",
        "negative",
        "absolute",
        ranks("1e-10 * np.abs(E).max()", left="row[:-1].max()"),
    ),
    (
        "freedom",
        "negative",
        "absolute",
        ranks("1e-10 * np.abs(E).max()", right="row[-1]"),
    ),
    (
        "freedom",
        "last-row-only",
        "below the one that is",
        """
        there = np.abs(E) > 1e-10 * np.abs(E).max()
        if there[-1, -1] and not there[-1, :-1].any():
            return -1
        return E.shape[1] - 1 - there[:, :-1].any(axis=1).sum()
        """,
    ),
    ("freedom", "every-row", "0 = 0", "return E.shape[1] - 1 - len(E)"),
    (
        "back_substitute",
        "first-missed",
        "ends before 0",
        upwards("range(n - 1, 0, -1)"),
    ),
    (
        "back_substitute",
        "last-not-divided",
        "does not say",
        """
        n = len(E)
        x = np.zeros(n)
        x[-1] = E[-1, -1]
        for i in reversed(range(n - 1)):
            x[i] = (E[i, n] - E[i, i + 1:n] @ x[i + 1:]) / E[i, i]
        return x
        """,
    ),
    (
        "back_substitute",
        "overwritten",
        "only the sum",
        """
        n = len(E)
        x = np.zeros(n)
        for i in reversed(range(n)):
            for j in range(i + 1, n):
                x[i] = (E[i, n] - E[i, j] * x[j]) / E[i, i]
        return x
        """,
    ),
    (
        "back_substitute",
        "carried-over",
        "begins at 0",
        """
        n, known = len(E), 0
        x = np.zeros(n)
        for i in reversed(range(n)):
            for j in range(i + 1, n):
                known += E[i, j] * x[j]
            x[i] = (E[i, n] - known) / E[i, i]
        return x
        """,
    ),
    (
        "back_substitute",
        "divided-often",
        "divide once",
        """
        n = len(E)
        x = E[:, n].astype(float)
        for i in reversed(range(n)):
            for j in range(i + 1, n):
                x[i] = (x[i] - E[i, j] * x[j]) / E[i, i]
        return x
        """,
    ),
    (
        "back_substitute",
        "whole-division",
        "cuts",
        upwards("reversed(range(n))", divided="//"),
    ),
    (
        "back_substitute",
        "from-the-top",
        "the same row",
        upwards("reversed(range(n))", known="E[i + 1:n, i]"),
    ),
]


ASSIGNMENT = Assignment(
    PARAMETERS,
    RIGHT,
    WRONG,
    modules=[elimination_checks],
    given=["swap_to_pivot", "clear_below"],
)


def test_the_smallest_failing_input_is_shown_and_can_be_typed():
    error = ASSIGNMENT.explained(
        "freedom", "return E.shape[1] - 1 - E[:, :-1].any(axis=1).sum()"
    )
    lines = [line.strip() for line in str(error).splitlines()]
    assert "E = np.array([[0.0, 4.0]])" in lines and "freedom(E)" in lines
    assert lines[-1].startswith("Hint:") or "Hint:" in str(error)


def test_any_echelon_form_of_the_same_system_is_right_and_no_other():
    judge = elimination_checks.judge_echelon
    M = np.array([[2.0, 1, 5], [1, 3, 10]])
    assert judge(np.array([[1.0, 3, 10], [0, -5, -15]]), M) is None
    assert judge(np.array([[1.0, 0, 1], [0, 1, 3]]), M) is None
    assert "same solutions" in judge(np.array([[1.0, 3, 10], [0, -5, 15]]), M).text
    assert "does not begin further right" in judge(M, M).text
    upside_down = judge(np.array([[0.0, 0, 0], [1, 2, 5]]), np.array([[1.0, 2, 5], [2, 4, 10]]))
    assert "row of zeros" in upside_down.text
