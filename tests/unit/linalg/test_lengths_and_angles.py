"""Lengths, angles and projections, on easy vectors and on those that break the formulas."""

import mpmath
import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from mlmath.linalg import angle, norm, scalar_projection, vector_projection

entries = st.floats(-1e6, 1e6, allow_subnormal=False)
pairs = st.integers(1, 6).flatmap(
    lambda n: st.tuples(
        hnp.arrays(float, n, elements=entries), hnp.arrays(float, n, elements=entries)
    )
)


@given(
    hnp.arrays(float, st.integers(0, 6), elements=entries),
    st.sampled_from([1, 1.5, 2, 7, np.inf]),
)
def test_the_norm_is_that_of_numpy(v, p):
    wanted = np.linalg.norm(v, p) if v.size else 0
    assert norm(v, p) == pytest.approx(wanted, rel=1e-12, abs=1e-40)


@given(pairs, st.sampled_from([1, 1.5, 2, 3, np.inf]))
def test_the_detour_is_never_shorter(uv, p):
    u, v = uv
    assert norm(u + v, p) <= (norm(u, p) + norm(v, p)) * (1 + 1e-12)


@given(pairs)
def test_the_three_norms_are_in_order(uv):
    u = uv[0]
    sizes = [norm(u, np.inf), norm(u, 2), norm(u, 1)]
    assert sizes[0] <= sizes[1] * (1 + 1e-12) and sizes[1] <= sizes[2] * (1 + 1e-12)


@pytest.mark.parametrize("scale", [1e300, 1e200, 1e-200, 1e-300])
@pytest.mark.parametrize("p", [1, 2, 3, np.inf])
def test_the_unit_of_length_does_not_matter(scale, p):
    assert norm([3 * scale, -4 * scale], p) == pytest.approx(
        scale * norm([3, -4], p), rel=1e-12
    )


def test_the_norm_of_whole_numbers_is_exact_and_zero_has_none():
    assert norm([3, 4]) == 5
    assert norm([2**62, 0]) == 2.0**62
    assert norm([0, 0, 0]) == norm([]) == 0
    assert norm([5e-324]) == 5e-324


@pytest.mark.parametrize("p", [1e3, 1100, 1e6, 1e300])
def test_a_high_power_does_not_make_a_vector_vanish(p):
    assert norm([3, -4], p) == pytest.approx(4, rel=1e-12)
    assert norm([1, 1, 0], p) == pytest.approx(2 ** (1 / p), rel=1e-15)


@pytest.mark.parametrize("p", [0.5, 0, -1, float("nan")])
def test_what_is_no_norm_is_refused(p):
    with pytest.raises(ValueError, match="p must be at least 1; found"):
        norm([1, 1], p)


def test_a_norm_beyond_the_floats_is_an_error():
    with pytest.raises(OverflowError):
        norm([1.7e308, 1.7e308])


@given(pairs)
def test_the_angle_is_that_of_the_cosine_rule(uv):
    u, v = uv
    assume(np.linalg.norm(u) > 1e-6 and np.linalg.norm(v) > 1e-6)
    with mpmath.workdps(60):
        a, b = (mpmath.matrix([mpmath.mpf(float(x)) for x in w]) for w in (u, v))
        dot = mpmath.fsum(x * y for x, y in zip(a, b, strict=True))
        cosine = dot / mpmath.norm(a) / mpmath.norm(b)
        wanted = float(mpmath.acos(max(min(cosine, mpmath.mpf(1)), mpmath.mpf(-1))))
    assert angle(u, v) == pytest.approx(wanted, abs=2e-15, rel=1e-12)


@pytest.mark.parametrize("tiny", [1e-5, 1e-9, 1e-14, 1e-100])
def test_tiny_angles_keep_their_digits(tiny):
    assert angle([1, 0], [1, tiny]) == pytest.approx(np.arctan(tiny), rel=1e-12)


def test_parallel_opposite_and_perpendicular():
    v = [0.1, 0.2, 0.3]
    assert angle(v, v) == 0
    assert angle(v, [-0.1, -0.2, -0.3]) == np.pi
    assert angle([1e-300, 0], [0, 1e300]) == pytest.approx(np.pi / 2, rel=1e-15)
    assert angle([2], [-3]) == np.pi


@given(pairs)
def test_the_residual_stands_at_right_angles(uv):
    v, u = uv
    assume(np.linalg.norm(u) > 1e-3)
    p = vector_projection(v, onto=u)
    size = np.linalg.norm(v) + 1e-6
    assert abs((v - p) @ u) <= 1e-12 * size * np.linalg.norm(u)
    assert np.allclose(vector_projection(p, onto=u), p, atol=1e-9 * size)
    assert scalar_projection(v, onto=u) == pytest.approx(
        p @ u / np.linalg.norm(u), abs=1e-9 * size
    )


@given(pairs, st.floats(-5, 5))
def test_no_other_multiple_is_nearer(uv, factor):
    v, u = uv
    assume(np.linalg.norm(u) > 1e-3)
    p = vector_projection(v, onto=u)
    assert np.linalg.norm(v - p) <= np.linalg.norm(v - factor * u) * (1 + 1e-9) + 1e-9


def test_the_length_of_the_line_does_not_matter_and_nothing_is_changed():
    v, u = np.array([5.0, 5]), np.array([2.0, 1])
    for factor in (1, -3, 1e-200, 1e300):
        np.testing.assert_allclose(vector_projection(v, onto=factor * u), [6, 3], rtol=1e-14)
    assert v.tolist() == [5, 5] and u.tolist() == [2, 1]
    assert scalar_projection([0, -2], onto=[0, 7]) == -2


@pytest.mark.parametrize(
    ("call", "error", "message"),
    [
        (lambda: angle([0, 0], [1, 0]), ValueError, "u must not be zero"),
        (lambda: angle([1, 0], [0, 0]), ValueError, "v must not be zero"),
        (
            lambda: angle([1, 0], [1, 0, 0]),
            ValueError,
            "v must be a vector of length 2; found shape (3,)",
        ),
        (lambda: angle([1j], [1]), TypeError, "u must be real; found complex numbers"),
        (lambda: vector_projection([1, 2], onto=[0, 0]), ValueError, "onto must not be zero"),
        (
            lambda: scalar_projection([1], onto=[1, 2]),
            ValueError,
            "v must be a vector of length 2; found shape (1,)",
        ),
        (lambda: norm([[1]]), ValueError, "v must be a vector; found shape (1, 1)"),
        (lambda: norm([np.nan]), ValueError, "v must be finite; found nan at index 0"),
    ],
)
def test_bad_arguments_are_named(call, error, message):
    with pytest.raises(error) as caught:
        call()
    assert str(caught.value) == message
