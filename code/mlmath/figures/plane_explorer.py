"""The plane explorer: a 2×2 matrix acts on the plane."""

from __future__ import annotations

from typing import ClassVar

import traitlets

from mlmath.figures import markup
from mlmath.figures.base import Figure
from mlmath.figures.wording import Description


class PlaneExplorer(Figure):
    """A 2×2 matrix that acts on the plane."""

    kind: ClassVar[str] = "plane-explorer"
    matrix = traitlets.Any(((1.0, 0.0), (0.0, 1.0))).tag(sync=True, state=True)
    x = traitlets.Any((1.0, 1.0)).tag(sync=True, state=True)
    eigenlines = traitlets.Bool(False).tag(sync=True, state=True)
    limit = traitlets.Float(3.0).tag(sync=True, option=True)

    def svg(self) -> str:
        """Return the static picture of the present state."""
        return markup.svg(width=400, height=400, label="The plane")

    def describe(self) -> Description:
        """Return in words what the figure shows now."""
        return Description((), "")
