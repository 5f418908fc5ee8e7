"""The order of people within their rows: partners side by side, children below their parents, few crossings."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kimdesk.drawings.genogram.kin import Family, Kin, Union

Unit = tuple[str, ...]
Row = list[Unit]

CROSSING, HOUSEHOLD, APART, AGE, SIDE, LENGTH = 10.0, 6.0, 3.0, 1.0, 0.5, 0.02
"""What a crossing, a torn household, a partner out of reach, a younger sibling first … costs."""
MOST_TRIES = 900
MOST_DEEP_TRIES = 160
_RANK = {"married_to": 0, "partner_of": 1, "parents": 2, "separated_from": 3, "divorced_from": 4}


@dataclass(frozen=True, slots=True)
class Net:
    """A family's part between two rows: from parents (or its thread) above to children (or its thread) below."""

    family: Family
    row: int
    uppers: tuple[str, ...]
    lowers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Rows of units from left to right. Keys that no person has are threads: lines passing through a row."""

    rows: tuple[tuple[Unit, ...], ...]
    nets: tuple[Net, ...]

    def nodes(self, row: int) -> list[str]:
        """Return the keys of a row from left to right."""
        return [key for unit in self.rows[row] for key in unit]


def arrange(kin: Kin) -> Arrangement:
    """Return the rows in an order with few crossings; the same input always gives the same order."""
    nets = tuple(net for family in kin.families for net in _nets(family, kin.rows))
    search = _Search(kin, nets)
    search.improve()
    return Arrangement(tuple(tuple(row) for row in search.rows), nets)


def thread(family: Family, row: int) -> str:
    """Return the key of a family's line where it passes through a row."""
    return f"{family.key}@{row}"


def _nets(family: Family, rows: dict[str, int]) -> Iterator[Net]:
    depths = {child: rows[child] for child, _ in family.children}
    last = max(depths.values())
    top = rows[family.parents[0]] if family.parents else last - 1
    uppers = family.parents
    for row in range(top, last):
        lowers = tuple(child for child, depth in depths.items() if depth == row + 1)
        if row + 1 < last:
            lowers = (*lowers, thread(family, row + 1))
        yield Net(family, row, uppers, lowers)
        uppers = (thread(family, row + 1),)


def chain(members: Sequence[str], unions: Sequence[Union], kin: Kin) -> Unit:
    """Return joined people in a line in which as many partners as possible stand side by side."""
    partners = _partners(members, unions)
    line = [max(members, key=lambda key: (len(partners[key]), -members.index(key)))]
    left = [key for key in members if key != line[0]]
    while left:
        right = next((key for key in partners[line[-1]] if key in left), None)
        if right:
            line.append(right)
            left.remove(right)
        first = next((key for key in partners[line[0]] if key in left), None)
        if first:
            line.insert(0, first)
            left.remove(first)
        if not right and not first:
            stray = next(key for key in left if set(partners[key]) & set(line))
            line.append(stray)
            left.remove(stray)
    if len(line) == 2 and _female_first(line[0], line[1], kin):
        line.reverse()
    return tuple(line)


def _partners(members: Sequence[str], unions: Sequence[Union]) -> dict[str, list[str]]:
    """Return each member's partners, the present ones first."""
    found: dict[str, list[str]] = {key: [] for key in members}
    for union in sorted(unions, key=lambda each: _RANK[each.kind]):
        found[union.one].append(union.other)
        found[union.other].append(union.one)
    return found


def _female_first(one: str, other: str, kin: Kin) -> bool:
    return kin.persons[one].gender == "f" and kin.persons[other].gender == "m"


