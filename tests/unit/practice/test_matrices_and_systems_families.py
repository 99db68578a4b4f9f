"""The keys of the families on matrices and systems, worked out in another way."""

from __future__ import annotations

import re
from fractions import Fraction

import numpy as np
import sympy
from mlmath.practice import matrices_and_systems as f
from prompts import (
    matrices_in,
    number_of_solutions,
    numbers_in,
    right_options,
    system_in,
    vectors_in,
)

IMAGES = {
    "quarter turn to the left": lambda x, y: (-y, x),
    "quarter turn to the right": lambda x, y: (y, -x),
    "mirror in the horizontal axis": lambda x, y: (x, -y),
    "mirror in the vertical axis": lambda x, y: (-x, y),
    "mirror in the line": lambda x, y: (y, x),
}


def moved(words: str, x: int, y: int) -> tuple[int, int]:
    """Move a point as the words say."""
    formula = re.search(r"mapsto\((.*), (.*)\)", words)
    if formula:
        names = {"x": x, "y": y}
        return tuple(
            int(sympy.sympify(re.sub(r"(\d)([xy])", r"\1*\2", part)).subs(names))
            for part in formula.groups()
        )
    (rule,) = [rule for name, rule in IMAGES.items() if name in words]
    return rule(x, y)


def as_columns(sum_of_vectors: str) -> str:
    """Write `2(1, 0) - (3, 4)` as SymPy reads it."""
    return re.sub(r"(\d?)\((.*?)\)", lambda m: f"{m[1] or 1}*Matrix([{m[2]}])", sum_of_vectors)


def check_first_then(q):
    first, second = re.fullmatch(
        r"First comes (.*), then (.*)\. Which matrix does both\?", q.prompt
    ).groups()
    for j, e in enumerate([(1, 0), (0, 1)]):
        end = moved(second, *moved(first, *e))
        assert [row[j] for row in q.answer.value] == list(end)


def check_from_two_images(q):
    u, image_u, v, image_v, x, *_ = (sympy.Matrix(a) for a in vectors_in(q.prompt))
    A = sympy.Matrix.hstack(image_u, image_v) * sympy.Matrix.hstack(u, v).inv()
    assert list(A * x) == list(q.answer.value)


def check_rotation(q):
    M = np.array(q.answer.value)
    c = int(re.search(r"tfrac1\{(\d+)\}M", q.prompt)[1])
    assert np.array_equal(M.T @ M, c**2 * np.eye(2))
    assert list(M[:, 0]) == list(vectors_in(q.prompt)[1])
    assert np.isclose(np.linalg.det(M / c), 1 if "A rotation" in q.prompt else -1)


def check_inverse(q):
    (A,) = matrices_in(q.prompt)
    assert sympy.Matrix(A) * sympy.Matrix(q.answer.value) == sympy.eye(2)


def check_solve(q):
    (inverse,), (b,) = matrices_in(q.prompt), vectors_in(q.prompt)
    assert sympy.Matrix(inverse).inv() * sympy.Matrix(q.answer.value) == sympy.Matrix(b)


def check_undo(q):
    A, B = (sympy.Matrix(M).inv() for M in matrices_in(q.prompt))
    assert (A * B).inv() == sympy.Matrix(q.answer.value)


def check_when_singular(q):
    rows = [
        [sympy.sympify(x) for x in row.split(", ")]
        for row in re.findall(r"\$\((.*?)\)\$", q.prompt)
    ]
    assert sympy.solve(sympy.Matrix(rows).det(), "t") == [q.answer.value]


def check_row_operation(q):
    (rows,) = matrices_in(q.prompt)
    first, second = (sympy.Matrix([row]) for row in rows)
    (value,) = q.answer.value
    assert value[0] == 0
    assert sympy.Matrix([value]) == second - sympy.Rational(second[0], first[0]) * first


def check_rank(q):
    (A,) = matrices_in(q.prompt)
    assert sympy.Matrix(A).rank() == q.answer.value
    said = re.search(r"\$(\(.*?\)) = (.*?)\$, and the last two", q.solution)
    if q.answer.value == 2:
        made, combined = (sympy.sympify(as_columns(side)) for side in said.groups())
        assert made == combined


def check_determinant_rules(q):
    n, _, a, b = (int(x) for x in re.findall(r"-?\d+", q.prompt)[:4])
    c = int(re.search(r"det\((\d)AB", q.prompt)[1])
    A = np.diag([a] + [1] * (n - 1)).astype(float)
    B = np.diag([1] * (n - 1) + [b]).astype(float)
    assert np.isclose(np.linalg.det(c * A @ np.linalg.inv(B)), float(q.answer.value))


def check_area(q):
    (A,), (size,) = matrices_in(q.prompt), numbers_in(q.prompt)
    moved_square = (np.array(A, dtype=float) @ [[0, 1, 1, 0], [0, 0, 1, 1]]).T
    x, y = moved_square.T
    shoelace = (x @ np.roll(y, -1) - y @ np.roll(x, -1)) / 2
    over = "and it is turned over" if shoelace < 0 else "and it is not turned over"
    area = Fraction(size) * round(abs(shoelace))
    assert right_options(q) == [f"Its area is ${area}$, {over}."]
    added = Fraction(size) * abs(A[0][0] * A[1][1] + A[0][1] * A[1][0])
    summed = [o.text for o in q.answer.options if "not their sum" in o.feedback]
    assert summed == [f"Its area is ${added}$, {over}."]
    assert len({o.text for o in q.answer.options}) == 4


def check_image_from_columns(q):
    u, v, x = vectors_in(q.prompt)
    assert list(q.answer.value) == [x[0] * a + x[1] * b for a, b in zip(u, v, strict=True)]


def check_back_substitution(q):
    (U,), (b,) = matrices_in(q.prompt), vectors_in(q.prompt)
    assert sympy.Matrix(U).LUsolve(sympy.Matrix(b)) == sympy.Matrix(q.answer.value)


def check_how_many_solutions(q):
    assert right_options(q) == [number_of_solutions(*system_in(q.prompt))]


def check_determinant_of_three_rows(q):
    (A,) = matrices_in(q.prompt)
    assert sympy.Matrix(A).det() == Fraction(q.answer.value)


CHECKS = {
    f.image_from_columns: check_image_from_columns,
    f.back_substitution: check_back_substitution,
    f.how_many_solutions: check_how_many_solutions,
    f.determinant_of_three_rows: check_determinant_of_three_rows,
    f.first_then: check_first_then,
    f.from_two_images: check_from_two_images,
    f.rotation_from_one_column: check_rotation,
    f.inverse_of_2x2: check_inverse,
    f.solve_by_inverse: check_solve,
    f.undo_two_maps: check_undo,
    f.when_singular: check_when_singular,
    f.one_row_operation: check_row_operation,
    f.rank_of_a_matrix: check_rank,
    f.determinant_of_a_product: check_determinant_rules,
    f.sense_of_an_area: check_area,
}
