"""TeX that every notebook renderer understands: macros expanded, comments gone."""

import re

CONTROL = re.compile(r"\\([A-Za-z]+|.)", re.DOTALL)
COMMENT = re.compile(r"(?<!\\)%.*")


class BadMacro(ValueError):
    """A macro that cannot be expanded: it calls itself, or an argument is missing."""


def expand(tex: str, macros: dict[str, str], depth: int = 0) -> str:
    r"""Replace the macros of the book (``{"\norm": "\lVert #1 \rVert"}``) by what they mean.

    JupyterLab, Colab and VS Code disagree on whether a macro defined in one cell is known in
    the next one, so a notebook uses none.
    """
    if depth > 50:
        raise BadMacro(f"a macro in {tex!r} calls itself")
    result, position = [], 0
    while match := CONTROL.search(tex, position):
        result.append(tex[position : match.start()])
        position = match.end()
        body = macros.get(match[0])
        if body is None:
            result.append(match[0])
            continue
        wanted = max((int(number) for number in re.findall(r"#([1-9])", body)), default=0)
        values = []
        for _ in range(wanted):
            value, position = argument(tex, position)
            values.append(value)
        body = re.sub(r"#([1-9])", lambda number: values[int(number[1]) - 1], body)  # noqa: B023
        body = expand(body, macros, depth + 1)
        follows = tex[position : position + 1]
        result.append(f"{body} " if body[-1:].isalpha() and follows.isalpha() else body)
    return "".join(result) + tex[position:]


def argument(tex: str, start: int) -> tuple[str, int]:
    """Return the macro argument that begins at ``start`` and the position behind it."""
    while tex[start : start + 1].isspace():
        start += 1
    if start == len(tex):
        raise BadMacro(f"a macro in {tex!r} lacks an argument")
    if tex[start] == "\\":
        end = CONTROL.match(tex, start).end()
        return tex[start:end], end
    if tex[start] != "{":
        return tex[start], start + 1
    depth = 0
    for position in range(start, len(tex)):
        if tex[position] in "{}" and tex[position - 1 : position] != "\\":
            depth += 1 if tex[position] == "{" else -1
        if depth == 0:
            return tex[start + 1 : position], position + 1
    raise BadMacro(f"a brace in {tex!r} is not closed")


def lines(tex: str) -> list[str]:
    """Return the lines of a formula without comments and empty lines."""
    # A tag-like "<y" must not look like HTML to a renderer that reads Markdown first.
    tex = re.sub(r"<(?=\S)", "< ", COMMENT.sub("", tex))
    return [line.rstrip() for line in tex.splitlines() if line.strip()]


def one_line(tex: str) -> str:
    """Return a formula on one line."""
    return " ".join(" ".join(lines(tex)).split())


def without_bars(tex: str) -> str:
    r"""Write ``|`` by name: in a table it would end the cell."""
    return tex.replace(r"\|", r"\Vert ").replace("|", r"\vert ")
