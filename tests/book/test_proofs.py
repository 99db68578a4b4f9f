"""Proofs read as they were written."""

from __future__ import annotations

import re
from pathlib import Path

BOOK = Path(__file__).parents[2] / "book"


def test_a_proof_begins_with_words():
    """The word *Proof* is put before its first line; that makes running text of a list there."""
    for page in BOOK.rglob("*.md"):
        if "_build" not in page.parts:
            text = page.read_text(encoding="utf-8")
            first = re.findall(r"^:+\{prf:proof\}.*\n(?::\w+:.*\n|\n)*(.*)", text, re.MULTILINE)
            lists = [line for line in first if re.match(r"\d+[.)] |[-*+] |\$\$|[:`]{3}", line)]
            assert not lists, f"{page.relative_to(BOOK)}: begin the proof with words: {lists}"
