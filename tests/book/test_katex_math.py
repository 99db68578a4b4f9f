"""Mathematics arrives set, spoken and with its fonts."""

import base64
import io
import re
from types import SimpleNamespace

import pytest
from docutils import nodes
from docutils.utils import new_document
from fontTools.ttLib import TTFont
from katex_math.glyphs import Face, GlyphLedger, faces, font_rules
from katex_math.line_breaks import keep_together
from katex_math.renderer import BadTeX, Katex

HTML = SimpleNamespace(builder=SimpleNamespace(format="html"))


@pytest.fixture(scope="module")
def katex():
    katex = Katex({r"\R": r"\mathbb{R}"})
    yield katex
    katex.stop()


def fonts_in(styles: str) -> dict[Face, set[str]]:
    found = {}
    pattern = (
        r"@font-face\{font-family:(\w+);font-style:(\w+);font-weight:(\w+);"
        r"src:url\(data:font/woff2;base64,([^)]*)\)\}"
    )
    for family, style, weight, data in re.findall(pattern, styles):
        font = TTFont(io.BytesIO(base64.b64decode(data)))
        found[Face(family, weight, style)] = set(map(chr, font.getBestCmap()))
    return found


def test_a_formula_is_seen_and_spoken(katex):
    html = katex.render("x^2", display=False)
    assert "<math><mrow><msup><mi>x</mi><mn>2</mn></msup></mrow></math>" in html
    assert 'class="katex-html" aria-hidden="true"' in html


def test_the_tex_is_not_sent_along(katex):
    assert r"\sqrt" not in katex.render(r"\sqrt{x}", display=True)


def test_macros_of_the_book_hold(katex):
    assert '<span class="mord mathbb">R</span>' in katex.render(r"\R", display=False)


def test_a_macro_made_in_one_formula_is_unknown_in_the_next(katex):
    katex.render(r"\gdef\mine{x}\mine", display=False)
    with pytest.raises(BadTeX, match="mine"):
        katex.render(r"\mine", display=False)


@pytest.mark.parametrize(
    ("tex", "position"),
    [(r"a + \bad", 4), ("a + √", 4), (r"\href{http://x}{x}", 0)],
)
def test_what_katex_would_only_murmur_about_is_refused(katex, tex, position):
    with pytest.raises(BadTeX) as caught:
        katex.render(tex, display=True)
    assert caught.value.position == position


def test_one_process_sets_the_whole_book(katex):
    katex.render("a", display=False)
    process = katex.process
    for number in range(50):
        katex.render(f"x_{{{number}}}", display=False)
    assert katex.process is process


def test_an_innermost_class_decides_the_font():
    assert faces(("mord mathnormal",)) == (Face("KaTeX_Math", "400", "italic"),)
    assert faces(("mord mathnormal", "mord mathbf")) == (Face("KaTeX_Main", "700", "italic"),)
    assert faces(("minner", "mopen delimcenter", "delimsizing size3")) == (Face("KaTeX_Size3"),)
    assert faces(("mord",)) == (Face(),)


def test_every_font_of_katex_can_be_chosen():
    families = {rule.value for rule in font_rules() if rule.name == "family"}
    assert {f"KaTeX_{name}" for name in ("AMS", "Main", "Math", "Size1", "Size4")} <= families


def test_a_page_that_drops_its_formula_drops_its_glyphs(tmp_path, katex):
    file = tmp_path / "glyphs.json"
    first = GlyphLedger(file)
    first.note("one", katex.render("x", display=False))
    first.note("two", katex.render("y", display=False))
    first.note("gone", katex.render("z", display=False))
    first.settle({"one", "two", "gone"})
    second = GlyphLedger(file)
    second.pages["one"] = {}
    assert second.settle({"one", "two"}) == {Face("KaTeX_Math", "400", "italic"): {"y"}}


def test_each_glyph_on_a_page_is_in_a_font_of_the_site(sound_book):
    styles = (sound_book.site / "_static" / "katex.css").read_text(encoding="utf-8")
    fonts = fonts_in(styles)
    assert fonts[Face("KaTeX_Math", "400", "italic")] >= set("Aλabcd")
    assert fonts[Face(weight="700")] >= {"x"}
    assert fonts[Face()] >= set("=12")
    assert "z" not in fonts[Face("KaTeX_Math", "400", "italic")], "the font is not cut"


def test_no_font_is_left_to_be_fetched(sound_book):
    styles = (sound_book.site / "_static" / "katex.css").read_text(encoding="utf-8")
    assert re.findall(r"url\((?!data:)", styles) == []


def test_only_pages_with_formulas_load_their_styles(sound_book):
    assert "katex.css" in sound_book.page("chapters/maps/shears")
    assert "katex.css" not in sound_book.page("index")


def test_a_labelled_equation_has_its_number_and_is_linked_by_it(sound_book):
    page = sound_book.page("chapters/maps/shears")
    assert '<a class="eqno" href="#equation-eq-eigen">(1)</a>' in page
    assert 'href="#equation-eq-eigen">(1)</a>; see' not in page
    assert re.search(r'see <a class="[^"]*" href="#equation-eq-eigen">\(1\)</a>', page)
    assert page.count('id="equation-eq-eigen"') == 1


@pytest.mark.parametrize(
    ("text", "together"),
    [
        ("let $x$. Then", "let <X>.</X> Then"),
        ("(for $x$, $y$)", "(for <X>,</X> <X>)</X>"),
        ("map ($A$) of", "map <X>()</X> of"),
        ("an $n$-gon or", "an <X>-gon</X> or"),
        ("a $x$ b", "a <X></X> b"),
        ("$x$", "<X></X>"),
    ],
)
def test_a_short_formula_keeps_its_punctuation(text, together):
    parts = re.split(r"\$(.*?)\$", text)
    children = [
        nodes.math("", part) if i % 2 else nodes.Text(part) for i, part in enumerate(parts)
    ]
    document = new_document("a page")
    document += nodes.paragraph("", "", *children)
    keep_together(HTML, document, "a page")
    shown = re.sub(r'<inline classes="together">', "<X>", str(document[0]))
    shown = re.sub(r"<math>.*?</math>", "", shown.replace("</inline>", "</X>"))
    assert shown == f"<paragraph>{together}</paragraph>"


def test_a_long_formula_may_break_but_not_before_its_full_stop():
    document = new_document("a page")
    formula = nodes.math("", "a + b + c + d + e + f + g + h")
    document += nodes.paragraph("", "", formula, nodes.Text(". Then"))
    keep_together(HTML, document, "a page")
    assert "together" not in str(document)
    assert formula["end"] == "."
    assert document[0][1] == " Then"
