"""Compare what the notebooks show with what their code prints now.

    python -m pytest --nbval --nbval-current-env notebooks

nbval runs each notebook and compares cell by cell. This file keeps the comparison to text,
and says of a difference where in the book the code stands.
"""

import os
import tempfile
from itertools import groupby
from pathlib import Path

import pytest
from nbval.kernel import RunningKernel
from nbval.plugin import IPyNbCell, NbCellError

NOTEBOOKS = Path(__file__).parent
# An assignment waits for its learner and shows nothing yet: tests/book/test_assignment.py runs it.
collect_ignore_glob = ["**/assignment-*.ipynb"]
NOT_TEXT = ("image/svg+xml", "application/vnd.mlmath.figure+json")


def execute_as_a_notebook_does(self, code, allow_stdin=None):
    """Run code and remember it: only then does IPython heed a semicolon at its end."""
    return self.kc.execute(code, allow_stdin=allow_stdin, stop_on_error=False)


def pytest_configure(config):
    """Let nbval run cells as notebooks do, apart from the history and profile of the user."""
    RunningKernel.execute_cell_input = execute_as_a_notebook_does
    folder = tempfile.TemporaryDirectory()
    config.add_cleanup(folder.cleanup)
    os.environ["IPYTHONDIR"] = folder.name


def pytest_collection_modifyitems(items):
    """Leave out of the comparison the pictures, which the notebooks do not carry."""
    for item in items:
        if isinstance(item, IPyNbCell):
            item.parent.skip_compare += NOT_TEXT


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    """Put a message that names the page's file and line in the place of nbval's."""
    report = yield
    if report.failed and isinstance(item, IPyNbCell) and call.excinfo.errisinstance(NbCellError):
        report.longrepr = explain(item, call.excinfo.value)
    return report


def explain(item, error) -> str:
    """Say where the code stands and what has changed, or what it raises."""
    place = f"{page_of(item.path)}:{line_of(item)}"
    if "differ" not in str(error):
        return f"{place}: {error}\n{error.inner_traceback or ''}"
    expected, got = shown(item.cell.outputs), shown(item.test_outputs)
    return (
        f"{place}: this code shows something else than its notebook\n"
        f"expected\n{indented(expected)}\n"
        f"got\n{indented(got)}\n"
        "If the change is meant, run `make notebooks` and read the page again: its text may "
        "speak of the old output."
    )


def page_of(notebook: Path) -> str:
    """Return the page that a notebook was written from."""
    return Path("book", notebook.relative_to(NOTEBOOKS)).with_suffix(".md").as_posix()


def line_of(item) -> int:
    """Return the line of the page on which a cell's code begins."""
    code = item.cell.source.splitlines()
    page = (NOTEBOOKS.parent / page_of(item.path)).read_text(encoding="utf8").splitlines()
    starts = [i for i in range(len(page)) if page[i : i + len(code)] == code]
    if not starts:
        return 1  # the page was changed since
    same = [cell for cell in item.parent.nb.cells if cell.source == item.cell.source]
    turn = [cell is item.cell for cell in same].index(True)
    return starts[min(turn, len(starts) - 1)] + 1


def shown(outputs) -> str:
    """Return the text of a cell's outputs."""
    texts = []
    for kind, group in groupby(outputs, key=lambda output: output.output_type):
        if kind == "stream":
            texts.append("".join(output.text for output in group))
        elif kind == "error":
            texts += [f"{output.ename}: {output.evalue}" for output in group]
        else:
            texts += [output.data.get("text/plain", "(no text)") for output in group]
    return "\n".join(text.rstrip() for text in texts) or "(nothing)"


def indented(text: str) -> str:
    """Indent a text, so that it stands out of the message."""
    return "\n".join(f"    {line}" for line in text.splitlines())
