"""Questions that answer back: what is asked, what is right, and what a wrong answer betrays.

All texts are Markdown with TeX between dollars. `Question.mark` judges an answer as the
page's script does; a table of cases in the tests holds the two together.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.resources import files
from itertools import combinations
from string import ascii_lowercase
from typing import Any, ClassVar

from mlmath.practice.conditions import CONDITIONS
from mlmath.practice.expression import Unreadable, read_number

MESSAGES: dict[str, str] = json.loads(
    files("mlmath.practice").joinpath("messages.json").read_text("utf-8")
)
"""What is said of any question; the page's script has the same."""

NEARLY = 20
"""An answer within this multiple of the tolerance is not right but close."""


@dataclass(frozen=True)
class Result:
    """What came of marking an answer.

    Attributes
    ----------
    right : bool
        Whether the answer is right.
    feedback : str
        What to say to it, never empty.
    tried : bool
        False if there was nothing to mark: an empty field, a text that is no number.
    """

    right: bool
    feedback: str
    tried: bool = True

    def __repr__(self) -> str:
        """Return the feedback, which begins with the verdict."""
        verdict = MESSAGES["right"] if self.right else MESSAGES["wrong"]
        if not self.tried or self.feedback.startswith(verdict):
            return self.feedback
        return f"{verdict} {self.feedback}"


def untried(reason: str, **details: object) -> Result:
    """Return the result of an answer that cannot be marked."""
    return Result(False, MESSAGES[reason].format(**details), tried=False)


RIGHT = Result(True, MESSAGES["right"])


def wrong(*feedback: str) -> Result:
    """Return the result of a wrong answer, with what there is to say to it."""
    return Result(False, "\n\n".join(filter(None, feedback)) or MESSAGES["wrong"])


@dataclass(frozen=True)
class Wrong:
    """A predictable wrong answer and the misconception that it betrays.

    For a figure the value is a pair: the name of a condition and its arguments.
    """

    value: Any
    feedback: str


@dataclass(frozen=True)
class Option:
    """One of the answers to choose from; the feedback says why it is right or wrong."""

    text: str
    feedback: str
    right: bool = False


@dataclass(frozen=True)
class Pair:
    """Two things that belong together, and what to say if another partner is chosen."""

    left: str
    right: str
    feedback: str = ""


@dataclass(frozen=True)
class Choice:
    """One answer of several, or with `several` all that are right.

    An answer is the letter or the letters of the options: ``"b"``, ``"ac"``.
    """

    options: tuple[Option, ...]
    several: bool = False

    def __post_init__(self) -> None:
        """Refuse options among which nothing, or too much, is right."""
        right = sum(option.right for option in self.options)
        if not 2 <= len(self.options) <= len(ascii_lowercase):
            raise ValueError(f"options must be 2 to 26; found {len(self.options)}")
        if right < 1 or (right > 1 and not self.several):
            raise ValueError(f"one option must be right, or several; found {right}")
        if len({option.text for option in self.options}) < len(self.options):
            raise ValueError("options must differ")
        check_feedback(self.options)

    @property
    def kind(self) -> str:
        """The kind of question, as the page calls it."""
        return "choices" if self.several else "choice"

    def lettered(self) -> Iterator[tuple[str, Option]]:
        """Give the options with their letters."""
        return zip(ascii_lowercase, self.options, strict=False)

    def mark(self, answer: object, otherwise: str = "") -> Result:
        """Judge the letters."""
        letters = read_letters(answer)
        if not letters:
            return untried("empty")
        if not letters <= {letter for letter, _ in self.lettered()}:
            return untried("unknown")
        chosen = [option for letter, option in self.lettered() if letter in letters]
        if mistakes := [option.feedback for option in chosen if not option.right]:
            return wrong(*mistakes)
        if len(chosen) < sum(option.right for option in self.options):
            return wrong(MESSAGES["missing"], otherwise)
        return Result(True, "\n\n".join(option.feedback for option in chosen))

    def shown(self) -> str:
        """Return the right options as text."""
        return "; ".join(f"{letter}) {o.text}" for letter, o in self.lettered() if o.right)


