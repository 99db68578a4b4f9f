r"""Mathematics set at build time: KaTeX turns every formula into HTML and MathML.

A page arrives with its mathematics in place: no script runs in the reader's browser.
Bad TeX is a Sphinx warning that names file and line. The fonts travel with the site, cut to
the glyphs that the book uses, and only pages with mathematics load them.

Configuration (under ``sphinx: config:`` in ``_config.yml``)::

    html_math_renderer: katex
    katex_macros: {'\R': '\mathbb{R}', '\norm': '\lVert #1 \rVert'}
    katex_extra_text: "0123456789"  # kept in the fonts for drawings that use them
"""

from __future__ import annotations

import re
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.util import logging
from sphinx.util.math import get_node_equation_number

from katex_math.fonts import write_stylesheet
from katex_math.glyphs import TEXT_FACES, GlyphLedger
from katex_math.line_breaks import keep_together
from katex_math.renderer import BadTeX, Katex

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.builders.html import StandaloneHTMLBuilder
    from sphinx.writers.html5 import HTML5Translator

logger = logging.getLogger(__name__)

# These environments number their own lines, apart from the numbers that {eq} refers to.
SELF_NUMBERED = re.compile(
    r"\\begin\{(align|alignat|eqnarray|equation|flalign|gather|multline)\}"
)


def typeset(builder: StandaloneHTMLBuilder, tex: str, *, display: bool = False) -> str:
    """Set TeX as HTML on the page being written; raise `BadTeX` if KaTeX refuses it."""
    html = builder.katex.render(tex, display=display)
    builder.katex_ledger.note(builder.current_docname, html)
    return html


def visit_math(self: HTML5Translator, node: nodes.math) -> None:
    self.body.append(typeset_or_warn(self.builder, node, display=False))
    raise nodes.SkipNode


def visit_math_block(self: HTML5Translator, node: nodes.math_block) -> None:
    self.body.append(self.starttag(node, "div", "", CLASS="math"))
    formula = typeset_or_warn(self.builder, node, display=True)
    self.body.append(f'<div class="scroll-box">{formula}</div>')
    if node.get("number"):
        number = get_node_equation_number(self, node)
        self.body.append(f'<a class="eqno" href="#{node["ids"][0]}">({number})</a>')
    self.body.append("</div>\n")
    raise nodes.SkipNode


def typeset_or_warn(builder: StandaloneHTMLBuilder, node: nodes.Element, display: bool) -> str:
    tex = node.astext().strip()
    try:
        if inside_dollars(node):
            raise BadTeX("$$ needs a line of its own and an empty line before and after")
        numbered = SELF_NUMBERED.search(tex)
        if numbered:
            raise BadTeX(
                f"{numbered[1]} numbers its own lines, which {{eq}} cannot refer to; write "
                f"$$ ... $$ (label) with aligned inside, or {numbered[1]}* for no number",
                numbered.start(),
            )
        end = rf"\text{{{node['end']}}}" if "end" in node else ""
        return typeset(builder, tex + end, display=display)
    except BadTeX as error:
        logger.warning(
            "bad TeX: %s, in: %s",
            error.problem,
            " ".join(tex.split()),
            location=locate(builder, node, tex, error.position),
            type="katex",
        )
        return f"<code>{escape(tex)}</code>"


def inside_dollars(node: nodes.Element) -> bool:
    """Tell whether `$$ ... $$` was read as a formula between two dollar signs."""
    siblings = node.parent.children
    place = siblings.index(node)
    before = siblings[place - 1].astext() if place else ""
    return before.endswith("$") and isinstance(siblings[place - 1], nodes.Text)


def locate(builder: StandaloneHTMLBuilder, node: nodes.Node, tex: str, position: int) -> str:
    """Say where the error is: Sphinx knows the paragraph, the source text knows the line."""
    source = Path(builder.env.doc2path(builder.current_docname))
    while not node.line and node.parent is not None:
        node = node.parent
    line = node.line or 1
    text = source.read_text(encoding="utf-8")
    above = sum(map(len, text.splitlines(keepends=True)[: line - 1]))
    start = text.find(tex, above)
    if start != -1:
        line = text.count("\n", 0, start + position) + 1
    return f"{source}:{line}"


def start_katex(app: Sphinx) -> None:
    if app.builder.format == "html":
        app.builder.katex = Katex(app.config.katex_macros)
        app.builder.katex_ledger = GlyphLedger(Path(app.doctreedir) / "katex_glyphs.json")


def load_stylesheet(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any
) -> None:
    """Load KaTeX's styles on pages that show mathematics, be it only in the contents."""
    app.builder.katex_ledger.pages.setdefault(pagename, {})
    titles = app.env.titles.values()
    if 'class="katex' in context.get("body", "") or any(
        t.next_node(nodes.math) for t in titles
    ):
        app.add_css_file("katex.css")
        # Fonts in a style sheet are unpacked when a line first needs one, which may be a frame
        # late; asked for here, they are there before the first line.
        app.add_js_file(None, body="for(const face of document.fonts)face.load()")


def finish(app: Sphinx, exception: Exception | None) -> None:
    if app.builder.format != "html":
        return
    app.builder.katex.stop()
    if exception is None:
        glyphs = app.builder.katex_ledger.settle(app.env.found_docs)
        for face in TEXT_FACES if glyphs else ():
            glyphs.setdefault(face, set()).update(app.config.katex_extra_text)
        write_stylesheet(Path(app.outdir) / "_static" / "katex.css", glyphs)


def setup(app: Sphinx) -> dict[str, Any]:
    app.add_config_value("katex_macros", {}, "html", types=[dict])
    app.add_config_value("katex_extra_text", "", "html", types=[str])
    app.add_html_math_renderer(
        "katex",
        inline_renderers=(visit_math, None),
        block_renderers=(visit_math_block, None),
    )
    app.connect("builder-inited", start_katex)
    app.connect("doctree-resolved", keep_together)
    app.connect("html-page-context", load_stylesheet)
    app.connect("build-finished", finish)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": False}
