"""A figure in a notebook: the real widget and the real page, with a wire between them."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from mlmath.figures import LittleWeb, PlaneExplorer
from mlmath.figures.base import Figure
from playwright.sync_api import Browser, Page, expect

from .live_figure import KINDS

# A model as anywidget gives it to a figure: `set` answers at once, `save_changes` sends.
RENDER = """
  async ({ module, state }) => {
    const address = URL.createObjectURL(new Blob([module], { type: "text/javascript" }));
    const widget = (await import(address)).default;
    const listeners = {};
    let unsent = {};
    const put = (name, value) => {
      state[name] = value;
      for (const listener of listeners[`change:${name}`] ?? []) listener();
    };
    const model = {
      get: (name) => state[name],
      set: (name, value) => { unsent[name] = value; put(name, value); },
      save_changes: () => { window.sendToPython(unsent); unsent = {}; },
      on: (event, listener) => (listeners[event] ??= []).push(listener),
      off: (event, listener) => {
        listeners[event] = listeners[event].filter((other) => other !== listener);
      },
    };
    window.fromPython = put;
    window.listeners = () => Object.values(listeners).flat().length;
    window.leave = widget.render({ model, el: document.querySelector("main") });
  }
"""


class Notebook:
    """One widget, shown in one cell of a page."""

    def __init__(self, page: Page, figure: Figure):
        self.page, self.figure = page, figure
        page.set_content("<!DOCTYPE html><title>Notebook</title><main></main>")
        page.expose_function("sendToPython", figure.set_state)
        state = figure.get_state()
        page.add_style_tag(content=state.pop("_css"))
        page.evaluate(
            RENDER, {"module": state.pop("_esm"), "state": json.loads(json.dumps(state))}
        )
        figure.observe(self.send, names=list(figure.state()))

    def send(self, change) -> None:
        """Tell the page what changed in Python."""
        value = self.figure.state()[change.name]
        self.page.evaluate("([name, value]) => fromPython(name, value)", [change.name, value])

    def row(self, label: str):
        """Return the text that the readout shows beside a label."""
        return self.page.locator(".mlf-readout div").filter(has_text=label).locator("dd")


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Return an empty page in which any error fails the test."""
    context = browser.new_context()
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    context.close()
    assert errors == []


def test_moving_a_vector_moves_it_in_python(page):
    notebook = Notebook(page, PlaneExplorer(matrix=[[2, 0], [0, 3]], x=(1, 1)))
    probe = page.get_by_role("slider", name="vector x")
    probe.press("ArrowRight")
    probe.press("Shift+ArrowUp")
    expect(notebook.row("A x")).to_have_text("(2.2, 6)")
    assert notebook.figure.x == (1.1, 2)


def test_a_change_in_python_moves_the_picture(page):
    notebook = Notebook(page, PlaneExplorer())
    notebook.figure.matrix = [[0, 1], [1, 0]]
    expect(notebook.row("Determinant")).to_have_text("−1 (turned over)")
    expect(page.get_by_label("first column, second entry")).to_have_value("1")
    expect(page.get_by_role("slider", name="image of the first")).to_have_attribute(
        "aria-valuetext", "(0, 1)"
    )


def test_a_typed_number_reaches_python_and_nonsense_does_not(page):
    notebook = Notebook(page, PlaneExplorer())
    entry = page.get_by_label("second column, first entry")
    entry.fill("1/4")
    entry.press("Enter")
    expect(notebook.row("A x")).to_have_text("(1.25, 1)")
    entry.fill("a quarter")
    entry.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("“a quarter” is not a number")
    assert notebook.figure.matrix == ((1, 0.25), (0, 1))


def test_a_figure_shown_again_shows_what_was_moved(page):
    figure = PlaneExplorer()
    figure.x = (0, 2)
    notebook = Notebook(page, figure)
    expect(notebook.row("A x")).to_have_text("(0, 2)")


def test_a_notebook_has_no_link_to_copy(page):
    Notebook(page, PlaneExplorer())
    expect(page.get_by_role("button", name="Reset")).to_be_enabled()
    expect(page.get_by_role("button", name="Copy link")).to_have_count(0)


def test_a_cell_that_is_cleared_stops_listening(page):
    notebook = Notebook(page, PlaneExplorer())
    assert page.evaluate("listeners()") == len(notebook.figure.state())
    page.evaluate("leave()")
    assert page.evaluate("listeners()") == 0


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kind_lives_from_a_module_of_its_own(page, kind):
    notebook = Notebook(page, KINDS[kind]())
    expect(page.get_by_role("button", name="Reset")).to_be_enabled()
    expect(page.locator(".mlf-sentence")).to_have_text(notebook.figure.describe().sentence)


def test_a_slider_reaches_python(page):
    notebook = Notebook(page, LittleWeb(links=[(0, 1), (1, 0)]))
    page.get_by_role("slider", name="Damping").press("ArrowLeft")
    page.wait_for_function("document.querySelector('.mlf-spoken').textContent !== ''")
    assert notebook.figure.damping < 0.85
