"""Execute the pages whose code has changed, several at a time, before the book is built.

Jupyter Book executes pages one after another. This script runs them side by side and puts
the outputs where the build looks for them (jupyter-cache, in ``_build/.jupyter_cache``), so
that the build finds every page executed and runs no code itself.

A page is executed again when its code has changed, or when anything has changed that all
pages stand on: the package, the pinned requirements, Python. A change of prose runs nothing.
"""

import argparse
import hashlib
import json
import os
import re
import shutil
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import yaml

# What a kernel may not take from the machine it runs on. The proxy that answers nobody makes
# a page that fetches something fail here, and not on the day its source moves.
ENVIRONMENT = {
    "PYTHONHASHSEED": "0",
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "JUPYTER_PREFER_ENV_PATH": "1",
    "PYDEVD_DISABLE_FILE_VALIDATION": "1",
    "http_proxy": "http://127.0.0.1:9",
    "https_proxy": "http://127.0.0.1:9",
    "no_proxy": "localhost,127.0.0.1",
}
ANSI = re.compile(r"\x1b\[[0-9;]*m")
GLUE_FROM_ANOTHER_PAGE = re.compile(r"\{glue(:\w+)?\}`[^`\n]+::")
FIGURE = "application/vnd.mlmath.figure+json"
WIDGET = "application/vnd.jupyter.widget-view+json"


@dataclass
class Failure:
    """Why a page could not be executed: where, what, and the traceback if there is one."""

    line: int
    line_in_cell: int
    what: str
    traceback: str = ""


@dataclass(frozen=True)
class Page:
    """A page of the table of contents: its name, its file and its text."""

    name: str
    path: Path
    text: str

    @property
    def digest(self) -> str:
        """A fingerprint of the page's text."""
        return hashlib.sha256(self.text.encode()).hexdigest()


def pages_of(book: Path) -> list[Page]:
    """Return the pages in the table of contents; what is not in it is not executed."""
    names: list[str] = []

    def collect(entry) -> None:
        if isinstance(entry, dict):
            names.extend(entry[key] for key in ("root", "file") if key in entry)
            entry = list(entry.values())
        if isinstance(entry, list):
            for child in entry:
                collect(child)

    collect(yaml.safe_load((book / "_toc.yml").read_text(encoding="utf8")))
    paths = {
        name.removesuffix(".md"): book / f"{name.removesuffix('.md')}.md" for name in names
    }
    return [
        Page(name, path, path.read_text(encoding="utf8"))
        for name, path in paths.items()
        if path.exists()
    ]


