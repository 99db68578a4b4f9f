"""The keys of the families on linear mappings, worked out once more from what they say."""

from __future__ import annotations

import re
from fractions import Fraction

import numpy as np
import sympy
from mlmath.practice import linear_mappings as m
from prompts import matrices_in, vectors_in


def floats(A):
    return np.array(A, dtype=float)


def check_product_of_any_shape(q):
    A, B = matrices_in(q.prompt)
    assert np.array_equal(sympy.Matrix(A) * sympy.Matrix(B), q.answer.value)


def check_shape_of_a_product(q):
    shapes = {
        name: (int(a), int(b))
        for name, a, b in re.findall(r"\$([ABC])\$ is \$(\d)\\times(\d)\$", q.prompt)
    }
    arrays = {name: np.zeros(shape) for name, shape in shapes.items()}
    formula = re.search(r"shape of \$(.*?)\$", q.prompt)[1]
    code = re.sub(r"([ABC])", r"@\1", formula).replace(r"^{\mathsf T}", ".T").lstrip("@")
    assert eval(code, arrays).shape == q.answer.value


def check_read_the_indices(q):
    A, B = (floats(M) for M in matrices_in(q.prompt))
    first, second = re.search(r"A_\{(\w+)\}B_\{(\w+)\}", q.prompt).groups()
    found = re.search(r"\$i = (\d)\$ and \$k = (\d)\$", q.prompt)
    free = "ik" if found else ""
    result = np.einsum(f"{first},{second}->{free}", A, B)
    index = tuple(int(x) - 1 for x in found.groups()) if found else ()
    assert result[index] == q.answer.value


def check_shadow_on_the_floor(q):
    s, r = vectors_in(q.prompt)
    x, y = q.answer.value
    ray = sympy.Matrix([x, y, 0]) - sympy.Matrix(r)
    assert ray.cross(sympy.Matrix(s)) == sympy.zeros(3, 1)


def check_matrix_of_the_shadow(q):
    (s,) = vectors_in(q.prompt)
    P = sympy.Matrix(q.answer.value)
    assert P[:, :2] == sympy.eye(2) and P * sympy.Matrix(s) == sympy.zeros(2, 1)


def check_direction_of_the_light(q):
    (P,) = matrices_in(q.prompt)
    (space,) = sympy.Matrix(P).nullspace()
    assert sympy.Matrix.hstack(space, sympy.Matrix(q.answer.value)).rank() == 1
    assert any(q.answer.value)


def check_back_to_the_standard_basis(q):
    p, b, c = vectors_in(q.prompt)
    assert np.allclose(np.linalg.solve(floats([p, b]).T, floats(q.answer.value)), floats(c))


def check_translator(q):
    p, b = vectors_in(q.prompt)
    assert np.array_equal(floats(q.answer.value) @ floats([p, b]).T, np.eye(2))


MAPS = {
    "quarter turn": lambda x, y: (-y, x),
    "mirror in the horizontal": lambda x, y: (x, -y),
    "mirror in the vertical": lambda x, y: (-x, y),
    "mirror in the line": lambda x, y: (y, x),
    "stretch of the horizontal": lambda x, y: (2 * x, y),
    "stretch of the vertical": lambda x, y: (x, 3 * y),
    "shear": lambda x, y: (x + y, y),
}


def check_map_in_another_basis(q):
    *_, p, b = vectors_in(q.prompt)
    (move,) = [move for name, move in MAPS.items() if name in q.prompt]
    B, M = sympy.Matrix([p, b]).T, sympy.Matrix(q.answer.value)
    for k, v in enumerate((p, b)):  # the image of each basis vector, told in both ways
        assert list(B * M[:, k]) == list(move(*v))


def check_solve_by_transposing(q):
    (M,), (right,) = matrices_in(q.prompt), vectors_in(q.prompt)
    Q = sympy.Matrix(M) / Fraction(re.search(r"frac1\{(\d)\}", q.prompt)[1])
    assert Q.T * Q == sympy.eye(3)
    assert Q.T != Q, "whoever forgets to transpose must notice"
    assert sympy.Matrix(M) * sympy.Matrix(q.answer.value) == sympy.Matrix(right)


def check_straighten_the_second(q):
    v, x = (sympy.Matrix(y) for y in vectors_in(q.prompt))
    (_, w) = sympy.GramSchmidt([v, x])
    assert list(w) == list(q.answer.value)


def check_reflect_a_point(q):
    n, x = (sympy.Matrix(y) for y in vectors_in(q.prompt))
    image = sympy.Matrix(q.answer.value)
    assert (image - x).cross(n) == sympy.zeros(3, 1)  # straight across
    assert (image + x).dot(n) == 0 and image != x  # the middle lies in the mirror


def check_which_are_orthogonal(q):
    for option in q.answer.options:
        (M,) = matrices_in(option.text)
        scale = re.search(r"frac1\{(\d+)\}", option.text)
        Q = sympy.Matrix(M) / (int(scale[1]) if scale else 1)
        assert (Q.T * Q == sympy.eye(2)) == option.right


CHECKS = {
    m.product_of_any_shape: check_product_of_any_shape,
    m.shape_of_a_product: check_shape_of_a_product,
    m.read_the_indices: check_read_the_indices,
    m.shadow_on_the_floor: check_shadow_on_the_floor,
    m.matrix_of_the_shadow: check_matrix_of_the_shadow,
    m.direction_of_the_light: check_direction_of_the_light,
    m.back_to_the_standard_basis: check_back_to_the_standard_basis,
    m.translator: check_translator,
    m.map_in_another_basis: check_map_in_another_basis,
    m.solve_by_transposing: check_solve_by_transposing,
    m.straighten_the_second: check_straighten_the_second,
    m.reflect_a_point: check_reflect_a_point,
    m.which_are_orthogonal: check_which_are_orthogonal,
}
