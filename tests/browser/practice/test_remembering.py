"""What was answered is there the next time, and nothing breaks where it cannot be."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from mlmath.practice import find_family
from playwright.sync_api import BrowserContext, Page, expect

from .reader import Mouse
from .test_answering import CASES

KEY = "mlmath-practice-1"
BLOCK = """Object.defineProperty(window, "localStorage", {
  get() { throw new DOMException("The request was denied.", "SecurityError"); },
})"""
FILL = """() => {
  for (let size = 1 << 22; size >= 1; size >>= 1) {
    try {
      for (let i = 0; ; i++) localStorage.setItem(`filler-${size}-${i}`, "x".repeat(size));
    } catch {}
  }
}"""
KEEPS_NOTHING = "does not let the page keep your answers"


def stored(page: Page) -> dict[str, Any]:
    """Return what the browser keeps of the questions."""
    text = page.evaluate(f"localStorage.getItem('{KEY}')")
    return json.loads(text)["questions"] if text else {}


def store(page: Page, questions: dict[str, Any]) -> None:
    """Have the browser keep this."""
    text = json.dumps({"format": 1, "questions": questions})
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, text])


def key(reader: Mouse, name: str) -> str:
    """Return the key of a question as it is asked now."""
    return reader.question(name).get_attribute("data-question")


@pytest.mark.parametrize("wanted", ["right", "wrong"])
def test_answers_survive_reload(wanted: str, window: BrowserContext, practice: str):
    reader = Mouse(window.new_page())
    reader.page.goto(f"{practice}/kinds.html")
    for name, (kind, cases) in CASES.items():
        answer = next(answer for answer, verdict, _ in cases if verdict == wanted)
        reader.answer(name, kind, answer)
    before = {name: (reader.given(name), reader.said(name)) for name in CASES}
    reader.page.reload()
    for name in CASES:
        assert reader.verdict(name) == wanted, name
        assert reader.answered(name) == (wanted == "right"), name
        assert (reader.given(name), reader.said(name)) == before[name]
        expect(reader.question(name).get_by_text("Solution", exact=True)).to_be_visible()
    form = reader.question("test-a-figure")
    form.scroll_into_view_if_needed()
    form.locator(".mlf[data-awake]").wait_for()
    x = form.locator(".mlf").evaluate("(one) => one.figure.state().x")
    assert x == pytest.approx([1, 1] if wanted == "right" else [0, 0], abs=0.1)
    reader.check(form)
    assert reader.verdict("test-a-figure") == wanted


def test_a_figure_that_is_brought_back_starts_again_where_its_author_began(
    window: BrowserContext, practice: str
):
    reader = Mouse(window.new_page())
    reader.page.goto(f"{practice}/kinds.html")
    reader.answer("test-a-figure", "figure", (1, 1))
    reader.page.reload()
    form = reader.question("test-a-figure")
    form.scroll_into_view_if_needed()
    form.locator(".mlf[data-awake]").wait_for()
    form.get_by_role("button", name="Reset").click()
    x = form.locator(".mlf").evaluate("(one) => one.figure.state().x")
    assert x == [1, 0]


def test_the_variant_survives_reload_and_what_is_answered_stays_answered(
    window: BrowserContext, practice: str
):
    name = "family-eigenvalues"
    reader = Mouse(window.new_page())
    reader.page.goto(f"{practice}/families.html")
    form = reader.question(name)
    form.get_by_role("button", name="Another one").click()
    expect(form.get_by_text("Variant 2 of 20.")).to_be_visible()
    _, second, *_ = find_family(
        "mlmath.practice.eigenvectors.eigenvalues_from_trace"
    ).variants()
    entries = [str(entry) for entry in second.answer.value]
    for answer, verdict in ((["99", "99"], "wrong"), (entries, "right")):
        reader.answer(name, "vector", answer)
        reader.page.reload()
        assert reader.given(name) == answer and reader.verdict(name) == verdict
    form.get_by_role("button", name="Another one").click()
    expect(form.get_by_text("Variant 3 of 20.")).to_be_visible()
    third = form.locator(".mlq-prompt").inner_text()
    reader.page.reload()
    assert reader.question(name).locator(".mlq-prompt").inner_text() == third
    assert set(reader.given(name)) == {""} and reader.verdict(name) == ""
    assert reader.answered(name)


def test_without_its_other_variants_a_family_keeps_the_one_it_has(
    window: BrowserContext, practice: str
):
    page = window.new_page()
    window.route("**/variants/**", lambda route: route.abort())
    reader = Mouse(page)
    page.goto(f"{practice}/families.html")
    form = reader.question("family-eigenvalues")
    prompt = form.locator(".mlq-prompt").inner_text()
    form.get_by_role("button", name="Another one").click()
    expect(form.get_by_role("status")).to_contain_text("No other variant could be fetched")
    assert form.locator(".mlq-prompt").inner_text() == prompt
    window.unroute("**/variants/**")
    form.get_by_role("button", name="Another one").click()
    expect(form.get_by_text("Variant 2 of 20.")).to_be_visible()


def test_where_nothing_can_be_kept_the_page_works_and_says_so_once(
    window: BrowserContext, practice: str
):
    window.add_init_script(BLOCK)
    works_without_storage(Mouse(window.new_page()), practice)


def test_where_the_storage_is_full_the_page_works_and_says_so_once(
    window: BrowserContext, practice: str
):
    page = window.new_page()
    page.goto(f"{practice}/index.html")
    page.evaluate(FILL)
    works_without_storage(Mouse(page), practice)
    page.evaluate("localStorage.clear()")


def works_without_storage(reader: Mouse, practice: str) -> None:
    complaints: list[str] = []
    reader.page.on("pageerror", lambda error: complaints.append(str(error)))
    reader.page.goto(f"{practice}/kinds.html")
    reader.answer("test-a-number", "number", "5")
    assert reader.verdict("test-a-number") == "right" and reader.answered("test-a-number")
    assert KEEPS_NOTHING in reader.said("test-a-number")
    reader.answer("test-a-number", "number", "6")
    reader.answer("test-a-vector", "vector", ("1", "-2"))
    assert reader.verdict("test-a-vector") == "right"
    assert reader.page.get_by_text(KEEPS_NOTHING).count() == 0, "once is enough"
    reader.page.goto(f"{practice}/families.html")
    form = reader.question("family-eigenvalues")
    form.get_by_role("button", name="Another one").click()
    form.get_by_role("button", name="Another one").click()
    expect(form.get_by_text("Variant 3 of 20.")).to_be_visible()
    reader.page.goto(f"{practice}/index.html")
    expect(reader.page.get_by_text("0 of 9 answered")).to_be_visible()
    assert complaints == []


def test_a_changed_question_is_asked_afresh_and_the_others_are_kept(
    window: BrowserContext, practice: str
):
    reader = Mouse(window.new_page())
    reader.page.goto(f"{practice}/kinds.html")
    kept = key(reader, "test-a-vector")
    others = {
        kept: {"done": True, "answer": ["2", "-4"]},
        "gone-for-good@00000000": {"done": True},
    }
    old = {"test-a-number@00000000": {"done": True, "answer": "4"}}
    store(reader.page, {**old, **others})
    reader.page.reload()
    assert reader.verdict("test-a-number") == "" and not reader.answered("test-a-number")
    assert reader.given("test-a-number") == [""]
    assert reader.verdict("test-a-vector") == "right" and reader.answered("test-a-vector")
    assert stored(reader.page) == {**old, **others}, "looking changes nothing"
    reader.page.goto(f"{practice}/index.html")
    expect(reader.page.get_by_text("1 of 9 answered")).to_be_visible()
    reader.page.goto(f"{practice}/kinds.html")
    reader.answer("test-a-number", "number", "4")
    now = {key(reader, "test-a-number"): {"done": False, "answer": "4"}}
    assert stored(reader.page) == {**others, **now}


def test_a_damaged_entry_harms_no_question(window: BrowserContext, practice: str):
    reader = Mouse(window.new_page())
    complaints: list[str] = []
    reader.page.on("pageerror", lambda error: complaints.append(str(error)))
    reader.page.goto(f"{practice}/kinds.html")
    keys = [key(reader, name) for name in CASES]
    for answer in (
        *(None, 7, "z", "", [], ["1"], ["1", "2", "3"], [["1", "2"], ["3", "4"]], True),
        *({}, {"x": 1}, {"x": [1, 1]}, {"matrix": [], "x": []}, "<b>1</b>"),
    ):
        store(reader.page, {name: {"done": False, "answer": answer} for name in keys})
        reader.page.reload()
        for name in CASES:
            assert reader.verdict(name) != "right", (name, answer)
    reader.answer("test-a-number", "number", "5")
    assert reader.verdict("test-a-number") == "right"
    reader.answer("test-a-figure", "figure", (1, 1))
    assert reader.verdict("test-a-figure") == "right"
    assert complaints == []


def test_what_is_not_ours_in_the_storage_harms_nothing(window: BrowserContext, practice: str):
    reader = Mouse(window.new_page())
    reader.page.goto(f"{practice}/kinds.html")
    for text in ("", "{", "7", "null", "[]", '{"format": 2, "questions": {}}'):
        reader.page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, text])
        reader.page.reload()
        reader.answer("test-a-number", "number", "5")
        assert list(stored(reader.page)) == [key(reader, "test-a-number")]


def test_progress_counts_what_was_answered_right_also_in_another_tab(
    window: BrowserContext, practice: str
):
    contents, reader = window.new_page(), Mouse(window.new_page())
    contents.goto(f"{practice}/index.html")
    expect(contents.get_by_text("0 of 9 answered")).to_be_visible()
    expect(contents.get_by_text("0 of 3 answered")).to_be_visible()
    reader.page.goto(f"{practice}/kinds.html")
    reader.answer("test-a-number", "number", "4")
    reader.answer("test-a-root", "number", "√2/2")
    expect(contents.get_by_text("1 of 9 answered")).to_be_visible()
    reader.answer("test-a-number", "number", "5")
    expect(contents.get_by_text("2 of 9 answered")).to_be_visible()
    reader.answer("test-a-number", "number", "4")
    expect(contents.get_by_text("2 of 9 answered")).to_be_visible()


def test_progress_is_exported_erased_and_imported(
    window: BrowserContext, practice: str, tmp_path: Path
):
    reader = Mouse(window.new_page())
    page = reader.page
    page.goto(f"{practice}/kinds.html")
    reader.answer("test-a-number", "number", "5")
    reader.answer("test-a-vector", "vector", ("1", "1"))
    page.goto(f"{practice}/index.html")
    status = page.locator(".mlp-tools").get_by_role("status")

    with page.expect_download() as download:
        page.get_by_role("button", name="Export").click()
    file = tmp_path / download.value.suggested_filename
    download.value.save_as(file)
    assert file.suffix == ".json"
    assert json.loads(file.read_text("utf-8"))["questions"] == stored(page)
    expect(status).to_have_text("Exported: 2 questions.")

    page.get_by_role("button", name="Erase", exact=True).click()
    expect(page.get_by_role("button", name="No, keep it")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Erase", exact=True)).to_be_focused()
    assert len(stored(page)) == 2
    page.get_by_role("button", name="Erase", exact=True).click()
    page.get_by_role("button", name="Yes, erase").click()
    assert page.evaluate(f"localStorage.getItem('{KEY}')") is None
    expect(status).to_have_text("Erased. Nothing is remembered any more.")
    expect(page.get_by_text("0 of 9 answered")).to_be_visible()

    bring(page, file)
    expect(status).to_have_text("Imported: 2 questions.")
    expect(page.get_by_text("1 of 9 answered")).to_be_visible()
    page.goto(f"{practice}/kinds.html")
    assert reader.verdict("test-a-number") == "right"
    assert reader.verdict("test-a-vector") == "wrong"


def test_a_file_of_another_kind_is_refused_and_changes_nothing(
    window: BrowserContext, practice: str, tmp_path: Path
):
    page = window.new_page()
    page.goto(f"{practice}/index.html")
    before = {"test-a-number@00000000": {"done": True}}
    store(page, before)
    for i, text in enumerate(("", "no JSON", "[1, 2]", '{"questions": 3}', "\x00\xff")):
        file = tmp_path / f"holiday-{i}.json"
        file.write_text(text, encoding="utf-8")
        bring(page, file)
        expect(page.locator(".mlp-tools").get_by_role("status")).to_have_text(
            f"“{file.name}” was not exported from this book. Nothing has changed."
        )
        assert stored(page) == before


def bring(page: Page, file: Path) -> None:
    """Import a file."""
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Import").click()
    chooser.value.set_files(file)
