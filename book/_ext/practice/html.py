"""A question as HTML: native form controls, everything typeset, useful without a script."""

from __future__ import annotations

import hashlib
import json
from html import escape
from pathlib import Path
from string import ascii_lowercase
from typing import TYPE_CHECKING

from docutils import nodes
from mlmath.figures.markup import element
from mlmath.practice.question import places
from sphinx.util.osutil import relative_uri

from practice.doctree import part, question
from practice.packing import pack

if TYPE_CHECKING:
    from sphinx.builders.html import StandaloneHTMLBuilder as Builder
    from sphinx.writers.html5 import HTML5Translator

# A phone's keyboard for decimals has no fraction or root, and on some phones no minus sign.
FIELD = {
    "type": "text",
    "inputmode": "text",
    "autocapitalize": "off",
    "autocomplete": "off",
    "spellcheck": "false",
    "enterkeyhint": "done",
    "maxlength": 100,
}
YOUR_ANSWER = "Your answer"


def write_question(self, node: question) -> None:
    """Write the form of a question: its first variant in full, the others in a file."""
    name = node["ids"][0]
    *before, solution = node[0].children
    asked, solved = html_of(self, before), html_of(self, [solution])
    others = [html_of(self, one.children) for one in node.children[1:]]
    key = escape(to_json(node[0]["key"]), quote=False).replace("'", "&#39;")
    another = '<button type="button" data-do="another" disabled>Another one</button>'
    keys = [one["key"] for one in node.children[1:]]
    place = write_variants(self.builder, name, keys, others) if others else ""
    self.body.append(
        f'<form class="mlq" id="{name}" data-question="{node["name"]}@{node["digest"]}"'
        f' data-variants="{len(node)}"{place} autocomplete="off" novalidate>'
        f'<fieldset aria-describedby="{name}-prompt">'
        f'<legend>Question {node["number"]}<span class="mlq-done">answered</span></legend>'
        f"<div class=\"mlq-variant\" data-key='{key}'>{asked}</div>"
        '<div class="mlq-tools"><button type="submit" disabled>Check</button>'
        f"{another if others else ''}</div>"
        f'<div class="mlq-result" id="{name}-result" role="status"></div>{solved}</fieldset>'
        "</form>\n"
    )
    raise nodes.SkipNode


def write_variants(builder: Builder, name: str, keys: list[dict], texts: list[str]) -> str:
    """Write a family's other variants to a script; return the attribute that says where it is.

    With them in the page, sixteen families made a phone parse for a second before it answered.
    """
    parts, variants = pack(texts)
    data = to_json({"keys": keys, "parts": parts, "variants": variants})
    script = f"document.currentScript.variants = {data};\n".encode()
    file = Path(builder.outdir, "_static", "variants", f"{name}.js")
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(script)
    page = builder.get_target_uri(builder.current_docname)
    address = relative_uri(page, f"_static/variants/{name}.js")
    version = hashlib.sha256(script).hexdigest()[:8]
    return f' data-others="{address}?v={version}"'


def to_json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def html_of(translator: HTML5Translator, children: list[nodes.Node]) -> str:
    """Return the HTML of nodes."""
    before = len(translator.body)
    for child in children:
        child.walkabout(translator)
    html = "".join(translator.body[before:])
    del translator.body[before:]
    return html


def visit_part(self, node: part) -> None:
    """Write how a part begins, and put on the stack how it ends."""
    start, end = PARTS[node["role"]](node)
    self.body.append(start)
    self.context.append(end)


def depart_part(self, node: part) -> None:
    self.body.append(self.context.pop())


# How each part begins and ends


def prompt(node: part) -> tuple[str, str]:
    name = node.parent.parent["ids"][0]
    return f'<div class="mlq-prompt" id="{name}-prompt">', "</div>"


def options(node: part) -> tuple[str, str]:
    several = '<p class="mlq-note">Choose all that are right.</p>' * node["several"]
    return f'{several}<div class="mlq-answer mlq-options">', "</div>"


def option(node: part) -> tuple[str, str]:
    letter = ascii_lowercase[node.parent.index(node)]
    kind = "checkbox" if node.parent["several"] else "radio"
    control = element("input", type=kind, name_="answer", value=letter)
    start = (
        f'<label class="mlq-option">{control}<span class="mlq-letter">{letter})</span> <span>'
    )
    return start, "</span></label>"


def field(node: part) -> tuple[str, str]:
    """Write one field, or one for each entry, after the label of the author or ours."""
    shape = node["shape"]
    if node.children:
        start, label = f'<span class="mlq-hidden">{YOUR_ANSWER}: </span>', ""
    else:
        start, label = YOUR_ANSWER, ""
    if not shape:
        control = element("input", **FIELD)
        return (
            f'<label class="mlq-answer mlq-field"><span class="mlq-label">{start}',
            f"{label}</span>{control}</label>",
        )
    columns = shape[1] if len(shape) == 2 else 1
    blank = [[""] * columns] * shape[0] if len(shape) == 2 else [""] * shape[0]
    entries = [
        element("input", **FIELD, aria_label=f"Entry {place}") for place, _ in places(blank)
    ]
    grid = element("span", *entries, class_="mlq-bracket", style=f"--columns:{columns}")
    return (
        (
            f'<div class="mlq-answer mlq-field" role="group" aria-label="{YOUR_ANSWER}">'
            f'<span class="mlq-label">{start}'
        ),
        f"</span>{grid}</div>",
    )


def pairs(node: part) -> tuple[str, str]:
    return '<div class="mlq-answer mlq-pairs">', "</div>"


def left(node: part) -> tuple[str, str]:
    """Write one side of a pair, and the list to choose the other side from."""
    choices = [
        element("option", escape(text), value=letter)
        for letter, text in zip(ascii_lowercase, node.parent["choices"], strict=False)
    ]
    select = element("select", element("option", "choose", value=""), *choices)
    spoken = '<span class="mlq-hidden">Partner of </span>'
    return f'<label class="mlq-pair"><span>{spoken}', f"</span>{select}</label>"


def rights(node: part) -> tuple[str, str]:
    return '<ol class="mlq-rights">', "</ol>"


def right(node: part) -> tuple[str, str]:
    letter = ascii_lowercase[node.parent.index(node)]
    return f'<li><span class="mlq-letter">{letter})</span> <span>', "</span></li>"


def figure(node: part) -> tuple[str, str]:
    return '<div class="mlq-figure">', "</div>"


def said(node: part) -> tuple[str, str]:
    return '<template class="mlq-said">', "</template>"


def one(node: part) -> tuple[str, str]:
    return "<div>", "</div>"


def hint(node: part) -> tuple[str, str]:
    return fold("mlq-hint", "Hint")


def solution(node: part) -> tuple[str, str]:
    return fold("mlq-solution", "Solution")


def fold(name: str, summary: str) -> tuple[str, str]:
    start = f'<details class="fold {name}"><summary>{summary}</summary>'
    return f'{start}<div class="fold-content">', "</div></details>"


PARTS = {
    function.__name__: function
    for function in (
        *(prompt, options, option, field, pairs, left, rights, right, figure),
        *(said, one, hint, solution),
    )
}
"""By their roles."""
