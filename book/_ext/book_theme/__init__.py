"""The book's theme: its page layout, its styles, one small script.

Jupyter Book brings sphinx-book-theme, whose pages load 1.3 MB before they show a word: an icon
library, Bootstrap, a theme for every purpose, a notebook runner. This theme inherits from
Sphinx's `basic` instead and loads nothing that its pages do not use. Menus and the search box
are native popovers, what folds is a native `<details>`, icons are drawn in place, and colours
follow the reader's system through `light-dark()`.

Settings: ``html_theme: book``; the footer is ``html: extra_footer:`` in ``_config.yml``.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.environment.adapters.toctree import TocTree

from book_theme.styles import write_styles

if TYPE_CHECKING:
    from sphinx.application import Sphinx

HERE = Path(__file__).parent

# Runs before the first paint, so that a page never flashes in the wrong colours.
COLOR_MODE_SCRIPT = (
    "try{const m=localStorage.getItem('mode');"
    "if(m==='light'||m==='dark')document.documentElement.dataset.theme=m}catch{}"
)

# What Jupyter Book's own extensions would add to every page, and this theme does without.
UNUSED_EXTENSIONS = (
    "sphinx_book_theme",
    "sphinx_comments",
    "sphinx_copybutton",
    "sphinx_thebe",
    "sphinx_togglebutton",
)
UNUSED_FILES = {
    *("copybutton.css", "exercise.css", "proof.css", "pygments.css"),
    *("mystnb.css", "sphinx-thebe.css", "togglebutton.css"),
    *("clipboard.min.js", "copybutton.js", "sphinx-book-theme.js"),
    # The search page asks for these itself.
    *("doctools.js", "documentation_options.js", "sphinx_highlight.js"),
}
# Cards, grids and tabs have styles of their own; a page without one goes without them.
DESIGN_FILES = {"sphinx-design.min.css", "design-tabs.js"}
DESIGN_COMPONENT = re.compile(r'class="[^"]*\bsd-(?:card-(?:body|title)|tab-set|row|container)')


def unload_unused_extensions(app: Sphinx) -> None:
    """Let them answer no event: Jupyter Book has no setting for leaving one out."""
    for listeners in list(app.events.listeners.values()):
        for listener in list(listeners):
            if listener.handler.__module__.partition(".")[0] in UNUSED_EXTENSIONS:
                app.disconnect(listener.id)


def complete_context(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any
) -> None:
    """Give the layout what it shows around the text."""
    context["window_title"] = window_title(app, pagename, context)
    context["book_contents"] = book_contents(context)
    context["page_contents"] = page_contents(app, pagename)
    metatags = context.get("metatags", "")
    context["metatags"] = re.sub(r'<meta name="viewport"[^>]*>\s*', "", metatags)
    context["color_mode_script"] = COLOR_MODE_SCRIPT
    context.setdefault("header_buttons", [])


def window_title(app: Sphinx, pagename: str, context: dict[str, Any]) -> str:
    """Return the title for the window: text only, and the name of the book once."""
    title = app.env.titles.get(pagename)
    text = title.astext() if title else pagename.capitalize()
    book = context["docstitle"]
    return text if text == book else f"{text} — {book}"


def book_contents(context: dict[str, Any]) -> str:
    """Return the list of the book's pages, opened where the reader is."""
    tree = context["toctree"](collapse=True, includehidden=True, titles_only=True, maxdepth=-1)
    tree = re.sub(r'<p[^>]* role="heading"[^>]*>', '<p class="caption">', tree or "")
    return tree.replace('class="current reference internal"', 'aria-current="page"').replace(
        ' class="reference internal"', ""
    )


def page_contents(app: Sphinx, pagename: str) -> str:
    """Return the list of the page's headings, two levels deep; none for fewer than two."""
    if pagename not in app.env.tocs:
        return ""
    toc = TocTree(app.env).get_toc_for(pagename, app.builder)
    sections = next(toc.children[0].findall(nodes.bullet_list), None)
    if sections is None or len(list(sections.findall(nodes.reference))) < 2:
        return ""
    for section in sections:
        for below in list(section.findall(nodes.bullet_list)):
            for too_deep in [*below.findall(nodes.bullet_list)][1:]:
                too_deep.parent.remove(too_deep)
    html = app.builder.render_partial(sections)["fragment"]
    return html.replace(' class="reference internal"', "")


def choose_assets(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any
) -> None:
    """Keep the styles and scripts that the page uses, and let no script hold up the text."""
    unused = UNUSED_FILES
    if not DESIGN_COMPONENT.search(context.get("body", "")):
        unused = unused | DESIGN_FILES
    # The theme's styles come last, so that they may correct those of extensions.
    context["css_files"] = [
        type(css)(css.filename, priority=900) if filename(css) == "site.css" else css
        for css in context["css_files"]
        if filename(css) not in unused
    ]
    context["script_files"] = [
        deferred(script) for script in context["script_files"] if filename(script) not in unused
    ]


def deferred(script: Any) -> Any:
    """Return a copy that waits for the page: Sphinx shares its scripts between pages."""
    if not script.filename:
        return script
    attributes = {**script.attributes, "defer": "defer"}
    return type(script)(script.filename, priority=script.priority, **attributes)


def filename(asset: Any) -> str:
    """Return the name of a style or script without folder and without the hash in it."""
    name = Path(str(asset.filename)).name if asset.filename else ""
    return re.sub(r"\.[0-9a-f]{64}\.", ".", name)


def finish(app: Sphinx, exception: Exception | None) -> None:
    if exception is None and app.builder.format == "html":
        write_styles(Path(app.outdir) / "_static" / "site.css")


def setup(app: Sphinx) -> dict[str, Any]:
    unload_unused_extensions(app)
    app.add_html_theme("book", str(HERE / "theme"))
    app.add_js_file("theme.js")
    app.connect("html-page-context", complete_context)
    app.connect("html-page-context", choose_assets, priority=900)
    app.connect("build-finished", finish)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
