"""The checks of the assignment on PageRank: right solutions pass, wrong ones hear why."""

from __future__ import annotations

import threading
import time

import numpy as np
import pytest
from assignments import Assignment, run
from mlmath.practice import (
    NotYet,
    check_click,
    check_link_matrix,
    check_page_rank,
    limits,
    pagerank_checks,
)
from mlmath.practice.checking import as_numbers, difference, written

PARAMETERS = {
    "link_matrix": "links, n",
    "click": "L, r, d",
    "page_rank": "L, d=0.85, tol=1e-10",
}
RIGHT = {
    "link_matrix": [
        """
        L = np.zeros((n, n))
        for i, j in links:
            L[j, i] = 1
        totals = L.sum(axis=0)
        totals[totals == 0] = 1
        return L / totals
        """,
        """
        count = [0] * n
        for i, j in links:
            count[i] += 1
        rows = [[0] * n for _ in range(n)]
        for i, j in links:
            rows[j][i] = 1 / count[i]
        return np.array(rows)
        """,
        """
        from mlmath.linalg import link_matrix
        return link_matrix(links, n)
        """,
    ],
    "click": [
        """
        n = len(r)
        dangling = L.sum(axis=0) == 0
        return d * (L @ r + r[dangling].sum() / n) + (1 - d) / n
        """,
        """
        new = d * (L @ r)
        return new + (1 - new.sum()) / len(r)
        """,
        """
        n = len(r)
        new = [(1 - d) / n] * n
        for j in range(n):
            for i in range(n):
                dangles = not any(L[k][j] for k in range(n))
                new[i] += d * r[j] * (1 / n if dangles else L[i][j])
        return np.array(new)
        """,
    ],
    "page_rank": [
        """
        r = np.full(len(L), 1 / len(L))
        change = np.inf
        while change > tol:
            new = click(L, r, d)
            change = np.abs(new - r).sum()
            r = new
        return r
        """,
        """
        r, old = np.ones(len(L)) / len(L), np.zeros(len(L))
        while np.linalg.norm(r - old) > tol / 10:
            r, old = click(L, r, d), r
        return np.array(list(r))
        """,
        """
        r = np.full(len(L), 1 / len(L))
        for _ in range(100_000):
            old = r.copy()
            r[:] = click(L, r, d)
            if abs(r - old).max() < tol / len(r):
                break
        return r
        """,
        """
        n = len(L)
        G = np.where(L.sum(axis=0) == 0, 1 / n, L)
        return np.linalg.solve(np.eye(n) - d * G, np.full(n, (1 - d) / n))
        """,
    ],
}


def counting(then: str, sums: str = "L.sum(axis=0)") -> str:
    """Return a body that does something for each link and divides."""
    return (
        f"L = np.zeros((n, n))\nfor i, j in links:\n    {then}\n"
        f"sums = {sums}\nsums[sums == 0] = 1\nreturn L / sums"
    )


def settling(returned: str = "new", damping: str = "d") -> str:
    """Return a body that clicks until the ranks have settled."""
    return f"""
        r = np.full(len(L), 1 / len(L))
        while True:
            new = click(L, r, {damping})
            if np.abs(new - r).sum() <= tol:
                return {returned}
            r = new
        """


