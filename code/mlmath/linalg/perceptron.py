"""One artificial neuron: a linear map, a threshold, and a rule that learns from mistakes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from mlmath.linalg.convergence import ConvergenceError
from mlmath.linalg.readable import readable
from mlmath.validation import check_integer, check_matrix, check_vector

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray


@dataclass(frozen=True, eq=False, repr=False)
class Perceptron:
    """What `perceptron` returns.

    Attributes
    ----------
    weights : ndarray of shape (d,)
        The vector **w**.
    bias : float
        The number b.
    n_iter : int
        How often the data were gone through, the last time without a mistake.
    n_mistakes : int
        How many corrections were made on the way.
    """

    weights: NDArray
    bias: float
    n_iter: int
    n_mistakes: int

    def predict(self, X: ArrayLike) -> NDArray:
        """Return 1 for each row **x** of X with **w**·**x** + b > 0, and 0 for the others."""
        X = check_matrix(X, "X")
        if X.shape[1] != self.weights.size:
            raise ValueError(
                f"X must have {self.weights.size} columns, as in training; "
                f"found shape {X.shape}"
            )
        return (X @ self.weights + self.bias > 0).astype(int)

    def __repr__(self) -> str:
        """Return the fields, rounded."""
        return (
            f"Perceptron(weights={readable(self.weights)}, bias={readable(self.bias)}, "
            f"n_iter={self.n_iter}, n_mistakes={self.n_mistakes})"
        )


def perceptron(X: ArrayLike, y: ArrayLike, *, max_iter: int = 1000) -> Perceptron:
    """Return weights and a bias that tell the ones from the zeros, by Rosenblatt's rule.

    Start at zero. Go through the data; whenever **w**·**x** + b > 0 disagrees with the
    target, add **x** to **w** and 1 to b if the target is 1, and subtract both if it is 0.
    Stop when the data have been gone through without a mistake.

    If a line (a plane, …) with the ones on one side and the zeros on the other exists, that
    happens, after at most (R/γ)² corrections: R is the length of the longest (**x**, 1), and
    γ the smallest distance of any (**x**, 1) from the best of the planes through the origin
    that part them. That may be many: rescale columns of very different size first.

    Parameters
    ----------
    X : array_like of shape (N, D)
        One observation in each row, entries up to 1e100.
    y : array_like of shape (N,)
        The targets, 0 or 1.
    max_iter : int
        How often to go through the data at most.

    Returns
    -------
    Perceptron
        `weights`, `bias`, `n_iter`, `n_mistakes`, and `predict`.

    Raises
    ------
    ConvergenceError
        If there were mistakes every time; its `result` has the last weights. Either no line
        parts the data, or more rounds are needed: the rule cannot tell which.

    References
    ----------
    .. [1] F. Rosenblatt, "The perceptron: a probabilistic model for information storage and
       organization in the brain", *Psychological Review* 65, 1958.

    Derived on the page *Networks are matrices*
    (linear-algebra/linear-mappings/networks-are-matrices).

    Examples
    --------
    >>> inputs = [[0, 0], [0, 1], [1, 0], [1, 1]]
    >>> perceptron(inputs, [0, 0, 0, 1])
    Perceptron(weights=[2, 1], bias=-2, n_iter=6, n_mistakes=10)
    >>> perceptron(inputs, [0, 0, 0, 1]).predict(inputs)
    array([0, 0, 0, 1])
    """
    X = check_matrix(X, "X", largest=1e100).astype(float)
    y = check_vector(y, "y", size=len(X))
    if not np.isin(y, (0, 1)).all():
        raise ValueError(f"y must hold zeros and ones; found {y[~np.isin(y, (0, 1))][0]}")
    max_iter = check_integer(max_iter, "max_iter", minimum=1)
    w, b, n_mistakes = np.zeros(X.shape[1]), 0.0, 0
    for n_iter in range(1, max_iter + 1):
        before = n_mistakes
        for x, target in zip(X, y, strict=True):
            error = target - (w @ x + b > 0)  # 1, 0 or −1
            if error:
                w, b = w + error * x, b + error
                n_mistakes += 1
        if n_mistakes == before:
            return Perceptron(w, float(b), n_iter, n_mistakes)
    raise ConvergenceError(
        f"perceptron still made {n_mistakes - before} mistakes in round {max_iter}: no line "
        "may part these data, or it needs more rounds (max_iter)",
        Perceptron(w, float(b), max_iter, n_mistakes),
    )
