"""On Binder a commit reinstalls the package and nothing else, and what the notebooks need is there."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from test_lite import notebook_imports, package_imports

ROOT = Path(__file__).parents[2]
# In repo2docker's own layer, or brought by Matplotlib.
BASE = {"ipywidgets", "ipykernel", "IPython", "traitlets", "matplotlib_inline", "cycler"}
DISTRIBUTIONS = {"sklearn": "scikit-learn"}


def pins(file: str) -> dict[str, str]:
    text = (ROOT / file).read_text(encoding="utf-8")
    found = re.findall(r"^([\w.-]+)==(\S+)", text, re.MULTILINE)
    return {canonicalize_name(name): version for name, version in found}


@pytest.fixture(scope="module")
def dockerfile(tmp_path_factory) -> list[str]:
    """Return the instructions that repo2docker would follow for this repository."""
    folder = tmp_path_factory.mktemp("repository")
    shutil.copytree(ROOT / ".binder", folder / ".binder")
    shutil.copytree(ROOT / "code" / "mlmath", folder / "code" / "mlmath")
    for file in ("requirements.txt", "pyproject.toml", "Makefile", "code/pyproject.toml"):
        shutil.copy(ROOT / file, folder / file)
    command = [sys.executable, "-W", "ignore", "-m", "repo2docker", "--no-build", "--debug"]
    run = subprocess.run(
        [*command, folder],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    assert run.returncode == 0, run.stdout
    text = re.sub(r"\\\n", " ", run.stdout)
    return [
        " ".join(line.split())
        for line in text.splitlines()
        if re.match(r"(FROM|ENV|COPY|RUN|USER) ", line)
    ]


def place(dockerfile: list[str], pattern: str) -> int:
    found = [at for at, line in enumerate(dockerfile) if re.search(pattern, line)]
    assert len(found) == 1, f"{pattern}: {[dockerfile[at] for at in found]}"
    return found[0]


def test_a_commit_reinstalls_the_package_only(dockerfile: list[str]):
    pinned = place(dockerfile, r"pip install .*-r \"?\.binder/requirements\.txt")
    everything = place(dockerfile, r"^COPY .*src/ \$\{REPO_DIR\}/? *$")
    package = place(dockerfile, r"^RUN \./\.binder/postBuild$")
    assert pinned < everything < package
    after = [line for line in dockerfile[everything:] if "pip install" in line]
    assert after == [], "installed again with every commit"


def test_nothing_but_the_folder_for_binder_is_asked(dockerfile: list[str]):
    installs = [line for line in dockerfile if "pip install" in line]
    assert len(installs) == 1, installs
    # The Python of .binder/runtime.txt; without the file it would be an old one.
    wanted = (ROOT / ".binder" / "runtime.txt").read_text().strip().removeprefix("python-")
    assert any(
        f"environment-2epy-2d{wanted.replace('.', '-2e')}" in line for line in dockerfile
    )


def test_the_last_step_installs_the_package_alone():
    lines = (ROOT / ".binder" / "postBuild").read_text().splitlines()
    installs = [line for line in lines if "install" in line and not line.startswith("#")]
    assert [line.split()[-1] for line in installs] == ["./code"]
    assert "--no-deps" in installs[0]
    assert (ROOT / ".binder" / "postBuild").stat().st_mode & 0o111, "it cannot be run"


def test_what_the_notebooks_import_is_installed():
    there = pins(".binder/requirements.txt")
    standard = sys.stdlib_module_names
    for module in sorted(
        (package_imports() | notebook_imports()) - standard - BASE - {"mlmath"}
    ):
        assert canonicalize_name(DISTRIBUTIONS.get(module, module)) in there, module


def test_what_the_package_needs_is_installed():
    there = pins(".binder/requirements.txt")
    project = tomllib.loads((ROOT / "code" / "pyproject.toml").read_text())["project"]
    for need in map(Requirement, project["dependencies"]):
        if need.name not in BASE:
            assert need.specifier.contains(there[canonicalize_name(need.name)])


def test_binder_runs_what_the_tests_run():
    tested = pins("requirements.txt")
    assert {name: tested[name] for name in pins(".binder/requirements.txt")} == pins(
        ".binder/requirements.txt"
    )
