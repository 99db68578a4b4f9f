"""Check a function that a learner has written, and explain what is wrong with it.

A `Check` calls the function on many inputs, the smallest first, and stops at the first on which
it fails. Then it looks for the mistake: it compares what the function returns with what typical
mistakes would return, and the inputs on which it fails with those on which it does not.
"""

from __future__ import annotations

import copy
import linecache
import textwrap
import traceback
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from numbers import Real
from typing import Any

import numpy as np

from mlmath.practice.limits import OutOfTime, call_within_limits

SECONDS = 1.0
"""How long one call may take."""

ENOUGH = 200
"""On how many inputs, at most, to look where a function fails."""


class NotYet(Exception):
    """Says what is wrong with a function. Notebooks show this text and no traceback.

    Attributes
    ----------
    mistake : str
        The name of what has been found to be wrong.
    hint : str
        What might help.
    """

    def __init__(self, text: str, mistake: str = "", hint: str = ""):
        advice = textwrap.fill(f"Hint: {hint}", 74)
        super().__init__(f"{text}\n\n{advice}" if hint else text)
        self.mistake = mistake
        self.hint = hint

    def _render_traceback_(self) -> list[str]:
        return f"Not yet: {self}".splitlines()


@dataclass(frozen=True)
class Passed:
    """Says that a function has passed."""

    text: str

    def __repr__(self) -> str:
        """Return the text."""
        return self.text


@dataclass(frozen=True)
class Problem:
    """What is wrong with what a function did; the name of the mistake, and a hint."""

    text: str
    mistake: str = ""
    hint: str = ""


@dataclass(frozen=True)
class Mistake:
    """A typical mistake: what a function with it returns, and a hint that does not tell all."""

    name: str
    result: Callable[..., Any]
    hint: str


@dataclass(frozen=True)
class Pattern:
    """A kind of input; the hint is for a function that fails on such inputs only."""

    name: str
    holds: Callable[..., bool]
    hint: str


