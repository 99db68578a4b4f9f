"""One source gives a page with folded solutions and a notebook that nbgrader can grade."""

from __future__ import annotations

import csv
import hashlib
import os
import re
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from assignment.cells import (
    BadAssignment,
    has_solution,
    learners_copy,
    nbgrader_metadata,
    solved,
    stub,
)
from bs4 import BeautifulSoup
from myst_nb.core.read import read_myst_markdown_notebook
from myst_parser.config.main import MdParserConfig
from test_notebook_export import HEAD, export
from tiny_book import TinyBook, build_book

ROOT = Path(__file__).parents[2]
PAGE = "chapters/linear-algebra/eigenvectors/assignment-pagerank"
NBGRADER = Path(__file__).with_name("nbgrader.txt")

DOUBLE = '''\
def double(x):
    """Return twice x."""
    ### BEGIN SOLUTION
    twice = x + x

    return twice
    ### END SOLUTION'''
SHORT = '''\
def double(x):
    """Return twice x."""
    # YOUR CODE HERE
    raise NotImplementedError()'''


# Marks and metadata


def test_the_stub_stands_in_the_place_of_the_solution():
    assert has_solution(DOUBLE)
    assert stub(DOUBLE) == SHORT
    assert "### BEGIN SOLUTION\n    # YOUR" in stub(DOUBLE, marked=True)
    assert stub(stub(DOUBLE, marked=True)) == SHORT
    assert "twice" in solved(DOUBLE) and "###" not in solved(DOUBLE)


def test_a_cell_without_marks_stays_as_it_is():
    code = "x = 1  # the END"
    assert not has_solution(code)
    assert stub(code) == solved(code) == code


def test_two_solutions_in_one_cell_have_a_stub_each():
    assert stub(f"{DOUBLE}\n\n\n{DOUBLE}") == f"{SHORT}\n\n\n{SHORT}"


@pytest.mark.parametrize(
    "code",
    [
        DOUBLE.replace("### END SOLUTION", ""),
        DOUBLE.replace("### BEGIN SOLUTION", ""),
        DOUBLE.replace("BEGIN", "X").replace("END", "BEGIN").replace("X", "END"),
        DOUBLE.replace("    ### BEGIN", "    ### BEGIN SOLUTION\n    ### BEGIN"),
        DOUBLE.replace("### BEGIN SOLUTION", "x = 1  ### BEGIN SOLUTION"),
        DOUBLE.replace("### BEGIN SOLUTION", "# BEGIN SOLUTION"),
    ],
)
def test_marks_that_nbgrader_would_misread_are_refused(code):
    with pytest.raises(BadAssignment, match="SOLUTION"):
        has_solution(code)


@pytest.mark.parametrize(
    ("code", "said", "complaint"),
    [
        (DOUBLE, None, "grade_id"),
        (DOUBLE, {"grade_id": "a b"}, "letters"),
        (DOUBLE, {"points": 2}, "letters"),
        (DOUBLE, {"grade_id": "double", "points": 2}, "not both"),
        ("check()", {"grade_id": "check"}, "not both"),
        ("check()", {"grade_id": "check", "points": 2, "locked": False}, "takes"),
        ("check()", "check", "takes"),
    ],
)
def test_metadata_that_nbgrader_would_misread_is_refused(code, said, complaint):
    with pytest.raises(BadAssignment, match=complaint):
        nbgrader_metadata(code, {"nbgrader": said} if said else {})


def notebook_of(*cells: tuple[str, dict]) -> nbformat.NotebookNode:
    new = [nbformat.v4.new_code_cell(code, metadata=metadata) for code, metadata in cells]
    return nbformat.v4.new_notebook(cells=new)


def test_two_cells_of_one_name_are_refused():
    twice = notebook_of(*[("f()", {"nbgrader": {"grade_id": "f", "points": 1}})] * 2)
    with pytest.raises(BadAssignment, match="two cells") as caught:
        learners_copy(twice)
    assert caught.value.args[1] == 1


