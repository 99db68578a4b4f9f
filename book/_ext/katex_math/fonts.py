"""KaTeX's style sheet for the site, with its fonts inside, cut to the glyphs in use.

A font in a file of its own arrives after the style sheet, and the lines of a page move when
it does. Cut to what a book uses, all fonts together weigh less than one of them whole, so
they travel in the style sheet: one request, nothing moves, and it works from a folder in
browsers that refuse to load fonts from ``file://``.
"""

from __future__ import annotations

import base64
import hashlib
import io
import re
from collections.abc import Mapping
from pathlib import Path

from fontTools import subset

from katex_math.glyphs import STYLES, Face

FONT_FACE = re.compile(
    r'@font-face\{font-display:block;font-family:"?(\w+)"?;font-style:(\w+);'
    r"font-weight:(\w+);src:url\(fonts/([\w-]+)\.woff2\)[^}]*\}"
)


def write_stylesheet(file: Path, glyphs: Mapping[Face, set[str]]) -> None:
    """Write the style sheet with the fonts that set these glyphs, and no others."""
    original = STYLES.read_text(encoding="utf-8")
    texts = {face: "".join(sorted(glyphs[face])) for face in sorted(glyphs)}
    stamp = f"/* {hashlib.sha256((original + repr(texts)).encode()).hexdigest()} */\n"
    if file.exists() and file.read_text(encoding="utf-8").startswith(stamp):
        return

    def with_font(found: re.Match) -> str:
        family, style, weight, name = found.groups()
        text = texts.get(Face(family, weight, style))
        if text is None:
            return ""
        data = base64.b64encode(cut_font(name, text)).decode()
        return (
            f"@font-face{{font-family:{family};font-style:{style};font-weight:{weight};"
            f"src:url(data:font/woff2;base64,{data})}}"
        )

    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(stamp + FONT_FACE.sub(with_font, original), encoding="utf-8")
    (file.parent / "katex.LICENSE.txt").write_bytes((STYLES.parent / "LICENSE").read_bytes())


def cut_font(name: str, text: str) -> bytes:
    """Return the part of a KaTeX font that sets the text."""
    options = subset.Options(flavor="woff2", hinting=False)
    font = subset.load_font(STYLES.parent / "fonts" / f"{name}.woff2", options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(text=text)
    subsetter.subset(font)
    file = io.BytesIO()
    subset.save_font(font, file, options)
    return file.getvalue()
