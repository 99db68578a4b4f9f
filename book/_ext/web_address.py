"""Where the book is on the web: canonical links and the list of pages for search engines.

The environment variable ``BOOK_ADDRESS`` says it, and the workflow that publishes sets it
(``BOOK_ADDRESS=https://ada.github.io/maths-book/``). It is the one switch between a book that
is built to be read here and one that is built to be published: other extensions ask
``html_baseurl``, which this one sets. Unset, a page says nothing about where it is.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlsplit
from xml.sax.saxutils import escape

from repository import git
from sphinx.errors import ConfigError

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config


def set_address(app: Sphinx, config: Config) -> None:
    address = os.environ.get("BOOK_ADDRESS", "")
    if address and urlsplit(address).scheme not in ("http", "https"):
        raise ConfigError(f"BOOK_ADDRESS is {address!r}, not an address like https://…/")
    # A user or token in front of the host must not reach a page.
    if "@" in urlsplit(address).netloc:
        raise ConfigError("BOOK_ADDRESS has a user or a password in it")
    config.html_baseurl = f"{address.rstrip('/')}/" if address else ""


def page_address(app: Sphinx, pagename: str) -> str:
    """Return the address of a page; that of the front page is the book's own."""
    file = "" if pagename == app.config.root_doc else f"{quote(pagename)}.html"
    return app.config.html_baseurl + file


def set_canonical_link(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any
) -> None:
    published = app.config.html_baseurl and doctree is not None
    context["pageurl"] = page_address(app, pagename) if published else None


def changed(folder: Path) -> dict[str, str]:
    """Return the day on which each file below a folder was last committed, by its path.

    Empty where the history is not there, or cut short: then git knows the day of the last
    commit only.
    """
    if git(folder, "rev-parse", "--is-shallow-repository") != "false":
        return {}
    log = git(folder, "log", "--format=@%cs", "--name-only", "--relative", "--", ".")
    days, day = {}, ""
    for line in log.splitlines():
        if line.startswith("@"):
            day = line[1:]
        elif line:
            days.setdefault(line, day)
    return days


def sitemap(app: Sphinx) -> str:
    """Return the list of the book's pages as the sitemap protocol has it."""
    days = changed(Path(app.srcdir))
    lines = []
    for pagename in sorted(app.env.found_docs):
        file = Path(app.env.doc2path(pagename)).relative_to(app.srcdir).as_posix()
        last = f"<lastmod>{days[file]}</lastmod>" if file in days else ""
        lines.append(f"<url><loc>{escape(page_address(app, pagename))}</loc>{last}</url>")
    return "\n".join(
        [
            '<?xml version="1.0" encoding="utf-8"?>',
            '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
            *lines,
            "</urlset>\n",
        ]
    )


def finish(app: Sphinx, exception: Exception | None) -> None:
    if exception is not None or app.builder.format != "html":
        return
    outdir, address = Path(app.outdir), app.config.html_baseurl
    files = {}
    if address:
        files["sitemap.xml"] = sitemap(app)
    # Search engines ask for this file at the root of a host only.
    if address and urlsplit(address).path == "/":
        files["robots.txt"] = f"User-agent: *\nAllow: /\nSitemap: {address}sitemap.xml\n"
    for name in ("sitemap.xml", "robots.txt"):
        if name in files:
            (outdir / name).write_text(files[name], encoding="utf-8")
        else:
            (outdir / name).unlink(missing_ok=True)


def setup(app: Sphinx) -> dict[str, Any]:
    app.connect("config-inited", set_address)
    app.connect("html-page-context", set_canonical_link, priority=300)
    app.connect("build-finished", finish)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
