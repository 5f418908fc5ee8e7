"""The directory as it is used: looking, reading, typing, removing; interpreters beside it."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from kimdesk.base.ids import RecordId, new_id
from kimdesk.casework.desk import Desk
from kimdesk.domain.changes import Create
from kimdesk.domain.declare import Code
from kimdesk.domain.records import Interpreter, Partner, PartnerPerson
from kimdesk.ui.screens.partners.build import build
from kimdesk.ui.screens.partners.view import PartnersView
from kimdesk.ui.shell.family_parts import PersonButton
from kimdesk.ui.widgets.buttons import Button
from kimdesk.ui.widgets.fold import FoldButton
from kimdesk.ui.widgets.labels import Label, Paragraph
from tests.support.qt import find_by_name, type_text, unnamed
from tests.ui.screens.family_story import Stage, Story, reached_by_tab


@dataclass(frozen=True)
class Bodies:
    advice: RecordId
    school: RecordId
    gone: RecordId
    interpreter: RecordId


@pytest.fixture
def bodies(desk: Desk, story: Story) -> Bodies:
    made = Bodies(*(new_id(desk.clock) for _ in range(4)))
    today = desk.today
    desk.apply(
        Create(
            *("partner", made.advice),
            {
                "name": "Beratungsstelle",
                "partner_type": Code("mbe"),
                "phone": "0221 4710 201",
                "opening_hours": "Mo 9–12 Uhr",
                "languages": frozenset({Code("bg")}),
                "topics": frozenset({Code("finance")}),
                "offers": "Bescheide prüfen",
            },
        ),
        Create("partner", made.school, {"name": "Schule", "partner_type": Code("school")}),
        Create("partner", made.gone, {"name": "Alte Beratung", "inactive_since": today}),
        Create("partner_person", new_id(desk.clock), {"partner": made.advice, "name": "Frau Kemper"}),
        Create(
            "referral",
            new_id(desk.clock),
            {"case": story.case, "date": today, "partner": made.advice, "state": Code("taken_up")},
        ),
        Create("interpreter", made.interpreter, {"name": "Frau I.", "languages": frozenset({Code("bg")})}),
        Create("interpreter", new_id(desk.clock), {"name": "M.", "of_age": Code("no")}),
    )
    return made


@pytest.fixture
def page(stage: Stage, bodies: Bodies) -> PartnersView:
    screen = stage.show(lambda context, _case: build(context), bodies.advice)
    assert isinstance(screen, PartnersView)
    return screen


def listed(page: PartnersView) -> list[str]:
    QCoreApplication.sendPostedEvents()
    shown = [each for each in page.list.findChildren(PersonButton) if each.isVisible()]
    return [each.text() for each in sorted(shown, key=lambda each: each.y())]


def read(page: PartnersView) -> str:
    QCoreApplication.sendPostedEvents()
    parts = [each.text() for each in page.partner.findChildren(Label) if each.isVisible()]
    return " ".join([*parts, *(each.body for each in page.partner.findChildren(Paragraph) if each.isVisible())])


def test_a_partner_is_read_with_hours_offers_and_people(page: PartnersView) -> None:
    assert listed(page) == ["Beratungsstelle", "Schule"]
    for text in ("Beratungsstelle", "0221 4710 201", "Mo 9–12 Uhr", "Bulgarisch", "Bescheide prüfen"):
        assert text in read(page)
    assert find_by_name(page.persons, "Ansprechperson: Frau Kemper", FoldButton).isVisible()
    assert unnamed(page) == []


@pytest.mark.parametrize("text", ["kemper", "bulgarisch", "bescheide", "4710 201", "finanzen"])
def test_every_word_finds_it(page: PartnersView, text: str) -> None:
    type_text(page.search, text)
    page.search.returnPressed.emit()
    assert listed(page) == ["Beratungsstelle"]


def test_those_no_longer_active_are_shown_on_demand(page: PartnersView) -> None:
    page.inactive.click()
    assert listed(page) == ["Beratungsstelle", "Schule", "Alte Beratung"]
    page.inactive.click()
    assert listed(page) == ["Beratungsstelle", "Schule"]


def test_nothing_found_offers_all_again(page: PartnersView) -> None:
    type_text(page.search, "zzyzx")
    page.search.returnPressed.emit()
    assert listed(page) == []
    find_by_name(page, "Alle zeigen", Button).click()
    assert listed(page) == ["Beratungsstelle", "Schule"]


def test_the_arrow_keys_go_from_one_to_the_next(page: PartnersView, qtbot: QtBot) -> None:
    first = find_by_name(page, "Beratungsstelle", PersonButton)
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Down)  # type: ignore[no-untyped-call] # of pytest-qt
    assert find_by_name(page, "Schule", PersonButton).hasFocus()
    assert "Schule" in read(page)


def test_a_new_partner_exists_with_its_name_and_gets_people(page: PartnersView, desk: Desk) -> None:
    find_by_name(page, "Neue Stelle", Button).click()
    assert listed(page)[0] == "Neue Stelle"
    type_text(find_by_name(page.partner, "Telefon", QLineEdit), "0221 4710 299")
    assert len(desk.query.every(Partner)) == 3
    type_text(find_by_name(page.partner, "Name", QLineEdit), "Lerntreff")
    find_by_name(page.partner, "Telefon", QLineEdit).setFocus()
    made = next(each for each in desk.query.every(Partner) if each.name == "Lerntreff")
    assert made.phone == "0221 4710 299"
    page.partner.done_button.click()
    find_by_name(page.persons, "Ansprechpersonen eintragen", Button).click()
    type_text(find_by_name(page.persons, "Name", QLineEdit), "Herr Brand")
    find_by_name(page.persons, "Ansprechperson: fertig", Button).click()
    assert [(each.partner, each.name) for each in desk.query.every(PartnerPerson)][-1] == (made.id, "Herr Brand")


def test_one_that_records_name_stays_another_goes_and_comes_back(page: PartnersView, desk: Desk) -> None:
    page.partner.edit()
    assert not page.partner.remove.isVisible()
    find_by_name(page, "Schule", PersonButton).click()
    page.partner.edit()
    page.partner.remove.click()
    assert {each.name for each in desk.query.every(Partner)} == {"Beratungsstelle", "Alte Beratung"}
    find_by_name(page.strip, "Rückgängig", Button).click()
    assert listed(page) == ["Beratungsstelle", "Schule"]


def test_a_familys_name_in_its_texts_is_pointed_out(page: PartnersView) -> None:
    find_by_name(page, "Schule", PersonButton).click()
    page.partner.edit()
    note = page.partner.form.rows["good_to_know"].editor.widget  # type: ignore[union-attr] # it is open
    type_text(note, "Elena war zufrieden")
    page.partner.done_button.click()
    assert page.partner.hint.isVisible()
    assert "elena" in page.partner.hint.accessibleName()


def test_interpreters_stand_beside_and_say_who_may(page: PartnersView, desk: Desk) -> None:
    page.show_interpreters()
    assert find_by_name(page, "Sprachmittler/in: Frau I. · Bulgarisch", FoldButton).isVisible()
    type_text(page.interpreter_search, "bulgar")
    page.interpreter_search.returnPressed.emit()
    shown = [each for each in page.interpreters.findChildren(FoldButton) if each.isVisible()]
    assert [each.text() for each in shown] == ["Frau I. · Bulgarisch"]
    find_by_name(page, "Sprachmittlerinnen und Sprachmittler eintragen", Button).click()
    type_text(find_by_name(page.interpreters, "Name", QLineEdit), "Herr P.")
    find_by_name(page, "Sprachmittler/in: fertig", Button).click()
    assert "Herr P." in {each.name for each in desk.query.every(Interpreter)}


def test_an_interpreter_that_was_found_is_open(stage: Stage, bodies: Bodies) -> None:
    shown = stage.show(build, bodies.interpreter)
    assert isinstance(shown, PartnersView)
    assert find_by_name(shown.interpreters, "Name", QLineEdit).text() == "Frau I."


def test_tab_reaches_all_of_it(page: PartnersView) -> None:
    named = {each.accessibleName() or getattr(each, "text", str)() for each in reached_by_tab(page)}
    assert {"Neue Stelle", "Stellen durchsuchen", "Beratungsstelle", "Beratungsstelle ändern"} <= named


def test_a_very_long_name_does_not_widen_the_page(stage: Stage, desk: Desk, bodies: Bodies) -> None:
    long = new_id(desk.clock)
    desk.apply(Create("partner", long, {"name": "Beratung " + "ä" * 190}))
    shown = stage.show(build, long)
    assert isinstance(shown, PartnersView)
    assert shown.partner.accessibleName().endswith("ääää")
    assert shown.partner.minimumSizeHint().width() < 700
    assert shown.minimumSizeHint().width() <= 1150
    assert bodies
