"""The closest line: that of the singular value decomposition, and none where there is none."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from mlmath.linalg import closest_line

seeds = st.integers(0, 10**6)


def cloud(seed, n=30):
    rng = np.random.default_rng(seed)
    return rng.standard_normal((n, 2)) @ rng.standard_normal((2, 2)) + rng.uniform(-5, 5, 2)


def spread_across(points, center, direction):
    x, y = (points - center).T
    return np.sum((direction[0] * y - direction[1] * x) ** 2)


@given(seeds)
def test_it_is_the_first_singular_direction(seed):
    points = cloud(seed)
    center, direction = closest_line(points)
    np.testing.assert_allclose(center, points.mean(axis=0))
    _, s, Vt = np.linalg.svd(points - center, full_matrices=False)
    assert np.linalg.norm(direction) == pytest.approx(1)
    assert abs(direction @ Vt[0]) == pytest.approx(1, abs=1e-6 * s[0] / (s[0] - s[1]))
    assert spread_across(points, center, direction) == pytest.approx(
        s[1] ** 2, abs=1e-9 * s[0] ** 2
    )


@given(seeds, st.floats(-2, 2), st.floats(-3, 3), st.floats(-3, 3))
def test_no_other_line_is_closer(seed, turn, dx, dy):
    points = cloud(seed)
    center, direction = closest_line(points)
    turned = np.array([[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]]) @ direction
    best = spread_across(points, center, direction)
    assert (
        best <= spread_across(points, center + np.array([dx, dy]), turned) * (1 + 1e-9) + 1e-9
    )


@given(seeds, st.floats(-np.pi, np.pi))
def test_it_turns_with_the_points(seed, angle):
    points = cloud(seed)
    R = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    _, before = closest_line(points)
    _, after = closest_line(points @ R.T)
    assert abs(after @ R @ before) == pytest.approx(1, abs=1e-6)


@pytest.mark.parametrize("scale", [1e200, 1e-200])
def test_the_unit_of_both_does_not_matter(scale):
    points = cloud(3)
    np.testing.assert_allclose(
        closest_line(scale * points)[1], closest_line(points)[1], rtol=1e-9
    )


@pytest.mark.parametrize(
    ("points", "direction"),
    [
        ([(0, 0), (0, 3)], (0, 1)),
        ([(1, 1), (2, 1)], (1, 0)),
        ([(0, 0), (1, -1)], (0.5**0.5, -(0.5**0.5))),
    ],
)
def test_points_on_a_line_give_that_line_to_the_right_or_up(points, direction):
    np.testing.assert_allclose(closest_line(points)[1], direction, atol=1e-15)


@pytest.mark.parametrize(
    "points",
    [[(1, 0), (0, 1), (-1, 0), (0, -1)], [(2, 3), (2, 3)], [(0, 0), (1, 0), (0.5, 0.75**0.5)]],
)
def test_a_round_cloud_has_no_closest_line(points):
    with pytest.raises(
        ValueError, match="points must spread more in one direction than across"
    ):
        closest_line(points)


@pytest.mark.parametrize("points", [[(1, 2)], np.empty((0, 2)), [(1, 2, 3), (4, 5, 6)]])
def test_the_shape_is_checked(points):
    with pytest.raises(ValueError, match="points must have shape"):
        closest_line(points)
