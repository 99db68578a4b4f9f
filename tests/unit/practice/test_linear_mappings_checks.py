"""The checks of the assignments on linear mappings: right ones pass, wrong ones hear why."""

from __future__ import annotations

from assignments import Assignment, run
from mlmath.practice import bear_checks, gram_schmidt_checks, transformation_checks

PARAMETERS = {
    "straighten": "v, Q",
    "gram_schmidt": "V",
    "mirror_basis": "v",
    "mirror_matrix": "v",
    "reflect": "points, v, p",
    "matrix_of": "move",
    "layer": "X, W, b",
    "correct": "w, x, target",
}
RIGHT = {
    "straighten": [
        """
        for q in Q.T:
            v = v - (q @ v) * q
        return v
        """,
        "return v - sum(((q @ v) * q for q in Q.T), np.zeros(len(v)))",
        "return v - Q @ Q.T @ v",
    ],
    "gram_schmidt": [
        """
        Q = np.zeros((len(V), 0))
        for v in V.T:
            w = straighten(v, Q)
            if np.linalg.norm(w) > 1e-10 * np.linalg.norm(v):
                Q = np.column_stack([Q, w / np.linalg.norm(w)])
        return Q
        """,
        "import mlmath.linalg\nreturn mlmath.linalg.gram_schmidt(V)",
        """
        found = []
        for v in V.T:
            w = v.astype(float)
            for q in found:
                w -= (q @ w) * q
            if np.sqrt(w @ w) > 1e-10 * np.sqrt(v @ v):
                found.append(w / np.sqrt(w @ w))
        return np.array(found).T
        """,
    ],
    "mirror_basis": [
        "e = v / np.linalg.norm(v)\nreturn np.column_stack([e, [-e[1], e[0]]])",
        "return np.array([[v[0], -v[1]], [v[1], v[0]]]) / (v[0]**2 + v[1]**2) ** 0.5",
    ],
    "mirror_matrix": [
        "E = mirror_basis(v)\nreturn E @ np.diag([1, -1]) @ E.T",
        "return 2 * np.outer(v, v) / (v @ v) - np.eye(2)",
    ],
    "reflect": [
        "T = mirror_matrix(v)\nreturn (points - p) @ T.T + p",
        "T = mirror_matrix(v)\nreturn np.array([T @ (x - p) + p for x in points])",
    ],
    "matrix_of": [
        "return np.column_stack([move([1, 0]), move([0, 1])])",
        "return np.array([move(e) for e in np.eye(2)]).T",
    ],
    "layer": [
        "return X @ W.T + b",
        "return np.einsum('nd,kd->nk', X, W) + b",
        "return np.array([[w @ x + c for w, c in zip(W, b)] for x in X])",
    ],
    "correct": [
        "answer = 1 if w @ x > 0 else 0\nreturn w + (target - answer) * x",
        """
        if w @ x > 0 and target == 0:
            return w - x
        if w @ x <= 0 and target == 1:
            return w + x
        return w
        """,
    ],
}


def each(then: str, columns: str = "Q.T") -> str:
    """Return a body that does something with each column of Q."""
    return f"for q in {columns}:\n    {then}\nreturn v"


def found(new: str, limit: str = "1e-10 * np.linalg.norm(v)", columns: str = "[Q, new]") -> str:
    """Return a body that finds one column after the other."""
    return f"""
        Q = np.zeros((len(V), 0))
        for v in V.T:
            w = straighten(v, Q)
            if np.linalg.norm(w) > {limit}:
                new = {new}
                Q = np.column_stack({columns})
        return Q
        """


