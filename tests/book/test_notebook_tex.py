"""A formula means in a notebook what it means on the page."""

import pytest
from notebook_export.tex import BadMacro, expand, lines, one_line, without_bars

MACROS = {
    r"\R": r"\mathbb{R}",
    r"\half": r"\frac12\alpha",
    r"\norm": r"\lVert #1 \rVert",
    r"\inner": r"\langle #1, #2\rangle",
    r"\length": r"\norm{#1}^2",
    r"\loop": r"x\loop",
}


@pytest.mark.parametrize(
    ("tex", "expanded"),
    [
        (r"x \in \R^n", r"x \in \mathbb{R}^n"),
        (r"\Re x", r"\Re x"),
        (r"\norm{x}", r"\lVert x \rVert"),
        (r"\norm x", r"\lVert x \rVert"),
        (r"\norm\alpha", r"\lVert \alpha \rVert"),
        (r"\norm{a_{1}}", r"\lVert a_{1} \rVert"),
        (r"\norm{\{a\}}", r"\lVert \{a\} \rVert"),
        (r"\inner{u}{v}", r"\langle u, v\rangle"),
        (r"\inner uv", r"\langle u, v\rangle"),
        (r"\length{\norm{x}}", r"\lVert \lVert x \rVert \rVert^2"),
        (r"\half{}x + \half2", r"\frac12\alpha{}x + \frac12\alpha2"),
        (r"\half" + "x", r"\half" + "x"),
        (r"a \\ b \, c", r"a \\ b \, c"),
    ],
)
def test_macros_of_the_book_are_written_out(tex, expanded):
    assert expand(tex, MACROS) == expanded


def test_a_macro_before_an_argument_that_is_a_letter_stays_apart_from_it():
    assert expand(r"\op{\half}y", {r"\op": "#1", r"\half": r"\alpha"}) == r"\alpha y"


@pytest.mark.parametrize("tex", [r"\norm", r"\norm{x", r"\inner{u}", r"\loop"])
def test_a_macro_that_cannot_be_written_out_is_refused(tex):
    with pytest.raises(BadMacro):
        expand(tex, MACROS)


def test_comments_and_empty_lines_go_but_a_percent_sign_stays():
    assert lines("a % note\n\n  b \\% c\n% all of it\n") == ["a", "  b \\% c"]
    assert one_line("a % note\n\n  b") == "a b"


def test_no_formula_looks_like_html():
    assert one_line("a<b<c") == "a< b< c"


def test_bars_in_a_table_are_written_by_name():
    assert without_bars(r"|x| + \|y\|") == r"\vert x\vert  + \Vert y\Vert "
