"""Make of the built book what is published, and push the notebooks that Colab opens.

    python book/publish.py address           prints where GitHub Pages would publish the book
    python book/publish.py site              writes book/_build/site: the book, its notebooks,
                                             and JupyterLite
    python book/publish.py push-notebooks    makes the branch `notebooks` hold the copies

`make site` builds the book for its address and then runs `site`.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path

BOOK = Path(__file__).resolve().parent
BUILD = BOOK / "_build"
COPIES = BUILD / "copies"
sys.path.insert(0, str(BOOK / "_ext"))

from launch.links import NOTEBOOKS_BRANCH
from publishing import branch, copies, lite
from repository import find_repository


def address() -> str:
    """Return where the book is to be published, or stop and say how to name it."""
    repository = find_repository(BOOK)
    found = os.environ.get("BOOK_ADDRESS") or (repository.pages_url if repository else "")
    if not found:
        sys.exit(
            "The repository is not on GitHub: say where the book is published, such as\n"
            "    BOOK_ADDRESS=https://maths.example.org/ make site"
        )
    return found


def site() -> None:
    """Write the folder that is published."""
    where = address()
    if 'rel="canonical"' not in (BUILD / "html" / "index.html").read_text(encoding="utf-8"):
        sys.exit(f"The book was built to be read here, not for {where}: run `make site`.")
    repository = find_repository(BOOK)
    setup = copies.first_cell(repository, copies.package_commit(BOOK.parent))
    export = [sys.executable, BOOK / "export_notebooks.py", "--to", COPIES]
    shutil.rmtree(COPIES, ignore_errors=True)
    subprocess.run([*export, "--site", where, "--setup", setup], check=True)
    copies.join_lines(COPIES)
    lite.collect_wheels(BOOK.parent, BUILD / "wheels")
    lite.build(COPIES, BUILD / "wheels", BUILD / "lite")

    target = BUILD / "site"
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(BUILD / "html", target, ignore=shutil.ignore_patterns(".buildinfo*"))
    shutil.copytree(COPIES, target, dirs_exist_ok=True)
    shutil.copytree(BUILD / "lite", target / "lite")
    print(f"The site is in {target}")


def push_notebooks() -> None:
    """Make the branch of notebooks hold the copies."""
    if not any(COPIES.rglob("*.ipynb")):
        sys.exit(f"There are no notebooks in {COPIES}: run `make site` first.")
    pushed = branch.push(BOOK.parent, COPIES, NOTEBOOKS_BRANCH)
    print("The branch of notebooks is", "new." if pushed else "up to date.")


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("what", choices=["address", "site", "push-notebooks"])
    what = parser.parse_args().what
    if what == "address":
        print(address())
    elif what == "site":
        site()
    else:
        push_notebooks()


if __name__ == "__main__":
    main()
