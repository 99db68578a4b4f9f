"""The sign of an eigenvector must not depend on the machine."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from mlmath.linalg import fix_signs

columns = arrays(
    np.float64, st.tuples(st.integers(1, 5), st.integers(1, 4)), elements=st.floats(-9, 9)
)


@given(columns)
def test_columns_are_kept_or_flipped_and_the_largest_entry_is_positive(V):
    fixed = fix_signs(V)
    largest = np.abs(V).max(axis=0)
    for before, after, size in zip(V.T, fixed.T, largest, strict=True):
        assert np.array_equal(after, before) or np.array_equal(after, -before)
        assert after[np.abs(after) >= (1 - 1e-8) * size][0] >= 0


@given(columns)
def test_a_vector_and_its_opposite_get_the_same_sign(V):
    np.testing.assert_array_equal(fix_signs(V), fix_signs(-V))
    np.testing.assert_array_equal(fix_signs(fix_signs(V)), fix_signs(V))


def test_rounding_does_not_choose_between_entries_of_the_same_size():
    a = np.sqrt(0.5)
    larger, smaller = np.nextafter(a, 1), np.nextafter(a, 0)
    assert fix_signs([-a, larger])[0] > 0
    assert fix_signs([-a, smaller])[0] > 0


def test_no_minus_zero_is_left_behind():
    assert not np.signbit(fix_signs([-1.0, 0.0])).any()


def test_zero_columns_integers_and_empty_arrays_pass():
    assert fix_signs([[0, -2], [0, 1]]).tolist() == [[0, 2], [0, -1]]
    assert fix_signs(np.empty((2, 0))).shape == (2, 0)
    assert fix_signs(np.empty((0, 2))).shape == (0, 2)


def test_the_argument_is_not_changed():
    V = np.array([-1.0, 0])
    fix_signs(V)
    assert V[0] == -1


def test_complex_columns_and_stacks_are_refused():
    with pytest.raises(TypeError, match="V must be real; found complex numbers"):
        fix_signs([1j])
    with pytest.raises(ValueError, match=r"found shape \(1, 1, 1\)"):
        fix_signs([[[1]]])