def foundation(root: Path) -> str:
    """Return a fingerprint of what every page's outputs depend on besides its own code.

    jupyter-cache knows a page by its code alone: without this, an output would outlive the
    package that computed it.
    """
    digest = hashlib.sha256(f"{sys.version}\n{ENVIRONMENT}\n".encode())
    package = root / "code" / "mlmath"
    files = [path for path in package.rglob("*") if path.is_file()]
    for path in [root / "requirements.txt", *sorted(files)]:
        if path.exists() and "__pycache__" not in path.parts:
            digest.update(f"{path.relative_to(root).as_posix()}\n".encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()


class Record:
    """The cache, and beside it what is known to be executed.

    With the record an unchanged page need not even be parsed. jupyter-cache alone also counts
    a cell's options as a part of its code: for it, a figure with a better caption is a figure
    to draw again.
    """

    def __init__(self, folder: Path, foundation: str):
        self.folder = folder
        self.foundation = foundation
        self.pages: dict[str, dict] = {}
        if (folder / "pages.json").exists():
            stored = json.loads((folder / "pages.json").read_text(encoding="utf8"))
            if stored["foundation"] == foundation:
                self.pages = stored["pages"]
                return
        # The cache was filled on another foundation: none of its outputs can be trusted.
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        self.save()

    @cached_property
    def cache(self):
        """The cache that the build reads."""
        from jupyter_cache import get_cache

        return get_cache(str(self.folder))

    def outputs(self, code: str) -> Path:
        """Return where the cache keeps the executed notebook with this key."""
        return self.folder / "executed" / code / "base.ipynb"

    def knows(self, page: Page) -> bool:
        """Whether the page has no code, or its code is executed and its outputs are there."""
        entry = self.pages.get(page.name)
        if entry is None or entry["text"] != page.digest:
            return False
        return entry["code"] is None or self.outputs(entry["code"]).exists()

    def finds(self, page: Page, notebook) -> bool:
        """Whether there are outputs for the code of a changed page; note them if so."""
        import nbformat

        source = source_of(notebook)
        try:
            self.note(page, self.cache.match_cache_notebook(notebook).hashkey, source)
            return True
        except KeyError:
            entry = self.pages.get(page.name)
        if entry is None or entry["source"] != source:
            return False
        path = self.outputs(entry["code"])
        if not path.exists():
            return False
        self.keep(page, with_outputs(notebook, nbformat.read(path, 4)))
        return True

    def keep(self, page: Page, notebook, **data) -> None:
        """Put an executed notebook into the cache."""
        from jupyter_cache.base import CacheBundleIn

        bundle = CacheBundleIn(notebook, str(page.path), data=data)
        entry = self.cache.cache_notebook_bundle(bundle, check_validity=False, overwrite=True)
        self.note(page, entry.hashkey, source_of(notebook))
        self.save()

    def note(self, page: Page, code: str | None, source: str = "") -> None:
        """Remember that a page is up to date; ``code`` is None for a page without code."""
        self.pages[page.name] = {"text": page.digest, "code": code, "source": source}

    def save(self) -> None:
        """Write the record."""
        content = {"foundation": self.foundation, "pages": self.pages}
        text = json.dumps(content, indent=1)
        (self.folder / "pages.json").write_text(text, encoding="utf8")


def source_of(notebook) -> str:
    """Return a fingerprint of what the kernel is given: code, and where an error may end."""
    cells = [
        (cell.source, "raises-exception" in cell.metadata.get("tags", []))
        for cell in notebook.cells
        if cell.cell_type == "code"
    ]
    kernel = notebook.metadata.get("kernelspec", {}).get("name")
    return hashlib.sha256(json.dumps([kernel, cells]).encode()).hexdigest()


def with_outputs(notebook, executed):
    """Give a notebook what running added to another one with the same code."""
    done = iter(executed.cells)
    for cell in notebook.cells:
        if cell.cell_type == "code":
            source = next(done)
            cell.outputs, cell.execution_count = source.outputs, source.execution_count
    notebook.metadata.language_info = executed.metadata.language_info
    return notebook


def first_line_of(cell, fence: int, text: str) -> int:
    """Return the line (from 1) on which a cell's code begins, after its fence and options."""
    code, lines = cell.source.splitlines(), text.splitlines()
    for start in range(fence, len(lines)):
        if lines[start : start + len(code)] == code:
            return start + 1
    return fence


def run(page: Page, notebook, timeout: int) -> tuple[float, Failure | None]:
    """Execute a notebook in place; return the seconds it took and what went wrong, if any."""
    from jupyter_client.kernelspec import NoSuchKernel
    from nbclient import NotebookClient
    from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

    current: list[int] = []
    started = time.perf_counter()

    def failure(what: str, traceback: str = "", line_in_cell: int = 0) -> Failure:
        index = current[-1]
        fence = notebook.metadata.source_map[index]
        first = first_line_of(notebook.cells[index], fence, page.text)
        return Failure(first + max(line_in_cell - 1, 0), line_in_cell, what, traceback)

    def attempt(log) -> Failure | None:
        client = NotebookClient(
            notebook,
            timeout=timeout,
            resources={"metadata": {"path": str(page.path.parent)}},
            store_widget_state=False,
            shutdown_kernel="immediate",  # asking politely takes 4 s now and then
            record_timing=False,  # jupyter-cache would take the times for a part of the code
            coalesce_streams=True,
            on_cell_start=lambda cell, cell_index: current.append(cell_index),
        )
        try:
            client.execute(stderr=log)
        except CellExecutionError as error:
            cell = notebook.cells[current[-1]]
            raised = next(out for out in cell.outputs if out.output_type == "error")
            trace = ANSI.sub("", "\n".join(raised.traceback))
            frames = re.findall(rf"Cell In\[{cell.execution_count}\], line (\d+)", trace)
            line_in_cell = int(frames[-1]) if frames else 0
            return failure(f"{error.ename}: {error.evalue}", trace, line_in_cell)
        except CellTimeoutError:
            return failure(f"the cell was still running after {timeout} s")
        except DeadKernelError:
            log.seek(0)
            said = log.read().decode(errors="replace").splitlines()
            said = [line for line in said if not line.startswith("[IPKernelApp]")]
            return failure("the kernel died", "\n".join(said))
        return None

    with tempfile.TemporaryFile() as log:
        # Two kernels that start at the same moment may pick the same port, and one of them
        # dies before its first cell. A second start is then enough.
        for _ in range(2):
            try:
                problem = attempt(log)
                break
            except (RuntimeError, NoSuchKernel) as error:
                problem = Failure(1, 0, f"no kernel could be started: {error}")
    return time.perf_counter() - started, problem


def drop_what_varies(notebook) -> None:
    """Take out of the outputs what would differ from one machine or run to the next."""
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            if output.output_type == "error":
                # An error that the page shows on purpose; its traceback names local folders.
                output.traceback = [f"{output.ename}: {output.evalue}"]
            elif FIGURE in output.get("data", {}):
                output.data.pop(WIDGET, None)  # the number of a widget that no longer lives


def short(traceback: str, keep: int = 12) -> str:
    """Indent a traceback and cut a long one in the middle."""
    lines = traceback.strip().splitlines()
    if len(lines) > 2 * keep:
        lines = [*lines[:keep], f"... {len(lines) - 2 * keep} lines ...", *lines[-keep:]]
    return "\n".join(f"    {line}" for line in lines)


def forget_doctrees(book: Path, names: list[str]) -> None:
    """Make the next build read these pages again: their text is the same, not their outputs."""
    for folder in (book / "_build").glob(".doctrees*"):
        for name in names:
            (folder / f"{name}.doctree").unlink(missing_ok=True)


def read_changed(pages: list[Page], record: Record, extensions) -> tuple[list, dict]:
    """Return the pages to execute with their notebooks, and why others cannot be read."""
    from myst_nb.core.read import is_myst_markdown_notebook, read_myst_markdown_notebook
    from myst_parser.config.main import MdParserConfig

    markdown = MdParserConfig(enable_extensions=extensions)
    changed, unreadable = [], {}
    for page in pages:
        if not is_myst_markdown_notebook(page.text):
            record.note(page, None)
            continue
        try:
            notebook = read_myst_markdown_notebook(
                page.text, config=markdown, add_source_map=True, path=page.path
            )
        except Exception as error:  # noqa: BLE001, myst-nb lets through what its parser raises
            unreadable[page] = Failure(1, 0, f"cannot be read as a notebook: {error!r}")
            continue
        if not record.finds(page, notebook):
            changed.append((page, notebook))
    return changed, unreadable


def report(book: Path, page: Page, failure: Failure) -> None:
    """Print where a page failed and why."""
    place = f"{page.path.relative_to(book.parent).as_posix()}:{failure.line}"
    if failure.line_in_cell:
        place += f" (line {failure.line_in_cell} of the cell)"
    print(f"\n  FAILED at {place}\n  {failure.what}\n{short(failure.traceback)}\n", flush=True)


def execute(book: Path, jobs: int) -> int:
    """Execute what has changed in a book; return the number of pages that failed."""
    record = Record(book / "_build" / ".jupyter_cache", foundation(book.parent))
    pages = pages_of(book)
    unknown = [page for page in pages if not record.knows(page)]
    if not unknown:
        print("Every notebook is up to date.", flush=True)
        return 0

    # Imported here, as elsewhere below: a run with nothing to do must not wait for it.
    from jupyter_book.config import get_final_config

    config, _ = get_final_config(
        user_yaml=book / "_config.yml", cli_config={"latex_individualpages": False}
    )
    changed, failures = read_changed(unknown, record, config["myst_enable_extensions"])
    for page, failure in failures.items():
        report(book, page, failure)
    if changed:
        count = "1 notebook" if len(changed) == 1 else f"{len(changed)} notebooks"
        print(f"Executing {count}, up to {jobs} at a time.", flush=True)
    os.environ.update(ENVIRONMENT)
    os.environ["IPYTHONDIR"] = str(record.folder / "ipython")  # nobody's start-up files
    with ThreadPoolExecutor(jobs) as pool:
        waiting = {
            pool.submit(run, page, notebook, config["nb_execution_timeout"]): (page, notebook)
            for page, notebook in changed
        }
        try:
            for future in as_completed(waiting):
                page, notebook = waiting[future]
                seconds, failure = future.result()
                path = page.path.relative_to(book.parent).as_posix()
                print(f"{seconds:6.1f} s  {path}", flush=True)
                if failure:
                    failures[page] = failure
                    report(book, page, failure)
                else:
                    drop_what_varies(notebook)
                    record.keep(page, notebook, execution_seconds=seconds)
                    forget_doctrees(book, [page.name])
        except KeyboardInterrupt:
            os._exit(130)  # the kernels end with the process that started them
    if changed:
        borrowers = [page.name for page in pages if GLUE_FROM_ANOTHER_PAGE.search(page.text)]
        forget_doctrees(book, borrowers)
    record.save()
    if failures:
        print(f"Failed: {len(failures)}. The book was not built.", flush=True)
    elif not changed:
        print("Every notebook is up to date.", flush=True)
    return len(failures)


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    here = Path(__file__).parent
    parser.add_argument("book", nargs="?", type=Path, default=here, help="the book's folder")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    arguments = parser.parse_args()
    return 1 if execute(arguments.book.resolve(), arguments.jobs) else 0


if __name__ == "__main__":
    sys.exit(main())
