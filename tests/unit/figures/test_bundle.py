"""The committed bundles are what the source makes, small, and the source is sound."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest
from mlmath import figures
from mlmath.figures.base import STATIC
from mlmath.plotting import PALETTE

KINDS = sorted(kind.kind for kind in vars(figures).values() if hasattr(kind, "kind"))
SCRIPTS = [f"{kind}.{ending}" for kind in KINDS for ending in ("js", "mjs")]
FILES = {*SCRIPTS, "figures.css"}


def test_the_committed_bundles_are_built_from_the_committed_source(
    frontend, run_node, tmp_path
):
    done = run_node("build.js", str(tmp_path))
    assert done.returncode == 0, done.stderr
    assert {file.name for file in STATIC.iterdir()} == FILES, "a bundle for each kind"
    for name in FILES:
        assert (tmp_path / name).read_bytes() == (STATIC / name).read_bytes(), (
            f"{name} is out of date: run `npm run build` in code/frontend"
        )


def test_the_types_of_the_source_hold(frontend, run_node):
    done = run_node("node_modules/typescript/bin/tsc")
    assert done.returncode == 0, done.stdout


def test_the_unit_tests_of_the_source_pass(frontend, run_node):
    done = run_node("--test")
    assert done.returncode == 0, done.stdout[-4000:]


@pytest.mark.parametrize("name", sorted(FILES))
def test_a_page_pays_little_for_its_figures(name: str):
    size = len(gzip.compress((STATIC / name).read_bytes(), 9))
    assert size <= (5_120 if name.endswith(".css") else 14_336)


@pytest.mark.parametrize("name", SCRIPTS)
def test_scripts_ask_for_nothing_that_a_strict_page_forbids(name: str):
    script = (STATIC / name).read_text("utf-8")
    assert not re.search(r"\beval\(|new Function|import\(|fetch\(|XMLHttpRequest", script)
    hosts = set(re.findall(r"https?://[\w.]+", script))
    assert hosts <= {"http://www.w3.org"}, "only the name of SVG, which nobody fetches"


def test_the_style_sheet_has_the_palette_in_both_modes():
    style = (STATIC / "figures.css").read_text("utf-8").lower()
    for role, colours in PALETTE.items():
        name = re.escape(f"--ml-{role.replace('_', '-')}:")
        found = re.search(name + r"\s*light-dark\((#\w+),\s*(#\w+)\)", style)
        assert found, f"{role} is missing"
        assert [_long(colour) for colour in found.groups()] == [
            colours["light"].lower(),
            colours["dark"].lower(),
        ]


def _long(colour: str) -> str:
    """Undo the minifier: #abc is #aabbcc."""
    if len(colour) == 4:
        return "#" + "".join(2 * digit for digit in colour[1:])
    return colour


@pytest.mark.parametrize("path", ["package-lock.json", ".npmrc"])
def test_the_tools_come_from_whatever_registry_the_machine_uses(frontend: Path, path: str):
    text = (frontend / path).read_text("utf-8")
    assert "registry.npmjs" not in text and '"resolved"' not in text
