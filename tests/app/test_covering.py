"""The cover over window and dialogs: nothing of the caseload is left to see or to hear, and all of it comes back."""

from __future__ import annotations

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
from kimdesk.ui.screens.turned.view import TurnedView
from kimdesk.ui.screens.visit.view import VisitView
from tests.support.hand import Hand
from tests.support.program import Relaunched, cheap_services
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
def without_pin(qtbot: QtBot, at_work: App) -> Desk:
    """Return the program with the vault of a small family open."""
    return Desk(at_work, Hand(qtbot, at_work.window))


@pytest.fixture
def desk(vault: Path, request: pytest.FixtureRequest) -> Desk:
    """Return the same with a PIN set before."""
    with open_desk(cheap_services(), vault, PASSPHRASE) as closed:
        CoverLock(closed).set_pin(PIN)
    made: Desk = request.getfixturevalue("without_pin")
    return made


def test_nothing_is_left_to_see_or_to_hear(desk: Desk) -> None:
    desk.hand.open_family("Dimitrova")
    assert "Dimitrova" in everything_spoken()
    desk.cover()
    assert "Dimitrova" not in everything_spoken()
    assert "Elena" not in everything_spoken()
    assert desk.app.window.windowTitle() == "KIM Desk"
    assert [each for each in QApplication.topLevelWidgets() if each.isVisible()] == [desk.app.window]
    assert isinstance(desk.app.window.currentWidget(), CoverView)
    desk.uncover()
    assert "Dimitrova" in everything_spoken()


def test_the_cursor_and_the_text_are_where_they_were(desk: Desk) -> None:
    desk.hand.open_family("Dimitrova")
    desk.hand.press("Personen", inside="Abschnitte")
    desk.hand.type("Telefon", "02553")
    desk.cover()
    desk.uncover()
    desk.hand.write(" 4711")
    phone = desk.hand.field("Telefon")
    assert isinstance(phone, QLineEdit)
    assert phone.text() == "02553 4711"


def test_it_lies_above_every_dialog_and_gives_it_back(desk: Desk) -> None:
    desk.hand.families()
    desk.hand.press("Neue Familie")
    desk.hand.type("Nachname", "Geheim")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, NewFamilyDialog)
    desk.cover()
    assert not dialog.isVisible()
    assert "Geheim" not in everything_spoken()
    desk.uncover()
    assert QApplication.activeModalWidget() is dialog
    field = desk.hand.field("Nachname")
    assert isinstance(field, QLineEdit)
    assert field.text() == "Geheim"
    dialog.reject()


def test_a_dialog_that_opens_under_the_cover_waits_there(desk: Desk) -> None:
    desk.cover()
    dialog = confirm(desk.app.window, "Familie Geheim", "", yes="Ja", act=lambda: None)
    desk.hand.qtbot.waitUntil(lambda: not dialog.isVisible())
    assert "Geheim" not in everything_spoken()
    desk.uncover()
    assert dialog.isVisible()
    dialog.reject()


def test_a_menu_is_closed(desk: Desk) -> None:
    desk.hand.families()
    desk.hand.press("Phase: alle")
    desk.hand.wait(lambda: QApplication.activePopupWidget() is not None)
    desk.covering.cover()
    assert QApplication.activePopupWidget() is None


def test_a_screen_turned_to_the_family_is_left_by_the_pin_alone(desk: Desk) -> None:
    hand = desk.hand
    hand.open_family("Dimitrova")
    hand.press("Plan", inside="Abschnitte")
    hand.press("Plan beginnen")
    hand.press("Der Familie zeigen")
    hand.wait(lambda: QApplication.activeModalWidget() is not None)
    hand.press("Elena Dimitrova")
    hand.press("Bildschirm umdrehen")
    hand.wait(lambda: any(each.isVisible() for each in hand.window.findChildren(TurnedView)))
    for key in (Qt.Key.Key_K, Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_Z):
        hand.keys(key, CONTROL)
    assert QApplication.activeModalWidget() is None
    assert any(each.isVisible() for each in hand.window.findChildren(TurnedView))
    hand.press("Zurück")
    hand.wait(lambda: desk.covering.covered)
    assert "Elena" not in everything_spoken()
    desk.uncover()
    assert not any(each.isVisible() for each in hand.window.findChildren(TurnedView))
    assert "Version 1, Entwurf" in everything_spoken()


