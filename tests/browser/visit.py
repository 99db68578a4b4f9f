"""A reader opens a page in one of several ways and reads it to the end."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import NamedTuple

from playwright.sync_api import Browser, BrowserContext, Page, Request, Response, TimeoutError

ASLEEP = ".mlf[data-figure]:not([data-awake])"
DESKTOP = {"viewport": {"width": 1280, "height": 800}}
PHONE = {"viewport": {"width": 360, "height": 740}, "is_mobile": True, "has_touch": True}


class Mode(NamedTuple):
    """What the book is read on, and in which colours."""

    device: str
    colours: str = "light"

    def context(self, browser: Browser, **settings: object) -> BrowserContext:
        """Open a browser window of this kind."""
        device = PHONE if self.device == "phone" else DESKTOP
        return browser.new_context(**device, color_scheme=self.colours, **settings)


WATCH_LAYOUT_SHIFTS = """
  window.layoutShifts = [];
  const name = (node) => node?.outerHTML?.slice(0, 100) ?? node?.textContent ?? "something gone";
  const note = (entries) => window.layoutShifts.push(...entries
    .filter((entry) => !entry.hadRecentInput)
    .map(({ value, sources }) => [value, sources.map(({ node }) => name(node))]));
  const observer = new PerformanceObserver((list) => note(list.getEntries()));
  observer.observe({ type: "layout-shift", buffered: true });
  window.takeLayoutShifts = () => { note(observer.takeRecords()); return window.layoutShifts; };
"""


@dataclass
class Visit:
    """A page that has been read, and what went wrong on the way."""

    page: Page
    requests: list[str] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    shifts: list[tuple[float, list[str]]] = field(default_factory=list)
    grown: int = 0

    def listen(self) -> None:
        """Write down all that the page asks for and complains about."""

        def asked(request: Request) -> None:
            self.requests.append(request.url)

        def answered(response: Response) -> None:
            if response.status >= 400:
                self.failures.append(f"{response.status} {response.url}")

        def failed(request: Request) -> None:
            self.failures.append(f"{request.failure} {request.url}")

        self.page.add_init_script(WATCH_LAYOUT_SHIFTS)
        self.page.on("request", asked)
        self.page.on("response", answered)
        self.page.on("requestfailed", failed)
        self.page.on("pageerror", lambda error: self.complaints.append(f"error: {error}"))
        self.page.on(
            "console",
            lambda message: (
                message.type in ("error", "warning")
                and self.complaints.append(f"{message.type}: {message.text}")
            ),
        )

    def read(self) -> None:
        """Scroll to the end, nearly a screen at a time, then unfold all that is folded."""
        height = self.page.evaluate(
            """async () => {
              await document.fonts.ready;
              const height = document.documentElement.scrollHeight;
              const frame = () => new Promise(requestAnimationFrame);
              const end = () => document.documentElement.scrollHeight - innerHeight;
              for (let y = 0; y < end(); y += 0.9 * innerHeight) {
                scrollTo({ top: y, behavior: "instant" });
                await frame();
                await frame();
              }
              scrollTo({ top: end(), behavior: "instant" });
              await frame();
              return height;
            }"""
        )
        # What does not come in time is for a test to report, not for this reader.
        with suppress(TimeoutError):
            wait_until(
                self.page,
                "(asleep) => [...document.images].every((image) => image.complete)"
                " && !document.querySelector(asleep)",
                ASLEEP,
                timeout=5000,
            )
        self.shifts = self.page.evaluate("window.takeLayoutShifts()")
        self.grown = self.page.evaluate("document.documentElement.scrollHeight") - height
        self.page.evaluate(
            "for (const fold of document.querySelectorAll('details')) fold.open = true"
        )


def wait_until(page: Page, condition: str, arg: object = None, timeout: float = 30_000) -> None:
    """Wait until a condition, a function in JavaScript, holds.

    Playwright's own `wait_for_function` evaluates a string from the second look on, which the
    book's Content-Security-Policy forbids.
    """
    in_time = page.evaluate(
        f"""([arg, timeout]) => new Promise((resolve) => {{
          const start = performance.now();
          const look = () => ({condition})(arg) ? resolve(true)
            : performance.now() - start > timeout ? resolve(false)
            : requestAnimationFrame(look);
          look();
        }})""",
        [arg, timeout],
    )
    if not in_time:
        raise TimeoutError(f"not true after {timeout} ms: {condition}")


@contextmanager
def visiting(browser: Browser, address: str, mode: Mode) -> Iterator[Visit]:
    """Open a page and read it."""
    with mode.context(browser) as context:
        visit = Visit(context.new_page())
        visit.listen()
        visit.page.goto(address)
        visit.read()
        yield visit
