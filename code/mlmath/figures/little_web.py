"""The little web: a few pages, their links, and their ranks after some steps of PageRank."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from numbers import Integral
from typing import Any, ClassVar

import numpy as np
import traitlets

from mlmath.figures.base import Figure
from mlmath.figures.little_web_ranks import MAX_STEPS, Standing, ranks_after
from mlmath.figures.little_web_scene import REACH, web_svg
from mlmath.figures.little_web_words import describe_web, page_name, top_pages
from mlmath.figures.markup import button, element, number_field, slider
from mlmath.figures.wording import Description, number
from mlmath.linalg import link_matrix

MAX_PAGES = 8
LETTERS = "ABCDEFGH"
HELP = (
    "Drag a page to move it, or its little arrow to another page to link them. Press a link "
    "to remove it. Keys: arrows move a page, letters link it, Delete removes it."
)


class LittleWeb(Figure):
    """A web of one to eight pages, whose circles grow and shrink with their ranks.

    Parameters
    ----------
    links : sequence of pairs (source, target)
        Numbers of pages, counted from 0. A page may link to itself.
    n_pages : int, optional
        How many pages there are; by default as many as `links`, `labels` or `positions` name.
    damping : float
        From 0 to 1: the share of the surfer's moves that follow a link.
    n_steps : int
        How many steps of the power iteration the ranks are away from equal ranks.
    positions : sequence of points, optional
        Where the pages are drawn; by default around an ellipse, clockwise from the top left.
        The picture reaches from -1.45 to 1.45 and from -1.1 to 1.1.
    labels : sequence of str, optional
        A name of one or two letters or digits for each page; by default A, B, C, …

    Examples
    --------
    >>> figure = LittleWeb(links=[(0, 1), (0, 2), (1, 2), (2, 0)], n_steps=20)
    >>> figure.describe().sentence
    'After 20 steps page C has most rank, 0.397.'
    """

    kind: ClassVar[str] = "little-web"

    labels = traitlets.Any().tag(sync=True, state=True)
    positions = traitlets.Any().tag(sync=True, state=True)
    links = traitlets.Any().tag(sync=True, state=True)
    damping = traitlets.Float().tag(sync=True, state=True)
    n_steps = traitlets.Int().tag(sync=True, state=True)

    def __init__(
        self,
        links: Iterable[Sequence[int]] = ((0, 1), (0, 2), (1, 2), (2, 0)),
        n_pages: int | None = None,
        damping: float = 0.85,
        n_steps: int = 0,
        positions: Sequence[Sequence[float]] | None = None,
        labels: Sequence[str] | None = None,
        **widget: Any,
    ):
        links = _links(links)
        if n_pages is None:
            named = [1 + page for link in links for page in link]
            named += [len(some) for some in (labels, positions) if some is not None]
            n_pages = min(max(named, default=1), MAX_PAGES)
        if not isinstance(n_pages, Integral) or not 1 <= n_pages <= MAX_PAGES:
            raise traitlets.TraitError(
                f"n_pages must be a whole number from 1 to {MAX_PAGES}; found {n_pages!r}"
            )
        if labels is not None and len(labels) != n_pages:
            raise traitlets.TraitError(
                f"labels must name n_pages = {n_pages} pages; found {len(labels)}"
            )
        super().__init__(
            labels=LETTERS[:n_pages] if labels is None else labels,
            positions=around(n_pages) if positions is None else positions,
            links=links,
            damping=damping,
            n_steps=n_steps,
            **widget,
        )

    @property
    def n_pages(self) -> int:
        """How many pages there are."""
        return len(self.labels)

    @traitlets.validate("labels")
    def _check_labels(self, proposal: Mapping) -> tuple[str, ...]:
        labels = tuple(proposal["value"])
        if not 1 <= len(labels) <= MAX_PAGES:
            raise traitlets.TraitError(
                f"labels must name 1 to {MAX_PAGES} pages; found {len(labels)}"
            )
        for label in labels:
            if not isinstance(label, str) or not label.isalnum() or len(label) > 2:
                raise traitlets.TraitError(
                    f"labels must be one or two letters or digits each; found {label!r}"
                )
        if len(set(labels)) < len(labels):
            raise traitlets.TraitError(f"labels must differ; found {labels}")
        return labels

    @traitlets.validate("positions")
    def _check_positions(self, proposal: Mapping) -> tuple[tuple[float, float], ...]:
        positions = _points(proposal["value"])
        if len(positions) != self.n_pages:
            raise traitlets.TraitError(
                f"positions must be {self.n_pages} points, one for each page; "
                f"found {len(positions)}"
            )
        return positions

    @traitlets.validate("links")
    def _check_links(self, proposal: Mapping) -> tuple[tuple[int, int], ...]:
        links = _links(proposal["value"])
        for page in itertools.chain.from_iterable(links):
            if page >= self.n_pages:
                raise traitlets.TraitError(
                    f"links must join pages from 0 to {self.n_pages - 1}; found page {page}"
                )
        return links

    @traitlets.validate("damping")
    def _check_damping(self, proposal: Mapping) -> float:
        if not 0 <= proposal["value"] <= 1:
            raise traitlets.TraitError(
                f"damping must be from 0 to 1; found {proposal['value']!r}"
            )
        return proposal["value"]

    @traitlets.validate("n_steps")
    def _check_n_steps(self, proposal: Mapping) -> int:
        if not 0 <= proposal["value"] <= MAX_STEPS:
            raise traitlets.TraitError(
                f"n_steps must be from 0 to {MAX_STEPS}; found {proposal['value']!r}"
            )
        return proposal["value"]

    def standing(self) -> Standing:
        """Return the ranks after `n_steps` steps, and whether they have come to rest."""
        return ranks_after(self.links, self.n_pages, self.damping, self.n_steps)

    def svg(self) -> str:
        """Return the static picture of the present state."""
        ranks = self.standing().ranks
        names = [
            page_name(self.labels, self.links, ranks, page) for page in range(self.n_pages)
        ]
        return web_svg(
            self.labels, self.positions, self.links, ranks, top_pages(ranks), "; ".join(names)
        )

    def controls(self) -> str:
        """Return what the reader presses and sets, and the link matrix with the ranks."""
        run = element(
            "div",
            button("step", "Step"),
            button("run", "Run"),
            button("restart", "Restart"),
            class_="mlf-web-row",
        )
        limits = (0, 1)
        damping = element(
            "div",
            slider("damping", "Damping", self.damping, limits=limits, step=0.01),
            number_field("damping", "Damping", self.damping, limits=limits, step=0.01),
            class_="mlf-web-damping",
        )
        first = f"Page {self.labels[0]} links to"
        targets = [
            element(
                "button",
                escape(label),
                type="button",
                class_="mlf-button",
                data_action="toggle",
                value=page,
                aria_pressed="true" if (0, page) in self.links else "false",
            )
            for page, label in enumerate(self.labels)
        ]
        edit = element(
            "div",
            element("div", escape(first), class_="mlf-web-edited"),
            element("div", *targets, class_="mlf-web-targets", role="group", aria_label=first),
            element(
                "div",
                button("add", "Add page"),
                button("remove", f"Remove page {self.labels[0]}"),
                class_="mlf-web-row",
            ),
            element("p", HELP, class_="mlf-web-help"),
            class_="mlf-web-edit",
        )
        return run + damping + edit + self._table()

    def describe(self) -> Description:
        """Return in words what the figure shows now."""
        return describe_web(self.labels, self.links, self.n_steps, self.standing())

    def _table(self) -> str:
        ranks = self.standing().ranks
        top = top_pages(ranks)
        rows = []
        for page, votes in enumerate(link_matrix(self.links, self.n_pages)):
            cells = [element("td", _fraction(vote)) for vote in votes]
            cells.append(element("td", number(ranks[page])))
            name = element("th", escape(self.labels[page]), scope="row")
            rows.append(
                element("tr", name, *cells, class_="mlf-web-top" if page in top else None)
            )
        heads = [element("th", escape(label), scope="col") for label in (*self.labels, "rank")]
        return element(
            "table",
            element("caption", "Link matrix: each column shares out the vote of one page"),
            element("thead", element("tr", element("td"), *heads)),
            element("tbody", *rows),
            class_="mlf-web-table",
        )


def around(n_pages: int) -> tuple[tuple[float, float], ...]:
    """Return places on an ellipse, clockwise from the top left; one page is in the middle.

    Examples
    --------
    >>> around(4)
    ((-0.85, 0.61), (0.85, 0.61), (0.85, -0.61), (-0.85, -0.61))
    """
    if n_pages == 1:
        return ((0.0, 0.0),)
    angles = [math.pi / 2 + (1 - 2 * page) * math.pi / n_pages for page in range(n_pages)]
    return tuple(
        (round(1.2 * math.cos(angle), 2) + 0.0, round(0.86 * math.sin(angle), 2) + 0.0)
        for angle in angles
    )


def _links(value: Any) -> tuple[tuple[int, int], ...]:
    """Return the links in order, each a pair of whole numbers."""
    try:
        pairs = np.asarray(value)
    except ValueError:  # some have more ends than others
        pairs = np.empty(0, dtype=object)
    if pairs.dtype != object and pairs.size == 0:
        return ()
    if (
        pairs.ndim != 2
        or pairs.shape[1] != 2
        or pairs.dtype.kind not in "iu"
        or pairs.min() < 0
    ):
        raise traitlets.TraitError(
            f"links must be pairs of page numbers, counted from 0; found {value!r}"
        )
    links = sorted(map(tuple, pairs.tolist()))
    for one, other in itertools.pairwise(links):
        if one == other:
            raise traitlets.TraitError(
                f"links must differ, for the picture has one arrow for each; found {one} twice"
            )
    return tuple(links)


def _points(value: Any) -> tuple[tuple[float, float], ...]:
    points = []
    for point in value:
        try:
            x, y = (float(coordinate) for coordinate in point)
        except (TypeError, ValueError):
            raise traitlets.TraitError(
                f"positions must be pairs of numbers; found {point!r}"
            ) from None
        if not (abs(x) <= REACH[0] and abs(y) <= REACH[1]):
            raise traitlets.TraitError(
                f"positions must be within ±{REACH[0]} and ±{REACH[1]}; found {(x, y)}"
            )
        points.append((x, y))
    return tuple(points)


def _fraction(entry: float) -> str:
    """Write an entry of the link matrix: 0, 1 or 1/k."""
    return f"1/{round(1 / entry)}" if 0 < entry < 1 else str(int(entry))
