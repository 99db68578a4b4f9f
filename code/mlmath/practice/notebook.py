"""Ask a question in a notebook."""

from __future__ import annotations

from string import ascii_lowercase

import numpy as np

from mlmath.practice.family import Family
from mlmath.practice.question import Choice, Entries, FigureState, Matching, Question, Result


class Text(str):
    """Markdown that a notebook shows typeset."""

    def __repr__(self) -> str:
        """Return the text itself, without quotes."""
        return str(self)

    def _repr_markdown_(self) -> str:
        return str(self)


class Asked:
    """A question as a notebook shows it; `ask` makes it.

    Attributes
    ----------
    question : Question
        The question.
    seed : int or None
        The seed that gives it once more; None if it is not of a family.
    """

    def __init__(self, question: Question, seed: int | None):
        self.question = question
        self.seed = seed

    def mark(self, answer: object) -> Result:
        """Return whether an answer is right and what to say to it."""
        return self.question.mark(answer)

    @property
    def hint(self) -> Text:
        """A first step."""
        return Text(self.question.hint or "There is no hint; look at the solution.")

    @property
    def solution(self) -> Text:
        """Every step, and the answer."""
        shown = self.question.answer.shown()
        answer = f"**Answer.** {shown}\n\n" if shown else ""
        return Text(f"{answer}{self.question.solution}")

    @property
    def figure(self) -> object:
        """The figure to move, if the answer is one."""
        return getattr(self.question.answer, "figure", None)

    def __repr__(self) -> str:
        """Return the question as plain Markdown."""
        answer = self.question.answer
        parts = [self.question.prompt.strip()]
        if isinstance(answer, Choice):
            parts.append("\n".join(f"- {x}) {option.text}" for x, option in answer.lettered()))
        if isinstance(answer, Matching):
            rights = zip(ascii_lowercase, answer.choices, strict=False)
            parts.append(
                "\n".join(f"{i}. {pair.left}" for i, pair in enumerate(answer.pairs, 1))
            )
            parts.append("\n".join(f"- {letter}) {right}" for letter, right in rights))
        parts.append(f"*{how_to_answer(self.question)}*")
        if self.seed is not None:
            parts.append(f"*(variant {self.seed})*")
        return "\n\n".join(parts)

    def _repr_markdown_(self) -> str:
        return repr(self)


def how_to_answer(question: Question) -> str:
    """Say in what form `mark` takes the answer."""
    answer = question.answer
    if isinstance(answer, Choice):
        return (
            'Answer with letters: mark("ac").'
            if answer.several
            else 'Answer with a letter: mark("b").'
        )
    if isinstance(answer, Matching):
        return 'Answer with a letter for each line: mark("bac").'
    if isinstance(answer, Entries):
        form = "[[1, 2], [3, 4]]" if question.kind == "matrix" else "[1, 2]"
        return f'Answer with mark({form}); an entry may be a text such as "1/3".'
    if isinstance(answer, FigureState):
        return "Show the figure with .figure, move it, and answer with mark(question.figure)."
    return 'Answer with mark(3), or with a text: mark("3/4"), mark("sqrt(2)/2").'


def ask(family: Family | Question, seed: int | None = None) -> Asked:
    """Ask a question of a family; without a seed, any.

    Parameters
    ----------
    family : Family or Question
        One of those in `mlmath.practice.eigenvectors` and its neighbours, or a question.
    seed : int, optional
        Which question of the family. The same seed asks the same.

    Returns
    -------
    Asked
        A notebook shows it. `mark` judges an answer; `hint` and `solution` help.

    Examples
    --------
    >>> from mlmath.practice.eigenvectors import other_eigenvalue
    >>> asked = ask(other_eigenvalue, seed=1)
    >>> asked.mark("abc")
    That cannot be read as a number. Write 3, -0.5, 3/4, sqrt(2)/2 or 2pi.
    """
    if isinstance(family, Question):
        return Asked(family, None)
    if not isinstance(family, Family):
        raise TypeError(f"family must be a question family; found {family!r}")
    if seed is None:
        seed = int(np.random.default_rng().integers(10**6))
    return Asked(family.variant(seed), seed)
