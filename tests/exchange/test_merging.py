"""What the office keeps of a device is its newest word on each item, whatever is lost, doubled or late on the way."""

from __future__ import annotations

import datetime as dt
import itertools
import random
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

import pytest
import sqlalchemy as sa

from kimdesk.base.clock import FixedClock
from kimdesk.domain.records import RECORDS
from kimdesk.domain.views.exchange import Head, StreamHead
from kimdesk.store.district import District, Imported
from kimdesk.store.tables import build_tables
from kimdesk.store.unit import Unit
from tests.faults.tallying import Tally

DEVICES, ITEMS, ROUNDS = 3, 3, 4
FIRST = dt.date(2000, 1, 1).toordinal()
"""Each example has a day of its own."""


class MemoryStore:
    """A store in memory that holds nothing but what the office took over."""

    def __init__(self) -> None:
        self.tables = build_tables(RECORDS)
        self.clock = FixedClock(0)
        engine = sa.create_engine("sqlite://")
        self.tables["imported"].create(engine)
        self._connection = engine.connect()

    @contextmanager
    def write(self) -> Iterator[sa.Connection]:
        with self._connection.begin():
            yield self._connection

    def close(self) -> None:
        self._connection.close()


@dataclass
class Device:
    """Somebody who edits items and sends all of them again and again, as long as nobody answers."""

    key: bytes
    items: dict[bytes, int] = field(default_factory=dict)
    sent: list[tuple[StreamHead, dict[bytes, int]]] = field(default_factory=list)

    def work(self, chance: random.Random, number: Iterator[int]) -> None:
        for _ in range(chance.randrange(1, 3)):
            self.items[bytes([chance.randrange(ITEMS)]) * 16] = next(number)
        seq = len(self.sent) + 1
        self.sent.append((StreamHead(self.key[:16], Head(seq, bytes(32))), dict(self.items)))


def rows(device: Device, items: dict[bytes, int], day: str) -> list[Imported]:
    return [
        Imported(
            partner=device.key,
            contents="observations",
            first_day=day,
            last_day=day,
            value={"id": item.hex(), "word": word},
        )
        for item, word in items.items()
    ]


def delivered(devices: Sequence[Device], chance: random.Random) -> list[tuple[Device, int]]:
    """Return which bundles arrive, in which order: some never, some twice, any before any other."""
    ways = [(device, number) for device in devices for number in range(len(device.sent))]
    kept = [way for way in ways for _ in range(chance.choice((0, 1, 1, 1, 2)))]
    chance.shuffle(kept)
    return kept


def newest(devices: Sequence[Device], arrived: Sequence[tuple[Device, int]]) -> dict[tuple[bytes, bytes], int]:
    """Return the word on each item in the newest bundle of its device that arrived."""
    found: dict[tuple[bytes, bytes], int] = {}
    for device in devices:
        for number in sorted({number for each, number in arrived if each is device}):
            found |= {(device.key, item): word for item, word in device.sent[number][1].items()}
    return found


def kept(district: District, day: str) -> dict[tuple[bytes, bytes], int]:
    found = district.observations(day, day)
    return {(row.partner, bytes.fromhex(row.value["id"])): row.value["word"] for row in found}


def merged(district: District, examples: int, chance: random.Random) -> dict[str, int]:
    """Let devices work and their bundles arrive by chance, so many times; count the words that are not the newest."""
    counts = dict.fromkeys(("examples", "bundles", "lost on the way", "arrived twice or late", "lost"), 0)
    number, keys = itertools.count(), itertools.count(1)
    for example in range(examples):
        day = dt.date.fromordinal(FIRST + example).isoformat()
        devices = [Device(next(keys).to_bytes(32, "little")) for _ in range(DEVICES)]
        for device in devices:
            for _ in range(chance.randrange(1, ROUNDS)):
                device.work(chance, number)
        arrived = delivered(devices, chance)
        for device, at in arrived:
            place, items = device.sent[at]
            district.put(rows(device, items, day), place)
        wanted, there = newest(devices, arrived), kept(district, day)
        counts["examples"] += 1
        counts["bundles"] += sum(len(device.sent) for device in devices)
        counts["lost on the way"] += sum(len(device.sent) for device in devices) - len(set(map(_way, arrived)))
        counts["arrived twice or late"] += late(arrived)
        counts["lost"] += sum(there.get(item) != word for item, word in wanted.items()) + len(there.keys() - wanted)
    return counts


def _way(way: tuple[Device, int]) -> tuple[bytes, int]:
    return way[0].key, way[1]


def late(arrived: Sequence[tuple[Device, int]]) -> int:
    """Count what arrives after the same or a newer bundle of its device."""
    return sum(
        any(before is device and other >= number for before, other in arrived[:place])
        for place, (device, number) in enumerate(arrived)
    )


@pytest.fixture
def store() -> Iterator[MemoryStore]:
    made = MemoryStore()
    yield made
    made.close()


def unit(store: MemoryStore) -> Unit:
    return Unit(store)  # type: ignore[arg-type]  # all that a unit asks for


def test_the_newest_word_is_kept(store: MemoryStore, tally: Tally) -> None:
    counts = merged(District(unit(store)), 250, random.Random(tally.seed))
    tally("three devices, bundles lost, twice, in any order", counts)
    assert counts["lost"] == 0


@pytest.mark.slow
def test_the_newest_word_is_kept_fifty_thousand_times(tally: Tally) -> None:
    for begin in range(0, tally.portion(50_000), 1_000):
        store = MemoryStore()
        counts = merged(District(unit(store)), 1_000, random.Random(tally.seed + begin + 1))
        store.close()
        tally("three devices, bundles lost, twice, in any order", counts)
        assert counts["lost"] == 0


class Credulous(District):
    """Takes whatever comes last for the newest."""

    arrivals = itertools.count(1)

    def put(self, rows: Sequence[Imported], place: StreamHead) -> None:
        super().put(rows, StreamHead(place.incarnation, Head(next(self.arrivals), place.head.hash)))


def test_an_office_that_believes_the_order_of_arrival_is_found_out(store: MemoryStore, tally: Tally) -> None:
    counts = merged(Credulous(unit(store)), 30, random.Random(tally.seed))
    tally("an office that takes the last for the newest", counts, sabotaged=True)
    assert counts["lost"] > 0
