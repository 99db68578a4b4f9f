"""The static picture of a little web.

The JavaScript twin is `code/frontend/src/view/web_scene.js`: the same shapes at the same
places, so that nothing jumps when a figure wakes.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from mlmath.figures.markup import coordinate, element, svg
from mlmath.figures.wording import number
from mlmath.plotting.palette import PALETTE

Point = tuple[float, float]

WIDTH, HEIGHT = 400, 320
UNIT = 120  # picture units for one unit of the plane in which pages have their positions
REACH = (1.45, 1.1)  # how far from the middle a page may lie
LARGEST = 58  # the radius of a page with rank 1: areas are proportional to ranks
SMALLEST = 12  # no circle is smaller than its letter
HEAD_LENGTH, HEAD_WIDTH = 10, 9
TIP_GAP = 2  # between the tip of an arrow and the rim of the circle
BENDS = (0, 0.12, -0.12, 0.24, -0.24, 0.36, -0.36)  # shares of the length; first that is clear
BENDS_OF_PAIR = (0.12, 0.24, 0.36)  # opposite arrows bend to their own left
CLEARANCE = 5  # what an arrow keeps from the edge and from the rim of a page that it passes
# Of a page's link to itself: half its width at the rim and farther out, how far it reaches.
LOOP_WIDTH, LOOP_SWELL, LOOP_REACH = 9, 20, 40
LOOP_BOX = (12, 12)
NUMBER_BOX = (19, 8)  # half the width and height of a number
NUMBER_GAP = 3
ROOM_ENOUGH = 3
BASELINE = 5  # from the middle of a line of text down to its baseline
SLANT = math.sqrt(0.5)
SIDES = (
    (0, 1),
    (0, -1),
    (1, 0),
    (-1, 0),
    (SLANT, SLANT),
    (-SLANT, SLANT),
    (SLANT, -SLANT),
    (-SLANT, -SLANT),
)
SAMPLES = [i / 16 for i in range(17)]


class Circle(NamedTuple):
    """A page."""

    centre: Point
    radius: float


class Arrow(NamedTuple):
    """A link: a cubic Bézier curve and a triangle, the tip first."""

    shaft: tuple[Point, Point, Point, Point]
    head: tuple[Point, Point, Point]


def web_circles(positions: Sequence[Point], ranks: Iterable[float]) -> list[Circle]:
    """Return a circle for each page."""
    return [
        Circle(
            (WIDTH / 2 + UNIT * x, HEIGHT / 2 - UNIT * y),
            max(SMALLEST, LARGEST * math.sqrt(rank)),
        )
        for (x, y), rank in zip(positions, ranks, strict=True)
    ]


def web_arrows(pages: Sequence[Circle], links: Sequence[tuple[int, int]]) -> list[Arrow | None]:
    """Return an arrow for each link; None where circles leave no room for it."""
    between = [_between(pages, links, *link) for link in links]
    points = _points(between)
    return [
        arrow if source != target else _loop(pages[source], pages, points)
        for arrow, (source, target) in zip(between, links, strict=True)
    ]


def number_places(pages: Sequence[Circle], arrows: Sequence[Arrow | None]) -> list[Point]:
    """Return where the number of each page is centred: below, or where more room is."""
    points = _points(arrows)
    places = []
    for page in pages:
        place = _beside(page, NUMBER_BOX)
        places.append(place(_freest_side(page, place, NUMBER_BOX, pages, points)))
    return places


def web_svg(
    labels: Sequence[str],
    positions: Sequence[Point],
    links: Sequence[tuple[int, int]],
    ranks: Sequence[float],
    top: Sequence[int],
    spoken: str,
) -> str:
    """Write the picture."""
    pages = web_circles(positions, ranks)
    arrows = web_arrows(pages, links)
    places = number_places(pages, arrows)
    return svg(
        element("g", *(_draw_arrow(arrow) for arrow in arrows if arrow)),
        element(
            "g",
            *(
                _draw_page(circle, place, labels[page], number(ranks[page]), page in top)
                for page, (circle, place) in enumerate(zip(pages, places, strict=True))
            ),
        ),
        width=WIDTH,
        height=HEIGHT,
        label=spoken,
    )


def _draw_arrow(arrow: Arrow) -> str:
    start, *rest = map(_pair, arrow.shaft)
    colour = PALETTE["residual"]["light"]
    return element(
        "g",
        element(
            "path",
            class_="mlf-web-shaft",
            d=f"M{start}C{' '.join(rest)}",
            fill="none",
            stroke=colour,
            stroke_width=2,
        ),
        element(
            "polygon",
            class_="mlf-web-head",
            points=" ".join(map(_pair, arrow.head)),
            fill=colour,
        ),
        class_="mlf-web-link mlf-residual",
    )


def _draw_page(circle: Circle, place: Point, label: str, rank: str, is_top: bool) -> str:
    (cx, cy), radius = circle
    role = "eigen" if is_top else "data"
    colour = PALETTE[role]["light"]
    crown = element(
        "circle",
        class_="mlf-web-crown",
        cx=cx,
        cy=cy,
        r=radius - 3,
        fill="none",
        stroke="#fff",
    )
    text = {"text_anchor": "middle", "font_family": "sans-serif"}
    return element(
        "g",
        element("circle", class_="mlf-web-disc", cx=cx, cy=cy, r=radius, fill=colour),
        crown if is_top else "",
        element(
            "text", label, class_="mlf-web-label", x=cx, y=cy + BASELINE, fill="#fff", **text
        ),
        element(
            "text",
            rank,
            class_="mlf-web-rank",
            x=place[0],
            y=place[1] + BASELINE,
            fill=colour,
            font_size=14,
            **text,
        ),
        class_=f"mlf-web-page mlf-{role}",
    )


def _between(
    pages: Sequence[Circle], links: Sequence[tuple[int, int]], source: int, target: int
) -> Arrow | None:
    if source == target:
        return None
    bends = BENDS_OF_PAIR if (target, source) in links else BENDS
    choices = [_arrow(pages[source], pages[target], bend) for bend in bends]
    choices = [choice for choice in choices if choice]
    others = [page for i, page in enumerate(pages) if i not in (source, target)]
    clear = (choice for choice in choices if _keeps_clear(choice, others))
    return next(clear, choices[0] if choices else None)


def _arrow(start: Circle, stop: Circle, bend: float) -> Arrow | None:
    (x0, y0), (x1, y1) = start.centre, stop.centre
    dx, dy = x1 - x0, y1 - y0
    if math.hypot(dx, dy) < start.radius + stop.radius + TIP_GAP + HEAD_LENGTH:
        return None
    aim = ((x0 + x1) / 2 + 2 * bend * dy, (y0 + y1) / 2 - 2 * bend * dx)
    begin = _step(start.centre, _direction(start.centre, aim), start.radius)
    back = _direction(stop.centre, aim)
    end = _step(stop.centre, back, stop.radius + TIP_GAP + HEAD_LENGTH)
    return Arrow((begin, _mix(begin, aim), _mix(end, aim), end), _head(end, back))


def _loop(page: Circle, pages: Sequence[Circle], points: Sequence[Point]) -> Arrow:
    side = _freest_side(page, _beside(page, LOOP_BOX), LOOP_BOX, pages, points)
    angle = LOOP_WIDTH / page.radius
    across = _turn(side, math.pi / 2)
    out, back = _turn(side, -angle), _turn(side, angle)
    far = _step(page.centre, side, page.radius + LOOP_REACH)
    end = _step(page.centre, back, page.radius + TIP_GAP + HEAD_LENGTH)
    return Arrow(
        (
            _step(page.centre, out, page.radius),
            _step(far, across, -LOOP_SWELL),
            _step(far, across, LOOP_SWELL),
            end,
        ),
        _head(end, back),
    )


def _head(end: Point, back: Point) -> tuple[Point, Point, Point]:
    across = _turn(back, math.pi / 2)
    return (
        _step(end, back, -HEAD_LENGTH),
        _step(end, across, HEAD_WIDTH / 2),
        _step(end, across, -HEAD_WIDTH / 2),
    )


def _freest_side(
    page: Circle,
    place: Callable[[Point], Point],
    box: Point,
    pages: Sequence[Circle],
    points: Sequence[Point],
) -> Point:
    """Return the side of a page on which a box has most room: the first that has enough."""
    best, most = SIDES[0], -math.inf
    for side in SIDES:
        room = min(ROOM_ENOUGH, _room(place(side), box, page, pages, points))
        if room > most + 1e-9:
            best, most = side, room
    return best


def _beside(page: Circle, box: Point) -> Callable[[Point], Point]:
    """Return the function from a side of a page to the centre of a box there."""

    def place(side: Point) -> Point:
        depth = box[0] * abs(side[0]) + box[1] * abs(side[1])
        return _step(page.centre, side, page.radius + NUMBER_GAP + depth)

    return place


def _room(
    place: Point, box: Point, page: Circle, pages: Sequence[Circle], points: Sequence[Point]
) -> float:
    """Return the gap between a box beside `page` and the nearest other thing."""
    (x, y), (width, height) = place, box

    def gap(point: Point) -> float:
        return math.hypot(max(abs(point[0] - x) - width, 0), max(abs(point[1] - y) - height, 0))

    edges = (x - width, WIDTH - x - width, y - height, HEIGHT - y - height)
    circles = (gap(other.centre) - other.radius for other in pages if other is not page)
    return min(*edges, *circles, *map(gap, points))


def _keeps_clear(arrow: Arrow, others: Sequence[Circle]) -> bool:
    points = _points([arrow])
    return all(min(x, WIDTH - x, y, HEIGHT - y) > CLEARANCE for x, y in points) and all(
        math.dist(point, other.centre) > other.radius + CLEARANCE
        for other in others
        for point in points
    )


def _points(arrows: Iterable[Arrow | None]) -> list[Point]:
    """Return points all along the arrows."""
    points = []
    for arrow in filter(None, arrows):
        points += [_bezier(arrow.shaft, t) for t in SAMPLES]
        points.append(arrow.head[0])
    return points


def _bezier(shaft: Sequence[Point], t: float) -> Point:
    s = 1 - t
    weights = (s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t)
    x, y = (
        sum(weight * point[axis] for weight, point in zip(weights, shaft, strict=True))
        for axis in (0, 1)
    )
    return x, y


def _step(start: Point, direction: Point, by: float) -> Point:
    return start[0] + by * direction[0], start[1] + by * direction[1]


def _direction(start: Point, stop: Point) -> Point:
    dx, dy = stop[0] - start[0], stop[1] - start[1]
    length = math.hypot(dx, dy)
    return dx / length, dy / length


def _mix(a: Point, b: Point) -> Point:
    """Return the point two thirds of the way: a quadratic curve's control as a cubic's."""
    return a[0] + 2 / 3 * (b[0] - a[0]), a[1] + 2 / 3 * (b[1] - a[1])


def _turn(direction: Point, angle: float) -> Point:
    cos, sin = math.cos(angle), math.sin(angle)
    x, y = direction
    return cos * x - sin * y, sin * x + cos * y


def _pair(point: Point) -> str:
    return " ".join(map(coordinate, point))
