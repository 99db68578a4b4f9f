"""A figure on a page of its own, for tests that need no page of the book."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mlmath.figures.base import STATIC, Figure
from mlmath.figures.markup import figure_html
from playwright.sync_api import Browser
from web_server import serve

from .live_figure import COPYING, LiveFigure, Place, centre
from .visit import DESKTOP

NAME = "bench"


@contextmanager
def on_bench(browser: Browser, folder: Path, figure: Figure) -> Iterator[LiveFigure]:
    """Show a figure alone on a page, on a desk."""
    content = figure.content()
    parts = [
        "<!DOCTYPE html><html lang=en><meta charset=utf-8><title>Bench</title>",
        "<style>*{box-sizing:border-box}body{width:720px}</style>",
        f"<style>{(STATIC / 'figures.css').read_text('utf-8')}</style>",
        figure_html(content, NAME),
        f"<script>{(STATIC / f'{figure.kind}.js').read_text('utf-8')}</script>",
    ]
    (folder / f"{NAME}.html").write_text("".join(parts), encoding="utf-8")
    place = Place(NAME, NAME, figure.kind, content["options"], content["state"])
    with (
        serve(folder) as address,
        browser.new_context(**DESKTOP, permissions=COPYING) as context,
    ):
        yield LiveFigure.open(context, address, place)


def show(figure: LiveFigure, **state: object) -> None:
    """Bring the figure into a state by its link, and compare what it says with Python."""
    link = "&".join(f"{name}={value}" for name, value in state.items())
    figure.follow(f"#{NAME}?{link}")
    assert figure.note() == ""
    agrees(figure)


def agrees(figure: LiveFigure) -> None:
    """Compare what the figure says with what Python says of the same state."""
    said = figure.place.twin(**figure.state()).describe()
    assert figure.words() == (dict(said.rows), said.sentence), figure.state()


def vector_moves(figure: LiveFigure) -> None:
    """Move x, the first handle, by keys there and back, and drag it."""
    handle = figure.handles().first
    start = figure.state()["x"]
    handle.focus()
    for there, back in (("ArrowUp", "ArrowDown"), ("Shift+ArrowLeft", "Shift+ArrowRight")):
        figure.key(there)
        assert figure.state()["x"] != start
        agrees(figure)
        figure.key(back)
        assert figure.state()["x"] == start
    figure.drag(centre(handle), figure.inwards(handle))
    assert figure.state()["x"] != start
    agrees(figure)
