"""Pictures must be the same bytes everywhere, small, and follow the dark mode."""

import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np
import pytest
from IPython.core.interactiveshell import InteractiveShell
from matplotlib.figure import Figure
from mlmath import plotting

SVG = "{http://www.w3.org/2000/svg}"


def picture():
    fig, ax = plotting.plane()
    plotting.grid(ax, [[0, 2], [1, 1]])
    plotting.unit_square(ax, [[0, 2], [1, 1]])
    plotting.vector(ax, (1, 2), "input", r"$\mathbf{x}$")
    plotting.eigenline(ax, (1, 1), "λ = 2")
    return fig


def test_the_same_picture_has_the_same_bytes_in_another_process():
    # Hash seeds differ between processes, and the clock has moved on.
    code = (
        f"import sys; sys.path.insert(0, {str(Path(__file__).parent)!r})\n"
        "import matplotlib; matplotlib.use('agg')\n"
        "from mlmath import plotting; plotting.use_style()\n"
        "import test_svg; sys.stdout.write(plotting.to_svg(test_svg.picture()))"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, encoding="utf-8"
    )
    assert run.stdout == plotting.to_svg(picture())


def test_the_svg_is_well_formed_transparent_and_has_a_fixed_size():
    root = ET.fromstring(plotting.to_svg(picture()))
    assert root.tag == f"{SVG}svg"
    assert (root.get("width"), root.get("height")) == ("345.6pt", "345.6pt")
    ground = root.find(f"{SVG}g/{SVG}g[@id='patch_1']/{SVG}path")
    assert "fill: none" in ground.get("style")


def test_letters_are_paths_so_that_they_look_the_same_on_every_machine():
    root = ET.fromstring(plotting.to_svg(picture()))
    assert root.find(f".//{SVG}text") is None
    assert root.find(f".//{SVG}use") is not None


def test_a_picture_costs_less_than_a_photograph():
    svg = plotting.to_svg(picture())
    assert len(svg.encode()) < 25_000
    fig, axes = plotting.planes(6, limit=2)
    for ax in axes:
        plotting.grid(ax, [[1, 1], [0, 1]])
    assert len(plotting.to_svg(fig).encode()) < 45_000


def test_rounding_coordinates_moves_nothing_visibly():
    # One curve of a hundred points: its coordinates must be kept to a hundredth of a point.
    fig, ax = plt.subplots()
    x = np.linspace(0, 1, 100)
    ax.plot(x, np.sin(7 * x), gid="curve")
    root = ET.fromstring(plotting.to_svg(fig))
    path = root.find(f".//{SVG}g[@id='curve']/{SVG}path").get("d")
    points = np.array([line.split()[1:3] for line in path.strip().splitlines()], dtype=float)
    exact = ax.transData.transform(np.column_stack([x, np.sin(7 * x)])) * 72 / fig.dpi
    exact[:, 1] = 72 * fig.get_size_inches()[1] - exact[:, 1]
    nearest = np.abs(points[:, None] - exact[None]).max(axis=2).min(axis=1)
    assert nearest.max() <= 0.0051
    assert max(len(number) for line in path.splitlines() for number in line.split()[1:]) <= 6


def test_each_colour_in_the_picture_has_its_dark_partner():
    svg = plotting.to_svg(picture())
    style = svg[svg.rindex("<style>") : svg.rindex("</style>")]
    assert style.startswith("<style>@media (prefers-color-scheme: dark){")
    drawn = svg[: svg.rindex("<style>")]
    for role, colours in plotting.PALETTE.items():
        for attribute in ("fill", "stroke"):
            rule = (
                f'[style*="{attribute}: {colours["light"]}"]'
                f"{{{attribute}:{colours['dark']}!important}}"
            )
            assert (rule in style) == (f"{attribute}: {colours['light']}" in drawn), role


def test_every_visible_colour_is_of_the_palette():
    svg = plotting.to_svg(picture())
    drawn = svg[: svg.rindex("<style>")]
    light = {colours["light"] for colours in plotting.PALETTE.values()}
    assert {part[:7] for part in drawn.split(": ")[1:] if part.startswith("#")} <= light
    # Black is SVG's default: text without a fill would be invisible in dark mode.
    for group in ET.fromstring(svg).iter(f"{SVG}g"):
        if group.get("id", "").startswith("text_") and len(group):
            assert group[0].get("style", "").startswith("fill: #")


@pytest.fixture
def shell():
    shell = InteractiveShell.instance()
    yield shell
    shell.display_formatter.formatters["image/svg+xml"].pop(Figure, None)
    InteractiveShell.clear_instance()


def test_a_notebook_shows_this_svg_and_no_bitmap_beside_it(shell):
    plotting.use_style()
    data, metadata = shell.display_formatter.format(picture())
    assert set(data) == {"image/svg+xml", "text/plain"}
    assert data["image/svg+xml"] == plotting.to_svg(picture())
    assert metadata == {}


def test_the_first_picture_of_a_notebook_does_not_bring_the_bitmaps_back(shell):
    # Matplotlib loads the notebook backend late, and that registers PNG.
    code = (
        "import os; os.environ['MPLBACKEND'] = 'module://matplotlib_inline.backend_inline'\n"
        "from IPython.core.interactiveshell import InteractiveShell\n"
        "shell = InteractiveShell.instance()\n"
        "from mlmath import plotting\n"
        "plotting.use_style()\n"
        "from matplotlib_inline.backend_inline import _fetch_figure_metadata\n"
        "fig, ax = plotting.plane()\n"
        "data, _ = shell.display_formatter.format(fig)\n"
        "print(sorted(data), 'prefers-color-scheme' in data['image/svg+xml'])\n"
        "print(_fetch_figure_metadata(fig))"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, encoding="utf-8"
    )
    # None: Jupyter is not told to put a white sheet behind the picture.
    assert run.stdout.splitlines() == ["['image/svg+xml', 'text/plain'] True", "None"]


def test_outside_a_notebook_the_style_is_set_without_complaint():
    code = "import mlmath.plotting as p; p.use_style(); import sys; print('IPython' in sys.modules)"
    run = subprocess.run(
        [sys.executable, "-W", "error", "-c", code], capture_output=True, check=True, text=True
    )
    assert run.stdout == "False\n"
