"""The cells of an assignment: what a learner gets, and what nbgrader must know of each.

nbgrader's marks and metadata (schema 3) are described in its manual, "Creating and grading
assignments" and "nbgrader metadata".
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

BEGIN = re.compile(r"^( *)### BEGIN SOLUTION$", re.MULTILINE)
END = re.compile(r"^ *### END SOLUTION$", re.MULTILINE)
REGION = re.compile(
    r"^( *)### BEGIN SOLUTION\n.*?^ *### END SOLUTION$", re.MULTILINE | re.DOTALL
)
STUB = ("# YOUR CODE HERE", "raise NotImplementedError()")
"""What nbgrader puts into the place of a solution."""

GRADE_ID = re.compile(r"[A-Za-z0-9_-]+")


class BadAssignment(ValueError):
    """Says what is wrong with the marks or the metadata of a cell."""


def has_solution(source: str) -> bool:
    """Whether a cell's code has a solution between marks; refuse marks that do not pair."""
    begins, ends = len(BEGIN.findall(source)), len(END.findall(source))
    if begins != ends or begins != len(REGION.findall(source)):
        raise BadAssignment("### BEGIN SOLUTION and ### END SOLUTION do not come in pairs")
    if "BEGIN SOLUTION" in BEGIN.sub("", source) or "END SOLUTION" in END.sub("", source):
        raise BadAssignment("a mark must stand alone on its line: ### BEGIN SOLUTION")
    return begins > 0


def stub(source: str, marked: bool = False) -> str:
    """Return the code without its solutions: with the marks, or with the stub alone."""

    def short(region: re.Match) -> str:
        lines = [*STUB]
        if marked:
            lines = ["### BEGIN SOLUTION", *lines, "### END SOLUTION"]
        return "\n".join(region[1] + line for line in lines)

    return REGION.sub(short, source)


def solved(source: str) -> str:
    """Return the code with its solutions and without the marks."""
    lines = source.split("\n")
    return "\n".join(line for line in lines if not BEGIN.match(line) and not END.match(line))


def nbgrader_metadata(source: str, metadata: Mapping[str, Any]) -> dict[str, Any] | None:
    """Return nbgrader's metadata of a cell, from the little that the page says.

    ``nbgrader: {grade_id: name}`` names a cell with a solution, and with ``points`` a cell that is
    graded: it gets its points if it raises no exception.
    """
    said = metadata.get("nbgrader")
    if said is None:
        if has_solution(source):
            raise BadAssignment("a cell with a solution needs nbgrader: {grade_id: …}")
        return None
    if not isinstance(said, Mapping) or not set(said) <= {"grade_id", "points"}:
        raise BadAssignment("nbgrader: takes grade_id and, in a cell that is graded, points")
    name, points = said.get("grade_id"), said.get("points")
    if not isinstance(name, str) or not GRADE_ID.fullmatch(name):
        raise BadAssignment(f"grade_id must be letters, digits and hyphens; found {name!r}")
    if has_solution(source) == (points is not None):
        raise BadAssignment(
            f"{name}: a cell has either a solution between marks or points, not both"
        )
    shared = {"cell_type": "code", "grade_id": name, "schema_version": 3, "task": False}
    if points is None:
        return {**shared, "grade": False, "locked": False, "solution": True}
    return {**shared, "grade": True, "locked": True, "points": points, "solution": False}


def learners_copy(notebook: Any) -> bool:
    """Turn the cells of an assignment into a learner's, in place: stubs, and no outputs.

    Returns whether the notebook is an assignment; otherwise nothing is changed. Raises
    `BadAssignment`, with the index of the cell in its second argument.
    """
    named: dict[str, int] = {}
    cells = [(i, cell) for i, cell in enumerate(notebook.cells) if cell.cell_type == "code"]
    for index, cell in cells:
        try:
            full = nbgrader_metadata(cell.source, cell.metadata)
            if full and named.setdefault(full["grade_id"], index) != index:
                raise BadAssignment(f"two cells have the grade_id {full['grade_id']!r}")
        except BadAssignment as mistake:
            raise BadAssignment(str(mistake), index) from None
        if full:
            cell.metadata["nbgrader"] = full
    if not named:
        return False
    for _, cell in cells:
        cell.source = stub(cell.source, marked=True)
        cell.outputs = []
    return True
