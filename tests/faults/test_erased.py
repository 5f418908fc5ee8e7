"""A file that goes for good: whatever moment the power goes, it is whole with its key, or its key is gone."""

from __future__ import annotations

import hashlib
import random
import shutil
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

import pytest

from kimdesk.app.compose import services
from kimdesk.base.clock import FixedClock
from kimdesk.base.errors import KimError
from kimdesk.casework import erasing
from kimdesk.casework.attaching import enter, take_data
from kimdesk.casework.desk import Desk, NewDesk, create_desk, open_desk
from kimdesk.casework.families import NewFamily, create_family
from kimdesk.casework.family import delete
from kimdesk.casework.health import check_vault
from kimdesk.store import unneeded
from kimdesk.store.blobs import every_blob
from tests.faults import database_tap
from tests.faults.crash import Report
from tests.faults.day import DAY
from tests.faults.disk import MODELS, Disk
from tests.faults.events import Event, Said
from tests.faults.recording import Say, by_taps
from tests.faults.tallying import Tally
from tests.support.vaults import CHEAP, PASSPHRASE, PROFILE

pytestmark = pytest.mark.skipif(not database_tap.AVAILABLE, reason="the database library shows no symbols here")
SERVICES = services(FixedClock.at(DAY), CHEAP)
FILES = 3
"""So many are taken in; all but the first are removed."""


def work(folder: Path, say: Say) -> None:
    """Take files in, remove all but one, and erase them another day."""
    new = NewDesk(folder=folder / "tresor", label="Tresor", passphrase=PASSPHRASE, profile=PROFILE)
    with create_desk(SERVICES, new)[0] as desk:
        case = create_family(desk, NewFamily(given_name="Elena", case_number="KD-2026-10000"))
        files = [enter(desk, case, take_data(desk, letter(each), "Brief.txt")).record for each in range(FILES)]
        for record in files[1:]:
            delete(desk, "attachment", record)
    with open_desk(SERVICES, new.folder, PASSPHRASE) as desk:
        say("removed")
        erasing.erase(desk, at_once=True)
        say("erased")


def letter(number: int) -> bytes:
    return f"Brief {number}".encode() * 3_000


def findings(vault: Path, said: Sequence[str], report: Report) -> Iterator[str]:
    """Yield what is lost, torn, or still has its key after it was said to be gone."""
    try:
        yield from (each.code for each in check_vault(SERVICES, vault, PASSPHRASE) if each.severity != "notice")
        with open_desk(SERVICES, vault, PASSPHRASE) as desk:
            report.opened += 1
            with desk.query.connection() as conn:
                rows = every_blob(conn, desk.store.tables)
            for row in rows:
                report.facts += 1
                if hashlib.sha256(desk.vault.blobs().read(row.id.hex(), row.key)).digest() != row.sha256:
                    yield "a file is altered"
            if len(rows) not in {1, FILES}:
                yield "some went and some did not"
            if "erased" in said and len(rows) != 1:
                yield "what was erased still has its key"
    except KimError as error:
        yield f"cannot be read: {error.code}"


def crashed(events: Sequence[Event], place: Path, tally: Tally, number: int) -> Report:
    """Crash at moments from the erasing on, in each of the ways."""
    begun = next(at for at, event in enumerate(events) if isinstance(event, Said) and event.text == "removed")
    chance, report, disk, done = random.Random(tally.seed), Report(), Disk(), 0
    possible = range(begun + 1, len(events) + 1)
    for moment in sorted(chance.sample(possible, min(number, len(possible)))):
        for event in events[done:moment]:
            disk.take(event)
        done = moment
        for model in MODELS:
            image = place / "image"
            image.mkdir()
            disk.leave(image, model, chance)
            report.found += [
                f"{model} after {moment}: {each}" for each in findings(image / "tresor", disk.said, report)
            ]
            report.images += 1
            shutil.rmtree(image)
    return report


@pytest.fixture
def recorded(scratch: Path) -> list[Event]:
    (scratch / "day").mkdir()
    return by_taps(scratch / "day", work)


def told(report: Report) -> dict[str, int]:
    counts = {"images": report.images, "opened": report.opened, "facts compared": report.facts}
    return {**counts, "lost or torn": len(report.found)}


def test_a_file_goes_with_its_key_or_not_at_all(recorded: list[Event], scratch: Path, tally: Tally) -> None:
    report = crashed(recorded, scratch, tally, 5)
    tally("5 moments of erasing x kill, drop, rand", told(report))
    assert report.found == []
    assert report.opened == report.images


@pytest.mark.slow
def test_a_file_goes_with_its_key_or_not_at_all_at_every_moment(
    recorded: list[Event], scratch: Path, tally: Tally
) -> None:
    report = crashed(recorded, scratch, tally, tally.portion(1_000))
    tally("every moment of erasing x kill, drop, rand", told(report))
    assert report.found == []


def hasty(desk: Desk, blobs: Collection[bytes], before_ms: int | None) -> list[str]:
    for blob in blobs:
        desk.vault.blobs().delete(blob.hex())
    return unneeded.drop_erasable(desk, blobs, before_ms)


def test_bytes_that_go_before_their_key_are_found_out(
    scratch: Path, tally: Tally, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(erasing, "drop_erasable", hasty)
    (scratch / "day").mkdir()
    report = crashed(by_taps(scratch / "day", work), scratch, tally, 5)
    tally("bytes go before their key", told(report), sabotaged=True)
    assert any("missing" in each for each in report.found)
