"""Pictures: the style and the palette of the book, and one helper per recurring picture."""

from mlmath.plotting.palette import PALETTE
from mlmath.plotting.plane import eigenline, grid, plane, planes, unit_square, vector
from mlmath.plotting.style import to_svg, use_style

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
