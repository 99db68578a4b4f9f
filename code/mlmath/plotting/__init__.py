"""Pictures: the style and the palette of the book, and one function per recurring picture."""

from mlmath.plotting.maps import grid, unit_square
from mlmath.plotting.palette import PALETTE
from mlmath.plotting.plane import plane, planes
from mlmath.plotting.style import use_style
from mlmath.plotting.svg import to_svg
from mlmath.plotting.vectors import eigenline, vector

__all__ = [
    "PALETTE",
    "eigenline",
    "grid",
    "plane",
    "planes",
    "to_svg",
    "unit_square",
    "use_style",
    "vector",
]
