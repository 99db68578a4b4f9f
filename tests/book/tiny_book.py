"""Build a tiny book with the configuration of the real one."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import yaml

BOOK = Path(__file__).parents[2] / "book"

# The front matter of a page with code.
HEAD = """\
---
file_format: mystnb
kernelspec: {{name: python3, display_name: Python 3}}
description: {description}
{more}
---
"""


@dataclass(frozen=True)
class TinyBook:
    """A book that has been built: where it is, and what the build said."""

    folder: Path
    returncode: int
    log: str

    @property
    def site(self) -> Path:
        """Return the folder of the built pages."""
        return self.folder / "_build" / "html"

    def page(self, name: str) -> str:
        """Return the HTML of a page."""
        return (self.site / f"{name}.html").read_text(encoding="utf-8")

    def warnings(self) -> list[str]:
        """Return the warnings and errors, paths relative to the book."""
        text = self.log.replace(f"{self.folder}/", "")
        return [line for line in text.splitlines() if " WARNING: " in line or "ERROR: " in line]


def build_book(folder: Path, pages: dict[str, str], **sphinx_config: object) -> TinyBook:
    """Write the pages (file name -> text; the first is the front page) and build them.

    A page without front matter gets a description, which every page must have. Files that
    are not Markdown are written as they are. Keywords override `sphinx: config:`.
    """
    config = yaml.safe_load((BOOK / "_config.yml").read_text(encoding="utf-8"))
    if "references.bib" not in pages:
        config.pop("bibtex_bibfiles", None)
        config["sphinx"]["config"].pop("bibtex_reference_style", None)
    extensions = config["sphinx"]["local_extensions"]
    config["sphinx"]["local_extensions"] = {
        name: str(BOOK / path) for name, path in extensions.items()
    }
    config["sphinx"]["config"].update(sphinx_config)
    root, *others = [name.removesuffix(".md") for name in pages if name.endswith(".md")]
    toc = {"format": "jb-book", "root": root}
    if others:
        toc["chapters"] = [{"file": name} for name in others]
    files = {"_config.yml": yaml.safe_dump(config), "_toc.yml": yaml.safe_dump(toc)}
    for name, text in pages.items():
        if name.endswith(".md") and not text.startswith("---"):
            text = f"---\ndescription: A page of a test.\n---\n{text}"
        files[name] = text
    for name, text in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return rebuild_book(folder)


def rebuild_book(folder: Path) -> TinyBook:
    """Build what is in the folder, as `make book` does: any warning fails the build."""
    program = Path(sys.executable).with_name("jupyter-book")
    run = subprocess.run(
        [program, "build", "-W", "-n", "--keep-going", folder],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    log = re.sub(r"\x1b\[[\d;]*m", "", run.stdout)
    assert "Traceback" not in log, log
    return TinyBook(folder, run.returncode, log)
