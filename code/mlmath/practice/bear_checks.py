"""Checks for the assignment on a bear and a mirror: mirror_basis, mirror_matrix and reflect."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from mlmath import linalg
from mlmath.practice.checking import SECONDS, Check, Mistake, Passed, Pattern, shown_call
from mlmath.practice.row_steps import casting_errors, whole_numbers

FLIP = np.diag([1.0, -1.0])


def unit(v: np.ndarray) -> np.ndarray:
    """Return v rescaled to length 1."""
    return v / np.linalg.norm(v)


def left(v: np.ndarray) -> np.ndarray:
    """Return v after a quarter turn to the left."""
    return np.array([-v[1], v[0]])


def basis(v: np.ndarray) -> np.ndarray:
    """Return unit columns along v and across it."""
    return np.column_stack([unit(v), unit(left(v))])


def mirror(v: np.ndarray) -> np.ndarray:
    """Return the reflection in the line along v."""
    return linalg.reflection(left(v))


def directions() -> list[tuple]:
    """Return directions of mirrors: along the axes first, then slanting, long and short."""
    return [
        (np.array(v, dtype=float),)
        for v in [(1, 0), (0, 1), (1, 1), (3, 4), (2, 0), (2, 1), (-1, 2), (1, -3), (-4, -3)]
    ] + [(np.array([0.03, 0.01]),), (np.array([500.0, -1200.0]),)]


def slanting() -> list[tuple]:
    """Return directions on which each mistake shows."""
    return [(np.array([3.0, 1.0]),), (np.array([-1.0, 2.5]),)]


LENGTH = Pattern(
    "length",
    lambda v: abs(np.linalg.norm(v) - 1) > 1e-9,
    "It goes wrong only where v is not of length 1. The mirror is the same for v and for 2v.",
)


def other_length(v: np.ndarray, length: float) -> np.ndarray:
    """Divide by what is not the length."""
    return np.column_stack([v, left(v)]) / length


def turned(angle: float) -> np.ndarray:
    """Return the matrix of a turn."""
    c, s = np.cos(angle), np.sin(angle)
    return np.array([[c, -s], [s, c]])


MIRROR_BASIS = Check(
    "mirror_basis",
    directions,
    basis,
    shown_call("mirror_basis", "v", digits=4),
    slanting,
    "mirror_basis passes: right on {count} directions.",
    mistakes=[
        Mistake(
            "not-normalised",
            lambda v: np.column_stack([v, left(v)]),
            "The directions are right, the lengths are not: divide by the length of v.",
        ),
        Mistake(
            "divided-by-square",
            lambda v: np.column_stack([v, left(v)]) / (v @ v),
            "You divided by the squared length. Its root is missing.",
        ),
        Mistake(
            "rows",
            lambda v: basis(v).T,
            "The two vectors are the *rows* of your matrix; they should be its columns.",
        ),
        Mistake(
            "turned-right",
            lambda v: basis(v) @ FLIP,
            "The second column points to the right of the first. For a quarter turn to the left "
            "take (-v[1], v[0]).",
        ),
        Mistake(
            "swapped",
            lambda v: basis(v)[:, ::-1],
            "The columns are swapped: first along the mirror, then across.",
        ),
        Mistake(
            "not-perpendicular",
            lambda v: np.column_stack([unit(v), unit(v[::-1])]),
            "(v[1], v[0]) is not perpendicular to v. One of the two entries changes its sign.",
        ),
        Mistake(
            "half-turn",
            lambda v: np.column_stack([unit(v), -unit(v)]),
            "The second column is the first after *half* a turn. A quarter turn takes (a, b) to "
            "(-b, a).",
        ),
        *(
            Mistake(
                "other-length",
                result,
                "That is not the length of v. It is the root of the sum of squares, "
                "np.linalg.norm(v).",
            )
            for result in (
                lambda v: other_length(v, np.abs(v).sum()),
                lambda v: other_length(v, np.abs(v).max()),
                lambda v: other_length(v, v.sum()),
            )
        ),
        Mistake(
            "second-not-normalised",
            lambda v: np.column_stack([unit(v), left(v)]),
            "The second column is not of length 1: turn the unit vector, not v.",
        ),
        Mistake(
            "angle-from-the-wrong-axis",
            lambda v: turned(np.arctan2(v[0], v[1])),
            "The angle is measured from the wrong axis: np.arctan2 takes the second coordinate "
            "first, np.arctan2(v[1], v[0]).",
        ),
    ],
    patterns=[
        Pattern(
            "to-the-left",
            lambda v: v[0] < 0,
            "It goes wrong only where v points to the left. v and -v have the same quotient "
            "v[1] / v[0], so an angle from np.arctan cannot tell them apart; np.arctan2(v[1], v[0]) "
            "can.",
        ),
        LENGTH,
    ],
    shape="Two columns with two entries each.",
    otherwise="Is the first column as long as 1, and along v? And the second across it?",
)

MIRROR_MATRIX = Check(
    "mirror_matrix",
    directions,
    mirror,
    shown_call("mirror_matrix", "v", digits=4),
    slanting,
    "mirror_matrix passes: right on {count} directions.",
    mistakes=[
        Mistake(
            "wrong-way-round",
            lambda v: basis(v).T @ FLIP @ basis(v),
            "E and its transpose have changed places. Read from the right: the point comes in the "
            "usual coordinates, so the first thing is to translate *into* the mirror's basis.",
        ),
        Mistake(
            "across",
            lambda v: -mirror(v),
            "This mirror stands across v. Along the mirror nothing changes, across it the sign "
            "does: which entry of T_E is -1?",
        ),
        Mistake(
            "projection",
            lambda v: np.outer(unit(v), unit(v)),
            "This brings every point *onto* the mirror. Its image lies as far behind; the projection on "
            "the normal is taken away twice.",
        ),
        Mistake(
            "one-way",
            lambda v: FLIP @ basis(v).T,
            "One of the two translations is missing: first into the mirror's basis, on the right, "
            "and at the end back, on the left. (With angles: the mirror's has to be doubled.)",
        ),
        Mistake(
            "not-normalised",
            lambda v: (v @ v) * mirror(v),
            "The image is too large or too small: the columns of E are not of length 1.",
        ),
        Mistake(
            "flip-only",
            lambda v: FLIP,
            "This is T_E, the mirror in its own basis; E T_E E comes to the same. The matrix on the "
            "right has to undo the one on the left: E.T, not E.",
        ),
        Mistake(
            "inversion", lambda v: -np.eye(2), "Only one of the two signs changes in a mirror."
        ),
        Mistake(
            "entry-by-entry",
            lambda v: basis(v) * FLIP * basis(v).T,
            "`*` multiplies entry by entry. The matrix product is `@`.",
        ),
        Mistake(
            "exchange",
            lambda v: basis(v) @ np.array([[0, 1], [1, 0]]) @ basis(v).T,
            "Your T_E exchanges the two coordinates. In the mirror's basis one of them stays, and "
            "the other changes its sign.",
        ),
        Mistake(
            "rotation",
            lambda v: turned(2 * np.arctan2(v[1], v[0])),
            "This turns the plane. A mirror turns it over: its determinant is -1.",
        ),
        Mistake(
            "nothing-reflected",
            lambda v: np.eye(2),
            "This moves nothing: into the mirror's basis, and back. Between the two the coordinate "
            "across the mirror changes its sign.",
        ),
    ],
    patterns=[LENGTH],
    shape="A matrix with two rows and two columns.",
    otherwise="Multiply your matrix by v, which should stay, and by (-v[1], v[0]), which should "
    "change its sign.",
)


# reflect


def reflected(points: np.ndarray, v: np.ndarray, p: np.ndarray) -> np.ndarray:
    """Return the images of points, one in each row, in the mirror through p along v."""
    return p + (points - p) @ mirror(v).T


def scenes() -> list[tuple]:
    """Return points, mirrors and where they stand: through the origin first, one point first."""
    rng = np.random.default_rng(5)
    first = [
        (np.array([[0.0, 2.0]]), np.array([1.0, 0.0]), np.zeros(2)),
        (np.array([[3.0, 1.0], [0.0, 2.0]]), np.array([1.0, 1.0]), np.zeros(2)),
        (np.array([[0.0, 2.0]]), np.array([1.0, 0.0]), np.array([0.0, 1.0])),
    ]
    more = [
        (
            rng.integers(-5, 6, (n, 2)).astype(float),
            np.array([3.0, rng.integers(-4, 5)]),
            rng.integers(-3, 4, 2).astype(float),
        )
        for n in (1, 2, 3, 5, 8, 8)
    ]
    whole = [(np.array([[3, 1], [0, 2]]), np.array([3.0, 1.0]), np.array([0.5, 1.0]))]
    return [*first, *more, *whole]


def telling_scenes() -> list[tuple]:
    """Return scenes on which each mistake shows."""
    points = np.array([[1.0, 4.0], [-2.0, 3.0]])
    return [
        (points, np.array([3.0, 1.0]), np.array([1.0, -2.0])),
        (2 * points, np.array([-1.0, 2.0]), np.array([0.5, 2.0])),
    ]


REFLECT = Check(
    "reflect",
    scenes,
    reflected,
    shown_call("reflect", "points", "v", "p", digits=4),
    telling_scenes,
    "reflect passes: right on {count} scenes.",
    mistakes=[
        Mistake(
            "through-the-origin",
            lambda points, v, p: points @ mirror(v).T,
            "This mirror stands at the origin. It should stand at p: move p to the origin first, "
            "and back afterwards.",
        ),
        Mistake(
            "not-moved-back",
            lambda points, v, p: (points - p) @ mirror(v).T,
            "p was moved to the origin, and never back.",
        ),
        Mistake(
            "not-moved-there",
            lambda points, v, p: points @ mirror(v).T + p,
            "Moving back comes before anything has been moved to the origin: subtract p first.",
        ),
        Mistake(
            "moved-the-wrong-way",
            lambda points, v, p: (points + p) @ mirror(v).T - p,
            "To bring p to the origin, subtract it; to bring it back, add it.",
        ),
        Mistake(
            "half-way",
            lambda points, v, p: (points + reflected(points, v, p)) / 2,
            "These points lie *in* the mirror. The images are as far behind it.",
        ),
        Mistake(
            "point-reflection",
            lambda points, v, p: 2 * p - points,
            "This turns everything about p by half a turn. A mirror keeps what runs along it.",
        ),
        Mistake(
            "across",
            lambda points, v, p: p - (points - p) @ mirror(v).T,
            "This mirror stands across v, not along it.",
        ),
        Mistake("unchanged", lambda points, v, p: points, "Nothing has been reflected."),
        Mistake(
            "basis-only",
            lambda points, v, p: (points - p) @ basis(v).T + p,
            "These points have been turned by E. Reflecting is the task of mirror_matrix.",
        ),
        Mistake(
            "moved-back-twice",
            lambda points, v, p: reflected(points, v, p) + p,
            "p has been added twice.",
        ),
        Mistake(
            "first-missed",
            lambda points, v, p: np.vstack([points[:1], reflected(points[1:], v, p)]),
            "The first point has not been reflected. Rows are counted from 0.",
        ),
        Mistake(
            "last-missed",
            lambda points, v, p: np.vstack([reflected(points[:-1], v, p), points[-1:]]),
            "The last point has not been reflected. range(n) ends before n.",
        ),
        Mistake(
            "through-another-point",
            lambda points, v, p: reflected(points, v - p, p),
            "The mirror runs along v. v is its direction, p is where it stands; do not subtract "
            "them.",
        ),
    ],
    patterns=[
        whole_numbers("points"),
        Pattern(
            "elsewhere",
            lambda points, v, p: p.any(),
            "It goes wrong only where the mirror does not pass through the origin.",
        ),
    ],
    errors={
        "ValueError": "There is one point in each *row*, so the matrix stands on the right, "
        "transposed: points @ T.T.",
        **casting_errors("points"),
    },
    not_finite="Something was divided by zero. v, the direction, is never zero; p, where the mirror "
    "stands, may be. Have they changed places?",
    otherwise="Follow the first point on paper: it is moved by -p, reflected, and moved back.",
    shape="As many points as came in, one in each row: points @ T.T.",
)


def check_mirror_basis(function: Callable, *, seconds: float = SECONDS) -> Passed:
    """Check a function ``mirror_basis(v)``.

    It is to return the 2×2 matrix E whose first column is the unit vector along v, and whose
    second is the first after a quarter turn to the left.

    Parameters and errors are those of a call of a `Check`.

    Used on the page *Assignment: a bear in a mirror*
    (linear-algebra/linear-mappings/assignment-reflecting-bear).

    Examples
    --------
    >>> check_mirror_basis(lambda v: np.array([[v[0], -v[1]], [v[1], v[0]]]) / np.hypot(*v))
    mirror_basis passes: right on 11 directions.
    """
    return MIRROR_BASIS(function, seconds=seconds)


def check_mirror_matrix(function: Callable, *, seconds: float = SECONDS) -> Passed:
    """Check a function ``mirror_matrix(v)``.

    It is to return the matrix of the reflection in the line through the origin along v.

    Parameters and errors are those of a call of a `Check`.

    Used on the page *Assignment: a bear in a mirror*
    (linear-algebra/linear-mappings/assignment-reflecting-bear).
    """
    return MIRROR_MATRIX(function, seconds=seconds)


def check_reflect(function: Callable, *, seconds: float = SECONDS) -> Passed:
    """Check a function ``reflect(points, v, p)``.

    It is to return the images of points, one in each row, in the line through p along v.

    Parameters and errors are those of a call of a `Check`.

    Used on the page *Assignment: a bear in a mirror*
    (linear-algebra/linear-mappings/assignment-reflecting-bear).
    """
    return REFLECT(function, seconds=seconds)
