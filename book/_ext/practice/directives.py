"""The directives of questions: written out by an author, or made by a family."""

from __future__ import annotations

import ast
import re
from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from docutils.statemachine import StringList
from mlmath import practice
from mlmath.practice import Question
from mlmath.practice.family import find_family
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

from practice.book import enter
from practice.doctree import question_node
from practice.source import ANSWERS, Mistake, read_question

logger = logging.getLogger(__name__)
VARIANTS = 20
SOURCES = sorted(Path(practice.__file__).parent.glob("*.py"))
"""What families are made of: a page is read again when one of these changes."""
NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)+")


class QuestionDirective(SphinxDirective):
    """What both directives do: name the question, compose its node, enter it into the book."""

    def compose(
        self, name: str, asked: Sequence[Question], code: str = "", **record: object
    ) -> list[nodes.Node]:
        """Return the node of a question, entered into the book's list.

        The code asks it in a notebook, where the site's own fields are missing.
        """
        if not NAME.fullmatch(name) or name.startswith("example-"):
            raise Mistake(
                f"{name!r} cannot name a question: two or more words in small letters, joined "
                "by hyphens, not example-… as in the instructions",
                self.lineno,
            )
        node = question_node(name, asked, self.parse)
        node["number"] = self.env.new_serialno("question") + 1
        node["code"] = code
        self.set_source_info(node)
        enter(self.env, node, line=self.lineno, **record)
        return [node]

    def parse(self, text: str) -> list[nodes.Node]:
        """Return the nodes of a piece of Markdown; its lines are those of the page if known."""
        line = getattr(text, "line", 0)
        lines = text.split("\n")
        place = nodes.Element()
        source, _ = self.get_source_info()
        offset = (line or self.lineno) - self.lineno - 1
        self.state.nested_parse(StringList(lines, source), offset, place)
        if not line:  # made by a program: the directive is the place to look
            for node in place.findall(nodes.Element):
                node.source, node.line = source, self.lineno
        return place.children

    def warn(self, mistake: Mistake) -> list[nodes.Node]:
        """Report a mistake, with file and line, and leave the question out."""
        place = (self.env.docname, mistake.line or self.lineno)
        logger.warning("%s: %s", self.name, mistake, location=place, type="practice")
        return []


class AskQuestion(QuestionDirective):
    """``{question} name``: the prompt, a list of answers with feedback, the solution."""

    required_arguments = 1
    has_content = True
    option_spec: ClassVar[dict] = {
        "kind": directives.unchanged_required,
        "check": directives.unchanged_required,
        "conceptual": directives.flag,
        "label": directives.unchanged_required,
        "tolerance": float,
        "up-to-scale": directives.flag,
        "hint": directives.unchanged_required,
        "figure": directives.unchanged_required,
    }

    def run(self) -> list[nodes.Node]:
        """Return the node of the question, or nothing and a warning."""
        try:
            self.check_options()
            lines = list(enumerate(self.content, self.lineno + self.content_offset + 1))
            asked = read_question(lines, self.options)
            checked = self.options.get("check")
            figure = self.options.get("figure", "")
            name = figure.partition("(")[0]
            code = f"from mlmath.figures import {name}\n\n{figure}" if figure else ""
            return self.compose(self.arguments[0], [asked], code, check=checked)
        except Mistake as mistake:
            return self.warn(mistake)

    def check_options(self) -> None:
        """Refuse an unknown kind, and a question whose answer nobody can check."""
        kind = self.options.get("kind")
        if kind not in ANSWERS:
            found = f"unknown kind {kind!r}" if kind else "no :kind:"
            raise Mistake(f"{found}; there are {', '.join(ANSWERS)}", self.lineno)
        check = self.options.get("check")
        if (check is None) != ("conceptual" in self.options):
            raise Mistake("give either a :check: or :conceptual:", self.lineno)
        if check is None and kind in ("number", "vector", "matrix"):
            raise Mistake(f"a {kind} needs a :check:, not :conceptual:", self.lineno)
        try:
            ast.parse(check or "None", mode="eval")
        except SyntaxError as error:
            raise Mistake(f"bad :check: {check!r}: {error.msg}", self.lineno) from error


class AskFamily(QuestionDirective):
    """``{question-family} mlmath.practice.module.function``: 20 variants, one after another."""

    required_arguments = 1
    option_spec: ClassVar[dict] = {"id": directives.unchanged_required}

    def run(self) -> list[nodes.Node]:
        """Return the node of the family, or nothing and a warning."""
        name = self.arguments[0]
        try:
            if "id" not in self.options:
                raise Mistake("no :id:", self.lineno)
            try:
                asked = find_family(name).variants(VARIANTS)
            except (TypeError, ValueError) as error:
                raise Mistake(str(error), self.lineno) from error
            if asked[0].kind == "figure":
                raise Mistake("figures have no variants", self.lineno)
            for file in SOURCES:
                self.env.note_dependency(str(file))
            module, _, short = name.rpartition(".")
            code = (
                f"from mlmath.practice import ask\nfrom {module} import {short}\n\n"
                f"ask({short})  # another one, each time"
            )
            return self.compose(self.options["id"], asked, code, family=name)
        except Mistake as mistake:
            return self.warn(mistake)