WRONG = [
    (
        "link_matrix",
        "swapped",
        "Rows and columns are swapped",
        """
        L = np.zeros((n, n))
        for i, j in links:
            L[i, j] = 1 / sum(source == i for source, _ in links)
        return L
        """,
    ),
    (
        "link_matrix",
        "no-normalisation",
        "one vote in all",
        """
        L = np.zeros((n, n))
        for i, j in links:
            L[j, i] = 1
        return L
        """,
    ),
    (
        "link_matrix",
        "swapped-no-normalisation",
        "And each page has one vote in all",
        """
        L = np.zeros((n, n))
        for i, j in links:
            L[i, j] += 1
        return L
        """,
    ),
    (
        "link_matrix",
        "rows-divided",
        "Here the rows add up to 1",
        """
        L = np.zeros((n, n))
        for i, j in links:
            L[j, i] = 1 / len([target for _, target in links if target == j])
        return L
        """,
    ),
    (
        "link_matrix",
        "not-finite",
        "do not divide their columns",
        """
        L = np.zeros((n, n))
        for i, j in links:
            L[j, i] = 1
        return L / L.sum(axis=0)
        """,
    ),
    (
        "link_matrix",
        "whole-numbers",
        "have become whole numbers",
        """
        L = np.zeros((n, n), dtype=int)
        for i, j in links:
            L[j, i] = 1 / len([1 for source, _ in links if source == i])
        return L
        """,
    ),
    (
        "link_matrix",
        "dangling-filled",
        "is to stay zero here",
        """
        L = np.zeros((n, n))
        for i, j in links:
            L[j, i] = 1
        L[:, L.sum(axis=0) == 0] = 1
        return L / L.sum(axis=0)
        """,
    ),
    (
        "link_matrix",
        "divided-by-n",
        "You divide by the number of pages",
        """
        L = np.zeros((n, n))
        for i, j in links:
            L[j, i] = 1 / n
        return L
        """,
    ),
    (
        "link_matrix",
        "self-links",
        "only where a page links to itself",
        """
        L = np.zeros((n, n))
        for i, j in links:
            if i != j:
                L[j, i] = 1
        return L / np.maximum(L.sum(axis=0), 1)
        """,
    ),
    (
        "link_matrix",
        "several-links",
        "more than one link",
        """
        L = np.zeros((n, n))
        for i, j in links:
            L[:, i] = 0
            L[j, i] = 1
        return L
        """,
    ),
    (
        "link_matrix",
        "error-ZeroDivisionError",
        "their column stays zero",
        """
        L = np.zeros((n, n))
        for i in range(n):
            targets = [j for source, j in links if source == i]
            share = 1 / len(targets)
            for j in targets:
                L[j, i] = share
        return L
        """,
    ),
    (
        "link_matrix",
        "shape",
        "whichever pages have links",
        """
        size = 1 + max([0] + [page for link in links for page in link])
        L = np.zeros((size, size))
        for i, j in links:
            L[j, i] = 1
        return L / np.maximum(L.sum(axis=0), 1)
        """,
    ),
    (
        "link_matrix",
        "error-IndexError",
        "numbers 0 to n - 1",
        """
        L = np.zeros((n, n))
        for i, j in links:
            L[j + 1, i + 1] = 1
        return L
        """,
    ),
    (
        "link_matrix",
        "changes-argument",
        "work on a copy",
        """
        L = np.zeros((n, n))
        count = [len([1 for source, _ in links if source == i]) for i in range(n)]
        while links:
            i, j = links.pop()
            L[j, i] = 1 / count[i]
        return L
        """,
    ),
    ("click", "swapped", "Rows and columns are swapped", "return d * r @ L + (1 - d) / len(r)"),
    ("click", "no-damping", "There is no damping", "return L @ r"),
    (
        "click",
        "dangling",
        "A surfer on a page without links cannot click",
        "return d * L @ r + (1 - d) / len(r)",
    ),
    (
        "click",
        "dangling",
        "in proportion to their rank instead of evenly",
        """
        new = d * L @ r + (1 - d) / len(r)
        return new / new.sum()
        """,
    ),
    (
        "click",
        "no-normalisation",
        "each of them gets (1 - d)/n",
        """
        n = len(r)
        dangling = L.sum(axis=0) == 0
        return d * (L @ r + r[dangling].sum() / n) + (1 - d)
        """,
    ),
    (
        "click",
        "damping-swapped",
        "d is the probability of following a link",
        """
        n = len(r)
        dangling = L.sum(axis=0) == 0
        return (1 - d) * (L @ r + r[dangling].sum() / n) + d / n
        """,
    ),
    (
        "click",
        "changes-argument",
        "work on a copy",
        """
        n = len(r)
        L *= d
        L[:, L.sum(axis=0) == 0] = d / n
        return L @ r + (1 - d) / n
        """,
    ),
    (
        "click",
        "changes-argument",
        "work on a copy",
        """
        new = click_of = d * (L @ r)
        lost = 1 - new.sum()
        for i in range(len(r)):
            r[i] = new[i] + lost / len(r)
        return r
        """,
    ),
    (
        "page_rank",
        "swapped",
        "Rows and columns are swapped",
        """
        r = np.full(len(L), 1 / len(L))
        for _ in range(3000):
            r = d * (L.T @ r) + (1 - d) / len(L)
        return r
        """,
    ),
    (
        "page_rank",
        "no-damping",
        "There is no damping",
        """
        r = np.full(len(L), 1 / len(L))
        for _ in range(1000):
            r = L @ r
        return r
        """,
    ),
    (
        "page_rank",
        "no-damping",
        "There is no damping",
        """
        n = len(L)
        M = np.where(L.sum(axis=0) == 0, 1 / n, L)
        r, change = np.full(n, 1 / n), 1
        while change > tol:
            new = M @ r
            change = np.abs(new - r).sum()
            r = new
        return r
        """,
    ),
    (
        "page_rank",
        "dangling",
        "A surfer on a page without links cannot click",
        """
        r, change = np.full(len(L), 1 / len(L)), 1
        while change > tol:
            new = d * (L @ r) + (1 - d) / len(L)
            change = np.abs(new - r).sum()
            r = new
        return r
        """,
    ),
    (
        "page_rank",
        "dangling",
        "in proportion to their rank instead of evenly",
        """
        r, change = np.full(len(L), 1 / len(L)), 1
        while change > tol:
            new = d * (L @ r) + (1 - d) / len(L)
            new = new / new.sum()
            change = np.abs(new - r).sum()
            r = new
        return r
        """,
    ),
    (
        "page_rank",
        "no-normalisation",
        "The ranks add up to the number of pages",
        """
        n = len(L)
        r, change = np.ones(n), 1
        while change > tol:
            new = d * (L @ r + r[L.sum(axis=0) == 0].sum() / n) + 1 - d
            change = np.abs(new - r).sum()
            r = new
        return r
        """,
    ),
    (
        "page_rank",
        "no-normalisation",
        "divide by their sum",
        """
        n = len(L)
        G = d * np.where(L.sum(axis=0) == 0, 1 / n, L) + (1 - d) / n
        r = np.ones(n)
        for _ in range(3000):
            r = G @ r
            r = r / np.linalg.norm(r)
        return r
        """,
    ),
    (
        "page_rank",
        "fixed-number",
        "It stops after 20 clicks whatever the web",
        """
        r = np.full(len(L), 1 / len(L))
        for _ in range(20):
            r = click(L, r, d)
        return r
        """,
    ),
    (
        "page_rank",
        "fixed-number",
        "It stops after 100 clicks whatever the web",
        """
        r = np.full(len(L), 1 / len(L))
        for _ in range(100):
            r = click(L, r, d)
        return r
        """,
    ),
    (
        "page_rank",
        "stops-at-once",
        "take absolute values",
        """
        r = np.full(len(L), 1 / len(L))
        while True:
            new = click(L, r, d)
            if (new - r).sum() <= tol:
                return new
            r = new
        """,
    ),
    (
        "page_rank",
        "stops-at-once",
        "is no copy",
        """
        r = np.full(len(L), 1 / len(L))
        change = 1
        while change > tol:
            old = r
            r[:] = click(L, r, d)
            change = np.abs(r - old).sum()
        return r
        """,
    ),
    (
        "page_rank",
        "stops-early",
        "compare that with tol",
        """
        r = np.full(len(L), 1 / len(L))
        while True:
            new = click(L, r, d)
            if abs(new[0] - r[0]) <= tol:
                return new
            r = new
        """,
    ),
    (
        "page_rank",
        "stops-early",
        "compare that with tol",
        """
        r = np.full(len(L), 1 / len(L))
        while True:
            new = click(L, r, d)
            if np.abs(new - r).sum() <= 1e-4:
                return new
            r = new
        """,
    ),
    (
        "page_rank",
        "stops-early",
        "compare that with tol",
        """
        r = np.full(len(L), 1 / len(L))
        while True:
            new = click(L, r, d)
            if np.allclose(new, r):
                return new
            r = new
        """,
    ),
    (
        "page_rank",
        "no-click",
        "Does the loop run at all",
        """
        r = np.full(len(L), 1 / len(L))
        change = 0
        while change > tol:
            new = click(L, r, d)
            change = np.abs(new - r).sum()
            r = new
        return r
        """,
    ),
    (
        "page_rank",
        "changes-argument",
        "work on a copy",
        """
        L[:, L.sum(axis=0) == 0] = 1 / len(L)
        r, change = np.full(len(L), 1 / len(L)), 1
        while change > tol:
            new = d * (L @ r) + (1 - d) / len(L)
            change = np.abs(new - r).sum()
            r = new
        return r
        """,
    ),
    (
        "page_rank",
        "endless",
        "must become the new ranks",
        """
        r = np.full(len(L), 1 / len(L))
        new = click(L, r, d)
        while np.abs(new - r).sum() > tol:
            new = click(L, r, d)
        return r
        """,
    ),
    (
        "page_rank",
        "calls-itself",
        "without calling itself",
        "return page_rank(click(L, L, d), d, tol)",
    ),
    (
        "page_rank",
        "returns-nothing",
        "after `return`",
        """
        r = np.full(len(L), 1 / len(L))
        for _ in range(3000):
            r = click(L, r, d)
        print(r)
        """,
    ),
    (
        "page_rank",
        "not-numbers",
        "what stands after `return`",
        """
        r = np.full(len(L), 1 / len(L))
        for k in range(3000):
            r = click(L, r, d)
        return r, k
        """,
    ),
    (
        "page_rank",
        "shape",
        "one number for each page",
        """
        r = np.full((len(L), 1), 1 / len(L))
        for k in range(3000):
            r = click(L, r[:, 0], d)[:, None]
        return r
        """,
    ),
    (
        "link_matrix",
        "not-an-array",
        "np.array(...)",
        """
        rows = [[0.0] * n for _ in range(n)]
        for i, j in links:
            rows[j][i] = 1 / sum(source == i for source, _ in links)
        return rows
        """,
    ),
    ("page_rank", "error-NameError", "spelled the same", "return clik(L, np.ones(len(L)), d)"),
    ("page_rank", "error-SystemExit", "must `return`", "raise SystemExit"),
    (
        "link_matrix",
        "both-ways",
        "source to target",
        counting("L[j, i] = L[i, j] = 1"),
    ),
    ("link_matrix", "counted-from-1", "counted from 0", counting("L[j - 1, i - 1] = 1")),
    (
        "link_matrix",
        "sums-of-rows",
        "axis=0",
        counting("L[j, i] = 1", "L.sum(axis=1)"),
    ),
    (
        "link_matrix",
        "last-page-missed",
        "too short",
        """
        L = np.zeros((n, n))
        for k in range(n - 1):
            targets = [j for i, j in links if i == k]
            for j in targets:
                L[j, k] = 1 / len(targets)
        return L
        """,
    ),
    (
        "link_matrix",
        "error-ValueError",
        "no links at all",
        "n = max(max(link) for link in links) + 1\n" + counting("L[j, i] = 1"),
    ),
    (
        "click",
        "fixed-damping",
        "handed over",
        "return 0.85 * (L @ r + r[L.sum(axis=0) == 0].sum() / len(r)) + 0.15 / len(r)",
    ),
    (
        "click",
        "stays",
        "*any*",
        "return d * (L @ r + r[L.sum(axis=0) == 0].sum() / len(r)) + (1 - d) * r",
    ),
    (
        "click",
        "brackets",
        "missing",
        "return d * (L @ r + r[L.sum(axis=0) == 0].sum() / len(r)) + 1 - d / len(r)",
    ),
    ("page_rank", "fixed-damping", "handed over", settling(damping="0.85")),
    ("page_rank", "sorted", "of page k", settling("np.sort(new)")),
    ("page_rank", "sorted", "of page k", settling("np.sort(new)[::-1]")),
    ("page_rank", "no-normalisation", "proportions", settling("-3 * new")),
    ("page_rank", "complex", ".real", settling("new + 0j")),
    ("page_rank", "wrong", "rounded", settling("new.round(5)")),
    (
        "link_matrix",
        "changes-argument",
        "list(...)",
        """
        L = np.zeros((n, n))
        while links:
            i, j = links.pop()
            L[j, i] = 1
        return L
        """,
    ),
]


