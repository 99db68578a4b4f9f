"""Practice that answers back: questions, families of them, and checks of what you wrote."""

from mlmath.practice.bear_checks import check_mirror_basis, check_mirror_matrix, check_reflect
from mlmath.practice.checking import NotYet, Passed
from mlmath.practice.elimination_checks import (
    check_back_substitute,
    check_clear_below,
    check_echelon,
    check_freedom,
    check_swap_to_pivot,
)
from mlmath.practice.family import Family, find_family
from mlmath.practice.gram_schmidt_checks import check_gram_schmidt, check_straighten
from mlmath.practice.invertibility_checks import (
    check_begins,
    check_can_be_inverted,
    check_is_echelon,
    check_peel,
)
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
from mlmath.practice.transformation_checks import check_correct, check_layer, check_matrix_of

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
    "check_back_substitute",
    "check_begins",
    "check_can_be_inverted",
    "check_clear_below",
    "check_click",
    "check_correct",
    "check_echelon",
    "check_freedom",
    "check_gram_schmidt",
    "check_is_echelon",
    "check_layer",
    "check_link_matrix",
    "check_matrix_of",
    "check_mirror_basis",
    "check_mirror_matrix",
    "check_page_rank",
    "check_peel",
    "check_reflect",
    "check_straighten",
    "check_swap_to_pivot",
    "find_family",
]
