"""The dominant eigenvalue, by power iteration."""

from __future__ import annotations

from dataclasses import dataclass
from math import hypot
from typing import TYPE_CHECKING

import numpy as np

from mlmath.linalg.convergence import ConvergenceError
from mlmath.linalg.readable import IterationResult
from mlmath.linalg.signs import fix_signs
from mlmath.validation import check_integer, check_matrix, check_number, check_vector

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray


@dataclass(frozen=True, eq=False, repr=False)
class PowerIteration(IterationResult):
    """What `power_iteration` returns.

    Attributes
    ----------
    eigenvalue : float
        The eigenvalue of largest magnitude.
    eigenvector : ndarray of shape (n,)
        Its unit eigenvector **v**, with the sign of `fix_signs`.
    n_iter : int
        How often A was applied after the first look.
    residual : float
        ‖A**v** − λ**v**‖ / ‖A**v**‖, the sine of the angle between **v** and A**v**.
    """

    eigenvalue: float
    eigenvector: NDArray
    n_iter: int
    residual: float


def power_iteration(
    A: ArrayLike,
    x0: ArrayLike | None = None,
    *,
    rtol: float = 1e-10,
    max_iter: int = 1000,
    random_state: int | np.random.Generator | None = 0,
) -> PowerIteration:
    """Return the eigenvalue of largest magnitude and its eigenvector.

    **x** is replaced by A**x**, rescaled to length 1, until it stays on its line. Each step
    shrinks the error by the factor |λ₂/λ₁|. If the magnitudes are equal, as for a rotation
    or a mirror, **x** never settles; if A is defective, too slowly.

    Parameters
    ----------
    A : array_like of shape (n, n)
        Real square matrix with at least one row.
    x0 : array_like of shape (n,), optional
        Where to start, not zero; by default at random. An `x0` without a component along the
        eigenvector looked for leads to another one.
    rtol : float
        Settled means ‖A**x** − λ**x**‖ ≤ rtol ‖A**x**‖.
    max_iter : int
        The largest number of steps.
    random_state : int or numpy.random.Generator
        Seed of the random start.

    Returns
    -------
    PowerIteration
        `eigenvalue`, `eigenvector`, `n_iter` and `residual`, ‖A**x** − λ**x**‖ / ‖A**x**‖.

    Raises
    ------
    ConvergenceError
        If **x** has not settled after `max_iter` steps.

    References
    ----------
    .. [1] G. H. Golub and C. F. Van Loan, *Matrix Computations*, 4th edition, Johns Hopkins
       University Press, 2013, section 7.3.1.

    Derived on the page *Calculating eigenvectors*
    (linear-algebra/eigenvectors/calculating-eigenvectors).

    Examples
    --------
    >>> power_iteration([[2, 1], [1, 2]])
    PowerIteration(eigenvalue=3, eigenvector=[0.7071, 0.7071], n_iter=24, residual=9.5e-11)
    """
    A = check_matrix(A, square=True, largest=1e300).astype(float)
    rtol = check_number(rtol, "rtol", minimum=0)
    max_iter = check_integer(max_iter, "max_iter", minimum=1)
    x = unit_start(x0, len(A), random_state)
    for n_iter in range(max_iter + 1):
        Ax = A @ x
        length = hypot(*Ax)
        y = Ax / (length or 1)  # Ax = 0 makes y = 0, and x an eigenvector with λ = 0
        cosine = x @ y
        residual = hypot(*(y - cosine * x))
        result = PowerIteration(float(length * cosine), fix_signs(x), n_iter, residual)
        if residual <= rtol:
            return result
        x = y
    raise ConvergenceError.after("power_iteration", result, rtol)


def unit_start(
    x0: ArrayLike | None, n: int, random_state: int | np.random.Generator | None
) -> NDArray:
    """Return the start vector, rescaled to length 1."""
    if n == 0:
        raise ValueError("A must have at least one row; found shape (0, 0)")
    if x0 is None:
        x0 = np.random.default_rng(random_state).standard_normal(n)
    x = check_vector(x0, "x0", size=n).astype(float)
    if not x.any():
        raise ValueError("x0 must not be zero; no power of A moves it")
    x /= np.abs(x).max()  # first, so that the length of very long and short x0 is a float
    return x / hypot(*x)
