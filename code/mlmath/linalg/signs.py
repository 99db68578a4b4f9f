"""One sign convention for eigenvectors and singular vectors."""

import numpy as np

from mlmath.validation import check_matrix


def fix_signs(V):
    """Return `V` with each column flipped so that its entry of largest magnitude is positive."""
    V = check_matrix(V, "V")
    if V.size == 0:
        return V
    largest = np.argmax(np.abs(V), axis=0)
    return V * np.where(V[largest, np.arange(V.shape[1])] < 0, -1, 1)
