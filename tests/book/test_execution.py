"""Code runs when it must and only then; what fails is named by file and line."""

import re
import shutil
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

EXECUTE = Path(__file__).parents[2] / "book" / "execute.py"
CONFIG = """
title: A tiny book
only_build_toc_files: true
execute: {execute_notebooks: cache, timeout: 3, raise_on_error: true}
repository: {url: ""}
"""
HEAD = """\
---
file_format: mystnb
kernelspec: {name: python3, display_name: Python 3}
---
# Page

Prose.

"""
CODE = """\
from pathlib import Path
import mlmath
with Path("ran.txt").open("a") as file:
    print("once", file=file)
print(mlmath.answer)
"""


class Book:
    """A book of two pages with code, each of which keeps a list of its runs."""

    def __init__(self, root: Path):
        self.root = root
        self.folder = root / "book"
        if self.folder.exists():
            return
        self.write("code/mlmath/__init__.py", "answer = 'forty-two'\n")
        self.write("requirements.txt", "numpy\n")
        self.write("book/_config.yml", CONFIG)
        self.write("book/index.md", "# Front\n")
        self.page("one", CODE)
        self.page("sub/two", CODE)
        self.contents("one", "sub/two")

    def write(self, name: str, text: str) -> None:
        """Write a file."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def page(self, name: str, code: str, options: str = "") -> None:
        """Write a page with one code cell."""
        self.write(f"book/{name}.md", f"{HEAD}```{{code-cell}} ipython3\n{options}{code}```\n")

    def contents(self, *names: str) -> None:
        """Put these pages into the table of contents."""
        chapters = "".join(f"  - file: {name}\n" for name in names)
        self.write("book/_toc.yml", f"format: jb-book\nroot: index\nchapters:\n{chapters}")

    def change(self, name: str, old: str, new: str) -> None:
        """Replace a text in a file."""
        text = (self.root / name).read_text(encoding="utf-8")
        assert old in text
        self.write(name, text.replace(old, new))

    def execute(self) -> subprocess.CompletedProcess:
        """Execute what has changed."""
        return self.run(sys.executable, EXECUTE, self.folder)

    def build(self) -> subprocess.CompletedProcess:
        """Build the site."""
        program = Path(sys.executable).with_name("jupyter-book")
        result = self.run(program, "build", "-W", "--keep-going", self.folder)
        assert result.returncode == 0, result.stdout
        return result

    def run(self, *command) -> subprocess.CompletedProcess:
        """Run a command, its errors among its output."""
        return subprocess.run(
            command,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
            # The kernels must import the package of this book, not the installed one.
            env={"PATH": "/usr/bin:/bin", "PYTHONPATH": str(self.root / "code")},
        )

    def runs(self) -> tuple[int, int]:
        """Return how often each page has run so far."""
        lists = [self.folder / "ran.txt", self.folder / "sub" / "ran.txt"]
        return tuple(path.read_text().count("once") if path.exists() else 0 for path in lists)


@pytest.fixture(scope="module")
def executed(tmp_path_factory):
    """Return a book that has been executed, and what that printed."""
    book = Book(tmp_path_factory.mktemp("executed"))
    result = book.execute()
    assert result.returncode == 0, result.stdout
    assert book.runs() == (1, 1)
    return book, result.stdout


@pytest.fixture
def book(executed, tmp_path):
    """Return a copy of the executed book, to be changed."""
    return Book(shutil.copytree(executed[0].root, tmp_path / "copy"))


def test_the_build_finds_every_page_executed_and_runs_no_code(book):
    log = book.build().stdout
    assert book.runs() == (1, 1)
    assert "Executing notebook" not in log
    assert "forty-two" in (book.folder / "_build/html/one.html").read_text(encoding="utf-8")


def test_each_page_is_named_with_its_time_when_it_is_executed(executed):
    _, out = executed
    assert re.search(r"^ +\d+\.\d s  book/one\.md$", out, re.MULTILINE), out
    assert re.search(r"^ +\d+\.\d s  book/sub/two\.md$", out, re.MULTILINE), out


def test_with_nothing_changed_no_code_runs_and_nothing_slow_is_imported(book):
    look = (
        "import sys; sys.path.insert(0, sys.argv[1]); import execute; from pathlib import Path;"
        "assert execute.execute(Path(sys.argv[2]), 2) == 0;"
        "assert not {'nbclient', 'nbformat', 'sphinx', 'myst_nb', 'sqlalchemy'} & {*sys.modules}"
    )
    result = book.run(sys.executable, "-c", look, EXECUTE.parent, book.folder)
    assert result.returncode == 0, result.stdout
    assert book.runs() == (1, 1)


def test_a_change_of_prose_or_of_a_caption_runs_no_code(book):
    book.change("book/one.md", "Prose.", "Better prose.")
    caption = '---\nmystnb:\n  figure: {caption: "Better", name: fig-two}\n---\n'
    book.page("sub/two", CODE, caption)
    assert book.execute().returncode == 0
    book.build()
    assert book.runs() == (1, 1)


def test_a_change_of_code_runs_that_page_and_no_other(book):
    book.change("book/one.md", "print(mlmath", "print(2, mlmath")
    assert book.execute().returncode == 0
    assert book.runs() == (2, 1)


@pytest.mark.parametrize("name", ["code/mlmath/room/new.py", "requirements.txt"])
def test_a_change_of_the_package_or_the_requirements_runs_all_pages(book, name):
    book.write(name, "# changed\n")
    assert book.execute().returncode == 0
    assert book.runs() == (2, 2)


def test_the_site_shows_what_the_changed_package_computes(book):
    book.build()
    book.change("code/mlmath/__init__.py", "forty-two", "forty-three")
    assert book.execute().returncode == 0
    book.build()
    assert "forty-three" in (book.folder / "_build/html/one.html").read_text(encoding="utf-8")


def test_a_page_out_of_the_contents_is_not_run(book):
    book.contents("one")
    book.change("book/sub/two.md", "print(mlmath", "print(2, mlmath")
    assert book.execute().returncode == 0
    assert book.runs() == (1, 1)


def test_a_page_that_raises_is_named_by_file_and_line_and_stops_the_build(book):
    code = textwrap.dedent(
        """
        def halve(x):
            return x / 0

        halve(1)
        """
    )
    book.page("one", code, ":tags: [hide-input]\n")
    book.page("sub/two", f"{CODE}2\n")
    result = book.execute()
    assert result.returncode == 1
    line = (book.folder / "one.md").read_text(encoding="utf-8").splitlines().index
    wanted = line("    return x / 0") + 1
    assert f"FAILED at book/one.md:{wanted} " in result.stdout, result.stdout
    assert "ZeroDivisionError: division by zero" in result.stdout
    assert re.search(r"-> \d+ halve\(1\)", result.stdout), "the traceback is not shown"
    assert book.runs() == (1, 2), "the page beside it must still be executed"

    assert book.execute().returncode == 1, "the failure must not be in the cache"
    assert book.runs() == (1, 2), "the page beside it must not be executed again"


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("while True:\n    pass\n", "still running after 3 s"),
        ("import os\nos.kill(os.getpid(), 9)\n", "the kernel died"),
        ("from urllib.request import urlopen\nurlopen('http://example.org')\n", "URLError"),
    ],
    ids=["endless", "crash", "network"],
)
def test_what_a_page_must_not_do_is_reported_at_its_line(tmp_path, code, message):
    book = Book(tmp_path)
    book.contents("one")
    book.page("one", code)
    result = book.execute()
    assert result.returncode == 1
    first = len(HEAD.splitlines()) + 2
    assert re.search(rf"FAILED at book/one\.md:({first}|{first + 1})\b", result.stdout)
    assert message in result.stdout, result.stdout


def test_an_expected_error_shows_no_folder_of_this_machine(tmp_path):
    book = Book(tmp_path)
    book.contents("one")
    book.page("one", "import json\njson.loads('{')\n", ":tags: [raises-exception]\n")
    assert book.execute().returncode == 0
    book.build()
    page = (book.folder / "_build/html/one.html").read_text(encoding="utf-8")
    assert "JSONDecodeError" in page
    assert "json/decoder.py" not in page


def test_a_page_for_a_kernel_that_is_not_there_is_reported_with_the_file(book):
    book.change("book/one.md", "name: python3", "name: fortran")
    result = book.execute()
    assert result.returncode == 1
    assert "FAILED at book/one.md:1\n  no kernel could be started" in result.stdout
    assert "fortran" in result.stdout


def test_options_that_cannot_be_read_are_reported_with_the_file(tmp_path):
    book = Book(tmp_path)
    book.page("one", CODE, "---\ntags: [\n---\n")
    result = book.execute()
    assert result.returncode == 1
    assert "FAILED at book/one.md:1\n  cannot be read as a notebook" in result.stdout
    assert book.runs() == (0, 1)
