"""The cover over window and dialogs: nothing of the caseload is left to see or to hear, and all of it comes back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit
from pytestqt.qtbot import QtBot

from kimdesk.app.covering import Covering
from kimdesk.app.open import App
from kimdesk.casework.covering import CoverLock
from kimdesk.casework.desk import open_desk
from kimdesk.ui.dialogs.ask import confirm
from kimdesk.ui.screens.cover.view import CoverView
from kimdesk.ui.screens.families.form import NewFamilyDialog
from kimdesk.ui.screens.visit.view import VisitView
from tests.support.hand import Hand
from tests.support.program import Relaunched, cheap_services, fixtures_close, open_app
from tests.support.spoken import everything_spoken
from tests.support.vaults import PASSPHRASE

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
PIN = "482915"
CONTROL = Qt.KeyboardModifier.ControlModifier


class Desk:
    """The program at an open vault with a PIN, the hands that work in it, and its time."""

    def __init__(self, app: App, hand: Hand) -> None:
        assert app.guarding is not None
        self.app = app
        self.hand = hand
        self.covering: Covering = app.guarding.covering
        self.now = 0.0
        self.covering._now = lambda: self.now
        self.covering._attention.touch(0)

    def cover(self) -> None:
        self.hand.keys(Qt.Key.Key_F9)
        self.hand.wait(lambda: self.covering.covered)

    def uncover(self) -> None:
        self.hand.type("PIN", PIN)
        self.hand.wait(lambda: not self.covering.covered)


@pytest.fixture
def without_pin(
    qtbot: QtBot, qapp: QApplication, own_home: Path, relaunched: Relaunched, vault: Path
) -> Iterator[Desk]:
    """Return the program with the vault of a small family open."""
    made = open_app(qapp, own_home, relaunched, vault)
    hand = Hand(qtbot, made.window)
    hand.unlock(PASSPHRASE)
    hand.wait(lambda: made.guarding is not None)
    yield Desk(made, hand)
    fixtures_close(made)


@pytest.fixture
def at_work(vault: Path, request: pytest.FixtureRequest) -> Desk:
    """Return the same with a PIN set before."""
    with open_desk(cheap_services(), vault, PASSPHRASE) as desk:
        CoverLock(desk).set_pin(PIN)
    made: Desk = request.getfixturevalue("without_pin")
    return made


def test_nothing_is_left_to_see_or_to_hear(at_work: Desk) -> None:
    at_work.hand.open_family("Dimitrova")
    assert "Dimitrova" in everything_spoken()
    at_work.cover()
    assert "Dimitrova" not in everything_spoken()
    assert "Elena" not in everything_spoken()
    assert at_work.app.window.windowTitle() == "KIM Desk"
    assert [each for each in QApplication.topLevelWidgets() if each.isVisible()] == [at_work.app.window]
    assert isinstance(at_work.app.window.currentWidget(), CoverView)
    at_work.uncover()
    assert "Dimitrova" in everything_spoken()


def test_the_cursor_and_the_text_are_where_they_were(at_work: Desk) -> None:
    at_work.hand.open_family("Dimitrova")
    at_work.hand.press("Personen", inside="Abschnitte")
    at_work.hand.type("Telefon", "02553")
    at_work.cover()
    at_work.uncover()
    at_work.hand.write(" 4711")
    phone = at_work.hand.field("Telefon")
    assert isinstance(phone, QLineEdit)
    assert phone.text() == "02553 4711"


def test_it_lies_above_every_dialog_and_gives_it_back(at_work: Desk) -> None:
    at_work.hand.press("Neue Familie")
    at_work.hand.type("Nachname", "Geheim")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, NewFamilyDialog)
    at_work.cover()
    assert not dialog.isVisible()
    assert "Geheim" not in everything_spoken()
    at_work.uncover()
    assert QApplication.activeModalWidget() is dialog
    field = at_work.hand.field("Nachname")
    assert isinstance(field, QLineEdit)
    assert field.text() == "Geheim"
    dialog.reject()


def test_a_dialog_that_opens_under_the_cover_waits_there(at_work: Desk) -> None:
    at_work.cover()
    dialog = confirm(at_work.app.window, "Familie Geheim", "", yes="Ja", act=lambda: None)
    at_work.hand.qtbot.waitUntil(lambda: not dialog.isVisible())
    assert "Geheim" not in everything_spoken()
    at_work.uncover()
    assert dialog.isVisible()
    dialog.reject()


def test_a_menu_is_closed(at_work: Desk) -> None:
    at_work.hand.press("Phase: alle")
    at_work.hand.wait(lambda: QApplication.activePopupWidget() is not None)
    at_work.covering.cover()
    assert QApplication.activePopupWidget() is None


def test_esc_in_a_visit_lays_the_same_cover(at_work: Desk) -> None:
    at_work.hand.open_family("Dimitrova")
    at_work.hand.keys(Qt.Key.Key_B, CONTROL)
    at_work.hand.type("Was die Familie sagt", "Privat")
    at_work.hand.keys(Qt.Key.Key_Escape)
    at_work.hand.wait(lambda: at_work.covering.covered)
    assert "Privat" not in everything_spoken()
    at_work.now = 1700.0
    at_work.covering.look()
    assert at_work.covering.covered
    at_work.uncover()
    view = at_work.hand.window.findChild(VisitView)
    assert view is not None
    assert view.says.note.hasFocus()


def test_two_idle_minutes_cover_and_five_more_lock(at_work: Desk, relaunched: Relaunched) -> None:
    at_work.now = 119.0
    at_work.covering.look()
    assert not at_work.covering.covered
    at_work.now = 120.0
    at_work.covering.look()
    assert at_work.covering.covered
    at_work.now = 419.0
    at_work.covering.look()
    assert relaunched.calls == []
    at_work.now = 420.0
    at_work.covering.look()
    assert len(relaunched.calls) == 1


def test_a_key_keeps_the_window_open(at_work: Desk) -> None:
    at_work.now = 100.0
    at_work.hand.keys(Qt.Key.Key_Right)
    at_work.now = 219.0
    at_work.covering.look()
    assert not at_work.covering.covered


def test_five_wrong_pins_lock(at_work: Desk, relaunched: Relaunched) -> None:
    at_work.cover()
    for attempt in range(5):
        at_work.hand.type("PIN", "111111")
        at_work.hand.wait(lambda: _tried(at_work) or bool(relaunched.calls))
        assert bool(relaunched.calls) == (attempt == 4)


def _tried(at_work: Desk) -> bool:
    view = at_work.app.window.currentWidget()
    assert isinstance(view, CoverView)
    keypad = view.keypad
    return keypad is not None and not keypad.edit.isReadOnly() and not keypad.edit.text()


def test_locking_goes_through_the_cover_and_through_dialogs(at_work: Desk, relaunched: Relaunched) -> None:
    at_work.hand.press("Neue Familie")
    assert isinstance(QApplication.activeModalWidget(), QDialog)
    at_work.hand.keys(Qt.Key.Key_L, CONTROL)
    assert len(relaunched.calls) == 1


def test_without_a_pin_the_passphrase_uncovers_and_a_pin_is_offered(without_pin: Desk) -> None:
    work, covering = without_pin.hand, without_pin.covering
    work.keys(Qt.Key.Key_F9)
    work.type("Passphrase", PASSPHRASE)
    work.strike(Qt.Key.Key_Return, "\r")
    work.wait(lambda: not covering.covered)
    work.press("PIN festlegen")
    work.type("PIN", PIN)
    work.type("Noch einmal", PIN)
    work.press("PIN festlegen")
    work.wait(lambda: QApplication.activeModalWidget() is None)
    work.keys(Qt.Key.Key_F9)
    work.type("PIN", PIN)
    work.wait(lambda: not covering.covered)
