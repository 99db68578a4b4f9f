"""The error of an iteration that came to its limit before it settled."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mlmath.linalg.readable import IterationResult


class ConvergenceError(RuntimeError):
    """An iteration came to its limit before its residual was as small as wanted.

    Attributes
    ----------
    result
        What the iteration would have returned had it settled: the last values, the number of
        iterations and the residual.

    Examples
    --------
    A quarter turn has no real eigenvector, so its power iteration goes round for ever:

    >>> from mlmath.linalg import power_iteration
    >>> try:
    ...     power_iteration([[0, -1], [1, 0]], x0=[1, 0], max_iter=50)
    ... except ConvergenceError as error:
    ...     print(error)
    ...     print(error.result.n_iter)
    power_iteration did not converge: residual 1 after 50 iterations, wanted at most 1e-10
    50
    """

    def __init__(self, message: str, result: IterationResult | None = None) -> None:
        super().__init__(message)
        self.result = result

    @classmethod
    def after(cls, name: str, result: IterationResult, wanted: float) -> ConvergenceError:
        """Return the error of the function `name` that wanted its residual this small."""
        return cls(
            f"{name} did not converge: residual {result.residual:.4g} after {result.n_iter} "
            f"iterations, wanted at most {wanted:.4g}",
            result,
        )
