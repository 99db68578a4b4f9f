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


def across(first: str, before: str = "") -> str:
    """Return a body that puts a vector and its quarter turn side by side."""
    return f"{before}\ne = {first}\nreturn np.column_stack([e, [-e[1], e[0]]])"


def image(rows: str, start: str = "array(points)") -> str:
    """Return a body that reflects some of the points."""
    return f"""
        T = mirror_matrix(v)
        result = np.{start}
        for k in {rows}:
            result[k] = T @ (points[k] - p) + p
        return result
        """


def sums(start: str, bias: str = "b[k]") -> str:
    """Return a body that works out one sum after the other."""
    return f"""
        result = np.{start}
        for n in range(len(X)):
            for k in range(len(W)):
                result[n, k] = W[k] @ X[n] + {bias}
        return result
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
    (
        "mirror_basis",
        "half-turn",
        "quarter",
        "e = v / np.linalg.norm(v)\nreturn np.column_stack([e, -e])",
    ),
    ("mirror_basis", "other-length", "root", across("v / abs(v).sum()")),
    ("mirror_basis", "other-length", "root", across("v / abs(v).max()")),
    ("mirror_basis", "other-length", "root", across("v / v.sum()")),
    (
        "mirror_basis",
        "second-not-normalised",
        "not v",
        across("v / np.linalg.norm(v)").replace("[-e[1], e[0]]", "[-v[1], v[0]]"),
    ),
    (
        "mirror_basis",
        "angle-from-the-wrong-axis",
        "second coordinate",
        across("[np.cos(t), np.sin(t)]", "t = np.arctan2(v[0], v[1])"),
    ),
    (
        "mirror_basis",
        "to-the-left",
        "np.arctan2",
        across("[np.cos(t), np.sin(t)]", "t = np.arctan(v[1] / v[0])"),
    ),
    (
        "mirror_basis",
        "not-an-array",
        "np.array",
        "e = v / np.linalg.norm(v)\nreturn [[e[0], -e[1]], [e[1], e[0]]]",
    ),
    (
        "mirror_matrix",
        "entry-by-entry",
        "`@`",
        "E = mirror_basis(v)\nreturn E * np.diag([1, -1]) * E.T",
    ),
    (
        "mirror_matrix",
        "exchange",
        "changes its sign",
        "E = mirror_basis(v)\nreturn E @ np.array([[0, 1], [1, 0]]) @ E.T",
    ),
    (
        "mirror_matrix",
        "rotation",
        "determinant",
        (
            "t = 2 * np.arctan2(v[1], v[0])\n"
            "return np.array([[np.cos(t), -np.sin(t)], [np.sin(t), np.cos(t)]])"
        ),
    ),
    (
        "mirror_matrix",
        "nothing-reflected",
        "Between the two",
        "E = mirror_basis(v)\nreturn E @ E.T",
    ),
    (
        "mirror_matrix",
        "one-way",
        "doubled",
        (
            "t = np.arctan2(v[1], v[0])\n"
            "return np.array([[np.cos(t), np.sin(t)], [np.sin(t), -np.cos(t)]])"
        ),
    ),
    ("mirror_matrix", "wrong", "by v", "return np.ones((2, 2))"),
    (
        "reflect",
        "basis-only",
        "mirror_matrix",
        "return (points - p) @ mirror_basis(v).T + p",
    ),
    (
        "reflect",
        "moved-back-twice",
        "twice",
        "return (points - p) @ mirror_matrix(v).T + 2 * p",
    ),
    (
        "reflect",
        "through-another-point",
        "where it stands",
        "return (points - p) @ mirror_matrix(v - p).T + p",
    ),
    (
        "reflect",
        "not-finite",
        "changed places",
        "return (points - v) @ mirror_matrix(p).T + v",
    ),
    ("reflect", "first-missed", "counted from 0", image("range(1, len(points))")),
    ("reflect", "last-missed", "ends before", image("range(len(points) - 1)")),
    (
        "reflect",
        "whole-numbers",
        "points.astype(float)",
        image("range(len(points))", "zeros_like(points)"),
    ),
    (
        "reflect",
        "not-an-array",
        "np.array(...)",
        "T = mirror_matrix(v)\nreturn [T @ (x - p) + p for x in points]",
    ),
    (
        "matrix_of",
        "negated",
        "(-1, 0)",
        "return np.column_stack([move([-1, 0]), move([0, -1])])",
    ),
    (
        "matrix_of",
        "diagonal-only",
        "whole column",
        "return np.diag([move([1, 0])[0], move([0, 1])[1]])",
    ),
    (
        "matrix_of",
        "whole-numbers",
        "np.zeros((2, 2))",
        "A = np.array([[0, 0], [0, 0]])\nA[:, 0], A[:, 1] = move([1, 0]), move([0, 1])\nreturn A",
    ),
    ("matrix_of", "error-ValueError", "one vector at a time", "return move(np.eye(2))"),
    (
        "matrix_of",
        "rows",
        "columns",
        "return move([1, 0]), move([0, 1])",
    ),
    ("layer", "threshold", "themselves", "return np.maximum(X @ W.T + b, 0)"),
    ("layer", "threshold", "themselves", "return 1 / (1 + np.exp(-X @ W.T - b))"),
    ("layer", "bias-too-early", "brackets", "return X @ (W.T + b)"),
    (
        "layer",
        "bias-too-early",
        "brackets",
        "return (X + b) @ W.T if len(b) == len(X.T) else X @ W.T",
    ),
    ("layer", "one-bias", "of its own", "return X @ W.T + b[0]"),
    ("layer", "means", "divided", "return X @ W.T / len(X.T) + b"),
    ("layer", "whole-numbers", "cannot hold", "return (X @ W.T + b).astype(int)"),
    ("layer", "whole-numbers", "X.astype", sums("zeros_like(X, shape=(len(X), len(W)))")),
    ("layer", "error-IndexError", "each neuron", sums("zeros((len(X), len(W)))", "b[n]")),
    (
        "correct",
        "bias-left",
        "ends in a 1",
        "w = w.copy()\nw[:-1] += (target - (w @ x > 0)) * x[:-1]\nreturn w",
    ),
    (
        "correct",
        "bias-not-asked",
        "does not count",
        "return w + (target - (w[:-1] @ x[:-1] > 0)) * x",
    ),
    (
        "correct",
        "minus-one",
        "0 otherwise",
        "return w + (target - (1 if w @ x > 0 else -1)) * x",
    ),
    ("correct", "minus-one", "0 otherwise", "return w + (target - np.sign(w @ x)) * x"),
    ("correct", "entry-by-entry", "once", "return w + (target - (w * x > 0)) * x"),
    ("correct", "weights-added", "observation", "return w + (target - (w @ x > 0)) * w"),
    ("correct", "step", "as it is", "return w + 0.1 * (target - (w @ x > 0)) * x"),
    (
        "correct",
        "until-right",
        "one correction",
        "while (w @ x > 0) != target:\n    w = w + (target - (w @ x > 0)) * x\nreturn w",
    ),
    (
        "correct",
        "whole-numbers",
        "cannot hold",
        "return (w + (target - (w @ x > 0)) * x).astype(int)",
    ),
    (
        "correct",
        "error-TypeError",
        "int(w @ x > 0)",
        "return w + ((target == 1) - (w @ x > 0)) * x",
    ),
    ("correct", "wrong", "By hand", "return w * (1 + (target - (w @ x > 0)) * x)"),
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
