"""The addresses behind the menu of a page, by their form."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, urlencode

from repository import Repository

NOTEBOOKS_BRANCH = "notebooks"
"""The branch to which publishing pushes the notebooks that Colab opens."""

MAIN_BRANCH = "main"


@dataclass(frozen=True)
class Link:
    """An entry of the menu: what it is called, where it leads, and what to expect there."""

    name: str
    address: str
    note: str = ""
    download: bool = False


def binder(repository: Repository, page: str) -> Link:
    """Return the link that starts a server with the repository's newest state."""
    path = quote(f"lab/tree/notebooks/{page}.ipynb")
    return Link(
        "Binder",
        f"https://mybinder.org/v2/gh/{repository.owner}/{repository.name}/HEAD?urlpath={path}",
        "A free server. Its start can take some minutes.",
    )


def colab(repository: Repository, page: str) -> Link:
    """Return the link to the notebook's copy on the branch of notebooks."""
    return Link(
        "Google Colab",
        f"https://colab.research.google.com/github/{repository.owner}/{repository.name}"
        f"/blob/{NOTEBOOKS_BRANCH}/{quote(page)}.ipynb",
        "Wants a Google account.",
    )


def in_the_browser(root: str, page: str) -> Link:
    """Return the link to JupyterLite, which publishing puts beside the book."""
    return Link(
        "This browser",
        f"{root}lite/notebooks/index.html?{urlencode({'path': f'{page}.ipynb'}, safe='/')}",
        "No server, no account. Loads about 30 MB the first time.",
    )


def download(page: str) -> Link:
    """Return the link to the notebook's file beside the page."""
    return Link(
        "Download the notebook", f"{quote(page.rpartition('/')[2])}.ipynb", download=True
    )


def edit(repository: Repository, source: str) -> Link:
    """Return the link to GitHub's editor for a file of the repository."""
    return Link("Edit this page", f"{repository.url}/edit/{MAIN_BRANCH}/{quote(source)}")


def report(repository: Repository, title: str, page: str) -> Link:
    """Return the link to the form for a mistake, which asks for page and section.

    The names of the fields are the ids in `.github/ISSUE_TEMPLATE/mistake.yml`.
    """
    fields = {"template": "mistake.yml", "title": f"Mistake on “{title}”", "page": page}
    return Link(
        "Report a mistake", f"{repository.url}/issues/new?{urlencode(fields, safe='/')}"
    )
