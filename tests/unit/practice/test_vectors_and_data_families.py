"""The keys of the families on fitting, equations and vectors, worked out in another way."""

from __future__ import annotations

import re
from fractions import Fraction

import numpy as np
import sympy
from mlmath.practice import vectors_and_data as f
from prompts import number_of_solutions, numbers_in, right_options, system_in, vectors_in


def check_misfit(q):
    bars, curve = map(np.array, vectors_in(q.prompt))
    assert q.answer.value == (bars - curve) @ (bars - curve)


def check_best_of_three(q):
    bars, *rest = vectors_in(q.prompt)
    guesses, curves = rest[::2], rest[1::2]
    misfits = [sum((a - b) ** 2 for a, b in zip(bars, c, strict=True)) for c in curves]
    assert min(misfits) < sorted(misfits)[1]
    (chosen,) = right_options(q)
    assert vectors_in(chosen) == [guesses[misfits.index(min(misfits))]]


def check_bell(q):
    sigma = int(re.search(r"sigma = (\d+)", q.prompt)[1])
    height, new = numbers_in(q.prompt)
    peaks = [1 / (s * np.sqrt(2 * np.pi)) for s in (sigma, float(new))]
    assert np.isclose(float(q.answer.value), float(height) * peaks[1] / peaks[0])


def check_step(q):
    start, first, double = vectors_in(q.prompt)
    assert list(q.answer.value) == [
        s + a + b / 2 for s, a, b in zip(start, first, double, strict=True)
    ]
    assert start[1] + first[1] > 0 and q.answer.value[1] > 0, "σ must be positive all the way"


def check_solution(q):
    A, b = system_in(q.prompt)
    assert A.det() != 0 and A * sympy.Matrix(q.answer.value) == b


def check_number_of_solutions(q):
    assert right_options(q) == [number_of_solutions(*system_in(q.prompt))]


def check_combine(q):
    u, v = (np.array(x) for x in vectors_in(q.prompt))
    written = re.search(r"what is \$(.*)\$\?", q.prompt)[1]
    a, b = re.fullmatch(r"(-?\d*)\\mathbf u ([+-] \d*)\\mathbf v", written).groups()
    b = b.replace(" ", "")
    a, b = (int(x) if x.strip("+-") else int(f"{x}1") for x in (a, b))
    assert list(q.answer.value) == list(a * u + b * v)


def check_missing_vector(q):
    u, v = (np.array(x) for x in vectors_in(q.prompt))
    k = int(re.search(r"\+ (\d)\\mathbf x", q.prompt)[1])
    assert list(u + k * np.array(q.answer.value)) == list(v)


def check_part_of_the_way(q):
    p, end = (np.array(x) for x in vectors_in(q.prompt))
    share = Fraction(*map(int, re.search(r"tfrac(\d)(\d)", q.prompt).groups()))
    assert list(q.answer.value) == list((1 - share) * p + share * end)


def check_factors(q):
    w, u, v = (sympy.Matrix(x) for x in vectors_in(q.prompt))
    assert list(sympy.Matrix.hstack(u, v).solve(w)) == list(q.answer.value)


CHECKS = {
    f.misfit_by_hand: check_misfit,
    f.best_of_three: check_best_of_three,
    f.narrower_bell: check_bell,
    f.step_of_a_fit: check_step,
    f.two_unknowns: check_solution,
    f.three_unknowns: check_solution,
    f.number_of_solutions: check_number_of_solutions,
    f.combine: check_combine,
    f.missing_vector: check_missing_vector,
    f.part_of_the_way: check_part_of_the_way,
    f.factors_of_a_combination: check_factors,
}
