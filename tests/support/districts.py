"""A desk and an office that know each other, in real vaults."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from kimdesk.base.ids import RecordId, new_id
from kimdesk.casework import exchange
from kimdesk.casework.desk import Desk, NewDesk, Services, create_desk, open_desk
from kimdesk.domain.changes import Create
from kimdesk.domain.declare import Code
from kimdesk.domain.figures import Period, Table
from kimdesk.domain.values import Value
from kimdesk.domain.views.exchange import Head, StreamHead
from kimdesk.domain.wire import figure_record
from kimdesk.office.enrolment import enrol
from kimdesk.office.office import NewOffice, Office, create_office, open_office
from kimdesk.store.district import Imported
from tests.support.vaults import PASSPHRASE, PROFILE

PERIOD = Period(start=dt.date(2026, 1, 1), end=dt.date(2026, 12, 31))


def make_desk(services: Services, folder: Path) -> Desk:
    """Return a fresh open desk."""
    return create_desk(services, NewDesk(folder=folder, label="Tresor", passphrase=PASSPHRASE, profile=PROFILE))[0]


def make_office(
    services: Services, folder: Path, short_name: str = "steinfurt", label: str = "Kreis Steinfurt"
) -> Office:
    """Return a fresh open office."""
    new = NewOffice(folder=folder, label=label, short_name=short_name, district="05566", passphrase=PASSPHRASE)
    return create_office(services, new)[0]


def introduce(desk: Desk, office: Office, label: str = "Laptop 3") -> None:
    """Enrol a desk with an office, words compared on both sides."""
    grant, _ = enrol(office, exchange.enrol_request(desk, label), exchange.own_words(desk))
    exchange.accept_grant(desk, grant, office.words)


def add_cases(desk: Desk, number: int, *, persons: int = 1, phase: str = "planning") -> None:
    """Add cases that are active in 2026, each with some persons born 1990 and one contact."""
    for place in range(number):
        case = new_id(desk.clock)
        changes = [
            Create(
                "case",
                case,
                {
                    "case_number": f"KD-{case.hex()[-6:]}-{place}",
                    "first_contact": dt.date(2026, 2, 1),
                    "phase": Code(phase),
                },
            )
        ]
        changes += [
            Create("person", new_id(desk.clock), {"case": case, "given_name": "Vera", "birth_date": "1990"})
            for _ in range(persons)
        ]
        changes.append(
            Create(
                "contact",
                new_id(desk.clock),
                {"case": case, "date": dt.date(2026, 3, 1), "form": Code("home_visit")},
            )
        )
        desk.apply(*changes)


def observe(desk: Desk, description: str = "Kein Kursplatz für EU-Bürgerinnen.") -> RecordId:
    """Add a structural observation."""
    record = new_id(desk.clock)
    values: dict[str, Value] = {"date": dt.date(2026, 6, 10), "topic": Code("language"), "description": description}
    desk.apply(Create("structural_observation", record, values))
    return record


def send(desk: Desk, path: Path, short_name: str = "steinfurt") -> exchange.WrittenBundle:
    """Write what is due to an office."""
    prepared = exchange.prepare_bundle(desk, short_name, period=PERIOD)
    return exchange.write_bundle(desk, prepared, path)


@dataclass
class Pair:
    """A desk and its office."""

    desk: Desk
    office: Office
    folder: Path


_introduced: list[Path] = []
"""The folder with a closed desk and a closed office that know each other, made by the first test that wants them."""


def _template(services: Services, factory: pytest.TempPathFactory) -> Path:
    if not _introduced:
        place = factory.mktemp("introduced")
        with make_desk(services, place / "desk") as desk, make_office(services, place / "office") as office:
            introduce(desk, office)
        _introduced.append(place)
    return _introduced[0]


@pytest.fixture
def pair(services: Services, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pair]:
    """Return a desk and an office that know each other; closed after the test. Copies are opened faster than made."""
    place = _template(services, tmp_path_factory)
    for name in ("desk", "office"):
        shutil.copytree(place / name, tmp_path / name)
    desk = open_desk(services, tmp_path / "desk", PASSPHRASE)
    with desk, open_office(services, tmp_path / "office", PASSPHRASE) as office:
        stick = tmp_path / "stick"
        stick.mkdir()
        yield Pair(desk, office, stick)


def settle(pair: Pair, desks: list[tuple[str, int]], number: str = "F1", period: Period = PERIOD) -> None:
    """Let desks of these places have sent so many cases."""
    partner = pair.office.post.ledger.partners()[0]
    for at, (place, count) in enumerate(desks):
        key = bytes([at + 1]) * 32
        known = replace(partner, fingerprint=key, key_id=key[:8], short_name=f"desk-{at}", place=place or None)
        pair.office.post.ledger.keep_partner(known)
        cells = (("start", 0), ("new", count), ("closed", 0), ("end", count)) if number == "F1" else (("27–44", count),)
        value = figure_record(Table(number=number, cells=cells), period)
        first, last = period.start.isoformat(), period.end.isoformat()
        row = Imported(partner=key, contents="figures", value=value, first_day=first, last_day=last)
        pair.office.post.district.put([row], StreamHead(bytes(16), Head(1, bytes(32))))