@dataclass(frozen=True)
class Number:
    r"""A number: right if it differs by at most tolerance · max(1, |value|).

    `label` stands before the field ("$\lambda_1 =$"); `written` is the value in TeX where
    decimals do not do it justice.
    """

    value: float
    wrong: tuple[Wrong, ...] = ()
    tolerance: float = 1e-3
    label: str = ""
    written: str = ""
    kind: ClassVar[str] = "number"

    def __post_init__(self) -> None:
        """Refuse wrong answers that are right or that cannot be told apart."""
        check_wrong(self)

    def same(self, one: float, other: float) -> bool:
        """Whether two numbers count as the same."""
        return is_close(float(one), float(other), self.tolerance)

    def mark(self, answer: object, otherwise: str = "") -> Result:
        """Judge a number, or a text that stands for one."""
        try:
            number = to_number(answer)
        except Unreadable as error:
            return untried(error.reason)
        if self.same(number, self.value):
            return RIGHT
        for predicted in self.wrong:
            if self.same(number, predicted.value):
                return wrong(predicted.feedback)
        if is_nearly(number, float(self.value), self.tolerance):
            return wrong(MESSAGES["nearly"])
        return wrong(otherwise)

    def shown(self) -> str:
        """Return the value as text."""
        return f"${self.written or tex_number(self.value)}$"


@dataclass(frozen=True)
class Entries:
    """A vector or a matrix, entry by entry, each right as in `Number`.

    With `up_to_scale` any multiple but zero is right, as of an eigenvector: answer and value
    are divided by their largest entry, up to a sign, before they are compared.
    """

    value: tuple
    wrong: tuple[Wrong, ...] = ()
    tolerance: float = 1e-3
    up_to_scale: bool = False
    label: str = ""
    written: str = ""

    def __post_init__(self) -> None:
        """Refuse wrong answers that are right, of another shape, or alike."""
        shape = self.shape
        if self.up_to_scale and not any(flat(self.value)):
            raise ValueError("value must not be zero if any multiple of it is right")
        for predicted in self.wrong:
            if shape_of(predicted.value) != shape:
                raise ValueError(f"wrong must have shape {shape}; found {predicted.value}")
        check_wrong(self)

    @property
    def kind(self) -> str:
        """The kind of question, as the page calls it."""
        return "matrix" if len(self.shape) == 2 else "vector"

    @property
    def shape(self) -> tuple[int, ...]:
        """The number of entries, or of rows and columns."""
        return shape_of(self.value)

    def same(self, one: Sequence, other: Sequence) -> bool:
        """Whether two answers count as the same."""
        a, b = flat(one), flat(other)
        if not self.up_to_scale:
            return all(is_close(x, y, self.tolerance) for x, y in zip(a, b, strict=True))
        a, b = direction(a), direction(b)
        return any(
            all(abs(x - sign * y) <= self.tolerance for x, y in zip(a, b, strict=True))
            for sign in (1, -1)
        )

    def mark(self, answer: object, otherwise: str = "") -> Result:
        """Judge rows of numbers, or of texts that stand for numbers."""
        try:
            if shape_of(answer) != self.shape:
                raise TypeError
        except (TypeError, ValueError):
            return untried("shape", wanted=" × ".join(map(str, self.shape)))
        entries = list(places(answer))
        if all(isinstance(entry, str) and not entry.strip() for _, entry in entries):
            return untried("empty")
        numbers = []
        for place, entry in entries:
            try:
                numbers.append(to_number(entry))
            except Unreadable as error:
                return untried("entry", place=place, message=MESSAGES[error.reason])
        if self.up_to_scale and not any(numbers):
            return wrong(MESSAGES["zero"])
        if self.same(numbers, self.value):
            return RIGHT
        for predicted in self.wrong:
            if self.same(numbers, predicted.value):
                return wrong(predicted.feedback)
        if self.up_to_scale:
            return wrong(otherwise)
        pairs = list(zip(numbers, flat(self.value), strict=True))
        close = [is_close(x, y, self.tolerance) for x, y in pairs]
        near = [is_nearly(x, y, self.tolerance) for x, y in pairs]
        if all(c or n for c, n in zip(close, near, strict=True)):
            return wrong(MESSAGES["nearly"])
        if any(close):
            score = MESSAGES["entries"].format(right=sum(close), count=len(close))
            return wrong(score, otherwise)
        return wrong(otherwise)

    def shown(self) -> str:
        """Return the value as text."""
        row = f"({', '.join(map(tex_number, self.value))})" if self.kind == "vector" else ""
        text = f"${self.written or row or tex_entries(self.value)}$"
        return f"{text} or any multiple of it but zero" if self.up_to_scale else text


