"""The look of the whole application."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from kimdesk.ui.theme.look import Look, apply, current


class Dressed(QObject):
    """Counts how often a widget is dressed anew."""

    times = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.times += event.type() == QEvent.Type.StyleChange
        return super().eventFilter(watched, event)


@pytest.fixture
def label(look: QApplication, qtbot: QtBot) -> QLabel:
    made = QLabel("Familie")
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize("other", [Look(theme="dark"), Look(scale=2.0)], ids=["colours", "size"])
def test_another_look_reaches_what_is_there_and_the_same_one_leaves_it_alone(
    look: QApplication, label: QLabel, other: Look
) -> None:
    dressed = Dressed()
    label.installEventFilter(dressed)
    apply(look, Look())
    assert dressed.times == 0
    apply(look, other)
    assert current() == other
    assert dressed.times
    before = dressed.times
    apply(look, other)
    assert dressed.times == before
