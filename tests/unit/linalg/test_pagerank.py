"""PageRank against NetworkX and the eigenvectors of the dense matrix, and in every odd web."""

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from mlmath.linalg import ConvergenceError, link_matrix, pagerank
from scipy import sparse


@st.composite
def webs(draw):
    """Draw a number of pages, links with repetitions and self links, and where to jump."""
    n = draw(st.integers(1, 8))
    page = st.integers(0, n - 1)
    links = draw(st.lists(st.tuples(page, page), max_size=25))
    weights = draw(st.none() | st.lists(st.integers(0, 5), min_size=n, max_size=n).filter(any))
    return n, links, weights


def by_networkx(n, links, damping=0.85, weights=None):
    G = nx.MultiDiGraph()
    G.add_nodes_from(range(n))
    G.add_edges_from(links)
    jump = None if weights is None else dict(enumerate(weights))
    ranks = nx.pagerank(G, damping, jump, tol=1e-14, max_iter=5000)
    return np.array([ranks[page] for page in range(n)])


def by_linear_system(n, links, damping, weights):
    """Return the fixed point of r = d (L r + lost v) + (1 − d) v, solved and not iterated."""
    v = np.full(n, 1 / n) if weights is None else np.array(weights) / np.sum(weights)
    L = link_matrix(links, n)
    L[:, L.sum(axis=0) == 0] = v[:, None]
    return np.linalg.solve(np.eye(n) - damping * L, (1 - damping) * v)


@given(webs(), st.sampled_from([0, 0.3, 0.85, 0.95]))
def test_agrees_with_networkx(web, damping):
    n, links, weights = web
    ranks = pagerank(links, n_pages=n, damping=damping, personalization=weights).ranks
    np.testing.assert_allclose(ranks, by_networkx(n, links, damping, weights), atol=1e-8)


@given(webs(), st.sampled_from([0, 0.3, 0.85, 0.99]))
def test_the_error_is_within_the_bound_of_the_docstring(web, damping):
    n, links, weights = web
    result = pagerank(
        links, n_pages=n, damping=damping, personalization=weights, tol=1e-6, max_iter=5000
    )
    exact = by_linear_system(n, links, damping, weights)
    error = np.abs(result.ranks - exact).sum()
    assert error <= 1e-6 * damping / (1 - damping) + 1e-12


@given(webs())
def test_ranks_are_a_probability_distribution(web):
    n, links, weights = web
    ranks = pagerank(links, n_pages=n, personalization=weights).ranks
    assert ranks.sum() == pytest.approx(1, abs=1e-14)
    assert (ranks >= 0).all()
    if weights is None:
        assert (ranks >= 0.15 / n - 1e-15).all()


@given(webs(), st.randoms(use_true_random=False))
def test_the_numbering_of_the_pages_does_not_matter(web, random):
    n, links, weights = web
    new = random.sample(range(n), n)
    renumbered = [(new[source], new[target]) for source, target in links]
    moved = None
    if weights is not None:
        moved = np.empty(n)
        moved[new] = weights
    before = pagerank(links, n_pages=n, personalization=weights).ranks
    after = pagerank(renumbered, n_pages=n, personalization=moved).ranks
    np.testing.assert_allclose(after[new], before, atol=1e-12)


@given(webs())
def test_links_and_link_matrices_of_every_kind_give_the_same_ranks(web):
    n, links, weights = web
    expected = pagerank(links, n_pages=n, personalization=weights).ranks
    L = link_matrix(links, n)
    forms = [
        L,
        L.tolist(),
        sparse.csc_array(L),
        sparse.coo_matrix(L),
        link_matrix(links, n, sparse=True),
    ]
    for form in forms:
        ranks = pagerank(form, personalization=weights).ranks
        np.testing.assert_allclose(ranks, expected, atol=1e-12)


@given(webs())
def test_the_residual_is_the_last_change_and_the_history_all_of_them(web):
    n, links, _ = web
    result = pagerank(links, n_pages=n, tol=1e-6)
    assert len(result.history) == result.n_iter
    assert result.history[-1] == result.residual <= 1e-6
    assert (result.history[:-1] > 1e-6).all()
    # Each step brings two distributions closer by the factor d, whatever the web.
    assert (result.history[1:] <= 0.85 * result.history[:-1] + 1e-15).all()


def test_a_page_nobody_links_to_lives_on_jumps_alone():
    ranks = pagerank([(0, 1), (1, 2), (2, 1), (2, 0)]).ranks
    lonely = pagerank([(0, 1), (1, 2), (2, 1)]).ranks
    assert lonely[0] == pytest.approx(0.15 / 3)
    assert ranks[0] > lonely[0]


def test_separate_parts_share_by_size_what_is_jumped_to():
    # A pair of pages, and a ring of three, never linked to each other.
    ranks = pagerank([(0, 1), (1, 0), (2, 3), (3, 4), (4, 2)]).ranks
    np.testing.assert_allclose(ranks, np.full(5, 0.2), atol=1e-9)


def test_a_web_without_links_has_the_ranks_of_the_jump():
    assert pagerank([], n_pages=4).ranks.tolist() == [0.25] * 4
    weighted = pagerank([], n_pages=3, personalization=[1, 2, 1]).ranks
    np.testing.assert_allclose(weighted, [0.25, 0.5, 0.25], rtol=1e-15)


@pytest.mark.parametrize("links", [[], [(0, 0)], [(0, 0), (0, 0)]])
def test_a_single_page_has_rank_one(links):
    result = pagerank(links, n_pages=1)
    assert result.ranks.tolist() == [1]
    assert result.n_iter == 1


