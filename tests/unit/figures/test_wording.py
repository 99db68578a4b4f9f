"""Numbers are written the same way in Python and in JavaScript."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st
from mlmath.figures.wording import number, numbers


@given(st.floats(-1e6, 1e6))
def test_a_written_number_is_within_half_a_thousandth(value):
    assert abs(float(number(value).replace("−", "-")) - value) <= 0.0005 + 2e-9


@given(st.floats(-1e6, 1e6))
def test_a_written_number_has_no_ballast(value):
    text = number(value)
    assert "-" not in text and text != "−0"
    assert "." not in text or not text.endswith(("0", "."))


def test_whole_tens_keep_their_zeros():
    assert [number(100), number(-20), number(30, places=1)] == ["100", "−20", "30"]


def test_a_vector_is_written_in_brackets():
    assert numbers([1.25, -3]) == "(1.25, −3)"


def test_javascript_writes_the_same_numbers(in_javascript):
    rng = random.Random(1)
    values = [0, -0.0, 0.0625, -0.1875, 0.0005, -0.0004999, 1e-12, 100, -99.9995, 20000]
    values += [rng.uniform(-1, 1) * 10 ** rng.randint(-4, 5) for _ in range(300)]
    values += [rng.randint(-2000, 2000) / 16 for _ in range(200)]  # all kinds of ties
    written = in_javascript(
        'import { number } from "./src/maths/number.js";',
        "[number(input), number(input, 1)]",
        values,
    )
    assert written == [[number(value), number(value, 1)] for value in values]
