"""The space between two rows: which horizontal line lies at which height, and where lines enter from both sides."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

TRACK = 8.0
"""Distance of horizontal lines below each other."""
CLEAR = 2.5
"""Least distance between lines that belong to different families."""
APART = 14.0
"""Least distance between ends of two lines at one height, so that nobody reads them as one."""


@dataclass(slots=True)
class Track:
    """One horizontal line: `tops` and `bottoms` are where lines reach it from above and from below.

    `after` is a track that has to lie above this one because a line comes down from it.
    """

    name: str
    tops: list[float]
    bottoms: list[float] = field(default_factory=list)
    after: Track | None = None
    level: int = 0

    @property
    def low(self) -> float:
        """Left end."""
        return min(*self.tops, *self.bottoms) if len(self.tops) + len(self.bottoms) > 1 else self._only

    @property
    def high(self) -> float:
        """Right end."""
        return max(*self.tops, *self.bottoms) if len(self.tops) + len(self.bottoms) > 1 else self._only

    @property
    def _only(self) -> float:
        return (self.tops or self.bottoms)[0]

    @property
    def straight(self) -> bool:
        """Whether the line is no line at all, because everything lies below one point."""
        return self.high - self.low < 0.01

    def meets(self, other: Track) -> bool:
        """Tell whether two tracks at one height would touch."""
        return self.low < other.high + APART and other.low < self.high + APART


def stack(tracks: Sequence[Track]) -> int:
    """Give each track a level from 0 so that none touch and few lines cross; return how many levels there are."""
    order = sorted(tracks, key=lambda track: (track.after is not None, track.low, track.name))
    _untangle(order)
    for place, track in enumerate(order):
        over = [other for other in order[:place] if other.meets(track) or other is track.after]
        track.level = max((other.level + 1 for other in over), default=0)
    return max((track.level + 1 for track in tracks), default=0)


def _untangle(order: list[Track]) -> None:
    """Exchange neighbours that cross less the other way round."""
    for _ in range(len(order)):
        better = False
        for at, (one, other) in enumerate(pairwise(list(order))):
            if order[at] is not one or other.after is one:
                continue
            if _crossings(other, one) < _crossings(one, other):
                order[at], order[at + 1] = other, one
                better = True
        if not better:
            return


def _crossings(upper: Track, lower: Track) -> int:
    """Return how many lines cross when one track lies above another."""
    return sum(upper.low < x < upper.high for x in lower.tops) + sum(lower.low < x < lower.high for x in upper.bottoms)


def clear_spot(wanted: float, taken: Iterable[float], offsets: Sequence[float]) -> float:
    """Return the place nearest to the wanted one, by the offsets in their order, that keeps clear of others."""
    others = sorted(taken)
    best, room = wanted, -1.0
    for offset in offsets:
        place = wanted + offset
        distance = min((abs(place - other) for other in others), default=CLEAR)
        if distance >= CLEAR:
            return place
        if distance > room:
            best, room = place, distance
    return best
