"""What the program does with files, each as an operation that faults can disturb and whose outcome can be judged.

The world is a folder with a desk, its office, a stick with files that came or wait to be sent, and one backup.
"""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kimdesk.app.compose import services as build_services
from kimdesk.base.clock import FixedClock
from kimdesk.base.errors import KimError, UserProblem
from kimdesk.casework import attachments, backups, casefile, exchange, leaving, printing, ways
from kimdesk.casework.desk import Desk, NewDesk, Services, create_desk, open_desk
from kimdesk.casework.editing import keep, settle_all
from kimdesk.casework.families import NewFamily, create_family
from kimdesk.casework.health import check_vault
from kimdesk.casework.plans import Signing
from kimdesk.casework.recovery_sheet import keep_sheet
from kimdesk.domain.changes import Set
from kimdesk.domain.declare import Code
from kimdesk.domain.records import Case, Person, SupportPlan
from kimdesk.domain.views.drafts import Draft
from kimdesk.office.enrolment import enrol_file
from kimdesk.office.imports import import_bundle
from kimdesk.office.office import Office, open_office
from kimdesk.office.receipts import receipts
from kimdesk.vault import safety
from kimdesk.vault.backup import backups_in, verify_files
from tests.faults.failing import REMAINS
from tests.support import casefiles
from tests.support.districts import PERIOD, add_cases, introduce, make_desk, make_office, observe, send
from tests.support.vaults import CHEAP, PASSPHRASE, PROFILE

EARLIER = FixedClock.at(dt.date(2026, 11, 16))
TODAY = FixedClock.at(dt.date(2026, 11, 20))
NEW_PASSPHRASE = "kanne falter ufer nebel dorn pilz"
NUMBER = "KD-2026-10000"
IMPORTED = ("KD-2026-00001", "KD-2026-00002")
TYPED = "Die Familie sucht eine größere Wohnung."
MENDED = {"check.slots_main", "check.slots_spare"}
"""Findings that the opening that tells them has mended already."""


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
        case = _case(desk)
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


def _case(desk: Desk) -> Case:
    return next(each for each in desk.query.every(Case) if each.case_number == NUMBER)


def _person(desk: Desk) -> Person:
    case = _case(desk)
    return next(each for each in desk.query.every(Person) if each.case == case.id)


def _found(vault: Path, passphrase: str = PASSPHRASE) -> Iterator[str]:
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
            typed = [draft.text for draft in desk.query.drafts(_case(desk).id)] + [_case(desk).wish]
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
        yield from _found(world / "tresor", self._opening(world))


class Save(AtTheDesk):
    """Two records in one transaction."""

    name = "save"

    def act(self, world: Path, ready: Any) -> None:
        """Write both."""
        case, person = _case(ready), _person(ready)
        ready.apply(Set("case", case.id, "strengths", "1"), Set("person", person.id, "given_name", "E 1"))

    def promises(self, world: Path, desk: Desk, *, acknowledged: bool) -> Iterator[str]:
        """Both or neither."""
        there = _case(desk).strengths, _person(desk).given_name
        if there not in {(None, "E 0"), ("1", "E 1")}:
            yield "a torn transaction"
        if acknowledged and there[0] is None:
            yield "the acknowledged change is gone"


class Type(AtTheDesk):
    """A draft."""

    name = "type"

    def act(self, world: Path, ready: Any) -> None:
        """Keep it."""
        keep(ready, Draft(kind="case", record=_case(ready).id, field="concern", text="Anliegen"))

    def promises(self, world: Path, desk: Desk, *, acknowledged: bool) -> Iterator[str]:
        """It is there."""
        if acknowledged and "Anliegen" not in [draft.text for draft in desk.query.drafts(_case(desk).id)]:
            yield "an acknowledged keystroke is gone"


class Lock(AtTheDesk):
    """What was typed becomes a change, and the vault is closed."""

    name = "lock"

    def act(self, world: Path, ready: Any) -> None:
        """Settle and close."""
        try:
            settle_all(ready)
        finally:
            ready.close()

    def promises(self, world: Path, desk: Desk, *, acknowledged: bool) -> Iterator[str]:
        """What was typed is a change now."""
        if acknowledged and _case(desk).wish != TYPED:
            yield "what was typed did not become a change"


class Open(AtTheDesk):
    """Unlocking."""

    name = "open"

    def enter(self, world: Path) -> Any:
        """Nothing is open yet; `act` leaves the desk here."""
        return []

    def act(self, world: Path, ready: Any) -> None:
        """Open and read."""
        ready.append(open_desk(services(), world / "tresor", PASSPHRASE))
        ready[0].query.every(Case)

    def leave(self, ready: Any) -> None:
        """Close it where it opened."""
        for desk in ready:
            desk.close()


