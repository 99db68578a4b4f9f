"""Pictures in the style of the book, closed and forgotten after each test."""

import matplotlib as mpl
import matplotlib.pyplot as plt
import pytest
from mlmath.plotting import use_style


@pytest.fixture(autouse=True)
def style():
    with mpl.rc_context():
        mpl.use("agg")
        use_style()
        yield
    plt.close("all")
