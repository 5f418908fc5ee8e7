"""Windows are kept out of pictures where the system can; a switch lifts that and is kept."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from kimdesk.app.capture import BLACK, EXCLUDED, VISIBLE, CaptureGuard, native_affinity
from kimdesk.app.open import App
from kimdesk.base.clock import FixedClock
from kimdesk.casework import capture
from kimdesk.casework.desk import Desk
from kimdesk.ui.dialogs.protection import ProtectionDialog
from kimdesk.ui.widgets.buttons import Button
from kimdesk.ui.widgets.tick import Tick
from tests.support.drawn import drawn
from tests.support.hand import Hand
from tests.support.qt import find_by_name, unnamed


class System:
    """Remembers what may be captured of each window; an old one knows black windows only."""

    def __init__(self, *, old: bool = False) -> None:
        self.old = old
        self.told: dict[int, int] = {}

    def __call__(self, number: int, affinity: int) -> bool:
        if self.old and affinity == EXCLUDED:
            return False
        self.told[number] = affinity
        return True


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


@pytest.fixture(params=[False, True], ids=["Windows 11", "Windows 8"])
def guarded(request: pytest.FixtureRequest, window: QWidget) -> Iterator[tuple[CaptureGuard, System]]:
    system = System(old=request.param)
    guard = CaptureGuard(system)
    yield guard, system
    guard.stop()
    guard.stop()


def test_every_window_is_excluded_as_one_begins_to_work_in_it(
    qtbot: QtBot, window: QWidget, guarded: tuple[CaptureGuard, System]
) -> None:
    _guard, system = guarded
    wanted = BLACK if system.old else EXCLUDED
    assert system.told[int(window.winId())] == wanted
    dialog = QDialog(window)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    dialog.activateWindow()
    qtbot.waitUntil(lambda: system.told.get(int(dialog.winId())) == wanted)
    dialog.close()


def test_the_switch_lifts_it_and_puts_it_back(window: QWidget, guarded: tuple[CaptureGuard, System]) -> None:
    guard, system = guarded
    guard.set_allowed(allowed=True)
    assert system.told[int(window.winId())] == VISIBLE
    guard.set_allowed(allowed=False)
    assert system.told[int(window.winId())] == (BLACK if system.old else EXCLUDED)


def test_a_system_without_it_is_left_alone(window: QWidget) -> None:
    guard = CaptureGuard(None)
    guard.set_allowed(allowed=True)
    assert not guard.possible
    guard.stop()


def test_only_windows_knows_it() -> None:
    import sys

    assert (native_affinity() is not None) == (sys.platform == "win32")


def test_every_turn_of_the_switch_is_kept(desk: Desk, clock: FixedClock) -> None:
    assert not capture.allowed(desk)
    for on in (True, False):
        clock.advance(days=1)
        capture.allow(desk, on=on)
    assert not capture.allowed(desk)
    first, second = capture.switches(desk)
    assert (first.allowed, second.allowed) == (True, False)
    assert second.at - first.at == 86_400_000


def test_the_log_of_the_switch_does_not_grow_for_ever(desk: Desk) -> None:
    for turn in range(capture.MOST + 3):
        capture.allow(desk, on=turn % 2 == 0)
    assert len(capture.switches(desk)) == capture.MOST


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_dialog_turns_it_and_leads_to_the_pin(work: Hand, at_work: App) -> None:
    assert at_work.guarding is not None
    system = System()
    at_work.capture._set = system
    work.keys(Qt.Key.Key_F9, Qt.KeyboardModifier.ShiftModifier)
    work.wait(lambda: isinstance(QApplication.activeModalWidget(), ProtectionDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ProtectionDialog)
    assert unnamed(dialog) == []
    work.press("Ich nutze Bildschirmvergrößerung")
    work.wait(lambda: VISIBLE in system.told.values())
    desk = at_work.desk
    assert isinstance(desk, Desk)
    assert capture.allowed(desk)
    work.press("PIN festlegen")
    work.wait(lambda: dialog is not QApplication.activeModalWidget())
    work.field("Passphrase")
    work.keys(Qt.Key.Key_Escape)


def test_where_it_is_impossible_the_dialog_says_so(qtbot: QtBot, look: QApplication) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    dialog = ProtectionDialog(window, has_pin=True, magnifier=False, capture_possible=False)
    dialog.open()
    assert not dialog.findChild(Tick).isVisible()
    assert "nicht verhindern" in drawn(dialog)
    assert find_by_name(dialog, "PIN ändern", Button).isEnabled()
    dialog.reject()


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_settings_lead_to_it(work: Hand) -> None:
    work.press("Einstellungen", inside="Bereiche")
    work.press("Bildschirm")
    work.press("Einstellen …")
    work.wait(lambda: isinstance(QApplication.activeModalWidget(), ProtectionDialog))
    work.press("Fertig")
    work.wait(lambda: QApplication.activeModalWidget() is None)
