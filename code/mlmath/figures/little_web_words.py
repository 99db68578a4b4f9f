"""What a little web shows, in words.

The JavaScript twin is `code/frontend/src/figures/little_web_words.js`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse.csgraph import connected_components

from mlmath.figures.little_web_ranks import Standing
from mlmath.figures.wording import Description, number

if TYPE_CHECKING:
    from numpy.typing import NDArray

Link = tuple[int, int]


def describe_web(
    labels: Sequence[str], links: Sequence[Link], n_steps: int, standing: Standing
) -> Description:
    """Return the steps, the residual, who leads and what is special about the web."""
    sentences = [_leader(labels, standing.ranks, n_steps), _rest(standing)]
    if len(labels) > 1:
        sentences += _structure(labels, links)
    return Description(
        rows=(
            ("Steps", str(n_steps)),
            ("Residual", _residual(standing)),
        ),
        sentence=" ".join(filter(None, sentences)),
    )


def top_pages(ranks: NDArray) -> list[int]:
    """Return the pages with most rank, as far as printed digits tell; none if all are equal."""
    most = number(max(ranks))
    top = [page for page, rank in enumerate(ranks) if number(rank) == most]
    return [] if 1 < len(ranks) == len(top) else top


def page_name(labels: Sequence[str], links: Sequence[Link], ranks: NDArray, page: int) -> str:
    """Return a page as it is spoken: its rank and its links."""
    targets = [
        "itself" if target == page else labels[target]
        for source, target in links
        if source == page
    ]
    linked = f"links to {listed(targets)}" if targets else "links nowhere"
    return f"Page {labels[page]}, rank {number(ranks[page])}, {linked}"


def listed(names: Sequence[str], last: str = "and") -> str:
    """Return a list in words.

    Examples
    --------
    >>> listed("A"), listed("AB"), listed("ABC", last="or")
    ('A', 'A and B', 'A, B or C')
    """
    if len(names) == 1:
        return names[0]
    return f"{', '.join(names[:-1])} {last} {names[-1]}"


def _residual(standing: Standing) -> str:
    if standing.residual is None:
        return "none yet"
    if standing.settled:
        return "below 0.000001 (last change)"
    return f"{number(standing.residual, 6)} (last change)"


def _leader(labels: Sequence[str], ranks: NDArray, n_steps: int) -> str:
    steps = "1 step" if n_steps == 1 else f"{n_steps} steps"
    when = f"After {steps}" if n_steps else "At the start"
    most = number(max(ranks))
    top = [labels[page] for page in top_pages(ranks)]
    if len(labels) == 1:
        return f"{when} the only page has all the rank, 1."
    if not top:
        return f"{when} every page has rank {most}."
    if len(top) == 1:
        return f"{when} page {top[0]} has most rank, {most}."
    return f"{when} pages {listed(top)} have most rank, {most} each."


def _rest(standing: Standing) -> str:
    if standing.settled:
        return "The ranks have settled."
    if standing.cycle:
        return f"The ranks repeat every {standing.cycle} steps and never settle."
    return "The ranks have not settled; the run ends here." if standing.at_limit else ""


def _structure(labels: Sequence[str], links: Sequence[Link]) -> Iterator[str]:
    pages = range(len(labels))
    follows = np.zeros((len(labels), len(labels)), dtype=bool)
    for source, target in links:
        follows[source, target] = True
    between = follows & ~np.eye(len(labels), dtype=bool)

    def named(some: Iterable[int]) -> list[str]:
        return [labels[page] for page in some]

    dangling = named(page for page in pages if not follows[page].any())
    if len(dangling) == len(labels):
        yield "No page links anywhere: each vote is shared by all."
        return
    if not between.any():
        yield "No page links to another."
    if len(dangling) == 1:
        yield f"Page {dangling[0]} links nowhere: its vote is shared by all."
    elif dangling:
        yield f"Pages {listed(dangling)} link nowhere: their votes are shared by all."
    if not between.any():
        return
    unlinked = named(page for page in pages if not between[:, page].any())
    if unlinked:
        yield f"No other page links to {listed(unlinked, 'or')}."
    parts = [listed(named(part)) for part in _components(follows, "weak")]
    if len(parts) > 1:
        yield f"There are {len(parts)} separate parts: {'; '.join(parts)}."
    for inside in _components(follows, "strong"):
        outside = [page for page in pages if page not in inside]
        links_on = follows[inside].any()
        leads_out = follows[np.ix_(inside, outside)].any()
        leads_in = follows[np.ix_(outside, inside)].any()
        if links_on and leads_in and not leads_out:
            names = named(inside)
            who = f"Page {names[0]} is" if len(names) == 1 else f"Pages {listed(names)} are"
            yield f"{who} a trap: links lead in, none leads out."


def _components(follows: NDArray, connection: str) -> list[list[int]]:
    """Return the connected parts, ordered by the first page of each."""
    n_parts, part_of = connected_components(follows, directed=True, connection=connection)
    parts = [np.flatnonzero(part_of == part).tolist() for part in range(n_parts)]
    return sorted(parts)
