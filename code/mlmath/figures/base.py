"""What all interactive figures have in common."""

from __future__ import annotations

from pathlib import Path
from typing import Any, ClassVar

import anywidget
import traitlets

from mlmath.figures.markup import figure_html
from mlmath.figures.wording import Description

STATIC = Path(__file__).parent / "static"
MIME_TYPE = "application/vnd.mlmath.figure+json"
STATIC_PICTURE = "mlmath_figure"
"""The mark of a picture that only stands in for a figure (in notebook viewers)."""


class Figure(anywidget.AnyWidget):
    """An interactive figure: a widget in a notebook, a light element on a page of the book.

    A kind of figure is a subclass that sets `kind`, declares what the reader moves as traits
    tagged ``sync=True, state=True`` and what the author fixes as traits tagged
    ``sync=True, option=True``, and says how it looks (`svg`), what can be set (`controls`,
    `buttons`) and what it shows (`describe`). Its live half is the module of the same name in
    ``code/frontend/src/figures``.
    """

    kind: ClassVar[str]
    _css = STATIC / "figures.css"
    _markup = traitlets.Unicode().tag(sync=True)

    def __init_subclass__(cls, **settings: Any) -> None:
        """Give each kind of figure the script of its own."""
        if "kind" in vars(cls):
            cls._esm = STATIC / f"{cls.kind}.mjs"
        super().__init_subclass__(**settings)

    @traitlets.default("_markup")
    def _first_markup(self) -> str:
        return figure_html(self.content())

    def state(self) -> dict[str, Any]:
        """Return what the reader can change, by name."""
        return {name: plain(getattr(self, name)) for name in self._names("state")}

    def options(self) -> dict[str, Any]:
        """Return what the author fixed, by name."""
        return {name: plain(getattr(self, name)) for name in self._names("option")}

    @classmethod
    def _names(cls, tag: str) -> list[str]:
        """Return the traits with this tag, in the order in which they are declared."""
        return [
            name
            for parent in reversed(cls.__mro__)
            for name, trait in vars(parent).items()
            if isinstance(trait, traitlets.TraitType) and trait.metadata.get(tag)
        ]

    def svg(self) -> str:
        """Return the static picture of the present state."""
        raise NotImplementedError

    def controls(self) -> str:
        """Return the form controls as HTML, made by the functions of `markup`."""
        return ""

    def buttons(self) -> str:
        """Return the figure's own buttons as HTML; Reset and Copy link follow them."""
        return ""

    def describe(self) -> Description:
        """Return in words what the figure shows now."""
        raise NotImplementedError

    def content(self) -> dict[str, Any]:
        """Return all that a page needs to show the figure, ready for JSON."""
        description = self.describe()
        return {
            "kind": self.kind,
            "options": self.options(),
            "state": self.state(),
            "svg": self.svg(),
            "controls": self.controls(),
            "buttons": self.buttons(),
            "description": {
                "rows": [list(row) for row in description.rows],
                "sentence": description.sentence,
            },
        }

    def __repr__(self) -> str:
        """Return the state in one line, the same on every machine."""
        state = ", ".join(f"{name}={getattr(self, name)!r}" for name in self.state())
        return f"{type(self).__name__}({state})"

    def _repr_mimebundle_(self, **kwargs: Any) -> tuple[dict, dict]:
        data, metadata = super()._repr_mimebundle_(**kwargs)
        content = self.content()
        data["text/plain"] = repr(self)
        data["image/svg+xml"] = content["svg"]
        metadata["image/svg+xml"] = {STATIC_PICTURE: True}
        data[MIME_TYPE] = content
        return data, metadata


def plain(value: Any) -> Any:
    """Return a trait's value as JSON has it: lists for tuples, all the way down.

    Examples
    --------
    >>> plain(((1, 0), (0, 1)))
    [[1, 0], [0, 1]]
    """
    if isinstance(value, (tuple, list)):
        return [plain(part) for part in value]
    return value