@dataclass(frozen=True)
class Check:
    """How to check a function.

    Parameters
    ----------
    name : str
        What the function is called.
    inputs : callable
        Returns the tuples of arguments to try, the smallest first.
    expected : callable
        The right result for arguments, an array.
    show : callable
        The call with these arguments as code, such as `shown_call` returns.
    judge : callable, optional
        Takes the result, as an array of the right shape and finite, and the arguments, and
        returns a `Problem` or None. By default the result must be close to the expected one.
    samples : callable
        Returns tuples of arguments on which all mistakes come to a result, and different ones.
    mistakes, patterns
        What typically goes wrong. The first that fits is named.
    diagnose : callable, optional
        Takes pairs of the sample arguments and what the function returned (an array, or None)
        when no mistake fits; returns the name of one and a hint, or None.
    errors : dict
        Hints for exceptions, by their names; and for a function that cannot be called with these
        arguments, by the name "brackets".
    not_finite, endless, shape, otherwise : str
        Hints for a result with NaN or infinity, for a function that does not come back, for a
        result of another shape, and for other numbers when no mistake fits.
    lists : bool
        Whether a list will do where an array of numbers is wanted.
    praise : str
        What to say when all is right.
    """

    name: str
    inputs: Callable[[], Iterable[tuple]]
    expected: Callable[..., np.ndarray]
    show: Callable[..., str]
    samples: Callable[[], Iterable[tuple]]
    praise: str
    judge: Callable[..., Problem | None] | None = None
    mistakes: Sequence[Mistake] = ()
    patterns: Sequence[Pattern] = ()
    diagnose: Callable[[list], tuple[str, str] | None] | None = None
    errors: dict[str, str] = field(default_factory=dict)
    not_finite: str = ""
    endless: str = ""
    shape: str = ""
    otherwise: str = ""
    lists: bool = False

    def __call__(self, function: Callable, *, seconds: float = SECONDS) -> Passed:
        """Return what there is to say of a right function.

        Parameters
        ----------
        function : callable
            The function to check.
        seconds : float
            How long one call may take.

        Raises
        ------
        NotYet
            If the function is wrong: what it was asked, what it should have returned, what it
            returned, and a hint.
        """
        if not callable(function):
            raise NotYet(
                f"This is not a function but {shown(function)}.",
                "not-a-function",
                f"Hand over the function itself, by its name and without brackets: {self.name}.",
            )
        inputs = list(self.inputs())
        for arguments in inputs:
            problem = self.trial(function, arguments, seconds)
            if problem is not None:
                problem = self.explain(problem, function, inputs, seconds)
                raise NotYet(problem.text, problem.mistake, problem.hint)
        again = self.trial(function, inputs[0], seconds, strictly=not self.lists)
        if again is not None and again.mistake == "not-an-array":
            raise NotYet(again.text, again.mistake, again.hint)
        if again is not None:
            raise NotYet(
                "The first call gave the right result; after others, the same call "
                f"does not any more.\n{again.text}",
                "remembers",
                f"Does {self.name} keep something from one call to the next, such as a variable "
                "or a list that is made outside of the function?",
            )
        return Passed(self.praise.format(count=len(inputs)))

    def trial(
        self, function: Callable, arguments: tuple, seconds: float, strictly: bool = False
    ) -> Problem | None:
        """Call the function once; return what is wrong with what it does.

        Strictly seen, the right numbers in a list are wrong where an array is wanted.
        """
        given = copy.deepcopy(arguments)
        call = indented(self.show(*arguments))
        try:
            result = call_within_limits(function, given, seconds)
        except OutOfTime:
            text = f"{self.name} was stopped because it did not come to an end:\n\n{call}"
            return Problem(text, "endless", self.endless or "Does its loop ever end?")
        except (Exception, SystemExit) as error:  # noqa: BLE001 - a learner's may be any
            return self.explain_error(error, function, call)
        for before, after in zip(arguments, given, strict=True):
            if not same(before, after):
                return Problem(
                    f"{self.name} changes its argument:\n\n{call}\n\n{before_and_after(before, after)}",
                    "changes-argument",
                    IN_PLACE_LIST if isinstance(before, list) else IN_PLACE,
                )
        expected = self.expected(*arguments)
        array = as_numbers(result)
        if result is None or array is None or array.shape != expected.shape:
            return self.explain_shape(result, expected, call)
        if not np.isfinite(array).all():
            text = f"{difference(expected, array)}"
            hint = self.not_finite or "nan comes from dividing zero by zero."
            return Problem(f"{self.asked(call)}\n\n{text}", "not-finite", hint)
        judge = self.judge or self.compare
        problem = judge(array, *arguments)
        if problem is None:
            return self.explain_kind(result, expected, call) if strictly else None
        hint = ROUNDED if alike(expected, array) else problem.hint
        return Problem(f"{self.asked(call)}\n\n{problem.text}", problem.mistake, hint)

    def asked(self, call: str) -> str:
        """Return the words that introduce a wrong result."""
        return f"{self.name} does not return what it should:\n\n{call}"

    def compare(self, array: np.ndarray, *arguments: Any) -> Problem | None:
        """Return None if the result is close to the expected one."""
        expected = self.expected(*arguments)
        if np.allclose(array, expected, rtol=0, atol=1e-9):
            return None
        return Problem(difference(expected, array), "wrong", self.otherwise)

    def explain(
        self, problem: Problem, function: Callable, inputs: list[tuple], seconds: float
    ) -> Problem:
        """Return the problem with the name and the hint of the mistake behind it, if found.

        A problem that speaks for itself, such as an exception, is left as it is.
        """
        if problem.mistake != "wrong":
            return problem
        samples = [
            (arguments, self.result(function, arguments, seconds))
            for arguments in self.samples()
        ]
        for mistake in self.mistakes:
            if all(close(array, mistake.result(*arguments)) for arguments, array in samples):
                return Problem(problem.text, mistake.name, mistake.hint)
        found = self.diagnose(samples) if self.diagnose else None
        if found is not None:
            return Problem(problem.text, *found)
        failing, passing = [], []
        for arguments in inputs[:ENOUGH]:
            failed = self.trial(function, arguments, seconds)
            if failed is not None and failed.mistake == "endless":
                break
            (passing if failed is None else failing).append(arguments)
        for pattern in self.patterns:
            fails = [pattern.holds(*arguments) for arguments in failing]
            rest = [arguments for arguments in passing if not pattern.holds(*arguments)]
            if all(fails) and rest:
                return Problem(problem.text, pattern.name, pattern.hint)
        return problem

    def result(self, function: Callable, arguments: tuple, seconds: float) -> np.ndarray | None:
        """Return what the function returns, or None if that is no array of numbers."""
        try:
            given = copy.deepcopy(arguments)
            return as_numbers(call_within_limits(function, given, seconds))
        except (Exception, SystemExit, OutOfTime):  # noqa: BLE001 - a learner's may be any
            return None

    def explain_error(self, error: BaseException, function: Callable, call: str) -> Problem:
        """Return what to say of an exception."""
        kind = type(error).__name__
        if isinstance(error, NotImplementedError):
            return Problem(
                f"{self.name} is not written yet.",
                "not-written",
                "Put your code in the place of `raise NotImplementedError()`, and run its cell.",
            )
        if isinstance(error, RecursionError):
            text = f"{self.name} calls itself without end:\n\n{call}"
            hint = "In which case does it return without calling itself? A loop may be simpler."
            return Problem(text, "calls-itself", hint)
        message = f"{kind}: {error}" if str(error) else kind
        text = f"{self.name} stops with an error:\n\n{call}\n\n{indented(message)}"
        line = line_of(error, function)
        if line:
            text += f"\n\nin the line\n\n{indented(line)}"
        hints = (self.errors.get(name) or ERRORS.get(name) for name in names_of(error))
        hint = next(filter(None, hints), "")
        if isinstance(error, TypeError) and not entered(error, function):
            hint = self.errors.get("brackets") or BRACKETS
        return Problem(text, f"error-{kind}", hint)

    def explain_shape(self, result: Any, expected: np.ndarray, call: str) -> Problem:
        """Return what to say of a result that is not an array of the right shape."""
        if result is None:
            return Problem(
                f"{self.name} returns nothing:\n\n{call}",
                "returns-nothing",
                "A function gives back only what stands after `return`; printing is not enough.",
            )
        array = as_numbers(result)
        if array is None and is_complex(result):
            return Problem(
                f"{self.name} returns complex numbers:\n\n{call}",
                "complex",
                "np.linalg.eig returns such as soon as one eigenvalue is complex. Where the "
                "imaginary parts are 0, `.real` leaves them out.",
            )
        if array is None:
            return Problem(
                f"{self.name} returns {shown(result)}, not an array of numbers:\n\n{call}",
                "not-numbers",
                "Look at what stands after `return`.",
            )
        text = (
            f"{self.name} returns an array of shape {array.shape}, not {expected.shape}:"
            f"\n\n{call}\n\n{difference(expected, array)}"
        )
        return Problem(
            text, "shape", self.shape or "How many numbers should come out, and how?"
        )

    def explain_kind(self, result: Any, expected: np.ndarray, call: str) -> Problem | None:
        """Return what to say of the right numbers in a list, with which one cannot compute."""
        if isinstance(result, np.ndarray) or not expected.ndim:
            return None
        return Problem(
            f"{self.name} returns the right numbers, but as a {type(result).__name__}:\n\n{call}",
            "not-an-array",
            "The cells below compute with it, and want an array: np.array(...) makes one.",
        )


