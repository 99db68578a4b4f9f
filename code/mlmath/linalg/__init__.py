"""Linear algebra: lengths and angles, bases, eigenvalues and eigenvectors, PageRank."""

from mlmath.linalg.angles import angle
from mlmath.linalg.characteristic_polynomial import characteristic_polynomial
from mlmath.linalg.convergence import ConvergenceError
from mlmath.linalg.coordinates import orthogonal_coordinates
from mlmath.linalg.diagonalise import Diagonalisation, diagonalise
from mlmath.linalg.eigen_2x2 import Eigen2x2, eigen_2x2
from mlmath.linalg.elimination import (
    ReducedRowEchelon,
    RowEchelon,
    back_substitute,
    determinant,
    inverse,
    null_space,
    rank,
    reduced_row_echelon,
    row_echelon,
    solve,
)
from mlmath.linalg.gram_schmidt import QR, gram_schmidt, qr
from mlmath.linalg.independence import new_directions
from mlmath.linalg.is_orthogonal import is_orthogonal
from mlmath.linalg.iteration import iterate
from mlmath.linalg.lengths import norm
from mlmath.linalg.lines import closest_line
from mlmath.linalg.link_matrix import link_matrix
from mlmath.linalg.low_rank import LowRank, low_rank
from mlmath.linalg.pagerank import PageRank, pagerank
from mlmath.linalg.perceptron import Perceptron, perceptron
from mlmath.linalg.power_iteration import PowerIteration, power_iteration
from mlmath.linalg.projections import scalar_projection, vector_projection
from mlmath.linalg.qr_algorithm import QRAlgorithm, qr_algorithm
from mlmath.linalg.reflection import reflection
from mlmath.linalg.signs import fix_signs
from mlmath.linalg.stationary_distribution import stationary_distribution

__all__ = [
    "QR",
    "ConvergenceError",
    "Diagonalisation",
    "Eigen2x2",
    "LowRank",
    "PageRank",
    "Perceptron",
    "PowerIteration",
    "QRAlgorithm",
    "ReducedRowEchelon",
    "RowEchelon",
    "angle",
    "back_substitute",
    "characteristic_polynomial",
    "closest_line",
    "determinant",
    "diagonalise",
    "eigen_2x2",
    "fix_signs",
    "gram_schmidt",
    "inverse",
    "is_orthogonal",
    "iterate",
    "link_matrix",
    "low_rank",
    "new_directions",
    "norm",
    "null_space",
    "orthogonal_coordinates",
    "pagerank",
    "perceptron",
    "power_iteration",
    "qr",
    "qr_algorithm",
    "rank",
    "reduced_row_echelon",
    "reflection",
    "row_echelon",
    "scalar_projection",
    "solve",
    "stationary_distribution",
    "vector_projection",
]
