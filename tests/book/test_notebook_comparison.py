"""What a page prints cannot change unnoticed, and who changes it learns where."""

import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient
from notebook_export.notebook import code_cell

ROOT = Path(__file__).parents[2]
CODE = [
    "print(1.5)",
    "import matplotlib.pyplot as plt\nplt.plot([1, 2]);",
    "from mlmath.figures import PlaneExplorer\nPlaneExplorer()",
    "print(1.5)",
    "'a value'",
    "1 / 1",
]


def write(root: Path, name: str, notebook) -> None:
    """Write a notebook and the page that it belongs to."""
    nbformat.write(notebook, root / "notebooks" / f"{name}.ipynb")
    cells = "\n".join(f"```{{code-cell}}\n{cell.source}\n```\n" for cell in notebook.cells)
    (root / "book" / f"{name}.md").write_text(f"# Page\n\n{cells}", encoding="utf-8")


@pytest.fixture(scope="module")
def comparison(tmp_path_factory):
    """Return the output of the comparison of two notebooks, one of them wrong twice."""
    root = tmp_path_factory.mktemp("comparison")
    (root / "book").mkdir()
    (root / "notebooks").mkdir()
    shutil.copy(ROOT / "notebooks" / "conftest.py", root / "notebooks")

    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(c) for c in CODE])
    NotebookClient(notebook, shutdown_kernel="immediate").execute()
    notebook.metadata.source_map = [1] * len(CODE)
    for index, cell in enumerate(notebook.cells):
        count = cell.execution_count
        notebook.cells[index] = code_cell(notebook, index)
        notebook.cells[index].execution_count = count
    write(root, "right", notebook)

    notebook.cells[3].outputs[0].text = "1.4\n"
    notebook.cells[5].source = "1 / 0"
    write(root, "wrong", notebook)
    command = ["-m", "pytest", "-c", ROOT / "pyproject.toml", "--rootdir", root]
    return subprocess.run(
        [sys.executable, *command, "--nbval", "--nbval-current-env", "--color=no", "notebooks"],
        cwd=root,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    ).stdout


def test_pictures_and_living_figures_compare_by_their_text(comparison):
    assert "right.ipynb ......" in comparison, comparison
    assert "2 failed, 10 passed" in comparison, comparison


def test_a_changed_number_is_named_by_page_and_line_with_the_old_and_the_new(comparison):
    line = (
        "book/wrong.md:18: this code shows something else than its notebook\n"
        "expected\n    1.4\n"
        "got\n    1.5\n"
        "If the change is meant, run `make notebooks`"
    )
    assert line in comparison, comparison


def test_a_cell_that_raises_is_named_by_page_and_line(comparison):
    assert "book/wrong.md:26: Cell execution caused an exception" in comparison, comparison
    assert "ZeroDivisionError" in comparison
