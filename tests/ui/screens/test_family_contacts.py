from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from kimdesk.base.ids import RecordId, new_id
from kimdesk.casework.desk import Desk
from kimdesk.domain.changes import Create, Set
from kimdesk.domain.declare import Code
from kimdesk.domain.records import Contact, Goal, Measure
from kimdesk.ui.dialogs.ask import Dialog
from kimdesk.ui.dialogs.print_view import PrintDialog
from kimdesk.ui.screens.family_contacts.build import build
from kimdesk.ui.screens.family_contacts.presenter import PAGE
from kimdesk.ui.screens.family_contacts.view import ContactsView
from kimdesk.ui.shell.family_parts import Tick
from kimdesk.ui.widgets.buttons import Button, Chip
from kimdesk.ui.widgets.choice import ChoiceChip
from kimdesk.ui.widgets.labels import Label, Paragraph
from kimdesk.ui.widgets.tags import Tag
from tests.support.qt import find_by_name, type_text, unnamed
from tests.ui.screens.family_story import Stage, Story, reached_by_tab

ASSESSMENT = "Wohnungssuche hat Vorrang."


@pytest.fixture
def page(stage: Stage, story: Story) -> ContactsView:
    shown = stage.show(build, story.case)
    assert isinstance(shown, ContactsView)
    QCoreApplication.sendPostedEvents()
    return shown


def said(page: ContactsView) -> list[str]:
    QCoreApplication.sendPostedEvents()
    labels = [each.text() for cls in (Label, Tag) for each in page.findChildren(cls) if each.isVisible()]
    return labels + [each.body for each in page.findChildren(Paragraph) if each.isVisible()]


def button(page: ContactsView, name: str) -> Button:
    QCoreApplication.sendPostedEvents()
    return find_by_name(page, name, Button)


def contacts(desk: Desk, case: RecordId) -> tuple[Contact, ...]:
    return desk.query.of_case(Contact, case)


def test_the_timeline_reads_from_new_to_old(page: ContactsView) -> None:
    texts = said(page)
    assert texts.index("November 2026") < texts.index("Oktober 2026")
    for part in ("Hausbesuch · 55 min", "Dabei: Elena", "Im Schlafzimmer ist Schimmel.", "Wohnen", "08.10."):
        assert part in texts
    assert "nur mit Elena besprechen" in texts
    assert "Schuldnerberatung anfragen" in texts


def test_the_assessment_is_closed_until_its_button_opens_it(page: ContactsView) -> None:
    assert ASSESSMENT not in said(page)
    button(page, "Meine Einschätzung öffnen").click()
    assert ASSESSMENT in said(page)
    button(page, "Meine Einschätzung schließen").click()
    assert ASSESSMENT not in said(page)


def test_the_key_opens_and_closes_assessments(page: ContactsView, qtbot: QtBot) -> None:
    for expected in (True, False):
        qtbot.keyClick(page, Qt.Key.Key_F8)  # type: ignore[no-untyped-call] # of pytest-qt
        assert (ASSESSMENT in said(page)) is expected


def test_leaving_the_page_closes_assessments(stage: Stage, page: ContactsView) -> None:
    button(page, "Meine Einschätzung öffnen").click()
    stage.leave()
    assert ASSESSMENT not in said(page)


def test_the_assessment_is_closed_in_the_form_as_well(page: ContactsView) -> None:
    button(page, "Hausbesuch · 55 min vom 08.10.2026 ändern").click()
    QCoreApplication.sendPostedEvents()
    notes = {each.accessibleName() for each in page.findChildren(QPlainTextEdit) if each.isVisible()}
    assert notes == {"Was die Familie sagt", "Was ich beobachte", "Gesehen und übergeben"}
    button(page, "Meine Einschätzung öffnen").click()
    assert find_by_name(page, "Meine Einschätzung", QPlainTextEdit).toPlainText() == ASSESSMENT


def test_everything_has_a_name_and_is_reached_by_tab(page: ContactsView) -> None:
    button(page, "Hausbesuch · 55 min vom 08.10.2026 ändern").click()
    QCoreApplication.sendPostedEvents()
    assert unnamed(page) == []
    controls = {
        each
        for cls in (Button, Tick, Chip, QLineEdit, QPlainTextEdit, QComboBox)
        for each in page.findChildren(cls)
        if each.isVisible()
    }
    assert len(controls) > 20
    assert controls <= reached_by_tab(page)


def test_the_filter_finds_words_in_any_spelling(page: ContactsView, qtbot: QtBot) -> None:
    type_text(page.search, "SCHIMMEL elena")
    qtbot.keyClick(page.search, Qt.Key.Key_Return)  # type: ignore[no-untyped-call] # of pytest-qt
    texts = said(page)
    assert "Im Schlafzimmer ist Schimmel." in texts
    assert "Ein Wort unter vier Augen." not in texts
    assert "1 von 2" in texts


