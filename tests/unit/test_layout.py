"""The shape of the repository that other tools rely on."""

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def test_the_folder_code_does_not_hide_the_module_code():
    # As a package it would shadow the standard library's `code`, which pdb and pytest import.
    assert not (ROOT / "code" / "__init__.py").exists()


def test_the_root_is_no_distribution():
    # Binder would install it instead of the requirements.
    assert "project" not in tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def test_every_room_is_installed():
    metadata = tomllib.loads((ROOT / "code" / "pyproject.toml").read_text("utf-8"))
    package = ROOT / "code" / "mlmath"
    rooms = {f"mlmath.{path.parent.name}" for path in package.glob("*/__init__.py")}
    assert set(metadata["tool"]["setuptools"]["packages"]) == {"mlmath"} | rooms


def test_every_room_is_under_the_contract():
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"][
        "importlinter"
    ]
    lines = [line for contract in contracts["contracts"] for line in contract["layers"]]
    layers = {layer for line in lines for layer in line.split(" | ")}  # " | ": side by side
    package = ROOT / "code" / "mlmath"
    rooms = {path.parent.name for path in package.glob("*/__init__.py")}
    rooms |= {path.stem for path in package.glob("*.py")} - {"__init__"}
    assert layers == {f"mlmath.{room}" for room in rooms}


def check_imports(folder: Path) -> subprocess.CompletedProcess:
    """Hold the copy of the package in a folder against the contract."""
    command = "import sys; from importlinter.cli import lint_imports as run; sys.exit(run())"
    return subprocess.run(
        [sys.executable, "-c", command],
        check=False,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder)},
        capture_output=True,
        text=True,
    )


@pytest.fixture
def copy(tmp_path):
    shutil.copytree(ROOT / "code" / "mlmath", tmp_path / "mlmath")
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_rooms_import_only_the_rooms_before_them(copy):
    run = check_imports(copy)
    assert run.returncode == 0, run.stdout


def test_an_import_of_a_later_room_breaks_the_contract(copy):
    with (copy / "mlmath" / "linalg" / "signs.py").open("a") as file:
        file.write("import mlmath.plotting\n")
    run = check_imports(copy)
    assert run.returncode == 1
    assert "mlmath.linalg is not allowed to import mlmath.plotting" in run.stdout


@pytest.mark.parametrize("forbidden", ["utils", "helpers", "common"])
def test_no_module_has_a_name_that_says_nothing(forbidden):
    modules = (ROOT / "code" / "mlmath").rglob("*.py")
    assert forbidden not in {path.stem for path in modules}
