"""Image components: a photograph from its first k singular values."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

import numpy as np
import traitlets

from mlmath.data import grey_photograph
from mlmath.figures.base import Figure
from mlmath.figures.image_parts import (
    WIDTH,
    Chart,
    chart_background,
    chart_scene,
    grey_levels,
    image_height,
    png,
    take_apart,
)
from mlmath.figures.markup import button, checkbox, element, slider, svg
from mlmath.figures.shape_list import draw
from mlmath.figures.wording import Description, number
from mlmath.validation import check_matrix

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

MOST_BYTES = 45_000
"""So much is shipped at most; it hardly gets smaller when it is compressed."""


class ImageComponents(Figure):
    """A grey picture as the sum of its first k components σᵢ uᵢ vᵢᵀ.

    The singular vectors are shipped as whole numbers from -127 to 127, one byte each, so that
    what is drawn is off by less than one of 255 grey levels on average, and nowhere by more
    than a few. What the figure says of errors comes from the singular values themselves.

    Parameters
    ----------
    image : (m, n) array_like
        Grey levels from 0 (black) to 1 (white); min(m, n)·(m + n) must be 45 000 at most.
        Without one: `mlmath.data.grey_photograph`.
    k : int
        How many components are added up at first.
    rest : bool
        Whether it is shown what they leave out (grey where that is nothing).
    picture : mapping
        Instead of an image, what `options` returns: its components.

    Examples
    --------
    >>> figure = ImageComponents(k=10)
    >>> figure
    ImageComponents(k=10, rest=False)
    >>> figure.describe().rows[1]
    ('Numbers stored', '2810 of 18816 (14.9 %)')
    """

    kind: ClassVar[str] = "image-components"

    k = traitlets.Int(10).tag(sync=True, state=True)
    rest = traitlets.Bool(False).tag(sync=True, state=True)
    picture = traitlets.Any(None).tag(sync=True, option=True)

    def __init__(
        self,
        image: ArrayLike | None = None,
        k: int = 10,
        rest: bool = False,
        picture: Mapping | None = None,
        **settings: Any,
    ):
        if picture is None:
            picture = take_apart(_checked(grey_photograph() if image is None else image))
        super().__init__(picture=dict(picture), k=k, rest=rest, **settings)

    @traitlets.validate("k")
    def _check_k(self, proposal: Mapping) -> int:
        most = len(self.picture["values"])
        if not 1 <= proposal["value"] <= most:
            raise traitlets.TraitError(f"k must be from 1 to {most}; found {proposal['value']}")
        return proposal["value"]

    def svg(self) -> str:
        """Return the static picture of the present state."""
        chart = Chart.of(self.picture)
        levels = grey_levels(self.picture, self.k, self.rest)
        image = element(
            "image",
            href=png(levels),
            width=WIDTH,
            height=image_height(self.picture),
            preserveAspectRatio="none",
        )
        shapes = [
            *chart_background(self.picture, chart),
            *chart_scene(self.k, self.picture, chart),
        ]
        return svg(image, *draw(shapes), width=WIDTH, height=chart.height, label=self._title())

    def controls(self) -> str:
        """Return the slider for k and the switch to what is left out."""
        most = len(self.picture["values"])
        return slider("k", "Components k", self.k, limits=(1, most), step=1) + checkbox(
            "rest", "Show what is left out", self.rest
        )

    def buttons(self) -> str:
        """Return the buttons for one component more or less."""
        return button("more", "One more", "1") + button("more", "One less", "-1")

    def describe(self) -> Description:
        """Return in words what the figure shows now."""
        rows, columns = self.picture["rows"], self.picture["columns"]
        squares = [value**2 for value in self.picture["values"]]
        most, whole = len(squares), rows * columns
        left_out = sum(squares[self.k :]) / sum(squares)
        error = number(left_out**0.5)
        stored = self.k * (rows + columns + 1)
        share = number(100 * stored / whole, 1)
        table = (
            ("Components k", f"{self.k} of {most}"),
            ("Numbers stored", f"{stored} of {whole} ({share} %)"),
            ("Squares kept", f"{number(100 * (1 - left_out), 2)} %"),
            ("Relative error", error),
            (f"With k = {most}", f"{most * (rows + columns + 1)} numbers, error 0"),
        )
        if self.k == most:
            sentence = "All components together are the picture, in more numbers than it has."
        elif stored >= whole:
            sentence = (
                "So many components take more numbers than the picture itself: "
                "nothing is saved."
            )
        else:
            sentence = (
                f"{self.k} component{'s take' if self.k > 1 else ' takes'} {share} % of the "
                f"numbers of the picture; the relative error is {error}."
            )
        shown = " Shown is what they leave out." if self.rest else ""
        return Description(table, sentence + shown)

    def _title(self) -> str:
        return (
            "A photograph put together from its largest components, "
            "above the singular values of all"
        )


def _checked(image: ArrayLike) -> np.ndarray:
    try:
        image = check_matrix(image, "image").astype(float)
    except (TypeError, ValueError) as error:
        raise traitlets.TraitError(str(error)) from error
    if min(image.shape) < 2 or min(image.shape) * sum(image.shape) > MOST_BYTES:
        raise traitlets.TraitError(
            f"image must have at least 2 rows and columns, and min(m, n)·(m + n) at most "
            f"{MOST_BYTES}; found shape {image.shape}"
        )
    if image.min() < 0 or image.max() > 1 or not image.any():
        raise traitlets.TraitError(
            "image must have grey levels from 0 to 1, not all 0; "
            f"found {image.min():g} to {image.max():g}"
        )
    return image
