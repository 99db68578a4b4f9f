"""The Chromium that looks at the built book: the system's own, not one that is downloaded."""

from __future__ import annotations

import os
import shutil

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
)
HOW_TO_GET_ONE = (
    "No Chromium found. Install one (Debian and Ubuntu: apt-get install chromium; elsewhere "
    "Chrome will do) or give the path of one in the environment variable CHROMIUM."
)


def find_chromium() -> str | None:
    """Return the path of a Chromium or Chrome, None where there is none."""
    named = os.environ.get("CHROMIUM")
    if named:
        return shutil.which(named)
    return next(filter(None, map(shutil.which, NAMES)), None)
