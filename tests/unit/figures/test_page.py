"""Figures on a page of a book: a tiny book, built from notebooks that are already executed."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import nbformat
import pytest
from mlmath.figures import Figure, LittleWeb, PlaneExplorer
from mlmath.figures.base import MIME_TYPE, STATIC

CONFIGURATION = """
extensions = ["myst_nb", "mlmath.figures.page"]
nb_execution_mode = "off"
numfig = True
"""

PAGE = "# A page\n\nSee {numref}`fig-turn`, and {ref}`the other one <fig-shear>`.\n"


def notebook(text: str, *cells: tuple[Figure, dict]) -> str:
    """Return an executed notebook that shows figures, with the widgets' state as saved."""
    book = nbformat.v4.new_notebook()
    book.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3"}
    book.metadata["language_info"] = {"name": "python", "pygments_lexer": "ipython3"}
    book.metadata["widgets"] = {
        "application/vnd.jupyter.widget-state+json": {"state": {"x": {}}, "version_major": 2}
    }
    book.cells.append(nbformat.v4.new_markdown_cell(text))
    for figure, metadata in cells:
        data, about = figure._repr_mimebundle_()
        output = nbformat.v4.new_output("execute_result", data=data, metadata=about)
        cell = nbformat.v4.new_code_cell("show()", outputs=[output], metadata=metadata)
        book.cells.append(cell)
    for i, cell in enumerate(book.cells):
        cell.id = f"cell-{i}"
    return nbformat.writes(book)


def shown(name: str, caption: str) -> dict:
    return {"mystnb": {"figure": {"name": name, "caption": caption}}}


def build(folder: Path) -> Path:
    """Write the tiny book and build it; any warning is an error."""
    folder.mkdir()
    (folder / "conf.py").write_text(CONFIGURATION)
    (folder / "index.md").write_text("# Book\n\n```{toctree}\npage\nboth\nplain\n```\n")
    (folder / "plain.md").write_text("# Plain\n\nNo figure.\n")
    (folder / "page.ipynb").write_text(
        notebook(
            PAGE,
            (PlaneExplorer(), shown("fig-shear", "A *shear*.")),
            (PlaneExplorer(matrix=[[0, 2], [1, 1]]), shown("fig-turn", "Turn.")),
            (PlaneExplorer(matrix=[[2, 0], [0, 2]]), {}),
        ),
        encoding="utf-8",
    )
    both = notebook("# Both", (LittleWeb(), {}), (PlaneExplorer(), {}))
    (folder / "both.ipynb").write_text(both, encoding="utf-8")
    out = folder / "_html"
    command = [sys.executable, "-m", "sphinx", "-q", "-W", "-n", str(folder), str(out)]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return out


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Path:
    return build(tmp_path_factory.mktemp("book") / "source")


@pytest.fixture(scope="module")
def page(site) -> str:
    return (site / "page.html").read_text("utf-8")


class Elements(HTMLParser):
    """The start tags of a page, and whether each end tag closes what is open."""

    EMPTY = frozenset(["br", "hr", "img", "input", "link", "meta"])

    def __init__(self, html: str):
        super().__init__()
        self.all: list[tuple[str, dict, tuple[str, ...]]] = []
        self.open: list[str] = []
        self.feed(html)
        assert self.open == [], f"never closed: {self.open}"

    def handle_starttag(self, tag, attrs):
        """Note the element and what it stands in."""
        self.all.append((tag, dict(attrs), tuple(self.open)))
        if tag not in self.EMPTY:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        """Note an element that closes itself."""
        self.all.append((tag, dict(attrs), tuple(self.open)))

    def handle_endtag(self, tag):
        """Check that what ends is what was opened last."""
        assert self.open.pop() == tag


def figures(page: str) -> list[tuple[dict, tuple[str, ...]]]:
    return [(attributes, inside) for _, attributes, inside in Elements(page).all
            if "data-figure" in attributes]  # fmt: skip


