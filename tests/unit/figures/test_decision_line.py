"""The decision line in Python, and its live half: what they accept, say and draw."""

from __future__ import annotations

import itertools
import random
from xml.etree import ElementTree

import numpy as np
import pytest
import traitlets
from mlmath.figures import DecisionLine
from mlmath.figures.decision_line import CORNERS, GATES
from mlmath.figures.decision_scene import decision_scene
from mlmath.figures.frame import Frame, background
from mlmath.figures.perceptron_rule import answer, mistakes, most_right
from scipy.optimize import linprog

LINES = [
    ((0, 0), 0),
    ((0, 0), 1),
    ((0, 0), -2.5),
    ((1, 1), -0.5),
    ((1, 1), -1),  # through two corners
    ((1, 0), 0),
    ((0, -1), 0.5),
    ((1, 1), 40),  # far outside
    ((-100, 100), 100),
    ((0.001, 0.002), 0.001),
    ((1, 1), -3.4),  # cuts off a corner of the picture
    ((3, -3), 0.001),
]
CLOUDS = [
    CORNERS,
    ((0, 0), (1, 1), (2, 2), (3, 3)),  # on one line
    ((0, 0), (0, 0), (1, 1)),  # two at one place
    ((2, 5),),
    ((-2, 1), (3, 2.5), (0, 0), (1, -2), (4, 4), (2, 2)),
    ((-100, -100), (100, 100), (0, 99)),
]


def figures() -> list[DecisionLine]:
    rng = random.Random(10)
    found = [
        DecisionLine(targets=targets, weights=w, bias=b)
        for targets in GATES.values()
        for w, b in LINES
    ]
    for points in CLOUDS:
        for w, b in LINES:
            found.append(DecisionLine(points, [rng.randint(0, 1) for _ in points], w, b))
    for _ in range(150):
        scale = rng.choice([1, 3, 20])
        points = [
            [round(rng.uniform(-scale, scale), 1), round(rng.uniform(-scale, scale), 1)]
            for _ in range(rng.randint(2, 12))
        ]
        w = (round(rng.uniform(-4, 4), 1), round(rng.uniform(-4, 4), 1))
        b = round(rng.uniform(-scale, scale), 2)
        found.append(DecisionLine(points, [rng.randint(0, 1) for _ in points], w, b))
    return found


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"points": [[1, 2, 3]]}, "points must be 1 to 40 pairs"),
        ({"points": [[1, 2]] * 41}, "points must be 1 to 40 pairs"),
        ({"points": [[1, 200]]}, "points must have entries from -100 to 100"),
        ({"targets": [0, 1]}, "targets must be .*length 4"),
        ({"targets": [0, 1, 0.5, 1]}, "targets must be 0 or 1"),
        ({"weights": [1, 2, 3]}, "weights must be .*length 2"),
        ({"weights": [1, 101]}, "weights must have entries from -100 to 100"),
        ({"bias": float("nan")}, "bias must be finite"),
    ],
)
def test_bad_arguments_are_refused_by_name(arguments, message):
    with pytest.raises(traitlets.TraitError, match=message):
        DecisionLine(**arguments)


def test_gates_are_for_the_corners_alone():
    assert "Choose a gate" in DecisionLine().controls()
    assert "Choose a gate" not in DecisionLine(gates=False).controls()
    assert "Choose a gate" not in DecisionLine(CORNERS[::-1], [0, 0, 1, 1]).controls()


def separable(points, targets) -> bool:
    """Ask a linear program for a line with all points on their right sides."""
    signs = np.where(np.array(targets) == 1, 1.0, -1.0)
    rows = -signs[:, None] * np.column_stack([np.array(points, float), np.ones(len(points))])
    found = linprog(np.zeros(3), rows, -np.ones(len(points)), bounds=[(None, None)] * 3)
    return found.status == 0


def test_the_best_line_is_the_best():
    rng = random.Random(11)
    clouds = [
        *CLOUDS[:5],
        *([(rng.randint(0, 2), rng.randint(0, 2)) for _ in "12345"] for _ in "123"),
    ]
    for points in clouds:
        ways = [
            t for t in itertools.product((0, 1), repeat=len(points)) if separable(points, t)
        ]
        for targets in itertools.product((0, 1), repeat=len(points)):
            best = max(sum(a == b for a, b in zip(way, targets, strict=True)) for way in ways)
            assert most_right(tuple(points), targets) == best, (points, targets)


