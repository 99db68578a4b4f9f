"""The elimination stepper in Python, and its live half: exact, bounded, the same words."""

from __future__ import annotations

import random
from fractions import Fraction
from xml.etree import ElementTree

import numpy as np
import pytest
import sympy
import traitlets
from mlmath.figures import EliminationStepper
from mlmath.figures.elimination_scene import elimination_scene
from mlmath.figures.row_operations import after, fraction, is_echelon, rounded_words

IDENTITY = [[1, 0, 0], [0, 1, 0], [0, 0, 1]]

SPECIAL = [
    ([[0]], 0),
    ([[5]], 0),
    ([[2, 4]], 1),
    ([[0, 4]], 1),
    ([[0, 0]], 1),
    ([[0, 0, 0], [0, 0, 0]], 1),
    ([[0, 0, 1], [0, 0, 0]], 1),
    ([[0, 2, 4], [3, 0, 6]], 1),
    ([[1, 2, 3], [2, 4, 6]], 1),
    ([[1, 2, 3], [2, 4, 7]], 1),
    ([[0, 0, 0, 1], [1, 2, 3, 4], [0, 0, 0, 0]], 1),
    ([[1, 2, 3, 1], [4, 5, 6, 2], [7, 8, 9, 3]], 1),  # singular, consistent
    ([[1, 2, 3, 1], [4, 5, 6, 2], [7, 8, 9, 4]], 1),  # singular, inconsistent
    ([[1, 2, 3], [4, 5, 6], [7, 8, 9]], 0),
    ([[0, 0, 2], [0, 3, 0], [5, 0, 0]], 0),
    ([[1, 2, 0, 1, 3], [2, 4, 1, 4, 7], [0, 0, 1, 2, 1], [1, 2, 1, 3, 4]], 1),
    ([["1/3", "0.25", 1], ["-5/7", ".5", "−0,125"]], 1),
    ([["999999/999998", "1/999999", 3], ["1/999997", "999983/999979", 1]], 1),
    ([[999999, 999998, 1], [999997, 999996, 1]], 1),
    ([[0.1, 0.2, 0.3], [1e-5, 1, 2]], 1),
    ([[2, 1, 1, 0], [4, 3, 0, 1]], 2),
    ([[1, 2, 1, 0], [2, 4, 0, 1]], 2),
    ([[2, 1, 1, 5], [4, 3, 0, 6]], 2),
    (
        [
            [*row, *unit]
            for row, unit in zip([[2, 1, 1], [4, 3, 3], [8, 7, 9]], IDENTITY, strict=True)
        ],
        3,
    ),
    (
        [
            [*row, *unit]
            for row, unit in zip([[1, 2, 3], [4, 5, 6], [7, 8, 9]], IDENTITY, strict=True)
        ],
        3,
    ),
]


FREE = "Infinitely many solutions: x₂ is free."


def finished(figure: EliminationStepper) -> EliminationStepper:
    while figure.next_operation:
        figure.operations = [*figure.operations, figure.next_operation]
    return figure