ASSIGNMENT = Assignment(PARAMETERS, RIGHT, WRONG, modules=[pagerank_checks], given=["click"])


def test_the_failing_input_shown_is_the_smallest():
    body = """
        L = np.zeros((n, n))
        for i, j in links:
            L[j, i] = 1
        return L
    """
    error = ASSIGNMENT.explained("link_matrix", body)
    # With fewer pages or links each page has at most one link, and this is right.
    assert "link_matrix([(0, 1), (0, 2)], 3)" in str(error)
    assert "[[  0, 0, 0],\n     [0.5, 0, 0],\n     [0.5, 0, 0]]" in str(error)
    assert "[[0, 0, 0],\n     [1, 0, 0],\n     [1, 0, 0]]" in str(error)
    assert "Column 0 adds up to 2, and it should add up to 1." in str(error)


def test_the_call_shown_can_be_typed_and_fails():
    error = ASSIGNMENT.explained("click", "return d * L @ r + (1 - d) / len(r)")
    lines = [line.strip() for line in str(error).splitlines()]
    start = next(i for i, line in enumerate(lines) if line.startswith("L = "))
    code = [
        *lines[start : start + 2],
        "def click(L, r, d): return d * L @ r + (1 - d) / len(r)",
    ]
    result = run("\n".join([*code, f"result = {lines[start + 2]}"]))["result"]
    assert result.sum() < 0.99 and written(result) in str(error)


