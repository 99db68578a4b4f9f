"""The steady state of a Markov chain."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse.csgraph import connected_components

from mlmath.validation import check_matrix

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray


def stationary_distribution(M: ArrayLike) -> NDArray:
    """Return the probabilities that a step of a Markov chain leaves as they are.

    The states are taken out one after the other, the last first: whoever would go there is
    sent on to where that state leads. Nothing is ever subtracted, so that each probability
    is right to nearly all digits, however small it is and however rarely the chain moves.

    Parameters
    ----------
    M : array_like of shape (n, n)
        Column j says where state j leads: entries from 0 to 1 that add up to 1.

    Returns
    -------
    ndarray of shape (n,)
        **π** with M**π** = **π**; not negative, adding up to 1. States that the chain leaves
        for good have probability 0.

    Raises
    ------
    ValueError
        If a column is not a distribution, or if the chain has several groups of states that
        it can never leave: then there are many stationary distributions.

    References
    ----------
    .. [1] W. K. Grassmann, M. I. Taksar and D. P. Heyman, "Regenerative analysis and steady
       state distributions for Markov chains", *Operations Research* 33, 1985.

    Derived on the page *Dynamical systems* (linear-algebra/eigenvectors/dynamical-systems).

    Examples
    --------
    Of sunny days 9 in 10 are followed by a sunny one, of wet days 5 in 10:

    >>> stationary_distribution([[0.9, 0.5], [0.1, 0.5]])
    array([0.83333333, 0.16666667])
    """
    M = check_transitions(M)
    states = closed_group(M)
    S = M[np.ix_(states, states)]
    for last in range(len(S) - 1, 0, -1):
        S[last, :last] /= S[:last, last].sum()  # visits to `last` for each chance to leave it
        S[:last, :last] += np.outer(S[:last, last], S[last, :last])
    share = np.ones(len(S))
    for k in range(1, len(S)):
        share[k] = S[k, :k] @ share[:k]
        share[: k + 1] /= share[: k + 1].max()  # no overflow on the way
    stationary = np.zeros(len(M))
    stationary[states] = share / share.sum()
    return stationary


def closed_group(M: NDArray) -> NDArray:
    """Return the states that the chain can never leave once it is among them."""
    n_groups, group = connected_components(M.T > 0, connection="strong")
    target, source = np.nonzero(M)
    left = np.unique(group[source[group[source] != group[target]]])
    closed = np.setdiff1d(np.arange(n_groups), left)
    if closed.size > 1:
        raise ValueError(
            "M must have one group of states that the chain never leaves; "
            f"found {closed.size}, so the steady state depends on the start"
        )
    return np.flatnonzero(group == closed[0])


def check_transitions(M: ArrayLike) -> NDArray:
    """Return M as a new array of floats whose columns are distributions."""
    M = check_matrix(M, "M", square=True).astype(float)
    if M.size == 0:
        raise ValueError("M must have at least one state; found shape (0, 0)")
    if (M < 0).any():
        raise ValueError(f"M must not be negative; found {M.min():.4g}")
    sums = M.sum(axis=0)
    wrong = np.flatnonzero(np.abs(sums - 1) > 1e-9)
    if wrong.size:
        raise ValueError(
            "M must have columns that add up to 1; "
            f"column {wrong[0]} adds up to {sums[wrong[0]]:.4g}"
        )
    return M