@dataclass(frozen=True)
class Matching:
    """Pairs to be put together; two lefts may share one right.

    The rights are shown in alphabetical order and lettered. An answer gives for each left,
    in order, the letter of its right: ``"bac"``; a left without a partner yet is a ``-``.
    """

    pairs: tuple[Pair, ...]
    kind: ClassVar[str] = "matching"

    def __post_init__(self) -> None:
        """Refuse pairs that do not determine an answer."""
        if len({pair.left for pair in self.pairs}) < len(self.pairs):
            raise ValueError("the left sides of the pairs must differ")
        if not 2 <= len(self.choices) <= len(ascii_lowercase):
            raise ValueError(f"right sides must be 2 to 26; found {len(self.choices)}")

    @property
    def choices(self) -> tuple[str, ...]:
        """The rights, each once, in the order in which they are shown."""
        return tuple(sorted({pair.right for pair in self.pairs}))

    def mark(self, answer: object, otherwise: str = "") -> Result:
        """Judge one letter for each left."""
        letters = [str(letter) for letter in answer or () if str(letter).strip(" ,;")]
        if len(letters) != len(self.pairs) or any(letter in "-–−" for letter in letters):
            return untried("empty")
        key = dict(zip(ascii_lowercase, self.choices, strict=False))
        if not all(letter in key for letter in letters):
            return untried("unknown")
        missed = [
            pair for pair, x in zip(self.pairs, letters, strict=True) if key[x] != pair.right
        ]
        if not missed:
            return RIGHT
        count = len(self.pairs)
        score = MESSAGES["pairs"].format(right=count - len(missed), count=count)
        return wrong(score, *(pair.feedback for pair in missed), otherwise)

    def shown(self) -> str:
        """Return the pairs as text."""
        return "; ".join(f"{pair.left} → {pair.right}" for pair in self.pairs)


@dataclass(frozen=True)
class FigureState:
    """An interactive figure, moved until a condition holds.

    `condition` names one of `mlmath.practice.conditions`, `arguments` are handed to it. The
    first of the `wrong` whose condition holds says what has gone wrong. An answer is the
    moved figure or its state.
    """

    figure: Any
    condition: str
    arguments: Mapping[str, Any] = field(default_factory=dict)
    wrong: tuple[Wrong, ...] = ()
    kind: ClassVar[str] = "figure"

    def __post_init__(self) -> None:
        """Refuse unknown conditions, and a figure that is the answer from the start."""
        for name in (self.condition, *(predicted.value[0] for predicted in self.wrong)):
            if name not in CONDITIONS:
                raise ValueError(f"condition must be one of {list(CONDITIONS)}; found {name!r}")
        check_feedback(self.wrong)
        if self.mark(self.figure).right:
            raise ValueError("the figure must not fulfil the condition from the start")

    def mark(self, answer: object, otherwise: str = "") -> Result:
        """Judge the state of the figure."""
        state = answer if isinstance(answer, Mapping) else answer.state()  # type: ignore[attr-defined]
        if CONDITIONS[self.condition](state, **self.arguments):
            return RIGHT
        for predicted in self.wrong:
            condition, arguments = predicted.value
            if CONDITIONS[condition](state, **arguments):
                return wrong(predicted.feedback)
        return wrong(otherwise)

    def shown(self) -> str:
        """Return nothing: the solution says where the figure has to go."""
        return ""


Answer = Choice | Number | Entries | Matching | FigureState


@dataclass(frozen=True)
class Question:
    r"""A question, its answer and what to say to the answers that people give.

    Parameters
    ----------
    prompt : str
        What is asked.
    answer : Choice, Number, Entries, Matching or FigureState
        What is right, and what the predictable wrong answers betray.
    solution : str
        Every step of the way to the answer.
    otherwise : str
        What to say to a wrong answer that nobody predicted.
    hint : str
        A first step, for those who ask.
    data : dict
        What the question was made from, by name. From it the tests work out the answer once
        more, in another way.

    Examples
    --------
    >>> question = Question(
    ...     "What is the trace of $\\begin{pmatrix}4 & 1\\\\2 & 3\\end{pmatrix}$?",
    ...     Number(7, (Wrong(10, "That is the determinant."),)),
    ...     "$4 + 3 = 7$.",
    ... )
    >>> question.mark("7")
    Right.
    >>> question.mark(10)
    Not right. That is the determinant.
    """

    prompt: str
    answer: Answer
    solution: str
    otherwise: str = ""
    hint: str = ""
    data: Mapping[str, Any] = field(default_factory=dict, compare=False)

    @property
    def kind(self) -> str:
        """The kind of question: number, vector, matrix, choice, choices, matching, figure."""
        return self.answer.kind

    def mark(self, answer: object) -> Result:
        """Return whether an answer is right and what to say to it."""
        return self.answer.mark(answer, self.otherwise)


