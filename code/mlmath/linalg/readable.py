"""Results as text: four significant digits, the same on every machine."""

from __future__ import annotations

from dataclasses import fields

import numpy as np


def readable(value: object) -> str:
    """Return a number or an array as text; entries that are rounding errors are shown as 0.

    Examples
    --------
    >>> readable(np.array([[0.5, 1e-17], [2 / 3, -1]]))
    '[[0.5, 0], [0.6667, -1]]'
    """
    if not isinstance(value, np.ndarray):
        return f"{value:.4g}" if isinstance(value, float) else str(value)
    negligible = 1e-12 * np.abs(value).max(initial=0)

    def real(x: float) -> str:
        return f"{x if abs(x) > negligible else 0:.4g}"

    def complex_(z: complex) -> str:
        return f"{real(z.real)}{'+' if z.imag > -negligible else '-'}{real(abs(z.imag))}j"

    text = np.array2string(
        value,
        separator=", ",
        threshold=12,
        edgeitems=4,
        formatter={"int_kind": str, "float_kind": real, "complex_kind": complex_},
    )
    return " ".join(text.split())


class IterationResult:
    """Base of the results of iterations, dataclasses: prints their fields briefly.

    A subclass has the fields `n_iter` and `residual`, and marks with ``repr=False`` what is
    too long to be shown.
    """

    n_iter: int
    residual: float

    def __repr__(self) -> str:
        """Return the name and the fields, rounded."""
        values = {field.name: getattr(self, field.name) for field in fields(self) if field.repr}
        texts = {name: readable(value) for name, value in values.items()}
        # The digits of a residual near the rounding error differ between machines.
        texts["residual"] = f"{self.residual:.1e}" if self.residual >= 1e-12 else "<1e-12"
        shown = ", ".join(f"{name}={text}" for name, text in texts.items())
        return f"{type(self).__name__}({shown})"
