"""Who gets a link to a page sees the page's name and its own figure, at an address that is there."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from preview_cards.card import FIGURE, HEIGHT, MARGIN, WIDTH, card
from tiny_book import build_book

SQUARE = (
    '<svg xmlns="http://www.w3.org/2000/svg" {size}>'
    "<style>@media (prefers-color-scheme: dark){{rect{{fill:#000!important}}}}</style>"
    '<rect x="0" y="0" width="100" height="50" style="fill: #ff0000"/></svg>'
)
RED = (255, 0, 0)


def picture(png: bytes) -> np.ndarray:
    return np.asarray(Image.open(BytesIO(png)).convert("RGB"))


def box(mask: np.ndarray) -> tuple[int, int, int, int]:
    """Return left, top, right and bottom of what is set."""
    rows, columns = np.nonzero(mask)
    return columns.min(), rows.min(), columns.max() + 1, rows.max() + 1


@pytest.mark.parametrize("size", ['viewBox="0 0 100 50"', 'width="100pt" height="50pt"'])
def test_the_figure_stands_whole_in_its_square(size: str):
    drawn = picture(card("A book", "A page", "About it.", SQUARE.format(size=size)))
    assert drawn.shape == (HEIGHT, WIDTH, 3)
    left, top, right, bottom = box((drawn == RED).all(axis=2))
    assert (left, right) == (WIDTH - MARGIN - FIGURE, WIDTH - MARGIN)
    assert abs((bottom - top) * 2 - (right - left)) <= 2, "the figure is stretched"


def test_nothing_written_runs_out_of_the_card_or_into_the_figure():
    long = "Eigenvectors of symmetric matrices and the spectral theorem & <its> proof " * 3
    for figure in (None, SQUARE.format(size='viewBox="0 0 100 50"')):
        drawn = picture(card("A book", long, long, figure))
        room = WIDTH - 2 * MARGIN - (FIGURE if figure else 0)
        ink = (drawn.max(axis=2) < 128)[:, 12:]  # without the edge
        left, top, right, bottom = box(ink)
        assert left >= MARGIN - 12 and right <= MARGIN - 12 + room
        assert top >= 20 and bottom <= HEIGHT - 20


def test_a_card_is_the_same_each_time_and_small():
    figure = SQUARE.format(size='viewBox="0 0 100 50"')
    first = card("A book", "A page", "About it.", figure)
    assert card("A book", "A page", "About it.", figure) == first
    assert len(first) < 50_000


def test_a_published_page_names_a_card_that_shows_its_first_figure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    pages = {
        "index.md": "# A book\n\nNo picture.",
        "part/page.md": "# A page\n\n![A red box](red.svg)\n\n![A blue box](blue.svg)",
        "part/red.svg": SQUARE.format(size='viewBox="0 0 100 50"'),
        "part/blue.svg": SQUARE.format(size='viewBox="0 0 9 9"').replace("ff0000", "0000ff"),
    }
    monkeypatch.setenv("BOOK_ADDRESS", "https://ada.github.io/maths-book/")
    book = build_book(tmp_path, pages)
    assert book.returncode == 0, book.log
    for page, is_red in (("index", False), ("part/page", True)):
        [address] = re.findall('property="og:image" content="([^"]+)"', book.page(page))
        file = address.removeprefix("https://ada.github.io/maths-book/")
        shown = picture((book.site / file).read_bytes())
        assert (shown == RED).all(axis=2).any() == is_red
    assert 'og:url" content="https://ada.github.io/maths-book/part/page.html"' in book.page(
        "part/page"
    )


def test_a_book_that_is_not_published_has_no_cards(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.delenv("BOOK_ADDRESS", raising=False)
    book = build_book(tmp_path, {"index.md": "# A book"})
    assert "og:image" not in book.page("index")
    assert not (book.site / "_images" / "cards").exists()
