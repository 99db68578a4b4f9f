"""The weekly build with the newest versions must be a build of all that the pinned one has."""

from __future__ import annotations

import re
from importlib.metadata import distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
OLDEST = {"python_version": "3.11", "python_full_version": "3.11.0"}  # it needs the most
UNPINNED = {"mlmath", "setuptools", "wheel"}  # `pip freeze` leaves the last two out


def listed(file: str) -> list[Requirement]:
    lines = (ROOT / file).read_text(encoding="utf-8").splitlines()
    wanted = [re.sub(r"\s*#.*", "", line) for line in lines]
    return [Requirement(line) for line in wanted if line and not line.startswith("-")]


def needs(requirement: Requirement, seen: set[tuple[str, str]]) -> None:
    """Collect what a requirement brings with it, with its extras."""
    for extra in ["", *requirement.extras]:
        key = (canonicalize_name(requirement.name), extra)
        if key in seen:
            continue
        seen.add(key)
        for line in distribution(requirement.name).requires or []:
            below = Requirement(line)
            if below.marker is None or below.marker.evaluate(OLDEST | {"extra": extra}):
                needs(below, seen)


def test_the_newest_versions_are_of_all_that_is_pinned():
    seen: set[tuple[str, str]] = set()
    for requirement in [*listed(".ci/newest.txt"), Requirement("mlmath")]:
        needs(requirement, seen)
    pinned = {canonicalize_name(requirement.name) for requirement in listed("requirements.txt")}
    assert pinned == {name for name, _ in seen} - UNPINNED


def test_every_pin_is_exact():
    loose = [
        str(one)
        for one in listed("requirements.txt")
        if not str(one.specifier).startswith("==")
    ]
    assert loose == []


def test_every_pin_runs_on_the_oldest_python():
    wanted = {
        one.name: distribution(one.name).metadata["Requires-Python"] or ""
        for one in listed("requirements.txt")
    }
    oldest = OLDEST["python_full_version"]
    assert {name: w for name, w in wanted.items() if oldest not in SpecifierSet(w)} == {}
