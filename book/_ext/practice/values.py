"""Numbers, vectors and matrices as an author writes them in a list of answers.

``3/4``, ``sqrt(2)/2``, ``(2, -1)``, ``[[1, 2], [3, 4]]``: their values, and how they look in TeX.
"""

from __future__ import annotations

import ast

from mlmath.practice.expression import read_number

OPEN, CLOSE = "([", ")]"
PRECEDENCE = {ast.Add: 1, ast.Sub: 1, ast.Mult: 2, ast.Div: 2, ast.USub: 3, ast.Pow: 4}
ATOM = 5


def parts(text: str) -> list[str] | None:
    """Return the entries of a vector or the rows of a matrix; None for a number.

    Examples
    --------
    >>> parts("(1, sqrt(2)/2)"), parts("[[1, 2], [3, 4]]"), parts("(1 + 2)/3")
    (['1', 'sqrt(2)/2'], ['[1, 2]', '[3, 4]'], None)
    """
    text = text.strip()
    if not text or text[0] not in OPEN:
        return None
    depth, cuts = 0, [0]
    for position, character in enumerate(text):
        depth += (character in OPEN) - (character in CLOSE)
        if depth == 0 and position < len(text) - 1:
            return None
        if depth == 1 and character == ",":
            cuts.append(position)
    if depth or (len(cuts) == 1 and text[0] == "("):
        return None
    ends = [*cuts[1:], len(text) - 1]
    return [text[cut + 1 : end].strip() for cut, end in zip(cuts, ends, strict=True)]


def read_value(text: str) -> float | tuple:
    """Return the value of an expression, entry by entry if it is a vector or a matrix.

    Examples
    --------
    >>> read_value("(3/4, -1)"), read_value("[[1, 0], [0, 2]]")
    ((0.75, -1.0), ((1.0, 0.0), (0.0, 2.0)))
    """
    entries = parts(text)
    return read_number(text) if entries is None else tuple(map(read_value, entries))


def write_tex(text: str) -> str:
    r"""Return an expression in TeX, a vector as a column.

    Examples
    --------
    >>> print(write_tex("-sqrt(2)/2"), write_tex("2*pi"), write_tex("(1 + sqrt(5))/2"))
    -\tfrac{\sqrt{2}}{2} 2\pi \tfrac{1 + \sqrt{5}}{2}
    >>> print(write_tex("(1/2, -1)"))
    \begin{pmatrix}\tfrac{1}{2}\\-1\end{pmatrix}
    """
    rows = parts(text)
    try:
        if rows is None:
            return write_number(text)
        lines = [" & ".join(map(write_number, parts(row) or [row])) for row in rows]
    except (SyntaxError, KeyError):
        return ""  # such as 2√3: the value has to do
    return "\\begin{pmatrix}" + "\\\\".join(lines) + "\\end{pmatrix}"


def write_number(text: str) -> str:
    """Return a number in TeX as it is written, if Python can read it as well."""
    for sign, meant in {"−": "-", "^": "**", "√": "sqrt", "π": "pi"}.items():
        text = text.replace(sign, meant)
    return write(ast.parse(text.strip(), mode="eval").body)[0]


def write(node: ast.AST) -> tuple[str, int]:
    """Return a node in TeX, and how tightly it holds together."""
    if isinstance(node, ast.Constant):
        return str(node.value), ATOM
    if isinstance(node, ast.Name):
        return {"pi": "\\pi", "e": "\\mathrm{e}"}[node.id], ATOM
    if isinstance(node, ast.Call):
        return f"\\sqrt{{{write(node.args[0])[0]}}}", ATOM
    if isinstance(node, ast.UnaryOp):
        return f"-{bracketed(node.operand, PRECEDENCE[ast.USub])}", PRECEDENCE[ast.USub]
    if not isinstance(node, ast.BinOp):
        raise KeyError(node)
    holds = PRECEDENCE[type(node.op)]
    if isinstance(node.op, ast.Div):
        if isinstance(node.left, ast.UnaryOp):  # the sign stands before the fraction
            fraction = ast.BinOp(node.left.operand, node.op, node.right)
            return f"-{write(fraction)[0]}", PRECEDENCE[ast.USub]
        return f"\\tfrac{{{write(node.left)[0]}}}{{{write(node.right)[0]}}}", ATOM
    left = bracketed(node.left, holds)
    if isinstance(node.op, ast.Pow):
        return f"{bracketed(node.left, ATOM)}^{{{write(node.right)[0]}}}", holds
    if isinstance(node.op, ast.Mult):
        right = bracketed(node.right, holds)
        dot = "" if right.startswith("\\") else " \\cdot "
        return f"{left}{dot}{right}", holds
    sign = "+" if isinstance(node.op, ast.Add) else "-"
    return f"{left} {sign} {bracketed(node.right, holds + 1)}", holds


def bracketed(node: ast.AST, least: int) -> str:
    """Return a node in TeX, in brackets if it would fall apart."""
    text, holds = write(node)
    return text if holds >= least else f"({text})"
