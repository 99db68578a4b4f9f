"""The little web: its numbers are PageRank's, its words and shapes are the live figure's."""

import itertools
import re

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from mlmath.figures import LittleWeb
from mlmath.figures.little_web import around
from mlmath.figures.little_web_ranks import LONGEST_CYCLE, MAX_STEPS, ranks_after
from mlmath.figures.little_web_scene import number_places, web_arrows, web_circles
from mlmath.figures.little_web_words import page_name, top_pages
from mlmath.linalg import ConvergenceError, pagerank
from traitlets import TraitError

BOOK = [(0, 1), (0, 2), (1, 3), (2, 0), (2, 1), (2, 3), (3, 2)]


@st.composite
def webs(draw):
    n_pages = draw(st.integers(1, 8))
    pairs = list(itertools.product(range(n_pages), repeat=2))
    return draw(st.lists(st.sampled_from(pairs), unique=True)), n_pages


dampings = st.sampled_from([0, 0.25, 0.5, 0.85, 0.99, 1])


@given(web=webs(), damping=dampings, n_steps=st.integers(0, 40))
def test_every_step_keeps_the_ranks_a_distribution(web, damping, n_steps):
    ranks = ranks_after(*web, damping, n_steps).ranks
    assert ranks.min() >= 0
    assert ranks.sum() == pytest.approx(1, abs=1e-9)


@given(web=webs(), damping=dampings.filter(lambda damping: damping < 0.99))
def test_settled_ranks_are_those_of_pagerank_and_networkx(web, damping):
    links, n_pages = web
    standing = ranks_after(*web, damping, 100)
    assert standing.settled
    ours = pagerank(links, n_pages=n_pages, damping=damping).ranks
    assert standing.ranks == pytest.approx(ours, abs=1e-6)
    graph = nx.DiGraph(links)
    graph.add_nodes_from(range(n_pages))
    theirs = nx.pagerank(graph, alpha=damping, tol=1e-8)
    assert standing.ranks == pytest.approx([theirs[page] for page in range(n_pages)], abs=1e-6)


@given(web=webs(), damping=dampings, n_steps=st.integers(1, 10))
def test_the_residual_of_each_step_is_the_one_that_pagerank_has(web, damping, n_steps):
    links, n_pages = web
    try:
        history = pagerank(links, n_pages=n_pages, damping=damping, tol=0, max_iter=10).history
    except ConvergenceError as error:
        history = error.result.history
    if n_steps <= len(history):
        residual = ranks_after(*web, damping, n_steps).residual
        assert residual == pytest.approx(history[n_steps - 1], abs=1e-12)


def test_a_circle_without_damping_repeats_and_says_so():
    figure = LittleWeb([(0, 1), (1, 0), (2, 0)], damping=1, n_steps=7)
    assert figure.standing().cycle == 2
    assert "The ranks repeat every 2 steps and never settle." in figure.describe().sentence
    figure.damping = 0.85
    figure.n_steps = 100
    assert "The ranks have settled." in figure.describe().sentence


def test_no_web_of_eight_pages_has_a_longer_circle_than_is_looked_for():
    def lcm_of_parts(total, largest):
        yield 1
        for part in range(1, min(total, largest) + 1):
            for rest in lcm_of_parts(total - part, part):
                yield int(np.lcm(part, rest))

    assert max(lcm_of_parts(8, 8)) == LONGEST_CYCLE


