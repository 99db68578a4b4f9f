"""Right, wrong, nearly right, nothing and nonsense: every kind answers back, to both hands."""

from __future__ import annotations

import re

import pytest
from mlmath.practice import find_family
from playwright.sync_api import BrowserContext, expect

from .reader import Keys, Mouse, Reader

NOTHING = "There is no answer yet."
NONSENSE = "cannot be read as a number"
LARGE = "too large"
NEARLY = "Close, but not close enough"

# For each question its kind, and what is found of answers and said to them, in this order.
CASES: dict[str, tuple[str, list[tuple]]] = {
    "test-one-choice": (
        "choice",
        [
            ("", "untried", NOTHING),
            ("a", "wrong", "lies on the same line"),
            ("c", "wrong", "no sign of its own"),
            ("b", "right", "all vectors of a line share the eigenvalue"),
        ],
    ),
    "test-several-choices": (
        "choices",
        [
            ("", "untried", NOTHING),
            ("ab", "wrong", "A shear keeps its axis only."),
            ("a", "wrong", "There is more that is right."),
            ("abcd", "wrong", "It keeps no line."),
            ("ac", "right", "A mirror keeps itself and the line across."),
        ],
    ),
    "test-a-number": (
        "number",
        [
            ("", "untried", NOTHING),
            ("abc", "untried", NONSENSE),
            ("1e999", "untried", LARGE),
            ("10", "wrong", "the product of both"),
            ("7,0", "wrong", "That is the trace"),
            ("5.1", "wrong", "λ"),
            ("−5", "wrong", "Solve"),
            ("10/2", "right", "Right."),
            ("5,0", "right", "Right."),
        ],
    ),
    "test-a-root": (
        "number",
        [
            ("0.71", "wrong", NEARLY),
            ("1/2", "wrong", "You forgot the square root."),
            ("2", "wrong", "Not right."),
            ("0,7071", "right", "Right."),
            ("sqrt(2)/2", "right", "Right."),
            ("√2/2", "right", "Right."),
        ],
    ),
    "test-a-vector": (
        "vector",
        [
            (("", ""), "untried", NOTHING),
            (("1", ""), "untried", f"Entry 2: {NOTHING}"),
            (("1", "abc"), "untried", "Entry 2: That cannot be read"),
            (("1e999", "1"), "untried", "Entry 1: That is too large"),
            (("0", "0"), "wrong", "zero vector"),
            (("2", "2"), "wrong", "That one belongs to"),
            (("1", "2"), "wrong", "Solve"),
            (("−0,5", "1"), "right", "Right."),
            (("1", "-2"), "right", "Right."),
        ],
    ),
    "test-a-matrix": (
        "matrix",
        [
            (("", "", "", ""), "untried", NOTHING),
            (("-2", "1", "", "-1/2"), "untried", f"Entry in row 2, column 1: {NOTHING}"),
            (("-2", "1", "1,5", "abc"), "untried", "Entry in row 2, column 2: That cannot"),
            (("4", "-2", "-3", "1"), "wrong", "Divide by the determinant"),
            (("-2", "3/2", "1", "-1/2"), "wrong", "rows and columns are swapped"),
            (("-2", "1", "1,51", "−0,5"), "wrong", NEARLY),
            (("-2", "1", "3/2", "1/2"), "wrong", "3 of 4 entries are right."),
            (("−2", "1", "1,5", "−0,5"), "right", "Right."),
        ],
    ),
    "test-matching-words": (
        "matching",
        [
            (("choose", "choose", "choose"), "untried", NOTHING),
            (("two", "none", "choose"), "untried", NOTHING),
            (("one", "none", "one"), "wrong", "A mirror keeps itself"),
            (("two", "one", "none"), "wrong", "Pairs that are right: 1 of 3."),
            (("two", "none", "one"), "right", "Right."),
        ],
    ),
    "test-matching-formulas": (
        "matching",
        [
            (("a", "b"), "wrong", "Pairs that are right: 0 of 2."),
            (("b", "a"), "right", "Right."),
        ],
    ),
    "test-a-figure": (
        "figure",
        [
            ((0, 0), "wrong", "The zero vector does not count."),
            ((2, -1), "wrong", "with the other eigenvalue"),
            ((1, 1.3), "wrong", "is not on the line"),
            ((1, 1), "right", "Right."),
        ],
    ),
}


@pytest.mark.parametrize("hand", [Mouse, Keys], ids=["mouse", "keys"])
@pytest.mark.parametrize("question", CASES)
def test_each_answer_gets_its_own_reply(
    question: str, hand: type[Reader], window: BrowserContext, practice: str
):
    reader = hand(window.new_page())
    reader.page.goto(f"{practice}/kinds.html")
    kind, cases = CASES[question]
    done = False
    for answer, verdict, reply in cases:
        reader.answer(question, kind, answer)
        assert reader.verdict(question) == verdict, answer
        assert reply in reader.said(question), answer
        done = done or verdict == "right"
        assert reader.answered(question) == done, answer


