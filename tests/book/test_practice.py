"""An author writes a question in a few lines; a mistake in it is reported where it stands."""

from __future__ import annotations

import doctest
import hashlib
import json
import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from practice import packing, values
from tiny_book import TinyBook, build_book, rebuild_book

NUMBER = """\
:::{question} a-number
:kind: number
:check: 4 + 3

What is the trace of $\\begin{pmatrix}4 & 1\\\\2 & 3\\end{pmatrix}$?

- [x] 7
- [ ] 10
  > That is the *determinant*.
- [ ] otherwise
  > Add up the diagonal.

$4 + 3 = 7$.
:::
"""

CHOICE = """\
:::{question} a-choice
:kind: choice
:conceptual:
:hint: Draw *it*.

Which lines does a shear keep?

- [ ] none
  > Its axis stays.
- [x] one
:::
"""

MATCHING = """\
:::{question} a-matching
:kind: matching
:conceptual:

What belongs together?

- [x] mirror -> two
- [x] shear → one
  > A shear keeps its axis only.

A mirror keeps two lines, a shear one.
:::
"""

# A wrong question, the line of the page on which it is wrong, and a word that says why.
MISTAKES = {
    "unknown-kind": (NUMBER.replace("number", "guess", 2), 5, "unknown kind 'guess'"),
    "no-kind": (NUMBER.replace(":kind: number\n", ""), 5, "no :kind:"),
    "one-word": (NUMBER.replace("a-number", "trace"), 5, "cannot name a question"),
    "an-example": (NUMBER.replace("a-number", "example-trace"), 5, "not example-…"),
    "no-check": (NUMBER.replace(":check: 4 + 3\n", ""), 5, ":check: or :conceptual:"),
    "not-conceptual": (
        NUMBER.replace(":check: 4 + 3", ":conceptual:"),
        5,
        "a number needs a :check:",
    ),
    "bad-check": (NUMBER.replace("4 + 3\n", "4 +\n", 1), 5, "bad :check: '4 +'"),
    "no-list": (re.sub(r"(?s)- \[x\].*diagonal.\n", "", NUMBER), 9, "no list of answers"),
    "no-prompt": (re.sub(r"What is.*\n", "", NUMBER), 9, "nothing is asked"),
    "no-right-answer": (
        NUMBER.replace("[x]", "[ ]").replace("7\n", "7\n  > No.\n"),
        9,
        "no right",
    ),
    "two-right-answers": (NUMBER.replace("[ ] 10", "[x] 10"), 12, "more than one right"),
    "no-feedback": (
        NUMBER.replace("  > That is the *determinant*.\n", ""),
        12,
        "wrong answer 10",
    ),
    "no-solution": (NUMBER.replace("\n$4 + 3 = 7$.\n", ""), 9, "no solution"),
    "no-number": (NUMBER.replace("] 7", "] seven"), 11, "seven is no value"),
    "a-vector-instead": (
        NUMBER.replace("] 7", "] (7, 1)").replace("] 10", "] (1, 7)"),
        11,
        "no number",
    ),
    "wrong-is-right": (NUMBER.replace("] 10", "] 7.0"), 11, "must differ"),
    "wrong-shape": (
        NUMBER.replace("kind: number", "kind: vector").replace("] 7", "] (7, 1)"),
        12,
        "10 has not the shape of the right answer (7, 1)",
    ),
    "ragged": (
        NUMBER.replace("kind: number", "kind: matrix").replace("] 7", "] [[1, 2], [3]]"),
        11,
        "has not the shape",
    ),
    "no-vector": (NUMBER.replace("kind: number", "kind: vector"), 11, "write it like (1, 2)"),
    "no-pair": (MATCHING.replace("->", "="), 11, "is no pair"),
    "two-choices-right": (CHOICE.replace("[ ]", "[x]"), 12, "found 2"),
    "long-choice": (CHOICE.replace("- [x] one", "- [x] one\n\n  line"), 14, "one paragraph"),
    "no-figure": (NUMBER.replace("kind: number", "kind: figure"), 11, "no :figure:"),
    "bad-figure": (
        NUMBER.replace("kind: number", "kind: figure\n:figure: PlaneExplorer(1 / 0)"),
        12,
        "ZeroDivisionError",
    ),
    "unknown-condition": (
        NUMBER.replace("kind: number", "kind: figure\n:figure: PlaneExplorer()").replace(
            "- [x] 7\n- [ ] 10", "- [x] x_is_nice\n- [ ] x_is_zero"
        ),
        12,
        "condition must be one of",
    ),
    "no-condition": (
        NUMBER.replace("kind: number", "kind: figure\n:figure: PlaneExplorer()"),
        13,
        "is no condition",
    ),
    "bad-tex": (
        NUMBER.replace("4 + 3 = 7$", "4 + \\nonsense = 7$").replace("a-number", "one-number"),
        17,
        "bad TeX",
    ),
    "bad-tex-said": (
        NUMBER.replace("Add up", "$\\nonsense$").replace("a-number", "another-number"),
        15,
        "bad TeX",
    ),
    "no-such-family": (
        "```{question-family} mlmath.practice.eigenvectors.none\n:id: no-such-family\n```\n",
        5,
        "no question family",
    ),
    "no-id": (
        "```{question-family} mlmath.practice.eigenvectors.lines_kept\n```\n",
        5,
        "no :id:",
    ),
}


