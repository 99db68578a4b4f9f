"""The glossary at hand: each term that a page links shows its definition, and an index.

- `definitions`: what the glossary says of a page's terms comes with the page; ``terms.js`` shows
  it to whoever points at a link to a term, puts the focus on it or taps it once.
- ``{term-index}``: `term_index`, every term with the sections that use it.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from terms import definitions, term_index

if TYPE_CHECKING:
    from sphinx.application import Sphinx

SCRIPT = Path(__file__).parent / "static" / "terms.js"


def ship_script(app: Sphinx) -> None:
    app.config.html_static_path.append(str(SCRIPT))


def setup(app: Sphinx) -> dict[str, Any]:
    app.add_directive("term-index", term_index.TermIndex)
    app.add_node(term_index.term_index)
    app.connect("builder-inited", ship_script)
    app.connect("doctree-read", term_index.note_uses)
    app.connect("env-purge-doc", term_index.forget)
    app.connect("env-merge-info", term_index.merge)
    app.connect("env-updated", definitions.pages_to_write)
    app.connect("env-updated", term_index.pages_to_write)
    app.connect("doctree-resolved", term_index.fill)
    # Before the mathematics looks whether the page has any.
    app.connect("html-page-context", definitions.add, priority=400)
    return {"version": "1", "env_version": 1, "parallel_read_safe": True}
