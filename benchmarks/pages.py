"""Measure the pages of the built book: Lighthouse, weight, redraw times of the figures.

    python benchmarks/pages.py [--page NAME] [--runs N]

Prints a table in Markdown and ends with an error if a page misses its budget. Times depend on
the machine: measure on one that does nothing else.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator

import lighthouse
from chromium import FLAGS, HOW_TO_GET_ONE, find_chromium
from lighthouse import Report
from playwright.sync_api import sync_playwright
from redraw import Redraw, redraws
from web_server import SITE, pages, serve

HEADER = (
    "| page | performance | accessibility | best practices | SEO | LCP | CLS | TBT "
    "| weight | requests | redraw |\n"
    "|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|---|"
)
LEAST_PERFORMANCE = 95
MOST_WEIGHT = 160
MOST_SHIFT = 0.02
MOST_REDRAW = 16


def main() -> None:
    """Measure and judge."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--page", help="measure only the pages whose name contains this")
    parser.add_argument("--runs", type=int, default=3, help="runs of Lighthouse for each page")
    options = parser.parse_args()
    if not find_chromium():
        raise SystemExit(HOW_TO_GET_ONE)
    names = [name for name in pages() if (options.page or "") in name]
    if not names:
        raise SystemExit(f"There is no such page in {SITE}. Run `make book` first.")
    lighthouse.install()

    missed = []
    print(HEADER)
    with serve() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(FLAGS))
        for name in names:
            url = f"{address}/{name}.html"
            report = lighthouse.measure(url, options.runs)
            times = list(redraws(browser, url))
            print(row(name, report, times), flush=True)
            missed += [f"{name}: {budget}" for budget in misses(report, times)]
        browser.close()
    if missed:
        raise SystemExit("\n".join(["", "Missed:", *missed]))


def row(name: str, report: Report, times: list[Redraw]) -> str:
    """Return a row of the table."""
    moves = "; ".join(f"{one.figure} {one.median:.1f} ({one.slow:.1f}) ms" for one in times)
    cells = [
        name,
        *(f"{score:.0f}" for score in report[:4]),
        f"{report.largest_paint:.1f} s",
        f"{report.layout_shift:.3f}",
        f"{1000 * report.blocking_time:.0f} ms",
        f"{report.weight:.0f} kB",
        f"{report.requests:.0f}",
        moves or "–",
    ]
    return f"| {' | '.join(cells)} |"


def misses(report: Report, times: list[Redraw]) -> Iterator[str]:
    """Say which budgets were missed."""
    if report.performance < LEAST_PERFORMANCE:
        yield f"performance {report.performance:.0f}, at least {LEAST_PERFORMANCE}"
    for score in ("accessibility", "best_practices", "seo"):
        if getattr(report, score) < 100:
            yield f"{score} {getattr(report, score):.0f}, wanted 100"
    if report.weight > MOST_WEIGHT:
        yield f"weight {report.weight:.0f} kB without pictures, at most {MOST_WEIGHT}"
    if report.layout_shift > MOST_SHIFT:
        yield f"layout shift {report.layout_shift:.3f}, at most {MOST_SHIFT}"
    for one in times:
        if one.slow > MOST_REDRAW:
            yield f"{one.figure} redraws in {one.slow:.1f} ms, at most {MOST_REDRAW}"


if __name__ == "__main__":
    main()
