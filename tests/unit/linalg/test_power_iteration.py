"""The dominant eigenvalue: found where there is one, and never pretended where there is none."""

import pickle

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from mlmath.linalg import ConvergenceError, power_iteration


@given(st.integers(1, 8), st.integers(0, 10**6), st.sampled_from([1, -1]))
def test_finds_a_planted_dominant_eigenvalue(n, seed, sign):
    rng = np.random.default_rng(seed)
    Q, _ = np.linalg.qr(rng.standard_normal((n, n)))
    spectrum = np.append(sign * 2.0, rng.uniform(-1.5, 1.5, n - 1))
    result = power_iteration(Q * spectrum @ Q.T)
    assert result.eigenvalue == pytest.approx(sign * 2, rel=1e-12)
    assert abs(result.eigenvector @ Q[:, 0]) == pytest.approx(1, rel=1e-12)
    assert result.residual <= 1e-10


def test_agrees_with_lapack_on_a_matrix_that_is_not_symmetric():
    A = np.random.default_rng(3).uniform(0, 1, (20, 20))
    values, vectors = np.linalg.eig(A)
    dominant = np.argmax(np.abs(values))
    result = power_iteration(A)
    assert result.eigenvalue == pytest.approx(values[dominant].real, rel=1e-9)
    v = vectors[:, dominant].real
    np.testing.assert_allclose(result.eigenvector, v * np.sign(v[0]), atol=1e-9)


def test_the_error_shrinks_by_the_ratio_of_the_eigenvalues():
    # From 0.5 and 1 to 1e-10 takes log(1e-10)/log(0.5), 33 steps, give or take the start.
    fast = power_iteration(np.diag([1, 0.5]), x0=[1, 1])
    slow = power_iteration(np.diag([1, 0.9]), x0=[1, 1])
    assert fast.n_iter == pytest.approx(np.log(1e-10) / np.log(0.5), abs=3)
    assert slow.n_iter == pytest.approx(np.log(1e-10) / np.log(0.9), abs=25)


@pytest.mark.parametrize(
    ("name", "A"),
    [
        ("rotation", [[0, -1], [1, 0]]),
        ("mirror", [[0, 1], [1, 0]]),
        ("shear, defective", [[1, 1], [0, 1]]),
        ("complex pair ahead of a real eigenvalue", [[0, -2, 0], [2, 0, 0], [0, 0, 1]]),
    ],
)
def test_what_never_settles_is_an_error_that_says_how_far_it_came(name, A):
    with pytest.raises(ConvergenceError) as caught:
        power_iteration(A, max_iter=200)
    assert caught.value.result.n_iter == 200
    assert caught.value.result.residual > 1e-10
    assert str(caught.value) == (
        "power_iteration did not converge: residual "
        f"{caught.value.result.residual:.4g} after 200 iterations, wanted at most 1e-10"
    )


def test_the_error_survives_a_process_pool():
    with pytest.raises(ConvergenceError) as caught:
        power_iteration([[0, -1], [1, 0]], max_iter=5)
    copy = pickle.loads(pickle.dumps(caught.value))
    assert str(copy) == str(caught.value)
    assert copy.result.n_iter == 5


def test_zero_and_nilpotent_matrices_have_the_eigenvalue_zero():
    assert power_iteration(np.zeros((3, 3))).eigenvalue == 0
    nilpotent = power_iteration([[0, 1], [0, 0]])
    assert nilpotent.eigenvalue == 0
    assert nilpotent.eigenvector.tolist() == [1, 0]


@pytest.mark.parametrize("entry", [5, -5, 0])
def test_a_number_is_its_own_eigenvalue(entry):
    result = power_iteration([[entry]])
    assert (result.eigenvalue, result.eigenvector.tolist()) == (entry, [1])


@pytest.mark.parametrize("factor", [1e200, 1e-200, 1e-290])
def test_the_unit_of_the_entries_does_not_matter(factor):
    A = np.array([[2, 1], [1, 2]])
    result = power_iteration(factor * A)
    assert result.n_iter == power_iteration(A).n_iter
    assert result.eigenvalue == pytest.approx(3 * factor, rel=1e-12)


@pytest.mark.parametrize("factor", [1e300, 1e-300])
def test_the_length_of_the_start_does_not_matter(factor):
    result = power_iteration([[2, 1], [1, 2]], x0=[factor, 0])
    assert result.eigenvalue == pytest.approx(3)


def test_a_start_on_another_eigenline_stays_there():
    # Documented: in exact arithmetic nothing leads away from it.
    result = power_iteration([[0, 2], [1, 1]], x0=[2, -1])
    assert result.eigenvalue == pytest.approx(-1)
    assert result.n_iter == 0


def test_the_eigenvector_has_the_sign_of_the_book():
    assert power_iteration([[2, 1], [1, 2]], x0=[-1, -2]).eigenvector.min() > 0


def test_arguments_are_not_changed():
    A, x0 = np.array([[2.0, 1], [1, 2]]), np.array([3.0, 0])
    power_iteration(A, x0)
    assert A.tolist() == [[2, 1], [1, 2]]
    assert x0.tolist() == [3, 0]


def test_the_random_start_is_the_same_in_every_run():
    A = [[2, 1], [1, 2]]
    assert power_iteration(A).residual == power_iteration(A).residual
    assert power_iteration(A, random_state=1).residual != power_iteration(A).residual


@pytest.mark.parametrize(
    ("arguments", "error", "message"),
    [
        ({"A": [[1, 2]]}, ValueError, "A must be a square matrix; found shape (1, 2)"),
        (
            {"A": np.empty((0, 0))},
            ValueError,
            "A must have at least one row; found shape (0, 0)",
        ),
        ({"A": [[1j]]}, TypeError, "A must be real; found complex numbers"),
        ({"A": [[1e301]]}, ValueError, "A must have no entry above 1e+300; found 1e+301"),
        ({"x0": [0, 0]}, ValueError, "x0 must not be zero; no power of A moves it"),
        ({"x0": [1]}, ValueError, "x0 must be a vector of length 2; found shape (1,)"),
        ({"rtol": -1}, ValueError, "rtol must be finite and at least 0; found -1"),
        ({"max_iter": 0}, ValueError, "max_iter must be at least 1; found 0"),
        ({"max_iter": 1.5}, TypeError, "max_iter must be an integer; found 1.5"),
    ],
)
def test_bad_arguments_are_named(arguments, error, message):
    with pytest.raises(error) as caught:
        power_iteration(**{"A": np.eye(2), **arguments})
    assert str(caught.value) == message
