"""Practice that answers back: questions, families of them, and checks of what you wrote."""

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
    "FigureState",
    "Matching",
    "Number",
    "Option",
    "Pair",
    "Question",
    "Result",
    "Wrong",
]
