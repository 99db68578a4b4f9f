"""PageRank step by step: where the iteration stands, and whether it has come to rest.

The JavaScript twin is `code/frontend/src/maths/pagerank.js`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from mlmath.linalg import iterate, link_matrix

MAX_STEPS = 500
TOLERANCE = 1e-6  # settled: a step changes the ranks by less than this in total
ROUNDING = 1e-12  # ranks that differ by less than rounding can explain are the same
LONGEST_CYCLE = 15  # of eight pages: those in cycles of 3 and of 5 pages are back together


class Standing(NamedTuple):
    """Where the iteration stands.

    Attributes
    ----------
    ranks : ndarray
        The ranks now.
    residual : float or None
        The sum of |change| by the last step; None before the first.
    settled : bool
        Whether the residual is below the tolerance.
    cycle : int
        After how many steps the ranks repeat without settling, or 0.
    at_limit : bool
        Whether the figure takes no further step.
    """

    ranks: np.ndarray
    residual: float | None
    settled: bool
    cycle: int
    at_limit: bool


def ranks_after(
    links: Sequence[tuple[int, int]], n_pages: int, damping: float, n_steps: int
) -> Standing:
    """Take steps of the power iteration from equal ranks.

    Examples
    --------
    >>> ranks_after([(0, 1), (1, 0), (2, 0)], n_pages=3, damping=1, n_steps=1).ranks.round(3)
    array([0.667, 0.333, 0.   ])
    """
    L = link_matrix(links, n_pages)
    L[:, L.sum(axis=0) == 0] = 1 / n_pages  # the vote of a page that links nowhere
    surfer = damping * L + (1 - damping) / n_pages
    steps = iterate(surfer, np.full(n_pages, 1 / n_pages), n_steps)
    changes = np.abs(steps[-1] - steps).sum(axis=1)[::-1]  # since 0, 1, 2, … steps ago
    residual = float(changes[1]) if n_steps else None
    settled = residual is not None and residual < TOLERANCE
    repeats = np.flatnonzero(changes[2 : LONGEST_CYCLE + 1] < ROUNDING)
    cycle = 0 if settled or not repeats.size else int(repeats[0]) + 2
    return Standing(steps[-1], residual, settled, cycle, at_limit=n_steps == MAX_STEPS)
