"""Eigenvalues and eigenvectors of a 2×2 matrix, from trace and determinant."""

from __future__ import annotations

from fractions import Fraction
from math import hypot
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from mlmath.linalg.exact import rounded, square_root
from mlmath.linalg.readable import readable
from mlmath.linalg.signs import fix_signs
from mlmath.validation import check_matrix

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray


class Eigen2x2(NamedTuple):
    """What `eigen_2x2` returns; it unpacks into its two fields.

    Attributes
    ----------
    eigenvalues : ndarray of shape (2,)
        Real with the larger first, or complex with the positive imaginary part first.
    eigenvectors : ndarray of shape (2, k)
        Unit columns, one for each eigenline: k is 2, 1 or 0.
    """

    eigenvalues: NDArray
    eigenvectors: NDArray

    def __repr__(self) -> str:
        """Return both fields, rounded."""
        values, vectors = readable(self.eigenvalues), readable(self.eigenvectors)
        return f"Eigen2x2(eigenvalues={values}, eigenvectors={vectors})"


def eigen_2x2(A: ArrayLike) -> Eigen2x2:
    """Return the eigenvalues and the real eigenvectors of a real 2×2 matrix.

    The sums are done in fractions, so that nothing cancels, overflows or underflows: each
    eigenvalue is right to the last digit or the last but one.

    Parameters
    ----------
    A : array_like of shape (2, 2)
        Real matrix. Integers count as exact. Floats count as rounded: where a change of half
        a unit in the last place of its entries makes A defective, it is taken to be so.

    Returns
    -------
    Eigen2x2
        `eigenvalues` λ₁ ≥ λ₂ if they are real, otherwise α + iβ and α − iβ with β > 0;
        `eigenvectors`, unit columns in the order of the eigenvalues: two, or one if A is
        defective, or none if the eigenvalues are complex. For a multiple of the identity,
        where every vector is one, the standard basis. Signs as in `fix_signs`.

    Raises
    ------
    OverflowError
        If an eigenvalue is too large for a float.

    References
    ----------
    .. [1] N. J. Higham, *Accuracy and Stability of Numerical Algorithms*, 2nd edition, SIAM,
       2002, section 1.8 (the quadratic formula).

    Derived on the page *Calculating eigenvectors*
    (linear-algebra/eigenvectors/calculating-eigenvectors).

    Examples
    --------
    >>> eigenvalues, V = eigen_2x2([[4, -2], [1, 1]])
    >>> eigenvalues
    array([3., 2.])
    >>> V / V[1]
    array([[2., 1.],
           [1., 1.]])
    >>> eigen_2x2([[0, -1], [1, 0]]).eigenvalues
    array([0.+1.j, 0.-1.j])
    """
    A = check_matrix(A, shape=(2, 2))
    a, b, c, d = map(Fraction, A.ravel().tolist())
    trace, determinant = a + d, a * d - b * c
    discriminant = trace**2 - 4 * determinant
    if A.dtype.kind == "f" and is_rounding_error(a, b, c, d):
        discriminant = Fraction(0)
    root = square_root(abs(discriminant))
    if discriminant < 0:
        alpha, beta = rounded(trace / 2, "an eigenvalue"), rounded(root / 2, "an eigenvalue")
        return Eigen2x2(np.array([alpha + 1j * beta, alpha - 1j * beta]), np.empty((2, 0)))
    larger = (trace + root) / 2 if trace >= 0 else (trace - root) / 2  # in magnitude
    smaller = determinant / larger if larger and discriminant else larger
    first, second = max(larger, smaller), min(larger, smaller)
    if a == d and b == c == 0:
        vectors = np.eye(2)
    else:
        values = [first, second] if discriminant else [first]
        vectors = np.transpose([eigenvector(a, b, c, d, value) for value in values])
    eigenvalues = [rounded(value, "an eigenvalue") for value in (first, second)]
    return Eigen2x2(np.array(eigenvalues), fix_signs(vectors))


def eigenvector(
    a: Fraction, b: Fraction, c: Fraction, d: Fraction, value: Fraction
) -> tuple[float, float]:
    """Return the unit eigenvector that the rows of A − λI give; the longer is more accurate."""
    x, y = max([(-b, a - value), (d - value, -c)], key=lambda v: max(abs(v[0]), abs(v[1])))
    size = max(abs(x), abs(y))
    x, y = float(x / size), float(y / size)
    return x / hypot(x, y), y / hypot(x, y)


def is_rounding_error(a: Fraction, b: Fraction, c: Fraction, d: Fraction) -> bool:
    """Whether Δ = (a − d)² + 4bc is what rounding the entries makes of zero.

    Only a matrix with one eigenline or none can be meant, so bc is not positive and b or c
    is not zero. Then Δ = 0 says |a − d| = 2√(−bc), and each side may be half a unit off.
    """
    if b * c > 0 or b == c == 0:
        return False
    span = 2 * square_root(-b * c)
    return abs(abs(a - d) - span) <= (abs(a) + abs(d) + span) / 2**53
