"""Answers are marked as `marking.json` says; the page's script is held to the same file."""

from __future__ import annotations

import json
import sys
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from mlmath.practice import (
    Choice,
    Entries,
    FigureState,
    Matching,
    Number,
    Option,
    Pair,
    Question,
    Wrong,
)
from mlmath.practice.expression import Unreadable, read_number

TABLE = json.loads(Path(__file__).with_name("marking.json").read_text("utf-8"))


class StillFigure:
    """A figure in a state in which no question is answered."""

    def state(self) -> dict:
        """Return what the reader has not moved yet."""
        return {"matrix": [[2, 1], [1, 2]], "x": [1, 0]}


def as_tuple(value):
    return tuple(map(as_tuple, value)) if isinstance(value, list) else value


def answer_of(content: dict):
    """Build the answer that a row of the table describes."""
    content = dict(content)
    kind = content.pop("kind")
    wrong = tuple(Wrong(as_tuple(w["value"]), w["feedback"]) for w in content.pop("wrong", ()))
    if kind == "number":
        return Number(wrong=wrong, **content)
    if kind in ("vector", "matrix"):
        return Entries(as_tuple(content.pop("value")), wrong, **content)
    if kind == "matching":
        answer = Matching(tuple(Pair(**pair) for pair in content["pairs"]))
        assert list(answer.choices) == content["choices"]
        return answer
    if kind == "figure":
        return FigureState(StillFigure(), content["condition"], content["arguments"], wrong)
    return Choice(tuple(Option(**o) for o in content["options"]), several=kind == "choices")


def rows():
    for row in TABLE:
        answer = answer_of(row["answer"])
        assert answer.kind == row["answer"]["kind"]
        for given_answer, *expected in row["cases"]:
            name = f"{row['name']}: {given_answer}"
            yield pytest.param(answer, row["otherwise"], given_answer, expected, id=name)


@pytest.mark.parametrize(("answer", "otherwise", "given_answer", "expected"), list(rows()))
def test_an_answer_is_marked_as_the_table_says(answer, otherwise, given_answer, expected):
    result = Question("?", answer, "!", otherwise).mark(given_answer)
    verdict = "right" if result.right else "wrong" if result.tried else "untried"
    assert [verdict, result.feedback] == expected


def test_numbers_are_marked_like_their_texts():
    question = Question("?", Number(0.75), "!")
    for answer in (0.75, Fraction(3, 4), np.float64(0.75), np.array(0.75)):
        assert question.mark(answer).right
    for answer in (None, float("nan"), float("inf"), 1 + 2j, [1, 2], 10**400):
        assert not question.mark(answer).tried
    matrix = Question("?", Entries(((1, 2), (3, 4))), "!")
    assert matrix.mark(np.array([[1, 2], [3, 4]])).right
    for answer in ([1, 2, 3, 4], [[1, 2], [3]], 7, "1", None, [[1, 2, 3], [4, 5, 6]]):
        result = matrix.mark(answer)
        assert not result.tried and "2 × 2" in result.feedback


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_every_float_is_read_as_itself(number):
    assert read_number(repr(number)) == number


@given(st.text(alphabet="0123456789.,+-*/^()esqrtpi √π−", max_size=30))
def test_any_text_is_a_finite_number_or_refused_with_a_reason(text):
    try:
        assert np.isfinite(read_number(text))
    except Unreadable as error:
        assert error.reason in (
            *("empty", "unreadable", "thousands", "large", "division", "root"),
        )


@given(st.text())
def test_no_text_makes_reading_fail_otherwise(text):
    try:
        read_number(text)
    except Unreadable:
        pass


def test_a_long_nested_text_does_not_exhaust_the_stack():
    depth = sys.getrecursionlimit()
    with pytest.raises(Unreadable):
        read_number("(" * depth + "1" + ")" * depth)


@pytest.mark.parametrize(
    ("build", "complaint"),
    [
        (lambda: Number(2, (Wrong(2.0005, "x"),)), "differ"),
        (lambda: Number(2, (Wrong(3, "x"), Wrong(3, "y"))), "differ"),
        (lambda: Number(2, (Wrong(3, " "),)), "feedback"),
        (lambda: Entries((1, 2), (Wrong((2, 4), "x"),), up_to_scale=True), "differ"),
        (lambda: Entries((1, 2), (Wrong((1, 2, 3), "x"),)), "shape"),
        (lambda: Entries((0, 0), up_to_scale=True), "zero"),
        (lambda: Choice((Option("p", "x"), Option("q", "y"))), "right"),
        (lambda: Choice((Option("p", "x", True), Option("q", "y", True))), "right"),
        (lambda: Choice((Option("p", "x", True), Option("p", "y"))), "differ"),
        (lambda: Choice((Option("p", "", True), Option("q", "y"))), "feedback"),
        (lambda: Matching((Pair("p", "x"), Pair("p", "y"))), "differ"),
        (lambda: Matching((Pair("p", "x"), Pair("q", "x"))), "right sides"),
        (lambda: FigureState(StillFigure(), "x_is_nice"), "condition"),
        (lambda: FigureState(StillFigure(), "eigenline_count", {"count": 2}), "start"),
    ],
)
def test_a_question_that_nobody_could_answer_fairly_is_refused(build, complaint):
    with pytest.raises(ValueError, match=complaint):
        build()


def test_a_result_reads_as_a_sentence_that_begins_with_the_verdict():
    question = Question("?", Number(2, (Wrong(4, "That is the square."),)), "!")
    assert repr(question.mark("2")) == "Right."
    assert repr(question.mark("4")) == "Not right. That is the square."
    assert repr(question.mark("5")) == "Not right."
    assert repr(question.mark("")) == "There is no answer yet."
