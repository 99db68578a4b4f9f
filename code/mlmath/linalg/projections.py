"""The shadow of one vector on the line of another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mlmath.linalg.angles import unit
from mlmath.validation import check_vector

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray


def scalar_projection(v: ArrayLike, onto: ArrayLike) -> float:
    """Return how far v reaches along a vector u: ⟨u, v⟩ / ‖u‖.

    Parameters
    ----------
    v : array_like of shape (n,)
        Real vector.
    onto : array_like of shape (n,)
        The vector u, not zero. Only its direction matters.

    Returns
    -------
    float
        Negative if v points away from u.

    Derived on the page *Projection* (linear-algebra/length-angle-and-basis/projection).

    Examples
    --------
    >>> scalar_projection([3, 4], onto=[10, 0])
    3.0
    """
    u = unit(check_vector(onto, "onto"), "onto")
    return float(check_vector(v, "v", size=len(u)) @ u)


def vector_projection(v: ArrayLike, onto: ArrayLike) -> NDArray:
    """Return the multiple of u nearest to v: (⟨u, v⟩ / ⟨u, u⟩) u.

    Parameters
    ----------
    v : array_like of shape (n,)
        Real vector.
    onto : array_like of shape (n,)
        The vector u, not zero. Only its line matters.

    Returns
    -------
    ndarray of shape (n,)
        The projection p. The residual v − p stands at right angles to u.

    Raises
    ------
    ValueError
        If u is zero: its multiples make a point and no line.

    Derived on the page *Projection* (linear-algebra/length-angle-and-basis/projection).

    Examples
    --------
    >>> vector_projection([5, 5], onto=[2, 1])
    array([6., 3.])
    """
    u = unit(check_vector(onto, "onto"), "onto")
    return (check_vector(v, "v", size=len(u)) @ u) * u
