"""Writing down where the system gets stuck, in two steps; the list with proposals and answers."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kimdesk.base.ids import new_id
from kimdesk.casework import observations
from kimdesk.casework.desk import Desk
from kimdesk.domain.changes import Create
from kimdesk.domain.declare import Code
from kimdesk.domain.values import Value
from kimdesk.ui.dialogs.memory import remember_in
from kimdesk.ui.dialogs.observation import ObservationDialog
from kimdesk.ui.screens.family_contacts.build import build as build_contacts
from kimdesk.ui.screens.observations.build import build
from kimdesk.ui.screens.observations.view import ObservationsView
from kimdesk.ui.widgets.buttons import Button
from kimdesk.ui.widgets.labels import Paragraph
from kimdesk.ui.widgets.notes import NoteEdit
from tests.support.qt import find_by_name, type_text, unnamed
from tests.ui.screens.family_story import Stage, Story

TEXT = "Termine gibt es nur über eine App."


@pytest.fixture
def page(stage: Stage, story: Story, desk: Desk) -> ObservationsView:
    for day, topic, proposal in ((3, "work", "Ein Telefon"), (10, "work", None), (17, "housing", None)):
        values: dict[str, Value] = {
            "date": dt.date(2026, 11, day),
            "topic": Code(topic),
            "description": f"Satz {day}",
            "proposal": proposal,
        }
        desk.apply(Create("structural_observation", new_id(desk.clock), values))
    shown = stage.show(lambda context, _case: build(context), story.case)
    assert isinstance(shown, ObservationsView)
    return shown


def form(parent: QWidget, qtbot: QtBot) -> ObservationDialog:
    found = parent.findChildren(ObservationDialog)[-1]
    found.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(found)
    return found


def said(root: QWidget) -> list[str]:
    QCoreApplication.sendPostedEvents()
    return [each.body for each in root.findChildren(Paragraph) if each.isVisible()]


def test_from_a_contact_in_two_steps(stage: Stage, story: Story, desk: Desk, qtbot: QtBot) -> None:
    contacts = stage.show(build_contacts, story.case)
    name = "Wo hakt es im System? Zu Hausbesuch · 55 min vom 08.10.2026"
    find_by_name(contacts, name, Button).click()
    dialog = form(contacts, qtbot)
    assert (dialog.topic.code(), dialog.written().text) == ("housing", "")
    assert unnamed(dialog) == []
    type_text(dialog.text, TEXT)
    dialog.next_button.click()
    assert "Keine bekannten Namen gefunden" in said(dialog)
    assert observations.every(desk) == ()
    dialog.next_button.click()
    (made,) = observations.every(desk)
    assert (made.topic, made.description) == ("housing", TEXT)
    assert not dialog.isVisible()


def test_a_known_name_waits_to_be_reworded(page: ObservationsView, desk: Desk, qtbot: QtBot) -> None:
    page.new_button.click()
    dialog = form(page, qtbot)
    assert not dialog.next_button.isEnabled()
    dialog.topic.set_code("work")
    type_text(dialog.text, "Elena wartet.")
    dialog.next_button.click()
    assert any("Bekannte Namen oder Fallnummern gefunden: Elena" in text for text in said(dialog))
    assert dialog.back_button.isHidden()
    dialog.text.clear()
    type_text(dialog.text, TEXT)
    dialog.next_button.click()
    dialog.back_button.click()
    assert dialog.text.toPlainText() == TEXT
    dialog.next_button.click()
    dialog.next_button.click()
    assert TEXT in {each.description for each in observations.every(desk)}
    assert TEXT in said(page)


def test_what_was_typed_is_there_again(stage: Stage, story: Story, desk: Desk, qtbot: QtBot) -> None:
    remember = remember_in(desk, stage.context.runner)
    object.__setattr__(stage.context, "remember", remember)
    shown = stage.show(lambda context, _case: build(context), story.case)
    assert isinstance(shown, ObservationsView)
    shown.new_button.click()
    first = form(shown, qtbot)
    type_text(first.text, TEXT)
    first.reject()
    shown.new_button.click()
    assert form(shown, qtbot).text.toPlainText() == TEXT


def test_the_list_is_filtered_by_topic_words_and_answer(page: ObservationsView) -> None:
    def shown() -> list[str]:
        return [text for text in said(page) if text.startswith("Satz")]

    assert shown() == ["Satz 17", "Satz 10", "Satz 3"]
    page.chips.topic.chosen.emit("work")
    assert shown() == ["Satz 10", "Satz 3"]
    type_text(page.chips.search, "telefon")
    page.chips.search.returnPressed.emit()
    assert shown() == ["Satz 3"]
    page.answered.chosen.emit("yes")
    assert shown() == []
    find_by_name(page, "Alle zeigen", Button).click()
    assert len(shown()) == 3
    assert unnamed(page) == []


def test_the_steering_groups_answer_comes_later(page: ObservationsView, desk: Desk, qtbot: QtBot) -> None:
    find_by_name(page, "Beobachtung ändern: Wohnen, 17.11.2026", Button).click()
    dialog = form(page, qtbot)
    answer = find_by_name(dialog, "Antwort der Lenkungsgruppe", NoteEdit)
    type_text(answer, "Wird geprüft.")
    dialog.answered_on.set_day(dt.date(2026, 11, 19))
    dialog.next_button.click()
    dialog.next_button.click()
    found = observations.every(desk)[0]
    assert (found.answer, found.answered_on) == ("Wird geprüft.", dt.date(2026, 11, 19))
    assert "Wird geprüft." in said(page)


def test_one_is_removed_and_brought_back(page: ObservationsView, desk: Desk) -> None:
    find_by_name(page, "Beobachtung entfernen: Wohnen, 17.11.2026", Button).click()
    assert len(observations.every(desk)) == 2
    find_by_name(page.strip, "Rückgängig", Button).click()
    assert len(observations.every(desk)) == 3