class _Search:
    """Starts with each family below its parents, then exchanges neighbours as long as that costs less."""

    def __init__(self, kin: Kin, nets: tuple[Net, ...]) -> None:
        self.kin = kin
        self.nets = nets
        depth = max(kin.rows.values(), default=-1) + 1
        self.between: list[list[Net]] = [[net for net in nets if net.row == row] for row in range(-1, depth)]
        self.unions = [[u for u in kin.unions if kin.rows[u.one] == row] for row in range(depth)]
        self.rows = _Start(kin, nets, depth, self.unions).rows
        self.spot: dict[str, int] = {}
        for row in range(depth):
            self._number(row)
        self.tries = 0

    def improve(self) -> None:
        """Exchange and turn units, at last together with everybody below them, until nothing gets better."""
        self._improve_rows()
        tries = MOST_DEEP_TRIES
        for row in range(len(self.rows) - 1):
            tries = self._improve_below(row, tries)
        self._improve_rows()

    def _improve_below(self, row: int, tries: int) -> int:
        """Move units and let the rows below follow; return how many tries are left."""
        better = True
        while better and tries > 0 and sum(map(self._crossings, range(len(self.between)))) >= CROSSING:
            better = False
            cost = self._total()
            for trial in self._trials(row):
                if tries <= 0:
                    break
                tries -= 1
                before = list(self.rows)
                self.rows[row] = trial
                self._number(row)
                for lower in range(row + 1, len(self.rows)):
                    self._follow(lower)
                changed = self._total()
                if changed < cost - 1e-6:
                    cost, better = changed, True
                else:
                    self.rows = before
                    for place in range(row, len(self.rows)):
                        self._number(place)
        return tries

    def _follow(self, row: int) -> None:
        """Sort a row's units by where their parents are; units without parents stay with their left neighbour."""
        anchors: dict[str, list[float]] = {}
        for net in self.between[row]:
            if net.uppers:
                middle = sum(self.spot[key] for key in net.uppers) / len(net.uppers)
                for key in net.lowers:
                    anchors.setdefault(key, []).append(middle)
        last, keyed = -1.0, []
        for unit in self.rows[row]:
            found = [middle for key in unit for middle in anchors.get(key, [])]
            last = sum(found) / len(found) if found else last
            keyed.append((last, unit))
        self.rows[row] = [unit for _, unit in sorted(keyed, key=lambda pair: pair[0])]
        self._number(row)

    def _total(self) -> float:
        return sum(map(self._own, range(len(self.rows)))) + sum(map(self._crossings, range(len(self.between))))

    def _improve_rows(self) -> None:
        better = True
        while better and self.tries < MOST_TRIES:
            better = False
            for row in (*range(len(self.rows)), *reversed(range(len(self.rows)))):
                better = self._improve_row(row) or better

    def _improve_row(self, row: int) -> bool:
        better = False
        cost = self._cost(row)
        for trial in self._trials(row):
            if self.tries >= MOST_TRIES or cost < SIDE:
                break
            self.tries += 1
            before, self.rows[row] = self.rows[row], trial
            self._number(row)
            changed = self._cost(row)
            if changed < cost - 1e-6:
                cost, better = changed, True
            else:
                self.rows[row] = before
                self._number(row)
        return better

    def _trials(self, row: int) -> Iterator[Row]:
        """Yield the row with two neighbours exchanged, one unit turned round, or one moved further."""
        size = len(self.rows[row])
        for at in range(size - 1):
            units = list(self.rows[row])
            units[at], units[at + 1] = units[at + 1], units[at]
            yield units
        for at in range(size):
            units = list(self.rows[row])
            if len(units[at]) > 1:
                units[at] = units[at][::-1]
                yield units
        for at in range(size):
            for to in range(size):
                if abs(at - to) > 1:
                    units = list(self.rows[row])
                    units.insert(to, units.pop(at))
                    yield units

    def _number(self, row: int) -> None:
        for place, key in enumerate(key for unit in self.rows[row] for key in unit):
            self.spot[key] = place

    def _cost(self, row: int) -> float:
        return self._own(row) + sum(self._crossings(each) for each in (row, row + 1))

    def _crossings(self, row: int) -> float:
        """Return what the lines above a row cost: pairs that cross, and their length."""
        ends = []
        for net in self.between[row]:
            if net.uppers:
                middle = sum(self.spot[key] for key in net.uppers) / len(net.uppers)
                ends += [(middle, self.spot[key]) for key in net.lowers]
        ends.sort()
        seen: list[int] = []
        crossings = 0
        for _, low in ends:
            crossings += len(seen) - bisect_left(seen, low + 1)
            insort(seen, low)
        return crossings * CROSSING + sum(abs(high - low) for high, low in ends) * LENGTH

    def _own(self, row: int) -> float:
        """Return what the order within a row costs."""
        spot, cost = self.spot, 0.0
        for union in self.unions[row]:
            distance = abs(spot[union.one] - spot[union.other])
            cost += APART * (distance - 1)
            left, right = sorted((union.one, union.other), key=spot.__getitem__)
            cost += SIDE if _female_first(left, right, self.kin) else 0.0
        for net in self.between[row]:
            places = [spot[key] for key in net.lowers if key in self.kin.persons]
            cost += AGE * sum(one > other for one, other in pairwise(places))
            if not net.uppers:
                cost += AGE * (max(places) - min(places) + 1 - len(places))
        return cost + HOUSEHOLD * max(0, self._households(row) - 1)

    def _households(self, row: int) -> int:
        """Return into how many pieces the household of a row is torn."""
        persons = self.kin.persons
        home = [persons[key].in_household for unit in self.rows[row] for key in unit if key in persons]
        return sum(own and not before for before, own in pairwise([False, *home]))


