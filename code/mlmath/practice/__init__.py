"""Practice that answers back: questions, families of them, and checks of what you wrote."""

from mlmath.practice.family import Family, find_family
from mlmath.practice.notebook import ask
from mlmath.practice.question import (
    Choice,
    Entries,
    FigureState,
    Matching,
    Number,
    Option,
    Pair,
    Question,
    Result,
    Wrong,
)

__all__ = [
    "Choice",
    "Entries",
    "Family",
    "FigureState",
    "Matching",
    "Number",
    "Option",
    "Pair",
    "Question",
    "Result",
    "Wrong",
    "ask",
    "find_family",
]
