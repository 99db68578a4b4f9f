"""Practice that answers back: questions, families of them, and checks of what you wrote."""

from mlmath.practice.checking import NotYet, Passed
from mlmath.practice.family import Family, find_family
from mlmath.practice.notebook import ask
from mlmath.practice.pagerank_checks import check_click, check_link_matrix, check_page_rank
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
    "NotYet",
    "Number",
    "Option",
    "Pair",
    "Passed",
    "Question",
    "Result",
    "Wrong",
    "ask",
    "check_click",
    "check_link_matrix",
    "check_page_rank",
    "find_family",
]
