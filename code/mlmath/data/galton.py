"""Galton's table of the heights of parents and their adult children, 1886."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

CHILDREN = [62.2, 63.2, 64.2, 65.2, 66.2, 67.2, 68.2, 69.2, 70.2, 71.2, 72.2, 73.2]
PARENTS = [64.5, 65.5, 66.5, 67.5, 68.5, 69.5, 70.5, 71.5, 72.5]

# Columns: below, the headings of CHILDREN, above. Galton printed the tallest parents first.
COUNTS = [
    [1, 0, 2, 4, 1, 2, 2, 1, 1, 0, 0, 0, 0, 0],  # below
    [1, 1, 4, 4, 1, 5, 5, 0, 2, 0, 0, 0, 0, 0],  # 64.5
    [1, 0, 9, 5, 7, 11, 11, 7, 7, 5, 2, 1, 0, 0],
    [0, 3, 3, 5, 2, 17, 17, 14, 13, 4, 0, 0, 0, 0],
    [0, 3, 5, 14, 15, 36, 38, 28, 38, 19, 11, 4, 0, 0],
    [1, 0, 7, 11, 16, 25, 31, 34, 48, 21, 18, 4, 3, 0],
    [0, 0, 1, 16, 4, 17, 27, 20, 33, 25, 20, 11, 4, 5],
    [1, 0, 1, 0, 1, 1, 3, 12, 18, 14, 7, 4, 3, 3],
    [0, 0, 0, 0, 1, 3, 4, 3, 5, 10, 4, 9, 2, 2],
    [0, 0, 0, 0, 0, 0, 0, 1, 2, 1, 2, 7, 2, 4],  # 72.5
    [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 3, 0],  # above
]


class HeightTable(NamedTuple):
    """How many children of each class of height the parents of each class have.

    Parameters
    ----------
    counts : ndarray of shape (11, 14)
        Children; a row for each class of mid-parents, a column for each class of children.
        The first and the last row, the first and the last column are open classes: "below"
        and "above" all the others. Nothing more is known of the heights in them.
    parents : ndarray of shape (9,)
        The headings of the rows between the open ones, in inches.
    children : ndarray of shape (12,)
        The headings of the columns between the open ones, in inches.
    """

    counts: NDArray
    parents: NDArray
    children: NDArray

    @property
    def children_edges(self) -> NDArray:
        """The borders of the 12 closed classes of children, in inches: heading ± 0.5."""
        return np.append(self.children - 0.5, self.children[-1] + 0.5)

    @property
    def children_density(self) -> NDArray:
        """The shares of *all* children in the 12 closed classes, per inch.

        They add up to less than 1: the children of the open classes are missing, because
        nobody knows over how many inches they are spread.
        """
        return self.counts.sum(axis=0)[1:-1] / self.counts.sum()


def galton_heights() -> HeightTable:
    """Return Galton's heights of 928 adult children of 205 pairs of parents, in inches.

    A mid-parent is the mean of a father and 1.08 times a mother; the heights of daughters are
    multiplied by 1.08 as well. Each class is one inch wide and stands for its heading, 62.2
    and so on, not 62.5: people tend to say whole inches, so that Galton thought the middle of
    those who counted as 62 to 63 to be nearer to 62.

    The tallest parents, "above", are counted in the source as 5 couples with 4 children: one
    of these two numbers must be wrong there. It is the children that are counted here.

    Returns
    -------
    HeightTable
        `counts`, `parents`, `children`; new arrays each time.

    References
    ----------
    .. [1] F. Galton, "Regression towards mediocrity in hereditary stature", *Journal of the
       Anthropological Institute of Great Britain and Ireland* 15, 1886, Table I. In the
       public domain.

    Used on the page *A walk in parameter space*
    (linear-algebra/vectors-and-data/parameter-space).

    Examples
    --------
    >>> table = galton_heights()
    >>> table.counts.sum()
    np.int64(928)
    >>> table.counts.sum(axis=0)  # below, 62.2, 63.2, …, 73.2, above
    array([  5,   7,  32,  59,  48, 117, 138, 120, 167,  99,  64,  41,  17,
            14])
    """
    return HeightTable(np.array(COUNTS), np.array(PARENTS), np.array(CHILDREN))
