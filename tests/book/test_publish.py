"""A fork publishes itself: its notebooks install its package, its branch holds them, no more rights."""

from __future__ import annotations

import ast
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
import yaml
from IPython.core.inputtransformer2 import TransformerManager
from launch.links import NOTEBOOKS_BRANCH
from nbformat.v4 import new_code_cell, new_notebook
from publishing import branch
from publishing.copies import first_cell, join_lines, package_commit
from repository import Repository

ROOT = Path(__file__).parents[2]
WORKFLOWS = {file.name: file for file in (ROOT / ".github" / "workflows").glob("*.yml")}
ADA = Repository("ada", "maths-book")
COMMIT = "0123456789abcdef0123456789abcdef01234567"


# The first cell


class Shell:
    """Notes the magics that a cell runs."""

    def __init__(self):
        self.ran: list[str] = []

    def run_line_magic(self, name: str, line: str) -> None:
        """Note instead of running."""
        self.ran.append(f"%{name} {line}")


FROM_GIT = f"%pip install --quiet {json.dumps(f'git+{ADA.url}@{COMMIT}#subdirectory=code')}"


@pytest.mark.parametrize(
    ("place", "installs"),
    [
        ("Colab", [FROM_GIT]),
        ("the browser", ["%pip install --quiet mlmath"]),
        ("a laptop", []),
    ],
)
def test_the_first_cell_installs_only_where_the_package_is_not(monkeypatch, place, installs):
    monkeypatch.delitem(sys.modules, "google.colab", raising=False)
    if place == "Colab":
        monkeypatch.setitem(sys.modules, "google.colab", sys)
    if place == "the browser":
        monkeypatch.setattr(sys, "platform", "emscripten")
    shell = Shell()
    source = TransformerManager().transform_cell(first_cell(ADA, COMMIT))
    # The cell is the one that readers run.
    exec(compile(ast.parse(source), "cell", "exec"), {"get_ipython": lambda: shell})  # noqa: S102
    assert shell.ran == installs


def test_without_a_repository_colab_is_not_mentioned():
    assert "colab" not in first_cell(None, COMMIT)
    assert "colab" not in first_cell(ADA, "")


def test_what_a_cell_printed_is_stored_as_one_text(tmp_path: Path):
    printed = {"output_type": "stream", "name": "stdout", "text": ["one\n", "two"]}
    value = {"output_type": "execute_result", "data": {"text/plain": ["a\n", "b"]}}
    notebook = new_notebook(cells=[new_code_cell("1")])
    notebook.cells[0].outputs = [printed, value | {"metadata": {}, "execution_count": 1}]
    (tmp_path / "page.ipynb").write_text(json.dumps(notebook))
    join_lines(tmp_path)
    text = (tmp_path / "page.ipynb").read_text()
    stream, result = json.loads(text)["cells"][0]["outputs"]
    assert stream["text"] == "one\ntwo"
    assert result["data"] == {"text/plain": "a\nb"}
    nbformat.validate(nbformat.reads(text, as_version=4))


# The branch


def git(folder: Path, *arguments: str) -> str:
    identity = ["-c", "user.name=Ada", "-c", "user.email=ada@example.org"]
    return subprocess.check_output(
        ["git", "-C", str(folder), *identity, *arguments], encoding="utf-8"
    ).strip()


@pytest.fixture
def clone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a clone, with one commit, of an empty repository elsewhere."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    folder = tmp_path / "clone"
    subprocess.run(["git", "init", "-q", "--bare", tmp_path / "remote.git"], check=True)
    subprocess.run(["git", "init", "-q", "-b", "main", folder], check=True)
    git(folder, "remote", "add", "origin", str(tmp_path / "remote.git"))
    (folder / "code").mkdir()
    (folder / "code" / "a.py").write_text("1")
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "A package")
    (folder / "copies" / "part").mkdir(parents=True)
    (folder / "copies" / "part" / "page.ipynb").write_text("{}")
    (folder / ".gitignore").write_text("copies\n*.ipynb\n")
    return folder


def pushed(clone: Path, *arguments: str) -> str:
    return git(clone.parent / "remote.git", *arguments)


