"""The three doors of a visit, and what is asked of one that is over."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kimdesk.casework.desk import Desk
from kimdesk.ui.dialogs.doors import DoorsDialog, LaterDialog
from kimdesk.ui.widgets.buttons import Button
from tests.support.qt import find_by_name, unnamed


@pytest.mark.parametrize(("key", "door"), [("1", "prepare"), ("2", "write"), ("3", "later")])
def test_one_key_opens_a_door(qtbot: QtBot, look: QApplication, key: str, door: str) -> None:
    dialog = DoorsDialog(None)
    qtbot.addWidget(dialog)
    chosen: list[str] = []
    dialog.chosen.connect(chosen.append)
    dialog.show()
    assert unnamed(dialog) == []
    qtbot.keyClicks(dialog, key)
    assert chosen == [door]


def test_a_day_to_come_and_a_wrong_number_are_said_at_their_field(qtbot: QtBot, look: QApplication, desk: Desk) -> None:
    dialog = LaterDialog(None, desk.today, desk.reference)
    qtbot.addWidget(dialog)
    entered: list[tuple[object, ...]] = []
    dialog.entered.connect(lambda *what: entered.append(what))
    dialog.show()
    dialog.day.set_day(desk.today + dt.timedelta(days=1))
    find_by_name(dialog, "Weiter", Button).click()
    assert "Zukunft" in dialog.hint.body
    dialog.day.set_day(desk.today - dt.timedelta(days=1))
    dialog.minutes.setText("lange")
    find_by_name(dialog, "Weiter", Button).click()
    assert dialog.hint.isVisible()
    assert entered == []
    dialog.minutes.setText("45")
    qtbot.keyClick(dialog.minutes, Qt.Key.Key_Return)
    assert entered == [(desk.today - dt.timedelta(days=1), 45, "home_visit")]
