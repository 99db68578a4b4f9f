"""Assignments: pages with code that a learner writes, from one source.

A cell with ``### BEGIN SOLUTION`` … ``### END SOLUTION`` runs as it stands when the book is built.
The page shows it with a stub in the place of the solution, and the whole below, folded. The page's
notebook has the stub between the marks, and what nbgrader needs to know of its cells: a teacher
can put it into an nbgrader course as it is. `cells` has the rules of both.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.util import logging

from assignment.cells import BadAssignment, has_solution, nbgrader_metadata, solved, stub

if TYPE_CHECKING:
    from sphinx.application import Sphinx

logger = logging.getLogger(__name__)


def hide_solutions(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Show the stub of each solution, and the solution in a fold below it."""
    for cell in list(doctree.findall(is_code_cell)):
        block = cell.next_node(nodes.literal_block)
        if block is None:
            continue
        source = block.astext()
        try:
            nbgrader_metadata(source, cell["cell_metadata"])
            if not has_solution(source):
                continue
            short = stub(source)
        except BadAssignment as mistake:
            logger.warning("assignment: %s", mistake, location=cell)
            continue
        fold = nodes.admonition(classes=["dropdown", "solution"])
        fold += nodes.title("", "Solution")
        fold += code_like(block, solved(source))
        cell.parent.insert(cell.parent.index(cell) + 1, fold)
        block.parent.replace(block, code_like(block, short))


def code_like(block: nodes.literal_block, code: str) -> nodes.literal_block:
    """Return a block with other code."""
    new = nodes.literal_block(code, code, **block.attributes)
    new.source, new.line = block.source, block.line
    return new


def is_code_cell(node: nodes.Node) -> bool:
    return isinstance(node, nodes.container) and node.get("nb_element") == "cell_code"


def setup(app: Sphinx) -> dict[str, Any]:
    # Before the theme turns what folds into its own boxes.
    app.connect("doctree-resolved", hide_solutions, priority=400)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