class Check(AtTheDesk):
    """`vault check`."""

    name = "check"

    def enter(self, world: Path) -> Any:
        """Nothing to open."""
        return contextlib.ExitStack()

    def act(self, world: Path, ready: Any) -> None:
        """Look through the vault."""
        check_vault(services(), world / "tresor", PASSPHRASE)


class Import(AtTheDesk):
    """A case file, case by case."""

    name = "import"

    def act(self, world: Path, ready: Any) -> None:
        """Read the file and write its cases."""
        for told in casefile.cases_in(leaving.read_case_file(world / "stick" / "faelle.json")):
            casefile.import_case(ready, casefile.read_case(ready, told))

    def promises(self, world: Path, desk: Desk, *, acknowledged: bool) -> Iterator[str]:
        """Each case whole or not there; all of them where acknowledged."""
        for place, number in enumerate(IMPORTED, start=1):
            if desk.query.case_by_number(number) is None:
                if acknowledged:
                    yield f"{number} is gone"
                continue
            found = dict(casefiles.values(casefile.shown(desk, number)))
            wanted = dict(casefiles.values(casefiles.case(place, contacts=1)))
            if any(found.get(key) != value for key, value in wanted.items()):
                yield f"half of {number}"


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


class Export(Writing):
    """A case file that leaves."""

    name = "export"
    file = "hinaus.json"

    def act(self, world: Path, ready: Any) -> None:
        """Write it."""
        leaving.save_cases([casefile.shown(ready, "KD-2026-00007")], world / "stick" / self.file)

    def whole(self, path: Path) -> bool:
        """Its JSON ends."""
        return path.read_bytes().endswith(b"}")


class Send(Writing):
    """A bundle for the office."""

    name = "send"
    file = "drittes.kimb"

    def act(self, world: Path, ready: Any) -> None:
        """Prepare and write it."""
        prepared = exchange.prepare_bundle(ready, "steinfurt", period=PERIOD)
        exchange.write_bundle(ready, prepared, world / "stick" / self.file)

    def whole(self, path: Path) -> bool:
        """Its signature holds to the last byte."""
        with contextlib.suppress(KimError):
            return exchange.verify(path).kind == "sync"
        return False


class Ask(Writing):
    """A request to be enrolled."""

    name = "enrol"
    file = "nochmal.kimr"

    def act(self, world: Path, ready: Any) -> None:
        """Write it."""
        exchange.save_request(ready, "Laptop 3", world / "stick" / self.file)

    def whole(self, path: Path) -> bool:
        """Its signature holds."""
        with contextlib.suppress(KimError):
            return exchange.verify(path).kind == "request"
        return False


class PrintToFile(Writing):
    """A plan saved as a PDF."""

    name = "print to file"
    file = "plan.pdf"

    def enter(self, world: Path) -> Any:
        """The plan is laid out already."""
        desk = open_desk(services(), world / "tresor", PASSPHRASE)
        plan = desk.query.every(SupportPlan)[0]
        return desk, printing.prepare_plan(desk, plan.id, printing.PrintOrder())

    def act(self, world: Path, ready: Any) -> None:
        """Save it."""
        printing.save(ready[1], world / "stick" / self.file)

    def leave(self, ready: Any) -> None:
        """Close the desk."""
        ready[0].close()

    def whole(self, path: Path) -> bool:
        """Its end is there."""
        return path.read_bytes().rstrip().endswith(b"%%EOF")


class Receive(AtTheDesk):
    """The office's receipt."""

    name = "receive"

    def act(self, world: Path, ready: Any) -> None:
        """Take it in."""
        exchange.receive(ready, world / "stick" / "antwort.kimb")

    def promises(self, world: Path, desk: Desk, *, acknowledged: bool) -> Iterator[str]:
        """The first bundle has arrived; its items stand at the second one by now."""
        first = next(sent for sent in exchange.history(desk) if sent.seq == 1)
        if acknowledged and first.arrived_at is None:
            yield "the receipt is gone"


