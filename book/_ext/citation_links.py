"""Pages that cite are written again when the places in the list of works have changed.

A new work moves the others to new anchors, and a page that did not change keeps its old links.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


def pages_to_write(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Return the pages that cite a work, if any work has a new place."""
    cite = env.domains.get("cite")
    if cite is None:  # a book without a list of works
        return []
    places = {
        work.key: (work.bibliography_key.docname, work.citation_id) for work in cite.citations
    }
    before = getattr(env, "citation_places", {})
    env.citation_places = places
    return [] if places == before else sorted({ref.docname for ref in cite.citation_refs})


def setup(app: Sphinx) -> dict[str, Any]:
    app.connect("env-updated", pages_to_write, priority=900)  # when the works have their places
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