def test_an_exception_is_explained_with_its_line(tmp_path):
    file = tmp_path / "cell.py"
    code = "def click(L, r, d):\n    n = len(r)\n    return L @ np.ones(n + 1)\n"
    file.write_text(code, encoding="utf-8")
    names = run(code, str(file))
    with pytest.raises(NotYet) as caught:
        check_click(names["click"])
    text = str(caught.value)
    assert "click stops with an error" in text and "ValueError" in text
    assert "in the line\n\n    return L @ np.ones(n + 1)" in text
    assert "Traceback" not in text and "shapes" in caught.value.hint


@pytest.mark.parametrize("wrong", [np.eye(2), 7, None, "link_matrix"])
def test_handing_over_no_function_is_explained(wrong):
    with pytest.raises(NotYet, match=r"without brackets:\s+link_matrix"):
        check_link_matrix(wrong)


def test_a_function_that_remembers_is_caught():
    code = """
seen = []
def link_matrix(links, n):
    L = np.zeros((n, n))
    seen.append(n)
    for i, j in links:
        L[j, i] = 1
    return L / np.maximum(L.sum(axis=0), 1) + (len(seen) > 99)
"""
    names = run(code)
    with pytest.raises(NotYet, match="The first call gave the right result") as caught:
        check_link_matrix(names["link_matrix"])
    assert caught.value.mistake == "remembers" and "outside" in caught.value.hint