def test_esc_in_a_visit_lays_the_same_cover(desk: Desk) -> None:
    desk.hand.open_family("Dimitrova")
    desk.hand.begin_visit()
    desk.hand.type("Was die Familie sagt", "Privat")
    desk.hand.keys(Qt.Key.Key_Escape)
    desk.hand.wait(lambda: desk.covering.covered)
    assert "Privat" not in everything_spoken()
    desk.now = 1700.0
    desk.covering.look()
    assert desk.covering.covered
    desk.uncover()
    view = desk.hand.window.findChild(VisitView)
    assert view is not None
    desk.hand.wait(view.says.note.hasFocus)


def test_two_idle_minutes_cover_and_five_more_lock(desk: Desk, relaunched: Relaunched) -> None:
    desk.now = 119.0
    desk.covering.look()
    assert not desk.covering.covered
    desk.now = 120.0
    desk.covering.look()
    assert desk.covering.covered
    desk.now = 419.0
    desk.covering.look()
    assert relaunched.calls == []
    desk.now = 420.0
    desk.covering.look()
    assert len(relaunched.calls) == 1


def test_a_key_keeps_the_window_open(desk: Desk) -> None:
    desk.now = 100.0
    desk.hand.keys(Qt.Key.Key_Right)
    desk.now = 219.0
    desk.covering.look()
    assert not desk.covering.covered


def test_five_wrong_pins_lock(desk: Desk, relaunched: Relaunched) -> None:
    desk.cover()
    for attempt in range(5):
        desk.hand.type("PIN", "111111")
        desk.hand.wait(lambda: _tried(desk) or bool(relaunched.calls))
        assert bool(relaunched.calls) == (attempt == 4)


def _tried(desk: Desk) -> bool:
    view = desk.app.window.currentWidget()
    assert isinstance(view, CoverView)
    keypad = view.keypad
    return keypad is not None and not keypad.edit.isReadOnly() and not keypad.edit.text()


def test_locking_goes_through_the_cover_and_through_dialogs(desk: Desk, relaunched: Relaunched) -> None:
    desk.hand.families()
    desk.hand.press("Neue Familie")
    assert isinstance(QApplication.activeModalWidget(), QDialog)
    desk.hand.keys(Qt.Key.Key_L, CONTROL)
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


def test_from_a_visit_the_screen_is_turned_to_the_family_and_back_with_nothing_lost(desk: Desk) -> None:
    hand = desk.hand
    hand.open_family("Dimitrova")
    hand.begin_visit()
    hand.type("Was die Familie sagt", "Der Kurs beginnt")
    hand.keys(Qt.Key.Key_F8)
    hand.type("Meine Einschätzung", "Nur für mich")
    hand.keys(Qt.Key.Key_T, CONTROL)
    hand.wait(lambda: QApplication.activeModalWidget() is not None)
    hand.press("Elena Dimitrova")
    hand.press("Bildschirm umdrehen")
    hand.wait(lambda: any(each.isVisible() for each in hand.window.findChildren(TurnedView)))
    assert not any(each.isVisible() for each in hand.window.findChildren(VisitView))
    hand.keys(Qt.Key.Key_Escape)
    hand.wait(lambda: desk.covering.covered)
    desk.now = 1700.0
    desk.covering.look()
    assert desk.covering.covered  # a visit waits half an hour for its worker, as it does without turning
    desk.uncover()
    assert any(each.isVisible() for each in hand.window.findChildren(VisitView))
    assert "Der Kurs beginnt" in everything_spoken()
    assert "Nur für mich" not in everything_spoken()
    hand.type("Was die Familie sagt", " im Januar.")
    hand.keys(Qt.Key.Key_F8)
    hand.wait(lambda: "Nur für mich" in everything_spoken())
