"""The bell curve and its misfit, against SciPy and by their properties."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from mlmath.data import galton_heights
from mlmath.probability import gaussian, misfit
from scipy.integrate import quad
from scipy.stats import norm

centres = st.floats(-1e3, 1e3)
widths = st.floats(1e-2, 1e3)


@given(st.lists(st.floats(-1e4, 1e4), max_size=8), centres, widths)
def test_the_bell_curve_is_that_of_scipy(x, mu, sigma):
    assert np.allclose(gaussian(x, mu, sigma), norm.pdf(x, mu, sigma), rtol=1e-6, atol=1e-12)


@given(centres, widths)
def test_the_area_is_one(mu, sigma):
    area, _ = quad(lambda x: float(gaussian(x, mu, sigma)), mu - 9 * sigma, mu + 9 * sigma)
    assert np.isclose(area, 1)


@given(st.floats(-50, 50), centres, widths)
def test_it_is_symmetric_and_highest_in_the_middle(step, mu, sigma):
    left, middle, right = gaussian([mu - step, mu, mu + step], mu, sigma)
    assert np.isclose(left, right, rtol=1e-6, atol=1e-12)
    assert left <= middle


@pytest.mark.parametrize(
    ("x", "mu", "sigma", "value"),
    [
        (1e308, -1e308, 1, 0),  # the difference itself is no float
        (1e200, 0, 1e-200, 0),
        (0, 0, 1e-300, 1e300 / np.sqrt(2 * np.pi)),
        (0, 0, 1e300, 1e-300 / np.sqrt(2 * np.pi)),
        (3, 3, 1, 1 / np.sqrt(2 * np.pi)),
    ],
)
def test_the_ends_of_the_number_line(x, mu, sigma, value):
    assert np.isclose(gaussian(x, mu, sigma), value, rtol=1e-12, atol=0)


def test_any_shape_comes_back_and_integers_are_numbers():
    assert gaussian(np.zeros((2, 0, 3)), 0, 1).shape == (2, 0, 3)
    assert gaussian([[1, 2], [3, 4]], 2, 1).shape == (2, 2)


@pytest.mark.parametrize(
    ("arguments", "error", "message"),
    [
        (([0], 0, 0), ValueError, "sigma must be between"),
        (([0], 0, -1), ValueError, "sigma must be between"),
        (([0], 0, np.nan), ValueError, "sigma must be finite"),
        (([0], 0, 5e-324), ValueError, "sigma must be between"),
        (([np.inf], 0, 1), ValueError, "x must be finite"),
        (([1j], 0, 1), TypeError, "x must be real"),
        (([0], "0", 1), TypeError, "mu must be a real number"),
    ],
)
def test_bad_arguments_are_refused_by_name(arguments, error, message):
    with pytest.raises(error, match=message):
        gaussian(*arguments)


@given(st.lists(st.tuples(st.floats(-9, 9), st.floats(0, 2)), min_size=1, max_size=9), widths)
def test_the_misfit_is_the_sum_of_squares(bars, sigma):
    x, density = np.array(bars).T
    wanted = sum((norm.pdf(a, 1, sigma) - b) ** 2 for a, b in bars)
    assert np.isclose(misfit(1, sigma, x, density), wanted)


def test_a_curve_through_all_points_has_no_misfit():
    x = np.linspace(-3, 5, 9)
    density = gaussian(x, 1, 2)
    assert misfit(1, 2, x, density) == 0
    assert all(misfit(m, s, x, density) > 0 for m, s in [(1.01, 2), (1, 2.01), (0, 1)])


def test_galtons_heights_are_fitted_near_their_mean_and_spread():
    table = galton_heights()
    grid = [(m, s) for m in np.arange(66, 70.05, 0.1) for s in np.arange(1.5, 4.05, 0.1)]
    best = min(grid, key=lambda p: misfit(*p, table.children, table.children_density))
    assert best == pytest.approx((68.2, 2.5))


def test_bars_that_do_not_match_are_refused():
    with pytest.raises(ValueError, match="density must be a vector of length 2"):
        misfit(0, 1, [1, 2], [1, 2, 3])
    with pytest.raises(ValueError, match="x must not be empty"):
        misfit(0, 1, [], [])
