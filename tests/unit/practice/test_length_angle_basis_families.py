"""The keys of the families on lengths, angles, bases and independence, worked out once more."""

from __future__ import annotations

import re
from fractions import Fraction

import numpy as np
import sympy
from mlmath.practice import bases as b
from mlmath.practice import length_and_angle as a
from prompts import vectors_in


def entries_in(text: str) -> list[list[str]]:
    """Return the entries of the vectors in a text, t among them."""
    found = re.findall(r"\((-?[\dt]+(?:, -?[\dt]+)+)\)", text)
    return [vector.split(", ") for vector in found]


def floats(*vectors):
    return [np.array([float(x) for x in vector]) for vector in vectors]


def check_three_norms(q):
    (v,) = floats(*vectors_in(q.prompt)[:1])
    assert np.allclose(q.answer.value, [np.linalg.norm(v, p) for p in (1, 2, np.inf)])


def check_missing_entry(q):
    first, second = entries_in(q.prompt)
    t = sympy.Symbol("t")
    dot = sum(sympy.sympify(x) * sympy.sympify(y) for x, y in zip(first, second, strict=True))
    assert sympy.solve(dot, t) == [q.answer.value]


def check_cosine_of_angle(q):
    u, v = floats(*vectors_in(q.prompt))
    assert np.isclose(u @ v / np.linalg.norm(u) / np.linalg.norm(v), float(q.answer.value))


def check_how_far_along(q):
    v, u = floats(*vectors_in(q.prompt))
    assert np.isclose(v @ (u / np.linalg.norm(u)), float(q.answer.value))


def check_shadow_of_a_vector(q):
    v, u = floats(*vectors_in(q.prompt))
    factor = np.linalg.lstsq(u[:, None], v, rcond=None)[0]
    assert np.allclose(factor * u, [float(x) for x in q.answer.value])


def check_distance_to_a_line(q):
    v, u = floats(*vectors_in(q.prompt))
    centre, reach = 0, 20
    for _ in range(3):
        steps = centre + np.linspace(-reach, reach, 1001)
        distances = np.hypot(v[0] - steps * u[0], v[1] - steps * u[1])
        centre, reach = steps[np.argmin(distances)], reach / 100
    nearest = distances.min()
    assert np.isclose(nearest, float(q.answer.value), atol=1e-6)


def check_third_side(q):
    m, n, d = (int(x) for x in re.findall(r"= (-?\d+)\$", q.prompt))
    cosine = d / (m * n)
    u = np.array([m, 0])
    v = n * np.array([cosine, np.sqrt(1 - cosine**2)])
    both = u + v if r"\mathbf u + \mathbf v" in q.prompt else u - v
    assert np.isclose(np.linalg.norm(both), q.answer.value)


def check_against_the_current(q):
    ground, current = floats(*vectors_in(q.prompt))
    hours = int(re.search(r"in \$(\d)\$ hours", q.prompt)[1])
    assert np.array_equal(np.array(q.answer.value) / hours + current, ground)
    assert any(q.answer.value)


def check_nearest_multiple(q):
    x, y = np.array(floats(*vectors_in(q.prompt))).T
    assert np.allclose(np.linalg.lstsq(x[:, None], y, rcond=None)[0], float(q.answer.value))


def check_coordinates(q):
    x, *basis = vectors_in(q.prompt)
    solution = sympy.Matrix(basis).T.solve(sympy.Matrix(x))
    assert list(solution) == [Fraction(entry) for entry in q.answer.value]
    pairs = sympy.Matrix(basis) * sympy.Matrix(basis).T
    orthogonal = pairs.is_diagonal()
    assert orthogonal != ("not orthogonal" in q.solution)


def check_skew_basis(q):
    """Do what the solution says: the second unknown drops out, the first is left."""
    check_coordinates(q)
    x, *basis = vectors_in(q.prompt)
    one, two = (
        sympy.Matrix([[*row, right]])
        for row, right in zip(zip(*basis, strict=True), x, strict=True)
    )
    verb, times_two, times_one, left, right = re.search(
        r"(Add|Subtract) (?:\$(\d)\$ times )?the second (?:to|from) (?:\$(\d)\$ times )?the first: "
        r"\$c_2\$ drops out, and \$(-?)c_1 = (-?\d+)\$",
        q.solution,
    ).groups()
    sign = 1 if verb == "Add" else -1
    row = int(times_one or 1) * one + sign * int(times_two or 1) * two
    assert list(row) == [-1 if left else 1, 0, int(right)]
    assert (f", so $c_1 = {q.answer.value[0]}$." in q.solution) == bool(left)


def check_between_bases(q):
    b1, b2, c, d1, d2 = (sympy.Matrix(x) for x in vectors_in(q.prompt))
    x = c[0] * b1 + c[1] * b2
    solution = sympy.Matrix.hstack(d1, d2).solve(x)
    assert list(solution) == [Fraction(entry) for entry in q.answer.value]


def check_dependent_for_t(q):
    t = sympy.Symbol("t")
    rows = [[sympy.sympify(x) for x in row] for row in entries_in(q.prompt)]
    assert sympy.solve(sympy.Matrix(rows).det(), t) == [q.answer.value]


def check_write_the_third(q):
    u, v, w = (sympy.Matrix(x) for x in vectors_in(q.prompt))
    x, y = q.answer.value
    assert x * u + y * v == w and sympy.Matrix.hstack(u, v).rank() == 2


def check_size_of_the_span(q):
    vectors = vectors_in(q.prompt)
    assert len(vectors) == 4 and sympy.Matrix(vectors).rank() == q.answer.value


def check_which_are_independent(q):
    for option in q.answer.options:
        vectors = vectors_in(option.text)
        assert option.right == (sympy.Matrix(vectors).rank() == len(vectors))


CHECKS = {
    a.three_norms: check_three_norms,
    a.missing_entry: check_missing_entry,
    a.cosine_of_angle: check_cosine_of_angle,
    a.how_far_along: check_how_far_along,
    a.shadow_of_a_vector: check_shadow_of_a_vector,
    a.distance_to_a_line: check_distance_to_a_line,
    a.third_side: check_third_side,
    a.against_the_current: check_against_the_current,
    a.nearest_multiple: check_nearest_multiple,
    b.orthogonal_pair: check_coordinates,
    b.orthogonal_triple: check_coordinates,
    b.skew_basis: check_skew_basis,
    b.between_bases: check_between_bases,
    b.dependent_for_t: check_dependent_for_t,
    b.write_the_third: check_write_the_third,
    b.size_of_the_span: check_size_of_the_span,
    b.which_are_independent: check_which_are_independent,
}
