"""Applying a map again and again."""

import numpy as np

from mlmath.validation import check_matrix, check_vector


def iterate(A, x, n):
    """Return x, Ax, A²x, …, Aⁿx as the rows of an array of shape (n + 1, d)."""
    A = check_matrix(A, square=True, allow_complex=True)
    x = check_vector(x, size=len(A), allow_complex=True)
    points = [x]
    for _ in range(n):
        points.append(A @ points[-1])
    return np.array(points)
