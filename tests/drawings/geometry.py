"""What must hold in every genogram, however odd the family: nothing on top of anything, no line through anybody."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, pairwise
from math import hypot

from kimdesk.domain.views.pictures import GenogramView
from kimdesk.drawings.genogram.draw import label_of
from kimdesk.drawings.genogram.kin import Kin, find_kin
from kimdesk.drawings.genogram.layout import RADIUS, Layout, Route, Seat, lay_out
from kimdesk.drawings.genogram.routes import find_routes
from kimdesk.drawings.lettering import Lettering
from kimdesk.drawings.words import Words
from kimdesk.text.shaping import Faces
from tests.drawings.seen import Box


def laid_out(view: GenogramView, faces: Faces) -> tuple[Kin, Layout, tuple[Route, ...]]:
    kin = find_kin(view)
    letters, words = Lettering(faces, "de"), Words("de")
    layout = lay_out(kin, {key: label_of(person, words, letters) for key, person in kin.persons.items()})
    return kin, layout, find_routes(kin, layout)


def symbol(seat: Seat) -> Box:
    return Box(seat.x - RADIUS, seat.y - RADIUS, seat.x + RADIUS, seat.y + RADIUS, seat.person.key)


def label(seat: Seat) -> Box:
    half = seat.label.width / 2
    return Box(seat.x - half, seat.label_top, seat.x + half, seat.bottom, f"label {seat.person.key}")


def flaws(kin: Kin, layout: Layout, routes: tuple[Route, ...]) -> list[str]:
    """Return everything that is wrong with a layout, in words."""
    boxes = [box for seat in layout.seats.values() for box in (symbol(seat), label(seat))]
    found = [f"{one.what} on {other.what}" for one, other in combinations(boxes, 2) if one.overlaps(other)]
    found += [f"{box.what} outside" for box in boxes if not box.inside(layout.width, layout.height)]
    for route in routes:
        for line in _lines(route):
            found += [f"{route.owner} through {key}" for key, seat in layout.seats.items() if _crosses(line, seat)]
            if not line.inside(layout.width, layout.height):
                found.append(f"{route.owner} outside")
    return [*found, *_wrong_rows(kin, layout), *_run_together(routes), *_wrong_household(layout)]


def _crosses(line: Box, seat: Seat) -> bool:
    """Tell whether a straight line runs over a label or further into a symbol than its edge."""
    dx = max(line.left - seat.x, seat.x - line.right, 0.0)
    dy = max(line.top - seat.y, seat.y - line.bottom, 0.0)
    reach = {"m": max(dx, dy), "f": hypot(dx, dy)}.get(seat.person.gender or "", dx + dy)
    return reach < RADIUS - 0.3 or line.overlaps(label(seat), 0.02)


def _lines(route: Route) -> Iterator[Box]:
    """Yield straight parts as boxes without thickness; they may touch symbols at their edge."""
    for (x1, y1), (x2, y2) in pairwise(route.points):
        assert abs(x1 - x2) < 1e-6 or abs(y1 - y2) < 1e-6
        yield Box(min(x1, x2) - 0.1, min(y1, y2) - 0.1, max(x1, x2) + 0.1, max(y1, y2) + 0.1, route.owner)


def _wrong_rows(kin: Kin, layout: Layout) -> Iterator[str]:
    for family in kin.families:
        for parent in family.parents:
            for child, _ in family.children:
                if layout.seats[parent].bottom >= layout.seats[child].y - RADIUS:
                    yield f"{child} not below {parent}"


def _run_together(routes: tuple[Route, ...]) -> Iterator[str]:
    """Yield lines of different owners that lie upon each other, so that nobody could tell them apart."""
    parts = [(route.owner, part) for route in routes for part in pairwise(route.points)]
    for (one, a), (other, b) in combinations(parts, 2):
        if one == other:
            continue
        for axis in (0, 1):
            across = 1 - axis
            level = {round(point[across], 2) for point in (*a, *b)}
            if max(level) - min(level) > 1.0:
                continue
            low = max(min(a[0][axis], a[1][axis]), min(b[0][axis], b[1][axis]))
            high = min(max(a[0][axis], a[1][axis]), max(b[0][axis], b[1][axis]))
            if high - low > 1.5:
                yield f"{one} upon {other}"


def _wrong_household(layout: Layout) -> Iterator[str]:
    for seat in layout.seats.values():
        if inside(layout, seat) != seat.person.in_household:
            yield f"border around {seat.person.key}"


def inside(layout: Layout, seat: Seat) -> bool:
    """Tell whether a symbol lies inside the household's border (even-odd rule)."""
    crossings = 0
    for border in layout.borders:
        for (x1, y1), (x2, _) in zip(border, (*border[1:], border[0]), strict=True):
            crossings += x1 != x2 and min(x1, x2) <= seat.x < max(x1, x2) and y1 < seat.y
    return crossings % 2 == 1
