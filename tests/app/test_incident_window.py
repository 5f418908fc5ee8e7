"""The sheet for data breaches from the window, from the box that finds everything, and without the lost vault."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kimdesk.app.desk_window import DeskWindow
from kimdesk.app.open import App
from kimdesk.casework import backups
from kimdesk.casework.desk import open_desk
from kimdesk.ui.dialogs.handbook import HandbookDialog
from kimdesk.ui.dialogs.incident import IncidentDialog
from tests.support.districts import make_office
from tests.support.hand import Hand
from tests.support.program import Relaunched, cheap_services, fixtures_close, open_app
from tests.support.vaults import PASSPHRASE

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def words(file: Path) -> str:
    pages = PdfReader(io.BytesIO(file.read_bytes())).pages
    return " ".join(" ".join(page.extract_text().split()) for page in pages)


def dialog_in_front(hand: Hand) -> IncidentDialog:
    hand.wait(lambda: isinstance(hand.front, IncidentDialog))
    found = hand.front
    assert isinstance(found, IncidentDialog)
    return found


def test_a_key_opens_it_and_what_is_in_the_vault_is_counted(at_work: App, work: Hand, tmp_path: Path) -> None:
    assert isinstance(at_work.desk_window, DeskWindow)
    assert "incident" in at_work.desk_window._usable(), "Ctrl+K offers it"
    work.keys(Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    dialog = dialog_in_front(work)
    assert not dialog.counting.isVisible()
    dialog.what.set_code("stick")
    file = tmp_path / "blatt.pdf"
    dialog.save(file)
    work.wait(file.exists)
    text = words(file)
    assert "1 Familie" in text
    assert "Dimitrova" not in text
    work.press("Fertig")


def test_without_the_lost_vault_its_backup_tells_what_was_on_it(
    qtbot: QtBot, qapp: QApplication, own_home: Path, vault: Path, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    with open_desk(cheap_services(), vault, PASSPHRASE) as desk:
        made = backups.back_up(desk, stick)
    app = open_app(qapp, own_home, Relaunched())
    hand = Hand(qtbot, app.window)
    hand.press("Datenpannen-Blatt …")
    dialog = dialog_in_front(hand)
    dialog.take(made.folder)
    hand.type("Passphrase", "falsch")
    hand.press("Zählen")
    hand.wait(dialog.strip.isVisible)
    hand.type("Passphrase", PASSPHRASE)
    hand.press("Zählen")
    hand.wait(lambda: not dialog.entry.isVisible())
    file = tmp_path / "blatt.pdf"
    dialog.save(file)
    hand.wait(file.exists)
    assert "Gezählt in der Sicherung vom" in words(file)
    hand.press("Fertig")
    fixtures_close(app)


def test_an_office_or_a_provider_counts_a_backup_of_whoever_lost_something(
    qtbot: QtBot, qapp: QApplication, own_home: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "amt"
    make_office(cheap_services(), folder).close()
    app = open_app(qapp, own_home, Relaunched(), folder)
    hand = Hand(qtbot, app.window)
    hand.unlock(PASSPHRASE)
    hand.wait(lambda: app.desk is not None)
    hand.keys(Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert dialog_in_front(hand).counting.isVisible()
    hand.press("Fertig")
    hand.keys(Qt.Key.Key_F1)
    hand.wait(lambda: isinstance(hand.front, HandbookDialog))
    hand.keys(Qt.Key.Key_Escape)
    hand.wait(lambda: hand.front is app.window)
    fixtures_close(app)
