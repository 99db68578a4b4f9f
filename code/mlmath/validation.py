"""Checks of arguments, with errors that name the argument, what was found and what was wanted."""

import numpy as np


def check_array(values, name, *, allow_complex=False):
    """Return `values` as an array of finite numbers, or raise an error that names `name`.

    Integers and booleans become integers, everything else float64 (or complex128).

    Raises
    ------
    TypeError
        If `values` is not numeric, or is complex where only real numbers make sense.
    ValueError
        If `values` is ragged or holds NaN or infinity.
    """
    try:
        array = np.asarray(values)
    except ValueError as error:
        raise ValueError(
            f"{name} must be an array of numbers; its rows differ in length"
        ) from error
    if array.size == 0:
        array = array.astype(float)
    if array.dtype.kind in "bui":
        return array.astype(np.int64)
    if array.dtype.kind == "c":
        if not allow_complex:
            raise TypeError(f"{name} must be real; found complex entries")
        array = array.astype(np.complex128)
    elif array.dtype.kind == "f":
        array = array.astype(np.float64)
    else:
        raise TypeError(f"{name} must hold numbers; found dtype {array.dtype}")
    if not np.isfinite(array).all():
        raise ValueError(f"{name} must be finite; found NaN or infinity")
    return array


def check_matrix(A, name="A", *, square=False, shape=None, allow_complex=False):
    """Return `A` as a two-dimensional array of finite numbers."""
    A = check_array(A, name, allow_complex=allow_complex)
    wanted = None
    if shape is not None and A.shape != shape:
        wanted = f"a matrix of shape {shape}"
    elif A.ndim != 2:
        wanted = "a matrix (a two-dimensional array)"
    elif square and A.shape[0] != A.shape[1]:
        wanted = "a square matrix"
    if wanted:
        raise ValueError(f"{name} must be {wanted}; found shape {A.shape}")
    return A


def check_vector(x, name="x", *, size=None, allow_complex=False):
    """Return `x` as a one-dimensional array of finite numbers."""
    x = check_array(x, name, allow_complex=allow_complex)
    if x.ndim != 1 or (size is not None and x.size != size):
        length = "" if size is None else f" of length {size}"
        raise ValueError(f"{name} must be a vector{length}; found shape {x.shape}")
    return x