def figures() -> list[EliminationStepper]:
    """Return figures in states of all kinds: at the start, half way, lost, at the end."""
    rng = random.Random(5)
    found = []
    matrices = list(SPECIAL)
    for _ in range(40):
        rows, columns = rng.randint(1, 4), rng.randint(2, 6)
        top = rng.choice([1, 3, 9, 99])
        below = rng.choice([1, 1, 1, 2, 7])
        matrix = [
            [Fraction(rng.randint(-top, top), rng.randint(1, below)) for _ in range(columns)]
            for _ in range(rows)
        ]
        matrices.append((matrix, rng.randint(0, 1)))
    for matrix, augmented in matrices:
        for pivoting in (False, True):
            steps = []
            figure = EliminationStepper(matrix, augmented, pivoting=pivoting)
            while True:
                found.append(
                    EliminationStepper(
                        matrix, augmented, pivoting=pivoting, operations=list(steps)
                    )
                )
                if not figure.next_operation:
                    break
                steps.append(figure.next_operation)
                try:
                    figure.operations = steps
                except traitlets.TraitError:
                    break
        size = len(matrix)
        for _ in range(4):  # a reader who tries things
            figure = EliminationStepper(matrix, augmented)
            for _ in range(rng.randint(1, 6)):
                i, j = rng.sample(range(1, size + 1), 2) if size > 1 else (1, 1)
                factor = str(
                    Fraction(rng.choice([-3, -2, -1, 1, 2, 5]), rng.choice([1, 1, 2, 3]))
                )
                kinds = [("scale", i, factor)]
                if size > 1:
                    kinds += [("swap", i, j), ("add", i, j, factor), ("add", i, j, factor)]
                try:
                    figure.operations = [*figure.operations, rng.choice(kinds)]
                except traitlets.TraitError:
                    break
            found.append(figure)
    return found


@pytest.mark.parametrize(("matrix", "augmented"), SPECIAL)
@pytest.mark.parametrize("pivoting", [False, True])
def test_the_steps_end_at_the_reduced_row_echelon_form(matrix, augmented, pivoting):
    figure = EliminationStepper(matrix, augmented, pivoting=pivoting)
    try:
        finished(figure)
    except traitlets.TraitError as error:
        assert "numbers short" in str(error)
        return
    exact = sympy.Matrix([[sympy.Rational(entry) for entry in row] for row in figure.matrix])
    unknowns = exact[:, : exact.cols - augmented]
    assert exact.rank() >= unknowns.rank()
    reduced, pivots = unknowns.rref()
    found = sympy.Matrix([[sympy.Rational(entry) for entry in row] for row in figure.rows()])
    assert found[:, : exact.cols - augmented] == reduced
    said = dict(figure.describe().rows)
    assert said["Pivots"].startswith(str(len(pivots)) if pivots else "none")
    if augmented == 1:
        broken = exact.rank() > unknowns.rank()
        free = len(pivots) < unknowns.cols
        count = "none" if broken else "infinitely many" if free else "one"
        assert said["Solutions"].partition(":")[0] == count
    # Row operations keep the solutions: both matrices have the same reduced form.
    assert found.rref()[0] == exact.rref()[0]


def test_the_block_on_the_right_becomes_the_inverse():
    figure = finished(EliminationStepper(*SPECIAL[-2]))
    A = np.array([[2, 1, 1], [4, 3, 3], [8, 7, 9]])
    inverse = np.array([[float(Fraction(e)) for e in row[3:]] for row in figure.rows()])
    assert np.allclose(A @ inverse, np.eye(3))
    assert figure.describe().sentence.endswith("The block on the right is the inverse matrix.")
    singular = finished(EliminationStepper(*SPECIAL[-1]))
    assert singular.describe().sentence.endswith("there is no inverse matrix.")


