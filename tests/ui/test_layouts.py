"""What has no room beside goes below, and nothing is cut off."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kimdesk.ui.theme.look import current
from kimdesk.ui.widgets.buttons import Button
from kimdesk.ui.widgets.fold import FoldButton
from kimdesk.ui.widgets.labels import ElidedLabel
from kimdesk.ui.widgets.lines import broken
from kimdesk.ui.widgets.notes import NoteEdit
from kimdesk.ui.widgets.surfaces import PageHead, column
from tests.support.drawn import drawn

LONG = "Schuldnerberatung im Nordkreis · Zwei Raten in kleinen Schritten vereinbaren"


def show(qtbot: QtBot, widget: QWidget, width: int) -> None:
    qtbot.addWidget(widget)
    widget.resize(width, widget.heightForWidth(width))
    widget.show()


@pytest.mark.parametrize(("width", "below"), [(900, False), (300, True)])
def test_buttons_of_a_page_go_below_its_title_where_it_is_narrow(
    qtbot: QtBot, look: QApplication, width: int, below: bool
) -> None:
    button = Button("Alle speichern …")
    head = PageHead("Eingangsbestätigungen", button)
    head.count.setText("3 Geräte warten")
    show(qtbot, head, width)
    assert (button.geometry().top() >= head.title.geometry().bottom()) == below
    assert button.geometry().right() < width
    assert head.title.width() >= head.title.sizeHint().width()


def test_a_count_without_room_loses_its_last_part_before_a_word_is_cut(qtbot: QtBot, look: QApplication) -> None:
    count = ElidedLabel("34 aktiv · 211 insgesamt", "dim", drops=True)
    qtbot.addWidget(count)
    width = count.fontMetrics().horizontalAdvance(count.text())
    assert count.fitting(width) == "34 aktiv · 211 insgesamt"
    assert count.fitting(width - 1) == "34 aktiv"
    assert count.fitting(width // 4).endswith("…")


def test_a_line_that_opens_something_takes_a_second_line_before_it_is_shortened(
    qtbot: QtBot, look: QApplication
) -> None:
    line = FoldButton()
    line.say(LONG, LONG)
    one, two = line.heightForWidth(900), line.heightForWidth(320)
    assert two > one
    assert line.heightForWidth(100) == two, "two lines are the most"
    show(qtbot, line, 900)
    assert drawn(line).strip() == LONG


def test_words_are_broken_into_lines_and_the_rest_is_an_ellipsis(look: QApplication) -> None:
    font = current().font()
    assert broken("kurz", font, 500, 2) == ["kurz"]
    first, second = broken(LONG, font, 150, 2)
    assert LONG.startswith(first)
    assert second.endswith("…")
    assert broken("", font, 100, 2) == [""]


def test_a_note_grows_where_a_narrow_place_breaks_its_line(qtbot: QtBot, look: QApplication) -> None:
    note, place = NoteEdit("Wunsch", lines=1, most=6), QWidget()
    place.setLayout(column(note, None))
    qtbot.addWidget(place)
    place.resize(900, 400)
    note.set_text(LONG)
    place.show()
    one = note.height()
    place.resize(300, 400)
    qtbot.waitUntil(lambda: note.height() > one)
    assert note.height() >= note.sizeHint().height()
