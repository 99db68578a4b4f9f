r"""Read a question as an author writes it: the prompt, a list of answers, the solution.

::

    What is the trace of $\begin{pmatrix}4 & 1\\2 & 3\end{pmatrix}$?

    - [x] 7
    - [ ] 10
      > That is the determinant.
    - [ ] otherwise
      > The trace adds up the diagonal.

    $4 + 3 = 7$.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Self

import numpy as np
from mlmath import figures
from mlmath.practice import (
    Choice,
    Entries,
    FigureState,
    Matching,
    Number,
    Option,
    Pair,
    Question,
    Wrong,
)
from mlmath.practice.expression import Unreadable
from mlmath.practice.question import MESSAGES, Answer

from practice.values import read_value, write_tex

ITEM = re.compile(r"- \[([ xX])\] +(.*)")
FENCE = re.compile(r" {0,3}(`{3,}|~{3,}|:{3,})(.*)")
ARROW = re.compile(r"\s+(?:→|->)\s+")
OTHERWISE = "otherwise"

Lines = list[tuple[int, str]]
Options = Mapping[str, Any]


class Mistake(ValueError):
    """Something in a question that cannot be: what, and on which line."""

    def __init__(self, message: str, line: int):
        super().__init__(message)
        self.line = line


class Passage(str):
    """A piece of Markdown that knows on which line of the page it begins."""

    line: int

    def __new__(cls, text: str, line: int) -> Self:
        """Return the text, with its line."""
        passage = super().__new__(cls, text)
        passage.line = line
        return passage


@dataclass
class Item:
    """One line of the list of answers, and the feedback under it."""

    text: Passage
    feedback: Passage
    right: bool


def read_question(lines: Lines, options: Options) -> Question:
    """Return the question that the author wrote; raise `Mistake` where it cannot be one."""
    kind = options["kind"]
    prompt, items, solution = split(lines)
    start = lines[0][0] if lines else 0
    if not prompt:
        raise Mistake("nothing is asked before the list of answers", start)
    if not items:
        raise Mistake("there is no list of answers: - [x] right, - [ ] wrong", start)
    for item in items:
        if not item.feedback and not item.right:
            raise Mistake(
                f"nothing is said to the wrong answer {item.text!s}: > feedback", item.text.line
            )
    otherwise = [item for item in items if not item.right and item.text == OTHERWISE]
    items = [item for item in items if item not in otherwise]
    if not any(item.right for item in items):
        raise Mistake("there is no right answer: - [x]", start)
    try:
        answer = ANSWERS[kind](items, options)
    except Mistake:
        raise
    except ValueError as error:  # refused by the model
        raise Mistake(str(error), items[0].text.line) from error
    if not solution and kind not in ("choice", "choices"):
        raise Mistake("there is no solution after the list of answers", start)
    said = otherwise[0].feedback if otherwise else ""
    return Question(prompt, answer, solution, said, options.get("hint", ""))


# The parts of the text


def split(lines: Lines) -> tuple[Passage, list[Item], Passage]:
    """Return the prompt, the answers and the solution."""
    start = next(first_items(lines), len(lines))
    end = start
    for position, (_, text) in enumerate(lines[start:], start):
        if ITEM.match(text) or text.startswith("  "):
            end = position + 1
        elif text.strip():
            break
    items: list[Lines] = []
    for line in lines[start:end]:
        if ITEM.match(line[1]):
            items.append([])
        items[-1].append(line)
    return passage(lines[:start]), [read_item(item) for item in items], passage(lines[end:])


def first_items(lines: Lines) -> Iterator[int]:
    """Give the positions of items that are not inside a fence."""
    fence = ""
    for position, (_, text) in enumerate(lines):
        if mark := FENCE.match(text):
            if not fence:
                fence = mark[1]
            elif mark[1].startswith(fence) and not mark[2].strip():
                fence = ""
        elif not fence and ITEM.match(text):
            yield position


def passage(lines: Lines) -> Passage:
    """Join lines to one piece, without the blank ones around it."""
    while lines and not lines[0][1].strip():
        lines = lines[1:]
    return Passage("\n".join(text for _, text in lines).rstrip(), lines[0][0] if lines else 0)


def read_item(lines: Lines) -> Item:
    """Split an item into the answer and the quotation under it."""
    line, first = lines[0]
    mark = ITEM.match(first)
    rest = [(number, text[2:]) for number, text in lines[1:]]
    quoted = next((i for i, (_, text) in enumerate(rest) if text.startswith(">")), len(rest))
    text = passage([(line, mark[2]), *rest[:quoted]])
    feedback = passage([(number, re.sub("^> ?", "", text)) for number, text in rest[quoted:]])
    return Item(text, feedback, mark[1] != " ")


# The kinds of answers


def read_choice(items: list[Item], options: Options) -> Choice:
    """Return options to choose from; to a right one nothing more need be said."""
    return Choice(
        tuple(
            Option(item.text, item.feedback or MESSAGES["right"], item.right) for item in items
        ),
        several=options["kind"] == "choices",
    )


def read_number(items: list[Item], options: Options) -> Number:
    """Return a number."""
    right, value, wrong = read_values(items)
    if isinstance(value, tuple):
        raise Mistake(f"{right.text!s} is no number, but a vector or matrix", right.text.line)
    return Number(
        value,
        wrong,
        options.get("tolerance", Number.tolerance),
        options.get("label", ""),
        write_tex(right.text),
    )


def read_entries(items: list[Item], options: Options) -> Entries:
    """Return a vector or a matrix."""
    right, value, wrong = read_values(items)
    depth = {"vector": 1, "matrix": 2}[options["kind"]]
    if len(shape(value)) != depth:
        wanted = "(1, 2)" if depth == 1 else "[[1, 2], [3, 4]]"
        message = f"{right.text!s} is no {options['kind']}: write it like {wanted}"
        raise Mistake(message, right.text.line)
    return Entries(
        value,
        wrong,
        options.get("tolerance", Entries.tolerance),
        "up-to-scale" in options,
        options.get("label", ""),
        write_tex(right.text),
    )


def read_matching(items: list[Item], options: Options) -> Matching:
    """Return pairs: ``- [x] left → right``, or ``->``."""
    pairs = []
    for item in items:
        sides = ARROW.split(item.text)
        if len(sides) != 2 or not item.right:
            message = f"{item.text!s} is no pair: - [x] left -> right"
            raise Mistake(message, item.text.line)
        left, right = (Passage(side, item.text.line) for side in sides)
        pairs.append(Pair(left, right, item.feedback))
    return Matching(tuple(pairs))


def read_figure(items: list[Item], options: Options) -> FigureState:
    """Return a figure and the conditions on its state: ``- [x] eigenline_count(count=1)``."""
    if "figure" not in options:
        raise Mistake("there is no :figure: PlaneExplorer(...)", items[0].text.line)
    try:
        names = {name: getattr(figures, name) for name in figures.__all__}
        figure = eval(options["figure"], {"np": np, **names})
    except Exception as error:  # whatever an author's expression may raise
        message = f"bad figure {options['figure']!r}: {type(error).__name__}: {error}"
        raise Mistake(message, items[0].text.line) from error
    right = only_right(items)
    wrong = [Wrong(read_condition(item), item.feedback) for item in items if item is not right]
    return FigureState(figure, *read_condition(right), tuple(wrong))


def read_condition(item: Item) -> tuple[str, dict[str, Any]]:
    """Return a condition's name and its arguments."""
    try:
        call = ast.parse(item.text.strip("`"), mode="eval").body
        if isinstance(call, ast.Call) and not call.args:
            given = {word.arg: ast.literal_eval(word.value) for word in call.keywords}
            return call.func.id, given
        return call.id, {}
    except (SyntaxError, AttributeError, ValueError) as error:
        message = f"{item.text!s} is no condition: name or name(argument=value)"
        raise Mistake(message, item.text.line) from error


