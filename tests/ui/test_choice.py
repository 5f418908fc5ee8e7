from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kimdesk.ui.widgets.buttons import Chip
from kimdesk.ui.widgets.choice import ChoiceChip
from kimdesk.ui.widgets.codes import Option
from kimdesk.ui.widgets.done import DoneCircle, TextButton
from kimdesk.ui.widgets.surfaces import Flow
from tests.support.qt import spoken_name

EDITIONS = (Option("family", "Familienfassung"), Option("full", "vollständig"))


@pytest.mark.qt_log_ignore("This plugin does not support")  # popups on the offscreen platform
def test_a_choice_is_made_with_the_keyboard(qtbot: QtBot, look: QApplication) -> None:
    chip = ChoiceChip("Fassung", EDITIONS)
    qtbot.addWidget(chip)
    chip.set_code("family")
    told: list[str] = []
    chip.chosen.connect(told.append)
    with qtbot.waitActive(chip):
        chip.show()
    qtbot.keyClick(chip, Qt.Key.Key_Down)
    qtbot.keyClick(chip.menu_, Qt.Key.Key_Down)
    qtbot.keyClick(chip.menu_, Qt.Key.Key_Return)
    assert (chip.code(), told) == ("full", ["full"])
    assert spoken_name(chip) == "Fassung: vollständig"


def test_choosing_the_same_again_is_no_change(qtbot: QtBot, look: QApplication) -> None:
    chip = ChoiceChip("Fassung", EDITIONS)
    qtbot.addWidget(chip)
    chip.set_code("full")
    changed: list[str] = []
    taken: list[str] = []
    chip.chosen.connect(changed.append)
    chip.taken.connect(taken.append)
    chip.menu_.actions()[1].trigger()
    assert (changed, taken) == ([], ["full"])


def test_other_options_keep_what_was_chosen(qtbot: QtBot, look: QApplication) -> None:
    chip = ChoiceChip("Fassung", EDITIONS)
    qtbot.addWidget(chip)
    chip.set_code("full")
    chip.set_options([*EDITIONS, Option("large", "große Schrift")])
    assert chip.text() == "vollständig"
    chip.set_word("Fassung …")
    assert (chip.text(), chip.code()) == ("Fassung …", "full")


def test_a_circle_says_what_is_done(qtbot: QtBot, look: QApplication) -> None:
    circle = DoneCircle("Anruf")
    qtbot.addWidget(circle)
    assert spoken_name(circle) == "noch offen: Anruf"
    circle.setChecked(True)
    assert spoken_name(circle) == "erledigt: Anruf"


def test_an_ampersand_is_read_as_it_is(qtbot: QtBot, look: QApplication) -> None:
    words = TextButton("Schmidt & Sohn")
    qtbot.addWidget(words)
    assert words.accessibleName() == "Schmidt & Sohn"
    assert words.words == "Schmidt & Sohn"


def test_a_row_of_chips_inside_another_asks_for_all_its_lines(qtbot: QtBot, look: QApplication) -> None:
    inner = Flow(*(Chip(f"Thema {number}") for number in range(8)))
    outer = Flow(inner)
    room = QWidget()
    qtbot.addWidget(room)
    outer.setParent(room)
    narrow, wide = outer.heightForWidth(200), outer.heightForWidth(2000)
    assert narrow == inner.heightForWidth(200)
    assert narrow > 2 * wide
