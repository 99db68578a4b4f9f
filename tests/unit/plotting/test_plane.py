"""What the helpers draw must be where the mathematics says it is."""

import matplotlib.pyplot as plt
import numpy as np
import pytest
from matplotlib.patches import FancyArrowPatch
from mlmath import plotting
from mlmath.plotting import PALETTE

ROTATION, SHRINK, SHEAR = [[0, -1], [1, 0]], [[0.1, 0], [0, 0.1]], [[1, 1], [0, 1]]


def lines_of(ax, role):
    colour = PALETTE[role]["light"]
    return [line for line in ax.lines if line.get_color() == colour]


def arrows_of(ax):
    return [patch for patch in ax.patches if isinstance(patch, FancyArrowPatch)]


def test_a_plane_is_square_and_centred_on_the_origin():
    fig, ax = plotting.plane(limit=2)
    assert (ax.get_xlim(), ax.get_ylim()) == ((-2, 2), (-2, 2))
    assert ax.get_aspect() == 1
    assert ax.get_xticks().tolist() == [-2, -1, 0, 1, 2]
    assert fig.get_size_inches().tolist() == [4.8, 4.8]


@pytest.mark.parametrize("limit", [0.01, 0.5, 1, 1.5, 7, 40, 3000])
def test_the_grid_of_any_plane_has_few_lines_and_one_through_the_origin(limit):
    _, ax = plotting.plane(limit=limit)
    ticks = ax.get_xticks()
    assert 3 <= ticks.size <= 11
    assert 0 in ticks
    assert np.abs(ticks).max() <= limit


@pytest.mark.parametrize(
    ("n", "rows"), [(1, 1), (2, 1), (3, 1), (4, 2), (5, 2), (6, 2), (7, 3)]
)
def test_planes_come_in_rows_that_fit_a_phone(n, rows):
    fig, axes = plotting.planes(n)
    assert axes.shape == (n,)
    assert len(fig.axes) == n
    assert len({ax.get_subplotspec().rowspan.start for ax in axes}) == rows
    assert fig.get_size_inches()[0] == pytest.approx(4.8)


def test_a_vector_goes_from_its_start_to_its_tip_in_its_colour():
    _, ax = plotting.plane()
    plotting.vector(ax, (1, 2), "output", start=(-1, 0))
    for arrow in arrows_of(ax):
        (start, tip) = arrow._posA_posB
        assert tuple(start) == (-1, 0)
        assert tuple(tip) == (0, 2)
    shaft, head = arrows_of(ax)
    assert shaft.get_edgecolor() == head.get_facecolor()
    assert head.get_facecolor() == plt.matplotlib.colors.to_rgba(PALETTE["output"]["light"])


@pytest.mark.parametrize("role", list(PALETTE))
def test_the_dash_of_a_vector_repeats_what_its_colour_says(role):
    _, ax = plotting.plane()
    plotting.vector(ax, (1, 2), role)
    shaft, head = arrows_of(ax)
    dashes = {"solid": "-", "dashed": "--", "dashdot": "-.", "dotted": ":"}
    assert shaft.get_linestyle() in (PALETTE[role]["dash"], dashes[PALETTE[role]["dash"]])
    assert head.get_linestyle() in ("solid", "-")


def test_the_zero_vector_is_a_dot():
    fig, ax = plotting.plane()
    plotting.vector(ax, (0, 0), label="0")
    assert not arrows_of(ax)
    assert lines_of(ax, "input")[0].get_marker() == "o"
    plotting.to_svg(fig)


def test_vectors_too_short_for_a_head_and_too_long_for_the_plane_are_drawn():
    fig, ax = plotting.plane()
    for v in [(1e-3, 0), (1e-12, 1e-12), (50, 20)]:
        plotting.vector(ax, v, label="v")
    plotting.to_svg(fig)


@pytest.mark.parametrize(
    ("v", "side"),
    [
        ((1, 0), ("left", "center")),
        ((0, -1), ("center", "top")),
        ((-1, 1), ("right", "bottom")),
    ],
)
def test_the_label_stands_beyond_the_tip(v, side):
    _, ax = plotting.plane()
    plotting.vector(ax, v, label="v")
    (text,) = ax.texts
    assert text.xy == v
    assert (text.get_ha(), text.get_va()) == side


