"""A short visit with the keyboard alone, counted key by key: written along, and entered afterwards."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from kimdesk.app.open import App
from kimdesk.casework import families, family
from kimdesk.domain.records import Contact
from tests.support.hand import Hand

MOST = 60
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CHANGES = {CONTROL, SHIFT}
SAID = "Die Wohnung ist trocken. Elena freut sich."
AGREED = "Kita anrufen"

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@dataclass
class Counting(Hand):
    """Hands that count every key they press beside the words of the note; a held key counts as well."""

    pressed: int = 0

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.pressed += 1 + (held in CHANGES)
        self.keys(key, held)

    def short(self, text: str) -> None:
        """Type something that is no text of the note: every character counts."""
        self.pressed += len(text)
        self.write(text)

    def go_to(self, name: str, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key until the cursor stands on something."""
        for _ in range(MOST):
            if focused() == name:
                return
            self.key(key, held)
        raise AssertionError(f"never came to {name!r}")


def focused() -> str:
    field = QApplication.focusWidget()
    return "" if field is None else (field.accessibleName() or getattr(field, "text", str)()).replace("&", "")


@pytest.fixture
def counting(qtbot: QtBot, at_work: App) -> Counting:
    """Return hands that stand in a family's page."""
    hand = Counting(qtbot, at_work.window)
    hand.open_family("Dimitrova")
    return hand


def write_note(hand: Counting) -> None:
    hand.wait(lambda: focused() == "Was die Familie sagt")
    hand.write(SAID)
    hand.go_to("Elena", Qt.Key.Key_Backtab, SHIFT)
    hand.key(Qt.Key.Key_Space)
    hand.go_to("Wohnen", Qt.Key.Key_Tab)
    hand.key(Qt.Key.Key_Space)
    hand.key(Qt.Key.Key_Return, CONTROL)
    hand.wait(lambda: focused() == "Was ist vereinbart?")
    hand.write(AGREED)
    hand.key(Qt.Key.Key_Return, CONTROL)
    hand.key(Qt.Key.Key_E, CONTROL)
    hand.wait(lambda: focused() == "Dauer in Minuten")


def found(app: App) -> tuple[Contact, list[str]]:
    assert app.desk is not None
    case = families.find(app.desk, "KD-2026-0001").id
    (contact,) = family.contacts(app.desk, case)
    return contact, [each.text or "" for each in family.agreements(app.desk, case)]


def test_a_short_visit_is_written_along_with_few_keys(counting: Counting, at_work: App) -> None:
    counting.key(Qt.Key.Key_B, CONTROL)
    counting.wait(lambda: focused() == "Mitschreiben")
    counting.key(Qt.Key.Key_Return)
    write_note(counting)
    counting.short("30")
    counting.key(Qt.Key.Key_Return)
    counting.find("Kontakt nachtragen", QPushButton)
    contact, agreed = found(at_work)
    assert (contact.family_says, contact.minutes, contact.topics, agreed) == (SAID, 30, {"housing"}, [AGREED])
    assert len(contact.present) == 1
    assert counting.pressed <= MOST, counting.pressed


def test_a_short_visit_is_entered_afterwards_with_few_keys(counting: Counting, at_work: App) -> None:
    assert at_work.desk is not None
    day = at_work.desk.today - dt.timedelta(days=1)
    counting.key(Qt.Key.Key_B, CONTROL)
    counting.wait(lambda: focused() == "Mitschreiben")
    counting.key(Qt.Key.Key_3)
    counting.wait(lambda: focused() == "Tag")
    counting.short(f"{day:%d.%m.%Y}")
    counting.key(Qt.Key.Key_Tab)
    counting.short("45")
    counting.key(Qt.Key.Key_Return)
    write_note(counting)
    counting.key(Qt.Key.Key_Return)
    counting.find("Kontakt nachtragen", QPushButton)
    contact, agreed = found(at_work)
    assert (contact.date, contact.minutes, contact.family_says, agreed) == (day, 45, SAID, [AGREED])
    assert counting.pressed <= MOST, counting.pressed