@pytest.mark.parametrize(
    ("matrix", "operation", "sentence"),
    [
        (
            [[1, 2, 3], [3, 4, 5]],
            ("add", 2, 1, "-3"),
            "Row 2 − 3 × row 1: the entry below the pivot becomes 0.",
        ),
        (
            [[1, 2, 3], [3, 6, 9]],
            ("add", 2, 1, "-3"),
            "Row 2 − 3 × row 1: the entry below the pivot becomes 0, and with it the whole row.",
        ),
        (
            [[1, 2, 3], [1, 2, 4]],
            ("add", 2, 1, "-1"),
            (
                "Row 2 − row 1: the entry below the pivot becomes 0, "
                "and with it all coefficients of the row. "
                "Row 2 reads 0 = 1: the system has no solution."
            ),
        ),
        (
            [[1, 2, 3], [0, 4, 5]],
            ("add", 2, 1, "1"),
            "Row 2 + row 1: the 0 below the pivot is lost.",
        ),
        ([[1, 2, 3], [3, 4, 5]], ("add", 2, 1, "1/2"), "Row 2 + 1/2 × row 1."),
        (
            [[1, 2, 3], [0, 4, 5]],
            ("add", 1, 2, "-1/2"),
            "Row 1 − 1/2 × row 2: the entry above the pivot becomes 0.",
        ),
        (
            [[2, 2, 3], [3, 4, 5]],
            ("scale", 1, "1/2"),
            "Row 1 × 1/2: its first entry becomes 1.",
        ),
        ([[2, 2, 3], [3, 4, 5]], ("scale", 1, "-2"), "Row 1 × (−2)."),
        (
            [[0, 2, 3], [3, 4, 5]],
            ("swap", 1, 2),
            "Rows 1 and 2 change places: an entry that is not 0 comes up.",
        ),
        (
            [[1, 2, 3], [3, 4, 5]],
            ("swap", 2, 1),
            "Rows 2 and 1 change places: the larger entry comes up.",
        ),
    ],
)
def test_each_step_is_told_in_words(matrix, operation, sentence):
    said = EliminationStepper(matrix, operations=[operation]).describe().sentence
    assert said.startswith(sentence)
    rest = said.removeprefix(sentence).strip()
    assert rest in ("", "The matrix is in row echelon form.", FREE)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"matrix": [[1, 2], [3]]}, "rows of one length"),
        ({"matrix": [[1, 2]] * 5}, "1 to 4 rows"),
        ({"matrix": [[1] * 9]}, "2 to 8 columns"),
        ({"matrix": [[1]]}, "2 to 8 columns"),
        ({"matrix": 7}, "sequence of rows"),
        ({"matrix": [[1, "two"]]}, "found 'two'"),
        ({"matrix": [[1, float("nan")]]}, "found nan"),
        ({"matrix": [[1, 10**6]]}, "at most 6 digits"),
        ({"matrix": [[1, 1 / 3]]}, "at most 6 digits"),
        ({"augmented": 8}, "augmented must be from 0 to 7"),
        ({"operations": [("swap", 1, 1)]}, "operations must be like"),
        ({"operations": [("swap", 1, 4)]}, "rows from 1 to 3"),
        ({"operations": [("scale", 1, "0")]}, "factors other than 0"),
        ({"operations": [("lose", 1)]}, "operations must be like"),
        ({"operations": [("scale", 1, "999999")] * 3}, "operation 2 makes a number of more"),
        ({"operations": [("scale", 1, "-1")] * 61}, "at most 60"),
    ],
)
def test_bad_arguments_are_refused_by_name(arguments, message):
    with pytest.raises(traitlets.TraitError, match=message):
        EliminationStepper(**arguments)


def test_a_matrix_that_the_steps_do_not_fit_starts_anew():
    figure = EliminationStepper([[1, 2], [3, 4]], operations=[("scale", 1, "300001")])
    figure.matrix = [["1/3", 2], [3, 4]]
    assert figure.operations == (("scale", 1, "300001"),)
    with pytest.raises(traitlets.TraitError, match=r"keep its shape, \(2, 2\)"):
        figure.matrix = [[1, 2, 3]]
    figure.operations = [("scale", 1, "300001"), ("scale", 1, "300001")]
    figure.matrix = [[999999, 2], [3, 4]]
    assert figure.operations == ()


def test_numbers_are_exact_and_short():
    tenth = EliminationStepper([[0.1, np.float64(0.25), np.int64(3), Fraction(2, 6)]])
    assert tenth.matrix == (("1/10", "1/4", "3", "1/3"),)
    for figure in figures():
        for row in figure.rows():
            for entry in map(Fraction, row):
                assert max(abs(entry.numerator), entry.denominator) < 10**12


def test_the_static_picture_is_sound():
    for matrix, augmented in SPECIAL:
        root = ElementTree.fromstring(finished_or_not(matrix, augmented).svg())
        for shape in root:
            assert shape.get("stroke") or shape.get("fill"), "colours without the style sheet"


