"""What the notebooks import is there in the browser, and the lab in the browser is built."""

from __future__ import annotations

import ast
import json
import re
from importlib.metadata import distribution, packages_distributions
from pathlib import Path

import nbformat
import pytest
from jupyterlite_pyodide_kernel.constants import PYODIDE_VERSION
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from publishing import lite
from pyodide_packages import FILE

ROOT = Path(__file__).parents[2]
PYODIDE = json.loads(FILE.read_text(encoding="utf-8"))
# The release's own list once writes a module with a hyphen.
IMPORTS = {
    name.replace("-", "_")
    for package in PYODIDE["packages"].values()
    for name in package["imports"]
}
# What the kernel brings as wheels of its own.
KERNEL = {"ipykernel": "6.9.2", "piplite": "0", "widgetsnbextension": "4.0.999"}
# Only Sphinx loads it, to put figures on the pages.
FOR_SPHINX = {"page.py"}


def test_the_list_of_packages_is_of_the_release_that_the_kernel_loads():
    assert PYODIDE["pyodide"] == PYODIDE_VERSION, "run tests/book/pyodide_packages.py"


def imported(source: str) -> set[str]:
    """Return the top-level modules that code imports, wherever in it."""
    names = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level:
            names.add(node.module.partition(".")[0])
    return names


def package_imports() -> set[str]:
    files = sorted((ROOT / "code" / "mlmath").rglob("*.py"))
    sources = [
        file.read_text(encoding="utf-8") for file in files if file.name not in FOR_SPHINX
    ]
    return set().union(*map(imported, sources))


def notebook_imports() -> set[str]:
    names = set()
    for file in sorted((ROOT / "notebooks").rglob("*.ipynb")):
        for cell in nbformat.read(file, as_version=4).cells:
            if cell.cell_type == "code":
                names |= imported(re.sub(r"^\s*%.*$", "", cell.source, flags=re.MULTILINE))
    return names


@pytest.mark.parametrize("find", [package_imports, notebook_imports])
def test_every_module_is_in_pyodide_or_shipped(find):
    found = find()
    assert {"numpy", "matplotlib"} <= found, "the search for imports is broken"
    shipped = {
        module
        for module, names in packages_distributions().items()
        if set(map(canonicalize_name, names)) & set(map(canonicalize_name, lite.SHIPPED))
    }
    missing = found - IMPORTS - set(PYODIDE["standard_library"]) - shipped - {"mlmath"}
    assert missing == set()


def test_every_dependency_is_in_pyodide_or_shipped_in_a_version_that_fits():
    pins = dict(one.split("==") for one in lite.pinned((ROOT / "requirements.txt").read_text()))
    there = {name: package["version"] for name, package in PYODIDE["packages"].items()}
    there |= {canonicalize_name(name): pin for name, pin in pins.items()} | KERNEL
    waiting, seen = ["mlmath", *pins], set()
    while waiting:
        name = waiting.pop()
        for line in distribution(name).requires or []:
            need = Requirement(line)
            if need.marker and not need.marker.evaluate(
                {"extra": "", "sys_platform": "emscripten"}
            ):
                continue
            below = canonicalize_name(need.name)
            assert below in there, f"{name} needs {need}: ship it (publishing/lite.py)"
            assert need.specifier.contains(there[below]), f"{name} needs {need}: {there[below]}"
            seen.add(below)
    unused = set(map(canonicalize_name, lite.SHIPPED)) - seen
    assert unused == set(), "shipped, but nothing needs it"


def test_what_is_shipped_is_what_the_tests_ran_with():
    assert lite.pinned("a==1\nanywidget==2.0\nb-anywidget==3\n", ("anywidget",)) == [
        "anywidget==2.0"
    ]


@pytest.fixture(scope="module")
def wheels(tmp_path_factory) -> Path:
    """Build and fetch the wheels."""
    folder = tmp_path_factory.mktemp("wheels")
    before = set((ROOT / "code").iterdir())
    lite.collect_wheels(ROOT, folder)
    assert set((ROOT / "code").iterdir()) == before, "building left files in the source"
    return folder


def test_the_wheels_run_on_any_machine(wheels: Path):
    names = sorted(file.name for file in wheels.iterdir())
    assert all(name.endswith("py3-none-any.whl") for name in names), names
    assert len(names) == len(lite.SHIPPED) + 1


def test_the_lab_has_the_notebooks_and_the_package(wheels: Path, tmp_path: Path):
    notebooks = tmp_path / "notebooks"
    (notebooks / "part").mkdir(parents=True)
    (notebooks / "part" / "page.ipynb").write_text("{}")
    lite.build(notebooks, wheels, tmp_path / "lite")
    assert (tmp_path / "lite" / "files" / "part" / "page.ipynb").read_text() == "{}"
    index = json.loads((tmp_path / "lite" / "pypi" / "all.json").read_text())
    assert {"mlmath", *map(canonicalize_name, lite.SHIPPED)} <= set(
        map(canonicalize_name, index)
    )
    for page in ("notebooks", "lab"):
        assert (tmp_path / "lite" / page / "index.html").is_file()
    config = json.loads((tmp_path / "lite" / "jupyter-lite.json").read_text())
    extensions = {one["name"] for one in config["jupyter-config-data"]["federated_extensions"]}
    assert {"@jupyter-widgets/jupyterlab-manager", "anywidget"} <= extensions, (
        "figures are dead"
    )


def test_a_build_that_fails_says_why(tmp_path: Path):
    with pytest.raises(RuntimeError, match="no-such-folder"):
        lite.build(tmp_path / "no-such-folder", tmp_path, tmp_path / "lite")
