"""Keep a formula with the punctuation that belongs to it, and a short one in one piece.

Browsers may break a line before and after any formula, even between it and its full stop.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docutils import nodes

if TYPE_CHECKING:
    from sphinx.application import Sphinx

# Longer ones may break where KaTeX allows it, after a relation or an operator; what ends the
# clause becomes a part of them.
SHORT = 24
END_OF_CLAUSE = re.compile(r"^[.,;:!?]")
OPENING = re.compile(r"[(\[“‘]+$")
CLOSING = re.compile(r"^(?:[.,;:!?)\]’”…]|-\w+)+")


def keep_together(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    if app.builder.format != "html":
        return
    for formula in list(doctree.findall(nodes.math)):
        parent = formula.parent
        place = parent.index(formula)
        if place and parent[place - 1].astext().endswith("$"):
            continue  # a mistake, which the writer will report
        if len(formula.astext()) > SHORT:
            end = take(parent, place + 1, END_OF_CLAUSE)
            if end:
                formula["end"] = end
            continue
        before = take(parent, place - 1, OPENING)
        after = take(parent, place + 1, CLOSING)
        together = nodes.inline("", "", classes=["together"])
        parent.replace(formula, together)
        together += [nodes.Text(before), formula, nodes.Text(after)]


def take(parent: nodes.Element, place: int, pattern: re.Pattern) -> str:
    """Take what the pattern finds out of the text at a place, if text is there."""
    if not 0 <= place < len(parent) or not isinstance(parent[place], nodes.Text):
        return ""
    text = parent[place].astext()
    found = pattern.search(text)
    if found is None:
        return ""
    parent[place] = nodes.Text(text[: found.start()] + text[found.end() :])
    return found[0]
