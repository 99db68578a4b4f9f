"""Checks for the assignment on PageRank: link_matrix, click and page_rank."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations

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

Links = list[tuple[int, int]]


# Webs to try


def small_webs() -> Iterator[tuple[Links, int]]:
    """Give every web of one, two or three pages without links from a page to itself."""
    for n in (1, 2, 3):
        pairs = [(i, j) for i in range(n) for j in range(n) if i != j]
        for size in range(len(pairs) + 1):
            yield from ((list(links), n) for links in combinations(pairs, size))


def larger_webs() -> Iterator[tuple[Links, int]]:
    """Give webs of four to eight pages, among them such as link to themselves."""
    rng = np.random.default_rng(1998)
    for n in (4, 5, 6, 7, 8):
        for _ in range(6):
            there = rng.random((n, n)) < rng.uniform(0.15, 0.6)
            links = [(int(i), int(j)) for i, j in np.argwhere(there)]
            rng.shuffle(links)
            yield [(int(i), int(j)) for i, j in links], n


def all_webs() -> list[tuple[Links, int]]:
    """Return the webs, those with fewer pages first, then those with fewer links."""
    return [*small_webs(), *sorted(larger_webs(), key=lambda web: (web[1], len(web[0])))]


def settling_webs() -> list[tuple[Links, int]]:
    """Return webs that settle even without damping, so that every mistake has a result."""
    return [
        ([(0, 1), (1, 0), (1, 2), (2, 0)], 3),
        ([(0, 1), (0, 2), (1, 2), (2, 0), (2, 1)], 3),
        ([(0, 1), (1, 0), (1, 2)], 3),  # page 2 dangles
        ([(0, 1), (0, 2), (1, 3), (2, 0), (2, 1), (2, 3), (3, 2)], 4),
        ([(0, 1), (0, 2), (0, 3), (1, 0), (2, 1), (2, 3)], 4),  # page 3 dangles
        ([(i, (i + 1) % 8) for i in range(8)] + [(0, 2), (4, 0)], 8),  # slowly
    ]


# link_matrix


def counted(links: Links, n: int) -> np.ndarray:
    """Return 1 in column i and row j for each link from i to j."""
    A = np.zeros((n, n))
    for i, j in links:
        A[j, i] = 1
    return A


def both_ways(links: Links) -> Links:
    """Return the links and their reverses."""
    return sorted({*links, *((j, i) for i, j in links)})


def divided(A: np.ndarray, by: np.ndarray) -> np.ndarray:
    """Return A divided, without divisions by zero."""
    return A / np.where(by == 0, 1, by)


def shares(links: Links, n: int) -> np.ndarray:
    """Return the link matrix."""
    return linalg.link_matrix(links, n)


def rows_divided(links: Links, n: int) -> np.ndarray:
    """Return the matrix whose rows, not columns, add up to 1."""
    A = counted(links, n)
    return divided(A, A.sum(axis=1, keepdims=True))


def judge_link_matrix(array: np.ndarray, links: Links, n: int) -> Problem | None:
    """Say what is wrong with a link matrix: first its sums, then its entries."""
    expected = shares(links, n)
    if np.allclose(array, expected, rtol=0, atol=1e-9):
        return None
    text = difference(expected, array)
    sums, right = array.sum(axis=0), expected.sum(axis=0)
    wrong = np.flatnonzero(np.abs(sums - right) > 1e-9)
    if wrong.size:
        j = wrong[0]
        text += (
            f"\nColumn {j} adds up to {sums[j]:.4g}, and it should add up to {right[j]:.4g}."
        )
    return Problem(
        text,
        "wrong",
        "Take page 0 only: to whom does it link, and how much does each of them get?",
    )


SWAPPED = (
    "Rows and columns are swapped: *column* j says how page j spreads its vote, so a link from "
    "i to j belongs in row j and column i."
)

LINK_MATRIX = Check(
    "link_matrix",
    all_webs,
    shares,
    lambda links, n: f"link_matrix({links}, {n})",
    settling_webs,
    "link_matrix passes: right on {count} webs of 1 to 8 pages.",
    judge_link_matrix,
    mistakes=[
        Mistake("swapped", lambda links, n: shares(links, n).T, SWAPPED),
        Mistake(
            "no-normalisation",
            counted,
            "Each page has one vote in all, however many links it has. By what must its column be "
            "divided?",
        ),
        Mistake(
            "swapped-no-normalisation",
            lambda links, n: counted(links, n).T,
            SWAPPED + " And each page has one vote in all, however many links it has.",
        ),
        Mistake(
            "rows-divided",
            rows_divided,
            "Here the rows add up to 1. A page shares out its own vote, so it is the columns: "
            "divide by the number of links *from* a page, not *to* it.",
        ),
        Mistake(
            "rows-divided",
            lambda links, n: rows_divided(links, n).T,
            SWAPPED + " And divide by the number of links *from* a page, not *to* it.",
        ),
        Mistake(
            "divided-by-n",
            lambda links, n: counted(links, n) / n,
            "You divide by the number of pages. A page shares its vote among the pages that it "
            "links to.",
        ),
        Mistake(
            "divided-by-all-links",
            lambda links, n: counted(links, n) / max(len(links), 1),
            "You divide by the number of all links. Each page has a vote of its own, to be divided "
            "by the number of its own links.",
        ),
        Mistake(
            "whole-numbers",
            lambda links, n: np.floor(shares(links, n)),
            "The shares have become whole numbers. An array made with dtype=int, or by "
            "np.array([[0, 0], ...]), cannot hold 1/2; np.zeros((n, n)) can.",
        ),
        Mistake(
            "dangling-filled",
            lambda links, n: np.where(counted(links, n).any(axis=0), shares(links, n), 1 / n),
            "The column of a page without links is to stay zero here; `click` takes care of such "
            "pages.",
        ),
        Mistake(
            "both-ways",
            lambda links, n: shares(both_ways(links), n),
            "Each link counts in both directions. It leads from source to target only.",
        ),
        Mistake(
            "counted-from-1",
            lambda links, n: np.roll(shares(links, n), -1, axis=(0, 1)),
            "Every entry stands one row too high and one column too far left. The pages are "
            "counted from 0, as rows and columns are: nothing is to be subtracted.",
        ),
        Mistake(
            "sums-of-rows",
            lambda links, n: divided(counted(links, n), counted(links, n).sum(axis=1)),
            "The columns have been divided by the sums of the rows, axis=1. axis=0 adds up each "
            "column.",
        ),
        Mistake(
            "last-page-missed",
            lambda links, n: shares(links, n) * (np.arange(n) < n - 1),
            "The links of the last page are missing. range(n) ends before n, so range(n - 1) is "
            "too short.",
        ),
    ],
    patterns=[
        Pattern(
            "self-links",
            lambda links, n: any(i == j for i, j in links),
            "It goes wrong only where a page links to itself. Such a link is a link like any other.",
        ),
        Pattern(
            "dangling",
            lambda links, n: len({i for i, _ in links}) < n,
            "It goes wrong only where some page has no links. Its column is zero; beware of "
            "dividing by the number of its links.",
        ),
        Pattern(
            "several-links",
            lambda links, n: len({i for i, _ in links}) < len(links),
            "It goes wrong only where a page has more than one link. Does a second link replace "
            "the first, or is its share wrong?",
        ),
    ],
    errors={
        "IndexError": "The pages have the numbers 0 to n - 1, and the matrix has n rows and n "
        "columns, whichever pages have links.",
        "ZeroDivisionError": "Some pages have no links, and their column stays zero.",
        "ValueError": "There may be no links at all, and links say nothing of pages without any. "
        "The number of pages is n.",
    },
    shape="The matrix has n rows and n columns, whichever pages have links.",
    not_finite="Some pages have no links: do not divide their columns, 0/0 is nan.",
)


# click


def followed(L: np.ndarray) -> np.ndarray:
    """Return L with 1/n in each zero column: where a surfer goes who follows links if any."""
    return np.where(L.any(axis=0), L, 1 / len(L))


def click(L: np.ndarray, r: np.ndarray, d: float) -> np.ndarray:
    """Return the ranks after a click."""
    return d * followed(L) @ r + (1 - d) / len(L) * r.sum()


Click = Callable[[np.ndarray, np.ndarray, float], np.ndarray]


def rescaled(step: Click) -> Click:
    """Return a click after which the ranks are made to add up to 1."""

    def result(L: np.ndarray, r: np.ndarray, d: float) -> np.ndarray:
        after = step(L, r, d)
        return after / after.sum() if after.sum() else after

    return result


def dangling_ignored(L: np.ndarray, r: np.ndarray, d: float) -> np.ndarray:
    """Click, but lose the surfers on pages without links."""
    return d * L @ r + (1 - d) / len(L)


DANGLING = (
    "A surfer on a page without links cannot click: they jump to any page, with the same "
    "probability. {how} Which pages have a zero column in L, and how much rank lies on them?"
)
EACH = "The jumps reach n pages, so each of them gets (1 - d)/n."

# name, a click with the mistake, a hint
CLICK_MISTAKES: list[tuple[str, Click, str]] = [
    (
        "swapped",
        lambda L, r, d: click(divided(L.T, L.T.sum(axis=0)), r, d),
        SWAPPED + " Is L transposed on the way?",
    ),
    ("swapped", lambda L, r, d: d * L.T @ r + (1 - d) / len(L), SWAPPED + " L @ r, not r @ L."),
    (
        "swapped",
        lambda L, r, d: d * (L.T @ r + r[~L.any(axis=0)].sum() / len(L)) + (1 - d) / len(L),
        SWAPPED + " L @ r, not r @ L.",
    ),
    (
        "no-damping",
        lambda L, r, d: followed(L) @ r,
        (
            "There is no damping: only with probability d the surfer follows a link; otherwise they "
            "jump to any page."
        ),
    ),
    (
        "no-damping",
        lambda L, r, d: L @ r,
        (
            "There is no damping: only with probability d the surfer follows a link; otherwise they "
            "jump to any page. And from a page without links they always jump."
        ),
    ),
    (
        "no-damping",
        rescaled(lambda L, r, d: L @ r),
        (
            "There is no damping: only with probability d the surfer follows a link; otherwise they "
            "jump to any page. And from a page without links they always jump."
        ),
    ),
    ("dangling", dangling_ignored, DANGLING.format(how="Here their probability gets lost.")),
    (
        "dangling",
        rescaled(dangling_ignored),
        DANGLING.format(
            how="Here their probability gets lost, and rescaling spreads it over all pages in "
            "proportion to their rank instead of evenly."
        ),
    ),
    (
        "dangling",
        lambda L, r, d: d * L @ r + r[~L.any(axis=0)].sum() / len(L) + (1 - d) / len(L),
        (
            "The jumps from pages without links come on top here, and the ranks add up to more than 1. "
            "They take the place of a click, so they are multiplied by d as well."
        ),
    ),
    (
        "no-normalisation",
        lambda L, r, d: d * followed(L) @ r + (1 - d),
        EACH,
    ),
    (
        "no-normalisation",
        lambda L, r, d: d * L @ r + (1 - d),
        (f"{EACH} And pages without links need care: from them the surfer jumps always."),
    ),
    (
        "no-jump",
        lambda L, r, d: d * followed(L) @ r,
        (
            "The jumps are missing: with probability 1 - d the surfer goes to any page, so (1 - d)/n "
            "is added to each."
        ),
    ),
    (
        "damping-swapped",
        lambda L, r, d: click(L, r, 1 - d),
        "Clicks and jumps are swapped: d is the probability of following a link.",
    ),
    (
        "damping-swapped",
        lambda L, r, d: dangling_ignored(L, r, 1 - d),
        (
            "Clicks and jumps are swapped: d is the probability of following a link. And pages without "
            "links need care: from them the surfer jumps always."
        ),
    ),
]


def clicks_to_try(webs: list[tuple[Links, int]]) -> Iterator[tuple]:
    """Give webs with ranks before the click and a damping."""
    rng = np.random.default_rng(85)
    for k, (links, n) in enumerate(webs):
        L = shares(links, n)
        for r in (np.full(n, 1 / n), np.eye(n)[k % n], rng.dirichlet(np.ones(n)).round(2)):
            r[-1] = 1 - r[:-1].sum()
            yield L, r, (0.85, 0.5, 0.9)[k % 3]
    yield shares(*webs[-1]), np.full(n, 1 / n), 1.0
    yield shares(*webs[-1]), np.full(n, 1 / n), 0.0


def judge_click(array: np.ndarray, L: np.ndarray, r: np.ndarray, d: float) -> Problem | None:
    """Say what is wrong with the ranks after a click."""
    expected = click(L, r, d)
    if np.allclose(array, expected, rtol=0, atol=1e-9):
        return None
    return Problem(ranks_text(expected, array), "wrong", sum_hint(array))


def ranks_text(expected: np.ndarray, array: np.ndarray) -> str:
    """Return the right and the wrong ranks, and their sum if it is wrong."""
    text = difference(expected, array)
    if abs(array.sum() - 1) > 1e-6:
        text += f"\nThe ranks add up to {array.sum():.4g}, and they should add up to 1."
    return text


def sum_hint(array: np.ndarray) -> str:
    """Return a hint to ranks that nobody has predicted."""
    if abs(array.sum() - 1) < 1e-6:
        return (
            "Work out the new rank of page 0 by hand: which pages link to it? What jumps there?"
        )
    if array.sum() < 1:
        return "Some probability gets lost. From which pages, and to which should it go?"
    return (
        "Some probability comes from nowhere. Do the parts add up: d by links, 1 - d by jumps?"
    )


DANGLING_PATTERN = DANGLING.format(how="It goes wrong only where there is such a page.")

CLICK = Check(
    "click",
    lambda: list(clicks_to_try(all_webs())),
    click,
    shown_call("click", "L", "r", digits=4),
    lambda: list(clicks_to_try(settling_webs()))[:-2],
    "click passes: right on {count} clicks in webs of 1 to 8 pages.",
    judge_click,
    mistakes=[
        *(Mistake(name, step, hint) for name, step, hint in CLICK_MISTAKES),
        Mistake(
            "fixed-damping",
            lambda L, r, d: click(L, r, 0.85),
            "It always clicks with damping 0.85. Use the d that is handed over.",
        ),
        Mistake(
            "stays",
            lambda L, r, d: d * followed(L) @ r + (1 - d) * r,
            "Who jumps stays where they are. They jump to *any* page: (1 - d)/n for each.",
        ),
        Mistake(
            "brackets",
            lambda L, r, d: d * followed(L) @ r + 1 - d / len(L),
            "1 - d / n divides d only. Brackets are missing: (1 - d) / n.",
        ),
    ],
    patterns=[Pattern("dangling", lambda L, r, d: not L.any(axis=0).all(), DANGLING_PATTERN)],
    shape="A vector with one number for each page should come out.",
    not_finite="Some columns of L are zero: do not divide by their sums.",
)


# page_rank


def settled(L: np.ndarray, d: float = 0.85, tol: float = 1e-10) -> np.ndarray:
    """Return the ranks that no click changes, by solving the equations for them."""
    n = len(L)
    return np.linalg.solve(np.eye(n) - d * followed(L), np.full(n, (1 - d) / n))


def after_many(step: Click) -> Callable[..., np.ndarray]:
    """Return what repeating a wrong click leads to."""

    def result(L: np.ndarray, d: float = 0.85, tol: float = 1e-10) -> np.ndarray:
        r = np.full(len(L), 1 / len(L))
        for _ in range(3000):
            r, old = step(L, r, d), r
            if np.abs(r - old).max() <= 1e-15 * np.abs(r).max():
                break
        return r

    return result


def webs_to_rank() -> Iterator[tuple]:
    """Give webs with damping and tolerance; the last leaves both to the function."""
    for k, (links, n) in enumerate(all_webs()):
        yield shares(links, n), (0.85, 0.5, 0.85, 0.9)[k % 4], 1e-10
    for links, n in settling_webs():
        yield shares(links, n), 0.99, 1e-12
    yield (shares(links, n),)


def judge_ranks(
    array: np.ndarray, L: np.ndarray, d: float = 0.85, tol: float = 1e-10
) -> Problem | None:
    """Say what is wrong with ranks: negative, a wrong sum, not settled, or others."""
    expected = settled(L, d)
    change = np.abs(click(L, array, d) - array).sum()
    if abs(array.sum() - 1) < 1e-7 and array.min() >= 0 and change <= 10 * tol:
        return None
    text = ranks_text(expected, array)
    if np.abs(array - expected).sum() < 0.2 and abs(array.sum() - 1) < 1e-7:
        text += (
            f"\nOne more click still changes these by {change:.1e} in total; tol is {tol:g}."
        )
    return Problem(text, "wrong", sum_hint(array))


def after_clicks(L: np.ndarray, d: float) -> Iterator[np.ndarray]:
    """Give the ranks after 0, 1, 2, … clicks from equal ones, until they have settled."""
    r = np.full(len(L), 1 / len(L))
    while True:
        yield r
        old, r = r, click(L, r, d)
        if np.abs(r - old).max() < 1e-14:
            return


def stopped_early(samples: list[tuple[tuple, np.ndarray | None]]) -> tuple[str, str] | None:
    """Say why right clicks come to an end too early, if that is what they do."""
    ways = [list(after_clicks(L, d)) for (L, d, _), _ in samples]
    arrays = [array for _, array in samples]
    counts = [
        next((k for k, r in enumerate(way) if meets(array, r)), None)
        for way, array in zip(ways, arrays, strict=True)
    ]
    if None in counts:
        return in_proportion(samples)
    most = max(counts)
    if most == 0:
        return "no-click", "These are the ranks at the start. Does the loop run at all?"
    if most <= 2:
        return (
            "stops-at-once",
            (
                "It stops after one or two clicks on every web. The changes of all ranks always add up "
                "to 0, because increases and decreases cancel: take absolute values before you add. "
                "And compare with the ranks *before* the click: `old = r` is no copy if r is then "
                "changed in place."
            ),
        )
    at_most = [way[min(most, len(way) - 1)] for way in ways]
    if all(meets(array, r) for array, r in zip(arrays, at_most, strict=True)):
        return (
            "fixed-number",
            (
                f"It stops after {most} clicks whatever the web. Some webs need more, some fewer: go on "
                "until a click changes the ranks by at most tol in total."
            ),
        )
    return (
        "stops-early",
        (
            "It stops before the ranks have settled. Add up the absolute changes of *all* ranks in "
            "the last click, and compare that with tol."
        ),
    )


def in_proportion(samples: list[tuple[tuple, np.ndarray | None]]) -> tuple[str, str] | None:
    """Say so if the ranks are right but for a factor."""
    for (L, d, _), array in samples:
        if array is None or not meets(array / (array.sum() or 1), settled(L, d), 1e-7):
            return None
    return (
        "no-normalisation",
        (
            "These numbers stand in the right proportions, but they do not add up to 1. Divide them "
            "by their sum; it also makes negative ones positive."
        ),
    )


def meets(array: np.ndarray | None, r: np.ndarray, most: float = 1e-12) -> bool:
    """Whether these ranks are those, but for rounding."""
    return array is not None and array.shape == r.shape and np.abs(array - r).max() < most


PAGE_RANK = Check(
    "page_rank",
    lambda: list(webs_to_rank()),
    settled,
    shown_call("page_rank", "L", digits=4),
    lambda: [(shares(links, n), 0.99, 1e-10) for links, n in settling_webs()],
    "page_rank passes: right on {count} webs of 1 to 8 pages.",
    judge_ranks,
    mistakes=[
        Mistake(
            "no-normalisation",
            lambda L, *rest: len(L) * settled(L, *rest),
            "The ranks add up to the number of pages. They are probabilities: they start as 1/n "
            "each, and the jumps bring (1 - d)/n to each.",
        ),
        Mistake(
            "no-normalisation",
            lambda L, *rest: settled(L, *rest) / np.linalg.norm(settled(L, *rest)),
            "The squares of these ranks add up to 1. They are probabilities: divide by their sum, "
            "not by their length.",
        ),
        *(
            Mistake(name, after_many(step), hint)
            for name, step, hint in CLICK_MISTAKES
            if hint != EACH  # its ranks add up to the number of pages, see above
        ),
        Mistake(
            "fixed-damping",
            lambda L, d, tol: settled(L),
            "It always clicks with damping 0.85. Use the d that is handed over.",
        ),
        *(
            Mistake(
                "sorted",
                result,
                "The right ranks, but sorted. The k-th number is the rank of page k.",
            )
            for result in (
                lambda L, d, tol: np.sort(settled(L, d)),
                lambda L, d, tol: np.sort(settled(L, d))[::-1],
            )
        ),
    ],
    patterns=[Pattern("dangling", lambda L, *_: not L.any(axis=0).all(), DANGLING_PATTERN)],
    diagnose=stopped_early,
    endless="Does the loop change what its test looks at? `r` must become the new ranks in each "
    "round. And do not wait until nothing changes at all: rounding may keep the last digit moving. "
    "Compare the change with tol.",
    errors={
        "brackets": "page_rank(L) alone must work as well: give d and tol their usual values, "
        "`def page_rank(L, d=0.85, tol=1e-10)`.",
    },
    shape="A vector with one number for each page should come out.",
    not_finite="Some columns of L are zero: do not divide by their sums.",
)


def check_link_matrix(function: Callable, *, seconds: float = SECONDS) -> Passed:
    """Check a function ``link_matrix(links, n)``.

    It is to return the n × n matrix whose column j spreads the vote of page j over the pages it
    links to; `links` are pairs (source, target), none of them twice.

    Parameters and errors are those of a call of a `Check`.

    Used on the page *Assignment: rank a web* (linear-algebra/eigenvectors/assignment-pagerank).

    Examples
    --------
    >>> from mlmath.linalg import link_matrix
    >>> check_link_matrix(link_matrix)
    link_matrix passes: right on 99 webs of 1 to 8 pages.
    >>> check_link_matrix(lambda links, n: link_matrix(links, n).T)
    Traceback (most recent call last):
    ...
    mlmath.practice.checking.NotYet: link_matrix does not return what it should:
    <BLANKLINE>
        link_matrix([(0, 1)], 2)
    <BLANKLINE>
    expected
        [[0, 0],
         [1, 0]]
    got
        [[0, 1],
         [0, 0]]
    Column 0 adds up to 0, and it should add up to 1.
    <BLANKLINE>
    Hint: Rows and columns are swapped: *column* j says how page j spreads its
    vote, so a link from i to j belongs in row j and column i.
    """
    return LINK_MATRIX(function, seconds=seconds)


def check_click(function: Callable, *, seconds: float = SECONDS) -> Passed:
    """Check a function ``click(L, r, d)``.

    It is to return the probabilities after one click of a surfer who is on the pages with the
    probabilities `r`, in a web with the link matrix `L`, with damping `d`. From a page without
    links, whose column is zero, the surfer jumps.

    Parameters and errors are those of a call of a `Check`.

    Used on the page *Assignment: rank a web* (linear-algebra/eigenvectors/assignment-pagerank).
    """
    return CLICK(function, seconds=seconds)


def check_page_rank(function: Callable, *, seconds: float = SECONDS) -> Passed:
    """Check a function ``page_rank(L, d=0.85, tol=1e-10)``.

    It is to return the ranks of the pages: start from equal ones and click until a click changes
    them by at most `tol` in total.

    Parameters and errors are those of a call of a `Check`.

    Used on the page *Assignment: rank a web* (linear-algebra/eigenvectors/assignment-pagerank).
    """
    return PAGE_RANK(function, seconds=seconds)
