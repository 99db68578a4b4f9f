"""Each family's key is worked out once more, in another way, from what the question says.

The checks of further subjects are the `CHECKS` of the files test_*_families.py beside this one;
what is asked of every family is asked of theirs too. The checks know the question's data, and that the data stand in the prompt; they share no code
with the families.
"""

from __future__ import annotations

import importlib
import itertools
import pkgutil
import re
from fractions import Fraction
from functools import cache
from pathlib import Path

import networkx as nx
import numpy as np
import pytest
import sympy
from mlmath import practice
from mlmath.practice import (
    Choice,
    Entries,
    Family,
    Matching,
    Number,
    Question,
    ask,
    find_family,
)
from mlmath.practice import diagonalisation as d
from mlmath.practice import eigenvectors as e
from mlmath.practice import pagerank as p
from mlmath.practice.question import MESSAGES
from prompts import links_in, matrices_in, numbers_in, pages_in, right_options, vectors_in

SEEDS = range(200)


variant = cache(Family.variant)


def all_families() -> list[Family]:
    """Return every family in the package."""
    modules = [
        importlib.import_module(f"mlmath.practice.{module.name}")
        for module in pkgutil.iter_modules(practice.__path__)
    ]
    found = {
        x.name: x for module in modules for x in vars(module).values() if isinstance(x, Family)
    }
    return list(found.values())


# The checks: True if an answer is what the prompt asks for


def eigenlines(A) -> str:
    """Count the eigenlines of a 2×2 matrix by the rank of A − λI."""
    return eigenlines_of(tuple(map(tuple, A)))


@cache
def eigenlines_of(A: tuple) -> str:
    """Count them once for each matrix."""
    A = sympy.Matrix(A).applyfunc(sympy.nsimplify)
    lines = 0
    for value, _, vectors in A.eigenvects():
        if sympy.im(value) == 0:
            if len(vectors) == 2:
                return "every line"
            lines += 1
    return {0: "none", 1: "exactly one", 2: "exactly two"}[lines]


def stays(A, x) -> bool:
    """Whether A x is a multiple of x ≠ 0."""
    A, x = sympy.Matrix(A), sympy.Matrix(x)
    return any(x) and sympy.Matrix.hstack(x, A * x).rank() == 1


def check_which_vectors(q):
    (A,) = matrices_in(q.prompt)
    for option in q.answer.options:
        ((x,),) = ([vectors_in(option.text)],)
        assert stays(A, x[0] if isinstance(x[0], list) else x) == option.right


def check_lines_kept(q):
    A = np.array(q.data["A"])
    # the words, as one map after the other
    words, expected = q.prompt, np.eye(2)
    numbers = [int(x) for x in re.findall(r"-?\d+", words)]
    if "rotates" in words:
        angle = np.deg2rad(numbers[0])
        turn = complex(np.cos(angle), np.sin(angle))
        expected = np.array([[turn.real, -turn.imag], [turn.imag, turn.real]])
        if "stretches" in words:
            expected = expected * numbers[1]
    elif "stretches" in words:
        expected = expected * numbers[0]
    elif "multiplies" in words:
        expected = np.diag(numbers)
    elif "horizontal" in words:
        expected = np.column_stack([(1, 0), numbers[2:4]])
    elif "vertical" in words:
        expected = -np.column_stack([numbers[2:4], (0, 1)])
    else:
        u = np.array(numbers) / np.hypot(*numbers)
        expected = np.outer(u, u) if "nearest" in words else 2 * np.outer(u, u) - np.eye(2)
    assert np.allclose(A, expected)
    values, vectors = np.linalg.eig(A)
    real = np.isclose(values.imag, 0)
    if np.allclose(A, A[0, 0] * np.eye(2)):
        lines = "every line"
    elif not real.any():
        lines = "none"
    else:
        parallel = abs(np.linalg.det(vectors)) < 1e-6
        lines = "exactly one" if parallel else "exactly two"
    assert right_options(q) == [lines]


