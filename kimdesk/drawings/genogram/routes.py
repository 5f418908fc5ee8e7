"""The lines of a genogram: between partners, from parents to children, always around symbols and labels."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from math import sqrt

from kimdesk.drawings.genogram.channels import TRACK, Track
from kimdesk.drawings.genogram.exits import union_name
from kimdesk.drawings.genogram.kin import Descent, Kin, Union
from kimdesk.drawings.genogram.layout import ABOVE, RADIUS, Layout, Look, Route, Seat
from kimdesk.drawings.genogram.order import Net
from kimdesk.drawings.genogram.tracks import Channel, between, lanes

UNION_LOOKS: dict[str, Look] = {"partner_of": "dashed", "parents": "dotted"}
SLASHES = {"separated_from": 1, "divorced_from": 2}
DESCENT_LOOKS: dict[Descent, Look] = {"adopted": "dashed", "foster": "dotted", "grandparent": "mixed"}
PORTS = 12.0
"""How far below a symbol's middle lines may leave it at its side."""


def half_at(person_gender: str | None, dy: float) -> float:
    """Return how far a symbol reaches to the side at a height from its middle (or up at a distance from it)."""
    if person_gender == "m":
        return RADIUS
    if person_gender == "f":
        return sqrt(RADIUS * RADIUS - dy * dy)
    return RADIUS - abs(dy)


def find_routes(kin: Kin, layout: Layout) -> tuple[Route, ...]:
    """Return every line, those of one family together."""
    return tuple(_Router(kin, layout).routes())


class _Router:
    def __init__(self, kin: Kin, layout: Layout) -> None:
        self.kin = kin
        self.layout = layout
        self.seats = layout.seats
        self.lanes = lanes(layout.places, layout.half)
        self.between = between(layout.places, layout.half)
        self.ports = dict(self._ports())

    def routes(self) -> Iterator[Route]:
        for union in self.kin.unions:
            if union_name(union) in self.between:
                yield self._beside(union)
        for channel in self.layout.channels:
            for union, track in channel.unions:
                yield self._apart(union, track, channel)
            for net, track in channel.nets:
                yield from self._family(net, track, channel)

    def _ports(self) -> Iterator[tuple[tuple[str, str], float]]:
        """Yield (person, name) -> how far below the symbol's middle the line leaves; the nearest lane lowest."""
        for row in self.layout.places.rows:
            for gutter in row.gutters:
                for side in (gutter.from_left, gutter.from_right):
                    first = PORTS / 2 if gutter.union else 0.0
                    step = min(4.0, (PORTS - first) / max(1, len(side) - 1))
                    for number, lane in enumerate(reversed(side)):
                        yield lane, first + number * step

    def _height(self, track: Track, channel: Channel) -> float:
        return channel.top + ABOVE + track.level * TRACK

    def _side(self, seat: Seat, dy: float, towards: float) -> float:
        reach = half_at(seat.person.gender, dy)
        return seat.x + (reach if towards > seat.x else -reach)

    def _beside(self, union: Union) -> Route:
        """Join neighbours straight, with a step in the middle where one was moved up or down."""
        left, right = sorted((self.seats[union.one], self.seats[union.other]), key=lambda seat: seat.x)
        middle = self.between[union_name(union)]
        points = [(self._side(left, 0, right.x), left.y), (self._side(right, 0, left.x), right.y)]
        if left.y != right.y:
            points[1:1] = [(middle, left.y), (middle, right.y)]
        return self._union(union, points)

    def _apart(self, union: Union, track: Track, channel: Channel) -> Route:
        """Join partners who do not stand side by side below the row."""
        y = self._height(track, channel)
        name = union_name(union)
        left, right = sorted((union.one, union.other), key=lambda key: self.seats[key].x)
        points = [*self._down(left, name, y), *reversed(self._down(right, name, y))]
        return self._union(union, points)

    def _union(self, union: Union, points: list[tuple[float, float]]) -> Route:
        look = UNION_LOOKS.get(union.kind, "solid")
        return Route(union_name(union), tuple(points), look, SLASHES.get(union.kind, 0))

    def _down(self, key: str, name: str, y: float) -> list[tuple[float, float]]:
        """Return the way from a symbol's side down its lane."""
        seat, lane, dy = self.seats[key], self.lanes[key, name], self.ports[key, name]
        return [(self._side(seat, dy, lane), seat.y + dy), (lane, seat.y + dy), (lane, y)]

    def _family(self, net: Net, track: Track, channel: Channel) -> Iterator[Route]:
        kinds = self._kinds(net)
        shared = DESCENT_LOOKS.get(next(iter(kinds.values())), "solid") if len(set(kinds.values())) == 1 else "solid"
        y = self._height(track, channel)
        owner = net.family.key
        if track.tops:
            yield Route(owner, tuple(self._from_above(net, track, channel, y)), shared)
        if not track.straight:
            yield Route(owner, ((track.low, y), (track.high, y)), shared)
        for key in net.lowers:
            x = channel.slots[owner, key]
            look = DESCENT_LOOKS.get(kinds[key], "solid") if key in kinds else shared
            yield Route(owner, ((x, y), (x, self._reached(key, x))), look)

    def _kinds(self, net: Net) -> dict[str, Descent]:
        """Return how each child the net leads to descends; where it leads further down, all that come later."""
        kinds = dict(net.family.children)
        if any(key not in self.kin.persons for key in net.lowers):
            return {key: kind for key, kind in kinds.items() if self.kin.rows[key] > net.row}
        return {key: kinds[key] for key in net.lowers}

    def _from_above(self, net: Net, track: Track, channel: Channel, y: float) -> list[tuple[float, float]]:
        x = track.tops[0]
        upper = net.uppers[0]
        if len(net.uppers) == 2:
            if track.after:
                return [(x, self._height(track.after, channel)), (x, y)]
            return [(x, max(self.seats[key].y for key in net.uppers)), (x, y)]
        if upper in self.seats:
            return self._down(upper, net.family.key, y)
        return [(x, self.layout.levels[channel.row].bottom), (x, y)]

    def _reached(self, key: str, x: float) -> float:
        """Return the height at which a line from above ends."""
        seat = self.seats.get(key)
        if seat is None:
            row = int(key.rpartition("@")[2])
            return self.layout.levels[row].bottom
        return seat.y - half_at(seat.person.gender, x - seat.x)


def segments(route: Route) -> list[tuple[tuple[float, float], tuple[float, float]]]:
    """Return a line's straight parts."""
    return list(pairwise(route.points))
