"""`python -m tests.faults.marked_window HOME VAULT`: a window in which words are typed, looked for, and locked away.

Locking replaces the process by the real program at its lock screen, which stays until it is ended.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from kimdesk.app.open import App
from kimdesk.base.log import start_log
from tests.faults.marked_day import WORDS
from tests.support.program import NO_WATCHDOG, cheap_services, hand_alone


def main(home: Path, vault: Path) -> None:
    """Open, type, look, lock."""
    start_log(home)
    app = App(QApplication(sys.argv[:1]), place=home, services=cheap_services, deadline=NO_WATCHDOG)
    app.start(vault)
    hand = hand_alone(app)
    hand.unlock(WORDS["passphrase"])
    hand.open_family(WORDS["family name"])
    hand.press("Personen", inside="Abschnitte")
    hand.type("Gesundheit", WORDS["typed"])
    sys.stdout.write("typed\n")
    sys.stdout.flush()
    sys.stdin.readline()  # somebody looks at this process now
    hand.keys(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
