"""One style sheet for the site from the files in ``styles``, in the order that they build up."""

from __future__ import annotations

import re
from pathlib import Path

STYLES = Path(__file__).parent / "styles"
FILES = ("colours", "layout", "text", "boxes", "code", "menu", "print")


def write_styles(file: Path) -> None:
    """Join the files, without comments and indentation, if they changed."""
    text = "".join((STYLES / f"{name}.css").read_text(encoding="utf-8") for name in FILES)
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    text = re.sub(r"\n\s*", "\n", text).strip() + "\n"
    if not file.exists() or file.read_text(encoding="utf-8") != text:
        file.write_text(text, encoding="utf-8")
