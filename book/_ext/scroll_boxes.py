"""Wide tables scroll in a box of their own, so that the page never scrolls sideways.

The theme's script makes a box that scrolls a stop for the keyboard.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def box_tables(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    for table in list(doctree.findall(nodes.table)):
        box = nodes.container(classes=["scroll-box", "table-box"], is_div=True)
        table.parent.replace(table, box)
        box += table


def setup(app: Sphinx) -> dict[str, Any]:
    app.connect("doctree-resolved", box_tables)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
