"""A picture drawn by Matplotlib must follow the dark mode of the page around it."""

from __future__ import annotations

from base64 import b64encode
from io import BytesIO

import matplotlib as mpl
import matplotlib.pyplot as plt
import pytest
from mlmath import plotting
from PIL import Image

ROLES = ("first_basis", "second_basis", "input", "output", "ink")


@pytest.fixture(scope="module")
def address() -> str:
    """Return a picture with a broad line in each of the colours, as the address of an image."""
    with mpl.rc_context():
        mpl.use("agg")
        plotting.use_style()
        fig, ax = plt.subplots()
        for height, role in enumerate(ROLES):
            ax.axhline(height, linewidth=9, color=plotting.PALETTE[role]["light"])
        ax.set_title("a title in ink")
        svg = plotting.to_svg(fig)
        plt.close(fig)
    return "data:image/svg+xml;base64," + b64encode(svg.encode()).decode()


@pytest.mark.parametrize("system", ["light", "dark"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_colours_are_those_of_the_page_and_not_of_the_system(
    browser, address, theme, system
):
    page = browser.new_page(color_scheme=system)
    ground = {"light": "#ffffff", "dark": "#121212"}[theme]
    page.set_content(
        f'<html style="color-scheme: {theme}; background: {ground}"><img src="{address}">'
    )
    page.wait_for_function("document.images[0].complete")
    picture = Image.open(BytesIO(page.locator("img").screenshot())).convert("RGB")
    page.close()
    shown = {f"#{r:02x}{g:02x}{b:02x}" for _, (r, g, b) in picture.getcolors(2**20)}
    other = {"light": "dark", "dark": "light"}[theme]
    assert {plotting.PALETTE[role][theme] for role in ROLES} <= shown
    assert not {plotting.PALETTE[role][other] for role in ROLES} & shown
    assert ground in shown
