"""The palette of the book: one meaning per colour, in pictures and in interactive figures."""

import json
from dataclasses import dataclass
from importlib.resources import files
from types import MappingProxyType


@dataclass(frozen=True)
class Role:
    """What a colour stands for, its value in light and dark mode, and the dash that repeats it."""

    light: str
    dark: str
    dash: str
    meaning: str


PALETTE = MappingProxyType(
    {
        name: Role(**entry)
        for name, entry in json.loads(
            files("mlmath.plotting").joinpath("palette.json").read_text("utf-8")
        ).items()
    }
)
