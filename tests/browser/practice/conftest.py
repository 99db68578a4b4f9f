"""A tiny book with every kind of question, built once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext
from tiny_book import build_book
from web_server import serve

from ..visit import DESKTOP

PAGES = Path(__file__).parent / "book"


@pytest.fixture(scope="session")
def practice_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the tiny book."""
    files = {file.name: file.read_text(encoding="utf-8") for file in PAGES.glob("*.md")}
    pages = {"index.md": files.pop("index.md"), **files}
    book = build_book(tmp_path_factory.mktemp("practice") / "book", pages)
    assert book.returncode == 0, book.log
    return book.site


@pytest.fixture(scope="session")
def practice(practice_site: Path) -> Iterator[str]:
    """Return the address of the tiny book."""
    with serve(practice_site) as address:
        yield address


@pytest.fixture
def window(browser: Browser) -> Iterator[BrowserContext]:
    """Return the window of a reader who has never been here."""
    with browser.new_context(**DESKTOP) as context:
        yield context
