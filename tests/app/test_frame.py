"""The one window: it fits the screen, and is where it was last time."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from kimdesk.app.frame import Frame
from kimdesk.app.open import App
from kimdesk.ui.settings import SettingsFile
from tests.support.program import Relaunched, fixtures_close, open_app

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def test_the_window_takes_a_small_screen_whole(qtbot: QtBot) -> None:
    frame = Frame()
    qtbot.addWidget(frame)
    frame.turn_to(QLabel("KIM Desk"))
    frame.appear()
    assert frame.isMaximized()
    assert frame.size() == frame.screen().availableGeometry().size()


def test_the_window_is_where_it_was(qtbot: QtBot) -> None:
    first, second = Frame(), Frame()
    for frame in (first, second):
        qtbot.addWidget(frame)
    first.setGeometry(QRect(30, 40, 610, 520))
    first.show()
    second.appear(first.place())
    assert not second.isMaximized()
    assert second.geometry() == first.geometry()


@pytest.mark.parametrize("remembered", ["", "kein Ort", "ÄÖÜ", "AAAA"])
def test_a_place_that_makes_no_sense_is_forgotten(qtbot: QtBot, remembered: str) -> None:
    frame = Frame()
    qtbot.addWidget(frame)
    frame.appear(remembered)
    assert frame.isVisible()


def test_closing_remembers_the_place(qtbot: QtBot, qapp: QApplication, own_home: Path, relaunched: Relaunched) -> None:
    app: App = open_app(qapp, own_home, relaunched)
    app.window.close()
    assert SettingsFile(own_home).load().window == app.window.place()
    fixtures_close(app)


def test_settings_that_cannot_be_written_keep_nobody_from_working(
    qtbot: QtBot, qapp: QApplication, own_home: Path, relaunched: Relaunched
) -> None:
    own_home.write_text("no folder", "utf-8")
    app = open_app(qapp, own_home, relaunched)
    assert app.window.isVisible()
    fixtures_close(app)
