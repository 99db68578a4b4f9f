"""Walk a resolved page and write it as Markdown that any notebook viewer renders.

A page becomes a list of blocks: strings of Markdown, headings, and the code cells between
them. One method per kind of node; a node without a method is a problem, reported with its
file and line, because a construct that nobody taught to this file must not get lost.
"""

import html
import re
from contextlib import contextmanager
from dataclasses import dataclass
from string import ascii_lowercase

from docutils import nodes
from sphinx.locale import admonitionlabels
from sphinx.util import logging

from notebook_export import tex

logger = logging.getLogger(__name__)
PAGE = "page:"  # how the builder marks a link to a page of the book

INVISIBLE = (nodes.comment, nodes.target, nodes.substitution_definition, nodes.docinfo)
ADMONITIONS = {kind: str(label) for kind, label in admonitionlabels.items()}


@dataclass
class Heading:
    """A heading; a folded one hides what follows until the next heading of its level."""

    text: str
    level: int
    folded: bool = False

    def markdown(self) -> str:
        """Return the heading's line."""
        return f"{'#' * min(self.level, 6)} {self.text}"


@dataclass
class Code:
    """The place of a code cell, by its index in the page."""

    index: int


@dataclass
class End:
    """The end of a solution whose heading has the given level."""

    level: int