WRONG = [
    ("straighten", "projection", "left", "return Q @ (Q.T @ v)"),
    ("straighten", "added", "taken away", "return v + Q @ (Q.T @ v)"),
    (
        "straighten",
        "last-only",
        "begin with v again",
        """
        w = v
        for q in Q.T:
            w = v - (q @ v) * q
        return w
        """,
    ),
    (
        "straighten",
        "first-only",
        "inside the loop",
        """
        for q in Q.T:
            v = v - (q @ v) * q
            return v
        return v
        """,
    ),
    (
        "straighten",
        "numbers-subtracted",
        "times q",
        """
        for q in Q.T:
            v = v - q @ v
        return v
        """,
    ),
    ("straighten", "no-dot-product", "dot product tells", "return v - Q.sum(axis=1)"),
    (
        "straighten",
        "normalised",
        "for later",
        "w = v - Q @ (Q.T @ v)\nn = np.linalg.norm(w)\nreturn w / n if n > 1e-9 else w",
    ),
    (
        "straighten",
        "error-ValueError",
        "Q.T",
        """
        for q in Q:
            v = v - (q @ v) * q
        return v
        """,
    ),
    (
        "straighten",
        "changes-argument",
        "work on a copy",
        """
        for q in Q.T:
            v -= (q @ v) * q
        return v
        """,
    ),
    (
        "gram_schmidt",
        "not-normalised",
        "not of length 1",
        """
        Q, R = np.zeros((len(V), 0)), []
        for v in V.T:
            w = straighten(v, Q)
            if np.linalg.norm(w) > 1e-10 * np.linalg.norm(v):
                R.append(w)
                Q = np.column_stack([Q, w / np.linalg.norm(w)])
        return np.array(R).T
        """,
    ),
    (
        "gram_schmidt",
        "normalised-only",
        "still lean",
        "return V / np.maximum(np.linalg.norm(V, axis=0), 1e-9)",
    ),
    (
        "gram_schmidt",
        "rows",
        "straightened the rows",
        "import mlmath.linalg\nreturn mlmath.linalg.gram_schmidt(V.T).T",
    ),
    (
        "gram_schmidt",
        "transposed",
        "as rows",
        "import mlmath.linalg\nreturn mlmath.linalg.gram_schmidt(V).T",
    ),
    (
        "gram_schmidt",
        "against-the-first",
        "the first only",
        """
        Q = np.zeros((len(V), 0))
        for v in V.T:
            w = straighten(v, Q[:, :1])
            if np.linalg.norm(w) > 1e-10 * np.linalg.norm(v):
                Q = np.column_stack([Q, w / np.linalg.norm(w)])
        return Q
        """,
    ),
    (
        "gram_schmidt",
        "against-the-last",
        "the one before it only",
        """
        Q = np.zeros((len(V), 0))
        for v in V.T:
            w = straighten(v, Q[:, -1:])
            if np.linalg.norm(w) > 1e-10 * np.linalg.norm(v):
                Q = np.column_stack([Q, w / np.linalg.norm(w)])
        return Q
        """,
    ),
    (
        "gram_schmidt",
        "shape",
        "rounding leaves a speck",
        """
        Q = np.zeros((len(V), 0))
        for v in V.T:
            w = straighten(v, Q)
            if np.linalg.norm(w) > 0:
                Q = np.column_stack([Q, w / np.linalg.norm(w)])
        return Q
        """,
    ),
    (
        "gram_schmidt",
        "shape",
        "passed over",
        """
        Q = np.zeros(V.shape)
        for j, v in enumerate(V.T):
            w = straighten(v, Q)
            if np.linalg.norm(w) > 1e-10:
                Q[:, j] = w / np.linalg.norm(w)
        return Q
        """,
    ),
    (
        "gram_schmidt",
        "not-finite",
        "divided by its length",
        """
        Q = np.zeros((len(V), 0))
        for v in V.T:
            w = straighten(v, Q) * (np.linalg.norm(straighten(v, Q)) > 1e-9)
            Q = np.column_stack([Q, w / np.linalg.norm(w)])
        return Q[:, :np.linalg.matrix_rank(V)]
        """,
    ),
    (
        "gram_schmidt",
        "normalised-late",
        "before the next",
        """
        W = np.zeros((len(V), 0))
        for v in V.T:
            w = straighten(v, W)
            if np.linalg.norm(w) > 1e-10 * np.linalg.norm(v):
                W = np.column_stack([W, w])
        return W / np.linalg.norm(W, axis=0)
        """,
    ),
    (
        "mirror_basis",
        "not-normalised",
        "divide by the length",
        "return np.array([[v[0], -v[1]], [v[1], v[0]]])",
    ),
    (
        "mirror_basis",
        "divided-by-square",
        "root is missing",
        "return np.array([[v[0], -v[1]], [v[1], v[0]]]) / (v @ v)",
    ),
    (
        "mirror_basis",
        "rows",
        "should be its columns",
        "return np.array([[v[0], v[1]], [-v[1], v[0]]]) / np.linalg.norm(v)",
    ),
    (
        "mirror_basis",
        "turned-right",
        "to the right",
        "return np.array([[v[0], v[1]], [v[1], -v[0]]]) / np.linalg.norm(v)",
    ),
    (
        "mirror_basis",
        "not-perpendicular",
        "changes its sign",
        "return np.array([[v[0], v[1]], [v[1], v[0]]]) / np.linalg.norm(v)",
    ),
    (
        "mirror_basis",
        "swapped",
        "first along",
        "return np.array([[-v[1], v[0]], [v[0], v[1]]]) / np.linalg.norm(v)",
    ),
    (
        "mirror_matrix",
        "wrong-way-round",
        "changed places",
        "E = mirror_basis(v)\nreturn E.T @ np.diag([1, -1]) @ E",
    ),
    (
        "mirror_matrix",
        "across",
        "stands across v",
        "E = mirror_basis(v)\nreturn E @ np.diag([-1, 1]) @ E.T",
    ),
    (
        "mirror_matrix",
        "one-way",
        "at the end back",
        "E = mirror_basis(v)\nreturn np.diag([1, -1]) @ E.T",
    ),
    (
        "mirror_matrix",
        "flip-only",
        "E.T, not E",
        "E = mirror_basis(v)\nreturn E @ np.diag([1, -1]) @ E",
    ),
    (
        "mirror_matrix",
        "projection",
        "lies as far behind",
        "return np.outer(v, v) / (v @ v)",
    ),
    ("mirror_matrix", "flip-only", "in its own basis", "return np.diag([1, -1])"),
    (
        "mirror_matrix",
        "not-normalised",
        "length 1",
        "return 2 * np.outer(v, v) - (v @ v) * np.eye(2)",
    ),
    ("reflect", "through-the-origin", "stand at p", "return points @ mirror_matrix(v).T"),
    ("reflect", "not-moved-back", "never back", "return (points - p) @ mirror_matrix(v).T"),
    (
        "reflect",
        "not-moved-there",
        "subtract p first",
        "return points @ mirror_matrix(v).T + p",
    ),
    (
        "reflect",
        "moved-the-wrong-way",
        "subtract it",
        "return (points + p) @ mirror_matrix(v).T - p",
    ),
    ("reflect", "point-reflection", "half a turn", "return 2 * p - points"),
    (
        "reflect",
        "error-ValueError",
        "points @ T.T",
        "return mirror_matrix(v) @ (points - p) + p",
    ),
    (
        "reflect",
        "changes-argument",
        "work on a copy",
        "points -= p\npoints[:] = points @ mirror_matrix(v).T\npoints += p\nreturn points",
    ),
    ("matrix_of", "rows", "columns", "return np.array([move([1, 0]), move([0, 1])])"),
    (
        "matrix_of",
        "swapped",
        "the first is the image",
        "return np.column_stack([move([0, 1]), move([1, 0])])",
    ),
    ("matrix_of", "diagonal", "one vector only", "return np.diag(move([1, 1]))"),
    ("matrix_of", "identity", "Move them", "return np.eye(2)"),
    (
        "matrix_of",
        "wrong-vectors",
        "belongs to (0, 1)",
        "return np.column_stack([move([1, 0]), move([1, 1])])",
    ),
    ("matrix_of", "error-ValueError", "call it", "return move @ np.eye(2)"),
    ("layer", "no-bias", "one for each neuron", "return X @ W.T"),
    ("layer", "error-ValueError", "W lie", "return X @ W + b"),
    ("layer", "bias-subtracted", "not subtracted", "return X @ W.T - b"),
    ("layer", "threshold", "comes later", "return (X @ W.T + b > 0) * 1.0"),
    ("layer", "shape", "a column for each neuron", "return (X @ W.T + b).T"),
    (
        "layer",
        "not-an-array",
        "np.array(...)",
        "return [[w @ x + c for w, c in zip(W, b)] for x in X]",
    ),
    ("layer", "bias-multiplied", "not multiplied", "return X @ W.T * b"),
    ("correct", "sign", "wrong way", "return w - (target - (w @ x > 0)) * x"),
    ("correct", "always", "weights stay", "return w + (2 * target - 1) * x"),
    ("correct", "never", "never changes", "return w"),
    (
        "correct",
        "ones-only",
        "wrong yes",
        "return w + x if target == 1 and w @ x <= 0 else w",
    ),
    ("correct", "at-least-zero", "exactly 0", "return w + (target - (w @ x >= 0)) * x"),
    ("correct", "no-threshold", "0 or 1", "return w + (target - w @ x) * x"),
    ("correct", "without-x", "observation", "return w + (target - (w @ x > 0))"),
    (
        "correct",
        "changes-argument",
        "work on a copy",
        "w += (target - (w @ x > 0)) * x\nreturn w",
    ),
    ("straighten", "multiple-of-v", "multiple of q", each("v = v - (q @ v) * v")),
    ("straighten", "entry-by-entry", "q @ v", each("v = v - (q * v) * q")),
    ("straighten", "entry-by-entry", "q @ v", each("v = v - q * v")),
    ("straighten", "absolute-value", "negative", each("v = v - abs(q @ v) * q")),
    ("straighten", "divided", "length 1", each("v = v - (q @ v) / (v @ v) * q")),
    ("straighten", "turned-round", "other way", "return Q @ (Q.T @ v) - v"),
    ("straighten", "twice", "reflection", each("v = v - 2 * (q @ v) * q")),
    (
        "straighten",
        "first-missed",
        "counted from 0",
        each("v = v - (q @ v) * q", columns="Q.T[1:]"),
    ),
    (
        "straighten",
        "last-missed",
        "ends before",
        each("v = v - (q @ v) * q", columns="Q.T[:-1]"),
    ),
    (
        "straighten",
        "error-UFuncTypeError",
        "v.astype(float)",
        "w = v.copy()\n" + each("w -= (q @ v) * q").replace("return v", "return w"),
    ),
    (
        "straighten",
        "error-IndexError",
        "number of its rows",
        "for k in range(len(Q)):\n    v = v - (Q[:, k] @ v) * Q[:, k]\nreturn v",
    ),
    ("gram_schmidt", "not-normalised", "length 1", found("w")),
    (
        "gram_schmidt",
        "divided-by-the-old-length",
        "shorter",
        found("w / np.linalg.norm(v)"),
    ),
    ("gram_schmidt", "divided-by-the-square", "root", found("w / (w @ w)")),
    ("gram_schmidt", "wrong", "np.linalg.norm(w)", found("w / abs(w).sum()")),
    (
        "gram_schmidt",
        "new-in-front",
        "at the end",
        found("w / np.linalg.norm(w)", columns="[new, Q]"),
    ),
    (
        "gram_schmidt",
        "rows",
        "goes through",
        found("w / np.linalg.norm(w)").replace("in V.T", "in V"),
    ),
    ("gram_schmidt", "signs", "other way", "return np.linalg.qr(V)[0]"),
    (
        "gram_schmidt",
        "shape",
        "times the length it had",
        found("w / np.linalg.norm(w)", limit="1e-10"),
    ),
    (
        "gram_schmidt",
        "shape",
        "times the length it had",
        found("w / np.linalg.norm(w)", limit="1e-6 * np.linalg.norm(v)"),
    ),
    (
        "gram_schmidt",
        "not-finite",
        "0 >= 0",
        found("w / np.linalg.norm(w)").replace(" > ", " >= "),
    ),
    (
        "gram_schmidt",
        "wrong",
        "from the first",
        "return np.linalg.svd(V, full_matrices=False)[0]",
    ),
]


ASSIGNMENT = Assignment(
    PARAMETERS,
    RIGHT,
    WRONG,
    modules=[gram_schmidt_checks, bear_checks, transformation_checks],
    given=["straighten", "mirror_basis", "mirror_matrix"],
)


def test_the_map_shown_can_be_typed():
    error = ASSIGNMENT.explained("matrix_of", "return np.eye(2)")
    (line,) = [x.strip() for x in str(error).splitlines() if x.strip().startswith("move =")]
    assert run(line)["move"]([1, 0]).tolist() == [2, 0]
