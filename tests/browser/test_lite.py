"""The lab in the browser opens the book's notebooks; Python itself comes from another host.

What cannot be tested without that host: that a cell runs.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from publishing import lite
from publishing.copies import join_lines
from web_server import serve

NOTEBOOKS = Path(__file__).parents[2] / "notebooks"
CHAPTER = "chapters/linear-algebra/eigenvectors/eigenvectors-by-eye.ipynb"


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of the lab, with the notebooks in it."""
    folder = tmp_path_factory.mktemp("lite")
    (folder / "no-wheels").mkdir()
    shutil.copytree(NOTEBOOKS, folder / "copies")
    join_lines(folder / "copies")
    lite.build(folder / "copies", folder / "no-wheels", folder / "lite")
    with serve(folder) as address:
        yield f"{address}/lite"


@pytest.mark.parametrize(("view", "width"), [("notebooks", 360), ("lab", 1280)])
def test_a_notebook_opens_and_is_set(browser: Browser, lab: str, view: str, width: int):
    with browser.new_context(viewport={"width": width, "height": 740}) as context:
        elsewhere = []

        def stay_here(route):
            elsewhere.append(route.request.url)
            route.abort()

        context.route(lambda url: not url.startswith((lab, "data:", "blob:")), stay_here)
        page = context.new_page()
        page.goto(f"{lab}/{view}/index.html?path={CHAPTER}")
        title = page.locator(".jp-MarkdownOutput h1")
        expect(title).to_contain_text("Eigenvectors by eye", timeout=60_000)
        expect(page.locator(".jp-MarkdownOutput mjx-container").first).to_be_visible()
        expect(page.locator(".jp-CodeCell .cm-content").first).to_contain_text("import")
        printed = page.locator(".jp-OutputArea-output pre").all_inner_texts()
        assert printed, "the stored outputs are not shown"
        assert not any("\n," in text for text in printed), "lines are joined by commas"
        assert all(re.search("/pyodide/", url) for url in elsewhere), elsewhere
