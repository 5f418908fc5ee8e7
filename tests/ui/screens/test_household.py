"""The household on the page of the persons: minors, parting, double entries; nothing typed is lost on the way."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from kimdesk.base.ids import RecordId, new_id
from kimdesk.casework import editing, families
from kimdesk.casework.families import NewFamily
from kimdesk.domain.changes import Create, Set
from kimdesk.domain.declare import Code
from kimdesk.domain.records import Person
from kimdesk.ui.screens.families.form import NewFamilyDialog
from kimdesk.ui.screens.families.view import FamiliesView
from kimdesk.ui.screens.family_persons.build import build
from kimdesk.ui.screens.family_persons.household import MergeDialog, SplitDialog
from kimdesk.ui.screens.family_persons.view import PersonsView
from kimdesk.ui.widgets.buttons import Button
from tests.support.qt import find_by_name, type_text, unnamed
from tests.ui.screens.family_story import Stage, Story


@pytest.fixture
def page(stage: Stage, story: Story) -> PersonsView:
    shown = stage.show(build, story.case)
    assert isinstance(shown, PersonsView)
    return shown


def add(stage: Stage, case: RecordId, **values: object) -> RecordId:
    made = new_id(stage.context.desk.clock)
    stage.tell(stage.context.desk.apply(Create("person", made, {"case": case, **values})))  # type: ignore[dict-item]
    QCoreApplication.sendPostedEvents()
    return made


def words(widget: QWidget) -> str:
    QCoreApplication.sendPostedEvents()
    return " ".join(each.text() for each in widget.findChildren(QLabel) if each.isVisibleTo(widget))


def test_it_says_who_consents_and_when_somebody_comes_of_age(page: PersonsView, stage: Stage, story: Story) -> None:
    assert "Sorgerecht noch nicht erfasst." in words(page.household)
    add(stage, story.case, given_name="Georgi", role=Code("father"), birth_date="1991")
    stage.tell(
        stage.context.desk.apply(
            Set("person", story.mariya, "custody", Code("joint")),
            Set("person", story.mariya, "birth_date", "2008-12-01"),
        )
    )
    said = words(page.household)
    assert "Elena und Georgi" in said
    assert "18 am 01.12.2026" in said
    assert "Noch nicht eingeschätzt, ob Mariya" in said


def test_a_household_parts_in_one_dialog(page: PersonsView, stage: Stage, story: Story) -> None:
    georgi = add(stage, story.case, given_name="Georgi", role=Code("father"))
    find_by_name(page, "Haushalt trennen …", Button).click()
    (dialog,) = page.findChildren(SplitDialog)
    assert unnamed(dialog) == []
    assert not dialog.part.isEnabled()
    for key, code in ((georgi, "goes"), (story.mariya, "both")):
        dialog.choices[key.hex()].set_code(code)
        dialog.choices[key.hex()].chosen.emit(code)
    dialog.part.click()
    desk = stage.context.desk
    key, case = stage.went[-1]
    assert key == "family_persons"
    there = desk.query.of_case(Person, RecordId(bytes.fromhex(case)))
    assert {each.given_name for each in there} == {"Georgi", "Mariya"}
    assert {each.given_name for each in desk.query.of_case(Person, story.case)} == {"Elena", "Mariya"}
    editing.undo(desk)
    assert len(desk.query.of_case(Person, story.case)) == 3


def test_a_double_entry_is_pointed_out_and_put_together(page: PersonsView, stage: Stage, story: Story) -> None:
    add(stage, story.case, given_name="Еlena", family_name="Димитрова", phone="0170 1")
    assert page.household.known.isVisible()
    find_by_name(page, "Zusammenführen …", Button).click()
    (dialog,) = page.findChildren(MergeDialog)
    assert unnamed(dialog) == []
    dialog.keep.set_code(story.elena.hex())
    dialog.drop.set_code(story.elena.hex())
    dialog.drop.chosen.emit("")
    assert not dialog.together.isEnabled()
    twin = next(each for each in stage.context.desk.query.of_case(Person, story.case) if each.phone)
    dialog.drop.set_code(twin.id.hex())
    dialog.drop.chosen.emit("")
    assert "Nachname: Es bleibt „Dimitrova“" in dialog.differences.body
    assert "Telefon" not in dialog.differences.body
    dialog.together.click()
    people = stage.context.desk.query.of_case(Person, story.case)
    assert sorted(each.given_name or "" for each in people) == ["Elena", "Mariya"]
    assert next(each for each in people if each.id == story.elena).phone == "0170 1"


def test_somebody_of_another_family_can_be_opened_or_taken_over(page: PersonsView, stage: Stage, story: Story) -> None:
    other = families.create_family(stage.context.desk, NewFamily(family_name="Dimitrowa", given_name="Elena"))
    stage.tell(stage.context.desk.apply(Set("person", story.elena, "birth_place", "Plowdiw")))
    find_by_name(page, "Familie öffnen", Button).click()
    assert stage.went == [("family_persons", other.hex())]
    find_by_name(page, "Fälle zusammenführen …", Button).click()
    find_by_name(page, "Fälle zusammenführen", QPushButton).click()
    assert stage.context.desk.query.case_row(other) is None
    assert len(stage.context.desk.query.of_case(Person, story.case)) == 3


def test_nobody_like_that_and_nothing_is_said(page: PersonsView) -> None:
    assert not page.household.known.isVisible()


def test_the_new_family_form_warns_and_keeps_what_was_typed(stage: Stage, story: Story) -> None:
    from kimdesk.ui.screens.families.build import build as build_families

    view = stage.show(lambda context, _case: build_families(context), story.case)
    assert isinstance(view, FamiliesView)
    view.open_form()
    (dialog,) = view.findChildren(NewFamilyDialog)
    type_text(find_by_name(dialog, "Vorname", QLineEdit), "Елена")
    type_text(find_by_name(dialog, "Nachname", QLineEdit), "Dimitrowa")
    stage.qtbot.waitUntil(dialog.known.isVisible)
    assert "Elena Dimitrova" in dialog.known.accessibleName()
    assert find_by_name(dialog, "Anlegen", QPushButton).isEnabled()
    find_by_name(dialog, "Diese Familie öffnen", Button).click()
    assert stage.went == [("family", story.case.hex())]
