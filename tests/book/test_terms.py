"""A term says what it means where it is used, and the index says where that is."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from tiny_book import TinyBook, build_book, rebuild_book

PAGES = {
    "index.md": "# Book\n\n```{term-index}\n```\n",
    "glossary.md": """# Glossary

:::{glossary}
Basis
  A set of vectors, $n$ of them. See {doc}`using`.

Unit vector
  A vector of length $1$ in some {term}`basis`.

Widow
  A term that no page links. See {doc}`plain`.
:::
""",
    "using.md": """# Using

A word.

## Bases

A {term}`basis`, and another {term}`Basis`, of two {term}`unit vectors <unit vector>`.

:::{prf:theorem} Bases
There is a {term}`basis`.
:::
""",
    "plain.md": "# Plain\n\nSee {doc}`glossary`.\n",
}


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> TinyBook:
    """Build a book whose pages use terms."""
    book = build_book(tmp_path_factory.mktemp("terms"), PAGES)
    assert book.returncode == 0, book.log
    return book


def definitions(book: TinyBook, page: str) -> dict[str, str]:
    found = BeautifulSoup(book.page(page), "html.parser").select(".term-definition")
    assert all(one["role"] == "tooltip" and one.has_attr("hidden") for one in found)
    for katex in (one for all_ in found for one in all_.select(".katex-html")):
        katex.decompose()
    return {one["id"]: " ".join(one.text.split()) for one in found}


def test_a_page_brings_the_definitions_of_its_terms_once_each(book: TinyBook):
    said = definitions(book, "using")
    assert list(said) == ["definition-term-Basis", "definition-term-Unit-vector"]
    assert said["definition-term-Basis"].startswith("A set of vectors,")
    assert said["definition-term-Basis"].endswith("of them."), "the page is open already"
    assert said["definition-term-Unit-vector"].endswith("in some basis.")
    assert "terms.js" in book.page("using") and "katex.css" in book.page("using")


def test_a_definition_has_nothing_to_click_on(book: TinyBook):
    page = BeautifulSoup(book.page("using"), "html.parser")
    assert page.select(".term-definition") and not page.select(".term-definition a")


@pytest.mark.parametrize("page", ["plain", "glossary", "index"])
def test_other_pages_pay_nothing(book: TinyBook, page: str):
    assert definitions(book, page) == {} and "terms.js" not in book.page(page)


def test_the_index_links_each_section_once_in_the_order_of_the_book(book: TinyBook):
    entries = BeautifulSoup(book.page("index"), "html.parser").select("article dt")
    found = {one.text: one.find_next("dd") for one in entries}
    links = {term: [(a.text, a["href"]) for a in dd.select("a")] for term, dd in found.items()}
    using = ("Using: Bases", "using.html#bases")
    assert links == {
        "Basis": [("Glossary", "glossary.html"), using],
        "Unit vector": [using],
        "Widow": [("Plain", "plain.html")],  # where the glossary sends its reader
    }


def test_a_changed_glossary_and_a_new_use_reach_the_other_pages(tmp_path: Path):
    book = build_book(tmp_path, PAGES)
    (tmp_path / "glossary.md").write_text(
        "---\ndescription: A page.\n---\n" + PAGES["glossary.md"].replace("A set", "A list")
    )
    (tmp_path / "plain.md").write_text(
        "---\ndescription: A page.\n---\n# Plain\n\nA {term}`basis`.\n"
    )
    book = rebuild_book(tmp_path)
    assert book.returncode == 0, book.log
    assert definitions(book, "using")["definition-term-Basis"].startswith("A list")
    assert "plain.html" in book.page("index")