class ChangePassphrase(AtTheDesk):
    """A new passphrase."""

    name = "change the passphrase"

    def enter(self, world: Path) -> Any:
        """Open with whichever is in force."""
        return open_desk(services(), world / "tresor", self._opening(world))

    def act(self, world: Path, ready: Any) -> None:
        """Change it."""
        ways.change_passphrase(ready, NEW_PASSPHRASE)

    def judge(self, world: Path, *, acknowledged: bool) -> Iterator[str]:
        """Exactly one passphrase opens, the new one where acknowledged."""
        opening = [each for each in (PASSPHRASE, NEW_PASSPHRASE) if self._opens(world, each)]
        if len(opening) != 1:
            yield f"{len(opening)} passphrases open"
        if acknowledged and opening != [NEW_PASSPHRASE]:
            yield "the new passphrase does not open"
        yield from super().judge(world, acknowledged=acknowledged)

    def _opening(self, world: Path) -> str:
        return PASSPHRASE if self._opens(world, PASSPHRASE) else NEW_PASSPHRASE

    def _opens(self, world: Path, passphrase: str) -> bool:
        with contextlib.suppress(UserProblem):
            open_desk(services(), world / "tresor", passphrase).close()
            return True
        return False


class ChangeKey(ChangePassphrase):
    """Another vault key, with a fresh passphrase."""

    name = "change the vault key"

    def enter(self, world: Path) -> Any:
        """The vault is closed; the passphrase in force is looked up."""
        return self._opening(world)

    def act(self, world: Path, ready: Any) -> None:
        """Change it."""
        ways.change_vault_key(services(), world / "tresor", ready, NEW_PASSPHRASE)

    def leave(self, ready: Any) -> None:
        """Nothing is open."""


class CopyBefore(AtTheDesk):
    """The copy made before an import."""

    name = "copy before"

    def act(self, world: Path, ready: Any) -> None:
        """Make it."""
        ready.store.copy_before("import")

    def promises(self, world: Path, desk: Desk, *, acknowledged: bool) -> Iterator[str]:
        """Every copy that counts is whole."""
        found = safety.copies(world / "tresor")
        if acknowledged and not found:
            yield "the copy is gone"
        for each in found:
            verify_files(each.folder)


class Attach(AtTheDesk):
    """An attachment."""

    name = "attach"

    def act(self, world: Path, ready: Any) -> None:
        """Store it."""
        attachments.keep(ready, b"Foto" * 30_000, mime="image/jpeg", record=_case(ready).id)

    def promises(self, world: Path, desk: Desk, *, acknowledged: bool) -> Iterator[str]:
        """Its row is there, and each row's file can be read (`vault check` has looked)."""
        with desk.query.connection() as conn:
            rows = conn.exec_driver_sql("SELECT count(*) FROM blob WHERE mime='image/jpeg'").scalar_one()
        if acknowledged and rows == 0:
            yield "the attachment is gone"


class Sign(AtTheDesk):
    """A plan is signed: its PDF is stored, the record frozen."""

    name = "sign"

    def act(self, world: Path, ready: Any) -> None:
        """Sign it."""
        plan = ready.query.every(SupportPlan)[0]
        signing = Signing(day=dt.date(2026, 11, 20), form=Code("paper"))
        printing.sign_plan(ready, plan.id, signing, printing.PrintOrder())

    def promises(self, world: Path, desk: Desk, *, acknowledged: bool) -> Iterator[str]:
        """A signed plan has its file."""
        plan = desk.query.every(SupportPlan)[0]
        if (plan.signed_on is None) != (plan.pdf is None):
            yield "half signed"
        if acknowledged and plan.pdf is None:
            yield "the signature is gone"


class BackUp(AtTheDesk):
    """A backup."""

    name = "back up"

    def act(self, world: Path, ready: Any) -> None:
        """Make it."""
        backups.back_up(ready, world / "sicherungen")

    def promises(self, world: Path, desk: Desk, *, acknowledged: bool) -> Iterator[str]:
        """Every backup that counts is whole; one more where acknowledged."""
        found = backups_in(world / "sicherungen")
        for each in found:
            try:
                verify_files(each.folder)
            except KimError as error:
                yield f"a backup that counts is not whole: {error.code}"
        if not found or (acknowledged and len(found) < 2):
            yield "a backup is gone"


class Restore(AtTheDesk):
    """A backup becomes a vault again."""

    name = "restore"

    def enter(self, world: Path) -> Any:
        """The backup's folder."""
        return backups_in(world / "sicherungen")[0].folder

    def act(self, world: Path, ready: Any) -> None:
        """Restore it."""
        backups.restore(services(), ready, world / "wieder", PASSPHRASE)

    def leave(self, ready: Any) -> None:
        """Nothing is open."""

    def promises(self, world: Path, desk: Desk, *, acknowledged: bool) -> Iterator[str]:
        """The restored vault is whole or not there, and the backup is as it was."""
        verify_files(backups_in(world / "sicherungen")[0].folder)
        if not (world / "wieder" / "Tresor.kimvault").exists():
            if acknowledged:
                yield "the restored vault is gone"
            return
        yield from _found(world / "wieder")


