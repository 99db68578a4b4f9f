"""Theorems, exercises, solutions and notes as one family of valid HTML.

- What has the class ``dropdown`` folds by a native ``<details>``: no script, reached by
  keyboard, open in print.
- A heading outside the numbered ones, ``{rubric}`` with a level, is a heading.
- Every id is on a page once: sphinx-proof and sphinx-exercise give the content of each of
  their boxes the same id.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx_design.dropdown import dropdown_main, dropdown_title
from sphinx_exercise.nodes import solution_node

if TYPE_CHECKING:
    from sphinx.application import Sphinx

REPEATED_IDS = {"proof", "proof-content", "exercise-content", "solution-content"}


def mend_boxes(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    for section in list(doctree.findall(nodes.section)):
        if REPEATED_IDS.intersection(section["ids"]):
            content = nodes.container("", *section.children, classes=["box-content"])
            content["is_div"] = True
            section.parent.replace(section, content)
    for box in list(doctree.findall(nodes.Admonition)):
        if "proof" in box["ids"]:
            box["ids"].remove("proof")
            box["classes"].append("argument")
        if "dropdown" in box["classes"] and isinstance(box, nodes.admonition | solution_node):
            box.parent.replace(box, folded(box))


def mend_headings(app: Sphinx, doctree: nodes.document) -> None:
    """Say the level of a heading as MyST does, whose writer replaces that of Sphinx."""
    for heading in doctree.findall(nodes.rubric):
        if "heading-level" in heading:
            heading["level"] = heading["heading-level"]


def mend_citations(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any
) -> None:
    """Make each work cited an item of its list: the role it comes with is no longer one."""
    if "body" in context:
        context["body"] = context["body"].replace(' role="doc-biblioentry"', ' role="listitem"')


def folded(box: nodes.Element) -> dropdown_main:
    """Return the box as what a dropdown is."""
    title, *content = box.children
    # A link inside the thing to click on could not be reached by keyboard.
    for link in list(title.findall(nodes.reference)):
        link.parent.replace(link, link.children)
    details = dropdown_main(ids=box["ids"], classes=box["classes"])
    details["classes"].remove("dropdown")
    details += dropdown_title("", "", *title.children)
    details += nodes.container("", *content, is_div=True)
    return details


def mend_dropdowns(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Give whatever folds the theme's look: sphinx-design's own comes with its own styles."""
    for details in doctree.findall(dropdown_main):
        title, content = details.children
        for marker in list(title.findall(is_state_marker)):
            marker.parent.remove(marker)
        for node in (details, title, *title.findall(nodes.inline), content, *content.children):
            node["classes"] = [name for name in node["classes"] if not name.startswith("sd-")]
        details["classes"].insert(0, "fold")
        content["classes"].append("fold-content")


def is_state_marker(node: nodes.Node) -> bool:
    return isinstance(node, nodes.inline) and "sd-summary-state-marker" in node["classes"]


def name_summaries(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any
) -> None:
    """Let the text of "Show code cell source" be its name; MyST-NB hides it behind another."""
    if "body" in context:
        context["body"] = context["body"].replace(
            '<summary aria-label="Toggle hidden content">', "<summary>"
        )


def setup(app: Sphinx) -> dict[str, Any]:
    app.connect("doctree-read", mend_headings)
    app.connect("html-page-context", mend_citations)
    app.connect("doctree-resolved", mend_boxes)
    app.connect("doctree-resolved", mend_dropdowns)
    app.connect("html-page-context", name_summaries)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
