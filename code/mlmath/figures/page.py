"""Figures in the pages of the book: the MyST-NB renderer and the Sphinx extension.

The renderer writes the element of each figure; the extension ships the script and the style
sheet, which only pages with a figure load, and keeps the notebook widgets' own machinery
(1.1 MB a page) out. List ``mlmath.figures.page`` among Sphinx's extensions.
"""

from __future__ import annotations

from typing import Any

from docutils import nodes

from mlmath.figures.base import MIME_TYPE, STATIC
from mlmath.figures.markup import figure_html


class FigureRenderer:
    """Renders the figures' own MIME type (entry point ``myst_nb.mime_renderers``)."""

    mime_priority_overrides = (("html", MIME_TYPE, 1), ("dirhtml", MIME_TYPE, 1))

    @staticmethod
    def handle_mime(renderer: Any, data: Any, inline: bool) -> list[nodes.Element] | None:
        """Return the nodes of a figure, None for any other output."""
        if data.mime_type != MIME_TYPE or inline:
            return None
        name = figure_name(data)
        renderer.add_js_file("mlmath-figures", "figures.js", {"loading_method": "defer"})
        return [nodes.raw(text=figure_html(data.content, name), format="html")]


def figure_name(data: Any) -> str:
    """Return what links call the figure: the page's name for it, or its place on the page."""
    figure = data.cell_metadata.get("mystnb", {}).get("figure", {})
    if "name" in figure:
        return nodes.make_id(figure["name"])
    return f"figure-{data.cell_index}-{data.output_index}"
