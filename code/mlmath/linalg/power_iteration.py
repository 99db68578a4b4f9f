"""The dominant eigenvalue, by power iteration."""

from dataclasses import dataclass

import numpy as np

from mlmath.linalg.convergence import ConvergenceError
from mlmath.linalg.signs import fix_signs
from mlmath.validation import check_matrix, check_vector


@dataclass(frozen=True)
class PowerIteration:
    """The dominant eigenvalue and its eigenvector, with the work and the residual."""

    eigenvalue: float
    eigenvector: np.ndarray
    n_iter: int
    residual: float


def power_iteration(A, x0=None, *, rtol=1e-10, max_iter=1000, random_state=0):
    """Return the eigenvalue of largest magnitude of `A` and its eigenvector."""
    A = check_matrix(A, square=True).astype(float)
    if x0 is None:
        x0 = np.random.default_rng(random_state).standard_normal(len(A))
    x = check_vector(x0, "x0", size=len(A)) / np.linalg.norm(x0)
    for k in range(max_iter + 1):
        Ax = A @ x
        eigenvalue = x @ Ax
        residual = np.linalg.norm(Ax - eigenvalue * x)
        wanted = rtol * np.linalg.norm(Ax)
        result = PowerIteration(
            float(eigenvalue), fix_signs(x[:, None])[:, 0], k, float(residual)
        )
        if residual <= wanted:
            return result
        x = Ax / np.linalg.norm(Ax)
    raise ConvergenceError("power_iteration", result, wanted)
