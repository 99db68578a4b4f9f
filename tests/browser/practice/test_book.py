"""The questions of the book itself, answered as their keys say."""

from __future__ import annotations

from string import ascii_lowercase
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Locator
from practice_keys import RECORD, Asked, questions

from .reader import Reader

ASKED = list(questions()) if RECORD.exists() else []
LETTERS = dict(enumerate(ascii_lowercase))


ANSWER = """(form, [kind, answer]) => {
  const changed = (field) => field.dispatchEvent(new Event("input", { bubbles: true }));
  const all = (selector) => [...form.querySelectorAll(selector)];
  const texts = [answer].flat();
  if (kind.startsWith("choice"))
    all(".mlq-option input").forEach((box) => box.checked !== answer.includes(box.value) && box.click());
  else if (kind === "matching")
    all("select").forEach((field, i) => {
      field.selectedIndex = [...field.options].findIndex((option) => option.text === texts[i]);
      changed(field);
    });
  else all(".mlq-answer input").forEach((field, i) => { field.value = texts[i]; changed(field); });
  all("button").find((button) => button.innerText === "Check").click();
  const { innerText } = form.querySelector(".mlq-result");
  return [form.dataset.verdict, innerText, form.querySelector(".mlq-done").checkVisibility()];
}"""
"""Answer by script: how a mouse and keys answer is tested on the book of all questions."""


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
    reader = Reader(window.new_page())
    reader.page.goto(f"{address}/{page_name}.html")
    for one in filter(lambda one: one.page == page_name, ASKED):
        answer_right_and_wrong(reader.question(one.entry["name"]), one)


def answer_right_and_wrong(form: Locator, one: Asked) -> None:
    name, key = one.entry["name"], one.entry["key"]
    if key["kind"] == "figure":
        form.get_by_role("button", name="Check").click()
        assert form.get_attribute("data-verdict") == "wrong", f"{name} shows the answer"
        return
    options = form.locator("select").evaluate_all(
        "(all) => all.map((one) => [...one.options].map((option) => option.text))"
    )
    for wrong in key.get("wrong", ()):
        verdict, said, _ = form.evaluate(ANSWER, [key["kind"], texts(wrong["value"])])
        assert verdict == "wrong", f"{name}: {wrong['value']}"
        assert said.strip() not in ("Not right.", "✗Not right."), name
    verdict, _, done = form.evaluate(ANSWER, [key["kind"], right_answer(options, key)])
    assert (verdict, done) == ("right", True), name
