"""A question as nodes of a page, each of its texts parsed like any other Markdown.

::

    question                     name, kind, digest
      variant                    key: what the page's script marks by
        part prompt
        part options             of part option
          or pairs               of part left, and part rights of part right
          or field               the label of a number, a vector or a matrix
          or figure
        part said                of part one: what is said to answers
        part hint
        part solution            the answer and the way there
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import fields
from string import ascii_lowercase
from typing import Any

from docutils import nodes
from mlmath.figures.markup import figure_html
from mlmath.practice import Choice, FigureState, Matching, Question
from mlmath.practice.question import MESSAGES, Answer

from practice.source import Mistake

Parse = Callable[[str], list[nodes.Node]]


class question(nodes.General, nodes.Element):
    """A question with all its variants."""


class variant(nodes.Part, nodes.Element):
    """One way to ask it."""


class part(nodes.Part, nodes.Element):
    """A part of a variant; `role` says which."""


def question_node(name: str, asked: Sequence[Question], parse: Parse) -> question:
    """Return the node of a question; `parse` turns Markdown into nodes."""
    variants = [variant_node(name, one, parse) for one in asked]
    return question(
        "",
        *variants,
        name=name,
        kind=asked[0].kind,
        digest=digest(asked),
        ids=[f"question-{name}"],
    )


def digest(asked: Sequence[Question]) -> str:
    """Return what changes when the question does: what is asked and what is right."""
    content = [[" ".join(one.prompt.split()), rightness(one.answer)] for one in asked]
    return hashlib.sha256(json.dumps(content).encode()).hexdigest()[:8]


def rightness(answer: Answer) -> Any:
    """Return what is right, without what is said to it."""
    if isinstance(answer, Choice):
        return [[option.text, option.right] for option in answer.options]
    if isinstance(answer, Matching):
        return [[pair.left, pair.right] for pair in answer.pairs]
    if isinstance(answer, FigureState):
        return [answer.figure.content()["state"], answer.condition, answer.arguments]
    return [answer.kind, plain(answer.value), answer.label]


def plain(value: Any) -> Any:
    """Return numbers, also of NumPy and fractions, as JSON has them."""
    if hasattr(value, "__len__"):
        return [plain(entry) for entry in value]
    return int(value) if float(value).is_integer() else float(value)


def variant_node(name: str, asked: Question, parse: Parse) -> variant:
    """Return the node of one way to ask a question."""
    said = part(role="said")

    def say(text: str) -> str | int:
        """Return the place of a text among those that are said; messages say themselves."""
        if not text or text in MESSAGES.values():
            return str(text)
        said.append(part("", *parse(text), role="one"))
        return len(said) - 1

    answer = asked.answer
    key = {"kind": asked.kind, **answer_key(answer, say), "otherwise": say(asked.otherwise)}
    node = variant(key=key)
    node += [
        part("", *parse(asked.prompt), role="prompt"),
        *controls(name, answer, parse),
        said,
    ]
    if asked.hint:
        node += part("", *parse(asked.hint), role="hint")
    shown = answer.shown()
    solution = parse(f"**Answer:** {shown}") if shown else []
    node += part("", *solution, *parse(asked.solution or reasons(answer)), role="solution")
    return node


def answer_key(answer: Answer, say: Callable[[str], str | int]) -> dict[str, Any]:
    """Return what the script marks by."""
    if isinstance(answer, Choice):
        options = [{"right": o.right, "feedback": say(o.feedback)} for o in answer.options]
        return {"options": options}
    if isinstance(answer, Matching):
        letters = dict(zip(answer.choices, ascii_lowercase, strict=False))
        pairs = [{"right": letters[p.right], "feedback": say(p.feedback)} for p in answer.pairs]
        return {"pairs": pairs, "choices": list(letters.values())}
    wrong = [{"value": one.value, "feedback": say(one.feedback)} for one in answer.wrong]
    if isinstance(answer, FigureState):
        given = {"condition": answer.condition, "arguments": dict(answer.arguments)}
        return {**given, "wrong": wrong}
    for one in wrong:
        one["value"] = plain(one["value"])
    names = {field.name for field in fields(answer)} & {"tolerance", "up_to_scale"}
    marked = {name: getattr(answer, name) for name in sorted(names)}
    return {"value": plain(answer.value), **marked, "wrong": wrong}


def controls(name: str, answer: Answer, parse: Parse) -> list[part]:
    """Return what the reader answers with."""
    if isinstance(answer, Choice):
        options = [
            part("", *line(option.text, parse), role="option") for option in answer.options
        ]
        return [part("", *options, role="options", several=answer.several)]
    if isinstance(answer, Matching):
        lefts = [part("", *line(pair.left, parse), role="left") for pair in answer.pairs]
        rights = [part("", *line(right, parse), role="right") for right in answer.choices]
        # A list to choose from can only hold plain text; anything else is lettered.
        if all(isinstance(child, nodes.Text) for right in rights for child in right):
            choices = [right.astext() for right in rights]
            return [part("", *lefts, role="pairs", choices=choices, lettered=False)]
        choices = list(ascii_lowercase[: len(rights)])
        return [
            part("", *lefts, role="pairs", choices=choices, lettered=True),
            part("", *rights, role="rights"),
        ]
    if isinstance(answer, FigureState):
        content = answer.figure.content()
        raw = nodes.raw("", figure_html(content, f"figure-{name}"), format="html")
        return [part("", raw, role="figure", figure=content["kind"])]
    label = line(answer.label, parse) if answer.label else []
    return [part("", *label, role="field", shape=getattr(answer, "shape", ()))]


def line(text: str, parse: Parse) -> list[nodes.Node]:
    """Return the nodes of a text that is one paragraph."""
    found = parse(text)
    if len(found) != 1 or not isinstance(found[0], nodes.paragraph):
        first, *_ = text.splitlines()
        raise Mistake(f"{first} … must be one paragraph", getattr(text, "line", 0))
    return found[0].children


def reasons(answer: Answer) -> str:
    """Return why the right options are right."""
    texts = [option.feedback for option in answer.options if option.right]
    return "\n\n".join(text for text in texts if text != MESSAGES["right"])
