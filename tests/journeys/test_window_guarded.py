"""A real process with an open vault: the laptop goes to sleep, the key is gone, and what was typed is there again."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kimdesk.base.errors import Surroundings
from kimdesk.casework.desk import open_desk
from kimdesk.domain.records import Person
from tests.support import fake_bus
from tests.support.commands import start
from tests.support.program import cheap_services
from tests.support.sofa import READY, TYPED
from tests.support.vaults import PASSPHRASE

PATIENCE_MS = 20_000
pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or shutil.which("dbus-daemon") is None, reason="no dbus-daemon to talk to"
)


def command_of(pid: int) -> list[str]:
    return Path(f"/proc/{pid}/cmdline").read_text("utf-8").split("\0")[1:-1]


def test_sleep_replaces_the_process_and_keeps_what_was_typed(
    qtbot: QtBot, qapp: QApplication, own_home: Path, vault: Path
) -> None:
    with fake_bus.bus() as (system, _connection):
        surroundings = {**os.environ, "DBUS_SYSTEM_BUS_ADDRESS": system.address, "QT_QPA_PLATFORM": "offscreen"}
        with start(own_home, vault, module="tests.support.sofa", env=surroundings) as process:
            try:
                assert process.stdout is not None
                assert process.stdout.readline() == f"{READY}\n"
                qtbot.waitUntil(system.held, timeout=PATIENCE_MS)
                with pytest.raises(Surroundings, match=r"vault\.in_use"):
                    open_desk(cheap_services(), vault, PASSPHRASE)
                system.say(fake_bus.LOGIND, "org.freedesktop.login1.Manager", "PrepareForSleep", True)
                qtbot.waitUntil(lambda: not system.held(), timeout=PATIENCE_MS)
                fresh = ["-m", "kimdesk", "open", str(vault)]  # some systems show it a moment after the old one let go
                qtbot.waitUntil(lambda: command_of(process.pid) == fresh, timeout=PATIENCE_MS)
                with open_desk(cheap_services(), vault, PASSPHRASE) as desk:
                    assert [each.phone for each in desk.query.every(Person)] == [TYPED]
                    assert desk.query.drafts() == ()
            finally:
                process.kill()
