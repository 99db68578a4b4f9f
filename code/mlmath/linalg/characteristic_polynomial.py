"""The characteristic polynomial, by the Faddeev–LeVerrier recursion."""

import numpy as np

from mlmath.validation import check_matrix


def characteristic_polynomial(A):
    """Return the coefficients of det(λI − A), highest power first."""
    A = check_matrix(A, square=True).astype(object)
    n = len(A)
    identity = np.eye(n, dtype=int).astype(object)
    coefficients = [1]
    M = identity
    for k in range(1, n + 1):
        AM = A @ M
        trace = np.trace(AM)
        coefficients.append(-trace // k if isinstance(trace, int) else -trace / k)
        M = AM + coefficients[-1] * identity
    return np.array(coefficients)
