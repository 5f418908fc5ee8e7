"""The passphrase once more: right goes on, wrong waits, the example asks nothing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from kimdesk.base.patience import Patience
from kimdesk.ui.dialogs.passphrase import PassphraseDialog, ask_passphrase
from kimdesk.ui.shell.screen import Context
from kimdesk.ui.widgets.labels import Label
from tests.support.qt import find_by_name, type_text, unnamed
from tests.support.vaults import PASSPHRASE


class Time:
    """Seconds that grow when a test says so."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def time(context: Context) -> Time:
    made = Time()
    context.desk.patience = Patience(made)
    return made


@pytest.fixture
def done() -> list[str]:
    return []


@pytest.fixture
def dialog(qtbot: QtBot, context: Context, time: Time, done: list[str]) -> Iterator[PassphraseDialog]:
    window = QWidget()
    qtbot.addWidget(window)
    made = ask_passphrase(
        window,
        context.desk,
        context.runner,
        why="Das Paket verlässt den Rechner.",
        go_on="Paket erstellen",
        act=lambda: done.append("done"),
    )
    assert made is not None
    yield made
    if isValid(made):
        made.reject()


def enter(qtbot: QtBot, dialog: PassphraseDialog, text: str) -> None:
    type_text(find_by_name(dialog, "Passphrase", QLineEdit), text)
    qtbot.keyClick(dialog.entry.edit, Qt.Key.Key_Return)


def test_the_right_passphrase_goes_on(qtbot: QtBot, dialog: PassphraseDialog, done: list[str]) -> None:
    closed: list[int] = []
    dialog.finished.connect(closed.append)
    enter(qtbot, dialog, PASSPHRASE)
    assert done == ["done"]
    assert len(closed) == 1


def test_a_wrong_one_goes_nowhere_and_is_not_kept(qtbot: QtBot, dialog: PassphraseDialog, done: list[str]) -> None:
    enter(qtbot, dialog, "falsch")
    assert done == []
    assert dialog.isVisible()
    assert dialog.entry.edit.text() == ""
    enter(qtbot, dialog, PASSPHRASE)
    assert done == ["done"]


def test_after_three_wrong_ones_one_waits(qtbot: QtBot, dialog: PassphraseDialog, time: Time, done: list[str]) -> None:
    for _ in range(3):
        enter(qtbot, dialog, "falsch")
    assert not dialog.entry.edit.isEnabled()
    assert find_by_name(dialog, "Nächster Versuch in 1 s", Label)
    dialog.go_on.click()
    assert done == []
    time.now += 1
    qtbot.waitUntil(dialog.entry.edit.isEnabled)
    enter(qtbot, dialog, PASSPHRASE)
    assert done == ["done"]


def test_closing_and_opening_again_does_not_shorten_the_wait(
    qtbot: QtBot, dialog: PassphraseDialog, context: Context, time: Time
) -> None:
    for _ in range(3):
        enter(qtbot, dialog, "falsch")
    dialog.reject()
    again = PassphraseDialog(None, context.desk, context.runner, why="", go_on="Weiter")
    qtbot.addWidget(again)
    assert not again.entry.edit.isEnabled()


def test_the_example_asks_nothing(context: Context, done: list[str]) -> None:
    context.desk.practice = True
    asked = ask_passphrase(
        QWidget(), context.desk, context.runner, why="", go_on="Weiter", act=lambda: done.append("done")
    )
    assert asked is None
    assert done == ["done"]


def test_every_part_has_a_name(dialog: PassphraseDialog) -> None:
    assert unnamed(dialog) == []
