"""The copies of the notebooks that are published: with links to the site, and a first cell."""

from __future__ import annotations

import json
from pathlib import Path

from repository import Repository, git

COLAB = """\
if "google.colab" in sys.modules:  # in Colab
    %pip install --quiet "git+{url}@{commit}#subdirectory=code"
"""
BROWSER = """\
if sys.platform == "emscripten":  # in the browser
    %pip install --quiet mlmath
"""


def first_cell(repository: Repository | None, commit: str) -> str:
    """Return the code that installs the package where a notebook runs without it.

    Colab takes it from the repository at a commit, JupyterLite from the wheel beside it.
    Anywhere else the cell does nothing.
    """
    parts = ["import sys\n"]
    if repository and commit:
        parts.append(COLAB.format(url=repository.url, commit=commit))
    parts.append(BROWSER)
    return "\n".join(parts).rstrip()


def package_commit(folder: Path) -> str:
    """Return the last commit that changed the package: other commits change no notebook."""
    return git(folder, "log", "-1", "--format=%H", "--", "code")


def join_lines(folder: Path) -> None:
    """Store what a cell printed as one text instead of as a list of lines.

    A notebook may hold either; JupyterLite shows a list with commas between the lines.
    """
    for file in folder.rglob("*.ipynb"):
        notebook = json.loads(file.read_text(encoding="utf-8"))
        for cell in notebook["cells"]:
            for output in cell.get("outputs", []):
                for holder in (output, output.get("data", {})):
                    for key, value in holder.items():
                        if key != "traceback" and isinstance(value, list):
                            holder[key] = "".join(value)
        text = json.dumps(notebook, indent=1, ensure_ascii=False)
        file.write_text(f"{text}\n", encoding="utf-8")
