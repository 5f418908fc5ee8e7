"""`python -m tests.support.writer HOME VAULT`: opens a vault in the window and types into a note until killed.

Whenever the status bar says that everything is stored, the note's text is written to standard output.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from kimdesk.app.open import App
from tests.support.hand import Hand
from tests.support.program import Relaunched, hand_alone, open_app
from tests.support.vaults import PASSPHRASE

FOREVER_MS = 600_000
NOTE = "Gesundheit"
WORDS = "Elena hustet nachts, sagt sie; „jede Nacht“. "


class Writer:
    """Types one letter at a time; says what is stored."""

    def __init__(self, app: App, hand: Hand, note: QPlainTextEdit) -> None:
        assert app.desk_window is not None
        self._status = app.desk_window.window.status
        self._hand = hand
        self._note = note
        self._told = note.toPlainText()
        self._timer = QTimer(interval=3)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        text = self._note.toPlainText()
        if self._status.saved_text().startswith("gespeichert") and text != self._told:
            self._told = text
            sys.stdout.write(text + "\n")
            sys.stdout.flush()
        self._hand.strike(0, WORDS[len(text) % len(WORDS)])


def main(home: Path, vault: Path) -> None:
    """Open the vault, go to the note and type."""
    qapp = QApplication(sys.argv[:1])
    app = open_app(qapp, home, Relaunched(), vault)
    hand = hand_alone(app)
    hand.unlock(PASSPHRASE)
    hand.open_family("Dimitrova")
    hand.press("Personen", inside="Abschnitte")
    note = hand.field(NOTE)
    assert isinstance(note, QPlainTextEdit)
    hand.click(note)
    hand.wait(note.hasFocus)
    hand.keys(Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    writer = Writer(app, hand, note)
    assert writer is not None
    hand.qtbot.wait(FOREVER_MS)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
