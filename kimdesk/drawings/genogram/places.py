"""Where people stand from left to right: children below their parents, parents above their children, apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from kimdesk.drawings.genogram.exits import RowExits, find_exits
from kimdesk.drawings.genogram.kin import Kin
from kimdesk.drawings.genogram.order import Arrangement, Net, Unit
from kimdesk.drawings.picture import STEP

ROUNDS = 6
HEAVY, LIGHT = 1000.0, 0.01


@dataclass(frozen=True, slots=True)
class Places:
    """The rows as they stand, and the middle of every key."""

    rows: tuple[RowExits, ...]
    x: dict[str, float]


def spread(targets: Sequence[float], weights: Sequence[float], steps: Sequence[float]) -> list[float]:
    """Return places as near to their targets as possible (least squares), each at least a step after the last.

    Solved by pooling neighbours that would come too close (isotonic regression).
    """
    offsets = [0.0]
    for step in steps:
        offsets.append(offsets[-1] + step)
    pools: list[tuple[float, float, int]] = []
    for target, weight, offset in zip(targets, weights, offsets, strict=True):
        mean, mass, size = target - offset, weight, 1
        while pools and pools[-1][0] >= mean:
            other, other_mass, other_size = pools.pop()
            mean = (mean * mass + other * other_mass) / (mass + other_mass)
            mass, size = mass + other_mass, size + other_size
        pools.append((mean, mass, size))
    flat = [mean for mean, _, size in pools for _ in range(size)]
    return [mean + offset for mean, offset in zip(flat, offsets, strict=True)]


def find_places(kin: Kin, arrangement: Arrangement, half: dict[str, float]) -> Places:
    """Return everybody's place; `half` is half the width each key needs. Moves by hand are taken over last."""
    depth = range(len(arrangement.rows))
    rows = [find_exits(arrangement.nodes(row), kin, row) for row in depth]
    found = _Solver(arrangement, rows, half).solve()
    if left := _leftward(arrangement, found):
        rows = [find_exits(arrangement.nodes(row), kin, row, left) for row in depth]
        found = _Solver(arrangement, rows, half).solve()
    if any(person.dx for person in kin.persons.values()):
        return _moved(kin, rows, found, half, _leftward(arrangement, found))
    return Places(tuple(rows), found)


def _leftward(arrangement: Arrangement, x: dict[str, float]) -> frozenset[str]:
    """Return the families of parents alone whose children lie to the left."""
    return frozenset(
        net.family.key
        for net in arrangement.nets
        if len(net.family.parents) == 1
        and net.uppers == net.family.parents
        and sum(x[key] for key in net.lowers) / len(net.lowers) < x[net.uppers[0]]
    )


def steps_of(row: RowExits, half: dict[str, float]) -> list[float]:
    """Return the least distances between the middles of a row's neighbours."""
    return [
        half[one] + half[other] + gutter.width
        for one, other, gutter in zip(row.keys, row.keys[1:], row.gutters[1:], strict=False)
    ]


def _moved(
    kin: Kin, rows: Sequence[RowExits], x: dict[str, float], half: dict[str, float], left: frozenset[str]
) -> Places:
    """Bring people to where they were moved; neighbours make way, and change sides where they were passed."""
    moves = {key: person.dx * STEP for key, person in kin.persons.items() if person.dx}
    wanted = {key: value + moves.get(key, 0.0) for key, value in x.items()}
    changed, found = [], dict(x)
    for number, row in enumerate(rows):
        if not any(key in moves for key in row.keys):
            changed.append(row)
            continue
        new = find_exits(sorted(row.keys, key=wanted.__getitem__), kin, number, left)
        weights = [HEAVY if key in moves else 1.0 for key in new.keys]
        placed = spread([wanted[key] for key in new.keys], weights, steps_of(new, half))
        found.update(zip(new.keys, placed, strict=True))
        changed.append(new)
    return Places(tuple(changed), found)


class _Solver:
    """Moves whole units towards the middle of what they are connected with, in alternating sweeps."""

    def __init__(self, arrangement: Arrangement, rows: Sequence[RowExits], half: dict[str, float]) -> None:
        self.arrangement = arrangement
        self.x: dict[str, float] = {}
        self.offset: dict[str, float] = {}
        self.above: dict[str, list[Net]] = {}
        self.below: dict[str, list[Net]] = {}
        self.steps = [self._measure(units, row, half) for units, row in zip(arrangement.rows, rows, strict=True)]
        self.lane: dict[str, float] = {}
        for row in rows:
            for gutter in row.gutters:
                self.lane.update({name: half[person] + 4 for person, name in gutter.from_left})
                self.lane.update({name: -half[person] - 4 for person, name in gutter.from_right})
        for net in arrangement.nets:
            for key in net.lowers:
                self.above.setdefault(key, []).append(net)
            for key in net.uppers:
                self.below.setdefault(key, []).append(net)

    def _measure(self, units: Sequence[Unit], row: RowExits, half: dict[str, float]) -> list[float]:
        """Note every key's offset within its unit and its first place; return the least steps between units."""
        steps = steps_of(row, half)
        at, x = 0, 0.0
        starts, ends = [], []
        for unit in units:
            start = x
            for place, key in enumerate(unit):
                self.offset[key] = x - start
                self.x[key] = x
                last = place == len(unit) - 1
                if last:
                    ends.append(x)
                x += steps[at] if at < len(steps) else 0.0
                at += 1
            starts.append(start)
        return [start - before for before, start in pairwise(starts)]

    def solve(self) -> dict[str, float]:
        """Return the middle of every key."""
        depth = range(len(self.arrangement.rows))
        for number in range(ROUNDS):
            for row in depth:
                self._place(row, up=number == ROUNDS - 1, down=True)
            for row in reversed(depth):
                self._place(row, up=True, down=number == ROUNDS - 1)
        for row in depth:
            self._place(row, up=False, down=True)
        return self.x

    def _place(self, row: int, *, up: bool, down: bool) -> None:
        units = self.arrangement.rows[row]
        pulls = [self._pull(unit, up=up, down=down) for unit in units]
        starts = spread([pull for pull, _ in pulls], [weight for _, weight in pulls], self.steps[row])
        for unit, start in zip(units, starts, strict=True):
            for key in unit:
                self.x[key] = start + self.offset[key]

    def _pull(self, unit: Unit, *, up: bool, down: bool) -> tuple[float, float]:
        """Return where a unit should start, and how much that matters."""
        start = self.x[unit[0]]
        wanted = [(start, LIGHT)]
        for key in unit:
            if down:
                wanted += [(self._anchor(net) - self.offset[key], 1.0) for net in self.above.get(key, [])]
            if up:
                for net in self.below.get(key, []):
                    places = [self.x[lower] for lower in net.lowers]
                    middle = (min(places) + max(places)) / 2
                    wanted.append((start + middle - self._anchor(net), 1.0 / len(net.uppers)))
        mass = sum(weight for _, weight in wanted)
        return sum(value * weight for value, weight in wanted) / mass, mass

    def _anchor(self, net: Net) -> float:
        """Return where a family's line comes down; siblings without parents are drawn to each other."""
        keys = net.uppers or net.lowers
        middle = sum(self.x[key] for key in keys) / len(keys)
        return middle + self.lane.get(net.family.key, 0.0) if len(net.uppers) == 1 else middle
