"""What the program does with files, each as an operation that faults can disturb and whose outcome can be judged."""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kimdesk.base.errors import KimError
from kimdesk.casework import attachments, casefile, exchange, leaving, printing
from kimdesk.casework.desk import Desk, open_desk
from kimdesk.casework.editing import keep, settle_all
from kimdesk.casework.plans import Signing
from kimdesk.domain.changes import Set
from kimdesk.domain.declare import Code
from kimdesk.domain.records import SupportPlan
from kimdesk.domain.views.drafts import Draft
from kimdesk.office.enrolment import enrol_file
from kimdesk.office.imports import import_bundle
from kimdesk.office.office import Office, open_office
from kimdesk.office.receipts import receipts
from tests.faults.operations_files import EmptyCard, Erase, GiveAway, TakeIn
from tests.faults.operations_vault import (
    BackUp,
    ChangeKey,
    ChangePassphrase,
    Check,
    CopyBefore,
    Drill,
    Found,
    Open,
    Restore,
)
from tests.faults.world import IMPORTED, TYPED, AtTheDesk, AtTheOffice, Writing, case_of, person_of, services
from tests.support import casefiles
from tests.support.districts import PERIOD
from tests.support.vaults import PASSPHRASE


class Save(AtTheDesk):
    """Two records in one transaction."""

    name = "save"

    def act(self, world: Path, ready: Any) -> None:
        """Write both."""
        case, person = case_of(ready), person_of(ready)
        ready.apply(Set("case", case.id, "strengths", "1"), Set("person", person.id, "given_name", "E 1"))

    def promises(self, world: Path, desk: Desk, *, acknowledged: bool) -> Iterator[str]:
        """Both or neither."""
        there = case_of(desk).strengths, person_of(desk).given_name
        if there not in {(None, "E 0"), ("1", "E 1")}:
            yield "a torn transaction"
        if acknowledged and there[0] is None:
            yield "the acknowledged change is gone"


class Type(AtTheDesk):
    """A draft."""

    name = "type"

    def act(self, world: Path, ready: Any) -> None:
        """Keep it."""
        keep(ready, Draft(kind="case", record=case_of(ready).id, field="concern", text="Anliegen"))

    def promises(self, world: Path, desk: Desk, *, acknowledged: bool) -> Iterator[str]:
        """It is there."""
        if acknowledged and "Anliegen" not in [draft.text for draft in desk.query.drafts(case_of(desk).id)]:
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
        if acknowledged and case_of(desk).wish != TYPED:
            yield "what was typed did not become a change"


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


class Attach(AtTheDesk):
    """An attachment."""

    name = "attach"

    def act(self, world: Path, ready: Any) -> None:
        """Store it."""
        attachments.keep(ready, b"Foto" * 30_000, mime="image/jpeg", record=case_of(ready).id)

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
    TakeIn(),
    EmptyCard(),
    Erase(),
    GiveAway(),
    Sign(),
    BackUp(),
    Restore(),
    Drill(),
    Found(),
    TakeOver(),
    Answer(),
    Admit(),
)
