"""All eigenvalues at once, by the QR algorithm."""

from dataclasses import dataclass

import numpy as np

from mlmath.linalg.convergence import ConvergenceError
from mlmath.linalg.eigen_2x2 import eigen_2x2
from mlmath.validation import check_matrix


@dataclass(frozen=True)
class QRAlgorithm:
    """The eigenvalues, with the work and the residual."""

    eigenvalues: np.ndarray
    n_iter: int
    residual: float


def qr_algorithm(A, *, rtol=1e-10, max_iter=10_000):
    """Return all eigenvalues of a real matrix by the unshifted QR algorithm."""
    A = check_matrix(A, square=True).astype(float)
    size = np.linalg.norm(A)
    for k in range(max_iter + 1):
        blocks, residual = diagonal_blocks(A, rtol * size)
        result = QRAlgorithm(block_eigenvalues(A, blocks), k, residual)
        if residual <= rtol * size:
            return result
        Q, R = np.linalg.qr(A)
        A = R @ Q
    raise ConvergenceError("qr_algorithm", result, rtol * size)


def diagonal_blocks(A, small):
    """Return the starts and sizes of the diagonal blocks, and the largest entry below them."""
    below = np.abs(np.tril(A, -1))
    blocks, start = [], 0
    while start < len(A):
        size = 2 if start + 1 < len(A) and below[start + 1, start] > small else 1
        below[start : start + size, start : start + size] = 0
        blocks.append((start, size))
        start += size
    return blocks, float(below.max(initial=0))


def block_eigenvalues(A, blocks):
    """Return the eigenvalues of the diagonal blocks."""
    values = []
    for start, size in blocks:
        block = A[start : start + size, start : start + size]
        values.extend([block[0, 0]] if size == 1 else eigen_2x2(block).eigenvalues)
    return np.array(values)
