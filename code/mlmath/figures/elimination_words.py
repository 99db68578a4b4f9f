"""What the elimination stepper says.

The JavaScript twin is `code/frontend/src/figures/elimination_words.js`.
"""

from __future__ import annotations

from mlmath.figures.row_operations import (
    Matrix,
    Operation,
    Stage,
    effect_words,
    fraction_words,
    is_echelon,
    leading,
    operation_words,
)
from mlmath.figures.wording import Description

SUBSCRIPTS = "₁₂₃₄₅₆₇₈"


def describe_elimination(
    matrices: list[Matrix], operations: tuple[Operation, ...], now: Stage, augmented: int
) -> Description:
    """Describe the last of the matrices, which the operations have made of the first."""
    matrix = matrices[-1]
    n_unknowns = len(matrix[0]) - augmented
    echelon = is_echelon(matrix, n_unknowns)
    form = "not yet in row echelon form"
    if echelon:
        form = "row echelon form" if now.next else "reduced row echelon form"
    rows = [
        ("Steps", str(len(operations))),
        ("Form", form),
        ("Pivots", _pivot_words(now) if echelon else "not settled yet"),
    ]
    if augmented == 1:
        rows.append(("Solutions", _solution_words(matrix, now, echelon)))
    if operations:
        effect = effect_words(matrices[-2], operations[-1], n_unknowns)
        last = f"{operation_words(operations[-1])}{effect}."
    else:
        last = "Press Next step, or choose a row operation."
    verdict = _verdict(matrices, now, echelon, augmented)
    return Description(tuple(rows), f"{last} {verdict}".strip())


def matrix_words(matrix: Matrix, augmented: int) -> str:
    """Return what the picture shows: the matrix, row by row."""
    rows = []
    for row in matrix:
        texts = [fraction_words(entry) for entry in row]
        left, right = texts[: len(row) - augmented], texts[len(row) - augmented :]
        rows.append(f"({', '.join(left)}{' | ' if right else ''}{', '.join(right)})")
    return f"The matrix with rows {' and '.join(rows)}"


def contradiction(matrix: Matrix, augmented: int) -> int | None:
    """Return the first row that reads 0 = something else, counted from 0."""
    if augmented != 1:
        return None
    n_unknowns = len(matrix[0]) - 1
    return next(
        (i for i, row in enumerate(matrix) if leading(row, n_unknowns) is None and row[-1]),
        None,
    )


def _pivot_words(now: Stage) -> str:
    columns = [str(column + 1) for _, column in now.pivots]
    if not columns:
        return "none"
    noun = "column" if len(columns) == 1 else "columns"
    return f"{len(columns)}, in {noun} {_listed(columns)}"


def _solution_words(matrix: Matrix, now: Stage, echelon: bool) -> str:
    if contradiction(matrix, 1) is not None:
        return "none"
    if not echelon:
        return "not settled yet"
    if len(now.pivots) < len(matrix[0]) - 1:
        return "infinitely many"
    if now.next:
        return "one"
    return f"one: ({', '.join(fraction_words(matrix[row][-1]) for row, _ in now.pivots)})"


def _verdict(matrices: list[Matrix], now: Stage, echelon: bool, augmented: int) -> str:
    matrix = matrices[-1]
    n_unknowns = len(matrix[0]) - augmented
    broken = contradiction(matrix, augmented)
    if broken is not None:
        right = fraction_words(matrix[broken][-1])
        return f"Row {broken + 1} reads 0 = {right}: the system has no solution."
    if not echelon:
        return ""
    if now.next:
        return "The matrix is in row echelon form."
    if augmented == 1:
        if len(now.pivots) < n_unknowns:
            taken = {column for _, column in now.pivots}
            free = [f"x{SUBSCRIPTS[j]}" for j in range(n_unknowns) if j not in taken]
            verb = "is" if len(free) == 1 else "are"
            return f"Infinitely many solutions: {_listed(free)} {verb} free."
        values = [
            f"x{SUBSCRIPTS[column]} = {fraction_words(matrix[row][-1])}"
            for row, column in now.pivots
        ]
        return f"The solution: {_listed(values)}."
    if augmented == n_unknowns == len(matrix) and _is_identity_right(matrices[0], augmented):
        if len(now.pivots) == n_unknowns:
            return "The block on the right is the inverse matrix."
        return "The block on the left has a row of zeros: there is no inverse matrix."
    return "The matrix is in reduced row echelon form."


def _is_identity_right(matrix: Matrix, augmented: int) -> bool:
    return all(
        entry == (i == j)
        for i, row in enumerate(matrix)
        for j, entry in enumerate(row[len(row) - augmented :])
    )


def _listed(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
