"""Figures as widgets: what the reader does reaches Python, and the other way round."""

from __future__ import annotations

import pytest
import traitlets
from mlmath.figures import PlaneExplorer


def test_what_the_reader_drags_is_what_python_has():
    figure = PlaneExplorer()
    figure.set_state({"matrix": [[1, 0.5], [0, 1]], "x": [2, -1.5]})  # a message from the page
    assert figure.matrix == ((1, 0.5), (0, 1))
    assert figure.x == (2, -1.5)
    assert dict(figure.describe().rows)["A x"] == "(1.25, −1.5)"


def test_nonsense_from_the_page_changes_nothing():
    figure = PlaneExplorer()
    for nonsense in ({"matrix": [[1, 0.5]]}, {"x": [1, None]}, {"x": "<b>"}, {"eigenlines": 3}):
        with pytest.raises(traitlets.TraitError):
            figure.set_state(nonsense)
    assert figure.state() == PlaneExplorer().state()


def test_python_can_listen_to_the_reader():
    figure = PlaneExplorer()
    heard = []
    figure.observe(lambda change: heard.append(change.new), names="x")
    figure.set_state({"x": [3, 0]})
    assert heard == [(3, 0)]


def test_a_widget_carries_its_markup_and_needs_no_other_file():
    state = PlaneExplorer(matrix=[[0, 2], [1, 1]], move=("x",)).get_state()
    assert 'data-figure="{' in state["_markup"]
    assert "export" in state["_esm"] and "--ml-first-basis" in state["_css"]
    assert state["matrix"] == ((0, 2), (1, 1))
