"""The directive ``{syllabus-map}``: every week of the courses, item by item, with its page."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util.docutils import SphinxDirective
from sphinx.util.nodes import make_refnode

from syllabus.items import Item, covered, read_claims, read_items, summary

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

NAMES = {
    "imperial": "Mathematics for Machine Learning (Imperial College London)",
    "deeplearning": "Mathematics for Machine Learning and Data Science (DeepLearning.AI)",
    "linear-algebra": "Linear algebra",
    "multivariate-calculus": "Multivariate calculus",
    "calculus": "Calculus",
    "pca": "Principal component analysis",
    "probability-and-statistics": "Probability and statistics",
}


class syllabus_item(nodes.inline):
    """The title of an item, which becomes a link when all pages are known."""


class syllabus_summary(nodes.paragraph):
    """How much is written, said when all pages are known."""


class SyllabusMap(SphinxDirective):
    """A section for each specialization, in it one for each week."""

    def run(self) -> list[nodes.Node]:
        """Return everything but the links, which need pages that are not read yet."""
        file = Path(self.env.srcdir) / "syllabus.yml"
        self.env.note_dependency(str(file))
        result: list[nodes.Node] = [syllabus_summary()]
        items = read_items(file).values()
        for specialization, its_items in groupby(items, key=lambda item: item.week[0]):
            section = self.section(specialization, NAMES.get(specialization, specialization))
            for week, week_items in groupby(its_items, key=lambda item: item.week):
                course = NAMES.get(week[1], week[1])
                part = self.section("-".join(week), f"{course}, week {week[2]}")
                entries = [list_entry(item) for item in week_items]
                part += nodes.bullet_list("", *entries, classes=["syllabus"])
                section += part
            result.append(section)
        return result

    def section(self, id: str, title: str) -> nodes.section:
        """Return a section that the page's list of headings will show."""
        section = nodes.section("", nodes.title(title, title), ids=[id], names=[id])
        self.state.document.note_explicit_target(section)
        return section


def list_entry(item: Item) -> nodes.list_item:
    title = syllabus_item(item.title, item.title, id=item.id)
    kind = nodes.inline(item.kind, item.kind, classes=["syllabus-kind"])
    return nodes.list_item("", nodes.paragraph("", "", title, nodes.Text(" "), kind))


def fill_maps(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Link the items that have their page, and say how many have not."""
    items = read_items(Path(app.srcdir) / "syllabus.yml")
    taught = covered(items, read_claims(app.env.metadata))
    for node in list(doctree.findall(syllabus_summary)):
        text = f"{summary(items, taught)}."
        node.parent.replace(node, nodes.paragraph(text, text))
    for node in list(doctree.findall(syllabus_item)):
        title = nodes.inline("", *node.children, classes=["syllabus-title"])
        page = taught.get(node["id"])
        if page:
            title = make_refnode(app.builder, docname, page, None, title)
        node.parent.replace(node, title)


def maps_to_write(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Return the pages with a map if what is taught has changed since they were written."""
    claims = read_claims(env.metadata)
    if getattr(env, "syllabus_claims", None) == claims:
        return []
    env.syllabus_claims = claims
    file = str(Path(app.srcdir) / "syllabus.yml")
    return [docname for docname, files in env.dependencies.items() if file in files]
