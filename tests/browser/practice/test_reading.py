"""Questions can be read and used by everyone, on every screen, with scripts and without."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from ..accessibility import barriers
from ..visit import DESKTOP, PHONE, Mode, visiting
from .reader import Mouse
from .test_answering import CASES

STATIC = Path(__file__).parents[3] / "book" / "_ext" / "practice" / "static"
WIDER = """() => [...document.querySelectorAll("main *")]
  .filter((one) => one.checkVisibility() && !one.closest(".scroll-box, .katex, svg *"))
  .filter((one) => one.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
  .map((one) => one.outerHTML.slice(0, 100))"""


def answer_all(reader: Mouse, wanted: str) -> None:
    """Give each question an answer of which that is found, and unfold the solutions."""
    for name, (kind, cases) in CASES.items():
        answers = [answer for answer, verdict, _ in cases if verdict == wanted]
        if answers:
            reader.answer(name, kind, answers[-1])
    for solution in reader.page.locator("summary:visible").all():
        solution.click()


@pytest.mark.parametrize("device", ["desktop", "phone"])
@pytest.mark.parametrize("place", ["served", "folder"])
@pytest.mark.parametrize("page_name", ["index", "kinds", "families"])
def test_a_page_with_questions_opens_without_a_jump_or_a_complaint(
    page_name: str,
    place: str,
    device: str,
    browser: Browser,
    practice: str,
    practice_site: Path,
):
    start = practice if place == "served" else practice_site.as_uri()
    with visiting(browser, f"{start}/{page_name}.html", Mode(device)) as visit:
        assert visit.complaints == [] and visit.failures == []
        assert sum(value for value, _ in visit.shifts) <= 0.02, visit.shifts
        assert visit.page.locator("form.mlq:not([data-awake])").count() == 0


@pytest.mark.parametrize("device", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("wanted", ["untouched", "untried", "wrong", "right"])
def test_every_state_can_be_read_by_everyone(
    wanted: str, device: dict, browser: Browser, practice: str
):
    with browser.new_context(**device) as context:
        reader = Mouse(context.new_page())
        reader.page.goto(f"{practice}/kinds.html")
        answer_all(reader, wanted)
        for colours in ("light", "dark"):
            reader.page.emulate_media(color_scheme=colours)
            assert barriers(reader.page) == []
        assert reader.page.evaluate(WIDER) == []
        width = reader.page.evaluate("document.documentElement.scrollWidth")
        assert width <= device["viewport"]["width"]


@pytest.mark.parametrize("device", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_every_variant_fits_and_can_be_read_by_everyone(
    device: dict, browser: Browser, practice: str
):
    with browser.new_context(**device) as context:
        page = context.new_page()
        page.goto(f"{practice}/families.html")
        for form in page.locator("form.mlq[data-awake]").all():
            for _ in range(3):
                form.get_by_role("button", name="Another one").click()
        assert barriers(page) == []
        assert page.evaluate(WIDER) == []


def test_what_remembers_can_be_read_by_everyone(browser: Browser, practice: str):
    with browser.new_context(**PHONE) as context:
        page = context.new_page()
        page.goto(f"{practice}/index.html")
        page.get_by_role("button", name="Erase", exact=True).click()
        assert barriers(page) == []
        assert page.evaluate(WIDER) == []


def test_what_is_to_be_touched_is_large_enough(browser: Browser, practice: str):
    with browser.new_context(**PHONE) as context:
        page = context.new_page()
        page.goto(f"{practice}/kinds.html")
        small = page.evaluate(
            """() => [...document.querySelectorAll(
                ".mlq-option, .mlq-answer input[type=text], .mlq-answer select, .mlq-tools button")]
              .filter((one) => one.getBoundingClientRect().height < 44)
              .map((one) => one.outerHTML.slice(0, 100))"""
        )
        assert small == []


def test_a_phone_does_not_zoom_into_a_field(browser: Browser, practice: str):
    with browser.new_context(**PHONE) as context:
        page = context.new_page()
        page.goto(f"{practice}/kinds.html")
        sizes = page.locator(".mlq-answer :is(input[type=text], select)").evaluate_all(
            "(all) => all.map((one) => parseFloat(getComputedStyle(one).fontSize))"
        )
        assert min(sizes) >= 16


def test_without_scripts_everything_can_be_read_and_nothing_pretends_to_work(
    browser: Browser, practice: str
):
    with browser.new_context(**PHONE, java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{practice}/kinds.html")
        assert page.locator("form.mlq").count() == len(CASES)
        for form in page.locator("form.mlq").all():
            expect(form.locator(".mlq-prompt")).to_be_visible()
            form.get_by_text("Solution", exact=True).click()
            expect(form.locator(".mlq-solution .fold-content")).to_be_visible()
        assert usable(page) == []
        expect(page.get_by_text("Yes, with", exact=False).first).to_be_visible()
        page.goto(f"{practice}/index.html")
        expect(page.get_by_text("9 questions")).to_be_visible()
        assert usable(page) == []


def usable(page: Page) -> list[str]:
    """Return the form controls that a reader can see and use."""
    found = page.locator("main :is(input, select, button):visible:enabled").all()
    return [one.evaluate("(one) => one.outerHTML.slice(0, 100)") for one in found]


def test_an_answer_sends_nothing_anywhere(window: BrowserContext, practice: str):
    reader = Mouse(window.new_page())
    reader.page.goto(f"{practice}/kinds.html")
    reader.page.wait_for_load_state("networkidle")
    asked: list[str] = []
    reader.page.on("request", lambda request: asked.append(request.url))
    answer_all(reader, "right")
    assert asked == [] and "?" not in reader.page.url


def test_a_page_pays_little_for_its_questions():
    sizes = {
        name: len(gzip.compress((STATIC / name).read_bytes(), 6))
        for name in ("practice.js", "practice.css")
    }
    assert sizes["practice.js"] <= 6_500 and sizes["practice.css"] <= 2_500, sizes
