"""Interactive figures: widgets in a notebook, light living pictures on a page of the book."""

from mlmath.figures.base import Figure
from mlmath.figures.composition import Composition
from mlmath.figures.decision_line import DecisionLine
from mlmath.figures.elimination_stepper import EliminationStepper
from mlmath.figures.gram_schmidt_steps import GramSchmidtSteps
from mlmath.figures.image_components import ImageComponents
from mlmath.figures.linear_system import LinearSystem
from mlmath.figures.little_web import LittleWeb
from mlmath.figures.mirror_plane import MirrorPlane
from mlmath.figures.parameter_space import ParameterSpace
from mlmath.figures.phase_portrait import PhasePortrait
from mlmath.figures.plane_explorer import PlaneExplorer
from mlmath.figures.shadow import Shadow
from mlmath.figures.three_planes import ThreePlanes
from mlmath.figures.three_vectors import ThreeVectors
from mlmath.figures.two_bases import TwoBases
from mlmath.figures.unit_balls import UnitBalls
from mlmath.figures.vector_plane import VectorPlane

__all__ = [
    "Composition",
    "DecisionLine",
    "EliminationStepper",
    "Figure",
    "GramSchmidtSteps",
    "ImageComponents",
    "LinearSystem",
    "LittleWeb",
    "MirrorPlane",
    "ParameterSpace",
    "PhasePortrait",
    "PlaneExplorer",
    "Shadow",
    "ThreePlanes",
    "ThreeVectors",
    "TwoBases",
    "UnitBalls",
    "VectorPlane",
]
