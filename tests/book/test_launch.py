"""The menu of a page leads where it says, in every fork, and offers nothing that is not there."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml
from bs4 import BeautifulSoup
from launch.links import report
from launch.menu import menu
from repository import Repository
from tiny_book import TinyBook, build_book

REPOSITORY = Path(__file__).parents[2]
PAGES = {
    "index.md": "# A book",
    "part/page.md": "# Where *A* begins\n\n## One\n\n## Two",
    "part/text.md": "# Only text",
}
ADA = Repository("ada", "maths-book")
ADDRESS = "https://ada.github.io/maths-book/"
TOKEN = "ghs_s3cret"  # made up


@pytest.fixture(autouse=True)
def no_workflow(monkeypatch: pytest.MonkeyPatch):
    """Keep what a workflow says about this repository out of the made-up ones."""
    monkeypatch.delenv("GITHUB_REPOSITORY", raising=False)
    monkeypatch.delenv("BOOK_ADDRESS", raising=False)


def checkout(folder: Path, remote: str) -> TinyBook:
    """Build the pages in a clone of a repository; one of them has a notebook."""
    git = ["git", "-C", str(folder), "-c", "user.name=Ada", "-c", "user.email=ada@example.org"]
    subprocess.run([*git, "init", "-q", "-b", "main"], check=True)
    if remote:
        subprocess.run([*git, "remote", "add", "origin", remote], check=True)
    notebook = folder / "notebooks" / "part" / "page.ipynb"
    notebook.parent.mkdir(parents=True)
    notebook.write_text("{}")
    subprocess.run([*git, "add", "."], check=True)
    subprocess.run([*git, "commit", "-qm", "A page"], check=True)
    book = build_book(folder / "book", PAGES)
    assert book.returncode == 0, book.log
    return book


def menu_links(book: TinyBook, page: str) -> dict[str, str]:
    """Return the entries of a page's menu: where each leads."""
    found = BeautifulSoup(book.page(page), "html.parser").select("#page-menu a")
    return {str(link.contents[0]): link["href"] for link in found}


def everything_written(book: TinyBook) -> str:
    files = (file for file in book.site.rglob("*") if file.is_file())
    return "".join(file.read_text(encoding="utf-8", errors="replace") for file in files)


@pytest.mark.parametrize(
    "remote",
    [
        "https://github.com/ada/maths-book.git",
        "git@github.com:ada/maths-book.git",
        f"https://x-access-token:{TOKEN}@github.com/ada/maths-book",
    ],
)
def test_a_published_page_offers_every_way_to_run_it(tmp_path, monkeypatch, remote):
    monkeypatch.setenv("BOOK_ADDRESS", ADDRESS)
    book = checkout(tmp_path, remote)
    links = menu_links(book, "part/page")
    mistake = links.pop("Report a mistake")
    assert links == {
        "Binder": "https://mybinder.org/v2/gh/ada/maths-book/HEAD"
        "?urlpath=lab/tree/notebooks/part/page.ipynb",
        "Google Colab": "https://colab.research.google.com/github/ada/maths-book"
        "/blob/notebooks/part/page.ipynb",
        "This browser": "../lite/notebooks/index.html?path=part/page.ipynb",
        "Download the notebook": "page.ipynb",
        "Edit this page": "https://github.com/ada/maths-book/edit/main/book/part/page.md",
    }
    assert mistake.startswith("https://github.com/ada/maths-book/issues/new?")
    assert (book.site / "part" / "page.ipynb").read_text() == "{}"
    assert set(menu_links(book, "part/text")) == {"Edit this page", "Report a mistake"}
    assert TOKEN not in everything_written(book)


def test_what_only_publishing_makes_is_not_offered_before(tmp_path):
    links = menu_links(checkout(tmp_path, "https://github.com/ada/maths-book"), "part/page")
    assert list(links) == [
        "Binder",
        "Download the notebook",
        "Edit this page",
        "Report a mistake",
    ]


@pytest.mark.parametrize("remote", ["", f"https://ada:{TOKEN}@gitlab.com/ada/maths-book.git"])
def test_a_repository_that_is_not_on_github_is_named_nowhere(tmp_path, remote):
    book = checkout(tmp_path, remote)
    assert menu_links(book, "part/page") == {"Download the notebook": "page.ipynb"}
    assert "page-menu" not in book.page("part/text"), "a menu without entries"
    assert not re.search("github|gitlab|mybinder|colab", book.page("part/page"))
    assert TOKEN not in everything_written(book)


def test_published_elsewhere_it_still_runs_in_the_browser(tmp_path, monkeypatch):
    monkeypatch.setenv("BOOK_ADDRESS", "https://maths.example.org")
    links = menu_links(checkout(tmp_path, ""), "part/page")
    assert list(links) == ["This browser", "Download the notebook"]


def test_the_form_for_a_mistake_has_the_fields_that_the_link_fills():
    link = report(ADA, "1 < 2 & “so on”", "part/page")
    query = {key: value for key, [value] in parse_qs(urlsplit(link.address).query).items()}
    form = REPOSITORY / ".github" / "ISSUE_TEMPLATE" / query.pop("template")
    fields = {field["id"] for field in yaml.safe_load(form.read_text())["body"]}
    assert query.pop("title") == "Mistake on “1 < 2 & “so on””"
    assert {*query, "section"} <= fields, "the form ignores what it has no field for"


def test_the_menu_names_itself_to_ear_and_eye():
    entry = report(ADA, "A title", "part/page")

    def name(html: str) -> str:
        return BeautifulSoup(html, "html.parser").button.text

    assert name(menu([entry], [entry])) == "Run or improve this page"
    assert name(menu([entry], [])) == "Run this page"
    assert name(menu([], [entry])) == "Improve this page"
    assert menu([], []) == ""