@pytest.mark.parametrize(
    ("web", "sentence"),
    [
        ({"links": BOOK}, "At the start every page has rank 0.25."),
        ({"links": BOOK, "n_steps": 1}, "After 1 step page C has most rank, 0.356."),
        ({"links": []}, "At the start the only page has all the rank, 1."),
        (
            {"links": [], "n_pages": 3},
            (
                "At the start every page has rank 0.333. "
                "No page links anywhere: each vote is shared by all."
            ),
        ),
        (
            {"links": [(0, 0)], "n_pages": 2, "n_steps": 100},
            (
                "After 100 steps page A has most rank, 0.87. The ranks have settled. "
                "No page links to another. Page B links nowhere: its vote is shared by all."
            ),
        ),
        (
            {"links": [(2, 0), (2, 1)], "n_steps": 2},
            (
                "After 2 steps pages A and B have most rank, 0.367 each. "
                "Pages A and B link nowhere: their votes are shared by all. "
                "No other page links to C."
            ),
        ),
        (
            {"links": [(0, 1), (1, 0), (2, 3), (3, 4), (4, 3)], "n_steps": 1, "damping": 1},
            (
                "After 1 step page D has most rank, 0.4. No other page links to C. "
                "There are 2 separate parts: A and B; C, D and E. "
                "Pages D and E are a trap: links lead in, none leads out."
            ),
        ),
        (
            {"links": [(0, 1), (1, 0), (2, 0)], "damping": 0.99, "n_steps": MAX_STEPS},
            (
                "After 500 steps page B has most rank, 0.499. "
                "The ranks have not settled; the run ends here. No other page links to C. "
                "Pages A and B are a trap: links lead in, none leads out."
            ),
        ),
    ],
)
def test_the_sentence_says_who_leads_and_what_is_special(web, sentence):
    assert LittleWeb(**web).describe().sentence == sentence


def test_rows_tell_the_steps_and_the_residual():
    figure = LittleWeb(BOOK)
    assert figure.describe().rows == (("Steps", "0"), ("Residual", "none yet"))
    figure.n_steps = 1
    assert figure.describe().rows[1] == ("Residual", "0.354167 (last change)")
    figure.n_steps = 100
    assert figure.describe().rows[1] == ("Residual", "below 0.000001 (last change)")


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        ({"links": [(0, 1, 2)]}, r"links must be pairs .* found \[\(0, 1, 2\)\]"),
        ({"links": [(0, -1)]}, r"links must be pairs .* found \[\(0, -1\)\]"),
        ({"links": [(0, 0.5)]}, r"links must be pairs .* found \[\(0, 0.5\)\]"),
        ({"links": "AB"}, "links must be pairs .* found 'AB'"),
        ({"links": [(0, 1), (2,)]}, r"links must be pairs .* found \[\(0, 1\), \(2,\)\]"),
        ({"links": 7}, "links must be pairs .* found 7"),
        ({"links": [(0, 1), (0, 1)]}, r"links must differ.* found \(0, 1\) twice"),
        ({"links": [(0, 4)], "n_pages": 4}, "links .* from 0 to 3; found page 4"),
        ({"links": [(0, 8)]}, "links .* from 0 to 7; found page 8"),
        ({"n_pages": 9}, "n_pages must be a whole number from 1 to 8; found 9"),
        ({"n_pages": 0}, "n_pages must be a whole number from 1 to 8; found 0"),
        ({"n_pages": 2.5}, "n_pages must be a whole number from 1 to 8; found 2.5"),
        ({"damping": 1.2}, "damping must be from 0 to 1; found 1.2"),
        ({"damping": float("nan")}, "damping must be from 0 to 1; found nan"),
        ({"damping": "much"}, "damping.*str"),
        ({"n_steps": -1}, "n_steps must be from 0 to 500; found -1"),
        ({"n_steps": 501}, "n_steps must be from 0 to 500; found 501"),
        ({"labels": "AB"}, "labels must name n_pages = 3 pages; found 2"),
        ({"labels": "AAB"}, "labels must differ"),
        ({"labels": ["A", "B", "left"]}, "labels must be one or two .* found 'left'"),
        ({"labels": ["A", "B", ""]}, "labels must be one or two .* found ''"),
        ({"positions": [(0, 0), (1, 0)]}, "positions must be 3 points.* found 2"),
        ({"positions": [(0, 0), (1, 0), (5, 0)]}, r"positions must be within .* found \(5"),
        ({"positions": [(0, 0), (1, 0), 3]}, "positions must be pairs of numbers; found 3"),
    ],
)
def test_wrong_arguments_are_named_with_what_was_found_and_wanted(arguments, problem):
    with pytest.raises(TraitError, match=problem):
        LittleWeb(**arguments)


