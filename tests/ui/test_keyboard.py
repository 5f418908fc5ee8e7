"""Every control of a screen is reached with Tab alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kimdesk.casework.families import NewFamily, create_family
from kimdesk.ui.actions import spec
from kimdesk.ui.screens.catalog import CATALOG, Entry
from kimdesk.ui.shell.frame import NAVIGATION
from kimdesk.ui.shell.screen import Context
from kimdesk.ui.shell.window import MainWindow
from kimdesk.ui.widgets.inputs import LineEdit
from kimdesk.ui.widgets.notes import NoteEdit

OWN = [entry for entry in CATALOG if entry.key in {"unlock", "families"}]
SHOTS = [(entry, state) for entry in OWN for state in entry.states]


def controls(root: QWidget) -> set[QWidget]:
    return {
        child
        for child in root.findChildren(QWidget)
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus
        and child.isVisible()
        and child.isEnabled()
        and child.focusProxy() is None
    }


def walk(root: QWidget, qtbot: QtBot, most: int) -> set[QWidget]:
    reached: set[QWidget] = set()
    for _press in range(most):
        current = QApplication.focusWidget()
        if current is not None:
            reached.add(current)
            qtbot.keyClick(current, Qt.Key.Key_Tab)
    return reached


@pytest.mark.parametrize(("entry", "state"), SHOTS, ids=[f"{entry.key}-{state}" for entry, state in SHOTS])
def test_tab_reaches_every_control(qtbot: QtBot, context: Context, entry: Entry, state: str) -> None:
    create_family(context.desk, NewFamily(family_name="Dimitrov", case_number="KD-2026-0017"))
    window = entry.make(context, state).widget
    qtbot.addWidget(window)
    window.resize(1180, 760)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    there = controls(window)
    next(iter(there)).setFocus()
    reached = walk(window, qtbot, 2 * len(there) + 4)
    missing = [f"{type(widget).__name__} {widget.accessibleName()}" for widget in there - reached]
    assert missing == []


def test_every_screen_of_the_navigation_and_the_box_have_their_key(context: Context, qtbot: QtBot) -> None:
    window = MainWindow(context.clock)
    qtbot.addWidget(window)
    keys = {action: window.actions_[action].shortcut().toString() for action in (*NAVIGATION, "command")}
    assert keys == {action: spec(action).key for action in (*NAVIGATION, "command")}


@pytest.mark.parametrize("field", [LineEdit, NoteEdit])
def test_ctrl_k_belongs_to_the_window_even_while_one_types(
    qtbot: QtBot, look: object, field: type[LineEdit] | type[NoteEdit]
) -> None:
    typed = field("Name")
    qtbot.addWidget(typed)
    event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    event.accept()
    typed.event(event)
    assert not event.isAccepted()
