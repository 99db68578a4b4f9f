"""The foot of each page says from which state of the text it was built.

Version, commit and day come from git, never from the clock, so that two builds of a commit
are the same, byte for byte. Outside git the pages say nothing. The line is set at the end of
a build on every page: a commit then does not make Sphinx write all pages anew.
"""

from __future__ import annotations

import re
import tomllib
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from repository import Repository, git

if TYPE_CHECKING:
    from sphinx.application import Sphinx

STAMP = re.compile(r'<p class="build-stamp">.*?</p>\n', re.DOTALL)
FOOTER_END = "</footer>\n</body>"


def stamp(folder: Path, repository: Repository | None) -> str:
    """Return the line for a book in a folder; nothing outside git."""
    commit, _, day = git(folder, "log", "-1", "--format=%H %cs").partition(" ")
    if not commit:
        return ""
    short = commit[:7]
    if repository:
        short = f'<a href="{escape(repository.url)}/commit/{commit}">{short}</a>'
    text = f"Built from commit {short} of <time>{day}</time>"
    if number := version(folder):
        text = f"Version {escape(number)}, b{text[1:]}"
    return f'<p class="build-stamp">{text}.</p>\n'


def version(folder: Path) -> str:
    """Return the version of the package beside the book, which is the book's own."""
    try:
        project = tomllib.loads((folder.parent / "code" / "pyproject.toml").read_text())
    except OSError:
        return ""
    return project["project"]["version"]


def finish(app: Sphinx, exception: Exception | None) -> None:
    if exception is not None or app.builder.format != "html":
        return
    slug = app.config.launch_repository
    line = stamp(Path(app.srcdir), Repository(*slug.split("/")) if slug else None)
    for page in sorted(Path(app.outdir).rglob("*.html")):
        text = page.read_text(encoding="utf-8")
        new = STAMP.sub("", text).replace(FOOTER_END, line + FOOTER_END)
        if new != text:
            page.write_text(new, encoding="utf-8")


def setup(app: Sphinx) -> dict[str, Any]:
    app.setup_extension("launch")
    app.connect("build-finished", finish, priority=700)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