def test_a_notebook_that_is_no_assignment_keeps_its_outputs():
    notebook = notebook_of(("1 + 1", {}))
    notebook.cells[0].outputs = [nbformat.v4.new_output("stream", text="2\n")]
    before = nbformat.writes(notebook)
    assert not learners_copy(notebook)
    assert nbformat.writes(notebook) == before


# The page and its notebook

TINY = f"""\
## Task

```{{code-cell}} ipython3
---
nbgrader: {{grade_id: double}}
---
{DOUBLE}
```

```{{code-cell}} ipython3
---
nbgrader: {{grade_id: check-double, points: 2}}
---
print(double(21))
```
"""


@pytest.fixture(scope="module")
def tiny(tmp_path_factory) -> TinyBook:
    book = build_book(tmp_path_factory.mktemp("tiny"), {"index.md": HEAD + TINY})
    assert book.returncode == 0, book.log
    return book


def test_the_page_shows_the_stub_and_folds_the_solution(tiny):
    soup = BeautifulSoup(tiny.page("index"), "html.parser")
    stub_block, *_ = soup.select(".cell_input pre")
    assert stub_block.get_text().strip() == SHORT
    (fold,) = soup.select("details")
    assert fold.summary.get_text().strip() == "Solution" and not fold.has_attr("open")
    assert fold.pre.get_text().strip() == solved(DOUBLE)
    assert fold.pre.select("span"), "the solution is highlighted like other code"
    rest = soup.select_one("main").get_text().replace(fold.get_text(), "")
    assert "twice" not in rest.replace("Return twice x", "") and "### BEGIN" not in rest
    assert "42" in rest, "the build has run the solution"


def test_the_notebook_has_the_stub_and_no_outputs(tiny, tmp_path):
    result = export(tiny.folder, "--to", str(tmp_path))
    assert result.returncode == 0, result.stdout
    notebook = nbformat.read(tmp_path / "index.ipynb", 4)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert stub(code[0].source) == SHORT and has_solution(code[0].source)
    assert "x + x" not in nbformat.writes(notebook)
    assert not any(cell.outputs for cell in code)
    assert code[0].metadata.nbgrader.solution and code[1].metadata.nbgrader.points == 2


def test_a_careless_mark_is_reported_with_its_line(tmp_path):
    careless = TINY.replace("    ### END SOLUTION\n", "")
    book = build_book(tmp_path / "site", {"index.md": HEAD + careless})
    assert book.returncode != 0
    line = (HEAD + careless).splitlines().index("```{code-cell} ipython3") + 1
    result = export(book.folder)
    assert result.returncode != 0
    for said in (book.log, result.stdout):
        found = re.search(r"index\.md:(\d+): .*do not come in pairs", said)
        assert found, said
        assert line <= int(found[1]) < line + 4


# The assignment of the book


@pytest.fixture(scope="module")
def solutions() -> dict[str, str]:
    """Return the solutions of the page by the names of their cells."""
    notebook = read_myst_markdown_notebook(
        (ROOT / "book" / f"{PAGE}.md").read_text(encoding="utf-8"),
        config=MdParserConfig(),
        add_source_map=True,
        path=PAGE,
    )
    cells = [cell for cell in notebook.cells if "nbgrader" in cell.metadata]
    return {
        cell.metadata["nbgrader"]["grade_id"]: solved(cell.source)
        for cell in cells
        if has_solution(cell.source)
    }


@pytest.fixture(scope="module")
def learners() -> nbformat.NotebookNode:
    """Return the notebook that a learner opens."""
    return nbformat.read(ROOT / "notebooks" / f"{PAGE}.ipynb", 4)


def test_the_notebook_gives_no_solution_away(solutions, learners):
    shown = {line.strip() for cell in learners.cells for line in cell.source.splitlines()}
    for code in solutions.values():
        head, _, body = code.partition('"""\n')
        lines = {line.strip() for line in body.splitlines() if len(line.strip()) > 12}
        assert head.splitlines()[0].strip() in shown
        assert lines and not lines & shown


