"""The definitions of the terms that a page links, at its end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

GLOSSARY = "glossary"
"""The page with the glossary."""


def pages_to_write(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Return the pages that use a term, if what is said of a term has changed."""
    if GLOSSARY not in env.found_docs:
        return []
    said = {name: node.astext() for name, node in entries(env).items()}
    if getattr(env, "term_definitions", None) == said:
        return []
    env.term_definitions = said
    return sorted(page for page, uses in env.term_uses.items() if uses)


def add(app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: Any) -> None:
    """Write the definitions of the page's terms after its text."""
    if doctree is None or page == GLOSSARY or GLOSSARY not in app.env.found_docs:
        return
    linked = {
        link.get("refuri", "").partition("#")[2]
        for link in doctree.findall(nodes.reference)
        if any("std-term" in child.get("classes", ()) for child in link.findall(nodes.inline))
    }
    known = entries(app.env)
    html = [
        f'<div class="term-definition" id="definition-{name}" role="tooltip" hidden>'
        f"{app.builder.render_partial(without_links(known[name]))['fragment']}</div>\n"
        for name in sorted(linked & known.keys())
    ]
    if html:
        context["body"] += "".join(html)
        app.add_js_file("terms.js", loading_method="defer")


def entries(env: BuildEnvironment) -> dict[str, nodes.definition]:
    """Return what the glossary says, by the anchor of the term."""
    found = {}
    for item in env.get_doctree(GLOSSARY).findall(nodes.definition_list_item):
        definition = item.next_node(nodes.definition)
        found.update(
            (name, definition) for term in item.findall(nodes.term) for name in term["ids"]
        )
    return found


def without_links(definition: nodes.definition) -> nodes.container:
    """Return a definition to show beside its term: no link in it, nor its last "See …"."""
    content = nodes.container("", *(child.deepcopy() for child in definition.children))
    for paragraph in list(content.findall(nodes.paragraph)):
        *_, before, link, after = [nodes.Text(""), nodes.Text(""), *paragraph.children]
        if after.astext() == "." and before.astext().rstrip().endswith("See"):
            text = before.astext().rstrip().removesuffix("See").rstrip()
            paragraph.remove(link)
            paragraph.remove(after)
            paragraph.replace(before, nodes.Text(text))
    for link in list(content.findall(lambda node: node.tagname == "pending_xref")):
        link.parent.replace(link, nodes.Text(link.astext()))
    return content
