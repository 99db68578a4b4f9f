"""Links to styles and scripts carry a hash of what they link to.

A browser that keeps a style sheet asks again when it has changed. Sphinx adds such a hash
when it writes a page; sheets that are made from all pages are not there yet, so the hashes of
all are set at the end.
"""

from __future__ import annotations

import hashlib
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sphinx.application import Sphinx

LINK = re.compile(r'((?:href|src)=")([^":?]+\.(?:css|js))(?:\?[^"]*)?"')


@cache
def version(file: Path, modified: int) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()[:8]


def set_versions(page: Path) -> None:
    """Set the hash of every local style and script that the page links."""

    def versioned(link: re.Match) -> str:
        file = (page.parent / link[2]).resolve()
        if not file.is_file():
            return link[0]
        return f'{link[1]}{link[2]}?v={version(file, file.stat().st_mtime_ns)}"'

    text = page.read_text(encoding="utf-8")
    head, end, rest = text.partition("</head>")
    new = LINK.sub(versioned, head) + end + rest
    if new != text:
        page.write_text(new, encoding="utf-8")


def finish(app: Sphinx, exception: Exception | None) -> None:
    if exception is None and app.builder.format == "html":
        for page in sorted(Path(app.outdir).rglob("*.html")):
            set_versions(page)


def setup(app: Sphinx) -> dict[str, Any]:
    app.connect("build-finished", finish, priority=800)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
