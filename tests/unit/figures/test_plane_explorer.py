"""The plane explorer in Python: what it accepts, says and draws."""

from __future__ import annotations

import json
import math
import random
from xml.etree import ElementTree

import numpy as np
import pytest
import traitlets
from mlmath.figures import PlaneExplorer
from mlmath.figures.frame import plane
from mlmath.figures.plane_explorer import PRESETS
from mlmath.figures.plane_map import spectrum
from mlmath.figures.plane_scene import plane_scene

GOLDEN = (1 + math.sqrt(5)) / 2


def said(matrix, x=(1, 1), **options):
    return dict(PlaneExplorer(matrix=matrix, x=x, **options).describe().rows)


def sentence(matrix, x, **options):
    return PlaneExplorer(matrix=matrix, x=x, **options).describe().sentence


def test_a_reader_gets_back_what_python_was_given():
    figure = PlaneExplorer(matrix=np.array([[0, 2], [1, 1]]), x=np.array([0.5, -1.0]))
    assert figure.matrix == ((0, 2), (1, 1))
    assert figure.x == (0.5, -1)
    assert (
        repr(figure) == "PlaneExplorer(matrix=((0, 2), (1, 1)), x=(0.5, -1), eigenlines=False)"
    )


@pytest.mark.parametrize(
    ("argument", "value", "message"),
    [
        ("matrix", [[1, 2, 3], [4, 5, 6]], r"matrix must be .*\(2, 2\); found shape \(2, 3\)"),
        ("matrix", [[1, np.nan], [0, 1]], "matrix must be finite"),
        ("matrix", [[1, 101], [0, 1]], "matrix must have entries from -100 to 100"),
        ("matrix", "shear", "matrix"),
        ("x", [1, 2, 3], r"x must be .*length 2; found shape \(3,\)"),
        ("x", [np.inf, 0], "x must be finite"),
        ("move", "x", "move must be a tuple"),
        ("move", ("rows",), "move must be a tuple"),
        ("presets", {"shear": [[1, 1]]}, r"presets\['shear'\] must be"),
        ("limit", 0, "limit must be from 0.5 to 100"),
    ],
)
def test_bad_arguments_are_refused_by_name(argument, value, message):
    with pytest.raises(traitlets.TraitError, match=message):
        PlaneExplorer(**{argument: value})


def test_a_bad_change_leaves_the_figure_as_it_was():
    figure = PlaneExplorer()
    with pytest.raises(traitlets.TraitError):
        figure.matrix = [[1, 2], [3, 1000]]
    assert figure.matrix == ((1, 0), (0, 1))


@pytest.mark.parametrize(
    ("matrix", "eigenvalues", "eigenlines"),
    [
        ([[2, 1], [1, 2]], "3 and 1", "(1, 1) and (1, −1)"),
        ([[1, 1], [0, 1]], "1 (twice)", "(1, 0)"),
        ([[0, 0], [0, 0]], "0 (twice)", "every line"),
        ([[-1, 0], [0, -1]], "−1 (twice)", "every line"),
        ([[0, 1], [0, 0]], "0 (twice)", "(1, 0)"),
        ([[0, -1], [1, 0]], "±i", "none"),
        ([[0.8, -0.6], [0.6, 0.8]], "0.8 ± 0.6i", "none"),
        ([[1, -1], [1, 1]], "1 ± i", "none"),
        ([[0.5, 0.5], [0.5, 0.5]], "1 and 0", "(1, 1) and (1, −1)"),
        ([[1, 1], [1, 0]], "1.618 and −0.618", "(1, 0.618) and (−0.618, 1)"),
        # double, but for the last bit of 0.3 and 0.1
        ([[0.3, 0.1], [-0.1, 0.1]], "0.2 (twice)", "(1, −1)"),
    ],
)
def test_eigenvalues_and_eigenlines_in_words(matrix, eigenvalues, eigenlines):
    rows = said(matrix)
    assert (rows["Eigenvalues"], rows["Eigenlines"]) == (eigenvalues, eigenlines)


@pytest.mark.parametrize(
    ("matrix", "determinant"),
    [
        ([[2, 1], [1, 2]], "3"),
        ([[0, 1], [1, 0]], "−1 (turned over)"),
        ([[1, 2], [2, 4]], "0 (flattened)"),
        ([[0.1, 0.3], [0.2, 0.6]], "0 (flattened)"),
        ([[0.01, 0], [0, 0.01]], "0"),  # tiny, but not flat
    ],
)
def test_the_determinant_in_words(matrix, determinant):
    assert said(matrix)["Determinant"] == determinant


def test_the_probe_in_words():
    shear = [[1, 1], [0, 1]]
    assert sentence(shear, (0, 0)) == (
        "x is the zero vector; every linear map leaves it where it is."
    )
    assert sentence(shear, (2, 0)) == "A x is 1 times x: x is an eigenvector with eigenvalue 1."
    assert sentence([[2, 1], [1, 2]], (-1, 1)).startswith("A x is 1 times x")
    assert sentence([[0, -1], [1, 0]], (2, 1)) == (
        "A x points 90° anticlockwise of x and is just as long."
    )
    assert sentence([[0, 2], [-2, 0]], (2, 1)) == (
        "A x points 90° clockwise of x and is 2 times as long."
    )
    assert "less than 0.1°" in sentence([[1, 0.0001], [0, 1]], (1, 1))
    assert "almost 180°" in sentence([[-1, 0.0001], [0, -1]], (1, 1))