IN_PLACE = (
    "Whoever calls a function does not expect that. A[...] = and A *= change an array in place, "
    "and B = A only gives it a second name; work on a copy, A.copy(), or make a new one, as d * A "
    "does."
)
IN_PLACE_LIST = (
    "Whoever calls a function does not expect that. pop, remove, append and sort change a list in "
    "place; work on a copy, list(...), or go through it with `for`."
)
BRACKETS = (
    "It could not even be called. Leave the names in the brackets after `def` as they were, all of "
    "them and in this order."
)
ROUNDED = "Right, but for the last digits. Has something been rounded, or kept in float32?"

ERRORS = {
    "NameError": "Is the name spelled the same everywhere? Have you run the cells above?",
    "IndexError": "Python counts from 0: the last of n has the number n - 1.",
    "ZeroDivisionError": "Which number can be zero here? That case needs an answer of its own.",
    "TypeError": "Look at the arguments and at the types: what is a number here, what an array?",
    "ValueError": "Print the shapes of the arrays in that line: `print(A.shape)`.",
    "UnboundLocalError": "The name gets its value on one way through the function only.",
    "LinAlgError": "NumPy finds this matrix singular, or not square. Is it the one you meant? Print "
    "it.",
    "AttributeError": "What kind of thing stands before the dot? `print(type(...))` tells.",
    "SystemExit": "A function must `return`, not end the program.",
}