def test_notebooks_show_the_explanation_and_no_traceback():
    from IPython.core.interactiveshell import InteractiveShell

    shown = []
    shell = InteractiveShell()
    shell._showtraceback = lambda kind, error, lines: shown.extend(lines)
    try:
        shell.run_cell(
            "from mlmath.practice import check_click\n"
            "def click(L, r, d):\n    raise NotImplementedError()\n"
            "check_click(click)"
        )
    finally:
        shell.history_manager.end_session()
    assert shown[0] == "Not yet: click is not written yet."
    assert not any("Traceback" in line or "File" in line for line in shown)


# Limits

ENDLESS = """
while True:
    pass
"""
SWALLOWS = """
while True:
    try:
        while True:
            sum(range(100))
    except:
        pass
"""


@pytest.mark.parametrize("body", [ENDLESS, SWALLOWS])
def test_an_endless_loop_is_stopped_in_time(body):
    started = time.monotonic()
    error = ASSIGNMENT.explained("link_matrix", body, seconds=0.3)
    assert error.mistake == "endless"
    assert time.monotonic() - started < 10


def test_an_endless_loop_is_stopped_where_there_is_no_alarm(monkeypatch):
    monkeypatch.setattr(limits, "SLOWER", 1)
    errors = []
    for body in (ENDLESS, "return link_matrix(links, n)"):
        thread = threading.Thread(
            target=lambda body=body: errors.append(
                ASSIGNMENT.explained("link_matrix", body, seconds=0.3)
            )
        )
        thread.start()
        thread.join(30)
        assert not thread.is_alive()
    assert [error.mistake for error in errors] == ["endless", "calls-itself"]