class Drill(Restore):
    """A backup is tried out."""

    name = "drill"

    def act(self, world: Path, ready: Any) -> None:
        """Try it."""
        backups.drill(services(), ready, world, PASSPHRASE)

    def promises(self, world: Path, desk: Desk, *, acknowledged: bool) -> Iterator[str]:
        """The backup is as it was, and the trial is gone."""
        verify_files(backups_in(world / "sicherungen")[0].folder)
        if acknowledged and list(world.glob("Probe *")):
            yield "the trial is still there"


class Found(AtTheDesk):
    """A new vault with its recovery sheet."""

    name = "create a vault"

    def enter(self, world: Path) -> Any:
        """Nothing is open yet."""
        return []

    def act(self, world: Path, ready: Any) -> None:
        """Create it and write its sheet."""
        new = NewDesk(folder=world / "neu", label="Neu", passphrase=PASSPHRASE, profile=PROFILE)
        ready.append(keep_sheet(create_desk(services(), new), world / "stick" / "blatt.pdf"))

    def leave(self, ready: Any) -> None:
        """Close it where it was made."""
        for desk in ready:
            desk.close()

    def promises(self, world: Path, desk: Desk, *, acknowledged: bool) -> Iterator[str]:
        """A vault with its sheet, or neither."""
        there = (world / "neu" / "Tresor.kimvault").exists()
        if acknowledged and not there:
            yield "the new vault is gone"
        if there:
            yield from _found(world / "neu")
            if not (world / "stick" / "blatt.pdf").exists():
                yield "a vault without its sheet"


class AtTheOffice(AtTheDesk):
    """Operations on the open office."""

    def enter(self, world: Path) -> Any:
        """Open the office."""
        return open_office(services(), world / "amt", PASSPHRASE)

    def judge(self, world: Path, *, acknowledged: bool) -> Iterator[str]:
        """Look through the office's vault and ask what the operation itself promises."""
        yield from _found(world / "amt")
        with open_office(services(), world / "amt", PASSPHRASE) as office:
            yield from self.kept(world, office, acknowledged=acknowledged)
        yield from (f"{REMAINS}: {each}" for each in self.remains(world))

    def kept(self, world: Path, office: Office, *, acknowledged: bool) -> Iterator[str]:
        """Yield what is not as promised."""
        yield from ()


class TakeOver(AtTheOffice):
    """A desk's bundle."""

    name = "take over"

    def act(self, world: Path, ready: Any) -> None:
        """Import it."""
        import_bundle(ready, world / "stick" / "zweites.kimb")

    def kept(self, world: Path, office: Office, *, acknowledged: bool) -> Iterator[str]:
        """Two bundles are there where acknowledged."""
        taken = len(list(office.post.ledger.taken()))
        if acknowledged and taken != 2:
            yield "the bundle is gone"


class Answer(AtTheOffice):
    """Receipts for what came."""

    name = "answer"

    def enter(self, world: Path) -> Any:
        """Open the office; a bundle waits for its answer."""
        office = open_office(services(), world / "amt", PASSPHRASE)
        import_bundle(office, world / "stick" / "zweites.kimb")
        return office

    def act(self, world: Path, ready: Any) -> None:
        """Write them."""
        receipts(ready, world / "stick")

    def kept(self, world: Path, office: Office, *, acknowledged: bool) -> Iterator[str]:
        """Every receipt is whole; there is one more where acknowledged."""
        found = 0
        for path in (world / "stick").glob("kim-*.kimb"):
            found += 1
            try:
                exchange.verify(path)
            except KimError as error:
                yield f"a receipt is not whole: {error.code}"
        if acknowledged and not found:
            yield "the receipt is gone"


class Admit(AtTheOffice):
    """A device's request is granted."""

    name = "admit"

    def act(self, world: Path, ready: Any) -> None:
        """Grant it."""
        words = (world / "words").read_text("utf-8")
        enrol_file(ready, world / "stick" / "anmeldung.kimr", words, world / "stick" / "zusage.kimg")

    def kept(self, world: Path, office: Office, *, acknowledged: bool) -> Iterator[str]:
        """The grant is whole, or not there."""
        path = world / "stick" / "zusage.kimg"
        if path.exists():
            exchange.grant_words(path)
        elif acknowledged:
            yield "the grant is gone"


OPERATIONS = (
    Save(),
    Type(),
    Lock(),
    Open(),
    Check(),
    Import(),
    Export(),
    Send(),
    Ask(),
    PrintToFile(),
    Receive(),
    ChangePassphrase(),
    ChangeKey(),
    CopyBefore(),
    Attach(),
    Sign(),
    BackUp(),
    Restore(),
    Drill(),
    Found(),
    TakeOver(),
    Answer(),
    Admit(),
)
