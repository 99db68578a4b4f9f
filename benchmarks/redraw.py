"""How long a figure takes to answer a move, on a phone that is four times slower."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import NamedTuple

from playwright.sync_api import Browser, CDPSession, Locator

SLOWDOWN = 4
MOVES = 60
PARTS = ("ScriptDuration", "RecalcStyleDuration", "LayoutDuration")
NEXT_FRAME = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"


class Redraw(NamedTuple):
    """The time of a redraw in milliseconds: script, style and layout after one move.

    Painting is not in it: its time depends on the rest of the page and on the graphics card.
    """

    figure: str
    median: float
    slow: float
    """Nineteen of twenty are faster."""


def redraws(browser: Browser, url: str) -> Iterator[Redraw]:
    """Measure every figure of a page."""
    with browser.new_context(
        viewport={"width": 360, "height": 740}, device_scale_factor=2, is_mobile=True
    ) as context:
        page = context.new_page()
        page.goto(url)
        session = context.new_cdp_session(page)
        # The time of the page's own thread, so that other work on the machine does not count.
        session.send("Performance.enable", {"timeDomain": "threadTicks"})
        session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWDOWN})
        for figure in page.locator(".mlf[data-figure]").all():
            name = figure.get_attribute("data-name")
            figure.locator(".mlf-svg").evaluate(
                "(svg) => svg.scrollIntoView({block: 'center'})"
            )
            page.locator(f'.mlf[data-name="{name}"][data-awake]').wait_for()
            times = sorted(_times(session, figure))
            yield Redraw(name, times[MOVES // 2], times[MOVES * 19 // 20])


def _times(session: CDPSession, figure: Locator) -> Iterator[float]:
    """Drag the first thing that can be moved round the middle of the picture."""
    page = figure.page
    if not figure.locator(".mlf-reach:visible").count():
        yield from _pressed(session, figure)
        return
    box = figure.locator(".mlf-svg").bounding_box()
    handle = figure.locator(".mlf-reach:visible").first.bounding_box()
    page.mouse.move(handle["x"] + handle["width"] / 2, handle["y"] + handle["height"] / 2)
    page.mouse.down()
    for move in range(MOVES):
        angle = 2 * math.pi * move / MOVES
        radius = box["height"] / 4
        before = _spent(session)
        page.mouse.move(
            box["x"] + box["width"] / 2 + radius * math.cos(angle),
            box["y"] + box["height"] / 2 + radius * math.sin(angle),
        )
        page.evaluate(NEXT_FRAME)
        yield 1000 * (_spent(session) - before)
    page.mouse.up()


def _pressed(session: CDPSession, figure: Locator) -> Iterator[float]:
    """Press the first two buttons, there and back: for a figure that has nothing to drag."""
    there, back = figure.get_by_role("button").all()[:2]
    for button in (there, back) * (MOVES // 2):
        before = _spent(session)
        button.evaluate("(button) => button.click()")
        figure.page.evaluate(NEXT_FRAME)
        yield 1000 * (_spent(session) - before)


def _spent(session: CDPSession) -> float:
    """Return the seconds that the page has spent on script, style and layout so far."""
    metrics = session.send("Performance.getMetrics")["metrics"]
    return sum(metric["value"] for metric in metrics if metric["name"] in PARTS)