def test_without_damping_only_the_jump_counts():
    result = pagerank([(0, 1), (1, 2)], damping=0, personalization=[3, 1, 0])
    assert result.ranks.tolist() == [0.75, 0.25, 0]
    assert result.n_iter == 1


def test_with_damping_1_ranks_are_the_dominant_eigenvector_if_they_settle():
    links = [(0, 1), (0, 2), (1, 3), (2, 0), (2, 1), (2, 3), (3, 2)]
    np.testing.assert_allclose(pagerank(links, damping=1).ranks * 16, [2, 3, 6, 5], atol=1e-8)


def test_rounding_never_makes_a_rank_negative():
    # Nobody links to the last page, and at damping 1 nobody jumps: its rank goes to 0.
    for seed in range(20):
        rng = np.random.default_rng(seed)
        links = np.column_stack([rng.integers(0, 4, 12), rng.integers(0, 3, 12)])
        links = np.vstack([links, [(page, 0) for page in range(4)]])
        ranks = pagerank(links, damping=1, tol=1e-15).ranks
        assert (ranks >= 0).all()
        assert ranks.sum() == pytest.approx(1, abs=1e-14)


def test_with_damping_1_a_ring_never_settles_and_says_so():
    with pytest.raises(ConvergenceError) as caught:
        pagerank([(0, 1), (1, 2), (2, 0)], damping=1, personalization=[1, 0, 0], max_iter=50)
    assert str(caught.value) == (
        "pagerank did not converge: residual 2 after 50 iterations, wanted at most 1e-10"
    )
    result = caught.value.result
    assert (result.n_iter, result.residual, result.ranks.sum()) == (50, 2, 1)


def test_the_iteration_limit_is_kept():
    with pytest.raises(ConvergenceError) as caught:
        pagerank([(0, 1), (1, 0), (1, 1)], max_iter=3, tol=1e-15)
    assert caught.value.result.n_iter == 3


def test_personalization_of_any_size_is_rescaled():
    links = [(0, 1), (1, 2)]
    expected = pagerank(links, personalization=[1, 2, 1]).ranks
    for unit in (1e300, 1e-300):
        ranks = pagerank(links, personalization=unit * np.array([1, 2, 1])).ranks
        np.testing.assert_allclose(ranks, expected, rtol=1e-12)


def test_a_thousand_random_pages_agree_with_networkx():
    rng = np.random.default_rng(0)
    source, target = rng.integers(0, 900, 5000), (1000 * rng.random(5000) ** 3).astype(int)
    ranks = pagerank((source, target), n_pages=1000).ranks
    expected = by_networkx(1000, zip(source.tolist(), target.tolist(), strict=True))
    assert np.abs(ranks - expected).sum() < 1e-9


def test_arguments_are_not_changed():
    L, weights = link_matrix([(0, 1), (1, 0), (1, 1)]), np.array([1.0, 3.0])
    copies = L.copy(), weights.copy()
    pagerank(L, personalization=weights)
    pagerank(sparse.csr_array(L), personalization=weights)
    np.testing.assert_array_equal(L, copies[0])
    np.testing.assert_array_equal(weights, copies[1])


def test_the_result_is_not_the_personalization_itself():
    result = pagerank([], n_pages=2, personalization=[1, 1])
    result.ranks[0] = 9
    assert pagerank([], n_pages=2).ranks[0] == 0.5


LOOP = ((0, 1), (1, 0))


@pytest.mark.parametrize(
    ("links", "arguments", "error", "message"),
    [
        ([], {}, ValueError, "n_pages must be at least 1; found 0"),
        (LOOP, {"damping": 1.2}, ValueError, "damping must be between 0 and 1; found 1.2"),
        (LOOP, {"damping": np.nan}, ValueError, "damping must be between 0 and 1; found nan"),
        (LOOP, {"tol": -1}, ValueError, "tol must be finite and at least 0; found -1"),
        (LOOP, {"max_iter": 0}, ValueError, "max_iter must be at least 1; found 0"),
        (
            LOOP,
            {"personalization": [0, 0]},
            ValueError,
            "personalization must not be zero everywhere",
        ),
        (
            LOOP,
            {"personalization": [2, -1]},
            ValueError,
            "personalization must not be negative; found -1",
        ),
        (
            LOOP,
            {"personalization": [1]},
            ValueError,
            "personalization must be a vector of length 2; found shape (1,)",
        ),
        (
            [[0.5, 0.0], [0.5, 0.5]],
            {},
            ValueError,
            "links must be a link matrix, whose columns add up to 1 (or 0); column 1 adds up to 0.5",
        ),
        (
            [[-1.0, 0.0], [2.0, 1.0]],
            {},
            ValueError,
            "links must be a link matrix; found a negative entry",
        ),
        (
            sparse.csr_array([[np.nan, 0], [1, 1]]),
            {},
            ValueError,
            "links must be a link matrix; found NaN or infinity",
        ),
        (sparse.csr_array([[1j]]), {}, TypeError, "links must be real; found complex128"),
        (
            np.ones((2, 3)),
            {},
            ValueError,
            "links must be a square link matrix; found shape (2, 3)",
        ),
        (
            np.eye(2),
            {"n_pages": 3},
            ValueError,
            "links must be of n_pages = 3; found shape (2, 2)",
        ),
        (sparse.csr_array((0, 0)), {}, ValueError, "links must hold at least one page"),
        (
            [[0, 1], [2]],
            {},
            ValueError,
            "links must be an array; found rows of different lengths",
        ),
    ],
)
def test_bad_arguments_are_named(links, arguments, error, message):
    with pytest.raises(error) as caught:
        pagerank(links, **arguments)
    assert str(caught.value) == message
