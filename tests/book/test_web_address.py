"""What search engines, previews and lost readers are told about where the book is."""

from __future__ import annotations

import re
import subprocess
from html.parser import HTMLParser
from pathlib import Path
from types import SimpleNamespace
from urllib.parse import urljoin, urlsplit
from xml.etree import ElementTree

import pytest
from sphinx.errors import ConfigError
from tiny_book import TinyBook, build_book, rebuild_book
from web_address import set_address

PAGES = {"index.md": "# A book\n\n$x$", "part/page.md": "# A page\n\n```python\n1\n```"}
NAMESPACE = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
GIT = ["git", "-c", "user.name=Ada", "-c", "user.email=ada@example.org"]


@pytest.fixture(scope="module")
def environment():
    """Build as if neither a workflow nor a reader had said anything."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("GITHUB_REPOSITORY", raising=False)
        patch.delenv("BOOK_ADDRESS", raising=False)
        yield patch


@pytest.fixture(scope="module")
def published(tmp_path_factory, environment) -> TinyBook:
    """Build a committed book for an address in a folder of its host."""
    folder = tmp_path_factory.mktemp("published")
    subprocess.run([*GIT, "init", "-q", folder], check=True)
    (folder / "code").mkdir()
    (folder / "code" / "pyproject.toml").write_text('[project]\nversion = "1.2"\n')
    for name, text in PAGES.items():
        file = folder / "book" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    subprocess.run([*GIT, "-C", folder, "add", "."], check=True)
    day = {"GIT_COMMITTER_DATE": "2026-02-03T12:00:00Z", "PATH": "/usr/bin:/bin"}
    subprocess.run([*GIT, "-C", folder, "commit", "-qm", "A book"], check=True, env=day)
    environment.setenv("BOOK_ADDRESS", "https://ada.github.io/maths-book")
    book = build_book(folder / "book", PAGES)
    environment.delenv("BOOK_ADDRESS")
    assert book.returncode == 0, book.log
    return book


@pytest.fixture(scope="module")
def local(tmp_path_factory, environment) -> TinyBook:
    """Build the same pages with no address, outside git."""
    book = build_book(tmp_path_factory.mktemp("local"), PAGES)
    assert book.returncode == 0, book.log
    return book


def test_each_page_names_one_address_for_itself(published: TinyBook):
    def canonical(page: str) -> list[str]:
        return re.findall('<link rel="canonical" href="([^"]*)">', published.page(page))

    assert canonical("index") == ["https://ada.github.io/maths-book/"]
    assert canonical("part/page") == ["https://ada.github.io/maths-book/part/page.html"]
    assert canonical("search") == canonical("404") == []


def test_the_sitemap_has_each_page_and_the_day_of_its_last_change(published: TinyBook):
    urls = ElementTree.parse(published.site / "sitemap.xml").findall("s:url", NAMESPACE)
    assert {tuple(child.text for child in url) for url in urls} == {
        ("https://ada.github.io/maths-book/", "2026-02-03"),
        ("https://ada.github.io/maths-book/part/page.html", "2026-02-03"),
    }


class Addresses(HTMLParser):
    """Collects what a page loads and links."""

    def __init__(self, page: str):
        super().__init__()
        self.found: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        """Note each address of the tag."""
        self.found += [value for name, value in attributes if name in ("href", "src", "action")]


@pytest.mark.parametrize("asked", ["lost", "part/lost.html", "a/very/deep/place/"])
def test_the_page_for_lost_readers_works_at_any_depth(published: TinyBook, asked: str):
    root = "https://ada.github.io/maths-book/"
    found = Addresses(published.page("404")).found
    files = [urlsplit(urljoin(root + asked, link)).path for link in found if link[0] != "#"]
    assert len(files) > 5
    for file in files:
        inside = file.removeprefix("/maths-book/")
        assert inside != file, f"{file} leaves the book"
        assert (published.site / inside).is_file()


def test_the_foot_of_a_page_says_what_it_was_built_from(published: TinyBook, local: TinyBook):
    folder = published.folder
    commit = subprocess.check_output([*GIT, "-C", folder, "rev-parse", "HEAD"], text=True)
    line = f"Version 1.2, built from commit {commit[:7]} of <time>2026-02-03</time>."
    for page in ("index", "part/page", "search"):
        assert published.page(page).count(line) == 1
        assert "build-stamp" not in local.page(page)


def test_a_new_commit_reaches_pages_that_did_not_change(published: TinyBook, environment):
    subprocess.run(
        [*GIT, "-C", published.folder, "commit", "-qm", "More", "--allow-empty"], check=True
    )
    environment.setenv("BOOK_ADDRESS", "https://ada.github.io/maths-book")
    before = published.page("part/page")
    again = rebuild_book(published.folder)
    environment.delenv("BOOK_ADDRESS")
    commit = subprocess.check_output(
        [*GIT, "-C", published.folder, "rev-parse", "--short=7", "HEAD"], text=True
    ).strip()
    assert again.page("part/page") != before
    assert again.page("part/page").count(f"commit {commit} of") == 1


def test_a_book_that_is_not_published_claims_no_address(local: TinyBook):
    assert 'rel="canonical"' not in local.page("index")
    for name in ("sitemap.xml", "robots.txt", "404.html"):
        assert not (local.site / name).exists()


def test_a_host_of_its_own_gets_a_word_for_search_engines(tmp_path: Path, environment):
    environment.setenv("BOOK_ADDRESS", "https://maths.example.org/")
    book = build_book(tmp_path, PAGES)
    environment.delenv("BOOK_ADDRESS")
    robots = (book.site / "robots.txt").read_text()
    assert "Sitemap: https://maths.example.org/sitemap.xml" in robots.splitlines()
    assert 'href="/index.html"' in book.page("404")


@pytest.mark.parametrize("address", ["maths.example.org", "https://ada:s3cret@example.org/"])
def test_what_is_no_address_stops_the_build(monkeypatch: pytest.MonkeyPatch, address: str):
    monkeypatch.setenv("BOOK_ADDRESS", address)
    with pytest.raises(ConfigError, match="BOOK_ADDRESS"):
        set_address(None, SimpleNamespace())
