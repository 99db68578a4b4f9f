"""Real data have a maker and a licence, and a page that uses them says both."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

BOOK = Path(__file__).parents[2] / "book"
SOURCES = {
    "load_digits": ("alpaydin1998", "CC BY 4.0"),
    "load_wine": ("aeberhard1991", "CC BY 4.0"),
    "load_breast_cancer": ("1993`", "CC BY 4.0"),
    "load_iris": ("isher", "BSD licence"),
    "load_diabetes": ("efron2004", "BSD licence"),
    "karate_club_graph": ("zachary1977", "BSD licence"),
    "florentine_families_graph": ("breiger1986", "BSD licence"),
    "les_miserables_graph": ("knuth1993", "BSD licence"),
    "galton_heights": ("galton1886", "public domain"),
    'load_sample_image("china.jpg")': ("danielbuechele", "CC BY 2.0"),
    'grey_photograph("china"': ("danielbuechele", "CC BY 2.0"),
    'load_sample_image("flower.jpg")': ("vultilion", "CC BY 2.0"),
    'grey_photograph("flower"': ("vultilion", "CC BY 2.0"),
}
"""How data get into a page, and what its text must contain: whose they are, and the licence."""

PAGES = sorted(p for p in BOOK.rglob("*.md") if "_build" not in p.parts)


@pytest.mark.parametrize("loader", SOURCES)
def test_a_page_names_the_source_and_the_licence_of_its_data(loader: str):
    using = [page for page in PAGES if loader in page.read_text(encoding="utf-8")]
    assert using, f"no page uses {loader} any more: take it off the list"
    for page in using:
        for wanted in SOURCES[loader]:
            said = wanted in page.read_text(encoding="utf-8")
            assert said, f"{page.relative_to(BOOK)} uses {loader} and does not say {wanted!r}"


def test_no_page_brings_data_that_nobody_has_named():
    known = {loader.split("(")[0] for loader in SOURCES}
    for page in PAGES:
        for line in page.read_text(encoding="utf-8").splitlines():
            brings = line.startswith(
                ("from sklearn.datasets import", "from mlmath.data import")
            )
            names = line.partition(" import ")[2].split(", ") if brings else []
            names += re.findall(r"nx\.([a-z]+_[a-z_]*graph)\(", line)
            assert known.issuperset(names), f"{page.relative_to(BOOK)}: whose is {names}?"
            assert "get_sample_data" not in line, "Matplotlib's sample data are not everywhere"