def check_match_maps(q):
    tests = {
        "both axes, and no other line": [(1, 0), (0, 1)],
        "the lines through $(1, 1)$ and $(1, -1)$, and no other": [(1, 1), (1, -1)],
        "the horizontal axis only": [(1, 0)],
        "the vertical axis only": [(0, 1)],
        "no line": [],
    }
    directions = [v for v in itertools.product(range(-5, 6), repeat=2) if any(v)]
    for pair in q.answer.pairs:
        (A,) = matrices_in(pair.left)
        kept = [
            (x, y)
            for x, y in directions
            if x * (A[1][0] * x + A[1][1] * y) == y * (A[0][0] * x + A[0][1] * y)
        ]
        if pair.right == "every line":
            assert kept == directions
        else:
            lines = tests[pair.right]
            assert kept == [
                v for v in directions if any(v[0] * y == v[1] * x for x, y in lines)
            ]
            assert eigenlines(A) == ["none", "exactly one", "exactly two"][len(lines)]


def check_mirror_and_shadow(q):
    (u,) = vectors_in(q.prompt)
    (value,) = numbers_in(q.prompt)
    u = np.array(u, dtype=float) / float(np.hypot(*map(float, u)))
    shadow = np.outer(u, u)
    A = 2 * shadow - np.eye(2) if "reflects" in q.prompt else shadow
    assert np.allclose(A @ q.answer.value, float(value) * np.array(q.answer.value))


def check_characteristic_coefficients(q):
    (A,) = matrices_in(q.prompt)
    x = sympy.Symbol("x")
    polynomial = sympy.Matrix(A).charpoly(x)
    assert polynomial.all_coeffs() == [1, *q.answer.value]


def check_eigenvalues_from_trace(q):
    (A,) = matrices_in(q.prompt)
    assert sorted(sympy.Matrix(A).eigenvals()) == list(q.answer.value)


def check_eigenvector_of_eigenvalue(q):
    (A,), (value,) = matrices_in(q.prompt), numbers_in(q.prompt)[:1]
    x = np.array(q.answer.value)
    assert x.any() and np.array_equal(np.array(A) @ x, value * x)


def check_other_eigenvalue(q):
    number_, *known = numbers_in(q.prompt)
    if "are equal to" in q.prompt:
        known *= 2
    values = [*known, q.answer.value]
    assert f"${len(values)}\\times{len(values)}$" in q.prompt
    D = np.diag([float(x) for x in values])
    found = np.trace(D) if "trace" in q.prompt else np.linalg.det(D)
    assert np.isclose(found, float(number_))


def check_count_eigenlines(q):
    (A,) = matrices_in(q.prompt)
    assert right_options(q) == [eigenlines(A)]


def check_complex_pair(q):
    (A,) = matrices_in(q.prompt)
    alpha, beta = q.answer.value
    values = np.linalg.eigvals(np.array(A, dtype=float))
    assert beta > 0 and np.allclose(sorted(values.imag), [-beta, beta])
    assert np.allclose(values.real, alpha)


def check_eigenbasis_coordinates(q):
    v, w, x = vectors_in(q.prompt)
    P = np.array([v, w], dtype=float).T
    assert np.allclose(np.linalg.solve(P, np.array(x, dtype=float)), q.answer.value)


def check_many_steps(q):
    v, w, *_, x = vectors_in(q.prompt)
    first, second = numbers_in(q.prompt)
    k = int(re.search(r"A\^(\d)", q.prompt)[1])
    P = sympy.Matrix([v, w]).T
    A = P * sympy.diag(first, second) * P.inv()
    assert list(A**k * sympy.Matrix(x)) == list(q.answer.value)


def check_matrix_power(q):
    A, P, D, inverse = (np.array(M) for M in matrices_in(q.prompt))
    assert np.array_equal(P @ D @ inverse, A) and np.array_equal(P @ inverse, np.eye(2))
    k = int(re.search(r"Find \$A\^(\d)\$", q.prompt)[1])
    assert np.array_equal(np.linalg.matrix_power(A.astype(int), k), q.answer.value)


