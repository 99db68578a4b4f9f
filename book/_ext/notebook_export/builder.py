"""The Sphinx builder that writes notebooks."""

import posixpath
from pathlib import Path

from assignment.cells import BadAssignment, learners_copy
from jupyter_cache import get_cache
from myst_nb.core.read import read_myst_markdown_notebook
from sphinx.builders import Builder
from sphinx.transforms import SphinxTransformer
from sphinx.util import logging

from notebook_export.markdown import PAGE, PageWriter
from notebook_export.notebook import Problem, assemble, check_hidden_cells

logger = logging.getLogger(__name__)


class NotebookBuilder(Builder):
    """Writes ``<page>.ipynb`` for each page with code, with the outputs of the cache."""

    name = "notebooks"
    format = "notebook"
    epilog = "The notebooks are in %(outdir)s."

    def get_outdated_docs(self):
        """Write all pages: a page's numbers depend on the pages before it."""
        return self.env.found_docs

    def get_target_uri(self, docname, typ=None):
        """Mark a link to a page; the writer decides what becomes of it."""
        return PAGE + docname

    def get_relative_uri(self, from_, to, typ=None):
        """Return the same mark: where the link stands does not matter yet."""
        return PAGE + to

    def write(self, build_docnames, updated_docnames, method="update"):
        """Write the notebooks of all pages that have code."""
        self.cache = get_cache(self.env.mystnb_config.execution_cache_path)
        for docname in sorted(self.env.found_docs):
            if self.has_notebook(docname):
                self.write_doc(docname, self.resolved(docname))

    def resolved(self, docname: str):
        """Return a page with its references resolved, as Sphinx's transforms leave it.

        The event ``doctree-resolved`` is not sent: what listens to it shapes pages for the
        site.
        """
        doctree = self.env.get_doctree(docname)
        self.env.temp_data["docname"] = docname
        transformer = SphinxTransformer(doctree)
        transformer.set_environment(self.env)
        transformer.add_transforms(self.app.registry.get_post_transforms())
        transformer.apply_transforms()
        return doctree

    def has_notebook(self, docname: str) -> bool:
        """Whether a page has code to run."""
        return "kernelspec" in self.env.metadata.get(docname, {})

    def link(self, from_: str, to: str, anchor: str) -> str | None:
        """Return the address of another page: on the site, or of its notebook, or None."""
        site = self.config.notebook_export_site.rstrip("/")
        if site:
            return f"{site}/{to}.html{anchor and '#'}{anchor}"
        if self.has_notebook(to):
            return posixpath.relpath(f"{to}.ipynb", posixpath.dirname(from_) or ".")
        return None

    def image(self, docname: str, uri: str) -> str:
        """Return the address of a picture file: on the site, or in the repository."""
        site = self.config.notebook_export_site.rstrip("/")
        if site:
            return f"{site}/_images/{self.env.images[uri][1]}"
        top = posixpath.relpath(".", posixpath.dirname(f"notebooks/{docname}"))
        return f"{top}/{Path(self.srcdir).name}/{uri}"

    def write_doc(self, docname, doctree):
        """Write a page's notebook, or warn with file and line of what prevents it."""
        path = Path(self.env.doc2path(docname))
        notebook = read_myst_markdown_notebook(
            path.read_text(encoding="utf8"),
            config=self.env.myst_config,
            add_source_map=True,
            path=path,
        )
        writer = PageWriter(self, docname)
        try:
            _, notebook = self.cache.merge_match_into_notebook(notebook)
            check_hidden_cells(notebook)
            learners_copy(notebook)
            blocks = writer.document(doctree)
            text = assemble(blocks, notebook, self.config.notebook_export_setup)
        except KeyError:
            logger.warning("the page is not executed", location=str(path))
        except BadAssignment as mistake:
            message, cell = mistake.args
            line = notebook.metadata.source_map[cell]
            logger.warning("assignment: %s", message, location=f"{path}:{line}")
        except Problem as problem:
            logger.warning("%s", problem, location=f"{path}:{problem.line}")
        else:
            if not writer.problems:
                target = Path(self.outdir) / f"{docname}.ipynb"
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_text(text, encoding="utf8", newline="\n")
