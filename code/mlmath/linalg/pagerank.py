"""PageRank: the stationary distribution of a random surfer."""

from dataclasses import dataclass

import numpy as np
from scipy import sparse

from mlmath.linalg.convergence import ConvergenceError


@dataclass(frozen=True)
class PageRank:
    """The ranks of the pages, with the work and the residual."""

    ranks: np.ndarray
    n_iter: int
    residual: float


def link_matrix(links, n_pages=None, *, sparse_matrix=False):
    """Return the matrix whose column j spreads the vote of page j over the pages it links to."""
    source, target = (
        np.asarray(links, dtype=np.int64).reshape(-1, 2).T
        if not (
            isinstance(links, tuple)
            and len(links) == 2
            and np.ndim(links[0]) == 1
            and len(links[0]) != 2
        )
        else links
    )
    n = n_pages if n_pages is not None else int(max(np.max(source), np.max(target))) + 1
    counts = np.bincount(source, minlength=n)
    L = sparse.csr_array((1 / counts[source], (target, source)), shape=(n, n))
    return L if sparse_matrix else L.toarray()


def pagerank(
    links, *, n_pages=None, damping=0.85, personalization=None, tol=1e-10, max_iter=1000
):
    """Return the PageRank of every page."""
    if (
        isinstance(links, np.ndarray) and links.ndim == 2 and links.shape[0] == links.shape[1]
    ) or sparse.issparse(links):
        L = links
    else:
        L = link_matrix(links, n_pages, sparse_matrix=True)
    n = L.shape[0]
    v = np.full(n, 1 / n) if personalization is None else np.asarray(personalization, float)
    v = v / v.sum()
    dangling = np.flatnonzero(np.asarray(L.sum(axis=0)).ravel() == 0)
    r = v
    for k in range(1, max_iter + 1):
        new = damping * (L @ r + r[dangling].sum() * v) + (1 - damping) * v
        residual = float(np.abs(new - r).sum())
        r = new
        if residual <= tol:
            return PageRank(r, k, residual)
    raise ConvergenceError("pagerank", PageRank(r, k, residual), tol)
