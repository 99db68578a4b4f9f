"""Measure the package's linear algebra against NumPy and SciPy: time and error.

For each function and each size both are given the same matrix and judged by the same error,
relative to the data. The plain QR algorithm, which takes a step for every digit, is asked for
small matrices alone. Prints a table in Markdown.

    python benchmarks/linear_algebra.py [--largest 1000]
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import scipy.linalg
from mlmath import linalg
from numpy.linalg import norm

SIZES = (10, 100, 1000)


@dataclass(frozen=True)
class Task:
    """What is computed, by whom, and how wrong a result is."""

    name: str
    data: Callable[[np.random.Generator, int], tuple]
    ours: Callable[..., Any]
    theirs: Callable[..., Any]
    error: Callable[..., float]
    largest: int = 1000


def system(rng: np.random.Generator, n: int) -> tuple:
    """Return a matrix and a right-hand side."""
    return rng.normal(size=(n, n)), rng.normal(size=n)


def square(rng: np.random.Generator, n: int) -> tuple:
    """Return a matrix."""
    return (rng.normal(size=(n, n)),)


def half_rank(rng: np.random.Generator, n: int) -> tuple:
    """Return a matrix whose rank is half of its size."""
    return (rng.normal(size=(n, n // 2)) @ rng.normal(size=(n // 2, n)),)


def symmetric(rng: np.random.Generator, n: int) -> tuple:
    """Return a symmetric matrix with the eigenvalues 1, 1/2, 1/3 and so on."""
    Q, _ = np.linalg.qr(rng.normal(size=(n, n)))
    A = (Q / np.arange(1, n + 1)) @ Q.T
    return ((A + A.T) / 2,)


def chances(rng: np.random.Generator, n: int) -> tuple:
    """Return a matrix whose columns are positive and add up to 1."""
    P = rng.random((n, n)) + 0.01
    return (P / P.sum(axis=0),)


def steady_eigenvector(P: np.ndarray) -> np.ndarray:
    """Return the eigenvector of the eigenvalue nearest to 1, scaled to add up to 1."""
    values, vectors = np.linalg.eig(P)
    v = np.real(vectors[:, np.abs(values - 1).argmin()])
    return v / v.sum()


def orthogonality(A: np.ndarray, Q: np.ndarray, R: np.ndarray) -> float:
    """Return the larger of what Q lacks to be orthonormal and what QR lacks to be A."""
    return max(norm(Q.T @ Q - np.eye(Q.shape[1]), 2), norm(Q @ R - A) / norm(A))


TASKS = (
    Task(
        "solve",
        system,
        linalg.solve,
        np.linalg.solve,
        lambda x, A, b: norm(A @ x - b) / (norm(A) * norm(x)),
    ),
    Task(
        "inverse",
        square,
        linalg.inverse,
        np.linalg.inv,
        lambda X, A: norm(A @ X - np.eye(len(A))) / (norm(A) * norm(X)),
    ),
    Task(
        "determinant",
        lambda rng, n: (rng.normal(size=(n, n)) / np.sqrt(n / np.e),),
        linalg.determinant,
        np.linalg.det,
        lambda d, A: abs(1 - d / (s := np.linalg.slogdet(A))[0] / np.exp(s[1])),
    ),
    Task(
        "rank",
        half_rank,
        linalg.rank,
        np.linalg.matrix_rank,
        lambda r, A: float(abs(r - len(A) // 2)),
    ),
    Task(
        "null_space",
        half_rank,
        linalg.null_space,
        scipy.linalg.null_space,
        lambda N, A: norm(A @ N) / (norm(A) * norm(N)),
    ),
    Task(
        "qr",
        square,
        lambda A: tuple(linalg.qr(A)),
        lambda A: tuple(np.linalg.qr(A)),
        lambda QR, A: orthogonality(A, *QR),
    ),
    Task(
        "power_iteration",
        symmetric,
        lambda A: linalg.power_iteration(A).eigenvalue,
        lambda A: scipy.linalg.eigh(A, subset_by_index=[len(A) - 1] * 2)[0][0],
        lambda value, A: abs(value - 1),
    ),
    Task(
        "qr_algorithm",
        symmetric,
        lambda A: linalg.qr_algorithm(A).eigenvalues,
        np.linalg.eigvalsh,
        lambda values, A: norm(np.sort(np.real(values)) - 1 / np.arange(len(A), 0, -1), np.inf),
        largest=10,
    ),
    Task(
        "stationary_distribution",
        chances,
        linalg.stationary_distribution,
        steady_eigenvector,
        lambda p, P: float(np.abs(P @ p - p).sum()),
    ),
)


def measure(function: Callable, data: tuple) -> tuple[float, Any]:
    """Return the shortest of a few times, in seconds, and the result."""
    times = []
    while not times or (sum(times) < 0.5 and len(times) < 5):
        start = time.perf_counter()
        result = function(*data)
        times.append(time.perf_counter() - start)
    return min(times), result


def rows(largest: int) -> list[str]:
    """Return the lines of the table."""
    lines = []
    for task in TASKS:
        for n in (n for n in SIZES if n <= min(largest, task.largest)):
            data = task.data(np.random.default_rng(n), n)
            cells = []
            for function in (task.ours, task.theirs):
                seconds, result = measure(function, data)
                cells += [f"{1000 * seconds:.3g} ms", f"{task.error(result, *data):.0e}"]
            lines.append(f"| {task.name} | {n} | {' | '.join(cells)} |")
    return lines


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--largest", type=int, default=SIZES[-1], help="the largest size")
    options = parser.parse_args()
    print("| function | n | mlmath | error | NumPy, SciPy | error |")
    print("|---|--:|--:|--:|--:|--:|")
    print("\n".join(rows(options.largest)))


if __name__ == "__main__":
    main()
