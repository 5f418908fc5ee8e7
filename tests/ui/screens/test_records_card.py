"""A card of child records: begun with a key, opened, typed, removed, brought back; drafts are never lost."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QLineEdit

from kimdesk.base.ids import RecordId
from kimdesk.domain.declare import Code
from kimdesk.domain.records import RECORDS, Schooling
from kimdesk.ui.forms.form import FormContext, remaining
from kimdesk.ui.forms.records import RecordsCard, summary
from kimdesk.ui.forms.records_presenter import RecordsPresenter, connect
from kimdesk.ui.shell.screen import Context, Screen
from kimdesk.ui.widgets.buttons import Button
from tests.support.qt import find_by_name, type_text, unnamed
from tests.ui.screens.family_story import Stage, Story

KIND = RECORDS["schooling"]


@pytest.fixture
def card(stage: Stage, story: Story) -> RecordsCard:
    def build(context: Context, case: str) -> Screen:
        desk = context.desk
        form = FormContext(reference=desk.reference, today=desk.today, language="de", port=context.port)
        made = RecordsCard("Schule und Kita", KIND, remaining(KIND, ()), form)
        presenter = RecordsPresenter(
            context,
            KIND,
            made,
            case=RecordId(bytes.fromhex(case)),
            lang="de",
            given=lambda: {"waitlisted_on": desk.today, "initial_support": Code("yes")},
        )
        connect(made, presenter)
        presenter.belong_to(story.mariya)
        return Screen("card", made, presenter)

    shown = stage.show(build, story.case)
    assert isinstance(shown, RecordsCard)
    return shown


def places(stage: Stage, story: Story) -> tuple[Schooling, ...]:
    return stage.context.desk.query.of_case(Schooling, story.case)


def begin(card: RecordsCard) -> None:
    find_by_name(card, "Schule und Kita eintragen", Button).click()


def choose(card: RecordsCard, name: str, code: str) -> None:
    (combo,) = (each for each in card.findChildren(QComboBox) if each.accessibleName() == name)
    combo.setCurrentIndex(combo.findData(code))
    combo.activated.emit(combo.currentIndex())


def test_a_record_exists_with_what_it_began_with_and_its_required_field(
    card: RecordsCard, stage: Stage, story: Story
) -> None:
    begin(card)
    type_text(find_by_name(card, "Name der Einrichtung", QLineEdit), "Grundschule")
    assert places(stage, story) == ()
    choose(card, "Schulform", "primary")
    find_by_name(card, "Schule und Kita: fertig", Button).click()
    (made,) = places(stage, story)
    assert (made.name, made.school_form, made.waitlisted_on) == ("Grundschule", "primary", stage.context.desk.today)
    assert (made.person, made.initial_support) == (story.mariya, "yes")
    assert summary(KIND, made, stage.context.desk.reference, "de").startswith("Grundschule")


def test_what_is_not_complete_waits_and_can_be_thrown_away(card: RecordsCard, stage: Stage, story: Story) -> None:
    begin(card)
    type_text(find_by_name(card, "Name der Einrichtung", QLineEdit), "Kita Regenbogen")
    stage.leave()
    assert {draft.text for draft in stage.context.desk.query.drafts()} >= {"Kita Regenbogen"}
    find_by_name(card, "Schule und Kita entfernen", Button).click()
    assert stage.context.desk.query.drafts() == ()
    assert places(stage, story) == ()


def test_removed_is_brought_back(card: RecordsCard, stage: Stage, story: Story) -> None:
    begin(card)
    choose(card, "Schulform", "kita")
    find_by_name(card, "Schule und Kita entfernen", Button).click()
    assert places(stage, story) == ()
    find_by_name(card, "Rückgängig", Button).click()
    assert [each.school_form for each in places(stage, story)] == ["kita"]


def test_beginning_and_leaving_alone_writes_nothing(card: RecordsCard, stage: Stage, story: Story) -> None:
    begin(card)
    stage.leave()
    assert stage.context.desk.query.drafts() == ()
    assert places(stage, story) == ()


def test_everything_has_a_name(card: RecordsCard) -> None:
    begin(card)
    QCoreApplication.sendPostedEvents()
    assert unnamed(card) == []