def as_numbers(result: Any) -> np.ndarray | None:
    """Return a result as an array of floats, or None if it is none.

    Examples
    --------
    >>> from fractions import Fraction
    >>> as_numbers([Fraction(1, 2), 2])
    array([0.5, 2. ])
    """
    try:
        array = np.asarray(result)
        real = array.dtype.kind in "biuf" or all(isinstance(x, Real) for x in array.ravel())
        return array.astype(float) if real else None
    except (TypeError, ValueError):
        return None


def is_complex(result: Any) -> bool:
    """Whether a result is an array of complex numbers."""
    try:
        return np.asarray(result).dtype.kind == "c"
    except (TypeError, ValueError):
        return False


def close(one: np.ndarray | None, other: Any) -> bool:
    """Whether two results are the same but for rounding."""
    other = np.asarray(other, dtype=float)
    return (
        one is not None
        and one.shape == other.shape
        and np.allclose(one, other, rtol=0, atol=1e-7, equal_nan=True)
    )


def same(before: Any, after: Any) -> bool:
    """Whether an argument is what it was."""
    if isinstance(before, np.ndarray):
        return before.shape == after.shape and np.array_equal(before, after, equal_nan=True)
    return type(before) is type(after) and before == after


def names_of(error: BaseException) -> list[str]:
    """Return what an exception is called, and more generally; NumPy has one name for several."""
    names = [kind.__name__ for kind in type(error).__mro__]
    if "Cannot cast" not in str(error):
        names = [name for name in names if name != "UFuncTypeError"]
    return names


def entered(error: BaseException, function: Callable) -> bool:
    """Whether an exception was raised inside the function, not by calling it."""
    code = getattr(function, "__code__", None)
    frames = traceback.walk_tb(error.__traceback__)
    return code is None or any(frame.f_code is code for frame, _ in frames)


def line_of(error: BaseException, function: Callable) -> str:
    """Return the line of the function in which an exception was raised, or nothing."""
    code = getattr(function, "__code__", None)
    frames = traceback.extract_tb(error.__traceback__)
    lines = [frame for frame in frames if code and frame.filename == code.co_filename]
    if not lines:
        return ""
    return linecache.getline(lines[-1].filename, lines[-1].lineno or 0).strip()


def shown(value: Any) -> str:
    """Return a value as text of one line and no great length."""
    if isinstance(value, np.ndarray):
        return f"an array of shape {value.shape}"
    text = " ".join(repr(value).split())
    kind = type(value).__name__
    return f"{text if len(text) <= 60 else text[:57] + '...'} ({kind})"


