"""Write the notebooks of the pages with code, or say which of them lag behind their pages.

    python book/export_notebooks.py             writes notebooks/
    python book/export_notebooks.py --check     compares, and writes nothing

The outputs come from the cache that execute.py fills; no code runs twice.
"""

import argparse
import os
import shutil
import sys
from itertools import zip_longest
from pathlib import Path

from execute import execute


def export(book: Path, site: str, setup: str) -> dict[str, bytes] | None:
    """Return the notebooks by their path, or None after saying what is wrong."""
    from jupyter_book.sphinx import build_sphinx

    build = book / "_build"
    # Doctrees of its own: a page that this build has read must not look up to date to the
    # build of the site, which has not written it yet.
    doctrees = build / ".doctrees-notebooks"
    shutil.rmtree(build / "notebooks", ignore_errors=True)
    status = build_sphinx(
        str(book),
        str(build / "notebooks"),
        noconfig=True,
        path_config=str(book / "_config.yml"),
        confoverrides={
            "external_toc_path": (book / "_toc.yml").as_posix(),
            "latex_individualpages": False,
            "notebook_export_site": site,
            "notebook_export_setup": setup,
        },
        doctreedir=str(doctrees),
        builder="notebooks",
        quiet=True,
        warningiserror=True,
        keep_going=True,
    )
    if status:
        # Sphinx warns about a page when it reads it, and would not read it again.
        shutil.rmtree(doctrees, ignore_errors=True)
        return None
    return files_in(build / "notebooks")


def files_in(folder: Path) -> dict[str, bytes]:
    """Return the notebooks in a folder by their path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*.ipynb"))
        if ".ipynb_checkpoints" not in path.parts
    }


def write(notebooks: dict[str, bytes], folder: Path) -> None:
    """Make a folder hold these notebooks and no others."""
    there = files_in(folder)
    for name in there.keys() - notebooks.keys():
        print(f"removed  {folder.name}/{name}")
        (folder / name).unlink()
    for name, content in notebooks.items():
        if there.get(name) != content:
            print(f"wrote    {folder.name}/{name}")
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(content)
    print(f"{len(notebooks)} notebooks are up to date in {folder}")


def behind(notebooks: dict[str, bytes], folder: Path) -> list[str]:
    """Say which notebooks in a folder are not what their pages would give."""
    there = files_in(folder)
    problems = []
    for name in sorted(there.keys() | notebooks.keys()):
        page = f"book/{name.removesuffix('.ipynb')}.md"
        if name not in notebooks:
            problems.append(f"{folder.name}/{name}: no page {page} with code in the contents")
        elif name not in there:
            problems.append(f"{folder.name}/{name} is missing: {page} has code")
        elif there[name] != notebooks[name]:
            lines = zip_longest(telling_lines(there[name]), telling_lines(notebooks[name]))
            named = ("(other names of cells)", "(these names)")
            has, gives = next(((old, new) for old, new in lines if old != new), named)
            problems.append(
                f"{folder.name}/{name} lags behind {page}\n"
                f"    the notebook has  {(has or '(nothing)').strip()}\n"
                f"    the page gives    {(gives or '(nothing)').strip()}"
            )
    return problems


def telling_lines(notebook: bytes) -> list[str]:
    """Return the lines of a notebook without the names of its cells."""
    lines = notebook.decode().splitlines()
    return [line for line in lines if not line.lstrip().startswith('"id":')] + [""]


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    here = Path(__file__).parent
    parser.add_argument("book", nargs="?", type=Path, default=here, help="the book's folder")
    parser.add_argument("--to", type=Path, help="write here instead of notebooks/")
    parser.add_argument("--check", action="store_true", help="only compare")
    parser.add_argument("--site", default="", help="where the book is published")
    parser.add_argument("--setup", default="", help="code for a first cell of each notebook")
    arguments = parser.parse_args()
    book = arguments.book.resolve()
    folder = arguments.to or book.parent / "notebooks"

    if execute(book, os.cpu_count() or 1):
        return 1
    notebooks = export(book, arguments.site, arguments.setup)
    if notebooks is None:
        print("The notebooks were not written: see the messages above.", file=sys.stderr)
        return 1
    if not arguments.check:
        write(notebooks, folder)
        return 0
    problems = behind(notebooks, folder)
    for problem in problems:
        print(problem)
    if problems:
        print("Run `make notebooks` and commit what it changes.")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
