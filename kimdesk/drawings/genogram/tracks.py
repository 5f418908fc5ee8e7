"""Which lines run through the space between two rows, and where they come down and go on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from kimdesk.drawings.genogram.channels import Track, clear_spot
from kimdesk.drawings.genogram.exits import EDGE, LANE, union_name
from kimdesk.drawings.genogram.kin import Kin, Union
from kimdesk.drawings.genogram.order import Arrangement, Net
from kimdesk.drawings.genogram.places import Places

REACH = 9.0
"""How far from a symbol's middle a line may end on it."""
THREAD = 4.0
"""How far a line may run beside the middle of the gap it passes a row through."""
SNAP = 3.0
_SLOTS = {1: (0.0,), 2: (-4.0, 4.0), 3: (-7.0, 0.0, 7.0)}
_AROUND = (0.0, 2.5, -2.5, 4.0, -4.0, 5.5, -5.5, 7.5, -7.5, 9.0, -9.0)


@dataclass(slots=True)
class Channel:
    """The space below a row (the first one lies above all rows): `top` is where it begins once heights are known.

    `slots` says where a net's lines end on what lies below; `drops` where lines come down from partners.
    """

    row: int
    top: float = 0.0
    nets: list[tuple[Net, Track]] = field(default_factory=list)
    unions: list[tuple[Union, Track]] = field(default_factory=list)
    slots: dict[tuple[str, str], float] = field(default_factory=dict)

    @property
    def tracks(self) -> list[Track]:
        """Every horizontal line."""
        return [track for _, track in self.unions] + [track for _, track in self.nets]


def lanes(places: Places, half: dict[str, float]) -> dict[tuple[str, str], float]:
    """Return (person, name) -> where the line beside the person runs down."""
    found: dict[tuple[str, str], float] = {}
    for row in places.rows:
        for place, gutter in enumerate(row.gutters):
            for number, lane in enumerate(gutter.from_left):
                key = row.keys[place - 1]
                found[lane] = places.x[key] + half[key] + EDGE + number * LANE
            for number, lane in enumerate(gutter.from_right):
                key = row.keys[place]
                found[lane] = places.x[key] - half[key] - EDGE - number * LANE
    return found


def between(places: Places, half: dict[str, float]) -> dict[str, float]:
    """Return partners beside each other -> the middle of the gap between them."""
    found: dict[str, float] = {}
    for row in places.rows:
        for (left, right), gutter in zip(pairwise(row.keys), row.gutters[1:], strict=False):
            if gutter.union:
                found[union_name(gutter.union)] = (
                    places.x[left] + half[left] + places.x[right] - half[right]
                ) / 2 + LANE * (len(gutter.from_left) - len(gutter.from_right)) / 2
    return found


def find_channels(kin: Kin, arrangement: Arrangement, places: Places, half: dict[str, float]) -> tuple[Channel, ...]:
    """Return the channels from above the first row to below the last one, heights still open."""
    work = _Work(kin, places, half)
    return tuple(
        work.channel(row, [net for net in arrangement.nets if net.row == row])
        for row in range(-1, len(arrangement.rows))
    )


class _Work:
    def __init__(self, kin: Kin, places: Places, half: dict[str, float]) -> None:
        self.kin = kin
        self.x = dict(places.x)
        self.lanes = lanes(places, half)
        self.between = between(places, half)

    def channel(self, row: int, nets: Sequence[Net]) -> Channel:
        channel = Channel(row)
        tracks: dict[str, Track] = {}
        for union in self.kin.unions:
            name = union_name(union)
            if self.kin.rows[union.one] == row and name not in self.between:
                ends = [self.lanes[person, name] for person in (union.one, union.other)]
                tracks[name] = Track(name, ends)
                channel.unions.append((union, tracks[name]))
        for net in nets:
            channel.nets.append((net, self._track(net, tracks)))
        for net, track in channel.nets:
            if track.after:
                self._drop(net, track, channel)
        self._choose_slots(channel)
        return channel

    def _track(self, net: Net, unions: dict[str, Track]) -> Track:
        """Return a family's line with where it is reached from above."""
        name = net.family.key
        if not net.uppers:
            return Track(name, [])
        if len(net.uppers) == 2:
            pair = f"{net.uppers[0]}|{net.uppers[1]}"
            if pair in self.between:
                return Track(name, [self.between[pair]])
            return Track(name, [sum(unions[pair].tops) / 2], after=unions[pair])
        upper = net.uppers[0]
        return Track(name, [self.lanes.get((upper, name), self.x[upper])])

    def _drop(self, net: Net, track: Track, channel: Channel) -> None:
        """Let a line come down from partners who stand apart, near the children and clear of other lines."""
        assert track.after is not None
        left, right = sorted(track.after.tops)
        wanted = sum(self.x[key] for key in net.lowers) / len(net.lowers)
        wanted = min(max(wanted, left + SNAP), right - SNAP)
        taken = [x for other in channel.tracks for x in other.tops if other is not track]
        reach = [SNAP * step * sign for step in range(int((right - left) / SNAP)) for sign in (1, -1)]
        offsets = [offset for offset in reach if left + SNAP <= wanted + offset <= right - SNAP]
        track.tops = [clear_spot(wanted, taken, offsets or [0.0])]

    def _choose_slots(self, channel: Channel) -> None:
        """Choose where lines end on what lies below: in the middle, side by side where there are several."""
        ending: dict[str, list[tuple[Net, Track]]] = {}
        for net, track in channel.nets:
            for key in net.lowers:
                ending.setdefault(key, []).append((net, track))
        for key, pairs in ending.items():
            pairs.sort(key=lambda pair: pair[1].tops or [self.x[key]])
            size = len(pairs)
            offsets = _SLOTS.get(size) or tuple(REACH * (2 * n / (size - 1) - 1) for n in range(size))
            for (net, track), offset in zip(pairs, offsets, strict=True):
                wanted = self._clear(channel, net, track, key, self.x[key] + offset)
                channel.slots[net.family.key, key] = wanted
                if key not in self.kin.persons:
                    self.x[key] = wanted
                track.bottoms.append(wanted)

    def _clear(self, channel: Channel, net: Net, track: Track, key: str, wanted: float) -> float:
        """Return the end of a line on a symbol: straight down where it can be, never upon another family's line."""
        middle, most = self.x[key], REACH if key in self.kin.persons else THREAD
        alone = sum(key in other.lowers for other, _ in channel.nets) == 1
        if alone and track.tops:
            reach = most if len(net.lowers) == 1 else SNAP
            if abs(track.tops[0] - middle) <= reach:
                wanted = track.tops[0]
        taken = [x for other in channel.tracks if other is not track for x in (*other.tops, *other.bottoms)]
        return clear_spot(wanted, taken, [step for step in _AROUND if abs(wanted + step - middle) <= most])
