"""Write a clean notebook for each page with code, from the document as the site shows it.

The builder ``notebooks`` walks the resolved pages, in which every number, title and citation
is known, and writes Markdown that any notebook viewer renders. ``book/export_notebooks.py``
runs it. It fails, naming file and line, on anything that it cannot write.
"""

from notebook_export.builder import NotebookBuilder


def show_text(app, config):
    """Let myst-nb choose the text of an output: pictures are not for this builder."""
    text = (NotebookBuilder.name, "text/plain", 0)
    config.nb_mime_priority_overrides = [*config.nb_mime_priority_overrides, text]


def setup(app):
    # Where the book is published, if that is known: links to pages lead there.
    app.add_config_value("notebook_export_site", "", "", types=[str])
    # Code for a first cell, such as the installation of the package in Colab.
    app.add_config_value("notebook_export_setup", "", "", types=[str])
    app.add_builder(NotebookBuilder)
    app.connect("config-inited", show_text)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
