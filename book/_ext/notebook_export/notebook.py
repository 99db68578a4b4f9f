"""From blocks of Markdown and executed cells to the text of a notebook file."""

import ast
import builtins
import hashlib
import json
import re
import symtable

import nbformat

from notebook_export.markdown import Code, End, Heading

TEXT_OUTPUTS = ("text/plain", "text/html", "text/latex", "text/markdown")


class Problem(ValueError):
    """Something in a code cell that cannot become part of a notebook."""

    def __init__(self, line: int, message: str):
        super().__init__(message)
        self.line = line


def is_hidden(cell) -> bool:
    """Whether a cell stays out of the notebook: it glues numbers into the text, or asserts."""
    return "remove-cell" in cell.metadata.get("tags", [])


def check_hidden_cells(notebook) -> None:
    """Refuse a cell that a learner's notebook cannot run because of a cell it does not have."""
    hidden: dict[str, int] = {}
    for cell, line in zip(notebook.cells, notebook.metadata.source_map, strict=True):
        if cell.cell_type == "raw":
            raise Problem(line, "a raw cell has no place in a notebook")
        if cell.cell_type != "code":
            continue
        bound, used = names(cell.source)
        if is_hidden(cell):
            hidden |= {name: line for name in bound}
            continue
        for name in sorted(used - bound):
            if name in hidden:
                raise Problem(
                    line,
                    f"{name!r} is defined in the hidden cell at line {hidden[name]}, which the "
                    "notebook will not have: tag that cell remove-input instead of remove-cell",
                )
        for name in bound:
            hidden.pop(name, None)
        if "glue" in used | bound:
            raise Problem(line, "a cell that glues must be tagged remove-cell")


def names(source: str) -> tuple[set[str], set[str]]:
    """Return the global names that a cell binds and those that it uses."""
    try:
        ast.parse(source)
    except SyntaxError:
        return set(), set()  # a magic, or an error shown on purpose
    bound: set[str] = set()
    used: set[str] = set()

    def collect(table: symtable.SymbolTable) -> None:
        top = table.get_type() == "module"
        for symbol in table.get_symbols():
            if top and (symbol.is_assigned() or symbol.is_imported()):
                bound.add(symbol.get_name())
            if symbol.is_referenced() and (top or symbol.is_global()):
                used.add(symbol.get_name())
        for child in table.get_children():
            collect(child)

    collect(symtable.symtable(source, "cell", "exec"))
    return bound, used - set(dir(builtins))


def assemble(blocks: list, notebook, setup: str) -> str:
    """Return the notebook file's text."""
    cells, waiting, folded, seen = [], [], [], set()

    def flush() -> None:
        if waiting:
            cells.append(nbformat.v4.new_markdown_cell("\n\n".join(waiting)))
            waiting.clear()

    title, *rest = blocks
    waiting.append(title.markdown())
    for position, block in enumerate(rest):
        if isinstance(block, Heading):
            flush()
            waiting.append(block.markdown())
            if block.folded and ends_at_heading(rest[position:], block.level):
                flush()
                cells[-1].metadata["jp-MarkdownHeadingCollapsed"] = True  # JupyterLab
                folded.append(cells[-1])
        elif isinstance(block, Code):
            flush()
            seen.add(block.index)
            cells.append(code_cell(notebook, block.index))
        elif isinstance(block, End):
            if not ends_at_heading(rest[position:], block.level):
                waiting.append("---")
        else:
            waiting.append(block)
    flush()

    for index, cell in enumerate(notebook.cells):
        if cell.cell_type == "code" and index not in seen and not is_hidden(cell):
            line = notebook.metadata.source_map[index]
            raise Problem(line, "the cell does not appear on the page: tag it remove-cell")
    code = [cell for cell in cells if cell.cell_type == "code"]
    for number, cell in enumerate(code, 1):
        cell.execution_count = number
        for output in cell.outputs:
            if output.output_type == "execute_result":
                output.execution_count = number
    if setup:
        cells.insert(1, nbformat.v4.new_code_cell(setup))
    name_cells(cells)
    metadata: dict = {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }
    for cell in folded:
        cell.metadata["id"] = cell.id
        colab = metadata.setdefault("colab", {"collapsed_sections": []})
        colab["collapsed_sections"].append(cell.id)
    result = nbformat.v4.new_notebook(cells=cells, metadata=metadata)
    nbformat.validate(result)
    return nbformat.writes(result) + "\n"


def ends_at_heading(blocks: list, level: int) -> bool:
    """Whether what follows a solution begins with a heading that ends its folded section."""
    after = (
        next(position for position, block in enumerate(blocks) if isinstance(block, End)) + 1
    )
    if after == len(blocks):
        return True
    return isinstance(blocks[after], Heading) and blocks[after].level <= level


def name_cells(cells: list) -> None:
    """Give each cell an id that follows from its content, so that it survives an export."""
    counts: dict[str, int] = {}
    for cell in cells:
        digest = hashlib.sha256(f"{cell.cell_type}\n{cell.source}".encode()).hexdigest()[:12]
        counts[digest] = counts.get(digest, 0) + 1
        cell.id = digest if counts[digest] == 1 else f"{digest}-{counts[digest]}"


def code_cell(notebook, index: int):
    """Return a cell of the page with what a notebook keeps of its options and outputs."""
    source = notebook.cells[index]
    line = notebook.metadata.source_map[index]
    tags = source.metadata.get("tags", [])
    metadata: dict = {}
    if {"hide-input", "hide-cell", "remove-input"} & set(tags):
        metadata["jupyter"] = {"source_hidden": True}
        metadata["cellView"] = "form"  # the same for Colab
    if "raises-exception" in tags:
        metadata["tags"] = ["raises-exception"]
    if "nbgrader" in source.metadata:
        metadata["nbgrader"] = source.metadata["nbgrader"]
    outputs = [clean for output in source.outputs if (clean := text_output(output, line))]
    return nbformat.v4.new_code_cell(source.source, metadata=metadata, outputs=outputs)


def text_output(output, line: int):
    """Return an output without its pictures, or None if nothing is left."""
    if output.output_type == "stream":
        if output.name == "stderr":
            raise Problem(line, f"the cell writes to stderr: {output.text.strip()[:200]}")
        return output
    if output.output_type == "error":
        output.traceback = [f"{output.ename}: {output.evalue}"]
        return output
    output.data = {kind: output.data[kind] for kind in TEXT_OUTPUTS if kind in output.data}
    output.metadata = {}
    address = re.search(r" at 0x[0-9a-f]+", json.dumps(output.data))
    if address:
        raise Problem(line, f"an output shows where something lies in memory:{address[0]}")
    return output if output.data else None
