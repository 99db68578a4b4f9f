"""The error of an iteration that was stopped before it settled."""


class ConvergenceError(RuntimeError):
    """An iteration reached its limit before its residual was as small as wanted.

    Attributes
    ----------
    result
        What the iteration had reached when it stopped.
    """

    def __init__(self, name, result, wanted):
        super().__init__(
            f"{name} did not converge: after {result.n_iter} iterations the residual is "
            f"{result.residual:.4g}, wanted at most {wanted:.4g}"
        )
        self.result = result
