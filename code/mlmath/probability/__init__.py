"""Probability: the bell curve, and how well it fits a histogram."""

from mlmath.probability.bell_curve import gaussian, misfit

__all__ = ["gaussian", "misfit"]
