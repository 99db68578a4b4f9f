"""The colours must be readable in both modes, and tell vectors apart for every reader."""

from itertools import combinations

import numpy as np
import pytest
from mlmath.plotting import PALETTE
from mlmath.plotting.palette import line_style

GROUND = {"light": "#ffffff", "dark": "#121212"}  # the theme's
VECTORS = ("first_basis", "second_basis", "input", "output", "eigen")

# How the three kinds of colour blindness see linear RGB, at full strength: Machado, Oliveira
# and Fernandes, "A physiologically-based model for simulation of color vision deficiency",
# IEEE Transactions on Visualization and Computer Graphics 15, 2009.
VISION = {
    "ordinary": np.eye(3),
    "protanopia": [
        [0.152286, 1.052583, -0.204868],
        [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
    ],
    "deuteranopia": [
        [0.367322, 0.860646, -0.227968],
        [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
    ],
    "tritanopia": [
        [1.255528, -0.076749, -0.178779],
        [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
    ],
}

# CIEDE2000 is scaled so that 1 is the smallest difference seen between large patches side by
# side. Thin lines apart from each other need much more: 10 is where colours of map keys stop
# being confused. The first palette of this book had a pair at 1.0.
CLEARLY_DIFFERENT = 10


def linear_rgb(colour):
    srgb = np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)]) / 255
    return np.where(srgb <= 0.04045, srgb / 12.92, ((srgb + 0.055) / 1.055) ** 2.4)


def lab(rgb):
    """Return CIE L*a*b* under D65."""
    to_xyz = [
        [0.4124564, 0.3575761, 0.1804375],
        [0.2126729, 0.7151522, 0.0721750],
        [0.0193339, 0.1191920, 0.9503041],
    ]
    xyz = to_xyz @ np.clip(rgb, 0, 1) / [0.95047, 1, 1.08883]
    f = np.where(xyz > 216 / 24389, np.cbrt(xyz), (24389 / 27 * xyz + 16) / 116)
    return 116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])


def ciede2000(first, second):
    """Return the CIE's colour difference of 2000."""
    (L1, a1, b1), (L2, a2, b2) = first, second
    C = (np.hypot(a1, b1) + np.hypot(a2, b2)) / 2
    G = (1 - np.sqrt(C**7 / (C**7 + 25**7))) / 2
    a1, a2 = (1 + G) * a1, (1 + G) * a2
    C1, C2 = np.hypot(a1, b1), np.hypot(a2, b2)
    h1, h2 = np.degrees(np.arctan2(b1, a1)) % 360, np.degrees(np.arctan2(b2, a2)) % 360
    turn = (h2 - h1 + 180) % 360 - 180
    dL, dC, dH = L2 - L1, C2 - C1, 2 * np.sqrt(C1 * C2) * np.sin(np.radians(turn / 2))
    L, C, h = (L1 + L2) / 2, (C1 + C2) / 2, (h1 + turn / 2) % 360
    T = (
        1
        - 0.17 * np.cos(np.radians(h - 30))
        + 0.24 * np.cos(np.radians(2 * h))
        + 0.32 * np.cos(np.radians(3 * h + 6))
        - 0.20 * np.cos(np.radians(4 * h - 63))
    )
    S_L = 1 + 0.015 * (L - 50) ** 2 / np.sqrt(20 + (L - 50) ** 2)
    S_C, S_H = 1 + 0.045 * C, 1 + 0.015 * C * T
    bend = np.sin(np.radians(60 * np.exp(-(((h - 275) / 25) ** 2))))
    R_T = -2 * np.sqrt(C**7 / (C**7 + 25**7)) * bend
    parts = dL / S_L, dC / S_C, dH / S_H
    return np.sqrt(sum(part**2 for part in parts) + R_T * parts[1] * parts[2])


def contrast(first, second):
    """Return the contrast ratio of WCAG 2."""
    bright, dim = sorted(
        (float([0.2126, 0.7152, 0.0722] @ linear_rgb(c)) + 0.05 for c in (first, second)),
        reverse=True,
    )
    return bright / dim


def test_the_difference_formula_gives_the_published_values():
    # Pairs 1, 7 and 25 of Sharma, Wu and Dalal, Color Research and Application 30, 2005.
    assert ciede2000((50, 2.6772, -79.7751), (50, 0, -82.7485)) == pytest.approx(
        2.0425, abs=1e-4
    )
    assert ciede2000((50, 0, 0), (50, -1, 2)) == pytest.approx(2.3669, abs=1e-4)
    assert ciede2000((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387)) == (
        pytest.approx(1.2644, abs=1e-4)
    )


def test_black_on_white_has_the_contrast_21():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("role", [role for role in PALETTE if role != "grid"])
def test_every_colour_but_the_grid_can_be_read_as_text(role, mode):
    assert contrast(PALETTE[role][mode], GROUND[mode]) >= 4.5


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("vision", VISION)
def test_vectors_are_told_apart_by_every_reader(vision, mode):
    seen = {role: lab(VISION[vision] @ linear_rgb(PALETTE[role][mode])) for role in VECTORS}
    for first, second in combinations(VECTORS, 2):
        assert ciede2000(seen[first], seen[second]) >= CLEARLY_DIFFERENT, (first, second)


def test_lines_that_are_no_vectors_differ_in_dash_from_vectors_and_from_each_other():
    assert {PALETTE[role]["dash"] for role in VECTORS[:4]} == {"solid"}
    dashes = [PALETTE[role]["dash"] for role in ("eigen", "projection", "residual")]
    assert len({"solid", *dashes}) == 4


def test_every_role_says_what_it_means_and_has_colours_that_css_and_matplotlib_read():
    for role, entry in PALETTE.items():
        assert set(entry) == {"light", "dark", "dash", "meaning"}, role
        assert all(len(entry[mode]) == 7 for mode in GROUND), role
        assert line_style(role) == {"color": entry["light"], "linestyle": entry["dash"]}


def test_colours_are_different_so_that_dark_mode_can_replace_each():
    light = [entry["light"] for entry in PALETTE.values()]
    assert len(set(light)) == len(light)
    assert not set(light) & {entry["dark"] for entry in PALETTE.values()}
