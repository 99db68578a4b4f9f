"""The directive ``{term-index}``: every term of the glossary and the sections that use it.

A term that no section links has the page that the glossary sends its readers to.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.util import docname_join
from sphinx.util.docutils import SphinxDirective
from sphinx.util.nodes import make_refnode

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


class term_index(nodes.General, nodes.Element):
    """Where the list goes when all pages are known."""


class TermIndex(SphinxDirective):
    """A list of all terms, each with the sections that use it."""

    def run(self) -> list[nodes.Node]:
        """Return a place for the list."""
        self.env.metadata[self.env.docname]["term_index"] = True
        return [term_index()]


def note_uses(app: Sphinx, doctree: nodes.document) -> None:
    """Note which section of a page links which term."""
    uses = []
    for link in doctree.findall(pending_xref):
        if link.get("reftype") == "term":
            section = section_around(link)
            top = isinstance(section.parent, nodes.document)
            anchor = "" if top else section["ids"][0]
            uses.append((link["reftarget"].lower(), anchor, section[0].deepcopy()))
    all_uses(app.env)[app.env.docname] = uses


def section_around(node: nodes.Node) -> nodes.section:
    """Return the section with a heading; the boxes of theorems are sections too, without."""
    section = node.parent
    while not (isinstance(section, nodes.section) and isinstance(section[0], nodes.title)):
        section = section.parent
    return section


def all_uses(env: BuildEnvironment) -> dict[str, list]:
    if not hasattr(env, "term_uses"):
        env.term_uses = {}
    return env.term_uses


def forget(app: Sphinx, env: BuildEnvironment, docname: str) -> None:
    all_uses(env).pop(docname, None)


def merge(
    app: Sphinx, env: BuildEnvironment, docnames: list[str], other: BuildEnvironment
) -> None:
    all_uses(env).update({name: all_uses(other).get(name, []) for name in docnames})


def pages_to_write(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Have the pages with an index written anew: it depends on all others."""
    return sorted(page for page, data in env.metadata.items() if "term_index" in data)


def fill(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Write the list, now that all pages are read."""
    for place in list(doctree.findall(term_index)):
        place.parent.replace(place, index_of(app, docname))


def index_of(app: Sphinx, docname: str) -> nodes.definition_list:
    """Return the terms and where they are used, in the orders of the glossary and the book."""
    found: dict[str, list[nodes.Node]] = {}
    for page in in_reading_order(app.env, app.config.root_doc):
        for term, anchor, title in all_uses(app.env).get(page, []):
            titles = [app.env.titles[page], title] if anchor else [title]
            words = [child.deepcopy() for one in titles for child in one.children]
            if anchor:
                words.insert(len(titles[0].children), nodes.Text(": "))
            link = make_refnode(app.builder, docname, page, anchor, words)
            places = found.setdefault(term, [])
            if link["refuri"] not in [other["refuri"] for other in places]:
                places.append(link)
    entries = nodes.definition_list()
    known = app.env.get_domain("std").objects
    for name in sorted((name for kind, name in known if kind == "term"), key=str.lower):
        glossary, anchor = known["term", name]
        links = found.get(name.lower()) or [
            make_refnode(app.builder, docname, page, "", list(app.env.titles[page].deepcopy()))
            for page in pages_named(app.env, glossary, anchor)
        ]
        if not links:
            continue
        term = make_refnode(app.builder, docname, glossary, anchor, nodes.Text(name))
        places = nodes.bullet_list(
            "", *(nodes.list_item("", nodes.paragraph("", "", link)) for link in links)
        )
        entries += nodes.definition_list_item(
            "", nodes.term("", "", term), nodes.definition("", places)
        )
    return entries


def pages_named(env: BuildEnvironment, glossary: str, anchor: str) -> Iterator[str]:
    """Give the pages to which an entry of the glossary links."""
    for term in env.get_doctree(glossary).findall(nodes.term):
        if anchor in term["ids"]:
            for link in term.parent.findall(pending_xref):
                page = docname_join(glossary, link["reftarget"])
                if link.get("reftype") == "doc" and page in env.titles:
                    yield page


def in_reading_order(env: BuildEnvironment, page: str) -> Iterator[str]:
    """Give a page and all pages below it."""
    yield page
    for below in env.toctree_includes.get(page, []):
        yield from in_reading_order(env, below)