def form(book: TinyBook, page: str, name: str) -> BeautifulSoup:
    return BeautifulSoup(book.page(page), "html.parser").select_one(f"#question-{name}")


def texts(form: BeautifulSoup) -> list[BeautifulSoup]:
    """Return what may be said to answers."""
    return form.find(class_="mlq-said").find_all("div", recursive=False)


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> TinyBook:
    """Build a book with good questions."""
    family = "mlmath.practice.eigenvectors.eigenvalues_from_trace"
    pages = {
        "index.md": "# Front\n\n```{progress}\n```\n\n```{progress-tools}\n```\n",
        "plain.md": "# Plain\n\nNo question.\n",
        "asking.md": f"# Asking\n\n{NUMBER}\n{CHOICE}\n{MATCHING}",
        "family.md": f"# Family\n\n```{{question-family}} {family}\n:id: a-family\n```\n",
    }
    book = build_book(tmp_path_factory.mktemp("practice"), pages)
    assert book.returncode == 0, book.log
    return book


@pytest.fixture(scope="module")
def wrong_book(tmp_path_factory: pytest.TempPathFactory) -> TinyBook:
    """Build a book in which every question is wrong in another way."""
    pages = {f"{name}.md": f"# Page\n{text}" for name, (text, _, _) in MISTAKES.items()}
    twice = f"# Page\n\n{NUMBER}\n{NUMBER}"
    pages = {"index.md": "# Front\n", **pages, "twice.md": twice, "zz-thrice.md": twice}
    return build_book(tmp_path_factory.mktemp("mistakes"), pages)


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_reported_with_file_and_line(name: str, wrong_book: TinyBook):
    _, line, complaint = MISTAKES[name]
    told = [text for text in wrong_book.warnings() if text.startswith(f"{name}.md:")]
    assert len(told) == 1, told
    assert told[0].startswith(f"{name}.md:{line}: WARNING: ") and complaint in told[0], told


def test_an_id_that_is_taken_is_reported_with_the_place_that_has_it(wrong_book: TinyBook):
    told = [text for text in wrong_book.warnings() if "is taken" in text]
    assert [text.partition(": ")[0] for text in told] == [
        "twice.md:21",
        "zz-thrice.md:6",
        "zz-thrice.md:21",
    ]
    assert all("is taken by twice.md:6" in text for text in told)


def test_a_mistake_stops_the_build(wrong_book: TinyBook):
    assert wrong_book.returncode != 0


def test_a_question_is_made_of_native_controls_in_a_named_group(book: TinyBook):
    for name, control in {
        "a-number": "input",
        "a-choice": "input",
        "a-matching": "select",
    }.items():
        group = form(book, "asking", name).find("fieldset")
        assert group.legend.text.startswith("Question ")
        prompt = form(book, "asking", name).find(id=group["aria-describedby"])
        assert prompt and prompt.text.strip()
        for field in group.select(control):
            assert field.find_parent("label").text.strip()


def test_all_that_is_said_is_typeset_and_waits(book: TinyBook):
    number = form(book, "asking", "a-number")
    said = [child.decode_contents().strip() for child in texts(number)]
    assert said == ["<p>That is the <em>determinant</em>.</p>", "<p>Add up the diagonal.</p>"]
    assert number.select(".mlq-prompt .katex math")
    hint = form(book, "asking", "a-choice").select_one(".mlq-hint")
    assert hint.em and not hint.has_attr("open")


