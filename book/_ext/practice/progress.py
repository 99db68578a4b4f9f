"""How much of each page is answered, and what a reader can do with it.

``{progress}`` lists the pages below this one that have questions, with how many there are; the
script fills in how many the reader has answered. What lies more than ``:depth:`` levels below
(1 if it is not given) counts for the page above it. ``{progress-tools}`` exports, imports and
erases what is remembered.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import TYPE_CHECKING, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from mlmath.figures.markup import element
from sphinx.util.docutils import SphinxDirective

from practice.book import questions

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


class progress(nodes.General, nodes.Element):
    """The place of the list."""


class progress_row(nodes.General, nodes.TextElement):
    """A page in the list: its link, and the names of its questions."""


class progress_tools(nodes.General, nodes.Element):
    """The place of the buttons."""


class ShowProgress(SphinxDirective):
    """``{progress}``, perhaps with ``:depth: 2``."""

    option_spec: ClassVar[dict] = {"depth": directives.positive_int}

    def run(self) -> list[nodes.Node]:
        """Return the place where the list will stand."""
        self.env.metadata[self.env.docname]["progress"] = True
        return [progress(depth=self.options.get("depth", 1))]


class ShowTools(SphinxDirective):
    """``{progress-tools}``."""

    def run(self) -> list[nodes.Node]:
        """Return the place where the buttons will stand."""
        return [progress_tools()]


def pages_to_write(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Have the pages with a list written anew: it depends on other pages."""
    return sorted(page for page, data in env.metadata.items() if "progress" in data)


def list_pages(app: Sphinx, doctree: nodes.document, page: str) -> None:
    """Fill in the rows, now that all pages are read."""
    for place in list(doctree.findall(progress)):
        for below, names in rows(app.env, page, place["depth"]):
            title = (child.deepcopy() for child in app.env.titles[below].children)
            uri = app.builder.get_relative_uri(page, below)
            link = nodes.reference("", "", *title, internal=True, refuri=uri)
            place += progress_row("", "", link, names=names)
        if not place.children:
            place.parent.remove(place)


def rows(env: BuildEnvironment, page: str, depth: int) -> Iterator[tuple[str, list[str]]]:
    """Give the pages below a page, in their order, and the questions each stands for."""
    for below in env.toctree_includes.get(page, []):
        pages = [below] if depth > 1 else [below, *descendants(env, below)]
        asked = [entry for one in pages for entry in questions(env).get(one, [])]
        if asked:
            yield below, [f"{entry['name']}@{entry['digest']}" for entry in asked]
        if depth > 1:
            yield from rows(env, below, depth - 1)


def descendants(env: BuildEnvironment, page: str) -> Iterator[str]:
    """Give all pages below a page."""
    for below in env.toctree_includes.get(page, []):
        yield below
        yield from descendants(env, below)


def visit_progress(self, node: progress) -> None:
    self.body.append('<ul class="mlp">')


def depart_progress(self, node: progress) -> None:
    self.body.append("</ul>\n")


def visit_row(self, node: progress_row) -> None:
    self.body.append(f'<li data-questions="{" ".join(node["names"])}"><span>')


def depart_row(self, node: progress_row) -> None:
    count = len(node["names"])
    text = "1 question" if count == 1 else f"{count} questions"
    self.body.append(
        f'</span><span class="mlp-count">{text}</span><span class="mlp-bar"></span></li>'
    )


def visit_tools(self, node: progress_tools) -> None:
    def button(name: str, label: str) -> str:
        return element("button", escape(label), type="button", data_do=name, disabled=True)

    self.body.append(
        '<fieldset class="mlp-tools"><legend>What is remembered</legend><div>'
        + button("export", "Export")
        + button("import", "Import")
        + button("erase", "Erase")
        + '<input type="file" accept=".json,application/json" aria-label="File to import" hidden>'
        + '</div><div class="mlp-sure" hidden><span>Erase all that is remembered?</span>'
        + button("really", "Yes, erase")
        + button("keep", "No, keep it")
        + '</div><p role="status"></p></fieldset>\n'
    )


def depart_tools(self, node: progress_tools) -> None:
    """Nothing is left to write."""


NODES = (
    (progress, visit_progress, depart_progress),
    (progress_row, visit_row, depart_row),
    (progress_tools, visit_tools, depart_tools),
)
"""The nodes, and how HTML begins and ends them."""
