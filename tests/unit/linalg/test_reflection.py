"""A reflection does what a mirror does."""

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from mlmath.linalg import is_orthogonal, reflection

normals = arrays(float, st.integers(1, 6), elements=st.floats(-10, 10, allow_subnormal=False))


@given(normals)
def test_the_normal_turns_round_and_the_mirror_stays(n):
    assume(n.any())
    H = reflection(n)
    unit = n / np.abs(n).max()
    assert np.allclose(H @ unit, -unit, atol=1e-14)
    across = np.eye(n.size) - np.outer(unit, unit) / (unit @ unit)  # its columns: the mirror
    assert np.allclose(H @ across, across, atol=1e-14)
    assert np.array_equal(H, H.T) and is_orthogonal(H, atol=1e-14)
    assert np.isclose(np.linalg.det(H), -1)


@given(normals, st.sampled_from([-3.0, 1e-280, 1e280]))
def test_length_and_sign_of_the_normal_do_not_matter(n, factor):
    assume(np.abs(n).max() > 1e-20)
    assert np.allclose(reflection(factor * n), reflection(n), rtol=0, atol=1e-14)


@pytest.mark.parametrize("scale", [5e-324, 1e-300, 1, 1e300])
def test_very_long_and_very_short_normals(scale):
    assert np.array_equal(reflection([0, scale]), [[1, 0], [0, -1]])


def test_one_row_and_integers():
    n = np.array([3])
    assert np.array_equal(reflection(n), [[-1]]) and n[0] == 3
    assert np.allclose(
        reflection([1, 2, 2]), np.eye(3) - 2 / 9 * np.outer([1, 2, 2], [1, 2, 2])
    )


@pytest.mark.parametrize("normal", [[], [0, 0]])
def test_a_normal_must_point_somewhere(normal):
    with pytest.raises(ValueError, match="normal must not be zero"):
        reflection(normal)


def test_complex_normals_are_refused():
    with pytest.raises(TypeError, match="normal must be real"):
        reflection([1j, 1])