@pytest.fixture(scope="session")
def nbgrader(pytestconfig) -> dict[str, str]:
    """Return the environment in which nbgrader runs, installed beside the book's packages."""
    digest = hashlib.sha256(NBGRADER.read_bytes() + sys.version.encode()).hexdigest()[:16]
    folder = Path(pytestconfig.cache.mkdir("nbgrader")) / digest
    if not (folder / "installed").exists():
        pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "install"]
        options = ["--quiet", "--no-deps", "--upgrade", "--target", folder, "-r", NBGRADER]
        subprocess.run([*pip, *options], check=True)
        (folder / "installed").touch()
    path = os.pathsep.join([str(folder / "bin"), os.environ["PATH"]])
    return {**os.environ, "PATH": path, "PYTHONPATH": str(folder)}


@pytest.fixture(scope="module")
def course(tmp_path_factory, nbgrader):
    """Return a function that runs nbgrader in the folder of a course."""
    folder = tmp_path_factory.mktemp("course")

    def run(*arguments: str) -> str:
        result = subprocess.run(
            [sys.executable, "-m", "nbgrader", *arguments],
            cwd=folder,
            env=nbgrader,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        assert result.returncode == 0, result.stdout
        return result.stdout

    run.folder = folder
    return run


def filled(notebook: nbformat.NotebookNode, code: dict[str, str]) -> nbformat.NotebookNode:
    """Return a learner's notebook with this code in the cells of these names."""
    notebook = nbformat.reads(nbformat.writes(notebook), 4)
    for cell in notebook.cells:
        name = cell.metadata.get("nbgrader", {}).get("grade_id")
        cell.source = code.get(name, cell.source)
    return notebook


@pytest.fixture(scope="module")
def released(course, learners) -> nbformat.NotebookNode:
    """Return what `nbgrader generate_assignment` makes of the notebook."""
    source = course.folder / "source" / "pagerank"
    source.mkdir(parents=True)
    nbformat.write(learners, source / "pagerank.ipynb")
    course("generate_assignment", "pagerank")
    return nbformat.read(course.folder / "release" / "pagerank" / "pagerank.ipynb", 4)


def test_nbgrader_makes_an_assignment_of_the_notebook(released, solutions):
    cells = {
        cell.metadata.nbgrader.grade_id: cell
        for cell in released.cells
        if "nbgrader" in cell.metadata
    }
    for name in solutions:
        source = cells[name].source
        assert source.endswith("# YOUR CODE HERE\n    raise NotImplementedError()")
        assert "SOLUTION" not in source and source.startswith("def ")
        assert cells[name].metadata.nbgrader.solution
        check = cells[f"check-{name}"]
        assert check.metadata.nbgrader.locked and not check.metadata.get("editable", True)
        assert check.metadata.nbgrader.checksum
    points = [cell.metadata.nbgrader.get("points", 0) for cell in cells.values()]
    assert sum(points) == 10


def test_nbgrader_explains_what_is_missing(course, released):
    nbformat.write(released, course.folder / "stub.ipynb")
    said = course("validate", "stub.ipynb")
    assert "VALIDATION FAILED ON 3 CELL(S)" in said
    assert said.count("is not written yet") == 3 and "Traceback" not in said


def test_nbgrader_gives_the_points_that_the_checks_allow(course, released, solutions):
    careless = solutions["click"].replace("r[dangling].sum() / n", "0")
    assert careless != solutions["click"]
    handed_in = {"all": solutions, "some": {**solutions, "click": careless}}
    for name, code in handed_in.items():
        folder = course.folder / "submitted" / name / "pagerank"
        folder.mkdir(parents=True)
        nbformat.write(filled(released, code), folder / "pagerank.ipynb")
    course("autograde", "pagerank", "--create")
    course("export", "--to", "grades.csv")
    with (course.folder / "grades.csv").open(encoding="utf-8") as file:
        scores = {row["student_id"]: float(row["score"]) for row in csv.DictReader(file)}
    # page_rank uses click: without a right click, its ranks are wrong as well
    assert scores == {"all": 10, "some": 4}
    graded = course.folder / "autograded" / "some" / "pagerank" / "pagerank.ipynb"
    assert "A surfer on a page without links" in graded.read_text(encoding="utf-8")
