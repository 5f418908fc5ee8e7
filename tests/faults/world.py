"""A folder with a desk, its office, a stick with files that came or wait to be sent, and one backup.

What operations on it have in common: how they begin and end, and how their outcome is judged.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from kimdesk.app.compose import services as build_services
from kimdesk.base.clock import FixedClock
from kimdesk.casework import attachments, backups, casefile, exchange
from kimdesk.casework.desk import Desk, Services, open_desk
from kimdesk.casework.editing import keep
from kimdesk.casework.families import NewFamily, create_family
from kimdesk.casework.health import check_vault
from kimdesk.domain.records import Case, Person
from kimdesk.domain.views.drafts import Draft
from kimdesk.office.imports import import_bundle
from kimdesk.office.office import Office, open_office
from kimdesk.office.receipts import receipts
from tests.faults.failing import REMAINS
from tests.support import casefiles
from tests.support.districts import add_cases, introduce, make_desk, make_office, observe, send
from tests.support.vaults import CHEAP, PASSPHRASE

EARLIER = FixedClock.at(dt.date(2026, 11, 16))
TODAY = FixedClock.at(dt.date(2026, 11, 20))
NEW_PASSPHRASE = "kanne falter ufer nebel dorn pilz"
NUMBER = "KD-2026-10000"
IMPORTED = ("KD-2026-00001", "KD-2026-00002")
TYPED = "Die Familie sucht eine größere Wohnung."
MENDED = {"check.slots_main", "check.slots_spare"}
"""Findings that the opening that tells them has mended already."""


@cache
def services() -> Services:
    """Return the program's services with a cheap key derivation."""
    return build_services(TODAY, CHEAP)


def make_world(world: Path) -> None:
    """Make everything the operations need."""
    stick = world / "stick"
    stick.mkdir()
    kit = build_services(EARLIER, CHEAP)
    with make_desk(kit, world / "tresor") as desk, make_office(kit, world / "amt") as office:
        introduce(desk, office)
        create_family(desk, NewFamily(given_name="E 0", case_number=NUMBER))
        add_cases(desk, 2)
        observe(desk)
        casefile.import_case(desk, casefile.read_case(desk, casefiles.case(7, contacts=1)))
        case = case_of(desk)
        attachments.keep(desk, b"Brief" * 500, mime="text/plain", record=case.id)
        keep(desk, Draft(kind="case", record=case.id, field="wish", text=TYPED))
        send(desk, stick / "erstes.kimb")
        import_bundle(office, stick / "erstes.kimb")
        (receipt,) = receipts(office, stick)
        receipt.path.rename(stick / "antwort.kimb")
        add_cases(desk, 1)
        observe(desk, "Wartezeit auf einen Termin: sechs Wochen.")
        send(desk, stick / "zweites.kimb")
        exchange.save_request(desk, "Laptop 3", stick / "anmeldung.kimr")
        (world / "words").write_text(exchange.own_words(desk), "utf-8")
        backups.back_up(desk, _made(world / "sicherungen"))
    casefiles.write(stick / "faelle.json", [casefiles.case(1, contacts=1), casefiles.case(2, contacts=1)])


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder


def case_of(desk: Desk) -> Case:
    return next(each for each in desk.query.every(Case) if each.case_number == NUMBER)


def person_of(desk: Desk) -> Person:
    case = case_of(desk)
    return next(each for each in desk.query.every(Person) if each.case == case.id)


def look_through(vault: Path, passphrase: str = PASSPHRASE) -> Iterator[str]:
    """Yield what `vault check` finds, but for mere notices and what the opening has mended already."""
    for finding in check_vault(services(), vault, passphrase):
        if finding.code not in MENDED and finding.severity != "notice":
            yield f"vault check: {finding.code}"


class AtTheDesk:
    """Operations on the open desk."""

    name = ""
    passphrase = PASSPHRASE

    def enter(self, world: Path) -> Any:
        """Open the desk; a reader is there already."""
        desk = open_desk(services(), world / "tresor", PASSPHRASE)
        desk.query.every(Case)
        return desk

    def leave(self, ready: Any) -> None:
        """Close it."""
        ready.close()

    def judge(self, world: Path, *, acknowledged: bool) -> Iterator[str]:
        """Look through the vault and ask what the operation itself promises."""
        yield from self._sound(world)
        with open_desk(services(), world / "tresor", self._opening(world)) as desk:
            yield from self.promises(world, desk, acknowledged=acknowledged)
            typed = [draft.text for draft in desk.query.drafts(case_of(desk).id)] + [case_of(desk).wish]
            if TYPED not in typed:
                yield "what had been typed is gone"
        yield from (f"{REMAINS}: {each}" for each in self.remains(world))

    def promises(self, world: Path, desk: Desk, *, acknowledged: bool) -> Iterator[str]:
        """Yield what is not as promised."""
        yield from ()

    def remains(self, world: Path) -> Iterator[str]:
        """Yield files nobody needs and nobody clears away."""
        for path in world.rglob("*"):
            if path.name.endswith((".part", ".unfertig")) and "quarantine" not in path.parts:
                yield path.suffix

    def _opening(self, world: Path) -> str:
        return PASSPHRASE

    def _sound(self, world: Path) -> Iterator[str]:
        yield from look_through(world / "tresor", self._opening(world))


class Writing(AtTheDesk):
    """Operations that write one file onto the stick."""

    file = ""

    def promises(self, world: Path, desk: Desk, *, acknowledged: bool) -> Iterator[str]:
        """The file is whole, or not there."""
        path = world / "stick" / self.file
        if path.exists():
            if not self.whole(path):
                yield f"half of {self.file}"
        elif acknowledged:
            yield f"{self.file} is gone"

    def whole(self, path: Path) -> bool:
        """Tell whether the file is all there."""
        raise NotImplementedError


class AtTheOffice(AtTheDesk):
    """Operations on the open office."""

    def enter(self, world: Path) -> Any:
        """Open the office."""
        return open_office(services(), world / "amt", PASSPHRASE)

    def judge(self, world: Path, *, acknowledged: bool) -> Iterator[str]:
        """Look through the office's vault and ask what the operation itself promises."""
        yield from look_through(world / "amt")
        with open_office(services(), world / "amt", PASSPHRASE) as office:
            yield from self.kept(world, office, acknowledged=acknowledged)
        yield from (f"{REMAINS}: {each}" for each in self.remains(world))

    def kept(self, world: Path, office: Office, *, acknowledged: bool) -> Iterator[str]:
        """Yield what is not as promised."""
        yield from ()
