"""Where contacts stand on the map: each inside its cell, as evenly as possible, no label upon another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from math import ceil, cos, hypot, pi, radians, sin, sqrt

from kimdesk.domain.views.pictures import HORIZONS, SECTORS, NetworkContact
from kimdesk.drawings.lettering import Label

DOT = 3.5
LABEL_GAP = 2.0
EDGE = 4.0
"""Room between a label and the circles around its cell."""
BESIDE_AXIS, ALONG_AXIS = 8.0, 12.0
"""Room left and right of the upright axis, and above and below the level one, where the horizons' names stand."""
RINGS = (78.0, 64.0, 64.0)
"""Least widths of the three rings."""
STEP = 11.0
GROWTH = 16.0
FILLED = 0.55
"""How much of a cell labels may fill before its ring is made wider."""
RIGHT, LOWER = ("friends", "work"), ("work", "professional")
"""The sectors at the right and those below; they lie clockwise from the upper left."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a contact's dot is, relative to the centre, and its label below."""

    contact: NetworkContact
    label: Label
    x: float
    y: float

    @property
    def label_top(self) -> float:
        """Where the label begins."""
        return self.y + DOT + LABEL_GAP

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of dot and label."""
        half = max(DOT, self.label.width / 2)
        return self.x - half, self.y - DOT, self.x + half, self.label_top + self.label.height


@dataclass(frozen=True, slots=True)
class Map:
    """Everybody's spot, and the radii of anchor and horizons from the inside out."""

    spots: tuple[Spot, ...]
    radii: tuple[float, float, float, float]


def find_spots(contacts: Sequence[NetworkContact], labels: dict[str, Label], anchor: float) -> Map:
    """Place all contacts around an anchor of a radius; rings grow until everybody has room."""
    radii = [anchor]
    found: dict[str, Spot] = {}
    for horizon, least in zip(HORIZONS, RINGS, strict=True):
        cells = [[c for c in contacts if (c.sector, c.horizon) == (sector, horizon)] for sector in SECTORS]
        inner = radii[-1]
        for outer in _widths(inner, least, cells, labels):
            placed = [_fill(cell, labels, inner, outer) for cell in cells]
            if all(spots is not None for spots in placed):
                found.update({spot.contact.key: spot for spots in placed for spot in spots or ()})
                radii.append(outer)
                break
    spots = tuple(found[contact.key] for contact in contacts if contact.key in found)
    return Map(spots, (radii[0], radii[1], radii[2], radii[3]))


def _widths(
    inner: float, least: float, cells: Sequence[Sequence[NetworkContact]], labels: dict[str, Label]
) -> Iterator[float]:
    """Yield outer radii to try: as wide as the fullest cell needs at least, then wider and wider."""
    areas = (sum((labels[c.key].width + 8) * (labels[c.key].height + 12) for c in cell) for cell in cells)
    start = max(inner + least, sqrt(inner * inner + 4 * max(areas, default=0.0) / (pi * FILLED)))
    return (start + GROWTH * step for step in count())


def _fill(cell: Sequence[NetworkContact], labels: dict[str, Label], inner: float, outer: float) -> list[Spot] | None:
    """Return spots for everybody of a cell, those placed by hand first; None if somebody finds no room."""
    taken: list[Spot] = []
    free = [contact for contact in cell if contact.place is None]
    wishes = [(contact, float(min(max(contact.place, 0), 90)), 0.5) for contact in cell if contact.place is not None]
    depths = (0.5,) if len(free) < 3 else (0.36, 0.66)
    wishes += [(each, 90 * (n + 0.5) / len(free), depths[n % len(depths)]) for n, each in enumerate(free)]
    candidates = _candidates(inner, outer)
    for contact, angle, depth in wishes:
        wish = (angle, inner + (outer - inner) * depth)
        spot = _nearest(contact, labels[contact.key], wish, candidates, (inner, outer), taken)
        if spot is None:
            return None
        taken.append(spot)
    return taken


def _candidates(inner: float, outer: float) -> list[tuple[float, float]]:
    """Return (radius, angle in degrees) all over a cell."""
    found = []
    step = max(STEP, (outer - inner) / 20)
    for ring in range(max(1, int((outer - inner) / step))):
        radius = inner + step * (ring + 0.5)
        steps = max(2, ceil(radius * pi / 2 / step))
        found += [(radius, 90 * place / steps) for place in range(steps + 1)]
    return found


def _nearest(
    contact: NetworkContact,
    label: Label,
    wish: tuple[float, float],
    candidates: list[tuple[float, float]],
    ring: tuple[float, float],
    taken: list[Spot],
) -> Spot | None:
    """Return the free place nearest to the wish (angle, radius)."""
    middle = (label.height + LABEL_GAP) / 2
    target = _point(contact.sector, wish[1], wish[0])
    points = [target, *(_point(contact.sector, radius, angle) for radius, angle in candidates)]
    points.sort(key=lambda point: hypot(point[0] - target[0], point[1] - target[1]))
    for x, y in points:
        spot = Spot(contact, label, x, y - middle)
        if _in_cell(spot, ring) and not any(_overlap(spot, other) for other in taken):
            return spot
    return None


def _point(sector: str, radius: float, angle: float) -> tuple[float, float]:
    """Return the point at an angle clockwise within a sector; the first sector begins at the left."""
    turned = radians(90 * SECTORS.index(sector) + angle)
    return -radius * cos(turned), -radius * sin(turned)


def _in_cell(spot: Spot, ring: tuple[float, float]) -> bool:
    left, top, right, bottom = spot.box
    near_x, far_x = (left, right) if spot.contact.sector in RIGHT else (-right, -left)
    near_y, far_y = (top, bottom) if spot.contact.sector in LOWER else (-bottom, -top)
    if near_x < BESIDE_AXIS or near_y < ALONG_AXIS:
        return False
    return hypot(near_x, near_y) >= ring[0] + EDGE and hypot(far_x, far_y) <= ring[1] - EDGE


def _overlap(one: Spot, other: Spot) -> bool:
    a, b = one.box, other.box
    return a[0] < b[2] + EDGE and b[0] < a[2] + EDGE and a[1] < b[3] + EDGE / 2 and b[1] < a[3] + EDGE / 2
