"""Read a number as people type it: ``3``, ``−0,5``, ``3/4``, ``sqrt(2)/2``, ``2π``.

The page's script reads answers by the same rules; a table of cases holds the two together.

    sum    = term (("+" | "-") term)*
    term   = factor (("*" | "/")? factor)*      without a sign between: not before a number
    factor = ("+" | "-") factor | atom ("^" factor)?
    atom   = number | "pi" | "e" | "sqrt" atom | "(" sum ")"

A comma is a decimal point, except where it could as well separate thousands (``1,000``).
"""

from __future__ import annotations

import math
import re

SPELLINGS = {
    "−": "-",
    "–": "-",
    "—": "-",
    "×": "*",
    "·": "*",
    "⋅": "*",
    "**": "^",
    "÷": "/",
    "∕": "/",
    "⁄": "/",
    "√": "sqrt",
    "π": "pi",
}
TOKEN = re.compile(
    r"[ \t\n\r\u00a0\u2009\u202f]*"
    r"((?:[0-9]+(?:\.[0-9]*|,[0-9]+)?|[.,][0-9]+)(?:e[+-]?[0-9]+)?|sqrt|pi|e|[-+*/^()])"
)
LONGEST = 100  # characters: more is no answer, and could nest too deeply


class Unreadable(ValueError):
    """A text that is no number; `reason` is the key of the message that says why."""

    def __init__(self, reason: str):
        super().__init__(reason)
        self.reason = reason


def read_number(text: str) -> float:
    """Return the finite number that a text stands for.

    Raises
    ------
    Unreadable
        With the key of a message: ``empty``, ``unreadable``, ``thousands``, ``large``,
        ``division`` or ``root``.

    Examples
    --------
    >>> [read_number(text) for text in ("−0,5", "3/4", "2^-1", "1.5e2", "2(1+1)")]
    [-0.5, 0.75, 0.5, 150.0, 4.0]
    >>> read_number("1,000")
    Traceback (most recent call last):
    ...
    mlmath.practice.expression.Unreadable: thousands
    """
    tokens = read_tokens(text)
    value = read_sum(tokens)
    if tokens:
        raise Unreadable("unreadable")
    return finite(value)


def read_tokens(text: str) -> list[str]:
    """Return the parts of a text, last first, so that `pop` takes the next."""
    for found, meant in SPELLINGS.items():
        text = text.replace(found, meant)
    text = text.strip(" \t\n\r\u00a0\u2009\u202f").lower()
    if not text:
        raise Unreadable("empty")
    if len(text) > LONGEST:
        raise Unreadable("unreadable")
    tokens, position = [], 0
    while position < len(text):
        match = TOKEN.match(text, position)
        if match is None:
            raise Unreadable("unreadable")
        tokens.append(match[1])
        position = match.end()
    return tokens[::-1]


def read_sum(tokens: list[str]) -> float:
    """Return the value of a sum and take its tokens away."""
    value = read_term(tokens)
    while tokens and tokens[-1] in "+-":
        sign = 1 if tokens.pop() == "+" else -1
        value += sign * read_term(tokens)
    return value


def read_term(tokens: list[str]) -> float:
    """Return the value of a product or quotient."""
    value = read_factor(tokens)
    while tokens and (tokens[-1] in "*/" or tokens[-1] in ("(", "sqrt", "pi", "e")):
        sign = tokens.pop() if tokens[-1] in "*/" else "*"
        factor = read_factor(tokens)
        if sign == "/" and factor == 0:
            raise Unreadable("division")
        value = value / factor if sign == "/" else value * factor
    return value


def read_factor(tokens: list[str]) -> float:
    """Return the value of a signed power."""
    if tokens and tokens[-1] in "+-":
        return read_factor(tokens) if tokens.pop() == "+" else -read_factor(tokens)
    value = read_atom(tokens)
    if tokens and tokens[-1] == "^":
        tokens.pop()
        return power(value, read_factor(tokens))
    return value


def read_atom(tokens: list[str]) -> float:
    """Return the value of a number, a constant, a root or a bracket."""
    token = tokens.pop() if tokens else ""
    if token == "pi":
        return math.pi
    if token == "e":
        return math.e
    if token == "sqrt":
        radicand = read_atom(tokens)
        if radicand < 0:
            raise Unreadable("root")
        return math.sqrt(radicand)
    if token == "(":
        value = read_sum(tokens)
        if not tokens or tokens.pop() != ")":
            raise Unreadable("unreadable")
        return value
    if token[:1] not in tuple("0123456789.,"):
        raise Unreadable("unreadable")
    if re.fullmatch("[1-9][0-9]{0,2},[0-9]{3}", token):
        raise Unreadable("thousands")
    return finite(float(token.replace(",", ".")))


def power(base: float, exponent: float) -> float:
    """Return a power, or say why there is none."""
    if base == 0 and exponent < 0:
        raise Unreadable("division")
    try:
        return math.pow(base, exponent)
    except OverflowError:
        raise Unreadable("large") from None
    except ValueError:
        raise Unreadable("root") from None


def finite(value: float) -> float:
    """Return the value if it is finite."""
    if not math.isfinite(value):
        raise Unreadable("large")
    return value
