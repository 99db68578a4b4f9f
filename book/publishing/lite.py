"""JupyterLite: the lab in the browser, with the package and every notebook in it."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

PIP = (sys.executable, "-m", "pip", "--disable-pip-version-check")

# What the package needs beyond what comes with Pyodide. A test compares this with Pyodide's
# own list of packages.
SHIPPED = ("anywidget", "comm", "ipywidgets", "jupyterlab_widgets", "psygnal")


def pinned(requirements: str, names: tuple[str, ...] = SHIPPED) -> list[str]:
    """Return the lines of a requirements file that pin the named packages."""
    pins = dict(re.findall(r"^([\w.-]+)==(\S+)$", requirements, re.MULTILINE))
    return [f"{name}=={pins[name]}" for name in names]


def collect_wheels(root: Path, folder: Path) -> None:
    """Build the package's wheel and fetch those that are shipped with it."""
    shutil.rmtree(folder, ignore_errors=True)
    # A copy, because building leaves a folder behind from which files get into later wheels.
    source = folder / "source"
    unwanted = shutil.ignore_patterns("frontend", "build", "*.egg-info", "__pycache__")
    shutil.copytree(root / "code", source, ignore=unwanted)
    run([*PIP, "wheel", "--no-deps", "--wheel-dir", folder, source])
    shutil.rmtree(source)
    pins = pinned((root / "requirements.txt").read_text(encoding="utf-8"))
    # Pure Python only: what is compiled for this machine is no use in a browser.
    pure = ["--no-deps", "--only-binary=:all:", "--platform=any", "--implementation=py"]
    run([*PIP, "download", *pure, "--dest", folder, *pins])


def build(notebooks: Path, wheels: Path, output: Path) -> None:
    """Build the lab with these notebooks and wheels."""
    scratch = output.with_name(f"{output.name}-scratch")
    for folder in (output, scratch):
        shutil.rmtree(folder, ignore_errors=True)
    scratch.mkdir(parents=True)
    command = [sys.executable, "-m", "jupyterlite_core.app", "build", "--no-sourcemaps"]
    command += ["--lite-dir", scratch, "--output-dir", output, "--contents", notebooks]
    for wheel in sorted(wheels.glob("*.whl")):
        command += ["--piplite-wheels", wheel]
    run(command, cwd=scratch)
    shutil.rmtree(scratch)


def run(command: list[str | Path], cwd: Path | None = None) -> None:
    """Run a program that says something only if it fails."""
    result = subprocess.run(
        command,
        cwd=cwd,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    if result.returncode:
        raise RuntimeError(f"{' '.join(map(str, command))}\n{result.stdout}")
