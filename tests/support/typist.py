"""`python -m tests.support.typist VAULT CASE`: types into a note and says after each keystroke that it is durable."""

from __future__ import annotations

import sys
from pathlib import Path

from kimdesk.app.compose import services
from kimdesk.base.ids import from_hex
from kimdesk.casework.desk import open_desk
from kimdesk.casework.editing import keep, settle
from kimdesk.domain.views.drafts import Draft
from tests.support.vaults import CHEAP, PASSPHRASE

STROKES = 100_000
SETTLED_EVERY = 7


def text(number: int) -> str:
    """Return what stands in the note after a keystroke."""
    return f"{number}: Die Familie sucht eine größere Wohnung."


def main(vault: Path, case: str) -> None:
    """Type until killed; every few strokes the field is left, so that the draft becomes a change."""
    record = from_hex(case)
    with open_desk(services(policy=CHEAP), vault, PASSPHRASE) as desk:
        for number in range(1, STROKES):
            keep(desk, Draft(kind="case", record=record, field="wish", text=text(number)))
            sys.stdout.write(f"gespeichert {number}\n")
            sys.stdout.flush()
            if number % SETTLED_EVERY == 0:
                settle(desk, "case", record)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
