"""Copies from the program carry the marks that keep them out of histories, and are gone after a while."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from kimdesk.ui.clipboard import MARKS, ClipboardGuard, copy_open
from kimdesk.ui.widgets.inputs import LineEdit
from kimdesk.ui.widgets.notes import NoteEdit

CONTROL = Qt.KeyboardModifier.ControlModifier


class Board:
    """The clipboard, watched; a test says whose copy it holds."""

    def __init__(self, clipboard: QClipboard) -> None:
        self.clipboard = clipboard
        self.ours = True
        self.guard = ClipboardGuard(vanish_ms=40, owns=lambda: self.ours)

    def forms(self) -> set[str]:
        return set(self.clipboard.mimeData().formats())


@pytest.fixture
def board(qapp: QApplication) -> Iterator[Board]:
    made = Board(qapp.clipboard())
    yield made
    made.ours = True
    made.guard.stop()
    made.clipboard.clear()


def copied_from(qtbot: QtBot, field: LineEdit | NoteEdit, text: str) -> None:
    qtbot.addWidget(field)
    field.setText(text) if isinstance(field, QLineEdit) else field.setPlainText(text)
    field.show()
    field.selectAll()
    field.copy()


@pytest.mark.parametrize("cls", [LineEdit, NoteEdit])
def test_a_copy_from_any_field_is_marked(qtbot: QtBot, board: Board, cls: type[LineEdit | NoteEdit]) -> None:
    copied_from(qtbot, cls("Name"), "Elena Dimitrova")
    assert board.clipboard.text() == "Elena Dimitrova"
    assert set(MARKS) <= board.forms()
    held = board.clipboard.mimeData()
    assert bytes(held.data("x-kde-passwordManagerHint").data()) == b"secret"
    history = 'application/x-qt-windows-mime;value="CanIncludeInClipboardHistory"'
    assert bytes(held.data(history).data()) == bytes(4)


def test_a_copy_vanishes(qtbot: QtBot, board: Board) -> None:
    board.clipboard.setText("Elena Dimitrova")
    qtbot.waitUntil(lambda: board.clipboard.text() == "")


def test_what_somebody_else_copied_meanwhile_stays(qtbot: QtBot, board: Board) -> None:
    board.clipboard.setText("Elena Dimitrova")
    board.ours = False
    board.clipboard.setText("Einkaufsliste")
    qtbot.wait(80)
    assert board.clipboard.text() == "Einkaufsliste"
    assert not board.forms() & set(MARKS)


def test_locking_takes_our_copy_away_and_no_other(board: Board) -> None:
    board.clipboard.setText("Elena Dimitrova")
    board.guard.stop()
    board.guard.stop()
    assert board.clipboard.text() == ""
    board.clipboard.setText("danach")
    assert board.clipboard.text() == "danach"


def test_details_of_a_failure_stay_to_be_pasted(qtbot: QtBot, board: Board) -> None:
    copy_open("Surroundings: disk.full")
    qtbot.wait(80)
    assert board.clipboard.text() == "Surroundings: disk.full"
    assert not board.forms() & set(MARKS)


def test_a_marked_copy_does_not_outlive_python() -> None:
    code = (
        "from PySide6.QtWidgets import QApplication; from kimdesk.ui.clipboard import ClipboardGuard, copy_open\n"
        "app = QApplication([]); guard = ClipboardGuard(owns=lambda: True)\n"
        "app.clipboard().setText('Elena'); assert guard._is_marked(); copy_open('details')\n"
        "app.clipboard().setText('Elena'); guard.stop(); print('fertig')\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.stdout, done.returncode) == ("fertig\n", 0)
