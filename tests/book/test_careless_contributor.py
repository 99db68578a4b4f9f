"""Each mistake that a contributor makes stops the build and is named with its file and line."""

import pytest

PAGE = "chapters/maps/careless.md"

MISTAKES = {
    "an unclosed brace": (f"{PAGE}:13", "bad TeX: Unexpected end of input"),
    "an unknown command": (f"{PAGE}:14", r"bad TeX: Undefined control sequence: \nonsense"),
    "a bad line of many": (f"{PAGE}:19", r"bad TeX: Undefined control sequence: \undefined"),
    "numbered lines": (f"{PAGE}:24", "align numbers its own lines"),
    "display in a line": (f"{PAGE}:27", "$$ needs a line of its own"),
    "a picture without words": (f"{PAGE}:31", "the picture has no alt text"),
    "a figure without words": (f"{PAGE}:33", "the picture has no alt text"),
    "a file name for words": (f"{PAGE}:37", "'dot.svg' is a file name"),
    "a drawing without words": (f"{PAGE}:41", "the picture has no alt text"),
    "a page that is not there": (f"{PAGE}:44", "'no-page.md'"),
    "a document not there": (f"{PAGE}:44", "unknown document: 'no-document'"),
    "a label not there": (f"{PAGE}:46", "undefined label: 'no-label'"),
    "a place not there": (f"{PAGE}:46", "'no-place'"),
    "an equation not there": (f"{PAGE}:48", "equation not found: no-equation"),
    "a term not there": (f"{PAGE}:48", "term not in glossary: 'no-term'"),
    "an unknown syllabus id": (
        f"{PAGE}:7",
        "no item 'first/linear-algebra/2/lecture-unheard-of'",
    ),
    "an id of another page": (f"{PAGE}:8", "on the page chapters/slopes/, not here"),
    "no description": ("index.md:1", "the page has no description"),
}


@pytest.mark.parametrize(("place", "words"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_named(careless_book, place, words):
    naming = [line for line in careless_book.warnings() if words in line]
    assert any(f"{place}: WARNING" in line for line in naming), naming


def test_mistakes_fail_the_build(careless_book):
    assert careless_book.returncode == 1


def test_nothing_else_is_complained_about(careless_book):
    assert len(careless_book.warnings()) == len(MISTAKES)
