"""Check the answers of the book's questions against what their `:check:` works out."""

from __future__ import annotations

import json
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from mlmath import linalg
from mlmath.practice.conditions import CONDITIONS

RECORD = Path(__file__).parents[2] / "book" / "_build" / ".doctrees" / "practice.json"
NAMES = {"np": np, "Fraction": Fraction} | {n: getattr(linalg, n) for n in linalg.__all__}
NUMERIC = ("number", "vector", "matrix")
SLACK = 0.5
"""An answer written as a decimal may be off by half of what is tolerated in a reader's."""


class Asked(NamedTuple):
    """A question of the book: its page, and what the build wrote down of it."""

    page: str
    entry: dict[str, Any]

    def __str__(self) -> str:
        """Return the name that tests show."""
        return f"{self.page}:{self.entry['line']}-{self.entry['name']}"

    @property
    def checked_by(self) -> str:
        """What makes sure of the answer: an expression, the tests of a family, or a reader."""
        if self.entry.get("family"):
            return "family"
        return "expression" if self.entry.get("check") else "conceptual"


def questions(record: Path = RECORD) -> Iterator[Asked]:
    """Give the questions of the built book."""
    for page, entries in json.loads(record.read_text("utf-8")).items():
        for entry in entries:
            yield Asked(page, entry)


def disagreement(key: dict[str, Any], check: str) -> str:
    """Return what is wrong with an answer, or nothing."""
    worked_out = eval(check, dict(NAMES))
    if isinstance(worked_out, (bool, np.bool_)) and key["kind"] not in NUMERIC:
        return "" if worked_out else "the check does not hold"
    return KINDS[key["kind"]](key, worked_out)


def compare_numbers(key: dict[str, Any], worked_out: Any) -> str:
    wanted, found = np.asarray(worked_out, dtype=float), np.asarray(key["value"], dtype=float)
    if wanted.shape != found.shape:
        return f"the check has shape {wanted.shape}, the answer {found.shape}"
    if key.get("up_to_scale"):
        wanted, found = direction(wanted), direction(found)
    tolerance = SLACK * key["tolerance"] * np.maximum(1, np.abs(wanted))
    if np.all(np.abs(wanted - found) <= tolerance):
        return ""
    return f"the check gives {worked_out}, the answer is {key['value']}"


def direction(vector: np.ndarray) -> np.ndarray:
    """Return the multiple whose largest entry is 1."""
    return vector / vector.flat[np.abs(vector).argmax()]


def compare_choice(key: dict[str, Any], worked_out: Any) -> str:
    right = [option["right"] for option in key["options"]]
    found = list(map(bool, worked_out))
    return "" if found == right else f"the check gives {found}, right are {right}"


def compare_figure(key: dict[str, Any], worked_out: Any) -> str:
    """Take the check for a state, or for a list of states, in which the answer is given."""
    for state in worked_out if isinstance(worked_out, list) else [worked_out]:
        if not CONDITIONS[key["condition"]](state, **key["arguments"]):
            return f"{key['condition']} does not hold of {state}"
    return ""


KINDS = {
    "number": compare_numbers,
    "vector": compare_numbers,
    "matrix": compare_numbers,
    "choice": compare_choice,
    "choices": compare_choice,
    "figure": compare_figure,
}
