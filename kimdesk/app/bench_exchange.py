"""A bundle for the benchmark: from the question what may leave to the file read back, families by name among it."""

from __future__ import annotations

import datetime as dt
import secrets
import statistics
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from kimdesk.app.bench_rows import PAGE, Measured, p95, times
from kimdesk.base.ids import RecordId, new_id
from kimdesk.casework import exchange, families
from kimdesk.casework.desk import Desk
from kimdesk.domain.changes import Change, Create
from kimdesk.domain.records import Person
from kimdesk.domain.values import Value
from kimdesk.office.enrolment import enrol
from kimdesk.office.office import NewOffice, create_office

NAMED = 20
ROUNDS = 15
BUNDLE_MS = 1000.0
OFFICE = "Kreis Musterland"
CATEGORIES = ("identity", "reach", "status", "plan", "contacts")
Make = Callable[[], exchange.WrittenBundle]


@contextmanager
def bundling(desk: Desk, named: int = NAMED) -> Iterator[Make]:
    """Lend a function that makes and writes a whole bundle to an office; figures, observations, families by name."""
    with TemporaryDirectory(prefix="kimdesk-") as place:
        _enrol(desk, Path(place) / "stelle")
        chosen = dict.fromkeys(_consenting(desk, named), exchange.PURPOSES[0])
        period = exchange.Period(start=desk.today.replace(month=1, day=1), end=desk.today)
        numbers = count()

        def make() -> exchange.WrittenBundle:
            prepared = exchange.prepare_bundle(desk, "musterland", period=period, named=chosen)
            return exchange.write_bundle(desk, prepared, Path(place) / f"{next(numbers)}.kimb")

        yield make


def _enrol(desk: Desk, folder: Path) -> None:
    secret = secrets.token_hex(16)
    new = NewOffice(folder=folder, label=OFFICE, short_name="musterland", district="05566", passphrase=secret)
    with create_office(desk.services, new)[0] as office:
        grant, _ = enrol(office, exchange.enrol_request(desk, "Messung"), exchange.own_words(desk))
        exchange.accept_grant(desk, grant, office.words)


def _consenting(desk: Desk, number: int) -> list[RecordId]:
    """Let everybody in the first families agree to being named, and return these families."""
    rows = families.rows(desk, families.order(desk)[: min(number, PAGE)]).values()
    changes: list[Change] = []
    for row in rows:
        for person in desk.query.of_case(Person, row.id):
            values: dict[str, Value] = {
                "case": row.id,
                "person": person.id,
                "scope": "share_coordination_named",
                "recipient": OFFICE,
                "purpose": exchange.PURPOSES[0],
                "categories": frozenset(CATEGORIES),
                "direction": "out",
                "given_on": desk.today - dt.timedelta(days=1),
            }
            changes.append(Create("consent", new_id(desk.clock), values))
    desk.apply(*changes, undoable=False)
    return [row.id for row in rows]


def bundle_row(make: Make, named: int = NAMED, *, rounds: int = ROUNDS) -> Measured:
    """Measure from the question what may leave until the file was read back."""
    size = make().size
    found = times(make, rounds)
    return Measured(
        row="bundle",
        median_ms=1000 * statistics.median(found),
        p95_ms=1000 * p95(found),
        informative_ms=BUNDLE_MS,
        note=f"{size / 1024:.0f} KiB: figures, observations, {named} families by name; gate, seal, fsync, read back",
    )
