"""Show a function of the package in a page: its code in full, its docstring by the first line.

``{package-code} mlmath.linalg.power_iteration`` reads the source file, so that the page and
the package cannot differ. The full docstring belongs to the reference, not into the lesson.
"""

import ast
import importlib
import inspect
import textwrap
from pathlib import Path

from docutils import nodes
from sphinx.util.docutils import SphinxDirective


def short_source(function) -> str:
    """Return the source of a function with its docstring cut to the summary line."""
    source = textwrap.dedent(inspect.getsource(function))
    lines = source.splitlines()
    first = ast.parse(source).body[0].body[0]
    summary = inspect.getdoc(function).splitlines()[0]
    lines[first.lineno - 1 : first.end_lineno] = [f'    """{summary}"""']
    return "\n".join(lines)


class PackageCode(SphinxDirective):
    """The directive: one argument, the dotted name of a function with a docstring."""

    required_arguments = 1

    def run(self):
        """Return a block of code, or fail with the file and line of the directive."""
        module, _, name = self.arguments[0].rpartition(".")
        try:
            function = getattr(importlib.import_module(module), name)
        except (ImportError, AttributeError, ValueError) as error:
            raise self.error(f"package-code: no {self.arguments[0]!r}: {error}") from error
        if not inspect.isfunction(function) or not inspect.getdoc(function):
            raise self.error(
                f"package-code: {self.arguments[0]!r} is not a function with a docstring"
            )
        self.env.note_dependency(str(Path(inspect.getsourcefile(function)).resolve()))
        code = short_source(function)
        block = nodes.literal_block(code, code, language="python")
        self.set_source_info(block)
        return [block]


def setup(app):
    app.add_directive("package-code", PackageCode)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
