"""What the window said to be stored is there after the process was killed, and is offered again."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kimdesk.casework.desk import open_desk
from tests.support.commands import start
from tests.support.hand import Hand
from tests.support.program import Relaunched, cheap_services, fixtures_close, open_app
from tests.support.vaults import PASSPHRASE
from tests.support.writer import NOTE

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
KILLED_AFTER = (1, 17, 40)


def write_until(home: Path, vault: Path, lines: int) -> str:
    """Return the text last told to be stored by a window that was killed after so many."""
    with start(home, vault, module="tests.support.writer") as process:
        assert process.stdout is not None
        told = [process.stdout.readline() for _ in range(lines)]
        process.kill()
        told += [line for line in process.stdout.readlines() if line.endswith("\n")]
    assert told[-1], process.stderr
    return told[-1].removesuffix("\n")


def note_of(vault: Path) -> str:
    """Return the draft of the note, read by another process than the one that wrote it."""
    with open_desk(cheap_services(), vault, PASSPHRASE) as desk:
        return next(draft.text for draft in desk.query.drafts() if draft.field == "health_note")


def test_what_was_said_to_be_stored_survives_a_kill(
    vault: Path, own_home: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    for lines in KILLED_AFTER:
        told = write_until(own_home, vault, lines)
        kept = note_of(vault)
        assert kept.startswith(told)
    app = open_app(qapp, own_home, Relaunched(), vault)
    try:
        hand = Hand(qtbot, app.window)
        hand.unlock(PASSPHRASE)
        hand.open_family("Dimitrova")
        hand.press("Personen", inside="Abschnitte")
        note = hand.field(NOTE)
        assert note.property("plainText") == kept
    finally:
        fixtures_close(app)
