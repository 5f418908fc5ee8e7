"""`python -m tests.support.stuck HOME VAULT`: closing the vault hangs while locking; says what is started instead."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from PySide6.QtWidgets import QApplication

from kimdesk.app.open import App
from tests.support.program import cheap_services, hand_alone
from tests.support.vaults import PASSPHRASE


def tell(argv: Sequence[str], /) -> NoReturn:
    """Say what would be started, and end the process as starting it would."""
    os.write(1, (" ".join(argv[1:]) + "\n").encode())
    os._exit(0)


def main(home: Path, vault: Path) -> None:
    """Open a vault whose closing hangs, and lock."""
    app = App(QApplication(sys.argv[:1]), place=home, services=cheap_services, relaunch=tell)
    app.start(vault)
    hand = hand_alone(app)
    hand.unlock(PASSPHRASE)
    hand.wait(lambda: app.desk is not None)
    assert app.desk is not None
    app.desk.close = threading.Event().wait  # type: ignore[method-assign, assignment] # hangs
    app.lock()
    os.write(1, b"never locked\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
