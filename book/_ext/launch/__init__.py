"""A menu on each page: run its notebook elsewhere, download it, mend the page.

A page with a notebook in `notebooks/` offers it for download, always. Where the repository is
known, Binder opens it, and every page can be edited and a mistake in it reported. Colab and
the browser's own Jupyter need what only publishing makes (the branch of notebooks, the folder
`lite`), so they are offered when the book is built for an address on the web: see
`web_address`.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

from repository import Repository, find_repository, git

from launch import links
from launch.menu import menu

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config


def find(app: Sphinx, config: Config) -> None:
    """Find the repository, and where the book lies in it."""
    repository = find_repository(Path(app.srcdir))
    config.launch_repository = f"{repository.owner}/{repository.name}" if repository else ""
    config.launch_folder = git(Path(app.srcdir), "rev-parse", "--show-prefix")


def notebook_file(app: Sphinx, pagename: str) -> Path:
    """Return where a page's notebook is, if it has one."""
    return Path(app.srcdir).parent / "notebooks" / f"{pagename}.ipynb"


def add_menu(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any
) -> None:
    """Give the page's bar its menu."""
    if doctree is None:
        return
    slug = app.config.launch_repository
    repository = Repository(*slug.split("/")) if slug else None
    published = bool(app.config.html_baseurl)

    run = []
    if notebook_file(app, pagename).is_file():
        if repository:
            run.append(links.binder(repository, pagename))
        if repository and published:
            run.append(links.colab(repository, pagename))
        if published:
            run.append(links.in_the_browser(context["content_root"], pagename))
        run.append(links.download(pagename))

    improve = []
    if repository:
        file = Path(app.env.doc2path(pagename)).relative_to(app.srcdir).as_posix()
        title = app.env.titles[pagename].astext()
        improve = [
            links.edit(repository, app.config.launch_folder + file),
            links.report(repository, title, pagename),
        ]
    if html := menu(run, improve):
        context.setdefault("header_buttons", []).append(html)


def copy_notebooks(app: Sphinx, exception: Exception | None) -> None:
    """Put each notebook beside its page, where the menu's download finds it."""
    if exception is not None or app.builder.format != "html":
        return
    for pagename in app.env.found_docs:
        if (file := notebook_file(app, pagename)).is_file():
            shutil.copyfile(file, Path(app.outdir) / f"{pagename}.ipynb")


def setup(app: Sphinx) -> dict[str, Any]:
    app.add_config_value("launch_repository", "", "html", types=[str])
    app.add_config_value("launch_folder", "", "html", types=[str])
    app.connect("config-inited", find)
    app.connect("html-page-context", add_menu)
    app.connect("build-finished", copy_notebooks)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