def check_matrix_from_eigenvectors(q):
    v, w = vectors_in(q.prompt)
    first, second = numbers_in(q.prompt)
    P = sympy.Matrix([v, w]).T
    A = sympy.Matrix(q.answer.value)
    assert A * P == P * sympy.diag(first, second)


def check_not_diagonalisable(q):
    for option in q.answer.options:
        (A,) = matrices_in(option.text)
        real = sympy.Matrix(A).is_diagonalizable(reals_only=True)
        assert option.right == (not real)


def check_long_run_share(q):
    leave, back = (float(x) / 100 for x in numbers_in(q.prompt))
    A = np.array([[1 - leave, back], [leave, 1 - back]])
    assert np.allclose(np.linalg.matrix_power(A, 200)[0], float(q.answer.value))


def check_related_matrix(q):
    value, written = q.data["value"], q.data["kind"]
    assert f"eigenvalue ${value}$" in q.prompt and f"of ${written}$?" in q.prompt
    code = (
        re.sub(r"(\d)([AI])", r"\1*\2", written).replace("^{-1}", ".inv()").replace("^", "**")
    )
    A = sympy.Matrix([[value, 1], [0, 7]])
    result = eval(code, {"A": A, "I": sympy.eye(2)})
    assert result[0, 0] == q.answer.value and result[1, 0] == 0


def check_error_factor(q):
    _, second, first = sorted(map(abs, numbers_in(q.prompt)))
    assert q.answer.value == second / first
    # x = (1, 1, 1) in the eigenbasis after k steps, scaled to 1 in the dominant direction
    errors = [
        sum((abs(x) / first) ** (2 * k) for x in numbers_in(q.prompt)) - 1 for k in (400, 401)
    ]
    assert np.isclose(np.sqrt(float(errors[1] / errors[0])), float(q.answer.value))


def check_perpendicular_partner(q):
    (A,), (x,) = matrices_in(q.prompt), vectors_in(q.prompt)
    (value,) = numbers_in(q.prompt)[-1:]
    assert stays(A, x) and np.array_equal(np.array(A) @ x, value * np.array(x))
    y = q.answer.value
    assert stays(A, y) and not np.array_equal(np.array(A) @ y, value * np.array(y))


def check_write_link_matrix(q):
    n = pages_in(q.prompt)
    graph = nx.DiGraph()
    graph.add_nodes_from(range(n))
    graph.add_edges_from(links_in(q.prompt))
    weighted = nx.stochastic_graph(graph)
    L = nx.to_numpy_array(weighted, nodelist=range(n)).T
    assert np.allclose(L, np.array(q.answer.value, dtype=float))


def check_ranks_by_hand(q):
    n = pages_in(q.prompt)
    graph = nx.DiGraph(links_in(q.prompt))
    ranks = nx.pagerank(graph, alpha=1 - 1e-12, tol=1e-12, max_iter=10**5)
    assert sum(q.answer.value) == 1
    assert np.allclose(
        [ranks[i] for i in range(n)], [float(x) for x in q.answer.value], atol=1e-6
    )


def check_damped_click(q):
    n = pages_in(q.prompt)
    (r,) = vectors_in(q.prompt)
    damping = Fraction(re.search(r"d = ([\d.]+)", q.prompt)[1])
    page = "ABCD".index(re.search(r"surfer on ([A-D]) afterwards", q.prompt)[1])
    assert sum(r) == 1
    links = links_in(q.prompt)
    after = Fraction(0)
    for j in range(n):
        targets = [target for source, target in links if source == j] or list(range(n))
        after += damping * r[j] * Fraction(targets.count(page), len(targets))
        after += (1 - damping) * r[j] / n
    assert after == q.answer.value


