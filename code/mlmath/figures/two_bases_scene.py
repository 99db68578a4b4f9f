"""What the two panels show: one map, drawn in two systems of coordinates.

The JavaScript twins are `code/frontend/src/view/two_bases_scene.js` and, for what is written into
the page, `code/frontend/src/figures/two_bases.js`.
"""

from __future__ import annotations

from mlmath.figures.basis_grid import basis_grid
from mlmath.figures.frame import SIDE, Frame, background
from mlmath.figures.markup import element, svg
from mlmath.figures.shape_list import Shape, draw, path
from mlmath.figures.shapes import CENTRE, text
from mlmath.figures.sketch import Arrow, ArrowPart, Drawing, PathPart, Sketch, drawing
from mlmath.figures.two_bases_maths import Rows, apply, map_in_basis
from mlmath.figures.vector_maths import Vector, add, coordinates

PANELS = ((26, "In the standard basis"), (462, "In the basis b₁, b₂"))
"""Where the panels are, from the top of the picture, and what stands over them."""

HEIGHT = 862
STANDARD = ((1, 0), (0, 1))
PARTS = (
    PathPart("first", "first_basis", "mlf-image-grid"),
    PathPart("second", "second_basis", "mlf-image-grid"),
    PathPart("cell", "data", "mlf-area"),
    PathPart("image", "output", "mlf-line mlf-thin mlf-area"),
    ArrowPart("b1", "first_basis", ("vector", "index")),
    ArrowPart("b2", "second_basis", ("vector", "index")),
    ArrowPart("image", "output", ("map", "vector")),
    ArrowPart("x", "input"),
)
"""What each panel is made of, the lowest first."""


def two_bases_scene(
    A: Rows, basis: Rows, x: Vector, view: Frame
) -> tuple[Drawing, Drawing | None]:
    """Return what both panels show; nothing in the second if the basis is none."""
    M, in_basis = map_in_basis(A, basis), coordinates(basis, x)
    below = None
    if M is not None and in_basis is not None:
        below = drawing(_sketch(view, M, STANDARD, in_basis, moves=False), view)
    return drawing(_sketch(view, A, basis, x, moves=True), view), below


def _sketch(view: Frame, A: Rows, basis: Rows, x: Vector, *, moves: bool) -> Sketch:
    first, second = basis
    grid = basis_grid(basis, view)

    def cell(u: Vector, v: Vector) -> str:
        return path([*map(view.to_picture, ((0, 0), u, add(u, v), v))]) + "Z"

    paths = {
        "first": grid[0],
        "second": grid[1],
        "cell": cell(first, second),
        "image": cell(apply(A, first), apply(A, second)),
    }
    arrows = {
        "b1": Arrow(first, ["b", "1"], moves=moves),
        "b2": Arrow(second, ["b", "2"], moves=moves),
        "image": Arrow(apply(A, x), ["A ", "x"]),
        "x": Arrow(x, ["x"], moves=True),
    }
    return Sketch(paths, arrows)


def two_bases_svg(scene: tuple[Drawing, Drawing | None], view: Frame, label: str) -> str:
    """Write both panels, one above the other."""
    parts = []
    for (top, title), shown in zip(PANELS, scene, strict=True):
        place = {"x": CENTRE, "y": top - 9}
        parts += draw([Shape("text", "mlf-tick mlf-panel-title", place, title)])
        shapes = draw(background(view))
        shapes += (
            [part.svg(shown) for part in PARTS]
            if shown
            else [text("no basis", (CENTRE, SIDE / 3 - 6), "ink")]
        )
        parts.append(element("svg", *shapes, y=top, width=SIDE, height=SIDE))
    return svg(*parts, width=SIDE, height=HEIGHT, label=label)
