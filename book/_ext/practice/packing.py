"""Pack the variants of a question: what occurs more than once is written once.

Variants differ in a few numbers, but a formula is thousands of characters of HTML, and a
page's compression sees only what is near. Here every element that occurs twice becomes a
numbered part. A family of 20 takes a sixth of the room, and the browser has less to read.
"""

from __future__ import annotations

import re
from collections import Counter

TOKEN = re.compile(r"<[^>]*>|[^<]+")
EMPTY = re.compile(r"<(?:input|br|img)\b|[^>]*/>$")
REFERENCE = "\ue000"
"""Stands before and after the number of a part; no text of a book has it."""

SHORTEST = 20
"""A shorter element is written out."""

Node = str | tuple


def pack(texts: list[str]) -> tuple[list[str], list[str]]:
    """Return parts and the texts that refer to them; parts refer to others as well.

    Examples
    --------
    >>> link = '<a href="https://example.org/a/long/address">a place on the web</a>'
    >>> parts, texts = pack([f"<p>See {link}.</p>", f"<p>{link}</p>"])
    >>> parts == [link]
    True
    >>> [text.replace(REFERENCE, "|") for text in texts]
    ['<p>See |0|.</p>', '<p>|0|</p>']
    """
    trees = [parse(text) for text in texts]
    count: Counter[str] = Counter()
    for tree in trees:
        for node in tree:
            tally(node, count)
    parts: list[str] = []
    known: dict[str, str] = {}

    def write(node: Node) -> str:
        if isinstance(node, str):
            return node
        text = flat(node)
        if count[text] < 2 or len(text) < SHORTEST:
            return "".join(map(write, node))
        if text not in known:
            body = "".join(map(write, node))
            known[text] = f"{REFERENCE}{len(parts)}{REFERENCE}"
            parts.append(body)
        return known[text]

    return parts, ["".join(map(write, tree)) for tree in trees]


def parse(text: str) -> tuple[Node, ...]:
    """Return HTML as elements in elements; every tag that opens must close."""
    stack: list[list[Node]] = [[]]
    for token in TOKEN.findall(text):
        if token.startswith("</"):
            stack[-1].append(token)
            element = tuple(stack.pop())
            stack[-1].append(element)
        elif token.startswith("<") and not EMPTY.match(token):
            stack.append([token])
        else:
            stack[-1].append(token)
    (root,) = stack
    return tuple(root)


def flat(node: Node) -> str:
    """Return an element's HTML."""
    return node if isinstance(node, str) else "".join(map(flat, node))


def tally(node: Node, count: Counter[str]) -> None:
    """Count elements; what is inside one that was met before does not count again."""
    if isinstance(node, tuple):
        text = flat(node)
        count[text] += 1
        if count[text] == 1:
            for child in node:
                tally(child, count)