class PageWriter:
    """Writes one page."""

    def __init__(self, builder, docname: str):
        self.builder = builder
        self.env = builder.env
        self.config = builder.config
        self.docname = docname
        self.problems = 0
        self.level = 0
        self.enclosed = 0  # in a quote: no headings, and mathematics on one line
        self.in_table = False
        self.cited: dict[str, str] = {}
        self.references = {
            (citation.bibliography_key.docname, citation.citation_id): citation
            for citation in self.env.domaindata.get("cite", {}).get("citations", [])
        }

    def problem(self, node, message: str):
        """Report what cannot be written; the page is then not written at all."""
        self.problems += 1
        logger.warning("notebook export: %s", message, location=node)

    # Blocks

    def document(self, document) -> list:
        """Return the blocks of a page."""
        blocks = self.blocks(document.children)
        origin = f"From the book *{plain(self.config.html_title)}*."
        if address := self.config.notebook_export_site and self.builder.link(
            self.docname, self.docname, ""
        ):
            origin += f" [This page on the web]({address})."
        origin += " Run the cells from the top; the pictures appear as you go."
        blocks.insert(1, origin)
        if self.cited:
            entries = [f"- {entry}" for entry in self.cited.values()]
            blocks += [Heading("References", 2), "\n".join(entries)]
        return blocks

    def blocks(self, children) -> list:
        """Return the blocks of a row of nodes."""
        return [block for child in children for block in self.block(child)]

    def block(self, node) -> list:
        """Return the blocks of one node."""
        kind = type(node).__name__
        if isinstance(node, INVISIBLE):
            return []
        if "realtype" in node:
            return self.block_statement(node)
        if kind in ADMONITIONS:
            return self.boxed(ADMONITIONS[kind], node, node.children)
        method = getattr(self, f"block_{kind}", None)
        if method is None:
            self.problem(node, f"{kind} is a construct that it does not know")
            return []
        return method(node)

    def block_section(self, node) -> list:
        """Return a heading and what stands under it."""
        self.level += 1
        title, *rest = node.children
        text = self.text(title)
        numbers = self.env.toc_secnumbers.get(self.docname, {})
        anchors = [""] if self.level == 1 else [f"#{name}" for name in node["ids"]]
        number = next((numbers[anchor] for anchor in anchors if anchor in numbers), None)
        if number:
            text = f"{'.'.join(map(str, number))}. {text}"
        blocks = [Heading(text, self.level), *self.blocks(rest)]
        self.level -= 1
        return blocks

    def block_paragraph(self, node) -> list:
        """Return a paragraph."""
        return [start_of_line(self.text(node))]

    def block_rubric(self, node) -> list:
        """Return a heading that is in no table of contents."""
        return [f"**{self.text(node)}**"]

    def block_transition(self, node) -> list:
        """Return a rule."""
        return ["---"]

    def block_compound(self, node) -> list:
        """Leave out the list of the pages below this one."""
        if "toctree-wrapper" not in node["classes"]:
            self.problem(node, "compound is a construct that it does not know")
        return []

    def block_math_block(self, node) -> list:
        """Return a displayed formula, with its number."""
        formula = self.tex(node)
        if node.get("label"):
            formula += f"\n\\tag{{{self.number(node, 'displaymath')}}}"
        if self.enclosed:
            return [f"$${tex.one_line(formula)}$$"]
        return ["$$\n" + "\n".join(tex.lines(formula)) + "\n$$"]

    def block_literal_block(self, node) -> list:
        """Return a block of code that is shown, not run."""
        language = node.get("language", "")
        if language in ("default", "none"):
            language = "python" if str(node.get("source", "")).endswith(".py") else ""
        return [fenced(node.astext(), "python" if language.startswith("ipython") else language)]

    def block_bullet_list(self, node) -> list:
        """Return a list."""
        return [self.items(node, ["-"] * len(node))]

    def block_enumerated_list(self, node) -> list:
        """Return a numbered list."""
        start = node.get("start", 1)
        return [self.items(node, [f"{start + i}." for i in range(len(node))])]

    def items(self, node, marks: list[str]) -> str:
        """Return the items of a list, close together if each is one paragraph."""
        lists = (nodes.bullet_list, nodes.enumerated_list)
        close = all(isinstance(child, lists) for item in node for child in item[1:])
        space = "\n" if close else "\n\n"
        texts = []
        for mark, item in zip(marks, node.children, strict=True):
            text = space.join(self.strings(item, self.blocks(item.children)))
            texts.append(f"{mark} " + indented(text, len(mark) + 1))
        return space.join(texts)

    def block_definition_list(self, node) -> list:
        """Return terms and their definitions as a list: Markdown in notebooks has no other."""
        texts = []
        for item in node.children:
            terms = ", ".join(f"**{self.text(term)}**" for term in item.findall(nodes.term))
            definition = item.next_node(nodes.definition)
            blocks = self.strings(item, self.blocks(definition.children))
            texts.append("- " + indented(f"{terms}: " + "\n\n".join(blocks), 2))
        return ["\n".join(texts)]

    def block_glossary(self, node) -> list:
        """Return the terms of a glossary."""
        return self.blocks(node.children)

    def block_block_quote(self, node) -> list:
        """Return a quotation."""
        return self.quoted("", node, node.children)

    def block_attribution(self, node) -> list:
        """Return who is quoted."""
        return [f"— {self.text(node)}"]

    def block_footnote(self, node) -> list:
        """Return the text of a footnote."""
        label, *rest = node.children
        blocks = self.strings(node, self.blocks(rest))
        return [f"<sup>{label.astext()}</sup> " + "\n\n".join(blocks)]

    def block_table(self, node) -> list:
        """Return a table, its caption above it."""
        caption = []
        if title := node.next_node(nodes.title):
            caption = [self.numbered(node, "table", self.text(title))]
        group = node.next_node(nodes.tgroup)
        self.in_table = True
        rows = [self.row(row) for row in group.findall(nodes.row)]
        self.in_table = False
        if not group.next_node(nodes.thead):
            rows.insert(0, [""] * len(rows[0]))
        right = ["text-right" in cell["classes"] for cell in group.next_node(nodes.row)]
        rule = ["--:" if is_right else "---" for is_right in right]
        lines = [f"| {' | '.join(row)} |" for row in [rows[0], rule, *rows[1:]]]
        return [*caption, "\n".join(lines)]

    def row(self, row) -> list[str]:
        """Return the cells of a table's row."""
        cells = []
        for entry in row.children:
            if "morecols" in entry or "morerows" in entry:
                self.problem(entry, "a table cell that spans others has no Markdown")
            blocks = []
            for child in entry.children:
                if isinstance(child, nodes.paragraph):
                    blocks.append(" ".join(self.text(child).split()))
                else:
                    kind = type(child).__name__
                    self.problem(entry, f"{kind} in a table cell has no Markdown")
            cells.append("<br>".join(blocks))
        return cells

    def block_image(self, node) -> list:
        """Return a picture file."""
        return [self.span_image(node)]

    def block_figure(self, node) -> list:
        """Return a picture and its caption."""
        blocks = []
        for child in node.children:
            if isinstance(child, nodes.caption):
                blocks.append(self.numbered(node, "figure", self.text(child)))
            elif isinstance(child, nodes.legend):
                blocks += self.blocks(child.children)
            else:
                blocks += self.block(child)
        return blocks

    def block_container(self, node) -> list:
        """Return a code cell, or one of the boxes of sphinx-design."""
        if node.get("nb_element") == "cell_code":
            return self.code(node)
        if "literal_block" in node:
            caption, block = node.children
            text = self.numbered(node, "code-block", self.text(caption))
            return [text, *self.block(block)]
        design = str(node.get("design_component", "")).replace("-", "_")
        method = getattr(self, f"design_{design}", None)
        if method is None:
            name = design or " ".join(node["classes"]) or "without a name"
            self.problem(node, f"the container {name!r} is a construct that it does not know")
            return []
        return method(node)

    def code(self, node) -> list:
        """Return the place of a code cell, and the captions of its figures."""
        captions = [
            self.numbered(figure, "figure", self.text(caption))
            for figure in node.findall(nodes.figure)
            for caption in figure.findall(nodes.caption)
        ]
        return [Code(node["cell_index"]), *captions]

    def design_dropdown(self, node) -> list:
        """Return a part that opens on demand."""
        title, children = "More", node.children
        if node["has_title"]:
            title, children = self.html(node[0]), node[1:]
        return details(title, self.blocks(children), opened=node["opened"])

    def design_children(self, node) -> list:
        """Return what is in a box that only arranges."""
        return self.blocks(node.children)

    design_tab_set = design_tab_item = design_tab_content = design_children
    design_grid_container = design_grid_row = design_grid_item = design_children
    design_card = design_card_body = design_card_header = design_card_footer = design_children

    def design_card_title(self, node) -> list:
        """Return the title of a card."""
        return [f"**{''.join(self.text(child) for child in node.children)}**"]

    def block_PassthroughTextElement(self, node) -> list:
        """Return a text of sphinx-design: a card's title, or the link that covers the card."""
        return [f"→ {self.text(node)}" if node.next_node(nodes.reference) else self.text(node)]

    # Questions

    def block_question(self, node) -> list:
        """Return a question as it is asked first. Nobody marks answers here: they fold."""
        blocks = [f"**Question {node['number']}**", *self.blocks(node[0].children)]
        if code := node.get("code"):
            blocks.append(fenced(code, "python"))
        return blocks

    def block_part(self, node) -> list:
        """Return a part of a question; fields and what is said to answers stay on the site."""
        role, children = node["role"], node.children
        if role in ("hint", "solution"):
            return details(role.capitalize(), self.blocks(children))
        if role in ("options", "rights"):
            letters = ascii_lowercase[: len(children)]
            return [
                "\n".join(
                    f"- {x}) {self.text(one)}" for x, one in zip(letters, children, strict=True)
                )
            ]
        if role == "pairs":
            lefts = "\n".join(f"- {self.text(one)}" for one in children)
            # Rights that are plain text are in the lists to choose from, and nowhere else.
            rights = "" if node["lettered"] else " · ".join(map(plain, node["choices"]))
            return [lefts, *filter(None, [rights])]
        return self.blocks(children) if role == "prompt" else []

    def block_progress(self, node) -> list:
        """Leave out what only the site knows: which questions the reader has answered."""
        return []

    block_progress_tools = block_progress

    # Boxes

    def block_admonition(self, node) -> list:
        """Return a box with a title of its own."""
        title, *rest = node.children
        if not isinstance(title, nodes.title):
            self.problem(node, "an admonition without a title is unknown to it")
            return []
        return self.boxed(self.text(title), node, rest, summary=self.html(title))

    def block_topic(self, node) -> list:
        """Return a titled box."""
        return self.block_admonition(node)

    def block_sidebar(self, node) -> list:
        """Return a note from the margin."""
        if isinstance(node[0], nodes.title):
            return self.block_admonition(node)
        return self.quoted("", node, node.children)

    def block_statement(self, node) -> list:
        """Return a theorem, a definition or another of their kind, with its number."""
        kind = node["realtype"].capitalize()
        number = self.number(node, node["countertype"])
        title, body = node.children
        name = f"{kind} {number}".strip()
        return self.boxed(
            f"{name}{self.text(title)}",
            node,
            body.children,
            summary=f"{name}{self.html(title)}",
        )

    def block_proof_node(self, node) -> list:
        """Return a proof: text that begins and ends visibly."""
        (box,) = node.children
        blocks = self.blocks(box.children)
        blocks[0] = blocks[0].removeprefix("Proof. ")
        if isinstance(box[-1], nodes.paragraph):
            blocks[-1] += " $\\square$"
        else:
            blocks.append("$\\square$")
        if "dropdown" in box["classes"]:
            return details("Proof", blocks)
        blocks[0] = f"*Proof.* {blocks[0]}"
        return blocks

    def block_exercise_node(self, node) -> list:
        """Return an exercise under a heading of its own, so that it can be found."""
        title, body = node.children
        name = f"Exercise {self.number(node, 'exercise')}".strip()
        subtitle = self.text(title).removeprefix("Exercise")
        if self.enclosed:
            return [f"**{name}{subtitle}**", *self.blocks(body.children)]
        heading = Heading(f"{name}{subtitle}", self.level + 1)
        self.level += 1
        blocks = [heading, *self.blocks(body.children)]
        self.level -= 1
        return blocks

    block_exercise_enumerable_node = block_exercise_node

    def block_solution_node(self, node) -> list:
        """Return a solution that is closed at first.

        A details element cannot hold a code cell; then the solution gets a folded heading.
        """
        title, body = node.children
        blocks = self.blocks(body.children)
        if not any(isinstance(block, Code) for block in blocks):
            return details(self.html(title), blocks)
        level = self.level + 2
        return [Heading(self.text(title), level, folded=True), *blocks, End(level)]

    def boxed(self, title: str, node, children, summary: str = "") -> list:
        """Return a quote with a title; one that opens on demand if the page has it so."""
        if "dropdown" in node["classes"]:
            return details(summary or title, self.blocks(children))
        return self.quoted(title, node, children)

    def quoted(self, title: str, node, children) -> list:
        """Return a quote. Code cells cannot be quoted: with one inside, only the title stays."""
        title = [f"**{title}**"] if title else []
        if node.next_node(is_cell):
            return [*title, *self.blocks(children)]
        with self.enclosure():
            text = "\n\n".join([*title, *self.strings(node, self.blocks(children))])
        return ["\n".join(f"> {line}".rstrip() for line in text.splitlines())]

    @contextmanager
    def enclosure(self):
        """Write what follows so that it can be quoted."""
        self.enclosed += 1
        yield
        self.enclosed -= 1

    def strings(self, node, blocks: list) -> list[str]:
        """Return blocks that must all be Markdown, as inside a list."""
        if not all(isinstance(block, str) for block in blocks):
            self.problem(node, "a code cell or an exercise cannot stand here in a notebook")
        return [block for block in blocks if isinstance(block, str)]

    # Numbers

    def number(self, node, kind: str) -> str:
        """Return the number of a figure, table, equation, theorem or exercise."""
        numbers = self.env.toc_fignumbers.get(self.docname, {}).get(kind, {})
        found = [numbers[name] for name in node["ids"] if name in numbers]
        if found:
            return ".".join(map(str, found[0]))
        return str(node.get("number") or "")

    def numbered(self, node, kind: str, caption: str) -> str:
        """Return a caption with its number."""
        number = self.number(node, kind)
        label = self.config.numfig_format.get(kind, "%s") % number
        return f"**{label}** {caption}" if number else caption

    # Text

    def text(self, node) -> str:
        """Return the text inside a node."""
        return "".join(self.span(child) for child in node.children)

    def span(self, node) -> str:
        """Return a piece of text."""
        if isinstance(node, nodes.Text):
            text = plain(str(node))
            return text.replace("|", "\\|") if self.in_table else text
        if isinstance(node, INVISIBLE) and not node.children:
            return ""
        method = getattr(self, f"span_{type(node).__name__}", None)
        if method is None:
            self.problem(node, f"{type(node).__name__} is a construct that it does not know")
            return ""
        return method(node)

    def span_inline(self, node) -> str:
        """Return text that is only marked for styling: a term, a value computed in a cell."""
        return self.text(node)

    span_target = span_generated = span_PassthroughTextElement = span_inline

    def span_emphasis(self, node) -> str:
        """Return emphasised text."""
        return f"*{self.text(node)}*"

    span_title_reference = span_emphasis

    def span_strong(self, node) -> str:
        """Return strong text."""
        return f"**{self.text(node)}**"

    def span_literal(self, node) -> str:
        """Return code within a line."""
        code = node.astext().replace("\n", " ")
        if self.in_table:
            code = code.replace("|", "\\|")
        ticks = "`" * (max(map(len, re.findall("`+", code)), default=0) + 1)
        return f"{ticks} {code} {ticks}" if "`" in code else f"`{code}`"

    def span_math(self, node) -> str:
        """Return a formula within a line."""
        formula = tex.one_line(self.tex(node))
        return f"${tex.without_bars(formula) if self.in_table else formula}$"

    def span_subscript(self, node) -> str:
        """Return text below the line."""
        return f"<sub>{self.text(node)}</sub>"

    def span_superscript(self, node) -> str:
        """Return text above the line."""
        return f"<sup>{self.text(node)}</sup>"

    def span_footnote_reference(self, node) -> str:
        """Return the mark of a footnote."""
        return f"<sup>{node.astext()}</sup>"

    def span_abbreviation(self, node) -> str:
        """Return an abbreviation and what it stands for."""
        return f"{self.text(node)} ({plain(node['explanation'])})"

    def span_image(self, node) -> str:
        """Return a picture file."""
        if "://" in node["uri"]:
            self.problem(node, "a picture from another site has no place in the book")
        address = self.builder.image(self.docname, node["uri"])
        return f"![{plain(node.get('alt', ''))}]({address})"

    def span_reference(self, node) -> str:
        """Return a link: to the web, to another page, or only its text."""
        text, address = self.text(node), node.get("refuri", "")
        if not address.startswith(PAGE):
            return f"[{text}]({address})" if address else text
        page, _, anchor = address.removeprefix(PAGE).partition("#")
        if citation := self.references.get((page, anchor)):
            entry = citation.formatted_entry.text.render_as("markdown")
            entry = re.sub(r"\\([-.,()#+!])", r"\1", " ".join(entry.split()))
            entry = re.sub(r"\\*\$", r"\\$", entry)
            label = citation.formatted_entry.label
            self.cited[citation.key] = f"\\[{label}\\] {entry}" if text == label else entry
            return text
        child = node.next_node(nodes.inline)
        if page == self.docname or (child and "std-term" in child["classes"]):
            return text
        if link := self.builder.link(self.docname, page, anchor):
            return f"[{text.strip()}]({link})"
        return f"*{text}*" if child and {"doc", "std-ref"} & set(child["classes"]) else text

    span_number_reference = span_reference

    def tex(self, node) -> str:
        """Return a formula without the book's macros."""
        macros = getattr(self.config, "katex_macros", {})
        try:
            return tex.expand(node.astext().strip(), macros)
        except tex.BadMacro as error:
            self.problem(node, str(error))
            return ""

    def html(self, node) -> str:
        """Return a node's text for a place where Markdown is not read."""
        return "".join(
            self.span_math(leaf.parent)
            if isinstance(leaf.parent, nodes.math)
            else html.escape(str(leaf), quote=False)
            for leaf in node.findall(nodes.Text)
        )


