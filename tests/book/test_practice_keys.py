"""No answer in the book is wrong: each is worked out once more."""

from __future__ import annotations

import gzip
import re
from collections import Counter
from pathlib import Path

import pytest
from practice_keys import NUMERIC, RECORD, Asked, disagreement, questions
from web_server import SITE

NUMBER = {"kind": "number", "value": 0.447, "tolerance": 0.001, "wrong": []}
VECTOR = {"kind": "vector", "value": [1, -2], "tolerance": 0.001, "up_to_scale": True}
MATRIX = {"kind": "matrix", "value": [[1, 2], [3, 4]], "tolerance": 0.001}
CHOICE = {"kind": "choice", "options": [{"right": False}, {"right": True}]}
MATCHING = {"kind": "matching", "pairs": [], "choices": []}
FIGURE = {"kind": "figure", "condition": "x_is_eigenvector", "arguments": {"eigenvalue": 2}}


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Test each answer of the built book that has a check."""
    if "asked" in metafunc.fixturenames:
        built = list(questions()) if RECORD.exists() else []
        checked = [one for one in built if one.checked_by == "expression"]
        metafunc.parametrize("asked", checked, ids=str)


def test_an_answer_is_what_its_check_works_out(asked: Asked):
    assert disagreement(asked.entry["key"], asked.entry["check"]) == ""


@pytest.mark.parametrize(
    ("key", "check", "agrees"),
    [
        (NUMBER, "1 / np.sqrt(5)", True),
        (NUMBER, "0.448", False),
        (NUMBER, "[0.447]", False),
        (VECTOR, "[-3, 6]", True),
        (VECTOR, "[-3, 5.9]", False),
        (MATRIX, "np.array([[1, 2], [3, 4]])", True),
        (MATRIX, "np.array([[1, 3], [2, 4]])", False),
        (CHOICE, "[False, True]", True),
        (CHOICE, "True", True),
        (CHOICE, "[True, True]", False),
        (CHOICE, "False", False),
        (CHOICE, "np.isclose(1, 1)", True),
        (MATCHING, "1 + 1 == 3", False),
        (FIGURE, "1 + 1 == 2", True),
        (FIGURE, '{"matrix": [[2, 0], [0, 3]], "x": [1, 0]}', True),
        (FIGURE, '{"matrix": [[2, 0], [0, 3]], "x": [0, 1]}', False),
        (FIGURE, '[{"matrix": [[2, 0], [0, 3]], "x": [-1, 0]}]', True),
    ],
)
def test_a_wrong_answer_would_be_found(key: dict, check: str, agrees: bool):
    assert (disagreement(key, check) == "") == agrees


def test_every_numeric_answer_has_a_check_and_the_others_are_counted(
    capsys: pytest.CaptureFixture,
):
    if not RECORD.exists():
        pytest.fail("There is no built book. Run `make book` first.", pytrace=False)
    built = list(questions())
    with capsys.disabled():
        print(f"\n{report(built)}")
    numeric = [one for one in built if one.entry["kind"] in NUMERIC]
    assert [str(one) for one in numeric if one.checked_by == "conceptual"] == []


def test_twenty_variants_of_a_family_add_at_most_15_kb():
    files = list((SITE / "_static" / "variants").glob("question-*.js"))
    assert len(files) >= 40
    sizes = {file.stem: len(gzip.compress(file.read_bytes(), 6)) for file in files}
    assert {name: size for name, size in sizes.items() if size > 15_000} == {}


def test_every_family_of_the_package_is_asked_on_a_page():
    book = Path(__file__).parents[2] / "book"
    package = book.parent / "code" / "mlmath" / "practice"
    made = {
        f"mlmath.practice.{path.stem}.{name}"
        for path in package.glob("*.py")
        for name in re.findall(r"^@Family\ndef (\w+)", path.read_text("utf-8"), re.MULTILINE)
    }
    pages = [path.read_text("utf-8") for path in book.glob("chapters/**/*.md")]
    asked = set(re.findall(r"\{question-family\} +(\S+)", "\n".join(pages)))
    assert made == asked


def test_the_first_option_is_right_in_at_most_two_questions_of_five():
    choices = [
        one.entry["key"]["options"] for one in questions() if one.entry["kind"] == "choice"
    ]
    first = [options[0]["right"] for options in choices]
    assert sum(first) <= 0.4 * len(first)


def report(built: list[Asked]) -> str:
    """Return how many questions of which kind each page has, and what checks them."""
    lines = ["Questions of the book"]
    for page in sorted({one.page for one in built}):
        here = [one for one in built if one.page == page]
        kinds = Counter(one.entry["kind"] for one in here)
        listed = ", ".join(f"{count} {kind}" for kind, count in sorted(kinds.items()))
        lines.append(f"  {page}: {len(here)} ({listed})")
    by = Counter(one.checked_by for one in built)
    share = round(100 * by["conceptual"] / len(built)) if built else 0
    lines.append(
        f"  checked by an expression: {by['expression']}, in families: {by['family']}, "
        f"conceptual: {by['conceptual']} of {len(built)} ({share} %)"
    )
    return "\n".join(lines)
