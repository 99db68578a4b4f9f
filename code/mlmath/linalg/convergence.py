"""What an iteration hands back: its result, or an error that carries how far it came."""

from __future__ import annotations

from dataclasses import fields

import numpy as np


class IterationResult:
    """Base of the results of iterations: a dataclass that prints itself briefly.

    A subclass has at least the fields `n_iter` and `residual`. Numbers are shown to four
    significant digits and rounding errors as 0, so that the same computation prints the same
    text on every machine.
    """

    def __repr__(self) -> str:
        """Return the fields that are marked to be shown, rounded."""
        shown = [
            f"{field.name}={readable(field.name, getattr(self, field.name))}"
            for field in fields(self)
            if field.repr
        ]
        return f"{type(self).__name__}({', '.join(shown)})"


def readable(name: str, value: object) -> str:
    """Return a number or an array as text, to four significant digits."""
    if name == "residual":
        return f"{value:.1e}" if value >= 1e-12 else "<1e-12"
    if not isinstance(value, np.ndarray):
        return f"{value:.4g}" if isinstance(value, float) else str(value)
    size = np.abs(value).max(initial=0)
    with np.printoptions(threshold=12, edgeitems=4, linewidth=1000):
        return np.array2string(
            value,
            separator=", ",
            formatter={
                "float_kind": lambda x: f"{x if abs(x) > 1e-12 * size else 0:.4g}",
                "complex_kind": lambda z: f"{z:.4g}",
            },
        )


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
