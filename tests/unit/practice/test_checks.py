"""What is asked of the checks of every assignment: right ones pass, wrong ones hear why.

Each assignment is the `ASSIGNMENT` of a file test_*_checks.py beside this one.
"""

from __future__ import annotations

import importlib
import pkgutil
import textwrap
from pathlib import Path

import numpy as np
import pytest
from mlmath import practice
from mlmath.practice.checking import Check

ASSIGNMENTS = [
    importlib.import_module(file.stem).ASSIGNMENT
    for file in sorted(Path(__file__).parent.glob("test_*_checks.py"))
]
each_function = pytest.mark.parametrize(
    ("assignment", "name"),
    [pytest.param(a, name, id=name) for a in ASSIGNMENTS for name in a.parameters],
)


def test_no_check_goes_untested():
    modules = [
        importlib.import_module(f"mlmath.practice.{module.name}")
        for module in pkgutil.iter_modules(practice.__path__)
    ]
    made = {x.name for module in modules for x in vars(module).values() if isinstance(x, Check)}
    offered = {name.removeprefix("check_") for name in dir(practice) if "check_" in name}
    assert made == offered == {name for a in ASSIGNMENTS for name in a.parameters}


@pytest.mark.parametrize(
    ("assignment", "name", "body"),
    [
        pytest.param(a, name, body, id=f"{name}-{k}")
        for a in ASSIGNMENTS
        for name, bodies in a.right.items()
        for k, body in enumerate(bodies)
    ],
)
def test_a_right_solution_passes_however_it_is_written(assignment, name, body):
    assert assignment.passed(name, body, seconds=5).startswith(f"{name} passes")


@pytest.mark.parametrize(
    ("assignment", "name", "mistake", "hint", "body"),
    [
        pytest.param(a, name, mistake, *rest, id=f"{name}-{mistake}")
        for a in ASSIGNMENTS
        for name, mistake, *rest in a.wrong
    ],
)
def test_a_typical_mistake_gets_its_own_hint(assignment, name, mistake, hint, body, capsys):
    seconds = 0.3 if mistake == "endless" else 5
    error = assignment.explained(name, body, seconds=seconds)
    assert (error.mistake, hint in error.hint) == (mistake, True), str(error)
    assert str(error).startswith(f"{name} ")
    assert f"{name}(" in str(error)


@each_function
def test_the_stub_fails_kindly(assignment, name):
    error = assignment.explained(name, "raise NotImplementedError()")
    assert str(error).startswith(f"{name} is not written yet.")
    assert "Put your code" in error.hint and error.mistake == "not-written"
    assert assignment.explained(name, "...").mistake == "returns-nothing"


@each_function
def test_of_the_inputs_that_fail_the_first_is_shown(assignment, name):
    error = assignment.explained(name, "return 'nothing'")
    assert error.mistake == "not-numbers"
    check = assignment.check(name)
    call = check.show(*next(iter(check.inputs())))
    assert textwrap.indent(call, "    ") in str(error)


@each_function
def test_a_function_that_never_returns_is_stopped(assignment, name):
    error = assignment.explained(name, "while True:\n    pass", seconds=0.05)
    assert error.mistake == "endless" and "did not come to an end" in str(error)
    names = [part.split("=")[0].strip() for part in assignment.parameters[name].split(",")]
    error = assignment.explained(name, f"return {name}({', '.join(names)})")
    assert error.mistake == "calls-itself" and "without calling itself" in error.hint


@each_function
def test_an_exception_is_explained_without_a_traceback(assignment, name):
    error = assignment.explained(name, "return unknown")
    assert error.mistake == "error-NameError" and "spelled the same" in error.hint
    assert f"{name} stops with an error" in str(error) and "Traceback" not in str(error)


@each_function
def test_the_mistakes_are_told_apart(assignment, name):
    check = assignment.check(name)
    samples = list(check.samples())
    results = [
        (mistake, [mistake.result(*arguments) for arguments in samples])
        for mistake in check.mistakes
    ]
    right = [check.expected(*arguments) for arguments in samples]
    for k, (mistake, result) in enumerate(results):
        for other, compared in [("right", right), *results[:k]]:
            same = all(
                np.shape(a) == np.shape(b) and np.allclose(a, b)
                for a, b in zip(result, compared, strict=True)
            )
            assert not same, (mistake, other)
