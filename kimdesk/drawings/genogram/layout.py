"""Everything of a genogram in its place, in points from the upper left corner; drawing it is all that is left."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from kimdesk.domain.views.pictures import GenogramPerson
from kimdesk.drawings.genogram.borders import Point, Rect, outlines
from kimdesk.drawings.genogram.channels import TRACK, clear_spot, stack
from kimdesk.drawings.genogram.kin import Kin
from kimdesk.drawings.genogram.order import arrange
from kimdesk.drawings.genogram.places import Places, find_places
from kimdesk.drawings.genogram.tracks import Channel, find_channels
from kimdesk.drawings.lettering import Label
from kimdesk.drawings.picture import STEP

RADIUS = 15.0
MARKS = 12.0
"""Room beside a symbol for the sign of living abroad."""
PAD = 5.0
LABEL_GAP = 4.0
ABOVE, BELOW = 12.0, 14.0
"""Room of a channel above its first and below its last line."""
MARGIN = 8.0
THREAD_ROOM = 6.0
"""Half the width a line takes that passes through a row."""
BESIDE = (0.0, 3.0, -3.0, 5.0, -5.0)
"""Where a border runs instead if it would lie upon a line."""
Look = Literal["solid", "dashed", "dotted", "mixed"]


@dataclass(frozen=True, slots=True)
class Seat:
    """Where one person's symbol (its middle) and label (its upper end) are."""

    person: GenogramPerson
    label: Label
    x: float
    y: float

    @property
    def label_top(self) -> float:
        """Where the label begins."""
        return self.y + RADIUS + LABEL_GAP

    @property
    def bottom(self) -> float:
        """Where the label ends."""
        return self.label_top + self.label.height


@dataclass(frozen=True, slots=True)
class Route:
    """A line; `owner` tells which family or partnership it belongs to, `slashes` how often it is crossed out."""

    owner: str
    points: tuple[Point, ...]
    look: Look = "solid"
    slashes: int = 0


@dataclass(frozen=True, slots=True)
class Level:
    """One row's heights: top, middle of the symbols that were not moved, bottom of the lowest label."""

    top: float
    middle: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Layout:
    """A finished arrangement."""

    width: float
    height: float
    seats: dict[str, Seat]
    half: dict[str, float]
    places: Places
    channels: tuple[Channel, ...]
    levels: tuple[Level, ...]
    borders: tuple[tuple[Point, ...], ...]


def lay_out(kin: Kin, labels: dict[str, Label]) -> Layout:
    """Place persons with their labels; never overlaps, whatever the relations are."""
    arrangement = arrange(kin)
    half = halves(kin, labels)
    for net in arrangement.nets:
        half.update({key: THREAD_ROOM for key in net.lowers if key not in half})
    places = _at_margin(find_places(kin, arrangement, half), half)
    channels = find_channels(kin, arrangement, places, half)
    levels, height = _levels(kin, places, labels, channels)
    seats = {
        key: Seat(person, labels[key], places.x[key], levels[kin.rows[key]].middle + person.dy * STEP)
        for key, person in kin.persons.items()
    }
    borders = tuple(tuple(outline) for outline in outlines(list(_household(places, seats, half, channels))))
    return Layout(_width(places, half), height, seats, half, places, channels, levels, borders)


def halves(kin: Kin, labels: dict[str, Label]) -> dict[str, float]:
    """Return half the width each person takes: symbol with its sign, or label, and some room."""
    signs = {key: MARKS if person.abroad is not None else 0.0 for key, person in kin.persons.items()}
    return {key: max(RADIUS + signs[key], label.width / 2) + PAD for key, label in labels.items()}


def _at_margin(places: Places, half: dict[str, float]) -> Places:
    """Move everything so that the leftmost line or label lies at the margin."""
    left = min((places.x[row.keys[0]] - half[row.keys[0]] - row.gutters[0].width for row in places.rows), default=0.0)
    return Places(places.rows, {key: x - left + MARGIN for key, x in places.x.items()})


def _width(places: Places, half: dict[str, float]) -> float:
    ends = [places.x[row.keys[-1]] + half[row.keys[-1]] + row.gutters[-1].width for row in places.rows]
    return max(ends, default=0.0) + MARGIN


def _levels(
    kin: Kin, places: Places, labels: dict[str, Label], channels: tuple[Channel, ...]
) -> tuple[tuple[Level, ...], float]:
    """Return the rows' heights and where the last channel ends; notes in each channel where it begins."""
    found = []
    at = _channel(channels[0], 0.0)
    for row, channel in zip(places.rows, channels[1:], strict=True):
        persons = [kin.persons[key] for key in row.keys if key in kin.persons]
        middle = at + RADIUS + max((-person.dy * STEP for person in persons if person.dy < 0), default=0.0)
        ends = [middle + p.dy * STEP + RADIUS + LABEL_GAP + labels[p.key].height for p in persons]
        bottom = max(ends, default=middle + RADIUS)
        found.append(Level(at, middle, bottom))
        at = _channel(channel, bottom)
    return tuple(found), at


def _channel(channel: Channel, top: float) -> float:
    """Place a channel's lines below a height; return where the next row may begin."""
    levels = stack(channel.tracks)
    channel.top = top
    if not levels:
        return top + (MARGIN if channel.row < 0 else ABOVE + MARGIN)
    return top + ABOVE + (levels - 1) * TRACK + BELOW


def _household(
    places: Places, seats: dict[str, Seat], half: dict[str, float], channels: tuple[Channel, ...]
) -> Iterator[Rect]:
    """Yield rectangles around members side by side, and between the rows where members stand below each other."""
    before: list[Rect] = []
    for row, channel in zip(places.rows, channels, strict=False):
        runs = [
            _around([key for key in run if key in seats], seats, half)
            for home, run in groupby(_known(row.keys, seats), key=lambda key: seats[key].person.in_household)
            if home
        ]
        yield from runs
        lines = [x for track in channel.tracks for x in (*track.tops, *track.bottoms)]
        for above in before:
            for below in runs:
                left, right = max(above[0], below[0]), min(above[2], below[2])
                if right - left >= 2 * RADIUS:
                    yield clear_spot(left, lines, BESIDE), above[3], clear_spot(right, lines, BESIDE), below[1]
        before = runs


def _known(keys: tuple[str, ...], seats: dict[str, Seat]) -> list[str]:
    return [key for key in keys if key in seats]


def _around(keys: list[str], seats: dict[str, Seat], half: dict[str, float]) -> Rect:
    left, right = seats[keys[0]].x - half[keys[0]], seats[keys[-1]].x + half[keys[-1]]
    top = min(seats[key].y for key in keys) - RADIUS - 4
    return left - 1, top, right + 1, max(seats[key].bottom for key in keys) + 4
