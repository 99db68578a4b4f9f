"""One browser and one server for all these tests."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from chromium import FLAGS, HOW_TO_GET_ONE, find_chromium
from playwright.sync_api import Browser, sync_playwright
from web_server import SITE, pages, serve

from .visit import Mode, Visit, visiting


@pytest.fixture(scope="session")
def site() -> Path:
    """Return the folder of the built book."""
    if not (SITE / "index.html").exists():
        pytest.fail(f"There is no built book in {SITE}. Run `make book` first.", pytrace=False)
    return SITE


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Return the address at which the book is served."""
    with serve(site) as url:
        yield url


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return the one browser of these tests."""
    chromium = find_chromium()
    if chromium is None:
        stop = pytest.fail if os.environ.get("CI") else pytest.skip
        stop(HOW_TO_GET_ONE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def visit(request: pytest.FixtureRequest) -> Iterator[Visit]:
    """Return a page that a reader has opened and read to its end; one visit for many tests."""
    name, place, device = request.param
    browser = request.getfixturevalue("browser")
    site = request.getfixturevalue("site")
    start = request.getfixturevalue("address") if place == "served" else site.as_uri()
    colours = "dark" if device == "phone" else "light"
    with visiting(browser, f"{start}/{name}.html", Mode(device, colours)) as visit:
        yield visit


SERVED = [("served", "desktop"), ("served", "phone")]
FROM_A_FOLDER = [("folder", "desktop")]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a test on every page (`name`), or on every page in several ways (`visit`)."""
    names = pages() or ["no-built-book"]
    if "visit" in metafunc.fixturenames:
        served = metafunc.definition.get_closest_marker("served")
        places = SERVED if served else SERVED + FROM_A_FOLDER
        ways = [(name, *place) for name in names for place in places]
        ids = ["-".join(way) for way in ways]
        metafunc.parametrize("visit", ways, ids=ids, indirect=True, scope="module")
    elif "name" in metafunc.fixturenames:
        metafunc.parametrize("name", names)