def test_the_zero_answer_of_a_figure_is_the_figure_as_it_stands(
    window: BrowserContext, practice: str
):
    reader = Mouse(window.new_page())
    reader.page.goto(f"{practice}/kinds.html")
    form = reader.question("test-a-figure")
    reader.check(form)
    assert reader.verdict("test-a-figure") == "wrong"
    assert "is not on the line" in reader.said("test-a-figure")


def test_a_field_that_cannot_be_read_is_named_and_gets_the_focus(
    window: BrowserContext, practice: str
):
    reader = Mouse(window.new_page())
    reader.page.goto(f"{practice}/kinds.html")
    reader.answer("test-a-matrix", "matrix", ("1", "1", "x", "1"))
    field = reader.page.locator("#question-test-a-matrix input").nth(2)
    expect(field).to_be_focused()
    expect(field).to_have_attribute("aria-invalid", "true")
    said = "Entry in row 2, column 1: That cannot be read as a number. "
    expect(field).to_have_accessible_description(re.compile(f"^{said}"))
    reader.page.keyboard.type("1")
    expect(field).not_to_have_attribute("aria-invalid", "true")


def test_the_solution_waits_for_a_try(window: BrowserContext, practice: str):
    reader = Keys(window.new_page())
    reader.page.goto(f"{practice}/kinds.html")
    solution = reader.question("test-a-number").get_by_text("Solution", exact=True)
    expect(solution).to_be_hidden()
    reader.answer("test-a-number", "number", "abc")
    expect(solution).to_be_hidden()
    reader.answer("test-a-number", "number", "4")
    expect(solution).to_be_visible()
    reader.tab_to(solution)
    reader.page.keyboard.press("Enter")
    expect(reader.question("test-a-number").get_by_text("characteristic")).to_be_visible()
    assert not reader.answered("test-a-number")


def test_an_answer_that_is_changed_is_unchecked(window: BrowserContext, practice: str):
    reader = Mouse(window.new_page())
    reader.page.goto(f"{practice}/kinds.html")
    reader.answer("test-a-number", "number", "5")
    reader.page.locator("#question-test-a-number input").fill("6")
    assert reader.verdict("test-a-number") == "" and reader.said("test-a-number") == ""
    assert reader.answered("test-a-number"), "it was answered right once"


def test_the_reply_is_announced(window: BrowserContext, practice: str):
    reader = Mouse(window.new_page())
    reader.page.goto(f"{practice}/kinds.html")
    for question in CASES:
        status = reader.question(question).get_by_role("status")
        expect(status).to_have_count(1)
        expect(status).to_be_empty()  # it is there before it has something to say


@pytest.mark.parametrize("hand", [Mouse, Keys], ids=["mouse", "keys"])
def test_another_one_of_a_family_is_another_one(
    hand: type[Reader], window: BrowserContext, practice: str
):
    reader = hand(window.new_page())
    reader.page.goto(f"{practice}/families.html")
    form = reader.question("family-eigenvalues")
    prompts = []
    variants = find_family("mlmath.practice.eigenvectors.eigenvalues_from_trace").variants()
    for variant in variants:
        prompts.append(form.locator(".mlq-prompt").inner_text())
        entries = [str(entry) for entry in variant.answer.value]
        reader.answer("family-eigenvalues", "vector", entries)
        assert reader.verdict("family-eigenvalues") == "right", variant
        another = form.get_by_role("button", name="Another one")
        if hand is Keys:
            reader.tab_to(another)
            reader.page.keyboard.press("Enter")
        else:
            another.click()
        expect(form).to_have_attribute("data-verdict", "")
        assert set(reader.given("family-eigenvalues")) == {""}
        expect(form.get_by_text("Solution", exact=True)).to_be_hidden()
    assert len(set(prompts)) == len(prompts) == 20
    assert form.locator(".mlq-prompt").inner_text() == prompts[0], "after the last, the first"


def test_each_variant_has_its_own_feedback_and_solution(window: BrowserContext, practice: str):
    reader = Mouse(window.new_page())
    reader.page.goto(f"{practice}/families.html")
    form = reader.question("family-powers")
    family = find_family("mlmath.practice.diagonalisation.matrix_power")
    solutions = set()
    for variant in family.variants(5):
        wrong = variant.answer.wrong[0]
        entries = [str(entry) for row in wrong.value for entry in row]
        reader.answer("family-powers", "matrix", entries)
        assert reader.verdict("family-powers") == "wrong"
        assert reader.said("family-powers") not in ("Not right.", "✗Not right.")
        form.get_by_text("Solution", exact=True).click()
        solutions.add(form.locator(".mlq-solution .fold-content").inner_text())
        form.get_by_role("button", name="Another one").click()
    assert len(solutions) == 5
