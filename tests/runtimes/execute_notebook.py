"""Run a notebook in the environment of this Python and look at what it shows.

    python execute_notebook.py NOTEBOOK...

Exits with an error if a cell fails, or if one that draws in the stored notebook shows no
picture here. In an assignment the cells that a learner has not written yet may say so.
"""

from __future__ import annotations

import re
import sys
import time
from pathlib import Path

import nbformat
from nbclient import NotebookClient

FIGURES = Path(__file__).parents[2] / "code" / "mlmath" / "figures" / "__init__.py"
DRAWN = (
    "<Figure",
    *(f"{kind}(" for kind in re.findall(r'"(\w+)",', FIGURES.read_text("utf-8"))),
)
STUB = "raise NotImplementedError"
NOT_WRITTEN = {"NotImplementedError", "NotYet"}
PICTURES = {"image/png", "image/svg+xml", "application/vnd.jupyter.widget-view+json"}


def shows(cell) -> int:
    """Return how many pictures and figures a cell shows."""
    data = [output.get("data", {}) for output in cell.get("outputs", [])]
    return sum(bool(PICTURES & set(one)) for one in data)


def draws(cell) -> int:
    """Return how many a cell of the stored notebook stands for: it keeps their text only."""
    texts = [output.get("data", {}).get("text/plain", "") for output in cell.get("outputs", [])]
    return sum(text.startswith(DRAWN) for text in texts)


def errors(cell) -> list[str]:
    """Return the names of the errors that a cell shows."""
    outputs = cell.get("outputs", [])
    return [output["ename"] for output in outputs if output["output_type"] == "error"]


def main() -> int:
    """Run from the command line."""
    problems, pictures = [], 0
    for path in map(Path, sys.argv[1:]):
        notebook = nbformat.read(path, as_version=4)
        wanted = [draws(cell) for cell in notebook.cells]
        started = time.monotonic()
        client = NotebookClient(
            notebook,
            timeout=300,
            resources={"metadata": {"path": str(path.parent)}},
            allow_errors=any(STUB in cell.source for cell in notebook.cells),
        )
        client.execute()
        for number, (cell, want) in enumerate(zip(notebook.cells, wanted, strict=True)):
            pictures += shows(cell)
            if client.allow_errors and set(errors(cell)) - NOT_WRITTEN:
                problems.append(f"{path}: cell {number} raises {errors(cell)}")
            if shows(cell) < want:
                problems.append(f"{path}: cell {number} draws {want}, shows {shows(cell)}")
        print(f"    {time.monotonic() - started:5.1f} s  {path.name}", flush=True)
    print(f"    {pictures} pictures and figures", *problems, sep="\n    ")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