def test_a_wrong_assignment_is_refused_and_changes_nothing():
    figure = LittleWeb(BOOK)
    before = figure.state()
    for name, value in [("links", [(0, 9)]), ("positions", [(0, 0)]), ("damping", 2)]:
        with pytest.raises(TraitError, match=name):
            setattr(figure, name, value)
    assert figure.state() == before


def test_pages_can_be_added_from_python_with_all_that_belongs_to_them():
    figure = LittleWeb([(0, 1)])
    with figure.hold_trait_notifications():
        figure.labels = (*figure.labels, "C")
        figure.positions = (*figure.positions, (0, 0))
        figure.links = (*figure.links, (1, 2))
    assert figure.n_pages == 3
    assert "Page C links nowhere" in figure.describe().sentence


def test_what_the_reader_changes_reaches_python_all_at_once():
    figure = LittleWeb([(0, 1)])
    seen = []
    figure.observe(lambda change: seen.append(figure.describe().sentence), "links")
    figure.set_state(
        {
            "labels": ["A", "B", "C"],
            "positions": [[0, 0], [1, 0], [0, 1]],
            "links": [[0, 1], [2, 0]],
            "n_steps": 1,
        }
    )
    assert figure.links == ((0, 1), (2, 0))
    assert figure.positions == ((0, 0), (1, 0), (0, 1))
    assert seen == [figure.describe().sentence]


def test_links_may_be_an_array_and_are_kept_in_order():
    figure = LittleWeb(np.array([[2, 0], [0, 1]]))
    assert figure.links == ((0, 1), (2, 0))
    assert repr(figure) == (
        "LittleWeb(labels=('A', 'B', 'C'), positions=((-1.04, 0.43), (1.04, 0.43), "
        "(0.0, -0.86)), links=((0, 1), (2, 0)), damping=0.85, n_steps=0)"
    )


@pytest.mark.parametrize("n_pages", range(1, 9))
def test_pages_that_nobody_placed_stand_apart(n_pages):
    places = around(n_pages)
    assert len(places) == n_pages
    for one, other in itertools.combinations(places, 2):
        assert np.hypot(*np.subtract(one, other)) > 0.6


def test_the_static_picture_shows_every_page_its_rank_and_every_link():
    figure = LittleWeb([*BOOK, (3, 3)], n_steps=20)
    picture = figure.svg()
    texts = re.findall(r"<text[^>]*>([^<]*)</text>", picture)
    assert [*texts[::2]] == ["A", "B", "C", "D"]
    assert sum(map(float, texts[1::2])) == pytest.approx(1, abs=2e-3)
    assert picture.count('class="mlf-web-shaft"') == 8
    assert picture.count('class="mlf-web-crown"') == 1
    assert (
        f"Page D, rank {pagerank(figure.links).ranks[3]:.3f}, links to C and itself" in picture
    )


def test_the_table_is_the_link_matrix_with_the_ranks():
    controls = LittleWeb(BOOK, n_steps=1, damping=1).controls()
    rows = re.findall(r"<tr[^>]*>(.*?)</tr>", controls)
    cells = [re.findall(r"<t[dh][^>]*>([^<]*)</t[dh]>", row) for row in rows]
    assert cells == [
        ["", "A", "B", "C", "D", "rank"],
        ["A", "0", "0", "1/3", "0", "0.083"],
        ["B", "1/2", "0", "1/3", "0", "0.208"],
        ["C", "1/2", "0", "0", "1", "0.375"],
        ["D", "0", "1", "1/3", "0", "0.333"],
    ]


