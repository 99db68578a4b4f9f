"""Questions that answer back, families of them, and an account of what has been answered.

- ``{question}`` and ``{question-family}``: `directives`, which read an author's list of answers
  (`source`, `values`) or ask a family, compose nodes (`doctree`) and write them (`html`).
- ``{progress}`` and ``{progress-tools}``: `progress`, from the book's list of questions (`book`).

All is typeset when the book is built. The script marks answers, remembers them in the reader's
browser and nowhere else, and comes only with pages that need it; its source is in
``code/frontend/src/practice``.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from mlmath.figures.page import STYLES, script_file

from practice import book, html, progress
from practice.directives import AskFamily, AskQuestion
from practice.doctree import part, question, variant

if TYPE_CHECKING:
    from sphinx.application import Sphinx

STATIC = Path(__file__).parent / "static"


def ship_assets(app: Sphinx) -> None:
    app.config.html_static_path += [str(STATIC / "practice.js"), str(STATIC / "practice.css")]


def add_assets(
    app: Sphinx,
    page: str,
    template: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """Load the script and the styles on pages that use them."""
    if doctree is None:
        return
    ours = (question, progress.progress, progress.progress_tools)
    if not any(isinstance(node, ours) for node in doctree.findall()):
        return
    app.add_js_file("practice.js", loading_method="defer")
    app.add_css_file("practice.css")
    figures = {node["figure"] for node in doctree.findall(part) if "figure" in node}
    for kind in sorted(figures):
        app.add_js_file(script_file(kind), loading_method="defer")
    if figures:
        app.add_css_file(STYLES)


def setup(app: Sphinx) -> dict[str, Any]:
    app.add_directive("question", AskQuestion)
    app.add_directive("question-family", AskFamily)
    app.add_directive("progress", progress.ShowProgress)
    app.add_directive("progress-tools", progress.ShowTools)
    app.add_node(question, html=(html.write_question, None))
    app.add_node(variant)
    app.add_node(part, html=(html.visit_part, html.depart_part))
    for node, visit, depart in progress.NODES:
        app.add_node(node, html=(visit, depart))
    app.connect("builder-inited", ship_assets)
    app.connect("env-purge-doc", book.forget)
    app.connect("env-merge-info", book.merge)
    app.connect("env-updated", book.write_record)
    app.connect("env-updated", progress.pages_to_write)
    app.connect("doctree-resolved", progress.list_pages)
    app.connect("html-page-context", add_assets)
    return {"version": "1", "env_version": 1, "parallel_read_safe": True}