def is_close(one: float, other: float, tolerance: float) -> bool:
    """Whether a number is within the tolerance of the other, the value."""
    return abs(one - other) <= tolerance * max(1.0, abs(other))


def is_nearly(number: float, value: float, tolerance: float) -> bool:
    """Whether a number looks like the value badly rounded. A whole value is not rounded."""
    whole = is_close(round(value), value, tolerance)
    return not whole and is_close(number, value, NEARLY * tolerance)


def to_number(answer: object) -> float:
    """Return an answer as a finite number."""
    if answer is None:
        raise Unreadable("empty")
    if isinstance(answer, str):
        return read_number(answer)
    try:
        number = float(answer)  # type: ignore[arg-type]
    except OverflowError:
        raise Unreadable("large") from None
    except (TypeError, ValueError):
        raise Unreadable("unreadable") from None
    if not math.isfinite(number):
        raise Unreadable("unreadable" if math.isnan(number) else "large")
    return number


def read_letters(answer: object) -> set[str]:
    """Return the letters in an answer such as ``"ac"``, ``"A, c"`` or ``["a", "c"]``."""
    text = " ".join(map(str, answer)) if isinstance(answer, list | tuple | set) else answer
    return set(str(text or "").lower()) - set(" ,;)")


def shape_of(value: Any) -> tuple[int, ...]:
    """Return the shape of a vector or a matrix in nested sequences; rows must be alike."""
    rows = list(value)
    lengths = {
        None if isinstance(row, str) or not hasattr(row, "__len__") else len(row)
        for row in rows
    }
    if len(lengths) != 1:
        raise ValueError(f"rows must have the same length; found {value!r}")
    (length,) = lengths
    return (len(rows),) if length is None else (len(rows), length)


def places(value: Any) -> Iterator[tuple[str, Any]]:
    """Give the entries of a vector or a matrix and how their places are called."""
    matrix = len(shape_of(value)) == 2
    for i, row in enumerate(value, 1):
        if matrix:
            yield from ((f"in row {i}, column {j}", entry) for j, entry in enumerate(row, 1))
        else:
            yield str(i), row


def flat(value: Any) -> list[float]:
    """Return the entries row by row."""
    return [float(entry) for _, entry in places(value)]


def direction(entries: list[float]) -> list[float]:
    """Return a multiple whose largest entry has magnitude 1; zero stays as it is."""
    size = max(map(abs, entries))
    return [entry / size for entry in entries] if size else entries


def check_feedback(items: Sequence[Option] | Sequence[Wrong]) -> None:
    """Refuse an option or a wrong answer to which nothing is said."""
    for item in items:
        if not item.feedback.strip():
            raise ValueError(f"feedback must not be empty; found none for {item}")


def check_wrong(answer: Number | Entries) -> None:
    """Refuse wrong answers that are right, or that no marking can tell apart."""
    check_feedback(answer.wrong)
    values = [answer.value, *(predicted.value for predicted in answer.wrong)]
    for one, other in combinations(values, 2):
        if answer.same(one, other) or answer.same(other, one):
            raise ValueError(f"wrong answers must differ from all others; found {one} twice")


def tex_number(value: Any) -> str:
    r"""Return a number in TeX: whole, a fraction as one, otherwise with four digits.

    Examples
    --------
    >>> from fractions import Fraction
    >>> tex_number(3.0), tex_number(Fraction(-3, 4)), tex_number(2**0.5)
    ('3', '-\\tfrac{3}{4}', '1.414')
    """
    numerator, denominator = getattr(value, "numerator", None), getattr(value, "denominator", 1)
    if denominator != 1:
        return f"{'-' if numerator < 0 else ''}\\tfrac{{{abs(numerator)}}}{{{denominator}}}"
    return f"{int(value)}" if float(value).is_integer() else f"{float(value):.4g}"


def tex_entries(value: Any) -> str:
    r"""Return a vector as a column, or a matrix, in TeX.

    Examples
    --------
    >>> tex_entries([[1, 2], [3, 4]])
    '\\begin{pmatrix}1 & 2\\\\3 & 4\\end{pmatrix}'
    """
    rows = value if len(shape_of(value)) == 2 else [[entry] for entry in value]
    lines = [" & ".join(map(tex_number, row)) for row in rows]
    return "\\begin{pmatrix}" + "\\\\".join(lines) + "\\end{pmatrix}"
