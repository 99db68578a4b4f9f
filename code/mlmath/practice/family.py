"""Families of questions: a seed gives a question of a kind."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from zlib import crc32

import numpy as np

from mlmath.practice.question import Question


class Family:
    """Questions of one kind, made by a function of a random generator.

    Used as a decorator. `name` is the dotted name by which a page asks for the family.

    Examples
    --------
    >>> from mlmath.practice import Number
    >>> @Family
    ... def doubles(rng):
    ...     "Double a number."
    ...     n = int(rng.integers(2, 100))
    ...     return Question(f"What is twice {n}?", Number(2 * n), f"${n} + {n} = {2 * n}$.")
    >>> doubles.variant(4).prompt
    'What is twice 47?'
    >>> doubles.variant(4).mark(94)
    Right.
    """

    def __init__(self, make: Callable[[np.random.Generator], Question]):
        self.make = make
        self.name = f"{make.__module__}.{make.__qualname__}"
        self.__doc__ = make.__doc__

    def variant(self, seed: int) -> Question:
        """Return the question that belongs to a seed, always the same.

        The name is in it too, or families side by side would all begin with the same numbers.
        """
        return self.make(np.random.default_rng([crc32(self.name.encode()), seed]))

    def variants(self, count: int = 20) -> tuple[Question, ...]:
        """Return questions that all ask something else, of the first seeds that give such.

        Raises
        ------
        ValueError
            If the family is too small for so many.
        """
        found: dict[tuple[str, str], Question] = {}
        for seed in range(10 * count):
            question = self.variant(seed)
            found.setdefault((question.prompt, question.answer.shown()), question)
            if len(found) == count:
                return tuple(found.values())
        raise ValueError(f"{self.name} has only {len(found)} different questions, not {count}")

    def __repr__(self) -> str:
        """Return the dotted name."""
        return f"<question family {self.name}>"


def find_family(name: str) -> Family:
    """Return the family with a dotted name.

    Examples
    --------
    >>> find_family("mlmath.practice.eigenvectors.eigenvalues_from_trace")
    <question family mlmath.practice.eigenvectors.eigenvalues_from_trace>
    """
    module, _, attribute = name.rpartition(".")
    try:
        found = getattr(importlib.import_module(module), attribute)
    except (ImportError, AttributeError, ValueError) as error:
        raise ValueError(f"no question family is called {name!r}: {error}") from error
    if not isinstance(found, Family):
        raise TypeError(f"{name!r} is not a question family")
    return found
