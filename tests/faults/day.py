"""`python -m tests.faults.day FOLDER`: a short working day, one line to standard output for everything acknowledged.

What it does touches every way the program stores something: founding, typing, saving, importing, attaching, a
new passphrase, printing to a file, a request on a stick, backups, restoring, locking, another vault key.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import sys
from pathlib import Path

from kimdesk.app.compose import services
from kimdesk.base.clock import FixedClock
from kimdesk.base.ids import RecordId
from kimdesk.casework import attachments, backups, casefile, exchange, printing, ways
from kimdesk.casework.desk import Desk, NewDesk, create_desk, open_desk
from kimdesk.casework.editing import keep, settle
from kimdesk.casework.families import NewFamily, create_family
from kimdesk.domain.changes import Set
from kimdesk.domain.records import Person, SupportPlan
from kimdesk.domain.views.drafts import Draft
from kimdesk.vault.backup import backups_in
from kimdesk.vault.files import sync_folder
from tests.faults.recording import Say
from tests.support import casefiles
from tests.support.vaults import CHEAP, PROFILE

DAY = dt.date(2026, 11, 20)
VAULT, STICK, BACKUPS, RESTORED = "tresor", "stick", "sicherungen", "wieder"
LABEL = "Laptop 3"
PASSPHRASES = ("pferd lampe seife wolke treppe", "kanne falter ufer nebel dorn", "igel brücke laterne salz pinsel")
ROUNDS = 2


def words(number: int) -> str:
    """Return what is typed, long enough to fill more than one page now and then."""
    return f"{number}: " + "Die Familie sucht eine größere Wohnung. " * (1 + number % 7 * 20)


def attachment(number: int) -> bytes:
    """Return the content of an attachment."""
    return f"Anhang {number}\n".encode() * (400 * number)


class _Day:
    def __init__(self, folder: Path, say: Say) -> None:
        self._folder = folder
        self._say = say
        self._clock = FixedClock.at(DAY)
        self._services = services(self._clock, CHEAP)
        self._saved = self._typed = self._passphrase = self._imported = 0

    def run(self) -> None:
        """Work through the day."""
        for name in (STICK, BACKUPS):
            (self._folder / name).mkdir()
        sync_folder(self._folder)
        new = NewDesk(folder=self._folder / VAULT, label="Tresor", passphrase=PASSPHRASES[0], profile=PROFILE)
        desk, _ = create_desk(self._services, new)
        self._say("created")
        case = create_family(desk, NewFamily(given_name="Elena 0", case_number="KD-2026-10000"))
        person = next(each for each in desk.query.every(Person))
        for number in range(ROUNDS):
            with desk:
                self._round(desk, case, person.id, number)
            self._say("locked")
            if number + 1 == ROUNDS:
                self._restore()
                self._change_key()
            desk = open_desk(self._services, self._folder / VAULT, PASSPHRASES[self._passphrase])
        desk.close()

    def _round(self, desk: Desk, case: RecordId, person: RecordId, number: int) -> None:
        for _ in range(3):
            self._save(desk, case, person)
        for _ in range(3):
            self._type(desk, case)
        settle(desk, "case", case)
        self._import(desk)
        self._attach(desk, case, number)
        if number + 1 < ROUNDS:
            self._change_passphrase(desk)
        self._request(desk, number)
        self._print(desk, number)
        self._back_up(desk)

    def _save(self, desk: Desk, case: RecordId, person: RecordId) -> None:
        """Write two records in one transaction; both carry the same number."""
        self._saved += 1
        desk.apply(
            Set("case", case, "strengths", words(self._saved)), Set("person", person, "given_name", f"E {self._saved}")
        )
        self._say(f"saved {self._saved}")

    def _type(self, desk: Desk, case: RecordId) -> None:
        self._typed += 1
        keep(desk, Draft(kind="case", record=case, field="wish", text=words(self._typed)))
        self._say(f"typed {self._typed}")

    def _import(self, desk: Desk) -> None:
        for _ in range(2):
            told = casefiles.case(self._imported, contacts=3)
            casefile.import_case(desk, casefile.read_case(desk, told))
            self._say(f"imported {told['case_number']}")
            self._imported += 1

    def _attach(self, desk: Desk, case: RecordId, number: int) -> None:
        row = attachments.keep(desk, attachment(number + 1), mime="text/plain", record=case)
        self._say(f"attached {row.id.hex()} {row.sha256.hex()}")

    def _change_passphrase(self, desk: Desk) -> None:
        self._passphrase += 1
        desk.vault.set_passphrase(PASSPHRASES[self._passphrase], clock=desk.clock, policy=CHEAP)
        self._say(f"passphrase {self._passphrase}")

    def _change_key(self) -> None:
        """Another vault key under everything, and a fresh passphrase."""
        old, self._passphrase = PASSPHRASES[self._passphrase], self._passphrase + 1
        ways.change_vault_key(self._services, self._folder / VAULT, old, PASSPHRASES[self._passphrase])
        self._say(f"passphrase {self._passphrase}")

    def _back_up(self, desk: Desk) -> None:
        made = backups.back_up(desk, self._folder / BACKUPS)
        self._clock.advance(days=1)
        self._say(f"backed up {made.folder.name}")

    def _restore(self) -> None:
        newest = backups_in(self._folder / BACKUPS)[0].folder
        passphrase = PASSPHRASES[self._passphrase]
        backups.restore(self._services, newest, self._folder / RESTORED, passphrase)
        self._say(f"restored {self._passphrase}")

    def _request(self, desk: Desk, number: int) -> None:
        """Put an enrolment request on the stick, as every file that leaves is put there."""
        name = f"anmeldung-{number}.kimr"
        exchange.save_request(desk, LABEL, self._folder / STICK / name)
        content = (self._folder / STICK / name).read_bytes()
        self._say(f"written {name} {hashlib.sha256(content).hexdigest()}")

    def _print(self, desk: Desk, number: int) -> None:
        plan = desk.query.every(SupportPlan)[number]
        prepared = printing.prepare_plan(desk, plan.id, printing.PrintOrder())
        name = f"plan-{number}.pdf"
        printing.save(prepared, self._folder / STICK / name)
        self._say(f"written {name} {prepared.pdf.sha256}")


def work(folder: Path, say: Say) -> None:
    """Do the day's work in an empty folder."""
    _Day(folder, say).run()


def _say_aloud(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    work(Path(sys.argv[1]), _say_aloud)
