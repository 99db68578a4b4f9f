"""Eigenvalues and eigenvectors of a 2×2 matrix, by the quadratic formula."""

from typing import NamedTuple

import numpy as np

from mlmath.linalg.signs import fix_signs
from mlmath.validation import check_matrix


class Eigen2x2(NamedTuple):
    """Eigenvalues and real eigenvectors of a 2×2 matrix."""

    eigenvalues: np.ndarray
    eigenvectors: np.ndarray


def eigen_2x2(A):
    """Return the eigenvalues and the real eigenvectors of a real 2×2 matrix."""
    A = check_matrix(A, shape=(2, 2)).astype(float)
    (a, b), (c, d) = A
    mean, half = (a + d) / 2, (a - d) / 2
    discriminant = half**2 + b * c
    if discriminant < 0:
        root = 1j * np.sqrt(-discriminant)
        return Eigen2x2(np.array([mean + root, mean - root]), np.empty((2, 0)))
    root = np.sqrt(discriminant)
    eigenvalues = np.array([mean + root, mean - root])
    if b == c == 0:
        vectors = np.eye(2) if a >= d else np.eye(2)[:, ::-1]
        return Eigen2x2(eigenvalues, vectors)
    columns = []
    for value in eigenvalues[: 1 if root == 0 else 2]:
        v = max(np.array([b, value - a]), np.array([value - d, c]), key=np.linalg.norm)
        columns.append(v / np.linalg.norm(v))
    return Eigen2x2(eigenvalues, fix_signs(np.column_stack(columns)))