def test_an_eigenvector_with_irrational_entries_is_recognised():
    assert sentence([[1, 1], [1, 0]], (1, GOLDEN - 1)) == (
        "A x is 1.618 times x: x is an eigenvector with eigenvalue 1.618."
    )


def test_a_riddle_gives_nothing_away():
    figure = PlaneExplorer(matrix=[[7.5, 1.25], [0, -3.25]], x=(0, 1), reveal=False)
    content = json.dumps(figure.content())
    assert "hidden" in content
    assert "λ" not in content and "eigenvector" not in content
    for given_away in ("7.5 and", "−0.116", "and −3.25"):
        assert given_away not in content
    figure.eigenlines = True
    assert said(figure.matrix, eigenlines=True, reveal=False)["Eigenvalues"] == "7.5 and −3.25"


def test_before_eigenvalues_have_a_name_the_figure_does_not_mention_them():
    figure = PlaneExplorer(matrix=[[2, 0], [0, 3]], x=(1, 0), eigen=False)
    assert "igen" not in json.dumps([figure.content()[part] for part in ("svg", "controls")])
    assert "igen" not in str(figure.describe())
    assert list(said(figure.matrix, eigen=False)) == ["x", "A x", "Determinant"]


def test_a_matrix_that_nobody_can_move_is_not_described():
    assert list(said([[3, 2], [1, 4]], eigen=False, move=("x",))) == ["x", "A x"]


def test_fixed_parts_cannot_be_typed():
    controls = PlaneExplorer(move=("x",)).controls()
    assert 'data-path="x.0"' in controls
    assert 'data-path="matrix' not in controls
    assert "data-path" not in PlaneExplorer(move=(), eigen=False, presets=False).controls()


def test_the_usual_maps_are_what_their_names_say():
    maps = {name: np.array(matrix, dtype=float) for name, matrix in PRESETS.items()}
    eye = np.eye(2)
    assert np.allclose(maps["rotation"].T @ maps["rotation"], eye)
    assert np.isclose(np.linalg.det(maps["rotation"]), 1)
    assert np.allclose(maps["mirror"] @ maps["mirror"], eye)
    assert np.isclose(np.linalg.det(maps["mirror"]), -1)
    assert np.allclose(maps["projection"] @ maps["projection"], maps["projection"])
    assert np.linalg.matrix_rank(maps["projection"]) == 1
    assert np.allclose(maps["inversion"], -eye)
    assert np.allclose(maps["identity"], eye)
    assert np.linalg.matrix_rank(maps["shear"] - eye) == 1
    assert np.allclose((maps["shear"] - eye) @ (maps["shear"] - eye), 0)


def test_the_static_picture_is_sound_and_always_the_same():
    figure = PlaneExplorer(matrix=[[50, -1], [2, 0.5]], eigenlines=True)
    ElementTree.fromstring(figure.svg())  # raises if it is not well-formed
    assert figure.svg() == PlaneExplorer(matrix=[[50, -1], [2, 0.5]], eigenlines=True).svg()


def test_the_static_picture_shows_colours_without_the_style_sheet():
    shapes = ElementTree.fromstring(PlaneExplorer(eigenlines=True).svg()).iter()
    for shape in shapes:
        if shape.tag.endswith(("}path", "}text")):
            assert shape.get("stroke") or shape.get("fill"), ElementTree.tostring(shape)


def test_nothing_is_drawn_or_written_outside_the_picture():
    rng = random.Random(2)
    for _ in range(100):
        A = np.array([[rng.uniform(-100, 100) for _ in "ab"] for _ in "ab"])
        x = np.array([rng.uniform(-100, 100), rng.uniform(-100, 100)])
        scene = plane_scene(A, x, spectrum(A), plane(3), ("columns", "x"))
        for arrow, centre in scene.arrows:
            for place in (arrow.tip, centre):
                assert 0 <= min(place) and max(place) <= 400


def random_states() -> list[dict]:
    """Return states of all kinds: degenerate ones, presets, small and large numbers."""
    degenerate = [
        [[0, 0], [0, 0]],
        [[0, 1], [0, 0]],
        [[1, 1], [0, 1]],
        [[2, 0], [0, 2]],
        [[0, -1], [1, 0]],
        [[1, 2], [2, 4]],
        [[0.3, 0.1], [-0.1, 0.1]],
        [[1, 1], [1, 0]],
        [[1e-3, 0], [0, -1e-3]],
        [[100, -100], [100, 100]],
        [[0.1, 0.7], [0.7, 0.1]],
        *PRESETS.values(),
    ]
    vectors = [(0, 0), (1, 0), (1, 1), (-0.5, 2), (1, GOLDEN - 1), (100, -99.5), (3, 0)]
    states = [
        {"matrix": matrix, "x": x, "eigenlines": shown}
        for matrix in degenerate
        for x in vectors
        for shown in (False, True)
    ]
    rng = random.Random(3)
    for scale, places in ((3, 1), (1, 1), (100, 3), (0.2, 2)):
        for _ in range(25):
            a, b, c, d, x, y = (round(rng.uniform(-scale, scale), places) for _ in range(6))
            shown = rng.random() < 0.7
            states.append({"matrix": [[a, b], [c, d]], "x": (x, y), "eigenlines": shown})
    return states


