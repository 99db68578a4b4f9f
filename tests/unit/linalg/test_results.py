"""What a result prints is compared between machines, so it must not show rounding errors."""

import numpy as np
import pytest
from mlmath.linalg import pagerank, power_iteration, qr_algorithm
from mlmath.linalg.readable import readable


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (1 / 3, "0.3333"),
        (7, "7"),
        (np.array([1 / 3, 1e-17, -1e-17, -0.0]), "[0.3333, 0, 0, 0]"),
        (np.array([1e-17, 2e-17]), "[1e-17, 2e-17]"),
        (np.array([0.5 - 2j, 1e-17 + 2j]), "[0.5-2j, 0+2j]"),
        (np.array([1 + 1e-17j, 2 - 0j]), "[1+0j, 2+0j]"),
        (np.arange(100), "[0, 1, 2, 3, ..., 96, 97, 98, 99]"),
        (np.empty((2, 0)), "[]"),
    ],
)
def test_numbers_have_four_digits_and_rounding_errors_are_zero(value, text):
    assert readable(value) == text


def test_residuals_near_the_rounding_error_are_not_printed():
    exact = power_iteration([[2]])
    assert repr(exact) == (
        "PowerIteration(eigenvalue=2, eigenvector=[1], n_iter=0, residual=<1e-12)"
    )


def test_results_are_read_only_records():
    for result in (power_iteration([[2]]), qr_algorithm([[2]]), pagerank([(0, 0)])):
        with pytest.raises(AttributeError):
            result.n_iter = 5