def test_without_a_script_the_answer_and_the_solution_are_in_a_fold(book: TinyBook):
    solution = form(book, "asking", "a-number").select_one("details.mlq-solution")
    assert solution.p.strong.text == "Answer:" and "7" in solution.p.text
    assert solution.select("p")[1].select(".katex")
    matching = form(book, "asking", "a-matching").select_one("details.mlq-solution")
    assert "mirror → two; shear → one" in matching.text


def test_a_family_has_20_variants_that_differ_and_unpack_to_whole_questions(book: TinyBook):
    family = form(book, "family", "a-family")
    data = variants_of(book, family)
    assert family["data-variants"] == "20"
    assert len(data["variants"]) == len(data["keys"]) == 19

    def unpack(text: str) -> str:
        cut = f"{packing.REFERENCE}(\\d+){packing.REFERENCE}"
        return re.sub(cut, lambda match: unpack(data["parts"][int(match[1])]), text)

    whole = [BeautifulSoup(unpack(text), "html.parser") for text in data["variants"]]
    first = family.select_one(".mlq-variant")
    prompts = {one.select_one(".mlq-prompt").text for one in [first, *whole]}
    assert len(prompts) == 20
    for one, key in zip(whole, data["keys"], strict=True):
        assert all(wrong["feedback"] < len(texts(one)) for wrong in key["wrong"])
        assert one.select_one(".mlq-solution .katex") and one.select_one(".mlq-answer input")


def variants_of(book: TinyBook, family: Tag) -> dict:
    """Return what the script says that the page fetches for *Another one*."""
    address, version = family["data-others"].split("?v=")
    script = (book.site / address).read_text("utf-8")
    assert hashlib.sha256(script.encode()).hexdigest().startswith(version)
    start = "document.currentScript.variants = "
    assert script.startswith(start) and script.endswith(";\n")
    return json.loads(script[len(start) : -2])


def test_only_pages_that_need_them_load_the_script_and_the_styles(book: TinyBook):
    for page in ("index", "asking", "family"):
        assert re.search(r'<script defer[^>]+src="_static/practice\.js', book.page(page))
        assert "practice.css" in book.page(page)
    assert "practice." not in book.page("plain")


def test_the_progress_of_a_page_counts_its_questions(book: TinyBook):
    front = BeautifulSoup(book.page("index"), "html.parser")
    rows = {row.a["href"]: row for row in front.select("[data-questions]")}
    assert list(rows) == ["asking.html", "family.html"]
    names = rows["asking.html"]["data-questions"].split()
    forms = BeautifulSoup(book.page("asking"), "html.parser").select("form.mlq")
    assert names == [one["data-question"] for one in forms]
    assert rows["asking.html"].select_one(".mlp-count").text == "3 questions"
    assert rows["family.html"].select_one(".mlp-count").text == "1 question"


def questions(book: TinyBook) -> dict[str, str]:
    """Return the digest of each question of a book."""
    record = json.loads(
        (book.folder / "_build" / ".doctrees" / "practice.json").read_text("utf-8")
    )
    return {entry["name"]: entry["digest"] for page in record.values() for entry in page}


def test_a_question_is_asked_afresh_if_and_only_if_what_is_asked_changes(tmp_path: Path):
    pages = {
        "index.md": "# Front\n\n```{progress}\n```\n",
        "asking.md": f"# Asking\n\n{NUMBER}\n{CHOICE}",
    }
    before = questions(build_book(tmp_path, pages))
    page = tmp_path / "asking.md"

    def write(old: str, new: str) -> None:
        page.write_text(page.read_text("utf-8").replace(old, new), encoding="utf-8")

    def after(old: str, new: str) -> dict[str, str]:
        write(old, new)
        return questions(rebuild_book(tmp_path))

    write("the *determinant*", "its *determinant*")
    write("Add up the diagonal", "Add the diagonal")
    assert after("What is the trace", "What is\nthe trace") == before
    changed = after("What is\nthe trace", "Find the trace")
    assert changed["a-number"] != before["a-number"]
    assert changed["a-choice"] == before["a-choice"]
    changed = after("- [x] one\n", "- [x] exactly one\n")
    assert changed["a-choice"] != before["a-choice"]
    renamed = after("a-choice", "another-choice")
    assert list(renamed) == ["a-number", "another-choice"]
    front = (tmp_path / "_build" / "html" / "index.html").read_text("utf-8")
    assert f"another-choice@{renamed['another-choice']}" in front, "other pages' lists follow"


@pytest.mark.parametrize("module", [packing, values])
def test_the_examples_in_docstrings_are_true(module):
    assert doctest.testmod(module).failed == 0
