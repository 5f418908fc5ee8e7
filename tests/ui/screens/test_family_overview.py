from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QComboBox, QPlainTextEdit
from pytestqt.qtbot import QtBot

from kimdesk.casework import course, editing
from kimdesk.casework.desk import Desk
from kimdesk.domain.changes import Set
from kimdesk.domain.declare import Code
from kimdesk.domain.records import Case, Intake, Measure
from kimdesk.domain.values import Value
from kimdesk.ui.dialogs.handover import HandoverDialog
from kimdesk.ui.screens.family_overview.build import build
from kimdesk.ui.screens.family_overview.view import PLACED, OverviewView
from kimdesk.ui.shell.family_parts import PromiseRow, Tick
from kimdesk.ui.widgets.buttons import Button
from kimdesk.ui.widgets.labels import Label, Paragraph
from tests.support.qt import find_by_name, type_text, unnamed
from tests.ui.screens.family_story import Stage, Story, reached_by_tab


@pytest.fixture
def page(stage: Stage, story: Story) -> OverviewView:
    shown = stage.show(build, story.case)
    assert isinstance(shown, OverviewView)
    return shown


def said(page: OverviewView) -> list[str]:
    QCoreApplication.sendPostedEvents()
    labels = [each.text() for each in page.findChildren(Label) if each.isVisible()]
    return labels + [each.body for each in page.findChildren(Paragraph) if each.isVisible()]


def test_the_page_says_what_matters(page: OverviewView) -> None:
    texts = said(page)
    assert "„Eine trockene Wohnung“" in texts
    assert "Hausbesuch · 55 min" in texts
    assert "Schuldnerberatung anfragen" in texts
    assert "wir · bis 17.11." in texts
    assert "Plan, Version 2" in texts
    assert "Kitaplatz" in texts
    assert "Елена" in texts
    assert any(text.startswith("etwa 32") for text in texts)


def test_what_may_be_discussed_with_some_only_is_not_on_the_first_page(page: OverviewView) -> None:
    assert not any("vier Augen" in text for text in said(page))
    assert "Telefonat" in said(page)


def test_everything_has_a_name_and_is_reached_by_tab(page: OverviewView) -> None:
    page.wish.edit()
    assert unnamed(page) == []
    controls = [each for cls in (Button, Tick, QPlainTextEdit) for each in page.findChildren(cls)]
    visible = {each for each in controls if each.isVisible()}
    assert len(visible) > 6
    assert visible <= reached_by_tab(page)


def test_the_wish_is_edited_in_place_and_kept_key_by_key(page: OverviewView, story: Story, desk: Desk) -> None:
    find_by_name(page, "Wunsch und Stärken ändern", Button).click()
    strengths = find_by_name(page, "Stärken", QPlainTextEdit)
    type_text(strengths, "Elena näht")
    assert [draft.text for draft in desk.query.drafts(story.case)] == ["Elena näht"]
    assert desk.query.get(Case, story.case).strengths is None  # type: ignore[union-attr] # it exists
    find_by_name(page, "Wunsch und Stärken: fertig", Button).click()
    with_reader = desk.store.reader("query")
    assert with_reader.get(Case, story.case).strengths == "Elena näht"  # type: ignore[union-attr] # as above
    assert not desk.query.drafts(story.case)
    assert "Elena näht" in said(page)


def test_escape_leaves_the_form_and_keeps_the_text(page: OverviewView, qtbot: QtBot, story: Story, desk: Desk) -> None:
    page.safety.edit()
    note = find_by_name(page, "Sicherheit", QPlainTextEdit)
    type_text(note, "Vorher anrufen")
    qtbot.keyClick(note, Qt.Key.Key_Escape)  # type: ignore[no-untyped-call] # of pytest-qt
    assert not page.safety.editing
    assert desk.query.get(Case, story.case).safety_note == "Vorher anrufen"  # type: ignore[union-attr] # it exists


def test_leaving_the_page_settles(stage: Stage, page: OverviewView, story: Story, desk: Desk) -> None:
    page.wish.edit()
    type_text(find_by_name(page, "Stärken", QPlainTextEdit), "Rechnet gut")
    stage.leave()
    assert desk.query.get(Case, story.case).strengths == "Rechnet gut"  # type: ignore[union-attr] # it exists


def test_what_another_writes_appears(stage: Stage, page: OverviewView, story: Story, desk: Desk) -> None:
    value: Value = "Ein Garten"
    stage.tell(desk.apply(Set("case", story.case, "wish", value)))
    assert "„Ein Garten“" in said(page)


def test_a_promise_is_ticked_off_and_taken_back(page: OverviewView, story: Story, desk: Desk) -> None:
    find_by_name(page, "Erledigt: Schuldnerberatung anfragen", Tick).click()
    assert desk.query.get(Measure, story.promise).state == "done"  # type: ignore[union-attr] # it exists
    assert page.strip.isVisible()
    find_by_name(page.strip, "Rückgängig", Button).click()
    assert desk.query.get(Measure, story.promise).state == "open"  # type: ignore[union-attr] # as above
    assert not page.strip.isVisible()


