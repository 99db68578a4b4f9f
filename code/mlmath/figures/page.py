"""Figures in the pages of the book: the MyST-NB renderer and the Sphinx extension.

The renderer writes the element of each figure; the extension ships the scripts, one for each
kind of figure, and the style sheet, which only pages with such a figure load, and keeps the notebook widgets' own machinery
(1.1 MB a page) out of them. List ``mlmath.figures.page`` among Sphinx's extensions.
"""

from __future__ import annotations

from typing import Any

from docutils import nodes

from mlmath.figures.base import MIME_TYPE, STATIC, STATIC_PICTURE
from mlmath.figures.markup import figure_html

SCRIPT = "mlmath-figure-"
"""How the keys of our scripts begin, among those that MyST-NB adds to a page."""
STYLES = "figures.css"


def script_file(kind: str) -> str:
    """Return the script that wakes the figures of a kind."""
    return f"{kind}.js"


class FigureRenderer:
    """Renders the figures' own MIME type (entry point ``myst_nb.mime_renderers``)."""

    mime_priority_overrides = (("html", MIME_TYPE, 1), ("dirhtml", MIME_TYPE, 1))

    @staticmethod
    def handle_mime(renderer: Any, data: Any, inline: bool) -> list[nodes.Element] | None:
        """Return the nodes of a figure, None for an output that is not one."""
        if data.output_metadata.get(data.mime_type, {}).get(STATIC_PICTURE):
            return []
        if data.mime_type != MIME_TYPE or inline:
            return None
        kind = data.content["kind"]
        renderer.add_js_file(SCRIPT + kind, script_file(kind), {"loading_method": "defer"})
        return [nodes.raw(text=figure_html(data.content, figure_name(data)), format="html")]


def figure_name(data: Any) -> str:
    """Return what links call the figure: the page's name for it, or its place on the page."""
    figure = data.cell_metadata.get("mystnb", {}).get("figure") or {}
    if name := figure.get("name"):
        return nodes.make_id(str(name))
    return f"figure-{data.cell_index}-{data.output_index}"


def ship_assets(app: Any) -> None:
    """Have Sphinx copy the scripts and the style sheet into the site."""
    app.config.html_static_path += map(str, [*sorted(STATIC.glob("*.js")), STATIC / STYLES])


def has_figure(scripts: dict[str, Any]) -> bool:
    """Return whether a figure's script is among those of a page."""
    return any(key.startswith(SCRIPT) for key in scripts)


def drop_widget_machinery(app: Any, env: Any) -> None:
    """Take the state and the scripts of notebook widgets out of pages with figures."""
    for metadata in getattr(env, "nb_metadata", {}).values():
        scripts = metadata.get("js_files", {})
        if has_figure(scripts):
            metadata["js_files"] = {
                key: file for key, file in scripts.items() if not key.startswith("ipywidgets_")
            }


def add_style_sheet(app: Any, page: str, template: str, context: dict, doctree: Any) -> None:
    """Load the style sheet on pages that load a figure's script."""
    if has_figure(getattr(app.env, "nb_metadata", {}).get(page, {}).get("js_files", {})):
        app.add_css_file(STYLES)


def setup(app: Any) -> dict[str, Any]:
    """Register the extension with Sphinx."""
    app.connect("builder-inited", ship_assets)
    app.connect("env-updated", drop_widget_machinery)
    app.connect("html-page-context", add_style_sheet)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
