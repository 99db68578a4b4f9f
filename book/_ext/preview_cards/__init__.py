"""What a chat or a social site shows of a link to a page: its name and its own first figure.

Such a preview wants the picture's whole address, so there are cards only where the book is
built for an address on the web: see `web_address`.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from web_address import page_address

if TYPE_CHECKING:
    from sphinx.application import Sphinx

FIGURE = re.compile(
    r'(?P<drawn><svg\b[^>]*class="mlf-svg".*?</svg>)(?=<p class="mlf-note")'
    r'|<img\b[^>]*\bsrc="[^"]*_images/(?P<file>[^"]+\.svg)"',
    re.DOTALL,
)


def first_figure(app: Sphinx, body: str) -> str | None:
    """Return the SVG of the first figure of a page, interactive or not."""
    if not (match := FIGURE.search(body)):
        return None
    if match["drawn"]:
        return match["drawn"]
    files = {name: Path(app.srcdir) / uri for uri, name in app.builder.images.items()}
    return files[match["file"]].read_text(encoding="utf-8")


def add_card(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any
) -> None:
    """Draw the page's card and name it in the page."""
    if not app.config.html_baseurl or doctree is None:
        return
    # Here, not above: a book that is not published need not have what draws the cards.
    from preview_cards.card import HEIGHT, WIDTH, card

    title = app.env.titles[pagename].astext()
    description = app.env.metadata[pagename].get("description", "").strip()
    picture = card(context["docstitle"], title, description, first_figure(app, context["body"]))
    file = f"_images/cards/{pagename.replace('/', '-')}.png"
    target = Path(app.outdir) / file
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(picture)
    properties = {
        "og:url": page_address(app, pagename),
        "og:image": app.config.html_baseurl + file,
        "og:image:width": WIDTH,
        "og:image:height": HEIGHT,
    }
    context["metatags"] = (
        context.get("metatags", "")
        + "".join(
            f'\n<meta property="{name}" content="{value}">'
            for name, value in properties.items()
        )
        + '\n<meta name="twitter:card" content="summary_large_image">'
    )


def setup(app: Sphinx) -> dict[str, Any]:
    app.connect("html-page-context", add_card, priority=600)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
