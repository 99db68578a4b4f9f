"""The syllabus against the book: which page teaches which item of the courses it follows.

Each page lists in its front matter, under ``teaches:``, the ids of ``syllabus.yml`` that it
covers. An id that the syllabus does not have is a warning, and so is one on a page other
than the syllabus names. The directive ``{syllabus-map}`` shows week by week what is taught
where; the coverage is reported at the end of a build and in ``syllabus-coverage.txt`` beside
the site.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx.util import logging

from syllabus.items import covered, read_claims, read_items, report, summary
from syllabus.page_map import SyllabusMap, fill_maps, maps_to_write, syllabus_item

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

logger = logging.getLogger(__name__)


def check_claims(app: Sphinx, env: BuildEnvironment) -> None:
    items = read_items(Path(app.srcdir) / "syllabus.yml")
    for docname, ids in read_claims(env.metadata).items():
        for id in ids:
            if id not in items:
                problem = f"the syllabus has no item {id!r}"
            elif not items[id].belongs_on(docname):
                problem = f"the syllabus has {id!r} on the page {items[id].docname}, not here"
            else:
                continue
            logger.warning(problem, location=(docname, line_of(env, docname, id)))


def line_of(env: BuildEnvironment, docname: str, id: str) -> int:
    lines = Path(env.doc2path(docname)).read_text(encoding="utf-8").splitlines()
    return next((number for number, line in enumerate(lines, 1) if id in line.split()), 1)


def report_coverage(app: Sphinx, exception: Exception | None) -> None:
    items = read_items(Path(app.srcdir) / "syllabus.yml")
    if exception is not None or app.builder.format != "html" or not items:
        return
    taught = covered(items, read_claims(app.env.metadata))
    text = report(items, taught, app.env.found_docs)
    (Path(app.outdir).parent / "syllabus-coverage.txt").write_text(text, encoding="utf-8")
    logger.info("syllabus: %s", summary(items, taught))


def setup(app: Sphinx) -> dict[str, Any]:
    app.add_node(syllabus_item)
    app.add_directive("syllabus-map", SyllabusMap)
    app.connect("env-updated", maps_to_write)
    app.connect("env-check-consistency", check_claims)
    app.connect("doctree-resolved", fill_maps)
    app.connect("build-finished", report_coverage)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
