"""The HTML and SVG of a figure, as plain strings.

Python writes all of it, so that a page has its full size, its words and its picture before
(and without) any script; the script only brings it to life.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from html import escape

from mlmath.figures.wording import Description, number

LONG = 5
"""Numbers with more characters than this are written smaller."""

Attribute = str | int | float | bool | None


def element(name: str, *children: str, **attributes: Attribute) -> str:
    """Write one element; children are markup already.

    ``class_`` and ``for_`` stand for the words that Python reserves, ``_`` within a name for
    ``-``; ``None`` and ``False`` leave an attribute out, ``True`` writes its bare name.

    Examples
    --------
    >>> element("line", x1=0, y1=1.50, class_="mlf-axis")
    '<line x1="0" y1="1.5" class="mlf-axis"/>'
    >>> element("button", "Reset", type="button", data_action="reset", disabled=True)
    '<button type="button" data-action="reset" disabled>Reset</button>'
    """
    parts = []
    for key, value in attributes.items():
        label = key.rstrip("_").replace("_", "-")
        if value is True:
            parts.append(f" {label}")
        elif value is not None and value is not False:
            text = coordinate(value) if isinstance(value, float) else str(value)
            parts.append(f' {label}="{escape(text)}"')
    start = f"<{name}{''.join(parts)}"
    if not children and name in _EMPTY:
        return f"{start}/>" if name in _SVG_SHAPES else f"{start}>"
    return f"{start}>{''.join(children)}</{name}>"


_SVG_SHAPES = {"circle", "ellipse", "line", "path", "polygon", "polyline", "rect", "use"}
_EMPTY = _SVG_SHAPES | {"input", "br"}


def coordinate(value: float) -> str:
    """Write a coordinate short: two decimals at most, and no minus zero.

    Examples
    --------
    >>> coordinate(200), coordinate(33.333333), coordinate(-0.001)
    ('200', '33.33', '0')
    """
    return f"{math.floor(value * 100 + 0.5) / 100:.2f}".rstrip("0").rstrip(".")


def svg(*children: str, width: float, height: float, label: str) -> str:
    """Write the static picture."""
    return element(
        "svg",
        *children,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {coordinate(width)} {coordinate(height)}",
        class_="mlf-svg",
        role="img",
        aria_label=label,
    )


def number_field(
    path: str,
    label: str,
    value: float,
    *,
    limits: tuple[float, float],
    step: float = 0.1,
    role: str = "",
) -> str:
    """Write a field for one number of the state; `path` is its place: ``matrix.0.1``."""
    text = number(value)
    return element(
        "input",
        type="text",
        class_=f"mlf-number {role} {'mlf-long' if len(text) > LONG else ''}".strip(),
        value=text,
        aria_label=label,
        autocomplete="off",
        spellcheck="false",
        data_path=path,
        data_min=repr(limits[0]),
        data_max=repr(limits[1]),
        data_step=repr(step),
    )


def checkbox(path: str, label: str, checked: bool) -> str:
    """Write a box that switches one part of the state on and off."""
    box = element("input", type="checkbox", data_path=path, checked=checked)
    return element("label", box, " ", escape(label), class_="mlf-check")


def slider(
    path: str, label: str, value: float, *, limits: tuple[float, float], step: float
) -> str:
    """Write a slider for one number of the state."""
    bar = element(
        "input",
        type="range",
        data_path=path,
        value=repr(value),
        min=repr(limits[0]),
        max=repr(limits[1]),
        step=repr(step),
    )
    return element("label", element("span", escape(label)), bar, class_="mlf-slider")


def choice(action: str, label: str, names: Sequence[str], chosen: str = "") -> str:
    """Write a list to choose from; while none is chosen it shows its label."""
    options = [element("option", escape(label), value="", disabled=True, selected=not chosen)]
    for name in names:
        options.append(
            element(
                "option",
                escape(name[:1].upper() + name[1:]),
                value=name,
                selected=name == chosen,
            )
        )
    return element("select", *options, aria_label=label, data_action=action)


def button(action: str, label: str, value: str = "") -> str:
    """Write a button; `action` names what the figure's kind does when it is pressed."""
    return element(
        "button",
        escape(label),
        type="button",
        class_="mlf-button",
        data_action=action,
        value=value or None,
    )


def figure_html(content: Mapping, name: str = "") -> str:
    """Write the element that the script wakes.

    Parameters
    ----------
    content : mapping
        What `Figure.content` returns (and the notebook keeps).
    name : str
        What links call the figure; empty in a notebook.
    """
    data = {key: content[key] for key in ("kind", "options", "state")}
    description = Description(**content["description"])
    rows = (
        element("div", element("dt", escape(label)), element("dd", escape(text)))
        for label, text in description.rows
    )
    tools = element(
        "fieldset",
        content["buttons"],
        button("reset", "Reset"),
        button("copy", "Copy link"),
        class_="mlf-tools",
        disabled=True,
    )
    picture = element(
        "div",
        content["svg"],
        element("p", class_="mlf-note", role="status"),
        class_="mlf-picture",
    )
    panel = element(
        "div",
        element("fieldset", content["controls"], class_="mlf-controls", disabled=True),
        element("dl", *rows, class_="mlf-readout"),
        element("p", escape(description.sentence), class_="mlf-sentence"),
        class_="mlf-panel",
    )
    return element(
        "div",
        element("div", picture, panel, tools, class_="mlf-layout"),
        element("p", class_="mlf-spoken mlf-hidden", aria_live="polite"),
        class_=f"mlf mlf-{content['kind']}",
        data_figure=json.dumps(data, ensure_ascii=False, separators=(",", ":"), sort_keys=True),
        data_name=name or None,
    )