def test_a_word_of_the_assessment_is_found_but_stays_closed(page: ContactsView, qtbot: QtBot) -> None:
    type_text(page.search, "Vorrang")
    qtbot.keyClick(page.search, Qt.Key.Key_Return)  # type: ignore[no-untyped-call] # of pytest-qt
    texts = said(page)
    assert "Das Gesuchte steht in „Meine Einschätzung“." in texts
    assert ASSESSMENT not in texts


def test_a_contact_is_added_afterwards_key_by_key(page: ContactsView, story: Story, desk: Desk) -> None:
    button(page, "Kontakt nachtragen").click()
    QCoreApplication.sendPostedEvents()
    assert not desk.query.drafts()
    said_box = find_by_name(page, "Was die Familie sagt", QPlainTextEdit)
    type_text(said_box, "Es geht besser.")
    drafts = {draft.field: draft.text for draft in desk.query.drafts()}
    assert drafts == {"family_says": "Es geht besser.", "date": "20.11.2026"}
    find_by_name(page, "Dauer in Minuten", QLineEdit).setFocus()
    newest = contacts(desk, story.case)[-1]
    assert (newest.date, newest.family_says) == (dt.date(2026, 11, 20), "Es geht besser.")
    button(page, "Kontakt: fertig").click()
    assert "Es geht besser." in said(page)


def test_the_day_typed_wins_over_today(page: ContactsView, story: Story, desk: Desk) -> None:
    button(page, "Kontakt nachtragen").click()
    QCoreApplication.sendPostedEvents()
    day = find_by_name(page, "Datum", QLineEdit)
    day.clear()
    type_text(day, "1.9.2026")
    type_text(find_by_name(page, "Was ich beobachte", QPlainTextEdit), "Ruhiger.")
    button(page, "Kontakt: fertig").click()
    assert contacts(desk, story.case)[0].date == dt.date(2026, 9, 1)


def test_nothing_is_left_behind_where_nothing_was_typed(page: ContactsView, story: Story, desk: Desk) -> None:
    button(page, "Kontakt nachtragen").click()
    button(page, "Kontakt: fertig").click()
    assert len(contacts(desk, story.case)) == 2
    assert not desk.query.drafts()


def test_an_agreement_is_added_to_its_contact(page: ContactsView, story: Story, desk: Desk) -> None:
    button(page, "Hausbesuch · 55 min vom 08.10.2026 ändern").click()
    QCoreApplication.sendPostedEvents()
    fields = [each for each in page.findChildren(QLineEdit) if each.accessibleName() == "Was ist zu tun?"]
    assert [each.text() for each in fields] == ["Schuldnerberatung anfragen", ""]
    type_text(fields[-1], "Tante fragen")
    button(page, "Kontakt: fertig").click()
    agreed = {each.text: each for each in desk.query.of_case(Measure, story.case)}
    assert agreed["Tante fragen"].contact == story.visit
    assert agreed["Tante fragen"].state == "open"
    assert "Tante fragen" in said(page)


def test_an_agreement_is_ticked_off(page: ContactsView, story: Story, desk: Desk) -> None:
    tick = find_by_name(page, "Erledigt: Schuldnerberatung anfragen", Tick)
    tick.click()
    assert desk.query.get(Measure, story.promise).state == "done"  # type: ignore[union-attr] # it exists
    QCoreApplication.sendPostedEvents()
    assert find_by_name(page, "Erledigt: Schuldnerberatung anfragen", Tick).isChecked()


def test_a_contact_is_removed_and_brought_back(page: ContactsView, story: Story, desk: Desk) -> None:
    button(page, "Hausbesuch · 55 min vom 08.10.2026 ändern").click()
    button(page, "Kontakt entfernen").click()
    assert [each.id for each in contacts(desk, story.case)] == [story.call]
    assert "Hausbesuch · 55 min" not in said(page)
    find_by_name(page.strip, "Rückgängig", Button).click()
    assert "Hausbesuch · 55 min" in said(page)


def test_older_contacts_come_when_asked_for(stage: Stage, page: ContactsView, story: Story, desk: Desk) -> None:
    first = dt.date(2025, 1, 1)
    stage.tell(
        desk.apply(
            *(
                Create("contact", new_id(desk.clock), {"case": story.case, "date": first + dt.timedelta(days=day)})
                for day in range(PAGE)
            )
        )
    )
    assert "Hausbesuch · 55 min" in said(page)
    assert "01.01." not in said(page)
    page.older.click()
    assert "01.01." in said(page)
    assert not page.older.isVisible()


