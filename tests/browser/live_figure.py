"""An interactive figure on a page of the built book, used as a reader uses it."""

from __future__ import annotations

import json
from functools import cache
from typing import Any, NamedTuple

import mlmath.figures
from bs4 import BeautifulSoup, SoupStrainer
from mlmath.figures import Figure
from mlmath.figures.base import STATIC
from mlmath.figures.markup import figure_html
from playwright.sync_api import BrowserContext, Locator, Page
from web_server import SITE, pages

from .visit import wait_until

KINDS = {kind.kind: kind for kind in vars(mlmath.figures).values() if hasattr(kind, "kind")}
COPYING = ["clipboard-read", "clipboard-write"]

# A page goes on scrolling after a quick finger, and a tap meanwhile only stops it.
SCROLLED_OUT = """async () => {
  const frame = () => new Promise(requestAnimationFrame);
  for (let still = 0, before = NaN; still < 6; still = scrollY === before ? still + 1 : 0) {
    before = scrollY;
    await frame();
  }
}"""


class Place(NamedTuple):
    """Where a figure is in the book, and what it is when the page is opened."""

    page: str
    name: str
    kind: str
    options: dict[str, Any]
    state: dict[str, Any]

    def __str__(self) -> str:
        """Return the name that tests show."""
        return f"{self.page.rpartition('/')[2]}-{self.name}"

    def twin(self, **state: Any) -> Figure:
        """Return the same figure in Python, in another state."""
        return KINDS[self.kind](**self.options, **{**self.state, **state})


@cache
def figures(kind: str | None = None) -> list[Place]:
    """Find the figures of a kind, or all, in the pages of the book."""
    if kind is not None:
        return [place for place in figures() if place.kind == kind]
    only = SoupStrainer(attrs={"data-figure": True})
    found = []
    for page in pages():
        html = (SITE / f"{page}.html").read_text(encoding="utf-8")
        for element in BeautifulSoup(html, "html.parser", parse_only=only).children:
            found.append(
                Place(page, element["data-name"], **json.loads(element["data-figure"]))
            )
    return found


