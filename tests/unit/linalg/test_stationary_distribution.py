"""Steady states against SymPy, NumPy's eigenvectors, PageRank, and what a step leaves alone."""

import numpy as np
import pytest
import sympy
from hypothesis import given
from hypothesis import strategies as st
from mlmath.linalg import link_matrix, pagerank, stationary_distribution


def random_chain(n, seed):
    M = np.random.default_rng(seed).random((n, n)) + 1e-3
    return M / M.sum(axis=0)


@given(st.integers(1, 8), st.integers(0, 10**6))
def test_a_step_leaves_it_alone(n, seed):
    M = random_chain(n, seed)
    found = stationary_distribution(M)
    assert (found >= 0).all()
    np.testing.assert_allclose(found.sum(), 1)
    np.testing.assert_allclose(M @ found, found, rtol=1e-12)


@given(st.integers(2, 6), st.integers(0, 10**6))
def test_it_is_the_eigenvector_with_eigenvalue_one(n, seed):
    M = random_chain(n, seed)
    values, vectors = np.linalg.eig(M)
    v = vectors[:, np.argmin(np.abs(values - 1))].real
    np.testing.assert_allclose(stationary_distribution(M), v / v.sum(), rtol=1e-9)


@given(st.integers(2, 5), st.integers(0, 10**6))
def test_the_order_of_the_states_does_not_matter(n, seed):
    M, order = random_chain(n, seed), np.random.default_rng(seed).permutation(n)
    np.testing.assert_allclose(
        stationary_distribution(M[np.ix_(order, order)]),
        stationary_distribution(M)[order],
        rtol=1e-12,
    )


def test_exact_fractions_agree():
    M = sympy.Matrix([[2, 1, 0], [1, 1, 4], [1, 2, 0]]) / 4
    (exact,) = (M - sympy.eye(3)).nullspace()
    exact = exact / sum(exact)
    np.testing.assert_allclose(
        stationary_distribution(np.array(M, float)), np.array(exact, float).ravel(), rtol=1e-14
    )


def test_pagerank_without_damping():
    links = [(0, 1), (0, 2), (1, 3), (2, 0), (2, 1), (2, 3), (3, 2)]
    expected = np.array([2, 3, 6, 5]) / 16
    np.testing.assert_allclose(stationary_distribution(link_matrix(links)), expected)
    np.testing.assert_allclose(pagerank(links, damping=1).ranks, expected, atol=1e-8)


def test_tiny_probabilities_are_right_to_all_digits():
    # Left with probability 1e-13, entered with 1e-15: the shares are as 1e-15 to 1e-13.
    a, b = 1e-15, 1e-13
    M = np.array([[1 - a, b], [a, 1 - b]])
    np.testing.assert_allclose(
        stationary_distribution(M), [b / (a + b), a / (a + b)], rtol=1e-13
    )


def test_states_that_are_left_for_good_get_exactly_nothing():
    M = np.array([[0.5, 0, 0], [0.5, 0.5, 0.2], [0, 0.5, 0.8]])
    found = stationary_distribution(M)
    assert found[0] == 0
    np.testing.assert_allclose(found[1:], [2 / 7, 5 / 7])
    assert stationary_distribution([[1, 1], [0, 0]]).tolist() == [1, 0]
    assert stationary_distribution([[0, 0], [1, 1]]).tolist() == [0, 1]


def test_a_cycle_has_one_though_it_never_settles():
    np.testing.assert_allclose(stationary_distribution([[0, 1], [1, 0]]), [0.5, 0.5])


def test_the_single_state():
    assert stationary_distribution([[1]]).tolist() == [1]


def test_long_chains_that_climb_neither_overflow_nor_lose_the_sum():
    n = 400
    M = np.diag(np.full(n - 1, 0.999), -1) + np.diag(np.full(n - 1, 0.001), 1)
    M[0, 0], M[-1, -1] = 0.001, 0.999
    found = stationary_distribution(M)
    assert np.isfinite(found).all()
    np.testing.assert_allclose(found.sum(), 1)
    np.testing.assert_allclose(found[-5:] / found[-6:-1], 999)


def test_two_traps_are_an_error():
    with pytest.raises(ValueError, match="found 2, so the steady state depends on the start"):
        stationary_distribution(np.eye(2))


def test_bad_arguments_are_named_and_good_ones_stay():
    M = np.array([[0.9, 0.5], [0.1, 0.5]])
    stationary_distribution(M)
    assert M.tolist() == [[0.9, 0.5], [0.1, 0.5]]
    with pytest.raises(ValueError, match=r"column 0 adds up to 1\.4"):
        stationary_distribution(M.T)
    with pytest.raises(ValueError, match="M must not be negative; found -1"):
        stationary_distribution([[2, 0], [-1, 1]])
    with pytest.raises(ValueError, match="at least one state"):
        stationary_distribution(np.empty((0, 0)))
    with pytest.raises(TypeError, match="M must be real"):
        stationary_distribution([[1j]])
