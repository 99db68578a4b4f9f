"""Whoever sees little contrast can read everything, in the light and in the dark.

Seven to one is what WCAG asks for at its highest level.
"""

import re

import pytest
from tiny_book import BOOK

COLOURS = dict(
    re.findall(
        r"--([\w-]+): light-dark\((#\w+), (#\w+)\);".replace(
            r"(#\w+), (#\w+)", r"(#\w+, #\w+)"
        ),
        (BOOK / "_ext" / "book_theme" / "styles" / "colours.css").read_text(encoding="utf-8"),
    )
)
GROUNDS = [name for name in COLOURS if "ground" in name]
BOXES = [name.removesuffix("-ground") for name in GROUNDS if name.endswith("-ground")]
CODE = [name for name in COLOURS if name.startswith("code-")]

# Running text, links and quiet text stand on any ground; the colours of boxes on their own and
# on the page; those of code where code stands.
PAIRS = [
    *((ink, ground) for ink in ("ink", "ink-quiet", "link") for ground in GROUNDS),
    *((box, ground) for box in BOXES for ground in (f"{box}-ground", "ground")),
    *((code, ground) for code in CODE for ground in ("ground-code", "ground")),
    ("warning", "ground-code"),
    ("ink", "mark"),
]


def luminance(colour: str) -> float:
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted(map(luminance, (one, other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("mode", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), PAIRS)
def test_text_stands_out_from_its_ground(ink, ground, mode):
    colours = [COLOURS[name].split(", ")[mode] for name in (ink, ground)]
    assert contrast(*colours) >= 7, colours
