"""Which glyphs of which font the formulas of the book use, page by page.

KaTeX chooses a font by the classes of a span, so its own style sheet says which font sets a
character. Pages that a build leaves alone keep their entry from the build before.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple

STYLES = Path(__file__).parent / "katex" / "katex.min.css"

TAG_OR_TEXT = re.compile(r"<span(?: class=\"([^\"]*)\")?[^>]*>|(</span>)|<[^>]*>|([^<]+)")
RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
FONT_PROPERTY = re.compile(r'font-(family|weight|style):"?([\w ]+)')
ENTITIES = {"&lt;": "<", "&gt;": ">", "&amp;": "&", "&quot;": '"', "&#x27;": "'"}


class Face(NamedTuple):
    """A font as style sheets name it."""

    family: str = "KaTeX_Main"
    weight: str = "400"
    style: str = "normal"


# The faces of letters and digits; figures label their drawings with them.
TEXT_FACES = (Face(), Face(weight="700"), Face(family="KaTeX_Math", style="italic"))


class FontRule(NamedTuple):
    """``.katex .above .own { font-<name>: value }``."""

    above: frozenset[str]
    own: frozenset[str]
    name: str
    value: str


@cache
def font_rules() -> tuple[FontRule, ...]:
    """Read from KaTeX's style sheet which classes change the font."""
    rules = []
    for selectors, body in RULE.findall(STYLES.read_text(encoding="utf-8")):
        for name, value in FONT_PROPERTY.findall(body):
            for selector in selectors.split(","):
                compounds = [
                    frozenset(re.findall(r"\.([\w-]+)", part))
                    for part in re.split(r"[ >]+", selector.strip())
                ]
                if compounds[0] == {"katex"} and len(compounds) > 1:
                    above = frozenset().union(*compounds[1:-1])
                    rules.append(FontRule(above, compounds[-1], name, value))
    return tuple(rules)


@cache
def faces(chain: tuple[str, ...]) -> tuple[Face, ...]:
    """Return the faces that may set text inside spans with these classes, outermost first.

    Properties are inherited, so the innermost span that sets one decides. Where several
    rules of one span compete, all of them count: a glyph too many costs little, one too
    few would show.
    """
    chosen = {"family": {Face().family}, "weight": {Face().weight}, "style": {Face().style}}
    for depth in range(len(chain)):
        own = frozenset(chain[depth].split())
        above = frozenset(" ".join(chain[:depth]).split())
        for name in chosen:
            values = {
                rule.value
                for rule in font_rules()
                if rule.name == name and rule.own <= own and rule.above <= above
            }
            if values:
                chosen[name] = values
    return tuple(
        Face(family, weight, style)
        for family in sorted(chosen["family"])
        for weight in sorted(chosen["weight"])
        for style in sorted(chosen["style"])
    )


def glyphs_of(html: str) -> Iterable[tuple[Face, str]]:
    """Yield each piece of visible text of a formula with a face that may set it."""
    visible = html[html.index('class="katex-html"') :]
    chain: list[str] = []
    for classes, closing, text in TAG_OR_TEXT.findall(visible[visible.index(">") + 1 :]):
        if text:
            for entity, character in ENTITIES.items():
                text = text.replace(entity, character)
            for face in faces(tuple(chain)):
                yield face, text
        elif closing:
            if chain:
                chain.pop()
        else:
            chain.append(classes)


class GlyphLedger:
    """The glyphs of every page of the book, kept between builds."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.pages: dict[str, dict[Face, set[str]]] = {}

    def note(self, page: str, html: str) -> None:
        """Enter a formula of a page that this build writes."""
        entry = self.pages.setdefault(page, {})
        for face, text in glyphs_of(html):
            entry.setdefault(face, set()).update(text)

    def settle(self, pages: Collection[str]) -> dict[Face, set[str]]:
        """Return the glyphs of the whole book; remember them for the next build."""
        remembered = json.loads(self.file.read_text("utf-8")) if self.file.exists() else {}
        for page, entry in self.pages.items():
            remembered[page] = [[*face, "".join(sorted(text))] for face, text in entry.items()]
        remembered = {page: remembered[page] for page in sorted(remembered) if page in pages}
        self.file.write_text(json.dumps(remembered), encoding="utf-8")
        book: dict[Face, set[str]] = {}
        for entry in remembered.values():
            for *face, text in entry:
                book.setdefault(Face(*face), set()).update(text)
        return book
