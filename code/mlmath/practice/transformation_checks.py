"""Checks for the assignment on linear transformations: matrix_of, layer and correct."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from mlmath.practice.checking import SECONDS, Check, Mistake, Passed, shown_call

# matrix_of


class Move:
    """A linear map of the plane that can be called and shown as code."""

    def __init__(self, a: float, b: float, c: float, d: float):
        self.matrix = np.array([[a, b], [c, d]], dtype=float)

    def __call__(self, x: np.ndarray) -> np.ndarray:
        """Return the image of x."""
        return self.matrix @ np.asarray(x, dtype=float)

    def __eq__(self, other: object) -> bool:
        """Whether the other moves everything as this does."""
        return isinstance(other, Move) and np.array_equal(self.matrix, other.matrix)

    __hash__ = None  # type: ignore[assignment]

    def code(self) -> str:
        """Return the map as a function in one line."""
        rows = ", ".join(f"{a:g} * x[0] + {b:g} * x[1]" for a, b in self.matrix)
        return f"move = lambda x: np.array([{rows}])"


def moves() -> list[tuple]:
    """Return maps: stretches and mirrors first."""
    entries = [
        (2, 0, 0, 1),
        (1, 0, 0, -1),
        (0, 1, 1, 0),
        (0, -1, 1, 0),
        (1, 0.5, 0, 1),
        (1, 0, 2, 1),
        (0.8, 0.4, 0.4, 0.2),
        (1, 2, 3, 4),
        (0, 0, 0, 0),
        (-3, 5, 0.25, 7),
    ]
    return [(Move(*e),) for e in entries]


def after(move: Move, x: tuple) -> np.ndarray:
    """Return the image of x."""
    return move(np.array(x))


MATRIX_OF = Check(
    "matrix_of",
    moves,
    lambda move: move.matrix,
    lambda move: f"{move.code()}\nmatrix_of(move)",
    lambda: [(Move(1, 2, 3, 5),), (Move(-3, 5, 0.25, 7),)],
    "matrix_of passes: right on {count} maps of the plane.",
    mistakes=[
        Mistake(
            "rows",
            lambda move: move.matrix.T,
            "The images of the basis vectors are the *columns* of the matrix; you have put them "
            "into rows. np.array([u, v]) makes rows, np.column_stack([u, v]) columns.",
        ),
        Mistake(
            "swapped",
            lambda move: move.matrix[:, ::-1],
            "The columns are swapped: the first is the image of (1, 0).",
        ),
        Mistake(
            "diagonal",
            lambda move: np.outer(after(move, (1, 1)), [1, 1]) * np.eye(2),
            "You have looked at one vector only. A map of the plane is known by what it does to "
            "two.",
        ),
        Mistake(
            "twice-the-same",
            lambda move: np.column_stack([after(move, (1, 0))] * 2),
            "Both columns are the image of (1, 0).",
        ),
        Mistake(
            "wrong-vectors",
            lambda move: np.column_stack([after(move, (1, 0)), after(move, (1, 1))]),
            "The second column is the image of (1, 1). That belongs to (0, 1).",
        ),
        Mistake(
            "identity", lambda move: np.eye(2), "You have put in the basis vectors. Move them."
        ),
    ],
    errors=dict.fromkeys(
        ("TypeError", "ValueError"), "move is a function: call it, move([1, 0])."
    ),
    shape="A matrix with two rows and two columns.",
)


# layer


def layer_of(X: np.ndarray, W: np.ndarray, b: np.ndarray) -> np.ndarray:
    """Return the sums of all neurons for all observations."""
    return X @ W.T + b


def layers() -> list[tuple]:
    """Return observations, weights and biases, few first."""
    rng = np.random.default_rng(1958)
    sizes = [
        (1, 1, 1),
        (1, 2, 1),
        (2, 2, 1),
        (1, 2, 3),
        (3, 2, 2),
        (2, 3, 4),
        (4, 4, 4),
        (6, 3, 2),
    ]
    return [
        (
            rng.integers(-3, 4, (n, d)).astype(float),
            rng.integers(-3, 4, (k, d)).astype(float),
            rng.integers(1, 5, k).astype(float),
        )
        for n, d, k in sizes
    ]


def square_layers() -> list[tuple]:
    """Return layers with as many observations as measurements and neurons."""
    rng = np.random.default_rng(1969)
    return [
        (
            rng.integers(-3, 4, (3, 3)).astype(float),
            rng.integers(-3, 4, (3, 3)).astype(float),
            np.array([1.0, 2.0, 4.0]),
        )
        for _ in range(2)
    ]


LAYER = Check(
    "layer",
    layers,
    layer_of,
    shown_call("layer", "X", "W", "b", digits=4),
    square_layers,
    "layer passes: right on {count} layers of 1 to 4 neurons.",
    mistakes=[
        Mistake(
            "no-bias", lambda X, W, b: X @ W.T, "The biases are missing: one for each neuron."
        ),
        Mistake(
            "not-transposed",
            lambda X, W, b: X @ W + b,
            "The weights of a neuron are a *row* of W, an observation is a row of X, and a row times "
            "a row is X @ W.T.",
        ),
        Mistake(
            "bias-by-observation",
            lambda X, W, b: X @ W.T + b[:, np.newaxis],
            "Each bias belongs to a neuron, so to a column of the result; here it has been added "
            "along the rows.",
        ),
        Mistake(
            "bias-subtracted",
            lambda X, W, b: X @ W.T - b,
            "The biases are added, not subtracted.",
        ),
        Mistake(
            "transposed",
            lambda X, W, b: (X @ W.T + b).T,
            "The right numbers, but each observation should have a row.",
        ),
        Mistake(
            "threshold",
            lambda X, W, b: (X @ W.T + b > 0).astype(float),
            "The threshold comes later; here the sums themselves are wanted.",
        ),
        Mistake(
            "bias-multiplied",
            lambda X, W, b: (X @ W.T) * b,
            "The biases are added, not multiplied.",
        ),
        Mistake(
            "entry-by-entry",
            lambda X, W, b: X * W + b,
            "`*` multiplies entry by entry. Dot products of rows are wanted: `@`.",
        ),
    ],
    errors={
        "ValueError": "Print the shapes. X has a row for each observation, W a row for each neuron: "
        "how must W lie for X @ ... to fit?"
    },
    shape="A row for each observation and a column for each neuron.",
)


# correct


def corrected(w: np.ndarray, x: np.ndarray, target: int) -> np.ndarray:
    """Return the weights after one look at x."""
    return w + (target - (w @ x > 0)) * x


def looks() -> list[tuple]:
    """Return weights, an observation that ends in 1, and a target: zero weights first."""
    rng = np.random.default_rng(1957)
    first = [
        (np.zeros(3), np.array([0.0, 1.0, 1.0]), 0),
        (np.zeros(3), np.array([0.0, 1.0, 1.0]), 1),
        (np.array([1.0, 1.0, 1.0]), np.array([1.0, 1.0, 1.0]), 1),
        (np.array([1.0, 1.0, 1.0]), np.array([1.0, 2.0, 1.0]), 0),
        (np.array([1.0, 0.0, -1.0]), np.array([1.0, 2.0, 1.0]), 0),  # the sum is exactly 0
        (np.array([1.0, 0.0, -1.0]), np.array([1.0, 2.0, 1.0]), 1),
    ]
    more = [
        (
            rng.integers(-3, 4, d + 1).astype(float),
            np.append(rng.integers(-3, 4, d).astype(float), 1),
            int(rng.integers(2)),
        )
        for d in (1, 2, 2, 3, 3, 5, 5, 5)
    ]
    return [*first, *more]


CORRECT = Check(
    "correct",
    looks,
    corrected,
    shown_call("correct", "w", "x", digits=4),
    lambda: [look for look in looks() if look[0].size > 1],
    "correct passes: right on {count} observations.",
    mistakes=[
        Mistake(
            "sign",
            lambda w, x, t: 2 * w - corrected(w, x, t),
            "The corrections go the wrong way: if the target is 1 and the answer 0, the sum has to "
            "grow, so x is added.",
        ),
        Mistake(
            "always",
            lambda w, x, t: w + (2 * t - 1) * x,
            "It corrects even where the answer was right. Then the weights stay.",
        ),
        Mistake("never", lambda w, x, t: w, "It never changes the weights."),
        Mistake(
            "ones-only",
            lambda w, x, t: corrected(w, x, t) if t else w,
            "It corrects only if the target is 1. A wrong yes has to be corrected as well.",
        ),
        Mistake(
            "zeros-only",
            lambda w, x, t: w if t else corrected(w, x, t),
            "It corrects only if the target is 0. A wrong no has to be corrected as well.",
        ),
        Mistake(
            "at-least-zero",
            lambda w, x, t: w + (t - (w @ x >= 0)) * x,
            "It goes wrong where the sum is exactly 0. The answer is 1 only if the sum is *more* "
            "than 0.",
        ),
        Mistake(
            "no-threshold",
            lambda w, x, t: w + (t - w @ x) * x,
            "The target is compared with the sum. Compare it with the answer, 0 or 1.",
        ),
        Mistake(
            "without-x",
            lambda w, x, t: w + (t - (w @ x > 0)),
            "The error is added to every weight. It is the observation that is added, or "
            "subtracted.",
        ),
        Mistake(
            "x-instead",
            lambda w, x, t: (t - (w @ x > 0)) * x,
            "This is the change alone; the old weights are lost.",
        ),
    ],
    shape="As many weights come out as go in; the last of them is the bias.",
)


def check_matrix_of(function: Callable, *, seconds: float = SECONDS) -> Passed:
    """Check a function ``matrix_of(move)``.

    It is to return the 2×2 matrix of a linear map of the plane, given as a function that takes
    a vector of two entries to another.

    Parameters and errors are those of a call of a `Check`.

    Used on the page *Assignment: linear transformations*
    (linear-algebra/linear-mappings/assignment-linear-transformations).

    Examples
    --------
    >>> check_matrix_of(lambda move: np.column_stack([move([1, 0]), move([0, 1])]))
    matrix_of passes: right on 10 maps of the plane.
    """
    return MATRIX_OF(function, seconds=seconds)


def check_layer(function: Callable, *, seconds: float = SECONDS) -> Passed:
    """Check a function ``layer(X, W, b)``.

    It is to return the sums of all neurons for all observations, one observation in each row.
    The weights of a neuron are a row of W, and b holds the biases.

    Parameters and errors are those of a call of a `Check`.

    Used on the page *Assignment: linear transformations*
    (linear-algebra/linear-mappings/assignment-linear-transformations).
    """
    return LAYER(function, seconds=seconds)


def check_correct(function: Callable, *, seconds: float = SECONDS) -> Passed:
    """Check a function ``correct(w, x, target)``.

    It is to return the weights after one look at x, whose last entry is 1, by the perceptron
    rule.

    Parameters and errors are those of a call of a `Check`.

    Used on the page *Assignment: linear transformations*
    (linear-algebra/linear-mappings/assignment-linear-transformations).
    """
    return CORRECT(function, seconds=seconds)
