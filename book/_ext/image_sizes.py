"""Every picture says how large it is, so that the text below it does not move when it comes.

The first picture of a page is loaded at once, those further down when they are scrolled near.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree

import imagesize

if TYPE_CHECKING:
    from sphinx.application import Sphinx

IMAGE = re.compile(r'<img\b[^>]*\bsrc="([^"]+)"[^>]*>')
LENGTH = re.compile(r"\s*([\d.]+)\s*(px|pt|in|cm|mm|)\s*$")
PIXELS = {"": 1, "px": 1, "pt": 96 / 72, "in": 96, "cm": 96 / 2.54, "mm": 96 / 25.4}


def image_size(file: Path) -> tuple[int, int] | None:
    """Return width and height in pixels of the page; None if the file does not say."""
    if file.suffix == ".svg":
        root = ElementTree.parse(file).getroot()
        lengths = [LENGTH.match(root.get(side, "")) for side in ("width", "height")]
        if all(lengths):
            return tuple(round(float(one[1]) * PIXELS[one[2]]) for one in lengths)
        box = root.get("viewBox", "").replace(",", " ").split()
        return (round(float(box[2])), round(float(box[3]))) if len(box) == 4 else None
    size = imagesize.get(file)
    return None if -1 in size else size


def set_sizes(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any
) -> None:
    files = {name: Path(app.srcdir) / uri for uri, name in app.builder.images.items()}
    seen = 0

    def with_size(tag: re.Match) -> str:
        nonlocal seen
        seen += 1
        attributes = ["", 'decoding="async"']
        if seen > 1:
            attributes.append('loading="lazy"')
        file = files.get(tag[1].rpartition("/")[2])
        size = image_size(file) if file else None
        if size and " width=" not in tag[0] and "style=" not in tag[0]:
            attributes.append(f'width="{size[0]}" height="{size[1]}"')
        return tag[0].replace("<img", "<img" + " ".join(attributes), 1)

    if "body" in context:
        context["body"] = IMAGE.sub(with_size, context["body"])


def setup(app: Sphinx) -> dict[str, Any]:
    app.connect("html-page-context", set_sizes)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