def test_reading_on_to_the_end_brings_older_contacts(
    stage: Stage, page: ContactsView, story: Story, desk: Desk
) -> None:
    first = dt.date(2025, 1, 1)
    days = [first + dt.timedelta(days=day) for day in range(PAGE)]
    stage.tell(desk.apply(*(Create("contact", new_id(desk.clock), {"case": story.case, "date": day}) for day in days)))
    assert "01.01." not in said(page)
    stage.qtbot.waitUntil(lambda: page.verticalScrollBar().maximum() > 0)
    page.verticalScrollBar().setValue(page.verticalScrollBar().maximum())
    assert "01.01." in said(page)


def test_a_contact_begun_before_can_be_taken_up_again(stage: Stage, story: Story, desk: Desk) -> None:
    page = stage.show(build, story.case)
    assert isinstance(page, ContactsView)
    page.new_button.click()
    QCoreApplication.sendPostedEvents()
    day = find_by_name(page, "Datum", QLineEdit)
    day.clear()
    type_text(day, "irgendwann")
    type_text(find_by_name(page, "Was die Familie sagt", QPlainTextEdit), "Nicht verlieren")
    stage.leave()
    again = stage.show(build, story.case)
    assert isinstance(again, ContactsView)
    button(again, "Angefangenen Kontakt weiterschreiben").click()
    QCoreApplication.sendPostedEvents()
    assert find_by_name(again, "Was die Familie sagt", QPlainTextEdit).toPlainText() == "Nicht verlieren"


def completed(page: ContactsView, story: Story, desk: Desk) -> None:
    button(page, "Hausbesuch · 55 min vom 08.10.2026 ändern").click()
    button(page, "Notiz abschließen …").click()
    dialog = page.findChild(Dialog)
    assert dialog is not None
    assert not any(each.completed_on for each in contacts(desk, story.case))
    find_by_name(dialog, "Abschließen", Button).click()
    assert [each.id for each in contacts(desk, story.case) if each.completed_on] == [story.visit]


def test_completing_is_asked_once_and_then_the_note_is_only_read(page: ContactsView, story: Story, desk: Desk) -> None:
    completed(page, story, desk)
    assert f"abgeschlossen am {desk.today:%d.%m.}" in said(page)
    button(page, "Hausbesuch · 55 min vom 08.10.2026 ansehen").click()
    QCoreApplication.sendPostedEvents()
    note = find_by_name(page, "Was die Familie sagt", QPlainTextEdit)
    assert note.isReadOnly()
    type_text(note, "Anders.")
    assert note.toPlainText() == "Im Schlafzimmer ist Schimmel."
    assert find_by_name(page, "Was ist zu tun?", QLineEdit).isReadOnly()
    with pytest.raises(AssertionError):
        button(page, "Kontakt entfernen")
    assert desk.query.drafts() == ()


def test_a_correction_is_written_and_read_beside_its_original(page: ContactsView, story: Story, desk: Desk) -> None:
    completed(page, story, desk)
    button(page, "Hausbesuch · 55 min vom 08.10.2026 ansehen").click()
    button(page, "Berichtigung schreiben").click()
    QCoreApplication.sendPostedEvents()
    assert "Im Schlafzimmer ist Schimmel." in said(page), "the original is read while one corrects it"
    type_text(find_by_name(page, "Was die Familie sagt", QPlainTextEdit), "Im Kinderzimmer.")
    button(page, "Kontakt: fertig").click()
    texts = said(page)
    assert texts.index(f"Berichtigung vom {desk.today:%d.%m.%Y}") > texts.index("Hausbesuch · 55 min")
    assert {"Im Schlafzimmer ist Schimmel.", "Im Kinderzimmer."} <= set(texts)
    assert "2 Kontakte" in texts
    (correction,) = (each for each in contacts(desk, story.case) if each.corrects)
    assert (correction.corrects, correction.family_says) == (story.visit, "Im Kinderzimmer.")
    page.search.setText("kinderzimmer")
    page.search.searched.emit("kinderzimmer")
    assert "Im Schlafzimmer ist Schimmel." in said(page)


def test_an_agreement_is_put_into_the_plan(stage: Stage, story: Story, desk: Desk) -> None:
    (goal,) = desk.query.of_case(Goal, story.case)
    desk.apply(Set("goal", goal.id, "state", Code("open")))
    page = stage.show(build, story.case)
    chip = find_by_name(page, "In den Plan übernehmen: Schuldnerberatung anfragen", ChoiceChip)
    chip.menu_.actions()[0].trigger()
    measure = desk.query.get(Measure, story.promise)
    assert measure is not None
    assert measure.goal == goal.id
    assert "in den Plan übernehmen" not in {each.text() for each in page.findChildren(ChoiceChip) if each.isVisible()}


@pytest.mark.parametrize("what", ["briefing", "visit_sheet", "fridge", "aloud"])
def test_papers_around_a_visit_are_printed_from_here(page: ContactsView, what: str) -> None:
    next(entry for entry in page.papers.menu_.actions() if entry.data() == what).trigger()
    dialog = page.findChild(PrintDialog)
    assert dialog is not None
    dialog.reject()