CHECKS = {
    e.which_vectors: check_which_vectors,
    e.lines_kept: check_lines_kept,
    e.match_maps: check_match_maps,
    e.mirror_and_shadow: check_mirror_and_shadow,
    e.characteristic_coefficients: check_characteristic_coefficients,
    e.eigenvalues_from_trace: check_eigenvalues_from_trace,
    e.eigenvector_of_eigenvalue: check_eigenvector_of_eigenvalue,
    e.other_eigenvalue: check_other_eigenvalue,
    e.count_eigenlines: check_count_eigenlines,
    e.complex_pair: check_complex_pair,
    d.eigenbasis_coordinates: check_eigenbasis_coordinates,
    d.many_steps: check_many_steps,
    d.matrix_power: check_matrix_power,
    d.matrix_from_eigenvectors: check_matrix_from_eigenvectors,
    d.not_diagonalisable: check_not_diagonalisable,
    d.long_run_share: check_long_run_share,
    p.related_matrix: check_related_matrix,
    p.error_factor: check_error_factor,
    p.perpendicular_partner: check_perpendicular_partner,
    p.write_link_matrix: check_write_link_matrix,
    p.ranks_by_hand: check_ranks_by_hand,
    p.damped_click: check_damped_click,
}
for file in sorted(Path(__file__).parent.glob("test_*_families.py")):
    CHECKS |= importlib.import_module(file.stem).CHECKS
each_family = pytest.mark.parametrize("family", CHECKS, ids=lambda family: family.name)


def test_no_family_goes_unchecked():
    assert {family.name for family in all_families()} == {family.name for family in CHECKS}


@each_family
def test_the_key_is_right_for_200_seeds(family):
    for seed in SEEDS:
        CHECKS[family](variant(family, seed))


@each_family
def test_every_wrong_answer_is_marked_wrong_and_told_why(family):
    for seed in SEEDS:
        question = variant(family, seed)
        answer = question.answer
        assert question.mark(right_answer(question)).right, seed
        for value, feedback in wrong_answers(answer):
            result = question.mark(value)
            assert result.tried and not result.right, (seed, value)
            assert feedback in result.feedback and feedback.strip(), (seed, value)


def right_answer(question: Question):
    """Return an answer that is right, in the form that `mark` takes."""
    answer = question.answer
    if isinstance(answer, Choice):
        return "".join(letter for letter, option in answer.lettered() if option.right)
    if isinstance(answer, Matching):
        letters = dict(zip(answer.choices, "abcdefgh", strict=False))
        return "".join(letters[pair.right] for pair in answer.pairs)
    return answer.value


def wrong_answers(answer):
    """Give answers that are wrong and the feedback that they must get."""
    if isinstance(answer, Choice):
        for letter, option in answer.lettered():
            if not option.right:
                yield letter, option.feedback
    elif isinstance(answer, Matching):
        for i, pair in enumerate(answer.pairs):
            other = (answer.choices.index(pair.right) + 1) % len(answer.choices)
            letters = [("abcdefgh"[answer.choices.index(x.right)]) for x in answer.pairs]
            letters[i] = "abcdefgh"[other]
            yield "".join(letters), pair.feedback
    else:
        for wrong in answer.wrong:
            yield wrong.value, wrong.feedback


@each_family
def test_misconceptions_are_named(family):
    answers = [variant(family, seed).answer for seed in SEEDS]
    counts = [len(answer.wrong) for answer in answers if isinstance(answer, Number | Entries)]
    assert all(counts) and (not counts or np.mean(counts) > 2.5)
    for answer in answers:
        if isinstance(answer, Choice):
            said = [option.feedback for option in answer.options if not option.right]
            said += {option.feedback for option in answer.options if option.right}
            assert len(set(said)) == len(said), said


@each_family
def test_twenty_variants_all_ask_something_else(family):
    variants = family.variants(20)
    assert len({(q.prompt, q.answer.shown()) for q in variants}) == 20
    assert len({q.kind for q in variants}) == 1
    assert family.variants(20) == variants


@each_family
def test_the_solution_leads_to_the_answer(family):
    for seed in SEEDS:
        question = variant(family, seed)
        answer, solution = question.answer, question.solution
        assert len(solution) > 60, seed
        if isinstance(answer, Number | Entries):
            entries = re.split(
                r", |&|\\\\", re.sub(r"[\w\\]*\{pmatrix\}|[$()]", "", answer.shown())
            )
            entries = [
                entry.removesuffix(" or any multiple of it but zero") for entry in entries
            ]
            assert all(entry.strip() in solution for entry in entries), (seed, entries)
        elif isinstance(answer, Matching):
            assert all(pair.left in solution for pair in answer.pairs)


