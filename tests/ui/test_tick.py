"""A line to tick: pressed anywhere, and never cut where one has to read it to decide."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kimdesk.ui.widgets.tick import Tick
from tests.support.drawn import drawn

WORDS = "Die Kinder schlafen & spielen im Wohnzimmer, weil das andere Zimmer feucht ist."


def test_all_words_are_drawn_in_a_narrow_place(qtbot: QtBot, look: QApplication) -> None:
    tick = Tick(WORDS)
    qtbot.addWidget(tick)
    tick.resize(180, tick.heightForWidth(180))
    tick.show()
    assert " ".join(drawn(tick).split()) == WORDS
    assert tick.height() > tick.heightForWidth(2000) >= 34


def test_a_press_anywhere_in_the_line_ticks_it(qtbot: QtBot, look: QApplication) -> None:
    tick = Tick("ja")
    qtbot.addWidget(tick)
    tick.resize(400, 40)
    tick.show()
    qtbot.mouseClick(tick, Qt.MouseButton.LeftButton, pos=QPoint(380, 20))
    assert tick.isChecked()