@pytest.mark.parametrize(
    "options",
    [{}, {"reveal": False}, {"eigen": False, "move": ("x",)}, {"limit": 5.5, "move": ()}],
    ids=str,
)
def test_javascript_says_and_draws_the_same(in_javascript, options):
    some = random_states()[:: 3 if options else 1]
    figures = [PlaneExplorer(**state, **options) for state in some]
    living = in_javascript(
        """
        import { describePlane, planeTitle } from "./src/figures/plane_words.js";
        import { planeScene } from "./src/view/plane_scene.js";
        """,
        "{said: describePlane(...input), drawn: planeScene(...input),"
        " title: planeTitle(input[0].matrix)}",
        [[figure.state(), figure.options()] for figure in figures],
    )
    assert len(living) >= 20
    for figure, live in zip(figures, living, strict=True):
        said = figure.describe()
        assert [tuple(row) for row in live["said"]["rows"]] == list(said.rows), figure
        assert live["said"]["sentence"] == said.sentence, figure
        picture = figure.svg()
        assert f'aria-label="{live["title"]}"' in picture
        drawn = living_svg(live["drawn"])
        still = static_svg(picture)
        assert drawn.keys() == still.keys(), figure
        for part, shape in drawn.items():
            assert same_shape(shape, still[part]), f"{figure}: {part}: {shape} ≠ {still[part]}"


def living_svg(drawn: dict) -> dict[str, str]:
    """Return the shapes of a living picture, by their part in it."""
    shapes = {
        "first grid": drawn["grid"][0],
        "second grid": drawn["grid"][1],
        "square": drawn["square"],
        "flipped": str(drawn["flipped"]),
    }
    if drawn["eigenlines"]:
        shapes["eigenlines"] = drawn["eigenlines"]
        shapes["faint"] = str(drawn["everyLine"])
    for arrow in drawn["arrows"]:
        x, y = arrow["label"]
        shapes[f"{arrow['name']} arrow"] = (
            f"{arrow['shaft']} {arrow['head']} {x} {y + 6}{arrow['away']}"
        )
    for i, label in enumerate(drawn["eigenlabels"]):
        x, y = label["label"]
        shapes[f"eigenlabel {i}"] = f"{x} {y + 6} {label['text']}"
    return shapes


def static_svg(svg: str) -> dict[str, str]:
    """Return the shapes of a static picture, by their part in it."""
    root = ElementTree.fromstring(svg)
    spaces = {"": "http://www.w3.org/2000/svg"}

    def classes(element: ElementTree.Element) -> set[str]:
        return set(element.get("class", "").split())

    grid = [path for path in root.findall("path", spaces) if "mlf-image-grid" in classes(path)]
    square = next(
        path for path in root.findall("path", spaces) if "mlf-square" in classes(path)
    )
    shapes = {
        "first grid": grid[0].get("d"),
        "second grid": grid[1].get("d"),
        "square": square.get("d"),
        "flipped": str("mlf-flipped" in classes(square)),
    }
    for path in root.findall("path", spaces):
        if "mlf-eigenline" in classes(path):
            shapes["eigenlines"] = path.get("d")
            shapes["faint"] = str("mlf-faint" in classes(path))
    roles = {"first-basis": "first", "second-basis": "second", "output": "image", "input": "x"}
    for group in root.findall("g", spaces):
        name = next(roles[role] for role in roles if f"mlf-{role}" in classes(group))
        shaft, head, label = group
        text = "".join(label.itertext())
        away = text[text.index(" (") :] if "(" in text else ""
        shapes[f"{name} arrow"] = (
            f"{shaft.get('d')} {head.get('d')} {label.get('x')} {label.get('y')}{away}"
        )
    labels = [text for text in root.findall("text", spaces) if "mlf-eigen" in classes(text)]
    for i, label in enumerate(labels):
        shapes[f"eigenlabel {i}"] = f"{label.get('x')} {label.get('y')} {label.text}"
    return shapes


def same_shape(one: str, other: str) -> bool:
    """Compare shapes; coordinates may differ by the rounding to hundredths."""
    if one == other:
        return True
    split = str.maketrans({letter: f" {letter} " for letter in "MLZ(),"})
    pairs = list(zip(one.translate(split).split(), other.translate(split).split(), strict=True))
    for a, b in pairs:
        try:
            if abs(float(a) - float(b)) > 0.02:
                return False
        except ValueError:
            if a != b:
                return False
    return True
