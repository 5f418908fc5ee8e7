"""The genogram on the page of persons: a relative added by name and relation, moved by hand, opened, put back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from kimdesk.base.ids import new_id
from kimdesk.casework import editing
from kimdesk.domain.changes import Create
from kimdesk.domain.declare import Code
from kimdesk.domain.records import Person, Relation
from kimdesk.ui import privacy
from kimdesk.ui.dialogs.print_view import PrintDialog
from kimdesk.ui.screens.family_persons.build import build
from kimdesk.ui.screens.family_persons.view import TREE, PersonsView
from kimdesk.ui.widgets.codes import CodeCombo
from tests.support.qt import type_text, unnamed
from tests.ui.screens.family_story import Stage, Story, reached_by_tab

Key, Mods = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def page(stage: Stage, story: Story) -> PersonsView:
    desk = stage.context.desk
    mother = {"case": story.case, "person": story.elena, "other": story.mariya, "relation": Code("parent_of")}
    desk.apply(Create("relation", new_id(desk.clock), mother))
    shown = stage.show(build, story.case)
    assert isinstance(shown, PersonsView)
    shown.turn(tree=True)
    return shown


def persons(stage: Stage, story: Story) -> dict[str, Person]:
    return {each.given_name or "": each for each in stage.context.desk.query.of_case(Person, story.case)}


def choose(combo: CodeCombo, word: str) -> None:
    combo.setCurrentIndex(combo.findText(word, Qt.MatchFlag.MatchStartsWith))
    combo.activated.emit(combo.currentIndex())


def add_grandmother(page: PersonsView) -> None:
    card = page.tree.relative
    type_text(card.name, "Oma Stefka")
    choose(card.gender, "weiblich")
    choose(card.relation, "ist Elternteil von")
    choose(card.to, "Elena")
    QTest.keyClick(card.add_button, Key.Key_Space)


def test_a_relative_elsewhere_is_one_step(page: PersonsView, stage: Stage, story: Story) -> None:
    assert not page.tree.relative.add_button.isEnabled()
    add_grandmother(page)
    stefka = persons(stage, story)["Oma Stefka"]
    assert (stefka.family_name, stefka.in_household, stefka.gender) == (None, "no", "f")
    relations = stage.context.desk.query.of_case(Relation, story.case)
    assert (stefka.id, story.elena, "parent_of") in {(each.person, each.other, each.relation) for each in relations}
    assert "Oma Stefka" in page.tree.card.sentences.body
    assert page.tree.relative.name.text() == ""
    editing.undo(stage.context.desk)
    assert "Oma Stefka" not in persons(stage, story)
    assert len(stage.context.desk.query.of_case(Relation, story.case)) == 1


def test_a_name_that_is_too_long_stays_where_it_was_typed(page: PersonsView, stage: Stage, story: Story) -> None:
    card = page.tree.relative
    card.name.setText("O" * 5000)
    choose(card.relation, "ist Elternteil von")
    choose(card.to, "Elena")
    card.add_button.click()
    assert page.tree.strip.isVisible()
    assert len(card.name.text()) > 200
    assert len(persons(stage, story)) == 2


def test_moved_by_keyboard_it_stays_until_put_back_and_by_mouse_as_well(
    page: PersonsView, stage: Stage, story: Story
) -> None:
    sheet = page.tree.card.drawing.sheet
    assert page.tree.again.isHidden()
    sheet.choose(story.mariya.hex())
    sheet.setFocus()
    QTest.keyClick(sheet, Key.Key_Right, Mods.ShiftModifier)
    QTest.keyRelease(sheet, Key.Key_Shift)
    assert persons(stage, story)["Mariya"].genogram_dx == 1
    page.tree.again.click()
    assert persons(stage, story)["Mariya"].genogram_dx is None
    assert page.tree.again.isHidden()
    assert sheet.picture is not None
    area = next(each for each in sheet.picture.areas if each.key == story.elena.hex())
    start = sheet.box(area).center().toPoint()
    QTest.mousePress(sheet, Qt.MouseButton.LeftButton, Mods.NoModifier, start)
    QTest.mouseMove(sheet, start + QPoint(60, 0))
    QTest.mouseRelease(sheet, Qt.MouseButton.LeftButton, Mods.NoModifier, start + QPoint(60, 0))
    assert (persons(stage, story)["Elena"].genogram_dx or 0) > 0


def test_list_and_picture_choose_the_same_and_enter_opens_it(page: PersonsView, story: Story) -> None:
    page.list.chosen.emit(story.mariya.hex())
    assert page.tree.card.drawing.chosen() == story.mariya.hex()
    sheet = page.tree.card.drawing.sheet
    sheet.choose(story.elena.hex())
    button = page.list.current()
    assert button is not None
    assert button.key == story.elena.hex()
    sheet.setFocus()
    QTest.keyClick(sheet, Key.Key_Return)
    assert page.tree.isHidden()
    assert page.form.name.text().startswith("Elena")
    assert page.form.isAncestorOf(page.focusWidget())  # type: ignore[arg-type, unused-ignore] # the stub knows no None
    page.turn(tree=True)
    page.add_button.click()  # somebody new is typed in the form
    assert page.tree.isHidden()
    assert page.parts.current() != TREE


def test_the_privacy_key_hides_names_in_the_picture(page: PersonsView) -> None:
    privacy.hide(frozenset({"elena", "mariya", "dimitrova"}))
    try:
        picture = page.tree.card.drawing.sheet.picture
        assert picture is not None
        assert not any(name in picture.alt for name in ("Elena", "Mariya", "Dimitrova"))
    finally:
        privacy.show()


def test_keyboard_names_room_and_paper(page: PersonsView) -> None:
    wanted = {page.tree.card.drawing.sheet, page.tree.print_button, page.tree.relative.name, page.tree.relative.to}
    assert wanted <= reached_by_tab(page)
    assert unnamed(page) == []
    for width in (700, 1096):
        page.resize(width, 700)
        assert page.tree.horizontalScrollBar().maximum() == 0
    page.tree.print_button.click()
    (dialog,) = page.findChildren(PrintDialog)
    dialog.own_chosen.emit(True)
    assert dialog.leaving.isVisible()
    dialog.reject()
