"""The screen of unfinished entries: what was typed can be taken, gone on with, or thrown away."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from kimdesk.base.ids import RecordId, new_id
from kimdesk.casework import editing, slips, unfinished
from kimdesk.domain.changes import Changes, Set
from kimdesk.domain.records import Person
from kimdesk.domain.views.drafts import Draft
from kimdesk.ui.screens.unfinished.build import build
from kimdesk.ui.screens.unfinished.presenter import SLIPS, UnfinishedPresenter
from kimdesk.ui.screens.unfinished.view import EntryCard, UnfinishedView
from kimdesk.ui.shell.screen import Context
from kimdesk.ui.widgets.buttons import Button
from kimdesk.ui.widgets.labels import Paragraph
from tests.support.drawn import drawn
from tests.support.qt import find_by_name, unnamed


class Shown:
    """The screen with what it led to."""

    def __init__(self, qtbot: QtBot, context: Context) -> None:
        self.context = context
        self.told: list[Changes] = []
        self.went: list[tuple[str, str]] = []
        heard = replace(context, tell=self.told.append, go=lambda key, record: self.went.append((key, record)))
        screen = build(heard)
        assert isinstance(screen.widget, UnfinishedView)
        assert isinstance(screen.presenter, UnfinishedPresenter)
        self.view, self.presenter = screen.widget, screen.presenter
        qtbot.addWidget(self.view)
        self.view.resize(900, 700)
        self.view.show()
        self.presenter.opened()

    def press(self, name: str) -> None:
        find_by_name(self.view, name, Button).click()


@pytest.fixture
def person(context: Context, family: RecordId) -> Person:
    return context.desk.query.of_case(Person, family)[0]


@pytest.fixture
def left(qtbot: QtBot, context: Context, person: Person) -> Shown:
    """Return the screen after a phone number was typed before the vault was opened, and changed meanwhile."""
    desk = context.desk
    editing.keep(desk, Draft(kind="person", record=person.id, field="phone", text="02553 4711"))
    desk.apply(Set("person", person.id, "phone", "02553 0815"))
    return Shown(qtbot, context)


def test_it_says_what_was_typed_and_what_stands_there_now(left: Shown) -> None:
    text = drawn(left.view)
    for words in ("Familie", "Dimitrova", "Person", "02553 4711", "inzwischen geändert", "02553 0815", "20.11.2026"):
        assert words in text
    assert unnamed(left.view) == []


def test_taking_makes_it_a_change_and_tells(left: Shown, person: Person) -> None:
    left.press("Getipptes übernehmen")
    stored = left.context.desk.query.get(Person, person.id)
    assert stored is not None
    assert stored.phone == "02553 4711"
    assert left.told[0].touches("person")
    assert "Alles Getippte ist übernommen" in drawn(left.view)


def test_going_on_leads_to_the_place(left: Shown, family: RecordId) -> None:
    left.press("Weiter eintragen")
    assert left.went == [("family_persons", family.hex())]


def test_throwing_away_leaves_nothing(left: Shown) -> None:
    left.press("Verwerfen")
    assert unfinished.count(left.context.desk) == 0


def test_what_is_not_valid_says_why_and_cannot_be_taken(qtbot: QtBot, context: Context, person: Person) -> None:
    desk = context.desk
    editing.keep(desk, Draft(kind="person", record=person.id, field="birth_date", text="31.2.1994"))
    desk.opened_ms += 1
    shown = Shown(qtbot, context)
    hints = [each.body for each in shown.view.findChildren(Paragraph) if "kein Datum" in each.body]
    assert len(hints) == 1
    (card,) = shown.view.findChildren(EntryCard)
    assert [each.text() for each in card.findChildren(Button)] == ["Weiter eintragen", "Verwerfen"]


def test_a_dialog_is_listed_with_its_fields(qtbot: QtBot, context: Context) -> None:
    desk = context.desk
    slips.keep(desk, "new_family", {"family_name": "Yıldız", "place": "05566068"})
    desk.opened_ms += 1
    shown = Shown(qtbot, context)
    text = drawn(shown.view)
    assert "Neue Familie" in text
    assert "Yıldız" in text
    assert "05566068" not in text
    shown.press("Weiter eintragen")
    assert shown.went == [("families", "")]
    shown.press("Verwerfen")
    assert slips.every(desk) == ()


@pytest.mark.parametrize(("kind", "name"), [("partner", "phone"), ("interpreter", "pool")])
def test_what_was_begun_in_the_directory_leads_there(qtbot: QtBot, context: Context, kind: str, name: str) -> None:
    desk = context.desk
    editing.keep(desk, Draft(kind=kind, record=new_id(desk.clock), field=name, text="0221 4710 299"))
    desk.opened_ms += 1
    shown = Shown(qtbot, context)
    QCoreApplication.sendPostedEvents()
    shown.press("Weiter eintragen")
    assert shown.went == [("partners", "")]


def test_an_observation_begun_leads_to_the_observations(qtbot: QtBot, context: Context) -> None:
    slips.keep(context.desk, "observation", {"text": "Termine nur über eine App."})
    context.desk.opened_ms += 1
    shown = Shown(qtbot, context)
    QCoreApplication.sendPostedEvents()
    shown.press("Weiter eintragen")
    assert shown.went == [("observations", "")]


def test_what_was_typed_in_a_family_s_dialog_names_family_field_and_place(
    qtbot: QtBot, context: Context, family: RecordId
) -> None:
    slips.keep(context.desk, f"handover:{family.hex()}", {"reason": "Frau Dimitrova ist verreist"})
    slips.keep(context.desk, "deputyship", {"reason": "Frau Berger ist krank"})
    context.desk.opened_ms += 1
    shown = Shown(qtbot, context)
    text = drawn(shown.view)
    for words in ("Fall übergeben", "Noch nicht besprochen, weil", "Vertretung öffnen", "Grund", "Frau Berger"):
        assert words in text
    cards = {each.accessibleName(): each for each in shown.view.findChildren(EntryCard)}
    (of_family,) = (card for name, card in cards.items() if "Dimitrova" in name)
    find_by_name(of_family, "Weiter eintragen", Button).click()
    find_by_name(cards["Vertretung öffnen"], "Weiter eintragen", Button).click()
    assert shown.went == [("family_overview", family.hex()), ("deputyship", "")]


def test_a_dialog_of_a_family_that_is_gone_can_only_be_thrown_away(qtbot: QtBot, context: Context) -> None:
    slips.keep(context.desk, f"sign:{new_id(context.desk.clock).hex()}", {"reason": "sie noch nachdenkt"})
    context.desk.opened_ms += 1
    shown = Shown(qtbot, context)
    assert "sie noch nachdenkt" in drawn(shown.view)
    (card,) = shown.view.findChildren(EntryCard)
    assert [each.text() for each in card.findChildren(Button)] == ["Verwerfen"]


def test_every_dialog_that_is_offered_has_a_name(look: object) -> None:
    view = UnfinishedView()
    assert all(view.slip_words(dialog) for dialog in SLIPS)
