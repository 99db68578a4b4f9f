"""The committed script of the questions is what its source makes."""

from __future__ import annotations

import re
from pathlib import Path

STATIC = Path(__file__).parents[3] / "book" / "_ext" / "practice" / "static"


def test_the_committed_script_and_styles_are_built_from_the_committed_source(
    frontend, run_node, tmp_path
):
    done = run_node("build.js", str(tmp_path))
    assert done.returncode == 0, done.stderr
    for name in ("practice.js", "practice.css"):
        assert (tmp_path / name).read_bytes() == (STATIC / name).read_bytes(), (
            f"{name} is out of date: run `npm run build` in code/frontend"
        )


def test_the_script_asks_for_nothing_that_a_strict_page_forbids():
    script = (STATIC / "practice.js").read_text("utf-8")
    assert not re.search(r"\beval\(|new Function|import\(|fetch\(|XMLHttpRequest", script)
    assert not re.search(r"https?://", script)
