"""What is to be taught, and what the pages of the book say that they teach."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

CHAPTERS = "chapters/"


@dataclass(frozen=True)
class Item:
    """A lecture, reading, quiz, lab, assignment or topic of a course."""

    id: str
    kind: str
    title: str
    page: str

    @property
    def week(self) -> tuple[str, str, str]:
        """Return specialization, course and week, as the id has them."""
        return tuple(self.id.split("/")[:3])

    @property
    def docname(self) -> str:
        """Return where the page is; a name that ends in / stands for any page of a module."""
        return CHAPTERS + self.page if "/" in self.page else self.page

    def belongs_on(self, docname: str) -> bool:
        """Tell whether the syllabus wants the item on this page."""
        if self.docname.endswith("/"):
            return docname.startswith(self.docname)
        return docname == self.docname


def read_items(file: Path) -> dict[str, Item]:
    """Return the items by id, in the order of the courses; none if there is no file."""
    if not file.exists():
        return {}
    specializations = yaml.safe_load(file.read_text(encoding="utf-8"))
    return {
        entry["id"]: Item(**entry) for entries in specializations.values() for entry in entries
    }


def read_claims(metadata: Mapping[str, Mapping[str, Any]]) -> dict[str, list[str]]:
    """Return the ids that each page says it teaches, from the front matter of the pages."""
    claims = {}
    for docname, fields in sorted(metadata.items()):
        if fields.get("teaches"):
            claims[docname] = list(json.loads(fields["teaches"]))
    return claims


def covered(items: Mapping[str, Item], claims: Mapping[str, list[str]]) -> dict[str, str]:
    """Return the page of each item that is taught where it belongs."""
    return {
        id: docname
        for docname, ids in claims.items()
        for id in ids
        if id in items and items[id].belongs_on(docname)
    }


def report(items: Mapping[str, Item], taught: Mapping[str, str], pages: Collection[str]) -> str:
    """Return the coverage as text: week by week, what has its page and what has not."""
    lines = [summary(items, taught)]
    week = None
    for item in items.values():
        if item.week != week:
            week = item.week
            lines += ["", "/".join(week)]
        if item.id in taught:
            state = "taught on"
        elif item.docname in pages:
            state = "not listed by"
        else:
            state = "waits for"
        lines.append(f"  {state:13} {taught.get(item.id, item.docname)}: {item.title}")
    return "\n".join(lines) + "\n"


def summary(items: Collection[str], taught: Collection[str]) -> str:
    return f"{len(taught)} of {len(items)} items have their page"
