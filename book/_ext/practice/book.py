"""The book's list of questions: which page asks what."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from practice.doctree import question
from practice.source import Mistake

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

RECORD = "practice.json"
"""The list as the tests read it, beside what a build remembers; it is not published."""


def questions(env: BuildEnvironment) -> dict[str, list[dict[str, Any]]]:
    """Return the questions of each page, in their order."""
    if not hasattr(env, "practice_questions"):
        env.practice_questions = {}
    return env.practice_questions


def enter(env: BuildEnvironment, node: question, line: int, **record: Any) -> None:
    """Enter a question; raise `Mistake` if its name is taken."""
    for page, asked in questions(env).items():
        for other in asked:
            if other["name"] == node["name"]:
                place = f"{env.doc2path(page, base=False)}:{other['line']}"
                raise Mistake(f"the id {node['name']!r} is taken by {place}", line)
    entry = {name: node[name] for name in ("name", "digest", "kind")}
    entry |= {"line": line, "variants": len(node), "key": node[0]["key"], **record}
    questions(env).setdefault(env.docname, []).append(entry)


def forget(app: Sphinx, env: BuildEnvironment, page: str) -> None:
    """Leave out the questions of a page that is read again or gone."""
    questions(env).pop(page, None)


def merge(app: Sphinx, env: BuildEnvironment, pages: set[str], other: BuildEnvironment) -> None:
    """Take over what another process has read."""
    questions(env).update(
        {page: questions(other)[page] for page in pages & questions(other).keys()}
    )


def write_record(app: Sphinx, env: BuildEnvironment) -> None:
    """Write the list for the tests."""
    pages = {page: questions(env)[page] for page in sorted(questions(env))}
    text = json.dumps(pages, indent=1, ensure_ascii=False)
    (Path(app.doctreedir) / RECORD).write_text(text, encoding="utf-8")