def difference(expected: np.ndarray, came: np.ndarray) -> str:
    """Return both arrays, written below each other; say so if they look the same.

    Examples
    --------
    >>> print(difference(np.array([1.0, 1 / 3]), np.array([1.0, 0.3333])))
    expected
        [1, 0.3333]
    got
        [1, 0.3333]
    The largest difference is 3.3e-05.
    """
    text = f"expected\n{indented(written(expected))}\ngot\n{indented(written(came))}"
    if alike(expected, came):
        text += f"\nThe largest difference is {np.abs(expected - came).max():.1e}."
    return text


def shown_call(name: str, *arrays: str, digits: int | None = None) -> Callable[..., str]:
    """Return what shows a call as code that can be typed.

    The first arguments are arrays and get these names, with so many digits behind the point
    (and of what is smaller than 1 with so many that are not 0); by default with all. The others
    are numbers.

    Examples
    --------
    >>> print(shown_call("click", "L", "r", digits=2)(np.eye(2), np.array([1, 2]) / 3, 0.85))
    L = np.array([[1.0, 0.0], [0.0, 1.0]])
    r = np.array([0.33, 0.67])
    click(L, r, 0.85)
    """

    def show(*arguments: Any) -> str:
        lines = [
            f"{array} = {code_of(value if digits is None else shortened(value, digits))}"
            for array, value in zip(arrays, arguments, strict=False)
        ]
        values = [*arrays, *map(str, arguments[len(arrays) :])]
        return "\n".join([*lines, f"{name}({', '.join(values)})"])

    return show


def shortened(array: np.ndarray, digits: int) -> np.ndarray:
    """Return an array with fewer digits; rounding errors become zero.

    Examples
    --------
    >>> shortened(np.array([1 / 3, 4e-7 / 3, 1e-17, 200 / 3]), 2).tolist()
    [0.33, 1.3e-07, 0.0, 66.67]
    """
    result = array.copy()
    speck = 1e-12 * np.abs(array).max(initial=0)
    for place, x in np.ndenumerate(array):
        small = float(f"{x:.{digits}g}") if abs(x) > speck else 0
        result[place] = small if abs(x) < 1 else x.round(digits)
    return result


def code_of(array: np.ndarray) -> str:
    """Return code that makes an array."""
    return f"np.array({array.tolist()})" if array.size else f"np.zeros({array.shape})"


def alike(one: np.ndarray, other: np.ndarray) -> bool:
    """Whether two arrays of the same shape look the same when they are written down."""
    return one.shape == other.shape and bool(one.size) and written(one) == written(other)


def before_and_after(before: Any, after: Any) -> str:
    """Return an argument as it was and as it has become."""
    return f"before\n{indented(written(before))}\nafterwards\n{indented(written(after))}"


def written(value: Any) -> str:
    """Return numbers as text, with four digits, in columns.

    Examples
    --------
    >>> print(written(np.array([[0, 1], [0.5, 0]])))
    [[  0, 1],
     [0.5, 0]]
    """
    if not isinstance(value, np.ndarray):
        return repr(value)
    speck = 1e-12 * min(1, np.abs(value).max(initial=0, where=np.isfinite(value)))
    if value.ndim == 0:
        return digits(value, speck)
    if value.ndim != 2:
        return "[" + ", ".join(digits(x, speck) for x in value.ravel()) + "]"
    texts = [[digits(x, speck) for x in row] for row in value]
    widths = [max(map(len, column)) for column in zip(*texts, strict=True)]
    rows = [
        ", ".join(text.rjust(width) for text, width in zip(row, widths, strict=True))
        for row in texts
    ]
    return "[[" + "],\n [".join(rows) + "]]"


def digits(x: float, speck: float) -> str:
    """Return a number with four digits; what is smaller than a speck is zero."""
    return "0" if abs(x) <= speck else f"{x:.4g}"


def indented(text: str) -> str:
    """Return a text that stands out of the lines around it."""
    return "\n".join(f"    {line}" for line in text.splitlines())
