"""The map of the syllabus tells the truth about what is written."""

import re
import shutil

from syllabus.items import Item, covered, read_claims, read_items
from tiny_book import BOOK, rebuild_book


def item(id: str = "a/b/1/lecture-x", page: str = "part/module/page") -> Item:
    return Item(id=id, kind="lecture", title="X", page=page)


def test_a_page_of_a_chapter_and_one_at_the_back_are_where_they_lie():
    assert item(page="part/module/page").docname == "chapters/part/module/page"
    assert item(page="references").docname == "references"


def test_an_item_of_a_module_belongs_on_any_of_its_pages():
    planned = item(page="part/module/")
    assert planned.belongs_on("chapters/part/module/some-page")
    assert not planned.belongs_on("chapters/part/other/some-page")


def test_only_what_is_taught_where_it_belongs_counts():
    items = {one.id: one for one in [item(), item("a/b/1/lecture-y", "part/module/other")]}
    claims = {
        "chapters/part/module/page": ["a/b/1/lecture-x", "a/b/1/lecture-y", "a/b/9/unknown"]
    }
    assert covered(items, claims) == {"a/b/1/lecture-x": "chapters/part/module/page"}


def test_a_page_that_teaches_nothing_claims_nothing():
    assert read_claims({"index": {}, "page": {"teaches": '["x"]'}}) == {"page": ["x"]}


def test_every_item_of_the_courses_is_read():
    items = read_items(BOOK / "syllabus.yml")
    entries = (BOOK / "syllabus.yml").read_text(encoding="utf-8").count("- {id:")
    assert len(items) == entries > 200, "two items have the same id"


def test_the_map_links_what_is_taught_and_only_that(sound_book):
    html = sound_book.page("map")
    linked = re.findall(
        r'<a class="[^"]*" href="([^"]*)"><span class="syllabus-title">(.*?)<', html
    )
    assert linked == [("chapters/maps/shears.html", "Shears")]
    assert '<span class="syllabus-title">Quiz on shears</span>' in html
    assert "1 of 4 items have their page." in html


def test_the_weeks_are_headings(sound_book):
    headings = re.findall(r"<h3>([^<]*)", sound_book.page("map"))
    assert headings == ["Linear algebra, week 1", "Linear algebra, week 2", "Calculus, week 1"]


def test_the_build_reports_the_coverage(sound_book):
    assert "syllabus: 1 of 4 items have their page" in sound_book.log
    report = (sound_book.folder / "_build" / "syllabus-coverage.txt").read_text(
        encoding="utf-8"
    )
    assert "taught on     chapters/maps/shears: Shears" in report
    assert "waits for     chapters/maps/practice: Quiz on shears" in report


def test_the_map_follows_when_a_page_teaches_more(tmp_path, sound_book):
    folder = tmp_path / "book"
    shutil.copytree(sound_book.folder, folder)
    page = folder / "chapters" / "maps" / "shears.md"
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace("teaches: [first/linear-algebra/1/lecture-shears]", ""))
    book = rebuild_book(folder)
    assert "0 of 4 items have their page." in book.page("map")