def test_the_branch_holds_the_copies_and_nothing_else(clone: Path):
    before = git(clone, "status", "--short"), git(clone, "rev-parse", "HEAD")
    assert branch.push(clone, clone / "copies", NOTEBOOKS_BRANCH)
    assert pushed(clone, "ls-tree", "-r", "--name-only", NOTEBOOKS_BRANCH) == "part/page.ipynb"
    assert (git(clone, "status", "--short"), git(clone, "rev-parse", "HEAD")) == before


def test_a_new_state_replaces_the_old_one(clone: Path):
    branch.push(clone, clone / "copies", NOTEBOOKS_BRANCH)
    (clone / "copies" / "part" / "page.ipynb").rename(clone / "copies" / "other.ipynb")
    assert branch.push(clone, clone / "copies", NOTEBOOKS_BRANCH)
    assert pushed(clone, "ls-tree", "-r", "--name-only", NOTEBOOKS_BRANCH) == "other.ipynb"
    assert pushed(clone, "rev-list", "--count", NOTEBOOKS_BRANCH) == "1", "it has no history"


def test_the_same_state_is_not_pushed_again(clone: Path):
    branch.push(clone, clone / "copies", NOTEBOOKS_BRANCH)
    first = pushed(clone, "rev-parse", NOTEBOOKS_BRANCH)
    git(clone, "commit", "-qm", "A word", "--allow-empty")
    assert not branch.push(clone, clone / "copies", NOTEBOOKS_BRANCH)
    assert pushed(clone, "rev-parse", NOTEBOOKS_BRANCH) == first


def test_colab_installs_the_commit_that_changed_the_package(clone: Path):
    package = git(clone, "rev-parse", "HEAD")
    git(clone, "commit", "-qm", "A word", "--allow-empty")
    assert package_commit(clone) == package


# The workflows


def steps() -> list[tuple[str, str, dict]]:
    """Return each step of each job: workflow, job, step."""
    return [
        (name, job_name, step)
        for name, file in WORKFLOWS.items()
        for job_name, job in yaml.safe_load(file.read_text())["jobs"].items()
        for step in job["steps"]
    ]


def test_there_are_workflows():
    assert {"test.yml", "publish.yml", "weekly.yml"} <= WORKFLOWS.keys()


@pytest.mark.parametrize("name", sorted(WORKFLOWS))
def test_every_action_is_pinned_by_its_commit_and_says_its_version(name: str):
    lines = re.findall(r"uses: *(.*)", WORKFLOWS[name].read_text())
    assert lines
    for line in lines:
        assert re.fullmatch(r"[\w./-]+@[0-9a-f]{40} # v\d+(\.\d+)*", line), line


def test_rights_to_write_are_given_to_the_jobs_that_write():
    given = {}
    for name, file in WORKFLOWS.items():
        workflow = yaml.safe_load(file.read_text())
        assert "write" not in json.dumps(workflow["permissions"]), "rights for every job"
        for job_name, job in workflow["jobs"].items():
            for right, extent in job.get("permissions", {}).items():
                if extent == "write":
                    given.setdefault((name, job_name), set()).add(right)
    assert given == {
        ("publish.yml", "notebooks"): {"contents"},
        ("publish.yml", "deploy"): {"pages", "id-token"},
    }


def test_only_the_job_that_pushes_keeps_the_token():
    for name, job, step in steps():
        if step.get("uses", "").startswith("actions/checkout@"):
            keeps = step.get("with", {}).get("persist-credentials", True)
            assert keeps == ((name, job) == ("publish.yml", "notebooks")), (name, job)


def test_nothing_in_a_workflow_names_an_owner_or_runs_what_is_not_here():
    targets = re.findall(r"^([\w-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE)
    for name, job, step in steps():
        command = step.get("run", "")
        for target in re.findall(r"^make ([\w-]+)", command, re.MULTILINE):
            assert target in targets, (name, job, target)
        for script in re.findall(r"python3? ([\w./-]+\.py)", command):
            assert (ROOT / script).is_file(), (name, job, script)
    for file in WORKFLOWS.values():
        assert not re.search(r"github\.com/|github\.io", file.read_text())


def test_what_is_published_has_been_tested_for_the_same_address():
    workflow = yaml.safe_load(WORKFLOWS["publish.yml"].read_text())
    build = [step for step in workflow["jobs"]["build"]["steps"] if "run" in step]
    assert [step["run"] for step in build] == ["make test", "make site"]
    assert len({step["env"]["BOOK_ADDRESS"] for step in build}) == 1
    assert "build" in workflow["jobs"]["deploy"]["needs"]
