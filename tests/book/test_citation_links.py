"""A link to a work goes to the place that the work has now."""

from __future__ import annotations

import re
from pathlib import Path

from tiny_book import TinyBook, build_book, rebuild_book

WORK = "@book{{{key}, author={{{author}}}, title={{T}}, publisher={{P}}, year={{2000}}}}\n"
ROSE = WORK.format(key="rose", author="Rose, R.")
PAGES = {
    "index.md": "# Front\n\nSee {cite:t}`rose`.\n",
    "works.md": "# Works\n\n```{bibliography}\n```\n",
    "references.bib": ROSE,
}


def cited(book: TinyBook) -> str:
    """Return the text at the place to which the front page links."""
    anchor = re.search(r'href="works\.html#([^"]+)"', book.page("index"))[1]
    return book.page("works").partition(f'id="{anchor}"')[2][:400]


def test_a_new_work_moves_the_links_to_the_others(tmp_path: Path):
    assert "Rose" in cited(build_book(tmp_path, PAGES))
    new = WORK.format(key="aster", author="Aster, A.")
    (tmp_path / "references.bib").write_text(new + ROSE, encoding="utf-8")
    works = tmp_path / "works.md"
    works.write_text(works.read_text("utf-8") + "\nSee {cite:t}`aster`.\n", encoding="utf-8")
    again = rebuild_book(tmp_path)
    assert again.returncode == 0, again.log
    assert "Rose" in cited(again)
    assert "Aster" not in cited(again)[:200]