class LiveFigure:
    """A figure that is awake on an open page."""

    def __init__(self, page: Page, place: Place):
        self.page = page
        self.place = place
        self.root = page.locator(f'.mlf[data-name="{place.name}"]')
        self.picture = self.root.locator(".mlf-svg")
        self.root.scroll_into_view_if_needed()
        page.locator(f'.mlf[data-name="{place.name}"][data-awake]').wait_for()

    @classmethod
    def open(
        cls, context: BrowserContext, start: str, place: Place, link: str = ""
    ) -> LiveFigure:
        """Open the figure's page, by a link to the figure if there is one."""
        page = context.new_page()
        page.goto(f"{start}/{place.page}.html{link}")
        return cls(page, place)

    @classmethod
    def alone(cls, context: BrowserContext, *figures: Figure) -> list[LiveFigure]:
        """Show figures on a page that holds nothing else, each kind with its own script."""
        styles = (STATIC / "figures.css").read_text(encoding="utf-8")
        kinds = dict.fromkeys(figure.kind for figure in figures)
        scripts = ((STATIC / f"{kind}.js").read_text(encoding="utf-8") for kind in kinds)
        bodies = (figure_html(figure.content(), f"fig-{i}") for i, figure in enumerate(figures))
        page = context.new_page()
        page.set_content(
            f"<!DOCTYPE html><title>Figures</title><style>{styles}</style>{''.join(bodies)}"
            + "".join(f"<script>{script}</script>" for script in scripts)
        )
        return [
            cls(page, Place("", f"fig-{i}", figure.kind, figure.options(), figure.state()))
            for i, figure in enumerate(figures)
        ]

    def show(self, **state: Any) -> None:
        """Show another state, as a question about the figure does."""
        self.root.evaluate(
            "(root, state) => root.figure.show({ ...root.figure.state(), ...state })", state
        )
        self.settle()

    def start_again(self) -> None:
        """Reset the figure, bring it to the middle of the screen, and let go of everything."""
        self.press("Reset")
        self.page.mouse.move(0, 0)
        self.page.evaluate("document.activeElement.blur()")
        self.picture.evaluate("(svg) => svg.scrollIntoView({ block: 'center' })")

    def settle(self) -> None:
        """Wait until what was done can be seen: a figure redraws once a frame."""
        self.page.evaluate(
            "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
        )

    def readout(self) -> dict[str, str]:
        """Return the rows of the readout."""
        rows = self.root.locator(".mlf-readout > div")
        return dict(
            rows.evaluate_all(
                "(all) => all.map((row) => [...row.children].map((c) => c.innerText))"
            )
        )

    def sentence(self) -> str:
        """Return what the figure says in words."""
        return self.root.locator(".mlf-sentence").inner_text()

    def note(self) -> str:
        """Return the note over the picture, if there is one."""
        return self.root.locator(".mlf-note").text_content()

    def spoken(self) -> str:
        """Return what was last read out."""
        return self.root.locator("[aria-live]").text_content()

    def words(self) -> tuple[dict[str, str], str]:
        """Return all that the figure says of itself."""
        return self.readout(), self.sentence()

    def state(self) -> dict[str, Any]:
        """Return the state, as questions about the figure read it."""
        return self.root.evaluate("(root) => root.figure.state()")

    def button(self, name: str) -> Locator:
        """Return a button of the figure."""
        return self.root.get_by_role("button", name=name, exact=True)

    def press(self, name: str) -> None:
        """Press a button of the figure."""
        self.button(name).click()
        self.settle()

    def key(self, key: str) -> None:
        """Press a key on what has the focus."""
        self.page.keyboard.press(key)
        self.settle()

    def handles(self) -> Locator:
        """Return what can be moved in the picture."""
        return self.picture.locator(
            "[role=slider]:visible, [role=button][aria-label^='Page ']:visible"
        )

    def inwards(self, handle: Locator) -> tuple[float, float]:
        """Return a move of a handle, in pixels, that stays inside the picture."""
        (x, y), (middle_x, middle_y) = centre(handle), centre(self.picture)
        return (40 if x < middle_x else -40, 30 if y < middle_y else -30)

    def move_something(self) -> None:
        """Drag the last handle; where there is none, press the first button."""
        if self.handles().count():
            handle = self.handles().last
            self.drag(centre(handle), self.inwards(handle))
        else:
            self.root.get_by_role("button").first.click()
            self.settle()

    def link(self) -> str:
        """Copy the figure's link and return the part that tells its state."""
        self.press("Copy link")
        wait_until(
            self.page,
            "(root) => root.querySelector('.mlf-note').textContent",
            self.root.element_handle(),
        )
        shown = self.root.locator(".mlf-link")
        copied = (
            shown.input_value()
            if shown.count()
            else self.page.evaluate("navigator.clipboard.readText()")
        )
        return copied[copied.index("#") :]

    def follow(self, link: str) -> None:
        """Follow a link within the page."""
        self.page.evaluate(
            """(link) => new Promise((done) => {
              history.replaceState(null, "", location.pathname);
              addEventListener("hashchange", done, { once: true });
              location.hash = link;
            })""",
            link,
        )
        self.settle()

    def drag(self, start: tuple[float, float], by: tuple[float, float]) -> None:
        """Drag with the mouse, from a place on the screen."""
        x, y = start
        mouse = self.page.mouse
        mouse.move(x, y)
        mouse.down()
        mouse.move(x + by[0] / 2, y + by[1] / 2)
        mouse.move(x + by[0], y + by[1])
        mouse.up()
        self.settle()

    def touch(self, start: tuple[float, float], by: tuple[float, float]) -> None:
        """Drag with a finger, from a place on the screen."""
        session = self.page.context.new_cdp_session(self.page)
        steps = [(start[0] + t * by[0] / 4, start[1] + t * by[1] / 4) for t in range(5)]
        for number, (x, y) in enumerate(steps):
            kind = "touchMove" if number else "touchStart"
            session.send(
                "Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": y}]}
            )
        session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
        session.detach()
        self.page.evaluate(SCROLLED_OUT)
        self.settle()


def centre(element: Locator) -> tuple[float, float]:
    """Return the middle of an element on the screen; of a handle, the middle of its disc."""
    disc = element.locator(":scope > .mlf-reach")
    box = (disc if disc.count() else element).bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
