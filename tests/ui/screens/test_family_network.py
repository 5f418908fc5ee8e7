"""The network map on the page: added at a place, moved by keyboard and mouse, connected, told in words, printed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from kimdesk.base.ids import RecordId, new_id
from kimdesk.casework import editing
from kimdesk.domain.changes import Create
from kimdesk.domain.declare import Code
from kimdesk.domain.records import NetworkContact, NetworkTie
from kimdesk.ui import privacy
from kimdesk.ui.dialogs.print_view import PrintDialog
from kimdesk.ui.screens.family_network.build import build
from kimdesk.ui.screens.family_network.view import NetworkView
from kimdesk.ui.widgets.buttons import Button, IconButton
from kimdesk.ui.widgets.drawing_sheet import DrawingSheet
from kimdesk.ui.widgets.fold import FoldButton
from tests.support.qt import find_by_name, type_text, unnamed
from tests.ui.screens.family_story import Stage, Story, reached_by_tab

Key, Mods = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def aunt(stage: Stage, story: Story) -> RecordId:
    made = new_id(stage.context.desk.clock)
    values = {"case": story.case, "name": "Tante Vesela", "sector": Code("family"), "horizon": Code("close")}
    stage.context.desk.apply(Create("network_contact", made, values))
    return made


@pytest.fixture
def page(stage: Stage, story: Story, aunt: RecordId) -> NetworkView:
    shown = stage.show(build, story.case)
    assert isinstance(shown, NetworkView)
    return shown


def contacts(stage: Stage, story: Story) -> dict[str, tuple[str, str]]:
    found = stage.context.desk.query.of_case(NetworkContact, story.case)
    return {each.name: (each.sector, each.horizon) for each in found}


def combo(page: QWidget, name: str) -> QComboBox:
    (found,) = [each for each in page.findChildren(QComboBox) if each.accessibleName() == name and each.isVisible()]
    return found


def middle(sheet: DrawingSheet, key: str) -> QPoint:
    assert sheet.picture is not None
    return next(sheet.box(area).center().toPoint() for area in sheet.picture.areas if area.key == key)


def test_moved_by_keyboard_she_stands_in_another_cell_until_undone(
    page: NetworkView, stage: Stage, story: Story
) -> None:
    sheet = page.map.drawing.sheet
    sheet.setFocus()
    QTest.keyClick(sheet, Key.Key_Right)
    assert "Tante Vesela" in sheet.accessibleName()
    QTest.keyClick(sheet, Key.Key_Space)
    for _step in range(12):
        QTest.keyClick(sheet, Key.Key_Right)
    QTest.keyClick(sheet, Key.Key_Return)
    assert contacts(stage, story)["Tante Vesela"][0] == "friends"
    assert page.map.drawing.chosen()
    editing.undo(stage.context.desk)
    assert contacts(stage, story)["Tante Vesela"] == ("family", "close")


def test_moved_by_mouse(page: NetworkView, stage: Stage, story: Story, aunt: RecordId) -> None:
    sheet = page.map.drawing.sheet
    start = middle(sheet, aunt.hex())
    QTest.mousePress(sheet, Qt.MouseButton.LeftButton, Mods.NoModifier, start)
    QTest.mouseMove(sheet, start + QPoint(0, 250))
    QTest.mouseRelease(sheet, Qt.MouseButton.LeftButton, Mods.NoModifier, start + QPoint(0, 250))
    assert contacts(stage, story)["Tante Vesela"][0] != "family"


def test_a_double_click_begins_somebody_in_that_cell(page: NetworkView, stage: Stage, story: Story) -> None:
    sheet = page.map.drawing.sheet
    at = QPoint(sheet.width() * 85 // 100, sheet.height() * 60 // 100)
    QTest.mouseDClick(sheet, Qt.MouseButton.LeftButton, Mods.NoModifier, at)
    name = find_by_name(page, "Vorname, Rolle oder Stelle", QLineEdit)
    type_text(name, "Trainer")
    page.settle()
    assert contacts(stage, story)["Trainer"] == ("work", "loose")


def test_the_list_moves_as_well(page: NetworkView, stage: Stage, story: Story) -> None:
    find_by_name(page, "Netzwerk: Tante Vesela", FoldButton).click()
    box = combo(page, "Nähe")
    box.setFocus()
    QTest.keyClicks(box, "mittel")
    page.settle()
    assert contacts(stage, story)["Tante Vesela"] == ("family", "middle")
    assert "mittel" in page.map.sentences.body


def test_two_are_connected_once_and_taken_apart(page: NetworkView, stage: Stage, story: Story) -> None:
    desk = stage.context.desk
    other = new_id(desk.clock)
    values = {"case": story.case, "name": "Trainer", "sector": Code("work"), "horizon": Code("loose")}
    stage.tell(desk.apply(Create("network_contact", other, values)))
    for _twice in range(2):
        page.ties.one.set_code(other.hex())
        page.ties.other.setCurrentIndex(page.ties.other.findText("Tante Vesela"))
        page.ties.other.chosen.emit("")
        find_by_name(page, "Verbinden", Button).click()
    assert len(desk.query.of_case(NetworkTie, story.case)) == 1
    assert "Trainer" in page.map.sentences.body
    gone = next(each for each in page.ties.findChildren(IconButton) if each.accessibleName().startswith("Entfernen: "))
    gone.click()
    assert desk.query.of_case(NetworkTie, story.case) == ()
    find_by_name(page.ties, "Rückgängig", Button).click()
    assert len(desk.query.of_case(NetworkTie, story.case)) == 1
    page.ties.one.set_code(other.hex())
    page.ties.other.set_code(other.hex())
    page.ties.other.chosen.emit("")
    assert not page.ties.add_button.isEnabled()  # nobody is connected with themselves


def test_the_privacy_key_hides_names_in_the_picture(page: NetworkView) -> None:
    privacy.hide(frozenset({"tante", "vesela"}))
    try:
        assert "Vesela" not in page.map.drawing.sheet.accessibleDescription()
        assert page.map.drawing.sheet.picture is not None
        assert not any("Vesela" in text for text in page.map.drawing.sheet.picture.texts)
    finally:
        privacy.show()
    assert "Vesela" in page.map.drawing.sheet.accessibleDescription()


def test_keyboard_names_room_and_paper(page: NetworkView) -> None:
    reached = reached_by_tab(page)
    assert {page.map.drawing.sheet, page.print_button, page.contacts.add_button} <= reached
    assert unnamed(page) == []
    for width in (620, 1096):
        page.resize(width, 600)
        assert page.horizontalScrollBar().maximum() == 0
    page.print_button.click()
    (dialog,) = page.findChildren(PrintDialog)
    dialog.own_chosen.emit(True)
    assert dialog.leaving.isVisible()
    dialog.reject()