def finished_or_not(matrix, augmented) -> EliminationStepper:
    figure = EliminationStepper(matrix, augmented)
    try:
        return finished(figure)
    except traitlets.TraitError:
        return figure


def test_javascript_says_and_draws_the_same(in_javascript, same_shapes):
    all_figures = figures()
    assert len(all_figures) > 400
    living = in_javascript(
        """
        import { eliminationStepper as kind, standing } from "./src/figures/elimination_stepper.js";
        import { matrixWords } from "./src/figures/elimination_words.js";
        import { eliminationScene } from "./src/view/elimination_scene.js";
        const see = (state, options) => {
          const { matrices, now } = standing(state, options.augmented);
          const matrix = matrices.at(-1);
          const fields = kind.fields(options);
          const written = Object.keys(fields).map((name) => fields[name].write(state[name]));
          const read = Object.keys(fields).map((name, i) => fields[name].read(written[i]));
          return {
            said: kind.describe(state, options),
            title: matrixWords(matrix, options.augmented),
            drawn: eliminationScene(matrix, state.operations, now, options.augmented).flat(),
            next: now.next,
            good: kind.agrees(state, options)
              && Object.values(fields).every((field, i) => field.check(read[i])),
            read,
          };
        };
        """,
        "see(...input)",
        [[figure.state(), figure.options()] for figure in all_figures],
    )
    for figure, live in zip(all_figures, living, strict=True):
        said = figure.describe()
        assert [tuple(row) for row in live["said"]["rows"]] == list(said.rows), figure
        assert live["said"]["sentence"] == said.sentence, figure
        assert f'aria-label="{live["title"]}"' in figure.svg()
        assert live["next"] == (list(figure.next_operation) if figure.next_operation else None)
        assert live["good"]
        assert live["read"] == list(figure.state().values()), "a link brings the state back"
        still = elimination_scene(
            figure._matrices()[-1], figure.operations, figure._stage(), figure.augmented
        )
        assert same_shapes(still, live["drawn"]) == "", figure


def test_javascript_reads_and_rounds_fractions_alike(in_javascript):
    typed = [
        *(
            "1",
            "-1",
            "+3",
            "−2",
            "–2",
            "0",
            "007",
            "1/3",
            " 4 / 6 ",
            "-0,5",
            ".25",
            "5.",
            "1.5/2",
        ),
        *("", "-", "/", "1/0", "0/5", "1//2", "1/-2", "two", "1e3", "NaN", "1;2", "1 2", "٣"),
        *("9" * 24, "9" * 25, "0.123456789012", "0.1234567890123", "1,5,2", "<b>"),
    ]
    rng = random.Random(6)
    typed += [
        f"{rng.randint(-(10**k), 10**k)}/{rng.randint(1, 10**m)}"
        for k in range(13)
        for m in range(13)
    ]
    living = in_javascript(
        'import { read, write, roundedWords } from "./src/maths/fraction.js";'
        "const told = (x) => x && [write(x), roundedWords(x)];",
        "told(read(input))",
        typed,
    )
    for text, live in zip(typed, living, strict=True):
        value = fraction(text)
        assert live == (None if value is None else [str(value), rounded_words(value)]), text


def test_an_echelon_form_is_recognised():
    def rows(*matrix):
        return [[Fraction(entry) for entry in row] for row in matrix]

    assert is_echelon(rows([1, 2], [0, 3]), 2)
    assert is_echelon(rows([0, 0], [0, 0]), 2)
    assert is_echelon(rows([0, 1], [0, 0]), 2)
    assert not is_echelon(rows([0, 0], [0, 1]), 2)
    assert not is_echelon(rows([1, 2], [1, 0]), 2)
    before = rows([1, 2], [3, 4])
    after(before, ("swap", 1, 2))
    assert before == rows([1, 2], [3, 4]), "operations leave the matrix as it was"
