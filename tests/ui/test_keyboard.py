"""Every control of a screen is reached with Tab alone, in the order one reads, and shows that it has the focus."""

from __future__ import annotations

import pytest
import shiboken6
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget, QWidgetItem
from pytestqt.qtbot import QtBot

from kimdesk.app.gallery import demo_desk
from kimdesk.app.gallery_stage import shots
from kimdesk.base.clock import FixedClock
from kimdesk.casework.families import NewFamily, create_family
from kimdesk.ui.actions import spec
from kimdesk.ui.forms.port import DeskPort
from kimdesk.ui.screens.catalog import Entry
from kimdesk.ui.shell.frame import NAVIGATION, sample_window
from kimdesk.ui.shell.screen import Context
from kimdesk.ui.shell.window import MainWindow
from kimdesk.ui.tasks import InlineRunner
from kimdesk.ui.theme.look import Look, apply
from kimdesk.ui.theme.tokens import ThemeName
from kimdesk.ui.widgets import tab_order
from kimdesk.ui.widgets.inputs import LineEdit
from kimdesk.ui.widgets.notes import NoteEdit
from tests.support.qt import unnamed
from tests.support.walking import against_reading, controls, describe, walk, without_ring

PLAIN = {
    "unlock": {"open", "recover", "create", "passphrase", "prove"},
    "families": {"list", "filter", "nothing"},
    "cover": {"pin", "passphrase"},
    "protection": {""},
    "passphrase": {""},
    "incident": {"without"},
    "handbook": {"emergency"},
    "unfinished": {""},
    "exchange": {"compose", "prepared", "grant"},
    "inbox": {"results"},
    "district_observations": {"all"},
    "receipts": {"waiting"},
    "devices": {"list"},
    "devices_enrol": {"differ"},
    "sheets": {"list"},
    "sheets_ask": {"foreign"},
    "backups": {"list"},
}
"""Screens and dialogs whose samples need no caseload, by their states."""
SHOTS = [(name, entry, state) for name, entry, state in shots("") if state in PLAIN.get(entry.key, ())]


def framed(context: Context, entry: Entry, state: str) -> QWidget:
    """Return a sample in the window it stands in."""
    screen = entry.make(context, state)
    return screen.widget if entry.frame == "none" else sample_window(context, entry.frame, screen)


def show(qtbot: QtBot, window: QWidget) -> None:
    qtbot.addWidget(window)
    window.resize(1180, 760)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()


def faults(window: QWidget) -> list[str]:
    """Return what a walk with Tab through a window finds wrong."""
    way = walk(window)
    missing = [f"not reached: {describe(each)}" for each in controls(window) - set(way)]
    back = against_reading(window, way)
    wrong = [f"against reading: {step}" for step in back] if len(back) > 1 else []
    return [*missing, *wrong, *(f"no name: {each}" for each in unnamed(window))]


def test_tab_reaches_every_control_as_one_reads(qtbot: QtBot, context: Context) -> None:
    create_family(context.desk, NewFamily(family_name="Dimitrov", case_number="KD-2026-0017"))
    found = []
    for name, entry, state in SHOTS:
        window = framed(context, entry, state)
        show(qtbot, window)
        found += [f"{name}: {each}" for each in faults(window)]
        window.close()
    assert found == []


@pytest.mark.parametrize("theme", ["light", "contrast"])
def test_whatever_has_the_focus_shows_it(qtbot: QtBot, context: Context, look: QApplication, theme: ThemeName) -> None:
    create_family(context.desk, NewFamily(family_name="Dimitrov", case_number="KD-2026-0017"))
    apply(look, Look(theme=theme))
    blind = []
    for name, entry, state in SHOTS:
        if name in {"unlock-recover", "exchange-compose", "devices-list", "cover-pin", "passphrase"}:
            window = framed(context, entry, state)
            show(qtbot, window)
            blind += [f"{name}: {each}" for each in without_ring(window, walk(window))]
            window.close()
    assert blind == []


@pytest.mark.slow
@pytest.mark.parametrize("theme", ["light", "contrast"])
def test_every_screen_and_dialog_is_used_with_the_keyboard_alone(
    qtbot: QtBot, look: QApplication, clock: FixedClock, theme: ThemeName
) -> None:
    runner, found = InlineRunner(), []
    apply(look, Look(theme=theme))
    with demo_desk(clock) as desk:
        context = Context(clock=clock, runner=runner, desk=desk, port=DeskPort(desk, runner, clock))
        for name, entry, state in shots(""):
            window = framed(context, entry, state)
            show(qtbot, window)
            wrong = faults(window) + [f"no ring: {each}" for each in without_ring(window, walk(window))]
            found += [f"{name}: {each}" for each in wrong]
            window.close()
            window.deleteLater()
    assert found == []


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


def handed_out() -> int:
    return sum(isinstance(each, QWidgetItem) for each in shiboken6.getAllValidWrappers())


def test_the_way_of_tab_keeps_nothing_of_a_layout_that_qt_may_delete(qtbot: QtBot, look: object) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    rows = QVBoxLayout(page)
    inner = QHBoxLayout()
    first, second, third = (LineEdit(name) for name in ("eins", "zwei", "drei"))
    rows.addWidget(first)
    rows.addLayout(inner)
    inner.addWidget(second)
    rows.addWidget(third)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    first.setFocus()
    before = handed_out()
    assert tab_order.step(page, forward=True)
    assert QApplication.focusWidget() is second
    assert tab_order.step(page, forward=True)
    assert QApplication.focusWidget() is third
    assert handed_out() == before