def is_cell(node) -> bool:
    """Whether a node is a code cell."""
    return isinstance(node, nodes.container) and node.get("nb_element") == "cell_code"


def plain(text: str) -> str:
    """Escape what Markdown would take for a mark."""
    text = re.sub(r"([\\`*\[\]$])", r"\\\1", text)
    text = re.sub(r"(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])", r"\\_", text)
    return re.sub(r"<(?=[A-Za-z/!?])", "&lt;", re.sub(r"&(?=#?\w+;)", "&amp;", text))


def start_of_line(text: str) -> str:
    """Escape what Markdown would take, at the start of a line, for a list or a heading."""
    text = re.sub(r"^([-+#>=])(?=[-+#>=\s]|$)", r"\\\1", text, flags=re.MULTILINE)
    return re.sub(r"^(\d+)([.)])(?=\s|$)", r"\1\\\2", text, flags=re.MULTILINE)


def indented(text: str, width: int) -> str:
    """Indent all lines but the first."""
    return text.replace("\n", "\n" + " " * width).replace("\n" + " " * width + "\n", "\n\n")


def fenced(code: str, language: str) -> str:
    """Return a block of code between fences that it does not contain."""
    fence = "`" * max(3, max(map(len, re.findall("`+", code)), default=0) + 1)
    return f"{fence}{language}\n{code.rstrip()}\n{fence}"


def details(summary: str, blocks: list, opened: bool = False) -> list:
    """Return a part that opens on demand; with a code cell inside, it cannot close."""
    if not all(isinstance(block, str) for block in blocks):
        return [f"**{summary}**", *blocks]
    start = f"<details{' open' if opened else ''}>\n<summary>{summary}</summary>"
    return ["\n\n".join([start, *blocks, "</details>"])]
