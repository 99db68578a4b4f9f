"""The link matrix: each page spreads one vote over its links."""

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from mlmath.linalg import link_matrix


@st.composite
def webs(draw):
    """Draw a number of pages and some links, with repetitions and links to oneself."""
    n = draw(st.integers(1, 8))
    page = st.integers(0, n - 1)
    return n, draw(st.lists(st.tuples(page, page), max_size=25))


@given(webs())
def test_columns_are_the_transition_probabilities_of_networkx(web):
    n, links = web
    G = nx.MultiDiGraph()
    G.add_nodes_from(range(n))
    G.add_edges_from(links)
    A = nx.to_numpy_array(G, nodelist=range(n))
    sums = A.sum(axis=1, keepdims=True)
    expected = np.divide(A, sums, out=np.zeros_like(A), where=sums > 0).T
    np.testing.assert_allclose(link_matrix(links, n), expected, rtol=1e-14)


@given(webs())
def test_the_sparse_matrix_is_the_dense_one(web):
    n, links = web
    L = link_matrix(links, n, sparse=True)
    L.check_format(full_check=True)
    np.testing.assert_allclose(L.toarray(), link_matrix(links, n), rtol=1e-14)


def test_pairs_and_two_arrays_say_the_same():
    pairs = [(0, 1), (0, 2), (2, 1)]
    expected = link_matrix(pairs)
    source, target = np.array(pairs).T
    for links in (np.array(pairs), tuple(pairs), (source, target)):
        np.testing.assert_array_equal(link_matrix(links), expected)


def test_two_links_are_pairs_unless_they_are_two_arrays():
    # The only shape, (2, 2), that could be read either way.
    np.testing.assert_array_equal(
        link_matrix([(0, 1), (0, 2)]), [[0, 0, 0], [0.5, 0, 0], [0.5, 0, 0]]
    )
    np.testing.assert_array_equal(
        link_matrix((np.array([0, 1]), np.array([0, 2]))), [[1, 0, 0], [0, 0, 0], [0, 1, 0]]
    )


@pytest.mark.parametrize("dtype", [np.uint8, np.int16, np.int32, np.uint64])
def test_page_numbers_may_be_integers_of_any_width(dtype):
    source, target = np.array([0, 255], dtype), np.array([255, 0], dtype)
    for sparse in (False, True):
        L = link_matrix((source, target), sparse=sparse)
        assert L.shape == (256, 256)
        assert L[255, 0] == L[0, 255] == 1


def test_a_link_listed_twice_counts_twice_and_a_page_may_link_to_itself():
    L = link_matrix([(0, 0), (0, 1), (0, 1), (0, 1)])
    np.testing.assert_array_equal(L, [[0.25, 0], [0.75, 0]])


def test_pages_without_links_may_be_added():
    assert link_matrix([(0, 1)], 4).shape == (4, 4)
    assert not link_matrix([], 3).any()


@pytest.mark.parametrize(
    ("links", "n_pages", "error", "message"),
    [
        ([], None, ValueError, "n_pages must be at least 1; found 0"),
        ([(0, 1)], 0, ValueError, "n_pages must be at least 1; found 0"),
        ([(0, 1)], 2.0, TypeError, "n_pages must be an integer; found 2.0"),
        ([(0, 5)], 3, ValueError, "links must stay below n_pages = 3; found page 5"),
        ([(0, -1)], None, ValueError, "links must be page numbers, from 0; found -1"),
        ([(0, 1.5)], None, TypeError, "links must be integers; found entries of type float64"),
        (
            [(0, 1), (2,)],
            None,
            ValueError,
            "links must be an array; found rows of different lengths",
        ),
        (
            np.zeros((2, 3), int),
            None,
            ValueError,
            "links must be pairs (source, target) or a tuple of two arrays; found shape (2, 3)",
        ),
        (
            (np.array([0, 1]), np.array([1])),
            None,
            ValueError,
            "links must be two vectors of the same length; found shapes (2,) and (1,)",
        ),
        (
            (np.array([0.0]), np.array([1])),
            None,
            TypeError,
            "links must be integers; found entries of type float64",
        ),
    ],
)
def test_bad_links_are_named(links, n_pages, error, message):
    for sparse in (False, True):
        with pytest.raises(error) as caught:
            link_matrix(links, n_pages, sparse=sparse)
        assert str(caught.value) == message


def test_the_arrays_are_not_changed():
    source, target = np.array([0, 1]), np.array([1, 0])
    link_matrix((source, target), sparse=True).data[:] = 9
    assert (source.tolist(), target.tolist()) == ([0, 1], [1, 0])
