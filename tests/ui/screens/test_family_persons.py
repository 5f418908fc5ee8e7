from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from kimdesk.base.ids import RecordId
from kimdesk.casework import editing
from kimdesk.casework.desk import Desk
from kimdesk.domain.declare import Code
from kimdesk.domain.records import Person, Relation
from kimdesk.ui.screens.family_persons.build import build
from kimdesk.ui.screens.family_persons.view import PersonsView
from kimdesk.ui.shell.family_parts import PersonButton
from kimdesk.ui.widgets.buttons import Button, IconButton
from tests.support.qt import find_by_name, type_text, unnamed
from tests.ui.screens.family_story import Stage, Story, reached_by_tab


@pytest.fixture
def page(stage: Stage, story: Story) -> PersonsView:
    shown = stage.show(build, story.case)
    assert isinstance(shown, PersonsView)
    return shown


def listed(page: PersonsView) -> list[str]:
    QCoreApplication.sendPostedEvents()
    return [each.text() for each in page.list.findChildren(PersonButton) if each.isVisible()]


def persons(desk: Desk, case: RecordId) -> set[str]:
    return {each.given_name or each.family_name or "" for each in desk.query.of_case(Person, case)}


def person(desk: Desk, record: RecordId) -> Person:
    found = desk.query.get(Person, record)
    assert found is not None
    return found


def test_the_grown_ups_come_first_and_the_first_is_in_the_form(page: PersonsView) -> None:
    assert listed(page) == ["Elena Dimitrova", "Mariya"]
    assert find_by_name(page, "Vorname", QLineEdit).text() == "Elena"


def test_everything_has_a_name_and_is_reached_by_tab(page: PersonsView) -> None:
    assert unnamed(page) == []
    controls = {
        each
        for cls in (Button, IconButton, QLineEdit, QPlainTextEdit, QComboBox)
        for each in page.findChildren(cls)
        if each.isVisible() and each.isEnabled()
    }
    chosen = {each for each in page.findChildren(PersonButton) if each.isChecked()}
    assert controls | chosen <= reached_by_tab(page)
    named = [each for each in reached_by_tab(page) if not each.accessibleName()]
    assert [each for each in named if not (isinstance(each, QAbstractButton) and each.text())] == []


def test_every_field_of_a_person_is_in_the_form(page: PersonsView, desk: Desk) -> None:
    shown = [name for form in page.form.forms for name in form.rows]
    declared = [spec.name for spec in desk.services.registry["person"].form_fields()]
    assert sorted(shown) == sorted(declared)


def test_typing_is_durable_at_once_and_settles_to_a_change(page: PersonsView, story: Story, desk: Desk) -> None:
    situation = find_by_name(page, "Arbeit, Schule, Kita", QLineEdit)
    type_text(situation, "Näherei")
    assert [draft.text for draft in desk.query.drafts(story.elena)] == ["Näherei"]
    find_by_name(page, "Telefon", QLineEdit).setFocus()
    second = desk.store.reader("query")
    assert second.get(Person, story.elena).situation == "Näherei"  # type: ignore[union-attr] # it exists
    assert not second.drafts(story.elena)


def test_a_date_that_means_nothing_stays_a_draft_with_a_hint(page: PersonsView, story: Story, desk: Desk) -> None:
    born = find_by_name(page, "Geburtsdatum", QLineEdit)
    born.clear()
    type_text(born, "bald")
    find_by_name(page, "Telefon", QLineEdit).setFocus()
    assert person(desk, story.elena).birth_date == "1994"
    assert [draft.text for draft in desk.query.drafts(story.elena)] == ["bald"]
    assert page.form.forms[0].rows["birth_date"].hint.isVisible()


def test_the_arrow_keys_go_from_person_to_person(page: PersonsView, qtbot: QtBot) -> None:
    first, second = (find_by_name(page, name, PersonButton) for name in ("Elena Dimitrova Елена", "Mariya"))
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Down)  # type: ignore[no-untyped-call] # of pytest-qt
    assert second.hasFocus()
    assert find_by_name(page, "Vorname", QLineEdit).text() == "Mariya"


def test_one_name_is_enough_for_a_new_person(page: PersonsView, story: Story, desk: Desk) -> None:
    find_by_name(page, "Person hinzufügen", Button).click()
    assert listed(page)[-1] == "Neue Person"
    assert persons(desk, story.case) == {"Elena", "Mariya"}
    name = find_by_name(page, "Vorname", QLineEdit)
    assert name.hasFocus()
    type_text(name, "Ivan")
    assert listed(page)[-1] == "Ivan"
    find_by_name(page, "Nachname", QLineEdit).setFocus()
    assert persons(desk, story.case) == {"Elena", "Mariya", "Ivan"}