def read_values(items: list[Item]) -> tuple[Item, Any, tuple[Wrong, ...]]:
    """Return the right item with its value, and the wrong values."""
    right = only_right(items)
    values = []
    for item in items:
        try:
            values.append(read_value(item.text.strip("`")))
        except Unreadable as error:
            message = f"{item.text!s} is no value: {MESSAGES[error.reason]}"
            raise Mistake(message, item.text.line) from error
    value = values[items.index(right)]
    for item, other in zip(items, values, strict=True):
        if shape(other) is None or shape(other) != shape(value):
            message = f"{item.text!s} has not the shape of the right answer {right.text!s}"
            raise Mistake(message, item.text.line)
    wrong = (
        Wrong(other, item.feedback)
        for item, other in zip(items, values, strict=True)
        if item is not right
    )
    return right, value, tuple(wrong)


def shape(value: Any) -> tuple[int, ...] | None:
    """Return the shape of a number, a vector or a matrix; None if rows differ."""
    if not isinstance(value, tuple):
        return ()
    inner = {shape(part) for part in value}
    if len(inner) > 1 or None in inner:
        return None
    return (len(value), *inner.pop())


def only_right(items: list[Item]) -> Item:
    """Return the one right item."""
    right, *more = (item for item in items if item.right)
    if more:
        raise Mistake("there is more than one right answer", more[0].text.line)
    return right


ANSWERS: dict[str, Callable[[list[Item], Options], Answer]] = {
    "number": read_number,
    "vector": read_entries,
    "matrix": read_entries,
    "choice": read_choice,
    "choices": read_choice,
    "matching": read_matching,
    "figure": read_figure,
}
"""How each kind of question reads its list of answers."""
