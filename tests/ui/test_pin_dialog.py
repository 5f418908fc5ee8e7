"""Choosing a PIN: twice the same, in force at once; what does not fit is said in words one can read."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from kimdesk.casework.covering import CoverLock
from kimdesk.ui.dialogs.pin import PinDialog
from kimdesk.ui.shell.screen import Context
from kimdesk.ui.widgets.labels import Paragraph
from tests.support.qt import find_by_name, type_text, unnamed

PIN = "482915"


@pytest.fixture
def lock(context: Context) -> CoverLock:
    return CoverLock(context.desk)


@pytest.fixture
def dialog(qtbot: QtBot, context: Context, lock: CoverLock) -> Iterator[PinDialog]:
    window = QWidget()
    qtbot.addWidget(window)
    made = PinDialog(window, lock, context.runner)
    with qtbot.waitExposed(made):
        made.open()
    yield made
    if isValid(made):
        made.reject()


def choose(dialog: PinDialog, first: str, again: str) -> None:
    type_text(find_by_name(dialog, "PIN", QLineEdit), first)
    type_text(find_by_name(dialog, "Noch einmal", QLineEdit), again)
    dialog.done_button.click()


def test_twice_the_same_is_in_force(dialog: PinDialog, lock: CoverLock) -> None:
    closed: list[int] = []
    dialog.finished.connect(closed.append)
    choose(dialog, PIN, PIN)
    assert len(closed) == 1
    lock.try_pin(PIN)


def test_two_different_entries_are_told_apart(dialog: PinDialog, lock: CoverLock) -> None:
    choose(dialog, PIN, "482916")
    assert lock.asks == "passphrase"
    words = find_by_name(dialog.strip, "Die beiden Eingaben sind nicht gleich.", Paragraph)
    assert words.width() > dialog.strip.width() / 2
    type_text(dialog.again, PIN)
    dialog.done_button.click()
    assert lock.asks == "pin"


def test_the_easiest_are_refused(dialog: PinDialog, lock: CoverLock) -> None:
    choose(dialog, "123456", "123456")
    assert lock.asks == "passphrase"
    assert find_by_name(dialog.strip, "Diese PIN ist zu leicht zu erraten.", Paragraph)
    assert dialog.first.text() == ""


def test_every_part_has_a_name(dialog: PinDialog) -> None:
    assert unnamed(dialog) == []