def test_a_ticked_promise_stays_until_the_page_is_left(stage: Stage, page: OverviewView) -> None:
    tick = find_by_name(page, "Erledigt: Schuldnerberatung anfragen", Tick)
    tick.setFocus()
    tick.click()
    again = find_by_name(page, "Erledigt: Schuldnerberatung anfragen", Tick)
    assert again.isChecked()
    assert again.hasFocus()
    stage.screens[0].presenter.opened()  # type: ignore[attr-defined] # the presenter's own word
    assert not [row for row in page.findChildren(PromiseRow) if row.isVisible()]


def test_the_ways_lead_to_the_sections(page: OverviewView, stage: Stage, story: Story) -> None:
    for word in ("Alle Kontakte", "Zum Plan", "Personen"):
        find_by_name(page, word, Button).click()
    case = story.case.hex()
    assert stage.went == [("family_contacts", case), ("family_plan", case), ("family_persons", case)]


def test_every_field_of_a_case_is_on_the_page(page: OverviewView, desk: Desk) -> None:
    for card in (page.wish, page.facts, page.safety):
        card.edit()
    forms = [card.form for card in (page.wish, page.facts, page.safety)]
    shown = {name for form in forms if form is not None for name in form.rows}
    declared = {spec.name for spec in desk.services.registry["case"].form_fields()}
    assert declared - shown == {"phase", "closed_on"}
    assert {"phase", "closed_on"} <= set(PLACED)


def test_undo_outside_a_field_takes_back_and_the_page_follows(
    stage: Stage, page: OverviewView, story: Story, desk: Desk
) -> None:
    page.wish.edit()
    type_text(find_by_name(page, "Stärken", QPlainTextEdit), "Singt")
    page.wish.read()
    stage.tell(editing.undo(desk))
    assert "Singt" not in said(page)
    stage.tell(editing.redo(desk))
    assert "Singt" in said(page)


def test_a_family_without_anything_invites(stage: Stage, desk: Desk) -> None:
    from kimdesk.casework.families import NewFamily, create_family

    page = stage.show(build, create_family(desk, NewFamily(given_name="Amina")))
    assert isinstance(page, OverviewView)
    texts = said(page)
    assert "Was wünscht sich die Familie? Was kann sie gut?" in texts
    assert "Noch kein Plan begonnen." in texts


# the course -------------------------------------------------------------------


def test_the_closing_is_on_the_page_once_the_case_nears_its_end(page: OverviewView, story: Story, stage: Stage) -> None:
    desk = stage.context.desk
    assert not page.course["closing"].isVisible()
    stage.tell(course.set_phase(desk, story.case, Code("evaluation")))
    assert page.course["closing"].isVisible()
    assert not page.closed.isVisible()


def test_a_closed_case_says_so_and_can_still_be_written(page: OverviewView, story: Story, stage: Stage) -> None:
    desk = stage.context.desk
    stage.tell(course.set_phase(desk, story.case, Code("closure")))
    assert page.closed.isVisible()
    find_by_name(page, "Wunsch und Stärken ändern", Button).click()
    type_text(page.wish.findChildren(QPlainTextEdit)[0], "Eine Wohnung mit Garten")
    stage.leave()
    assert "Garten" in (desk.query.get(Case, story.case).wish or "")  # type: ignore[union-attr]  # it exists
    stage.tell(course.set_phase(desk, story.case, Code("monitoring")))
    assert not page.closed.isVisible()


def test_the_five_criteria_are_entered_on_the_page(page: OverviewView, story: Story, stage: Stage) -> None:
    find_by_name(page, "Aufnahme eintragen", Button).click()
    combos = {each.accessibleName(): each for each in page.course["intake"].findChildren(QComboBox)}
    assert len(combos) == 6
    combo = combos["Mehrere Stellen sind beteiligt"]
    combo.setCurrentIndex(combo.findData("yes"))
    combo.activated.emit(combo.currentIndex())
    stage.leave()
    (intake,) = stage.context.desk.query.of_case(Intake, story.case)
    assert (intake.several_providers, intake.complex_need, intake.date) == ("yes", None, stage.context.desk.today)


def test_the_case_is_handed_over_from_here_and_says_so_afterwards(
    page: OverviewView, story: Story, stage: Stage
) -> None:
    desk = stage.context.desk
    find_by_name(page, "Fall an die nächste Fallführung übergeben", Button).click()
    (dialog,) = page.findChildren(HandoverDialog)
    assert unnamed(dialog) == []
    assert not dialog.give.isEnabled(), "card, name and words are missing"
    dialog.reject()
    done = (Set("case", story.case, "handed_to", "A. Yıldız"), Set("case", story.case, "handed_on", desk.today))
    stage.tell(desk.apply(*done))
    assert not page.closed.isVisible(), "the head of every page says so"
