"""The keys of the families on columns, systems and determinants, in another way."""

from __future__ import annotations

import re
from fractions import Fraction

import sympy
from mlmath.practice import systems as f
from prompts import matrices_in, vectors_in


def check_image_from_columns(q):
    u, v, x = vectors_in(q.prompt)
    assert list(q.answer.value) == [x[0] * a + x[1] * b for a, b in zip(u, v, strict=True)]


def check_back_substitution(q):
    (U,), (b,) = matrices_in(q.prompt), vectors_in(q.prompt)
    assert sympy.Matrix(U).LUsolve(sympy.Matrix(b)) == sympy.Matrix(q.answer.value)


def check_how_many_solutions(q):
    body = re.search(r"aligned\}\n(.*)\n\\end", q.prompt, re.DOTALL)[1]
    lines = [line.split("&=") for line in body.split(" \\\\\n")]
    left = [sympy.sympify(re.sub(r"(\d)([xy])", r"\1*\2", side)) for side, _ in lines]
    x, y = sympy.symbols("x y")
    found = sympy.linsolve([s - int(r) for s, (_, r) in zip(left, lines, strict=True)], x, y)
    if not found:
        expected = "none"
    else:
        (point,) = found
        expected = "infinitely many" if sympy.Tuple(*point).free_symbols else "exactly one"
    assert [option.text for option in q.answer.options if option.right] == [expected]


def check_determinant_of_three_rows(q):
    (A,) = matrices_in(q.prompt)
    assert sympy.Matrix(A).det() == Fraction(q.answer.value)


CHECKS = {
    f.image_from_columns: check_image_from_columns,
    f.back_substitution: check_back_substitution,
    f.how_many_solutions: check_how_many_solutions,
    f.determinant_of_three_rows: check_determinant_of_three_rows,
}
