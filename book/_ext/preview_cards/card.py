"""Draw a card: the name of a page beside the page's own figure, as PNG.

The card is written as SVG and turned into pixels by resvg, with fonts that come with
Matplotlib: the same bytes on every machine, and no browser.
"""

from __future__ import annotations

import re
from html import escape
from io import BytesIO
from pathlib import Path

import resvg_py
from matplotlib import get_data_path
from PIL import Image, ImageFont

WIDTH, HEIGHT = 1200, 630  # what previews show uncut
MARGIN = 64
FIGURE = 502  # the side of the square in which the figure stands
INK, QUIET, EDGE = "#202429", "#565d66", "#0b5cad"  # as the pages in the light

FONTS = Path(get_data_path()) / "fonts" / "ttf"
BOLD, PLAIN = FONTS / "DejaVuSans-Bold.ttf", FONTS / "DejaVuSans.ttf"
SERIF = [FONTS / f"STIXGeneral{style}.ttf" for style in ("", "Bol", "Italic", "BolIta")]


def card(book: str, title: str, description: str, figure: str | None) -> bytes:
    """Return the PNG; `figure` is an SVG or None."""
    wide = WIDTH - 2 * MARGIN - (FIGURE + 48 if figure else 0)
    name = lines(book, PLAIN, 24, wide)
    head = shortened(lines(title, BOLD, 52, wide), 5)
    y = MARGIN + 24
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}">',
        '<rect width="100%" height="100%" fill="#fff"/>',
        f'<rect width="12" height="100%" fill="{EDGE}"/>',
        text(name, y, 24, QUIET),
    ]
    y += 36 * len(name) + 62
    parts.append(text(head, y, 52, INK, "bold"))
    y += 66 * len(head) + 6
    words = shortened(lines(description, PLAIN, 24, wide), (HEIGHT - MARGIN - y) // 36 + 1)
    parts += [text(words, y, 24, QUIET), placed(figure) if figure else "", "</svg>"]
    return pixels("".join(parts))


def lines(words: str, font: Path, size: int, wide: int) -> list[str]:
    """Break words into lines that are no wider than `wide` pixels."""
    measure = ImageFont.truetype(str(font), size).getlength
    broken = [""]
    for word in words.split():
        longer = f"{broken[-1]} {word}".strip()
        if broken[-1] and measure(longer) > wide:
            broken.append(word)
        else:
            broken[-1] = longer
    return broken


def shortened(lines: list[str], most: int) -> list[str]:
    """Return as many lines as there may be, with a sign where something is missing."""
    return lines if len(lines) <= most else [*lines[: most - 1], f"{lines[most - 1]} …"]


def text(lines: list[str], y: int, size: int, colour: str, weight: str = "normal") -> str:
    """Write lines of text, the first with its foot at `y`."""
    step = round(size * 1.27) + 5
    spans = "".join(
        f'<text x="{MARGIN}" y="{y + index * step}">{escape(line)}</text>'
        for index, line in enumerate(lines)
    )
    look = f'font-family="DejaVu Sans" font-weight="{weight}" font-size="{size}"'
    return f'<g {look} fill="{colour}">{spans}</g>'


def placed(figure: str) -> str:
    """Stand the figure, as large as fits, in the square on the right."""
    figure = figure[figure.index("<svg") :]
    tag = figure[: figure.index(">") + 1]
    root = re.sub(r'\s(?:x|y|width|height)="[^"]*"', "", tag)
    if "viewBox" not in root:
        width, height = (
            re.search(rf'\s{side}="([\d.]+)', tag)[1] for side in ("width", "height")
        )
        root = root.replace("<svg", f'<svg viewBox="0 0 {width} {height}"', 1)
    where = (
        f'x="{WIDTH - MARGIN - FIGURE}" y="{(HEIGHT - FIGURE) // 2}" '
        f'width="{FIGURE}" height="{FIGURE}"'
    )
    return root.replace("<svg", f"<svg {where}", 1) + figure[len(tag) :]


def pixels(svg: str) -> bytes:
    """Return the PNG of an SVG, in few colours, so that it is small."""
    drawn = resvg_py.svg_to_bytes(
        svg_string=svg,
        skip_system_fonts=True,
        font_files=[str(font) for font in (BOLD, PLAIN, *SERIF)],
        font_family="DejaVu Sans",
        sans_serif_family="DejaVu Sans",
        serif_family="STIXGeneral",
    )
    picture = Image.open(BytesIO(bytes(drawn))).convert("RGB")
    file = BytesIO()
    few = picture.quantize(64, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    few.save(file, "PNG", optimize=True)
    return file.getvalue()