def test_a_new_person_without_a_name_waits_as_a_draft(
    stage: Stage, page: PersonsView, story: Story, desk: Desk
) -> None:
    find_by_name(page, "Person hinzufügen", Button).click()
    type_text(find_by_name(page, "Telefon", QLineEdit), "02553 1")
    find_by_name(page, "E-Mail", QLineEdit).setFocus()
    assert persons(desk, story.case) == {"Elena", "Mariya"}
    again = stage.show(build, story.case)
    assert isinstance(again, PersonsView)
    assert listed(again)[-1] == "Neue Person"


def test_what_was_begun_can_be_thrown_away(page: PersonsView, desk: Desk) -> None:
    find_by_name(page, "Person hinzufügen", Button).click()
    type_text(find_by_name(page, "Telefon", QLineEdit), "02553 1")
    page.form.remove.click()
    assert listed(page) == ["Elena Dimitrova", "Mariya"]
    assert not desk.query.drafts()


def test_a_person_is_removed_and_brought_back(page: PersonsView, story: Story, desk: Desk) -> None:
    find_by_name(page, "Elena Dimitrova: Person entfernen", Button).click()
    assert persons(desk, story.case) == {"Mariya"}
    assert listed(page) == ["Mariya"]
    find_by_name(page.strip, "Rückgängig", Button).click()
    assert persons(desk, story.case) == {"Elena", "Mariya"}
    assert find_by_name(page, "Vorname", QLineEdit).text() == "Elena"


def test_the_last_person_stays(page: PersonsView) -> None:
    page.form.remove.click()
    assert not page.form.remove.isEnabled()


def test_a_relation_is_recorded_removed_and_brought_back(page: PersonsView, story: Story, desk: Desk) -> None:
    card = page.relations
    assert not card.add_button.isEnabled()
    for combo, code in ((card.relation, "parent_of"), (card.other, story.mariya.hex())):
        combo.set_code(code)
        combo.activated.emit(combo.currentIndex())
    card.add_button.click()
    found = desk.query.of_case(Relation, story.case)
    assert [(each.person, each.relation, each.other) for each in found] == [(story.elena, "parent_of", story.mariya)]
    QCoreApplication.sendPostedEvents()
    find_by_name(card, "Entfernen: Elena ist Elternteil von Mariya", IconButton).click()
    assert desk.query.of_case(Relation, story.case) == ()
    QCoreApplication.sendPostedEvents()
    find_by_name(page.strip, "Rückgängig", Button).click()
    assert len(desk.query.of_case(Relation, story.case)) == 1


def test_undo_of_a_field_shows_in_the_form(stage: Stage, page: PersonsView, desk: Desk) -> None:
    name = find_by_name(page, "Vorname", QLineEdit)
    name.clear()
    type_text(name, "Eleonora")
    find_by_name(page, "Telefon", QLineEdit).setFocus()
    assert listed(page)[0] == "Eleonora Dimitrova"
    stage.tell(editing.undo(desk))
    assert listed(page)[0] == "Elena Dimitrova"
    assert name.text() == "Elena"


# the situation ----------------------------------------------------------------


def shown_parts(page: PersonsView) -> set[str]:
    QCoreApplication.sendPostedEvents()
    return {card.objectName() for card in page.situation if card.isVisible()}


def test_a_reason_for_eu_citizens_a_title_for_others_both_where_nothing_is_known(
    page: PersonsView, story: Story, desk: Desk, stage: Stage
) -> None:
    assert {"free_movement", "residence_title", "schooling"} <= shown_parts(page)
    stage.tell(editing.put(desk, "person", story.elena, "nationalities", frozenset({Code("BG")})))
    assert "residence_title" not in shown_parts(page)
    stage.tell(editing.put(desk, "person", story.elena, "nationalities", frozenset({Code("SY")})))
    assert "free_movement" not in shown_parts(page)


def test_what_cannot_be_true_is_said_and_stays(page: PersonsView, story: Story, desk: Desk, stage: Stage) -> None:
    assert not page.hints.isVisible()
    stage.tell(editing.put(desk, "person", story.elena, "died_on", "1990"))
    assert page.hints.isVisible()
    assert "Sterbedatum" in page.hints.accessibleName()
    assert person(desk, story.elena).died_on == "1990"
