"""Run a notebook in the environment of this Python and look at what it shows.

    python execute_notebook.py NOTEBOOK...

Exits with an error if a cell fails, or if one that draws in the stored notebook shows no
picture here.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

import nbformat
from nbclient import NotebookClient

PICTURES = {"image/png", "image/svg+xml", "application/vnd.jupyter.widget-view+json"}


def shows(cell) -> int:
    """Return how many pictures and figures a cell shows."""
    data = [output.get("data", {}) for output in cell.get("outputs", [])]
    return sum(bool(PICTURES & set(one)) for one in data)


def draws(cell) -> int:
    """Return how many a cell of the stored notebook stands for: it keeps their text only."""
    texts = [output.get("data", {}).get("text/plain", "") for output in cell.get("outputs", [])]
    return sum(text.startswith(("<Figure", "PlaneExplorer(", "LittleWeb(")) for text in texts)


def main() -> int:
    """Run from the command line."""
    problems, pictures = [], 0
    for path in map(Path, sys.argv[1:]):
        notebook = nbformat.read(path, as_version=4)
        wanted = [draws(cell) for cell in notebook.cells]
        started = time.monotonic()
        client = NotebookClient(
            notebook, timeout=300, resources={"metadata": {"path": str(path.parent)}}
        )
        client.execute()
        for number, (cell, want) in enumerate(zip(notebook.cells, wanted, strict=True)):
            pictures += shows(cell)
            if shows(cell) < want:
                problems.append(f"{path}: cell {number} draws {want}, shows {shows(cell)}")
        print(f"    {time.monotonic() - started:5.1f} s  {path.name}", flush=True)
    print(f"    {pictures} pictures and figures", *problems, sep="\n    ")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
