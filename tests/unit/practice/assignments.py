"""Solutions to the assignments as learners write them, and what the checks say of them."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from types import ModuleType

import numpy as np
import pytest
from mlmath import practice
from mlmath.practice import NotYet
from mlmath.practice.checking import Check

Wrong = tuple[str, str, str, str]
"""The function's name, that of the mistake, a part of the hint, the body of the function."""


def run(code: str, file: str = "<learner>") -> dict:
    """Run code as a notebook does and return the names that it defines."""
    names = {"np": np}
    exec(compile(code, file, "exec"), names)  # noqa: S102 - it is what this is about
    return names


@dataclass(frozen=True)
class Assignment:
    """The functions that learners write, and how some have written them.

    Parameters
    ----------
    parameters : dict
        What stands in the brackets of each function.
    right : dict
        The bodies of functions that are right, for each some.
    wrong : sequence
        What some have written instead.
    modules : modules
        Where the checks are made.
    given : sequence of str
        The functions that the others may call.
    """

    parameters: dict[str, str]
    right: dict[str, list[str]]
    wrong: Sequence[Wrong]
    modules: Sequence[ModuleType]
    given: Sequence[str] = ()

    def code(self, name: str, body: str) -> str:
        """Return the function with this body as code."""
        body = textwrap.indent(textwrap.dedent(body).strip("\n"), "    ")
        return f"def {name}({self.parameters[name]}):\n{body}\n"

    def written(self, name: str, body: str):
        """Return the function with this body, as if it stood in a notebook."""
        given = [self.code(other, self.right[other][0]) for other in self.given]
        return run("\n".join([*given, self.code(name, body)]))[name]

    def passed(self, name: str, body: str, **options) -> str:
        """Return what a right solution is told."""
        return repr(getattr(practice, f"check_{name}")(self.written(name, body), **options))

    def explained(self, name: str, body: str, seconds: float = 5) -> NotYet:
        """Return what a wrong solution is told."""
        with pytest.raises(NotYet) as caught, np.errstate(all="ignore"):
            self.passed(name, body, seconds=seconds)
        return caught.value

    def check(self, name: str) -> Check:
        """Return how a function is checked."""
        found = [x for module in self.modules for x in vars(module).values()]
        (check,) = [x for x in found if isinstance(x, Check) and x.name == name]
        return check