def test_right_solutions_pass_where_there_is_no_alarm(monkeypatch):
    monkeypatch.setattr(limits, "has_alarm", lambda: False)
    for name, bodies in RIGHT.items():
        assert ASSIGNMENT.passed(name, bodies[0])


def test_limits_leave_no_trace():
    import signal
    import sys

    rang = []
    before = signal.signal(signal.SIGALRM, lambda *_: rang.append(1))
    try:
        signal.setitimer(signal.ITIMER_REAL, 0.4)
        depth, trace = sys.getrecursionlimit(), sys.gettrace()
        for body in (ENDLESS, "return link_matrix(links, n)", "1 / 0"):
            ASSIGNMENT.explained("link_matrix", body, seconds=0.2)
        assert (sys.getrecursionlimit(), sys.gettrace()) == (depth, trace)
        deadline = time.monotonic() + 5
        while not rang and time.monotonic() < deadline:
            signal.sigtimedwait([], 0.05)
        assert rang == [1]  # an alarm set by somebody else still rings, once
        assert signal.getitimer(signal.ITIMER_REAL) == (0, 0)
    finally:
        signal.signal(signal.SIGALRM, before)


def test_stopping_a_cell_stops_the_check():
    def interrupted(links, n):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        check_link_matrix(interrupted)


def test_numbers_are_told_from_other_results():
    assert as_numbers([[1, 2], [3, 4]]).shape == (2, 2)
    for result in ("12", None, [[1, 2], [3]], [1 + 2j], {1: 2}, object()):
        assert as_numbers(result) is None


def test_other_parameters_are_not_taken_for_another_mistake():
    with pytest.raises(NotYet) as caught:
        check_click(lambda L, r: L @ r)
    assert caught.value.mistake == "error-TypeError" and "in this order" in caught.value.hint
    with pytest.raises(NotYet) as caught:
        check_page_rank(lambda L, d, tol: pagerank_checks.settled(L, d))
    assert "page_rank(L) alone" in caught.value.hint
    with pytest.raises(NotYet) as caught:
        check_click(lambda L, r, d: L + "r")
    assert "types" in caught.value.hint
    with pytest.raises(NotYet) as caught:
        check_click(lambda L, r, d: np.linalg.inv(0 * L))
    assert "singular" in caught.value.hint


def test_numbers_that_look_the_same_are_told_apart():
    right = np.array([[1, 1 / 3]])
    assert "The largest difference is 3.3e-05" in difference(right, right.round(4))
    assert "largest" not in difference(right, right + 1)
    assert "largest" not in difference(np.zeros((0, 0)), np.zeros(0))


def test_rounding_errors_are_written_as_zero_beside_what_is_larger():
    assert written(np.array([1, 1e-17])) == "[1, 0]"
    assert written(np.array([[2e-14, 0], [1e-30, np.nan]])) == "[[2e-14,   0],\n [    0, nan]]"
    assert written(np.array(0.0)) == "0"
