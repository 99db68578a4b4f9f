"""What stands in a question: numbers, vectors, matrices, systems, webs, right options."""

from __future__ import annotations

import re
from fractions import Fraction

import sympy
from mlmath.practice import Question


def matrices_in(text: str) -> list[list[list[Fraction]]]:
    """Return the matrices of a text in TeX."""
    bodies = re.findall(r"\\begin\{pmatrix\}(.*?)\\end\{pmatrix\}", text, re.DOTALL)
    return [[[number(x) for x in row.split("&")] for row in b.split(r"\\")] for b in bodies]


def number(text: str) -> Fraction:
    """Return a number in TeX."""
    fraction = re.fullmatch(r"(-?)\\tfrac\{(\d+)\}\{(\d+)\}", text.strip())
    if fraction:
        return int(f"{fraction[1]}1") * Fraction(int(fraction[2]), int(fraction[3]))
    return Fraction(text.strip())


def vectors_in(text: str) -> list[list[Fraction]]:
    """Return the vectors of numbers, in running text, of a text in TeX."""
    found = re.findall(r"\((-?[\d.]+(?:, -?[\d.]+)+)\)", text)
    return [[Fraction(x) for x in vector.split(", ")] for vector in found]


def numbers_in(text: str) -> list[Fraction]:
    """Return the numbers between dollars that stand alone."""
    return [Fraction(x) for x in re.findall(r"\$(-?\d+)(?:\\,\\%)?\$", text)]


def system_in(text: str) -> tuple[sympy.Matrix, sympy.Matrix]:
    """Return the coefficients and the right sides of the equations under each other."""
    body = re.search(r"aligned\}\n(.*)\n\\end", text, re.DOTALL)[1]
    lines = [line.replace(" ", "").split("&=") for line in body.split(" \\\\\n")]
    rows = [
        {name: int(f"{factor}1" if factor in "+-" else factor) for factor, name in terms}
        for terms in (re.findall(r"([+-]?\d*)([xyz])", left) for left, _ in lines)
    ]
    names = sorted({name for row in rows for name in row})
    A = sympy.Matrix([[row.get(name, 0) for name in names] for row in rows])
    return A, sympy.Matrix([int(right) for _, right in lines])


def number_of_solutions(A: sympy.Matrix, b: sympy.Matrix) -> str:
    """Return how many solutions a system has, as the options of a question say it."""
    if A.rank() < A.row_join(b).rank():
        return "none"
    return "exactly one" if A.rank() == A.cols else "infinitely many"


def links_in(text: str) -> list[tuple[int, int]]:
    """Return the links that a sentence lists."""
    pairs = []
    for page, targets in re.findall(
        r"([A-D]) links to ([A-D](?:, [A-D])*(?: and [A-D])?|nobody)", text
    ):
        names = re.findall(r"\b[A-D]\b", targets)
        pairs += [("ABCD".index(page), "ABCD".index(name)) for name in names]
    return pairs


def pages_in(text: str) -> int:
    """Return how many pages a web in words has."""
    return {"three": 3, "four": 4}[re.search("web of (three|four) pages", text)[1]]


def right_options(question: Question) -> list[str]:
    """Return the texts of the options that are right."""
    return [option.text for option in question.answer.options if option.right]
