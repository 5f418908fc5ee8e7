"""No part of the window becomes a window of its own for a blink: it would flicker and swallow the next key."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from kimdesk.app.stray_windows import stray_windows
from tests.support.hand import Hand
from tests.support.program import Relaunched, fixtures_close, open_app
from tests.support.vaults import PASSPHRASE

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
SCREENS = "2678,1"
SECTIONS = ("Personen", "Assessment", "Netzwerkkarte", "Plan", "Kontakte", "Vermittlung", "Dokumente", "Verlauf")


def test_the_program_shows_its_own_window_alone(
    qtbot: QtBot, qapp: QApplication, own_home: Path, relaunched: Relaunched, vault: Path
) -> None:
    with stray_windows(qapp) as shown:
        app = open_app(qapp, own_home, relaunched, vault)
        hand = Hand(qtbot, app.window)
        hand.unlock(PASSPHRASE)
        hand.wait(lambda: app.desk is not None)
        for key in SCREENS:
            hand.keys(Qt.Key(ord(key)), Qt.KeyboardModifier.ControlModifier)
        hand.open_family("Dimitrova")
        for name in SECTIONS:
            hand.press(name, inside="Abschnitte")
        hand.keys(Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
        hand.press("Mitschreiben")
    assert shown == [("Frame", "")]
    fixtures_close(app)


def test_a_part_made_visible_without_a_place_is_found(qtbot: QtBot, qapp: QApplication) -> None:
    with stray_windows(qapp) as shown:
        early = QLabel("Dimitrova")
        qtbot.addWidget(early)
        early.setVisible(bool(early.text()))
    assert shown == [("QLabel", "")]
