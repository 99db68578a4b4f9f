"""The questions of the book itself, answered as their keys say."""

from __future__ import annotations

from string import ascii_lowercase
from typing import Any

import pytest
from playwright.sync_api import BrowserContext
from practice_keys import RECORD, Asked, questions

from .reader import Mouse

ASKED = list(questions()) if RECORD.exists() else []
LETTERS = dict(enumerate(ascii_lowercase))


def right_answer(form_options: list[list[str]], key: dict[str, Any]) -> Any:
    """Return the answer that a key says is right, as a reader gives it."""
    kind = key["kind"]
    if kind in ("choice", "choices"):
        return "".join(LETTERS[i] for i, one in enumerate(key["options"]) if one["right"])
    if kind == "matching":
        places = [ascii_lowercase.index(pair["right"]) for pair in key["pairs"]]
        return [options[1 + place] for options, place in zip(form_options, places, strict=True)]
    return texts(key["value"])


def texts(value: Any) -> Any:
    """Return numbers as they are typed: all in one row."""
    if not isinstance(value, list):
        return repr(value)
    return [repr(entry) for row in value for entry in (row if isinstance(row, list) else [row])]


@pytest.mark.parametrize("page_name", sorted({one.page for one in ASKED}))
def test_the_right_answer_to_each_question_of_the_book_is_found_right(
    page_name: str, window: BrowserContext, address: str
):
    reader = Mouse(window.new_page())
    reader.page.goto(f"{address}/{page_name}.html")
    for one in filter(lambda one: one.page == page_name, ASKED):
        answer_right_and_wrong(reader, one)


def answer_right_and_wrong(reader: Mouse, one: Asked) -> None:
    name, key = one.entry["name"], one.entry["key"]
    if key["kind"] == "figure":
        reader.check(reader.question(name))
        assert reader.verdict(name) == "wrong", f"{name}: the figure shows the answer"
        return
    options = (
        reader.question(name)
        .locator("select")
        .evaluate_all(
            "(all) => all.map((one) => [...one.options].map((option) => option.text))"
        )
    )
    for wrong in key.get("wrong", ()):
        reader.answer(name, key["kind"], texts(wrong["value"]))
        assert reader.verdict(name) == "wrong", f"{name}: {wrong['value']}"
        assert reader.said(name).strip() not in ("Not right.", "✗Not right."), name
    reader.answer(name, key["kind"], right_answer(options, key))
    assert reader.verdict(name) == "right", name
    assert reader.answered(name), name
