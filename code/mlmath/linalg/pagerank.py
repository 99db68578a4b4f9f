"""PageRank: how often a bored surfer sees each page."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import issparse, sparray, spmatrix

from mlmath.linalg.convergence import ConvergenceError
from mlmath.linalg.link_matrix import is_two_arrays, link_matrix
from mlmath.linalg.readable import IterationResult
from mlmath.validation import (
    check_array,
    check_integer,
    check_matrix,
    check_number,
    check_vector,
)

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray


@dataclass(frozen=True, eq=False, repr=False)
class PageRank(IterationResult):
    """What `pagerank` returns.

    Attributes
    ----------
    ranks : ndarray of shape (n_pages,)
        The probability of finding the surfer on each page; they add up to 1.
    n_iter : int
        How many steps were taken.
    residual : float
        What the last step changed: the sum of |change| over all pages.
    history : ndarray of shape (n_iter,)
        What each step changed.
    """

    ranks: NDArray
    n_iter: int
    residual: float
    history: NDArray = field(repr=False)


def pagerank(
    links: ArrayLike | tuple[NDArray, NDArray] | sparray | spmatrix,
    *,
    n_pages: int | None = None,
    damping: float = 0.85,
    personalization: ArrayLike | None = None,
    tol: float = 1e-10,
    max_iter: int = 1000,
) -> PageRank:
    """Return the rank of every page: the share of time a random surfer spends there.

    With probability `damping` the surfer follows a link of the present page, otherwise, and
    always from a page without links, they jump.

    Parameters
    ----------
    links : as in `link_matrix`, or a link matrix
        Integers are links. Floats and SciPy sparse matrices are a link matrix, whose columns
        add up to 1, or to 0 for a page without links.
    n_pages : int, optional
        How many pages there are; by default the largest page number plus one.
    damping : float
        From 0 to 1. With 1 the ranks may depend on the start, or never settle.
    personalization : array_like of shape (n_pages,), optional
        Where the surfer jumps, and starts: weights, not negative, which are rescaled to add
        up to 1. By default every page is equally likely.
    tol : float
        Settled means that a step changes the ranks by at most `tol` in total (NetworkX's
        `tol` is this divided by `n_pages`). The error is then at most
        tol · damping / (1 − damping).
    max_iter : int
        The largest number of steps.

    Returns
    -------
    PageRank
        `ranks`, `n_iter`, `residual` and `history`.

    Raises
    ------
    ConvergenceError
        If the ranks have not settled after `max_iter` steps.

    References
    ----------
    .. [1] L. Page, S. Brin, R. Motwani and T. Winograd, *The PageRank Citation Ranking:
       Bringing Order to the Web*, Stanford InfoLab, 1999.
    .. [2] A. N. Langville and C. D. Meyer, *Google's PageRank and Beyond*, Princeton
       University Press, 2006.

    Derived on the page *PageRank* (linear-algebra/eigenvectors/pagerank).

    Examples
    --------
    >>> pagerank([(0, 1), (0, 2), (1, 2), (2, 0)])
    PageRank(ranks=[0.3878, 0.2148, 0.3974], n_iter=45, residual=5.3e-11)
    """
    L = check_link_matrix(links, n_pages)
    v = check_personalization(personalization, L.shape[0])
    damping = check_number(damping, "damping", minimum=0, maximum=1)
    tol = check_number(tol, "tol", minimum=0)
    max_iter = check_integer(max_iter, "max_iter", minimum=1)
    ranks, history = v, []
    for _ in range(max_iter):
        previous = ranks
        ranks = damping * (L @ previous)
        ranks += max(0.0, 1 - ranks.sum()) * v  # whoever did not follow a link jumps
        history.append(float(np.abs(ranks - previous).sum()))
        if history[-1] <= tol:
            break
    result = PageRank(ranks, len(history), history[-1], np.array(history))
    if result.residual > tol:
        raise ConvergenceError.after("pagerank", result, tol)
    return result


def check_link_matrix(
    links: ArrayLike | tuple[NDArray, NDArray] | sparray | spmatrix, n_pages: int | None
) -> NDArray | sparray | spmatrix:
    """Return the link matrix, made from links if need be."""
    if issparse(links):
        if links.dtype.kind not in "biuf":
            raise TypeError(f"links must be real; found {links.dtype}")
        L = links.tocsr().astype(float, copy=False)
    elif (
        is_two_arrays(links) or check_array(links, "links").dtype.kind == "i" or not len(links)
    ):
        return link_matrix(links, n_pages, sparse=True)
    else:
        L = check_matrix(links, "links")
    n = L.shape[0]
    if L.shape != (n, n):
        raise ValueError(f"links must be a square link matrix; found shape {L.shape}")
    if n_pages not in (None, n):
        raise ValueError(f"links must be of n_pages = {n_pages}; found shape {L.shape}")
    if n == 0:
        raise ValueError("links must hold at least one page")
    entries = L.data if issparse(L) else L
    if not np.isfinite(entries).all():
        raise ValueError("links must be a link matrix; found NaN or infinity")
    if (entries < 0).any():
        raise ValueError("links must be a link matrix; found a negative entry")
    sums = np.asarray(L.sum(axis=0)).ravel()
    wrong = np.flatnonzero((sums != 0) & (np.abs(sums - 1) > 1e-9))
    if wrong.size:
        raise ValueError(
            "links must be a link matrix, whose columns add up to 1 (or 0); "
            f"column {wrong[0]} adds up to {sums[wrong[0]]:.4g}"
        )
    return L


def check_personalization(weights: ArrayLike | None, n: int) -> NDArray:
    """Return the probabilities of the jumps."""
    if weights is None:
        return np.full(n, 1 / n)
    v = check_vector(weights, "personalization", size=n).astype(float)
    if (v < 0).any():
        raise ValueError(f"personalization must not be negative; found {v.min():.4g}")
    if not v.any():
        raise ValueError("personalization must not be zero everywhere")
    v /= v.max()  # first, so that the sum is neither infinite nor rounded away
    return v / v.sum()
