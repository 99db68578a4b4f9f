"""Checks of arguments.

Each check returns the argument in a form that is ready for use, or raises an error that
names the argument and says what was found and what was wanted. No check changes its
argument, and none returns it: arrays are copied.
"""

from __future__ import annotations

import numbers
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray


def check_array(values: ArrayLike, name: str, *, allow_complex: bool = False) -> NDArray:
    """Return a new array of finite numbers: int64, float64 or, where allowed, complex128.

    Parameters
    ----------
    values : array_like
        Booleans and integers become int64, all other real numbers float64.
    name : str
        What the caller calls this argument; the errors say it.
    allow_complex : bool
        Whether complex numbers make sense here.

    Raises
    ------
    TypeError
        If `values` are not numbers, or are complex where only real numbers make sense.
    ValueError
        If rows differ in length, if an entry is NaN or infinite, or if an integer does not
        fit into 64 bits.

    Examples
    --------
    >>> check_array([1, 2.5], "x")
    array([1. , 2.5])
    >>> check_array([1, float("nan")], "x")
    Traceback (most recent call last):
    ...
    ValueError: x must be finite; found nan at index 1
    """
    try:
        array = np.asarray(values)
    except ValueError:
        raise ValueError(f"{name} must be an array; found rows of different lengths") from None
    kind = array.dtype.kind
    if kind == "u" and array.size and array.max() > np.iinfo(np.int64).max:
        raise ValueError(f"{name} must fit into 64-bit integers; found {array.max()}")
    if kind in "biu":
        return array.astype(np.int64)
    if kind == "c" and not allow_complex:
        raise TypeError(f"{name} must be real; found complex numbers")
    if kind not in "fc":
        raise TypeError(f"{name} must hold numbers; found entries of type {array.dtype}")
    array = array.astype(np.complex128 if kind == "c" else np.float64)
    if not np.isfinite(array).all():
        where = tuple(np.argwhere(~np.isfinite(array))[0].tolist())
        index = where[0] if len(where) == 1 else where
        raise ValueError(f"{name} must be finite; found {array[where]} at index {index}")
    return array


def check_matrix(
    A: ArrayLike,
    name: str = "A",
    *,
    square: bool = False,
    shape: tuple[int, int] | None = None,
    largest: float = np.inf,
    allow_complex: bool = False,
) -> NDArray:
    """Return `A` as a new two-dimensional array of finite numbers.

    The shape can be asked for exactly, or only to be square. No entry may be of a magnitude
    above `largest`.

    Examples
    --------
    >>> check_matrix([[1, 2, 3], [4, 5, 6]], square=True)
    Traceback (most recent call last):
    ...
    ValueError: A must be a square matrix; found shape (2, 3)
    """
    A = check_array(A, name, allow_complex=allow_complex)
    if shape is not None and A.shape != shape:
        raise ValueError(f"{name} must be a matrix of shape {shape}; found shape {A.shape}")
    if A.ndim != 2 or (square and A.shape[0] != A.shape[1]):
        wanted = "a square matrix" if square else "a matrix (two-dimensional)"
        raise ValueError(f"{name} must be {wanted}; found shape {A.shape}")
    size = np.abs(A).max(initial=0)
    if size > largest:
        raise ValueError(f"{name} must have no entry above {largest:g}; found {size:g}")
    return A


def check_vector(
    x: ArrayLike, name: str = "x", *, size: int | None = None, allow_complex: bool = False
) -> NDArray:
    """Return `x` as a new one-dimensional array of finite numbers.

    Examples
    --------
    >>> check_vector([1, 2, 3], size=2)
    Traceback (most recent call last):
    ...
    ValueError: x must be a vector of length 2; found shape (3,)
    """
    x = check_array(x, name, allow_complex=allow_complex)
    if x.ndim != 1 or (size is not None and x.size != size):
        wanted = "a vector" if size is None else f"a vector of length {size}"
        raise ValueError(f"{name} must be {wanted}; found shape {x.shape}")
    return x


def check_integer(value: int, name: str, *, minimum: int) -> int:
    """Return `value` as an `int` that is at least `minimum`.

    Examples
    --------
    >>> check_integer(0, "max_iter", minimum=1)
    Traceback (most recent call last):
    ...
    ValueError: max_iter must be at least 1; found 0
    """
    if not isinstance(value, numbers.Integral) or isinstance(value, bool):
        raise TypeError(f"{name} must be an integer; found {value!r}")
    if value < minimum:
        raise ValueError(f"{name} must be at least {minimum}; found {value}")
    return int(value)


def check_number(
    value: float, name: str, *, minimum: float = -np.inf, maximum: float = np.inf
) -> float:
    """Return `value` as a finite `float` between `minimum` and `maximum`, ends included.

    Examples
    --------
    >>> check_number(1.5, "damping", minimum=0, maximum=1)
    Traceback (most recent call last):
    ...
    ValueError: damping must be between 0 and 1; found 1.5
    """
    if not isinstance(value, numbers.Real) or isinstance(value, bool):
        raise TypeError(f"{name} must be a real number; found {value!r}")
    if not (np.isfinite(value) and minimum <= value <= maximum):
        if np.isinf(minimum) and np.isinf(maximum):
            wanted = "finite"
        elif np.isinf(maximum):
            wanted = f"finite and at least {minimum}"
        else:
            wanted = f"between {minimum} and {maximum}"
        raise ValueError(f"{name} must be {wanted}; found {value}")
    return float(value)
