"""The page that GitHub Pages shows for an address that the book does not have.

It is shown at the address that was asked for, however deep, so its links begin at the root of
the host. Where the book is not built for an address on the web, it has no such page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from sphinx.application import Sphinx

NAME = "404"
TEXT = """<h1>This page is not in the book</h1>
<p>The address may be mistyped, or the page has another name now. The list of pages has all
there is, and the search finds a word in them.</p>
<p><a href="index.html">The beginning of the book</a></p>"""
RELATIVE = re.compile(r'((?:href|src|action|data-content_root)=")(?![a-z]+:|[/#])(?:\./)?')


def add_page(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    if app.config.html_baseurl:
        title = "Page not found"
        yield NAME, {"title": title, "body": TEXT}, "page.html"


def root_links(app: Sphinx, exception: Exception | None) -> None:
    """Let the links begin at the root of the host."""
    if exception is not None or app.builder.format != "html":
        return
    file = Path(app.outdir) / f"{NAME}.html"
    if not app.config.html_baseurl:
        file.unlink(missing_ok=True)
        return
    root = urlsplit(app.config.html_baseurl).path
    text = file.read_text(encoding="utf-8")
    file.write_text(RELATIVE.sub(rf"\g<1>{root}", text), encoding="utf-8")


def setup(app: Sphinx) -> dict[str, Any]:
    app.connect("html-collect-pages", add_page)
    # Behind the hashes of styles and scripts, which are found by relative links.
    app.connect("build-finished", root_links, priority=850)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