@each_family
def test_numbers_come_out_well(family):
    for seed in SEEDS:
        question = variant(family, seed)
        for matrix in matrices_in(question.prompt):
            assert max(abs(x) for row in matrix for x in row) <= 16, seed
        answer = question.answer
        if isinstance(answer, Number):
            assert Fraction(answer.value).denominator <= 1000
        if isinstance(answer, Entries):
            values = np.array(answer.value, dtype=object).ravel()
            assert max(abs(x) for x in values) <= 1500, seed
            assert all(Fraction(x).denominator <= 25 for x in values), seed


@each_family
def test_texts_are_whole(family):
    for seed in SEEDS:
        question = variant(family, seed)
        texts = [question.prompt, question.solution, question.otherwise, question.hint]
        texts += [feedback for _, feedback in wrong_answers(question.answer)]
        for text in texts:
            assert text.count("$") % 2 == 0 and text.count("{") == text.count("}"), text
            assert not re.search(r"Fraction|None|\bnan\b|array|np\.|\+ -|- -|\+ \+|  ", text), (
                text
            )
            assert not re.search(r"(?<![\d.])1(?:I|A|[a-z])\b|\b1\\lambda", text), text
        prompt = question.prompt.replace("\n\\end{aligned}", "")
        assert prompt.strip().endswith((".", "?", ".\n$$", "?\n$$"))
        assert question.hint


def test_asking_shows_the_question_and_marks_the_answer():
    asked = ask(e.other_eigenvalue, seed=3)
    question = e.other_eigenvalue.variant(3)
    assert question.prompt.strip() in repr(asked) == asked._repr_markdown_()
    assert "variant 3" in repr(asked) and repr(asked) == repr(ask(e.other_eigenvalue, 3))
    assert asked.mark(question.answer.value).right
    assert asked.mark("").feedback == MESSAGES["empty"]
    assert question.solution in asked.solution and asked.hint == question.hint
    assert repr(asked.solution) == asked.solution == asked.solution._repr_markdown_()


@pytest.mark.parametrize(
    "family", [e.which_vectors, e.match_maps, e.eigenvalues_from_trace, d.matrix_power]
)
def test_a_question_in_a_notebook_says_how_to_answer(family):
    asked = ask(family, seed=0)
    example = re.search(r"mark\((.*?)\)[:;.]", repr(asked))[1]
    result = asked.mark(eval(example))
    assert result.tried or family is e.match_maps  # there the example has three letters


def test_asking_without_a_seed_says_which_variant_it_was():
    asked = ask(e.other_eigenvalue)
    assert repr(ask(e.other_eigenvalue, asked.seed)) == repr(asked)


def test_only_families_can_be_asked_and_found():
    with pytest.raises(TypeError, match="question family"):
        ask("eigenvectors")
    assert find_family("mlmath.practice.eigenvectors.other_eigenvalue") is e.other_eigenvalue
    for name in ("other_eigenvalue", "mlmath.practice.eigenvectors.nobody", "nobody.here"):
        with pytest.raises(ValueError, match="no question family"):
            find_family(name)
    with pytest.raises(TypeError, match="not a question family"):
        find_family("mlmath.practice.eigenvectors.pick")


def test_a_family_that_is_too_small_says_so():
    family = Family(lambda rng: Question("One?", Number(int(rng.integers(3))), "!"))
    assert len(family.variants(3)) == 3
    with pytest.raises(ValueError, match="only 3 different questions, not 4"):
        family.variants(4)


def test_neighbouring_families_begin_with_different_numbers():
    def draw(rng: np.random.Generator) -> Question:
        return Question("Which?", Number(int(rng.integers(10**6))), "!")

    def other(rng: np.random.Generator) -> Question:
        return draw(rng)

    here, beside = Family(draw), Family(other)
    assert here.variant(0) == Family(draw).variant(0)
    assert here.variant(0) != beside.variant(0)
