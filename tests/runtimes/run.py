"""Run every notebook, top to bottom, as it would be run elsewhere: in Colab or on Binder.

    python tests/runtimes/run.py colab-2026.07      Python 3.12 and what Colab has with it
    python tests/runtimes/run.py colab-2026.08      Python 3.13 and what Colab has with it
    python tests/runtimes/run.py binder             what .binder/ asks for

Each makes an environment with the versions in the file of that name, unless --environment
names one that is there. Colab's notebooks begin with the published first cell, unchanged: git
is told that the made-up repository in it is this one, so what is committed is what is tested.
The installation must add the package and nothing else, and upgrade nothing.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(ROOT / "book"), str(ROOT / "book" / "_ext")]

from publishing.copies import first_cell, package_commit
from repository import Repository

NOBODY = Repository("nobody", "made-up-book")


def run(*command: str | Path, **settings) -> str:
    """Run a program; return what it prints, or stop with all of it."""
    result = subprocess.run(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
        **settings,
    )
    if result.returncode:
        sys.exit(f"{' '.join(map(str, command))}\n{result.stdout}")
    return result.stdout


def make_environment(folder: Path, name: str) -> Path:
    """Install the versions of a runtime; return its Python."""
    requirements = HERE / f"{name}.txt"
    version = re.match(r"# python (\d\.\d+)", requirements.read_text())[1]
    base = sys.executable if sys.version.startswith(f"{version}.") else f"python{version}"
    run(base, "-m", "venv", folder)
    python = folder / "bin" / "python"
    run(python, "-m", "pip", "install", "--quiet", "-r", requirements)
    return python


def installed(python: Path) -> set[str]:
    """Return what is installed, with versions."""
    return set(run(python, "-m", "pip", "list", "--format=freeze").splitlines())


def pretend_colab(scratch: Path) -> dict[str, str]:
    """Return the environment of a kernel in which `google.colab` is imported, as in Colab."""
    package = scratch / "stub" / "google" / "colab"
    startup = scratch / "ipython" / "profile_default" / "startup"
    for folder in (package, startup):
        folder.mkdir(parents=True)
    shutil.copy(HERE / "google_colab.py", package / "output.py")
    (package / "__init__.py").write_text("from google.colab import output\n")
    (startup / "00-colab.py").write_text("import google.colab\n")
    return {
        "PYTHONPATH": str(scratch / "stub"),
        "IPYTHONDIR": str(scratch / "ipython"),
        "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": f"url.{ROOT.as_uri()}.insteadOf",
        "GIT_CONFIG_VALUE_0": NOBODY.url,
    }


def copy_notebooks(target: Path, setup: str) -> list[Path]:
    """Copy the notebooks, each with this first cell, and return them."""
    for path in sorted((ROOT / "notebooks").rglob("*.ipynb")):
        notebook = json.loads(path.read_text(encoding="utf-8"))
        if setup:
            cell = {"cell_type": "code", "id": "setup", "metadata": {}, "source": setup}
            notebook["cells"].insert(1, cell | {"execution_count": None, "outputs": []})
        copy = target / path.relative_to(ROOT / "notebooks")
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_text(json.dumps(notebook), encoding="utf-8")
    return sorted(target.rglob("*.ipynb"))


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("runtime", choices=sorted(path.stem for path in HERE.glob("*.txt")))
    parser.add_argument("--environment", type=Path, help="a virtual environment to use")
    options = parser.parse_args()
    in_colab = options.runtime.startswith("colab")

    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        started = time.monotonic()
        if options.environment:
            python = options.environment.absolute() / "bin" / "python"
            run(python, "-m", "pip", "uninstall", "--quiet", "--yes", "mlmath")
        else:
            python = make_environment(scratch / "environment", options.runtime)
        print(f"{options.runtime}: {time.monotonic() - started:.0f} s for the environment")

        # A kernel of this environment, found by its usual name.
        path = f"{python.parent}{os.pathsep}{os.environ['PATH']}"
        environment = os.environ | {"PATH": path, "JUPYTER_PREFER_ENV_PATH": "1"}
        environment["PYDEVD_DISABLE_FILE_VALIDATION"] = "1"  # old kernels' debugger warns
        setup = ""
        before = installed(python)
        started = time.monotonic()
        if in_colab:
            environment |= pretend_colab(scratch)
            setup = first_cell(NOBODY, package_commit(ROOT))
            source = re.search(r'"(git\+[^"]+)"', setup)[1]
            dry = run(python, "-m", "pip", "install", "--dry-run", source, env=environment)
            would = [line for line in dry.splitlines() if line.startswith("Would install")]
            print(*would, sep="\n")
            if not re.fullmatch(r"Would install mlmath-[\d.]+", "".join(would)):
                sys.exit(f"Installing the package touches what Colab has:\n{dry}")
            print(f"{time.monotonic() - started:.1f} s for the dry run")
        else:
            # A copy, because building leaves files behind.
            unwanted = shutil.ignore_patterns("frontend", "build", "*.egg-info")
            shutil.copytree(ROOT / "code", scratch / "code", ignore=unwanted)
            run(python, "-m", "pip", "install", "--no-deps", scratch / "code")
            print(f"{time.monotonic() - started:.1f} s for the package")

        started = time.monotonic()
        notebooks = copy_notebooks(scratch / "notebooks", setup)
        print(run(python, HERE / "execute_notebook.py", *notebooks, env=environment))
        print(f"{len(notebooks)} notebooks in {time.monotonic() - started:.0f} s")
        changed = before ^ installed(python)
        if not all(line.startswith("mlmath") for line in changed):
            sys.exit(f"Running the notebooks changed the environment: {sorted(changed)}")
        print("Added:", *sorted(installed(python) - before))


if __name__ == "__main__":
    main()