@pytest.mark.parametrize("v", [(1, 2), (-1, -2), (3e-200, 6e-200), (1e200, 2e200)])
def test_an_eigenline_goes_through_the_origin_along_the_vector(v):
    fig, ax = plotting.plane()
    plotting.eigenline(ax, v, label="λ")
    fig.draw_without_rendering()
    (line,) = lines_of(ax, "eigen")
    assert line.get_xy1() == (0, 0)
    x, y = line.get_xy2()
    assert y == pytest.approx(2 * x)
    assert line.get_linestyle() == "--"


@pytest.mark.parametrize("v", [(1, 0), (0, 1), (1, 1), (1, -1), (-3, 1), (0, -1)])
def test_the_label_of_an_eigenline_is_inside_the_plane(v):
    fig, ax = plotting.plane()
    plotting.eigenline(ax, v, label="λ = −1")
    fig.draw_without_rendering()
    box = ax.texts[0].get_window_extent()
    frame = ax.get_window_extent()
    assert frame.x0 <= box.x0
    assert box.x1 <= frame.x1
    assert frame.y0 <= box.y0
    assert box.y1 <= frame.y1


@pytest.mark.parametrize("A", [ROTATION, SHEAR, SHRINK, [[0, 2], [1, 1]], [[3, 0], [0, -2]]])
def test_the_grid_is_the_image_of_the_unit_grid_and_fills_the_plane(A):
    _, ax = plotting.plane(limit=2)
    plotting.grid(ax, A)
    for role, along in (("first_basis", 0), ("second_basis", 1)):
        (line,) = lines_of(ax, role)
        before = np.linalg.solve(A, np.array(line.get_data()))  # back to the unit grid
        segments = before.reshape(2, -1, 3)
        np.testing.assert_array_equal(
            np.isnan(segments[0]), np.isnan([[0, 0, np.nan]] * segments.shape[1])
        )
        across = segments[1 - along, :, 0]
        np.testing.assert_allclose(across, np.round(across), atol=1e-9)
        np.testing.assert_allclose(segments[1 - along, :, 1], across, atol=1e-9)
        corners = np.linalg.solve(A, [[2, 2, -2, -2], [2, -2, 2, -2]])
        assert np.abs(corners).max() <= min(across.max(), segments[along, :, 1].max()) + 1e-9


@pytest.mark.parametrize(
    "A", [[[0, 0], [0, 0]], [[0.8, 0.4], [0.4, 0.2]], [[0, 1], [0, 0]], [[1e-9, 0], [0, 1]]]
)
def test_a_map_that_flattens_the_plane_has_a_flat_grid_of_limited_size(A):
    fig, ax = plotting.plane()
    plotting.grid(ax, A)
    plotting.unit_square(ax, A)
    assert len(plotting.to_svg(fig)) < 60_000


def test_the_unit_square_has_its_corners_at_the_images_of_the_basis_vectors():
    _, ax = plotting.plane()
    plotting.unit_square(ax, [[1, 2], [3, 4]])
    fill, _ = ax.patches
    assert fill.get_xy()[:4].tolist() == [[0, 0], [1, 3], [3, 7], [2, 4]]


@pytest.mark.parametrize(("A", "dash"), [(ROTATION, "solid"), ([[0, 1], [1, 0]], "dashed")])
def test_the_edge_of_a_flipped_square_is_dashed(A, dash):
    _, ax = plotting.plane()
    plotting.unit_square(ax, A)
    assert ax.patches[1].get_linestyle() in (dash, {"solid": "-", "dashed": "--"}[dash])


def test_bad_arguments_are_named():
    _, ax = plotting.plane()
    with pytest.raises(ValueError, match="v must be a vector of length 2; found shape"):
        plotting.vector(ax, (1, 2, 3))
    with pytest.raises(ValueError, match=r"role must be one of first_basis, .*; found 'red'"):
        plotting.vector(ax, (1, 2), "red")
    with pytest.raises(ValueError, match="v must not be zero"):
        plotting.eigenline(ax, (0, 0))
    with pytest.raises(ValueError, match="A must be a matrix of shape"):
        plotting.grid(ax, np.eye(3))
    with pytest.raises(ValueError, match="n must be at least 1; found 0"):
        plotting.planes(0)
    with pytest.raises(ValueError, match="limit must be finite and at least"):
        plotting.plane(limit=-1)
