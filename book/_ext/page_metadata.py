"""What search engines and previews show of a page, from its front matter.

``description:`` is one sentence; a page without one, or with a long one, is a warning.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from sphinx.util import logging

if TYPE_CHECKING:
    from sphinx.application import Sphinx

logger = logging.getLogger(__name__)

LONGEST = 250


def check_description(app: Sphinx, doctree: Any) -> None:
    docname = app.env.docname
    description = app.env.metadata[docname].get("description", "").strip()
    if not description:
        problem = "the page has no description: add one sentence to its front matter"
    elif len(description) > LONGEST:
        problem = f"the description has {len(description)} characters, at most {LONGEST} fit"
    else:
        return
    logger.warning(problem, location=(docname, 1), type="page_metadata")


def add_metadata(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any
) -> None:
    description = app.env.metadata.get(pagename, {}).get("description", "").strip()
    if not description:
        description = f"{context.get('title', pagename)}: {context['docstitle']}"
    title = app.env.titles.get(pagename)
    properties = {
        "og:title": title.astext() if title else context.get("title", ""),
        "og:description": description,
        "og:type": "article",
        "og:site_name": context["docstitle"],
    }
    tags = [f'<meta name="description" content="{escape(description)}">']
    tags += [
        f'<meta property="{name}" content="{escape(value)}">'
        for name, value in properties.items()
    ]
    context["metatags"] = context.get("metatags", "") + "\n".join(tags)


def setup(app: Sphinx) -> dict[str, Any]:
    app.connect("doctree-read", check_description)
    app.connect("html-page-context", add_metadata, priority=400)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