class _Start:
    """Walks down from each oldest unit, so that most families already stand below their parents."""

    def __init__(self, kin: Kin, nets: tuple[Net, ...], depth: int, unions: list[list[Union]]) -> None:
        self.kin = kin
        self.rows: list[Row] = [[] for _ in range(depth)]
        self._unit = self._units(unions, nets)
        self._below: dict[str, list[str]] = {}
        self._above: dict[str, list[str]] = {}
        for net in nets:
            for upper in net.uppers:
                self._below.setdefault(upper, []).extend(net.lowers)
            for lower in net.lowers:
                self._above.setdefault(lower, []).extend(net.uppers)
        self._seen: set[Unit] = set()
        roots = [key for key, person in kin.persons.items() if person.index] or list(kin.persons)[:1]
        for key in (*roots, *sorted(kin.persons, key=lambda key: kin.rows[key])):
            self._visit_from_top(key)

    def _units(self, unions: list[list[Union]], nets: tuple[Net, ...]) -> dict[str, Unit]:
        found: dict[str, Unit] = {}
        for row in unions:
            groups: list[list[str]] = []
            for union in row:
                pair = [union.one, union.other]
                touched = [group for group in groups if set(group) & set(pair)]
                merged = list(dict.fromkeys([*(key for group in touched for key in group), *pair]))
                groups = [group for group in groups if group not in touched] + [merged]
            for group in groups:
                members = [key for key in self.kin.persons if key in group]
                unit = chain(members, [u for u in row if u.one in group], self.kin)
                found.update(dict.fromkeys(unit, unit))
        for key in (*self.kin.persons, *(lower for net in nets for lower in net.lowers)):
            found.setdefault(key, (key,))
        return found

    def _visit_from_top(self, key: str) -> None:
        """Climb to the oldest unit above someone, then walk down from there."""
        climbed = {key}
        while True:
            above = [up for member in self._unit[key] for up in self._above.get(member, []) if up not in climbed]
            if not above:
                break
            key = above[0]
            climbed.add(key)
        self._visit(self._unit[key])

    def _visit(self, unit: Unit) -> None:
        if unit in self._seen:
            return
        self._seen.add(unit)
        row = self.kin.rows[unit[0]] if unit[0] in self.kin.persons else int(unit[0].rpartition("@")[2])
        self.rows[row].append(unit)
        for member in unit:
            for lower in self._below.get(member, []):
                self._visit(self._unit[lower])
        for member in unit:
            if any(self._unit[up] not in self._seen for up in self._above.get(member, [])):
                self._visit_from_top(member)
