"""The cover asks for the PIN or the passphrase; the fifth wrong entry locks."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from kimdesk.base.errors import UserProblem
from kimdesk.ui.screens.cover.build import build
from kimdesk.ui.screens.cover.view import CoverView
from kimdesk.ui.tasks import InlineRunner
from kimdesk.ui.widgets.buttons import Button
from tests.support.qt import find_by_name, type_text, unnamed


class Secret:
    """Knows one PIN and one passphrase."""

    def __init__(self, asks: str) -> None:
        self.asks = asks
        self.wait = 0

    def try_pin(self, pin: str) -> None:
        if pin != "482915":
            raise UserProblem("pin.wrong")

    def try_passphrase(self, passphrase: str) -> None:
        if passphrase != "pferd lampe":
            raise UserProblem("vault.wrong_passphrase")

    def waiting(self) -> int:
        return self.wait


class Shown:
    """A cover in its window and what it led to."""

    def __init__(self, qtbot: QtBot, asks: str) -> None:
        self.secret = Secret(asks)
        self.opened: list[str] = []
        self.locked: list[str] = []
        self.screen = build(
            self.secret, InlineRunner(), opened=self.opened.append, lock=lambda: self.locked.append("locked")
        )
        assert isinstance(self.screen.widget, CoverView)
        self.view = self.screen.widget
        qtbot.addWidget(self.view)
        self.view.resize(1366, 768)
        with qtbot.waitActive(self.view):
            self.view.show()
            self.view.activateWindow()
        self.view.setFocus()

    def type(self, name: str, text: str) -> None:
        type_text(find_by_name(self.view, name, QLineEdit), text)


@pytest.fixture
def pin(qtbot: QtBot, look: QApplication) -> Shown:
    return Shown(qtbot, "pin")


@pytest.fixture
def passphrase(qtbot: QtBot, look: QApplication) -> Shown:
    return Shown(qtbot, "passphrase")


def test_the_last_digit_uncovers(pin: Shown) -> None:
    pin.type("PIN", "48291")
    assert pin.opened == []
    pin.type("PIN", "5")
    assert pin.opened == ["pin"]


def test_letters_are_no_digits(pin: Shown) -> None:
    pin.type("PIN", "4a8b2c9d1e5")
    assert pin.opened == ["pin"]


def test_fingers_reach_every_digit(qtbot: QtBot, pin: Shown) -> None:
    for digit in ("4", "8", "7"):
        qtbot.mouseClick(find_by_name(pin.view, digit, Button), Qt.MouseButton.LeftButton)
    keypad = pin.view.keypad
    assert keypad is not None
    keypad._back()
    for digit in ("2", "9", "1", "5"):
        qtbot.mouseClick(find_by_name(pin.view, digit, Button), Qt.MouseButton.LeftButton)
    assert pin.opened == ["pin"]
    assert min(each.height() for each in keypad.findChildren(Button)) >= 44


def test_the_fifth_wrong_pin_locks(pin: Shown) -> None:
    for left in (4, 3, 2, 1):
        pin.type("PIN", "111111")
        assert f"Noch {left} Versuch" in pin.view._hint.body
        assert pin.locked == []
    pin.type("PIN", "111111")
    assert pin.locked == ["locked"]
    assert pin.opened == []


def test_the_right_passphrase_uncovers(qtbot: QtBot, passphrase: Shown) -> None:
    passphrase.type("Passphrase", "falsch")
    qtbot.keyClick(find_by_name(passphrase.view, "Passphrase", QLineEdit), Qt.Key.Key_Return)
    assert passphrase.opened == []
    passphrase.type("Passphrase", "pferd lampe")
    find_by_name(passphrase.view, "Weiter", Button).click()
    assert passphrase.opened == ["passphrase"]


def test_waiting_asks_nobody(passphrase: Shown) -> None:
    passphrase.secret.wait = 8
    passphrase.type("Passphrase", "falsch")
    find_by_name(passphrase.view, "Weiter", Button).click()
    assert passphrase.view.entry is not None
    assert not passphrase.view.entry.edit.isEnabled()
    assert not passphrase.view.go_on.isEnabled()


def test_locking_is_one_press_away(pin: Shown) -> None:
    find_by_name(pin.view, "Sperren", Button).click()
    assert pin.locked == ["locked"]


def test_the_example_goes_on_at_once(qtbot: QtBot, look: QApplication) -> None:
    shown = Shown(qtbot, "")
    qtbot.keyClick(shown.view.go_on, Qt.Key.Key_Return)
    assert shown.opened == [""]


def test_every_part_has_a_name(pin: Shown, passphrase: Shown) -> None:
    assert unnamed(pin.view) == unnamed(passphrase.view) == []
