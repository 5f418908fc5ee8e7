"""Every control of a screen is reached with Tab alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kimdesk.casework.families import NewFamily, create_family
from kimdesk.ui.screens.catalog import CATALOG, Entry
from kimdesk.ui.shell.screen import Context

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
