"""A wrong argument must be refused with its name, what was found and what was wanted."""

import numpy as np
import pytest
from mlmath.validation import (
    check_array,
    check_integer,
    check_matrix,
    check_number,
    check_vector,
)


@pytest.mark.parametrize(
    ("values", "error", "message"),
    [
        ([1, np.nan], ValueError, "A must be finite; found nan at index 1"),
        ([[1, 2], [np.inf, 4]], ValueError, "A must be finite; found inf at index (1, 0)"),
        ([[1, 2], [3]], ValueError, "A must be an array; found rows of different lengths"),
        ([1, 1j], TypeError, "A must be real; found complex numbers"),
        (["one"], TypeError, "A must hold numbers; found entries of type <U3"),
        (None, TypeError, "A must hold numbers; found entries of type object"),
        ([10**30], TypeError, "A must hold numbers; found entries of type object"),
        (
            np.array([2**63], dtype=np.uint64),
            ValueError,
            "A must fit into 64-bit integers; found 9223372036854775808",
        ),
    ],
)
def test_what_is_no_array_of_finite_numbers_is_refused(values, error, message):
    with pytest.raises(error) as caught:
        check_array(values, "A")
    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("values", "dtype"),
    [
        ([1, 2], np.int64),
        ([True, False], np.int64),
        (np.array([1, 2], dtype=np.uint8), np.int64),
        (np.array([1, 2], dtype=np.float32), np.float64),
        ([], np.float64),
    ],
)
def test_numbers_become_64_bits_wide(values, dtype):
    assert check_array(values, "A").dtype == dtype


def test_complex_numbers_pass_where_they_make_sense():
    assert check_array([1j], "A", allow_complex=True).dtype == np.complex128


def test_the_array_is_a_copy_so_that_no_function_can_change_its_argument():
    A = np.eye(2)
    check_matrix(A)[0, 0] = 5
    assert A[0, 0] == 1


@pytest.mark.parametrize(
    ("A", "wanted", "message"),
    [
        ([1, 2], {}, "A must be a matrix (two-dimensional); found shape (2,)"),
        ([1, 2], {"square": True}, "A must be a square matrix; found shape (2,)"),
        ([[1, 2]], {"square": True}, "A must be a square matrix; found shape (1, 2)"),
        ([[1, 2]], {"shape": (2, 2)}, "A must be a matrix of shape (2, 2); found shape (1, 2)"),
        ([[-1e308]], {"largest": 1e300}, "A must have no entry above 1e+300; found 1e+308"),
    ],
)
def test_a_matrix_of_the_wrong_shape_or_size_is_refused(A, wanted, message):
    with pytest.raises(ValueError) as caught:
        check_matrix(A, **wanted)
    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("x", "size", "message"),
    [
        ([[1, 2]], None, "x must be a vector; found shape (1, 2)"),
        (3, None, "x must be a vector; found shape ()"),
        ([1, 2], 3, "x must be a vector of length 3; found shape (2,)"),
    ],
)
def test_a_vector_of_the_wrong_length_is_refused(x, size, message):
    with pytest.raises(ValueError) as caught:
        check_vector(x, size=size)
    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("value", "error", "message"),
    [
        (-1, ValueError, "n must be at least 0; found -1"),
        (1.0, TypeError, "n must be an integer; found 1.0"),
        (True, TypeError, "n must be an integer; found True"),
        ("1", TypeError, "n must be an integer; found '1'"),
    ],
)
def test_what_is_no_count_is_refused(value, error, message):
    with pytest.raises(error) as caught:
        check_integer(value, "n", minimum=0)
    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("value", "limits", "error", "message"),
    [
        (1.5, (0, 1), ValueError, "d must be between 0 and 1; found 1.5"),
        (-1, (0, np.inf), ValueError, "d must be finite and at least 0; found -1"),
        (np.nan, (-np.inf, np.inf), ValueError, "d must be finite; found nan"),
        ("1", (0, 1), TypeError, "d must be a real number; found '1'"),
        (1j, (0, 1), TypeError, "d must be a real number; found 1j"),
    ],
)
def test_a_number_outside_its_limits_is_refused(value, limits, error, message):
    with pytest.raises(error) as caught:
        check_number(value, "d", minimum=limits[0], maximum=limits[1])
    assert str(caught.value) == message


def test_numpy_scalars_are_numbers():
    assert check_integer(np.int32(3), "n", minimum=0) == 3
    assert check_number(np.float32(0.5), "d") == 0.5
