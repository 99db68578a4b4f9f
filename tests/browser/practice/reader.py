"""A reader who answers questions, with a mouse or with nothing but a keyboard."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from playwright.sync_api import Locator, Page, expect

LIMIT = 3
"""The plane of the figure reaches from -3 to 3."""

Answer = str | Sequence[Any]


class Reader:
    """A reader in front of a page."""

    def __init__(self, page: Page):
        self.page = page

    def question(self, name: str) -> Locator:
        """Return a question, awake."""
        form = self.page.locator(f"form.mlq#question-{name}[data-awake]")
        form.wait_for()
        return form

    def verdict(self, name: str) -> str:
        """Return what was found of the answer: right, wrong, untried; nothing before."""
        return self.question(name).get_attribute("data-verdict") or ""

    def said(self, name: str) -> str:
        """Return what is said to the answer."""
        return self.question(name).locator(".mlq-result").inner_text()

    def answered(self, name: str) -> bool:
        """Whether the question bears the mark of one that was answered right."""
        return self.question(name).locator(".mlq-done").is_visible()

    def given(self, name: str) -> list[str | bool]:
        """Return what the form controls hold."""
        fields = self.question(name).locator(".mlq-answer :is(input, select)")
        state = """(all) => all.map((one) => one.matches("select")
            ? one.selectedOptions[0].text
            : one.type === "text" ? one.value : one.checked)"""
        return fields.evaluate_all(state)

    def answer(self, name: str, kind: str, answer: Answer) -> None:
        """Fill in an answer and have it checked."""
        form = self.question(name)
        getattr(self, f"fill_{FILLED.get(kind, kind)}")(form, answer)
        if kind == "figure":  # redraws once a frame
            self.page.evaluate("() => new Promise((done) => requestAnimationFrame(done))")
        assert self.verdict(name) == "", "a new answer is unchecked"
        self.check(form)


FILLED = {"number": "fields", "vector": "fields", "matrix": "fields"}
"""How kinds that are filled in alike are filled in."""


class Mouse(Reader):
    """Points and clicks; types only into fields that were clicked."""

    def fill_choice(self, form: Locator, answer: str) -> None:
        """Click an option."""
        if answer:
            form.locator(f".mlq-option:has([value={answer}])").click()

    def fill_choices(self, form: Locator, answer: str) -> None:
        """Click the options whose state has to change."""
        for option in form.locator(".mlq-option").all():
            box = option.locator("input")
            if box.is_checked() != (box.get_attribute("value") in answer):
                option.click()

    def fill_fields(self, form: Locator, answer: Answer) -> None:
        """Paste into each field."""
        texts = [answer] if isinstance(answer, str) else answer
        for field, text in zip(form.locator(".mlq-answer input").all(), texts, strict=True):
            field.click(click_count=3)
            self.page.keyboard.press("Delete")
            self.page.keyboard.insert_text(text)

    def fill_matching(self, form: Locator, answer: Sequence[str]) -> None:
        """Choose from each list."""
        for field, label in zip(form.locator("select").all(), answer, strict=True):
            field.select_option(label=label)

    def fill_figure(self, form: Locator, answer: tuple[float, float]) -> None:
        """Drag the tip of x."""
        handle, picture = form.get_by_role("slider"), form.locator(".mlf-svg")
        picture.scroll_into_view_if_needed()
        form.locator(".mlf[data-awake]").wait_for()
        box, tip = picture.bounding_box(), handle.locator(".mlf-ring").bounding_box()
        unit = box["width"] / (2 * LIMIT)
        self.page.mouse.move(tip["x"] + tip["width"] / 2, tip["y"] + tip["height"] / 2)
        self.page.mouse.down()
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        self.page.mouse.move(x + answer[0] * unit, y - answer[1] * unit, steps=4)
        self.page.mouse.up()

    def check(self, form: Locator) -> None:
        """Press the button."""
        form.get_by_role("button", name="Check").click()


class Keys(Reader):
    """Never touches the mouse: reaches everything with Tab."""

    def tab_to(self, wanted: Locator) -> None:
        """Press Tab until the focus is where it should be."""
        for _ in range(200):
            if wanted.evaluate("(one) => one === document.activeElement"):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"Tab does not reach {wanted}")

    def fill_choice(self, form: Locator, answer: str) -> None:
        """Enter the group and move with the arrows."""
        self.tab_to_group(form)
        if not answer:
            return
        for _ in range(26):
            if form.locator(f"[value={answer}]:focus").count():
                break
            self.page.keyboard.press("ArrowDown")
        self.page.keyboard.press("Space")

    def tab_to_group(self, form: Locator) -> None:
        """Press Tab until the focus is on an option."""
        for _ in range(200):
            if form.locator("[type=radio]:focus").count():
                return
            self.page.keyboard.press("Tab")
        raise AssertionError("Tab does not reach the options")

    def fill_choices(self, form: Locator, answer: str) -> None:
        """Switch the boxes whose state has to change."""
        for box in form.locator("[type=checkbox]").all():
            self.tab_to(box)
            if box.is_checked() != (box.get_attribute("value") in answer):
                self.page.keyboard.press("Space")

    def fill_fields(self, form: Locator, answer: Answer) -> None:
        """Type into each field."""
        texts = [answer] if isinstance(answer, str) else answer
        for field, text in zip(form.locator(".mlq-answer input").all(), texts, strict=True):
            self.tab_to(field)
            self.page.keyboard.press("Control+A")
            self.page.keyboard.press("Delete")
            self.page.keyboard.type(text)

    def fill_matching(self, form: Locator, answer: Sequence[str]) -> None:
        """Type the beginning of what is wanted in each list."""
        for field, label in zip(form.locator("select").all(), answer, strict=True):
            self.tab_to(field)
            self.page.keyboard.press("Home")
            self.page.keyboard.type(label)
            expect(field.locator("option:checked")).to_have_text(label)

    def fill_figure(self, form: Locator, answer: tuple[float, float]) -> None:
        """Move the tip of x with the arrows, in units and tenths."""
        form.scroll_into_view_if_needed()
        form.locator(".mlf[data-awake]").wait_for()
        self.tab_to(form.get_by_role("slider"))
        for axis, (more, less) in enumerate(
            (("ArrowRight", "ArrowLeft"), ("ArrowUp", "ArrowDown"))
        ):
            now = form.locator(".mlf").evaluate("(one) => one.figure.state().x")[axis]
            tenths = round(10 * (answer[axis] - now))
            key = more if tenths > 0 else less
            for _ in range(abs(tenths) // 10):
                self.page.keyboard.press(f"Shift+{key}")
            for _ in range(abs(tenths) % 10):
                self.page.keyboard.press(key)

    def check(self, form: Locator) -> None:
        """Press Enter where that answers, else go to the button."""
        if form.locator(".mlq-answer input:focus").count():
            self.page.keyboard.press("Enter")
            return
        self.tab_to(form.get_by_role("button", name="Check"))
        self.page.keyboard.press("Enter")
