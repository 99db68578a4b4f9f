"""Real data that needs no network."""

from mlmath.data.galton import HeightTable, galton_heights
from mlmath.data.photograph import grey_photograph

__all__ = ["HeightTable", "galton_heights", "grey_photograph"]
