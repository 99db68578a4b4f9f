"""The numbers that a figure is given: checked, and as plain tuples, which are JSON."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import traitlets

from mlmath.validation import check_matrix, check_vector


def matrix_of(
    value: Any, name: str, largest: float, shape: tuple[int, int] | None = None
) -> tuple[tuple[float, ...], ...]:
    """Return a matrix as tuples, whole numbers as integers.

    Examples
    --------
    >>> matrix_of([[1.0, 2.5], [0, 3]], "matrix", largest=100)
    ((1, 2.5), (0, 3))
    """
    try:
        array = check_matrix(value, name, shape=shape)
    except (TypeError, ValueError) as error:
        raise traitlets.TraitError(str(error)) from error
    return _bounded(array, name, largest)


def vector_of(
    value: Any, name: str, largest: float, size: int | None = None
) -> tuple[float, ...]:
    """Return a vector as a tuple, whole numbers as integers.

    Examples
    --------
    >>> vector_of([1, 200], "x", largest=100)
    Traceback (most recent call last):
    ...
    traitlets.traitlets.TraitError: x must have entries from -100 to 100; found [1, 200]
    """
    try:
        array = check_vector(value, name, size=size)
    except (TypeError, ValueError) as error:
        raise traitlets.TraitError(str(error)) from error
    return _bounded(array, name, largest)


def limit_of(value: float, least: float, largest: float) -> float:
    """Return how far a picture reaches from its middle.

    Examples
    --------
    >>> limit_of(0, 0.5, 100)
    Traceback (most recent call last):
    ...
    traitlets.traitlets.TraitError: limit must be from 0.5 to 100; found 0
    """
    if not least <= value <= largest:
        raise traitlets.TraitError(f"limit must be from {least} to {largest}; found {value!r}")
    return value


def presets_of(
    value: Any, usual: Mapping[str, Any], read: Callable[[Any, str], Any]
) -> tuple[tuple[str, Any], ...]:
    """Return what the reader can choose from as pairs: a name, and what `read` makes of a preset.

    True stands for the usual presets, False for none; `read` also takes the name for errors.

    Examples
    --------
    >>> presets_of({"one": [1, 0]}, {}, lambda v, name: vector_of(v, name, largest=100))
    (('one', (1, 0)),)
    """
    if isinstance(value, bool):
        value = usual if value else {}
    pairs = value.items() if isinstance(value, Mapping) else value
    return tuple((name, read(preset, f"presets[{name!r}]")) for name, preset in pairs)


def _bounded(array: np.ndarray, name: str, largest: float) -> Any:
    if np.abs(array).max(initial=0) > largest:
        raise traitlets.TraitError(
            f"{name} must have entries from -{largest} to {largest}; found {array.tolist()}"
        )
    return _tuples(array.tolist())


def _tuples(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(_tuples(part) for part in value)
    return int(value) if value == int(value) else value
