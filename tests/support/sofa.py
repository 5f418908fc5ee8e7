"""`python -m tests.support.sofa HOME VAULT`: a laptop on a sofa, a vault open, a number just typed.

Listens to the system as the program does, and is replaced by a fresh process when the system says so.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from kimdesk.app.open import App
from kimdesk.app.triggers import system_triggers
from kimdesk.vault.memory import harden_process
from tests.support.program import SIZE, cheap_services, hand_alone
from tests.support.vaults import PASSPHRASE

READY = "ready"
TYPED = "02553 4711"
FOREVER_MS = 600_000


def main(home: Path, vault: Path) -> None:
    """Open the vault, type, say that it is ready, and wait for the lid."""
    harden_process()
    app = App(QApplication(sys.argv[:1]), place=home, services=cheap_services, triggers=system_triggers)
    app.start(vault)
    app.window.showNormal()
    app.window.resize(*SIZE)
    hand = hand_alone(app)
    hand.unlock(PASSPHRASE)
    hand.wait(lambda: app.desk is not None)
    hand.open_family("Dimitrova")
    hand.press("Personen", inside="Abschnitte")
    hand.type("Telefon", TYPED)
    sys.stdout.write(f"{READY}\n")
    sys.stdout.flush()
    hand.qtbot.wait(FOREVER_MS)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
