"""Where lines leave symbols: straight to a partner beside, or through the gap beside a symbol down between the rows."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass, field

from kimdesk.drawings.genogram.kin import Family, Kin, Union

LANE = 5.0
"""Distance of lines running side by side."""
EDGE = 4.0
PLAIN_GAP, PARTNER_GAP = 12.0, 26.0


@dataclass(slots=True)
class Gutter:
    """The gap left of a place in a row: lanes of its left neighbour, the partners' own line, lanes of its right one."""

    from_left: list[tuple[str, str]] = field(default_factory=list)
    union: Union | None = None
    from_right: list[tuple[str, str]] = field(default_factory=list)

    @property
    def width(self) -> float:
        """How wide the gap has to be."""
        lanes = len(self.from_left) + len(self.from_right)
        needed = 2 * EDGE + LANE * lanes + (2 * LANE if self.union else 0.0)
        return max(PARTNER_GAP if self.union else PLAIN_GAP, needed)


@dataclass(frozen=True, slots=True)
class RowExits:
    """One row: its keys from left to right and the gutters around them, one more than keys.

    A lane is (person, what it belongs to): a union's name or a family's key.
    """

    keys: tuple[str, ...]
    gutters: tuple[Gutter, ...]


def union_name(union: Union) -> str:
    """Return what a union's lanes are called."""
    return f"{union.one}|{union.other}"


def find_exits(keys: Sequence[str], kin: Kin, row: int, leftward: Set[str] = frozenset()) -> RowExits:
    """Return where the lines of a row's people leave; `leftward` are families whose children lie at the left."""
    spot = {key: place for place, key in enumerate(keys)}
    gutters = [Gutter() for _ in range(len(keys) + 1)]
    unions = [each for each in kin.unions if kin.rows[each.one] == row]
    for each in unions:
        first, second = sorted((spot[each.one], spot[each.other]))
        if second == first + 1:
            gutters[second].union = each
    for family in kin.families:
        if len(family.parents) == 1 and kin.rows[family.parents[0]] == row:
            _single(family, spot[family.parents[0]], gutters, family.key in leftward)
    for each in sorted(unions, key=lambda each: abs(spot[each.one] - spot[each.other])):
        left, right = sorted((each.one, each.other), key=spot.__getitem__)
        if spot[right] > spot[left] + 1:
            gutters[spot[left] + 1].from_left.append((left, union_name(each)))
            gutters[spot[right]].from_right.append((right, union_name(each)))
    return RowExits(tuple(keys), tuple(gutters))


def _single(family: Family, place: int, gutters: list[Gutter], leftward: bool) -> None:  # noqa: FBT001 - a side
    """Let a parent alone leave towards the children, but rather where no partner stands."""
    lane = (family.parents[0], family.key)
    taken = [gutters[place].union is not None, gutters[place + 1].union is not None]
    if taken == [False, True] or (leftward and taken[0] == taken[1]):
        gutters[place].from_right.append(lane)
    else:
        gutters[place + 1].from_left.append(lane)
