"""Checks for the assignment on linear transformations: matrix_of, layer and correct."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import numpy as np

from mlmath.practice.checking import SECONDS, Check, Mistake, Passed, shown_call
from mlmath.practice.row_steps import casting_errors, whole_numbers

# matrix_of


class Move:
    """A linear map of the plane that can be called and shown as code."""

    def __init__(self, a: float, b: float, c: float, d: float):
        self.matrix = np.array([[a, b], [c, d]], dtype=float)

    def __call__(self, x: np.ndarray) -> np.ndarray:
        """Return the image of x, a single vector."""
        x = np.asarray(x, dtype=float)
        if x.shape != (2,):
            raise ValueError(
                f"move takes a vector of two numbers, not an array of shape {x.shape}"
            )
        return self.matrix @ x

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
        Mistake(
            "negated",
            lambda move: -move.matrix,
            "These are the images of (-1, 0) and (0, -1).",
        ),
        Mistake(
            "diagonal-only",
            lambda move: move.matrix * np.eye(2),
            "Only one number of each image has been kept. An image is a whole column.",
        ),
        *(
            Mistake(
                "whole-numbers",
                result,
                "The entries have become whole numbers. An array made with dtype=int, or by "
                "np.array([[0, 0], ...]), cannot hold 1/2; np.zeros((2, 2)) can.",
            )
            for result in (
                lambda move: np.trunc(move.matrix),
                lambda move: np.trunc(move.matrix.T),
            )
        ),
    ],
    errors=dict.fromkeys(
        ("TypeError", "ValueError"),
        "move is a function that takes one vector at a time: call it, move([1, 0]).",
    ),
    shape="A matrix with two rows and two columns.",
    otherwise="Print move([1, 0]) and move([0, 1]). Where do these numbers belong?",
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
    ] + [
        (np.array([[0, 1], [1, 1]]), np.array([[1, 1], [-1, 2]]), np.array([-0.5, 1.5])),
        (np.array([[5.1, 1.8], [0.25, -1]]), np.array([[0.5, 1]]), np.array([0.75])),
    ]


def square_layers() -> list[tuple]:
    """Return layers with as many observations as measurements and neurons."""
    rng = np.random.default_rng(1969)
    return [
        (
            rng.integers(-3, 4, (3, 3)).astype(float),
            rng.integers(-3, 4, (3, 3)).astype(float),
            np.array([1.5, 2.0, 4.0]),
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
        *(
            Mistake(
                "threshold",
                result,
                "Something has been done to the sums. Here the sums themselves are wanted.",
            )
            for result in (
                lambda X, W, b: np.maximum(X @ W.T + b, 0),
                lambda X, W, b: np.sign(X @ W.T + b),
                lambda X, W, b: 1 / (1 + np.exp(-(X @ W.T + b))),
                lambda X, W, b: np.tanh(X @ W.T + b),
            )
        ),
        *(
            Mistake(
                "bias-too-early",
                result,
                "The biases are added before the product, and multiplied with it. They come last: "
                "where do the brackets stand?",
            )
            for result in (
                lambda X, W, b: X @ (W.T + b),
                lambda X, W, b: (X + b) @ W.T,
            )
        ),
        *(
            Mistake(
                "one-bias",
                result,
                "The same number has been added everywhere. Each neuron has a bias of its own.",
            )
            for result in (
                lambda X, W, b: X @ W.T + b.sum(),
                lambda X, W, b: X @ W.T + b[0],
                lambda X, W, b: X @ W.T + b[-1],
            )
        ),
        Mistake(
            "whole-numbers",
            lambda X, W, b: np.trunc(X @ W.T + b),
            "The sums have become whole numbers. An array made with dtype=int, or by astype(int), "
            "cannot hold 1/2.",
        ),
        Mistake(
            "means",
            lambda X, W, b: X @ W.T / X.shape[1] + b,
            "The sums have been divided by the number of measurements.",
        ),
    ],
    patterns=[whole_numbers("X")],
    errors={
        "ValueError": "Print the shapes. X has a row for each observation, W a row for each neuron: "
        "how must W lie for X @ ... to fit?",
        "IndexError": "There are X.shape[0] observations, X.shape[1] measurements of each, and "
        "W.shape[0] neurons. b has one number for each neuron.",
        **casting_errors("X"),
    },
    shape="A row for each observation and a column for each neuron.",
    otherwise="Work out the first number by hand: first row of X, first row of W, first bias.",
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
        (np.array([-9.0, 0.0, 0.0]), np.array([1.0, 2.0, 1.0]), 1),  # one look is not enough
        (np.array([0.5, -1.25, 1.0]), np.array([1.4, 0.2, 1.0]), 0),
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


def short_step(w: np.ndarray, x: np.ndarray, target: int, step: float) -> np.ndarray:
    """Add or subtract a multiple of x."""
    return w + step * (corrected(w, x, target) - w)


def until_right(w: np.ndarray, x: np.ndarray, target: int) -> np.ndarray:
    """Correct until the answer is right."""
    while (w @ x > 0) != target:
        w = corrected(w, x, target)
    return w


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
        Mistake(
            "bias-left",
            lambda w, x, t: np.append(corrected(w, x, t)[:-1], w[-1]),
            "The last weight, the bias, has not been corrected. x ends in a 1, so it needs no rule "
            "of its own.",
        ),
        Mistake(
            "bias-not-asked",
            lambda w, x, t: w + (t - (w[:-1] @ x[:-1] > 0)) * x,
            "The bias does not count in your answer. It is the last weight, and x ends in a 1: take "
            "the dot product of all.",
        ),
        *(
            Mistake(
                "step",
                partial(short_step, step=step),
                "The direction is right, the length of the step is not. x is added or subtracted "
                "as it is.",
            )
            for step in (0.1, 0.01, 0.5, 2)
        ),
        *(
            Mistake(
                "minus-one",
                result,
                "Your neuron answers -1, or 0 and -1 and 1. It should answer 1 if the sum is more "
                "than 0, and 0 otherwise.",
            )
            for result in (
                lambda w, x, t: w + (t - (1 if w @ x > 0 else -1)) * x,
                lambda w, x, t: w + (t - np.sign(w @ x)) * x,
            )
        ),
        Mistake(
            "entry-by-entry",
            lambda w, x, t: w + (t - (w * x > 0)) * x,
            "There is an answer for each entry. The neuron answers once, to the sum w @ x.",
        ),
        Mistake(
            "weights-added",
            lambda w, x, t: w + (t - (w @ x > 0)) * w,
            "A multiple of the weights has been added. It is the observation that is added, or "
            "subtracted.",
        ),
        Mistake(
            "until-right",
            until_right,
            "It corrects again and again until the answer is right. One look makes one correction.",
        ),
        Mistake(
            "whole-numbers",
            lambda w, x, t: np.trunc(corrected(w, x, t)),
            "The weights have become whole numbers. An array made with dtype=int cannot hold 1/2.",
        ),
    ],
    errors={
        "TypeError": "NumPy does not subtract True and False from each other. int(w @ x > 0) is 0 "
        "or 1.",
        "ValueError": "The neuron has one answer to x, not one for each entry: w @ x is one number.",
    },
    shape="As many weights come out as go in; the last of them is the bias.",
    otherwise="By hand: what is w @ x, so what is the answer, and is it the target?",
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
