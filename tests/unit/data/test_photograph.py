"""A photograph as a matrix: the right size, the right grey levels."""

import numpy as np
import pytest
from mlmath.data import grey_photograph
from sklearn.datasets import load_sample_image


@pytest.mark.parametrize("name", ["china", "flower"])
def test_at_full_size_it_is_the_photograph(name):
    A = grey_photograph(name, rows=427)
    colours = load_sample_image(f"{name}.jpg") / 255
    assert A.shape == (427, 640)
    assert np.allclose(
        A, 0.299 * colours[..., 0] + 0.587 * colours[..., 1] + 0.114 * colours[..., 2]
    )


@pytest.mark.parametrize("rows", [1, 61, 112, 426])
def test_a_smaller_one_is_as_bright(rows):
    A = grey_photograph(rows=rows)
    assert A.shape == (rows, round(rows * 640 / 427))
    assert A.min() >= 0 and A.max() <= 1
    assert np.isclose(A.mean(), grey_photograph(rows=427).mean())


def test_seven_rows_become_one():
    whole, small = grey_photograph(rows=427), grey_photograph(rows=61)  # 427 = 7 · 61
    columns = small.shape[1]
    rows = whole.reshape(61, 7, 640).mean(axis=1)
    # The first of the columns covers 640 / 91 = 7.03 pixels: seven, and a little of the eighth.
    share = 640 / columns
    first = (rows[:, :7].sum(axis=1) + (share - 7) * rows[:, 7]) / share
    assert np.allclose(small[:, 0], first)


def test_what_there_is_not_is_refused_by_name():
    with pytest.raises(ValueError, match="name must be one of"):
        grey_photograph("moon")
    with pytest.raises(ValueError, match="rows must be at most 427; found 428"):
        grey_photograph(rows=428)
    with pytest.raises(ValueError, match="rows must be at least 1"):
        grey_photograph(rows=0)