@pytest.mark.parametrize(("gate", "best"), [("AND", 4), ("OR", 4), ("NAND", 4), ("XOR", 3)])
def test_of_the_gates_only_xor_has_no_line(gate, best):
    said = dict(DecisionLine(targets=GATES[gate]).describe().rows)
    assert said["Best line"] == f"{best} of 4 right"


def test_gates_are_what_their_names_say():
    for i, (a, b) in enumerate(CORNERS):
        assert [GATES[gate][i] for gate in ("AND", "OR", "XOR", "NAND")] == [
            a & b,
            a | b,
            a ^ b,
            1 - (a & b),
        ]


@pytest.mark.parametrize(
    ("figure", "sentence"),
    [
        (DecisionLine(bias=-1.5), "All 4 points are on the right side: the line separates the two classes."),
        (DecisionLine(weights=(0, 0), bias=0), "With w = 0 there is no line: every answer is 0. Wrong: (1, 1) should be 1."),
        (DecisionLine(targets=GATES["XOR"]), "Wrong: (1, 1) should be 0. No line does better."),
        (DecisionLine(targets=GATES["NAND"], bias=-1.5), "4 points are on the wrong side."),
        (DecisionLine(targets=(1, 1, 1, 1), bias=1), "All 4 points get the right answer."),
    ],
)  # fmt: skip
def test_the_cases_in_words(figure, sentence):
    assert figure.describe().sentence == sentence


def test_a_point_on_the_line_counts_as_zero():
    assert [answer((1, 1), -1, point) for point in CORNERS] == [0, 0, 0, 1]
    assert answer((0.1, 0.2), -0.3, (1, 1)) == 0  # on the line, but for rounding


def test_the_static_picture_is_sound():
    for figure in figures()[:80]:
        for shape in ElementTree.fromstring(figure.svg()):
            assert shape.get("stroke") or shape.get("fill"), "colours without the style sheet"


def test_javascript_says_and_draws_the_same(in_javascript, same_shapes):
    living = in_javascript(
        """
        import { decisionTitle, describeDecision } from "./src/figures/decision_words.js";
        import { mistakes } from "./src/maths/perceptron.js";
        import { anchor, decisionScene } from "./src/view/decision_scene.js";
        import { background, frame } from "./src/view/frame.js";
        const see = (state, options) => {
          const view = frame(options.centre, options.limit);
          const foot = anchor(state.weights, state.bias, view);
          return {
            said: describeDecision(state, options),
            title: decisionTitle(options.points, state.targets),
            wrong: mistakes(options.points, state.targets, state.weights, state.bias),
            drawn: [...background(view), ...decisionScene(state, options.points, view, foot)],
          };
        };
        """,
        "see(...input)",
        [[figure.state(), figure.options()] for figure in figures()],
    )
    for figure, live in zip(figures(), living, strict=True):
        said = figure.describe()
        assert [tuple(row) for row in live["said"]["rows"]] == list(said.rows), figure
        assert live["said"]["sentence"] == said.sentence, figure
        assert f'aria-label="{live["title"]}"' in figure.svg()
        parts = (figure.points, figure.targets, figure.weights, figure.bias)
        assert live["wrong"] == mistakes(*parts)
        frame = Frame(figure.centre, figure.limit)
        still = [*background(frame), *decision_scene(*parts, frame)]
        assert same_shapes(still, live["drawn"]) == "", (figure, figure.points)


def test_the_perceptron_rule_of_the_live_half_separates_what_can_be(in_javascript):
    gates = {name: targets for name, targets in GATES.items() if name != "XOR"}
    learned = in_javascript(
        """
        import { learn, mistakes } from "./src/maths/perceptron.js";
        const train = (points, targets) => {
          let now = { weights: [0, 0], bias: 0 };
          for (let step = 0; step < 100; step++) {
            const [first] = mistakes(points, targets, now.weights, now.bias);
            if (first === undefined) return now;
            now = learn(now.weights, now.bias, points[first], targets[first]);
          }
        };
        """,
        "train(...input)",
        [[CORNERS, targets] for targets in gates.values()],
    )
    for targets, now in zip(gates.values(), learned, strict=True):
        assert mistakes(CORNERS, targets, now["weights"], now["bias"]) == []
