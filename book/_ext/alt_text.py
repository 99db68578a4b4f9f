"""A picture without words for those who cannot see it is a warning; so is a file name.

Words are given with ``![words](file)``, ``:alt:`` of a figure, or, for what a cell draws,
``mystnb: {image: {alt: "words"}}`` in the options of the cell. Interactive figures describe
themselves and are no pictures here.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.util import logging

if TYPE_CHECKING:
    from sphinx.application import Sphinx

logger = logging.getLogger(__name__)

FILE_NAME = re.compile(
    r"\S+\.(?:avif|gif|jpe?g|pdf|png|svg|webp)$|^\S*[/\\]\S*$|^[0-9a-f]{16,}$"
)


def check_pictures(app: Sphinx, doctree: nodes.document) -> None:
    for image in doctree.findall(nodes.image):
        words = image.get("alt", "").strip()
        if not words:
            problem = "the picture has no alt text: say what a person who cannot see it needs"
        elif FILE_NAME.search(words):
            problem = f"the alt text {words!r} is a file name: say what the picture shows"
        else:
            continue
        logger.warning(problem, location=located(image), type="alt_text")


def located(node: nodes.Node) -> nodes.Node:
    """Return the nearest node that knows its line: the picture, its figure or its cell."""
    while not node.line and node.parent is not None:
        node = node.parent
    return node


def setup(app: Sphinx) -> dict[str, Any]:
    app.connect("doctree-read", check_pictures)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
