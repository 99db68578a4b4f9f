"""A page brings what it uses, in valid HTML, and nothing else."""

import re
from collections import Counter
from html.parser import HTMLParser

import pytest

SHEARS = "chapters/maps/shears"
NAMES = ["index", SHEARS, "cards", "map", "search"]
VOID = {"br", "col", "hr", "img", "input", "link", "meta", "wbr"}
BUDGET = 30_000  # bytes before compression that the theme may add to any page


class Page(HTMLParser):
    """The tags of a page, with what is open when the parser meets them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.problems: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        """Note a tag, and that it is open."""
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        """Note a tag that closes itself."""
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        """Note a tag that closes another than was opened last."""
        if not self.open or self.open.pop() != tag:
            self.problems.append(f"</{tag}> at {self.getpos()}")

    def all(self, tag: str) -> list[dict[str, str | None]]:
        """Return the attributes of all tags of a name."""
        return [attributes for name, attributes in self.tags if name == tag]


@pytest.fixture(scope="module", params=NAMES)
def page(request, sound_book) -> Page:
    return Page(sound_book.page(request.param))


@pytest.fixture(scope="module")
def shears(sound_book) -> Page:
    return Page(sound_book.page(SHEARS))


def test_the_book_builds_without_a_warning(sound_book):
    assert sound_book.returncode == 0, sound_book.log


def test_every_tag_is_closed(page):
    assert page.problems == []
    assert page.open == []


def test_an_id_is_on_a_page_once(page):
    ids = Counter(attributes["id"] for _, attributes in page.tags if attributes.get("id"))
    assert [id for id, times in ids.items() if times > 1] == []


def test_no_script_holds_up_the_text(page):
    assert [one for one in page.all("script") if one.get("src") and "defer" not in one] == []


def test_nothing_comes_from_another_host(page):
    loaded = [
        one["src"] for tag in ("script", "img") for one in page.all(tag) if one.get("src")
    ]
    loaded += [one["href"] for one in page.all("link")]
    assert [address for address in loaded if "//" in address] == []


def test_nothing_runs_from_an_attribute(page):
    handlers = [name for _, attributes in page.tags for name in attributes if name[:2] == "on"]
    assert handlers == []


def test_every_file_a_page_names_is_there(page, sound_book, request):
    name = request.node.callspec.params["page"]
    folder = (sound_book.site / name).parent
    named = [one.get("src") for tag in ("script", "img") for one in page.all(tag)]
    named += [one["href"] for one in page.all("link")]
    files = [one.partition("?")[0] for one in named if one and not one.startswith("#")]
    assert [one for one in files if not (folder / one).is_file()] == []


def test_a_page_without_mathematics_code_or_cards_is_light(sound_book):
    html = sound_book.page("index")
    files = re.findall(r'(?:href|src)="(_static/[\w.]+\.(?:css|js))', html)
    assert files == ["_static/site.css", "_static/theme.js"]
    assert len(html) + sum((sound_book.site / file).stat().st_size for file in files) < BUDGET


def test_cards_bring_their_styles_and_dropdowns_do_not_need_them(sound_book):
    assert "sphinx-design.min.css" in sound_book.page("cards")
    assert "sphinx-design.min.css" not in sound_book.page(SHEARS)


def test_the_window_has_the_title_of_the_page(sound_book):
    assert "<title>Shears — Mathematics for Machine Learning</title>" in sound_book.page(SHEARS)
    assert "<title>Search — Mathematics for Machine Learning</title>" in sound_book.page(
        "search"
    )


def test_the_reader_sees_where_in_the_book_and_on_the_page_he_is(sound_book):
    html = sound_book.page(SHEARS)
    pages = html[html.index('id="book-nav"') : html.index("<main")]
    assert re.search(r'<a aria-current="page" href="#">[^<]*Shears</a>', pages)
    headings = html[html.index('id="page-nav"') :]
    assert re.findall(r'<a href="#([\w-]+)"', headings) == ["pictures-and-code", "exercises"]


def test_a_page_with_one_heading_needs_no_list_of_them(sound_book):
    assert 'id="page-nav"' not in sound_book.page("index")


def test_what_folds_is_native_and_its_handle_holds_no_link(sound_book):
    html = sound_book.page(SHEARS)
    summaries = re.findall(r"<summary>(.*?)</summary>", html, re.DOTALL)
    words = [" ".join(re.sub("<[^>]*>", " ", one).split()) for one in summaries]
    assert words == [
        "Show code cell source Hide code cell source",
        "Hint",
        "Solution to Exercise 1 (A line)",
        "Solution to Exercise 2 (Another line)",
        "More",
    ]
    assert [one for one in summaries if "<a " in one] == []
    assert "togglebutton" not in html


def test_a_solution_can_still_be_linked_to(sound_book):
    assert re.search(r'<details class="fold solution" id="[^"]+"', sound_book.page(SHEARS))


def test_a_table_scrolls_in_its_own_box(sound_book):
    assert re.search(
        r'<div class="scroll-box table-box[^"]*">\s*<table', sound_book.page(SHEARS)
    )


def test_pictures_say_how_large_they_are_and_only_the_first_is_hurried(shears):
    pictures = [(one["width"], one["height"], one.get("loading")) for one in shears.all("img")]
    assert pictures == [("40", "20", None), ("40", "20", "lazy")]


def test_the_page_is_described(sound_book):
    html = sound_book.page(SHEARS)
    assert '<meta name="description" content="What a shear leaves alone.">' in html
    assert '<meta property="og:title" content="Shears">' in html
    assert len(re.findall('name="viewport"', html)) == 1


def test_the_search_page_is_not_offered_to_search_engines(sound_book):
    assert '<meta name="robots" content="noindex">' in sound_book.page("search")
    assert 'name="robots"' not in sound_book.page("index")


def test_links_to_styles_and_scripts_change_with_them(sound_book):
    html = sound_book.page(SHEARS)
    links = re.findall(r'(?:href|src)="[^"]*/(\w+\.(?:css|js))\?v=(\w+)"', html)
    assert {name for name, _ in links} >= {"site.css", "katex.css", "theme.js"}
    assert len(set(dict(links).values())) == len(links)


def test_a_heading_outside_the_numbers_is_a_heading(sound_book):
    headings = Page(sound_book.page(SHEARS)).all("h2")
    assert {"class": "rubric"} in headings