IMPORTS = """
import { describeWeb, pageName, topPages } from "./src/figures/little_web_words.js";
import { agrees, fields } from "./src/figures/little_web_state.js";
import { ranksAfter } from "./src/maths/pagerank.js";
import { arrows, circles, numberPlaces } from "./src/view/web_scene.js";

function live(state) {
  const web = { nPages: state.labels.length, links: state.links };
  const standing = ranksAfter(web, state.damping, state.n_steps);
  const pages = circles(state.positions, standing.ranks);
  const links = arrows(pages, state.links);
  return {
    allowed: Object.keys(fields).every((name) => fields[name].check(state[name])) && agrees(state),
    parts: Object.keys(fields),
    ranks: standing.ranks,
    description: describeWeb(state, standing),
    top: topPages(standing.ranks),
    names: state.labels.map((_, page) => pageName(state, standing.ranks, page)),
    pages: pages.map(({ centre, radius }) => [...centre, radius]),
    arrows: links.map((link) => link && [...link.shaft, ...link.head]),
    numbers: numberPlaces(pages, links),
  };
}
"""


def states_of_every_sort():
    """Return webs that are degenerate in every way we know, and many at random."""
    yield {"links": BOOK}
    yield {"links": BOOK, "n_steps": 7}
    yield {"links": []}
    yield {"links": [(0, 0)], "n_steps": 3}
    yield {"links": [], "n_pages": 8, "n_steps": 2}
    yield {"links": [(0, 1), (1, 0)], "damping": 1, "n_steps": 5}
    yield {"links": [(0, 1), (1, 0), (2, 0)], "damping": 1, "n_steps": 9}
    yield {"links": [(0, 1), (1, 0), (2, 0)], "damping": 0.99, "n_steps": 500}
    yield {"links": [(0, 1), (1, 1)], "damping": 1, "n_steps": 4}
    yield {"links": [(0, 1), (1, 0), (2, 3), (3, 2)], "n_steps": 2}
    yield {"links": list(itertools.product(range(8), repeat=2)), "n_steps": 1}
    yield {"links": [(0, 1), (0, 2), (1, 2)], "positions": [(0, 0), (0.01, 0), (0, 0)]}
    yield {"links": [(0, 2), (2, 1)], "positions": [(-1, 0), (0, 0), (1, 0)], "labels": "xyz"}
    rng = np.random.default_rng(0)
    for _ in range(150):
        n = int(rng.integers(1, 9))
        chosen = rng.random((n, n)) < rng.random()
        yield {
            "links": np.argwhere(chosen),
            "n_pages": n,
            "damping": float(rng.choice([0, 0.5, 0.85, 1, round(rng.random(), 2)])),
            "n_steps": int(rng.integers(0, 60)),
            "positions": rng.uniform([-1.45, -1.1], [1.45, 1.1], (n, 2)).round(2).tolist(),
        }


def test_the_live_figure_computes_says_and_draws_what_python_does(in_javascript):
    figures = [LittleWeb(**state) for state in states_of_every_sort()]
    answers = in_javascript(IMPORTS, "live(input)", [figure.state() for figure in figures])
    for figure, live in zip(figures, answers, strict=True):
        ranks = figure.standing().ranks
        assert live["allowed"], figure
        assert live["parts"] == list(figure.state())
        assert live["ranks"] == pytest.approx(ranks, abs=1e-12)
        rows, sentence = figure.describe()
        assert live["description"] == {
            "rows": [list(row) for row in rows],
            "sentence": sentence,
        }
        assert live["top"] == top_pages(ranks)
        assert live["names"] == [
            page_name(figure.labels, figure.links, ranks, page)
            for page in range(figure.n_pages)
        ]
        pages = web_circles(figure.positions, ranks)
        arrows = web_arrows(pages, figure.links)
        flat = [[*circle.centre, circle.radius] for circle in pages]
        np.testing.assert_allclose(live["pages"], flat, atol=1e-6)
        for theirs, ours in zip(live["arrows"], arrows, strict=True):
            assert (theirs is None) == (ours is None)
            if ours:
                np.testing.assert_allclose(theirs, [*ours.shaft, *ours.head], atol=1e-6)
        np.testing.assert_allclose(live["numbers"], number_places(pages, arrows), atol=1e-6)
