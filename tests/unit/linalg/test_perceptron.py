"""The perceptron parts what can be parted, within the corrections that the theorem allows."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from mlmath.linalg import ConvergenceError, perceptron
from sklearn.linear_model import Perceptron as SklearnPerceptron

INPUTS = [[0, 0], [0, 1], [1, 0], [1, 1]]


@pytest.mark.parametrize("bits", range(16))
def test_of_the_sixteen_gates_only_two_cannot_be_learned(bits):
    y = [bits >> k & 1 for k in range(4)]
    if y in ([0, 1, 1, 0], [1, 0, 0, 1]):
        with pytest.raises(ConvergenceError, match="no line"):
            perceptron(INPUTS, y)
    else:
        assert perceptron(INPUTS, y).predict(INPUTS).tolist() == y


@given(st.integers(0, 10**6), st.integers(1, 5))
def test_novikoffs_bound_holds(seed, d):
    rng = np.random.default_rng(seed)
    w, b = rng.standard_normal(d), rng.standard_normal()
    X = rng.standard_normal((60, d))
    margin = (X @ w + b) / np.hypot(np.linalg.norm(w), b)
    X, margin = X[np.abs(margin) > 0.1], margin[np.abs(margin) > 0.1]
    y = (margin > 0).astype(int)
    result = perceptron(X, y, max_iter=100_000)
    assert np.array_equal(result.predict(X), y)
    if len(X):
        longest = np.sqrt(1 + (X**2).sum(axis=1).max())
        assert result.n_mistakes <= (longest / np.abs(margin).min()) ** 2


def test_scikit_learn_finds_a_line_where_this_does():
    rng = np.random.default_rng(1)
    X = np.vstack([rng.normal(-2, 0.5, (40, 3)), rng.normal(2, 0.5, (40, 3))])
    y = np.repeat([0, 1], 40)
    theirs = SklearnPerceptron(shuffle=False, tol=None, max_iter=100).fit(X, y)
    assert np.array_equal(theirs.predict(X), perceptron(X, y).predict(X))


def test_the_first_corrections_by_hand():
    # (0,0): 0 is right. (0,1): right. (1,0): right. (1,1) should be 1: add it.
    with pytest.raises(ConvergenceError) as caught:
        perceptron(INPUTS, [0, 0, 0, 1], max_iter=1)
    result = caught.value.result
    assert result.weights.tolist() == [1, 1] and result.bias == 1
    assert (result.n_iter, result.n_mistakes) == (1, 1)


def test_badly_scaled_columns_take_longer():
    X, y = np.array(INPUTS) * [1, 50], [0, 0, 0, 1]
    with pytest.raises(ConvergenceError):
        perceptron(X, y)
    assert perceptron(X, y, max_iter=10**5).predict(X).tolist() == y


def test_empty_data_and_one_class():
    assert perceptron(np.empty((0, 2)), []).weights.tolist() == [0, 0]
    assert perceptron(INPUTS, [1, 1, 1, 1]).predict(INPUTS).all()
    X = np.array(INPUTS)
    perceptron(X, [0, 1, 1, 1])
    assert np.array_equal(X, INPUTS)


@pytest.mark.parametrize(
    ("X", "y", "text"),
    [
        (INPUTS, [0, 1], "y must be a vector of length 4"),
        (INPUTS, [0, 1, 2, 0], "y must hold zeros and ones; found 2"),
        ([1, 2], [0, 1], "X must be a matrix"),
        ([[np.inf]], [1], "X must be finite"),
    ],
)
def test_errors_say_what_is_wrong(X, y, text):
    with pytest.raises(ValueError, match=text):
        perceptron(X, y)


def test_prediction_wants_the_columns_of_training():
    result = perceptron(INPUTS, [0, 0, 0, 1])
    with pytest.raises(ValueError, match="X must have 2 columns"):
        result.predict([[1, 2, 3]])