def test_a_figure_is_numbered_and_can_be_referred_to(page):
    assert re.search(r'href="#fig-turn"[^>]*><span[^>]*>Fig\. 2</span>', page)
    assert re.search(r'href="#fig-shear"[^>]*><span[^>]*>the other one</span>', page)
    assert re.search(r"Fig\. 1 </span><span[^>]*>A <em>shear</em>", page)


def test_a_figure_stands_in_its_figure_element_under_the_name_that_links_use(page):
    names = [attributes["data-name"] for attributes, _ in figures(page)]
    assert names == ["fig-shear", "fig-turn", "figure-3-0"]
    assert ["figure" in inside for _, inside in figures(page)] == [True, True, False]


def test_no_id_occurs_twice(page):
    ids = [attributes["id"] for _, attributes, _ in Elements(page).all if "id" in attributes]
    assert len(ids) == len(set(ids))


def test_the_state_travels_with_the_element(page):
    attributes, _ = figures(page)[1]
    data = json.loads(attributes["data-figure"])
    assert data["kind"] == "plane-explorer"
    assert data["state"] == {"matrix": [[0, 2], [1, 1]], "x": [1, 1], "eigenlines": False}


def test_without_a_script_the_picture_and_the_words_are_there(page):
    assert page.count('class="mlf-svg"') == 3
    assert "<dt>Determinant</dt><dd>−2 (turned over)</dd>" in page
    assert "<dt>Eigenvalues</dt><dd>2 and −1</dd>" in page


def test_before_the_script_comes_no_control_can_be_used(page):
    for tag, attributes, inside in Elements(page).all:
        if tag in ("input", "button", "select") and "figure" in inside:
            assert "fieldset" in inside
        if tag == "fieldset":
            assert "disabled" in attributes


def scripts(page: str) -> list[str]:
    """Return the figures' scripts that a page loads."""
    found = re.findall(r'<script defer="defer" src="_static/([\w-]+)\.js\?v=\w+">', page)
    return [name for name in found if (STATIC / f"{name}.js").exists()]


def test_a_page_loads_the_scripts_of_the_kinds_of_its_figures(site, page):
    assert scripts(page) == ["plane-explorer"]
    assert scripts((site / "both.html").read_text("utf-8")) == ["little-web", "plane-explorer"]
    for name in ("little-web", "plane-explorer"):
        assert (site / "_static" / f"{name}.js").exists()


def test_only_pages_with_a_figure_load_script_and_style(site, page):
    assert re.search(r'<link [^>]*href="_static/figures\.css\?v=\w+"', page)
    plain = (site / "plain.html").read_text("utf-8")
    assert scripts(plain) == [] and "figures.css" not in plain


def test_the_widgets_own_machinery_stays_out(site, page):
    for trace in ("widget-state", "widget-view", "require.js", "html-manager", ".mjs"):
        assert trace not in page
    assert not (site / "_images").exists()


def test_nothing_inline_runs(page):
    for tag, attributes, inside in Elements(page).all:
        if "figure" in inside:
            assert tag != "script"
            assert not [name for name in attributes if name.startswith("on")]


def test_two_builds_are_the_same(site, tmp_path):
    again = build(tmp_path / "source")
    assert (again / "page.html").read_bytes() == (site / "page.html").read_bytes()


def test_a_notebook_viewer_without_our_script_has_picture_and_text():
    data, _ = PlaneExplorer()._repr_mimebundle_()
    assert data["text/plain"] == (
        "PlaneExplorer(matrix=((1, 0), (0, 1)), x=(1, 1), eigenlines=False)"
    )
    assert data["image/svg+xml"].startswith("<svg ")
    assert data["application/vnd.jupyter.widget-view+json"]["model_id"]
    assert json.loads(json.dumps(data[MIME_TYPE])) == data[MIME_TYPE]
