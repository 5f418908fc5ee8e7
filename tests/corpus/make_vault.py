"""Makes the golden vault of today's schema: `python -m tests.corpus.make_vault`, once for every released schema.

A golden vault is never changed or made again: later programs have to open it as it was written then.
"""

from __future__ import annotations

import datetime as dt
import json
import shutil
from pathlib import Path

from kimdesk.app.compose import services as build_services
from kimdesk.base.clock import FixedClock
from kimdesk.base.ids import new_id
from kimdesk.casework import attachments, backups
from kimdesk.casework.desk import Desk, NewDesk, Profile, create_desk
from kimdesk.casework.families import NewFamily, create_family
from kimdesk.domain.changes import Add, Create, Delete, Set
from kimdesk.domain.declare import Code
from kimdesk.store.migrate import migrations
from tests.support.vaults import CHEAP, PASSPHRASE

HERE = Path(__file__).parent
EXPECTED = "expected.json"
ATTACHMENT = "Bescheid über Kindergeld".encode()


def make() -> Path:
    """Make vault, backup and what to expect of them in a folder named after the schema; raises FileExistsError."""
    clock = FixedClock.at(dt.date(2026, 11, 20))
    services = build_services(clock, CHEAP)
    golden = HERE / f"vault-{migrations()[-1][0]:04d}"
    golden.mkdir()
    new = NewDesk(
        folder=golden / "vault",
        label="Tresor 1",
        passphrase=PASSPHRASE,
        profile=Profile(name="Maria Sommer", provider="Musterträger e. V."),
    )
    desk, code = create_desk(services, new)
    with desk:
        blob = _fill(desk)
        (golden / "stick").mkdir()
        backup = backups.back_up(desk, golden / "stick")
    backup.folder.rename(golden / "backup")
    shutil.rmtree(golden / "stick")
    expected = {"passphrase": PASSPHRASE, "code": code.text, "blob": blob.hex()}
    (golden / EXPECTED).write_text(json.dumps(expected, indent=1) + "\n", "utf-8")
    return golden


def _fill(desk: Desk) -> bytes:
    """Write of every kind of change, and one attachment; returns its id."""
    family = NewFamily(family_name="Dimitrova", given_name="Elena", municipality=Code("05566068"), language=Code("bg"))
    case = create_family(desk, family)
    person, contact, measure = (new_id(desk.clock) for _ in range(3))
    desk.apply(
        Create("person", person, {"case": case, "given_name": "Mihail", "family_name_native": "Димитров"}),
        Create("contact", contact, {"case": case, "date": desk.today, "minutes": 45, "present": frozenset({person})}),
        Create("measure", measure, {"case": case, "text": "Kita anrufen", "until": desk.today}),
    )
    desk.apply(Set("person", person, "phone", "02553 1234"), Add("person", person, "languages", Code("bg")))
    desk.apply(Delete("measure", measure))
    return attachments.keep(desk, ATTACHMENT, mime="application/pdf", record=case).id


if __name__ == "__main__":
    make()
