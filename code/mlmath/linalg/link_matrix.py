"""The link matrix of a web: how each page spreads its vote."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import csc_array, csr_array

from mlmath.validation import check_array, check_integer

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray


def link_matrix(
    links: ArrayLike | tuple[NDArray, NDArray],
    n_pages: int | None = None,
    *,
    sparse: bool = False,
) -> NDArray | csr_array:
    """Return the matrix whose column j spreads the vote of page j over the pages it links to.

    Parameters
    ----------
    links : array_like of shape (E, 2), or tuple of two arrays of length E
        Pairs (source, target) of page numbers, counted from 0; or the array of sources and
        the array of targets. A link that is listed twice counts twice, and a link from a page
        to itself is a link like any other, as in NetworkX's ``MultiDiGraph``.
    n_pages : int, optional
        How many pages there are; by default the largest page number plus one.
    sparse : bool
        Whether to return a SciPy sparse array, which stores the links only. Repeated links
        stay separate entries of it; ``sum_duplicates()`` merges them.

    Returns
    -------
    ndarray or scipy.sparse.csr_array of shape (n_pages, n_pages)
        The columns add up to 1, those of pages without links to 0.

    Derived on the page *PageRank* (linear-algebra/eigenvectors/pagerank).

    Examples
    --------
    Page 0 links to 1 and 2, page 1 to 2, and page 2 to nobody:

    >>> link_matrix([(0, 1), (0, 2), (1, 2)])
    array([[0. , 0. , 0. ],
           [0.5, 0. , 0. ],
           [0.5, 1. , 0. ]])
    """
    source, target, n = check_links(links, n_pages)
    shares = 1 / np.maximum(np.bincount(source, minlength=n), 1)
    votes = shares[source]
    if not sparse:
        L = np.zeros((n, n))
        np.add.at(L, (target, source), votes)
        return L
    # A matrix with a column for each link, brought into the order of its rows, has the links
    # in the order of their targets. SciPy's way from coordinates would also sort each row.
    n_links = len(votes)
    index = np.int32 if max(n, n_links) < 2**31 else np.int64  # half the memory to go through
    each_link = np.arange(n_links + 1, dtype=index)
    by_target = csc_array((votes, target.astype(index), each_link), shape=(n, n_links)).tocsr()
    source = source.astype(index)[by_target.indices]
    return csr_array((by_target.data, source, by_target.indptr), shape=(n, n))


def check_links(
    links: ArrayLike | tuple[NDArray, NDArray], n_pages: int | None
) -> tuple[NDArray, NDArray, int]:
    """Return the sources, the targets and the number of pages."""
    if is_two_arrays(links):
        source, target = (np.asarray(ends) for ends in links)
        if source.ndim != 1 or source.shape != target.shape:
            raise ValueError(
                "links must be two vectors of the same length; "
                f"found shapes {source.shape} and {target.shape}"
            )
    else:
        pairs = check_array(links, "links")
        if pairs.size == 0:
            pairs = np.empty((0, 2), dtype=np.int64)
        if pairs.ndim != 2 or pairs.shape[1] != 2:
            raise ValueError(
                "links must be pairs (source, target) or a tuple of two arrays; "
                f"found shape {pairs.shape}"
            )
        source, target = pairs.T
    for ends in (source, target):
        if ends.dtype.kind not in "iu":
            raise TypeError(f"links must be integers; found entries of type {ends.dtype}")
        if ends.min(initial=0) < 0:
            raise ValueError(f"links must be page numbers, from 0; found {ends.min()}")
    highest = int(max(source.max(initial=0), target.max(initial=0)))
    if n_pages is None:
        n_pages = highest + 1 if len(source) else 0
    n_pages = check_integer(n_pages, "n_pages", minimum=1)
    if highest >= n_pages:
        raise ValueError(f"links must stay below n_pages = {n_pages}; found page {highest}")
    return source.astype(np.int64, copy=False), target, n_pages


def is_two_arrays(links: object) -> bool:
    """Whether these are the array of sources and the array of targets."""
    return (
        isinstance(links, tuple)
        and len(links) == 2
        and all(hasattr(ends, "__array__") for ends in links)
    )
