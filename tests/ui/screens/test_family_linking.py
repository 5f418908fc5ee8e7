"""A family's referrals and conferences as they are used: states, consents per body, minutes, agreements."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from kimdesk.base.ids import RecordId, new_id
from kimdesk.casework.desk import Desk
from kimdesk.domain.changes import Create
from kimdesk.domain.declare import Code
from kimdesk.domain.records import CaseConference, ConferenceParticipant, Consent, Measure, Referral
from kimdesk.ui.screens.family_linking.build import build
from kimdesk.ui.screens.family_linking.view import LinkingView
from kimdesk.ui.widgets.buttons import Button
from kimdesk.ui.widgets.codes import CodeCombo
from kimdesk.ui.widgets.fold import FoldButton
from kimdesk.ui.widgets.labels import Paragraph
from kimdesk.ui.widgets.tags import Tag
from tests.support.qt import find_by_name, type_text, unnamed
from tests.ui.screens.family_story import Stage, Story


@dataclass(frozen=True)
class Links:
    school: RecordId
    referral: RecordId
    conference: RecordId
    other: RecordId
    body: RecordId


@pytest.fixture
def links(desk: Desk, story: Story) -> Links:
    made = Links(*(new_id(desk.clock) for _ in range(5)))
    desk.apply(
        Create("partner", made.school, {"name": "Grundschule", "partner_type": Code("school")}),
        Create(
            "partner_person", new_id(desk.clock), {"partner": made.school, "name": "Frau L.", "phone": "0221 4710 1"}
        ),
        Create(
            *("referral", made.referral),
            {
                "case": story.case,
                "date": dt.date(2026, 11, 2),
                "partner": made.school,
                "concern": "Erstförderung",
                "state": Code("made"),
                "hand_on": Code("yes"),
            },
        ),
        Create("case_conference", made.conference, {"case": story.case, "date": dt.date(2026, 12, 7)}),
        Create("case_conference", made.other, {"case": story.case, "date": dt.date(2026, 5, 4)}),
        Create("conference_participant", made.body, {"case_conference": made.conference, "partner": made.school}),
    )
    return made


@pytest.fixture
def page(stage: Stage, story: Story, links: Links) -> LinkingView:
    shown = stage.show(build, story.case)
    assert isinstance(shown, LinkingView)
    return shown


def open_conference(page: LinkingView, line: str = "07.12.2026") -> None:
    find_by_name(page.conferences, f"Fallkonferenz: {line}", FoldButton).click()
    QCoreApplication.sendPostedEvents()


def tags(page: LinkingView) -> list[str]:
    QCoreApplication.sendPostedEvents()
    return [each.text() for each in page.findChildren(Tag) if each.isVisible()]


def said(page: LinkingView) -> str:
    QCoreApplication.sendPostedEvents()
    return " ".join(each.body for each in page.findChildren(Paragraph) if each.isVisible())


def test_a_referral_is_read_with_state_and_consent(page: LinkingView) -> None:
    assert find_by_name(page, "Vermittlung: Grundschule · Erstförderung", FoldButton).isVisible()
    assert "vermittelt 02.11.2026" in tags(page)
    assert "ohne Einwilligung von Elena: Angaben macht die Familie selbst" in said(page)
    assert "Frau L. · 0221 4710 1" in said(page)
    assert unnamed(page) == []


def test_taken_up_in_one_tap(page: LinkingView, links: Links, desk: Desk) -> None:
    find_by_name(page, "Angenommen: Grundschule · Erstförderung", Button).click()
    found = desk.query.get(Referral, links.referral)
    assert found is not None
    assert (found.state, found.state_on) == ("taken_up", desk.today)
    assert "angenommen 20.11.2026" in tags(page)


def test_a_new_referral_begins_today_and_names_a_body(page: LinkingView, story: Story, desk: Desk) -> None:
    find_by_name(page, "Vermittlungen eintragen", Button).click()
    type_text(find_by_name(page.referrals, "Stelle (frei)", QLineEdit), "Lerntreff")
    find_by_name(page.referrals, "Vermittlung: fertig", Button).click()
    made = next(each for each in desk.query.of_case(Referral, story.case) if each.partner_name == "Lerntreff")
    assert (made.date, made.state) == (desk.today, "made")


def test_a_missing_consent_is_said_by_the_bodys_name_and_prepared(
    stage: Stage, page: LinkingView, story: Story, desk: Desk
) -> None:
    assert "1 Stelle ohne Einwilligung" in tags(page)
    open_conference(page)
    assert "Einwilligung fehlt" in tags(page)
    assert "Für „Grundschule“ fehlt die Einwilligung von Elena." in said(page)
    assert "Grundschule" in page.lacking.accessibleName()
    find_by_name(page.participants, "Einwilligung vorbereiten: Grundschule", Button).click()
    (made,) = desk.query.of_case(Consent, story.case)
    assert (made.person, made.recipient, made.given_on) == (story.elena, "Grundschule", None)
    assert "Einwilligung fehlt" in tags(page)
    find_by_name(page.strip, "Zu den Einwilligungen", Button).click()
    assert stage.went == [("family_consents", story.case.hex())]


def test_minutes_are_typed_and_agreements_become_measures(
    page: LinkingView, story: Story, links: Links, desk: Desk
) -> None:
    open_conference(page)
    type_text(find_by_name(page.conferences, "Protokoll", QPlainTextEdit), "Alle waren da.")
    find_by_name(page, "Vereinbart eintragen", Button).click()
    type_text(find_by_name(page.agreements, "Was ist zu tun?", QLineEdit), "Kitaplatz klären")
    find_by_name(page.agreements, "Maßnahme: fertig", Button).click()
    found = desk.query.get(CaseConference, links.conference)
    assert found is not None
    assert found.minutes == "Alle waren da."
    made = next(each for each in desk.query.of_case(Measure, story.case) if each.text == "Kitaplatz klären")
    assert (made.case_conference, made.state, made.goal) == (links.conference, "open", None)
    QCoreApplication.sendPostedEvents()
    find_by_name(page.agreements, "Erledigt: Kitaplatz klären · offen", Button).click()
    done = desk.query.get(Measure, made.id)
    assert done is not None
    assert done.state == "done"


def test_what_was_begun_at_one_conference_is_not_shown_at_another(page: LinkingView) -> None:
    open_conference(page)
    find_by_name(page, "Vereinbart eintragen", Button).click()
    note = find_by_name(page.agreements, "Was ist zu tun?", QLineEdit)
    type_text(note, "Kitaplatz")
    open_conference(page, "04.05.2026")
    texts = [each.text() for each in page.agreements.findChildren(FoldButton) if each.isVisible()]
    assert texts == []
    assert not [each for each in page.participants.findChildren(FoldButton) if each.isVisible()]
    open_conference(page)
    assert [each for each in page.agreements.findChildren(FoldButton) if each.isVisible()]


def test_somebody_of_the_family_is_invited_without_a_consent(page: LinkingView, story: Story, desk: Desk) -> None:
    open_conference(page)
    find_by_name(page, "Wer eingeladen ist eintragen", Button).click()
    combos = page.participants.findChildren(CodeCombo)
    (combo,) = (each for each in combos if each.accessibleName() == "Person der Familie")
    combo.set_code(story.elena.hex())
    combo.activated.emit(combo.currentIndex())
    find_by_name(page.participants, "Teilnahme: fertig", Button).click()
    people = desk.query.of_case(ConferenceParticipant, story.case)
    assert {each.person for each in people} == {None, story.elena}
    assert "Familie" in tags(page)


def test_a_new_conference_gets_its_parts_once_it_exists(page: LinkingView, story: Story, desk: Desk) -> None:
    find_by_name(page, "Fallkonferenzen eintragen", Button).click()
    assert not page.participants.isVisible()
    day = find_by_name(page.conferences, "Datum", QLineEdit)
    type_text(day, "14.12.2026")
    find_by_name(page.conferences, "Ort", QLineEdit).setFocus()
    assert len(desk.query.of_case(CaseConference, story.case)) == 3
    assert page.participants.isVisible()


def test_the_invitation_is_printed_for_the_one_that_was_asked_for(page: LinkingView, links: Links) -> None:
    asked: list[tuple[object, bool]] = []
    page.print_asked.disconnect()
    page.print_asked.connect(lambda record, past: asked.append((record, past)))
    open_conference(page)
    find_by_name(page, "Einladung drucken: 07.12.2026", Button).click()
    assert asked == [(links.conference, False)]
